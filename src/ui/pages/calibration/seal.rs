//! Sealing: an explanation, then the code and the opening number, once.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::base::crypt::Randomness;
use crate::documents::seal_codes::OpeningNumber;
use crate::messages::{common, page_calibrations, page_seal};
use crate::model::assessment::Assessment;
use crate::state::{Action, CalibrationAction, Saving, UnconfirmedSeal};
use crate::ui::components::copy_button::{CopyButton, file_name, save};
use crate::ui::view::{Dispatch, View, heading, keyed};
use crate::ui::{browser, text};

pub(in crate::ui) fn page(view: &View, a: &Assessment) -> Html {
    let asked = if view.state.core_alone(a) { view.state.ladder().core_len() } else { view.state.ladder().questions.len() };
    let open = asked.saturating_sub(view.state.answered(a));
    html! {
        <div class="reading">
            <p class="overline">{ text::label(a) }</p>
            { heading("", common::SEAL) }
            <p class="standfirst">{ page_seal::STANDFIRST }</p>
            if open > 0 { <p>{ page_seal::open_questions(open, asked) }</p> }
            <SealForm dispatch={view.dispatch.clone()} back={view.quiet_button(common::BACK, Action::WentBack)} />
            if !view.state.calibrations().message().is_empty() { <p class="problem" role="alert">{ keyed(view.state.calibrations().message().to_owned()) }</p> }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct SealProps {
    dispatch: Dispatch,
    #[prop_or_default]
    back: Html,
}

/// Asks for the number of laptops, and seals.
#[component(SealForm)]
fn seal_form(p: &SealProps) -> Html {
    let one = use_state(|| None::<bool>);
    let working = use_state(|| false);
    let radio = |value: bool, label: &'static str, help: &'static str| {
        let onchange = {
            let one = one.clone();
            Callback::from(move |_: Event| one.set(Some(value)))
        };
        html! { <label class="choice"><input type="radio" name="laptops" checked={*one == Some(value)} {onchange} /><span>{ label }<span class="small soft block">{ help }</span></span></label> }
    };
    let onclick = {
        let (one, working, dispatch) = (one.clone(), working.clone(), p.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(one_laptop) = *one else { return };
            working.set(true);
            let (dispatch, working) = (dispatch.clone(), working.clone());
            Timeout::new(browser::PAINT, move || {
                working.set(false);
                let bytes = browser::random::<{ Randomness::ENOUGH }>().map(Vec::from).unwrap_or_default();
                dispatch.emit(Action::Calibration(Rc::new(CalibrationAction::SealPressed {
                    one_laptop,
                    bytes,
                    now: browser::now(),
                })));
            })
            .forget();
        })
    };
    let message = match (*working, *one) {
        (true, _) => page_seal::SEALING,
        (false, None) => page_seal::CHOOSE_FIRST,
        (false, Some(true)) => page_seal::ONE_LAPTOP_CONSEQUENCE,
        (false, Some(false)) => page_seal::TWO_LAPTOPS_CONSEQUENCE,
    };
    html! {
        <>
        <fieldset class="question field">
            <legend>{ page_seal::WHERE }</legend>
            { radio(false, page_seal::ANOTHER_LAPTOP, page_seal::ABOUT_ANOTHER_LAPTOP) }
            { radio(true, page_seal::THIS_LAPTOP, page_seal::ABOUT_THIS_LAPTOP) }
        </fieldset>
        <p class="measure seal-words" role="status">{ keyed(message) }</p>
        <p class="actions question-actions"><button type="button" class="button" {onclick} disabled={*working || one.is_none()}>{ common::SEAL }</button>{ p.back.clone() }</p>
        </>
    }
}

pub(in crate::ui) fn done(view: &View) -> Html {
    let Some(fresh) = view.state.calibrations().unconfirmed_seal() else { return Html::default() };
    let file = fresh.file.clone();
    let name = file_name(&format!("sealed-{}", fresh.role.id()), "json");
    let said = view.state.calibrations().message();
    html! {
        <div class="reading">
            <p class="overline">{ page_calibrations::seal_of(text::role_title(fresh.role), fresh.number.to_string()) }</p>
            { heading("", page_seal::SEALED) }
            if !said.is_empty() { <p class="problem" role="alert">{ said.to_owned() }</p> }
            if fresh.kept == Some(false) { { not_written(view, fresh) } }
            <h2>{ page_seal::send_code(if fresh.one_laptop { "one" } else { "two" }) }</h2>
            <p>{ page_seal::ABOUT_CODE }</p>
            <p class="digits num" id="seal-code">{ fresh.code.to_string() }</p>
            <p class="actions">
                <CopyButton label={page_seal::COPY_CODE} text={fresh.code.to_string()} />
                { save(page_calibrations::SAVE_SEALED_FILE, name, "application/json", move || file.clone()) }
                <CopyButton label={page_seal::COPY_FILE} text={fresh.file.clone()} />
            </p>
            <p class="small soft">{ where_it_is(fresh) }</p>
            <h2>{ page_seal::KEEP_NUMBER }</h2>
            <p>{ page_seal::ABOUT_NUMBER }</p>
            <p class="digits large num" id="opening-number">{ fresh.opening_number.to_string() }</p>
            <p class="actions"><CopyButton label={page_seal::COPY_NUMBER} text={fresh.opening_number.to_string()} /></p>
            <Noted opening={fresh.opening_number.clone()} one_laptop={fresh.one_laptop} dispatch={view.dispatch.clone()} />
        </div>
    }
}

/// A sentence about where the sealed file is stored.
fn where_it_is(fresh: &UnconfirmedSeal) -> &'static str {
    match (fresh.one_laptop, fresh.kept) {
        (true, Some(false)) => page_seal::ON_THIS_PAGE_ALONE,
        (true, _) => page_seal::WRITTEN_WHEN_DONE,
        (false, Some(false)) => page_seal::SAVE_NOW,
        (false, _) => page_seal::FILE_STAYS,
    }
}

/// The store was full or closed: no readable copy was deleted.
fn not_written(view: &View, fresh: &UnconfirmedSeal) -> Html {
    let cause = match view.state.saving() {
        Saving::Full => "full",
        Saving::Off => "off",
        _ => "denied",
    };
    let message = page_seal::not_written(cause).to_string();
    if !fresh.one_laptop {
        return html! { <p class="problem" role="alert">{ message }</p> };
    }
    html! {
        <section class="notice" role="alert" aria-labelledby="not-written">
            <h2 id="not-written">{ page_seal::NOT_KEPT }</h2>
            <p>{ message }{ " " }{ page_seal::STILL_READABLE }</p>
            <p class="actions">{ view.calibration_button(page_seal::REMOVE_READABLE, false, CalibrationAction::ReadableDiscarded) }</p>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct NotedProps {
    opening: OpeningNumber,
    one_laptop: bool,
    dispatch: Dispatch,
}

/// Leaves the page once the reader has confirmed the number by typing its end: the page cannot know whether a file was
/// saved or a text copied.
#[component(Noted)]
fn noted(p: &NotedProps) -> Html {
    let typed = use_state(String::new);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |e: InputEvent| typed.set(browser::field_text(&e)))
    };
    let fits = p.opening.ends_with(&typed);
    let digits = typed.chars().filter(|c| c.is_numeric()).count();
    let message = match (fits, digits >= 4, p.one_laptop) {
        (true, _, true) => page_seal::FITS_ONE_LAPTOP,
        (true, _, false) => page_seal::FITS,
        (false, true, _) => page_seal::FITS_NOT,
        (false, false, _) => "",
    };
    let onclick = p.dispatch.reform(|_: MouseEvent| Action::Calibration(Rc::new(CalibrationAction::SealConfirmed)));
    html! {
        <>
        <div class="field">
            <label for="last-digits">{ page_seal::LAST_DIGITS }</label>
            <input id="last-digits" class="input num" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" maxlength="20" aria-describedby="last-digits-state" value={(*typed).clone()} {oninput} />
            <p class="small soft" id="last-digits-state" role="status">{ message }</p>
        </div>
        <p class="actions question-actions"><button type="button" class="button" {onclick} disabled={!fits}>{ page_calibrations::DONE }</button></p>
        </>
    }
}
