//! The one live region: it speaks when saving fails or a change is not taken, and is silent while all works.

use yew::prelude::*;

use crate::domain::session::Session;
use crate::ui::text;
use crate::ui::view::View;

pub(in crate::ui) fn status(session: &Session) -> Html {
    html! { <p id="status" role="status" class="vh">{ text::trouble(session).unwrap_or_default() }</p> }
}

/// The same in sight, where the answers are given.
pub(in crate::ui) fn save_line(view: &View) -> Html {
    let Some(a) = view.session.assessment() else { return Html::default() };
    html! { <p class="save">{ text::save_line(view.session, a) }</p> }
}
