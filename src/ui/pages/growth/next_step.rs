//! The next step: its factors with the rater's own answers; traits; common misconceptions.

use yew::prelude::*;

use crate::growth::evidence::Evidence;
use crate::growth::failure_modes::held_and_target;
use crate::growth::lens::{FactorView, not_alone, step_up, through_lens};
use crate::messages::{Message, common, fields, page_evidence, page_next_step};
use crate::model::assessment::Assessment;
use crate::model::findings::{findings, name};
use crate::model::ladder::Ladder;
use crate::model::ladder_extras::Lens;
use crate::model::profile::profile;
use crate::model::scoring::most_probable;
use crate::state::{Page, Route};
use crate::ui::components::misconceptions::misconceptions;
use crate::ui::components::prompt;
use crate::ui::view::{View, keyed};

pub(super) fn page(view: &View, a: &Assessment) -> Html {
    let (ladder, model) = (view.state.ladder(), view.state.model());
    let evidence = &a.evidence;
    let profile = profile(ladder, model, std::slice::from_ref(a));
    let (overall, holding) = (profile.overall, findings(ladder, model, &profile.score, a).holding);
    let level = overall.level.or_else(|| held_and_target(ladder, a).0).unwrap_or_else(|| most_probable(&overall.levels));
    html! {
        <>
        <p class="standfirst">{ page_next_step::STANDFIRST }</p>
        { steps(view, a, level, overall.level.is_some(), &holding) }
        if !ladder.extras.traits.is_empty() {
            <section class="ruled-part">
                <h2>{ page_next_step::TRAITS }</h2>
                <p class="measure">{ page_next_step::TRAITS_HELP }</p>
                { for ladder.extras.traits.iter().map(|t| through(view, a, evidence, t)) }
            </section>
        }
        { misconceptions(ladder) }
        </>
    }
}

/// The next transition first, the others of the ladder after it.
fn steps(view: &View, a: &Assessment, level: usize, known: bool, holding: &[usize]) -> Html {
    let ladder = view.state.ladder();
    let ahead = ladder.transitions.iter().position(|t| ladder.level_index(&t.from).is_some_and(|from| from >= level));
    let ahead = ahead.unwrap_or(ladder.transitions.len());
    let order = (ahead..ladder.transitions.len()).chain(0..ahead);
    html! {
        <>
        if ahead == ladder.transitions.len() && known { <p>{ page_next_step::no_step_left(&ladder.levels[level].title) }</p> }
        { for order.filter_map(|t| step_up(ladder, a, ladder.level_index(&ladder.transitions[t].from)?)).map(|(t, turns)| {
            let title = |id: &str| ladder.level_index(id).map(|l| ladder.levels[l].title.clone()).unwrap_or_default();
            let upper = title(&t.to);
            let is_next = ladder.transitions.get(ahead).is_some_and(|next| next.from == t.from);
            html! {
                <section class="ruled-part" key={t.from.clone()}>
                    <h2>{ page_next_step::from_to(title(&t.from), &upper) }</h2>
                    <p class="lead measure">{ &t.text }if is_next { { for t.said_to(holding).map(|said| format!(" {said}")) } }</p>
                    if let Some(sentence) = not_alone(&turns, &upper) { <p class="joint measure">{ sentence }</p> }
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
            <h3>{ &turn.on.title }if !turn.on.carries { <span class="small soft block">{ page_next_step::DOES_NOT_CARRY }</span> }</h3>
            <p>{ &turn.on.text }</p>
            <p class="small soft">{ turn.text(upper) }</p>
            <details>
                <summary>{ page_next_step::your_answers(super::evidence_form::lower_first(&turn.on.title)) }</summary>
                { for turn.answers.iter().map(|(q, chosen)| {
                    let question = &ladder.questions[*q];
                    html! {
                        <div class="pair" key={*q}>
                            <h4>{ for view.state.assessment().map(|a| prompt::of(view, a, *q)) }</h4>
                            <dl class="steps">
                                <div><dt>{ page_next_step::YOU_CHOSE }</dt><dd>{ chosen.and_then(|k| question.statements.get(k)).cloned().unwrap_or_else(|| page_next_step::NO_STATEMENT.into()) }</dd></div>
                                if chosen.is_none_or(|k| k < turn.asked) { <div class="next"><dt>{ page_next_step::where_asks(upper) }</dt><dd>{ &question.statements[turn.asked] }</dd></div> }
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
    let label = fields::change_what(name(view.state.ladder(), q));
    html! { <button type="button" class="link" aria-label={label} onclick={view.click(crate::state::Action::PageRequested(Page::Question(q, Route::Changing)))}>{ common::CHANGE }</button> }
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
                    <div key={side.title.clone()}><dt>{ &side.title }</dt><dd>{ &side.text }</dd><dd class="small soft">{ page_next_step::against(against.len(), titles(evidence, against)) }</dd></div>
                }) }</dl>
            }
            <p class="small">{ shown_in(evidence, &lens_view.evidence) }</p>
            if lens.domain_map { { for domains(ladder, a).map(|message| html! { <p class="small">{ keyed(message) }</p> }) } }
            <details class="small"><summary>{ page_next_step::ANSWERS }</summary>{ answers(view, a, &lens_view.answers) }</details>
        </section>
    }
}

/// The domains of the map that count for breadth.
fn domains(ladder: &Ladder, a: &Assessment) -> Option<Message> {
    let scale = ladder.extras.evidence.depths.as_ref()?;
    let step = &scale.steps()[scale.credible_from()].title;
    let credible = a.domains.iter().filter(|d| !d.name.is_empty() && d.depth.is_some_and(|depth| depth >= scale.credible_from()));
    let names: Vec<&str> = credible.map(|d| d.name.as_str()).collect();
    Some(page_next_step::domains(names.len(), step, names))
}

pub(super) fn shown_in(evidence: &[Evidence], which: &[usize]) -> Message {
    page_next_step::evidence(which.len(), titles(evidence, which))
}

fn titles(evidence: &[Evidence], which: &[usize]) -> String {
    let title = |i: &usize| {
        if evidence[*i].title.is_empty() {
            page_evidence::WITHOUT_TITLE.to_owned()
        } else {
            evidence[*i].title.trim_end_matches('.').to_owned()
        }
    };
    which.iter().map(title).collect::<Vec<_>>().join("; ")
}

pub(super) fn answers(view: &View, a: &Assessment, all: &[(usize, Option<usize>)]) -> Html {
    let ladder = view.state.ladder();
    html! {
        <dl class="versions">{ for all.iter().map(|(q, chosen)| html! {
            <div key={*q}><dt>{ prompt::of(view, a, *q) }</dt><dd>{ chosen.and_then(|k| ladder.questions[*q].statements.get(k)).cloned().unwrap_or_else(|| page_next_step::NO_STATEMENT_CHOSEN.into()) }</dd></div>
        }) }</dl>
    }
}
