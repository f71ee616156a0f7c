//! Buttons for export: copy a text, or save it as a file.

use yew::prelude::*;

use crate::messages::copying;
use crate::ui::browser;
use crate::ui::components::save_file::SaveFile;
use crate::ui::view::untranslated;

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct CopyProps {
    pub(in crate::ui) label: AttrValue,
    pub(in crate::ui) text: AttrValue,
    #[prop_or_default]
    pub(in crate::ui) main: bool,
}

/// A button that copies, and reports whether that worked.
#[component(CopyButton)]
pub(in crate::ui) fn copy_button(p: &CopyProps) -> Html {
    let said = use_state(|| "");
    let onclick = {
        let (said, text) = (said.clone(), p.text.clone());
        Callback::from(move |_: MouseEvent| {
            let said = said.clone();
            browser::copy_text(&text, move |done| {
                said.set(if done { copying::COPIED } else { copying::CLIPBOARD_CLOSED });
            });
        })
    };
    html! {
        <span class="copy">
            <button type="button" class={classes!("button", (!p.main).then_some("quiet"))} {onclick}>{ p.label.clone() }</button>
            <span class="small soft" role="status">{ untranslated(*said) }</span>
        </span>
    }
}

/// A button that saves a text as a file.
pub(in crate::ui) fn save(label: &str, name: String, mime: &'static str, text: impl Fn() -> String + 'static) -> Html {
    html! { <SaveFile label={label.to_owned()} {name} {mime} make={Callback::from(move |()| text())} /> }
}

/// `ladder-record-2026-11-25.json`: the kind and the day, never a person's name.
pub(in crate::ui) fn file_name(what: &str, ending: &str) -> String {
    format!("ladder-{what}-{}.{ending}", browser::today())
}
