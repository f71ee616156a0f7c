//! Limits of texts and files, in one place for readers, for the reducer, and for the fields on screen, so that what the
//! page writes can be read again.

/// The longest text of one field of a file, in characters.
pub const MAX_TEXT: usize = 20_000;
/// The longest line of a session or a committee, in characters.
pub const MAX_LINE: usize = 2_000;
/// The longest name that a field takes, in characters.
pub const MAX_NAME: usize = 200;
/// The longest id of a record, in bytes.
pub const MAX_ID: usize = 64;
/// The largest whole number.
pub const MAX_WHOLE: usize = 1_000_000_000;
/// The largest file that is read.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
/// The bytes of a session that are reserved for its own texts.
pub const SESSION_RESERVE: usize = 1024 * 1024;
pub const SESSION_VALUES: usize = 10_000;
/// The most values a file may hold.
pub const MAX_VALUES: usize = 50_000;
/// The most entries of one object or list. The search for repeats is quadratic in their number.
pub const MAX_ENTRIES: usize = 2000;

/// Whether a number is a whole number from 0 within the limit.
pub fn is_whole(number: f64) -> bool {
    number.fract() == 0.0 && (0.0..=MAX_WHOLE as f64).contains(&number)
}

/// Whether a text is within the limit of one field.
pub fn is_text(text: &str) -> bool {
    text.len() <= MAX_TEXT || text.chars().count() <= MAX_TEXT
}
