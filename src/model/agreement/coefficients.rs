//! Coefficients of agreement: Cohen's kappa, Gwet's AC1 and AC2, Krippendorff's alpha.
//!
//! Kappa and alpha are written as one minus the observed disagreement over the one expected by chance. Both are ratios
//! of sums of whole numbers, so that "no variation" is found exactly and not by a tolerance.

use super::Undefined;
use super::counts::{around, two_or_more};

/// A coefficient with its 95% interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub value: f64,
    /// Its interval, the upper end cut at 1.
    pub interval: [f64; 2],
}

/// All coefficients over the questions that both raters answered on the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coefficients {
    /// Gwet's AC2 with linear weights.
    pub ac2_linear: Result<Estimate, Undefined>,
    /// Gwet's AC1: only the same statement counts as agreement.
    pub ac1: Result<Estimate, Undefined>,
    /// Cohen's kappa, unweighted.
    pub kappa_unweighted: Result<f64, Undefined>,
    /// Cohen's kappa with linear weights.
    pub kappa_linear: Result<f64, Undefined>,
    /// Cohen's kappa with quadratic weights.
    pub kappa_quadratic: Result<f64, Undefined>,
    /// Krippendorff's alpha for ordered categories.
    pub alpha_ordinal: Result<f64, Undefined>,
    /// Krippendorff's alpha for equal steps.
    pub alpha_interval: Result<f64, Undefined>,
}

/// The distance of two statements.
type Distance<'a> = &'a dyn Fn(usize, usize) -> f64;

/// Computes all of them. Every statement of a pair has to be below `statements`, the number of statements of a question.
pub fn coefficients(pairs: &[(usize, usize)], statements: usize) -> Coefficients {
    let counts = Counts::new(pairs, statements);
    let top = statements as f64 - 1.0;
    let differs = |k: usize, l: usize| if k == l { 0.0 } else { 1.0 };
    let steps = |k: usize, l: usize| k.abs_diff(l) as f64;
    let squared = |k: usize, l: usize| steps(k, l).powi(2);
    Coefficients {
        ac2_linear: gwet(pairs, &counts, &|k, l| 1.0 - steps(k, l) / top),
        ac1: gwet(pairs, &counts, &|k, l| 1.0 - differs(k, l)),
        kappa_unweighted: kappa(pairs, &counts, &differs),
        kappa_linear: kappa(pairs, &counts, &steps),
        kappa_quadratic: kappa(pairs, &counts, &squared),
        alpha_ordinal: alpha(pairs, &counts, &|k, l| counts.between(k, l).powi(2)),
        alpha_interval: alpha(pairs, &counts, &squared),
    }
}

/// How often each statement was chosen by A, by B and by either.
struct Counts {
    a: Vec<f64>,
    b: Vec<f64>,
    both: Vec<f64>,
}

impl Counts {
    fn new(pairs: &[(usize, usize)], statements: usize) -> Self {
        let (mut a, mut b) = (vec![0.0; statements], vec![0.0; statements]);
        for (k, l) in pairs {
            a[*k] += 1.0;
            b[*l] += 1.0;
        }
        let both = a.iter().zip(&b).map(|(x, y)| x + y).collect();
        Self { a, b, both }
    }

    /// Twice the number of answers from the middle of those at one statement to the middle of those at another.
    fn between(&self, k: usize, l: usize) -> f64 {
        let inside: f64 = self.both[k.min(l)..=k.max(l)].iter().sum();
        2.0 * inside - self.both[k] - self.both[l]
    }
}

/// The sum of distances over all combinations of two lists of counts.
fn all_combinations(first: &[f64], second: &[f64], distance: Distance) -> f64 {
    let row = |(k, m): (usize, &f64)| -> f64 { second.iter().enumerate().map(|(l, n)| m * n * distance(k, l)).sum() };
    first.iter().enumerate().map(row).sum()
}

fn over_pairs(pairs: &[(usize, usize)], distance: Distance) -> f64 {
    pairs.iter().map(|(a, b)| distance(*a, *b)).sum()
}

/// Cohen 1960, 1968: chance combines each answer of A with each of B.
fn kappa(pairs: &[(usize, usize)], counts: &Counts, distance: Distance) -> Result<f64, Undefined> {
    two_or_more(pairs)?;
    let n = pairs.len() as f64;
    one_minus(n * over_pairs(pairs, distance), all_combinations(&counts.a, &counts.b, distance))
}

/// Krippendorff 2004, for two raters without missing answers: chance combines each answer with each other one.
fn alpha(pairs: &[(usize, usize)], counts: &Counts, distance: Distance) -> Result<f64, Undefined> {
    two_or_more(pairs)?;
    let n = pairs.len() as f64;
    let others = 2.0 * n - 1.0;
    one_minus(2.0 * others * over_pairs(pairs, distance), all_combinations(&counts.both, &counts.both, distance))
}

fn one_minus(observed: f64, expected: f64) -> Result<f64, Undefined> {
    if expected > 0.0 { Ok(1.0 - observed / expected) } else { Err(Undefined::NoVariation) }
}

/// Gwet 2008: chance agreement comes from how evenly the statements are used; the variance is over the questions.
fn gwet(pairs: &[(usize, usize)], counts: &Counts, weight: Distance) -> Result<Estimate, Undefined> {
    two_or_more(pairs)?;
    let n = pairs.len() as f64;
    let statements = counts.both.len() as f64;
    let ones = vec![1.0; counts.both.len()];
    let factor = all_combinations(&ones, &ones, weight) / (statements * (statements - 1.0));
    let share: Vec<f64> = counts.both.iter().map(|c| c / (2.0 * n)).collect();
    let chance = factor * share.iter().map(|p| p * (1.0 - p)).sum::<f64>();
    let value = (over_pairs(pairs, weight) / n - chance) / (1.0 - chance);
    let deviation = |(a, b): &(usize, usize)| {
        let own_chance = factor * (1.0 - f64::midpoint(share[*a], share[*b]));
        let own = weight(*a, *b) - chance - 2.0 * (1.0 - value) * (own_chance - chance);
        (own / (1.0 - chance) - value).powi(2)
    };
    let variance = pairs.iter().map(deviation).sum::<f64>() / (n * (n - 1.0));
    let [low, high] = around(value, variance.sqrt(), pairs.len());
    Ok(Estimate { value, interval: [low, high.min(1.0)] })
}
