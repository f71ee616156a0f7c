//! Evidence along the months of a period: which months have evidence, which have none, and whether most of it is recent.

use super::Evidence;
use crate::base::dates::Month;
use crate::messages::{self, Message};
use crate::model::assessment::Period;

/// The months without evidence from which a gap is reported.
const GAP: i32 = 4;
/// The dated pieces from which it is reported that most are recent.
const ENOUGH: usize = 4;

/// A piece with its months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// The piece, by index.
    pub piece: usize,
    pub from: Month,
    pub to: Month,
}

/// Evidence in chronological order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The months on the axis: those of the period, or else from the first piece to the last.
    pub months: Option<(Month, Month)>,
    /// Pieces with a date, the earliest first.
    pub dated: Vec<Dated>,
    /// Pieces without one, by index.
    pub undated: Vec<usize>,
    /// First and last months of stretches without evidence.
    pub gaps: Vec<(Month, Month)>,
    /// Pieces that begin in the last quarter of the months.
    pub recent: usize,
}

/// Sorts evidence in chronological order.
pub fn timeline(period: &Period, evidence: &[Evidence]) -> Timeline {
    let (mut dated, mut undated) = (Vec::new(), Vec::new());
    for (piece, e) in evidence.iter().enumerate() {
        match (Month::parse(&e.from), Month::parse(&e.to)) {
            (Some(from), to) => dated.push(Dated { piece, from, to: to.filter(|to| *to > from).unwrap_or(from) }),
            (None, Some(to)) => dated.push(Dated { piece, from: to, to }),
            (None, None) => undated.push(piece),
        }
    }
    dated.sort_by(|a, b| a.from.cmp(&b.from).then(a.to.cmp(&b.to)));
    let stated = Month::parse(&period.from).zip(Month::parse(&period.to)).filter(|(from, to)| from <= to);
    let spanned = dated.first().map(|first| (first.from, dated.iter().fold(first.to, |last, d| last.max(d.to))));
    let months = stated.or(spanned);
    let gaps = months.filter(|_| !dated.is_empty()).map(|months| gaps(months, &dated)).unwrap_or_default();
    let recent = months.map_or(0, |(from, to)| {
        let quarter = (from.until(to) + 1) / 4;
        dated.iter().filter(|d| d.from.until(to) < quarter && d.from <= to).count()
    });
    Timeline { months, dated, undated, gaps, recent }
}

/// Stretches of months that no piece covers; `dated` is in chronological order.
fn gaps((from, to): (Month, Month), dated: &[Dated]) -> Vec<(Month, Month)> {
    let mut gaps = Vec::new();
    let mut next = from;
    let mut close = |next: Month, until: Month| {
        if next.until(until) >= GAP {
            gaps.push((next, until.plus(-1)));
        }
    };
    for d in dated {
        close(next, d.from.min(to.plus(1)));
        next = next.max(d.to.plus(1));
    }
    close(next, to.plus(1));
    gaps
}

/// Remarks about the timeline, without reproach.
pub fn timeline_text(t: &Timeline) -> Vec<Message> {
    let Some((from, to)) = t.months else { return Vec::new() };
    let mut out = Vec::new();
    let in_one_year = from.until(to) < 12;
    let month_text = |m: Month| if in_one_year { m.name().to_owned() } else { m.text() };
    for (first, last) in &t.gaps {
        out.push(messages::timeline::nothing_dated(month_text(*first), month_text(*last)));
    }
    if t.dated.len() >= ENOUGH && 2 * t.recent > t.dated.len() {
        let quarter = (from.until(to) + 1) / 4;
        out.push(messages::timeline::mostly_recent(t.recent, t.dated.len(), quarter.to_string()));
    }
    match t.undated.len() {
        0 => {}
        n => out.push(messages::timeline::undated(n)),
    }
    out
}
