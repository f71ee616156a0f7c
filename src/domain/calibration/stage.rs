//! Before and after the two files are opened. Before that a view receives [`Waiting`], which has no field that could hold
//! what the other side answered; the only way on is [`Waiting::revealed`], which asks for the other side's opened file.

use std::rc::Rc;

use super::event::Opening;
use super::party::{Original, Party, SealFacts};
use super::record::Previous;
use super::session::Calibration;
use crate::domain::assessment::{LadderRef, Period, Role};
use crate::domain::codec::Problem;
use crate::domain::ladder::Ladder;
use crate::domain::scoring::Model;

/// What both sides know before anything is opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Invitation {
    /// Who invited, or empty.
    pub from: String,
    /// In which role the reader was asked to rate.
    pub role: Role,
    /// Whom it is about, or empty.
    pub subject: String,
    /// The ladder to rate on.
    pub ladder: LadderRef,
    /// The months to rate.
    pub period: Period,
}

/// A side that waits for the other one. Nothing of the other side is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// The reader's own file.
    pub own: Original,
    /// What was agreed on beforehand.
    pub invitation: Invitation,
    /// The reader's own seal.
    pub seal: Option<SealFacts>,
}

/// What a view of a session receives.
#[derive(Clone, Debug)]
pub enum Stage {
    /// The other side's answers are not here.
    Waiting(Box<Waiting>),
    /// Both files are open.
    Opened(Box<Calibration>),
}

impl Waiting {
    /// Both files are open: the session begins.
    ///
    /// # Errors
    /// Why the two files give no session; what waits is given back.
    pub fn revealed(
        self,
        ladder: &Rc<Ladder>,
        model: &Model,
        other: Party,
        id: String,
        now: String,
        previous: Option<Previous>,
    ) -> Result<Calibration, (Box<Self>, Problem)> {
        let own = Party::new(self.own.clone(), self.seal.clone());
        let opening = Opening { id, now, parties: [own, other], previous };
        Calibration::open(ladder, model, opening).map_err(|problem| (Box::new(self), problem))
    }
}
