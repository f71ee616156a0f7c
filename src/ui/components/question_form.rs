//! The form of one question. It renders again only when its own answer changes, which keeps a page with twenty-four of them
//! fast.

use yew::prelude::*;

use super::character_count::counter;
use super::choices::choices;
use super::prompt;
use crate::base::limits::MAX_TEXT;
use crate::messages;
use crate::model::assessment::{Answer, Choice, Role};
use crate::model::ladder::Ladder;
use crate::model::prompts::{self, Audience};
use crate::state::Action;
use crate::ui::browser;
use crate::ui::view::{Dispatch, Shared};

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct Props {
    pub(in crate::ui) ladder: Shared<Ladder>,
    pub(in crate::ui) question: usize,
    pub(in crate::ui) answer: Answer,
    pub(in crate::ui) role: Role,
    /// The name of the person who is rated, or empty.
    pub(in crate::ui) person: AttrValue,
    pub(in crate::ui) dispatch: Dispatch,
    /// "Question 7 of 12".
    pub(in crate::ui) caption: AttrValue,
    /// The instruction under the question; empty on a page with many.
    #[prop_or_default]
    pub(in crate::ui) hint: Html,
    /// Whether it is one of many on a page, with a heading of the second rank.
    #[prop_or_default]
    pub(in crate::ui) one_of_many: bool,
}

/// As a component, for pages with many.
#[component(QuestionForm)]
pub(in crate::ui) fn question_form(p: &Props) -> Html {
    form(p)
}

/// As a function, for a page with one.
pub(in crate::ui) fn form(p: &Props) -> Html {
    let q = &p.ladder.questions[p.question];
    let question = p.question;
    let choose = p.dispatch.reform(move |choice: Choice| Action::AnswerChosen { question, choice, now: browser::now() });
    let clear = p.dispatch.reform(move |_: MouseEvent| Action::AnswerCleared { question, now: browser::now() });
    let prompt = prompt::under_line(prompts::prompt(&p.ladder, p.question, Audience::of(p.role, &p.person)));
    html! {
        <>
        <fieldset class="question" part="question" id={format!("q-{}", q.id)}>
            <legend>
                <span class="overline">{ &p.caption }</span>
                if p.one_of_many { <h2>{ prompt }</h2> } else { <h1 tabindex="-1">{ prompt }</h1> }
            </legend>
            if p.hint != Html::default() { <p class="hint">{ p.hint.clone() }</p> }
            { choices(q, p.role, p.answer.choice, &choose) }
        </fieldset>
        // Its place is kept without an answer, so that nothing below moves with the first one.
        <p class={classes!("clear", p.answer.choice.is_none().then_some("unseen"))}>
            <button type="button" class="link" onclick={clear}>{ messages::question::CLEAR }</button>
        </p>
        { example(p) }
        { no_room(p) }
        </>
    }
}

fn example(p: &Props) -> Html {
    let q = &p.ladder.questions[p.question];
    let question = p.question;
    let (id, help) = (format!("example-{}", q.id), format!("example-help-{}", q.id));
    let oninput = p.dispatch.reform(move |e: InputEvent| Action::ExampleTyped {
        question,
        text: browser::field_text(&e),
        now: browser::now(),
    });
    html! {
        <div class="field">
            <label for={id.clone()}>{ messages::question::EXAMPLE }</label>
            <p class="soft small" id={help.clone()}>{ &q.evidence_prompt }{ " " }{ messages::question::EXAMPLE_HELP }</p>
            <textarea class="input" {id} rows="3" autocomplete="off" maxlength={MAX_TEXT.to_string()} aria-describedby={help} value={p.answer.example.clone()} {oninput} />
            { counter(&p.answer.example, MAX_TEXT) }
        </div>
    }
}

fn no_room(p: &Props) -> Html {
    let question = p.question;
    let id = format!("room-{}", p.ladder.questions[p.question].id);
    let onchange =
        p.dispatch.reform(move |e: Event| Action::NoRoomTicked { question, ticked: browser::is_ticked(&e), now: browser::now() });
    html! {
        <div class="noroom">
            <label class="choice"><input type="checkbox" aria-describedby={id.clone()} checked={p.answer.no_room} {onchange} /><span>{ messages::question::NO_ROOM }</span></label>
            <p class="soft small" {id}>{ messages::question::NO_ROOM_HELP }</p>
        </div>
    }
}
