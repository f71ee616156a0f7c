//! The one live region: it speaks when saving fails, and is silent while it works.

use yew::prelude::*;

use crate::domain::session::Saving;
use crate::ui::text;
use crate::ui::view::View;

pub(in crate::ui) fn status(saving: &Saving) -> Html {
    html! { <p id="status" role="status" class="vh">{ text::saving_fails(saving).unwrap_or_default() }</p> }
}

/// The same in sight, where the answers are given.
pub(in crate::ui) fn save_line(view: &View) -> Html {
    let Some(a) = view.session.assessment() else { return Html::default() };
    html! { <p class="save">{ text::save_line(view.session.saving(), view.session.filed(&a.id), a) }</p> }
}
