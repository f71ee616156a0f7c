//! The warm-up before rating: fictional dossiers, and the authors' answers for comparison.
//!
//! Frame-of-reference training: raters learn the meaning of the statements on a fictional case, then read the authors'
//! reasons (Roch et al. 2012, doi 10.1111/j.2044-8325.2011.02045.x). It only counts how many answers are above and below.
//! Four answers are far too few to estimate a rater's severity, so there is no such value, and no rating is corrected by
//! it.

use std::cmp::Ordering;

use crate::messages::{Message, warm_up};

/// A fictional file of about 250 words, with one question of each dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// Stable id.
    pub id: String,
    /// The system that it is set in.
    pub title: String,
    pub text: Vec<String>,
    pub answers: Vec<AuthorsAnswer>,
}

/// The authors' answer to one question of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorsAnswer {
    /// The question, by its index in the ladder.
    pub question: usize,
    pub statement: usize,
    /// The reason for this statement and against the next one, with the deciding sentence of the dossier.
    pub reason: String,
}

/// The number of questions of a dossier with an answer above, below and equal to the authors'.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// A higher statement than the authors'.
    pub above: usize,
    pub same: usize,
    /// A lower statement.
    pub below: usize,
    pub open: usize,
}

impl Dossier {
    /// Compares the statements chosen with the authors', both in the order of [`Dossier::answers`]; what is missing at the
    /// end is open.
    pub fn outcome(&self, chosen: &[Option<usize>]) -> Outcome {
        let mut out = Outcome::default();
        for (at, authors) in self.answers.iter().enumerate() {
            let count = match chosen.get(at).copied().flatten().map(|mine| mine.cmp(&authors.statement)) {
                Some(Ordering::Greater) => &mut out.above,
                Some(Ordering::Equal) => &mut out.same,
                Some(Ordering::Less) => &mut out.below,
                None => &mut out.open,
            };
            *count += 1;
        }
        out
    }
}

impl Outcome {
    /// "You were above the authors on 3 of 4, the same on 1."
    ///
    /// The numbers add up to the number after "of". There is neither praise nor advice.
    pub fn sentence(&self) -> Message {
        let Self { above, same, below, open } = *self;
        let all = above + same + below + open;
        match (above, below, same) {
            (0, 0, 0) => warm_up::NOTHING_TO_COMPARE.into(),
            (0, 0, same) => warm_up::same(same, all, open),
            (0, below, same) => warm_up::below(below, all, same, open),
            (above, below, same) => warm_up::above(above, all, below, same, open),
        }
    }
}
