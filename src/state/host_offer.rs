//! What the host offers: one assessment, which becomes a record when the reader says so and not before.

use super::{Effect, Mode, Page, State, UndoHistory};
use crate::files::{FileError, Found};
use crate::messages::state;
use crate::model::assessment::Assessment;
use crate::model::profile::check;

/// An assessment that was offered, or why what was offered is none.
pub type Offer = Result<Box<Assessment>, FileError>;

impl State {
    /// What was offered last and nobody has answered yet.
    pub fn offer(&self) -> Option<&Offer> {
        self.offer.as_ref()
    }

    /// What an offer comes to here. A host may offer one assessment, so that nothing else of it gets in unread.
    ///
    /// # Errors
    /// Why it is none, or does not fit the ladder.
    pub fn offered(&self, found: Result<Found, FileError>) -> Offer {
        match found? {
            Found::Assessment(a) => check(&self.ladder, &a).map(|_| a),
            _ => Err(FileError::whole(state::NOT_ONE_ASSESSMENT)),
        }
    }

    /// A newer offer takes the place of an older one. Where a profile is only read, it is shown at once, alone.
    pub(super) fn take_in_offer(&mut self, offer: Offer, new_id: &str, effects: &mut Vec<Effect>) {
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

    /// What was offered is read as if it were a file that the reader chose.
    pub(super) fn take_offer(&mut self, new_id: &str, effects: &mut Vec<Effect>) {
        if let Some(Ok(a)) = self.offer.take() {
            self.read(state::FROM_HOST.into(), Ok(Found::Assessment(a)), true, new_id, effects);
        }
    }

    pub(super) fn decline_offer(&mut self) {
        self.offer = None;
    }
}
