//! In place of a page whose module is not here: it is awaited, or it did not come and nothing is lost by that.

use yew::prelude::*;

use crate::domain::session::{Action, Page};
use crate::ui::text;
use crate::ui::view::{View, heading};

pub(in crate::ui) fn page(view: &View) -> Html {
    if !view.missing {
        return html! { <div class="trouble">{ heading("", "One moment") }<p role="status">{ "This page is being loaded." }</p></div> };
    }
    html! {
        <div class="trouble">
            { heading("", "This page could not be loaded") }
            <p role="alert">{ "The connection failed, or a file is missing on the server. What you have answered is still here." }</p>
            <p class="actions">
                <button type="button" class="button" data-again="">{ "Try again" }</button>
                if view.session.page() != Page::Start { { view.quiet_button(text::BACK, Action::WentBack) } }
            </p>
        </div>
    }
}
