//! The next step: its factors with the rater's own answers; traits; common misconceptions.

use yew::prelude::*;

use crate::growth::evidence::Evidence;
use crate::growth::failure_modes::held_and_target;
use crate::growth::lens::{FactorView, not_alone, step_up, through_lens};
use crate::model::assessment::Assessment;
use crate::model::findings::name;
use crate::model::ladder::Ladder;
use crate::model::ladder_extras::Lens;
use crate::model::profile::profile;
use crate::model::scoring::most_probable;
use crate::state::{Page, Route};
use crate::ui::components::misconceptions::misconceptions;
use crate::ui::text;
use crate::ui::view::View;

pub(super) fn page(view: &View, a: &Assessment) -> Html {
    let (ladder, model) = (view.state.ladder(), view.state.model());
    let evidence = &a.evidence;
    let overall = profile(ladder, model, std::slice::from_ref(a)).overall;
    let level = overall.level.or_else(|| held_and_target(ladder, a).0).unwrap_or_else(|| most_probable(&overall.levels));
    html! {
        <>
        <p class="standfirst">{ "A step between levels turns on a few things. Here they stand over your own answers; they give no number." }</p>
        { steps(view, a, level, overall.level.is_some()) }
        if !ladder.extras.traits.is_empty() {
            <section class="ruled-part">
                <h2>{ "Traits, seen through the evidence" }</h2>
                <p class="measure">{ "Nobody is rated on them. Each one gathers the answers and the pieces in which it could show." }</p>
                { for ladder.extras.traits.iter().map(|t| through(view, a, evidence, t)) }
            </section>
        }
        { misconceptions(ladder) }
        </>
    }
}

/// The next transition first, the others of the ladder after it.
fn steps(view: &View, a: &Assessment, level: usize, known: bool) -> Html {
    let ladder = view.state.ladder();
    let ahead = ladder.transitions.iter().position(|t| ladder.level_index(&t.from).is_some_and(|from| from >= level));
    let ahead = ahead.unwrap_or(ladder.transitions.len());
    let order = (ahead..ladder.transitions.len()).chain(0..ahead);
    html! {
        <>
        if ahead == ladder.transitions.len() && known { <p>{ format!("By the answers there is no step left above {}.", ladder.levels[level].title) }</p> }
        { for order.filter_map(|t| step_up(ladder, a, ladder.level_index(&ladder.transitions[t].from)?)).map(|(t, turns)| {
            let title = |id: &str| ladder.level_index(id).map(|l| ladder.levels[l].title.clone()).unwrap_or_default();
            let upper = title(&t.to);
            html! {
                <section class="ruled-part" key={t.from.clone()}>
                    <h2>{ format!("From {} to {upper}", title(&t.from)) }</h2>
                    <p class="lead measure">{ &t.text }</p>
                    if let Some(words) = not_alone(&turns, &upper) { <p class="joint measure">{ words }</p> }
                    { for turns.iter().map(|turn| one(view, turn, &upper)) }
                </section>
            }
        }) }
        </>
    }
}

fn one(view: &View, turn: &FactorView, upper: &str) -> Html {
    let ladder = view.state.ladder();
    html! {
        <section class="pair measure" key={turn.on.title.clone()}>
            <h3>{ &turn.on.title }if !turn.on.carries { <span class="small soft">{ ", needed, and does not carry this step by itself" }</span> }</h3>
            <p>{ &turn.on.text }</p>
            <p class="small soft">{ turn.words(upper) }</p>
            <details>
                <summary>{ format!("Your answers about {}", super::evidence_form::lower_first(&turn.on.title)) }</summary>
                { for turn.answers.iter().map(|(q, chosen)| {
                    let question = &ladder.questions[*q];
                    html! {
                        <div class="pair" key={*q}>
                            <h4>{ &question.prompt }</h4>
                            <dl class="steps">
                                <div><dt>{ "You chose" }</dt><dd>{ chosen.and_then(|k| question.statements.get(k)).cloned().unwrap_or_else(|| "No statement.".into()) }</dd></div>
                                if chosen.is_none_or(|k| k < turn.asked) { <div class="next"><dt>{ format!("Where {upper} asks") }</dt><dd>{ &question.statements[turn.asked] }</dd></div> }
                            </dl>
                            <p class="small">{ change(view, *q) }</p>
                        </div>
                    }
                }) }
            </details>
        </section>
    }
}

fn change(view: &View, q: usize) -> Html {
    let label = format!("{}: {}", text::CHANGE, name(view.state.ladder(), q));
    html! { <button type="button" class="link" aria-label={label} onclick={view.click(crate::state::Action::PageRequested(Page::Question(q, Route::Changing)))}>{ text::CHANGE }</button> }
}

/// A trait with the evidence for it and, where it has two sides, the evidence against each.
fn through(view: &View, a: &Assessment, evidence: &[Evidence], lens: &Lens) -> Html {
    let ladder = view.state.ladder();
    let lens_view = through_lens(ladder, lens, a, evidence);
    html! {
        <section class="pair measure" key={lens.id.clone()}>
            <h3>{ &lens.title }</h3>
            <p>{ &lens.text }</p>
            if !lens.sides.is_empty() {
                <dl class="sides">{ for lens.sides.iter().zip(&lens_view.sides).map(|(side, against)| html! {
                    <div key={side.title.clone()}><dt>{ &side.title }</dt><dd>{ &side.text }</dd><dd class="small soft">{ "Against it: " }{ titles(evidence, against) }</dd></div>
                }) }</dl>
            }
            <p class="small">{ "Evidence: " }{ titles(evidence, &lens_view.evidence) }</p>
            <details class="small"><summary>{ "The answers in which it could show" }</summary>{ answers(ladder, &lens_view.answers) }</details>
        </section>
    }
}

pub(super) fn titles(evidence: &[Evidence], which: &[usize]) -> String {
    if which.is_empty() {
        return "nothing yet.".into();
    }
    let title = |i: &usize| {
        if evidence[*i].title.is_empty() {
            "a piece without a title".to_owned()
        } else {
            evidence[*i].title.trim_end_matches('.').to_owned()
        }
    };
    format!("{}.", which.iter().map(title).collect::<Vec<_>>().join("; "))
}

pub(super) fn answers(ladder: &Ladder, all: &[(usize, Option<usize>)]) -> Html {
    html! {
        <dl class="versions">{ for all.iter().map(|(q, chosen)| html! {
            <div key={*q}><dt>{ &ladder.questions[*q].prompt }</dt><dd>{ chosen.and_then(|k| ladder.questions[*q].statements.get(k)).cloned().unwrap_or_else(|| "No statement chosen.".into()) }</dd></div>
        }) }</dl>
    }
}
