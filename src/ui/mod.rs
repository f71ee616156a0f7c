//! The page in Yew: it shows the [`State`](crate::state::State) and dispatches actions.
//!
//! Pages are plain functions of the state. Components exist only where something has to be remembered between renderings,
//! or where rendering can be skipped.

mod app;
mod autosave;
mod browser;
mod components;
mod lazy_features;
mod local_storage;
mod options;
mod pages;
mod text;
mod view;

use std::rc::Rc;

use wasm_bindgen::JsValue;

pub use lazy_features::{Load, Rest, rest};
pub use local_storage::LocalStorage;
pub use options::{MountError, Options};

use crate::files;
use crate::state::{Action, Mode};
use crate::store::Storage;

/// An app that is shown.
pub struct Running {
    app: yew::AppHandle<app::App>,
    load: Load,
}

/// Mounts the app into an element and removes the element's content.
///
/// With `options.whole` the lazy part is loaded first, because the store or the intent needs it; otherwise after the first
/// screen. `store` makes the storage; its argument says whether anything may be stored. `on_event` is called with an event
/// and a detail: `turn` when another screen is shown, `change` and `export` with the number of answers, `refused` with a
/// sentence, `missing` when the lazy part is needed and could not be loaded.
///
/// # Errors
/// See [`MountError`].
pub async fn mount(
    root: web_sys::Element,
    mut options: Options,
    load: Load,
    store: impl FnOnce(bool) -> Rc<dyn Storage>,
    on_event: Option<js_sys::Function>,
) -> Result<Running, MountError> {
    yew::set_custom_panic_hook(Box::new(|_| {
        if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("ladder-panic")) {
            let _: Result<bool, JsValue> = window.dispatch_event(&event);
        }
    }));
    // A read-only profile is not stored.
    options.keeps &= options.mode != Mode::Profile;
    let features = if options.whole || options.ladder.is_some() { Some(load().await.ok_or(MountError::Missing)?) } else { None };
    let ladder = match (&options.ladder, features) {
        (Some(text), Some(rest)) => Some(Rc::new(rest.features().ladder(text).map_err(|p| MountError::Setting(sentences(&p)))?)),
        _ => None,
    };
    let store = view::Shared(store(options.keeps));
    let props = app::Props { options, store, ladder, features, load, on_event };
    Ok(Running { app: yew::Renderer::<app::App>::with_root_and_props(root, props).render(), load })
}

fn sentences(problems: &[files::FileError]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

impl Running {
    /// Reads a file that the reader chose, dropped or followed. `alone` if it is the only one: then an assessment is opened
    /// at once.
    pub fn open_file(&self, name: String, bytes: Vec<u8>, alone: bool) {
        self.app.send_message(app::Message::File(app::File { name, bytes, alone }));
    }

    /// Offers an assessment of the host to the reader. If it is refused, `on_event` is called with `refused` and the
    /// reason.
    pub fn offer(&self, bytes: Vec<u8>) {
        self.app.send_message(app::Message::Offered(bytes));
    }

    /// The file of the open assessment.
    pub fn assessment(&self) -> Option<String> {
        let app = self.app.get_component()?;
        app.assessment().map(|a| files::assessment_file(a).to_string())
    }

    /// The profile of the open assessment as JSON; `None` without one, and while its level is withheld.
    ///
    /// # Errors
    /// A sentence if the lazy part could not be loaded, or if the ladder cannot score the assessment.
    pub async fn profile(&self) -> Result<Option<String>, String> {
        let features = (self.load)().await.ok_or("a file of this page could not be loaded")?;
        self.app.send_message(app::Message::Loaded(Some(features)));
        self.app.get_component().map_or(Ok(None), |app| features.features().profile(&app.state))
    }

    /// Downloads the file of the open assessment; `false` without one.
    pub fn save(&self) -> bool {
        let Some(a) = self.app.get_component().and_then(|app| app.assessment().cloned()) else { return false };
        components::header_footer::download_assessment(&a);
        if !browser::may_drop_downloads() {
            self.app.send_message(app::Message::Given(Action::FileSaved { id: a.id.clone(), now: browser::now() }));
        }
        true
    }

    /// Reports that the lazy part could not be loaded; `reload` if loading the page again may help.
    pub fn report_missing(&self, sentence: String, reload: bool) {
        self.app.send_message(app::Message::Missing(view::Missing { sentence, reload }));
    }

    /// Tries again to load the lazy part.
    pub fn load(&self) {
        self.app.send_message(app::Message::Wanted);
    }

    pub fn unmount(self) {
        self.app.destroy();
    }
}
