//! Agreement of two raters of one person: how often they agree, who is higher, and what to discuss first.
//!
//! Differences are A minus B, over the questions that both answered on the scale. A number that cannot be computed has a
//! reason, in [`Undefined`]; nothing is ever NaN. `docs/measurement.md` has the formulas and their sources.

mod agenda;
mod coefficients;
mod counts;
mod messages;
mod student_t;

use super::assessment::Assessment;
use super::ladder::Ladder;
use super::scoring::{Gap, Model, gap};
use crate::messages::agreement;

pub use agenda::{Delta, OneSided, choices, deltas, largest_gap, one_sided};
pub use coefficients::{Coefficients, Estimate, coefficients};
pub use counts::{RawCounts, plain};
pub use messages::{RaterName, gap_text, offset_text, rater_names, same_text};
pub use student_t::two_sided_t;

/// Coverage of the intervals of this module.
const COVERAGE: f64 = 0.95;

/// Why a number does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// The raters have no question in common.
    NoPairs,
    /// They have one in common; spreads and coefficients need two.
    OnePair,
    /// Both chose the same statement everywhere, so chance and agreement cannot be separated.
    NoVariation,
    /// The raters are equally far apart on every question, so the spread says nothing.
    OneDifference,
}

impl Undefined {
    pub fn text(self) -> &'static str {
        match self {
            Self::NoPairs => agreement::NO_PAIRS,
            Self::OnePair => agreement::ONE_PAIR,
            Self::NoVariation => agreement::NO_VARIATION,
            Self::OneDifference => agreement::ONE_DIFFERENCE,
        }
    }
}

/// The gap between the raters' as-rated positions in one dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DimensionGap {
    /// A minus B, in levels.
    pub gap: Gap,
    /// Whether both have the minimum of answers; screens show no gap otherwise.
    pub enough: bool,
}

/// Two assessments of one person side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// How many questions the ladder has.
    pub questions: usize,
    /// How many statements a question has.
    pub statements: usize,
    /// The statements of A and B on each question that both answered on the scale, in the order of the ladder.
    pub pairs: Vec<(usize, usize)>,
    /// Counts, and who is higher.
    pub plain: RawCounts,
    /// One a dimension, whatever the number of answers.
    pub gaps: Vec<DimensionGap>,
    /// The questions with different statements, in the order of the agenda.
    pub deltas: Vec<Delta>,
    /// The questions that only one rater answered on the scale, those without opportunity first.
    pub one_sided: Vec<OneSided>,
}

impl Comparison {
    /// The coefficients of agreement, computed on demand, because only the details show them.
    pub fn coefficients(&self) -> Coefficients {
        coefficients(&self.pairs, self.statements)
    }
}

/// Compares two assessments. They have to fit the ladder: see [`super::profile::check`].
pub fn comparison(ladder: &Ladder, model: &Model, a: &Assessment, b: &Assessment) -> Comparison {
    let (first, second) = (a.ratings(ladder), b.ratings(ladder));
    let pairs: Vec<(usize, usize)> =
        first.answers.iter().zip(&second.answers).filter_map(|(x, y)| Some(((*x)?.0, (*y)?.0))).collect();
    let score = model.score(&[first, second]);
    let gaps: Vec<DimensionGap> = score
        .dimensions
        .iter()
        .map(|d| {
            let (x, y) = (&d.raters[0], &d.raters[1]);
            DimensionGap {
                gap: gap(&x.posterior, &y.posterior, ladder.scoring.grid.step),
                enough: x.answered.min(y.answered) >= ladder.scoring.minimum_answers,
            }
        })
        .collect();
    let means: Vec<f64> = gaps.iter().map(|g| g.gap.mean).collect();
    Comparison {
        questions: ladder.questions.len(),
        statements: ladder.scoring.thresholds.len() + 1,
        plain: plain(&pairs),
        pairs,
        deltas: deltas(ladder, a, b, &means),
        gaps,
        one_sided: one_sided(ladder, a, b),
    }
}
