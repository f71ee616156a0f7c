//! The functions of the npm package: texts in, one JSON text out, with the output and the sentences of the command-line
//! tool.

use ladder_calibration::files::default_ladders;
use ladder_calibration::headless::{check_ladder, compare_of, ladder_of, profile_of};
use ladder_calibration::model::ladders::Ladders;
use wasm_bindgen::prelude::wasm_bindgen;

/// Scores assessments as raters of one person.
///
/// # Errors
/// One sentence that names assessment, path and cause.
#[wasm_bindgen]
pub fn profile(names: Vec<String>, texts: Vec<String>, ladder: Option<String>) -> Result<String, String> {
    profile_of(&chosen(ladder)?, &files(names, texts)).map(|json| json.to_string())
}

/// Compares two assessments of one person.
///
/// # Errors
/// One sentence that names assessment, path and cause.
#[wasm_bindgen]
pub fn compare(names: Vec<String>, texts: Vec<String>, ladder: Option<String>) -> Result<String, String> {
    compare_of(&chosen(ladder)?, &files(names, texts)).map(|json| json.to_string())
}

/// Every error of a ladder with its path.
#[wasm_bindgen(js_name = checkLadder)]
pub fn check(text: &str) -> String {
    check_ladder(text.as_bytes()).to_string()
}

fn chosen(ladder: Option<String>) -> Result<Ladders, String> {
    ladder.map_or_else(|| Ok(default_ladders()), |text| ladder_of("ladder", text.as_bytes()).map(Ladders::alone))
}

fn files(names: Vec<String>, texts: Vec<String>) -> Vec<(String, Vec<u8>)> {
    names.into_iter().zip(texts.into_iter().map(String::into_bytes)).collect()
}
