//! The agenda: the differences, in order, and their outcomes.

use yew::prelude::*;

use super::{finish, names, talked};
use crate::calibration::{Calibration, Event as Happened, Group, Point, Side, messages};
use crate::messages::page_talk;
use crate::model::agreement::same_text;
use crate::model::assessment::Choice;
use crate::model::findings::name;
use crate::state::{CalibrationAction, Page};
use crate::ui::components::agreement_strip::{agreement_strip, legend};
use crate::ui::view::{View, keyed, untranslated};

pub(super) fn agenda(view: &View, c: &Calibration) -> Html {
    let hidden = view.state.calibrations().hidden();
    let groups: [&[Group]; 3] = [&[Group::TwoOrMore], &[Group::OneLeading, Group::OneOther], &[Group::OneSided]];
    let (undo, redo) = c.can_undo_redo();
    html! {
        <section class="agenda" aria-labelledby="agenda">
            <h2 id="agenda">{ page_talk::WHERE_YOU_DIFFER }</h2>
            if !hidden { { legend(names(c)) } }
            { for groups.into_iter().map(|some| group(c, view, some, hidden)) }
            if c.agenda().points.is_empty() { <p>{ page_talk::SAME_ANSWERS }</p> }
            if !hidden { <p class="small sum">{ same_text(c.comparison()) }</p> }
            { others(view, c) }
            <p class="actions">{ finish(view, false) }</p>
            <p class="under">
                if !hidden { { view.calibration_link(page_talk::HIDE_ANSWERS, CalibrationAction::AnswersHidden(true)) } }
                { view.link(Page::Record, page_talk::RECORD_SO_FAR) }
                if undo { { view.link_button(page_talk::UNDO, talked(Happened::Undone)) } }
                if redo { { view.link_button(page_talk::REDO, talked(Happened::Redone)) } }
            </p>
            if !messages::writer(c.record()).is_empty() { <p class="small soft">{ keyed(messages::writer(c.record())) }</p> }
        </section>
    }
}

fn group(c: &Calibration, view: &View, some: &[Group], hidden: bool) -> Html {
    let points: Vec<&Point> = c.agenda().points.iter().filter(|p| some.contains(&p.group)).collect();
    let Some(first) = points.first() else { return Html::default() };
    html! {
        <>
        <h3>{ messages::heading(c.ladder(), c.agenda(), first.group) }</h3>
        <ol>{ for points.iter().map(|p| point(c, view, p, hidden)) }</ol>
        </>
    }
}

fn point(c: &Calibration, view: &View, p: &Point, hidden: bool) -> Html {
    let (record, q) = (c.record(), &c.ladder().questions[p.question]);
    let here = c.position() == Some(p.question);
    let statement = |choice: Option<Choice>| if let Some(Choice::Statement(k)) = choice { Some(k) } else { None };
    let [first, second] = Side::BOTH.map(|side| statement(record.choice(side, &q.id)));
    let agreed = record.outcome(&q.id).and_then(|_| statement(record.agreed_choice(&q.id)));
    let picture = first.zip(second).filter(|_| !hidden).map(|(a, b)| agreement_strip(a, b, agreed, q.statements.len()));
    html! {
        <li key={q.id.clone()}>
            <button type="button" class="point" aria-current={here.then_some("step")} onclick={view.click(talked(Happened::QuestionOpened(p.question)))}>
                <span><span class="name">{ messages::capital(name(c.ladder(), p.question)) }</span><span class="state">{ untranslated(messages::state(record, p, &q.id, hidden)) }</span></span>
                { picture.unwrap_or_default() }
            </button>
        </li>
    }
}

/// The other questions, which can be discussed too.
fn others(view: &View, c: &Calibration) -> Html {
    let same = &c.agenda().same;
    if same.is_empty() {
        return Html::default();
    }
    html! {
        <details class="small">
            <summary>{ page_talk::answered_alike(same.len()) }</summary>
            <ul>{ for same.iter().map(|q| html! { <li key={*q}>{ view.link_button(&messages::capital(name(c.ladder(), *q)), talked(Happened::QuestionOpened(*q))) }</li> }) }</ul>
        </details>
    }
}
