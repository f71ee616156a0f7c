//! Pieces of evidence: a list, prompts for new ones, a summary, and the domain map.

use yew::prelude::*;

use super::{Props, domains, evidence_form, sentences, timeline};
use crate::growth::evidence::{Evidence, altitude_text, coverage, coverage_text, fresh_id, source_text};
use crate::growth::leverage::{shown, shown_text};
use crate::messages::{Message, common, fields, page_evidence};
use crate::state::GrowthChange;
use crate::ui::components::fields::{Editing, edit, removal, tell, use_editing};
use crate::ui::view::{keyed, untranslated};

pub(super) fn page(p: Props) -> Html {
    html! {
        <>
        <p class="standfirst">{ page_evidence::STANDFIRST }</p>
        if p.sealed { <p class="note">{ page_evidence::SEALED }</p> }
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
                    <h2 id="listed" tabindex="-1">{ untranslated(page_evidence::pieces(pieces.len())) }</h2>
                    <ul class="records">{ for pieces.iter().map(|e| if editing.is(&e.id) && !p.sealed { open(p, e, &editing) } else { closed(p, e, &editing) }) }</ul>
                </section>
                if !p.sealed { { begin(p, &editing) } }
                { domains::section(&p.ladder, &p.assessment, &p.dispatch) }
            </div>
            <aside aria-label={page_evidence::SHOWS}>{ shows(p, pieces) }</aside>
        </div>
    }
}

fn name(e: &Evidence) -> String {
    if e.title.is_empty() { page_evidence::WITHOUT_TITLE.into() } else { e.title.clone() }
}

fn closed(p: &Props, e: &Evidence, editing: &UseStateHandle<Editing>) -> Html {
    let behind = p.assessment.answers.iter().filter(|(_, x)| x.evidence.contains(&e.id)).count();
    let answers = page_evidence::behind_answers(behind).into();
    let mechanism = p.ladder.extras.mechanism(&e.mechanism).map(|m| p.ladder.extras.mechanisms[m].title.clone());
    let facts = [
        e.when_text(),
        mechanism.unwrap_or_default(),
        answers,
        if e.sensitive { page_evidence::IS_SENSITIVE.into() } else { String::new() },
    ];
    let facts: Vec<String> = facts.into_iter().filter(|f| !f.is_empty()).collect();
    html! {
        <li key={e.id.clone()}>
            <p><b>{ keyed(name(e)) }</b><span class="small soft block">{ untranslated(facts.join(" \u{b7} ")) }</span>
                if !e.outcome_text().is_empty() { <span class="small block">{ keyed(e.outcome_text()) }</span> }</p>
            if !p.sealed { <p class="actions">
                <button type="button" class="link" id={format!("edit-{}", e.id)} aria-label={fields::change_what(name(e))} onclick={edit(editing, Editing::Open(e.id.clone()))}>{ common::CHANGE }</button>
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
            <h3 id="editing" tabindex="-1">{ template.map_or_else(|| page_evidence::A_PIECE.to_owned(), |t| t.title.clone()) }</h3>
            { evidence_form::form(&p.ladder, &p.assessment, e, &p.dispatch) }
            <p class="actions question-actions">
                <button type="button" class="button" onclick={edit(editing, Editing::Closed(e.id.clone()))}>{ fields::DONE }</button>
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
                <h2>{ page_evidence::BEGIN_QUESTION }</h2>
                <ul class="records">{ for guide.prompts.iter().map(|q| html! {
                    <li key={q.id.clone()}><p class="quote">{ &q.text }</p><p class="small soft">{ &q.help }</p>
                        <p class="actions"><button type="button" class="link" aria-label={page_evidence::write_down_question(&q.text)} onclick={add(p, q.template, editing)}>{ page_evidence::WRITE_DOWN }</button></p></li>
                }) }</ul>
            </section>
        }
        <section class="ruled-part">
            <h2>{ page_evidence::BEGIN_KIND }</h2>
            <ul class="records">
                { for guide.templates.iter().enumerate().map(|(t, kind)| html! {
                    <li key={kind.id.clone()}>
                        <p><b>{ &kind.title }</b><span class="block">{ &kind.text }</span></p>
                        if !kind.example.is_empty() { <p class="small soft">{ page_evidence::made_up(&kind.example) }</p> }
                        <p class="actions"><button type="button" class="link" aria-label={page_evidence::add_kind(&kind.title)} onclick={add(p, Some(t), editing)}>{ page_evidence::ADD }</button></p>
                    </li>
                }) }
                <li><p><b>{ page_evidence::SOMETHING_ELSE }</b></p><p class="actions"><button type="button" class="link" aria-label={page_evidence::ADD_SOMETHING_ELSE} onclick={add(p, None, editing)}>{ page_evidence::ADD }</button></p></li>
            </ul>
        </section>
        </>
    }
}

/// The summary of time, coverage, sources and mechanisms.
fn shows(p: &Props, pieces: &[Evidence]) -> Html {
    if pieces.is_empty() {
        return html! { <section class="note" key="counts"><h2>{ page_evidence::WHAT_COUNTS }</h2><p>{ page_evidence::WHAT_COUNTS_TEXT }</p></section> };
    }
    let (ladder, a) = (&p.ladder, &p.assessment);
    let level = super::level_in_question(ladder, &p.model, a, p.held_back);
    let altitude = level.and_then(|l| altitude_text(&ladder.extras, pieces, l, &ladder.levels[l].title));
    let sources: Vec<Message> = source_text(pieces).into_iter().chain(altitude).collect();
    html! {
        <>
        { timeline::figure(a, pieces) }
        <section class="note" key="behind"><h2>{ page_evidence::STANDS_BEHIND }</h2>{ sentences(&coverage_text(ladder, &coverage(ladder, a, pieces))) }</section>
        if !ladder.extras.mechanisms.is_empty() { <section class="note" key="effect"><h2>{ page_evidence::EFFECT }</h2>{ sentences(&shown_text(&ladder.extras, &shown(&ladder.extras, pieces))) }</section> }
        if !sources.is_empty() { <section class="note" key="sources"><h2>{ page_evidence::CONFIRMED_BY }</h2>{ sentences(&sources) }</section> }
        </>
    }
}
