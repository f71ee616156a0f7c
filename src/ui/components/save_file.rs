//! A download button with a message. No page can know whether the browser saved the file, and a frame's sandbox drops
//! downloads silently: so the message says that the file was requested, and the text can be copied instead.

use yew::prelude::*;

use crate::messages::{common, copying};
use crate::ui::{browser, text};

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct DownloadRequestedProps {
    pub(in crate::ui) name: AttrValue,
    /// Makes the text of the file.
    pub(in crate::ui) make: Callback<(), String>,
    /// Called when the file counts as saved.
    #[prop_or_default]
    pub(in crate::ui) on_saved: Option<Callback<()>>,
    #[prop_or_default]
    pub(in crate::ui) close: Option<Callback<MouseEvent>>,
}

/// The message after the press, and a way to copy the text.
#[component(DownloadMessage)]
pub(in crate::ui) fn asked(p: &DownloadRequestedProps) -> Html {
    let copied = use_state(|| None::<bool>);
    let confirmed = use_state(|| false);
    let copy = {
        let (make, copied) = (p.make.clone(), copied.clone());
        Callback::from(move |_: MouseEvent| {
            let copied = copied.clone();
            browser::copy_text(&make.emit(()), move |done| copied.set(Some(done)));
        })
    };
    let here = p.on_saved.clone().filter(|_| browser::may_drop_downloads() && !*confirmed).map(|tell| {
        let confirmed = confirmed.clone();
        Callback::from(move |_: MouseEvent| {
            confirmed.set(true);
            tell.emit(());
        })
    });
    let message = match (*copied, *confirmed) {
        (_, true) => common::FILE_CONFIRMED.to_owned(),
        (Some(true), _) => copying::paste_into_file(&*p.name).into(),
        _ => text::asked_to_save(&p.name, browser::may_drop_downloads()),
    };
    html! {
        <span class="download-message block small">
            <span role="status">{ message }</span>
            if *copied == Some(false) {
                <label class="block">{ copying::CLIPBOARD_CLOSED }
                    <textarea class="input" rows="6" readonly=true value={p.make.emit(())} /></label>
            }
            <span class="actions">
                <button type="button" class="link" onclick={copy}>{ copying::COPY_TEXT }</button>
                if let Some(onclick) = here { <button type="button" class="link" {onclick}>{ copying::FILE_CAME }</button> }
                if let Some(onclick) = p.close.clone() { <button type="button" class="link" {onclick}>{ copying::CLOSE }</button> }
            </span>
        </span>
    }
}

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct SaveProps {
    pub(in crate::ui) label: AttrValue,
    #[prop_or(AttrValue::Static("button quiet"))]
    pub(in crate::ui) class: AttrValue,
    pub(in crate::ui) name: AttrValue,
    #[prop_or(AttrValue::Static("application/json"))]
    pub(in crate::ui) mime: AttrValue,
    pub(in crate::ui) make: Callback<(), String>,
    #[prop_or_default]
    pub(in crate::ui) on_saved: Option<Callback<()>>,
}

/// A button that downloads a text, and reports it.
#[component(SaveFile)]
pub(in crate::ui) fn save_file(p: &SaveProps) -> Html {
    let pressed = use_state(|| 0_u32);
    let onclick = {
        let (name, mime, make, on_saved, pressed) =
            (p.name.clone(), p.mime.clone(), p.make.clone(), p.on_saved.clone(), pressed.clone());
        Callback::from(move |_: MouseEvent| {
            browser::download(&name, &mime, &make.emit(()));
            if let Some(tell) = on_saved.as_ref().filter(|_| !browser::may_drop_downloads()) {
                tell.emit(());
            }
            pressed.set(*pressed + 1);
        })
    };
    let close = {
        let pressed = pressed.clone();
        Callback::from(move |_: MouseEvent| pressed.set(0))
    };
    html! {
        <>
        <button type="button" class={p.class.clone()} {onclick}>{ p.label.clone() }</button>
        if *pressed > 0 { <DownloadMessage key={*pressed} name={p.name.clone()} make={p.make.clone()} on_saved={p.on_saved.clone()} close={Some(close)} /> }
        </>
    }
}
