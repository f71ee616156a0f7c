//! An export: a text to save as a file or to copy. Without access to the clipboard the text is shown, to be copied by hand.

use yew::prelude::*;

use crate::messages::copying;
use crate::ui::view::untranslated;
use crate::ui::{browser, text};

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct Props {
    /// The name of the format: "Markdown".
    pub(in crate::ui) title: AttrValue,
    /// The purpose.
    pub(in crate::ui) note: AttrValue,
    pub(in crate::ui) name: AttrValue,
    pub(in crate::ui) mime: AttrValue,
    /// Makes the text, when it is asked for.
    pub(in crate::ui) make: Callback<(), String>,
}

#[component(CopyOrDownload)]
pub(in crate::ui) fn copy_or_download(p: &Props) -> Html {
    let copied = use_state(|| None::<bool>);
    let saved = use_state(|| false);
    let save = {
        let (make, name, mime, saved) = (p.make.clone(), p.name.clone(), p.mime.clone(), saved.clone());
        Callback::from(move |_: MouseEvent| {
            browser::download(&name, &mime, &make.emit(()));
            saved.set(true);
        })
    };
    let copy = {
        let (make, copied) = (p.make.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            browser::copy_text(&make.emit(()), move |done| copied.set(Some(done)));
        })
    };
    html! {
        <li class="handout">
            <p><b>{ &p.title }</b><span class="small soft block">{ &p.note }</span></p>
            <p class="actions">
                <button type="button" class="link" aria-label={copying::save_as(&*p.title)} onclick={save}>{ copying::SAVE }</button>
                <button type="button" class="link" aria-label={copying::copy_as(&*p.title)} onclick={copy}>{ copying::COPY }</button>
                <span role="status" class="small">{ untranslated(match *copied {
                    Some(true) => copying::COPIED.to_owned(),
                    None if *saved => text::asked_to_save(&p.name, browser::may_drop_downloads()),
                    _ => String::new(),
                }) }</span>
            </p>
            if *copied == Some(false) {
                <div class="field">
                    <label for={format!("by-hand-{}", p.name)}>{ copying::CLIPBOARD_CLOSED }</label>
                    <textarea id={format!("by-hand-{}", p.name)} class="input" rows="6" readonly=true value={p.make.emit(())} />
                </div>
            }
        </li>
    }
}
