//! Sealing: an explanation, then the code and the opening number, once.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::base::crypt::Randomness;
use crate::documents::seal_codes::OpeningNumber;
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
            { heading("", text::SEAL) }
            <p class="standfirst">{ "Sealing encrypts your ratings under a number that only you get. You send the file and its code to the other side; nobody can read the file until you both open." }</p>
            if open > 0 { <p>{ format!("{open} of {asked} questions have no answer. That is allowed.") }</p> }
            <SealForm dispatch={view.dispatch.clone()} back={view.quiet_button(text::BACK, Action::WentBack)} />
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
    let radio = |value: bool, words: &'static str, help: &'static str| {
        let onchange = {
            let one = one.clone();
            Callback::from(move |_: Event| one.set(Some(value)))
        };
        html! { <label class="choice"><input type="radio" name="laptops" checked={*one == Some(value)} {onchange} /><span>{ words }<span class="small soft block">{ help }</span></span></label> }
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
    let words = match (*working, *one) {
        (true, _) => "Sealing takes a second or two; the page stands still meanwhile.",
        (false, None) => "Choose one of the two first.",
        (false, Some(true)) => {
            "You get a code and an opening number. Once you have noted the number, the sealed file is written into this browser and every readable copy of these ratings goes. Without the code, you trust the owner of this laptop. A lost opening number means rating again."
        }
        (false, Some(false)) => {
            "A lost opening number means rating again, or sealing anew from the readable copy; the record says which seal it was."
        }
    };
    html! {
        <>
        <fieldset class="question field">
            <legend>{ "Where does the other side rate?" }</legend>
            { radio(false, "On another laptop", "Your readable copy stays in this browser. It cannot be changed unless you open it again and seal anew.") }
            { radio(true, "On this laptop", "Every readable copy goes: the saved ratings, what could be undone, other windows, and what Back would show.") }
        </fieldset>
        <p class="measure seal-words" role="status">{ keyed(words) }</p>
        <p class="actions question-actions"><button type="button" class="button" {onclick} disabled={*working || one.is_none()}>{ text::SEAL }</button>{ p.back.clone() }</p>
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
            <p class="overline">{ format!("{}, seal {}", text::role_title(fresh.role), fresh.number) }</p>
            { heading("", "Your ratings are sealed") }
            if !said.is_empty() { <p class="problem" role="alert">{ said.to_owned() }</p> }
            if fresh.kept == Some(false) { { not_written(view, fresh) } }
            <h2>{ "Send now: the code" }</h2>
            <p>{ "It is made from your ratings. The other side keeps it, and types it in at the reveal." }</p>
            <p class="digits num" id="seal-code">{ fresh.code.to_string() }</p>
            <p class="actions">
                <CopyButton words="Copy the code" text={fresh.code.to_string()} />
                { save("Save sealed file", name, "application/json", move || file.clone()) }
                <CopyButton words="Copy the file as text" text={fresh.file.clone()} />
            </p>
            <p class="small soft">{ where_it_is(fresh) }</p>
            <h2>{ "Keep for yourself: the opening number" }</h2>
            <p>{ "Write it down. It is shown here and nowhere again; tell it only at the reveal. If it is lost, you rate again." }</p>
            <p class="digits large num" id="opening-number">{ fresh.opening_number.to_string() }</p>
            <p class="actions"><CopyButton words="Copy the opening number" text={fresh.opening_number.to_string()} /></p>
            <Noted opening={fresh.opening_number.clone()} one_laptop={fresh.one_laptop} dispatch={view.dispatch.clone()} />
        </div>
    }
}

/// A sentence about where the sealed file is stored.
fn where_it_is(fresh: &UnconfirmedSeal) -> &'static str {
    match (fresh.one_laptop, fresh.kept) {
        (true, Some(false)) => "The sealed file is on this page alone, until you save it or it can be written into this browser.",
        (true, _) => {
            "The sealed file is written into this browser when you press Done. Take the code away on paper or on your phone: without it, you trust the owner of this laptop."
        }
        (false, Some(false)) => "File and code may travel together, days before the session. Save the file now.",
        (false, _) => "The sealed file stays in this browser. File and code may travel together, days before the session.",
    }
}

/// The store was full or closed: no readable copy was deleted.
fn not_written(view: &View, fresh: &UnconfirmedSeal) -> Html {
    let cause = match view.state.saving() {
        Saving::Full => "its storage is full",
        Saving::Off => "whoever runs this page switched saving off",
        _ => "it does not let the page store anything",
    };
    let words = format!("The sealed file could not be written into this browser: {cause}. Save it, or copy it as text.");
    if !fresh.one_laptop {
        return html! { <p class="problem" role="alert">{ words }</p> };
    }
    html! {
        <section class="notice" role="alert" aria-labelledby="not-written">
            <h2 id="not-written">{ "The sealed file is not kept yet" }</h2>
            <p>{ words }{ " Your ratings are still readable here. Make room and press Done once more. Or, when you have the file, remove the readable ratings all the same." }</p>
            <p class="actions">{ view.calibration_button("I have the file: remove the readable ratings", false, CalibrationAction::ReadableDiscarded) }</p>
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
    let words = match (fits, digits >= 4, p.one_laptop) {
        (true, _, true) => "That fits. Done removes every readable copy of these ratings from this browser.",
        (true, _, false) => "That fits.",
        (false, true, _) => "These are not the last four digits of the number above.",
        (false, false, _) => "",
    };
    let onclick = p.dispatch.reform(|_: MouseEvent| Action::Calibration(Rc::new(CalibrationAction::SealConfirmed)));
    html! {
        <>
        <div class="field">
            <label for="last-digits">{ "Type its last four digits from your note" }</label>
            <input id="last-digits" class="input num" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" maxlength="20" aria-describedby="last-digits-state" value={(*typed).clone()} {oninput} />
            <p class="small soft" id="last-digits-state" role="status">{ words }</p>
        </div>
        <p class="actions question-actions"><button type="button" class="button" {onclick} disabled={!fits}>{ "Done" }</button></p>
        </>
    }
}
