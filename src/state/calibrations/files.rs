//! Files and messages that are read on the pages of a calibration.

use std::rc::Rc;

use super::super::{Document, Effect, ImportStatus, Page, State};
use crate::documents::calibration::{CalibrationDocument, Content, DocumentKey, DocumentKind};
use crate::files::{FileError, Found, readable_document};
use crate::messages::{common, seals, state};
use crate::model::assessment::Role;
use crate::model::profile::check;

impl State {
    /// Whether the open page uses the file itself; then the page for files does not list it.
    pub(in crate::state) fn import_for_calibration(&mut self, found: &Result<Found, FileError>) -> bool {
        match (self.page, found) {
            (Page::Verify, Ok(Found::SessionRecord(record))) => {
                self.calibrations.verifying = Some(record.clone());
                self.calibrations.message.clear();
            }
            (Page::Committee, Ok(Found::Review(review))) => {
                let same = |r: &&crate::calibration::Review| !r.id.is_empty() && r.id == review.id;
                if self.calibrations.collected.reviews.iter().any(|r| same(&r)) {
                    self.calibrations.message = state::SHEET_IS_HERE.into();
                } else {
                    self.calibrations.collected.reviews.push((**review).clone());
                    self.calibrations.message = state::sheets(self.calibrations.collected.reviews.len()).into();
                }
            }
            (Page::Committee, Ok(Found::Assessment(a))) if matches!(a.rater.role, Role::Committee | Role::Peer) => {
                match check(self.ladder_of(a), a) {
                    Ok(_) => {
                        self.calibrations.collected.ratings.push((**a).clone());
                        self.calibrations.message = state::blind_ratings(self.calibrations.collected.ratings.len()).into();
                    }
                    Err(problem) => self.calibrations.message = state::not_taken(problem.to_string()).into(),
                }
            }
            (Page::Calibration | Page::Reveal | Page::Verify | Page::Committee, Err(problem)) => {
                self.calibrations.message = common::not_opened(problem.to_string()).into();
            }
            _ => return false,
        }
        true
    }

    /// Adds a document that was read; `None` for everything else.
    pub(in crate::state) fn file_document(
        &mut self,
        found: &Found,
        effects: &mut Vec<Effect>,
    ) -> Option<Result<ImportStatus, FileError>> {
        let content = match found {
            Found::Invitation(i) => {
                let mut invitation = i.clone();
                let here = self.calibrations.invitation(i.session.as_str());
                invitation.subject = here.map(|here| here.subject.clone()).unwrap_or_default();
                Content::Invitation(invitation)
            }
            Found::Sealed(s) => Content::Sealed(s.clone()),
            Found::SessionRecord(r) => {
                if let Err(problem) = r.fits(self.ladders.of(r.ladder()).ladder()) {
                    return Some(Err(problem));
                }
                Content::Record(r.clone())
            }
            Found::Review(r) => Content::Review(r.clone()),
            _ => return None,
        };
        let document = CalibrationDocument::imported(content);
        if let Err(problem) = readable_document(&document) {
            return Some(Err(problem));
        }
        let key = document.key();
        match self.calibrations.document(&key) {
            Some(here) if here.content == document.content => {}
            Some(_) if !self.calibrations.other_originals(Some(&document)).is_empty() => {
                if let Content::Record(record) = document.content {
                    self.set_apart(*record);
                }
                return Some(Err(FileError::whole(state::RECORD_WITH_OTHER_RATINGS)));
            }
            Some(_) if matches!(key.kind, DocumentKind::Record | DocumentKind::Review) => {
                self.set_conflict(key.clone(), Some(Rc::new(Document::Calibration(Box::new(document)))));
            }
            // A file with the key of an existing document must not replace it.
            Some(_) => return Some(Err(FileError::whole(state::SAME_HEADER))),
            None => {
                self.keep(document, effects);
            }
        }
        Some(Ok(ImportStatus::Filed(key)))
    }

    /// Opens the page that works with a document.
    pub(in crate::state) fn show_document(&mut self, key: &DocumentKey) {
        let stays = matches!(self.page, Page::Calibration | Page::Reveal);
        match key.kind {
            DocumentKind::Invitation => {
                self.calibrations.session.clone_from(&key.id);
                self.calibrations.message = state::INVITATION_IS_HERE.into();
                self.page = Page::Calibration;
            }
            DocumentKind::Sealed => {
                let Some(header) =
                    self.calibrations.document(key).and_then(CalibrationDocument::sealed).map(|s| s.header().clone())
                else {
                    return;
                };
                let session = header.session.as_str().to_owned();
                self.calibrations.message = match self.calibrations.invitation(&session) {
                    Some(_) if self.page == Page::Reveal && session != self.calibrations.session => {
                        seals::OF_ANOTHER_SESSION.into()
                    }
                    Some(_) => seals::file_here(header.role.id()).into(),
                    None => seals::INVITATION_MISSING.into(),
                };
                if !stays {
                    self.page = Page::Calibration;
                }
            }
            DocumentKind::Record => self.open_record(key.id.clone()),
            DocumentKind::Assessment => {}
            DocumentKind::Review => {
                self.calibrations.review_form.clone_from(&key.id);
                self.page = Page::Committee;
            }
        }
    }
}
