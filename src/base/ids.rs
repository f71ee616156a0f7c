//! Ids inside one file, without randomness: a letter and the next number.

/// A new id: one above the highest number after the prefix.
pub fn fresh<'a>(prefix: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let numbers = taken.filter_map(|id| id.strip_prefix(prefix)?.parse::<u32>().ok());
    format!("{prefix}{}", numbers.max().unwrap_or(0).saturating_add(1))
}
