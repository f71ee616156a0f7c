//! One file a page.

#[cfg(feature = "rooms")]
mod all;
#[cfg(feature = "rooms")]
mod beside;
#[cfg(feature = "rooms")]
mod calibration;
#[cfg(feature = "rooms")]
mod check;
#[cfg(feature = "rooms")]
mod committee;
#[cfg(feature = "rooms")]
mod data;
#[cfg(feature = "rooms")]
mod details;
#[cfg(feature = "rooms")]
mod first;
#[cfg(feature = "rooms")]
mod history;
#[cfg(feature = "rooms")]
mod how;
#[cfg(feature = "rooms")]
mod ladder;
#[cfg(feature = "rooms")]
mod open;
#[cfg(feature = "rooms")]
mod profile;
mod question;
#[cfg(feature = "rooms")]
mod record;
#[cfg(feature = "rooms")]
mod reveal;
#[cfg(feature = "rooms")]
pub(super) mod saved;
#[cfg(feature = "rooms")]
mod seal;
#[cfg(feature = "rooms")]
mod share;
#[cfg(feature = "rooms")]
mod start;
#[cfg(feature = "rooms")]
mod talk;
#[cfg(feature = "rooms")]
mod verify;
pub(super) mod waiting;
#[cfg(feature = "rooms")]
mod warm_up;

use yew::Html;

#[cfg(feature = "rooms")]
use super::rooms;
use super::view::View;
#[cfg(feature = "rooms")]
use crate::domain::assessment::Assessment;
#[cfg(not(feature = "rooms"))]
use crate::domain::session::Way;
use crate::domain::session::{Page, Session};

/// What stands between the masthead and the foot.
pub(super) fn page(view: &View) -> Html {
    match (view.session.page(), view.session.assessment()) {
        (Page::Question(q, way), Some(a)) if shows(view.session) => question::page(view, a, q, way),
        #[cfg(not(feature = "rooms"))]
        _ => waiting::page(view),
        #[cfg(feature = "rooms")]
        (Page::First, Some(a)) => first::page(view, a),
        #[cfg(feature = "rooms")]
        (Page::Check, Some(a)) => check::page(view, a),
        #[cfg(feature = "rooms")]
        (Page::Profile, Some(a)) => profile::page(view, a),
        #[cfg(feature = "rooms")]
        (page, assessment) => {
            rooms::of(view.session).map_or_else(|| waiting::page(view), |rooms| (rooms.page)(view, page, assessment))
        }
    }
}

/// Whether what is here of the page can show where the session is.
#[cfg(not(feature = "rooms"))]
pub(super) fn shows(session: &Session) -> bool {
    matches!(session.page(), Page::Question(_, Way::Onward))
}

/// Whether what is here of the page can show where the session is.
#[cfg(feature = "rooms")]
pub(super) fn shows(session: &Session) -> bool {
    let near = matches!(session.page(), Page::Question(..) | Page::First | Page::Check | Page::Profile);
    (near && session.assessment().is_some()) || session.is_complete()
}

#[cfg(feature = "rooms")]
pub(super) use beside::on_profile;

/// The pages of the last module.
#[cfg(feature = "rooms")]
pub(super) fn room(view: &View, page: Page, assessment: Option<&Assessment>) -> Html {
    match (page, assessment) {
        (Page::Ladder, _) => ladder::page(view),
        (Page::How, _) => how::page(view),
        (Page::Open, _) => open::page(view),
        (Page::Data, _) => data::page(view),
        (Page::Beside(beside), a) if a.is_some() || !beside.needs_assessment() => beside::page(view, beside, a),
        (Page::Calibration, _) => calibration::page(view),
        (Page::WarmUp, _) => warm_up::page(view),
        (Page::Seal, Some(a)) => seal::page(view, a),
        (Page::Sealed, _) => seal::done(view),
        (Page::Reveal, _) => reveal::page(view),
        (Page::Talk, _) => talk::page(view),
        (Page::Record, _) => record::page(view),
        (Page::Verify, _) => verify::page(view),
        (Page::Committee, _) => committee::page(view),
        (Page::All, Some(a)) => all::page(view, a),
        (Page::Share, Some(a)) => share::page(view, a),
        (Page::History, Some(a)) => history::page(view, a),
        (Page::Details, Some(a)) => details::page(view, a),
        _ => start::page(view),
    }
}
