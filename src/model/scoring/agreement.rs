//! The difference of two positions in one dimension: of two raters, or of one at two times.

use super::density::Density;

/// The difference of two independent positions on the same grid, first minus second, in levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Expected difference.
    pub mean: f64,
    /// Its standard deviation.
    pub sd: f64,
    /// Probability that the first is at least half a level higher.
    pub first_higher_half_level: f64,
    /// Probability that the second is at least half a level higher.
    pub second_higher_half_level: f64,
}

/// The whole distribution of the same difference, first minus second, with an interval to read off.
pub fn difference(first: &Density, second: &Density) -> Density {
    first.minus(second)
}

/// Cross-correlates two posteriors with cells of `step` levels.
pub fn gap(first: &Density, second: &Density, step: f64) -> Gap {
    let (a, b) = (first.cells(), second.cells());
    let half = crate::base::numbers::to_index((0.5 / step - 1e-9).ceil());
    let (mut mean, mut square, mut up, mut down) = (0.0, 0.0, 0.0, 0.0);
    for (i, p) in a.iter().enumerate() {
        for (j, q) in b.iter().enumerate() {
            let (mass, cells) = (p * q, i as f64 - j as f64);
            mean += mass * cells * step;
            square += mass * (cells * step).powi(2);
            up += if i >= j + half { mass } else { 0.0 };
            down += if j >= i + half { mass } else { 0.0 };
        }
    }
    Gap { mean, sd: (square - mean * mean).max(0.0).sqrt(), first_higher_half_level: up, second_higher_half_level: down }
}
