//! The page in place of one that is not loaded: loading, or failed, with the assurance that nothing is lost.

use yew::prelude::*;

use crate::messages::{common, page_loading};
use crate::state::{Action, Page, State};
use crate::ui::text;
use crate::ui::view::{View, heading};

pub(in crate::ui) fn page(view: &View) -> Html {
    if view.missing.sentence.is_empty() {
        return html! { <div class="trouble" key="awaited">{ heading("", page_loading::ONE_MOMENT) }<p role="status">{ page_loading::BEING_LOADED }</p></div> };
    }
    html! {
        <div class="trouble" key="missing">
            { heading("", page_loading::NOT_LOADED) }
            <p role="alert">{ said(view) }</p>
            <p class="actions">
                if view.missing.reload { <button type="button" class="button" data-reload="">{ page_loading::LOAD_AGAIN }</button> }
                <button type="button" class={if view.missing.reload { "button quiet" } else { "button" }} data-again="">{ page_loading::TRY_AGAIN }</button>
                if view.state.page() != Page::Start { { view.quiet_button(common::BACK, Action::WentBack) } }
            </p>
        </div>
    }
}

/// The same above a loaded page, when something else needs the lazy part, such as a file to be opened.
pub(in crate::ui) fn undone(view: &View) -> Html {
    if view.missing.sentence.is_empty() || (view.features.is_none() && !is_entry(view.state)) {
        return Html::default();
    }
    html! {
        <div class="trouble">
            <p class="problem" role="alert">{ page_loading::NOT_DONE }{ " " }{ said(view) }</p>
            if view.missing.reload { <p class="actions"><button type="button" class="button quiet" data-reload="">{ page_loading::LOAD_AGAIN }</button></p> }
        </div>
    }
}

/// Whether the entry can show the current page.
pub(in crate::ui) fn is_entry(state: &State) -> bool {
    matches!(state.page(), Page::Question(..)) && state.assessment().is_some()
}

/// What failed to load, and what happens to the answers. Loading the page again keeps only what was saved.
fn said(view: &View) -> String {
    let unsaved = text::saving_fails(view.state.saving()).filter(|_| view.missing.reload).unwrap_or_default();
    format!("{} {} {unsaved}", view.missing.sentence, page_loading::ANSWERS_STILL_HERE).trim_end().to_owned()
}
