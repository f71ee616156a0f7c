//! Documents on another revision of the ladder than the one in use: the sentence that says so, the way to carry an
//! assessment over, and the old question beside one that a copy left open.

use yew::prelude::*;

use super::prompt;
use crate::documents::calibration::SessionRecord;
use crate::files::carried_over;
use crate::messages::revisions;
use crate::model::assessment::{Assessment, LadderRef};
use crate::model::labels;
use crate::model::prompts::{self, Audience};
use crate::state::{Action, Page};
use crate::ui::browser;
use crate::ui::view::{View, keyed};

/// Above every page of such a document.
pub(in crate::ui) fn banner(view: &View) -> Html {
    let (ladders, page) = (view.state.ladders(), view.state.page());
    let calibrations = view.state.calibrations();
    let current = &ladders.current().ladder().revision;
    let of_session = |named: Option<&LadderRef>| {
        let named = named.filter(|named| ladders.names_other(named))?;
        Some(
            html! { <p class="notice">{ keyed(revisions::session_revision(&ladders.of(named).ladder().revision, current)) }</p> },
        )
    };
    let shown = match page {
        Page::Talk | Page::Record => of_session(calibrations.talk().map(|c| c.record().ladder())),
        Page::Reveal => of_session(calibrations.invitation(calibrations.session()).map(|i| &i.ladder)),
        Page::Verify => of_session(calibrations.verifying().map(SessionRecord::ladder)),
        Page::Committee => of_session(calibrations.review_form().map(|(_, r)| r.ladder())),
        Page::Ladder => view.state.assessment().map(|a| &a.ladder).filter(|named| ladders.names_other(named)).map(|named| {
            html! { <p class="notice">{ keyed(revisions::ladder_revision(&ladders.of(named).ladder().revision, current)) }</p> }
        }),
        page if page.needs_assessment() => view.state.assessment().and_then(|a| of_assessment(view, a, page)),
        _ => None,
    };
    shown.unwrap_or_default()
}

fn of_assessment(view: &View, a: &Assessment, page: Page) -> Option<Html> {
    let ladders = view.state.ladders();
    let (used, current) = (&ladders.of(&a.ladder).ladder().revision, &ladders.current().ladder().revision);
    if !ladders.names_other(&a.ladder) {
        return None;
    }
    // While a question is answered, nothing stands there to be pressed by mistake.
    let offered = view.state.can_carry_over(a) && !matches!(page, Page::Question(..));
    let carry = view.dispatch.reform(|_: MouseEvent| Action::CarriedOver { id: browser::new_id(), now: browser::now() });
    Some(html! {
        <section class="notice" aria-label={revisions::OTHER_REVISION}>
            <p>{ keyed(revisions::assessment_revision(used, current)) }</p>
            if offered {
                <p class="actions"><button type="button" class="button quiet" onclick={carry} aria-describedby="carry-over-about">{ keyed(revisions::carry_over(current)) }</button></p>
                <p class="small soft" id="carry-over-about">{ keyed(revisions::carry_over_about(view.state.left_open_by_carrying_over(a))) }</p>
            }
        </section>
    })
}

/// In a list.
pub(in crate::ui) fn line(view: &View, named: &LadderRef) -> Html {
    note(view, named).map_or_else(Html::default, |sentence| html! { <span class="small soft block">{ keyed(sentence) }</span> })
}

/// The same as a sentence.
pub(in crate::ui) fn note(view: &View, named: &LadderRef) -> Option<String> {
    let ladders = view.state.ladders();
    ladders.names_other(named).then(|| revisions::on_revision(&ladders.of(named).ladder().revision).into())
}

/// The question of the earlier revision with the answer that was given to it, for a question that a copy left open.
pub(in crate::ui) fn earlier_answer(view: &View, a: &Assessment, question: usize) -> Html {
    earlier(view, a, question).map_or_else(Html::default, |e| {
        html! {
            <section class="note" key="earlier">
                <h2>{ keyed(revisions::earlier_question(e.revision)) }</h2>
                <p>{ e.prompt }</p>
                <p class="quote">{ e.answer }</p>
                if !e.example.is_empty() { <p class="small soft">{ e.example }</p> }
            </section>
        }
    })
}

/// The same as one line, for the list of all answers.
pub(in crate::ui) fn earlier_line(view: &View, a: &Assessment, question: usize) -> Html {
    let open = a.answers.get(&view.state.ladder_of(a).questions[question].id).is_none_or(|x| x.choice.is_none());
    let found = if open { earlier(view, a, question) } else { None };
    found.map_or_else(Html::default, |e| {
        html! { <p class="small soft">{ revisions::earlier_line(e.revision) }{ " " }{ e.prompt }<span class="block">{ e.answer }</span></p> }
    })
}

struct Earlier {
    revision: String,
    prompt: Html,
    answer: String,
    example: String,
}

fn earlier(view: &View, a: &Assessment, question: usize) -> Option<Earlier> {
    let made_of = carried_over(a)?;
    let id = &view.state.ladder_of(a).questions[question].id;
    let answer = made_of.left_open.get(id)?;
    let ladder = view.state.ladders().of(&made_of.ladder).ladder();
    // Without the text of that revision there is nothing to show.
    let question = ladder.question_index(id).filter(|_| ladder.digest == made_of.ladder.digest)?;
    let audience = Audience::of(a.rater.role, view.state.person(a));
    Some(Earlier {
        revision: ladder.revision.clone(),
        prompt: prompt::text(prompts::prompt(ladder, question, audience)),
        answer: labels::answer(ladder, a.rater.role, question, answer.choice).to_owned(),
        example: answer.example.trim().to_owned(),
    })
}
