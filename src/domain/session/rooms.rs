//! What a session does beyond the answers of its assessments. The page has it in the module that comes last.

use super::{Action, Changed, Session};
use crate::domain::history::snapshot;

/// Changes a session beyond the answers.
pub type Rooms = fn(&mut Session, Action, &mut Changed);

/// What [`Session::apply`] does with the actions that it does not do itself.
pub fn rooms(session: &mut Session, action: Action, changed: &mut Changed) {
    match action {
        Action::FileRead { name, found, alone, id } => session.read(name, found, alone, &id, changed),
        Action::Offered { offer, id } => session.take_in_offer(offer, &id, changed),
        Action::OfferTaken { id } => session.take_offer(&id, changed),
        Action::OfferDeclined => session.decline_offer(),
        Action::ReadingKept { reading, id } => session.keep_beside(reading, &id, changed),
        Action::OfferedKept(id) => session.keep_offered(&id, changed),
        Action::ReadingsTakenAway => session.take_readings_away(changed),
        Action::Desk(action) => session.at_desk(*action, changed),
        Action::SetUpTaken { reading, id, now } => session.begin_as_set_up(reading, id, now, changed),
        Action::SnapshotTaken { id, why, now } => {
            let Some(copy) = session.assessment().map(|a| snapshot(a, id, now, why)) else { return };
            if let Err(problem) = session.possible(&copy) {
                return session.refuse(&problem);
            }
            changed.records.push(copy.id.clone());
            session.records.push(copy);
        }
        Action::BesideChanged { change, now } => session.change_beside(change, now, changed),
        Action::ReadinessBegun { id, now } => session.begin_readiness(id, now, changed),
        _ => {}
    }
}

impl Session {
    /// Does what is beyond the answers, once that is here.
    pub(super) fn beyond(&mut self, action: Action, changed: &mut Changed) {
        if let Some(rooms) = self.rooms {
            rooms(self, action, changed);
        }
    }

    /// Takes up what comes last.
    pub fn complete(&mut self, rooms: Rooms) {
        self.rooms = Some(rooms);
    }

    /// Whether everything can be done: always, but in a page whose last module has not come yet.
    pub fn is_complete(&self) -> bool {
        self.rooms.is_some()
    }

    /// Adds records that could not be opened.
    pub fn add_unopened(&mut self, unopened: impl Iterator<Item = super::Unopened>) {
        self.unopened.extend(unopened);
    }
}
