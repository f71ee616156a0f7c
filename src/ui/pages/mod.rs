//! One file a page.

mod all;
mod beside;
mod calibration;
mod check;
mod committee;
mod data;
mod details;
mod first;
mod history;
mod how;
mod ladder;
mod open;
mod profile;
mod question;
mod record;
mod reveal;
mod seal;
mod share;
mod start;
mod talk;
mod verify;
pub(super) mod waiting;
mod warm_up;

use yew::Html;

use super::view::View;
use crate::domain::assessment::Assessment;
use crate::domain::session::Page;

pub(super) use beside::cite;
pub(super) use waiting::is_entry;

/// What stands between the masthead and the foot. Every page but a question is of the lazy part.
pub(super) fn page(view: &View) -> Html {
    match (view.session.page(), view.session.assessment()) {
        (Page::Question(q, way), Some(a)) => question::page(view, a, q, way),
        (page, a) => view.features.map_or_else(|| waiting::page(view), |features| features.page(view, page, a)),
    }
}

/// A page of the lazy part. Without the assessment that it needs, the start page is shown.
pub(super) fn feature(view: &View, page: Page, assessment: Option<&Assessment>) -> Html {
    match (page, assessment) {
        (Page::Ladder, _) => ladder::page(view),
        (Page::How, _) => how::page(view),
        (Page::Open, _) => open::page(view),
        (Page::Data, _) => data::page(view),
        (Page::Beside(beside), a) if a.is_some() || !beside.needs_assessment() => beside::page(view, beside, a),
        (Page::Calibration, _) => calibration::page(view),
        (Page::WarmUp, _) => warm_up::page(view),
        (Page::Sealed, _) => seal::done(view),
        (Page::Reveal, _) => reveal::page(view),
        (Page::Talk, _) => talk::page(view),
        (Page::Record, _) => record::page(view),
        (Page::Verify, _) => verify::page(view),
        (Page::Committee, _) => committee::page(view),
        (Page::First, Some(a)) => first::page(view, a),
        (Page::Check, Some(a)) => check::page(view, a),
        (Page::Profile, Some(a)) => profile::page(view, a, beside::on_profile),
        (Page::Seal, Some(a)) => seal::page(view, a),
        (Page::All, Some(a)) => all::page(view, a),
        (Page::Share, Some(a)) => share::page(view, a),
        (Page::History, Some(a)) => history::page(view, a),
        (Page::Details, Some(a)) => details::page(view, a),
        (
            Page::Start
            | Page::Question(..)
            | Page::Beside(_)
            | Page::First
            | Page::Check
            | Page::Profile
            | Page::Seal
            | Page::All
            | Page::Share
            | Page::History
            | Page::Details,
            _,
        ) => start::page(view),
    }
}
