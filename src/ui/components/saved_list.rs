//! The list of stored assessments, and of unreadable entries.

use std::rc::Rc;

use yew::prelude::*;

use super::save_file::SaveFile;
use super::{other_revision, revision_warning};
use crate::messages::{common, dialogs, saved_list};
use crate::model::assessment::Assessment;
use crate::state::Action;
use crate::ui::view::{View, keyed, untranslated};
use crate::ui::{browser, text};

pub(in crate::ui) fn saved(view: &View) -> Html {
    let assessments: Vec<&Assessment> = view.state.assessments().iter().filter(|a| a.snapshot.is_none()).collect();
    if assessments.is_empty() {
        return Html::default();
    }
    html! {
        <section class="saved">
            <h2>{ saved_list::HEADING }</h2>
            <ul>{ for assessments.into_iter().map(|a| row(view, a)) }</ul>
        </section>
    }
}

fn row(view: &View, a: &Assessment) -> Html {
    let ladder = view.state.ladder_of(a);
    let label = text::label(a);
    let day = browser::day_text(&a.updated);
    let (answered, questions) = (view.state.answered(a), ladder.questions.len());
    let done = if day.is_empty() {
        saved_list::answered(answered, questions)
    } else {
        saved_list::answered_and_changed(answered, questions, day)
    };
    let confirm = format!("delete-{}", a.id);
    html! {
        <li key={a.id.clone()}>
            <p><b>{ keyed(label.clone()) }</b><span class="small soft block">{ untranslated(done.clone()) }</span>{ revision_warning::line(ladder, a) }{ other_revision::line(view, &a.ladder) }</p>
            <p class="actions">
                <button type="button" class="button quiet" aria-label={saved_list::continue_label(&label, &done)} onclick={view.click(Action::AssessmentOpened(a.id.clone()))}>{ common::CONTINUE }</button>
                <button type="button" class="link" popovertarget={confirm.clone()} aria-label={saved_list::delete_label(&label, &done)}>{ dialogs::DELETE }</button>
            </p>
            <div id={confirm.clone()} class="dialog" popover="auto" role="dialog" aria-label={saved_list::DELETE_QUESTION}>
                <p>{ keyed(dialogs::delete_about(&label)) }</p>
                <p class="actions">
                    <button type="button" class="button" onclick={view.click(Action::AssessmentDeleted(a.id.clone()))}>{ dialogs::DELETE_YES }</button>
                    <button type="button" class="button quiet" popovertarget={confirm} popovertargetaction="hide" autofocus=true>{ dialogs::KEEP }</button>
                </p>
            </div>
        </li>
    }
}

/// Unreadable entries stay unchanged and can be downloaded.
pub(in crate::ui) fn unreadable_entries(view: &View) -> Html {
    let entries = view.state.unreadable_entries();
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <section class="saved" aria-labelledby="unopened">
            <h2 id="unopened">{ keyed(saved_list::unreadable(entries.len())) }</h2>
            <p class="soft">{ saved_list::UNREADABLE_ABOUT }</p>
            <ul>{ for entries.iter().map(|r| {
                let (key, store) = (r.key.clone(), Rc::clone(view.store));
                let make = Callback::from(move |()| store.get(&key).ok().flatten().unwrap_or_default());
                html! { <li key={r.key.clone()}><p>{ saved_list::unreadable_record(r.problem.to_string()).to_string() }</p><p class="actions"><SaveFile label={saved_list::UNREADABLE_DOWNLOAD} name="ladder-record.txt" mime="text/plain" {make} /></p></li> }
            }) }</ul>
        </section>
    }
}
