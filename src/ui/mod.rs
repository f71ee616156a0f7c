//! The page in Yew: it shows a [`Session`](crate::domain::session::Session) and hands back what happened.
//!
//! Pages are plain functions of the session. Components exist only where something has to be remembered between
//! renderings or kept from rendering again.

#![cfg_attr(
    not(feature = "rooms"),
    allow(dead_code, reason = "the first module shows two of the pages; what only the others need stays out of it")
)]

mod app;
mod browser;
mod components;
mod pages;
#[cfg(feature = "rooms")]
mod papers;
mod saver;
mod text;
mod view;

use std::cell::RefCell;

use wasm_bindgen::JsValue;

use crate::domain::codec;
use crate::domain::ladder::Ladder;
use crate::domain::session::Advise;

/// Only the second module offers the question that tells most.
#[cfg(feature = "rooms")]
const ADVISE: Advise = crate::domain::session::advice;
#[cfg(not(feature = "rooms"))]
const ADVISE: Advise = crate::domain::session::no_advice;

/// The default ladder, as far as this module shows it.
fn ladder() -> Ladder {
    #[cfg(feature = "rooms")]
    return codec::default_ladder();
    #[cfg(not(feature = "rooms"))]
    codec::core_of_default_ladder()
}

thread_local! {
    static RUNNING: RefCell<Option<yew::AppHandle<app::App>>> = const { RefCell::new(None) };
}

/// Shows the app inside an element and takes the element's content away.
///
/// `handed_over` is what another module of this page said last, if it ran before. `turned` is told the name of each
/// page that is turned to, whether this module can show it, and what to hand over if another one takes the next turn.
pub fn mount(root: web_sys::Element, handed_over: Option<String>, turned: Option<js_sys::Function>) {
    yew::set_custom_panic_hook(Box::new(|_| {
        if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("ladder-panic")) {
            let _: Result<bool, JsValue> = window.dispatch_event(&event);
        }
    }));
    let props = app::Props { handed_over: handed_over.map(Into::into), turned };
    let handle = yew::Renderer::<app::App>::with_root_and_props(root, props).render();
    RUNNING.with_borrow_mut(|running| *running = Some(handle));
}

/// Reads a file that was chosen or dropped. `alone` if it is not one of several: then an assessment is opened at once.
#[cfg(feature = "rooms")]
pub fn open_file(name: String, bytes: &[u8], alone: bool) {
    let action = browser::read(name, bytes, alone);
    RUNNING.with_borrow(|running| {
        if let Some(handle) = running {
            handle.send_message(app::Message::Did(action));
        }
    });
}

/// What another module of this page needs to go on where this one is; `None` if nothing is shown.
pub fn hand_over() -> Option<String> {
    RUNNING.with_borrow(|running| running.as_ref().and_then(|handle| handle.get_component().map(|app| app.hand_over())))
}

/// Takes the app away, so that another module of this page can go on.
pub fn leave() {
    if let Some(handle) = RUNNING.with_borrow_mut(Option::take) {
        handle.destroy();
    }
}
