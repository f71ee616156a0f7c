//! Common misconceptions about the work, and corrections.

use yew::prelude::*;

use crate::model::ladder::Ladder;

pub(in crate::ui) fn misconceptions(ladder: &Ladder) -> Html {
    if ladder.extras.misconceptions.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ruled-part">
            <h2>{ "What the work is not" }</h2>
            <dl class="sides measure">{ for ladder.extras.misconceptions.iter().map(|m| html! { <div key={m.claim.clone()}><dt>{ format!("\u{201c}{}\u{201d}", m.claim) }</dt><dd>{ &m.answer }</dd></div> }) }</dl>
        </section>
    }
}
