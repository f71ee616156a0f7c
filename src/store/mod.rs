//! Where documents are kept: a trait over keys and texts, and a twin in memory. The browser's own store is in `ui`.
//!
//! [`Repository`] reads and writes documents, each in two slots; [`keys`] knows every key of the store.

mod codecs;
pub mod keys;
pub mod memory;
mod repository;
mod slots;

pub use memory::Memory;
pub use repository::Repository;

/// Why the store did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser or its owner forbids storage here.
    Denied,
    /// There is no room left.
    Full,
    /// The host switched it off.
    Off,
    /// The text could not be read again, so it is not written.
    Unreadable,
    /// The page was opened from a file, and the reader has not allowed it to store anything.
    Asks,
}

/// Keeps a listener of [`Storage::subscribe`] until it is dropped.
#[expect(missing_debug_implementations, reason = "it holds what only its store knows")]
pub struct Subscription(pub Box<dyn std::any::Any>);

/// Texts by key. Every call may fail, and none changes anything when it does.
pub trait Storage {
    /// All keys.
    ///
    /// # Errors
    /// [`StoreError::Denied`].
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The text under a key.
    ///
    /// # Errors
    /// [`StoreError::Denied`].
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Writes a text.
    ///
    /// # Errors
    /// [`StoreError::Denied`] or [`StoreError::Full`].
    fn put(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes a key; a key that is not there is no fault.
    ///
    /// # Errors
    /// [`StoreError::Denied`].
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// The reader allows the page to store where others can read it; see [`StoreError::Asks`].
    ///
    /// # Errors
    /// The store's error.
    fn allow(&self) -> Result<(), StoreError> {
        Ok(())
    }

    /// Calls `changed` with the key that another window, or another app of this one, changed; without a key if that may be
    /// any.
    fn subscribe(&self, _changed: Box<dyn Fn(Option<String>)>) -> Option<Subscription> {
        None
    }

    /// Whether something is kept where others can read it although nobody was asked, as earlier versions did.
    fn is_unasked(&self) -> bool {
        false
    }
}
