//! The session: the current question, and the agenda next to it.

mod agenda;
mod rows;
mod start;
mod verdict;

use std::rc::Rc;

use yew::prelude::*;

use crate::calibration::{Calibration, Event as Happened, Group, Side, SideRating, exhibits, messages};
use crate::messages::{common, page_talk};
use crate::model::prompts::{self, Audience};
use crate::state::{Action, CalibrationAction};
use crate::ui::browser;
use crate::ui::components::prompt;
use crate::ui::components::timer::Timer;
use crate::ui::view::{View, heading, keyed, untranslated};

pub(in crate::ui::pages) fn talked(event: Happened) -> Action {
    Action::Calibration(Rc::new(CalibrationAction::Talked(event)))
}

pub(in crate::ui) fn page(view: &View) -> Html {
    let Some(c) = view.state.calibrations().talk() else { return Html::default() };
    if c.record().progress().length.is_none() {
        return start::page(view, c);
    }
    html! {
        <div class="session" key="session">
            <div class="current">
                { doubt(c) }
                { match c.position() {
                    Some(question) => current(view, c, question),
                    None => overview(view, c),
                } }
                { rows::actions(view, c) }
                { rows::unclear(view, c) }
            </div>
            { agenda::agenda(view, c) }
        </div>
    }
}

/// The warning that an original does not fit the code of its seal, above everything else.
pub(in crate::ui::pages) fn doubt(c: &Calibration) -> Html {
    c.doubt().map_or_else(Html::default, |doubt| html! { <p class="problem" role="alert">{ doubt.to_owned() }</p> })
}

/// The timer and the position in the agenda.
fn bar(view: &View, c: &Calibration, overline: String, minutes: Option<usize>) -> Html {
    let record = c.record();
    html! {
        <div class="session-bar">
            <p class="overline">{ untranslated(overline) }</p>
            <p class="clock num">
                <Timer elapsed={record.elapsed()} text={messages::clock(record)} dispatch={view.dispatch.clone()} />
                if let Some(minutes) = minutes { <span class="own">{ untranslated(page_talk::for_this_question(minutes)) }</span> }
            </p>
        </div>
    }
}

fn current(view: &View, c: &Calibration, question: usize) -> Html {
    let ladder = c.ladder();
    let q = &ladder.questions[question];
    let point = c.agenda().point(question);
    let at = c.agenda().points.iter().position(|p| p.question == question);
    let dimension = &ladder.dimensions[ladder.dimension_of(question)].title;
    let overline = match (at, point.map(|p| p.group)) {
        (Some(at), Some(Group::OneSided)) => {
            let before = c.agenda().differences().count();
            page_talk::one_sided(dimension, at + 1 - before, c.agenda().points.len() - before)
        }
        (Some(at), _) => page_talk::difference(dimension, at + 1, c.agenda().differences().count()),
        (None, _) => page_talk::not_on_agenda(dimension),
    };
    html! {
        <div key={q.id.clone()}>
            { bar(view, c, overline.into(), point.map(crate::calibration::Point::minutes)) }
            { heading("s-title", prompt::under_line(prompts::prompt(ladder, question, Audience::Others(c.record().about())))) }
            if view.state.calibrations().hidden() { { hidden(view, q) } } else {
                <div class="sides">{ for exhibits(c.record(), q).iter().map(exhibit) }</div>
                { verdict::verdict(view, c, question) }
            }
        </div>
    }
}

fn exhibit(e: &SideRating) -> Html {
    let statement = e.statement.clone().map(|s| {
        if e.left {
            html! { <s>{ s }</s> }
        } else {
            html! { <span>{ s }</span> }
        }
    });
    html! {
        <section class="side">
            <h2>{ untranslated(e.heading.clone()) }</h2>
            if let Some(statement) = statement { <p class="said">{ statement }</p> }
            if !e.example.is_empty() { <div class="ex note"><p class="soft">{ page_talk::EXAMPLE }</p><p>{ e.example.clone() }</p></div> }
            if e.withheld && e.example.is_empty() { <p class="small soft">{ page_talk::EXAMPLE_WITHHELD }</p> }
            if !e.evidence.is_empty() { <div class="ex note"><p class="soft">{ page_talk::EVIDENCE }</p><p>{ e.evidence.join("; ") }</p></div> }
        </section>
    }
}

/// The view for a shared screen: the statements of the question without any answers.
fn hidden(view: &View, q: &crate::model::ladder::Question) -> Html {
    html! {
        <>
        <p class="hint">{ page_talk::HIDDEN }</p>
        <ol class="lines">{ for q.statements.iter().map(|s| html! { <li class="serif-line">{ s }</li> }) }</ol>
        <p class="actions question-actions">{ view.calibration_button(page_talk::SHOW_ANSWERS, true, CalibrationAction::AnswersHidden(false)) }</p>
        </>
    }
}

/// The page before the first question, and after the last one.
fn overview(view: &View, c: &Calibration) -> Html {
    let open = c.next_open();
    let plan = c.plan().map(|p| messages::plan_sentence(c.agenda(), &p));
    html! {
        <>
        { bar(view, c, page_talk::SESSION.into(), None) }
        { heading("s-title", keyed(if open.is_some() { page_talk::DIFFERENCES } else { page_talk::NOTHING_OPEN })) }
        if let Some(plan) = plan { <p class="standfirst">{ untranslated(plan) }</p> }
        <p class="hint">{ messages::NOTHING_IS_AVERAGED }</p>
        if let Some(question) = open {
            <p class="actions question-actions">{ view.main_button(page_talk::FIRST_QUESTION, talked(Happened::QuestionOpened(question))) }</p>
        } else {
            <p class="actions question-actions">{ finish(view, true) }</p>
        }
        </>
    }
}

/// *Finish session*, with a confirmation, because nothing changes after it.
pub(in crate::ui::pages) fn finish(view: &View, main: bool) -> Html {
    let id = if main { "finish-main" } else { "finish" };
    let onclick = view.dispatch.reform(|_: MouseEvent| talked(Happened::Finished { now: browser::now() }));
    html! {
        <>
        <button type="button" class={classes!("button", (!main).then_some("quiet"))} popovertarget={id}>{ common::FINISH }</button>
        <div {id} class="dialog" popover="auto" role="dialog" aria-label={page_talk::FINISH_ASKED}>
            <p>{ page_talk::ABOUT_FINISHING }</p>
            <p class="actions">
                <button type="button" class="button" popovertarget={id} popovertargetaction="hide" {onclick}>{ page_talk::FINISH }</button>
                <button type="button" class="button quiet" popovertarget={id} popovertargetaction="hide" autofocus=true>{ page_talk::GO_ON }</button>
            </p>
        </div>
        </>
    }
}

/// As labels; in sentences they are as `called` has them.
pub(in crate::ui::pages) fn names(c: &Calibration) -> [String; 2] {
    called(c).map(|name| messages::capital(&name))
}

fn called(c: &Calibration) -> [String; 2] {
    Side::BOTH.map(|side| messages::called(c.record(), side))
}
