//! The app inside an element of a page.

use ladder_calibration::ui::{self, Running, Setting};
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
    ui::mount(root, setting, handed_over, told).map(App)
}

#[wasm_bindgen]
impl App {
    /// Reads a file that was chosen, dropped or given. `alone` if it is not one of several.
    #[cfg(feature = "rooms")]
    pub fn open_file(&self, name: String, bytes: &[u8], alone: bool, chosen: bool) {
        self.0.open_file(name, bytes, alone, chosen);
    }

    /// The file of the open assessment.
    #[cfg(feature = "rooms")]
    pub fn assessment(&self) -> Option<String> {
        self.0.assessment()
    }

    /// Offers the file of the open assessment for saving; `false` without one.
    #[cfg(feature = "rooms")]
    pub fn save(&self) -> bool {
        self.0.save()
    }

    /// What another module needs to go on where this one is.
    pub fn hand_over(&self) -> Option<String> {
        self.0.hand_over()
    }

    /// Takes the app away, so that another module can go on.
    pub fn leave(self) {
        self.0.leave();
    }
}
