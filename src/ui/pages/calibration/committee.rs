//! A committee of three to twelve: a member's own review form on an agreed record, and the combined files of several
//! members.

mod review_form;

use yew::prelude::*;

use crate::calibration::{
    Block, MEMBERS, Review, blind, blind_blocks, contested, marked_by, messages, named, report_html, report_markdown, review,
    review_blocks,
};
use crate::messages::{Message, common, page_calibrations, page_committee};
use crate::model::assessment::{Assessment, Choice, Role};
use crate::model::findings::name;
use crate::model::ladder::Ladder;
use crate::state::{Action, CalibrationAction, code_of};
use crate::ui::browser;
use crate::ui::components::blocks::blocks;
use crate::ui::components::copy_button::{CopyButton, file_name, save};
use crate::ui::components::paste::Paste;
use crate::ui::components::start_rating::Begin;
use crate::ui::view::{View, heading, keyed, untranslated};

pub(in crate::ui) fn page(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    if let Some((review, record)) = calibrations.review_form() {
        return review_form::page(view, review, record);
    }
    let finished: Vec<_> = calibrations.session_records().filter(|r| r.finished().is_some()).collect();
    html! {
        <div class="reading committee" key="all">
            { heading("", common::COMMITTEE) }
            <p class="standfirst">{ page_committee::standfirst(*MEMBERS.start(), *MEMBERS.end()) }</p>
            if !calibrations.message().is_empty() { <p class="announced" role="status">{ keyed(calibrations.message().to_owned()) }</p> }
            { for put_together(view) }
            <section class="ruled-part">
                <h2>{ page_committee::REVIEW }</h2>
                <p>{ page_committee::ABOUT_REVIEW }</p>
                if finished.is_empty() { <p>{ page_committee::OPEN_FIRST }</p> }
                <ul class="records" role="list">{ for finished.iter().map(|record| {
                    let [first, second] = crate::calibration::Side::BOTH.map(|side| messages::called(record, side));
                    let label = messages::capital(&page_calibrations::two_people_on(first, second, browser::day_text(record.started())).to_string());
                    let own = calibrations.review_forms().find(|s| s.record == record.id());
                    let action = match own {
                        Some(own) => CalibrationAction::ReviewOpened(own.id.clone()),
                        None => CalibrationAction::ReviewStarted { record: record.id().to_owned(), id: browser::new_id(), now: browser::now() },
                    };
                    html! { <li key={record.id().to_owned()}><p><b>{ label }</b></p><p class="actions">{ view.calibration_button(if own.is_some() { page_committee::CONTINUE_SHEET } else { page_committee::BEGIN_SHEET }, false, action) }</p></li> }
                }) }</ul>
            </section>
            <section class="ruled-part">
                <h2>{ page_committee::RATE_BLIND }</h2>
                <p>{ page_committee::ABOUT_BLIND }</p>
                <Begin role={Role::Committee} dispatch={view.dispatch.clone()} />
            </section>
            <section class="ruled-part">
                <h2>{ page_committee::PUT_TOGETHER }</h2>
                <p>{ page_committee::ABOUT_TOGETHER }</p>
                <p class="actions"><button type="button" class="button" data-open="">{ page_calibrations::CHOOSE_FILES }</button></p>
                <Paste dispatch={view.dispatch.clone()} />
            </section>
            <p class="actions question-actions">{ view.quiet_button(common::BACK, Action::WentBack) }</p>
        </div>
    }
}

/// The result of the files.
fn put_together(view: &View) -> Vec<Html> {
    let (calibrations, ladders) = (view.state.calibrations(), view.state.ladders());
    let collected = calibrations.collected();
    let mut out = Vec::new();
    if !collected.ratings.is_empty() {
        let subject = collected.ratings.iter().map(|a| a.subject.name.trim()).find(|n| !n.is_empty()).unwrap_or_default();
        let used = ladders.of_all(collected.ratings.iter().map(|a| &a.ladder));
        let ladder = used.ladder();
        out.push(match blind(ladder, used.model(), &collected.ratings) {
            Ok(result) => {
                let open: Vec<usize> = result.contested().iter().map(|s| s.question).collect();
                let body = blind_blocks(ladder, &result, subject);
                together(view, &body, who(view, ladder, &open, |q| chosen(ladder, &collected.ratings, q)))
            }
            Err(problem) => not_yet(view, page_committee::ratings_here(collected.ratings.len()), &problem.to_string()),
        });
    }
    if let Some(first) = collected.reviews.first() {
        let record = calibrations.session_record(&first.record);
        let count = page_committee::sheets_here(collected.reviews.len());
        let result = record.map(|record| {
            let code = code_of(record).to_string();
            let ladder = ladders.of(record.ladder()).ladder();
            review(ladder, record, &code, &collected.reviews).map(|marked| (ladder, record, code, marked))
        });
        out.push(match result {
            Some(Ok((ladder, record, code, marked))) => {
                let open: Vec<usize> = contested(&marked).iter().map(|m| m.question).collect();
                let body = review_blocks(ladder, record, &code, collected.reviews.len(), &marked);
                together(view, &body, who(view, ladder, &open, |q| marks(ladder, &collected.reviews, q)))
            }
            Some(Err(problem)) => not_yet(view, count, &problem.to_string()),
            None => not_yet(view, count, page_committee::RECORD_MISSING),
        });
    }
    out
}

fn together(view: &View, body: &[Block], who: Html) -> Html {
    let (markdown, page) = (report_markdown(body), report_html(body));
    let print = Callback::from(|_: MouseEvent| browser::print());
    html! {
        <section class="ruled-part sheet">
            { blocks(body, 2) }
            { who }
            <p class="actions">
                <button type="button" class="button quiet" onclick={print}>{ page_calibrations::PRINT }</button>
                { save(page_calibrations::SAVE_AS_HTML, file_name("committee", "html"), "text/html", move || page.clone()) }
                <CopyButton label={page_calibrations::COPY_AS_MARKDOWN} text={markdown} />
                { view.calibration_link(page_committee::PUT_AWAY, CalibrationAction::CollectionEmptied) }
            </p>
        </section>
    }
}

fn not_yet(view: &View, count: Message, problem: &str) -> Html {
    html! {
        <section class="notice">
            <h2>{ untranslated(count) }</h2>
            <p>{ keyed(page_committee::not_together(problem)) }</p>
            <p class="actions">{ view.calibration_link(page_committee::PUT_AWAY, CalibrationAction::CollectionEmptied) }</p>
        </section>
    }
}

/// Names only on request, and only where something is contested.
fn who(view: &View, ladder: &Ladder, questions: &[usize], rows: impl Fn(usize) -> Vec<(String, String)>) -> Html {
    if questions.is_empty() {
        return Html::default();
    }
    if !view.state.calibrations().collected().names {
        return html! { <p class="actions">{ view.calibration_link(page_committee::SHOW_NAMES, CalibrationAction::NamesRequested(true)) }</p> };
    }
    html! {
        <>
        <h3>{ page_committee::WHO_ANSWERED }</h3>
        <dl class="terms">{ for questions.iter().map(|q| html! {
            <div key={*q}><dt>{ name(ladder, *q) }</dt><dd>{ untranslated(rows(*q).iter().map(|(who, what)| page_committee::who_what(who, what).to_string()).collect::<Vec<_>>().join("; ")) }</dd></div>
        }) }</dl>
        <p class="actions">{ view.calibration_link(page_committee::HIDE_NAMES, CalibrationAction::NamesRequested(false)) }</p>
        </>
    }
}

fn chosen(ladder: &Ladder, ratings: &[Assessment], question: usize) -> Vec<(String, String)> {
    let rows: Vec<(String, Option<Choice>)> = named(ladder, ratings, question);
    rows.into_iter().map(|(name, choice)| (name, messages::answer(choice))).collect()
}

fn marks(ladder: &Ladder, reviews: &[Review], question: usize) -> Vec<(String, String)> {
    let rows = marked_by(ladder, reviews, question);
    rows.into_iter()
        .map(|(name, mark)| {
            (name, mark.map_or_else(|| page_committee::NO_MARK.into(), |mark| page_committee::marked(mark.id()).into()))
        })
        .collect()
}
