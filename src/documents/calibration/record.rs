//! A session record: both originals whole, the outcome of each question, actions, marks, seals. It can be saved at any
//! point, and *Finish session* closes it. There is no way to change the originals; only [`Progress`] changes.

use litemap::LiteMap;

use serde_json::{Map, Value};

use super::outcome::{Item, Opportunity, Outcome, Status};
use super::party::{Party, Side};
use crate::model::assessment::{Answer, Assessment, Choice, LadderRef, Subject};
use crate::model::ladder::Ladder;

/// The lengths that a session may have, in minutes.
pub const LENGTHS: [usize; 3] = [25, 45, 60];

/// Something that one person will do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActionItem {
    pub owner: String,
    pub what: String,
    /// By when: an ISO 8601 date or month, or words.
    pub by: String,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

/// A statement that someone found unclear, for the ladder's authors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unclear {
    /// The question, by id.
    pub question: String,
    /// The statement, or the question as a whole.
    pub statement: Option<usize>,
    /// Who marked it; `None` for both.
    pub by: Option<Side>,
    /// How it was read, or what was not clear.
    pub text: String,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

/// The record that this one takes a second look at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Previous {
    pub id: String,
    pub code: String,
    pub finished: String,
    pub evidence: String,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

/// The part of a record that a session changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// Minutes that the session was planned for.
    pub length: Option<usize>,
    /// The side that writes, where two laptops are used.
    pub writer: Option<Side>,
    /// The id of the question on screen, or empty.
    pub position: String,
    /// What became of each question, by its id.
    pub items: LiteMap<String, Item>,
    pub actions: Vec<ActionItem>,
    pub unclear: Vec<Unclear>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SessionRecord {
    pub(crate) id: String,
    pub(crate) ladder: LadderRef,
    pub(crate) parties: [Party; 2],
    pub(crate) subject: Subject,
    pub(crate) started: String,
    pub(crate) previous: Option<Previous>,
    pub(crate) progress: Progress,
    pub(crate) elapsed: usize,
    pub(crate) finished: String,
    pub(crate) extra: Map<String, Value>,
}

impl SessionRecord {
    /// A stable id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The ladder that the session used.
    pub fn ladder(&self) -> &LadderRef {
        &self.ladder
    }

    /// A side with its original file and seal.
    pub fn party(&self, side: Side) -> &Party {
        &self.parties[side.index()]
    }

    /// What both may read of what a side answered.
    pub fn original(&self, side: Side) -> &Assessment {
        self.party(side).assessment()
    }

    /// The name of the rated person, or empty: the one that was typed when the session began. Records of earlier versions
    /// have no such field; their originals name the person.
    pub fn about(&self) -> &str {
        let own = self.subject.name.trim();
        let named = || Side::BOTH.map(|side| self.original(side).subject.name.trim()).into_iter().find(|name| !name.is_empty());
        if own.is_empty() { named().unwrap_or_default() } else { own }
    }

    /// Whether the person is named by the record itself.
    pub fn names_its_subject(&self) -> bool {
        !self.subject.name.trim().is_empty()
    }

    /// When it began, ISO 8601.
    pub fn started(&self) -> &str {
        &self.started
    }

    /// When it was finished; `None` while it goes on.
    pub fn finished(&self) -> Option<&str> {
        (!self.finished.is_empty()).then_some(self.finished.as_str())
    }

    /// The record that this one takes a second look at.
    pub fn previous(&self) -> Option<&Previous> {
        self.previous.as_ref()
    }

    /// Seconds of talk so far.
    pub fn elapsed(&self) -> usize {
        self.elapsed
    }

    /// All that the session changes.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// What a side answered to a question, by its id.
    pub fn answer(&self, side: Side, question: &str) -> Option<&Answer> {
        self.original(side).answers.get(question)
    }

    /// What a side chose.
    pub fn choice(&self, side: Side, question: &str) -> Option<Choice> {
        self.answer(side, question)?.choice
    }

    /// What became of a question.
    pub fn outcome(&self, question: &str) -> Option<&Outcome> {
        self.progress.items.get(question)?.outcome()
    }

    /// What was said about the opportunity.
    pub fn opportunity(&self, question: &str) -> Option<&Opportunity> {
        self.progress.items.get(question).map(|i| &i.opportunity).filter(|o| !o.is_blank())
    }

    /// The agreed answer: the outcome, or equal answers.
    pub fn agreed_choice(&self, question: &str) -> Option<Choice> {
        if let Some(answer) = self.outcome(question).and_then(Outcome::agreed) {
            return answer.choice;
        }
        let [first, second] = Side::BOTH.map(|side| self.choice(side, question));
        first.filter(|_| first == second)
    }

    /// Whether a side's own rating has been left: it is shown struck through.
    pub fn is_left(&self, side: Side, question: &str) -> bool {
        let own = self.choice(side, question);
        own.is_some() && self.agreed_choice(question).is_some_and(|agreed| own != Some(agreed))
    }

    /// Whether a side rated and there is no agreed answer.
    pub fn stands_apart(&self, question: &str) -> bool {
        let rated = |side| matches!(self.choice(side, question), Some(Choice::Statement(_)));
        self.agreed_choice(question).is_none() && Side::BOTH.into_iter().any(rated)
    }

    /// A new record with the same originals, because there is new evidence. Outcomes stay until they are reopened;
    /// questions that were left as rated are open again. `None` while this record is not finished, or without a text about
    /// the new evidence.
    pub fn second_look(&self, id: String, code: String, now: String, evidence: &str) -> Option<Self> {
        let finished = self.finished()?.to_owned();
        if evidence.trim().is_empty() || id == self.id {
            return None;
        }
        let previous = Previous { id: self.id.clone(), code, finished, evidence: evidence.to_owned(), extra: Map::new() };
        let open = |item: &Item| match &item.status {
            Status::Decided(Outcome::LeftAsRated) => Item { status: Item::default().status, ..item.clone() },
            _ => item.clone(),
        };
        let items = self.progress.items.iter().map(|(q, item)| (q.clone(), open(item)));
        Some(Self {
            id,
            started: now,
            previous: Some(previous),
            progress: Progress {
                items: items.filter(|(_, item)| *item != Item::default()).collect(),
                length: None,
                position: String::new(),
                ..self.progress.clone()
            },
            elapsed: 0,
            finished: String::new(),
            extra: Map::new(),
            ..self.clone()
        })
    }
}

/// How many questions both were asked: the core questions if both rated for a session and neither answered another one.
pub fn asked(ladder: &Ladder, record: &SessionRecord) -> usize {
    let originals = Side::BOTH.map(|side| record.original(side));
    let beyond = |a: &Assessment| ladder.questions.iter().any(|q| !q.core && a.answers.contains_key(&q.id));
    let core = originals.iter().all(|a| !a.session.is_empty() && !beyond(a));
    if core { ladder.core_len() } else { ladder.questions.len() }
}

/// How many answers went where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Agreed on the rating of a side that the other did not share.
    pub moved_to: [usize; 2],
    /// Agreed on an answer that neither had given.
    pub third: usize,
    /// Dissent.
    pub dissent: usize,
    /// Answered differently on the scale, and left so or still open.
    pub left: usize,
    /// Rated by one side alone, and left so or still open.
    pub one_sided: usize,
    /// Equal from the start.
    pub equal: usize,
}

/// Counts over the questions of the ladder.
pub fn counts(ladder: &Ladder, record: &SessionRecord) -> Counts {
    let mut out = Counts::default();
    for q in &ladder.questions {
        let own = Side::BOTH.map(|side| record.choice(side, &q.id));
        match (record.outcome(&q.id), record.agreed_choice(&q.id)) {
            (_, Some(agreed)) if own == [Some(agreed); 2] => out.equal += 1,
            (_, Some(agreed)) => match own.iter().position(|c| *c == Some(agreed)) {
                Some(side) => out.moved_to[side] += 1,
                None => out.third += 1,
            },
            (Some(Outcome::Dissent { .. }), None) => out.dissent += 1,
            _ => match own {
                [Some(Choice::Statement(_)), Some(Choice::Statement(_))] => out.left += 1,
                _ if record.stands_apart(&q.id) => out.one_sided += 1,
                _ => {}
            },
        }
    }
    out
}
