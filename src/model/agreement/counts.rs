//! Counts of two raters: how often they agree, how far apart they are, who is higher.

use super::student_t::two_sided_t;
use super::{COVERAGE, Undefined};

/// Counts over the pairs, and the mean difference with its interval. Differences are A minus B, in steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RawCounts {
    /// Questions that both answered on the scale.
    pub pairs: usize,
    /// Pairs with the same statement.
    pub same: usize,
    /// Pairs at most one step apart.
    pub within_one: usize,
    /// Pairs on which A is higher.
    pub a_higher: usize,
    /// Pairs on which B is higher.
    pub b_higher: usize,
    /// The largest difference, without its sign.
    pub largest: Result<usize, Undefined>,
    /// Mean difference.
    pub mean: Result<f64, Undefined>,
    /// Its 95% interval by Student's t.
    pub interval: Result<[f64; 2], Undefined>,
    /// Standard deviation of the differences, with one less than the pairs in the denominator.
    pub sd: Result<f64, Undefined>,
    /// Mean difference without signs.
    pub mean_absolute: Result<f64, Undefined>,
}

/// Counts and averages over pairs of statements. Sums are of whole numbers and therefore exact.
pub fn plain(pairs: &[(usize, usize)]) -> RawCounts {
    let count = |keep: &dyn Fn(usize, usize) -> bool| pairs.iter().filter(|(a, b)| keep(*a, *b)).count();
    let n = pairs.len() as f64;
    let difference = |(a, b): &(usize, usize)| *a as f64 - *b as f64;
    let sum: f64 = pairs.iter().map(difference).sum();
    let squares: f64 = pairs.iter().map(|p| difference(p).powi(2)).sum();
    let distances: usize = pairs.iter().map(|(a, b)| a.abs_diff(*b)).sum();
    // n² times the mean squared deviation.
    let deviation = n * squares - sum * sum;
    let sd = two_or_more(pairs).map(|()| (deviation / (n * (n - 1.0))).sqrt());
    let interval = match sd {
        Ok(_) if deviation <= 0.0 => Err(Undefined::OneDifference),
        Ok(sd) => Ok(around(sum / n, sd / n.sqrt(), pairs.len())),
        Err(reason) => Err(reason),
    };
    let some = |value: f64| if pairs.is_empty() { Err(Undefined::NoPairs) } else { Ok(value) };
    RawCounts {
        pairs: pairs.len(),
        same: count(&|a, b| a == b),
        within_one: count(&|a, b| a.abs_diff(b) <= 1),
        a_higher: count(&|a, b| a > b),
        b_higher: count(&|a, b| a < b),
        largest: pairs.iter().map(|(a, b)| a.abs_diff(*b)).max().ok_or(Undefined::NoPairs),
        mean: some(sum / n),
        interval,
        sd,
        mean_absolute: some(distances as f64 / n),
    }
}

/// Spreads and coefficients need two pairs.
pub(super) fn two_or_more(pairs: &[(usize, usize)]) -> Result<(), Undefined> {
    match pairs.len() {
        0 => Err(Undefined::NoPairs),
        1 => Err(Undefined::OnePair),
        _ => Ok(()),
    }
}

/// The t interval around the mean of `n` values with this standard error.
pub(super) fn around(mean: f64, error: f64, n: usize) -> [f64; 2] {
    let reach = two_sided_t(COVERAGE, n - 1) * error;
    [mean - reach, mean + reach]
}
