//! One question, with help in the margin.

use yew::prelude::*;

use crate::messages::{Message, common, page_question};
use crate::model::assessment::{Answer, Assessment};
use crate::model::ladder::Question;
use crate::model::prompts::{self, Audience};
use crate::state::{Action, Page, Route};
use crate::ui::components::question_form::{Props, form};
use crate::ui::components::{live_region, prompt, undo};
use crate::ui::text;
use crate::ui::view::View;

pub(in crate::ui) fn page(view: &View, a: &Assessment, question: usize, way: Route) -> Html {
    let state = view.state;
    let q = &state.ladder().questions[question];
    let answer = state.answer(question);
    let props = Props {
        ladder: view.ladder(),
        question,
        answer: answer.clone(),
        role: a.rater.role,
        person: state.person(a).to_owned().into(),
        dispatch: view.dispatch.clone(),
        caption: caption(view, question, way).into(),
        hint: hint(view, a),
        one_of_many: false,
    };
    html! {
        <div class="spread" key={q.id.clone()}>
            <div>
                { form(&props) }
                { cite(view, a, question) }
                <p class="actions question-actions">
                    { view.main_button(common::CONTINUE, Action::Continued) }
                    { view.quiet_button(common::BACK, Action::WentBack) }
                    if state.offers_check() { { view.quiet_button(common::CHECK, Action::PageRequested(Page::Check)) } }
                </p>
                <div class="under">{ live_region::save_line(view) }{ undo::undo_redo(view) }</div>
            </div>
            { margin(view, a, q, &answer, question) }
        </div>
    }
}

/// Evidence needs the lazy part. It is not inserted after the page is shown, so that no button moves.
fn cite(view: &View, a: &Assessment, question: usize) -> Html {
    view.features.filter(|_| view.whole).map(|features| features.cite(view, a, question)).unwrap_or_default()
}

fn caption(view: &View, question: usize, way: Route) -> Message {
    let (step, of) = view.state.progress_of(question);
    match way {
        Route::Best => page_question::tells_most(step, of),
        Route::InOrder | Route::Changing => page_question::question_of(step, of),
    }
}

fn hint(view: &View, a: &Assessment) -> Html {
    let audience = Audience::of(a.rater.role, view.state.person(a));
    let (instruction, period) = (prompts::instruction(view.state.ladder(), audience), text::period(a));
    html! { <>{ prompt::text(instruction) }if !period.is_empty() { { " " }{ page_question::period_is(period) } }</> }
}

fn margin(view: &View, a: &Assessment, q: &Question, answer: &Answer, question: usize) -> Html {
    let chosen = answer.statement();
    let example = q.examples.iter().find(|e| Some(e.statement) == chosen).or(q.examples.get(q.examples.len() / 2));
    let top = q.statements.len() - 1;
    let ladder = view.state.ladder();
    let dimension = &ladder.dimensions[ladder.dimension_of(question)];
    let overdone = chosen.is_some_and(|k| k + 1 >= top) && !q.overdone.is_empty();
    html! {
        <aside aria-label={page_question::HELP}>
            { for view.features.map(|features| features.earlier_answer(view, a, question)) }
            <section class="note"><h2>{ &dimension.title }</h2><p>{ &dimension.introduction }</p></section>
            if !q.help.is_empty() { <section class="note"><h2>{ page_question::WHAT_COUNTS }</h2><p>{ &q.help }</p></section> }
            if let Some(e) = example {
                <section class="note" key={e.statement}><h2>{ page_question::for_instance(&e.system) }</h2><p>{ &e.text }</p></section>
            }
            if overdone { <section class="note"><h2>{ page_question::OVERDONE }</h2><p>{ &q.overdone }</p></section> }
            { terms(view, a, question) }
        </aside>
    }
}

/// The terms are explained in full before the first answer, later on request, with the reader's own names.
fn terms(view: &View, a: &Assessment, question: usize) -> Html {
    let ladder = view.state.ladder();
    if ladder.terms.is_empty() {
        return Html::default();
    }
    let first = view.state.progress_of(question).0 == 1;
    let list = html! {
        <dl class="terms">{ for ladder.terms.iter().map(|t| html! {
            <div key={t.id.clone()}>
                <dt>{ a.terms.get(&t.id).map_or_else(|| t.title.clone(), |own| page_question::term_here(&t.title, own).into()) }</dt>
                <dd>{ &t.text }</dd>
            </div>
        }) }</dl>
    };
    html! {
        <section class="note">
            if first {
                <h2>{ page_question::WORDS_USED }</h2>
                { list }
                <p>{ &ladder.period_note }{ " " }{ view.link(Page::Details, page_question::OWN_NAMES) }</p>
            } else {
                <details><summary>{ page_question::WORDS_USED }</summary>{ list }</details>
            }
        </section>
    }
}
