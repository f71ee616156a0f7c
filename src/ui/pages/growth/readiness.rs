//! Organization readiness, a page for managers and executives. It works without an assessment; then it starts one that
//! holds these answers and no ratings of a person.

use litemap::LiteMap;

use yew::prelude::*;

use crate::growth::readiness::{ConditionResult, Presence, condition_text, joined, readiness, readiness_text};
use crate::messages::page_readiness;
use crate::model::assessment::{Assessment, Role};
use crate::model::findings::findings;
use crate::model::ladder_extras::ReadinessCondition;
use crate::model::profile::profile;
use crate::state::{Action, GrowthChange};
use crate::ui::components::fields::tell;
use crate::ui::view::{Dispatch, View, keyed, untranslated};
use crate::ui::{browser, text};

const OFFERS: [(Presence, &str, &str); 4] = [
    (Presence::Present, "present", page_readiness::PRESENT),
    (Presence::Partly, "partly", page_readiness::PARTLY),
    (Presence::Absent, "absent", page_readiness::ABSENT),
    (Presence::CannotTell, "cannot-tell", page_readiness::CANNOT_TELL),
];

pub(super) fn page(view: &View, a: Option<&Assessment>) -> Html {
    let frame = &view.state.ladder().extras.readiness;
    let own = a.filter(|a| a.rater.role == Role::Manager);
    let begin = {
        let dispatch = view.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.emit(Action::ReadinessBegun { id: browser::new_id(), now: browser::now() }))
    };
    html! {
        <>
        <p class="standfirst">{ &frame.introduction }</p>
        if own.is_none() {
            <p>{ match a {
                None => page_readiness::NEEDS_RECORD.to_owned(),
                Some(a) => page_readiness::kept_in(text::label(a)).into(),
            } }</p>
            <p class="actions"><button type="button" class={if a.is_none() { "button" } else { "button quiet" }} onclick={begin}>{ if a.is_none() { page_readiness::ANSWER } else { page_readiness::ANSWER_APART } }</button></p>
        }
        { for a.map(|a| asked(view, a)) }
        if a.is_none() { { conditions(view) } }
        </>
    }
}

/// The introduction, before there is an assessment.
fn conditions(view: &View) -> Html {
    let frame = &view.state.ladder().extras.readiness;
    html! {
        <section class="ruled-part">
            <h2>{ page_readiness::NEEDS }</h2>
            <dl class="terms measure">{ for frame.conditions.iter().map(|c| html! { <div key={c.id.clone()}><dt>{ &c.title }</dt><dd>{ &c.text }</dd></div> }) }</dl>
            <p class="quote closing">{ &frame.closing }</p>
        </section>
    }
}

fn asked(view: &View, a: &Assessment) -> Html {
    let frame = &view.state.ladder().extras.readiness;
    let answers = &a.readiness;
    let results = readiness(frame, answers);
    html! {
        <div class="spread ruled">
            <div>
                { copy_answers_section(view, a, answers) }
                { for frame.conditions.iter().map(|c| condition(c, answers, view.dispatch)) }
            </div>
            <div class="growth-results">
                <section aria-labelledby="organization">
                    <h2 id="organization">{ page_readiness::COME_TO }</h2>
                    <p role="status">{ untranslated(readiness_text(frame, &results)) }</p>
                    { for frame.conditions.iter().zip(&results).map(|(c, r)| outcome(c, *r)) }
                    { joint(view, a, answers) }
                    <p class="quote closing">{ &frame.closing }</p>
                </section>
            </div>
        </div>
    }
}

fn condition(c: &ReadinessCondition, answers: &LiteMap<String, Presence>, dispatch: &Dispatch) -> Html {
    html! {
        <section key={c.id.clone()} class="pair">
            <h2>{ &c.title }</h2>
            <p>{ &c.text }</p>
            { for c.questions.iter().map(|q| {
                let given = answers.get(&q.id).copied();
                let offer = |(presence, value, label): (Presence, &'static str, &'static str)| {
                    let (dispatch, id) = (dispatch.clone(), q.id.clone());
                    let onchange = Callback::from(move |_: Event| tell(&dispatch, GrowthChange::Readiness(id.clone(), presence)));
                    html! { <label class="choice"><input type="radio" name={q.id.clone()} {value} checked={given == Some(presence)} {onchange} /><span>{ label }</span></label> }
                };
                html! {
                    <fieldset class="question field" key={q.id.clone()}>
                        <legend>{ &q.prompt }</legend>
                        <p class="soft small">{ &q.help }</p>
                        <div class="in-a-row">{ for OFFERS.into_iter().map(offer) }</div>
                    </fieldset>
                }
            }) }
        </section>
    }
}

fn outcome(c: &ReadinessCondition, r: ConditionResult) -> Html {
    let lacking = matches!(r.presence, Some(Presence::Partly | Presence::Absent));
    html! {
        <section class={if lacking { "pattern" } else { "pattern calm" }} key={c.id.clone()}>
            <h3>{ &c.title }</h3>
            <p>{ keyed(condition_text(c, r)) }</p>
            if lacking { <p class="small soft">{ page_readiness::ATTEMPTS }</p><ul class="dashes">{ for c.attempts.iter().map(|t| html! { <li>{ t }</li> }) }</ul> }
        </section>
    }
}

/// The sentence that connects the answers with a profile, where there is one.
fn joint(view: &View, a: &Assessment, answers: &LiteMap<String, Presence>) -> Html {
    if view.state.withholds_level(a) {
        return Html::default();
    }
    let (ladder, model) = (view.state.ladder(), view.state.model());
    let score = profile(ladder, model, std::slice::from_ref(a)).score;
    let sentence = joined(ladder, &findings(ladder, model, &score, a).holding, answers);
    sentence.map_or_else(Html::default, |text| html! { <p class="lead joint">{ keyed(text) }</p> })
}

/// The offer to copy the answers of another assessment, where this one has none.
fn copy_answers_section(view: &View, a: &Assessment, answers: &LiteMap<String, Presence>) -> Html {
    let others = view.state.assessments().iter().filter(|r| r.id != a.id && r.snapshot.is_none() && !r.readiness.is_empty());
    let others: Vec<&Assessment> = others.filter(|_| answers.is_empty()).collect();
    if others.is_empty() {
        return Html::default();
    }
    html! {
        <section class="note"><h2>{ page_readiness::ANSWERED_ALREADY }</h2>
            <p>{ page_readiness::ANSWERED_ELSEWHERE }</p>
            <ul>{ for others.into_iter().map(|r| {
                let (dispatch, id) = (view.dispatch.clone(), r.id.clone());
                let onclick = Callback::from(move |_: MouseEvent| tell(&dispatch, GrowthChange::ReadinessTaken(id.clone())));
                html! { <li key={r.id.clone()}><button type="button" class="link" {onclick}>{ page_readiness::take_over(text::label(r)) }</button></li> }
            }) }</ul>
        </section>
    }
}
