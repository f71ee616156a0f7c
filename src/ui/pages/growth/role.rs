//! The shape of the role: what the ladder asks about it, and the ways in which it may go wrong by its design.

use yew::prelude::*;

use super::leverage;
use crate::growth::failure_modes::{Finding, RoleShape, Status, finding_text, held_and_target, role_findings, share_text};
use crate::messages::{Message, fields, page_role};
use crate::model::assessment::Assessment;
use crate::model::condition::{FieldValue, Truth};
use crate::model::ladder::Ladder;
use crate::model::ladder_extras::{Input, InputKind, Offer, Part};
use crate::model::profile::profile;
use crate::state::{Action, Detail, GrowthChange};
use crate::ui::browser;
use crate::ui::components::fields::{Field, picked, typed};
use crate::ui::view::{Dispatch, View, keyed, together, untranslated};

pub(super) fn page(view: &View, a: &Assessment) -> Html {
    let ladder = view.state.ladder();
    let shape = &a.role_shape;
    html! {
        <>
        <p class="standfirst">{ &ladder.extras.role_introduction }</p>
        <div class="spread">
            <div>
                <section>
                    <h2>{ page_role::SHAPE }</h2>
                    { for ladder.extras.role_inputs.iter().map(|input| asked(view, a, shape, input)) }
                    { target(view, a) }
                </section>
            </div>
            <div class="growth-results">{ findings(view, a, shape) }</div>
        </div>
        { leverage::section(view, a) }
        </>
    }
}

fn asked(view: &View, a: &Assessment, shape: &RoleShape, input: &Input) -> Html {
    let ladder = view.state.ladder();
    let field = Field::new(format!("role-{}", input.id), &input.prompt).help(&input.help);
    match &input.kind {
        InputKind::Shares { parts, step, .. } => shares(ladder, shape, input, parts, *step, view.dispatch),
        InputKind::Choice(offers) => choice(ladder, &field, shape, input, offers, view.dispatch),
        InputKind::Count => {
            let given = match shape.answer(&ladder.extras.role_inputs, &input.id) {
                Some(FieldValue::Number(n)) => Some(crate::base::numbers::to_index(*n)),
                _ => None,
            };
            field.count(given, 1, typed(view.dispatch, number(input.id.clone())))
        }
        InputKind::Title => title(view, a, &field),
    }
}

/// A number as it was typed; any other input clears the field.
fn number(field: String) -> impl Fn(String) -> GrowthChange + 'static {
    move |text| GrowthChange::Role(field.clone(), text.parse::<u32>().ok().map(|n| FieldValue::Number(f64::from(n))))
}

fn shares(ladder: &Ladder, shape: &RoleShape, input: &Input, parts: &[Part], step: f64, dispatch: &Dispatch) -> Html {
    let state = share_text(&ladder.extras.role_inputs, shape, &input.id);
    html! {
        <fieldset class="question field" key={input.id.clone()}>
            <legend>{ &input.prompt }</legend>
            <p class="soft small">{ &input.help }</p>
            { for parts.iter().map(|part| {
                let field = format!("{}.{}", input.id, part.id);
                let given = match shape.answer(&ladder.extras.role_inputs, &field) {
                    Some(FieldValue::Number(n)) => Some(crate::base::numbers::to_index(*n)),
                    _ => None,
                };
                html! { <div class="share" key={part.id.clone()}>{ Field::new(format!("share-{}", part.id), &part.text).count(given, crate::base::numbers::to_index(step), typed(dispatch, number(field))) }</div> }
            }) }
            <p class="small soft" role="status">{ untranslated(state.map(String::from).unwrap_or_default()) }</p>
        </fieldset>
    }
}

fn choice(ladder: &Ladder, field: &Field, shape: &RoleShape, input: &Input, offers: &[Offer], dispatch: &Dispatch) -> Html {
    let texts: Vec<String> = offers.iter().map(|o| o.text.clone()).collect();
    let chosen =
        shape.answer(&ladder.extras.role_inputs, &input.id).and_then(|value| offers.iter().position(|o| o.value == *value));
    let (id, values): (String, Vec<FieldValue>) = (input.id.clone(), offers.iter().map(|o| o.value.clone()).collect());
    field.steps(
        fields::NOT_ANSWERED,
        &texts,
        chosen,
        picked(dispatch, move |text| {
            let value = text.parse::<usize>().ok().and_then(|i| values.get(i).cloned());
            GrowthChange::Role(id.clone(), value)
        }),
    )
}

fn details(view: &View, change: impl Fn(String) -> Detail + 'static) -> Callback<Event> {
    view.picked(move |text| Action::DetailsChanged { change: change(text), now: browser::now() })
}

/// A title that is not one of the ladder's stays unchanged.
fn title(view: &View, a: &Assessment, field: &Field) -> Html {
    let ladder = view.state.ladder();
    let (held, _) = held_and_target(ladder, a);
    let mut options: Vec<(String, String)> = vec![(String::new(), fields::NOT_SAID.into())];
    options.extend(ladder.levels[1..].iter().map(|l| (l.id.clone(), l.title.clone())));
    let selected = match held {
        Some(level) if level > 0 => ladder.levels[level].id.clone(),
        _ => a.subject.title.clone(),
    };
    if !options.iter().any(|(value, _)| *value == selected) {
        options.push((selected.clone(), selected.clone()));
    }
    field.select(&options, &selected, details(view, Detail::Title))
}

fn target(view: &View, a: &Assessment) -> Html {
    let ladder = view.state.ladder();
    let mut options: Vec<(String, String)> = vec![(String::new(), fields::NOT_SAID.into())];
    options.extend(ladder.levels[1..].iter().map(|l| (l.id.clone(), l.title.clone())));
    let field = Field::new("role-target", page_role::TARGET).help(page_role::TARGET_HELP);
    field.select(&options, &a.subject.target, details(view, Detail::Target))
}

fn findings(view: &View, a: &Assessment, shape: &RoleShape) -> Html {
    let ladder = view.state.ladder();
    let Some(from) = ladder.extras.failure_modes.iter().map(|m| m.from).min() else { return Html::default() };
    let (held, target) = held_and_target(ladder, a);
    let score = profile(ladder, view.state.model(), std::slice::from_ref(a)).score;
    let all = role_findings(ladder, shape, Some(&score), held, target);
    let from = &ladder.levels[from].title;
    let (held, aimed): (Vec<&Finding>, Vec<&Finding>) = all.iter().partition(|f| f.held);
    html! {
        <section aria-labelledby="findings">
            <h2 id="findings">{ page_role::PATTERNS }</h2>
            <p class="small soft">{ page_role::PATTERNS_HELP }</p>
            if all.is_empty() {
                <p>{ page_role::looked_at_from(from) }</p>
            }
            { group(ladder, &held, |level| page_role::for_title_held(level)) }
            { group(ladder, &aimed, |level| page_role::if_title_held(level)) }
        </section>
    }
}

fn group(ladder: &Ladder, findings: &[&Finding], head: impl Fn(&str) -> Message) -> Html {
    let Some(first) = findings.first() else { return Html::default() };
    let of = |fired: bool| findings.iter().filter(move |f| matches!(f.status, Status::Present | Status::Watch) == fired);
    html! {
        <>
        <h3>{ keyed(head(&ladder.levels[first.level].title)) }</h3>
        { for of(true).map(|f| fired(ladder, f)) }
        if of(true).next().is_none() { <p>{ page_role::NO_SIGNS }</p> }
        { for of(false).map(|f| silent(ladder, f)) }
        </>
    }
}

/// A failure mode with its signs: first the role's design, then the conditions that hold, unknown ones, and what to try.
fn fired(ladder: &Ladder, f: &Finding) -> Html {
    let w = finding_text(ladder, f);
    html! {
        <section class="pattern" key={f.mode}>
            <h4>{ &w.title }</h4>
            <p class="small soft">{ keyed(page_role::status(w.status)) }</p>
            <p>{ keyed(together(&w.text)) }</p>
            <dl class="terms">
                <div><dt>{ page_role::CAUSE }</dt><dd>{ &w.cause }</dd></div>
                <div><dt>{ page_role::BECAUSE }</dt><dd>{ list(&w.because) }</dd></div>
                if !w.unknown.is_empty() { <div><dt>{ page_role::NOT_KNOWN }</dt><dd>{ list(&w.unknown) }</dd></div> }
                <div><dt>{ page_role::ATTEMPTS }</dt><dd>{ list(&w.attempts) }</dd></div>
            </dl>
        </section>
    }
}

fn silent(ladder: &Ladder, f: &Finding) -> Html {
    let w = finding_text(ladder, f);
    html! {
        <details key={f.mode}>
            <summary>{ keyed(page_role::pattern_status(&w.title, super::evidence_form::lower_first(w.status))) }</summary>
            <p>{ keyed(together(&w.text)) }</p>
            <p class="small soft">{ &w.cause }</p>
            if f.which(Truth::Unknown).next().is_some() { <p class="small">{ page_role::NOT_KNOWN_ARE }</p>{ list(&w.unknown) } }
        </details>
    }
}

fn list(texts: &[String]) -> Html {
    html! { <ul class="dashes">{ for texts.iter().enumerate().map(|(i, t)| html! { <li key={i}>{ keyed(together(t)) }</li> }) }</ul> }
}

/// The state of the role's answers, for the line under its link.
pub(super) fn state(ladder: &Ladder, a: &Assessment, score: &crate::model::scoring::Score) -> Option<String> {
    if a.role_shape.is_open(&ladder.extras.role_inputs) {
        return None;
    }
    let (held, target) = held_and_target(ladder, a);
    let fired = role_findings(ladder, &a.role_shape, Some(score), held, target);
    let fired: Vec<&str> = fired
        .iter()
        .filter(|f| f.status == Status::Present)
        .map(|f| ladder.extras.failure_modes[f.mode].title.as_str())
        .collect();
    Some(match fired.len() {
        0 => page_role::NO_PATTERN.into(),
        _ => page_role::worth_a_look(fired).into(),
    })
}
