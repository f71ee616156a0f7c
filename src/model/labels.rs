//! Labels for screens and exports: the kind of an assessment, its period, and the text of an answer.

use super::assessment::{Assessment, Choice, Period, Role};
use super::ladder::Ladder;
use crate::base::dates::Month;
use crate::messages::labels;

/// The label for a missing answer.
pub const NOT_ANSWERED: &str = labels::NOT_ANSWERED;

/// The text of an answer: the statement chosen, or the label of an answer off the scale.
pub fn answer(ladder: &Ladder, role: Role, question: usize, choice: Option<Choice>) -> &str {
    match choice {
        None => NOT_ANSWERED,
        Some(Choice::Statement(k)) => ladder.questions[question].statements.get(k).map_or("", String::as_str),
        Some(Choice::OffScale(kind)) => kind.text(role == Role::SelfRater),
    }
}

/// The name of a level, if the text is its id; else the text itself.
pub fn title<'a>(ladder: &'a Ladder, text: &'a str) -> &'a str {
    ladder.level_index(text).map_or(text, |l| &ladder.levels[l].title)
}

/// "Self-assessment, December 2025 to November 2026".
pub fn label(a: &Assessment) -> String {
    let kind = match a.rater.role {
        Role::SelfRater => labels::SELF_ASSESSMENT,
        Role::Manager => labels::ASSESSMENT_BY_MANAGER,
        Role::Peer => labels::ASSESSMENT_BY_PEER,
        Role::Committee => labels::ASSESSMENT_BY_COMMITTEE,
        Role::Agreed => labels::AGREED_ASSESSMENT,
    };
    match period(&a.period).as_str() {
        "" => kind.to_owned(),
        period => labels::kind_and_period(kind, period).into(),
    }
}

/// "December 2025 to November 2026"; empty without a period.
pub fn period(p: &Period) -> String {
    span(&p.from, &p.to)
}

/// "December 2025 to November 2026" for two ISO 8601 months or days, either of which may be empty.
pub fn span(from: &str, to: &str) -> String {
    match (from, to) {
        ("", "") => String::new(),
        ("", to) => labels::until(month(to)).into(),
        (from, "") => labels::from(month(from)).into(),
        (from, to) => labels::from_to(month(from), month(to)).into(),
    }
}

/// "December 2025" for an ISO 8601 month or day; other texts unchanged.
fn month(iso: &str) -> String {
    let day = |day: &str| day.len() == 2 && day.bytes().all(|b| b.is_ascii_digit());
    let whole = iso.get(7..).is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-').is_some_and(day));
    let month = iso.get(..7).filter(|_| whole).and_then(Month::parse);
    month.map_or_else(|| iso.to_owned(), Month::text)
}
