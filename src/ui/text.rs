//! The catalog of interface texts. Texts of the ladder are in its file, those of a profile in `model::profile`,
//! `model::findings` and `model::labels`.

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

const FILE_DUE_DAYS: f64 = 7.0;

pub(super) const NAME: &str = "Ladder calibration";
pub(super) const HEADLINE: &str = "What your work reaches, and how sure that is";
pub(super) const INTRODUCTION: &str = "A career ladder for Staff, Principal and Distinguished engineers. You choose between statements about what you did; the profile says which level that describes, and how far to trust it.";

pub(super) const HOW_IT_WORKS: &str =
    "You choose between statements about what you did; the profile says which level that describes, and how far to trust it.";
pub(super) const START_MANAGER: &str = "Start the manager's assessment";
pub(super) const START: &str = "Start self-assessment";
pub(super) const CONTINUE: &str = "Continue";
pub(super) const BACK: &str = "Back";
pub(super) const CHECK: &str = "Check your answers";
pub(super) const CHANGE: &str = "Change";
pub(super) const SEE_PROFILE: &str = "See profile";
pub(super) const READ: &str = "Read the ladder";
pub(super) const SAVE_FILE: &str = "Save file";
pub(super) const ALLOW: &str = "Save in this browser";
pub(super) const DELETE: &str = "Delete everything";
pub(super) const DELETE_YES: &str = "Yes, delete everything";
pub(super) const ALL: &str = "All questions on one page";
pub(super) const DETAILS: &str = "About this assessment";
pub(super) const HOW: &str = "How it is calculated";
pub(super) const BEST_QUESTION_BUTTON: &str = "Answer the question that tells most";
pub(super) const LOCAL_ONLY: &str = "Your answers stay in this browser.";
pub(super) const DATA: &str = "Your data";
pub(super) const OPEN_FILE: &str = "Open file";
pub(super) const SHARE: &str = "Share and export";
pub(super) const READINESS: &str = "Is the organisation ready?";
pub(super) const HISTORY: &str = "History";
pub(super) const START_CALIBRATION: &str = "Start calibration";
pub(super) const CALIBRATION: &str = "Calibration sessions";
pub(super) const WARM_UP: &str = "Warm-up";
pub(super) const SEAL: &str = "Seal my ratings";
pub(super) const REVEAL: &str = "Reveal";
pub(super) const AGREE: &str = "Agree";
pub(super) const DISSENT: &str = "Record dissent";
pub(super) const FINISH: &str = "Finish session";
pub(super) const VERIFY: &str = "Verify a record";
pub(super) const COMMITTEE: &str = "Committee";
/// Shown where a profile would show the level of ratings for a session.
pub(super) const WITHHELD_LEVEL: &str = "These ratings are for a calibration session. They show no level until both sides' files are open here; after that, profile, links and exports are as for any other assessment.";
/// Shown with a record that was not started from the two files in this browser.
pub(super) const IMPORTED_RECORD: &str = "This record came as a file. Its seals were not opened in this browser, so nothing here shows that these are the ratings that were sealed.";
/// Shown where codes are made and where they are verified.
pub(super) const CODES_SHOW: &str = "The codes show that neither of you changed anything after exchanging them. They do not show that you did not talk, that a rating is right, or who typed it.";

pub(super) const SELF_RATINGS: &str =
    "Most people rate themselves a little higher than their manager does; the gap is a topic, not a verdict.";

/// The role in the sentences of a calibration.
pub(super) fn role_title(role: Role) -> &'static str {
    match role {
        Role::SelfRater => "Self-rater",
        Role::Manager => "Manager",
        Role::Peer => "Peer",
        Role::Committee => "Committee member",
        Role::Agreed => "Both",
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
        Saving::Denied => "This browser does not let the page store anything.",
        Saving::Full => "This browser's storage is full.",
        Saving::Off => "Whoever runs this page switched saving off.",
        Saving::Unreadable => {
            return Some("Not saved: with the last change it could not be opened again. Undo it, or shorten a text.".into());
        }
        Saving::NeedsConsent => "You have not allowed this page to store anything.",
    };
    Some(format!("Not saved: save a file before you close. {cause}"))
}

/// The alert: a refused change, or a failed save.
pub(super) fn alert_sentence(state: &State) -> Option<String> {
    let refused = state.refused();
    if refused.is_empty() { saving_fails(state.saving()) } else { Some(refused.to_owned()) }
}

/// The message about a file after the press of its button.
pub(super) fn asked_to_save(name: &str, may_be_dropped: bool) -> String {
    let drop = if may_be_dropped { " Inside another page it may drop files without a word." } else { "" };
    format!("Your browser was asked to save {name}.{drop} If no file came, copy the text instead.")
}

pub(super) const FILE_CONFIRMED: &str = "Noted: the file is saved.";

/// "20,000".
pub(super) fn thousands(n: usize) -> String {
    if n < 1000 { n.to_string() } else { format!("{},{:03}", n / 1000, n % 1000) }
}

/// The state of the open assessment: whether it is saved and where, and when a file of it is due.
pub(super) fn save_line(state: &State, a: &Assessment) -> String {
    if let Some(sentence) = alert_sentence(state) {
        return sentence;
    }
    let (saving, filed) = (state.saving(), state.last_exported(&a.id));
    let here = if browser::divided() { "in this browser, for this wiki only" } else { "in this browser" };
    let mut out = match saving {
        Saving::Saved(time) => format!("Saved {here}, at {time}."),
        _ => format!("Answers are saved {here} as you give them."),
    };
    if browser::forgets_after_a_week() {
        out.push_str(" Safari deletes it after seven days without a visit: save a file.");
    }
    out.push_str(&file_reminder(filed, a));
    out
}

/// A file is due a week after the last one, or after the first answer, if something has changed since.
fn file_reminder(filed: &str, a: &Assessment) -> String {
    let since = if filed.is_empty() { a.created.as_str() } else { filed };
    if a.updated.as_str() <= filed || browser::days_between(since, &browser::now()) < FILE_DUE_DAYS {
        return String::new();
    }
    match browser::day_words(filed).as_str() {
        "" => " No file of it was ever saved: save one now.".into(),
        day => format!(" The last file of it was handed out on {day}: save a new one."),
    }
}

/// `ladder-self-2026-11-25.json`: the role and the day, never a person's name.
pub(super) fn file_name(a: &Assessment, ending: &str) -> String {
    format!("ladder-{}-{}.{ending}", a.rater.role.id(), browser::today())
}

/// Whose sealed ratings a file holds.
pub(super) fn sealed_by(role: Role) -> &'static str {
    match role {
        Role::SelfRater => "Sealed ratings by the person themselves",
        Role::Manager => "Sealed ratings by the manager",
        Role::Peer => "Sealed ratings by a peer",
        Role::Committee => "Sealed ratings by a committee member",
        Role::Agreed => "Sealed agreed ratings",
    }
}

pub(super) fn not_opened(problem: &FileError) -> String {
    format!("This could not be opened: {problem}.")
}

/// A growth page: its title, and one line about it.
pub(super) fn growth_page(growth: GrowthPage) -> (&'static str, &'static str) {
    match growth {
        GrowthPage::Evidence => ("Evidence", "What you did, so that others can look; and a map of your domains."),
        GrowthPage::Role => ("Your role", "Where the hours go, what the role answers for, and its leverage mix."),
        GrowthPage::Readiness => ("Is the organisation ready?", "Nine questions for a manager or an executive."),
        GrowthPage::Step => ("The next step", "What it turns on, over your own answers; traits, seen through the evidence."),
        GrowthPage::WhatIf => ("What if", "Change answers on a copy and see what moves."),
        GrowthPage::Plan => ("Plan", "Bets with dates to look again, and a journal of decisions."),
        GrowthPage::Packet => ("Packet draft", "What can be shown for a promotion, and what is missing."),
        GrowthPage::Lens => ("Shapes and other ladders", "Four shapes of one level, and the levels of another framework."),
    }
}

/// "Sealed: seal 1, 30 November 2026, 10:20." The number of an imported file is its own claim.
pub(super) fn sealed(document: &CalibrationDocument) -> String {
    let number = document.sealed().map_or(0, |s| s.header.number);
    let day = browser::moment_words(&document.at);
    let when = if day.is_empty() { String::new() } else { format!(", {day}") };
    if document.is_own() { format!("Sealed: seal {number}{when}.") } else { format!("Came in as seal {number}{when}.") }
}
