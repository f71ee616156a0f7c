//! Imports: what files, pasted texts and links contain, and how assessments and documents are added.

use super::{DocumentKey, Effect, Page, State, UndoHistory};
use crate::files::{FileError, Found, is_plain_id};
use crate::messages::{common, state};
use crate::model::assessment::Assessment;
use crate::model::profile::check;

/// The content of a file, a pasted text or a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The file's name, or a description.
    pub name: String,
    pub found: Result<Found, FileError>,
    pub status: ImportStatus,
}

/// How many are added without a question, until the page for files is opened again.
pub const UNASKED: usize = 20;

/// The imports since the page for files was opened: they can be removed together.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RecentImports {
    /// Assessments, each with the time of its last change: those that were edited since are not removed.
    assessments: Vec<(String, String)>,
    documents: Vec<DocumentKey>,
}

/// The status of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportStatus {
    /// It was added as an assessment, under this id.
    Added(String),
    /// It is known, unchanged.
    Same(String),
    /// There is an assessment with this id and other content; both can be kept.
    Differs(String),
    /// It was added as a document of a calibration.
    Filed(DocumentKey),
    /// It is added when the reader asks for it.
    Offered,
    /// Several in one file: how many were added, and how many were known. Those that need a decision are listed separately.
    Together {
        added: usize,
        /// Known.
        same: usize,
    },
    /// It cannot be added.
    Apart,
}

impl State {
    /// The imports since the page for files was opened.
    pub fn imports(&self) -> &[Import] {
        &self.imports
    }

    /// Imports what was read. New assessments are added; of two versions of one, both are shown.
    pub(super) fn read(
        &mut self,
        name: String,
        found: Result<Found, FileError>,
        alone: bool,
        new_id: &str,
        effects: &mut Vec<Effect>,
    ) {
        if self.import_for_calibration(&found) {
            return;
        }
        if self.page != Page::Open {
            self.imports.clear();
            self.recent_imports = RecentImports::default();
        }
        let before = self.page;
        let count = self.imports.len();
        self.import_found(name, found, new_id, false, effects);
        self.page = Page::Open;
        match self.imports.last() {
            Some(Import { status: ImportStatus::Filed(_), .. }) if before.is_calibration() => self.page = before,
            Some(Import { found: Err(problem), .. }) if before.is_calibration() => {
                self.calibrations.set_message(common::not_opened(problem.to_string()).into());
                self.page = before;
            }
            _ => {}
        }
        if alone && count + 1 == self.imports.len() {
            self.open_read(count);
        }
    }

    /// The imports that were not edited since: the ids of assessments, and documents.
    pub fn untouched_imports(&self) -> (Vec<String>, Vec<DocumentKey>) {
        let is_unchanged = |(id, updated): &&(String, String)| {
            self.find_assessment(id).is_some_and(|r| r.updated == *updated) && self.with_snapshots(id).len() == 1
        };
        (
            self.recent_imports.assessments.iter().filter(is_unchanged).map(|(id, _)| id.clone()).collect(),
            self.recent_imports.documents.clone(),
        )
    }

    /// How many more may be added without a question.
    fn remaining_limit(&self) -> usize {
        UNASKED.saturating_sub(self.recent_imports.assessments.len() + self.recent_imports.documents.len())
    }

    /// Each file of a bundle becomes an import of its own, unless there are many. Those wait until the reader asks for
    /// them.
    fn import_found(
        &mut self,
        name: String,
        found: Result<Found, FileError>,
        new_id: &str,
        asked: bool,
        effects: &mut Vec<Effect>,
    ) {
        let waits = !asked && self.remaining_limit() == 0;
        let (found, status) = match found {
            Ok(Found::Bundle(files)) if !asked && holds(&files) > self.remaining_limit() => {
                (Ok(Found::Bundle(files)), ImportStatus::Offered)
            }
            Ok(Found::Bundle(files)) if !files.is_empty() => {
                for (i, file) in files.into_iter().enumerate() {
                    self.import_found(
                        state::one_of_several(&name, (i + 1).to_string()).into(),
                        file,
                        &format!("{new_id}-{i}"),
                        asked,
                        effects,
                    );
                }
                return;
            }
            Ok(Found::Assessment(a)) => match check(self.ladder_of(&a), &a) {
                Ok(_) if waits && self.find_assessment(&a.id).is_none() => (Ok(Found::Assessment(a)), ImportStatus::Offered),
                Ok(_) => match self.insert_import(&a, new_id, effects) {
                    Ok(status) => (Ok(Found::Assessment(a)), status),
                    Err(problem) => (Err(problem), ImportStatus::Apart),
                },
                Err(problem) => (Err(problem), ImportStatus::Apart),
            },
            Ok(Found::Link(link)) => match link.assessment.as_ref().map(|a| check(self.ladder_of(a), a)) {
                Some(Err(problem)) => (Err(problem), ImportStatus::Apart),
                None if link.ladder.id != self.current_ladder().id => {
                    (Err(self.other_ladder(&link.ladder.id)), ImportStatus::Apart)
                }
                _ => (Ok(Found::Link(link)), ImportStatus::Offered),
            },
            Ok(other) if waits && is_document(&other) => (Ok(other), ImportStatus::Offered),
            Ok(other) => match self.file(&other, effects) {
                Some(Ok(status)) => (Ok(other), status),
                Some(Err(problem)) => (Err(problem), ImportStatus::Apart),
                None => (Ok(other), ImportStatus::Apart),
            },
            other => (other, ImportStatus::Apart),
        };
        self.imports.push(Import { name, found, status });
    }

    fn other_ladder(&self, id: &str) -> FileError {
        FileError::at("ladder.id", state::other_ladder(id, &self.current_ladder().id))
    }

    /// Starts an assessment with the settings of a link.
    pub(super) fn begin_as_set_up(&mut self, import: usize, id: String, now: String, effects: &mut Vec<Effect>) {
        let Some(Import { found: Ok(Found::Link(link)), .. }) = self.imports.get(import) else { return };
        let (role, target) = (link.role, link.target.clone());
        self.start(id, now, effects);
        if let Some(a) = self.current_mut() {
            a.rater.role = role;
            a.subject.target = target;
        }
    }

    /// Adds a document, and remembers it if it is new.
    fn file(&mut self, found: &Found, effects: &mut Vec<Effect>) -> Option<Result<ImportStatus, FileError>> {
        let before = effects.len();
        let filed = self.file_document(found, effects);
        let saved = |effect: &Effect| if let Effect::Save(key) = effect { Some(key.clone()) } else { None };
        self.recent_imports.documents.extend(effects.iter().skip(before).filter_map(saved));
        filed
    }

    fn insert_import(&mut self, a: &Assessment, new_id: &str, effects: &mut Vec<Effect>) -> Result<ImportStatus, FileError> {
        Ok(match self.find_assessment(&a.id) {
            Some(here) if here == a => ImportStatus::Same(a.id.clone()),
            Some(_) => ImportStatus::Differs(a.id.clone()),
            None => ImportStatus::Added(self.add(a.clone(), new_id, effects)?),
        })
    }

    /// Adds an assessment. A missing, invalid or taken id is replaced with a new one.
    pub(super) fn add(&mut self, mut a: Assessment, new_id: &str, effects: &mut Vec<Effect>) -> Result<String, FileError> {
        let taken =
            self.find_assessment(&a.id).is_some() || self.unreadable_entries.iter().any(|u| u.key.contains(a.id.as_str()));
        if !is_plain_id(&a.id) || taken {
            new_id.clone_into(&mut a.id);
        }
        self.possible(&a)?;
        let id = a.id.clone();
        self.recent_imports.assessments.push((id.clone(), a.updated.clone()));
        self.take(a, effects);
        Ok(id)
    }

    /// Adds the second version of an assessment, the answers of a link, or an offered import.
    pub(super) fn add_import(&mut self, import: usize, new_id: &str, effects: &mut Vec<Effect>) {
        let Some(Import { found: Ok(found), status, .. }) = self.imports.get(import) else { return };
        let added = match (found, status) {
            (Found::Assessment(a), ImportStatus::Differs(_) | ImportStatus::Offered) => (**a).clone(),
            (Found::Link(link), ImportStatus::Offered) => match &link.assessment {
                Some(a) => a.clone(),
                None => return,
            },
            (_, ImportStatus::Offered) => return self.add_many(import, new_id, effects),
            _ => return,
        };
        match self.add(added, new_id, effects) {
            Ok(id) => self.imports[import].status = ImportStatus::Added(id),
            Err(problem) => self.refuse(&problem),
        }
    }

    /// Adds a whole bundle, or a document. What needs a decision, or cannot be stored, is listed separately.
    fn add_many(&mut self, import: usize, new_id: &str, effects: &mut Vec<Effect>) {
        let (name, found) = (self.imports[import].name.clone(), self.imports[import].found.clone());
        let list = self.imports.len();
        self.import_found(name, found, new_id, true, effects);
        let (mut added, mut same) = (0, 0);
        for read in self.imports.split_off(list) {
            match read.status {
                ImportStatus::Added(_) | ImportStatus::Filed(_) => added += 1,
                ImportStatus::Same(_) => same += 1,
                _ => self.imports.push(read),
            }
        }
        self.imports[import].found = Ok(Found::Bundle(Vec::new()));
        self.imports[import].status = ImportStatus::Together { added, same };
    }

    /// Adds all offered imports but links, which may be about another person.
    pub(super) fn add_offered(&mut self, new_id: &str, effects: &mut Vec<Effect>) {
        for import in 0..self.imports.len() {
            let Import { found, status, .. } = &self.imports[import];
            if *status == ImportStatus::Offered && !matches!(found, Ok(Found::Link(_))) {
                self.add_import(import, &format!("{new_id}-{import}"), effects);
            }
        }
    }

    /// Removes the imports, but for those that were edited since.
    pub(super) fn dismiss_imports(&mut self, effects: &mut Vec<Effect>) {
        let (records, documents) = self.untouched_imports();
        for id in &records {
            self.take_away(id);
        }
        for key in &documents {
            self.remove_document(key);
        }
        effects.push(Effect::Delete(records.into_iter().map(DocumentKey::assessment).chain(documents).collect()));
        self.imports.clear();
        self.recent_imports = RecentImports::default();
        self.page = Page::Open;
        effects.push(Effect::SaveLocation);
    }

    /// Opens an import, if it is an assessment without a second version.
    fn open_read(&mut self, import: usize) {
        if let Some(Import { status: ImportStatus::Filed(key), .. }) = self.imports.get(import) {
            let key = key.clone();
            self.show_document(&key);
            return;
        }
        let Some(Import { status: ImportStatus::Added(id) | ImportStatus::Same(id), .. }) = self.imports.get(import) else {
            return;
        };
        self.current = Some(id.clone());
        self.undo_history = UndoHistory::default();
        self.page = self.resume();
    }
}

/// How many files of a bundle would be added.
fn holds(files: &[Result<Found, FileError>]) -> usize {
    files.iter().flatten().filter(|found| matches!(found, Found::Assessment(_)) || is_document(found)).count()
}

fn is_document(found: &Found) -> bool {
    matches!(found, Found::Invitation(_) | Found::Sealed(_) | Found::SessionRecord(_) | Found::Review(_))
}
