//! Whether a closing code fits a record.

use yew::prelude::*;

use crate::calibration::{SessionRecord, Side, messages, record_blocks};
use crate::state::{Action, fits};
use crate::ui::components::blocks::blocks;
use crate::ui::components::paste::Paste;
use crate::ui::view::{View, heading, keyed};
use crate::ui::{browser, text};

pub(in crate::ui) fn page(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    let open = calibrations.talk().map(crate::calibration::Calibration::record).filter(|r| r.finished().is_some());
    let record = calibrations.verifying().or(open);
    html! {
        <div class="reading">
            { heading("", text::VERIFY) }
            <p class="standfirst">{ "Open the file of a finished record and type the closing code that you noted. Without a code kept by the other side any record can be rebuilt." }</p>
            if !calibrations.message().is_empty() { <p class="announced" role="status">{ keyed(calibrations.message().to_owned()) }</p> }
            if let Some(record) = record { { about(view, record) }<Check record={record.clone()} /> }
            <h2>{ "The file" }</h2>
            <p class="actions"><button type="button" class={classes!("button", record.is_some().then_some("quiet"))} data-open="">{ "Choose files" }</button></p>
            <Paste dispatch={view.dispatch.clone()} label="Or paste the text of the record" />
            <p class="actions question-actions">{ view.quiet_button(text::BACK, Action::WentBack) }</p>
        </div>
    }
}

/// The subject of the record, whether each file fits its code, and the content. Nothing here changes the record's origin.
fn about(view: &View, record: &SessionRecord) -> Html {
    let [first, second] = Side::BOTH.map(|side| messages::called(record, side));
    let when = record.finished().map_or_else(
        || "It is not finished, so it has no closing code yet.".to_owned(),
        |t| format!("Finished {}.", messages::time(t)),
    );
    let person = if record.about().is_empty() { String::new() } else { format!(" About {}.", record.about()) };
    let checks = Side::BOTH.map(|side| messages::code_check(record, side));
    let differs = view.state.calibrations().differs(record);
    let (ladder, model) = (view.state.ladder(), view.state.model());
    let readable = record.fits(ladder).is_ok();
    html! {
        <>
        <h2>{ "The record" }</h2>
        <p>{ keyed(messages::capital(&format!("{first} and {second}. {when}{person}"))) }</p>
        <ul class="lines" role="list">{ for checks.into_iter().filter(|c| !c.is_empty()).map(|c| html! { <li>{ c }</li> }) }</ul>
        if !differs.is_empty() {
            <p class="problem">{ format!("Another record of this session is in this browser. This one has other ratings. {}", differs.join(" ")) }</p>
        }
        if readable {
            <details><summary>{ "Read the record" }</summary><div class="record">{ blocks(&record_blocks(ladder, model, record, ""), 2) }</div></details>
        }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct Props {
    record: SessionRecord,
}

/// Asks for the code, which is never shown here: a code that was read off the record verifies nothing.
#[component(Check)]
fn check(p: &Props) -> Html {
    let typed = use_state(String::new);
    let result = use_state(|| None::<(bool, String)>);
    let doubt = messages::doubt(&p.record);
    let oninput = {
        let (typed, result) = (typed.clone(), result.clone());
        Callback::from(move |e: InputEvent| {
            typed.set(browser::field_text(&e));
            result.set(None);
        })
    };
    let onclick = {
        let (typed, result, record) = (typed.clone(), result.clone(), p.record.clone());
        Callback::from(move |_: MouseEvent| {
            result.set(Some(match fits(&record, &typed) {
                Ok(true) if doubt.is_some() => (
                    false,
                    format!(
                        "The closing code fits, but the record does not hold together. {}",
                        doubt.clone().unwrap_or_default()
                    ),
                ),
                Ok(true) => (true, "The code fits: nothing in this record has changed since it was made.".into()),
                Ok(false) => {
                    (false, "The code does not fit: this is another record, or it was changed after the code was made.".into())
                }
                Err(error) => (false, format!("The code {error}.")),
            }));
        })
    };
    html! {
        <div class="field">
            <label for="closing-typed">{ "Closing code, 40 digits" }</label>
            <input id="closing-typed" class="input num" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" value={(*typed).clone()} {oninput} />
            <p class="actions"><button type="button" class="button" {onclick}>{ "Check the code" }</button></p>
            if let Some((good, words)) = &*result { <p class={if *good { "fits" } else { "problem" }} role="alert">{ keyed(words.clone()) }</p> }
        </div>
    }
}
