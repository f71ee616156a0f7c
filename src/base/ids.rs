//! Ids of things inside one file, without chance: a letter and the next number.

/// An id that is not taken: one above the highest number after the prefix.
pub fn fresh<'a>(prefix: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let numbers = taken.filter_map(|id| id.strip_prefix(prefix)?.parse::<u32>().ok());
    format!("{prefix}{}", numbers.max().unwrap_or(0).saturating_add(1))
}
