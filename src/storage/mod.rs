//! Where records are kept: a trait over keys and texts, and a twin in memory. The browser's own store is in `ui`.
//!
//! [`record`] keeps one record in two slots; [`shelf`] reads all that is kept, [`papers`] that of calibrations; [`keeper`]
//! writes what a session changed.

pub mod keeper;
pub mod memory;
pub mod papers;
pub mod record;
pub mod shelf;

pub use memory::Memory;

/// Why the store did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser or its owner forbids storage here.
    Denied,
    /// There is no room left.
    Full,
    /// Whoever embedded the page switched it off.
    Off,
    /// The text could not be read again, so it is not written.
    Unreadable,
    /// The page was opened from a file, and the reader has not allowed it to store anything.
    Asks,
}

/// Texts by key. Every call may fail, and none changes anything when it does.
pub trait Storage {
    /// All keys.
    ///
    /// # Errors
    /// [`Fault::Denied`].
    fn keys(&self) -> Result<Vec<String>, Fault>;

    /// The text under a key.
    ///
    /// # Errors
    /// [`Fault::Denied`].
    fn get(&self, key: &str) -> Result<Option<String>, Fault>;

    /// Writes a text.
    ///
    /// # Errors
    /// [`Fault::Denied`] or [`Fault::Full`].
    fn put(&self, key: &str, text: &str) -> Result<(), Fault>;

    /// Removes a key; a key that is not there is no fault.
    ///
    /// # Errors
    /// [`Fault::Denied`].
    fn remove(&self, key: &str) -> Result<(), Fault>;
}
