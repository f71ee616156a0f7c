//! Dated snapshots of an assessment, and what changed between two of them.
//!
//! Two snapshots by one rater are compared as rated: the rater's own error is the same in both and falls out of the
//! difference of the two stage-1 posteriors. Snapshots by different raters are compared by the true positions, which have
//! that error in them. `docs/measurement.md` has both stages. A change is named only where the interval of the
//! difference, with the coverage that the ladder shows everywhere, excludes 0.

use super::assessment::{Assessment, Choice, SnapshotOf};
use super::ladder::Ladder;
use super::profile::{Overall, check, profile};
use super::scoring::{Model, Score, difference};
use crate::base::error::FileError;
use crate::base::numbers::{decimals, percent_text};
use crate::messages::{Message, snapshots};

/// A dated copy under an id of its own. `taken` is an ISO 8601 time.
pub fn snapshot(a: &Assessment, id: String, taken: String, why: String) -> Assessment {
    let of = SnapshotOf { of: a.id.clone(), taken, why, ..SnapshotOf::default() };
    Assessment { id, snapshot: Some(of), ..a.clone() }
}

/// The snapshots of one assessment, the oldest first.
pub fn snapshots_of<'a>(records: &'a [Assessment], id: &str) -> Vec<&'a Assessment> {
    let taken = |a: &Assessment| a.snapshot.as_ref().map(|s| s.taken.clone());
    let mut found: Vec<&Assessment> = records.iter().filter(|r| r.snapshot.as_ref().is_some_and(|s| s.of == id)).collect();
    found.sort_by_key(|a| taken(a));
    found
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The interval of the difference lies above 0.
    Higher,
    /// It lies below 0.
    Lower,
    /// It contains 0.
    NoClearChange,
}

/// How far a dimension moved, later minus earlier, in levels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Expected difference.
    pub mean: f64,
    /// Its equal-tailed interval.
    pub interval: [f64; 2],
    pub direction: Direction,
}

/// One answer that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedAnswer {
    /// The question, by index.
    pub question: usize,
    pub before: Option<Choice>,
    pub after: Option<Choice>,
    /// The example given later, which says why; may be empty.
    pub why: String,
}

/// What changed between two snapshots.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// Whether both are compared as rated, by one rater.
    pub same_rater: bool,
    /// The earlier result.
    pub before: Overall,
    pub after: Overall,
    /// For each dimension its change; `None` where either has too few answers.
    pub dimensions: Vec<Option<Change>>,
    /// The answers that differ, in the order of the ladder.
    pub answers: Vec<ChangedAnswer>,
}

/// Whether two snapshots measure the same thing with the same text. Missing information is no difference.
///
/// # Errors
/// What differs.
pub fn comparable(earlier: &Assessment, later: &Assessment) -> Result<(), FileError> {
    let (a, b) = (&earlier.ladder, &later.ladder);
    let differ = |a: &str, b: &str| !a.is_empty() && !b.is_empty() && a != b;
    if differ(&earlier.subject.name, &later.subject.name) {
        return Err(FileError::at("subject.name", snapshots::DIFFERENT_PEOPLE));
    }
    if a.id != b.id {
        return Err(FileError::at("ladder.id", snapshots::different_ladders(&a.id, &b.id)));
    }
    if differ(&a.revision, &b.revision) {
        return Err(FileError::at("ladder.revision", snapshots::different_revisions(&a.revision, &b.revision)));
    }
    if differ(&a.digest, &b.digest) {
        return Err(FileError::at("ladder.digest", snapshots::DIFFERENT_TEXTS));
    }
    Ok(())
}

/// What changed from one snapshot to a later one.
///
/// # Errors
/// Why they cannot be compared, or why one cannot be scored on this ladder.
pub fn trend(ladder: &Ladder, model: &Model, earlier: &Assessment, later: &Assessment) -> Result<Trend, FileError> {
    comparable(earlier, later)?;
    for a in [earlier, later] {
        check(ladder, a)?;
    }
    let same_rater = same_rater(earlier, later);
    let score = |a: &Assessment| profile(ladder, model, std::slice::from_ref(a));
    let (before, after) = (score(earlier), score(later));
    let change = |d| change(ladder, [&before.score, &after.score], d, same_rater);
    Ok(Trend {
        same_rater,
        dimensions: (0..ladder.dimensions.len()).map(change).collect(),
        answers: changed_answers(ladder, earlier, later),
        before: before.overall,
        after: after.overall,
    })
}

fn same_rater(a: &Assessment, b: &Assessment) -> bool {
    let (a, b) = (&a.rater, &b.rater);
    a.role == b.role && (a.name.is_empty() || b.name.is_empty() || a.name == b.name)
}

fn change(ladder: &Ladder, scores: [&Score; 2], dimension: usize, same_rater: bool) -> Option<Change> {
    let [before, after] = scores.map(|s| &s.dimensions[dimension]);
    let least = ladder.scoring.minimum_answers;
    if before.raters[0].answered < least || after.raters[0].answered < least {
        return None;
    }
    let difference = if same_rater {
        difference(&after.raters[0].posterior, &before.raters[0].posterior)
    } else {
        difference(&after.position, &before.position)
    };
    let interval = difference.interval(ladder.scoring.interval);
    let direction = match interval {
        [low, _] if low > 0.0 => Direction::Higher,
        [_, high] if high < 0.0 => Direction::Lower,
        _ => Direction::NoClearChange,
    };
    Some(Change { mean: difference.mean(), interval, direction })
}

fn changed_answers(ladder: &Ladder, earlier: &Assessment, later: &Assessment) -> Vec<ChangedAnswer> {
    let changed = |(question, q): (usize, &super::ladder::Question)| {
        let (before, after) = (earlier.answers.get(&q.id), later.answers.get(&q.id));
        let choice = |x: Option<&super::assessment::Answer>| x.and_then(|x| x.choice);
        let why = after.map_or_else(String::new, |x| x.example.trim().to_owned());
        let (before, after) = (choice(before), choice(after));
        (before != after).then_some(ChangedAnswer { question, before, after, why })
    };
    ladder.questions.iter().enumerate().filter_map(changed).collect()
}

/// "Scope: higher, by 0.6 of a level (80% interval 0.1 to 1.1)."
pub fn change_text(ladder: &Ladder, dimension: usize, change: Option<&Change>) -> Message {
    let title = &ladder.dimensions[dimension].title;
    let Some(change) = change else { return snapshots::too_few_to_compare(title) };
    let coverage = percent_text(ladder.scoring.interval);
    let [low, high] = change.interval;
    let (direction, near, far) = match change.direction {
        Direction::Higher => ("higher", low, high),
        Direction::Lower => ("lower", -high, -low),
        Direction::NoClearChange => {
            let (low, high) = (decimals(low, 1), decimals(high, 1));
            return snapshots::no_clear_change(title, coverage, low, high);
        }
    };
    let by = decimals(change.mean.abs(), 1);
    let amount = if by.starts_with("0.") { "part" } else { "more" };
    // An end that would be printed as 0 is beyond it.
    let near = if near < 0.05 { snapshots::OVER_ZERO.to_owned() } else { decimals(near, 1) };
    snapshots::changed(title, direction, by, amount, coverage, near, decimals(far, 1))
}
