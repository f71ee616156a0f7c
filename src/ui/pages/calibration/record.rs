//! The record of a session: the closing code, the content, numbers, exports, and a second look.

use std::rc::Rc;

use yew::prelude::*;

use crate::base::limits::MAX_LINE;
use crate::calibration::{
    Calibration, Side, agreed_assessment, messages, record_blocks, record_html, record_markdown, unclear_csv, unclear_markdown,
};
use crate::files::{assessment_file, document_file, file_text};
use crate::model::agreement::{gap_words, offset_words, rater_names, same_words};
use crate::state::{Action, CalibrationAction, DocumentKey, DocumentKind, Page, code_of};
use crate::ui::components::blocks::blocks;
use crate::ui::components::character_count::counter;
use crate::ui::components::copy_button::{CopyButton, file_name, save};
use crate::ui::view::{Dispatch, View, heading};
use crate::ui::{browser, text};

pub(in crate::ui) fn page(view: &View) -> Html {
    let Some(c) = view.state.calibrations().talk() else { return Html::default() };
    let (ladder, model, record) = (c.ladder(), view.state.model(), c.record());
    let finished = record.finished().is_some();
    let code = if finished { code_of(record).to_string() } else { String::new() };
    let body = record_blocks(ladder, model, record, &code);
    let not_shown = messages::not_shown(record);
    let (title, body) = match body.split_first() {
        Some((crate::calibration::Block::Heading(_, title), rest)) => (title.clone(), rest.to_vec()),
        _ => (String::from("Record"), body),
    };
    html! {
        <div class="reading record">
            { heading("", title) }
            if finished { { closing(&code, c.doubt()) } } else { <p class="standfirst">{ "This session goes on; what stands here may still change." }</p> }
            { export_section(view, c, &code) }
            if !not_shown.is_empty() { <p class="small soft">{ not_shown }</p> }
            { numbers(c) }
            { blocks(&body, 1) }
            <p class="small soft">{ text::ASSUMPTIONS }</p>
            if finished {
                <section class="ruled-part">
                    <h2>{ "A second look" }</h2>
                    <p>{ "With new evidence the two of you can open this once more. That makes a new record, linked to this one; this one stays as it is." }</p>
                    <SecondLook dispatch={view.dispatch.clone()} />
                </section>
            }
            <p class="actions question-actions">
                { view.quiet_button(text::BACK, Action::WentBack) }
                { view.link(Page::Committee, text::COMMITTEE) }
                { view.link(Page::Verify, text::VERIFY) }
            </p>
        </div>
    }
}

/// The closing code; with a warning if an original does not fit the code of its seal.
fn closing(code: &str, doubt: Option<&str>) -> Html {
    html! {
        <section class="closing" aria-labelledby="closing">
            <h2 id="closing">{ "Closing code" }</h2>
            <p class="digits num" id="closing-code">{ code.to_owned() }</p>
            if let Some(doubt) = doubt { <p class="problem" role="alert">{ doubt.to_owned() }</p> }
            <p>{ messages::REBUILT }</p>
            <p class="actions"><CopyButton words="Copy the closing code" text={code.to_owned()} main=true /></p>
        </section>
    }
}

fn export_section(view: &View, c: &Calibration, code: &str) -> Html {
    let (ladder, model, record) = (Rc::clone(c.ladder()), Rc::clone(view.state.model()), c.record().clone());
    let key = DocumentKey { kind: DocumentKind::Record, id: record.id().to_owned() };
    let document = view.state.calibrations().document(&key).map(|p| file_text(&document_file(p))).unwrap_or_default();
    let markdown = record_markdown(&ladder, &model, &record, code);
    let page = record_html(&ladder, &model, &record, code);
    let unclear =
        (!record.progress().unclear.is_empty()).then(|| (unclear_markdown(&ladder, &record), unclear_csv(&ladder, &record)));
    let agreed = file_text(&assessment_file(&agreed_assessment(&ladder, &record, &format!("{}-agreed", record.id()))));
    let print = Callback::from(|_: MouseEvent| browser::print());
    html! {
        <section class="hand-out" aria-label="Hand out">
            <p class="actions">
                { save("Save record", file_name("record", "json"), "application/json", move || document.clone()) }
                { save("Save as Markdown", file_name("record", "md"), "text/markdown", { let markdown = markdown.clone(); move || markdown.clone() }) }
                { save("Save as HTML", file_name("record", "html"), "text/html", move || page.clone()) }
                <CopyButton words="Copy as Markdown" text={markdown} />
                <button type="button" class="button quiet" onclick={print}>{ "Print" }</button>
                if record.finished().is_some() { { save("Save agreed answers", file_name("agreed", "json"), "application/json", move || agreed.clone()) } }
            </p>
            if let Some((markdown, csv)) = unclear {
                <p class="small">{ "For the authors of the ladder, without names:" }</p>
                <p class="actions">
                    { save("Save unclear statements", file_name("unclear", "md"), "text/markdown", move || markdown.clone()) }
                    { save("The same as a table", file_name("unclear", "csv"), "text/csv", move || csv.clone()) }
                </p>
            }
        </section>
    }
}

/// How far the two originals differ, in plain numbers.
pub(in crate::ui) fn numbers(c: &Calibration) -> Html {
    let (ladder, comparison) = (c.ladder(), c.comparison());
    let rater_names = rater_names(Side::BOTH.map(|side| c.record().original(side).rater.role));
    html! {
        <section>
            <h2>{ "How far apart you were" }</h2>
            <p>{ same_words(comparison) }{ " " }{ offset_words(&comparison.plain, &rater_names) }</p>
            <ul class="lines" role="list">
                { for ladder.dimensions.iter().zip(&comparison.gaps).map(|(d, g)| html! { <li key={d.id.clone()}>{ gap_words(&d.title, g, &rater_names) }</li> }) }
            </ul>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct Props {
    dispatch: Dispatch,
}

/// The new evidence, and the start of a second look.
#[component(SecondLook)]
fn second_look(p: &Props) -> Html {
    let evidence = use_state(String::new);
    let oninput = {
        let evidence = evidence.clone();
        Callback::from(move |e: InputEvent| evidence.set(browser::field_text(&e)))
    };
    let onclick = {
        let (dispatch, evidence) = (p.dispatch.clone(), evidence.clone());
        Callback::from(move |_: MouseEvent| {
            if !evidence.trim().is_empty() {
                let (id, evidence, now) = (browser::new_id(), (*evidence).clone(), browser::now());
                dispatch.emit(Action::Calibration(Rc::new(CalibrationAction::SecondLookTaken { id, evidence, now })));
            }
        })
    };
    html! {
        <div class="field">
            <label for="new-evidence">{ "What is new" }</label>
            <textarea id="new-evidence" class="input" rows="3" autocomplete="off" maxlength={MAX_LINE.to_string()} value={(*evidence).clone()} {oninput} />{ counter(&evidence, MAX_LINE) }
            <p class="actions"><button type="button" class="button quiet" {onclick}>{ "Take a second look" }</button></p>
        </div>
    }
}
