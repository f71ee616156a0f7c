//! The consistency of a rater's answers. Nothing here changes a score: the prompts ask whether an answer is a slip.
//!
//! Uniform inflation leaves no trace in one questionnaire, and `l_z` depends on the discrimination being right, so it is
//! computed for research and never shown.

use super::model::{Model, Ratings};

/// Person-fit statistics.
#[derive(Clone, Debug, PartialEq)]
pub struct Consistency {
    /// Standardized log-likelihood (Drasgow, Levine and Williams 1985); `None` without answers.
    pub lz: Option<f64>,
    /// Guttman errors by dimension.
    pub guttman_errors: Vec<usize>,
    /// The most that these many passed steps could give.
    pub guttman_most: Vec<usize>,
    /// Longest run of one statement, unanswered questions skipped.
    pub longest_run: usize,
    /// Standard deviation of the answers within this rater; `None` without answers.
    pub irv: Option<f64>,
}

/// A kindly worded question to the rater, as data. All indices are of the ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// These answers lie far from the others of their dimension.
    Contradiction {
        dimension: usize,
        /// The answers that lie far off.
        questions: Vec<usize>,
    },
    /// A question that is easier by design has a low answer, a harder one the highest.
    Reversal {
        dimension: usize,
        /// The easier question.
        easier: usize,
        /// The harder question.
        harder: usize,
    },
    /// The answers vary a lot within the dimensions.
    Scatter,
    /// Nearly all answers are the same statement.
    StraightLine,
    /// The highest statement without an example.
    HighClaim { questions: Vec<usize> },
}

/// Share of possible Guttman errors above which answers scatter: 99th percentile of honest, 5th of random answers.
const SCATTER: f64 = 0.13;

/// Computes the statistics of one rater.
pub fn consistency(model: &Model, ratings: &Ratings) -> Consistency {
    let answers: Vec<usize> = ratings.answers.iter().flatten().map(|(k, _)| *k).collect();
    let (guttman_errors, guttman_most) = model.dimensions.iter().map(|d| guttman(model, ratings, d.clone())).unzip();
    Consistency {
        lz: lz(model, ratings),
        guttman_errors,
        guttman_most,
        longest_run: longest_run(&answers),
        irv: spread(&answers),
    }
}

/// The prompts, in the order of the ladder.
pub fn prompts(model: &Model, ratings: &Ratings) -> Vec<Prompt> {
    let statistics = consistency(model, ratings);
    let mut out = Vec::new();
    for d in 0..model.dimensions.len() {
        if let Some(prompt) = contradiction(model, ratings, d).or_else(|| reversal(model, ratings, d)) {
            out.push(prompt);
        }
    }
    let (errors, most): (usize, usize) = (statistics.guttman_errors.iter().sum(), statistics.guttman_most.iter().sum());
    if most > 0 && errors as f64 / most as f64 > SCATTER {
        out.push(Prompt::Scatter);
    }
    if is_straight_line(model, ratings) {
        out.push(Prompt::StraightLine);
    }
    let top = model.statements() - 1;
    let bare: Vec<usize> = indices(ratings, |(k, weight)| k == top && weight < 1.0);
    if !bare.is_empty() {
        out.push(Prompt::HighClaim { questions: bare });
    }
    out
}

fn indices(ratings: &Ratings, keep: impl Fn((usize, f64)) -> bool) -> Vec<usize> {
    ratings.answers.iter().enumerate().filter(|(_, a)| a.is_some_and(&keep)).map(|(q, _)| q).collect()
}

fn lz(model: &Model, ratings: &Ratings) -> Option<f64> {
    let (mut observed, mut expected, mut variance) = (0.0, 0.0, 0.0);
    let mut any = false;
    for d in &model.dimensions {
        let mut log_likelihood = vec![0.0; model.prior().len()];
        for (q, statement) in d.clone().filter_map(|q| Some((q, ratings.answers[q]?.0))) {
            for (sum, l) in log_likelihood.iter_mut().zip(model.log_p(q, statement)) {
                *sum += l;
            }
        }
        let position = model.posterior(&log_likelihood).mean();
        for (q, statement) in d.clone().filter_map(|q| Some((q, ratings.answers[q]?.0))) {
            let p = model.statement_probabilities(q, position);
            let mean: f64 = p.iter().map(|p| p * p.ln()).sum();
            observed += p[statement].ln();
            expected += mean;
            variance += p.iter().map(|p| p * p.ln().powi(2)).sum::<f64>() - mean * mean;
            any = true;
        }
    }
    any.then(|| (observed - expected) / variance.sqrt())
}

/// Pairs of steps of different difficulty of which the easier is not passed and the harder is; and the most possible.
fn guttman(model: &Model, ratings: &Ratings, questions: std::ops::Range<usize>) -> (usize, usize) {
    let thresholds = &model.settings.thresholds;
    let mut steps: Vec<(f64, bool)> = Vec::new();
    for (q, statement) in questions.filter_map(|q| Some((q, ratings.answers[q]?.0))) {
        steps.extend(thresholds.iter().enumerate().map(|(k, b)| (b + model.difficulty[q], statement > k)));
    }
    let passed: Vec<f64> = steps.iter().filter(|(_, passed)| *passed).map(|(b, _)| *b).collect();
    let missed: Vec<f64> = steps.iter().filter(|(_, passed)| !passed).map(|(b, _)| *b).collect();
    let errors = passed.iter().map(|hard| missed.iter().filter(|easy| **easy < hard - 1e-9).count()).sum();
    (errors, passed.len() * missed.len())
}

fn longest_run(answers: &[usize]) -> usize {
    answers.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0)
}

fn spread(answers: &[usize]) -> Option<f64> {
    let n = answers.len() as f64;
    let mean = answers.iter().map(|a| *a as f64).sum::<f64>() / n;
    (n > 0.0).then(|| (answers.iter().map(|a| (*a as f64 - mean).powi(2)).sum::<f64>() / n).sqrt())
}

/// An answer three steps from the mean of the others, or two that are 2.4 steps away. Compared in whole steps times
/// the number of other answers, with room for rounding.
fn contradiction(model: &Model, ratings: &Ratings, dimension: usize) -> Option<Prompt> {
    let answers: Vec<(usize, f64)> =
        model.dimensions[dimension].clone().filter_map(|q| Some((q, ratings.answers[q]?.0 as f64))).collect();
    let others = answers.len() as f64 - 1.0;
    if others < 1.0 {
        return None;
    }
    let total: f64 = answers.iter().map(|(_, y)| y).sum();
    let away = |steps: f64| -> Vec<usize> {
        let far = |y: f64| (others * y - (total - y)).abs() >= steps * others - 1e-9;
        answers.iter().filter(|(_, y)| far(*y)).map(|(q, _)| *q).collect()
    };
    let (far, further) = (away(2.4), away(3.0));
    let questions = if far.len() >= 2 { far } else { further };
    (!questions.is_empty()).then_some(Prompt::Contradiction { dimension, questions })
}

fn reversal(model: &Model, ratings: &Ratings, dimension: usize) -> Option<Prompt> {
    let top = model.statements() - 1;
    let find = |keep: &dyn Fn(f64, usize) -> bool| {
        model.dimensions[dimension].clone().find(|q| ratings.answers[*q].is_some_and(|(k, _)| keep(model.difficulty[*q], k)))
    };
    let easier = find(&|difficulty, k| difficulty < 0.0 && k <= 1)?;
    let harder = find(&|difficulty, k| difficulty > 0.0 && k >= top)?;
    Some(Prompt::Reversal { dimension, easier, harder })
}

/// Five sixths of at least twelve answers the same, at neither end: honest answers run straight most often at the ends.
fn is_straight_line(model: &Model, ratings: &Ratings) -> bool {
    let answered = ratings.answers.iter().flatten().count();
    let same = |k: usize| ratings.answers.iter().flatten().filter(|(y, _)| *y == k).count();
    answered >= 12 && (1..model.statements() - 1).any(|k| same(k) * 6 >= answered * 5)
}
