//! The one live region: it speaks when saving fails, and is silent while it works.

use yew::prelude::*;

use crate::domain::session::Saving;
use crate::ui::text;

pub(in crate::ui) fn status(saving: &Saving) -> Html {
    let failing = matches!(saving, Saving::Denied | Saving::Full);
    html! { <p id="status" role="status" class="vh">{ if failing { text::save_line(saving) } else { String::new() } }</p> }
}

/// The same in sight, where the answers are given.
pub(in crate::ui) fn save_line(saving: &Saving) -> Html {
    html! { <p class="save">{ text::save_line(saving) }</p> }
}
