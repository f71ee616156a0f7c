//! The leverage mix: how often and how far each mechanism was used, what evidence shows of it, directly or through others.

use litemap::LiteMap;

use yew::prelude::*;

use super::sentences;
use crate::base::numbers::percent_text;
use crate::growth::leverage::{Leverage, Shown, Use, leverage, leverage_prompts, leverage_text, shown, shown_text};
use crate::messages::{fields, page_leverage};
use crate::model::assessment::Assessment;
use crate::model::ladder_extras::{Extras, LeverageScale, Mechanism};
use crate::state::GrowthChange;
use crate::ui::components::chart_list::{Row, Shape, bar, chart_list, key, mark, table};
use crate::ui::components::fields::{Field, picked};
use crate::ui::view::{Dispatch, View, keyed};

pub(super) fn section(view: &View, a: &Assessment) -> Html {
    let ladder = view.state.ladder();
    let extras = &ladder.extras;
    let uses = &a.leverage;
    let (Some(scale), Some(mix)) = (&extras.leverage, leverage(extras, uses)) else { return Html::default() };
    let level = super::level_in_question(ladder, view.state.model(), a, view.state.withholds_level(a));
    let prompts = level.map(|l| leverage_prompts(extras, &mix, l)).unwrap_or_default();
    html! {
        <div class="spread ruled">
            <section>
                <h2>{ page_leverage::MIX }</h2>
                <p>{ page_leverage::mix_help(crate::base::numbers::spelled_out(extras.mechanisms.len())) }</p>
                { for extras.mechanisms.iter().map(|m| asked(scale, m, uses.get(&m.id).copied().unwrap_or_default(), view.dispatch)) }
            </section>
            <div class="growth-results">
                { figure(extras, scale, uses, &mix) }
                { for prompts.into_iter().map(|prompt| html! { <p class="note prompt">{ keyed(prompt.to_owned()) }</p> }) }
                { direct_or_not(extras, a) }
            </div>
        </div>
    }
}

fn asked(scale: &LeverageScale, m: &Mechanism, given: Use, dispatch: &Dispatch) -> Html {
    let (often, reach) = (m.id.clone(), m.id.clone());
    let step = |text: &str| text.parse::<usize>().ok();
    html! {
        <fieldset class="question field" key={m.id.clone()}>
            <legend>{ &m.title }</legend>
            <p>{ &m.text }</p>
            <div class="pair-of-fields">
                { Field::new(format!("often-{}", m.id), &scale.often.prompt).steps(fields::NOT_ANSWERED, scale.often.steps(), given.often, picked(dispatch, move |text| GrowthChange::Leverage(often.clone(), Use { often: step(&text), ..given }))) }
                { Field::new(format!("reach-{}", m.id), &scale.reach.prompt).steps(fields::NOT_ANSWERED, scale.reach.steps(), given.reach, picked(dispatch, move |text| GrowthChange::Leverage(reach.clone(), Use { reach: step(&text), ..given }))) }
            </div>
            <details class="small"><summary>{ page_leverage::HOW_TO_TELL }</summary><ul class="dashes">{ for m.tests.iter().map(|t| html! { <li>{ t }</li> }) }</ul><p>{ &m.evidence_prompt }</p></details>
        </fieldset>
    }
}

fn figure(extras: &Extras, scale: &LeverageScale, uses: &LiteMap<String, Use>, mix: &Leverage) -> Html {
    let mix_text = sentences(&leverage_text(extras, mix));
    let Some(share) = &mix.share else {
        return html! { <section class="note"><h2>{ page_leverage::THE_MIX }</h2>{ mix_text }</section> };
    };
    let of = |m: &Mechanism, i: usize| {
        let given = uses.get(&m.id).copied().unwrap_or_default();
        let text = |step: Option<usize>, steps: &[String]| step.and_then(|s| steps.get(s)).cloned().unwrap_or_default();
        (text(given.often, scale.often.steps()), text(given.reach, scale.reach.steps()), percent_text(share[i]))
    };
    let row = |(i, m): (usize, &Mechanism)| {
        let (often, reach, part) = of(m, i);
        Row {
            title: m.title.clone(),
            text: part.clone(),
            description: page_leverage::row(part, often, reach).into(),
            picture: html! { <>{ bar(0.0, share[i], true) }{ mark(share[i], 0, Shape::Square) }</> },
        }
    };
    let rows: Vec<Row> = extras.mechanisms.iter().enumerate().map(row).collect();
    let cells = extras.mechanisms.iter().enumerate().map(|(i, m)| {
        let (often, reach, part) = of(m, i);
        vec![m.title.clone(), often, reach, part]
    });
    let cells = cells.collect();
    html! {
        <figure aria-labelledby="mix">
            <h3 class="figure-title" id="mix">{ page_leverage::THE_MIX_SAID }</h3>
            <p class="figure-sub">{ page_leverage::THE_MIX_ABOUT }</p>
            { chart_list("mix", &rows) }
            { mix_text }
            { table(page_leverage::NUMBERS, &[page_leverage::MECHANISM, page_leverage::HOW_OFTEN, page_leverage::HOW_FAR, page_leverage::PART_OF_WHOLE], cells) }
        </figure>
    }
}

/// The evidence of each mechanism: one mark a piece, filled if it was direct, hollow if through others.
fn direct_or_not(extras: &Extras, a: &Assessment) -> Html {
    let counted = shown(extras, &a.evidence);
    let most = counted.iter().map(|s| s.total()).max().unwrap_or(0);
    if most == 0 {
        return html! { <section class="note"><h2>{ page_leverage::DIRECT_OR_AMPLIFIED }</h2><p>{ page_leverage::NO_EVIDENCE }</p></section> };
    }
    let row = |(m, s): (&Mechanism, &Shown)| {
        let marks = std::iter::repeat_n(Shape::Disc, s.direct)
            .chain(std::iter::repeat_n(Shape::Ring, s.amplified))
            .chain(std::iter::repeat_n(Shape::Square, s.unsaid));
        let position = |i: usize| (i as f64 + 0.5) / most.max(8) as f64;
        Row {
            title: m.title.clone(),
            text: page_leverage::pieces(s.total()).into(),
            description: page_leverage::pieces_by_channel(s.direct, s.amplified, s.unsaid).into(),
            picture: html! { <>{ for marks.enumerate().map(|(i, shape)| mark(position(i), 0, shape)) }</> },
        }
    };
    let rows: Vec<Row> = extras.mechanisms.iter().zip(&counted).map(row).collect();
    let cells = extras
        .mechanisms
        .iter()
        .zip(&counted)
        .map(|(m, s)| vec![m.title.clone(), s.direct.to_string(), s.amplified.to_string(), s.unsaid.to_string()])
        .collect();
    html! {
        <figure aria-labelledby="direct">
            <h3 class="figure-title" id="direct">{ page_leverage::DIRECT_OR_AMPLIFIED_SHOWN }</h3>
            <p class="figure-sub">{ page_leverage::EACH_MARK }</p>
            { chart_list("direct", &rows) }
            { key(&[(mark(0.5, 0, Shape::Disc), page_leverage::MARK_DIRECT), (mark(0.5, 0, Shape::Ring), page_leverage::MARK_OTHERS), (mark(0.5, 0, Shape::Square), page_leverage::MARK_UNSAID)]) }
            { sentences(&shown_text(extras, &counted)) }
            { table(page_leverage::EVIDENCE_BY_MECHANISM, &[page_leverage::MECHANISM, page_leverage::DIRECT, page_leverage::THROUGH_OTHERS, page_leverage::UNSAID], cells) }
        </figure>
    }
}
