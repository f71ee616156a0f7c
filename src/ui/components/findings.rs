//! The summary of a profile: the sentence, the bottleneck, what is missing, one next step, and the disclaimer about the
//! percentage.

use yew::prelude::*;

use crate::messages::page_findings;
use crate::model::findings::Findings;
use crate::model::profile::Overall;
use crate::ui::text;
use crate::ui::view::{together, untranslated};

/// The sentence in clauses that do not break inside.
pub(in crate::ui) fn sentence(overall: &Overall) -> Html {
    let text = together(&overall.sentence);
    let clauses = text.split_inclusive("; ").map(str::trim_end).enumerate().map(|(i, clause)| {
        html! { <>if i > 0 { { " " } }<span class="clause">{ clause.to_owned() }</span></> }
    });
    html! { <span key={text.clone()} translate="no" class="notranslate">{ for clauses }</span> }
}

pub(in crate::ui) fn findings(overall: &Overall, f: &Findings, more: Html) -> Html {
    html! {
        <>
        if let Some(caution) = &overall.caution { <p class="standfirst">{ untranslated(caution.clone()) }</p> }
        if let Some(decides) = &f.decides { <p class="standfirst">{ untranslated(together(decides)) }</p> }
        <dl class="findings" part="summary">
            <div><dt>{ page_findings::HOLDS_BACK }</dt><dd>{ untranslated(together(&f.holds_back)) }</dd></div>
            <div><dt>{ page_findings::MISSING }</dt><dd>{ untranslated(f.missing.clone()) }</dd></div>
            <div><dt>{ page_findings::NEXT_STEP }</dt><dd>{ untranslated(f.next_step.clone()) }{ more }</dd></div>
        </dl>
        { disclaimer() }
        </>
    }
}

/// The disclaimer under every result.
pub(in crate::ui) fn disclaimer() -> Html {
    html! { <p class="disclaimer">{ text::ESTIMATE }{ " " }{ text::ASSUMPTIONS }</p> }
}
