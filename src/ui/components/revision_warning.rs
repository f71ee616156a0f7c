//! The warning with every result and in every list: the answers were given on another text of the ladder than the one in
//! use, or some of them are kept and not scored.

use yew::prelude::*;

use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;
use crate::model::profile::warnings;
use crate::ui::view::keyed;

pub(in crate::ui) fn paragraph(ladder: &Ladder, a: &Assessment) -> Html {
    let all = warnings(ladder, a);
    if all.is_empty() {
        return Html::default();
    }
    html! { <p class="met">{ keyed(all.join(" ")) }</p> }
}

pub(in crate::ui) fn line(ladder: &Ladder, a: &Assessment) -> Html {
    let all = warnings(ladder, a);
    if all.is_empty() {
        return Html::default();
    }
    html! { <span class="met small block">{ keyed(all.join(" ")) }</span> }
}

/// The warning as a part of a sentence about a file, with a space before it.
pub(in crate::ui) fn note(ladder: &Ladder, a: &Assessment) -> String {
    std::iter::once(String::new()).chain(warnings(ladder, a)).collect::<Vec<_>>().join(" ")
}
