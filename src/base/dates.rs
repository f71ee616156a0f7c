//! Months of ISO 8601 dates: counted, compared, named, and parsed from common spellings. Days matter only for due dates.

use crate::messages::dates;

/// The English names, from January.
const NAMES: [&str; 12] = [
    dates::JANUARY,
    dates::FEBRUARY,
    dates::MARCH,
    dates::APRIL,
    dates::MAY,
    dates::JUNE,
    dates::JULY,
    dates::AUGUST,
    dates::SEPTEMBER,
    dates::OCTOBER,
    dates::NOVEMBER,
    dates::DECEMBER,
];

/// The years that are accepted when a month is typed. A half-filled field says 0202.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// A month, counted from the first of year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(i32);

impl Month {
    /// The month of an ISO 8601 month, day or time, such as `2026-03`, `2026-03-14` or `2026-03-14T10:00:00Z`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| {
            let part = bytes.get(range)?;
            part.iter().try_fold(0, |n, b| b.is_ascii_digit().then(|| 10 * n + i32::from(b - b'0')))
        };
        let dash = |at: usize| bytes.get(at) == Some(&b'-');
        let (year, month) = (digits(0..4)?, digits(5..7)?);
        let ends = bytes.len() == 7
            || dash(7) && digits(8..10).is_some_and(|d| (1..=31).contains(&d)) && matches!(bytes.get(10), None | Some(b'T'));
        (dash(4) && ends && (1..=12).contains(&month)).then_some(Self(12 * year + month - 1))
    }

    /// Parses a typed month: an ISO date as above, with or without leading zeros, `11/2026`, "Nov 2026", "30 November
    /// 2026". `None` for what may be two months, such as `3/4/2026`, and for years out of range.
    pub fn read(text: &str) -> Option<Self> {
        let month = Self::parse(text.trim()).or_else(|| ParsedDate::read(text)?.month(text.contains('/')))?;
        YEARS.contains(&month.year()).then_some(month)
    }

    /// The month a number of months later.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// The number of months to another one.
    pub fn until(self, other: Self) -> i32 {
        other.0 - self.0
    }

    /// `2026-03`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}", self.year(), self.in_year() + 1)
    }

    /// "March".
    pub fn name(self) -> &'static str {
        NAMES[self.in_year()]
    }

    /// "March 2026".
    pub fn text(self) -> String {
        dates::month(self.name(), self.year().to_string()).into()
    }

    fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    fn days(self) -> i32 {
        let leap = self.year() % 4 == 0 && (self.year() % 100 != 0 || self.year() % 400 == 0);
        match self.in_year() {
            1 => 28 + i32::from(leap),
            3 | 5 | 8 | 10 => 30,
            _ => 31,
        }
    }

    fn in_year(self) -> usize {
        usize::try_from(self.0.rem_euclid(12)).unwrap_or(0)
    }
}

/// The parts of a typed date.
#[derive(Default)]
struct ParsedDate {
    /// The number of four digits, and its index among the numbers and names.
    year: Option<(i32, usize)>,
    /// A month by name, from 1.
    name: Option<i32>,
    /// Numbers of one and two digits, in order.
    small: Vec<i32>,
}

impl ParsedDate {
    /// Numbers and names with anything between them; `None` if a word is no month, or a part is repeated.
    fn read(text: &str) -> Option<Self> {
        let (mut out, mut rest, mut at) = (Self::default(), text, 0);
        while let Some(first) = rest.chars().next() {
            let kind = |c: char| (c.is_ascii_digit(), c.is_alphanumeric());
            let run = rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(run)?;
            rest = after;
            match (kind(first), word.len()) {
                ((false, false), _) => continue,
                ((true, _), 1 | 2) => out.small.push(word.parse().ok()?),
                ((true, _), 4) if out.year.is_none() => out.year = Some((word.parse().ok()?, at)),
                ((false, true), _) if out.name.is_none() => out.name = Some(by_name(word)?),
                _ => return None,
            }
            at += 1;
        }
        Some(out)
    }

    /// With slashes some write the day first and some the month; with any other separator the day comes first.
    fn month(&self, strokes: bool) -> Option<Month> {
        let (year, at) = self.year?;
        let last = self.small.len() + usize::from(self.name.is_some());
        let day = |n: i32| (1..=31).contains(&n);
        let month = match (self.name, self.small.as_slice()) {
            (Some(month), []) => month,
            (Some(month), [d]) if day(*d) && (at == 0 || at == last) => month,
            (None, [month]) => *month,
            (None, [month, d]) if (at == 0 && day(*d)) || (at == last && day(*d) && *d > 12) => *month,
            (None, [d, month]) if at == last && day(*d) && (!strokes || *d > 12 || d == month) => *month,
            _ => return None,
        };
        (1..=12).contains(&month).then(|| Month(12 * year + month - 1))
    }
}

/// Three letters of a name are enough.
fn by_name(word: &str) -> Option<i32> {
    let begins = |name: &str| name.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let at = NAMES.iter().position(|name| word.len() >= 3 && begins(name))?;
    i32::try_from(at + 1).ok()
}

/// "1 December 2026" for a day, "December 2026" for a month. They have no time of day, so they do not depend on the time
/// zone. `None` for a time, and for any other text.
pub fn date_text(date: &str) -> Option<String> {
    let month = Month::parse(date)?;
    match date.get(7..) {
        Some("") => Some(month.text()),
        Some(day) if day.len() == 3 => {
            let day: i32 = day.get(1..)?.parse().ok().filter(|d| (1..=month.days()).contains(d))?;
            Some(dates::day(day.to_string(), month.text()).into())
        }
        _ => None,
    }
}

/// Whether a period begins after it ends; `false` if one of them is no date.
pub fn is_after(from: &str, to: &str) -> bool {
    let (Some(first), Some(last)) = (Month::read(from), Month::read(to)) else { return false };
    let days = Month::parse(from).and(from.get(8..10)).zip(Month::parse(to).and(to.get(8..10)));
    first > last || first == last && days.is_some_and(|(from, to)| from > to)
}

/// Whether a month or day is reached on a day; a month is reached with its first day. `None` if one of them is no date.
pub fn is_due(date: &str, today: &str) -> Option<bool> {
    let (due, now) = (Month::parse(date)?, Month::parse(today)?);
    let days = date.get(8..10).zip(today.get(8..10));
    Some(due < now || due == now && days.is_none_or(|(due, now)| due <= now))
}

/// "February to September 2026", "March 2026", "since March 2026"; other texts unchanged, empty without a date.
pub fn span_text(from: &str, to: &str) -> String {
    let month_text = |text: &str| Month::parse(text).map_or_else(|| text.to_owned(), Month::text);
    match (from.is_empty(), to.is_empty()) {
        (true, true) => String::new(),
        (false, true) => month_text(from),
        (true, false) => dates::until(month_text(to)).into(),
        (false, false) => match (Month::parse(from), Month::parse(to)) {
            (Some(a), Some(b)) if a == b => b.text(),
            (Some(a), Some(b)) if a.year() == b.year() => dates::span(a.name(), b.text()).into(),
            _ => dates::span(month_text(from), month_text(to)).into(),
        },
    }
}
