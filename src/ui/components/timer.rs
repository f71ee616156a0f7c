//! The timer of a session. It counts seconds of talk while the page is visible, and reports them at intervals; it blocks
//! nothing.

use std::rc::Rc;

use gloo_timers::callback::Interval;
use yew::prelude::*;

use crate::calibration::Event;
use crate::state::{Action, CalibrationAction};
use crate::ui::browser;
use crate::ui::view::{Dispatch, untranslated};

/// Seconds between two reports to the state.
const REPORT_INTERVAL: u32 = 15;

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct Props {
    /// Seconds of talk before this page was shown.
    pub(in crate::ui) elapsed: usize,
    /// "16 minutes left".
    pub(in crate::ui) text: AttrValue,
    pub(in crate::ui) dispatch: Dispatch,
}

/// Shows the time in words.
#[component(Timer)]
pub(in crate::ui) fn timer(p: &Props) -> Html {
    let latest = use_mut_ref(|| 0);
    *latest.borrow_mut() = p.elapsed;
    let dispatch = p.dispatch.clone();
    use_effect_with((), move |()| {
        let tick = Interval::new(REPORT_INTERVAL * 1000, move || {
            if browser::in_sight() {
                let seconds = *latest.borrow() + REPORT_INTERVAL as usize;
                dispatch.emit(Action::Calibration(Rc::new(CalibrationAction::Talked(Event::TimePassed(seconds)))));
            }
        });
        move || drop(tick)
    });
    html! { <span>{ untranslated(p.text.clone()) }</span> }
}
