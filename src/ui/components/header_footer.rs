//! The header and the footer of every page.

use yew::prelude::*;

use crate::files::{assessment_file, file_text};
use crate::messages::{common, navigation};
use crate::model::assessment::Assessment;
use crate::state::{Action, Page};
use crate::ui::components::delete_dialog::DIALOG;
use crate::ui::components::save_file::SaveFile;
use crate::ui::view::{View, untranslated};
use crate::ui::{browser, text};

/// `linked` if the ladder came in a link.
pub(in crate::ui) fn header(view: &View, linked: bool) -> Html {
    let only_reads = view.state.mode().only_reads();
    let calibrations = view.state.page().is_calibration() || only_reads;
    let check = !calibrations && view.state.offers_check() && view.state.page() != Page::Check;
    html! {
        <header class="header">
            <p class="wordmark">if only_reads { { common::NAME } } else { { view.link(Page::Start, common::NAME) } }</p>
            <nav aria-label={navigation::PAGES} part="nav"><ul>
                if view.state.page() != Page::Ladder { <li>{ view.link(Page::Ladder, common::READ) }</li> }
                if check { <li>{ view.link(Page::Check, common::CHECK) }</li> }
                if !calibrations && view.state.assessment().is_some() { <li>{ save_file(view, "link") }</li> }
            </ul></nav>
            if linked { { ladder_in_link(view) } }
        </header>
    }
}

fn ladder_in_link(view: &View) -> Html {
    view.features.map(|features| features.ladder_in_link(view)).unwrap_or_default()
}

/// Whether the page has its own save line.
fn has_own_heading(page: Page) -> bool {
    matches!(page, Page::Question(..) | Page::Check | Page::Details | Page::All)
}

pub(in crate::ui) fn footer(view: &View) -> Html {
    let state = view.state;
    let only_reads = state.mode().only_reads();
    let silent = |page: Page| has_own_heading(page) || page.is_calibration() || only_reads;
    let shown = state.assessment().filter(|_| !silent(state.page()));
    html! {
        <footer class="footer">
            <p>{ untranslated(shown.map_or_else(|| common::LOCAL_ONLY.to_owned(), |a| text::save_line(state, a))) }</p>
            <ul>
                <li>{ view.link(Page::How, common::HOW) }</li>
                if !only_reads {
                <li>{ view.link(Page::Data, common::DATA) }</li>
                <li><button type="button" class="link" popovertarget={DIALOG}>{ common::DELETE }</button></li>
                }
            </ul>
        </footer>
    }
}

/// Downloads the file of an assessment. Its name has the role and the day, never a person's name.
pub(in crate::ui) fn download_assessment(a: &Assessment) {
    browser::download(&text::file_name(a, "json"), "application/json", &file_text(&assessment_file(a)));
}

/// A button that saves the file of an assessment; a new `key` removes the message about the last download.
pub(in crate::ui) fn save_button(view: &View, a: &Assessment, label: &'static str, class: &'static str, key: String) -> Html {
    let (name, id, a) = (text::file_name(a, "json"), a.id.clone(), a.clone());
    let make = Callback::from(move |()| file_text(&assessment_file(&a)));
    let on_saved = view.dispatch.reform(move |()| Action::FileSaved { id: id.clone(), now: browser::now() });
    html! { <SaveFile {key} {label} {class} {name} {make} on_saved={Some(on_saved)} /> }
}

/// The same for the open assessment.
pub(in crate::ui) fn save_file(view: &View, class: &'static str) -> Html {
    let Some(a) = view.state.assessment() else { return Html::default() };
    save_button(view, a, common::SAVE_FILE, class, view.state.page().name(view.state.ladder()))
}
