//! Pages, one file each.

mod assessment;
mod calibration;
mod files;
mod growth;
mod how;
mod ladder;
pub(super) mod loading;
mod start;

use yew::Html;

use super::text;
use super::view::View;
use crate::messages::{common, page_question, page_titles};
use crate::model::assessment::Assessment;
use crate::state::{Page, State};

pub(super) use growth::cite;
pub(super) use loading::is_entry;

/// The content between header and footer. Every page but a question needs the lazy part.
pub(super) fn page(view: &View) -> Html {
    match (view.state.page(), view.state.assessment()) {
        (Page::Question(q, way), Some(a)) => assessment::question::page(view, a, q, way),
        (page, a) => view.features.map_or_else(|| loading::page(view), |features| features.page(view, page, a)),
    }
}

/// The title of the window.
pub(super) fn title(state: &State) -> String {
    let page: String = match state.page() {
        Page::Start => return common::NAME.into(),
        Page::Question(q, _) => {
            let (step, of) = state.progress_of(q);
            page_question::question_of(step, of).into()
        }
        Page::First => page_titles::FIRST_PROFILE.into(),
        Page::Check => common::CHECK.into(),
        Page::Profile => page_titles::PROFILE.into(),
        Page::Ladder => common::READ.into(),
        Page::All => common::ALL.into(),
        Page::Details => common::DETAILS.into(),
        Page::How => common::HOW.into(),
        Page::Open => common::OPEN_FILE.into(),
        Page::Share => common::SHARE.into(),
        Page::History => common::HISTORY.into(),
        Page::Data => common::DATA.into(),
        Page::Growth(growth_page) => text::growth_page(growth_page).0.into(),
        Page::Calibration => common::CALIBRATION.into(),
        Page::WarmUp => common::WARM_UP.into(),
        Page::Seal | Page::Sealed => common::SEAL.into(),
        Page::Reveal => common::REVEAL.into(),
        Page::Talk => page_titles::SESSION.into(),
        Page::Record => page_titles::RECORD.into(),
        Page::Verify => common::VERIFY.into(),
        Page::Committee => common::COMMITTEE.into(),
    };
    page_titles::window_title(page, common::NAME).into()
}

/// A lazily loaded page. Without the assessment that it needs, the start page is shown.
pub(super) fn feature(view: &View, page: Page, assessment: Option<&Assessment>) -> Html {
    match (page, assessment) {
        (Page::Ladder, _) => ladder::page(view),
        (Page::How, _) => how::page(view),
        (Page::Open, _) => files::open::page(view),
        (Page::Data, _) => files::data::page(view),
        (Page::Growth(growth), a) if a.is_some() || !growth.needs_assessment() => growth::page(view, growth, a),
        (Page::Calibration, _) => calibration::overview::page(view),
        (Page::WarmUp, _) => calibration::warm_up::page(view),
        (Page::Sealed, _) => calibration::seal::done(view),
        (Page::Reveal, _) => calibration::reveal::page(view),
        (Page::Talk, _) => calibration::talk::page(view),
        (Page::Record, _) => calibration::record::page(view),
        (Page::Verify, _) => calibration::verify::page(view),
        (Page::Committee, _) => calibration::committee::page(view),
        (Page::First, Some(a)) => assessment::first_profile::page(view, a),
        (Page::Check, Some(a)) => assessment::check_answers::page(view, a),
        (Page::Profile, Some(a)) => assessment::profile::page(view, a, growth::on_profile),
        (Page::Seal, Some(a)) => calibration::seal::page(view, a),
        (Page::All, Some(a)) => assessment::all_questions::page(view, a),
        (Page::Share, Some(a)) => assessment::share::page(view, a),
        (Page::History, Some(a)) => assessment::history::page(view, a),
        (Page::Details, Some(a)) => assessment::details::page(view, a),
        (
            Page::Start
            | Page::Question(..)
            | Page::Growth(_)
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
