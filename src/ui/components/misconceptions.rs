//! Common misconceptions about the work, and corrections.

use yew::prelude::*;

use crate::messages;
use crate::model::ladder::Ladder;

pub(in crate::ui) fn misconceptions(ladder: &Ladder) -> Html {
    if ladder.extras.misconceptions.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ruled-part">
            <h2>{ messages::misconceptions::NOT_THE_WORK }</h2>
            <dl class="sides measure">{ for ladder.extras.misconceptions.iter().map(|m| html! { <div key={m.claim.clone()}><dt>{ messages::misconceptions::claim(&m.claim) }</dt><dd>{ &m.answer }</dd></div> }) }</dl>
        </section>
    }
}
