//! The geometry of the interval chart, for the screen and for the exported picture: an axis over the positions, and a shape
//! for each level, so that color is never the only sign.

use crate::model::ladder::Ladder;

/// The axis: all cuts of a ladder, and more at each end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// The position at the left end.
    pub low: f64,
    /// The position at the right end.
    pub high: f64,
}

impl Axis {
    /// The axis of a ladder: one level below the first cut and one above the last, and half a level more.
    pub fn new(ladder: &Ladder) -> Self {
        let cuts = &ladder.scoring.cuts;
        Self { low: cuts.first().unwrap_or(&1.0) - 1.5, high: cuts.last().unwrap_or(&1.0) + 1.5 }
    }

    /// The place of a position on the axis: 0 at the left end, 1 at the right; positions outside give values outside.
    pub fn share(&self, position: f64) -> f64 {
        (position - self.low) / (self.high - self.low)
    }

    /// The ends of the levels from left to right: one more than there are levels.
    pub fn edges(&self, ladder: &Ladder) -> Vec<f64> {
        [self.low].into_iter().chain(ladder.scoring.cuts.iter().copied()).chain([self.high]).collect()
    }
}

/// The outline of a level's mark around the origin, as the `d` of an SVG path, from the third level upward: a diamond,
/// then shapes of about equal area for ladders with more levels.
pub fn outline(level: usize) -> &'static str {
    match level {
        3 => "M0-8.15 8.15 0 0 8.15-8.15 0Z",
        4 => "M0-8.5 8.6 6.4-8.6 6.4Z",
        5 => "M0 8.5 8.6-6.4-8.6-6.4Z",
        6 => "M-2.6-8h5.2v5.4H8v5.2H2.6V8h-5.2V2.6H-8v-5.2h5.4Z",
        7 => "M0-7.6 7.2-2.3 4.5 6.2h-9L-7.2-2.3Z",
        _ => "M-4-7H4L8 0 4 7H-4L-8 0Z",
    }
}
