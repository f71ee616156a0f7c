//! The agreement strip of a question: both answers and the agreed one on a scale.

use yew::prelude::*;

/// The first rater's triangle points down from above, the second's up from below; other shapes mean levels. The text next
/// to it says the same.
pub(in crate::ui) fn agreement_strip(first: usize, second: usize, agreed: Option<usize>, statements: usize) -> Html {
    let x = |k: usize| 8 + 56 * k / statements.max(2).saturating_sub(1);
    let (a, b) = (x(first), x(second));
    html! {
        <svg class="chart" viewBox="0 0 72 30" aria-hidden="true" focusable="false">
            <line x1="8" x2="64" y1="15" y2="15" class="edge-line" stroke-width="1" />
            { for (0..statements).map(|k| { let x = x(k).to_string(); html! { <line x1={x.clone()} x2={x} y1="13" y2="17" class="edge-line" stroke-width="1" /> } }) }
            <line x1={a.to_string()} x2={b.to_string()} y1="15" y2="15" class="ink-line" stroke-width="3" />
            if let Some(k) = agreed { <line x1={x(k).to_string()} x2={x(k).to_string()} y1="8" y2="22" class="ink-line" stroke-width="3" /> }
            <path d={format!("M{} 1h12l-6 10z", a.saturating_sub(6))} class="ink" />
            <path d={format!("M{} 29h12l-6-10z", b.saturating_sub(6))} class="ink" />
        </svg>
    }
}

/// The legend.
pub(in crate::ui) fn legend(names: [String; 2]) -> Html {
    let [first, second] = names;
    html! {
        <p class="small soft who">
            <svg class="mark" viewBox="0 0 18 18" aria-hidden="true" focusable="false"><path d="M3 4h12l-6 10z" class="ink" /></svg>{ first }{ " " }
            <svg class="mark mark-2" viewBox="0 0 18 18" aria-hidden="true" focusable="false"><path d="M3 14h12l-6-10z" class="ink" /></svg>{ second }
        </p>
    }
}
