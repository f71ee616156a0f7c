//! The start of a rating for a session or, blind, for a committee, with optional names.

use std::rc::Rc;

use yew::prelude::*;

use crate::base::limits::MAX_NAME;
use crate::messages::start_rating;
use crate::model::assessment::Role;
use crate::state::{Action, CalibrationAction};
use crate::ui::browser;
use crate::ui::components::character_count::counter;
use crate::ui::view::Dispatch;

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct Props {
    /// The session; empty for a committee.
    #[prop_or_default]
    pub(in crate::ui) session_id: AttrValue,
    pub(in crate::ui) role: Role,
    pub(in crate::ui) dispatch: Dispatch,
}

/// Names are optional.
#[component(Begin)]
pub(in crate::ui) fn begin(p: &Props) -> Html {
    let (name, subject) = (use_state(String::new), use_state(String::new));
    let typing = |field: &UseStateHandle<String>| {
        let field = field.clone();
        Callback::from(move |e: InputEvent| field.set(browser::field_text(&e)))
    };
    let blind = p.role == Role::Committee;
    let onclick = {
        let (dispatch, session, role, name, subject) =
            (p.dispatch.clone(), p.session_id.clone(), p.role, name.clone(), subject.clone());
        Callback::from(move |_: MouseEvent| {
            let (name, subject) = (name.trim().to_owned(), subject.trim().to_owned());
            let (id, now) = (browser::new_id(), browser::now());
            dispatch.emit(Action::Calibration(Rc::new(if blind {
                CalibrationAction::BlindStarted { name, subject, id, now }
            } else {
                CalibrationAction::RatingStarted { session: session.to_string(), role, name, subject, id, now }
            })));
        })
    };
    let id = |what: &str| format!("{what}-{}-{}", p.session_id, p.role.id());
    html! {
        <div class="rate">
            <div class="field">
                <label for={id("name")}>{ if blind { start_rating::YOUR_NAME_ON_REQUEST } else { start_rating::YOUR_NAME_IN_RECORD } }</label>
                <input id={id("name")} class="input" type="text" autocomplete="off" spellcheck="false" maxlength={MAX_NAME.to_string()} value={(*name).clone()} oninput={typing(&name)} />{ counter(&name, MAX_NAME) }
            </div>
            if p.role != Role::SelfRater {
                <div class="field">
                    <label for={id("subject")}>{ start_rating::SUBJECT }</label>
                    <input id={id("subject")} class="input" type="text" autocomplete="off" spellcheck="false" maxlength={MAX_NAME.to_string()} value={(*subject).clone()} oninput={typing(&subject)} />{ counter(&subject, MAX_NAME) }
                </div>
            }
            <p class="actions"><button type="button" class="button quiet" {onclick}>{ if blind { start_rating::BEGIN_BLIND } else { start_rating::BEGIN } }</button></p>
        </div>
    }
}
