//! Quantiles of Student's t for whole degrees of freedom.
//!
//! For whole degrees of freedom the probability between −t and t is a finite sum (Abramowitz and Stegun 1964, 26.7.3 and
//! 26.7.4), so no gamma or beta function is needed. For t above 0 it rises and is concave; Newton's method from 0 therefore
//! climbs toward the quantile without ever passing it.

use std::f64::consts::FRAC_2_PI;

/// The t with P(−t ≤ T ≤ t) = `coverage`, for a coverage below 1 and at least one degree of freedom.
pub fn two_sided_t(coverage: f64, degrees: usize) -> f64 {
    let mut t = 0.0;
    for _ in 0..200 {
        let (probability, slope) = within(t, degrees);
        let step = (coverage - probability) / slope;
        t += step;
        if step <= t * f64::EPSILON {
            break;
        }
    }
    t
}

/// P(−t ≤ T ≤ t) and its derivative. With tan θ = t/√ν the terms of the sum are powers of cos θ.
fn within(t: f64, degrees: usize) -> (f64, f64) {
    let n = degrees as f64;
    let square = n / (n + t * t);
    let (cos, sin) = (square.sqrt(), t / (n + t * t).sqrt());
    let odd = degrees % 2 == 1;
    let (mut sum, mut term) = (0.0, if odd { cos } else { 1.0 });
    for power in (degrees % 2..degrees.saturating_sub(1)).step_by(2) {
        sum += term;
        term *= square * (power as f64 + 1.0) / (power as f64 + 2.0);
    }
    // The term after the last one is the density, but for its factors.
    let slope = n.sqrt() * term * cos;
    if odd { (FRAC_2_PI * ((t / n.sqrt()).atan() + sin * sum), FRAC_2_PI * slope) } else { (sin * sum, slope) }
}
