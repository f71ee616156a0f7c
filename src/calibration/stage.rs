//! The stages before and after the reveal. Before it a view receives [`AwaitingReveal`], which has no field for anybody's
//! answers: a sealed file is only a role and a number in it. [`AwaitingReveal::revealed`] is the only way to the next
//! stage, and it takes both opened files.

use std::rc::Rc;

use super::session::Calibration;
use super::session_event::SessionStart;
use crate::base::error::FileError;
use crate::base::numbers::hex;
use crate::calibration::sealing::{Opened, Revealed};
use crate::documents::calibration::{Party, SealFacts, SessionRecord};
use crate::documents::seal::Invitation;
use crate::files::original_with;
use crate::model::assessment::Role;
use crate::model::ladder::Ladder;
use crate::model::scoring::Model;

/// What a view may know of a sealed file in this browser. That is not its code: a code that was read off the file proves
/// nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedFileFacts {
    pub role: Role,
    /// Which seal of this rater in this session, from 1.
    pub number: u32,
    /// When it was made or imported, ISO 8601.
    pub at: String,
    /// Whether it was made in this browser. The number of an imported file proves nothing.
    pub here: bool,
}

/// A session that waits for its reveal.
#[derive(Clone, Debug, PartialEq)]
pub struct AwaitingReveal {
    /// What was agreed on before rating.
    pub invitation: Invitation,
    /// Every sealed file of the two roles in this browser; for each role those that were made here first.
    pub seals: Vec<SealedFileFacts>,
}

/// What a view of a session receives.
#[derive(Clone, Debug)]
pub enum Stage<'a> {
    /// Not both files are open.
    AwaitingReveal(Box<AwaitingReveal>),
    Opened(&'a SessionRecord),
}

impl AwaitingReveal {
    /// The sealed file of a role, if there is one: the newest that was made here, or else an imported one.
    pub fn seal(&self, role: Role) -> Option<&SealedFileFacts> {
        self.seals.iter().find(|s| s.role == role)
    }

    /// Whether there is a sealed file of both roles.
    pub fn is_complete(&self) -> bool {
        self.invitation.roles.both().iter().all(|role| self.seal(*role).is_some())
    }

    /// Starts the session with both opened files. The record has the session's id, so that one session gives one record. It
    /// is about the person who was named in this browser, or else about the rater with the role *self*.
    ///
    /// # Errors
    /// Why the two files give no session.
    pub fn revealed(&self, ladder: &Rc<Ladder>, model: &Model, opened: Opened, now: String) -> Result<Calibration, FileError> {
        let itself = opened.raters.iter().find(|r| r.header.role == Role::SelfRater);
        let subject = match (self.invitation.subject.as_str(), itself) {
            ("", Some(rater)) => rater.ratings.rater.name.clone(),
            (typed, _) => typed.to_owned(),
        };
        let parties = opened.raters.map(|rater| {
            let at = self.seals.iter().find(|s| s.role == rater.header.role && s.number == rater.header.number);
            revealed(rater, at.map_or("", |s| &s.at))
        });
        let id = self.invitation.session.as_str().to_owned();
        Calibration::open(ladder, model, SessionStart { id, now, parties, subject, previous: None })
    }
}

/// A side whose seal was opened. `at` is when the file was made or imported, ISO 8601, or empty.
fn revealed(rater: Revealed, at: &str) -> Party {
    let seal = SealFacts { opened: true, salt: hex(&rater.salt), ..SealFacts::of(&rater.header, at) };
    Party::new(original_with(rater.payload, &rater.ratings), Some(seal))
}
