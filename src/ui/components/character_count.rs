//! How near a text is to the most that its field takes. The browser stops there; that it does is said before it does.

use yew::prelude::*;

use crate::messages::fields;

/// From so many characters before the end on, they are counted; in a short field from its last tenth on.
const NEAR: usize = 200;

/// The line under a field, and nothing while there is room. Characters are counted as `maxlength` counts them.
pub(in crate::ui) fn counter(value: &str, most: usize) -> Html {
    let near = NEAR.min(most / 10);
    if value.len() + near < most {
        return Html::default();
    }
    let taken = value.encode_utf16().count();
    if taken + near < most {
        return Html::default();
    }
    let count = fields::characters(taken, most);
    if taken < most {
        return html! { <span class="small soft block">{ count }</span> };
    }
    html! { <span class="small problem block" role="status">{ count }{ " " }{ fields::FULL }</span> }
}
