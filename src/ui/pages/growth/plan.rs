//! The growth plan: bets instead of tasks, with review dates, and a journal of decisions with predictions.

use yew::prelude::*;

use super::Props;
use crate::base::dates::{Month, span_text};
use crate::base::ids::fresh;
use crate::growth::plan::{Bet, Decision, Due, Review, Start, begin, due, review_dates, starts};
use crate::messages::{Message, common, fields, page_plan};
use crate::model::assessment::Assessment;
use crate::model::findings::{findings, name};
use crate::model::profile::profile;
use crate::model::prompts::{audience, prompt_text};
use crate::state::{BetField, DecisionField, GrowthChange};
use crate::ui::browser;
use crate::ui::components::fields::{Editing, Field, dated, edit, picked, removal, tell, typed, use_editing};
use crate::ui::view::{Dispatch, View, untranslated};

/// Months after which a prediction is checked unless another date is set.
const CHECK_AFTER: i32 = 12;

pub(super) fn page(view: &View, p: Props) -> Html {
    let (ladder, model) = (view.state.ladder(), view.state.model());
    let score = profile(ladder, model, std::slice::from_ref(&p.assessment)).score;
    let from = starts(ladder, &p.assessment, &findings(ladder, model, &score, &p.assessment));
    html! {
        <>
        <p class="standfirst">{ page_plan::STANDFIRST }</p>
        { due_now(&p.assessment) }
        <Plan ladder={p.ladder} assessment={p.assessment} dispatch={p.dispatch} starts={from} />
        </>
    }
}

/// What is due, the longest overdue first.
fn due_now(a: &Assessment) -> Html {
    let (bets, journal) = (&a.plan, &a.journal);
    let all = due(bets, journal, &browser::today());
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <section class="note prompt" aria-labelledby="due">
            <h2 class="figure-title" id="due">{ page_plan::DUE }</h2>
            <ul class="sentence-list">{ for all.iter().enumerate().map(|(i, (date, what))| {
                let month = span_text(date, date);
                let message = match what {
                    Due::Review(b, _) => match bets[*b].opportunity.as_str() {
                        "" => page_plan::bet_due_without_title(month),
                        opportunity => page_plan::bet_due(opportunity.trim_end_matches('.'), month),
                    },
                    Due::Check(d) => match journal[*d].decision.as_str() {
                        "" => page_plan::decision_due_without_title(month),
                        decision => page_plan::decision_due(decision.trim_end_matches('.'), month),
                    },
                };
                html! { <li key={i}>{ untranslated(message) }</li> }
            }) }</ul>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct PlanProps {
    ladder: crate::ui::view::Shared<crate::model::ladder::Ladder>,
    assessment: Assessment,
    dispatch: Dispatch,
    starts: Vec<Start>,
}

#[component(Plan)]
fn plan(p: &PlanProps) -> Html {
    let editing = use_editing();
    let (bets, journal) = (&p.assessment.plan, &p.assessment.journal);
    html! {
        <>
        <section>
            <h2 id="listed" tabindex="-1">{ page_plan::BETS }</h2>
            if bets.is_empty() { <p>{ page_plan::NO_BET }</p> }
            <ul class="records measure">{ for bets.iter().map(|b| if editing.is(&b.id) { open_bet(p, b, &editing) } else { closed_bet(p, b, &editing) }) }</ul>
            <p class="actions"><button type="button" class="button quiet" onclick={add_bet(p, bets, None, &editing)}>{ page_plan::ADD_BET }</button></p>
            { from_statements(p, bets, &editing) }
        </section>
        <section class="ruled-part">
            <h2>{ page_plan::JOURNAL }</h2>
            <p class="measure">{ page_plan::JOURNAL_HELP }</p>
            <ul class="records measure">{ for journal.iter().map(|d| if editing.is(&d.id) { open_decision(p, d, &editing) } else { closed_decision(p, d, &editing) }) }</ul>
            <p class="actions"><button type="button" class="button quiet" onclick={add_decision(p, journal, &editing)}>{ page_plan::ADD_DECISION }</button></p>
        </section>
        </>
    }
}

/// The next statements of the rater's own answers, as starting points.
fn from_statements(p: &PlanProps, bets: &[Bet], editing: &UseStateHandle<Editing>) -> Html {
    let taken = |s: &&Start| !bets.iter().any(|b| b.question == p.ladder.questions[s.question].id);
    let open: Vec<&Start> = p.starts.iter().filter(taken).take(6).collect();
    if open.is_empty() {
        return Html::default();
    }
    html! {
        <section class="pair">
            <h3>{ page_plan::BEGIN }</h3>
            <p class="small soft measure">{ page_plan::BEGIN_HELP }</p>
            <ul class="records measure">{ for open.into_iter().map(|s| html! {
                <li key={s.question}>
                    <p class="small soft">{ prompt_text(&p.ladder, s.question, audience(&p.assessment)) }</p>
                    <p class="quote">{ &p.ladder.questions[s.question].statements[s.statement] }</p>
                    if s.needs_sponsor { <p class="small">{ page_plan::NEEDS_SPONSOR }</p> }
                    <p class="actions"><button type="button" class="link" aria-label={page_plan::begin_from_question(name(&p.ladder, s.question))} onclick={add_bet(p, bets, Some(s), editing)}>{ page_plan::BEGIN_FROM }</button></p>
                </li>
            }) }</ul>
        </section>
    }
}

fn add_bet(p: &PlanProps, bets: &[Bet], start: Option<&Start>, editing: &UseStateHandle<Editing>) -> Callback<MouseEvent> {
    let (dispatch, editing, ladder, start) = (p.dispatch.clone(), editing.clone(), p.ladder.clone(), start.cloned());
    let id = fresh("b", bets.iter().map(|b| b.id.as_str()));
    Callback::from(move |_: MouseEvent| {
        let today = browser::today();
        let bet = if let Some(start) = &start {
            begin(&ladder, start, id.clone(), &today)
        } else {
            let reviews = review_dates(&today).into_iter().map(|on| Review { on, ..Review::default() });
            Bet { id: id.clone(), begun: today, reviews: reviews.collect(), ..Bet::default() }
        };
        tell(&dispatch, GrowthChange::BetAdded(Box::new(bet)));
        editing.set(Editing::Open(id.clone()));
    })
}

fn add_decision(p: &PlanProps, journal: &[Decision], editing: &UseStateHandle<Editing>) -> Callback<MouseEvent> {
    let (dispatch, editing) = (p.dispatch.clone(), editing.clone());
    let id = fresh("d", journal.iter().map(|d| d.id.as_str()));
    Callback::from(move |_: MouseEvent| {
        let today = browser::today();
        let mut decision = Decision::default();
        decision.id.clone_from(&id);
        decision.check_on = Month::parse(&today).map(|m| m.plus(CHECK_AFTER).iso()).unwrap_or_default();
        decision.made = today;
        tell(&dispatch, GrowthChange::DecisionAdded(Box::new(decision)));
        editing.set(Editing::Open(id.clone()));
    })
}

/// A line with its actions.
fn closed(
    p: &PlanProps,
    id: &str,
    title: &str,
    lines: &[String],
    editing: &UseStateHandle<Editing>,
    change: GrowthChange,
) -> Html {
    html! {
        <li key={id.to_owned()}>
            <p><b>{ title.to_owned() }</b>{ for lines.iter().filter(|l| !l.is_empty()).map(|l| html! { <span class="small soft block">{ l }</span> }) }</p>
            <p class="actions">
                <button type="button" class="link" id={format!("edit-{id}")} aria-label={fields::change_what(title)} onclick={edit(editing, Editing::Open(id.to_owned()))}>{ common::CHANGE }</button>
                { delete(p, id, title, editing, change) }
            </p>
        </li>
    }
}

fn delete(p: &PlanProps, id: &str, title: &str, editing: &UseStateHandle<Editing>, change: GrowthChange) -> Html {
    let (dispatch, editing) = (p.dispatch.clone(), editing.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        tell(&dispatch, change.clone());
        editing.set(Editing::Removed);
    });
    removal(id, title, onclick)
}

fn done(p: &PlanProps, id: &str, title: &str, editing: &UseStateHandle<Editing>, change: GrowthChange) -> Html {
    html! {
        <p class="actions question-actions">
            <button type="button" class="button" onclick={edit(editing, Editing::Closed(id.to_owned()))}>{ fields::DONE }</button>
            { delete(p, id, title, editing, change) }
        </p>
    }
}

/// A line about a text, and none where the text is empty.
fn line(text: &str, message: Message) -> String {
    if text.is_empty() { String::new() } else { message.into() }
}

fn title_of_bet(b: &Bet) -> String {
    if b.opportunity.is_empty() { page_plan::WITHOUT_OPPORTUNITY.into() } else { b.opportunity.clone() }
}

fn closed_bet(p: &PlanProps, b: &Bet, editing: &UseStateHandle<Editing>) -> Html {
    let next = b.reviews.iter().find(|r| r.seen.is_empty());
    let next = next.map(|r| page_plan::look_again_in(span_text(&r.on, &r.on)).into());
    let lines = [
        line(&b.sponsor, page_plan::sponsor_is(&b.sponsor)),
        if b.outcome.is_empty() { next.unwrap_or_default() } else { page_plan::outcome_is(&b.outcome).into() },
        line(&b.reversed, page_plan::taken_back(&b.reversed)),
    ];
    closed(p, &b.id, &title_of_bet(b), &lines, editing, GrowthChange::BetRemoved(b.id.clone()))
}

fn open_bet(p: &PlanProps, b: &Bet, editing: &UseStateHandle<Editing>) -> Html {
    let to = |make: fn(String) -> BetField| {
        let id = b.id.clone();
        move |text| GrowthChange::Bet(id.clone(), make(text))
    };
    let field = |name: &str, label: &str| Field::new(format!("{}-{name}", b.id), label);
    let mechanisms: Vec<(String, String)> = std::iter::once((String::new(), fields::NOT_SAID.to_owned()))
        .chain(p.ladder.extras.mechanisms.iter().map(|m| (m.id.clone(), m.title.clone())))
        .collect();
    let from = p.ladder.question_index(&b.question);
    html! {
        <li key={format!("form-{}", b.id)}>
            <h3 id="editing" tabindex="-1">{ page_plan::A_BET }</h3>
            if let Some(q) = from { <p class="small soft">{ page_plan::began_from(prompt_text(&p.ladder, q, audience(&p.assessment))) }</p> }
            { field("opportunity", page_plan::OPPORTUNITY).help(page_plan::OPPORTUNITY_HELP).area(&b.opportunity, typed(&p.dispatch, to(BetField::Opportunity))) }
            { field("sponsor", page_plan::SPONSOR).help(page_plan::SPONSOR_HELP).line(&b.sponsor, typed(&p.dispatch, to(BetField::Sponsor))) }
            { field("mechanism", page_plan::MECHANISM).select(&mechanisms, &b.mechanism, picked(&p.dispatch, to(BetField::Mechanism))) }
            { field("sign", page_plan::SIGN).area(&b.leading_sign, typed(&p.dispatch, to(BetField::LeadingSign))) }
            <fieldset class="question field">
                <legend>{ page_plan::REVIEWS }</legend>
                <p class="soft small">{ page_plan::REVIEWS_HELP }</p>
                { for b.reviews.iter().enumerate().map(|(i, r)| {
                    let (on, seen) = (b.id.clone(), b.id.clone());
                    html! {
                        <div class="pair-of-fields" role="group" aria-label={page_plan::review(i + 1)} key={i}>
                            { field(&format!("on-{i}"), page_plan::REVIEW_ON).month(&r.on, dated(&p.dispatch, move |text| GrowthChange::Bet(on.clone(), BetField::ReviewOn(i, text)))) }
                            { field(&format!("seen-{i}"), page_plan::REVIEW_SEEN).line(&r.seen, typed(&p.dispatch, move |text| GrowthChange::Bet(seen.clone(), BetField::Seen(i, text)))) }
                        </div>
                    }
                }) }
                <p class="actions"><button type="button" class="link" onclick={one_more(p, b)}>{ page_plan::REVIEW_ADD }</button></p>
            </fieldset>
            { field("outcome", page_plan::OUTCOME).help(page_plan::BET_OUTCOME_HELP).area(&b.outcome, typed(&p.dispatch, to(BetField::Outcome))) }
            { field("reversed", page_plan::BET_REVERSED).area(&b.reversed, typed(&p.dispatch, to(BetField::Reversed))) }
            { done(p, &b.id, &title_of_bet(b), editing, GrowthChange::BetRemoved(b.id.clone())) }
        </li>
    }
}

fn one_more(p: &PlanProps, b: &Bet) -> Callback<MouseEvent> {
    let (dispatch, id) = (p.dispatch.clone(), b.id.clone());
    Callback::from(move |_: MouseEvent| tell(&dispatch, GrowthChange::Bet(id.clone(), BetField::ReviewAdded(String::new()))))
}

fn title_of_decision(d: &Decision) -> String {
    if d.decision.is_empty() { page_plan::WITHOUT_WORDS.into() } else { d.decision.clone() }
}

fn closed_decision(p: &PlanProps, d: &Decision, editing: &UseStateHandle<Editing>) -> Html {
    let check = span_text(&d.check_on, &d.check_on);
    let lines = [
        line(d.prediction(), page_plan::expected(d.prediction())),
        if d.outcome.is_empty() { line(&check, page_plan::check_in(&check)) } else { page_plan::came_of_it(&d.outcome).into() },
        line(&d.reversed, page_plan::taken_back(&d.reversed)),
    ];
    closed(p, &d.id, &title_of_decision(d), &lines, editing, GrowthChange::DecisionRemoved(d.id.clone()))
}

fn open_decision(p: &PlanProps, d: &Decision, editing: &UseStateHandle<Editing>) -> Html {
    let to = |make: fn(String) -> DecisionField| {
        let id = d.id.clone();
        move |text| GrowthChange::Decision(id.clone(), make(text))
    };
    let field = |name: &str, label: &str| Field::new(format!("{}-{name}", d.id), label);
    let open = d.prediction_is_open(&browser::today());
    html! {
        <li key={format!("form-{}", d.id)}>
            <h3 id="editing" tabindex="-1">{ page_plan::A_DECISION }</h3>
            <p class="small soft">{ page_plan::written_in(span_text(&d.made, &d.made)) }</p>
            { field("decision", page_plan::DECISION).area(&d.decision, typed(&p.dispatch, to(DecisionField::Decision))) }
            if open {
                { field("prediction", page_plan::PREDICTION).help(page_plan::PREDICTION_HELP).area(d.prediction(), typed(&p.dispatch, to(DecisionField::Prediction))) }
            } else {
                <div class="field"><p class="small soft">{ page_plan::PREDICTION_CLOSED }</p><p class="quote">{ if d.prediction().is_empty() { page_plan::PREDICTION_NONE } else { d.prediction() } }</p></div>
            }
            { field("would-change", page_plan::WOULD_CHANGE).area(&d.would_change, typed(&p.dispatch, to(DecisionField::WouldChange))) }
            { field("check", page_plan::CHECK).month(&d.check_on, dated(&p.dispatch, to(DecisionField::CheckOn))) }
            { field("outcome", page_plan::OUTCOME).area(&d.outcome, typed(&p.dispatch, to(DecisionField::Outcome))) }
            { field("reversed", page_plan::DECISION_REVERSED).area(&d.reversed, typed(&p.dispatch, to(DecisionField::Reversed))) }
            { done(p, &d.id, &title_of_decision(d), editing, GrowthChange::DecisionRemoved(d.id.clone())) }
        </li>
    }
}
