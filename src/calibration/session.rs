//! A session as a state machine: what can happen, and the one function that makes it so.
//!
//! Undo stores the whole of [`Progress`] before each step instead of an inverse of each event. That takes a few kilobytes,
//! and a new event cannot be forgotten. The originals are not part of it, so no event and no undo can change them. The
//! question on screen and the timer are no steps.

use std::rc::Rc;

use serde_json::Map;

use super::agenda::{Agenda, Group, Plan, Point, agenda, plan};
use super::messages::doubt;
use super::revisions::{fits_into_a_file, reference};
use super::session_event::{Event, Field, SessionStart};
use crate::base::error::FileError;
pub use crate::base::limits::MAX_LINE;
use crate::documents::calibration::{
    ActionItem, Draft, Item, LENGTHS, Outcome, Party, Progress, Reason, SessionRecord, Side, Status, Unclear, asked,
};
use crate::model::agreement::{Comparison, comparison};
use crate::model::assessment::{Choice, Role, Subject};
use crate::model::ladder::Ladder;
use crate::model::scoring::Model;

/// The most actions, and the most marks.
pub const MAX_ROWS: usize = 200;
/// How many steps can be undone.
const MAX_STEPS: usize = 100;

#[derive(Clone, Debug)]
struct UndoEntry {
    before: Progress,
    typing: Option<Field>,
}

/// A session in progress, or a record that is viewed.
#[derive(Clone, Debug)]
pub struct Calibration {
    ladder: Rc<Ladder>,
    comparison: Comparison,
    agenda: Agenda,
    /// The warning that an original does not fit the code of its seal. Originals do not change.
    doubt: Option<String>,
    record: SessionRecord,
    done: Vec<UndoEntry>,
    undone: Vec<Progress>,
}

impl Calibration {
    /// Starts a session with two opened files. The rated person is first, then the order of the roles.
    ///
    /// # Errors
    /// Why these two files give no session.
    pub fn open(ladder: &Rc<Ladder>, model: &Model, start: SessionStart) -> Result<Self, FileError> {
        let SessionStart { id, now, parties: [a, b], subject, previous } = start;
        let rank = |party: &Party| Role::ALL.iter().position(|role| *role == party.assessment().rater.role);
        let record = SessionRecord {
            id,
            ladder: reference(ladder),
            parties: if rank(&b) < rank(&a) { [b, a] } else { [a, b] },
            subject: Subject { name: subject, ..Subject::default() },
            started: now,
            previous,
            progress: Progress::default(),
            elapsed: 0,
            finished: String::new(),
            extra: Map::new(),
        };
        fits_into_a_file(&record)?;
        Self::resume(ladder, model, record)
    }

    /// Resumes a saved record, or shows a finished one.
    ///
    /// # Errors
    /// Why it does not fit the ladder in use.
    pub fn resume(ladder: &Rc<Ladder>, model: &Model, record: SessionRecord) -> Result<Self, FileError> {
        record.fits(ladder)?;
        let [a, b] = Side::BOTH.map(|side| record.original(side));
        let mut comparison = comparison(ladder, model, a, b);
        comparison.questions = asked(ladder, &record);
        let gaps: Vec<f64> = comparison.gaps.iter().map(|g| g.gap.mean).collect();
        let agenda = agenda(ladder, a, b, &gaps);
        let doubt = doubt(&record);
        Ok(Self { ladder: Rc::clone(ladder), comparison, agenda, doubt, record, done: Vec::new(), undone: Vec::new() })
    }

    pub fn ladder(&self) -> &Rc<Ladder> {
        &self.ladder
    }

    pub fn agenda(&self) -> &Agenda {
        &self.agenda
    }

    /// The two originals side by side, in numbers.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// The warning that an original does not fit the code of its seal, if one does not.
    pub fn doubt(&self) -> Option<&str> {
        self.doubt.as_deref()
    }

    pub fn record(&self) -> &SessionRecord {
        &self.record
    }

    /// What fits into the length chosen.
    pub fn plan(&self) -> Option<Plan> {
        self.record.progress.length.map(|length| plan(&self.agenda, length))
    }

    pub fn position(&self) -> Option<usize> {
        self.ladder.question_index(&self.record.progress.position)
    }

    /// Whether a step can be undone, and whether one can be redone.
    pub fn can_undo_redo(&self) -> (bool, bool) {
        (!self.done.is_empty(), !self.undone.is_empty())
    }

    /// Whether a point of the agenda is settled.
    pub fn is_settled(&self, point: &Point) -> bool {
        let id = &self.ladder.questions[point.question].id;
        self.record.outcome(id).is_some() || (point.group == Group::OneSided && self.record.opportunity(id).is_some())
    }

    /// The next point that is not settled, from the question on screen on; after the last point it starts again at the
    /// first.
    pub fn next_open(&self) -> Option<usize> {
        let points = &self.agenda.points;
        let here = self.position().and_then(|q| points.iter().position(|p| p.question == q));
        let (before, after) = points.split_at(here.map_or(0, |at| at + 1));
        after.iter().chain(before).find(|p| !self.is_settled(p) && Some(p.question) != self.position()).map(|p| p.question)
    }

    /// The sides whose own rating differs from the proposal and that have given no reason; `None` while the proposal equals
    /// what both answered, or there is none.
    pub fn agree_lacks(&self, question: usize) -> Option<Vec<Side>> {
        let id = &self.ladder.questions.get(question)?.id;
        let draft = self.draft(id)?;
        let choice = draft.answer.choice?;
        if Side::BOTH.map(|side| self.record.choice(side, id)) == [Some(choice); 2] {
            return None;
        }
        let leaves = |side: &Side| self.record.choice(*side, id).is_some_and(|own| own != choice);
        Some(Side::BOTH.into_iter().filter(|side| leaves(side) && !says_why(&draft, *side)).collect())
    }

    /// The sides that have given no reason for their dissent; `None` where there is no difference.
    pub fn dissent_lacks(&self, question: usize) -> Option<Vec<Side>> {
        let id = &self.ladder.questions.get(question)?.id;
        let draft = self.draft(id).filter(|_| self.differs(id))?;
        Some(Side::BOTH.into_iter().filter(|side| !says_why(&draft, *side)).collect())
    }

    /// Changes the state; whether it did.
    pub fn apply(&mut self, event: Event) -> bool {
        if self.record.finished().is_some() {
            return false;
        }
        match event {
            Event::TimePassed(seconds) => std::mem::replace(&mut self.record.elapsed, seconds) != seconds,
            Event::QuestionOpened(question) => self.show_question(question),
            Event::Undone => self.undo(),
            Event::Redone => self.redo(),
            Event::Finished { now } => !now.is_empty() && self.finish(now),
            event => self.step(event),
        }
    }

    fn step(&mut self, event: Event) -> bool {
        let (before, typing) = (self.record.progress.clone(), event.field());
        if self.change(event).is_none() || self.record.progress == before {
            self.record.progress = before;
            return false;
        }
        self.undone.clear();
        if typing.is_none() || self.done.last().and_then(|step| step.typing) != typing {
            self.done.push(UndoEntry { before, typing });
            if self.done.len() > MAX_STEPS {
                self.done.remove(0);
            }
        }
        true
    }

    /// `None` where the event is not possible now.
    fn change(&mut self, event: Event) -> Option<()> {
        let progress = &mut self.record.progress;
        match event {
            Event::LengthChosen(minutes) => progress.length = Some(minutes).filter(|m| LENGTHS.contains(m)).or(progress.length),
            Event::WriterChosen(side) => progress.writer = side,
            Event::AnswerProposed { question, choice } => {
                let statements = self.ladder.questions.get(question)?.statements.len();
                if matches!(choice, Choice::Statement(k) if k >= statements) {
                    return None;
                }
                self.edit_draft(question, |draft| draft.answer.choice = Some(choice))?;
            }
            Event::ReasonGiven { question, side, reason } => {
                let fits = reason.as_ref().is_none_or(|r| fits(&r.text));
                self.edit_draft(question, |draft| draft.reasons[side.index()] = reason).filter(|()| fits)?;
            }
            Event::ExampleTyped { question, text } => {
                let fits = fits(&text);
                self.edit_draft(question, |draft| draft.answer.example = text).filter(|()| fits)?;
            }
            Event::Agreed(question) => {
                self.agree_lacks(question).filter(Vec::is_empty)?;
                self.decide(question, |id, record, mut draft| {
                    for side in Side::BOTH {
                        if record.choice(side, id).is_none_or(|own| Some(own) == draft.answer.choice) {
                            draft.reasons[side.index()] = None;
                        }
                    }
                    Some(Outcome::Agreed { answer: draft.answer, reasons: draft.reasons })
                })?;
            }
            Event::DissentRecorded(question) => {
                self.dissent_lacks(question).filter(Vec::is_empty)?;
                self.decide(question, |_, _, draft| {
                    let [first, second] = draft.reasons;
                    Some(Outcome::Dissent { reasons: [first?, second?] })
                })?;
            }
            Event::LeftAsRated(question) => {
                self.agenda.point(question)?;
                self.decide(question, |_, _, _| Some(Outcome::LeftAsRated))?;
            }
            Event::Reopened(question) => self.reopen(question)?,
            Event::OpportunityTyped { question, opportunity } => {
                let fits = fits(&opportunity.who) && fits(&opportunity.will);
                self.edit(question, |item| item.opportunity = opportunity).filter(|()| fits)?;
            }
            Event::ActionAdded(action) => progress.actions.push(possible(action).filter(|_| progress.actions.len() < MAX_ROWS)?),
            Event::ActionChanged { at, action } => *progress.actions.get_mut(at)? = possible(action)?,
            Event::ActionRemoved(at) => drop((at < progress.actions.len()).then(|| progress.actions.remove(at))?),
            Event::UnclearMarked(mark) => self.mark(mark)?,
            Event::UnclearWithdrawn(at) => drop((at < progress.unclear.len()).then(|| progress.unclear.remove(at))?),
            Event::TimePassed(_) | Event::QuestionOpened(_) | Event::Undone | Event::Redone | Event::Finished { .. } => {
                return None;
            }
        }
        Some(())
    }

    /// The draft of a question; `None` once it is decided.
    fn draft(&self, id: &str) -> Option<Draft> {
        self.record.progress.items.get(id).map_or_else(|| Some(Draft::default()), |item| item.draft().cloned())
    }

    fn differs(&self, id: &str) -> bool {
        self.record.choice(Side::First, id) != self.record.choice(Side::Second, id)
    }

    fn edit(&mut self, question: usize, change: impl FnOnce(&mut Item)) -> Option<()> {
        let id = self.ladder.questions.get(question)?.id.clone();
        let items = &mut self.record.progress.items;
        let mut item = items.get(&id).cloned().unwrap_or_default();
        change(&mut item);
        if item == Item::default() {
            items.remove(&id);
        } else {
            items.insert(id, item);
        }
        Some(())
    }

    fn edit_draft(&mut self, question: usize, change: impl FnOnce(&mut Draft)) -> Option<()> {
        let mut draft = self.draft(&self.ladder.questions.get(question)?.id)?;
        change(&mut draft);
        self.edit(question, |item| item.status = Status::Open(draft))
    }

    fn decide(&mut self, question: usize, make: impl FnOnce(&str, &SessionRecord, Draft) -> Option<Outcome>) -> Option<()> {
        let id = &self.ladder.questions.get(question)?.id;
        let outcome = make(id, &self.record, self.draft(id)?)?;
        self.edit(question, |item| item.status = Status::Decided(outcome))
    }

    fn reopen(&mut self, question: usize) -> Option<()> {
        let draft = match self.record.outcome(&self.ladder.questions.get(question)?.id)?.clone() {
            Outcome::Agreed { answer, reasons } => Draft { answer, reasons },
            Outcome::Dissent { reasons } => Draft { reasons: reasons.map(Some), ..Draft::default() },
            Outcome::LeftAsRated => Draft::default(),
        };
        self.edit(question, |item| item.status = Status::Open(draft))
    }

    /// One mark a statement and side: a second one replaces the first.
    fn mark(&mut self, mark: Unclear) -> Option<()> {
        let question = self.ladder.questions.iter().find(|q| q.id == mark.question)?;
        if !fits(&mark.text) || mark.statement.is_some_and(|k| k >= question.statements.len()) {
            return None;
        }
        let marks = &mut self.record.progress.unclear;
        let same = |m: &&mut Unclear| (&m.question, m.statement, m.by) == (&mark.question, mark.statement, mark.by);
        if let Some(old) = marks.iter_mut().find(same) {
            *old = mark;
        } else if marks.len() < MAX_ROWS {
            marks.push(mark);
        }
        Some(())
    }

    fn show_question(&mut self, question: usize) -> bool {
        let Some(q) = self.ladder.questions.get(question) else { return false };
        let position = &mut self.record.progress.position;
        let turned = *position != q.id;
        position.clone_from(&q.id);
        turned
    }

    fn undo(&mut self) -> bool {
        let Some(step) = self.done.pop() else { return false };
        self.undone.push(std::mem::replace(&mut self.record.progress, step.before));
        if let Some(last) = self.done.last_mut() {
            last.typing = None;
        }
        true
    }

    fn redo(&mut self) -> bool {
        let Some(after) = self.undone.pop() else { return false };
        let before = std::mem::replace(&mut self.record.progress, after);
        self.done.push(UndoEntry { before, typing: None });
        true
    }

    /// Points that are still open become left as rated. Drafts of other questions that were never decided are removed, and
    /// so are actions without text.
    fn finish(&mut self, now: String) -> bool {
        for question in 0..self.ladder.questions.len() {
            if self.draft(&self.ladder.questions[question].id).is_some() {
                let status = match self.agenda.point(question) {
                    Some(_) => Status::Decided(Outcome::LeftAsRated),
                    None => Status::Open(Draft::default()),
                };
                let _ = self.edit(question, |item| item.status = status);
            }
        }
        self.record.progress.actions.retain(|a| *a != ActionItem::default());
        self.record.progress.position.clear();
        self.record.finished = now;
        self.done.clear();
        self.undone.clear();
        true
    }
}

fn says_why(draft: &Draft, side: Side) -> bool {
    draft.reasons[side.index()].as_ref().is_some_and(Reason::is_complete)
}

fn fits(text: &str) -> bool {
    text.chars().count() <= MAX_LINE
}

fn possible(action: ActionItem) -> Option<ActionItem> {
    Some(action).filter(|a| fits(&a.owner) && fits(&a.what) && fits(&a.by))
}
