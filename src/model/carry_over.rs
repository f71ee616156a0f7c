//! Carrying an assessment over to another revision of its ladder: a copy that keeps what still answers its question.

use litemap::LiteMap;

use super::assessment::{Answer, Assessment, LadderRef};
use super::ladder::Ladder;

/// What a copy on another revision was made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CarriedOver {
    /// The id of the assessment that was carried over.
    pub from: String,
    /// The ladder of that assessment.
    pub ladder: LadderRef,
    /// The answers that the copy leaves open, by question id.
    pub left_open: LiteMap<String, Answer>,
}

/// A copy of an assessment on another revision, with what it leaves open. Everything else is kept.
pub fn carry_over(from: &Ladder, to: &Ladder, a: &Assessment, id: String, now: String) -> (Assessment, CarriedOver) {
    let ladder = LadderRef { extra: a.ladder.extra.clone(), ..LadderRef::of(to) };
    let mut copy = Assessment { id, ladder, updated: now, snapshot: None, session: String::new(), ..a.clone() };
    let mut left_open = LiteMap::default();
    for question in left_open_by(from, to, a) {
        let id = &to.questions[question].id;
        if let Some(answer) = copy.answers.remove(id) {
            left_open.insert(id.clone(), answer);
        }
    }
    (copy, CarriedOver { from: a.id.clone(), ladder: LadderRef::of(from), left_open })
}

/// The answered questions, by index in the new revision, that a copy leaves open: those that ask something else now, and
/// those without the statement that was chosen.
pub fn left_open_by(from: &Ladder, to: &Ladder, a: &Assessment) -> Vec<usize> {
    let leaves_open = |question: &usize| {
        let q = &to.questions[*question];
        a.answers.get(&q.id).is_some_and(|answer| {
            let gone = answer.statement().is_some_and(|k| k >= q.statements.len());
            // The way back to an earlier revision is listed in the later one.
            let back = from.question_index(&q.id).is_some_and(|q| from.asks_something_else(q, &to.revision));
            gone || back || to.asks_something_else(*question, &from.revision)
        })
    };
    (0..to.questions.len()).filter(leaves_open).collect()
}
