//! The live region: it announces failed saves and refused changes, and is silent otherwise. And the question for consent
//! where other files could read the store.

use yew::prelude::*;

use super::header_footer::save_file;
use crate::state::{Action, Saving};
use crate::ui::text;
use crate::ui::view::{View, untranslated};

pub(in crate::ui) fn status(view: &View) -> Html {
    // Without an answer there is nothing to lose, and the start page asks for consent.
    let silent = *view.state.saving() == Saving::NeedsConsent && view.state.refused().is_empty() && !has_answers(view);
    let sentence = text::alert_sentence(view.state).filter(|_| !silent);
    html! { <p id="status" role="status" class="vh">{ untranslated(sentence.unwrap_or_default()) }</p> }
}

/// The same as visible text, on the pages with questions.
pub(in crate::ui) fn save_line(view: &View) -> Html {
    let Some(a) = view.state.assessment() else { return Html::default() };
    html! {
        <>
            <p class="save">{ untranslated(text::save_line(view.state, a)) }</p>
            if has_answers(view) { { ask(view) } }
        </>
    }
}

fn has_answers(view: &View) -> bool {
    view.state.assessment().is_some_and(|a| view.state.answered(a) > 0)
}

/// Asks for consent to store data, where none was given.
pub(in crate::ui) fn ask(view: &View) -> Html {
    if *view.state.saving() != Saving::NeedsConsent {
        return Html::default();
    }
    html! {
        <section class="ask" aria-label="May this page save your answers?">
            <p>{ "May this page save your answers in this browser? It was opened from a file, and other files that you open in this browser could read them. Without that, nothing is stored: save a file before you close." }</p>
            <p class="actions">
                <button type="button" class="button quiet" onclick={view.click(Action::StoringAllowed)}>{ text::ALLOW }</button>
                { save_file(view, "button quiet") }
            </p>
        </section>
    }
}
