//! The stored data: its location, its size, the last exports; downloading and deleting it.

use yew::prelude::*;

use crate::base::numbers::plain;
use crate::files::{assessment_file, bundle_texts, document_file};
use crate::model::assessment::Assessment;
use crate::state::{Action, DocumentKind, Saving};
use crate::store::keys::{Usage, document_of, usage};
use crate::ui::components::delete_dialog::DIALOG;
use crate::ui::components::save_file::SaveFile;
use crate::ui::components::{live_region, revision_warning, saved_list};
use crate::ui::view::{View, heading, keyed, untranslated};
use crate::ui::{browser, text};

pub(in crate::ui) fn page(view: &View) -> Html {
    let records = view.state.assessments();
    html! {
        <div class="reading">
            { heading("", text::DATA) }
            <p class="standfirst">{ "Everything you enter stays in this browser, on this device. There is no account and no server that it could go to." }</p>
            <h2>{ "What is stored" }</h2>
            { stored(view) }
            <h2>{ "What others can see" }</h2>
            <p>{ "Whoever uses this browser profile can read what is stored here. Whoever runs the web server sees in its log that these files were fetched, from which address and when, and nothing of what you enter. A browser extension that may read this page can read all of it. A translator or a spelling check of the browser may send what it reads to its provider; switch it off here if that matters." }</p>
            <h2>{ "Take it with you, or delete it" }</h2>
            <p>{ "A file holds everything of an assessment or a session. Deleting takes it out of this browser, in every window of this page; files that you saved stay where they are." }</p>
            <p class="actions question-actions">
                if !records.is_empty() || !view.state.calibrations().documents().is_empty() { { download_all(view) } }
                { view.quiet_button(text::BACK, Action::WentBack) }
                <button type="button" class="link" popovertarget={DIALOG}>{ "Delete it all" }</button>
            </p>
            { saved_list::saved(view) }
            { saved_list::unreadable_entries(view) }
        </div>
    }
}

fn stored(view: &View) -> Html {
    if *view.state.saving() == Saving::Off {
        return html! { <p>{ "Nothing: whoever runs this page switched saving off. What is on screen is lost when the page is closed, unless you save a file." }</p> };
    }
    if *view.state.saving() == Saving::NeedsConsent {
        return html! { <><p>{ "Nothing. What is on screen is lost when the page is closed, unless you save a file or allow this page to store it." }</p>{ live_region::ask(view) }</> };
    }
    let Ok(keys) = usage(&**view.store) else {
        return html! { <p>{ "Nothing: this browser does not let the page store anything. What is on screen is lost when the page is closed, unless you save a file." }</p> };
    };
    if keys.is_empty() {
        return html! { <p>{ "Nothing yet." }</p> };
    }
    let total: usize = keys.iter().map(|u| u.bytes).sum();
    let location = if browser::divided() { "in this browser, for this wiki only" } else { "in this browser" };
    html! {
        <>
        <p>{ untranslated(format!("{} {location}, in its local storage.", size(total))) }</p>
        <div class="scroller" tabindex="0" role="region" aria-label="What is stored">
            <table class="table">
                <thead><tr><th scope="col">{ "What" }</th><th scope="col" class="n">{ "Size" }</th><th scope="col">{ "Last changed" }</th><th scope="col">{ "File last handed out" }</th></tr></thead>
                <tbody>
                    { for view.state.assessments().iter().map(|a| row(view, a, &keys)) }
                    { for DocumentKind::ALL.into_iter().map(|kind| documents(view, kind, &keys)) }
                    { others(view, &keys) }
                </tbody>
            </table>
        </div>
        </>
    }
}

fn row(view: &View, a: &Assessment, keys: &[Usage]) -> Html {
    let bytes: usize =
        keys.iter().filter(|u| document_of(&u.key).is_some_and(|k| k.is_assessment() && k.id == a.id)).map(|u| u.bytes).sum();
    let filed = view.state.last_exported(&a.id);
    let due = text::deletion_is_due(a);
    html! {
        <tr key={a.id.clone()}>
            <th scope="row">{ text::label(a) }if !a.delete_by.is_empty() { <span class="small block">{ keyed(delete_by(a, due)) }</span> }{ revision_warning::line(view.state.ladder(), a) }</th>
            <td class="n">{ untranslated(size(bytes)) }</td>
            <td>{ untranslated(browser::day_words(&a.updated)) }</td>
            <td>{ untranslated(if filed.is_empty() { "never".to_owned() } else { browser::day_words(filed) }) }</td>
        </tr>
    }
}

fn delete_by(a: &Assessment, due: bool) -> String {
    let day = browser::day_words(&a.delete_by);
    if due { format!("It was to be deleted by {day}.") } else { format!("To be deleted by {day}.") }
}

/// The documents of calibrations of one kind.
fn documents(view: &View, kind: DocumentKind, keys: &[Usage]) -> Html {
    let count = view.state.calibrations().documents().iter().filter(|p| p.key().kind == kind).count();
    if count == 0 {
        return Html::default();
    }
    let bytes: usize = keys.iter().filter(|u| document_of(&u.key).is_some_and(|k| k.kind == kind)).map(|u| u.bytes).sum();
    let what = match kind {
        DocumentKind::Invitation => "Invitations to a calibration",
        DocumentKind::Sealed => "Sealed ratings",
        DocumentKind::Record => "Records of sessions",
        DocumentKind::Review => "Sheets of a committee",
        // Assessments have rows of their own.
        DocumentKind::Assessment => return Html::default(),
    };
    html! { <tr key={kind.word()}><th scope="row">{ untranslated(format!("{what}: {count}")) }</th><td class="n">{ untranslated(size(bytes)) }</td><td></td><td></td></tr> }
}

/// All keys that belong to no readable document.
fn others(view: &View, keys: &[Usage]) -> Html {
    let here = |u: &&Usage| document_of(&u.key).is_some_and(|key| view.state.has_document(&key));
    let rest: Vec<&Usage> = keys.iter().filter(|u| !here(u)).collect();
    if rest.is_empty() {
        return Html::default();
    }
    let bytes: usize = rest.iter().map(|u| u.bytes).sum();
    html! { <tr><th scope="row">{ "Where you were, and what could not be opened" }</th><td class="n">{ untranslated(size(bytes)) }</td><td></td><td></td></tr> }
}

/// "12.4 kB".
fn size(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}\u{a0}kB", plain(tenths as f64 / 10.0))
}

fn download_all(view: &View) -> Html {
    let documents = view.state.calibrations().documents().iter().map(document_file);
    let files: Vec<_> = view.state.assessments().iter().map(assessment_file).chain(documents).collect();
    let parts = bundle_texts(files);
    let count = parts.len();
    let part = |(i, text): (usize, String)| {
        let day = browser::today();
        let (name, words) = match count {
            1 => (format!("ladder-all-{day}.json"), "Download all".to_owned()),
            _ => (format!("ladder-all-{day}-{}.json", i + 1), format!("Download all, part {} of {count}", i + 1)),
        };
        html! { <SaveFile key={i} {words} class="button" {name} make={Callback::from(move |()| text.clone())} /> }
    };
    html! { <>{ for parts.into_iter().enumerate().map(part) }</> }
}
