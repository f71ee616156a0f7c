//! The domain map: domains with their depth, and from them depth against breadth.

use yew::prelude::*;

use crate::growth::evidence::{Domain, depth_and_breadth, depth_text};
use crate::messages::{fields, page_domains};
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;
use crate::model::ladder_extras::DepthScale;
use crate::state::GrowthChange;
use crate::ui::components::chart_list::{Row, Shape, bar, chart_list, key, mark, table, threshold};
use crate::ui::components::fields::{Field, picked, tell, typed};
use crate::ui::view::{Dispatch, untranslated};

pub(super) fn section(ladder: &Ladder, a: &Assessment, dispatch: &Dispatch) -> Html {
    let Some(scale) = &ladder.extras.evidence.depths else { return Html::default() };
    let domains = &a.domains;
    let add = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| tell(&dispatch, GrowthChange::DomainAdded))
    };
    html! {
        <section class="ruled-part">
            <h2>{ page_domains::MAP }</h2>
            <p>{ &scale.prompt }</p>
            { for domains.iter().enumerate().map(|(i, d)| row(scale, i, d, dispatch)) }
            <p class="actions"><button type="button" class="button quiet" onclick={add}>{ page_domains::ADD }</button></p>
            { figure(scale, domains) }
        </section>
    }
}

fn row(scale: &DepthScale, i: usize, d: &Domain, dispatch: &Dispatch) -> Html {
    let steps: Vec<String> = scale.steps().iter().map(|s| page_domains::depth_step(&s.title, &s.text).into()).collect();
    let remove = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| tell(&dispatch, GrowthChange::DomainRemoved(i)))
    };
    let label = if d.name.is_empty() { page_domains::take_out_number(i + 1) } else { page_domains::take_out_name(&d.name) };
    html! {
        <div class="pair-of-fields" role="group" aria-label={page_domains::domain_number(i + 1)} key={i}>
            { Field::new(format!("domain-{i}"), page_domains::DOMAIN).line(&d.name, typed(dispatch, move |name| GrowthChange::DomainNamed(i, name))) }
            { Field::new(format!("depth-{i}"), page_domains::HOW_DEEP).steps(fields::NOT_SAID, &steps, d.depth, picked(dispatch, move |step| GrowthChange::DomainDepth(i, step.parse().ok()))) }
            <p class="actions"><button type="button" class="link" aria-label={label} onclick={remove}>{ page_domains::TAKE_OUT }</button></p>
        </div>
    }
}

/// One row a domain, the deepest first: the longest bar is the depth; the number of bars beyond the line is the breadth.
fn figure(scale: &DepthScale, domains: &[Domain]) -> Html {
    let map = depth_and_breadth(scale, domains);
    let Some(message) = depth_text(scale, domains, &map) else { return Html::default() };
    let steps = scale.steps().len() as f64;
    let mut known: Vec<(&str, usize)> = domains
        .iter()
        .filter(|d| !d.name.is_empty())
        .filter_map(|d| Some((d.name.as_str(), d.depth.filter(|s| *s < scale.steps().len())?)))
        .collect();
    known.sort_by_key(|domain| std::cmp::Reverse(domain.1));
    let counts = |step: usize| step >= scale.credible_from();
    let row = |(name, step): &(&str, usize)| Row {
        title: (*name).to_owned(),
        text: scale.steps()[*step].title.clone(),
        description: {
            let depth = &scale.steps()[*step].title;
            if counts(*step) { page_domains::counts(depth) } else { page_domains::does_not_count(depth) }.into()
        },
        picture: html! { <>{ threshold(scale.credible_from() as f64 / steps) }{ bar(0.0, (*step as f64 + 0.5) / steps, true) }{ mark((*step as f64 + 0.5) / steps, 0, if counts(*step) { Shape::Disc } else { Shape::Ring }) }</> },
    };
    let rows: Vec<Row> = known.iter().map(row).collect();
    let cells = known
        .iter()
        .map(|(name, step)| {
            vec![
                (*name).to_owned(),
                scale.steps()[*step].title.clone(),
                if counts(*step) { page_domains::YES.into() } else { page_domains::NO.into() },
            ]
        })
        .collect();
    html! {
        <figure aria-labelledby="domains">
            <h3 class="figure-title" id="domains">{ page_domains::DEPTH_AND_BREADTH }</h3>
            <p class="figure-sub">{ untranslated(message) }</p>
            { chart_list("domain", &rows) }
            { key(&[(mark(0.5, 0, Shape::Disc), page_domains::MARK_COUNTS), (mark(0.5, 0, Shape::Ring), page_domains::MARK_NOT_YET), (threshold(0.5), page_domains::MARK_THRESHOLD)]) }
            { table(page_domains::TABLE, &[page_domains::DOMAIN, page_domains::DEPTH, page_domains::COUNTS_FOR_BREADTH], cells) }
        </figure>
    }
}
