//! One side's answer to a question, for a comparison side by side: statement, example and evidence.

use super::messages;
use crate::documents::calibration::{SessionRecord, Side};
use crate::model::assessment::Choice;
use crate::model::ladder::Question;

/// One side of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideRating {
    /// "Answer from Ines: statement 4".
    pub heading: String,
    /// The statement, word for word; `None` off the scale.
    pub statement: Option<String>,
    /// The example, or empty.
    pub example: String,
    /// Whether an example existed and was left out of the file.
    pub withheld: bool,
    /// Titles of the evidence; what its owner called sensitive is counted and not named.
    pub evidence: Vec<String>,
    /// Whether this side left its rating: the rating is then shown struck through.
    pub left: bool,
}

/// Both sides of a question.
pub fn exhibits(record: &SessionRecord, question: &Question) -> [SideRating; 2] {
    Side::BOTH.map(|side| {
        let answer = record.answer(side, &question.id).cloned().unwrap_or_default();
        let statement = match answer.choice {
            Some(Choice::Statement(k)) => question.statements.get(k).cloned(),
            _ => None,
        };
        SideRating {
            heading: messages::chose(record, side, &question.id),
            statement,
            withheld: answer.example_withheld,
            evidence: record.party(side).original().titles(&question.id).to_vec(),
            left: record.is_left(side, &question.id),
            example: answer.example.trim().to_owned(),
        }
    })
}
