//! The leverage mix: the frozen reference cases, the evidence of mechanisms, and the block in files.

use litemap::LiteMap;

use ladder_calibration::files::{assessment_file, read_assessment};
use ladder_calibration::growth::leverage::{
    Leverage, Shape, Shown, Use, leverage, leverage_prompts, leverage_text, shown, shown_text,
};
use ladder_calibration::model::ladder_extras::{Extras, Scale};
use serde_json::{Value, json};

use super::support::{file, shared_ladder};

fn extras() -> &'static Extras {
    &shared_ladder().extras
}

fn uses(often: &[Option<usize>], reach: &[Option<usize>]) -> LiteMap<String, Use> {
    let pairs = often.iter().zip(reach).map(|(often, reach)| Use { often: *often, reach: *reach });
    extras().mechanisms.iter().map(|m| m.id.clone()).zip(pairs).collect()
}

fn steps(value: &Value) -> Vec<Option<usize>> {
    value.as_array().unwrap().iter().map(|n| n.as_u64().map(|n| usize::try_from(n).unwrap())).collect()
}

#[track_caller]
fn close(ours: &[f64], theirs: &Value) {
    let theirs: Vec<f64> = theirs.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect();
    assert_eq!(ours.len(), theirs.len());
    assert!(ours.iter().zip(&theirs).all(|(a, b)| (a - b).abs() < 1e-12), "{ours:?} {theirs:?}");
}

/// The shape's name in the reference.
fn shape_word(mix: &Leverage) -> String {
    match &mix.shape {
        Shape::Incomplete => "incomplete".into(),
        Shape::Unused => "none".into(),
        Shape::Balanced => "balanced".into(),
        Shape::Led(by) => format!("{}-led", by.iter().map(|i| extras().mechanisms[*i].id.as_str()).collect::<Vec<_>>().join("+")),
    }
}

#[test]
fn all_reference_cases_hold() {
    let reference: Value = serde_json::from_str(include_str!("../data/reference/failure_modes.json")).unwrap();
    let cases = reference["leverage"].as_array().unwrap();
    assert_eq!(cases.len(), 6);
    for case in cases {
        let mix = leverage(extras(), &uses(&steps(&case["often"]), &steps(&case["reach"]))).unwrap();
        let expected = &case["expected"];
        close(&mix.index.iter().map(|i| i.unwrap()).collect::<Vec<_>>(), &expected["index"]);
        match &mix.share {
            Some(share) => {
                close(share, &expected["share"]);
                close(&[mix.evenness.unwrap()], &json!([expected["evenness"]]));
            }
            None => assert!(expected["share"].is_null() && expected["evenness"].is_null() && mix.evenness.is_none()),
        }
        assert_eq!(shape_word(&mix), expected["shape"]);
        let unused: Vec<&str> = mix.unused.iter().map(|i| extras().mechanisms[*i].id.as_str()).collect();
        assert_eq!(json!(unused), expected["unused"]);
    }
}

#[test]
fn a_share_of_what_was_only_partly_answered_is_not_told() {
    let mix = leverage(extras(), &uses(&[Some(4), Some(1), None, Some(0)], &[Some(4), Some(1), Some(3), Some(4)])).unwrap();
    assert_eq!((shape_word(&mix).as_str(), &mix.share, mix.evenness), ("incomplete", &None, None));
    assert_eq!(mix.index[2], None);
    assert_eq!(mix.unused, [1, 3]);
    assert_eq!(leverage_text(extras(), &mix), ["Not answered yet: Technical risk.", "Hardly used: Decision quality and Talent."]);
    let beyond = leverage(extras(), &uses(&[Some(9); 4], &[Some(1); 4])).unwrap();
    assert_eq!(beyond.index, [None; 4], "a step that the scale does not have");
    assert_eq!(leverage(&Extras::default(), &LiteMap::default()), None);
}

#[test]
fn the_mix_in_words() {
    let sentences = |often: [Option<usize>; 4], reach: [Option<usize>; 4]| {
        leverage_text(extras(), &leverage(extras(), &uses(&often, &reach)).unwrap())
    };
    assert_eq!(
        sentences([Some(4), Some(3), Some(1), Some(0)], [Some(4), Some(2), Some(1), Some(0)]),
        ["Technical direction leads with 70% of the total.", "Hardly used: Technical risk and Talent."]
    );
    assert_eq!(
        sentences([Some(4), Some(4), Some(0), Some(0)], [Some(4); 4])[0],
        "Technical direction and Decision quality lead with 50% of the total each."
    );
    assert_eq!(sentences([Some(0); 4], [Some(4); 4]), ["No mechanism was used in this period."]);
    assert_eq!(sentences([Some(2); 4], [Some(2); 4]), ["Balanced: no mechanism is far ahead of the others."]);
}

#[test]
fn unused_talent_is_asked_about_at_the_highest_level_alone() {
    let top = shared_ladder().levels.len() - 1;
    let prompts = |talent, level| {
        let mix = leverage(extras(), &uses(&[Some(3), Some(3), Some(3), talent], &[Some(3); 4])).unwrap();
        leverage_prompts(extras(), &mix, level).len()
    };
    assert_eq!(prompts(Some(0), top), 1);
    assert_eq!(prompts(Some(0), top - 1), 0);
    assert_eq!(prompts(Some(3), top), 0);
    assert_eq!(prompts(None, top), 0, "not answered is not unused");
}

#[test]
fn a_scale_has_two_steps_at_least() {
    let scale = |steps: &[&str]| Scale::new("How often?".into(), steps.iter().map(|s| (*s).to_owned()).collect());
    assert!(scale(&["never", "often"]).is_some());
    assert_eq!((scale(&["never"]), scale(&[])), (None, None), "how much is used is a part of the last step");
}

#[test]
fn evidence_shows_mechanisms_direct_and_amplified() {
    let healthy = read_assessment(include_bytes!("../data/personas/healthy.json")).unwrap();
    let found = shown(extras(), &healthy.evidence);
    let counts: Vec<(usize, usize, usize)> = found.iter().map(|s| (s.direct, s.amplified, s.unsaid)).collect();
    assert_eq!(counts, [(2, 0, 0), (1, 1, 0), (1, 0, 0), (0, 1, 0)]);
    assert_eq!(shown_text(extras(), &found)[1], "Decision quality: 2 pieces of evidence (1 direct, 1 through others).");
    let coder = read_assessment(include_bytes!("../data/personas/super-coder.json")).unwrap();
    let sentences = shown_text(extras(), &shown(extras(), &coder.evidence));
    assert_eq!(sentences.last().unwrap(), "No evidence yet for Decision quality or Talent.");
    assert_eq!(Shown { direct: 1, amplified: 2, unsaid: 3 }.total(), 6);
}

#[test]
fn the_block_is_changed_in_place() {
    let mut f = file("");
    f["leverage"] = json!({ "direction": { "often": 3, "reach": 2, "x": 1 }, "risk": { "often": "much" }, "later": 5,
        "talent": { "often": 1 } });
    let mut a = read_assessment(f.to_string().as_bytes()).unwrap();
    assert_eq!(a.leverage.get("direction"), Some(&Use { often: Some(3), reach: Some(2) }));
    assert_eq!(a.leverage.get("risk"), Some(&Use::default()));
    assert_eq!(assessment_file(&a)["leverage"], f["leverage"], "nothing is lost when nothing changes");
    a.leverage.remove("talent");
    a.leverage.insert("direction".into(), Use { often: Some(1), reach: None });
    assert_eq!(
        assessment_file(&a)["leverage"],
        json!({ "direction": { "often": 1, "x": 1 }, "risk": { "often": "much" }, "later": 5 })
    );
}
