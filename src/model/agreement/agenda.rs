//! The questions that two raters discuss first: those on which they differ, in order, and those that one of them left out.

use crate::model::assessment::{Assessment, Choice};
use crate::model::ladder::Ladder;

/// A question on which two raters chose different statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delta {
    /// By index.
    pub question: usize,
    pub a: usize,
    pub b: usize,
}

impl Delta {
    /// The number of steps between the statements.
    pub fn steps(self) -> usize {
        self.a.abs_diff(self.b)
    }
}

/// A question that only one rater answered on the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneSided {
    /// By index.
    pub question: usize,
    /// The choice of A, if there is one.
    pub a: Option<Choice>,
    /// The choice of B, if there is one.
    pub b: Option<Choice>,
}

impl OneSided {
    /// Whether one rater answered *no opportunity* and the other rated.
    pub fn no_opportunity(self) -> bool {
        [self.a, self.b].into_iter().flatten().any(Choice::is_missing_opportunity)
    }
}

/// The questions with different statements: two steps and more first, the largest first; then one step in the dimension
/// with the largest gap; then the other single steps. Inside each the order of the ladder.
///
/// `gaps` are the differences of the two positions in each dimension, in levels.
pub fn deltas(ladder: &Ladder, a: &Assessment, b: &Assessment, gaps: &[f64]) -> Vec<Delta> {
    let first = largest_gap(gaps);
    let differing = choices(ladder, a, b).filter_map(|(question, x, y)| match (x, y) {
        (Some(Choice::Statement(a)), Some(Choice::Statement(b))) if a != b => Some(Delta { question, a, b }),
        _ => None,
    });
    let mut out: Vec<Delta> = differing.collect();
    let in_other_dimension = |d: &Delta| d.steps() == 1 && Some(ladder.dimension_of(d.question)) != first;
    out.sort_by(|x, y| y.steps().cmp(&x.steps()).then(in_other_dimension(x).cmp(&in_other_dimension(y))));
    out
}

/// The dimension with the largest absolute mean gap; within 1e-9 the earlier one.
pub fn largest_gap(gaps: &[f64]) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for (d, size) in gaps.iter().map(|g| g.abs()).enumerate() {
        if best.is_none_or(|(_, most)| size > most + 1e-9) {
            best = Some((d, size));
        }
    }
    best.map(|(d, _)| d)
}

/// The questions that only one rater answered on the scale: *no opportunity* against a statement first.
pub fn one_sided(ladder: &Ladder, a: &Assessment, b: &Assessment) -> Vec<OneSided> {
    let on_scale = |c: Option<Choice>| matches!(c, Some(Choice::Statement(_)));
    let rows = choices(ladder, a, b).filter(|(_, x, y)| on_scale(*x) != on_scale(*y));
    let mut out: Vec<OneSided> = rows.map(|(question, a, b)| OneSided { question, a, b }).collect();
    out.sort_by_key(|item| std::cmp::Reverse(item.no_opportunity()));
    out
}

/// Each question with the choice of both raters.
pub fn choices<'a>(
    ladder: &'a Ladder,
    a: &'a Assessment,
    b: &'a Assessment,
) -> impl Iterator<Item = (usize, Option<Choice>, Option<Choice>)> + 'a {
    let of = |x: &Assessment, id: &str| x.answers.get(id).and_then(|answer| answer.choice);
    ladder.questions.iter().enumerate().map(move |(i, q)| (i, of(a, &q.id), of(b, &q.id)))
}
