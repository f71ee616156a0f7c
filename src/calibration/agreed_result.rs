//! The result of a session: the agreed answers as a questionnaire, and the level that they give.
//!
//! The agreed answers are one questionnaire with one rater's error in each dimension; equal answers count as agreed. A
//! question without an agreed answer (dissent, left as rated, still open) enters with both originals, each with half of its
//! weight, so that it counts as one answer like every other. The likelihood is a mixture of powers: no mean of two answers
//! is formed, and two equal originals would give what an agreed answer gives. Where only one side rated, that rating enters
//! whole. If the originals entered as further raters, they would count the same two people again: where half of the
//! questions have no agreed answer, the shift that all dimensions share would be 0.16 of a level instead of 0.21.
//!
//! The spread of that shift is 0.30 · sqrt(v₁² + v₂²), where v is each person's share of the weight: half of what was
//! agreed and all of their own remaining ratings. With everything agreed that is 0.30 / sqrt(2), and the profile is that of
//! the agreed file scored alone. With nothing agreed and one side without ratings it is 0.30, and the profile is that of
//! the other side.
//!
//! Two variants are computed as well: with the first side's answers where nothing is agreed, and with the second side's.

use super::revisions::reference;
use crate::base::numbers::percent_text;
use crate::documents::calibration::{Counts, Outcome, SessionRecord, Side, counts};
use crate::messages::{Message, record_document};
use crate::model::assessment::{Answer, Assessment, Choice, Rater, Role, Subject};
use crate::model::ladder::Ladder;
use crate::model::profile::{Overall, overall};
use crate::model::scoring::{Model, Ratings, Score};

/// The levels of a session. Agreed numbers are never shown without the raters' own.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreedProfile {
    /// Each side's own result, from its original alone.
    pub own: [Overall; 2],
    /// The agreed answers, with both originals where nothing is agreed. Its level is `None` where the remaining ratings
    /// come from people whose own levels are two or more apart.
    pub agreed: Overall,
    /// The same with its dimensions.
    pub score: Score,
    /// With the first side's answers where nothing is agreed, and with the second side's.
    pub variants: [Overall; 2],
    /// Whether any question enters with both originals or with one side's alone.
    pub apart: bool,
    /// How many answers went where.
    pub counts: Counts,
}

/// Scores a record as it stands.
pub fn agreed_profile(ladder: &Ladder, model: &Model, record: &SessionRecord) -> AgreedProfile {
    let own = Side::BOTH.map(|side| {
        let a = record.original(side);
        overall(ladder, &model.score(&[a.ratings(ladder)]), std::slice::from_ref(a))
    });
    let agreed = agreed_assessment(ladder, record, "");
    let ratings = agreed.ratings(ladder);
    let none = || Ratings { answers: vec![None; ladder.questions.len()], agreed: 1 };
    let variants = Side::BOTH.map(|side| {
        let mut agreed_by_side = [none(), none()];
        agreed_by_side[side.index()] = agreed_ratings(ladder, record, side, false);
        overall(ladder, &model.score_agreed(&ratings, &agreed_by_side), &[with_agreed(ladder, record, &agreed, &[side])])
    });
    let agreed_by_side = Side::BOTH.map(|side| agreed_ratings(ladder, record, side, true));
    let score = model.score_agreed(&ratings, &agreed_by_side);
    let mut together = overall(ladder, &score, &[with_agreed(ladder, record, &agreed, &Side::BOTH)]);
    let [first, second] = &agreed_by_side;
    let combined = first.answers.iter().zip(&second.answers).any(|(x, y)| x.is_some() && y.is_some());
    if let Some(sentence) = [&own, &variants].into_iter().filter(|_| combined).find_map(|pair| differ(ladder, pair)) {
        together.level = None;
        together.sentence = sentence;
    }
    let apart = agreed_by_side.iter().any(|r| r.answers.iter().any(Option::is_some));
    AgreedProfile { own, agreed: together, score, variants, apart, counts: counts(ladder, record) }
}

/// Two levels or more apart: no level for both.
fn differ(ladder: &Ladder, pair: &[Overall; 2]) -> Option<Message> {
    let [a, b] = pair.each_ref().map(|o| Some((o, o.level?)));
    let (a, b) = (a?, b?);
    let title = |l: usize| &ladder.levels[l].title;
    let chance = |(o, l): (&Overall, usize)| percent_text(o.levels[l]);
    (a.1.abs_diff(b.1) >= 2).then(|| record_document::ratings_differ(title(a.1), chance(a), title(b.1), chance(b)))
}

/// A side's ratings on the questions where no answer is agreed. Where both sides rated, `shared` gives each one half.
fn agreed_ratings(ladder: &Ladder, record: &SessionRecord, side: Side, shared: bool) -> Ratings {
    let mut own = record.original(side).ratings(ladder);
    let rated = |side: Side, id: &str| matches!(record.choice(side, id), Some(Choice::Statement(_)));
    for (q, row) in ladder.questions.iter().zip(&mut own.answers) {
        if !record.stands_apart(&q.id) {
            *row = None;
        } else if shared && rated(side.other(), &q.id) {
            *row = row.map(|(statement, weight)| (statement, weight / 2.0));
        }
    }
    Ratings { agreed: 1, ..own }
}

/// What the sentence counts: each question once, with an example where any counted answer has one.
fn with_agreed(ladder: &Ladder, record: &SessionRecord, agreed: &Assessment, sides: &[Side]) -> Assessment {
    let mut out = agreed.clone();
    for q in ladder.questions.iter().filter(|q| record.stands_apart(&q.id)) {
        for side in sides {
            let Some(answer) = record.answer(*side, &q.id) else { continue };
            let answer = portable(record.original(*side), answer);
            let has = |x: &Answer| (x.statement().is_some(), x.example_withheld);
            if out.answers.get(&q.id).is_none_or(|old| has(old) < has(&answer)) {
                out.answers.insert(q.id.clone(), answer);
            }
        }
    }
    out
}

/// The choice alone, and whether it had an example.
fn portable(a: &Assessment, answer: &Answer) -> Answer {
    Answer { choice: answer.choice, example_withheld: a.has_example(answer), ..Answer::default() }
}

/// The agreed answers as an assessment, which scores like any other file. Dissent and what was left as rated are not in it.
/// Examples of the originals are copied as text. Evidence stays in the originals; the copy only says that it existed.
pub fn agreed_assessment(ladder: &Ladder, record: &SessionRecord, id: &str) -> Assessment {
    let [a, b] = Side::BOTH.map(|side| record.original(side));
    let answers = ladder.questions.iter().filter_map(|q| Some((q.id.clone(), agreed_answer(record, &q.id)?)));
    let time = record.finished().unwrap_or(record.started()).to_owned();
    Assessment {
        id: id.to_owned(),
        ladder: reference(ladder),
        subject: Subject { name: record.about().to_owned(), ..Subject::default() },
        rater: Rater { role: Role::Agreed, of: Some(2), ..Rater::default() },
        period: if a.period == b.period { a.period.clone() } else { crate::model::assessment::Period::default() },
        answers: answers.collect(),
        created: record.started().to_owned(),
        updated: time,
        ..Assessment::default()
    }
}

/// An agreed answer has an example when the session recorded one, or when an original that chose the same had one.
fn agreed_answer(record: &SessionRecord, id: &str) -> Option<Answer> {
    let choice = record.agreed_choice(id)?;
    let mut out = record.outcome(id).and_then(Outcome::agreed).cloned().unwrap_or_default();
    out.choice = Some(choice);
    let recorded = Assessment::default().has_example(&out);
    let same = Side::BOTH.map(|side| (record.original(side), record.answer(side, id)));
    for (a, answer) in same.into_iter().filter_map(|(a, x)| Some((a, x?))).filter(|(_, x)| x.choice == Some(choice)) {
        if recorded || !a.has_example(answer) {
            continue;
        }
        let text = Answer { example: answer.example.clone(), ..Answer::default() };
        if Assessment::default().has_example(&text) && !Assessment::default().has_example(&out) {
            out.example = text.example;
        } else {
            out.example_withheld = true;
        }
    }
    Some(out)
}
