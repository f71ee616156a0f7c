//! The headless functions: texts in, one JSON text out. What the native examples print, and their sentences.
//! The page has the one that an element offers; the npm package has all, without the page.

#[cfg(feature = "headless")]
use ladder_calibration::domain::codec::default_ladder;
#[cfg(feature = "headless")]
use ladder_calibration::domain::headless::{check_ladder, compare_of, ladder_of, profile_of};
#[cfg(feature = "headless")]
use ladder_calibration::domain::ladder::Ladder;
use wasm_bindgen::prelude::wasm_bindgen;

/// Scores assessments as raters of one person.
///
/// # Errors
/// One sentence that names assessment, place and cause.
#[wasm_bindgen]
pub fn profile(names: Vec<String>, texts: Vec<String>, ladder: Option<String>) -> Result<String, String> {
    let files = files(names, texts);
    #[cfg(feature = "headless")]
    return profile_of(&chosen(ladder)?, &files).map(|json| json.to_string());
    #[cfg(not(feature = "headless"))]
    (crate::parts::profile().score)(&files, ladder)
}

/// Compares two assessments of one person.
///
/// # Errors
/// One sentence that names assessment, place and cause.
#[cfg(feature = "headless")]
#[wasm_bindgen]
pub fn compare(names: Vec<String>, texts: Vec<String>, ladder: Option<String>) -> Result<String, String> {
    compare_of(&chosen(ladder)?, &files(names, texts)).map(|json| json.to_string())
}

/// Every fault of a ladder with its place.
#[cfg(feature = "headless")]
#[wasm_bindgen(js_name = checkLadder)]
pub fn check(text: &str) -> String {
    check_ladder(text.as_bytes()).to_string()
}

#[cfg(feature = "headless")]
fn chosen(ladder: Option<String>) -> Result<Ladder, String> {
    ladder.map_or_else(|| Ok(default_ladder()), |text| ladder_of("ladder", text.as_bytes()))
}

fn files(names: Vec<String>, texts: Vec<String>) -> Vec<(String, Vec<u8>)> {
    names.into_iter().zip(texts.into_iter().map(String::into_bytes)).collect()
}
