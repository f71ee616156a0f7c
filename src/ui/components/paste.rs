//! A field for a text that is pasted, kept until it is read.

use yew::prelude::*;

use crate::messages::paste;
use crate::ui::browser;
use crate::ui::view::Dispatch;

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct PasteProps {
    pub(in crate::ui) dispatch: Dispatch,
    #[prop_or(AttrValue::Static(paste::LABEL))]
    pub(in crate::ui) label: AttrValue,
}

/// Reads the pasted text when the button is pressed.
#[component(Paste)]
pub(in crate::ui) fn paste(p: &PasteProps) -> Html {
    let pasted = use_state(String::new);
    let oninput = {
        let pasted = pasted.clone();
        Callback::from(move |e: InputEvent| pasted.set(browser::field_text(&e)))
    };
    let onclick = {
        let (pasted, dispatch) = (pasted.clone(), p.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            if !pasted.trim().is_empty() {
                dispatch.emit(browser::read(paste::NAME.into(), pasted.as_bytes(), true));
                pasted.set(String::new());
            }
        })
    };
    html! {
        <div class="field">
            <label for="pasted">{ p.label.clone() }</label>
            <textarea id="pasted" class="input" rows="4" autocomplete="off" spellcheck="false" value={(*pasted).clone()} {oninput} />
            <p class="actions"><button type="button" class="button quiet" {onclick}>{ paste::READ }</button></p>
        </div>
    }
}
