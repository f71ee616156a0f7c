//! Sentences about a ladder as a whole, computed from it, and the example on the start page. `index.html` has the same
//! texts for the first paint; a test compares and writes them.

use super::assessment::{Answer, Assessment, Choice};
use super::ladder::Ladder;
use super::reading_time::{minutes, rounded};
use crate::base::numbers::spelled_out;
use crate::messages::{Message, ladder_summary};

/// The result of a simulation of the default ladder (`docs/measurement.md`). It is not valid for another ladder.
pub const STUDY: &str = ladder_summary::STUDY;

/// The duration of the questions, from the text of the ladder.
pub fn duration(ladder: &Ladder) -> Message {
    let m = minutes(ladder);
    let (core, all) = (ladder.core_len(), ladder.questions.len());
    ladder_summary::duration(core, rounded(m.core), all, rounded(m.all))
}

pub fn shape(ladder: &Ladder) -> Message {
    let spelled = |n: usize| spelled_out(n).to_lowercase();
    let (dimensions, statements) = (ladder.dimensions.len(), ladder.scoring.thresholds.len() + 1);
    ladder_summary::shape(dimensions, spelled(statements), spelled(dimensions))
}

/// Why a second rater improves the result more than further questions.
pub fn second_rater(ladder: &Ladder) -> Message {
    let all = ladder.questions.len();
    ladder_summary::second_rater(spelled_out(all / 2), spelled_out(all).to_lowercase())
}

/// Made-up answers: two statements in turn, each with an example, which is between two levels on any ladder.
pub fn example(ladder: &Ladder) -> Assessment {
    let middle = ladder.scoring.thresholds.len() / 2;
    let answer = |q: usize| Answer {
        choice: Some(Choice::Statement(middle + usize::from(q % 5 != 1))),
        example_withheld: true,
        ..Answer::default()
    };
    let answers = ladder.questions.iter().enumerate().map(|(q, question)| (question.id.clone(), answer(q))).collect();
    Assessment { answers, ..Assessment::default() }
}
