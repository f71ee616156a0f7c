//! The overview of calibrations: an introduction, prepared sessions, records, and a new invitation.

mod invite;
mod session;

use yew::prelude::*;

use crate::calibration::{messages, other_text};
use crate::files::Sealed;
use crate::state::{CalibrationAction, CalibrationDocument, DocumentKey, DocumentKind, Page};
use crate::ui::components::confirm;
use crate::ui::components::paste::Paste;
use crate::ui::view::{View, heading, keyed, untranslated};
use crate::ui::{browser, text};
use invite::Invite;

pub(in crate::ui) fn page(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    let waiting: Vec<&str> =
        calibrations.invitations().map(|i| i.session.as_str()).filter(|s| calibrations.own_record(s).is_none()).collect();
    html! {
        <div class="reading calibrations">
            { heading("", text::CALIBRATION) }
            <p class="standfirst">{ "Two people rate the same work, each alone. Both seal their ratings, exchange codes, and open them at the same moment. Then they talk about the differences, and keep a record of what came of it. Tell the person that you do this; they get the same file." }</p>
            if !calibrations.message().is_empty() { <p class="announced" role="status">{ keyed(calibrations.message().to_owned()) }</p> }
            if calibrations.copy_not_removed() { <p class="problem" role="alert">{ "The ratings are sealed, but a readable copy of them could not be removed from this browser. Delete it on the start page, or use \u{201c}Delete everything\u{201d} after you have saved the sealed file." }</p> }
            if calibrations.unconfirmed_seal().is_some() {
                <section class="notice" aria-labelledby="fresh">
                    <h2 id="fresh">{ "A code and an opening number are not noted yet" }</h2>
                    <p class="actions">{ view.link(Page::Sealed, "Show them") }</p>
                </section>
            }
            { for waiting.iter().enumerate().map(|(i, s)| session::section(view, s, i == 0)) }
            { without_invitation(view) }
            { records(view) }
            <section class="ruled-part">
                <h2>{ "A new session" }</h2>
                <p>{ "An invitation holds no ratings. It names the ladder, the period and the questions, so that both of you rate the same." }</p>
                <Invite ladder={view.ladder()} main={waiting.is_empty()} dispatch={view.dispatch.clone()} />
            </section>
            <section class="ruled-part">
                <h2>{ "You received something" }</h2>
                <p>{ "An invitation, a sealed file or a record: choose the file, drop it on this page, or paste the message." }</p>
                <p class="actions"><button type="button" class="button quiet" data-open="">{ "Choose files" }</button></p>
                <Paste dispatch={view.dispatch.clone()} label="Or paste the message or the text of a file" />
            </section>
            <section class="ruled-part">
                <h2>{ "Beside the session" }</h2>
                <ul class="lines" role="list">
                    <li>{ view.link(Page::WarmUp, text::WARM_UP) }{ ": rate a fictional dossier and compare with the authors, in five minutes." }</li>
                    <li>{ view.link(Page::Verify, text::VERIFY) }{ ": whether a closing code fits a record." }</li>
                    <li>{ view.link(Page::Committee, text::COMMITTEE) }{ ": three to twelve people review a record, or rate blind." }</li>
                </ul>
            </section>
            <p class="actions question-actions">{ view.quiet_button(text::BACK, crate::state::Action::WentBack) }</p>
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
            <h2>{ "Sessions" }</h2>
            <ul class="records" role="list">{ for all.into_iter().map(|record| {
                let [first, second] = crate::calibration::Side::BOTH.map(|side| messages::called(record, side));
                let day = browser::day_words(record.started());
                let label = messages::capital(&format!("{first} and {second}, {day}"));
                let finished = record.finished().is_some();
                let state = match record.finished() {
                    Some(time) => format!("Finished {}.", browser::moment_words(time)),
                    None => "In progress.".to_owned(),
                };
                let second_look = if record.previous().is_some() { " A second look." } else { "" };
                let key = DocumentKey { kind: DocumentKind::Record, id: record.id().to_owned() };
                let imported = calibrations.document(&key).is_some_and(|p| !p.is_own());
                html! {
                    <li key={record.id().to_owned()}>
                        <p><b>{ keyed(label.clone()) }</b><span class="small soft block">{ untranslated(format!("{state}{second_look}{}{}", if imported { " " } else { "" }, if imported { text::IMPORTED_RECORD } else { "" })) }</span>{ for other_text(view.state.ladder(), record).map(|words| html! { <span class="met small block">{ words }</span> }) }</p>
                        <p class="actions">
                            { view.calibration_button(if finished { "Open the record" } else { "Continue the session" }, false, CalibrationAction::RecordOpened(record.id().to_owned())) }
                            { confirm::delete(view, record.id(), &format!("The session of {label}"), CalibrationAction::DocumentDeleted(key)) }
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
        let h = &sealed.header;
        let label = format!("{}, seal {}", text::role_title(h.role), h.number);
        let key = document.key();
        html! {
            <li key={key.id.clone()}>
                <p><b>{ label.clone() }</b><span class="small soft block">{ "Open the invitation to its session to go on." }</span></p>
                <p class="actions">{ confirm::delete(view, &key.id.clone(), &format!("The sealed file of the {label}"), CalibrationAction::DocumentDeleted(key)) }</p>
            </li>
        }
    };
    html! {
        <section class="ruled-part">
            <h2>{ "Sealed files without an invitation" }</h2>
            <ul class="records" role="list">{ for all.into_iter().filter_map(|p| Some(row(p, p.sealed()?))) }</ul>
        </section>
    }
}
