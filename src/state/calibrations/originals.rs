//! Originals that were opened in this browser are never replaced by a record with other ones. And the name of the rated
//! person, which is stored with the invitation because nothing sealed contains it.

use super::super::{Effect, Page, State};
use super::Calibrations;
use crate::calibration::{AwaitingReveal, SessionRecord, other_originals};
use crate::documents::calibration::{CalibrationDocument, Content, DocumentKind};
use crate::documents::seal::Invitation;
use crate::model::assessment::Role;

impl Calibrations {
    /// The record that was refused because of its originals, until it is dismissed.
    pub fn refused(&self) -> Option<&SessionRecord> {
        self.refused.as_deref()
    }

    /// Why a record must not replace the one in this browser, in words; empty where it may.
    pub fn differs(&self, there: &SessionRecord) -> Vec<String> {
        self.session_record(there.id()).map_or_else(Vec::new, |here| other_originals(here, there))
    }

    /// The same for a document; empty for every document that is no record.
    pub(super) fn other_originals(&self, theirs: Option<&CalibrationDocument>) -> Vec<String> {
        theirs.and_then(CalibrationDocument::record).map_or_else(Vec::new, |there| self.differs(there))
    }
}

impl State {
    /// A record with other originals was imported: the one in this browser stays, and the other one can be viewed.
    pub(super) fn set_apart(&mut self, record: SessionRecord) {
        self.calibrations.refused = Some(Box::new(record));
    }

    /// Another window wrote a record with other originals. The one whose files were opened in this browser stays, and
    /// the user is not asked. Returns whether that decided it.
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

    /// Shows the refused record on the page that checks records. It is not stored.
    pub(super) fn show_other(&mut self) {
        let waiting = self.calibration_conflict().and_then(|c| c.other_calibration()).and_then(CalibrationDocument::record);
        if let Some(record) = self.calibrations.refused().or(waiting).cloned() {
            self.calibrations.verifying = Some(Box::new(record));
            self.calibrations.message.clear();
            self.page = Page::Verify;
        }
    }

    /// Dismisses the refused record.
    pub(super) fn dismiss_other(&mut self) {
        let other = self.calibrations.refused.take();
        if self.calibrations.verifying == other {
            self.calibrations.verifying = None;
        }
    }

    /// Stores the name of the rated person with the invitation. What is sealed does not contain it, so the record takes it
    /// from here; the readable ratings may be deleted by then.
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

    /// Ratings of an earlier version contain the name of the person; the invitation does not.
    pub(super) fn name_from_ratings(&self, waiting: &mut AwaitingReveal) {
        let Invitation { session, roles, subject, .. } = &mut waiting.invitation;
        let named = |role: &Role| Some(self.rating(session.as_str(), *role)?.subject.name.clone()).filter(|n| !n.is_empty());
        if subject.is_empty() {
            *subject = roles.both().iter().find_map(named).unwrap_or_default();
        }
    }
}
