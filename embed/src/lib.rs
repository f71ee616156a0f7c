//! The JavaScript surface of ladder-calibration. It hands over and decides nothing.

use wasm_bindgen::prelude::wasm_bindgen;

/// Shows the app inside an element; see `ladder_calibration::ui::mount`.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, handed_over: Option<String>, turned: Option<js_sys::Function>) {
    ladder_calibration::ui::mount(root, handed_over, turned);
}

/// Reads a file that was chosen or dropped. `alone` if it is not one of several.
#[cfg(feature = "rooms")]
#[wasm_bindgen]
pub fn open_file(name: String, bytes: &[u8], alone: bool) {
    ladder_calibration::ui::open_file(name, bytes, alone);
}

/// What another module needs to go on where this one is.
#[wasm_bindgen]
pub fn hand_over() -> Option<String> {
    ladder_calibration::ui::hand_over()
}

/// Takes the app away, so that another module can go on.
#[wasm_bindgen]
pub fn leave() {
    ladder_calibration::ui::leave();
}
