//! A counter of the remaining characters of a field. The browser stops at the limit; the counter announces that before.

use yew::prelude::*;

use crate::messages::fields;

/// The remaining characters from which they are counted; in a short field its last tenth.
const NEAR: usize = 200;

/// The line under a field, empty while the limit is far. Characters are counted as `maxlength` counts them.
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
