//! A fictional dossier to rate, then the authors' answers with their reasons. Nothing of it is stored.

use std::rc::Rc;

use yew::prelude::*;

use crate::base::numbers::spelled_out;
use crate::messages::{common, page_warm_up};
use crate::model::prompts::{Audience, prompt_text};
use crate::model::warm_up::{AuthorsAnswer, Dossier};
use crate::state::{Action, CalibrationAction, Page};
use crate::ui::view::{View, heading};

pub(in crate::ui) fn page(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    let dossiers = calibrations.dossiers(view.state.ladders().current().ladder());
    let state = calibrations.warm_up();
    let Some(dossier) = dossiers.get(state.dossier) else {
        return html! {
            <div class="reading">
                { heading("", common::WARM_UP) }
                <p class="standfirst">{ page_warm_up::NONE }</p>
                <p class="actions question-actions">{ view.quiet_button(common::BACK, Action::WentBack) }</p>
            </div>
        };
    };
    html! {
        <div class="reading warm-up" key={state.dossier}>
            <p class="overline">{ page_warm_up::dossier_of(state.dossier + 1, dossiers.len()) }</p>
            { heading("", common::WARM_UP) }
            <p class="standfirst">{ page_warm_up::standfirst(spelled_out(dossier.answers.len()).to_lowercase()) }</p>
            <section class="dossier">
                <h2>{ &dossier.title }</h2>
                { for dossier.text.iter().map(|p| html! { <p>{ p }</p> }) }
            </section>
            { for dossier.answers.iter().enumerate().map(|(at, a)| question(view, dossier, at, a)) }
            if state.compared { { compared(view, dossier, dossiers.len()) } } else {
                <p class="actions question-actions">
                    { view.calibration_button(page_warm_up::COMPARE, true, CalibrationAction::WarmUpCompared) }
                    { view.quiet_button(common::BACK, Action::WentBack) }
                </p>
            }
        </div>
    }
}

fn question(view: &View, dossier: &Dossier, at: usize, answer: &AuthorsAnswer) -> Html {
    let ladder = view.state.ladders().current().ladder();
    let state = view.state.calibrations().warm_up();
    let q = &ladder.questions[answer.question];
    let chosen = state.chosen.get(at).copied().flatten();
    if state.compared {
        let own = chosen.map_or(crate::model::labels::NOT_ANSWERED, |k| q.statements[k].as_str());
        return html! {
            <section class="pair" key={at}>
                <h2>{ prompt_text(ladder, answer.question, Audience::Others("")) }</h2>
                <dl class="steps">
                    <div><dt>{ page_warm_up::YOU_CHOSE }</dt><dd>{ own }</dd></div>
                    <div class="next"><dt>{ page_warm_up::AUTHORS_CHOSE }</dt><dd>{ &q.statements[answer.statement] }</dd></div>
                </dl>
                <p class="small">{ &answer.reason }</p>
            </section>
        };
    }
    html! {
        <fieldset class="question warm" key={format!("{}-{at}", dossier.id)}>
            <legend><span class="overline">{ &ladder.dimensions[ladder.dimension_of(answer.question)].title }</span><h2>{ prompt_text(ladder, answer.question, Audience::Others("")) }</h2></legend>
            <div class="choices">{ for q.statements.iter().enumerate().map(|(statement, text)| {
                let onchange = view.dispatch.reform(move |_: Event| Action::Calibration(Rc::new(CalibrationAction::WarmUpChosen { at, statement })));
                html! { <label class="choice" key={statement}><input type="radio" name={format!("warm-{at}")} checked={chosen == Some(statement)} {onchange} /><span>{ text }</span></label> }
            }) }</div>
        </fieldset>
    }
}

fn compared(view: &View, dossier: &Dossier, count: usize) -> Html {
    let state = view.state.calibrations().warm_up();
    let others = (0..count).filter(|d| *d != state.dossier);
    html! {
        <section class="ruled-part">
            <h2>{ dossier.outcome(&state.chosen).sentence() }</h2>
            <p>{ page_warm_up::says_nothing(spelled_out(dossier.answers.len())) }</p>
            <p class="actions question-actions">
                { view.main_button(page_warm_up::TO_SESSIONS, Action::PageRequested(Page::Calibration)) }
                { for others.map(|d| view.calibration_button(&page_warm_up::dossier(d + 1).to_string(), false, CalibrationAction::DossierOpened(d))) }
            </p>
        </section>
    }
}
