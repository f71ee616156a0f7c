//! Keeps a session's records: notes what changed, writes it, and tells when another window wrote first. It has no
//! timer of its own; whoever holds it says when to write.

use litemap::LiteMap;

use super::record::{self, Attempt, Seen};
use super::shelf::{self, Shelf};
use super::{Fault, Storage};
use crate::domain::assessment::Assessment;
use crate::domain::codec::stored_sealed_text;
use crate::domain::codec::{Stored, read_stored};
use crate::domain::ladder::Ladder;
use crate::domain::session::{Changed, Saving, Session};
use crate::domain::session::{Paper, PaperKey};

/// What waits to be written, and what this window last saw of each record.
#[derive(Clone, Debug, Default)]
pub struct Keeper {
    window: String,
    seen: LiteMap<String, Seen>,
    waiting: Vec<String>,
    place: bool,
    papers: super::papers::Waiting,
}

/// What came of writing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// Whether it is kept now; `None` if there was nothing to keep.
    pub saving: Option<Saving>,
    /// Records that another window changed, with its version, or without one if it deleted the record.
    pub elsewhere: Vec<(String, Option<Stored>)>,
    /// The same of papers of calibrations.
    pub papers_elsewhere: Vec<(PaperKey, Option<Paper>)>,
}

impl Keeper {
    /// `window` is a name that no other window of this page has.
    pub fn new(window: String) -> Self {
        Self { window, ..Self::default() }
    }

    /// Reads everything that is kept but the papers of calibrations. What was seen of a record before stays the last that
    /// was seen of it.
    pub fn load(&mut self, store: &dyn Storage, ladder: &Ladder) -> Shelf {
        let kept = shelf::load(store, ladder);
        for (id, seen) in &kept.seen {
            self.seen.entry(id.clone()).or_insert_with(|| seen.clone());
        }
        kept
    }

    /// Reads the papers of calibrations, too; before that, none is written.
    pub fn load_papers(&mut self, store: &dyn Storage, ladder: &Ladder, kept: &mut Shelf) {
        super::papers::load(store, ladder, kept);
        self.papers.saw(&kept.papers);
    }

    /// Notes a change. `true` if something waits to be written.
    pub fn note(&mut self, changed: &Changed) -> bool {
        for id in &changed.records {
            if !self.waiting.contains(id) {
                self.waiting.push(id.clone());
            }
        }
        self.place |= changed.place;
        self.papers.note(&changed.papers);
        !self.waiting.is_empty() || self.place || self.papers.any()
    }

    /// Writes what waits. What fails goes on waiting.
    pub fn write(&mut self, store: &dyn Storage, session: &Session, time: impl FnOnce() -> String) -> Written {
        if std::mem::take(&mut self.place) {
            // A place that is not kept costs one click after a reload; the records below tell whether saving works.
            let _ = session.place().map(|(id, page)| shelf::save_place(store, session.mode(), &id, &page));
        }
        let mut out = Written::default();
        let (mut fault, mut saved) = (None, false);
        // A sealed file is there before the ratings say that they are sealed.
        if let Some(write) = self.papers.writer() {
            write(&mut self.papers, store, session, &self.window, &mut out, &mut fault, &mut saved);
        }
        for id in std::mem::take(&mut self.waiting) {
            let Some(assessment) = session.record(&id) else { continue };
            match self.save(store, session, assessment) {
                Ok(None) => saved = true,
                Ok(Some(now)) => {
                    out.elsewhere.push((id.clone(), newest(&now)));
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
            Some(Fault::Unreadable) => Some(Saving::Unreadable),
            Some(Fault::Asks) => Some(Saving::Asks),
            None if saved => Some(Saving::Saved(time())),
            None => None,
        };
        out
    }

    /// `Some` if another window wrote first: what is there now.
    fn save(&mut self, store: &dyn Storage, session: &Session, a: &Assessment) -> Result<Option<Seen>, Fault> {
        if session.conflict_of(&a.id).is_some_and(|c| c.aside.is_empty()) {
            let text = text(session, a, 0);
            record::reads(record::ASSESSMENT, &a.id, &text)?;
            store.put(&shelf::aside_key(&a.id, &self.window), &text)?;
            return Ok(None);
        }
        let seen = self.seen.get(&a.id).cloned().unwrap_or_default();
        match record::save(store, record::ASSESSMENT, &a.id, &seen, |revision| text(session, a, revision))? {
            Attempt::Written(seen) => {
                self.seen.insert(a.id.clone(), seen);
                Ok(None)
            }
            Attempt::Elsewhere(now) => Ok(Some(now)),
        }
    }

    /// The revision of a record that this window last saw; 0 if it saw none.
    pub fn revision(&self, id: &str) -> usize {
        self.seen.get(id).map_or(0, Seen::newest_revision)
    }

    /// What another window made of a record since this one last saw it: `None` if nothing.
    pub fn changed_elsewhere(&self, store: &dyn Storage, id: &str) -> Option<Option<Stored>> {
        let now = match self.seen.get(id) {
            Some(known) => record::news(store, record::ASSESSMENT, id, known)?,
            None => record::news(store, record::ASSESSMENT, id, &Seen::default())?,
        };
        Some(newest(&now))
    }

    /// Takes what the store holds of a record as seen, so that the next write follows it.
    pub fn accept(&mut self, store: &dyn Storage, id: &str) {
        if let Ok(seen) = record::look(store, record::ASSESSMENT, id) {
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

    /// Removes several records at once.
    ///
    /// # Errors
    /// The store's fault; what could not be removed is still there.
    pub fn delete_all(&mut self, store: &dyn Storage, ids: &[String]) -> Result<(), Fault> {
        for id in ids {
            self.forget(id);
        }
        shelf::delete_all(store, ids)
    }

    /// Writes a record no more.
    pub fn forget(&mut self, id: &str) {
        self.waiting.retain(|w| w != id);
        self.seen.remove(id);
    }

    /// Writes nothing of what there was.
    pub fn forget_everything(&mut self) {
        (self.seen, self.place) = (LiteMap::default(), false);
        self.waiting.clear();
        self.papers.forget_everything();
    }

    /// Two versions of a paper have been settled.
    pub fn settle_paper(&mut self, store: &dyn Storage, conflict: &crate::domain::session::PaperConflict) {
        self.papers.settle(store, &self.window, conflict);
    }

    /// The papers that wait to be written, and what was last seen of each.
    pub fn papers(&mut self) -> &mut super::papers::Waiting {
        &mut self.papers
    }
}

/// What is written of an assessment: with what the session knows of its files and its seal.
fn text(session: &Session, a: &Assessment, revision: usize) -> String {
    stored_sealed_text(a, revision, session.filed(&a.id), &session.own_seal(&a.id))
}

/// The newest version that can be read.
fn newest(seen: &Seen) -> Option<Stored> {
    read_stored(seen.newest()?).ok()
}
