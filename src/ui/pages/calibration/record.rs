//! The record of a session: the closing code, the content, numbers, exports, and a second look.

use std::rc::Rc;

use yew::prelude::*;

use crate::base::limits::MAX_LINE;
use crate::calibration::{
    Calibration, Side, agreed_assessment, messages, record_blocks, record_html, record_markdown, unclear_csv, unclear_markdown,
};
use crate::files::{assessment_file, document_file, file_text};
use crate::messages::{common, page_calibrations, page_record};
use crate::model::agreement::{gap_text, offset_text, rater_names, same_text};
use crate::state::{Action, CalibrationAction, DocumentKey, DocumentKind, Page, code_of};
use crate::ui::components::blocks::blocks;
use crate::ui::components::character_count::counter;
use crate::ui::components::copy_button::{CopyButton, file_name, save};
use crate::ui::view::{Dispatch, View, heading};
use crate::ui::{browser, text};

pub(in crate::ui) fn page(view: &View) -> Html {
    let Some(c) = view.state.calibrations().talk() else { return Html::default() };
    let (ladder, record) = (c.ladder(), c.record());
    let model = view.state.ladders().of(record.ladder()).model();
    let finished = record.finished().is_some();
    let code = if finished { code_of(record).to_string() } else { String::new() };
    let body = record_blocks(ladder, model, record, &code);
    let not_shown = messages::not_shown(record);
    let (title, body) = match body.split_first() {
        Some((crate::calibration::Block::Heading(_, title), rest)) => (title.clone(), rest.to_vec()),
        _ => (page_record::RECORD.to_owned(), body),
    };
    html! {
        <div class="reading record">
            { heading("", title) }
            if finished { { closing(&code, c.doubt()) } } else { <p class="standfirst">{ page_record::GOES_ON }</p> }
            { export_section(view, c, &code) }
            if !not_shown.is_empty() { <p class="small soft">{ not_shown }</p> }
            { numbers(c) }
            { blocks(&body, 1) }
            <p class="small soft">{ text::ASSUMPTIONS }</p>
            if finished {
                <section class="ruled-part">
                    <h2>{ page_calibrations::SECOND_LOOK }</h2>
                    <p>{ page_record::ABOUT_SECOND_LOOK }</p>
                    <SecondLook dispatch={view.dispatch.clone()} />
                </section>
            }
            <p class="actions question-actions">
                { view.quiet_button(common::BACK, Action::WentBack) }
                { view.link(Page::Committee, common::COMMITTEE) }
                { view.link(Page::Verify, common::VERIFY) }
            </p>
        </div>
    }
}

/// The closing code; with a warning if an original does not fit the code of its seal.
fn closing(code: &str, doubt: Option<&str>) -> Html {
    html! {
        <section class="closing" aria-labelledby="closing">
            <h2 id="closing">{ page_record::CLOSING_CODE }</h2>
            <p class="digits num" id="closing-code">{ code.to_owned() }</p>
            if let Some(doubt) = doubt { <p class="problem" role="alert">{ doubt.to_owned() }</p> }
            <p>{ messages::REBUILT }</p>
            <p class="actions"><CopyButton label={page_record::COPY_CLOSING_CODE} text={code.to_owned()} main=true /></p>
        </section>
    }
}

fn export_section(view: &View, c: &Calibration, code: &str) -> Html {
    let (ladder, record) = (Rc::clone(c.ladder()), c.record().clone());
    let model = Rc::clone(view.state.ladders().of(record.ladder()).model());
    let key = DocumentKey { kind: DocumentKind::Record, id: record.id().to_owned() };
    let document = view.state.calibrations().document(&key).map(|p| file_text(&document_file(p))).unwrap_or_default();
    let markdown = record_markdown(&ladder, &model, &record, code);
    let page = record_html(&ladder, &model, &record, code);
    let unclear =
        (!record.progress().unclear.is_empty()).then(|| (unclear_markdown(&ladder, &record), unclear_csv(&ladder, &record)));
    let agreed = file_text(&assessment_file(&agreed_assessment(&ladder, &record, &format!("{}-agreed", record.id()))));
    let print = Callback::from(|_: MouseEvent| browser::print());
    html! {
        <section class="hand-out" aria-label={page_record::HAND_OUT}>
            <p class="actions">
                { save(page_record::SAVE_RECORD, file_name("record", "json"), "application/json", move || document.clone()) }
                { save(page_record::SAVE_AS_MARKDOWN, file_name("record", "md"), "text/markdown", { let markdown = markdown.clone(); move || markdown.clone() }) }
                { save(page_calibrations::SAVE_AS_HTML, file_name("record", "html"), "text/html", move || page.clone()) }
                <CopyButton label={page_calibrations::COPY_AS_MARKDOWN} text={markdown} />
                <button type="button" class="button quiet" onclick={print}>{ page_calibrations::PRINT }</button>
                if record.finished().is_some() { { save(page_record::SAVE_AGREED, file_name("agreed", "json"), "application/json", move || agreed.clone()) } }
            </p>
            if let Some((markdown, csv)) = unclear {
                <p class="small">{ page_record::FOR_AUTHORS }</p>
                <p class="actions">
                    { save(page_record::SAVE_UNCLEAR, file_name("unclear", "md"), "text/markdown", move || markdown.clone()) }
                    { save(page_record::UNCLEAR_AS_TABLE, file_name("unclear", "csv"), "text/csv", move || csv.clone()) }
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
            <h2>{ page_record::HOW_FAR_APART }</h2>
            <p>{ same_text(comparison) }{ " " }{ offset_text(&comparison.plain, &rater_names) }</p>
            <ul class="lines" role="list">
                { for ladder.dimensions.iter().zip(&comparison.gaps).map(|(d, g)| html! { <li key={d.id.clone()}>{ gap_text(&d.title, g, &rater_names) }</li> }) }
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
            <label for="new-evidence">{ page_record::WHAT_IS_NEW }</label>
            <textarea id="new-evidence" class="input" rows="3" autocomplete="off" maxlength={MAX_LINE.to_string()} value={(*evidence).clone()} {oninput} />{ counter(&evidence, MAX_LINE) }
            <p class="actions"><button type="button" class="button quiet" {onclick}>{ page_record::TAKE_SECOND_LOOK }</button></p>
        </div>
    }
}
