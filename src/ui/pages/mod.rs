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

use super::text;
use super::view::View;
use crate::domain::assessment::Assessment;
use crate::domain::session::{Page, Session};

pub(super) use beside::cite;
pub(super) use waiting::is_entry;

/// What stands between the masthead and the foot. Every page but a question is of the lazy part.
pub(super) fn page(view: &View) -> Html {
    match (view.session.page(), view.session.assessment()) {
        (Page::Question(q, way), Some(a)) => question::page(view, a, q, way),
        (page, a) => view.features.map_or_else(|| waiting::page(view), |features| features.page(view, page, a)),
    }
}

/// The title of the window.
pub(super) fn title(session: &Session) -> String {
    let page = match session.page() {
        Page::Start => return text::NAME.into(),
        Page::Question(q, _) => {
            let (step, of) = session.step(q);
            format!("Question {step} of {of}")
        }
        Page::First => "First profile".into(),
        Page::Check => text::CHECK.into(),
        Page::Profile => "Profile".into(),
        Page::Ladder => text::READ.into(),
        Page::All => text::ALL.into(),
        Page::Details => text::DETAILS.into(),
        Page::How => text::HOW.into(),
        Page::Open => text::OPEN_FILE.into(),
        Page::Share => text::SHARE.into(),
        Page::History => text::HISTORY.into(),
        Page::Data => text::DATA.into(),
        Page::Beside(beside) => text::beside(beside).0.into(),
        Page::Calibration => text::CALIBRATION.into(),
        Page::WarmUp => text::WARM_UP.into(),
        Page::Seal | Page::Sealed => text::SEAL.into(),
        Page::Reveal => text::REVEAL.into(),
        Page::Talk => "Session".into(),
        Page::Record => "Record of a session".into(),
        Page::Verify => text::VERIFY.into(),
        Page::Committee => text::COMMITTEE.into(),
    };
    format!("{page} \u{2013} {}", text::NAME)
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
