//! The whole profile: the result, the dimensions, and the answers below the next level.

use yew::prelude::*;

use crate::model::assessment::Assessment;
use crate::model::findings::{Findings, findings, name, nearest_flip, prompt_words};
use crate::model::ladder::Ladder;
use crate::model::ladder_summary::second_rater;
use crate::model::profile::{Profile, profile};
use crate::model::scoring::{Score, most_probable, prompts, toward};
use crate::state::{Action, Page, Route};
use crate::ui::components::best_question::NextBest;
use crate::ui::components::interval_chart::{Marks, plot, table};
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
        html! { <>{ " " }<a href="#between" onclick={scroll_to("between")}>{ "The statements behind this" }</a></> }
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
            <aside aria-label="Worth a second look">
                { second_look(view, a) }
                <section class="note"><h2>{ "How to read self-ratings" }</h2><p>{ text::SELF_RATINGS }</p></section>
                <section class="note"><h2>{ "A second rater tells more than more questions" }</h2><p>{ second_rater(ladder) }</p></section>
            </aside>
        </div>
        <div class="spread ruled" data-name="between">
            { between(view, a, &found, &profile.score) }
            <aside aria-label="What would change the result">
                <section class="note"><h2>{ "What would change the result" }</h2><p>{ together(&nearest_flip(ladder, model, &profile.score, a).0) }</p></section>
                if view.state.answered(a) < ladder.questions.len() && !view.state.mode().only_reads() { <NextBest ladder={view.ladder()} model={Shared(model.clone())} assessment={a.clone()} dispatch={view.dispatch.clone()} /> }
            </aside>
        </div>
        { one_higher(view, a) }
        { additional(view, a, &profile, &found) }
        <p class="actions question-actions">
            { view.quiet_button(text::CHECK, Action::PageRequested(Page::Check)) }
            { view.link(Page::Share, text::SHARE) }
            { view.link(Page::History, text::HISTORY) }
            { view.link(Page::Details, "Title, target and period") }
            { view.link(Page::Ladder, text::READ) }
            <button type="button" class="link" onclick={Callback::from(|_: MouseEvent| crate::ui::browser::print())}>{ "Print" }</button>
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
            <h2>{ "Questions that would give a level" }</h2>
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
            <p class="figure-sub">{ format!("Position on the ladder, one row a dimension. Inner band: {} range of the answers; outer band: the same of the true position", together(&crate::base::numbers::per_cent_words(ladder.scoring.interval))) }</p>
            { plot(ladder, score, &Marks { asked, holding: &found.holding }) }
            { table(ladder, score) }
        </figure>
    }
}

fn title(ladder: &Ladder, found: &Findings) -> String {
    let names: Vec<&str> = found.holding.iter().map(|d| ladder.dimensions[*d].title.as_str()).collect();
    match (&found.bottleneck, names.len()) {
        (Some(b), 1..) => {
            let verb = if names.len() == 1 { "is" } else { "are" };
            format!("{} {verb} short of what {} asks", crate::base::numbers::join(&names, "and"), ladder.levels[b.target].title)
        }
        _ => "Where each dimension stands".into(),
    }
}

fn second_look(view: &View, a: &Assessment) -> Html {
    let (ladder, model) = (view.state.ladder(), view.state.model());
    let prompts = prompts(model, &a.ratings(ladder));
    html! { <>{ for prompts.iter().map(|p| {
        let (title, words) = prompt_words(ladder, a, p);
        html! {
            <section class="note prompt"><h2 class="figure-title">{ title }</h2><p>{ words }</p>
            <p>{ "The result stays as it is until you change an answer." }</p>
            <p>{ view.link_button(text::CHECK, Action::PageRequested(Page::Check)) }</p></section>
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
            <h2>{ if found.between.is_empty() { "What the next step turns on" } else { "What stands between, in your own answers" } }</h2>
            if let Some(t) = ahead { <p class="lead">{ &t.text }</p> }
            if found.between.is_empty() && ahead.is_none() { <p>{ &found.holds_back }</p> }
            { for found.between.iter().take(6).map(|s| {
                let q = &ladder.questions[s.question];
                html! {
                    <div class="pair" key={s.question}>
                        <h3>{ &q.prompt }</h3>
                        <dl class="steps">
                            <div><dt>{ "You chose" }</dt><dd>{ s.chosen.and_then(|k| q.statements.get(k)).cloned() }</dd></div>
                            <div class="next"><dt>{ "The next statement" }</dt><dd>{ &q.statements[s.next] }</dd></div>
                        </dl>
                        if a.answers.get(&q.id).is_some_and(|x| x.no_room) { <p class="small soft">{ "You said that there was no room for more here: that is about the role, not about you." }</p> }
                    </div>
                }
            }) }
        </section>
    }
}

/// "Why not one higher?" at each answer.
fn one_higher(view: &View, a: &Assessment) -> Html {
    let ladder = view.state.ladder();
    html! {
        <section class="ruled-part">
            <h2>{ "Why not one higher?" }</h2>
            <p class="hint measure">{ "Every answer with the statement after it. If the next one is true and you could show an example of it, change the answer." }</p>
            { for ladder.dimensions.iter().map(|d| html! {
                <details key={d.id.clone()}>
                    <summary>{ &d.title }</summary>
                    { for d.questions.clone().filter_map(|q| {
                        let (chosen, question) = (a.answers.get(&ladder.questions[q].id)?.statement()?, &ladder.questions[q]);
                        let next = question.statements.get(chosen + 1);
                        Some(html! {
                            <div class="pair" key={q}>
                                <h3>{ &question.prompt }</h3>
                                <dl class="steps">
                                    <div><dt>{ "You chose" }</dt><dd>{ &question.statements[chosen] }</dd></div>
                                    if let Some(next) = next { <div class="next"><dt>{ "One higher" }</dt><dd>{ next }</dd></div> }
                                    else { <div><dt>{ "This is the last statement." }</dt></div> }
                                </dl>
                                if !view.state.mode().only_reads() { <p class="small"><button type="button" class="link" aria-label={format!("{}: {}", text::CHANGE, name(ladder, q))}
                                    onclick={view.click(Action::PageRequested(Page::Question(q, Route::Changing)))}>{ text::CHANGE }</button></p> }
                            </div>
                        })
                    }) }
                </details>
            }) }
        </section>
    }
}
