//! Carrying the open assessment over to the ladder in use.

use super::{Effect, Page, State, UndoHistory};
use crate::files::note_carried_over;
use crate::model::assessment::{Assessment, Role};
use crate::model::carry_over::{carry_over, left_open_by};

impl State {
    /// Whether an assessment is on another revision that the page has, and may be carried over to the ladder in use. Ratings
    /// for a session are not before its reveal, and sealed ones never: both sides rate on one text.
    pub fn can_carry_over(&self, a: &Assessment) -> bool {
        let free = a.session.is_empty() || !(self.is_sealed(a) || self.withholds_level(a));
        let original = a.snapshot.is_none() && a.rater.role != Role::Agreed;
        free && original && !self.mode.only_reads() && self.ladders.names_other(&a.ladder)
    }

    /// How many answers the copy would leave open.
    pub fn left_open_by_carrying_over(&self, a: &Assessment) -> usize {
        left_open_by(self.ladder_of(a), self.current_ladder(), a).len()
    }

    /// Makes a copy of the open assessment on the ladder in use, and opens it.
    pub(super) fn carry_over(&mut self, id: String, now: String, effects: &mut Vec<Effect>) {
        let Some(a) = self.assessment().filter(|a| self.can_carry_over(a)) else { return };
        let (mut copy, made_of) = carry_over(self.ladder_of(a), self.current_ladder(), a, id.clone(), now);
        note_carried_over(&mut copy, &made_of);
        if !self.take(copy, effects) {
            return;
        }
        self.current = Some(id);
        self.undo_history = UndoHistory::default();
        self.page = Page::Check;
        effects.push(Effect::SaveLocation);
    }
}
