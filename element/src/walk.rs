//! The first module: the core questions inside an element of a page.

use ladder_calibration_walk::ui::{self, Running, Setting};
use wasm_bindgen::prelude::wasm_bindgen;

/// The core questions, shown.
#[wasm_bindgen]
pub struct Walk(Running);

/// Begins a blank assessment inside an element; see `ladder_calibration::ui::mount`.
///
/// # Errors
/// Never: the first module ignores what could be set wrongly.
#[wasm_bindgen]
pub fn begin(root: web_sys::Element, owns_page: bool, keeps: bool, told: Option<js_sys::Function>) -> Result<Walk, String> {
    let setting = Setting { owns_page, keeps, mode: "", ladder: None, linked: false, page: None };
    ui::mount(root, setting, None, told).map(Walk)
}

#[wasm_bindgen]
impl Walk {
    /// What is said of the modules that did not come, empty if nothing is; and whether another load of the page may help.
    pub fn miss(&self, sentence: String, reload: bool) {
        self.0.miss(sentence, reload);
    }

    /// What the second module needs to go on where this one is.
    pub fn hand_over(&self) -> Option<String> {
        self.0.hand_over()
    }

    /// Takes the questions away, so that the second module can go on.
    pub fn leave(self) {
        self.0.leave();
    }
}
