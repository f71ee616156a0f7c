//! The time to answer the questions, from the text that is shown.

use super::assessment::unspaced_letters;
use super::ladder::{Ladder, Question};

/// Words a minute at which explanatory text is read (Brysbaert 2019 gives 238 for English non-fiction).
const WORDS_A_MINUTE: f64 = 240.0;

/// Minutes for the core questions and for all of them, examples not written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Minutes {
    pub core: f64,
    pub all: f64,
}

/// Counts what a reader reads on the way: instruction, terms and the introductions of the dimensions once; for each
/// question the prompt, help, one example, what to write as an example, and the statements twice: once to understand
/// them, once to decide.
pub fn minutes(ladder: &Ladder) -> Minutes {
    let once: usize = ladder.terms.iter().map(|t| words(&t.text)).sum::<usize>()
        + ladder.dimensions.iter().map(|d| words(&d.introduction)).sum::<usize>()
        + words(&ladder.period_note)
        + words(&ladder.instruction);
    let total = |core_only: bool| {
        let read: usize = ladder.questions.iter().filter(|q| q.core || !core_only).map(of_question).sum();
        (once + read) as f64 / WORDS_A_MINUTE
    };
    Minutes { core: total(true), all: total(false) }
}

/// To the nearest five minutes.
pub fn rounded(minutes: f64) -> usize {
    crate::base::numbers::to_index((minutes / 5.0).round()) * 5
}

fn of_question(q: &Question) -> usize {
    let statements: usize = q.statements.iter().map(|s| words(s)).sum();
    let example = q.examples.get(q.examples.len() / 2).map_or(0, |e| words(&e.text));
    words(&q.prompt) + words(&q.help) + words(&q.evidence_prompt) + example + 2 * statements
}

/// Words between white space; in scripts without spaces two letters stand for one.
fn words(text: &str) -> usize {
    text.split_whitespace().count().max(unspaced_letters(text) / 2)
}
