//! Originals that were opened in this browser stay: no record with other ones replaces them, wherever it comes from. And
//! the name of the person whom a session is about, which is kept here because nothing that is sealed has it.

use super::super::{Effect, Page, State};
use super::Calibrations;
use crate::calibration::{AwaitingReveal, SessionRecord, other_originals};
use crate::documents::calibration::{CalibrationDocument, Content, DocumentKind};
use crate::documents::seal::Invitation;
use crate::model::assessment::Role;

impl Calibrations {
    /// The record that has other originals than the one here and was therefore not taken, until it is put away.
    pub fn refused(&self) -> Option<&SessionRecord> {
        self.refused.as_deref()
    }

    /// Why a record must not replace the one that is here, in words; empty where it may.
    pub fn differs(&self, there: &SessionRecord) -> Vec<String> {
        self.session_record(there.id()).map_or_else(Vec::new, |here| other_originals(here, there))
    }

    /// The same for a document; empty for every paper that is no record.
    pub(super) fn other_originals(&self, theirs: Option<&CalibrationDocument>) -> Vec<String> {
        theirs.and_then(CalibrationDocument::record).map_or_else(Vec::new, |there| self.differs(there))
    }
}

impl State {
    /// A record came with other originals than the one here: the one here stays, and the other can be looked at.
    pub(super) fn set_apart(&mut self, record: SessionRecord) {
        self.calibrations.refused = Some(Box::new(record));
    }

    /// Another window wrote a record with other originals than the one here. The one whose files were opened in this browser
    /// stays, without a question; whether that could be told.
    pub(super) fn resolve_originals(&mut self, theirs: &CalibrationDocument, effects: &mut Vec<Effect>) -> bool {
        let Some(there) = theirs.record().cloned() else { return false };
        let Some(mine) = self.calibrations.document(&theirs.key()) else { return false };
        let (own, Some(here)) = (mine.is_own(), mine.record().cloned()) else { return false };
        match (own, theirs.is_own()) {
            (true, false) => {
                effects.push(Effect::Save(theirs.key()));
                self.set_apart(there);
            }
            (false, true) => {
                let (id, open) = (there.id().to_owned(), self.calibrations.is_shown(&theirs.key()));
                self.calibrations.put(theirs.clone());
                if open {
                    self.open_record(id);
                }
                self.set_apart(here);
            }
            _ => return false,
        }
        true
    }

    /// The record that has other originals is looked at, on the page that checks records. It is kept nowhere.
    pub(super) fn show_other(&mut self) {
        let waiting = self.calibration_conflict().and_then(|c| c.other_calibration()).and_then(CalibrationDocument::record);
        if let Some(record) = self.calibrations.refused().or(waiting).cloned() {
            self.calibrations.verifying = Some(Box::new(record));
            self.calibrations.message.clear();
            self.page = Page::Verify;
        }
    }

    /// The record that has other originals is dropped.
    pub(super) fn dismiss_other(&mut self) {
        let other = self.calibrations.refused.take();
        if self.calibrations.verifying == other {
            self.calibrations.verifying = None;
        }
    }

    /// Keeps the name of the person beside the invitation. What is sealed does not name them, so the record takes it from
    /// here; and the readable ratings may be gone by then.
    pub(super) fn name_subject(&mut self, session: &str, subject: &str, effects: &mut Vec<Effect>) {
        let invitation = |p: &&CalibrationDocument| p.key().kind == DocumentKind::Invitation && p.key().id == session;
        let Some(mut document) = self.calibrations.documents.iter().find(invitation).cloned() else { return };
        if let Content::Invitation(invitation) = &mut document.content
            && !subject.is_empty()
        {
            subject.clone_into(&mut invitation.subject);
            self.keep(document, effects);
        }
    }

    /// Ratings that an earlier version began have the name of the person with them and not beside the invitation.
    pub(super) fn name_from_ratings(&self, waiting: &mut AwaitingReveal) {
        let Invitation { session, roles, subject, .. } = &mut waiting.invitation;
        let named = |role: &Role| Some(self.rating(session.as_str(), *role)?.subject.name.clone()).filter(|n| !n.is_empty());
        if subject.is_empty() {
            *subject = roles.iter().find_map(named).unwrap_or_default();
        }
    }
}
