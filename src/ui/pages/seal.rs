//! Sealing one's own ratings: what it does here, then the code and the opening number, once.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::domain::assessment::Assessment;
use crate::domain::crypt::Randomness;
use crate::domain::session::{Action, DeskAction};
use crate::ui::components::copy::{CopyButton, file_name, save};
use crate::ui::view::{Did, View, heading};
use crate::ui::{browser, text};

/// Milliseconds in which a sentence is painted before the page stands still.
pub(super) const PAINT: u32 = 60;

pub(in crate::ui) fn page(view: &View, a: &Assessment) -> Html {
    let asked = if view.session.core_alone(a) { view.session.ladder().core_len() } else { view.session.ladder().questions.len() };
    let open = asked.saturating_sub(view.session.answered(a));
    html! {
        <div class="reading">
            <p class="overline">{ text::label(a) }</p>
            { heading("", text::SEAL) }
            <p class="standfirst">{ "Sealing encrypts your ratings under a number that only you get. You send the file and its code to the other side; nobody can read the file until you both open." }</p>
            if open > 0 { <p>{ format!("{open} of {asked} questions have no answer. That is allowed.") }</p> }
            <SealForm did={view.did.clone()} back={view.quiet_button(text::BACK, Action::WentBack)} />
            if !view.session.desk().said().is_empty() { <p class="problem" role="alert">{ view.session.desk().said().to_owned() }</p> }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct SealProps {
    did: Did,
    #[prop_or_default]
    back: Html,
}

/// Asks on how many laptops, and seals.
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
        let (one, working, did) = (one.clone(), working.clone(), p.did.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(one_laptop) = *one else { return };
            working.set(true);
            let (did, working) = (did.clone(), working.clone());
            Timeout::new(PAINT, move || {
                working.set(false);
                let bytes = browser::random::<{ Randomness::ENOUGH }>().map(Vec::from).unwrap_or_default();
                did.emit(Action::Desk(Box::new(DeskAction::SealPressed { one_laptop, bytes, now: browser::now() })));
            })
            .forget();
        })
    };
    let words = match (*working, *one) {
        (true, _) => "Sealing takes a second or two; the page stands still meanwhile.",
        (false, None) => "Choose one of the two first.",
        (false, Some(true)) => {
            "Sealing removes every readable copy of these ratings from this browser. Without the code, you trust the owner of this laptop. A lost opening number means rating again."
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
        <p class="measure seal-words" role="status">{ words }</p>
        <p class="actions question-actions"><button type="button" class="button" {onclick} disabled={*working || one.is_none()}>{ text::SEAL }</button>{ p.back.clone() }</p>
        </>
    }
}

/// After sealing.
pub(in crate::ui) fn done(view: &View) -> Html {
    let Some(fresh) = view.session.desk().fresh() else { return Html::default() };
    let file = fresh.file.clone();
    let name = file_name(&format!("sealed-{}", fresh.role.id()), "json");
    html! {
        <div class="reading">
            <p class="overline">{ format!("{}, seal {}", text::role_title(fresh.role), fresh.number) }</p>
            { heading("", "Your ratings are sealed") }
            if fresh.copy_left { <p class="problem" role="alert">{ "A readable copy could not be removed from this browser. Use \u{201c}Delete everything\u{201d} after you have saved the sealed file, or clear the data of this site." }</p> }
            <h2>{ "Send now: the code" }</h2>
            <p>{ "It is made from your ratings. The other side keeps it, and types it in at the reveal." }</p>
            <p class="digits num" id="seal-code">{ fresh.code.to_string() }</p>
            <p class="actions">
                <CopyButton words="Copy the code" text={fresh.code.to_string()} />
                { save("Save sealed file", name, "application/json", move || file.clone()) }
                <CopyButton words="Copy the file as text" text={fresh.file.clone()} />
            </p>
            <p class="small soft">{ if fresh.one_laptop { "The sealed file stays in this browser. Take the code away on paper or on your phone: without it, you trust the owner of this laptop." } else { "File and code may travel together, days before the session." } }</p>
            <h2>{ "Keep for yourself: the opening number" }</h2>
            <p>{ "Write it down. It is shown here and nowhere again; tell it only at the reveal. If it is lost, you rate again." }</p>
            <p class="digits large num" id="opening-number">{ fresh.opening.to_string() }</p>
            <p class="actions"><CopyButton words="Copy the opening number" text={fresh.opening.to_string()} /></p>
            <Noted did={view.did.clone()} />
        </div>
    }
}

/// Leaves the page for good after a tick.
#[component(Noted)]
fn noted(p: &SealProps) -> Html {
    let ticked = use_state(|| false);
    let onchange = {
        let ticked = ticked.clone();
        Callback::from(move |e: Event| ticked.set(browser::is_ticked(&e)))
    };
    let onclick = p.did.reform(|_: MouseEvent| Action::Desk(Box::new(DeskAction::SealNoted)));
    html! {
        <>
        <label class="choice"><input type="checkbox" checked={*ticked} {onchange} /><span>{ "I have written it down" }</span></label>
        <p class="actions question-actions"><button type="button" class="button" {onclick} disabled={!*ticked}>{ "Done" }</button></p>
        </>
    }
}
