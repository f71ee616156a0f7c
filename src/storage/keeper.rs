//! Keeps a session's records: notes what changed, writes it, and tells when another window wrote first. It has no
//! timer of its own; whoever holds it says when to write.

use super::record::{self, Attempt, Seen};
use super::shelf::{self, Shelf};
use super::{Fault, Storage};
use crate::domain::assessment::Assessment;
use crate::domain::codec::Stored;
use crate::domain::ladder::Ladder;
use crate::domain::session::{Changed, Saving, Session};
use crate::domain::short::Entries;

/// What waits to be written, and what this window last saw of each record.
#[derive(Clone, Debug, Default)]
pub struct Keeper {
    window: String,
    seen: Entries<Seen>,
    waiting: Vec<String>,
    place: bool,
}

/// What came of writing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// Whether it is kept now; `None` if there was nothing to keep.
    pub saving: Option<Saving>,
    /// Records that another window changed, with its version, or without one if it deleted the record.
    pub elsewhere: Vec<(String, Option<Stored>)>,
}

impl Keeper {
    /// `window` is a name that no other window of this page has.
    pub fn new(window: String) -> Self {
        Self { window, ..Self::default() }
    }

    /// Reads everything that is kept.
    pub fn load(&mut self, store: &dyn Storage, ladder: &Ladder) -> Shelf {
        let shelf = shelf::load(store, ladder);
        for (id, seen) in &shelf.seen {
            self.seen.insert(id.clone(), seen.clone());
        }
        shelf
    }

    /// Notes a change. `true` if something waits to be written.
    pub fn note(&mut self, changed: &Changed) -> bool {
        for id in &changed.records {
            if !self.waiting.contains(id) {
                self.waiting.push(id.clone());
            }
        }
        self.place |= changed.place;
        !self.waiting.is_empty() || self.place
    }

    /// Writes what waits. What fails goes on waiting.
    pub fn write(&mut self, store: &dyn Storage, session: &Session, time: impl FnOnce() -> String) -> Written {
        if std::mem::take(&mut self.place) {
            let id = session.assessment().map(|a| &a.id);
            // A place that is not kept costs one click after a reload; the records below tell whether saving works.
            let _ = id.map(|id| shelf::save_place(store, id, &session.page().name(session.ladder())));
        }
        let mut out = Written::default();
        let (mut fault, mut saved) = (None, false);
        for id in std::mem::take(&mut self.waiting) {
            let Some(assessment) = session.record(&id) else { continue };
            match self.save(store, session, assessment) {
                Ok(None) => saved = true,
                Ok(Some(theirs)) => {
                    out.elsewhere.push((id.clone(), theirs));
                    self.waiting.push(id);
                }
                Err(found) => {
                    fault = Some(found);
                    self.waiting.push(id);
                }
            }
        }
        out.saving = match fault {
            Some(Fault::Full) => Some(Saving::Full),
            Some(Fault::Denied) => Some(Saving::Denied),
            Some(Fault::Off) => Some(Saving::Off),
            None if saved => Some(Saving::Saved(time())),
            None => None,
        };
        out
    }

    /// `Some` if another window wrote first: its version, or nothing if it deleted the record.
    fn save(&mut self, store: &dyn Storage, session: &Session, a: &Assessment) -> Result<Option<Option<Stored>>, Fault> {
        let filed = session.filed(&a.id);
        if session.conflict_of(&a.id).is_some_and(|c| c.aside.is_empty()) {
            store.put(&shelf::aside_key(&a.id, &self.window), &crate::domain::codec::stored_text(a, 0, filed))?;
            return Ok(None);
        }
        let seen = self.seen.get(&a.id).cloned().unwrap_or_default();
        match record::save(store, a, filed, &seen)? {
            Attempt::Written(seen) => {
                self.seen.insert(a.id.clone(), seen);
                Ok(None)
            }
            Attempt::Elsewhere(theirs) => Ok(Some(theirs)),
        }
    }

    /// The revision of a record that this window last saw; 0 if it saw none.
    pub fn revision(&self, id: &str) -> usize {
        self.seen.get(id).map_or(0, Seen::newest_revision)
    }

    /// What another window made of a record since this one last saw it: `None` if nothing.
    pub fn changed_elsewhere(&self, store: &dyn Storage, id: &str) -> Option<Option<Stored>> {
        let now = record::look(store, id).ok()?;
        let known = self.seen.get(id).cloned().unwrap_or_default();
        (now != known).then(|| now.newest())
    }

    /// Takes what the store holds of a record as seen, so that the next write follows it.
    pub fn accept(&mut self, store: &dyn Storage, id: &str) {
        if let Ok(seen) = record::look(store, id) {
            self.seen.insert(id.to_owned(), seen);
        }
    }

    /// Two versions have been settled: nothing has to be kept beside the record any more.
    pub fn settle(&mut self, store: &dyn Storage, id: &str, aside: &str) {
        let own = shelf::aside_key(id, &self.window);
        // An aside that cannot be removed is asked about again after the next load.
        let _ = store.remove(if aside.is_empty() { &own } else { aside });
    }

    /// Removes a record with all that is kept beside it.
    ///
    /// # Errors
    /// The store's fault; what could not be removed is still there.
    pub fn delete(&mut self, store: &dyn Storage, id: &str) -> Result<(), Fault> {
        self.forget(id);
        shelf::delete(store, id)
    }

    /// Writes a record no more.
    pub fn forget(&mut self, id: &str) {
        self.waiting.retain(|w| w != id);
        self.seen.remove(id);
    }

    /// Writes nothing of what there was.
    pub fn forget_everything(&mut self) {
        (self.seen, self.place) = (Entries::default(), false);
        self.waiting.clear();
    }
}
