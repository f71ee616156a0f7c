//! The reveal: both files, both codes and both opening numbers, and both sets of ratings or none.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::calibration::{AwaitingReveal, Stage};
use crate::messages::{common, page_calibrations, page_reveal};
use crate::model::assessment::Role;
use crate::state::{Action, CalibrationAction, RevealInput};
use crate::ui::components::confirm;
use crate::ui::components::paste::Paste;
use crate::ui::view::{Dispatch, View, heading, keyed, untranslated};
use crate::ui::{browser, text};

pub(in crate::ui) fn page(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    let Some(Stage::AwaitingReveal(waiting)) = calibrations.stage(calibrations.session()) else { return Html::default() };
    let roles = waiting.invitation.roles.both();
    html! {
        <div class="reading">
            { heading("", common::REVEAL) }
            <p class="standfirst">{ page_reveal::STANDFIRST }</p>
            if !calibrations.message().is_empty() { <p class="announced" role="status">{ keyed(calibrations.message().to_owned()) }</p> }
            <h2>{ page_reveal::TWO_FILES }</h2>
            <ul class="records" role="list">{ for roles.iter().map(|role| file(view, &waiting, *role)) }</ul>
            if !waiting.is_complete() {
                <p class="actions"><button type="button" class="button quiet" data-open="">{ page_calibrations::CHOOSE_FILES }</button></p>
                <Paste dispatch={view.dispatch.clone()} label={page_reveal::OR_PASTE} />
            }
            <h2>{ page_reveal::CODES }</h2>
            <p>{ page_reveal::ABOUT_CODES }</p>
            <RevealForm {roles} dispatch={view.dispatch.clone()} />
            if !calibrations.errors().is_empty() {
                <div class="problem" role="alert">
                    <p>{ page_reveal::NOTHING_OPENED }</p>
                    <ul class="lines" role="list">{ for calibrations.errors().iter().map(|f| html! { <li>{ keyed(f.clone()) }</li> }) }</ul>
                </div>
            }
            <p class="small soft">{ common::CODES_SHOW }</p>
            { not_opened(view, &waiting) }
            <p class="actions question-actions">{ view.quiet_button(common::BACK, Action::WentBack) }</p>
        </div>
    }
}

/// The files of both sides. Their codes are not shown: a code that was copied from a file proves nothing.
fn file(view: &View, awaiting: &AwaitingReveal, role: Role) -> Html {
    let title = text::role_title(role);
    let files = view.state.calibrations().sealed_files(awaiting.invitation.session.as_str(), role);
    let what = page_calibrations::sealed_file_of(role.id()).to_string();
    let several = files.len() > 1;
    html! {
        <li key={role.id()}>
            <p><b>{ title }</b>
                if files.is_empty() { <span class="small soft block">{ untranslated(page_reveal::NOT_HERE) }</span> }
                if several { <span class="small soft block">{ page_reveal::SEVERAL }</span> }
            </p>
            { for files.into_iter().map(|document| {
                let key = document.key();
                html! {
                    <p class="actions" key={key.id.clone()}>
                        <span class="small soft">{ untranslated(text::sealed(document)) }</span>
                        { confirm::delete(view, &key.id.clone(), &what, CalibrationAction::DocumentDeleted(key)) }
                    </p>
                }
            }) }
        </li>
    }
}

#[derive(PartialEq, Properties)]
struct Props {
    roles: [Role; 2],
    dispatch: Dispatch,
}

/// The input stays in this form and is not stored.
#[component(RevealForm)]
fn reveal_form(p: &Props) -> Html {
    let typed = use_state(<[RevealInput; 2]>::default);
    let working = use_state(|| false);
    let field = |i: usize, opening: bool| {
        let typed = typed.clone();
        Callback::from(move |e: InputEvent| {
            let mut all = (*typed).clone();
            *(if opening { &mut all[i].opening_number } else { &mut all[i].code }) = browser::field_text(&e);
            typed.set(all);
        })
    };
    let onclick = {
        let (typed, working, dispatch) = (typed.clone(), working.clone(), p.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            working.set(true);
            let (typed, working, dispatch) = (typed.clone(), working.clone(), dispatch.clone());
            Timeout::new(browser::PAINT, move || {
                working.set(false);
                let typed = Box::new((*typed).clone());
                dispatch.emit(Action::Calibration(Rc::new(CalibrationAction::RevealPressed { typed, now: browser::now() })));
            })
            .forget();
        })
    };
    html! {
        <>
        { for p.roles.iter().enumerate().map(|(i, role)| {
            let (title, code, number) = (text::role_title(*role), format!("code-{i}"), format!("number-{i}"));
            html! {
                <fieldset class="question field" key={i}>
                    <legend>{ title }</legend>
                    <label for={code.clone()}>{ page_reveal::CODE }</label>
                    <input id={code} class="input num" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" value={typed[i].code.clone()} oninput={field(i, false)} />
                    <label for={number.clone()}>{ page_reveal::OPENING_NUMBER }</label>
                    <input id={number} class="input num" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" value={typed[i].opening_number.clone()} oninput={field(i, true)} />
                </fieldset>
            }
        }) }
        <p class="actions question-actions"><button type="button" class="button" {onclick} disabled={*working}>{ common::REVEAL }</button></p>
        <p class="small soft" role="status">{ untranslated(if *working { page_reveal::OPENING } else { "" }) }</p>
        </>
    }
}

/// A side may refuse, or may have lost the number. The record says so, and nothing is opened.
fn not_opened(view: &View, awaiting: &AwaitingReveal) -> Html {
    if awaiting.seals.is_empty() {
        return Html::default();
    }
    html! {
        <details class="small">
            <summary>{ page_reveal::ONE_REFUSES }</summary>
            <p>{ page_reveal::ABOUT_REFUSAL }</p>
            <p class="actions">{ for awaiting.invitation.roles.both().into_iter().filter(|role| awaiting.seal(*role).is_some()).map(|role| {
                let label = page_reveal::does_not_open(role.id()).to_string();
                view.calibration_button(&label, false, CalibrationAction::NotOpened { role, now: browser::now() })
            }) }</p>
        </details>
    }
}
