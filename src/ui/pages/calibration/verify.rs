//! Whether a closing code fits a record.

use yew::prelude::*;

use crate::calibration::{SessionRecord, Side, messages, record_blocks};
use crate::messages::{common, page_calibrations, page_verify};
use crate::state::{Action, fits};
use crate::ui::browser;
use crate::ui::components::blocks::blocks;
use crate::ui::components::paste::Paste;
use crate::ui::view::{View, heading, keyed};

pub(in crate::ui) fn page(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    let open = calibrations.talk().map(crate::calibration::Calibration::record).filter(|r| r.finished().is_some());
    let record = calibrations.verifying().or(open);
    html! {
        <div class="reading">
            { heading("", common::VERIFY) }
            <p class="standfirst">{ page_verify::STANDFIRST }</p>
            if !calibrations.message().is_empty() { <p class="announced" role="status">{ keyed(calibrations.message().to_owned()) }</p> }
            if let Some(record) = record { { about(view, record) }<Check record={record.clone()} /> }
            <h2>{ page_verify::FILE }</h2>
            <p class="actions"><button type="button" class={classes!("button", record.is_some().then_some("quiet"))} data-open="">{ page_calibrations::CHOOSE_FILES }</button></p>
            <Paste dispatch={view.dispatch.clone()} label={page_verify::OR_PASTE} />
            <p class="actions question-actions">{ view.quiet_button(common::BACK, Action::WentBack) }</p>
        </div>
    }
}

/// The subject of the record, whether each file fits its code, and the content. Nothing here changes the record's origin.
fn about(view: &View, record: &SessionRecord) -> Html {
    let [first, second] = Side::BOTH.map(|side| messages::called(record, side));
    let when = record
        .finished()
        .map_or_else(|| page_verify::NOT_FINISHED.to_owned(), |t| page_calibrations::finished_on(messages::time(t)).to_string());
    let mut whose = vec![page_verify::two_people(first, second).to_string(), when];
    if !record.about().is_empty() {
        whose.push(page_verify::about(record.about()).to_string());
    }
    let checks = Side::BOTH.map(|side| messages::code_check(record, side));
    let differs = view.state.calibrations().differs(record);
    let used = view.state.ladders().of(record.ladder());
    let (ladder, model) = (used.ladder(), used.model());
    let readable = record.fits(ladder).is_ok();
    html! {
        <>
        <h2>{ page_verify::RECORD }</h2>
        <p>{ keyed(whose.join(" ")) }</p>
        <ul class="lines" role="list">{ for checks.into_iter().filter(|c| !c.is_empty()).map(|c| html! { <li>{ c }</li> }) }</ul>
        if !differs.is_empty() {
            <p class="problem">{ format!("{} {}", page_verify::OTHER_RATINGS, differs.join(" ")) }</p>
        }
        if readable {
            <details><summary>{ page_verify::READ_RECORD }</summary><div class="record">{ blocks(&record_blocks(ladder, model, record, ""), 2) }</div></details>
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
                Ok(true) if doubt.is_some() => {
                    (false, format!("{} {}", page_verify::DOES_NOT_HOLD, doubt.clone().unwrap_or_default()))
                }
                Ok(true) => (true, page_verify::FITS.into()),
                Ok(false) => (false, page_verify::FITS_NOT.into()),
                Err(error) => (false, page_verify::code_fault(error.to_string()).into()),
            }));
        })
    };
    html! {
        <div class="field">
            <label for="closing-typed">{ page_verify::CLOSING_CODE }</label>
            <input id="closing-typed" class="input num" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" value={(*typed).clone()} {oninput} />
            <p class="actions"><button type="button" class="button" {onclick}>{ page_verify::CHECK }</button></p>
            if let Some((good, message)) = &*result { <p class={if *good { "fits" } else { "problem" }} role="alert">{ keyed(message.clone()) }</p> }
        </div>
    }
}
