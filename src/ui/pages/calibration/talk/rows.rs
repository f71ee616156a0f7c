//! Actions with owner and date, and statements that were found unclear.

use std::rc::Rc;

use yew::prelude::*;

use super::{called, names, talked};
use crate::base::limits::MAX_LINE;
use crate::calibration::{ActionItem, Calibration, Event as Happened, Side, Unclear};
use crate::messages::page_talk;
use crate::model::ladder::Ladder;
use crate::model::prompts::{Audience, prompt_text};
use crate::ui::browser;
use crate::ui::components::character_count::counter;
use crate::ui::view::{Dispatch, Shared, View, keyed, untranslated};

pub(super) fn actions(view: &View, c: &Calibration) -> Html {
    let all = &c.record().progress().actions;
    html! {
        <section class="ruled-part">
            <h2>{ page_talk::ACTIONS }</h2>
            <ul class="rows-of-fields" role="list">{ for all.iter().enumerate().map(|(at, a)| {
                let field = |part: usize, label: &'static str, kind: &'static str, value: &str| {
                    let (id, whole) = (format!("action-{at}-{part}"), a.clone());
                    let oninput = view.typed(move |text| {
                        let mut action = whole.clone();
                        *[&mut action.what, &mut action.owner, &mut action.by][part] = text;
                        talked(Happened::ActionChanged { at, action })
                    });
                    html! { <span><label for={id.clone()}>{ label }</label><input {id} class="input" type={kind} autocomplete="off" spellcheck={(part == 1).then_some("false")} maxlength={MAX_LINE.to_string()} value={value.to_owned()} {oninput} />{ counter(value, MAX_LINE) }</span> }
                };
                html! {
                    <li key={at}>
                        <div class="action-fields">
                            { field(0, page_talk::ACTION_WHAT, "text", &a.what) }
                            { field(1, page_talk::ACTION_WHO, "text", &a.owner) }
                            { field(2, page_talk::ACTION_BY_WHEN, "date", &a.by) }
                        </div>
                        <button type="button" class="link" aria-label={page_talk::remove_action(at + 1)} onclick={view.click(talked(Happened::ActionRemoved(at)))}>{ page_talk::REMOVE }</button>
                    </li>
                }
            }) }</ul>
            <p class="actions">{ view.quiet_button(page_talk::ADD_ACTION, talked(Happened::ActionAdded(ActionItem::default()))) }</p>
        </section>
    }
}

pub(super) fn unclear(view: &View, c: &Calibration) -> Html {
    let marks = &c.record().progress().unclear;
    let (names, called) = (names(c), called(c));
    let row = |(at, mark): (usize, &Unclear)| {
        let about = Audience::Others(c.record().about());
        let q = c.ladder().question_index(&mark.question);
        let title = q.map_or_else(|| mark.question.clone(), |q| prompt_text(c.ladder(), q, about));
        let (finder, name) = mark.by.map_or(("both", ""), |side| ("one", called[side.index()].as_str()));
        let said = match mark.statement {
            None => page_talk::question_is_unclear(title, finder, &mark.text, name),
            Some(k) => page_talk::statement_is_unclear(title, k, finder, &mark.text, name),
        };
        html! {
            <li key={at}>
                { keyed(said) }{ " " }
                <button type="button" class="link" aria-label={page_talk::take_back_mark(at + 1)} onclick={view.click(talked(Happened::UnclearWithdrawn(at)))}>{ page_talk::TAKE_BACK }</button>
            </li>
        }
    };
    html! {
        <details class="unclear">
            <summary>{ untranslated(page_talk::something_unclear(marks.len())) }</summary>
            <ul class="lines" role="list">{ for marks.iter().enumerate().map(row) }</ul>
            if let Some(question) = c.position() {
                <UnclearForm key={question} ladder={Shared(Rc::clone(c.ladder()))} {question} {names} dispatch={view.dispatch.clone()} />
            }
        </details>
    }
}

#[derive(PartialEq, Properties)]
struct Props {
    ladder: Shared<Ladder>,
    question: usize,
    names: [String; 2],
    dispatch: Dispatch,
}

/// The form: which statement is unclear, who says so, and how it was read.
#[component(UnclearForm)]
fn unclear_form(p: &Props) -> Html {
    let statement = use_state(|| None::<usize>);
    let by = use_state(|| None::<Side>);
    let said = use_state(String::new);
    let q = &p.ladder.questions[p.question];
    let pick = {
        let statement = statement.clone();
        Callback::from(move |e: Event| statement.set(browser::field_text(&e).parse().ok()))
    };
    let who = {
        let by = by.clone();
        Callback::from(move |e: Event| {
            let value = browser::field_text(&e);
            by.set(Side::BOTH.into_iter().find(|s| s.index().to_string() == value));
        })
    };
    let typing = {
        let said = said.clone();
        Callback::from(move |e: InputEvent| said.set(browser::field_text(&e)))
    };
    let onclick = {
        let (dispatch, statement, by, said, question) =
            (p.dispatch.clone(), statement.clone(), by.clone(), said.clone(), q.id.clone());
        Callback::from(move |_: MouseEvent| {
            let mark = Unclear {
                question: question.clone(),
                statement: *statement,
                by: *by,
                text: (*said).clone(),
                ..Unclear::default()
            };
            dispatch.emit(talked(Happened::UnclearMarked(mark)));
            said.set(String::new());
        })
    };
    html! {
        <div class="field">
            <label for="unclear-statement">{ page_talk::WHICH_UNCLEAR }</label>
            <select id="unclear-statement" class="input" onchange={pick}>
                <option value="" selected={statement.is_none()}>{ page_talk::WHOLE_QUESTION }</option>
                { for q.statements.iter().enumerate().map(|(k, s)| html! { <option value={k.to_string()} selected={*statement == Some(k)}>{ page_talk::numbered_statement(k, s) }</option> }) }
            </select>
            <label for="unclear-by">{ page_talk::WHO_FINDS }</label>
            <select id="unclear-by" class="input" onchange={who}>
                <option value="" selected={by.is_none()}>{ page_talk::BOTH }</option>
                { for Side::BOTH.map(|side| html! { <option value={side.index().to_string()} selected={*by == Some(side)}>{ &p.names[side.index()] }</option> }) }
            </select>
            <label for="unclear-words">{ page_talk::HOW_READ }</label>
            <input id="unclear-words" class="input" type="text" autocomplete="off" maxlength={MAX_LINE.to_string()} value={(*said).clone()} oninput={typing} />{ counter(&said, MAX_LINE) }
            <p class="actions"><button type="button" class="button quiet" {onclick}>{ page_talk::MARK_UNCLEAR }</button></p>
        </div>
    }
}
