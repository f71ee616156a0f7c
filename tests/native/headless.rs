//! The profile of the native tool: its output, its errors, its warnings.

use ladder_calibration::files::{default_ladder, default_ladders};
use ladder_calibration::headless::profile_of;
use serde_json::{Value, json};

use super::support::file;

const ALL_THREE: &str = "333333333333333333333333";

fn run(files: &[(&str, &Value)]) -> Result<Value, String> {
    let files: Vec<(String, Vec<u8>)> = files.iter().map(|(n, v)| ((*n).to_owned(), v.to_string().into_bytes())).collect();
    profile_of(&default_ladders(), &files)
}

fn rounded(v: &Value) -> Value {
    match v {
        Value::Number(n) if n.is_f64() => json!((n.as_f64().unwrap() * 1e4).round() / 1e4),
        Value::Array(a) => a.iter().map(rounded).collect(),
        Value::Object(o) => o.iter().map(|(k, v)| (k.clone(), rounded(v))).collect(),
        other => other.clone(),
    }
}

#[test]
fn the_published_example_comes_out_number_by_number() {
    let out = rounded(&run(&[("a.json", &file(ALL_THREE))]).unwrap());
    let overall = json!({ "levels": [0.0, 0.2456, 0.7383, 0.0161], "level": "principal", "sufficient": true,
                          "sentence": "Probably Principal (74%); could be Staff (25%)." });
    assert_eq!(out["overall"], overall);
    assert_eq!(
        out["raters"],
        json!([{ "role": "self", "answered": 24, "not_observed": 0, "no_opportunity": 0, "overall": overall }])
    );
    assert_eq!(
        out["dimensions"]["scope"],
        json!({
        "raters": [{ "answered": 6, "mean": 2.4758, "sd": 0.2750, "interval": [2.1222, 2.8297], "levels": [0.0, 0.0411, 0.9313, 0.0277] }],
        "levels": [0.0005, 0.1485, 0.7360, 0.1150], "position": { "mean": 2.4645, "sd": 0.4467, "interval": [1.8916, 3.0396] } })
    );
    assert_eq!(out["ladder"], json!({ "id": "staff-plus", "revision": default_ladder().revision }));
    assert_eq!(
        (&out["format"], &out["version"], &out["warnings"]),
        (&json!("ladder-calibration/profile"), &json!(1), &json!([]))
    );
    let keys: Vec<&String> = out.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["dimensions", "format", "ladder", "overall", "raters", "version", "warnings"]);
}

#[track_caller]
fn refused(change: impl FnOnce(&mut Value), place: &str, cause: &str) {
    let mut bad = file(ALL_THREE);
    change(&mut bad);
    let sentence = run(&[("dir/a.json", &bad)]).expect_err("it was accepted");
    assert!(
        sentence.starts_with("dir/a.json: ") && sentence.contains(place) && sentence.contains(cause) && !sentence.contains('\n'),
        "{sentence}"
    );
}

#[test]
fn bad_files_are_refused_with_path_and_cause() {
    refused(|f| f["format"] = json!("ladder-calibration/ladder"), "format", "not an assessment file");
    refused(|f| f["version"] = json!(2), "version", "version 2");
    refused(|f| f["ladder"]["id"] = json!("other"), "ladder.id", "\"other\"");
    refused(
        |f| {
            f.as_object_mut().unwrap().remove("ladder");
        },
        "ladder.id",
        "missing",
    );
    refused(
        |f| {
            f.as_object_mut().unwrap().remove("answers");
        },
        "answers",
        "missing",
    );
    refused(|f| f["answers"]["talent"] = json!({}), "answers.talent", "neither");
    refused(|f| f["answers"]["talent"]["off_scale"] = json!("not-observed"), "answers.talent", "both");
    for bad in [json!(5), json!(-1), json!(2.5), json!("3"), json!(true)] {
        refused(|f| f["answers"]["talent"]["statement"] = bad, "answers.talent.statement", "whole number");
    }
    refused(|f| f["answers"]["talent"] = json!({ "off_scale": "maybe" }), "answers.talent.off_scale", "\"maybe\"");
    refused(|f| f["rater"] = json!({ "role": "boss" }), "rater.role", "\"boss\"");
    refused(|f| f["answers"]["talent"]["example"] = json!(7), "answers.talent.example", "text");
    refused(|f| *f = json!([1]), "", "not an assessment file");
}

#[test]
fn what_is_kept_is_listed_in_warnings() {
    let mut odd = file(ALL_THREE);
    odd["answers"]["future-question"] = json!({ "statement": 9 });
    odd["ladder"]["revision"] = json!("0");
    odd["answers"]["talent"]["evidence"] = json!(["e9"]);
    let warnings = run(&[("a.json", &odd)]).unwrap()["warnings"].to_string();
    for part in ["a.json: answered on revision 0", "future-question", "\\\"e9\\\""] {
        assert!(warnings.contains(part), "{warnings}");
    }
    let mut digest = file(ALL_THREE);
    digest["ladder"]["revision"] = json!(default_ladder().revision);
    digest["ladder"]["digest"] = json!("sha256:00");
    assert!(run(&[("a.json", &digest)]).unwrap()["warnings"].to_string().contains("digest differs"));
    let named = |name: &str| {
        let mut f = file(ALL_THREE);
        f["subject"] = json!({ "name": name });
        f
    };
    let warnings = run(&[("a.json", &named("Ada")), ("b.json", &named("Ben"))]).unwrap()["warnings"].to_string();
    assert!(
        warnings.contains("b.json: names a different subject than a.json") && warnings.contains("same rater role"),
        "{warnings}"
    );
}

fn agreed(of: Option<u32>) -> Value {
    let mut f = file(ALL_THREE);
    f["rater"] = json!({ "role": "agreed" });
    if let Some(of) = of {
        f["rater"]["of"] = json!(of);
    }
    f
}

#[test]
fn agreed_answers_stand_alone_and_are_surer() {
    let sd = |f: &Value| run(&[("a.json", f)]).unwrap()["dimensions"]["scope"]["position"]["sd"].as_f64().unwrap();
    assert!((sd(&agreed(None)) - sd(&agreed(Some(2)))).abs() < 1e-15);
    assert!(sd(&agreed(Some(2))) < sd(&file(ALL_THREE)));
    assert!((sd(&agreed(Some(1))) - sd(&file(ALL_THREE))).abs() < 1e-15);
    let sentence = run(&[("a.json", &file(ALL_THREE)), ("b.json", &agreed(None))]).unwrap_err();
    assert!(sentence.starts_with("b.json: rater.role: ") && sentence.contains("a.json"), "{sentence}");
}

#[test]
fn a_redacted_copy_gives_exactly_the_same_profile() {
    let original = file("3210432104321nx043210432");
    let mut redacted = original.clone();
    for answer in redacted["answers"].as_object_mut().unwrap().values_mut().filter(|a| a.get("example").is_some()) {
        answer.as_object_mut().unwrap().remove("example");
        answer["example_withheld"] = json!(true);
    }
    assert_eq!(run(&[("a.json", &original)]).unwrap(), run(&[("a.json", &redacted)]).unwrap());
}
