//! The start page: what this is, what it is not, and what is saved here.

use yew::prelude::*;

use crate::base::characters::clean;
use crate::model::ladder_summary::{duration, example, shape};
use crate::model::profile::{dots, profile};
use crate::state::{Action, GrowthPage, Mode, Page};
use crate::ui::components::level_icons::inline_level_icon;
use crate::ui::components::{dot_chart as dots_view, live_region, saved_list};
use crate::ui::view::{View, heading, together};
use crate::ui::{browser, text};

pub(in crate::ui) fn page(view: &View) -> Html {
    let ladder = view.state.ladder();
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
                { heading("display", text::HEADLINE) }
                <p class="standfirst">{ if view.own_ladder { format!("{}. {}", clean(&ladder.title).trim_end_matches('.'), text::HOW_IT_WORKS) } else { text::INTRODUCTION.to_owned() } }</p>
                <p class="actions"><button type="button" class="button" onclick={start}>{ if view.state.mode() == Mode::Manager { text::START_MANAGER } else { text::START } }</button>{ " " }<button type="button" class="button quiet" data-open="">{ text::OPEN_FILE }</button></p>
                { live_region::ask(view) }
                <p class="small soft">{ duration(ladder) }{ " Stop and go on whenever you like." }</p>
                <p class="small"><button type="button" class="link" onclick={many}>{ text::ALL }</button>{ ", for people who prepare a session." }</p>
                <p class="small">{ view.link_button(text::READINESS, Action::PageRequested(Page::Growth(GrowthPage::Readiness))) }{ ", nine questions for managers and executives." }</p>
                <p class="small">{ view.link_button(text::START_CALIBRATION, Action::PageRequested(Page::Calibration)) }{ ", for two people who rate the same work, each alone." }</p>
            </div>
            { specimen(view) }
        </div>
        { saved_list::saved(view) }
        { saved_list::unreadable_entries(view) }
        <div class="thirds">
            <section><h2>{ "What it is" }</h2><p>{ shape(ladder) }{ " The level names stay hidden until the profile. An example makes an answer count in full." }</p></section>
            <section><h2>{ "What it is not" }</h2><p>{ "No points that add up, no ranking of people, no decision about pay or title. Depth in one field does not make up for influence, and the profile says which of them holds a level back." }</p></section>
            <section><h2>{ "Where your answers go" }</h2><p>{ "Nowhere. The profile is computed in this browser and your answers are kept in it, without an account. Shortly after the first question appears, the page needs no network any more." }</p></section>
        </div>
        </>
    }
}

/// A result computed from made-up answers, as an example.
fn specimen(view: &View) -> Html {
    let ladder = view.state.ladder();
    let result = profile(ladder, view.state.model(), &[example(ladder)]).overall;
    html! {
        <figure class="specimen" aria-labelledby="specimen">
            <p class="overline" id="specimen">{ "An example result" }</p>
            <p class="quote">{ together(&result.sentence) }</p>
            { dots_view::row(ladder, &dots(&result.levels)) }
            <ul class="legend-line small">
                { for ladder.levels.iter().enumerate().map(|(l, level)| html! {
                    <li key={l}>{ inline_level_icon(l) }{ &level.title }{ if l == 0 { ", below the named levels" } else { "" } }</li>
                }) }
            </ul>
            <figcaption class="small soft cap">{ "Each dot stands for 5\u{a0}%. A profile always shows every level that the answers allow, never one alone." }</figcaption>
        </figure>
    }
}
