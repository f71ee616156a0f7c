//! One session before its reveal: the state of each side, and the next step.

use yew::prelude::*;

use crate::calibration::{AwaitingReveal, Stage};
use crate::documents::seal::{Invitation, QuestionSet};
use crate::files::invitation_text;
use crate::messages::{Message, common, page_calibrations, page_sessions};
use crate::model::assessment::{Assessment, Role};
use crate::state::{Action, CalibrationAction, CalibrationDocument, DocumentKey, DocumentKind, Page};
use crate::ui::components::confirm;
use crate::ui::components::copy_button::{CopyButton, file_name, save};
use crate::ui::components::other_revision;
use crate::ui::components::start_rating::Begin;
use crate::ui::view::{View, keyed, untranslated};
use crate::ui::{browser, text};

/// `main` if this session has the filled button of the page.
pub(super) fn section(view: &View, session: &str, main: bool) -> Html {
    let Some(Stage::AwaitingReveal(waiting)) = view.state.calibrations().stage(session) else { return Html::default() };
    let invitation = &waiting.invitation;
    let both = waiting.is_complete();
    let started = invitation.roles.both().iter().any(|role| view.state.rating(session, *role).is_some());
    let reveal = CalibrationAction::SessionSelected { session: session.to_owned(), page: Page::Reveal };
    let message = invitation_text(invitation);
    let key = DocumentKey { kind: DocumentKind::Invitation, id: session.to_owned() };
    let title = title(invitation);
    html! {
        <section class="ruled-part" key={session.to_owned()} aria-label={title.clone()}>
            <h2>{ title.clone() }</h2>
            <p class="small soft">{ about(view, invitation) }</p>
            <ul class="records" role="list">{ for invitation.roles.both().into_iter().map(|role| side(view, &waiting, role)) }</ul>
            <p class="actions question-actions">
                if !waiting.seals.is_empty() { { view.calibration_button(common::REVEAL, main && both, reveal) } }
                <CopyButton label={page_sessions::COPY_INVITATION} text={message.clone()} main={main && !started && waiting.seals.is_empty()} />
                { view.link(Page::WarmUp, common::WARM_UP) }
                { confirm::delete(view, session, &page_sessions::with_invitation(&title).to_string(), CalibrationAction::DocumentDeleted(key)) }
            </p>
            <details class="small"><summary>{ page_sessions::INVITATION_AS_TEXT }</summary><p class="token">{ message }</p></details>
        </section>
    }
}

fn title(invitation: &Invitation) -> String {
    let day = browser::day_text(&invitation.created);
    if day.is_empty() { page_sessions::SESSION_OF_NO_DAY.into() } else { page_sessions::session_of(day).into() }
}

/// "12 core questions; December 2025 to November 2026."
fn about(view: &View, invitation: &Invitation) -> String {
    let ladder = view.state.ladders().of(&invitation.ladder).ladder();
    let set = invitation.questions;
    let count = match set {
        QuestionSet::Core => ladder.core_len(),
        QuestionSet::All => ladder.questions.len(),
    };
    let period = text::period(&Assessment { period: invitation.period.clone(), ..Assessment::default() });
    let asked = if period.is_empty() {
        page_sessions::rates(set.id(), count)
    } else {
        page_sessions::rates_over(set.id(), period, count)
    };
    if invitation.ladder.digest == ladder.digest {
        let known = other_revision::note(view, &invitation.ladder).map_or_else(String::new, |sentence| format!(" {sentence}"));
        return format!("{asked}{known}");
    }
    let theirs = &invitation.ladder;
    let other = page_sessions::other_revision(&theirs.revision, &theirs.id, &ladder.revision);
    format!("{asked} {other}")
}

fn side(view: &View, awaiting: &AwaitingReveal, role: Role) -> Html {
    let session = awaiting.invitation.session.as_str();
    let rating = view.state.rating(session, role);
    let sealed = rating.is_some_and(|a| view.state.is_sealed(a));
    let files = view.state.calibrations().sealed_files(session, role);
    let held = awaiting.seal(role);
    let own = held.is_some_and(|held| held.here);
    let mut state = Vec::new();
    if let Some(a) = rating.filter(|_| !sealed) {
        let ladder = view.state.ladder_of(a);
        let asked = if view.state.core_alone(a) { ladder.core_len() } else { ladder.questions.len() };
        state.push(page_sessions::answered_here(view.state.answered(a), asked).to_string());
    }
    if held.is_some() {
        state.push(if rating.is_some() { page_sessions::READABLE_TOO } else { page_sessions::NO_READABLE }.into());
    }
    if state.is_empty() {
        state.push(page_sessions::NOTHING_HERE.into());
    }
    let open = |a: &Assessment, label: &str| view.quiet_button(label, Action::AssessmentOpened(a.id.clone()));
    html! {
        <li key={role.id()}>
            <p><b>{ text::role_title(role) }</b><span class="small soft block">{ untranslated(state.join(" ")) }</span></p>
            <div class="actions">
                if let Some(a) = rating {
                    { open(a, if sealed { page_sessions::LOOK_AT_RATINGS } else { common::CONTINUE }) }
                }
            </div>
            if !files.is_empty() { <ul class="dashes" role="list">{ for files.into_iter().map(|document| sealed_file(view, document)) }</ul> }
            if rating.is_none() {
                <details class="small">
                    <summary>{ keyed(rate_text(role, own)) }</summary>
                    if own { <p>{ page_sessions::ONLY_IF_LOST }</p> }
                    <Begin session_id={session.to_owned()} {role} dispatch={view.dispatch.clone()} />
                </details>
            }
        </li>
    }
}

/// The task of a role.
fn rate_text(role: Role, again: bool) -> Message {
    if again { page_sessions::rate_again(role.id()) } else { page_sessions::rate(role.id()) }
}

/// The export of a sealed file, which is safe to send: it cannot be read without its opening number.
fn sealed_file(view: &View, document: &CalibrationDocument) -> Html {
    let Some(sealed) = document.sealed() else { return Html::default() };
    let (text, role) = (sealed.file().to_owned(), sealed.header().role);
    let name = file_name(&format!("sealed-{}", role.id()), "json");
    let what = page_calibrations::sealed_file_of(role.id()).to_string();
    let key = document.key();
    html! {
        <li key={key.id.clone()}>
            <p class="small soft">{ text::sealed(document) }</p>
            <p class="actions">
                { save(page_calibrations::SAVE_SEALED_FILE, name, "application/json", move || text.clone()) }
                { confirm::delete(view, &key.id.clone(), &what, CalibrationAction::DocumentDeleted(key)) }
            </p>
        </li>
    }
}
