//! The stored data: its location, its size, the last exports; downloading and deleting it.

use yew::prelude::*;

use crate::base::numbers::plain;
use crate::files::{assessment_file, bundle_texts, document_file};
use crate::messages::{Message, common, page_data};
use crate::model::assessment::Assessment;
use crate::state::{Action, DocumentKind, Saving};
use crate::store::keys::{Usage, document_of, usage};
use crate::ui::components::delete_dialog::DIALOG;
use crate::ui::components::other_revision;
use crate::ui::components::save_file::SaveFile;
use crate::ui::components::{live_region, revision_warning, saved_list};
use crate::ui::view::{View, heading, keyed, untranslated};
use crate::ui::{browser, text};

pub(in crate::ui) fn page(view: &View) -> Html {
    let assessments = view.state.assessments();
    html! {
        <div class="reading">
            { heading("", common::DATA) }
            <p class="standfirst">{ page_data::ABOUT }</p>
            <h2>{ page_data::WHAT_IS_STORED }</h2>
            { stored(view) }
            <h2>{ page_data::WHAT_OTHERS_SEE }</h2>
            <p>{ page_data::WHAT_OTHERS_SEE_ABOUT }</p>
            <h2>{ page_data::TAKE_OR_DELETE }</h2>
            <p>{ page_data::TAKE_OR_DELETE_ABOUT }</p>
            <p class="actions question-actions">
                if !assessments.is_empty() || !view.state.calibrations().documents().is_empty() { { download_all(view) } }
                { view.quiet_button(common::BACK, Action::WentBack) }
                <button type="button" class="link" popovertarget={DIALOG}>{ page_data::DELETE_ALL }</button>
            </p>
            { saved_list::saved(view) }
            { saved_list::unreadable_entries(view) }
        </div>
    }
}

fn stored(view: &View) -> Html {
    if *view.state.saving() == Saving::Off {
        return html! { <p>{ page_data::NOTHING_OFF }</p> };
    }
    if *view.state.saving() == Saving::NeedsConsent {
        return html! { <><p>{ page_data::NOTHING_NOT_ALLOWED }</p>{ live_region::ask(view) }</> };
    }
    let Ok(keys) = usage(&**view.store) else {
        return html! { <p>{ page_data::NOTHING_DENIED }</p> };
    };
    if keys.is_empty() {
        return html! { <p>{ page_data::NOTHING_YET }</p> };
    }
    let total: usize = keys.iter().map(|u| u.bytes).sum();
    let location = if browser::divided() { "wiki" } else { "browser" };
    html! {
        <>
        <p>{ untranslated(page_data::total(size(total), location)) }</p>
        <div class="scroller" tabindex="0" role="region" aria-label={page_data::WHAT_IS_STORED}>
            <table class="table">
                <thead><tr><th scope="col">{ page_data::COLUMN_WHAT }</th><th scope="col" class="n">{ page_data::COLUMN_SIZE }</th><th scope="col">{ page_data::COLUMN_CHANGED }</th><th scope="col">{ page_data::COLUMN_HANDED_OUT }</th></tr></thead>
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
            <th scope="row">{ text::label(a) }if !a.delete_by.is_empty() { <span class="small block">{ keyed(delete_by(a, due)) }</span> }{ revision_warning::line(view.state.ladder_of(a), a) }{ other_revision::line(view, &a.ladder) }</th>
            <td class="n">{ untranslated(size(bytes)) }</td>
            <td>{ untranslated(browser::day_text(&a.updated)) }</td>
            <td>{ untranslated(if filed.is_empty() { page_data::NEVER.to_owned() } else { browser::day_text(filed) }) }</td>
        </tr>
    }
}

fn delete_by(a: &Assessment, due: bool) -> Message {
    let day = browser::day_text(&a.delete_by);
    if due { page_data::delete_due(day) } else { page_data::delete_by(day) }
}

/// The documents of calibrations of one kind.
fn documents(view: &View, kind: DocumentKind, keys: &[Usage]) -> Html {
    let count = view.state.calibrations().documents().iter().filter(|p| p.key().kind == kind).count();
    if count == 0 {
        return Html::default();
    }
    let bytes: usize = keys.iter().filter(|u| document_of(&u.key).is_some_and(|k| k.kind == kind)).map(|u| u.bytes).sum();
    let count = count.to_string();
    let message = match kind {
        DocumentKind::Invitation => page_data::invitations(count),
        DocumentKind::Sealed => page_data::sealed_ratings(count),
        DocumentKind::Record => page_data::records(count),
        DocumentKind::Review => page_data::reviews(count),
        // Assessments have rows of their own.
        DocumentKind::Assessment => return Html::default(),
    };
    html! { <tr key={kind.word()}><th scope="row">{ untranslated(message) }</th><td class="n">{ untranslated(size(bytes)) }</td><td></td><td></td></tr> }
}

/// All keys that belong to no readable document.
fn others(view: &View, keys: &[Usage]) -> Html {
    let here = |u: &&Usage| document_of(&u.key).is_some_and(|key| view.state.has_document(&key));
    let rest: Vec<&Usage> = keys.iter().filter(|u| !here(u)).collect();
    if rest.is_empty() {
        return Html::default();
    }
    let bytes: usize = rest.iter().map(|u| u.bytes).sum();
    html! { <tr><th scope="row">{ page_data::OTHER_KEYS }</th><td class="n">{ untranslated(size(bytes)) }</td><td></td><td></td></tr> }
}

/// "12.4 kB".
fn size(bytes: usize) -> Message {
    let tenths = (bytes + 50) / 100;
    page_data::kilobytes(plain(tenths as f64 / 10.0))
}

fn download_all(view: &View) -> Html {
    let documents = view.state.calibrations().documents().iter().map(document_file);
    let files: Vec<_> = view.state.assessments().iter().map(assessment_file).chain(documents).collect();
    let parts = bundle_texts(files);
    let count = parts.len();
    let part = |(i, text): (usize, String)| {
        let day = browser::today();
        let (name, label) = match count {
            1 => (format!("ladder-all-{day}.json"), page_data::DOWNLOAD_ALL.to_owned()),
            _ => (format!("ladder-all-{day}-{}.json", i + 1), page_data::download_part(i + 1, count).into()),
        };
        html! { <SaveFile key={i} {label} class="button" {name} make={Callback::from(move |()| text.clone())} /> }
    };
    html! { <>{ for parts.into_iter().enumerate().map(part) }</> }
}
