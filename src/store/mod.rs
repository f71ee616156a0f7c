//! Storage of documents: a trait over keys and texts, and an implementation in memory. The browser's own store is in `ui`.
//!
//! [`Repository`] reads and writes documents, each in two slots; [`keys`] knows every key of the store.

mod codecs;
pub mod keys;
pub mod memory;
mod repository;
mod slots;

pub use memory::Memory;
pub use repository::Repository;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser or its owner forbids storage here.
    Denied,
    /// The store is full.
    Full,
    /// The host switched it off.
    Off,
    /// The text could not be read again, so it is not written.
    Unreadable,
    /// The page was opened from a file, and the reader has not allowed it to store anything.
    NeedsConsent,
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

    /// Removes a key; a missing key is no error.
    ///
    /// # Errors
    /// [`StoreError::Denied`].
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Stores the reader's consent, where other files can read the store; see [`StoreError::NeedsConsent`].
    ///
    /// # Errors
    /// The store's error.
    fn allow(&self) -> Result<(), StoreError> {
        Ok(())
    }

    /// Calls `changed` with the key that another window, or another app of this one, changed; without a key if all may have
    /// changed.
    fn subscribe(&self, _changed: Box<dyn Fn(Option<String>)>) -> Option<Subscription> {
        None
    }

    /// Whether something is stored without consent where other files can read it, as earlier versions did.
    fn is_unasked(&self) -> bool {
        false
    }
}
