//! Title held, target, period, and the reader's own names for the ladder's terms. All of it is optional.

use yew::prelude::*;

use crate::base::dates::is_after;
use crate::base::limits::MAX_NAME;
use crate::messages::{common, page_details};
use crate::model::assessment::Assessment;
use crate::state::{Action, Detail};
use crate::ui::browser;
use crate::ui::components::character_count::counter;
use crate::ui::components::live_region;
use crate::ui::components::month_field::MonthField;
use crate::ui::view::{View, heading};

fn changed(detail: impl Fn(String) -> Detail + 'static) -> impl Fn(String) -> Action + 'static {
    move |value| Action::DetailsChanged { change: detail(value), now: browser::now() }
}

pub(in crate::ui) fn page(view: &View, a: &Assessment) -> Html {
    let ladder = view.state.ladder();
    let month = |change: fn(String) -> Detail| view.dispatch.reform(changed(change));
    let out_of_order = is_after(&a.period.from, &a.period.to);
    html! {
        <div class="details">
            <p class="overline">{ page_details::OPTIONAL }</p>
            { heading("", common::DETAILS) }
            <div class="field">
                <label for="title">{ page_details::TITLE_HELD }</label>
                <input id="title" class="input" type="text" autocomplete="off" maxlength={MAX_NAME.to_string()} value={a.subject.title.clone()} oninput={view.typed(changed(Detail::Title))} />{ counter(&a.subject.title, MAX_NAME) }
            </div>
            <div class="field">
                <label for="target">{ page_details::TARGET }</label>
                <p class="soft small" id="target-help">{ page_details::TARGET_HELP }</p>
                <select id="target" class="input" aria-describedby="target-help" onchange={view.picked(changed(Detail::Target))}>
                    <option value="" selected={a.subject.target.is_empty()}>{ page_details::TARGET_NEXT }</option>
                    { for ladder.levels[1..].iter().map(|l| html! { <option value={l.id.clone()} selected={a.subject.target == l.id}>{ &l.title }</option> }) }
                </select>
            </div>
            <fieldset class="question field">
                <legend>{ page_details::PERIOD }</legend>
                <p class="soft small">{ &ladder.period_note }</p>
                <div class="pair-of-fields">
                    <span><label for="from">{ page_details::FIRST_MONTH }</label><MonthField id="from" placeholder="2025-12" value={a.period.from.clone()} onmonth={month(Detail::From)} /></span>
                    <span><label for="to">{ page_details::LAST_MONTH }</label><MonthField id="to" placeholder="2026-11" value={a.period.to.clone()} onmonth={month(Detail::To)} /></span>
                </div>
                if out_of_order { <p class="problem" role="alert">{ page_details::MONTHS_OUT_OF_ORDER }</p> }
            </fieldset>
            <div class="field">
                <label for="delete-by">{ page_details::DELETE_BY }</label>
                <p class="soft small" id="delete-by-help">{ page_details::DELETE_BY_HELP }</p>
                <input id="delete-by" class="input" type="date" aria-describedby="delete-by-help" value={a.delete_by.clone()} oninput={view.typed(changed(Detail::DeleteBy))} />
            </div>
            <fieldset class="question field">
                <legend>{ page_details::OWN_NAMES }</legend>
                <p class="soft small">{ page_details::OWN_NAMES_HELP }</p>
                { for ladder.terms.iter().map(|t| {
                    let (id, term) = (format!("term-{}", t.id), t.id.clone());
                    html! {
                        <div class="field" key={t.id.clone()}>
                            <label for={id.clone()}>{ &t.title }</label>
                            <p class="soft small" id={format!("{id}-help")}>{ &t.text }</p>
                            <input {id} class="input" type="text" autocomplete="off" maxlength={MAX_NAME.to_string()} aria-describedby={format!("term-{}-help", t.id)} value={a.terms.get(&t.id).cloned().unwrap_or_default()}
                                oninput={view.typed(changed(move |name| Detail::Term(term.clone(), name)))} />{ counter(a.terms.get(&t.id).map_or("", String::as_str), MAX_NAME) }
                        </div>
                    }
                }) }
            </fieldset>
            <p class="actions question-actions">
                { view.main_button(common::BACK, Action::WentBack) }
            </p>
            <div class="under">{ live_region::save_line(view) }</div>
        </div>
    }
}
