//! Messages of the interface that depend on its state.

use crate::base::dates::is_due;
use crate::files::FileError;
use crate::model::assessment::Assessment;
use crate::model::assessment::Role;
use crate::model::labels;
pub(super) use crate::model::labels::label;
pub(super) use crate::model::profile::{ASSUMPTIONS, ESTIMATE};
use crate::state::GrowthPage;
use crate::state::{CalibrationDocument, Saving, State};

use super::browser;
use crate::messages::{common, saving};

const FILE_DUE_DAYS: f64 = 7.0;

/// The role in the sentences of a calibration.
pub(super) fn role_title(role: Role) -> &'static str {
    match role {
        Role::SelfRater => common::ROLE_SELF,
        Role::Manager => common::ROLE_MANAGER,
        Role::Peer => common::ROLE_PEER,
        Role::Committee => common::ROLE_COMMITTEE,
        Role::Agreed => common::ROLE_AGREED,
    }
}

/// "December 2025 to November 2026"; empty without a period.
pub(super) fn period(a: &Assessment) -> String {
    labels::period(&a.period)
}

/// Whether the deletion date of an assessment has passed.
pub(super) fn deletion_is_due(a: &Assessment) -> bool {
    is_due(&browser::day_of(&a.delete_by), &browser::today()) == Some(true)
}

/// The problem, while saving fails.
pub(super) fn saving_fails(saving: &Saving) -> Option<String> {
    let cause = match saving {
        Saving::Untouched | Saving::Saved(_) => return None,
        Saving::Denied => saving::DENIED,
        Saving::Full => saving::FULL,
        Saving::Off => saving::OFF,
        Saving::Unreadable => return Some(saving::UNREADABLE.into()),
        Saving::NeedsConsent => saving::ASKS,
    };
    Some(saving::not_saved(cause).into())
}

/// The alert: a refused change, or a failed save.
pub(super) fn alert_sentence(state: &State) -> Option<String> {
    let refused = state.refused();
    if refused.is_empty() { saving_fails(state.saving()) } else { Some(refused.to_owned()) }
}

/// The message about a file after the press of its button.
pub(super) fn asked_to_save(name: &str, may_be_dropped: bool) -> String {
    if may_be_dropped { saving::file_asked_in_frame(name) } else { saving::file_asked(name) }.into()
}

/// The state of the open assessment: whether it is saved and where, and when a file of it is due.
pub(super) fn save_line(state: &State, a: &Assessment) -> String {
    if let Some(sentence) = alert_sentence(state) {
        return sentence;
    }
    let (saving, filed) = (state.saving(), state.last_exported(&a.id));
    let place = if browser::divided() { "wiki" } else { "browser" };
    let saved = match saving {
        Saving::Saved(time) => saving::saved(time, place),
        _ => saving::saved_as_given(place),
    };
    let warning = browser::forgets_after_a_week().then(|| saving::FORGETS.to_owned());
    sentences([Some(saved.into()), warning, file_reminder(filed, a)])
}

/// A file is due a week after the last one, or after the first answer, if something has changed since.
fn file_reminder(filed: &str, a: &Assessment) -> Option<String> {
    let since = if filed.is_empty() { a.created.as_str() } else { filed };
    if a.updated.as_str() <= filed || browser::days_between(since, &browser::now()) < FILE_DUE_DAYS {
        return None;
    }
    Some(match browser::day_text(filed).as_str() {
        "" => saving::FILE_DUE_FIRST.into(),
        day => saving::file_due(day).into(),
    })
}

/// Whole sentences, one after the other.
fn sentences<const N: usize>(sentences: [Option<String>; N]) -> String {
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// `ladder-self-2026-11-25.json`: the role and the day, never a person's name.
pub(super) fn file_name(a: &Assessment, ending: &str) -> String {
    format!("ladder-{}-{}.{ending}", a.rater.role.id(), browser::today())
}

/// Whose sealed ratings a file holds.
pub(super) fn sealed_by(role: Role) -> &'static str {
    match role {
        Role::SelfRater => common::SEALED_BY_SELF,
        Role::Manager => common::SEALED_BY_MANAGER,
        Role::Peer => common::SEALED_BY_PEER,
        Role::Committee => common::SEALED_BY_COMMITTEE,
        Role::Agreed => common::SEALED_AGREED,
    }
}

pub(super) fn not_opened(problem: &FileError) -> String {
    common::not_opened(problem.to_string()).into()
}

/// A growth page: its title, and one line about it.
pub(super) fn growth_page(growth: GrowthPage) -> (&'static str, &'static str) {
    match growth {
        GrowthPage::Evidence => (common::EVIDENCE_PAGE, common::EVIDENCE_ABOUT),
        GrowthPage::Role => (common::ROLE_PAGE, common::ROLE_ABOUT),
        GrowthPage::Readiness => (common::READINESS_PAGE, common::READINESS_ABOUT),
        GrowthPage::Step => (common::STEP_PAGE, common::STEP_ABOUT),
        GrowthPage::WhatIf => (common::WHAT_IF_PAGE, common::WHAT_IF_ABOUT),
        GrowthPage::Plan => (common::PLAN_PAGE, common::PLAN_ABOUT),
        GrowthPage::Packet => (common::PACKET_PAGE, common::PACKET_ABOUT),
        GrowthPage::Lens => (common::LENS_PAGE, common::LENS_ABOUT),
    }
}

/// "Sealed as seal 1, 30 November 2026, 10:20." The number of an imported file is its own claim.
pub(super) fn sealed(document: &CalibrationDocument) -> String {
    let number = document.sealed().map_or(0, |s| s.header().number);
    let day = browser::moment_text(&document.at);
    // A seal's number is a name: without commas.
    let number = number.to_string();
    match (document.is_own(), day.as_str()) {
        (true, "") => common::sealed(number),
        (true, day) => common::sealed_on(number, day),
        (false, "") => common::seal_received(number),
        (false, day) => common::seal_received_on(number, day),
    }
    .into()
}
