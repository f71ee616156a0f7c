//! The outcome of the question on screen: an agreed answer, dissent with each side's reason, or neither.

use yew::prelude::*;

use super::{called, talked};
use crate::base::limits::MAX_LINE;
use crate::calibration::{Calibration, Draft, Event as Happened, Group, Opportunity, Reason, ReasonKind, Side, Status, messages};
use crate::messages::{common, page_talk};
use crate::model::assessment::{Choice, OffScale};
use crate::ui::components::character_count::counter;
use crate::ui::view::{View, untranslated};

pub(super) fn verdict(view: &View, c: &Calibration, question: usize) -> Html {
    let id = &c.ladder().questions[question].id;
    let one_sided = c.agenda().point(question).is_some_and(|p| p.group == Group::OneSided);
    html! {
        <>
        if one_sided { { opportunity(view, c, question) } }
        if c.record().outcome(id).is_some() { { decided(view, c, question) } } else { { open(view, c, question) } }
        </>
    }
}

fn decided(view: &View, c: &Calibration, question: usize) -> Html {
    let id = &c.ladder().questions[question].id;
    html! {
        <section class="verdict" aria-label={page_talk::WHAT_BECAME}>
            <p class="decided" role="status">{ untranslated(messages::outcome(c.record(), id)) }</p>
            { next_button(view, c, Some(view.quiet_button(page_talk::REOPEN, talked(Happened::Reopened(question)))), true) }
        </section>
    }
}

/// The button to the next open question, with other actions.
fn next_button(view: &View, c: &Calibration, additional: Option<Html>, main: bool) -> Html {
    let next = c.next_open().map(|q| {
        let action = talked(Happened::QuestionOpened(q));
        if main {
            view.main_button(page_talk::NEXT_QUESTION, action)
        } else {
            view.quiet_button(page_talk::NEXT_QUESTION, action)
        }
    });
    let end = next.is_none() && main;
    html! {
        <p class="actions">
            { next.unwrap_or_default() }
            if end { <span>{ page_talk::NOTHING_ELSE }</span> }
            { additional.unwrap_or_default() }
        </p>
    }
}

fn open(view: &View, c: &Calibration, question: usize) -> Html {
    let q = &c.ladder().questions[question];
    let draft = match c.record().progress().items.get(&q.id).map(|i| &i.status) {
        Some(Status::Open(draft)) => draft.clone(),
        _ => Draft::default(),
    };
    let on_agenda = c.agenda().point(question).is_some();
    html! {
        <fieldset class="verdict">
            <legend>{ page_talk::WHICH_STATEMENT }</legend>
            { choices(view, c, question, &draft) }
            <div class="reasons">{ for Side::BOTH.map(|side| reason(view, c, question, side, &draft)) }</div>
            { example(view, question, &draft, &q.id) }
            <p class="actions">
                { view.main_button(common::AGREE, talked(Happened::Agreed(question))) }
                { view.quiet_button(common::DISSENT, talked(Happened::DissentRecorded(question))) }
                if on_agenda { { view.link_button(page_talk::LEAVE_AS_RATED, talked(Happened::LeftAsRated(question))) } }
            </p>
            <p class="small" role="status">{ untranslated(lacking(c, question)) }</p>
            <p class="small soft">{ page_talk::ABOUT_DISSENT }</p>
            { next_button(view, c, None, false) }
        </fieldset>
    }
}

/// The missing input of each side, in words.
fn lacking(c: &Calibration, question: usize) -> String {
    let names = called(c);
    let who = |sides: &[Side]| sides.iter().map(|s| names[s.index()].clone()).collect::<Vec<_>>();
    let agree = match c.agree_lacks(question) {
        None => page_talk::AGREE_NEEDS_ANSWER.to_owned(),
        Some(sides) if sides.is_empty() => page_talk::AGREE_READY.to_owned(),
        Some(sides) => page_talk::agree_needs_reason(who(&sides)).into(),
    };
    match c.dissent_lacks(question) {
        Some(sides) if sides.is_empty() => format!("{agree} {}", page_talk::DISSENT_READY),
        Some(sides) => format!("{agree} {}", page_talk::dissent_needs_reason(who(&sides))),
        None => agree,
    }
}

/// The statements between the two answers, from the higher one down, then everything else.
fn choices(view: &View, c: &Calibration, question: usize, draft: &Draft) -> Html {
    let (record, q) = (c.record(), &c.ladder().questions[question]);
    let own = Side::BOTH.map(|side| record.choice(side, &q.id));
    let names = called(c);
    let statements: Vec<usize> =
        own.iter().filter_map(|c| if let Some(Choice::Statement(k)) = c { Some(*k) } else { None }).collect();
    let (low, high) = (statements.iter().copied().min().unwrap_or(0), statements.iter().copied().max().unwrap_or(0));
    let inside = |k: usize| !statements.is_empty() && (low..=high).contains(&k);
    let off = OffScale::ALL.map(Choice::OffScale);
    let radio = |choice: Choice| {
        let said = |side: Side| own[side.index()] == Some(choice);
        let who: Vec<&str> = Side::BOTH.into_iter().filter(|s| said(*s)).map(|s| names[s.index()].as_str()).collect();
        let quoted =
            if let (Choice::Statement(k), true) = (choice, who.is_empty()) { q.statements.get(k).cloned() } else { None };
        let label = match (choice, who.is_empty()) {
            (Choice::Statement(k), true) if inside(k) => page_talk::statement_between(k).to_string(),
            (Choice::Statement(k), true) => page_talk::statement(k).to_string(),
            (Choice::Statement(k), false) => page_talk::statement_chosen_by(k, who).to_string(),
            (Choice::OffScale(o), _) => {
                let text = o.facts().of_others;
                if who.is_empty() { text.to_owned() } else { page_talk::answered_by(text, who).to_string() }
            }
        };
        let onchange = view.dispatch.reform(move |_: Event| talked(Happened::AnswerProposed { question, choice }));
        let value = messages::short(Some(choice));
        html! {
            <label class="choice" key={value.clone()}>
                <input type="radio" name={format!("agreed-{}", q.id)} {value} checked={draft.answer.choice == Some(choice)} {onchange} />
                <span>{ label }if let Some(quoted) = quoted { <span class="between">{ quoted }</span> }</span>
            </label>
        }
    };
    let near: Vec<Choice> = (0..q.statements.len())
        .rev()
        .filter(|k| inside(*k))
        .map(Choice::Statement)
        .chain(off.into_iter().filter(|c| own.contains(&Some(*c))))
        .collect();
    let far: Vec<Choice> =
        (0..q.statements.len()).rev().map(Choice::Statement).chain(off).filter(|c| !near.contains(c)).collect();
    let shown = draft.answer.choice.is_some_and(|c| far.contains(&c));
    html! {
        <div class="choices">
            { for near.iter().map(|c| radio(*c)) }
            <details open={shown}><summary>{ page_talk::ANOTHER_ANSWER }</summary>{ for far.iter().map(|c| radio(*c)) }</details>
        </div>
    }
}

/// One side's reason: a kind, and words where they are needed.
fn reason(view: &View, c: &Calibration, question: usize, side: Side, draft: &Draft) -> Html {
    let (record, q) = (c.record(), &c.ladder().questions[question]);
    let name = &called(c)[side.index()];
    let own = record.choice(side, &q.id);
    let leaves = own.is_some() && draft.answer.choice.is_some_and(|choice| own != Some(choice));
    let legend =
        if leaves { page_talk::leaves(name, messages::answer(own)) } else { page_talk::stays(name, messages::answer(own)) };
    let given = draft.reasons[side.index()].clone();
    let (id, ground, said) = (
        format!("reason-{}", side.index()),
        given.as_ref().map(|r| r.ground),
        given.as_ref().map(|r| r.text.clone()).unwrap_or_default(),
    );
    let picked = {
        let said = said.clone();
        view.picked(move |value| {
            let ground = ReasonKind::ALL.into_iter().find(|g| g.id() == value);
            talked(Happened::ReasonGiven { question, side, reason: ground.map(|g| Reason::new(g, &said)) })
        })
    };
    let typed = view.typed(move |text| {
        let ground = ground.unwrap_or(ReasonKind::FreeText);
        let empty = ground == ReasonKind::FreeText && text.is_empty();
        talked(Happened::ReasonGiven { question, side, reason: (!empty).then(|| Reason::new(ground, &text)) })
    });
    html! {
        <fieldset class="question reason" key={id.clone()}>
            <legend>{ untranslated(legend) }</legend>
            <label for={format!("{id}-ground")}>{ page_talk::REASON }</label>
            <select id={format!("{id}-ground")} class="input" onchange={picked}>
                <option value="" selected={ground.is_none()}>{ page_talk::NO_REASON_YET }</option>
                { for ReasonKind::ALL.into_iter().map(|g| html! { <option value={g.id()} selected={ground == Some(g)}>{ g.title() }</option> }) }
            </select>
            <label for={id.clone()}>{ page_talk::IN_WORDS }</label>
            <input {id} class="input" type="text" autocomplete="off" maxlength={MAX_LINE.to_string()} value={said.clone()} oninput={typed} />{ counter(&said, MAX_LINE) }
        </fieldset>
    }
}

fn example(view: &View, question: usize, draft: &Draft, id: &str) -> Html {
    let field = format!("agreed-example-{id}");
    let oninput = view.typed(move |text| talked(Happened::ExampleTyped { question, text }));
    html! {
        <details class="small" open={!draft.answer.example.is_empty()}>
            <summary>{ page_talk::NEW_EXAMPLE }</summary>
            <div class="field">
                <label for={field.clone()}>{ page_talk::ABOUT_EXAMPLE }</label>
                <textarea id={field} class="input" rows="2" autocomplete="off" maxlength={MAX_LINE.to_string()} value={draft.answer.example.clone()} {oninput} />{ counter(&draft.answer.example, MAX_LINE) }
            </div>
        </details>
    }
}

fn opportunity(view: &View, c: &Calibration, question: usize) -> Html {
    let id = &c.ladder().questions[question].id;
    let said = c.record().progress().items.get(id).map(|i| i.opportunity.clone()).unwrap_or_default();
    let field = |will: bool, label: &'static str, value: &str| {
        let (name, said) = (if will { "will" } else { "who" }, said.clone());
        let oninput = view.typed(move |text| {
            let opportunity =
                if will { Opportunity { will: text, ..said.clone() } } else { Opportunity { who: text, ..said.clone() } };
            talked(Happened::OpportunityTyped { question, opportunity })
        });
        html! {
            <div class="field">
                <label for={name}>{ label }</label>
                <input id={name} class="input" type="text" autocomplete="off" maxlength={MAX_LINE.to_string()} value={value.to_owned()} {oninput} />{ counter(value, MAX_LINE) }
            </div>
        }
    };
    html! {
        <section class="opportunity verdict" aria-labelledby="opportunity">
            <h2 id="opportunity">{ messages::OPPORTUNITY }</h2>
            { field(false, page_talk::WHO_COULD_HAVE, &said.who) }
            { field(true, page_talk::WHO_WILL, &said.will) }
        </section>
    }
}
