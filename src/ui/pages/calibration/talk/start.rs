//! The start of a session: the subject, the differences between the files, the length, and the side that writes.

use yew::prelude::*;

use super::{doubt, talked};
use crate::calibration::{Calibration, Event as Happened, LENGTHS, Side, differences, messages, plan};
use crate::messages::{common, page_calibrations, page_talk};
use crate::ui::view::{View, heading, keyed};

pub(super) fn page(view: &View, c: &Calibration) -> Html {
    let (ladder, record) = (c.ladder(), c.record());
    let differing = differences(ladder, record);
    let not_shown = messages::not_shown(record);
    let writer = record.progress().writer;
    let name = |side: Side| messages::called(record, side);
    html! {
        <div class="reading" key="opening">
            { heading("", if record.previous().is_some() { page_calibrations::SECOND_LOOK } else if view.state.calibrations().is_opened_here() { page_talk::BOTH_OPEN } else { page_talk::FROM_ELSEWHERE }) }
            if let Some(previous) = record.previous() {
                <p class="standfirst">{ page_talk::new_since(messages::time(&previous.finished), &previous.evidence) }</p>
            } else {
                <p class="standfirst">{ common::CODES_SHOW }</p>
            }
            <ul class="lines" role="list">
                { for Side::BOTH.map(|side| html! { <li>{ messages::rated(ladder, record, side) }{ " " }{ messages::sealed(record, side) }{ " " }{ messages::code_check(record, side) }</li> }) }
            </ul>
            { doubt(c) }
            if !not_shown.is_empty() { <p class="small soft">{ not_shown }</p> }
            if !differing.is_empty() {
                <section class="notice" aria-labelledby="differing">
                    <h2 id="differing">{ page_talk::MORE_THAN_ANSWERS }</h2>
                    { for differing.iter().map(|d| html! { <p>{ d }</p> }) }
                </section>
            }
            <fieldset class="question whose">
                <legend><h2>{ page_talk::WHOSE_SCREEN }</h2></legend>
                { for [(None, page_talk::ONE_SCREEN.to_owned()), (Some(Side::First), page_talk::one_writes(name(Side::First)).into()), (Some(Side::Second), page_talk::one_writes(name(Side::Second)).into())].into_iter().map(|(side, label)| {
                    let onchange = view.dispatch.reform(move |_: Event| talked(Happened::WriterChosen(side)));
                    html! { <label class="choice"><input type="radio" name="writer" checked={writer == side} {onchange} /><span>{ label }</span></label> }
                }) }
            </fieldset>
            <p class="small soft" role="status">{ keyed(messages::writer(record)) }</p>
            <h2>{ page_talk::HOW_LONG }</h2>
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
                    html! { <button type="button" class={classes!("button", (minutes != LENGTHS[1]).then_some("quiet"))} {onclick}>{ page_talk::minutes(minutes) }</button> }
                }) }
            </p>
        </div>
    }
}
