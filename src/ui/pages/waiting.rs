//! Until the module that has this page is here; without a network it says so by itself.

use yew::prelude::*;

use crate::ui::view::heading;

pub(in crate::ui) fn page() -> Html {
    html! { <div class="trouble">{ heading("", "One moment") }<p role="status">{ "This page is being loaded." }</p></div> }
}
