//! Papers of calibrations in the store: each in two slots like an assessment, and versions put aside until somebody chooses.

use super::keeper::Written;
use super::record::{self, Attempt, Kind, Seen};
use super::shelf::{PREFIX, Shelf, Unreadable};
use super::{Fault, Storage};
use crate::domain::codec::{Problem, StoredPaper, read_stored_paper, stored_paper};
use crate::domain::ladder::Ladder;
use crate::domain::session::{Origin, Paper, PaperConflict, PaperKey, PaperKind, Session};

/// Prefix of versions that wait for somebody to choose.
const ASIDE: &str = "ladder-calibration/paper-aside/";

/// What is kept of calibrations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Papers {
    /// The papers, the newest first.
    pub papers: Vec<Paper>,
    /// Versions that wait for somebody to choose.
    pub asides: Vec<PaperConflict>,
    seen: Vec<(PaperKey, Seen)>,
}

/// How keys and texts of a kind of papers are read.
fn kind_of(kind: PaperKind) -> Kind {
    let prefix = match kind {
        PaperKind::Invitation => "ladder-calibration/invitation/",
        PaperKind::Sealed => "ladder-calibration/sealed/",
        PaperKind::Record => "ladder-calibration/session/",
        PaperKind::Review => "ladder-calibration/committee/",
    };
    Kind { prefix, read: |text| read_stored_paper(text).map(|stored| (stored.paper.key().id, stored.revision)) }
}

/// The paper that a key of the store belongs to, if it is a slot of one.
pub fn paper_of(key: &str) -> Option<PaperKey> {
    let (kind, rest) = key.strip_prefix(PREFIX)?.split_once('/')?;
    let kind = PaperKind::ALL.into_iter().find(|k| k.word() == kind)?;
    Some(PaperKey { kind, id: record::id_of(rest).to_owned() })
}

fn aside_key(key: &PaperKey, window: &str) -> String {
    format!("{ASIDE}{}/{}/{window}", key.kind.word(), key.id)
}

/// Reads all papers into the shelf.
pub fn load(store: &dyn Storage, ladder: &Ladder, shelf: &mut Shelf) {
    let mut keys = store.keys().unwrap_or_default();
    keys.sort_by(String::cmp);
    let mut papers: Vec<PaperKey> = keys.iter().filter_map(|key| paper_of(key)).collect();
    papers.sort_by(|a, b| (a.kind.word(), &a.id).cmp(&(b.kind.word(), &b.id)));
    papers.dedup();
    for paper in papers {
        load_paper(store, ladder, paper, shelf);
    }
    for key in keys {
        if key.starts_with(ASIDE) {
            let Ok(Some(text)) = store.get(&key) else { continue };
            match read_stored_paper(&text).and_then(|s| usable(ladder, s)) {
                Ok(paper) => {
                    let (of, other) = (paper.key(), Some(Box::new(paper)));
                    shelf.papers.asides.push(PaperConflict { key: of, other, aside: key });
                }
                Err(problem) => shelf.unreadable.push(Unreadable { key, problem }),
            }
        }
    }
    shelf.papers.papers.sort_by(|a, b| b.at.cmp(&a.at));
}

fn load_paper(store: &dyn Storage, ladder: &Ladder, key: PaperKey, shelf: &mut Shelf) {
    let kind = kind_of(key.kind);
    let Ok(seen) = record::look(store, kind, &key.id) else { return };
    let keys = record::keys_of(kind.prefix, &key.id);
    let bad = seen.problems().map(|(slot, problem)| Unreadable { key: keys[slot].clone(), problem: problem.clone() });
    shelf.unreadable.extend(bad);
    if let Some(newest) = seen.newest() {
        match read_stored_paper(newest).and_then(|s| usable(ladder, s)) {
            Ok(paper) => shelf.papers.papers.push(paper),
            Err(problem) => shelf.unreadable.push(Unreadable { key: keys[seen.newest_slot()].clone(), problem }),
        }
    }
    shelf.papers.seen.push((key, seen));
}

/// A record has to fit the ladder in use.
fn usable(ladder: &Ladder, stored: StoredPaper) -> Result<Paper, Problem> {
    if let Some(record) = stored.paper.record() {
        record.fits(ladder)?;
    }
    Ok(stored.paper)
}

/// Papers that wait to be written, and what this window last saw of each.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    seen: Vec<(PaperKey, Seen)>,
    changed: Vec<PaperKey>,
    /// Set when the papers are read: before that none can have changed.
    write: Option<Write>,
}

pub(super) type Write = fn(&mut Waiting, &dyn Storage, &Session, &str, &mut Written, &mut Option<Fault>, &mut bool);

impl Waiting {
    pub(super) fn saw(&mut self, papers: &Papers) {
        self.seen.clone_from(&papers.seen);
        self.write = Some(Self::write_all);
    }

    pub(super) fn note(&mut self, keys: &[PaperKey]) {
        for key in keys {
            if !self.changed.contains(key) {
                self.changed.push(key.clone());
            }
        }
    }

    /// Whether any waits.
    pub(super) fn any(&self) -> bool {
        !self.changed.is_empty()
    }

    fn known(&self, key: &PaperKey) -> Seen {
        self.seen.iter().find(|(k, _)| k == key).map(|(_, seen)| seen.clone()).unwrap_or_default()
    }

    fn learn(&mut self, key: &PaperKey, seen: Seen) {
        self.seen.retain(|(k, _)| k != key);
        self.seen.push((key.clone(), seen));
    }

    /// What writes them, once they have been read.
    pub(super) fn writer(&self) -> Option<Write> {
        self.write
    }

    /// Writes what waits. What fails goes on waiting.
    fn write_all(
        &mut self,
        store: &dyn Storage,
        session: &Session,
        window: &str,
        out: &mut Written,
        fault: &mut Option<Fault>,
        saved: &mut bool,
    ) {
        for key in std::mem::take(&mut self.changed) {
            let Some(paper) = session.desk().paper(&key) else { continue };
            let attempt = if let Some(aside) = session.desk().conflict_of(&key).and_then(|c| put_aside(c, paper, window)) {
                let text = stored_paper(paper, 0);
                let read = record::reads(kind_of(key.kind), &key.id, &text);
                read.and_then(|()| store.put(&aside, &text)).map(|()| None)
            } else {
                record::save(store, kind_of(key.kind), &key.id, &self.known(&key), |revision| stored_paper(paper, revision))
                    .map(Some)
            };
            match attempt {
                Ok(None) => *saved = true,
                Ok(Some(Attempt::Written(seen))) => {
                    self.learn(&key, seen);
                    *saved = true;
                }
                Ok(Some(Attempt::Elsewhere(now))) => {
                    out.papers_elsewhere.push((key.clone(), newest(&now)));
                    self.changed.push(key);
                }
                Err(found) => {
                    *fault = Some(found);
                    self.changed.push(key);
                }
            }
        }
    }

    /// What another window made of a paper since this one last saw it: `None` if nothing.
    pub fn changed_elsewhere(&self, store: &dyn Storage, key: &PaperKey) -> Option<Option<Paper>> {
        record::news(store, kind_of(key.kind), &key.id, &self.known(key)).map(|now| newest(&now))
    }

    /// Whether the store holds a paper as this window last wrote it: it is read back.
    pub fn holds(&self, store: &dyn Storage, key: &PaperKey) -> bool {
        let known = self.known(key);
        let there = || record::look(store, kind_of(key.kind), &key.id).is_ok_and(|now| now == known);
        !self.changed.contains(key) && known.newest().is_some() && there()
    }

    /// Takes what the store holds of a paper as seen, so that the next write follows it.
    pub fn accept(&mut self, store: &dyn Storage, key: &PaperKey) {
        if let Ok(seen) = record::look(store, kind_of(key.kind), &key.id) {
            self.learn(key, seen);
        }
    }

    /// Two versions have been settled: nothing has to be kept beside the paper any more.
    pub fn settle(&mut self, store: &dyn Storage, window: &str, conflict: &PaperConflict) {
        let own = aside_key(&conflict.key, window);
        // An aside that cannot be removed is asked about again after the next load.
        let _ = store.remove(if conflict.aside.is_empty() { &own } else { &conflict.aside });
    }

    /// Removes a paper with all that is kept beside it.
    ///
    /// # Errors
    /// The store's fault; what could not be removed is still there.
    pub fn delete(&mut self, store: &dyn Storage, key: &PaperKey) -> Result<(), Fault> {
        self.changed.retain(|k| k != key);
        self.seen.retain(|(k, _)| k != key);
        let aside = aside_key(key, "");
        let mut keys: Vec<String> = store.keys()?.into_iter().filter(|k| k.starts_with(&aside)).collect();
        keys.extend(record::keys_of(kind_of(key.kind).prefix, &key.id));
        let results: Vec<Result<(), Fault>> = keys.iter().map(|k| store.remove(k)).collect();
        results.into_iter().collect()
    }

    pub(super) fn forget_everything(&mut self) {
        self.seen.clear();
        self.changed.clear();
    }
}

/// Where the version that is shown is kept while two wait for a choice: aside, if the other one lies in the paper's own place.
fn put_aside(conflict: &PaperConflict, shown: &Paper, window: &str) -> Option<String> {
    if conflict.aside.is_empty() {
        return Some(aside_key(&conflict.key, window));
    }
    let came = conflict.other.as_ref().is_some_and(|other| other.record().is_some() && !other.is_own());
    (came && shown.is_own()).then(|| conflict.aside.clone())
}

/// Whether ratings of a role were sealed in this browser: a file that came in says nothing about that.
pub fn sealed_here(store: &dyn Storage, session: &str, role: &str) -> bool {
    let prefix = format!("{}{session}.{role}.", kind_of(PaperKind::Sealed).prefix);
    let keys = store.keys().unwrap_or_default().into_iter().filter(|key| key.starts_with(&prefix));
    let read = |key: String| read_stored_paper(&store.get(&key).ok()??).ok();
    keys.filter_map(read).any(|stored| match stored.paper.origin {
        Origin::Unsaid => !stored.paper.at.is_empty(),
        origin => origin == Origin::Here,
    })
}

fn newest(seen: &Seen) -> Option<Paper> {
    read_stored_paper(seen.newest()?).ok().map(|stored| stored.paper)
}
