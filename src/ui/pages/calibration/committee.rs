//! A committee of three to twelve: a member's own review form on an agreed record, and the combined files of several
//! members.

mod review_form;

use yew::prelude::*;

use crate::calibration::{
    Block, MEMBERS, Mark, blind, blind_blocks, contested, marked_by, messages, named, report_html, report_markdown, review,
    review_blocks,
};
use crate::model::assessment::{Assessment, Choice, Role};
use crate::model::findings::name;
use crate::state::{Action, CalibrationAction, code_of};
use crate::ui::components::blocks::blocks;
use crate::ui::components::copy_button::{CopyButton, file_name, save};
use crate::ui::components::paste::Paste;
use crate::ui::components::start_rating::Begin;
use crate::ui::view::{View, heading, keyed, untranslated};
use crate::ui::{browser, text};

pub(in crate::ui) fn page(view: &View) -> Html {
    let calibrations = view.state.calibrations();
    if let Some((review, record)) = calibrations.review_form() {
        return review_form::page(view, review, record);
    }
    let finished: Vec<_> = calibrations.session_records().filter(|r| r.finished().is_some()).collect();
    html! {
        <div class="reading committee" key="all">
            { heading("", text::COMMITTEE) }
            <p class="standfirst">{ format!("{} to {} people look at one person. They review an agreed record, which is the usual way, or rate the core questions blind. There is no view across people, and no order of people.", MEMBERS.start(), MEMBERS.end()) }</p>
            if !calibrations.message().is_empty() { <p class="announced" role="status">{ keyed(calibrations.message().to_owned()) }</p> }
            { for put_together(view) }
            <section class="ruled-part">
                <h2>{ "Review a record" }</h2>
                <p>{ "Each member opens the same finished record, marks questions, and saves a file. Nothing in the record changes." }</p>
                if finished.is_empty() { <p>{ "Open a finished record first." }</p> }
                <ul class="records" role="list">{ for finished.iter().map(|record| {
                    let [first, second] = crate::calibration::Side::BOTH.map(|side| messages::called(record, side));
                    let label = messages::capital(&format!("{first} and {second}, {}", browser::day_words(record.started())));
                    let own = calibrations.review_forms().find(|s| s.record == record.id());
                    let action = match own {
                        Some(own) => CalibrationAction::ReviewOpened(own.id.clone()),
                        None => CalibrationAction::ReviewStarted { record: record.id().to_owned(), id: browser::new_id(), now: browser::now() },
                    };
                    html! { <li key={record.id().to_owned()}><p><b>{ label }</b></p><p class="actions">{ view.calibration_button(if own.is_some() { "Go on with my sheet" } else { "Begin my sheet" }, false, action) }</p></li> }
                }) }</ul>
            </section>
            <section class="ruled-part">
                <h2>{ "Rate blind" }</h2>
                <p>{ "Each member rates the core questions alone and saves a file." }</p>
                <Begin role={Role::Committee} dispatch={view.dispatch.clone()} />
            </section>
            <section class="ruled-part">
                <h2>{ "Put members\u{2019} files together" }</h2>
                <p>{ "Choose all sheets on one record, or all blind ratings of one person. They are read in this browser and not kept." }</p>
                <p class="actions"><button type="button" class="button" data-open="">{ "Choose files" }</button></p>
                <Paste dispatch={view.dispatch.clone()} />
            </section>
            <p class="actions question-actions">{ view.quiet_button(text::BACK, Action::WentBack) }</p>
        </div>
    }
}

/// The result of the files.
fn put_together(view: &View) -> Vec<Html> {
    let (calibrations, ladder) = (view.state.calibrations(), view.state.ladder());
    let collected = calibrations.collected();
    let mut out = Vec::new();
    if !collected.ratings.is_empty() {
        let subject = collected.ratings.iter().map(|a| a.subject.name.trim()).find(|n| !n.is_empty()).unwrap_or_default();
        out.push(match blind(ladder, view.state.model(), &collected.ratings) {
            Ok(result) => {
                let open: Vec<usize> = result.contested().iter().map(|s| s.question).collect();
                let body = blind_blocks(ladder, &result, subject);
                together(view, &body, who(view, &open, |q| chosen(view, &collected.ratings, q)))
            }
            Err(problem) => not_yet(view, &format!("{} blind ratings are here.", collected.ratings.len()), &problem.to_string()),
        });
    }
    if let Some(first) = collected.reviews.first() {
        let record = calibrations.session_record(&first.record);
        let count = format!("{} sheets are here.", collected.reviews.len());
        let result = record.map(|record| {
            let code = code_of(record).to_string();
            review(ladder, record, &code, &collected.reviews).map(|marked| (record, code, marked))
        });
        out.push(match result {
            Some(Ok((record, code, marked))) => {
                let open: Vec<usize> = contested(&marked).iter().map(|m| m.question).collect();
                let body = review_blocks(ladder, record, &code, collected.reviews.len(), &marked);
                together(view, &body, who(view, &open, |q| marks(view, q)))
            }
            Some(Err(problem)) => not_yet(view, &count, &problem.to_string()),
            None => not_yet(view, &count, "the record that they are about is not in this browser; open it first"),
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
                <button type="button" class="button quiet" onclick={print}>{ "Print" }</button>
                { save("Save as HTML", file_name("committee", "html"), "text/html", move || page.clone()) }
                <CopyButton words="Copy as Markdown" text={markdown} />
                { view.calibration_link("Put these away", CalibrationAction::CollectionEmptied) }
            </p>
        </section>
    }
}

fn not_yet(view: &View, count: &str, problem: &str) -> Html {
    html! {
        <section class="notice">
            <h2>{ untranslated(count.to_owned()) }</h2>
            <p>{ keyed(format!("They cannot be put together yet: {problem}.")) }</p>
            <p class="actions">{ view.calibration_link("Put these away", CalibrationAction::CollectionEmptied) }</p>
        </section>
    }
}

/// Names only on request, and only where something is contested.
fn who(view: &View, questions: &[usize], rows: impl Fn(usize) -> Vec<(String, String)>) -> Html {
    if questions.is_empty() {
        return Html::default();
    }
    if !view.state.calibrations().collected().names {
        return html! { <p class="actions">{ view.calibration_link("Show who answered what", CalibrationAction::NamesRequested(true)) }</p> };
    }
    let ladder = view.state.ladder();
    html! {
        <>
        <h3>{ "Who answered what, on the contested questions" }</h3>
        <dl class="terms">{ for questions.iter().map(|q| html! {
            <div key={*q}><dt>{ name(ladder, *q) }</dt><dd>{ untranslated(rows(*q).iter().map(|(who, what)| format!("{who}: {what}")).collect::<Vec<_>>().join("; ")) }</dd></div>
        }) }</dl>
        <p class="actions">{ view.calibration_link("Hide who answered what", CalibrationAction::NamesRequested(false)) }</p>
        </>
    }
}

fn chosen(view: &View, ratings: &[Assessment], question: usize) -> Vec<(String, String)> {
    let rows: Vec<(String, Option<Choice>)> = named(view.state.ladder(), ratings, question);
    rows.into_iter().map(|(name, choice)| (name, messages::answer(choice))).collect()
}

fn marks(view: &View, question: usize) -> Vec<(String, String)> {
    let rows = marked_by(view.state.ladder(), &view.state.calibrations().collected().reviews, question);
    rows.into_iter().map(|(name, mark)| (name, mark.map_or("no mark", Mark::id).to_owned())).collect()
}
