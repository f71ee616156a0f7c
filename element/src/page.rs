//! The app inside an element of a page. All of it belongs to the modules after the first.

use crate::parts::profile;
use ladder_calibration::ui::{Running, Setting};
use wasm_bindgen::prelude::wasm_bindgen;

/// An app that is shown; see `ladder_calibration::ui`.
#[wasm_bindgen]
pub struct App(Running);

/// Shows the app inside an element; see `ladder_calibration::ui::mount`.
///
/// # Errors
/// Sentences, one a line, if the setting cannot be followed.
#[wasm_bindgen]
pub fn mount(
    root: web_sys::Element,
    setting: &js_sys::Object,
    handed_over: Option<String>,
    told: Option<js_sys::Function>,
) -> Result<App, String> {
    let field = |name: &str| js_sys::Reflect::get(setting, &name.into()).unwrap_or_default();
    let (mode, ladder, page) = (field("mode").as_string(), field("ladder").as_string(), field("page").as_string());
    let setting = Setting {
        owns_page: field("ownsPage").is_truthy(),
        keeps: field("keeps").is_truthy(),
        mode: mode.as_deref().unwrap_or_default(),
        ladder: ladder.as_deref(),
        linked: field("linked").is_truthy(),
        page: page.as_deref(),
    };
    (profile().mount)(root, setting, handed_over, told).map(App)
}

/// The last module is here: apps that are shown from now on have every page.
#[cfg(feature = "split")]
#[wasm_bindgen]
pub fn completed() {
    ladder_calibration::ui::came(crate::parts::rooms());
}

#[wasm_bindgen]
impl App {
    /// The last module came after this app was shown.
    pub fn complete(&self) {
        (profile().complete)(&self.0);
    }

    /// What is said of the modules that did not come, empty if nothing is; and whether another load of the page may help.
    pub fn miss(&self, sentence: String, reload: bool) {
        (profile().miss)(&self.0, sentence, reload);
    }

    /// Reads a file that was chosen, dropped or followed. `alone` if it is not one of several.
    pub fn open_file(&self, name: String, bytes: &[u8], alone: bool) {
        (profile().open_file)(&self.0, name, bytes, alone);
    }

    /// Shows the reader an assessment that is offered, or tells why it is none.
    pub fn offer(&self, bytes: Vec<u8>) {
        (profile().offer)(&self.0, bytes);
    }

    /// The file of the open assessment.
    pub fn assessment(&self) -> Option<String> {
        (profile().assessment)(&self.0)
    }

    /// Whether the open assessment may tell its level.
    pub fn shows_level(&self) -> bool {
        (profile().shows_level)(&self.0)
    }

    /// Offers the file of the open assessment for saving; `false` without one.
    pub fn save(&self) -> bool {
        (profile().save)(&self.0)
    }

    /// Takes the app away.
    pub fn leave(self) {
        (profile().leave)(self.0);
    }
}
