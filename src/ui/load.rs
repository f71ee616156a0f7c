//! What the app begins with: where it is shown and what for, and the session before anything is read.

use yew::AttrValue;

use super::browser;
use super::local_storage::LocalStorage;
use super::view::Shared;
use crate::domain::codec::default_questions;
use crate::domain::ladder::Ladder;
use crate::domain::session::{Action, Mode, Saving, Session};
use crate::storage::{Fault, Storage};

/// Where the app is shown, and what for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    /// Whether title, history, address and scroll position of the document are the app's own.
    pub(super) owns_page: bool,
    /// Whether anything is kept in the browser.
    pub(super) keeps: bool,
    pub(super) mode: Mode,
    /// Another ladder than the default one.
    pub(super) own_ladder: Option<Shared<Ladder>>,
    /// Whether it came in a link.
    pub(super) linked: bool,
    /// Where links that are made here lead, if the document is not the app's own.
    pub(super) page: Option<AttrValue>,
    pub(super) wish: Wish,
}

/// What the reader pressed before the app was shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wish {
    /// Whether a blank assessment is begun at once.
    pub(super) begin: bool,
    /// The name of the page that was asked for.
    pub(super) page: Option<AttrValue>,
}

/// A session on the default ladder without anything that is stored: the page shows one only where the store holds nothing yet.
pub(super) fn blank(place: &Place) -> Session {
    Session::blank(default_questions()).with_days(browser::day_of).with_mode(place.mode)
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
