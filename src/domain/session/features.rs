//! What a session does beyond the answers of its assessments. The page loads this lazily, so [`Session::apply`] reaches it
//! through a value that [`Session::complete`] sets.

use std::rc::Rc;

use super::{Action, Changed, Session};
use crate::domain::codec::Stored;
use crate::domain::history::snapshot;
use crate::domain::ladder::Ladder;

/// Changes a session beyond the answers.
pub(super) type Features = fn(&mut Session, Action, &mut Changed);

/// What [`Session::apply`] does with the actions that it does not do itself.
pub(super) fn apply(session: &mut Session, action: Action, changed: &mut Changed) {
    match action {
        Action::FileRead { name, found, alone, id } => session.read(name, Rc::unwrap_or_clone(found), alone, &id, changed),
        Action::Offered { offer, id } => session.take_in_offer(offer, &id, changed),
        Action::OfferTaken { id } => session.take_offer(&id, changed),
        Action::OfferDeclined => session.decline_offer(),
        Action::ReadingKept { reading, id } => session.keep_beside(reading, &id, changed),
        Action::OfferedKept(id) => session.keep_offered(&id, changed),
        Action::ReadingsTakenAway => session.take_readings_away(changed),
        Action::Desk(action) => session.at_desk(Rc::unwrap_or_clone(action), changed),
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
        if let Some(features) = self.features {
            features(self, action, changed);
        }
    }

    /// Brings what [`Session::blank`] left out: `ladder` is the one in use with what it has beside its dimensions.
    pub fn complete(&mut self, ladder: impl Into<Rc<Ladder>>) {
        self.ladder = ladder.into();
        (self.features, self.advise) = (Some(apply as Features), super::advice);
    }

    /// Whether everything can be done: always, but in a page whose lazy part has not loaded yet.
    pub fn is_complete(&self) -> bool {
        self.features.is_some()
    }

    /// Adds an assessment that the store holds, unless one with its id is here.
    pub fn add_stored(&mut self, stored: Stored) {
        let id = stored.assessment.id.clone();
        if self.record(&id).is_none() {
            self.filed.insert(id.clone(), stored.filed);
            self.seals.insert(id, stored.seal);
            self.records.push(stored.assessment);
        }
    }

    /// Adds records that could not be opened.
    pub fn add_unopened(&mut self, unopened: impl Iterator<Item = super::Unopened>) {
        self.unopened.extend(unopened);
    }
}
