//! Sentences for two raters, who are named by their role.

use super::{Comparison, DimensionGap, RawCounts, Undefined};
use crate::base::numbers::{decimals, percent, percent_text};
use crate::messages::{Message, agreement};
use crate::model::assessment::Role;

/// The name of one of two raters in sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RaterName {
    role: Role,
    /// "first" or "second", where both have the same role.
    which: &'static str,
}

/// The names of two raters: by role, or as first and second where both have the same.
pub fn rater_names(roles: [Role; 2]) -> [RaterName; 2] {
    let [first, second] = if roles[0] == roles[1] { ["first", "second"] } else { [""; 2] };
    [RaterName { role: roles[0], which: first }, RaterName { role: roles[1], which: second }]
}

/// "Same answer on 9 of 18, within one step on 18 of 18; 6 not answered by both raters."
pub fn same_text(c: &Comparison) -> Message {
    let p = &c.plain;
    if p.pairs == 0 {
        return agreement::NOTHING_IN_COMMON.into();
    }
    agreement::same_answers(p.same, p.pairs, p.within_one, c.questions - p.pairs)
}

/// "The manager rated 0.5 of a step higher on average (95% interval 0.28 to 0.72)."
///
/// Whether the interval contains 0 is decided by its ends as printed.
pub fn offset_text(p: &RawCounts, rater_names: &[RaterName; 2]) -> Message {
    let Ok(mean) = p.mean else { return agreement::TOO_FEW_IN_COMMON.into() };
    let (higher, sign) = if mean < 0.0 { (rater_names[1], -1.0) } else { (rater_names[0], 1.0) };
    let (which, role, (amount, number)) = (higher.which, higher.role.id(), amount(mean.abs()));
    match p.interval {
        Ok([low, high]) => {
            let (low, high) = if sign < 0.0 { (-high, -low) } else { (low, high) };
            if low < 0.005 {
                return agreement::NO_CLEAR_DIFFERENCE.into();
            }
            agreement::higher_on_average(which, role, amount, decimals(low, 2), decimals(high, 2), number)
        }
        Err(Undefined::OneDifference) if p.same == p.pairs => agreement::NO_DIFFERENCE.into(),
        Err(Undefined::OneDifference) => agreement::higher_everywhere(which, role, amount, number),
        Err(_) => agreement::TOO_FEW_IN_COMMON.into(),
    }
}

/// "Influence: the self-rating is 0.9 of a level higher (probably at least half a level: 83%)."
pub fn gap_text(title: &str, g: &DimensionGap, rater_names: &[RaterName; 2]) -> Message {
    if !g.enough {
        return agreement::gap_too_few(title);
    }
    let size = g.gap.mean.abs();
    if size < 0.05 {
        return agreement::gap_none(title);
    }
    let (higher, half) = if g.gap.mean < 0.0 {
        (rater_names[1], g.gap.second_higher_half_level)
    } else {
        (rater_names[0], g.gap.first_higher_half_level)
    };
    let chance = if percent(half) >= 60 { "probable" } else { "open" };
    let (amount, number) = amount(size);
    agreement::gap(title, higher.which, higher.role.id(), amount, chance, percent_text(half), number)
}

/// How an amount of steps or levels is said, and its number: "0.5 of a step", "1 step", "1.2 steps".
fn amount(value: f64) -> (&'static str, String) {
    let number = decimals(value, 1);
    let number = number.strip_suffix(".0").unwrap_or(&number);
    let amount = match number {
        "0" => "tiny",
        "1" => "single",
        n if n.starts_with("0.") => "part",
        _ => "more",
    };
    (amount, number.to_owned())
}
