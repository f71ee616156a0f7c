//! An offer of the host: one assessment, which is imported only when the reader accepts it.

use super::{Effect, Mode, Page, State, UndoHistory};
use crate::files::{FileError, Found};
use crate::messages::state;
use crate::model::assessment::Assessment;
use crate::model::profile::check;

/// The offered assessment, or why the offer is refused.
pub type Offer = Result<Box<Assessment>, FileError>;

impl State {
    /// The last offer, until it is accepted or declined.
    pub fn offer(&self) -> Option<&Offer> {
        self.offer.as_ref()
    }

    /// Reads an offer. Only one assessment is allowed, so that nothing is imported unseen.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn offered(&self, found: Result<Found, FileError>) -> Offer {
        match found? {
            Found::Assessment(a) => check(self.ladder_of(&a), &a).map(|_| a),
            _ => Err(FileError::whole(state::NOT_ONE_ASSESSMENT)),
        }
    }

    /// Replaces an older offer. In the mode *profile* it is shown at once, alone.
    pub(super) fn read_offer(&mut self, offer: Offer, new_id: &str, effects: &mut Vec<Effect>) {
        match offer {
            Ok(a) if self.mode == Mode::Profile => {
                self.assessments.clear();
                self.imports.clear();
                self.offer = None;
                match self.add(*a, new_id, effects) {
                    Ok(id) => self.current = Some(id),
                    Err(problem) => self.offer = Some(Err(problem)),
                }
                self.undo_history = UndoHistory::default();
                self.page = Page::Profile;
            }
            offer => self.offer = Some(offer),
        }
    }

    /// Imports the offer like a file that the reader chose.
    pub(super) fn take_offer(&mut self, new_id: &str, effects: &mut Vec<Effect>) {
        if let Some(Ok(a)) = self.offer.take() {
            self.read(state::FROM_HOST.into(), Ok(Found::Assessment(a)), true, new_id, effects);
        }
    }

    pub(super) fn decline_offer(&mut self) {
        self.offer = None;
    }
}
