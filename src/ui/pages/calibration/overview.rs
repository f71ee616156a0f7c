//! The overview of calibrations: an introduction, prepared sessions, records, and a new invitation.

mod invite;
mod session;

use std::rc::Rc;

use yew::prelude::*;

use crate::calibration::{messages, other_text};
use crate::files::Sealed;
use crate::messages::{common, page_calibrations, page_sessions};
use crate::state::{CalibrationAction, CalibrationDocument, DocumentKey, DocumentKind, Page};
use crate::ui::components::confirm;
use crate::ui::components::other_revision;
use crate::ui::components::paste::Paste;
use crate::ui::messages::filled;
use crate::ui::view::{Shared, View, heading, keyed, untranslated};
use crate::ui::{browser, text};
use invite::Invite;

pub(in crate::ui) fn page(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    let waiting: Vec<&str> =
        calibrations.invitations().map(|i| i.session.as_str()).filter(|s| calibrations.own_record(s).is_none()).collect();
    html! {
        <div class="reading calibrations">
            { heading("", common::CALIBRATION) }
            <p class="standfirst">{ page_sessions::STANDFIRST }</p>
            if !calibrations.message().is_empty() { <p class="announced" role="status">{ keyed(calibrations.message().to_owned()) }</p> }
            if calibrations.copy_not_removed() { <p class="problem" role="alert">{ page_sessions::COPY_LEFT }</p> }
            if calibrations.unconfirmed_seal().is_some() {
                <section class="notice" aria-labelledby="fresh">
                    <h2 id="fresh">{ page_sessions::NOT_NOTED }</h2>
                    <p class="actions">{ view.link(Page::Sealed, page_sessions::SHOW_THEM) }</p>
                </section>
            }
            { for waiting.iter().enumerate().map(|(i, s)| session::section(view, s, i == 0)) }
            { without_invitation(view) }
            { records(view) }
            <section class="ruled-part">
                <h2>{ page_sessions::NEW_SESSION }</h2>
                <p>{ page_sessions::ABOUT_INVITATION }</p>
                <Invite ladder={Shared(Rc::clone(view.state.ladders().current().ladder()))} main={waiting.is_empty()} dispatch={view.dispatch.clone()} />
            </section>
            <section class="ruled-part">
                <h2>{ page_sessions::RECEIVED }</h2>
                <p>{ page_sessions::ABOUT_RECEIVED }</p>
                <p class="actions"><button type="button" class="button quiet" data-open="">{ page_calibrations::CHOOSE_FILES }</button></p>
                <Paste dispatch={view.dispatch.clone()} label={page_sessions::OR_PASTE} />
            </section>
            <section class="ruled-part">
                <h2>{ page_sessions::BESIDE }</h2>
                <ul class="lines" role="list">
                    <li>{ filled(&page_sessions::beside_warm_up(), [view.link(Page::WarmUp, common::WARM_UP)]) }</li>
                    <li>{ filled(&page_sessions::beside_verify(), [view.link(Page::Verify, common::VERIFY)]) }</li>
                    <li>{ filled(&page_sessions::beside_committee(), [view.link(Page::Committee, common::COMMITTEE)]) }</li>
                </ul>
            </section>
            <p class="actions question-actions">{ view.quiet_button(common::BACK, crate::state::Action::WentBack) }</p>
        </div>
    }
}

fn records(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    let all: Vec<_> = calibrations.session_records().collect();
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ruled-part">
            <h2>{ page_sessions::SESSIONS }</h2>
            <ul class="records" role="list">{ for all.into_iter().map(|record| {
                let [first, second] = crate::calibration::Side::BOTH.map(|side| messages::called(record, side));
                let day = browser::day_text(record.started());
                let label = messages::capital(&page_calibrations::two_people_on(first, second, day).to_string());
                let finished = record.finished().is_some();
                let key = DocumentKey { kind: DocumentKind::Record, id: record.id().to_owned() };
                let imported = calibrations.document(&key).is_some_and(|p| !p.is_own());
                let mut state = vec![match record.finished() {
                    Some(time) => page_calibrations::finished_on(browser::moment_text(time)).to_string(),
                    None => page_sessions::IN_PROGRESS.to_owned(),
                }];
                if record.previous().is_some() {
                    state.push(page_sessions::SECOND_LOOK.to_owned());
                }
                if imported {
                    state.push(common::IMPORTED_RECORD.to_owned());
                }
                html! {
                    <li key={record.id().to_owned()}>
                        <p><b>{ keyed(label.clone()) }</b><span class="small soft block">{ untranslated(state.join(" ")) }</span>{ for other_text(view.state.ladders().of(record.ladder()).ladder(), record).map(|sentence| html! { <span class="met small block">{ sentence }</span> }) }{ other_revision::line(view, record.ladder()) }</p>
                        <p class="actions">
                            { view.calibration_button(if finished { page_sessions::OPEN_RECORD } else { page_sessions::CONTINUE_SESSION }, false, CalibrationAction::RecordOpened(record.id().to_owned())) }
                            { confirm::delete(view, record.id(), &page_sessions::session_called(label).to_string(), CalibrationAction::DocumentDeleted(key)) }
                        </p>
                    </li>
                }
            }) }</ul>
        </section>
    }
}

fn without_invitation(view: &View) -> Html {
    let all = view.state.calibrations().without_invitation();
    if all.is_empty() {
        return Html::default();
    }
    let row = |document: &CalibrationDocument, sealed: &Sealed| {
        let h = sealed.header();
        let label = page_calibrations::seal_of(text::role_title(h.role), h.number.to_string()).to_string();
        let key = document.key();
        html! {
            <li key={key.id.clone()}>
                <p><b>{ label.clone() }</b><span class="small soft block">{ page_sessions::OPEN_INVITATION }</span></p>
                <p class="actions">{ confirm::delete(view, &key.id.clone(), &page_sessions::sealed_file_called(label).to_string(), CalibrationAction::DocumentDeleted(key)) }</p>
            </li>
        }
    };
    html! {
        <section class="ruled-part">
            <h2>{ page_sessions::WITHOUT_INVITATION }</h2>
            <ul class="records" role="list">{ for all.into_iter().filter_map(|p| Some(row(p, p.sealed()?))) }</ul>
        </section>
    }
}
