//! Sentences for two raters. Raters are named by their role; only the counts address both as "you".

use super::{Comparison, DimensionGap, RawCounts, Undefined};
use crate::base::numbers::decimals;
use crate::base::numbers::{per_cent, per_cent_words};
use crate::model::assessment::Role;

/// The name of one of two raters in sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaterName {
    /// "the manager's rating".
    pub rating: String,
    /// "The manager rated", to open a sentence.
    pub rated: String,
}

/// The names of two raters: by role, or as first and second where both have the same.
pub fn rater_names(roles: [Role; 2]) -> [RaterName; 2] {
    let [first, second] = if roles[0] == roles[1] { ["first ", "second "] } else { ["", ""] };
    [rater_name(roles[0], first), rater_name(roles[1], second)]
}

fn rater_name(role: Role, which: &str) -> RaterName {
    let person = match role {
        Role::SelfRater => return rating_only("self-rating", which),
        Role::Agreed => return rating_only("agreed rating", which),
        Role::Manager => "manager",
        Role::Peer => "peer",
        Role::Committee => "committee",
    };
    RaterName { rating: format!("the {which}{person}'s rating"), rated: format!("The {which}{person} rated") }
}

fn rating_only(noun: &str, which: &str) -> RaterName {
    RaterName { rating: format!("the {which}{noun}"), rated: format!("The {which}{noun} is") }
}

/// "Same answer on 9 of 18, within one step on 18 of 18; 6 not answered by both of you."
pub fn same_words(c: &Comparison) -> String {
    let p = &c.plain;
    if p.pairs == 0 {
        return "No question was answered by both of you.".into();
    }
    let left = match c.questions - p.pairs {
        0 => String::new(),
        n => format!("; {n} not answered by both of you"),
    };
    format!("Same answer on {} of {n}, within one step on {} of {n}{left}.", p.same, p.within_one, n = p.pairs)
}

/// "The manager rated 0.5 of a step higher on average (95 % interval 0.28 to 0.72)."
///
/// Whether the interval contains 0 is decided by its ends as printed.
pub fn offset_words(p: &RawCounts, rater_names: &[RaterName; 2]) -> String {
    let Ok(mean) = p.mean else { return "Too few questions were answered by both of you to say who rated higher.".into() };
    let (higher, sign) = if mean < 0.0 { (&rater_names[1].rated, -1.0) } else { (&rater_names[0].rated, 1.0) };
    match p.interval {
        Ok([low, high]) => {
            let (low, high) = if sign < 0.0 { (-high, -low) } else { (low, high) };
            if low < 0.005 {
                return "No clear overall difference.".into();
            }
            let amount = amount(mean.abs(), "step");
            format!("{higher} {amount} higher on average (95 % interval {} to {}).", decimals(low, 2), decimals(high, 2))
        }
        Err(Undefined::OneDifference) if p.same == p.pairs => "No difference: every answer is the same.".into(),
        Err(Undefined::OneDifference) => {
            format!("{higher} {} higher on every question that both of you answered.", amount(mean.abs(), "step"))
        }
        Err(_) => "Too few questions were answered by both of you to say who rated higher.".into(),
    }
}

/// "Influence: the self-rating is 0.9 of a level higher (probably at least half a level: 83 %)."
pub fn gap_words(title: &str, g: &DimensionGap, rater_names: &[RaterName; 2]) -> String {
    if !g.enough {
        return format!("{title}: too few answers of both.");
    }
    let size = g.gap.mean.abs();
    if size < 0.05 {
        return format!("{title}: about the same.");
    }
    let (higher, half) = if g.gap.mean < 0.0 {
        (&rater_names[1].rating, g.gap.second_higher_half_level)
    } else {
        (&rater_names[0].rating, g.gap.first_higher_half_level)
    };
    let probably = if per_cent(half) >= 60 { "probably " } else { "" };
    let (amount, half) = (amount(size, "level"), per_cent_words(half));
    format!("{title}: {higher} is {amount} higher ({probably}at least half a level: {half}).")
}

/// "0.5 of a step", "1 step", "1.2 steps".
fn amount(value: f64, unit: &str) -> String {
    let number = decimals(value, 1);
    match number.strip_suffix(".0").unwrap_or(&number) {
        "0" => format!("less than 0.1 of a {unit}"),
        "1" => format!("1 {unit}"),
        n if n.starts_with("0.") => format!("{n} of a {unit}"),
        n => format!("{n} {unit}s"),
    }
}
