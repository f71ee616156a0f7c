//! What to talk about, in which order, and how much of it fits into the time.
//!
//! The order is that of `docs/calibration.md`: first the questions whose answers differ by two steps or more, the largest
//! difference first; then those that differ by one step in the dimension with the largest gap; then all other differences
//! of one step. Ties keep the order of the ladder. Questions that only one side answered come last, *no opportunity*
//! against a rating before the others. [`crate::model::agreement`] finds that order.
//!
//! Minutes are suggestions. Two careful raters differ on about 15 of 24 questions: 11 by one step, 3 or 4 by two, every
//! second pair on one by three (simulated with the spreads of `docs/measurement.md`). With 2, 4 and 5 minutes a session of
//! 25 minutes gets through the widest three, one of 45 through twelve, and one of 60 through all in nine of ten pairs.

use crate::model::agreement::{choices, deltas, largest_gap, one_sided};
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;

/// Minutes of each session that are reserved for its start and for actions.
pub const OVERHEAD: usize = 10;

/// Which part of the agenda a question belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The answers lie two steps or more apart.
    TwoOrMore,
    /// One step, in the dimension with the largest gap.
    OneLeading,
    /// One step, in another dimension.
    OneOther,
    /// Only one side answered on the scale.
    OneSided,
}

/// A question to talk about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The question, by index.
    pub question: usize,
    /// Its part of the agenda.
    pub group: Group,
    /// Steps between the two answers; 0 where only one side answered.
    pub steps: usize,
    /// Whether one side answered *no opportunity* and the other rated.
    pub no_opportunity: bool,
}

impl Point {
    /// Suggested minutes.
    pub fn minutes(&self) -> usize {
        match (self.group, self.steps) {
            (Group::OneSided, _) => 1 + usize::from(self.no_opportunity),
            (_, 0 | 1) => 2,
            (_, 2) => 4,
            _ => 5,
        }
    }
}

/// All questions of the ladder, each in one of three lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agenda {
    /// What to talk about, in order.
    pub points: Vec<Point>,
    /// Answered alike, on the scale or off it.
    pub same: Vec<usize>,
    /// Answered on the scale by neither, and not alike.
    pub neither: Vec<usize>,
    /// The dimension with the largest gap.
    pub leading: Option<usize>,
}

impl Agenda {
    pub fn point(&self, question: usize) -> Option<&Point> {
        self.points.iter().find(|p| p.question == question)
    }

    /// The differences alone.
    pub fn differences(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(|p| p.group != Group::OneSided)
    }
}

/// Puts the questions in order. `gaps` are the differences of the two positions in each dimension, in levels.
pub fn agenda(ladder: &Ladder, a: &Assessment, b: &Assessment, gaps: &[f64]) -> Agenda {
    let leading = largest_gap(gaps);
    let differing = deltas(ladder, a, b, gaps).into_iter().map(|d| {
        let group = match (d.steps(), leading == Some(ladder.dimension_of(d.question))) {
            (2.., _) => Group::TwoOrMore,
            (_, true) => Group::OneLeading,
            (_, false) => Group::OneOther,
        };
        Point { question: d.question, group, steps: d.steps(), no_opportunity: false }
    });
    let alone = one_sided(ladder, a, b).into_iter();
    let alone =
        alone.map(|o| Point { question: o.question, group: Group::OneSided, steps: 0, no_opportunity: o.no_opportunity() });
    let points: Vec<Point> = differing.chain(alone).collect();
    let mut out = Agenda { leading, ..Agenda::default() };
    for (question, x, y) in choices(ladder, a, b) {
        if x.is_some() && x == y {
            out.same.push(question);
        } else if points.iter().all(|p| p.question != question) {
            out.neither.push(question);
        }
    }
    Agenda { points, ..out }
}

/// What fits into a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Minutes in all.
    pub length: usize,
    /// Questions that fit, in order.
    pub fitting: Vec<usize>,
    /// Questions that are left as rated unless time remains.
    pub left: Vec<usize>,
}

/// Takes points in order until one does not fit. Later points are not tried, so that a small difference never goes before a
/// large one.
pub fn plan(agenda: &Agenda, length: usize) -> Plan {
    let mut remaining = Some(length.saturating_sub(OVERHEAD));
    let mut out = Plan { length, ..Plan::default() };
    for p in &agenda.points {
        remaining = remaining.and_then(|minutes| minutes.checked_sub(p.minutes()));
        if remaining.is_some() { out.fitting.push(p.question) } else { out.left.push(p.question) }
    }
    out
}
