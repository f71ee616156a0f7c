//! The one place that reads and writes documents: two slots each, versions of other windows, and the choice between two
//! versions. It runs the effects of [`reduce`](crate::state::reduce) that concern the store, and has no timer of
//! its own: its owner says when to flush.

use litemap::LiteMap;

use super::codecs::{ASSESSMENTS, CALIBRATIONS, Codec};
use super::slots::{self, Slots, WriteResult};
use super::{Storage, StoreError, keys};
use crate::model::assessment::Role;
use crate::model::ladders::Ladders;
use crate::state::{
    Action, CalibrationAction, CalibrationDocument, Conflict, Contents, Document, DocumentKey, DocumentKind, Effect, Mode,
    Origin, Saving, State, UnreadableEntry,
};

/// The dirty documents, and the last known version of each document.
#[derive(Clone, Debug)]
pub struct Repository {
    window: String,
    codecs: Vec<Codec>,
    seen: LiteMap<DocumentKey, Slots>,
    dirty: Vec<DocumentKey>,
    location: bool,
    /// Runs the effects of sealing. The codecs of calibrations are loaded lazily, so this is not called by name.
    sealing: Option<RunSealing>,
}

type RunSealing = fn(&mut Repository, &dyn Storage, Effect) -> Vec<Action>;

impl Repository {
    /// `window` is a name that no other window of this page has. Documents other than assessments are not read or written
    /// before [`Repository::add_calibrations`].
    pub fn new(window: String) -> Self {
        Self { window, codecs: vec![ASSESSMENTS], seen: LiteMap::default(), dirty: Vec::new(), location: false, sealing: None }
    }

    /// Adds the codecs of documents of calibrations.
    pub fn add_calibrations(&mut self) {
        self.codecs.extend(CALIBRATIONS);
        self.sealing = Some(Self::run_sealing);
    }

    fn codec(&self, kind: DocumentKind) -> Option<Codec> {
        self.codecs.iter().find(|codec| codec.kind == kind).copied()
    }

    /// Reads everything. The last known version of a document stays known. A store that must not be used counts as empty.
    pub fn load(&mut self, store: &dyn Storage, ladders: &Ladders, mode: Mode) -> Contents {
        let mut contents = Contents { location: keys::location(store, mode), ..Contents::default() };
        let mut all = store.keys().unwrap_or_default();
        all.sort_by(String::cmp);
        let mut documents: Vec<DocumentKey> = all.iter().filter_map(|key| keys::document_of(key)).collect();
        documents.sort();
        documents.dedup();
        for key in documents {
            if let Some(codec) = self.codec(key.kind) {
                self.load_document(store, ladders, codec, key, &mut contents);
            }
        }
        for codec in &self.codecs {
            for key in all.iter().filter(|key| codec.is_copy(key)) {
                let Ok(Some(text)) = store.get(key) else { continue };
                match read(*codec, ladders, &text) {
                    Ok(other) => {
                        contents.conflicts.push(Conflict { key: other.key(), other: Some(other.into()), copy: key.clone() });
                    }
                    Err(problem) => contents.unreadable_entries.push(UnreadableEntry { key: key.clone(), problem }),
                }
            }
        }
        contents.documents.sort_by(|a, b| b.changed_at().cmp(a.changed_at()).then_with(|| a.key().id.cmp(&b.key().id)));
        contents
    }

    fn load_document(&mut self, store: &dyn Storage, ladders: &Ladders, codec: Codec, key: DocumentKey, contents: &mut Contents) {
        let Ok(seen) = slots::read_slots(store, &codec, &key) else { return };
        let keys = keys::slots_of(&key);
        let bad = seen.problems().map(|(slot, problem)| UnreadableEntry { key: keys[slot].clone(), problem: problem.clone() });
        contents.unreadable_entries.extend(bad);
        if let Some(text) = seen.newest() {
            match read(codec, ladders, text) {
                Ok(document) => contents.documents.push(document),
                Err(problem) => {
                    contents.unreadable_entries.push(UnreadableEntry { key: keys[seen.newest_slot()].clone(), problem });
                }
            }
        }
        self.seen.entry(key).or_insert(seen);
    }

    /// Whether something is dirty.
    pub fn is_dirty(&self) -> bool {
        !self.dirty.is_empty() || self.location
    }

    /// Runs an effect on the store and ignores any other. `time` is the local time of day.
    pub fn run(&mut self, store: &dyn Storage, state: &State, effect: Effect, time: fn() -> String) -> Vec<Action> {
        match effect {
            Effect::Save(key) => {
                if !self.dirty.contains(&key) {
                    self.dirty.push(key);
                }
            }
            Effect::SaveLocation => self.location = true,
            Effect::Flush => return self.flush(store, state, time),
            // If the store refuses, the next load shows the documents again.
            Effect::Delete(keys) => {
                let _ = self.delete(store, &keys);
            }
            Effect::DeleteEverything => {
                self.forget_everything();
                let _ = keys::delete_everything(store);
            }
            Effect::Forget(key) => self.forget(&key),
            Effect::ForgetEverything => self.forget_everything(),
            Effect::Acknowledge(key) => {
                if let Some(codec) = self.codec(key.kind)
                    && let Ok(seen) = slots::read_slots(store, &codec, &key)
                {
                    self.seen.insert(key, seen);
                }
            }
            Effect::DropCopy { key, copy } => {
                let own = self.codec(key.kind).map(|codec| codec.copy(&key.id, &self.window)).unwrap_or_default();
                // A copy that cannot be removed is a conflict again after the next load.
                let _ = store.remove(if copy.is_empty() { &own } else { &copy });
            }
            sealing @ (Effect::ConfirmSeal(_) | Effect::RemoveReadable(_) | Effect::FindSeal { .. }) => {
                if let Some(run) = self.sealing {
                    return run(self, store, sealing);
                }
                // The codec of seals is not loaded yet, so nothing was sealed here.
                if let Effect::FindSeal { id, .. } = sealing {
                    return vec![Action::DeletedExternally(id)];
                }
            }
            // If the store refuses, the next write reports it.
            Effect::AllowStorage => {
                let _ = store.allow();
            }
            Effect::ProbeStorage => {
                return store.keys().err().map(|error| Action::SavingChanged(error.into())).into_iter().collect();
            }
            Effect::Date(_) | Effect::Navigate { .. } | Effect::Focus | Effect::Emit(_) => {}
        }
        Vec::new()
    }

    fn run_sealing(&mut self, store: &dyn Storage, effect: Effect) -> Vec<Action> {
        match effect {
            Effect::ConfirmSeal(key) => {
                return vec![Action::calibrations(CalibrationAction::SealWritten(self.holds(store, &key)))];
            }
            Effect::RemoveReadable(ids) => {
                let keys: Vec<DocumentKey> = ids.into_iter().map(DocumentKey::assessment).collect();
                let deleted = self.delete(store, &keys);
                // Where nothing may be stored, nothing remains.
                let nothing = || matches!(store.keys(), Err(StoreError::Off)) || store.keys().is_ok_and(|keys| keys.is_empty());
                if deleted.is_err() && !nothing() {
                    return vec![Action::calibrations(CalibrationAction::CopyNotRemoved)];
                }
            }
            Effect::FindSeal { id, session, role } => {
                return vec![if self.sealed_here(store, &session, role) {
                    Action::calibrations(CalibrationAction::SealedExternally(id))
                } else {
                    Action::DeletedExternally(id)
                }];
            }
            _ => {}
        }
        Vec::new()
    }

    /// The changes of other windows to the document of a key; without a key, to any document.
    pub fn external_changes(&self, store: &dyn Storage, state: &State, key: Option<&str>) -> Vec<Action> {
        if key == Some(keys::DELETED) {
            return vec![Action::EverythingDeletedExternally];
        }
        let all = key.map_or_else(|| state.document_keys(), |key| keys::document_of(key).into_iter().collect());
        let changed = |key: DocumentKey| {
            let codec = self.codec(key.kind)?;
            let now = slots::changes(store, &codec, &key, &self.known(&key))?;
            Some(Action::ExternalChange { theirs: newest(codec, &now), key })
        };
        all.into_iter().filter_map(changed).collect()
    }

    /// The last known revision of a document; 0 if there is none.
    pub fn revision(&self, key: &DocumentKey) -> usize {
        self.seen.get(key).map_or(0, Slots::newest_revision)
    }

    fn known(&self, key: &DocumentKey) -> Slots {
        self.seen.get(key).cloned().unwrap_or_default()
    }

    /// Writes what is dirty. Failed writes stay dirty.
    fn flush(&mut self, store: &dyn Storage, state: &State, time: fn() -> String) -> Vec<Action> {
        if std::mem::take(&mut self.location) {
            // A lost location costs one click after a reload; only documents decide whether saving works.
            let _ = state.location().map(|(id, page)| keys::save_location(store, state.mode(), &id, &page));
        }
        let (mut actions, mut error, mut saved) = (Vec::new(), None, false);
        // The sealed file is written before the assessment that says that it is sealed.
        let (last, first): (Vec<_>, Vec<_>) = std::mem::take(&mut self.dirty).into_iter().partition(DocumentKey::is_assessment);
        for key in first.into_iter().chain(last) {
            if !state.has_document(&key) {
                continue;
            }
            let Some(codec) = self.codec(key.kind) else {
                self.dirty.push(key);
                continue;
            };
            match self.save(store, state, codec, &key) {
                Ok(None) => {
                    saved = true;
                    continue;
                }
                Ok(Some(theirs)) => actions.push(Action::ExternalChange { key: key.clone(), theirs }),
                Err(found) => error = Some(found),
            }
            self.dirty.push(key);
        }
        let saving = error.map(Saving::from).or_else(|| saved.then(|| Saving::Saved(time())));
        actions.extend(saving.map(Action::SavingChanged));
        actions
    }

    /// `Some` if another window wrote first: its version, if there is one.
    #[expect(clippy::option_option, reason = "whether another window wrote first, and what it left")]
    fn save(
        &mut self,
        store: &dyn Storage,
        state: &State,
        codec: Codec,
        key: &DocumentKey,
    ) -> Result<Option<Option<std::rc::Rc<Document>>>, StoreError> {
        let text = |revision| (codec.write)(state, key, revision).unwrap_or_default();
        if let Some(copy) = self.copy_of_shown(state, codec, key) {
            let text = text(0);
            slots::reads(&codec, key, &text)?;
            store.put(&copy, &text)?;
            return Ok(None);
        }
        match slots::save(store, &codec, key, &self.known(key), text)? {
            WriteResult::Written(seen) => {
                self.seen.insert(key.clone(), seen);
                Ok(None)
            }
            WriteResult::Conflict(now) => Ok(Some(newest(codec, &now))),
        }
    }

    /// The key of the version on screen during a conflict: a copy, if the other version has the document's own key.
    fn copy_of_shown(&self, state: &State, codec: Codec, key: &DocumentKey) -> Option<String> {
        let conflict = state.conflict_of(key)?;
        if conflict.copy.is_empty() {
            return Some(codec.copy(&key.id, &self.window));
        }
        let imported = conflict.other_calibration().is_some_and(|other| other.record().is_some() && !other.is_own());
        (imported && state.calibrations().document(key).is_some_and(CalibrationDocument::is_own)).then(|| conflict.copy.clone())
    }

    /// Reads a document back: whether the store holds it as this window last wrote it.
    fn holds(&self, store: &dyn Storage, key: &DocumentKey) -> bool {
        let known = self.known(key);
        let there = |codec: Codec| slots::read_slots(store, &codec, key).is_ok_and(|now| now == known);
        !self.dirty.contains(key) && known.newest().is_some() && self.codec(key.kind).is_some_and(there)
    }

    /// Removes documents with their copies. Lists the keys of the store once.
    fn delete(&mut self, store: &dyn Storage, documents: &[DocumentKey]) -> Result<(), StoreError> {
        for key in documents {
            self.forget(key);
        }
        let here = store.keys()?;
        let mut gone = Vec::new();
        for key in documents {
            let Some(codec) = self.codec(key.kind) else { continue };
            let copies = codec.copy(&key.id, "");
            gone.extend(here.iter().filter(|k| k.starts_with(&copies)).cloned());
            gone.extend(keys::slots_of(key));
        }
        keys::remove_all(store, &gone)
    }

    fn forget(&mut self, key: &DocumentKey) {
        self.dirty.retain(|dirty| dirty != key);
        self.seen.remove(key);
    }

    fn forget_everything(&mut self) {
        (self.seen, self.location) = (LiteMap::default(), false);
        self.dirty.clear();
    }

    /// Whether ratings of a role were sealed in this browser. An imported file does not count.
    fn sealed_here(&self, store: &dyn Storage, session: &str, role: Role) -> bool {
        let Some(codec) = self.codec(DocumentKind::Sealed) else { return false };
        let [prefix, _] = keys::slots_of(&DocumentKey { kind: codec.kind, id: format!("{session}.{}.", role.id()) });
        let keys = store.keys().unwrap_or_default().into_iter().filter(|key| key.starts_with(&prefix));
        let read = |key: String| (codec.read)(&store.get(&key).ok()??).ok();
        keys.filter_map(read).any(|(document, _)| {
            document.calibration().is_some_and(|document| match document.origin {
                Origin::Unsaid => !document.at.is_empty(),
                origin => origin == Origin::Here,
            })
        })
    }
}

fn read(codec: Codec, ladders: &Ladders, text: &str) -> Result<Document, crate::files::FileError> {
    let (document, _) = (codec.read)(text)?;
    (codec.check)(ladders, &document).map(|()| document)
}

/// The newest readable version.
fn newest(codec: Codec, seen: &Slots) -> Option<std::rc::Rc<Document>> {
    (codec.read)(seen.newest()?).ok().map(|(document, _)| document.into())
}

impl From<StoreError> for Saving {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::Full,
            StoreError::Denied => Self::Denied,
            StoreError::Off => Self::Off,
            StoreError::Unreadable => Self::Unreadable,
            StoreError::NeedsConsent => Self::NeedsConsent,
        }
    }
}
