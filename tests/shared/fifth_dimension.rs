//! The default ladder with one more dimension, as an edit of its file; for native and browser tests.

use serde_json::Value;

/// The text of its file. It has a revision of its own.
pub(crate) fn with_a_fifth_dimension() -> String {
    let mut file: Value = serde_json::from_str(include_str!("../../ladders/staff-plus.en.json")).unwrap();
    let mut fifth = file["dimensions"][0].clone();
    (fifth["id"], fifth["title"]) = ("fifth".into(), "Fifth".into());
    for question in fifth["questions"].as_array_mut().unwrap() {
        question["id"] = format!("fifth-{}", question["id"].as_str().unwrap()).into();
    }
    file["dimensions"].as_array_mut().unwrap().push(fifth);
    file["revision"] = "fifth".into();
    file.to_string()
}
