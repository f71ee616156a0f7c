//! Where the app is shown and what for.

use yew::AttrValue;

use super::view::Shared;
use crate::domain::ladder::Ladder;
use crate::domain::session::Mode;

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
