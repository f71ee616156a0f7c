//! The comparison of the native tool, and the sentences about two raters.
#![expect(clippy::unreadable_literal, reason = "digits as the libraries print them")]

use ladder_calibration::files::{default_ladder, default_ladders, read_assessment};
use ladder_calibration::headless::compare_of;
use ladder_calibration::model::agreement::{
    Comparison, DimensionGap, comparison, gap_text, offset_text, plain, rater_names, same_text,
};
use ladder_calibration::model::assessment::Role;
use ladder_calibration::model::scoring::Gap;
use serde_json::{Value, json};

use super::support::{file, ladder_and_model};

/// The data set `missing_24` of the reference: 18 pairs, 9 the same, A higher on the others.
const A: &str = "3323x32332243 2x31233223 2";
const B: &str = "322x12232x1322x212 3x212x";

fn by(role: &str, answers: &str) -> Value {
    let mut out = file(&answers.replace(' ', ""));
    out["rater"] = json!({ "role": role });
    out
}

fn run(files: &[(&str, &Value)]) -> Result<Value, String> {
    let files: Vec<(String, Vec<u8>)> = files.iter().map(|(n, v)| ((*n).to_owned(), v.to_string().into_bytes())).collect();
    compare_of(&default_ladders(), &files)
}

#[track_caller]
fn near(v: &Value, expected: f64) {
    let ours = v.as_f64().unwrap_or_else(|| panic!("{v} is no number"));
    assert!((ours - expected).abs() <= 1e-9, "{ours} instead of {expected}");
}

fn keys(v: &Value) -> Vec<&str> {
    v.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn the_object_has_the_published_fields_and_the_reference_numbers() {
    let out = run(&[("a.json", &by("self", A)), ("b.json", &by("manager", B))]).unwrap();
    assert_eq!(
        keys(&out),
        ["agreement", "deltas", "format", "gaps", "offset", "pairs", "same", "version", "warnings", "within_one"]
    );
    assert_eq!((&out["format"], &out["version"]), (&json!("ladder-calibration/comparison"), &json!(1)));
    assert_eq!([&out["pairs"], &out["same"], &out["within_one"]], [&json!(18), &json!(9), &json!(18)]);
    assert_eq!((keys(&out["offset"]), &out["warnings"]), (vec!["interval", "mean"], &json!([])));
    near(&out["offset"]["mean"], 0.5);
    near(&out["offset"]["interval"][0], 0.24414728005941871);
    near(&out["offset"]["interval"][1], 0.7558527199405813);
    let agreement = &out["agreement"];
    assert_eq!(
        keys(agreement),
        ["ac1", "ac2_linear", "alpha_interval", "alpha_ordinal", "kappa_linear", "kappa_quadratic", "kappa_unweighted"]
    );
    for (name, expected) in [
        ("ac1", 0.410641200546),
        ("ac2_linear", 0.770700636943),
        ("kappa_unweighted", 0.22115384615384615),
        ("kappa_linear", 0.3671875),
        ("kappa_quadratic", 0.547486033519553),
        ("alpha_ordinal", 0.47584409522327675),
        ("alpha_interval", 0.5039370078740157),
    ] {
        near(&agreement[name]["value"], expected);
    }
    near(&agreement["ac2_linear"]["interval"][0], 0.643309664698);
    near(&agreement["ac1"]["interval"][1], 0.715805616124);
    assert_eq!(keys(&out["gaps"]), ["ambiguity", "breadth", "influence", "scope"]);
    for gap in out["gaps"].as_object().unwrap().values() {
        assert_eq!(keys(gap), ["a_higher_half_level", "b_higher_half_level", "mean", "sd"]);
        assert!(gap["mean"].as_f64().unwrap() > 0.0);
    }
    let deltas = out["deltas"].as_array().unwrap();
    assert_eq!((deltas.len(), keys(&deltas[0])), (9, vec!["a", "b", "question"]));
    assert!(deltas.iter().all(|d| d["a"].as_u64().unwrap() == d["b"].as_u64().unwrap() + 1));
}

#[test]
fn what_is_undefined_is_null_with_a_reason() {
    let out = run(&[("a.json", &by("self", &"3".repeat(24))), ("b.json", &by("manager", &"3".repeat(24)))]).unwrap();
    assert_eq!(out["offset"], json!({ "mean": 0.0, "interval": null, "reason": "no variation in the differences" }));
    assert_eq!(out["agreement"]["alpha_ordinal"], json!({ "value": null, "reason": "no variation in the answers" }));
    assert_eq!(out["agreement"]["ac1"], json!({ "value": 1.0, "interval": [1.0, 1.0] }));
    let none = run(&[("a.json", &by("self", ".")), ("b.json", &by("manager", "."))]).unwrap();
    let reason = "no question was answered by both";
    assert_eq!(none["offset"], json!({ "mean": null, "interval": null, "reason": reason }));
    assert_eq!(none["agreement"]["ac2_linear"], json!({ "value": null, "interval": null, "reason": reason }));
    assert_eq!((&none["pairs"], &none["deltas"], keys(&none["gaps"]).len()), (&json!(0), &json!([]), 4));
    let one = run(&[("a.json", &by("self", "3")), ("b.json", &by("manager", "1"))]).unwrap();
    assert_eq!(one["offset"], json!({ "mean": 2.0, "interval": null, "reason": "fewer than two pairs" }));
    assert_eq!(one["agreement"]["kappa_linear"], json!({ "value": null, "reason": "fewer than two pairs" }));
}

#[test]
fn warnings_and_refusals_are_those_of_the_profile() {
    let mut b = by("self", B);
    b["answers"]["future-question"] = json!({ "statement": 9 });
    b["subject"] = json!({ "name": "Ben" });
    let mut a = by("self", A);
    a["subject"] = json!({ "name": "Ada" });
    let warnings = run(&[("a.json", &a), ("b.json", &b)]).unwrap()["warnings"].to_string();
    for part in ["future-question", "b.json: names a different subject than a.json", "same rater role as a.json (self)"] {
        assert!(warnings.contains(part), "{warnings}");
    }
    let sentence = run(&[("a.json", &by("self", A)), ("b.json", &by("agreed", B))]).unwrap_err();
    assert!(sentence.starts_with("b.json: rater.role: ") && sentence.contains("a.json"), "{sentence}");
    for count in [0, 1, 3] {
        let sentence = run(&vec![("a.json", &a); count]).unwrap_err();
        assert_eq!(sentence, format!("a comparison takes two files, not {count}"));
    }
}

#[test]
fn a_ladder_of_another_shape_is_compared_with_its_own_number_of_statements() {
    let mut ladder: Value = serde_json::from_str(include_str!("../../ladders/staff-plus.en.json")).unwrap();
    ladder["scoring"]["thresholds"] = json!([0, 1, 2, 3, 3.5, 4]);
    for dimension in ladder["dimensions"].as_array_mut().unwrap() {
        for q in dimension["questions"].as_array_mut().unwrap() {
            q["statements"].as_array_mut().unwrap().extend([json!("more"), json!("most")]);
        }
    }
    let ladder = ladder_calibration::files::read_ladder(ladder.to_string().as_bytes()).unwrap();
    let files = [("a".to_owned(), by("self", "144124354040632411534643")), ("b".into(), by("peer", "244105244030533222615642"))];
    let out = compare_of(&ladder.into(), &files.map(|(n, v)| (n, v.to_string().into_bytes()))).unwrap();
    near(&out["agreement"]["ac2_linear"]["value"], 0.686046511628);
    near(&out["agreement"]["alpha_ordinal"]["value"], 0.8493505279880385);
}

fn compared(a: &str, b: &str) -> Comparison {
    let (ladder, model) = ladder_and_model();
    let read = |answers: &str| read_assessment(file(&answers.replace(' ', "")).to_string().as_bytes()).unwrap();
    comparison(&ladder, &model, &read(a), &read(b))
}

#[test]
fn counts_are_reported_to_both() {
    assert_eq!(same_text(&compared(A, B)), "Same answer on 9 of 18, within one step on 18 of 18; 6 not answered by both raters.");
    assert_eq!(same_text(&compared(&"3".repeat(24), &"1".repeat(24))), "Same answer on 0 of 24, within one step on 0 of 24.");
    assert_eq!(same_text(&compared("3", ".3")), "No question was answered by both raters.");
}

#[track_caller]
fn offset(pairs: &[(usize, usize)], roles: [Role; 2], sentence: &str) {
    assert_eq!(offset_text(&plain(pairs), &rater_names(roles)), sentence);
}

#[test]
fn the_offset_names_who_rated_higher() {
    let [own, manager] = [Role::SelfRater, Role::Manager];
    let half: Vec<(usize, usize)> = (0..24).map(|i| if i % 2 == 0 { (3, 2) } else { (2, 2) }).collect();
    let turned: Vec<(usize, usize)> = half.iter().map(|(a, b)| (*b, *a)).collect();
    let tail = "0.5 of a step higher on average (95% interval 0.28 to 0.72).";
    offset(&half, [manager, own], &format!("The manager rated {tail}"));
    offset(&half, [own, manager], &format!("The self-rating is {tail}"));
    offset(&turned, [own, manager], &format!("The manager rated {tail}"));
    offset(&turned, [Role::Peer, Role::Peer], &format!("The second peer rated {tail}"));
    offset(&half, [own, own], &format!("The first self-rating is {tail}"));
    offset(&turned, [own, Role::Committee], &format!("The committee rated {tail}"));
    offset(
        &[(3, 1), (2, 1), (3, 2), (4, 2), (4, 3)],
        [manager, own],
        "The manager rated 1.4 steps higher on average (95% interval 0.72 to 2.08).",
    );
    offset(&[(3, 2), (2, 2), (2, 2), (2, 2)], [own, manager], "No clear overall difference.");
    offset(&[(3, 2), (2, 3)], [own, manager], "No clear overall difference.");
    offset(&[(3, 3), (2, 2)], [own, manager], "No difference: every answer is the same.");
    offset(&[(3, 2), (2, 1)], [manager, own], "The manager rated 1 step higher on every question that both raters answered.");
    offset(&[(1, 3), (0, 2)], [manager, own], "The self-rating is 2 steps higher on every question that both raters answered.");
    for few in [&[][..], &[(3, 2)]] {
        offset(few, [own, manager], "Too few questions were answered by both raters to say who rated higher.");
    }
    let mut rare = vec![(2, 2); 400];
    rare[..12].fill((3, 2));
    offset(&rare, [manager, own], "The manager rated less than 0.1 of a step higher on average (95% interval 0.01 to 0.05).");
}

#[track_caller]
fn gap(mean: f64, first_higher_half_level: f64, second_higher_half_level: f64, sentence: &str) {
    let gap = Gap { mean, sd: 0.4, first_higher_half_level, second_higher_half_level };
    let rater_names = rater_names([Role::SelfRater, Role::Manager]);
    assert_eq!(gap_text("Influence", &DimensionGap { gap, enough: true }, &rater_names), sentence);
    assert_eq!(
        gap_text("Influence", &DimensionGap { gap, enough: false }, &rater_names),
        "Influence: too few questions answered by both raters."
    );
}

#[test]
fn a_gap_names_the_dimension_and_the_higher_rating() {
    gap(0.9, 0.83, 0.0, "Influence: the self-rating is 0.9 of a level higher (probably at least half a level: 83%).");
    gap(-0.9, 0.0, 0.83, "Influence: the manager's rating is 0.9 of a level higher (probably at least half a level: 83%).");
    gap(0.45, 0.595, 0.1, "Influence: the self-rating is 0.5 of a level higher (probably at least half a level: 60%).");
    gap(0.4, 0.594, 0.1, "Influence: the self-rating is 0.4 of a level higher (at least half a level: 59%).");
    gap(-1.0, 0.0, 0.996, "Influence: the manager's rating is 1 level higher (probably at least half a level: over 99%).");
    gap(1.26, 0.9, 0.0, "Influence: the self-rating is 1.3 levels higher (probably at least half a level: 90%).");
    gap(-0.049, 0.2, 0.22, "Influence: about the same.");
}

#[test]
fn gaps_of_two_assessments_read_by_dimension() {
    let names = rater_names([Role::SelfRater, Role::Manager]);
    let c = compared("334343 222222 333333 33....", "222323 333333 333333 333333");
    let sentences: Vec<String> =
        default_ladder().dimensions.iter().zip(&c.gaps).map(|(d, g)| gap_text(&d.title, g, &names).to_string()).collect();
    assert_eq!(
        sentences,
        [
            "Scope: the self-rating is 1 level higher (probably at least half a level: 89%).",
            "Ambiguity: the manager's rating is 1 level higher (probably at least half a level: 90%).",
            "Breadth: about the same.",
            "Influence: too few questions answered by both raters."
        ]
    );
}
