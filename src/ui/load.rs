//! What the app begins with: the session before anything is read.

use super::browser;
use super::local_storage::LocalStorage;
use crate::domain::codec::default_questions;
use crate::domain::session::{Action, Mode, Saving, Session};
use crate::storage::{Fault, Storage};

/// A session on the default ladder without anything that is stored: the page shows one only where the store holds nothing yet.
pub(super) fn blank(mode: Mode) -> Session {
    Session::blank(default_questions()).with_days(browser::day_of).with_mode(mode)
}

/// Says before the first change whether anything will be kept.
pub(super) fn says_whether_kept(session: &mut Session, store: LocalStorage) {
    let saving = match store.keys() {
        Ok(_) => return,
        Err(Fault::Off) => Saving::Off,
        Err(Fault::Asks) => Saving::Asks,
        Err(_) => Saving::Denied,
    };
    session.apply(Action::SavingChanged(saving));
}
