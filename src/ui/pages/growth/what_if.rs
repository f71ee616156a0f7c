//! What-if: answers are changed on a copy, and the page shows the effect. The assessment does not change.

use yew::prelude::*;

use super::Props;
use crate::base::numbers::{percent, percent_text};
use crate::messages::{Message, page_what_if};
use crate::model::findings::{findings, name, nearest_flip, rank};
use crate::model::labels;
use crate::model::ladder::Dimension;
use crate::model::profile::{dots, profile};
use crate::model::prompts::{audience, prompt_text};
use crate::model::what_if::{Change, Outcome, Trial, what_if};
use crate::ui::browser;
use crate::ui::components::choices::choices;
use crate::ui::components::dot_chart as dots_view;
use crate::ui::components::level_icons::inline_level_icon;
use crate::ui::view::{keyed, together, untranslated};

pub(super) fn page(p: Props) -> Html {
    html! { <><p class="standfirst">{ page_what_if::STANDFIRST }</p><Try ..p /></> }
}

#[component(Try)]
fn trial(p: &Props) -> Html {
    let changes = use_state(Vec::<Change>::new);
    let found = what_if(&p.ladder, &p.model, &p.assessment, &changes);
    let start_again = {
        let changes = changes.clone();
        Callback::from(move |_: MouseEvent| changes.set(Vec::new()))
    };
    html! {
        <div class="spread">
            <div>
                { suggestions(p, &changes) }
                <h2>{ page_what_if::EVERY_ANSWER }</h2>
                { for p.ladder.dimensions.iter().map(|d| dimension(p, d, &changes)) }
            </div>
            <div class="growth-results follows">
                { result(p, &found) }
                if !changes.is_empty() { <p class="actions"><button type="button" class="button quiet" onclick={start_again}>{ page_what_if::START_AGAIN }</button></p> }
            </div>
        </div>
    }
}

fn set(changes: &UseStateHandle<Vec<Change>>, change: Change) {
    let mut next: Vec<Change> = changes.iter().filter(|c| c.question != change.question).cloned().collect();
    next.push(change);
    changes.set(next);
}

/// The two trials that the profile suggests: the bottleneck, and the nearest answer that changes the level.
fn suggestions(p: &Props, changes: &UseStateHandle<Vec<Change>>) -> Html {
    let score = profile(&p.ladder, &p.model, std::slice::from_ref(&p.assessment)).score;
    let found = findings(&p.ladder, &p.model, &score, &p.assessment);
    let asked =
        |q: usize| found.bottleneck.as_ref().map(|b| p.ladder.statement_for_level(b.requirement[p.ladder.dimension_of(q)]));
    let raised: Vec<Change> = found
        .between
        .iter()
        .filter_map(|s| {
            Some(Change {
                question: s.question,
                choice: Some(crate::model::assessment::Choice::Statement(asked(s.question)?)),
                with_example: true,
            })
        })
        .collect();
    let (_, flip) = nearest_flip(&p.ladder, &p.model, &score, &p.assessment);
    let flip = flip.map(|f| Change {
        question: f.question,
        choice: Some(crate::model::assessment::Choice::Statement(f.to)),
        with_example: false,
    });
    if raised.is_empty() && flip.is_none() {
        return Html::default();
    }
    let all = |to: Vec<Change>| {
        let changes = changes.clone();
        Callback::from(move |_: MouseEvent| changes.set(to.clone()))
    };
    html! {
        <section class="note"><h2>{ page_what_if::SUGGESTIONS }</h2>
            <p class="actions">
                if !raised.is_empty() { <button type="button" class="button quiet" onclick={all(raised)}>{ page_what_if::RAISE }</button> }
                if let Some(flip) = flip { <button type="button" class="button quiet" onclick={all(vec![flip])}>{ page_what_if::FLIP }</button> }
            </p>
        </section>
    }
}

fn dimension(p: &Props, d: &Dimension, changes: &UseStateHandle<Vec<Change>>) -> Html {
    let touched = changes.iter().filter(|c| d.questions.contains(&c.question)).count();
    html! {
        <section class="pair" key={d.id.clone()}>
            <h3>{ &d.title }if touched > 0 { <span class="small soft block">{ untranslated(page_what_if::changed_count(touched)) }</span> }</h3>
            { for d.questions.clone().map(|q| question(p, q, changes)) }
        </section>
    }
}

fn question(p: &Props, q: usize, changes: &UseStateHandle<Vec<Change>>) -> Html {
    let ladder = &p.ladder;
    let answer = p.assessment.answers.get(&ladder.questions[q].id).cloned().unwrap_or_default();
    let has_example = p.assessment.has_example(&answer);
    let tried = changes.iter().find(|c| c.question == q).cloned();
    let now = tried.clone().unwrap_or(Change { question: q, choice: answer.choice, with_example: false });
    let choose = {
        let (changes, now) = (changes.clone(), now.clone());
        Callback::from(move |choice| set(&changes, Change { choice: Some(choice), ..now.clone() }))
    };
    let example = {
        let (changes, now) = (changes.clone(), now.clone());
        Callback::from(move |e: Event| set(&changes, Change { with_example: browser::is_ticked(&e), ..now.clone() }))
    };
    let role = p.assessment.rater.role;
    let title = upper_first(name(ladder, q));
    html! {
        <details key={q} class={tried.is_some().then_some("tried")}>
            <summary>{ if tried.is_some() { keyed(page_what_if::changed(title)) } else { keyed(title) } }</summary>
            <fieldset class="question" aria-label={prompt_text(ladder, q, audience(&p.assessment))}>
                <p class="small soft">{ page_what_if::answer_in_record(labels::answer(ladder, role, q, answer.choice)) }</p>
                { choices(&ladder.questions[q], role, now.choice, &choose) }
            </fieldset>
            if !has_example { <label class="choice"><input type="checkbox" checked={now.with_example} onchange={example} /><span>{ page_what_if::WITH_EXAMPLE }</span></label> }
        </details>
    }
}

/// A short name of a question as a line of its own.
fn upper_first(name: &str) -> String {
    let mut rest = name.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

fn result(p: &Props, t: &Trial) -> Html {
    let ladder = &p.ladder;
    let top = ladder.levels.len() - 1;
    let aim = t.before.level.map_or(top, |l| (l + 1).min(top));
    let moved = t.shift(aim);
    let points = percent(moved.abs());
    let (rank, level) = (rank(ladder, aim), &ladder.levels[aim].title);
    let message = if moved.abs() < 0.005 {
        page_what_if::hardly_moves(rank, level)
    } else if moved > 0.0 {
        page_what_if::rises(rank, points, level)
    } else {
        page_what_if::falls(rank, points, level)
    };
    let mut in_trial = vec![t.after.sentence.clone(), message];
    if t.moves_level() {
        in_trial.push(page_what_if::LEVEL_MOVES.into());
    }
    let levels: Vec<f64> = t.before.levels.iter().chain(&t.after.levels).copied().collect();
    html! {
        <section aria-labelledby="trial">
            <h2 id="trial">{ page_what_if::WOULD_MOVE }</h2>
            <dl class="findings">
                <div><dt>{ page_what_if::IN_RECORD }</dt><dd>{ untranslated(together(&t.before.sentence)) }</dd></div>
                <div><dt>{ page_what_if::IN_TRIAL }</dt><dd><span role="status">{ untranslated(together(Message::sentences(in_trial))) }</span></dd></div>
                <div><dt>{ page_what_if::HELD_BACK_BY }</dt><dd>{ untranslated(together(&t.after.holds_back)) }</dd></div>
            </dl>
            <div class="two-rows"><p class="small soft">{ page_what_if::RECORD }</p>{ row(p, &t.before) }<p class="small soft">{ page_what_if::TRIAL }</p>{ row(p, &t.after) }</div>
            <table class="table notranslate" translate="no">
                <caption class="vh">{ page_what_if::CHANCES }</caption>
                <thead><tr><th scope="col">{ page_what_if::LEVEL }</th><th scope="col" class="n">{ page_what_if::RECORD }</th><th scope="col" class="n">{ page_what_if::TRIAL }</th></tr></thead>
                <tbody key={dots_view::numbers(&levels)}>{ for ladder.levels.iter().enumerate().map(|(l, level)| html! {
                    <tr key={l}><th scope="row">{ inline_level_icon(l) }{ &level.title }</th><td class="n">{ percent_text(t.before.levels[l]) }</td><td class="n">{ percent_text(t.after.levels[l]) }</td></tr>
                }) }</tbody>
            </table>
        </section>
    }
}

fn row(p: &Props, o: &Outcome) -> Html {
    dots_view::row(&p.ladder, &dots(&o.levels))
}
