//! The list of stored assessments, and of unreadable entries.

use std::rc::Rc;

use yew::prelude::*;

use super::revision_warning;
use super::save_file::SaveFile;
use crate::model::assessment::Assessment;
use crate::state::Action;
use crate::ui::view::{View, keyed, untranslated};
use crate::ui::{browser, text};

pub(in crate::ui) fn saved(view: &View) -> Html {
    let records: Vec<&Assessment> = view.state.assessments().iter().filter(|a| a.snapshot.is_none()).collect();
    if records.is_empty() {
        return Html::default();
    }
    html! {
        <section class="saved">
            <h2>{ "Saved in this browser" }</h2>
            <ul>{ for records.into_iter().map(|a| record(view, a)) }</ul>
        </section>
    }
}

fn record(view: &View, a: &Assessment) -> Html {
    let ladder = view.state.ladder();
    let label = text::label(a);
    let done = format!(
        "{} of {} answered, last changed {}",
        view.state.answered(a),
        ladder.questions.len(),
        browser::day_words(&a.updated)
    );
    let confirm = format!("delete-{}", a.id);
    html! {
        <li key={a.id.clone()}>
            <p><b>{ keyed(label.clone()) }</b><span class="small soft block">{ untranslated(done.clone()) }</span>{ revision_warning::line(ladder, a) }</p>
            <p class="actions">
                <button type="button" class="button quiet" aria-label={format!("{} {label}, {done}", text::CONTINUE)} onclick={view.click(Action::AssessmentOpened(a.id.clone()))}>{ text::CONTINUE }</button>
                <button type="button" class="link" popovertarget={confirm.clone()} aria-label={format!("Delete {label}, {done}")}>{ "Delete" }</button>
            </p>
            <div id={confirm.clone()} class="dialog" popover="auto" role="dialog" aria-label="Delete this assessment?">
                <p>{ keyed(format!("{label}: delete it from this browser? This cannot be undone.")) }</p>
                <p class="actions">
                    <button type="button" class="button" onclick={view.click(Action::AssessmentDeleted(a.id.clone()))}>{ "Yes, delete it" }</button>
                    <button type="button" class="button quiet" popovertarget={confirm} popovertargetaction="hide" autofocus=true>{ "Keep it" }</button>
                </p>
            </div>
        </li>
    }
}

/// Unreadable entries stay unchanged and can be downloaded.
pub(in crate::ui) fn unreadable_entries(view: &View) -> Html {
    let records = view.state.unreadable_entries();
    if records.is_empty() {
        return Html::default();
    }
    html! {
        <section class="saved" aria-labelledby="unopened">
            <h2 id="unopened">{ keyed(if records.len() == 1 { "A record that could not be opened" } else { "Records that could not be opened" }) }</h2>
            <p class="soft">{ "It stays as it is in this browser; nothing overwrites it." }</p>
            <ul>{ for records.iter().map(|r| {
                let (key, store) = (r.key.clone(), Rc::clone(view.store));
                let make = Callback::from(move |()| store.get(&key).ok().flatten().unwrap_or_default());
                html! { <li key={r.key.clone()}><p>{ format!("This record could not be opened: {}.", r.problem) }</p><p class="actions"><SaveFile words="Download this record" name="ladder-record.txt" mime="text/plain" {make} /></p></li> }
            }) }</ul>
        </section>
    }
}
