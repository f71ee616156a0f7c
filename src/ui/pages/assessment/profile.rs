//! The whole profile: the result, the dimensions, and the answers below the next level.

use yew::prelude::*;

use crate::messages::{common, page_check, page_details, page_profile};
use crate::model::assessment::{Assessment, Role};
use crate::model::findings::{Findings, findings, name, nearest_flip, prompt_text};
use crate::model::ladder::Ladder;
use crate::model::ladder_summary::second_rater;
use crate::model::profile::{Profile, profile};
use crate::model::scoring::{Score, most_probable, prompts, toward};
use crate::state::{Action, Page, Route};
use crate::ui::components::best_question::NextBest;
use crate::ui::components::interval_chart::{Marks, plot, table};
use crate::ui::components::prompt;
use crate::ui::components::{dot_chart, findings, revision_warning};
use crate::ui::text;
use crate::ui::view::{Shared, View, heading, together};

/// The growth section of the page.
type OnProfile = fn(&View, &Assessment, &Profile, &Findings) -> Html;

pub(in crate::ui) fn page(view: &View, a: &Assessment, additional: OnProfile) -> Html {
    let (ladder, model) = (view.state.ladder(), view.state.model());
    let profile = profile(ladder, model, std::slice::from_ref(a));
    let found = findings(ladder, model, &profile.score, a);
    let behind = if found.between.is_empty() {
        Html::default()
    } else {
        html! { <>{ " " }<a href="#between" onclick={scroll_to("between")}>{ page_profile::STATEMENTS_BEHIND }</a></> }
    };
    html! {
        <>
        <div class="spread">
            <div>
                <p class="overline">{ text::label(a) }</p>
                { heading("sentence", findings::sentence(&profile.overall)) }
                { revision_warning::paragraph(ladder, a) }
                { findings::findings(&profile.overall, &found, behind) }
            </div>
            if profile.overall.sufficient { { dot_chart::dot_chart(ladder, &profile.overall.levels, "chances") } } else { { unfinished(view, a) } }
        </div>
        <div class="spread ruled">
            { dimensions(view, a, &profile.score, &found) }
            <aside aria-label={page_profile::SECOND_LOOK}>
                { second_look(view, a) }
                if a.rater.role == Role::SelfRater { <section class="note"><h2>{ page_profile::SELF_RATINGS }</h2><p>{ common::SELF_RATINGS }</p></section> }
                <section class="note"><h2>{ page_profile::SECOND_RATER }</h2><p>{ second_rater(ladder) }</p></section>
            </aside>
        </div>
        <div class="spread ruled" data-name="between">
            { between(view, a, &found, &profile.score) }
            <aside aria-label={page_profile::WHAT_WOULD_CHANGE}>
                <section class="note"><h2>{ page_profile::WHAT_WOULD_CHANGE }</h2><p>{ together(&nearest_flip(ladder, model, &profile.score, a).0) }</p></section>
                if view.state.answered(a) < ladder.questions.len() && !view.state.mode().only_reads() { <NextBest ladder={view.ladder()} model={Shared(model.clone())} assessment={a.clone()} dispatch={view.dispatch.clone()} /> }
            </aside>
        </div>
        { one_higher(view, a) }
        { additional(view, a, &profile, &found) }
        <p class="actions question-actions">
            { view.quiet_button(common::CHECK, Action::PageRequested(Page::Check)) }
            { view.link(Page::Share, common::SHARE) }
            { view.link(Page::History, common::HISTORY) }
            { view.link(Page::Details, page_details::LINK) }
            { view.link(Page::Ladder, common::READ) }
            <button type="button" class="link" onclick={Callback::from(|_: MouseEvent| crate::ui::browser::print())}>{ page_profile::PRINT }</button>
        </p>
        </>
    }
}

/// Scrolls to a part of this page without a change of the address, which names pages.
fn scroll_to(id: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |e: MouseEvent| {
        e.prevent_default();
        if let Some(part) = crate::ui::browser::named_part(&e, id) {
            part.scroll_into_view();
        }
    })
}

/// In place of the dots while there is no level: the questions to answer.
fn unfinished(view: &View, a: &Assessment) -> Html {
    let ladder = view.state.ladder();
    let open = |q: &usize| a.answers.get(&ladder.questions[*q].id).is_none_or(|x| x.choice.is_none());
    let short = crate::model::profile::missing(ladder, std::slice::from_ref(a));
    html! {
        <section class="note">
            <h2>{ page_profile::WOULD_GIVE_LEVEL }</h2>
            { for short.iter().map(|m| {
                let d = &ladder.dimensions[m.dimension];
                html! { <>
                    <p><b>{ &d.title }</b></p>
                    <ul class="open">{ for d.questions.clone().filter(open).map(|q| html! {
                        <li key={q}>{ view.link_button(name(ladder, q), Action::PageRequested(Page::Question(q, Route::Changing))) }</li>
                    }) }</ul>
                </> }
            }) }
        </section>
    }
}

fn dimensions(view: &View, a: &Assessment, score: &Score, found: &Findings) -> Html {
    let (ladder, model) = (view.state.ladder(), view.state.model());
    let target = ladder.level_index(&a.subject.target).filter(|l| *l > 0);
    let asked = target
        .map(|l| (l, toward(model, score, l).requirement))
        .or_else(|| found.bottleneck.as_ref().map(|b| (b.target, b.requirement.clone())));
    html! {
        <figure aria-labelledby="dimensions">
            <h2 class="figure-title" id="dimensions">{ title(ladder, found) }</h2>
            <p class="figure-sub">{ page_profile::chart_about(crate::base::numbers::percent_text(ladder.scoring.interval)) }</p>
            { plot(ladder, score, &Marks { asked, holding: &found.holding }) }
            { table(ladder, score) }
        </figure>
    }
}

fn title(ladder: &Ladder, found: &Findings) -> String {
    let names: Vec<&str> = found.holding.iter().map(|d| ladder.dimensions[*d].title.as_str()).collect();
    match (&found.bottleneck, names.len()) {
        (Some(b), 1..) => page_profile::short_of(names.len(), names, &ladder.levels[b.target].title).into(),
        _ => page_profile::WHERE_EACH_STANDS.into(),
    }
}

fn second_look(view: &View, a: &Assessment) -> Html {
    let (ladder, model) = (view.state.ladder(), view.state.model());
    let prompts = prompts(model, &a.ratings(ladder));
    html! { <>{ for prompts.iter().map(|p| {
        let (title, message) = prompt_text(ladder, a, p);
        html! {
            <section class="note prompt"><h2 class="figure-title">{ title }</h2><p>{ message }</p>
            <p>{ page_profile::RESULT_STAYS }</p>
            <p>{ view.link_button(common::CHECK, Action::PageRequested(Page::Check)) }</p></section>
        }
    }) }</> }
}

/// The next transition, then the answers below the next statements.
fn between(view: &View, a: &Assessment, found: &Findings, score: &Score) -> Html {
    let ladder = view.state.ladder();
    let level = most_probable(&score.overall);
    let ahead = ladder.transitions.iter().find(|t| score.sufficient && t.from == ladder.levels[level].id);
    html! {
        <section>
            <h2>{ if found.between.is_empty() { page_profile::NEXT_STEP_TURNS_ON } else { page_profile::STANDS_BETWEEN } }</h2>
            if let Some(t) = ahead { <p class="lead">{ &t.text }{ for t.said_to(&found.holding).map(|said| html! { <>{ " " }{ said }</> }) }</p> }
            if found.between.is_empty() && ahead.is_none() { <p>{ found.holds_back.clone() }</p> }
            { for found.between.iter().take(6).map(|s| {
                let q = &ladder.questions[s.question];
                html! {
                    <div class="pair" key={s.question}>
                        <h3>{ prompt::of(view, a, s.question) }</h3>
                        <dl class="steps">
                            <div><dt>{ page_profile::YOU_CHOSE }</dt><dd>{ s.chosen.and_then(|k| q.statements.get(k)).cloned() }</dd></div>
                            <div class="next"><dt>{ page_profile::NEXT_STATEMENT }</dt><dd>{ &q.statements[s.next] }</dd></div>
                        </dl>
                        if a.answers.get(&q.id).is_some_and(|x| x.no_room) { <p class="small soft">{ page_profile::NO_ROOM }</p> }
                    </div>
                }
            }) }
        </section>
    }
}

/// Each answer with the next statement.
fn one_higher(view: &View, a: &Assessment) -> Html {
    let ladder = view.state.ladder();
    html! {
        <section class="ruled-part">
            <h2>{ page_profile::WHY_NOT_HIGHER }</h2>
            <p class="hint measure">{ page_profile::WHY_NOT_HIGHER_ABOUT }</p>
            { for ladder.dimensions.iter().map(|d| html! {
                <details key={d.id.clone()}>
                    <summary>{ &d.title }</summary>
                    { for d.questions.clone().filter_map(|q| {
                        let (chosen, question) = (a.answers.get(&ladder.questions[q].id)?.statement()?, &ladder.questions[q]);
                        let next = question.statements.get(chosen + 1);
                        Some(html! {
                            <div class="pair" key={q}>
                                <h3>{ prompt::of(view, a, q) }</h3>
                                <dl class="steps">
                                    <div><dt>{ page_profile::YOU_CHOSE }</dt><dd>{ &question.statements[chosen] }</dd></div>
                                    if let Some(next) = next { <div class="next"><dt>{ page_profile::ONE_HIGHER }</dt><dd>{ next }</dd></div> }
                                    else { <div><dt>{ page_profile::LAST_STATEMENT }</dt></div> }
                                </dl>
                                if !view.state.mode().only_reads() { <p class="small"><button type="button" class="link" aria-label={page_check::change_question(name(ladder, q))}
                                    onclick={view.click(Action::PageRequested(Page::Question(q, Route::Changing)))}>{ common::CHANGE }</button></p> }
                            </div>
                        })
                    }) }
                </details>
            }) }
        </section>
    }
}
