//! The app inside an element of a page. All of it is the second module's.

use crate::parts::rooms;
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
#[expect(clippy::needless_pass_by_value, reason = "JavaScript hands over whole texts")]
pub fn mount(
    root: web_sys::Element,
    owns_page: bool,
    keeps: bool,
    mode: &str,
    ladder: Option<String>,
    handed_over: Option<String>,
    told: Option<js_sys::Function>,
) -> Result<App, String> {
    let setting = Setting { owns_page, keeps, mode, ladder: ladder.as_deref() };
    (rooms().mount)(root, setting, handed_over, told).map(App)
}

#[wasm_bindgen]
impl App {
    /// Reads a file that was chosen, dropped or given. `alone` if it is not one of several.
    pub fn open_file(&self, name: String, bytes: &[u8], alone: bool, chosen: bool) {
        (rooms().open_file)(&self.0, name, bytes, alone, chosen);
    }

    /// The file of the open assessment.
    pub fn assessment(&self) -> Option<String> {
        (rooms().assessment)(&self.0)
    }

    /// Offers the file of the open assessment for saving; `false` without one.
    pub fn save(&self) -> bool {
        (rooms().save)(&self.0)
    }

    /// Takes the app away.
    pub fn leave(self) {
        (rooms().leave)(self.0);
    }
}
