//! A committee member's own review form on a record: agree, question or pass, with a line.

use std::rc::Rc;

use yew::prelude::*;

use crate::base::limits::{MAX_LINE, MAX_NAME};
use crate::calibration::{Mark, Review, SessionRecord, messages};
use crate::files::{document_file, file_text};
use crate::messages::{page_calibrations, page_committee};
use crate::model::prompts::{self, Audience};
use crate::state::{Action, CalibrationAction, DocumentKey, DocumentKind};
use crate::ui::browser;
use crate::ui::components::character_count::counter;
use crate::ui::components::copy_button::{file_name, save};
use crate::ui::components::prompt;
use crate::ui::view::{View, heading};

pub(super) fn page(view: &View, review: &Review, record: &SessionRecord) -> Html {
    let ladder = view.state.ladders().of(record.ladder()).ladder();
    let named = view.typed(|name| calibrations(CalibrationAction::MemberNamed { name, now: browser::now() }));
    let key = DocumentKey { kind: DocumentKind::Review, id: review.id.clone() };
    let file = view.state.calibrations().document(&key).map(|p| file_text(&document_file(p))).unwrap_or_default();
    let listed =
        ladder.questions.iter().enumerate().filter(|(_, q)| record.agreed_choice(&q.id).is_some() || record.stands_apart(&q.id));
    html! {
        <div class="reading committee" key={review.id.clone()}>
            <p class="overline">{ page_committee::SHEET_OVERLINE }</p>
            { heading("", page_committee::MY_SHEET) }
            <p class="standfirst">{ page_committee::ABOUT_SHEET }</p>
            <div class="field">
                <label for="member">{ page_committee::YOUR_NAME }</label>
                <input id="member" class="input" type="text" autocomplete="off" spellcheck="false" maxlength={MAX_NAME.to_string()} value={review.member.clone()} oninput={named} />{ counter(&review.member, MAX_NAME) }
            </div>
            { for listed.map(|(question, q)| {
                let remark = review.marks.get(&q.id);
                let line = format!("line-{}", q.id);
                let typed = view.typed(move |text| calibrations(CalibrationAction::LineTyped { question, text, now: browser::now() }));
                html! {
                    <fieldset class="question field" key={q.id.clone()}>
                        <legend>{ prompt::text(prompts::prompt(ladder, question, Audience::Others(record.about()))) }</legend>
                        <p class="small soft">{ messages::outcome(record, &q.id) }</p>
                        <div class="choices marks">{ for Mark::ALL.into_iter().map(|mark| {
                            let onchange = view.dispatch.reform(move |_: Event| calibrations(CalibrationAction::Marked { question, mark, now: browser::now() }));
                            html! { <label class="choice" key={mark.id()}><input type="radio" name={format!("mark-{}", q.id)} checked={remark.is_some_and(|r| r.mark == mark)} {onchange} /><span>{ page_committee::mark(mark.id()) }</span></label> }
                        }) }</div>
                        <label for={line.clone()} class="small">{ page_committee::LINE }</label>
                        <input id={line} class="input" type="text" autocomplete="off" maxlength={MAX_LINE.to_string()} value={remark.map(|r| r.text.clone()).unwrap_or_default()} oninput={typed} />{ counter(remark.map_or("", |r| &r.text), MAX_LINE) }
                    </fieldset>
                }
            }) }
            <p class="actions question-actions">
                { save(page_committee::SAVE_SHEET, file_name("review", "json"), "application/json", move || file.clone()) }
                { view.calibration_button(page_calibrations::DONE, true, CalibrationAction::ReviewOpened(String::new())) }
            </p>
        </div>
    }
}

fn calibrations(action: CalibrationAction) -> Action {
    Action::Calibration(Rc::new(action))
}
