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
mod load;
mod pages;
#[cfg(feature = "rooms")]
mod papers;
#[cfg(feature = "rooms")]
mod rooms;
mod saver;
mod text;
mod view;

use wasm_bindgen::JsValue;

#[cfg(feature = "cut")]
pub use rooms::came;
#[cfg(feature = "rooms")]
pub use rooms::{ROOMS, Rooms};

use crate::domain::codec;
use crate::domain::ladder::Ladder;
#[cfg(feature = "rooms")]
use crate::domain::session::Action;
use crate::domain::session::{Advise, Mode};

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

/// What whoever shows the app configured.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Whether title, history, address and scroll position of the document are the app's own.
    pub owns_page: bool,
    /// Whether anything is kept in the browser.
    pub keeps: bool,
    /// The name of a mode; empty for the default.
    pub mode: &'a str,
    /// The text of a ladder file, for another ladder than the default one.
    pub ladder: Option<&'a str>,
    /// Whether that ladder came in a link, which anybody can make.
    pub linked: bool,
    /// Where links that are made here lead, if the document is not the app's own: the address of the page itself.
    pub page: Option<&'a str>,
}

/// An app that is shown.
pub struct Running(yew::AppHandle<app::App>);

/// Shows the app inside an element and takes the element's content away.
///
/// `handed_over` is what another module of this page said last, if it ran before. `told` is called with what happened
/// and a detail: `turn` with what to hand over, and whether this module can go on; `change` and `export` with the number
/// of answers. To `turn` it answers whether another module takes over.
///
/// # Errors
/// Sentences, one a line, if the setting cannot be followed. The first module ignores mode and ladder.
pub fn mount(
    root: web_sys::Element,
    setting: Setting,
    handed_over: Option<String>,
    told: Option<js_sys::Function>,
) -> Result<Running, String> {
    yew::set_custom_panic_hook(Box::new(|_| {
        if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("ladder-panic")) {
            let _: Result<bool, JsValue> = window.dispatch_event(&event);
        }
    }));
    let place = place(setting)?;
    let props = app::Props { place, handed_over: handed_over.map(Into::into), told };
    Ok(Running(yew::Renderer::<app::App>::with_root_and_props(root, props).render()))
}

#[cfg_attr(not(feature = "rooms"), expect(clippy::unnecessary_wraps, reason = "the second module can refuse"))]
fn place(setting: Setting) -> Result<app::Place, String> {
    let Setting { owns_page, keeps, .. } = setting;
    #[cfg(not(feature = "rooms"))]
    return Ok(app::Place { owns_page, keeps, mode: Mode::default(), ladder: None, linked: false, page: None });
    #[cfg(feature = "rooms")]
    {
        let mode = Mode::parse(setting.mode)?;
        let read = |text: &str| codec::read_other_ladder(text.as_bytes()).map_err(|problems| sentences(&problems));
        let ladder = setting.ladder.map(read).transpose()?;
        let ladder = ladder.map(|ladder| view::Shared(std::rc::Rc::new(ladder)));
        let (linked, page) = (setting.linked, setting.page.map(Into::into));
        // A profile that is only read is nobody's record here.
        Ok(app::Place { owns_page, keeps: keeps && mode != Mode::Profile, mode, ladder, linked, page })
    }
}

#[cfg(feature = "rooms")]
fn sentences(problems: &[codec::Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

impl Running {
    /// Reads a file that the reader chose, dropped or followed. `alone` if it is not one of several: then an assessment is
    /// opened at once.
    #[cfg(feature = "rooms")]
    pub fn open_file(&self, name: String, bytes: &[u8], alone: bool) {
        let Some(action) = rooms::here().map(|rooms| (rooms.read)(name, bytes, alone)) else { return };
        self.0.send_message(app::Message::Did(action));
    }

    /// Shows the reader an assessment that whoever embeds the page offers. If it is none, `told` hears `refused` with the
    /// sentence that says why.
    #[cfg(feature = "rooms")]
    pub fn offer(&self, bytes: Vec<u8>) {
        self.0.send_message(app::Message::Offered(bytes));
    }

    /// The last module is here: from now on every page can be shown.
    #[cfg(feature = "rooms")]
    pub fn complete(&self) {
        self.0.send_message(app::Message::Completed);
    }

    /// The file of the open assessment.
    #[cfg(feature = "rooms")]
    pub fn assessment(&self) -> Option<String> {
        let app = self.0.get_component()?;
        app.assessment().map(|a| codec::assessment_file(a).to_string())
    }

    /// Whether the open assessment may tell its level: ratings for a session do not before both sides' files are open.
    #[cfg(feature = "rooms")]
    pub fn shows_level(&self) -> bool {
        self.0.get_component().is_some_and(|app| app.assessment().is_some_and(|a| !app.session.holds_level_back(a)))
    }

    /// Offers the file of the open assessment for saving; `false` without one.
    #[cfg(feature = "rooms")]
    pub fn save(&self) -> bool {
        let Some(a) = self.0.get_component().and_then(|app| app.assessment().cloned()) else { return false };
        components::masthead::hand_out(&a);
        if !browser::may_drop_downloads() {
            self.0.send_message(app::Message::Given(Action::FileSaved { id: a.id.clone(), now: browser::now() }));
        }
        true
    }

    /// What is said of the modules that did not come, empty if nothing is; and whether another load of the page may help.
    pub fn miss(&self, sentence: String, reload: bool) {
        self.0.send_message(app::Message::Missing(view::Missing { sentence, reload }));
    }

    /// What another module of this page needs to go on where this one is.
    pub fn hand_over(&self) -> Option<String> {
        self.0.get_component().map(|app| app.hand_over())
    }

    /// Takes the app away.
    pub fn leave(self) {
        self.0.destroy();
    }
}
