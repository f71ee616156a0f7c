//! Shapes of one level, and other frameworks, with their sources.

use yew::prelude::*;

use super::next_step::{answers, titles};
use crate::base::numbers::join;
use crate::growth::evidence::Evidence;
use crate::growth::lens::through_lens;
use crate::model::assessment::Assessment;
use crate::model::ladder_extras::{Crosswalk, Lens};
use crate::ui::view::View;

pub(super) fn page(view: &View, a: &Assessment) -> Html {
    let extras = &view.state.ladder().extras;
    let evidence = &a.evidence;
    html! {
        <>
        <p class="standfirst">{ "The same level comes in different shapes, and the same title means different things elsewhere. Judge by what was done; the names come after." }</p>
        if !extras.archetypes.is_empty() {
            <section class="ruled-part">
                <h2>{ "Shapes of one level" }</h2>
                <p class="measure">{ "None is above another, and most people are more than one over time. Under each: the answers in which it would show." }</p>
                { for extras.archetypes.iter().map(|x| shape(view, a, evidence, x)) }
            </section>
        }
        { for extras.crosswalks.iter().map(|c| crosswalk(view, c)) }
        </>
    }
}

fn shape(view: &View, a: &Assessment, evidence: &[Evidence], lens: &Lens) -> Html {
    let ladder = view.state.ladder();
    let lens_view = through_lens(ladder, lens, a, evidence);
    html! {
        <section class="pair measure" key={lens.id.clone()}>
            <h3>{ &lens.title }</h3>
            <p>{ &lens.text }</p>
            <p class="small">{ "Evidence: " }{ titles(evidence, &lens_view.evidence) }</p>
            <details class="small"><summary>{ format!("Your answers, seen as {}", super::evidence_form::lower_first(&lens.title)) }</summary>{ answers(ladder, &lens_view.answers) }</details>
            if !lens.source.is_empty() { <p class="small soft">{ "Source: " }{ source(&lens.source) }</p> }
        </section>
    }
}

/// A link of the ladder file; an address that is not a web address stays text.
fn source(address: &str) -> Html {
    match crate::growth::evidence::Link::parse(address) {
        Some(link) => {
            html! { <a href={link.as_str().to_owned()} target="_blank" rel="noopener noreferrer">{ link.as_str().to_owned() }</a> }
        }
        None => html! { { address.to_owned() } },
    }
}

fn crosswalk(view: &View, c: &Crosswalk) -> Html {
    let ladder = view.state.ladder();
    let dimensions =
        |which: &[usize]| join(&which.iter().map(|d| ladder.dimensions[*d].title.as_str()).collect::<Vec<_>>(), "and");
    html! {
        <section class="ruled-part" key={c.id.clone()}>
            <h2>{ format!("Beside {}", c.title) }</h2>
            <p class="measure">{ &c.text }</p>
            <div class="scroller" tabindex="0" role="region" aria-label={format!("Levels of {}", c.title)}>
                <table class="table">
                    <thead><tr><th scope="col">{ "Level here" }</th><th scope="col">{ &c.title }</th><th scope="col">{ "Why" }</th></tr></thead>
                    <tbody>{ for c.levels.iter().map(|l| html! { <tr key={l.level}><th scope="row">{ &ladder.levels[l.level].title }</th><td>{ &l.theirs }</td><td>{ &l.text }</td></tr> }) }</tbody>
                </table>
            </div>
            if !c.attributes.is_empty() {
                <div class="scroller" tabindex="0" role="region" aria-label={format!("Attributes of {}", c.title)}>
                    <table class="table">
                        <thead><tr><th scope="col">{ "Attribute there" }</th><th scope="col">{ "Near to, here" }</th><th scope="col">{ "In which way" }</th></tr></thead>
                        <tbody>{ for c.attributes.iter().map(|x| html! { <tr key={x.title.clone()}><th scope="row">{ &x.title }</th><td>{ dimensions(&x.dimensions) }</td><td>{ &x.text }</td></tr> }) }</tbody>
                    </table>
                </div>
            }
            <p class="small soft">{ "Source: " }{ source(&c.source) }</p>
        </section>
    }
}
