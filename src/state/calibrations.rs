//! The state of calibrations: their documents, the open session, the warm-up and the committee. Before the reveal a view
//! receives a [`Stage::AwaitingReveal`], which has no field for anybody's answers.

mod action;
mod committee;
mod files;
mod new_seal;
mod origin;
mod originals;
mod sealing;

use std::cell::OnceCell;

pub use action::{CalibrationAction, RevealInput};
pub use committee::CommitteeFiles;
pub use new_seal::UnconfirmedSeal;

use super::{Page, State};
use crate::calibration::{AwaitingReveal, Calibration, Review, SealedFileFacts, SessionRecord, Stage};
use crate::documents::calibration::{CalibrationDocument, DocumentKey, DocumentKind};
use crate::documents::seal::{Invitation, QuestionSet, closing_code};
use crate::documents::seal_codes::{Code, CodeError};
use crate::files::{Sealed, canonical, default_warm_up, session_file};
use crate::model::assessment::{Assessment, Role};
use crate::model::ladder::Ladder;
use crate::model::warm_up::Dossier;

/// A warm-up in progress. Nothing of it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WarmUp {
    pub dossier: usize,
    /// The statements chosen, in the order of its questions.
    pub chosen: Vec<Option<usize>>,
    /// Whether the authors' answers are shown.
    pub compared: bool,
}

/// The state of calibrations, without assessments.
#[derive(Clone, Debug, Default)]
pub struct Calibrations {
    documents: Vec<CalibrationDocument>,
    /// The session that the pages show, by id.
    session: String,
    open: Option<Box<Calibration>>,
    hidden: bool,
    unconfirmed_seal: Option<UnconfirmedSeal>,
    /// Whether a readable copy of sealed ratings could not be removed from the store.
    copy_not_removed: bool,
    message: String,
    errors: Vec<String>,
    warm_up: WarmUp,
    dossiers: OnceCell<Vec<Dossier>>,
    verifying: Option<Box<SessionRecord>>,
    /// A record that was refused because its originals differ from those of the record in this browser.
    refused: Option<Box<SessionRecord>>,
    collected: CommitteeFiles,
    /// The committee member's review form that is open, by id.
    review_form: String,
}

impl Calibrations {
    /// Everything that is kept, the newest first.
    pub fn documents(&self) -> &[CalibrationDocument] {
        &self.documents
    }

    pub fn document(&self, key: &DocumentKey) -> Option<&CalibrationDocument> {
        self.documents.iter().find(|p| p.key() == *key)
    }

    pub fn invitations(&self) -> impl Iterator<Item = &Invitation> {
        self.documents.iter().filter_map(CalibrationDocument::invitation)
    }

    /// The invitation to a session.
    pub fn invitation(&self, session: &str) -> Option<&Invitation> {
        self.invitations().find(|i| i.session.as_str() == session)
    }

    pub fn session_records(&self) -> impl Iterator<Item = &SessionRecord> {
        self.documents.iter().filter_map(CalibrationDocument::record)
    }

    /// The record with an id.
    pub fn session_record(&self, id: &str) -> Option<&SessionRecord> {
        self.session_records().find(|r| r.id() == id)
    }

    /// The session that the pages show, by id; empty for none.
    pub fn session(&self) -> &str {
        &self.session
    }

    /// The stage of a session: waiting for its reveal, or the record once both files are open in this browser.
    pub fn stage(&self, session: &str) -> Option<Stage<'_>> {
        if let Some(record) = self.own_record(session) {
            return Some(Stage::Opened(record));
        }
        let invitation = self.invitation(session)?.clone();
        let files = invitation.roles.both().into_iter().flat_map(|role| self.sealed_files(session, role));
        let seals = files.filter_map(held).collect();
        Some(Stage::AwaitingReveal(Box::new(AwaitingReveal { invitation, seals })))
    }

    /// The sealed file of a role: the newest that was made here, or else the latest import.
    fn sealed(&self, session: &str, role: Role) -> Option<(&CalibrationDocument, &Sealed)> {
        let document = self.sealed_files(session, role).into_iter().next()?;
        Some((document, document.sealed()?))
    }

    /// The key of the sealed file of a role that the reveal would open.
    pub fn sealed_key(&self, session: &str, role: Role) -> Option<DocumentKey> {
        self.sealed(session, role).map(|(document, _)| document.key())
    }

    /// The text of a sealed file, for export.
    pub fn sealed_text(&self, session: &str, role: Role) -> Option<&str> {
        self.sealed(session, role).map(|(_, sealed)| sealed.file())
    }

    /// Sealed files of sessions without an invitation in this browser.
    pub fn without_invitation(&self) -> Vec<&CalibrationDocument> {
        let strange =
            |p: &&CalibrationDocument| p.sealed().is_some_and(|s| self.invitation(s.header().session.as_str()).is_none());
        self.documents.iter().filter(strange).collect()
    }

    /// The session that is open, in progress or finished.
    pub fn talk(&self) -> Option<&Calibration> {
        self.open.as_deref()
    }

    /// Whether ratings are hidden from a shared screen.
    pub fn hidden(&self) -> bool {
        self.hidden
    }

    /// The seal whose code and opening number have not been confirmed yet.
    pub fn unconfirmed_seal(&self) -> Option<&UnconfirmedSeal> {
        self.unconfirmed_seal.as_ref()
    }

    /// Whether a readable copy of sealed ratings could not be removed from the store.
    pub fn copy_not_removed(&self) -> bool {
        self.copy_not_removed
    }

    /// The message about the last file or request on this page.
    pub fn message(&self) -> &str {
        &self.message
    }

    pub(super) fn set_message(&mut self, said: String) {
        self.message = said;
    }

    /// Why the reveal opened nothing.
    pub fn errors(&self) -> &[String] {
        &self.errors
    }

    pub fn warm_up(&self) -> &WarmUp {
        &self.warm_up
    }

    /// The dossiers for a ladder; none for a ladder without a warm-up.
    pub fn dossiers(&self, ladder: &Ladder) -> &[Dossier] {
        self.dossiers.get_or_init(|| default_warm_up(ladder).unwrap_or_default())
    }

    /// The record on the page where codes are verified.
    pub fn verifying(&self) -> Option<&SessionRecord> {
        self.verifying.as_deref()
    }

    /// The committee's files that were combined.
    pub fn collected(&self) -> &CommitteeFiles {
        &self.collected
    }

    /// The member's review form that is open, with its record.
    pub fn review_form(&self) -> Option<(&Review, &SessionRecord)> {
        let review = self.documents.iter().filter_map(CalibrationDocument::review).find(|r| r.id == self.review_form)?;
        Some((review, self.session_record(&review.record)?))
    }

    pub fn review_forms(&self) -> impl Iterator<Item = &Review> {
        self.documents.iter().filter_map(CalibrationDocument::review)
    }

    /// Whether a document is open.
    pub(super) fn is_shown(&self, key: &DocumentKey) -> bool {
        match key.kind {
            DocumentKind::Record => self.open.as_ref().is_some_and(|c| c.record().id() == key.id),
            DocumentKind::Review => !self.review_form.is_empty() && self.review_form == key.id,
            DocumentKind::Invitation | DocumentKind::Sealed | DocumentKind::Assessment => false,
        }
    }

    /// Replaces the document with its key, or inserts it before all others.
    fn put(&mut self, document: CalibrationDocument) -> DocumentKey {
        let key = document.key();
        match self.documents.iter_mut().find(|p| p.key() == key) {
            Some(here) => *here = document,
            None => self.documents.insert(0, document),
        }
        key
    }

    /// Adds a document that the store holds.
    pub(super) fn add(&mut self, document: CalibrationDocument) {
        self.documents.push(document);
    }

    /// Sets the session that the pages show.
    pub(super) fn select_session(&mut self, session: &str) {
        session.clone_into(&mut self.session);
    }

    fn take_away(&mut self, key: &DocumentKey) {
        if self.is_shown(key) {
            self.open = self.open.take().filter(|_| key.kind != DocumentKind::Record);
            if key.kind == DocumentKind::Review {
                self.review_form.clear();
            }
        }
        self.documents.retain(|p| p.key() != *key);
    }
}

/// What a view may know of a sealed file.
fn held(document: &CalibrationDocument) -> Option<SealedFileFacts> {
    let header = document.sealed()?.header();
    Some(SealedFileFacts { role: header.role, number: header.number, at: document.at.clone(), here: document.is_own() })
}

/// The closing code of a record as it stands.
pub fn code_of(record: &SessionRecord) -> Code {
    closing_code(canonical(&session_file(record)).as_bytes())
}

/// Whether a closing code as it was typed fits a record.
///
/// # Errors
/// What is wrong with the code itself.
pub fn fits(record: &SessionRecord, typed: &str) -> Result<bool, CodeError> {
    Ok(Code::parse(typed)? == code_of(record))
}

impl State {
    pub fn calibrations(&self) -> &Calibrations {
        &self.calibrations
    }

    /// Removes a document of a calibration from the list, with its versions.
    pub(super) fn remove_document(&mut self, key: &DocumentKey) {
        self.calibrations.take_away(key);
        self.conflicts.retain(|c| c.key != *key);
    }

    /// The reader's location: the id of an assessment or a session, and the name of the page.
    pub fn location(&self) -> Option<(String, String)> {
        let page = self.page.name(self.ladder());
        let session = if self.calibrations.session.is_empty() { "-" } else { &self.calibrations.session };
        match self.assessment() {
            _ if self.page.is_calibration() && !matches!(self.page, Page::Seal) => Some((session.to_owned(), page)),
            Some(a) => Some((a.id.clone(), page)),
            None => None,
        }
    }

    /// The invitation that an assessment was made for.
    pub fn invited(&self, a: &Assessment) -> Option<&Invitation> {
        if a.session.is_empty() { None } else { self.calibrations.invitation(&a.session) }
    }

    /// The name of the person whom an assessment is about, on screen alone: that of the session, or what the person is called in
    /// this browser; empty without either.
    pub fn person<'a>(&'a self, a: &'a Assessment) -> &'a str {
        let named = self.invited(a).map_or("", |i| i.subject.trim());
        if named.is_empty() { a.subject.known_as() } else { named }
    }

    /// Whether only the core questions are asked: in a session about the core, and in a committee's blind rating.
    pub fn core_alone(&self, a: &Assessment) -> bool {
        let blind = a.rater.role == Role::Committee && a.session.is_empty();
        blind || self.invited(a).is_some_and(|i| i.questions == QuestionSet::Core)
    }

    /// The readable ratings of a role.
    pub fn rating(&self, session: &str, role: Role) -> Option<&Assessment> {
        self.assessments.iter().find(|a| a.session == session && a.rater.role == role && a.snapshot.is_none())
    }

    pub(super) fn can_show_calibration(&self, page: Page) -> bool {
        let unsealed = |a: &Assessment| self.invited(a).is_some() && !self.is_sealed(a);
        match page {
            Page::Seal => self.assessment().is_some_and(unsealed),
            Page::Sealed => self.calibrations.unconfirmed_seal.is_some(),
            Page::Reveal => {
                let session = &self.calibrations.session;
                self.calibrations.own_record(session).is_none() && self.calibrations.invitation(session).is_some()
            }
            Page::Talk => self.calibrations.talk().is_some_and(|c| c.record().finished().is_none()),
            Page::Record => self.calibrations.talk().is_some(),
            _ => true,
        }
    }
}
