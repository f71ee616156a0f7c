//! The start of a session: the subject, the differences between the files, the length, and the side that writes.

use yew::prelude::*;

use super::{doubt, talked};
use crate::calibration::{Calibration, Event as Happened, LENGTHS, Side, differences, messages, plan};
use crate::ui::text;
use crate::ui::view::{View, heading, keyed};

pub(super) fn page(view: &View, c: &Calibration) -> Html {
    let (ladder, record) = (c.ladder(), c.record());
    let differing = differences(ladder, record);
    let not_shown = messages::not_shown(record);
    let writer = record.progress().writer;
    let name = |side: Side| messages::capital(&messages::called(record, side));
    html! {
        <div class="reading" key="opening">
            { heading("", if record.previous().is_some() { "A second look" } else if view.state.calibrations().is_opened_here() { "Both files are open" } else { "A session from elsewhere" }) }
            if let Some(previous) = record.previous() {
                <p class="standfirst">{ format!("New since the record of {}: {}", messages::time(&previous.finished), previous.evidence) }</p>
            } else {
                <p class="standfirst">{ text::CODES_SHOW }</p>
            }
            <ul class="lines" role="list">
                { for Side::BOTH.map(|side| html! { <li>{ messages::rated(ladder, record, side) }{ " " }{ messages::sealed(record, side) }{ " " }{ messages::code_check(record, side) }</li> }) }
            </ul>
            { doubt(c) }
            if !not_shown.is_empty() { <p class="small soft">{ not_shown }</p> }
            if !differing.is_empty() {
                <section class="notice" aria-labelledby="differing">
                    <h2 id="differing">{ "The two files differ in more than answers" }</h2>
                    { for differing.iter().map(|d| html! { <p>{ d }</p> }) }
                </section>
            }
            <fieldset class="question whose">
                <legend><h2>{ "Whose screen is this?" }</h2></legend>
                { for [(None, "We look at one screen".to_owned()), (Some(Side::First), format!("{} writes, the other follows on an own screen", name(Side::First))), (Some(Side::Second), format!("{} writes, the other follows on an own screen", name(Side::Second)))].into_iter().map(|(side, label)| {
                    let onchange = view.dispatch.reform(move |_: Event| talked(Happened::WriterChosen(side)));
                    html! { <label class="choice"><input type="radio" name="writer" checked={writer == side} {onchange} /><span>{ label }</span></label> }
                }) }
            </fieldset>
            <p class="small soft" role="status">{ keyed(messages::writer(record)) }</p>
            <h2>{ "How long do you have?" }</h2>
            <ul class="lines" role="list">{ for LENGTHS.iter().map(|minutes| html! { <li>{ messages::plan_sentence(c.agenda(), &plan(c.agenda(), *minutes)) }</li> }) }</ul>
            <p class="actions question-actions">
                { for LENGTHS.iter().map(|minutes| {
                    let (dispatch, minutes, next) = (view.dispatch.clone(), *minutes, c.next_open());
                    let onclick = Callback::from(move |_: MouseEvent| {
                        dispatch.emit(talked(Happened::LengthChosen(minutes)));
                        if let Some(question) = next {
                            dispatch.emit(talked(Happened::QuestionOpened(question)));
                        }
                    });
                    html! { <button type="button" class={classes!("button", (minutes != LENGTHS[1]).then_some("quiet"))} {onclick}>{ format!("{minutes} minutes") }</button> }
                }) }
            </p>
        </div>
    }
}
