//! Months of ISO 8601 dates: counted, compared and named. Days matter only where a date has come.

/// The English names, from January.
const NAMES: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

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

    /// The month so many later.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// How many months later another one is.
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
    pub fn words(self) -> String {
        format!("{} {}", self.name(), self.year())
    }

    fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    fn in_year(self) -> usize {
        usize::try_from(self.0.rem_euclid(12)).unwrap_or(0)
    }
}

/// Whether a month or day has come by a day; a month comes with its first day. `None` where one of them is no date.
pub fn has_come(date: &str, today: &str) -> Option<bool> {
    let (due, now) = (Month::parse(date)?, Month::parse(today)?);
    let days = date.get(8..10).zip(today.get(8..10));
    Some(due < now || due == now && days.is_none_or(|(due, now)| due <= now))
}

/// "February to September 2026", "March 2026", "since March 2026"; the text itself where it is no date, empty where there
/// is none.
pub fn span_words(from: &str, to: &str) -> String {
    let words = |text: &str| Month::parse(text).map_or_else(|| text.to_owned(), Month::words);
    match (from.is_empty(), to.is_empty()) {
        (true, true) => String::new(),
        (false, true) => words(from),
        (true, false) => format!("until {}", words(to)),
        (false, false) => match (Month::parse(from), Month::parse(to)) {
            (Some(a), Some(b)) if a == b => b.words(),
            (Some(a), Some(b)) if a.year() == b.year() => format!("{} to {}", a.name(), b.words()),
            _ => format!("{} to {}", words(from), words(to)),
        },
    }
}
