//! Pieces of evidence: a list, prompts for new ones, a summary, and the domain map.

use yew::prelude::*;

use super::{Props, domains, evidence_form, sentences, timeline};
use crate::growth::evidence::{Evidence, altitude_words, coverage, coverage_words, fresh_id, source_words};
use crate::growth::leverage::{shown, shown_words};
use crate::state::GrowthChange;
use crate::ui::components::fields::{Editing, edit, removal, tell, use_editing};
use crate::ui::view::{keyed, untranslated};

pub(super) fn page(p: Props) -> Html {
    html! {
        <>
        <p class="standfirst">{ "What you did, in a form that others can look at. One piece may stand behind several answers; such an answer counts in full, as one with an example does. Nothing else here changes the level." }</p>
        if p.sealed { <p class="note">{ "These ratings are sealed, so their evidence does not change any more. To change it, open the ratings again at Check your answers; you then seal anew." }</p> }
        <Pieces ..p />
        </>
    }
}

#[component(Pieces)]
fn pieces(p: &Props) -> Html {
    let editing = use_editing();
    let pieces = &p.assessment.evidence;
    html! {
        <div class="spread">
            <div>
                <section>
                    <h2 id="listed" tabindex="-1">{ untranslated(match pieces.len() { 0 => "No piece yet".to_owned(), 1 => "1 piece".into(), n => format!("{n} pieces") }) }</h2>
                    <ul class="records">{ for pieces.iter().map(|e| if editing.is(&e.id) && !p.sealed { open(p, e, &editing) } else { closed(p, e, &editing) }) }</ul>
                </section>
                if !p.sealed { { begin(p, &editing) } }
                { domains::section(&p.ladder, &p.assessment, &p.dispatch) }
            </div>
            <aside aria-label="What the evidence shows">{ shows(p, pieces) }</aside>
        </div>
    }
}

fn name(e: &Evidence) -> String {
    if e.title.is_empty() { "a piece without a title".into() } else { e.title.clone() }
}

fn closed(p: &Props, e: &Evidence, editing: &UseStateHandle<Editing>) -> Html {
    let behind = p.assessment.answers.iter().filter(|(_, x)| x.evidence.contains(&e.id)).count();
    let answers = format!("behind {behind} {}", if behind == 1 { "answer" } else { "answers" });
    let mechanism = p.ladder.extras.mechanism(&e.mechanism).map(|m| p.ladder.extras.mechanisms[m].title.clone());
    let facts =
        [e.when_words(), mechanism.unwrap_or_default(), answers, if e.sensitive { "sensitive".into() } else { String::new() }];
    let facts: Vec<String> = facts.into_iter().filter(|f| !f.is_empty()).collect();
    html! {
        <li key={e.id.clone()}>
            <p><b>{ keyed(name(e)) }</b><span class="small soft block">{ untranslated(facts.join(" \u{b7} ")) }</span>
                if !e.outcome_words().is_empty() { <span class="small block">{ keyed(e.outcome_words()) }</span> }</p>
            if !p.sealed { <p class="actions">
                <button type="button" class="link" id={format!("edit-{}", e.id)} aria-label={format!("Change: {}", name(e))} onclick={edit(editing, Editing::Open(e.id.clone()))}>{ "Change" }</button>
                { delete(p, e, editing) }
            </p> }
        </li>
    }
}

fn delete(p: &Props, e: &Evidence, editing: &UseStateHandle<Editing>) -> Html {
    let (dispatch, id, editing) = (p.dispatch.clone(), e.id.clone(), editing.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        tell(&dispatch, GrowthChange::PieceRemoved(id.clone()));
        editing.set(Editing::Removed);
    });
    removal(&e.id, &name(e), onclick)
}

fn open(p: &Props, e: &Evidence, editing: &UseStateHandle<Editing>) -> Html {
    let template = p.ladder.extras.evidence.templates.iter().find(|t| t.id == e.template);
    html! {
        <li key={format!("form-{}", e.id)}>
            <h3 id="editing" tabindex="-1">{ template.map_or_else(|| "A piece of evidence".to_owned(), |t| t.title.clone()) }</h3>
            { evidence_form::form(&p.ladder, &p.assessment, e, &p.dispatch) }
            <p class="actions question-actions">
                <button type="button" class="button" onclick={edit(editing, Editing::Closed(e.id.clone()))}>{ "Done" }</button>
                { delete(p, e, editing) }
            </p>
        </li>
    }
}

/// Adds a piece of a kind and opens it.
fn add(p: &Props, template: Option<usize>, editing: &UseStateHandle<Editing>) -> Callback<MouseEvent> {
    let templates = &p.ladder.extras.evidence.templates;
    let kind = template.and_then(|t| templates.get(t));
    let mechanism = kind.and_then(|t| t.mechanism).map(|m| p.ladder.extras.mechanisms[m].id.clone());
    let piece = Evidence {
        id: fresh_id(&p.assessment),
        template: kind.map(|t| t.id.clone()).unwrap_or_default(),
        mechanism: mechanism.unwrap_or_default(),
        ..Evidence::default()
    };
    let (dispatch, editing) = (p.dispatch.clone(), editing.clone());
    Callback::from(move |_: MouseEvent| {
        tell(&dispatch, GrowthChange::PieceAdded(Box::new(piece.clone())));
        editing.set(Editing::Open(piece.id.clone()));
    })
}

fn begin(p: &Props, editing: &UseStateHandle<Editing>) -> Html {
    let guide = &p.ladder.extras.evidence;
    html! {
        <>
        if !guide.prompts.is_empty() {
            <section class="ruled-part">
                <h2>{ "Begin from a question" }</h2>
                <ul class="records">{ for guide.prompts.iter().map(|q| html! {
                    <li key={q.id.clone()}><p class="quote">{ &q.text }</p><p class="small soft">{ &q.help }</p>
                        <p class="actions"><button type="button" class="link" aria-label={format!("Write it down: {}", q.text)} onclick={add(p, q.template, editing)}>{ "Write it down" }</button></p></li>
                }) }</ul>
            </section>
        }
        <section class="ruled-part">
            <h2>{ "Or from a kind of work" }</h2>
            <ul class="records">
                { for guide.templates.iter().enumerate().map(|(t, kind)| html! {
                    <li key={kind.id.clone()}>
                        <p><b>{ &kind.title }</b><span class="block">{ &kind.text }</span></p>
                        if !kind.example.is_empty() { <p class="small soft">{ "Made up, for instance: " }{ &kind.example }</p> }
                        <p class="actions"><button type="button" class="link" aria-label={format!("Add: {}", kind.title)} onclick={add(p, Some(t), editing)}>{ "Add" }</button></p>
                    </li>
                }) }
                <li><p><b>{ "Something else" }</b></p><p class="actions"><button type="button" class="link" aria-label="Add: something else" onclick={add(p, None, editing)}>{ "Add" }</button></p></li>
            </ul>
        </section>
        </>
    }
}

/// The summary of time, coverage, sources and mechanisms.
fn shows(p: &Props, pieces: &[Evidence]) -> Html {
    if pieces.is_empty() {
        return html! { <section class="note" key="counts"><h2>{ "What counts" }</h2><p>{ "Work whose effect is invisible, still open or years away counts: write when it was said, and to whom. Ask people to confirm by their role, not by their name." }</p></section> };
    }
    let (ladder, a) = (&p.ladder, &p.assessment);
    let level = super::level_in_question(ladder, &p.model, a, p.held_back);
    let altitude = level.and_then(|l| altitude_words(&ladder.extras, pieces, l, &ladder.levels[l].title));
    let sources: Vec<String> = source_words(pieces).into_iter().chain(altitude).collect();
    html! {
        <>
        { timeline::figure(a, pieces) }
        <section class="note" key="behind"><h2>{ "What it stands behind" }</h2>{ sentences(&coverage_words(ladder, &coverage(ladder, a, pieces))) }</section>
        if !ladder.extras.mechanisms.is_empty() { <section class="note" key="effect"><h2>{ "Through what it had its effect" }</h2>{ sentences(&shown_words(&ladder.extras, &shown(&ladder.extras, pieces))) }</section> }
        if !sources.is_empty() { <section class="note" key="sources"><h2>{ "Who can confirm it, and how high it reaches" }</h2>{ sentences(&sources) }</section> }
        </>
    }
}
