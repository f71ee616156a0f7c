//! Organization readiness: whether an organization gives a role what it needs. The answers are about the organization,
//! never about a person, and have no influence on the level.

use litemap::LiteMap;

use crate::messages::{Message, readiness_result};
use crate::model::ladder::Ladder;
use crate::model::ladder_extras::{Readiness, ReadinessCondition};

pub use crate::model::growth::Presence;

/// The result of one condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConditionResult {
    /// The result; `None` without an answer.
    pub presence: Option<Presence>,
    /// Questions without an answer.
    pub open: usize,
}

/// The conditions in the order of the ladder.
///
/// The result is *cannot tell* where more than half of the questions are answered so or open. Otherwise the condition is
/// present where every known answer is, absent where none is present and more than half of the known ones are absent, and
/// partly present in between.
pub fn readiness(readiness: &Readiness, answers: &LiteMap<String, Presence>) -> Vec<ConditionResult> {
    readiness.conditions.iter().map(|c| result(c, answers)).collect()
}

fn result(condition: &ReadinessCondition, answers: &LiteMap<String, Presence>) -> ConditionResult {
    let given: Vec<Presence> = condition.questions.iter().filter_map(|q| answers.get(&q.id).copied()).collect();
    let count = |presence: Presence| given.iter().filter(|p| **p == presence).count();
    let (present, absent) = (count(Presence::Present), count(Presence::Absent));
    let known = given.len() - count(Presence::CannotTell);
    let presence = if 2 * known < condition.questions.len() {
        Presence::CannotTell
    } else if present == known {
        Presence::Present
    } else if present == 0 && 2 * absent > known {
        Presence::Absent
    } else {
        Presence::Partly
    };
    ConditionResult { presence: (!given.is_empty()).then_some(presence), open: condition.questions.len() - given.len() }
}

/// The text for a condition.
pub fn condition_text(condition: &ReadinessCondition, result: ConditionResult) -> String {
    let text = match result.presence {
        None => return readiness_result::NOT_ANSWERED_YET.into(),
        Some(Presence::Present) => &condition.present,
        Some(Presence::Partly) => &condition.partly,
        Some(Presence::Absent) => &condition.absent,
        Some(Presence::CannotTell) => &condition.cannot_tell,
    };
    match result.open {
        0 => text.clone(),
        open => format!("{text} {}", readiness_result::questions_open(open)),
    }
}

/// All conditions in one sentence: "In place: A. Partly: B. Missing: C."
pub fn readiness_text(readiness: &Readiness, results: &[ConditionResult]) -> Message {
    let kinds = [Some(Presence::Present), Some(Presence::Partly), Some(Presence::Absent), Some(Presence::CannotTell), None];
    let parts = kinds.into_iter().filter_map(|presence| {
        let matching = readiness.conditions.iter().zip(results).filter(|(_, r)| r.presence == presence);
        let titles: Vec<String> = matching.map(|(c, _)| lower_first(&c.title)).collect();
        let sentence = match presence {
            _ if titles.is_empty() => return None,
            Some(Presence::Present) => readiness_result::in_place(titles),
            Some(Presence::Partly) => readiness_result::partly_in_place(titles),
            Some(Presence::Absent) => readiness_result::missing(titles),
            Some(Presence::CannotTell) => readiness_result::cannot_be_told(titles),
            None => readiness_result::not_answered(titles),
        };
        Some(sentence)
    });
    Message::sentences(parts)
}

/// Titles are inside a sentence here.
fn lower_first(title: &str) -> String {
    let mut rest = title.chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}

/// Whether the result is shown with a profile of this level.
pub fn is_shown_with_profile(readiness: &Readiness, level: usize) -> bool {
    readiness.shown_from.is_some_and(|from| level >= from)
}

/// The sentence that connects a profile with the readiness answers: the dimensions that hold the level back, and the first
/// absent condition that affects one of them. `None` without such a condition.
pub fn joined(ladder: &Ladder, holding: &[usize], answers: &LiteMap<String, Presence>) -> Option<Message> {
    let questions = ladder.extras.readiness.conditions.iter().flat_map(|c| &c.questions);
    let mut absent = questions.filter(|q| answers.get(&q.id) == Some(&Presence::Absent));
    let cause = absent.find(|q| q.bears_on.iter().any(|d| holding.contains(d)))?;
    let titles = holding.iter().map(|d| ladder.dimensions[*d].title.as_str());
    Some(readiness_result::look_at_the_role(titles, holding.len(), &cause.clause))
}
