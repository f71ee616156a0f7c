//! The keys of the store: whose they are, where the reader was, what takes how much room, and the end of all of them.

use super::{Storage, StoreError};
use crate::files::SECOND_SLOT;
use crate::state::{DocumentKey, DocumentKind, Mode};

/// Every key of ours begins so.
pub const PREFIX: &str = "ladder-calibration/";
/// Where the reader was in the default mode. Stores of every version have it, so the key stays.
const LOCATION: &str = "ladder-calibration/place";
/// Written and removed at once, so that other windows hear that everything was deleted.
pub const DELETED: &str = "ladder-calibration/deleted";

/// The keys of a document's two slots. Stores of version 0.1 have the first alone.
pub fn slots_of(key: &DocumentKey) -> [String; 2] {
    let first = format!("{PREFIX}{}/{}", key.kind.word(), key.id);
    let second = format!("{first}{SECOND_SLOT}");
    [first, second]
}

/// The document that a key of the store belongs to, if it is a slot of one.
pub fn document_of(key: &str) -> Option<DocumentKey> {
    let (kind, rest) = key.strip_prefix(PREFIX)?.split_once('/')?;
    let kind = DocumentKind::ALL.into_iter().find(|k| k.word() == kind)?;
    Some(DocumentKey { kind, id: rest.strip_suffix(SECOND_SLOT).unwrap_or(rest).to_owned() })
}

/// The key of a mode's location: frames of several modes on one host share a store, and none begins where another one is.
fn location_key(mode: Mode) -> String {
    if mode != Mode::default() {
        return format!("{LOCATION}/{}", mode.name());
    }
    LOCATION.to_owned()
}

/// Where the reader was in a mode: the id of an assessment or a session, and the name of a page.
pub fn location(store: &dyn Storage, mode: Mode) -> Option<(String, String)> {
    let location = store.get(&location_key(mode)).ok().flatten()?;
    location.split_once(' ').map(|(id, page)| (id.to_owned(), page.to_owned()))
}

/// Remembers where the reader is in a mode.
///
/// # Errors
/// The store's error.
pub fn save_location(store: &dyn Storage, mode: Mode, id: &str, page: &str) -> Result<(), StoreError> {
    store.put(&location_key(mode), &format!("{id} {page}"))
}

/// Removes every key of ours, and tells other windows.
///
/// # Errors
/// The first error; the other keys are removed all the same.
pub fn delete_everything(store: &dyn Storage) -> Result<(), StoreError> {
    let mut keys: Vec<String> = store.keys()?.into_iter().filter(|k| k.starts_with(PREFIX)).collect();
    // A store that is too full for this mark still loses its records; other windows then hear of each of them.
    let _ = store.put(DELETED, "");
    keys.push(DELETED.to_owned());
    remove_all(store, &keys)
}

pub(super) fn remove_all(store: &dyn Storage, keys: &[String]) -> Result<(), StoreError> {
    let results: Vec<Result<(), StoreError>> = keys.iter().map(|k| store.remove(k)).collect();
    results.into_iter().collect()
}

/// A key of ours with the bytes that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    pub key: String,
    /// UTF-8 bytes of key and text.
    pub bytes: usize,
}

/// What takes how much room.
///
/// # Errors
/// The store's error.
pub fn usage(store: &dyn Storage) -> Result<Vec<Usage>, StoreError> {
    let mut out = Vec::new();
    for key in store.keys()?.into_iter().filter(|k| k.starts_with(PREFIX)) {
        let bytes = key.len() + store.get(&key)?.map_or(0, |text| text.len());
        out.push(Usage { key, bytes });
    }
    out.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(out)
}
