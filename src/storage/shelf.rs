//! What is kept: each saved assessment in two slots, versions put aside until somebody chooses, and where the reader was.
//! What cannot be read is listed with its reason and left as it is.

use super::record::{self, Seen};
use super::{Fault, Storage};
use crate::domain::codec::{Problem, Stored, read_stored};
use crate::domain::ladder::Ladder;
use crate::domain::profile::check;
use crate::domain::session::Mode;

/// Every key of ours begins so.
pub const PREFIX: &str = "ladder-calibration/";
/// Prefix of the slots of assessments.
pub(super) const ASSESSMENTS: &str = "ladder-calibration/assessment/";
/// Prefix of versions that wait for somebody to choose.
const ASIDE: &str = "ladder-calibration/aside/";
/// Where the reader was in the default mode. Stores of every version have it, so the key stays.
const PLACE: &str = "ladder-calibration/place";
/// Written and removed at once, so that other windows hear that everything was deleted.
pub const DELETED: &str = "ladder-calibration/deleted";

/// A record that stays where it is because it could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its key.
    pub key: String,
    /// Why.
    pub problem: Problem,
}

/// A version of a record that another window's version got in the way of.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside {
    /// Its key.
    pub key: String,
    /// The version.
    pub stored: Stored,
}

/// All that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// Assessments, the one changed last first.
    pub records: Vec<Stored>,
    /// Versions that wait for somebody to choose.
    pub asides: Vec<Aside>,
    /// Records that could not be opened.
    pub unreadable: Vec<Unreadable>,
    /// Where the reader was in the default mode: the id of an assessment and the name of a page.
    pub place: Option<(String, String)>,
    /// Both slots of each record, by its id.
    pub(super) seen: Vec<(String, Seen)>,
    /// Papers of calibrations, and versions of them that wait for somebody to choose.
    pub papers: super::papers::Papers,
}

/// Reads everything but the papers of calibrations. A store that may not be used holds nothing.
pub fn load(store: &dyn Storage, ladder: &Ladder) -> Shelf {
    let mut shelf = Shelf::default();
    let mut keys = store.keys().unwrap_or_default();
    keys.sort_by(String::cmp);
    let mut ids: Vec<&str> = keys.iter().filter_map(|key| record_of(key)).collect();
    ids.sort_by(Ord::cmp);
    ids.dedup();
    for id in ids {
        load_record(store, ladder, id, &mut shelf);
    }
    for key in keys {
        if key.starts_with(ASIDE) {
            let Ok(Some(text)) = store.get(&key) else { continue };
            match read_stored(&text).and_then(|s| check(ladder, &s.assessment).map(|_| s)) {
                Ok(stored) => shelf.asides.push(Aside { key, stored }),
                Err(problem) => shelf.unreadable.push(Unreadable { key, problem }),
            }
        }
    }
    shelf.records.sort_by(|a, b| {
        let (a, b) = (&a.assessment, &b.assessment);
        b.updated.cmp(&a.updated).then_with(|| a.id.cmp(&b.id))
    });
    shelf.place = place(store, Mode::default());
    shelf
}

fn load_record(store: &dyn Storage, ladder: &Ladder, id: &str, shelf: &mut Shelf) {
    let Ok(seen) = record::look(store, record::ASSESSMENT, id) else { return };
    let keys = record::keys(id);
    let bad = seen.problems().map(|(slot, problem)| Unreadable { key: keys[slot].clone(), problem: problem.clone() });
    shelf.unreadable.extend(bad);
    if let Some(newest) = seen.newest().and_then(|text| read_stored(text).ok()) {
        match check(ladder, &newest.assessment) {
            Ok(_) => shelf.records.push(newest),
            Err(problem) => shelf.unreadable.push(Unreadable { key: keys[seen.newest_slot()].clone(), problem }),
        }
    }
    shelf.seen.push((id.to_owned(), seen));
}

/// The id of the record that a key belongs to, if it is a slot of one.
pub fn record_of(key: &str) -> Option<&str> {
    key.strip_prefix(ASSESSMENTS).map(record::id_of)
}

/// The key of a version that one window puts aside.
pub(super) fn aside_key(id: &str, window: &str) -> String {
    format!("{ASIDE}{id}/{window}")
}

/// The key of a mode's place: frames of several modes on one host share a store, and none begins where another one is.
fn place_key(mode: Mode) -> String {
    if mode != Mode::default() {
        return format!("{PLACE}/{}", mode.name());
    }
    let _ = mode;
    PLACE.to_owned()
}

/// Where the reader was in a mode: the id of an assessment or a session, and the name of a page.
pub fn place(store: &dyn Storage, mode: Mode) -> Option<(String, String)> {
    let place = store.get(&place_key(mode)).ok().flatten()?;
    place.split_once(' ').map(|(id, page)| (id.to_owned(), page.to_owned()))
}

/// Remembers where the reader is in a mode.
///
/// # Errors
/// The store's fault.
pub fn save_place(store: &dyn Storage, mode: Mode, id: &str, page: &str) -> Result<(), Fault> {
    store.put(&place_key(mode), &format!("{id} {page}"))
}

/// Removes one assessment with the versions beside it.
///
/// # Errors
/// The first fault; the other keys are removed all the same.
pub fn delete(store: &dyn Storage, id: &str) -> Result<(), Fault> {
    delete_all(store, std::slice::from_ref(&id.to_owned()))
}

/// Removes several at once, which asks the store for its keys once.
///
/// # Errors
/// The first fault; the other keys are removed all the same.
pub fn delete_all(store: &dyn Storage, ids: &[String]) -> Result<(), Fault> {
    let asides: Vec<String> = store.keys()?.into_iter().filter(|k| k.starts_with(ASIDE)).collect();
    let mut keys = Vec::new();
    for id in ids {
        let aside = aside_key(id, "");
        keys.extend(asides.iter().filter(|k| k.starts_with(&aside)).cloned());
        keys.extend(record::keys(id));
    }
    remove_all(store, &keys)
}

/// Removes every key of ours, and tells other windows.
///
/// # Errors
/// The first fault; the other keys are removed all the same.
pub fn delete_everything(store: &dyn Storage) -> Result<(), Fault> {
    let mut keys: Vec<String> = store.keys()?.into_iter().filter(|k| k.starts_with(PREFIX)).collect();
    // A store that is too full for this mark still loses its records; other windows then hear of each of them.
    let _ = store.put(DELETED, "");
    keys.push(DELETED.to_owned());
    remove_all(store, &keys)
}

fn remove_all(store: &dyn Storage, keys: &[String]) -> Result<(), Fault> {
    let results: Vec<Result<(), Fault>> = keys.iter().map(|k| store.remove(k)).collect();
    results.into_iter().collect()
}

/// A key of ours with the bytes that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// The key.
    pub key: String,
    /// UTF-8 bytes of key and text.
    pub bytes: usize,
}

/// What takes how much room.
///
/// # Errors
/// The store's fault.
pub fn usage(store: &dyn Storage) -> Result<Vec<Usage>, Fault> {
    let mut out = Vec::new();
    for key in store.keys()?.into_iter().filter(|k| k.starts_with(PREFIX)) {
        let bytes = key.len() + store.get(&key)?.map_or(0, |text| text.len());
        out.push(Usage { key, bytes });
    }
    out.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(out)
}
