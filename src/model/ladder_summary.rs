//! Sentences about a ladder as a whole, computed from it, and the example on the start page. `index.html` has the same
//! texts for the first paint; a test compares and writes them.

use super::assessment::{Answer, Assessment, Choice};
use super::ladder::Ladder;
use super::reading_time::{minutes, rounded};
use crate::base::numbers::in_words;

/// The result of a simulation of the default ladder (`docs/measurement.md`). It is not valid for another ladder.
pub const STUDY: &str = "In simulations of 20,000 people rated once on all 24 questions, the most probable level was the true one for 74 in 100, and 81 in 100 true positions lay inside the outer band. With the core questions alone it was 71 in 100, and with two raters of twelve questions each 78 in 100. These figures come from assumptions, not from people.";

/// The duration of the questions, from the text of the ladder.
pub fn duration(ladder: &Ladder) -> String {
    let m = minutes(ladder);
    let (core, all) = (ladder.core_len(), ladder.questions.len());
    let (core_minutes, all_minutes) = (rounded(m.core), rounded(m.all));
    format!(
        "{core} questions: about {core_minutes} minutes; all {all}: about {all_minutes}; each example adds half a minute to a minute."
    )
}

pub fn shape(ladder: &Ladder) -> String {
    let words = |n: usize| in_words(n).to_lowercase();
    let (dimensions, statements) = (ladder.dimensions.len(), ladder.scoring.thresholds.len() + 1);
    let dimensions = if dimensions == 1 { "one dimension".into() } else { format!("{} dimensions", words(dimensions)) };
    format!("Questions about what you did, in {dimensions}, each with {} statements in order.", words(statements))
}

/// Why a second rater improves the result more than further questions.
pub fn second_rater(ladder: &Ladder) -> String {
    let all = ladder.questions.len();
    let all_words = in_words(all).to_lowercase();
    format!("{} answers from each of two people say more than {all_words} from one.", in_words(all / 2))
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
