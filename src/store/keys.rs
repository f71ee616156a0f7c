//! The keys of the store: their format, the reader's location, their sizes, and deleting all of them.

use super::{Storage, StoreError};
use crate::files::SECOND_SLOT;
use crate::state::{DocumentKey, DocumentKind, Mode};

/// The prefix of every key of the page.
pub const PREFIX: &str = "ladder-calibration/";
/// The reader's location in the default mode. Stores of every version have this key.
const LOCATION: &str = "ladder-calibration/place";
/// Written and removed at once, so that other windows are notified that everything was deleted.
pub const DELETED: &str = "ladder-calibration/deleted";

/// The keys of a document's two slots. Stores of version 0.1 have the first alone.
pub fn slots_of(key: &DocumentKey) -> [String; 2] {
    let first = format!("{PREFIX}{}/{}", key.kind.word(), key.id);
    let second = format!("{first}{SECOND_SLOT}");
    [first, second]
}

/// The document of a key, if it is a slot of one.
pub fn document_of(key: &str) -> Option<DocumentKey> {
    let (kind, rest) = key.strip_prefix(PREFIX)?.split_once('/')?;
    let kind = DocumentKind::ALL.into_iter().find(|k| k.word() == kind)?;
    Some(DocumentKey { kind, id: rest.strip_suffix(SECOND_SLOT).unwrap_or(rest).to_owned() })
}

/// The key of a mode's location. Frames of several modes on one host share a store, and each has its own location.
fn location_key(mode: Mode) -> String {
    if mode != Mode::default() {
        return format!("{LOCATION}/{}", mode.name());
    }
    LOCATION.to_owned()
}

/// The reader's location in a mode: the id of an assessment or a session, and the name of a page.
pub fn location(store: &dyn Storage, mode: Mode) -> Option<(String, String)> {
    let location = store.get(&location_key(mode)).ok().flatten()?;
    location.split_once(' ').map(|(id, page)| (id.to_owned(), page.to_owned()))
}

/// Stores the reader's location in a mode.
///
/// # Errors
/// The store's error.
pub fn save_location(store: &dyn Storage, mode: Mode, id: &str, page: &str) -> Result<(), StoreError> {
    store.put(&location_key(mode), &format!("{id} {page}"))
}

/// Removes every key of the page, and notifies other windows.
///
/// # Errors
/// The first error; the other keys are removed all the same.
pub fn delete_everything(store: &dyn Storage) -> Result<(), StoreError> {
    let mut keys: Vec<String> = store.keys()?.into_iter().filter(|k| k.starts_with(PREFIX)).collect();
    // A store that is too full for this mark still loses its documents; other windows are then notified of each.
    let _ = store.put(DELETED, "");
    keys.push(DELETED.to_owned());
    remove_all(store, &keys)
}

pub(super) fn remove_all(store: &dyn Storage, keys: &[String]) -> Result<(), StoreError> {
    let results: Vec<Result<(), StoreError>> = keys.iter().map(|k| store.remove(k)).collect();
    results.into_iter().collect()
}

/// A key of the page with its size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    pub key: String,
    /// UTF-8 bytes of key and text.
    pub bytes: usize,
}

/// The sizes of all keys.
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
