//! Ladders with an error are refused by the module in the browser with the same sentences as natively.

use ladder_calibration::files::read_ladder;
use wasm_bindgen_test::wasm_bindgen_test;

const LADDER: &str = include_str!("../../ladders/staff-plus.en.json");

fn refused(from: &str, to: &str, sentence: &str) {
    let changed = LADDER.replacen(from, to, 1);
    assert_ne!(changed, LADDER);
    let problems = read_ladder(changed.as_bytes()).unwrap_err();
    assert!(problems.iter().any(|p| p.to_string().contains(sentence)), "{problems:?}");
}

#[wasm_bindgen_test]
fn the_default_ladder_is_read() {
    assert!(read_ladder(LADDER.as_bytes()).is_ok());
}

#[wasm_bindgen_test]
fn a_question_that_is_named_twice_is_reported() {
    refused("\"id\": \"direction-ownership\"", "\"id\": \"outcome-boundary\"", "\"outcome-boundary\" appears twice");
}

#[wasm_bindgen_test]
fn another_number_of_statements_is_reported() {
    refused("[0, 1, 2, 3]", "[0, 1, 2]", "has 5 statements; the scoring thresholds require 4");
}

#[wasm_bindgen_test]
fn a_rule_with_an_unknown_dimension_is_reported() {
    refused(
        "\"at_least\": 1,\n          \"of\": [\"ambiguity\"]",
        "\"at_least\": 1,\n          \"of\": [\"depth\"]",
        "\"depth\" is not a dimension of this ladder",
    );
}
