//! The JavaScript surface of ladder-calibration. It hands over and decides nothing.

use wasm_bindgen::prelude::wasm_bindgen;

/// Shows the app inside an element; see `ladder_calibration::ui::mount`.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, handed_over: Option<String>, turned: Option<js_sys::Function>) {
    ladder_calibration::ui::mount(root, handed_over, turned);
}

/// Takes the app away, so that another module can go on.
#[wasm_bindgen]
pub fn leave() {
    ladder_calibration::ui::leave();
}
