//! The native radios of a question: the statements in order, then the answers off the scale.

use yew::prelude::*;

use crate::model::assessment::{Choice, OffScale, Role};
use crate::model::ladder::Question;

/// The radios. The accessible name of each is its statement.
pub(in crate::ui) fn choices(q: &Question, role: Role, chosen: Option<Choice>, choose: &Callback<Choice>) -> Html {
    let radio = |choice: Choice, value: String, label: String| {
        let onchange = choose.reform(move |_: Event| choice);
        html! {
            <label class="choice" key={value.clone()}>
                <input type="radio" name={q.id.clone()} {value} checked={chosen == Some(choice)} {onchange} />
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <>
        <div class="choices">
            { for q.statements.iter().enumerate().map(|(k, s)| radio(Choice::Statement(k), k.to_string(), s.clone())) }
        </div>
        <div class="off-scale-answers">
            { for OffScale::ALL.map(|kind| radio(Choice::OffScale(kind), kind.id().into(), kind.text(role == Role::SelfRater).into())) }
        </div>
        </>
    }
}
