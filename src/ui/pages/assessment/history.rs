//! The open assessment over time: dated snapshots, and what changed between them.

use yew::prelude::*;

use crate::base::limits::MAX_LINE;
use crate::messages::{common, dialogs, page_history};
use crate::model::assessment::Assessment;
use crate::model::labels;
use crate::model::profile::profile;
use crate::model::snapshots::{Trend, change_text, snapshots_of, trend};
use crate::state::Action;
use crate::ui::components::character_count::counter;
use crate::ui::components::prompt;
use crate::ui::components::revision_warning;
use crate::ui::view::{Dispatch, View, heading, together, untranslated};
use crate::ui::{browser, text};

pub(in crate::ui) fn page(view: &View, a: &Assessment) -> Html {
    let taken = snapshots_of(view.state.assessments(), &a.id);
    let states: Vec<&Assessment> = taken.iter().copied().chain([a]).collect();
    html! {
        <div class="reading">
            <p class="overline">{ text::label(a) }</p>
            { heading("", common::HISTORY) }
            <p class="standfirst">{ page_history::SNAPSHOT_ABOUT }</p>
            { revision_warning::paragraph(view.state.ladder(), a) }
            <Take dispatch={view.dispatch.clone()} />
            if taken.is_empty() {
                <p>{ page_history::NO_SNAPSHOT }</p>
            } else {
                <h2>{ page_history::SNAPSHOTS }</h2>
                <ul class="records">{ for taken.iter().map(|s| entry(view, s)) }</ul>
                <h2>{ page_history::WHAT_CHANGED }</h2>
                { for states.windows(2).rev().map(|pair| between(view, pair[0], pair[1])) }
            }
            <p class="actions question-actions">{ view.quiet_button(common::BACK, Action::WentBack) }</p>
        </div>
    }
}

fn when(a: &Assessment) -> String {
    a.snapshot.as_ref().map_or_else(|| page_history::TODAY.to_owned(), |s| browser::day_text(&s.taken))
}

fn entry(view: &View, s: &Assessment) -> Html {
    let used = view.state.ladders().of(&s.ladder);
    let overall = profile(used.ladder(), used.model(), std::slice::from_ref(s)).overall;
    let why = s.snapshot.as_ref().map(|t| t.why.clone()).unwrap_or_default();
    let label = page_history::delete_snapshot(when(s));
    html! {
        <li key={s.id.clone()}>
            <p><b>{ when(s) }</b><span class="block">{ untranslated(together(&overall.sentence)) }</span>{ revision_warning::line(used.ladder(), s) }if !why.is_empty() { <span class="small soft block">{ why }</span> }</p>
            <p class="actions"><button type="button" class="link" aria-label={label} onclick={view.click(Action::AssessmentDeleted(s.id.clone()))}>{ dialogs::DELETE }</button></p>
        </li>
    }
}

fn between(view: &View, earlier: &Assessment, later: &Assessment) -> Html {
    let (ladder, model) = (view.state.ladder(), view.state.model());
    let head = page_history::from_to(when(earlier), when(later));
    html! {
        <section key={format!("{} {}", earlier.id, later.id)} class="pair">
            <h3>{ head.to_string() }</h3>
            { match trend(ladder, model, earlier, later) {
                Ok(found) => changes(view, later, &found),
                Err(problem) => html! { <p>{ page_history::not_comparable(problem.message) }</p> },
            } }
        </section>
    }
}

fn changes(view: &View, later: &Assessment, found: &Trend) -> Html {
    let ladder = view.state.ladder();
    html! {
        <>
        <p>{ together(page_history::before_and_after(&found.before.sentence, &found.after.sentence).to_string()) }</p>
        <ul class="changes">{ for found.dimensions.iter().enumerate().map(|(d, change)| html! { <li key={d}>{ together(change_text(ladder, d, change.as_ref())) }</li> }) }</ul>
        if !found.same_rater { <p class="small soft">{ page_history::DIFFERENT_RATERS }</p> }
        if !found.answers.is_empty() {
            <details>
                <summary>{ page_history::answers_changed(found.answers.len()) }</summary>
                <dl class="versions">{ for found.answers.iter().map(|c| {
                    let said = |choice| labels::answer(ladder, later.rater.role, c.question, choice);
                    html! {
                        <div key={c.question}>
                            <dt>{ prompt::of(view, later, c.question) }</dt>
                            <dd>{ page_history::before(said(c.before)) }</dd>
                            <dd>{ page_history::after(said(c.after)) }</dd>
                            if !c.why.is_empty() { <dd class="small soft">{ &c.why }</dd> }
                        </div>
                    }
                }) }</dl>
            </details>
        }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct TakeProps {
    dispatch: Dispatch,
}

/// Remembers the reason until the snapshot is taken.
#[component(Take)]
fn take(p: &TakeProps) -> Html {
    let why = use_state(String::new);
    let oninput = {
        let why = why.clone();
        Callback::from(move |e: InputEvent| why.set(browser::field_text(&e)))
    };
    let onclick = {
        let (why, dispatch) = (why.clone(), p.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::SnapshotTaken { id: browser::new_id(), why: why.trim().to_owned(), now: browser::now() });
            why.set(String::new());
        })
    };
    html! {
        <div class="field">
            <label for="why">{ page_history::WHY }</label>
            <input id="why" class="input" type="text" autocomplete="off" maxlength={MAX_LINE.to_string()} value={(*why).clone()} {oninput} />{ counter(&why, MAX_LINE) }
            <p class="actions"><button type="button" class="button" {onclick}>{ page_history::TAKE }</button></p>
        </div>
    }
}
