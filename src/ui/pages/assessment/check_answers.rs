//! All answers, each with *Change*.

use std::rc::Rc;

use yew::prelude::*;

use crate::messages::{common, page_check, page_details};
use crate::model::assessment::Assessment;
use crate::model::findings::name;
use crate::model::labels;
use crate::model::ladder::Dimension;
use crate::state::{Action, CalibrationAction, Page, Route};
use crate::ui::components::other_revision;
use crate::ui::components::prompt;
use crate::ui::components::{live_region, revision_warning, undo};
use crate::ui::text;
use crate::ui::view::{View, heading, keyed, untranslated};

pub(in crate::ui) fn page(view: &View, a: &Assessment) -> Html {
    let ladder = view.state.ladder();
    let core_alone = view.state.core_alone(a);
    let asked = |q: usize| !core_alone || ladder.questions[q].core;
    let all = (0..ladder.questions.len()).filter(|q| asked(*q)).count();
    let open = (0..ladder.questions.len()).filter(|q| asked(*q) && view.state.chosen(*q).is_none()).count();
    let sealed = view.state.is_sealed(a);
    html! {
        <div class="check">
            <p class="overline">{ text::label(a) }</p>
            { heading("", common::CHECK) }
            <p class="hint">
                { untranslated(page_check::not_answered(open, all)) }
                { " " }{ view.link(Page::Details, page_details::LINK) }{ " \u{b7} " }{ view.link(Page::Share, common::SHARE) }
            </p>
            { revision_warning::paragraph(ladder, a) }
            if sealed { { under_seal(view, a) } }
            { for ladder.dimensions.iter().map(|d| dimension(view, a, d, core_alone, sealed)) }
            <p class="actions question-actions">
                { next(view, a, sealed) }
                { view.quiet_button(common::BACK, Action::WentBack) }
                if !sealed { { view.link(Page::All, common::ALL) } }
            </p>
            <div class="under">{ live_region::save_line(view) }{ undo::undo_redo(view) }</div>
        </div>
    }
}

/// The way on: to the seal for a session, to the profile otherwise.
fn next(view: &View, a: &Assessment, sealed: bool) -> Html {
    let held_back = view.state.withholds_level(a);
    if sealed || (held_back && view.state.invited(a).is_none()) {
        html! {
            <>
            if !held_back { { view.main_button(common::SEE_PROFILE, Action::PageRequested(Page::Profile)) }{ " " } }
            { view.quiet_button(common::CALIBRATION, Action::PageRequested(Page::Calibration)) }
            </>
        }
    } else if view.state.invited(a).is_some() {
        view.main_button(common::SEAL, Action::PageRequested(Page::Seal))
    } else {
        view.main_button(common::SEE_PROFILE, Action::PageRequested(Page::Profile))
    }
}

fn under_seal(view: &View, a: &Assessment) -> Html {
    let again = Action::Calibration(Rc::new(CalibrationAction::OpenedAgain(a.id.clone())));
    html! {
        <section class="notice" aria-labelledby="under-seal">
            <h2 id="under-seal">{ page_check::SEALED }</h2>
            <p>{ page_check::SEALED_ABOUT }</p>
            <p class="actions">{ view.quiet_button(page_check::OPEN_AGAIN, again) }</p>
        </section>
    }
}

fn dimension(view: &View, a: &Assessment, d: &Dimension, core_alone: bool, sealed: bool) -> Html {
    let ladder = view.state.ladder();
    html! {
        <section class="answers" key={d.id.clone()}>
            <h2>{ &d.title }</h2>
            <dl>{ for d.questions.clone().filter(|q| !core_alone || ladder.questions[*q].core).map(|q| row(view, a, q, sealed)) }</dl>
        </section>
    }
}

fn row(view: &View, a: &Assessment, question: usize, sealed: bool) -> Html {
    let ladder = view.state.ladder();
    let q = &ladder.questions[question];
    let answer = view.state.answer(question);
    let label = page_check::change_question(name(ladder, question));
    html! {
        <div key={q.id.clone()}>
            <dt>{ prompt::of(view, a, question) }</dt>
            <dd>
                <p class={answer.choice.is_none().then_some("soft")}>{ keyed(labels::answer(ladder, a.rater.role, question, answer.choice).to_owned()) }</p>
                { other_revision::earlier_line(view, a, question) }
                if !answer.example.trim().is_empty() { <p class="small soft example">{ keyed(answer.example.clone()) }</p> }
                if answer.no_room { <p class="small soft">{ page_check::NO_ROOM }</p> }
            </dd>
            if !sealed {
                <dd class="change"><button type="button" class="link" aria-label={label}
                    onclick={view.click(Action::PageRequested(Page::Question(question, Route::Changing)))}>{ common::CHANGE }</button></dd>
            }
        </div>
    }
}
