//! Labels for screens and exports: the kind of an assessment, its period, and the text of an answer.

use super::assessment::{Assessment, Choice, Period, Role};
use super::ladder::Ladder;

/// The label for a missing answer.
pub const NOT_ANSWERED: &str = "Not answered";

/// The text of an answer: the statement chosen, or the label of an answer off the scale.
pub fn answer(ladder: &Ladder, role: Role, question: usize, choice: Option<Choice>) -> &str {
    match choice {
        None => NOT_ANSWERED,
        Some(Choice::Statement(k)) => ladder.questions[question].statements.get(k).map_or("", String::as_str),
        Some(Choice::OffScale(kind)) => kind.words(role == Role::SelfRater),
    }
}

/// The name of a level, if the text is its id; else the text itself.
pub fn title<'a>(ladder: &'a Ladder, words: &'a str) -> &'a str {
    ladder.level_index(words).map_or(words, |l| &ladder.levels[l].title)
}

/// "Self-assessment, December 2025 to November 2026".
pub fn label(a: &Assessment) -> String {
    let kind = match a.rater.role {
        Role::SelfRater => "Self-assessment",
        Role::Manager => "A manager's assessment",
        Role::Peer => "A peer's assessment",
        Role::Committee => "A committee's assessment",
        Role::Agreed => "Agreed assessment",
    };
    match period(&a.period).as_str() {
        "" => kind.to_owned(),
        period => format!("{kind}, {period}"),
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
        ("", to) => format!("until {}", month(to)),
        (from, "") => format!("from {}", month(from)),
        (from, to) => format!("{} to {}", month(from), month(to)),
    }
}

/// "December 2025" for an ISO 8601 month or day; other texts unchanged.
fn month(iso: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let number = |range: std::ops::Range<usize>| {
        let digits = iso.get(range).filter(|s| s.bytes().all(|b| b.is_ascii_digit()))?;
        digits.parse::<usize>().ok()
    };
    let whole = iso.len() == 7 || iso.len() == 10 && iso.get(7..8) == Some("-") && number(8..10).is_some();
    let name = number(5..7).and_then(|m| MONTHS.get(m.checked_sub(1)?));
    match (number(0..4), iso.get(4..5), name) {
        (Some(year), Some("-"), Some(name)) if whole => format!("{name} {year}"),
        _ => iso.to_owned(),
    }
}
