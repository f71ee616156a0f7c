//! A document in two slots that are written in turn, so that the previous state stays until the new one is complete. Before
//! each write the slots are compared with the last known ones, so that a change of another window is never overwritten.

use super::codecs::Codec;
use super::keys::slots_of;
use super::{Storage, StoreError};
use crate::files::FileError;
use crate::messages::storage;
use crate::state::DocumentKey;

#[derive(Clone, Debug, Default, PartialEq)]
enum Slot {
    #[default]
    Empty,
    /// Its text and its revision.
    Good(String, usize),
    /// An unreadable text. It is never overwritten.
    Bad(String, FileError),
}

/// Both slots of a document as they were last read.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Slots([Slot; 2]);

/// The result of a write.
pub(super) enum WriteResult {
    Written(Slots),
    /// Another window wrote first: the current slots.
    Conflict(Slots),
}

impl Slots {
    /// The text of the newer readable version.
    pub(super) fn newest(&self) -> Option<&str> {
        match &self.0[self.newest_slot()] {
            Slot::Good(text, _) => Some(text),
            _ => None,
        }
    }

    /// The slot that it is in.
    pub(super) fn newest_slot(&self) -> usize {
        usize::from(self.revision(1) > self.revision(0))
    }

    /// Its revision; 0 without one.
    pub(super) fn newest_revision(&self) -> usize {
        self.revision(self.newest_slot()).unwrap_or(0)
    }

    fn revision(&self, slot: usize) -> Option<usize> {
        if let Slot::Good(_, revision) = &self.0[slot] { Some(*revision) } else { None }
    }

    /// Unreadable slots, by index.
    pub(super) fn problems(&self) -> impl Iterator<Item = (usize, &FileError)> {
        self.0.iter().enumerate().filter_map(|(i, s)| if let Slot::Bad(_, problem) = s { Some((i, problem)) } else { None })
    }

    /// The slot for the next version: an empty one, or else the older readable one; `None` if neither may be written.
    fn target(&self) -> Option<usize> {
        let rank = |slot: &Slot| match slot {
            Slot::Empty => Some(0),
            Slot::Good(_, revision) => Some(revision + 1),
            Slot::Bad(..) => None,
        };
        match [rank(&self.0[0]), rank(&self.0[1])] {
            [None, None] => None,
            [Some(_), None] => Some(0),
            [None, Some(_)] => Some(1),
            [Some(a), Some(b)] => Some(usize::from(b < a)),
        }
    }
}

pub(super) fn read_slots(store: &dyn Storage, codec: &Codec, key: &DocumentKey) -> Result<Slots, StoreError> {
    let [first, second] = slots_of(key);
    Ok(Slots([slot(store.get(&first)?, codec, key), slot(store.get(&second)?, codec, key)]))
}

fn slot(text: Option<String>, codec: &Codec, key: &DocumentKey) -> Slot {
    let Some(text) = text else { return Slot::Empty };
    match (codec.read)(&text) {
        Ok((own, revision)) if own.key() == *key => Slot::Good(text, revision),
        Ok(_) => Slot::Bad(text, FileError::at("id", storage::OTHER_ID)),
        Err(problem) => Slot::Bad(text, problem),
    }
}

/// Writes the next version, if no other window wrote since `seen`. `text` makes it, with its revision.
pub(super) fn save(
    store: &dyn Storage,
    codec: &Codec,
    key: &DocumentKey,
    seen: &Slots,
    text: impl FnOnce(usize) -> String,
) -> Result<WriteResult, StoreError> {
    let keys = slots_of(key);
    if !same(store, &keys, seen)? {
        return Ok(WriteResult::Conflict(read_slots(store, codec, key)?));
    }
    let revision = seen.newest_revision() + 1;
    let Some(target) = seen.target() else { return Err(StoreError::Denied) };
    let text = text(revision);
    reads(codec, key, &text)?;
    store.put(&keys[target], &text)?;
    let mut seen = seen.clone();
    seen.0[target] = Slot::Good(text, revision);
    Ok(WriteResult::Written(seen))
}

/// Refuses a text that could not be read again.
pub(super) fn reads(codec: &Codec, key: &DocumentKey, text: &str) -> Result<(), StoreError> {
    let same = (codec.read)(text).is_ok_and(|(own, _)| own.key() == *key);
    if same { Ok(()) } else { Err(StoreError::Unreadable) }
}

/// The current slots, if they differ from the last known ones.
pub(super) fn changes(store: &dyn Storage, codec: &Codec, key: &DocumentKey, known: &Slots) -> Option<Slots> {
    if same(store, &slots_of(key), known).ok()? {
        return None;
    }
    read_slots(store, codec, key).ok().filter(|now| now != known)
}

/// Compares texts, which is cheaper than parsing them.
fn same(store: &dyn Storage, keys: &[String; 2], seen: &Slots) -> Result<bool, StoreError> {
    for (key, slot) in keys.iter().zip(&seen.0) {
        let expected = match slot {
            Slot::Empty => None,
            Slot::Good(text, _) | Slot::Bad(text, _) => Some(text),
        };
        if store.get(key)?.as_ref() != expected {
            return Ok(false);
        }
    }
    Ok(true)
}
