//! The start page: what this is, what it is not, and what is saved here.

use yew::prelude::*;

use crate::base::characters::clean;
use crate::messages::{common, page_start};
use crate::model::ladder_summary::{duration, example, shape};
use crate::model::profile::{dots, profile};
use crate::state::{Action, GrowthPage, Mode, Page};
use crate::ui::browser;
use crate::ui::components::level_icons::inline_level_icon;
use crate::ui::components::{dot_chart as dots_view, live_region, saved_list};
use crate::ui::messages::filled;
use crate::ui::view::{View, heading, together};

pub(in crate::ui) fn page(view: &View) -> Html {
    let ladder = view.state.ladders().current().ladder();
    let start = {
        let dispatch = view.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::SelfAssessmentStarted { id: browser::new_id(), now: browser::now() });
        })
    };
    let many = {
        let dispatch = view.dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::SelfAssessmentStarted { id: browser::new_id(), now: browser::now() });
            dispatch.emit(Action::PageRequested(Page::All));
        })
    };
    html! {
        <>
        <div class="spread start">
            <div>
                { heading("display", common::HEADLINE) }
                <p class="standfirst">{ if view.own_ladder { format!("{} {}", page_start::ladder_title(clean(&ladder.title).trim_end_matches('.')), common::HOW_IT_WORKS) } else { common::INTRODUCTION.to_owned() } }</p>
                <p class="actions"><button type="button" class="button" onclick={start}>{ if view.state.mode() == Mode::Manager { common::START_MANAGER } else { common::START } }</button>{ " " }<button type="button" class="button quiet" data-open="">{ common::OPEN_FILE }</button></p>
                { live_region::ask(view) }
                <p class="small soft">{ duration(ladder) }{ " " }{ page_start::STOP_WHENEVER }</p>
                <p class="small">{ filled(&page_start::all_questions_for(), [html! { <button type="button" class="link" onclick={many}>{ common::ALL }</button> }]) }</p>
                <p class="small">{ filled(&page_start::readiness_for(), [view.link_button(common::READINESS, Action::PageRequested(Page::Growth(GrowthPage::Readiness)))]) }</p>
                <p class="small">{ filled(&page_start::calibration_for(), [view.link_button(common::START_CALIBRATION, Action::PageRequested(Page::Calibration))]) }</p>
            </div>
            { specimen(view) }
        </div>
        { saved_list::saved(view) }
        { saved_list::unreadable_entries(view) }
        <div class="thirds">
            <section><h2>{ page_start::WHAT_IT_IS }</h2><p>{ shape(ladder) }{ " " }{ page_start::LEVEL_NAMES_HIDDEN }</p></section>
            <section><h2>{ page_start::WHAT_IT_IS_NOT }</h2><p>{ page_start::NOT_POINTS }</p></section>
            <section><h2>{ page_start::WHERE_ANSWERS_GO }</h2><p>{ page_start::NOWHERE }</p></section>
        </div>
        </>
    }
}

/// A result computed from made-up answers, as an example.
fn specimen(view: &View) -> Html {
    let ladder = view.state.ladders().current().ladder();
    let result = profile(ladder, view.state.ladders().current().model(), &[example(ladder)]).overall;
    html! {
        <figure class="specimen" aria-labelledby="specimen">
            <p class="overline" id="specimen">{ page_start::EXAMPLE_RESULT }</p>
            <p class="quote">{ together(&result.sentence) }</p>
            { dots_view::row(ladder, &dots(&result.levels)) }
            <ul class="legend-line small">
                { for ladder.levels.iter().enumerate().map(|(l, level)| html! {
                    <li key={l}>{ inline_level_icon(l) }{ if l == 0 { page_start::below_named_levels(&level.title).into() } else { level.title.clone() } }</li>
                }) }
            </ul>
            <figcaption class="small soft cap">{ page_start::EACH_DOT }</figcaption>
        </figure>
    }
}
