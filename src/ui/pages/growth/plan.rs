//! The growth plan: bets instead of tasks, with review dates, and a journal of decisions with predictions.

use yew::prelude::*;

use super::Props;
use crate::base::dates::{Month, span_words};
use crate::base::ids::fresh;
use crate::growth::plan::{Bet, Decision, Due, Review, Start, begin, due, review_dates, starts};
use crate::model::assessment::Assessment;
use crate::model::findings::{findings, name};
use crate::model::profile::profile;
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
        <p class="standfirst">{ "Growth at these levels comes from a few bets on work that someone has to open up, and shows after many months. A bet names the opportunity, its sponsor, an early sign, and when to look again." }</p>
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
            <h2 class="figure-title" id="due">{ "Due to be looked at" }</h2>
            <ul class="sentence-list">{ for all.iter().enumerate().map(|(i, (date, what))| {
                let words = match what {
                    Due::Review(b, _) => format!("The bet on {}", quoted(&bets[*b].opportunity)),
                    Due::Check(d) => format!("The decision {}", quoted(&journal[*d].decision)),
                };
                html! { <li key={i}>{ untranslated(format!("{words}, {}.", span_words(date, date))) }</li> }
            }) }</ul>
        </section>
    }
}

fn quoted(text: &str) -> String {
    if text.is_empty() { "without a title".into() } else { format!("\u{201c}{}\u{201d}", text.trim_end_matches('.')) }
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
            <h2 id="listed" tabindex="-1">{ "Bets" }</h2>
            if bets.is_empty() { <p>{ "There is no bet yet." }</p> }
            <ul class="records measure">{ for bets.iter().map(|b| if editing.is(&b.id) { open_bet(p, b, &editing) } else { closed_bet(p, b, &editing) }) }</ul>
            <p class="actions"><button type="button" class="button quiet" onclick={add_bet(p, bets, None, &editing)}>{ "Add a bet" }</button></p>
            { from_statements(p, bets, &editing) }
        </section>
        <section class="ruled-part">
            <h2>{ "Decision journal" }</h2>
            <p class="measure">{ "Write what you expect before you know. On the day of the check the prediction is closed, and you write what came of it and what you took back." }</p>
            <ul class="records measure">{ for journal.iter().map(|d| if editing.is(&d.id) { open_decision(p, d, &editing) } else { closed_decision(p, d, &editing) }) }</ul>
            <p class="actions"><button type="button" class="button quiet" onclick={add_decision(p, journal, &editing)}>{ "Add a decision" }</button></p>
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
            <h3>{ "Where a bet may begin" }</h3>
            <p class="small soft measure">{ "Statements just above your own answers. Which work would let you say one of them later?" }</p>
            <ul class="records measure">{ for open.into_iter().map(|s| html! {
                <li key={s.question}>
                    <p class="small soft">{ &p.ladder.questions[s.question].prompt }</p>
                    <p class="quote">{ &p.ladder.questions[s.question].statements[s.statement] }</p>
                    if s.needs_sponsor { <p class="small">{ "The role had no room for this: it needs a sponsor who opens it." }</p> }
                    <p class="actions"><button type="button" class="link" aria-label={format!("Begin a bet from this: {}", name(&p.ladder, s.question))} onclick={add_bet(p, bets, Some(s), editing)}>{ "Begin a bet from this" }</button></p>
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
                <button type="button" class="link" id={format!("edit-{id}")} aria-label={format!("Change: {title}")} onclick={edit(editing, Editing::Open(id.to_owned()))}>{ "Change" }</button>
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
            <button type="button" class="button" onclick={edit(editing, Editing::Closed(id.to_owned()))}>{ "Done" }</button>
            { delete(p, id, title, editing, change) }
        </p>
    }
}

fn title_of_bet(b: &Bet) -> String {
    if b.opportunity.is_empty() { "A bet without an opportunity".into() } else { b.opportunity.clone() }
}

fn closed_bet(p: &PlanProps, b: &Bet, editing: &UseStateHandle<Editing>) -> Html {
    let next = b.reviews.iter().find(|r| r.seen.is_empty()).map(|r| format!("To look at again in {}", span_words(&r.on, &r.on)));
    let sponsor = if b.sponsor.is_empty() { String::new() } else { format!("Sponsor: {}", b.sponsor) };
    let state = if b.outcome.is_empty() { next.unwrap_or_default() } else { format!("Outcome: {}", b.outcome) };
    let reversed = if b.reversed.is_empty() { String::new() } else { format!("Taken back: {}", b.reversed) };
    closed(p, &b.id, &title_of_bet(b), &[sponsor, state, reversed], editing, GrowthChange::BetRemoved(b.id.clone()))
}

fn open_bet(p: &PlanProps, b: &Bet, editing: &UseStateHandle<Editing>) -> Html {
    let to = |make: fn(String) -> BetField| {
        let id = b.id.clone();
        move |text| GrowthChange::Bet(id.clone(), make(text))
    };
    let field = |name: &str, label: &str| Field::new(format!("{}-{name}", b.id), label);
    let mechanisms: Vec<(String, String)> = std::iter::once((String::new(), "Not said".to_owned()))
        .chain(p.ladder.extras.mechanisms.iter().map(|m| (m.id.clone(), m.title.clone())))
        .collect();
    let from = p.ladder.question_index(&b.question);
    html! {
        <li key={format!("form-{}", b.id)}>
            <h3 id="editing" tabindex="-1">{ "A bet" }</h3>
            if let Some(q) = from { <p class="small soft">{ "It began from: " }{ &p.ladder.questions[q].prompt }</p> }
            { field("opportunity", "Which opportunity does it need?").help("Work that is not there yet, or not yours: not a task, not a course.").area(&b.opportunity, typed(&p.dispatch, to(BetField::Opportunity))) }
            { field("sponsor", "Who can open it?").help("As a role, not by name.").line(&b.sponsor, typed(&p.dispatch, to(BetField::Sponsor))) }
            { field("mechanism", "Through which mechanism would it have its effect?").select(&mechanisms, &b.mechanism, picked(&p.dispatch, to(BetField::Mechanism))) }
            { field("sign", "By which early sign would you see that it goes right?").area(&b.leading_sign, typed(&p.dispatch, to(BetField::LeadingSign))) }
            <fieldset class="question field">
                <legend>{ "Dates to look again" }</legend>
                <p class="soft small">{ "Work of this kind may take eighteen months to show, so the dates go on to two years." }</p>
                { for b.reviews.iter().enumerate().map(|(i, r)| {
                    let (on, seen) = (b.id.clone(), b.id.clone());
                    html! {
                        <div class="pair-of-fields" role="group" aria-label={format!("Look {}", i + 1)} key={i}>
                            { field(&format!("on-{i}"), "When").month(&r.on, dated(&p.dispatch, move |text| GrowthChange::Bet(on.clone(), BetField::ReviewOn(i, text)))) }
                            { field(&format!("seen-{i}"), "What was seen").line(&r.seen, typed(&p.dispatch, move |text| GrowthChange::Bet(seen.clone(), BetField::Seen(i, text)))) }
                        </div>
                    }
                }) }
                <p class="actions"><button type="button" class="link" onclick={one_more(p, b)}>{ "One more date" }</button></p>
            </fieldset>
            { field("outcome", "What came of it?").help("While this is empty the bet is open.").area(&b.outcome, typed(&p.dispatch, to(BetField::Outcome))) }
            { field("reversed", "What did you take back on the way?").area(&b.reversed, typed(&p.dispatch, to(BetField::Reversed))) }
            { done(p, &b.id, &title_of_bet(b), editing, GrowthChange::BetRemoved(b.id.clone())) }
        </li>
    }
}

fn one_more(p: &PlanProps, b: &Bet) -> Callback<MouseEvent> {
    let (dispatch, id) = (p.dispatch.clone(), b.id.clone());
    Callback::from(move |_: MouseEvent| tell(&dispatch, GrowthChange::Bet(id.clone(), BetField::ReviewAdded(String::new()))))
}

fn title_of_decision(d: &Decision) -> String {
    if d.decision.is_empty() { "A decision without words".into() } else { d.decision.clone() }
}

fn closed_decision(p: &PlanProps, d: &Decision, editing: &UseStateHandle<Editing>) -> Html {
    let line = |label: &str, text: &str| if text.is_empty() { String::new() } else { format!("{label}: {text}") };
    let check = line("To be checked in", &span_words(&d.check_on, &d.check_on));
    let lines = [
        line("Expected", d.prediction()),
        if d.outcome.is_empty() { check } else { line("Came of it", &d.outcome) },
        line("Taken back", &d.reversed),
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
            <h3 id="editing" tabindex="-1">{ "A decision" }</h3>
            <p class="small soft">{ format!("Written down in {}.", span_words(&d.made, &d.made)) }</p>
            { field("decision", "What was decided?").area(&d.decision, typed(&p.dispatch, to(DecisionField::Decision))) }
            if open {
                { field("prediction", "What do you expect to come of it, and by when?").help("Write it before you know. It is closed on the day of the check.").area(d.prediction(), typed(&p.dispatch, to(DecisionField::Prediction))) }
            } else {
                <div class="field"><p class="small soft">{ "Expected then; closed now" }</p><p class="quote">{ if d.prediction().is_empty() { "Nothing was written beforehand." } else { d.prediction() } }</p></div>
            }
            { field("would-change", "What would change your mind?").area(&d.would_change, typed(&p.dispatch, to(DecisionField::WouldChange))) }
            { field("check", "When is it checked?").month(&d.check_on, dated(&p.dispatch, to(DecisionField::CheckOn))) }
            { field("outcome", "What came of it?").area(&d.outcome, typed(&p.dispatch, to(DecisionField::Outcome))) }
            { field("reversed", "What did you take back?").area(&d.reversed, typed(&p.dispatch, to(DecisionField::Reversed))) }
            { done(p, &d.id, &title_of_decision(d), editing, GrowthChange::DecisionRemoved(d.id.clone())) }
        </li>
    }
}
