//! Shapes of one level, and other frameworks, with their sources.

use yew::prelude::*;

use super::next_step::{answers, shown_in};
use crate::growth::evidence::Evidence;
use crate::growth::lens::through_lens;
use crate::messages::page_lens;
use crate::model::assessment::Assessment;
use crate::model::ladder_extras::{Crosswalk, Lens};
use crate::ui::messages::filled;
use crate::ui::view::View;

pub(super) fn page(view: &View, a: &Assessment) -> Html {
    let extras = &view.state.ladder().extras;
    let evidence = &a.evidence;
    html! {
        <>
        <p class="standfirst">{ page_lens::STANDFIRST }</p>
        if !extras.archetypes.is_empty() {
            <section class="ruled-part">
                <h2>{ page_lens::SHAPES }</h2>
                <p class="measure">{ page_lens::SHAPES_HELP }</p>
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
            <p class="small">{ shown_in(evidence, &lens_view.evidence) }</p>
            <details class="small"><summary>{ page_lens::answers_seen_as(super::evidence_form::lower_first(&lens.title)) }</summary>{ answers(view, a, &lens_view.answers) }</details>
            if !lens.source.is_empty() { <p class="small soft">{ filled(&page_lens::source(), [source(&lens.source)]) }</p> }
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
    let dimensions = |which: &[usize]| page_lens::dimensions(which.iter().map(|d| &ladder.dimensions[*d].title));
    html! {
        <section class="ruled-part" key={c.id.clone()}>
            <h2>{ page_lens::beside(&c.title) }</h2>
            <p class="measure">{ &c.text }</p>
            <div class="scroller" tabindex="0" role="region" aria-label={page_lens::levels_of(&c.title)}>
                <table class="table">
                    <thead><tr><th scope="col">{ page_lens::LEVEL_HERE }</th><th scope="col">{ &c.title }</th><th scope="col">{ page_lens::WHY }</th></tr></thead>
                    <tbody>{ for c.levels.iter().map(|l| html! { <tr key={l.level}><th scope="row">{ &ladder.levels[l.level].title }</th><td>{ &l.theirs }</td><td>{ &l.text }</td></tr> }) }</tbody>
                </table>
            </div>
            if !c.attributes.is_empty() {
                <div class="scroller" tabindex="0" role="region" aria-label={page_lens::attributes_of(&c.title)}>
                    <table class="table">
                        <thead><tr><th scope="col">{ page_lens::ATTRIBUTE_THERE }</th><th scope="col">{ page_lens::NEAR_TO }</th><th scope="col">{ page_lens::IN_WHICH_WAY }</th></tr></thead>
                        <tbody>{ for c.attributes.iter().map(|x| html! { <tr key={x.title.clone()}><th scope="row">{ &x.title }</th><td>{ dimensions(&x.dimensions) }</td><td>{ &x.text }</td></tr> }) }</tbody>
                    </table>
                </div>
            }
            <p class="small soft">{ filled(&page_lens::source(), [source(&c.source)]) }</p>
        </section>
    }
}
