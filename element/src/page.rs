//! The app inside an element of a page.

use crate::lazy::load;
use ladder_calibration::ui::{self, LocalStorage, MountError, Options, Running};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A mounted app; see `ladder_calibration::ui`.
#[wasm_bindgen]
pub struct App(Running);

/// Mounts the app into an element; see `ladder_calibration::ui::mount`.
///
/// # Errors
/// Sentences, one a line, if the options are invalid; `undefined` if the lazy part could not be loaded.
#[wasm_bindgen]
pub async fn mount(root: web_sys::Element, options: js_sys::Object, on_event: Option<js_sys::Function>) -> Result<App, JsValue> {
    let read = || Options::read(&options).map_err(js_error);
    if read()?.whole {
        load().await.ok_or(JsValue::UNDEFINED)?;
    }
    // Read again: a press while the lazy part was loaded has changed the requested page.
    let options = read()?;
    ui::mount(root, options, load, |keeps| Rc::new(LocalStorage::new(keeps)), on_event).await.map(App).map_err(js_error)
}

fn js_error(error: MountError) -> JsValue {
    match error {
        MountError::Setting(sentences) => sentences.into(),
        MountError::Missing => JsValue::UNDEFINED,
    }
}

#[wasm_bindgen]
impl App {
    /// Tries again to load the lazy part.
    pub fn load(&self) {
        self.0.load();
    }

    /// Reports that the lazy part could not be loaded; `reload` if loading the page again may help.
    pub fn report_missing(&self, sentence: String, reload: bool) {
        self.0.report_missing(sentence, reload);
    }

    /// Reads a file that was chosen, dropped or followed. `alone` if it is the only one.
    pub fn open_file(&self, name: String, bytes: Vec<u8>, alone: bool) {
        self.0.open_file(name, bytes, alone);
    }

    /// Offers an assessment to the reader, or reports why it is refused.
    pub fn offer(&self, bytes: Vec<u8>) {
        self.0.offer(bytes);
    }

    /// The file of the open assessment.
    pub fn assessment(&self) -> Option<String> {
        self.0.assessment()
    }

    /// The profile of the open assessment as JSON, if its level is not withheld.
    ///
    /// # Errors
    /// A sentence; see `ladder_calibration::ui::Running::profile`.
    pub async fn profile(&self) -> Result<Option<String>, String> {
        self.0.profile().await
    }

    /// Downloads the file of the open assessment; `false` without one.
    pub fn save(&self) -> bool {
        self.0.save()
    }

    pub fn unmount(self) {
        self.0.unmount();
    }
}
