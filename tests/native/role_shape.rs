//! Failure modes: the frozen reference cases, the personas, and properties of any answers.

use ladder_calibration::files::{as_read_back, assessment_file, default_ladder, read_assessment};
use ladder_calibration::growth::failure_modes::{
    Finding, RoleShape, Status, evaluate_modes, finding_text, held_and_target, role_findings, share_text,
};
use ladder_calibration::model::assessment::Assessment;
use ladder_calibration::model::condition::{ChanceOf, FieldValue, Truth};
use ladder_calibration::model::ladder::Ladder;
use ladder_calibration::model::scoring::Model;
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::Digest as _;

use super::support::{file, ladder_and_model, shared_ladder};

const FROZEN: &[u8] = include_bytes!("../data/reference/failure_modes.json");
const SHA256: &str = "c946736bfaf24fb3cc3c7fc749b5dac2574ae96a9d63f5059147275f69bbc97b";

/// The reference's sentences, which are keys, with the ids of the ladder file, in the reference's order.
const KEYS: [(&str, &str, &str); 20] = [
    ("super_coder", "coding at or above 40% of time", "coding"),
    ("super_coder", "evaluated mainly on code output", "judged_by_code"),
    ("super_coder", "code goes to one team only", "one_team"),
    ("super_coder", "breadth more likely below the level than at it", "breadth"),
    ("super_coder", "influence more likely below the level than at it", "influence"),
    ("floating_advisor", "no named accountability for a technical outcome", "no_accountability"),
    ("floating_advisor", "accountability only informal and nothing adopted in 12 months", "informal_only"),
    ("floating_advisor", "30% or more of time in meetings, opinions or documents without a decision or follow-up", "advising"),
    ("floating_advisor", "at most one direction adopted by another team in 12 months", "little_adopted"),
    ("floating_advisor", "no forum in which your decisions bind other teams", "no_forum"),
    ("management_substitute", "people management at or above 30% of time", "people_time"),
    ("management_substitute", "five or more direct reports", "reports"),
    ("management_substitute", "technical direction and decisions at or below 25% of time", "little_direction"),
    ("management_substitute", "evaluated mainly on people management", "judged_by_people"),
    ("management_substitute", "more people management than direction and developing together", "outweighs"),
    ("title_without_role", "answers put the level of the title at 25% or less", "below_title"),
    ("title_without_role", "scope did not change with the title", "same_scope"),
    ("title_without_role", "no explicit accountability", "no_explicit_accountability"),
    ("title_without_role", "no forum that gives decisions effect", "no_forum"),
    ("title_without_role", "technical direction at or below 15% of time", "hardly_direction"),
];

fn key<'a>(mode: &str, sentence: &'a str) -> &'a str {
    let sentence = if sentence == "coding at or above 50% of time" { "coding at or above 40% of time" } else { sentence };
    KEYS.iter().find(|(m, s, _)| *m == mode && *s == sentence).unwrap_or_else(|| panic!("{mode}: {sentence}")).2
}

/// The ids of the conditions that hold, without milder forms, which the reference does not list.
fn ids(ladder: &Ladder, f: &Finding, truth: Truth) -> Vec<String> {
    let conditions = &ladder.extras.failure_modes[f.mode].conditions;
    f.which(truth).filter(|c| conditions[*c].milder_than.is_none()).map(|c| conditions[c].id.clone()).collect()
}

fn level(value: &Value) -> Option<usize> {
    value.as_u64().map(|l| usize::try_from(l).unwrap())
}

/// An assessment without answers, with a block about the role.
fn with_role(block: Value) -> Assessment {
    let mut f = file("");
    f["role_shape"] = block;
    read_assessment(f.to_string().as_bytes()).unwrap()
}

/// The findings for a case of the reference: at the title, and at a target above it.
fn findings_of(ladder: &Ladder, input: &Value) -> Vec<Finding> {
    let a = with_role(input.clone());
    let (title, target) = held_and_target(ladder, &a);
    assert_eq!((title, target), (level(&input["title"]), level(&input["target"])), "the block has the reference's fields");
    let (breadth, influence) = (index(ladder, "breadth"), index(ladder, "influence"));
    let chance = |of| {
        let name = match of {
            ChanceOf::Overall => "p_overall_ge_title",
            ChanceOf::Dimension(d) if d == breadth => "p_breadth_ge_ref",
            ChanceOf::Dimension(d) if d == influence => "p_influence_ge_ref",
            ChanceOf::Dimension(d) => panic!("the reference knows nothing of dimension {d}"),
        };
        input[name].as_f64()
    };
    let reference = title.max(target).unwrap();
    evaluate_modes(&ladder.extras, &a.role_shape, &chance, reference, title == Some(reference))
}

fn index(ladder: &Ladder, id: &str) -> usize {
    ladder.dimensions.iter().position(|d| d.id == id).unwrap()
}

#[test]
fn frozen_copy_is_unchanged() {
    assert_eq!(ladder_calibration::base::numbers::hex(&sha2::Sha256::digest(FROZEN)), SHA256);
}

#[test]
fn all_reference_cases_hold() {
    let reference: Value = serde_json::from_slice(FROZEN).unwrap();
    let ladder = default_ladder();
    let cases = reference["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 18);
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let expected = case["expected"].as_object().unwrap();
        let found = findings_of(&ladder, &case["input"]);
        assert_eq!(found.len(), expected.len(), "{name}: how many");
        // The reference's objects are read in the order of their keys, so the order of the modes is compared by KEYS.
        for f in &found {
            let mode = &ladder.extras.failure_modes[f.mode].id;
            let theirs = &expected[mode];
            let status = match f.status {
                Status::Present => "present",
                Status::Watch => "watch",
                Status::Absent => "absent",
                Status::NotAssessed => "not_assessed",
            };
            assert_eq!(status, theirs["status"], "{name}: {mode}");
            let keys = |list: &Value| -> Vec<String> {
                list.as_array().unwrap().iter().map(|s| key(mode, s.as_str().unwrap()).to_owned()).collect()
            };
            assert_eq!(ids(&ladder, f, Truth::True), keys(&theirs["because"]), "{name}: {mode} because");
            assert_eq!(ids(&ladder, f, Truth::Unknown), keys(&theirs["unknown"]), "{name}: {mode} unknown");
        }
        let order: Vec<usize> = found.iter().map(|f| f.mode).collect();
        assert!(order.is_sorted(), "{name}: {order:?}");
    }
}

#[test]
fn the_modes_and_conditions_stand_in_the_order_of_the_reference() {
    let ladder = default_ladder();
    let modes = ladder.extras.failure_modes.iter();
    let ours: Vec<(&str, &str)> = modes
        .flat_map(|m| m.conditions.iter().filter(|c| c.milder_than.is_none()).map(|c| (m.id.as_str(), c.id.as_str())))
        .collect();
    assert_eq!(ours, KEYS.map(|(mode, _, id)| (mode, id)));
}

#[track_caller]
fn persona(text: &str) -> Vec<Finding> {
    let (ladder, model) = ladder_and_model();
    let a = read_assessment(text.as_bytes()).unwrap();
    let (title, target) = held_and_target(&ladder, &a);
    role_findings(&ladder, &a.role_shape, Some(&score(&ladder, &model, text)), title, target)
}

fn score(ladder: &Ladder, model: &Model, text: &str) -> ladder_calibration::model::scoring::Score {
    model.score(&[read_assessment(text.as_bytes()).unwrap().ratings(ladder)])
}

#[track_caller]
fn is_present(mode: &str, text: &str) {
    let ladder = default_ladder();
    let found = persona(text);
    let f = found.iter().find(|f| ladder.extras.failure_modes[f.mode].id == mode).unwrap();
    assert_eq!(f.status, Status::Present, "{mode}");
    let texts = finding_text(&ladder, f);
    assert!(texts.because.len() >= 2 && !texts.attempts.is_empty() && !texts.cause.is_empty(), "{texts:?}");
    assert!(texts.because.iter().all(|w| !w.contains('{')), "{texts:?}");
}

#[test]
fn each_persona_has_the_mode_that_it_is_named_for() {
    is_present("super_coder", include_str!("../data/personas/super-coder.json"));
    is_present("floating_advisor", include_str!("../data/personas/floating-advisor.json"));
    is_present("management_substitute", include_str!("../data/personas/management-substitute.json"));
    is_present("title_without_role", include_str!("../data/personas/title-without-the-role.json"));
}

#[test]
fn the_healthy_persona_has_none() {
    let found = persona(include_str!("../data/personas/healthy.json"));
    assert_eq!(found.len(), 4);
    assert!(found.iter().all(|f| f.status == Status::Absent && f.held), "{found:?}");
}

#[test]
fn a_target_gives_hints_and_a_title_gives_findings() {
    let (ladder, model) = ladder_and_model();
    let text = include_str!("../data/personas/super-coder.json");
    let shape = read_assessment(text.as_bytes()).unwrap().role_shape;
    let score = score(&ladder, &model, text);
    let look = |title, target| role_findings(&ladder, &shape, Some(&score), title, target);
    assert_eq!(look(None, None), []);
    assert_eq!(look(Some(1), None), [], "silent for a level below the one they begin at");
    let hints = look(Some(1), Some(2));
    assert_eq!(hints.len(), 3, "the fourth is only for a title that is held");
    assert!(hints.iter().all(|f| !f.held && f.level == 2));
    let texts = finding_text(&ladder, &hints[0]);
    assert_eq!(texts.status, "Its signs would be present");
    assert!(texts.text.contains("In a Principal role") && texts.text.contains("would be worth a look"), "{}", texts.text);
    assert_eq!(texts.because[0], "Coding takes 50% of the time or more.");
    let both = look(Some(2), Some(3));
    assert_eq!(both.iter().map(|f| (f.level, f.held)).filter(|x| *x == (2, true)).count(), 4);
    assert_eq!(both.iter().map(|f| (f.level, f.held)).filter(|x| *x == (3, false)).count(), 3);
    assert_eq!(look(Some(3), Some(2)).len(), 4, "a target below the title adds nothing");
}

#[test]
fn a_milder_form_is_reported_only_where_the_result_rests_on_it() {
    let ladder = default_ladder();
    let input = |people: i32| {
        json!({ "time": { "coding": 15, "direction": 55 - people, "advising": 10, "people_mgmt": people, "developing": 10,
            "other": 10 }, "title": 3, "direct_reports": 0, "evaluated_on": "org_impact" })
    };
    let because = |people| {
        let found = findings_of(&ladder, &input(people));
        let f = found.iter().find(|f| ladder.extras.failure_modes[f.mode].id == "management_substitute").unwrap();
        (f.status, finding_text(&ladder, f).because)
    };
    assert_eq!(because(20), (Status::Watch, vec!["People management takes 20% of the time or more.".to_owned()]));
    assert_eq!(because(15), (Status::Absent, vec![]));
    let (status, reasons) = because(35);
    assert_eq!((status, reasons[0].as_str()), (Status::Present, "People management takes 30% of the time or more."));
    assert!(!reasons.iter().any(|w| w.contains("20 %")), "{reasons:?}");
}

#[test]
fn what_is_not_known_never_counts() {
    let ladder = default_ladder();
    let shape = |value: Value| with_role(value).role_shape;
    let inputs = &ladder.extras.role_inputs;
    let unsaid = shape(json!({ "evaluated_on": "unknown", "accountability": 7, "forum": "x", "time": { "coding": 40 } }));
    assert_eq!(unsaid.answer(inputs, "evaluated_on"), Some(&FieldValue::Word("unknown".into())), "the answer is kept");
    for field in ["evaluated_on", "accountability", "forum", "time.coding", "nothing"] {
        assert_eq!(unsaid.known(inputs, field), None, "{field}");
    }
    assert_eq!(share_text(inputs, &unsaid, "time").unwrap(), "The shares are 60 below the total; they count once they add up.");
    let over = shape(json!({ "time": { "coding": 60, "direction": 50 } }));
    assert_eq!(share_text(inputs, &over, "time").unwrap(), "The shares are 10 above the total; they count once they add up.");
    let whole = shape(json!({ "time": { "coding": 40, "direction": 60 } }));
    assert_eq!(share_text(inputs, &whole, "time"), None);
    assert_eq!(whole.known(inputs, "time.direction"), Some(&FieldValue::Number(60.0)));
    assert_eq!(share_text(inputs, &RoleShape::default(), "time"), None);
}

#[test]
fn too_few_answers_give_no_chance() {
    let (ladder, model) = ladder_and_model();
    let a = read_assessment(file("4").to_string().as_bytes()).unwrap();
    let score = model.score(&[a.ratings(&ladder)]);
    let found = role_findings(&ladder, &RoleShape::default(), Some(&score), Some(3), None);
    assert!(found.iter().all(|f| f.status == Status::NotAssessed), "{found:?}");
    assert!(found.iter().all(|f| f.conditions.iter().all(|(_, t)| *t == Truth::Unknown)));
}

/// Every field that the default ladder asks for.
const FIELDS: [&str; 13] = [
    "time.coding",
    "time.direction",
    "time.advising",
    "time.people_mgmt",
    "time.developing",
    "time.other",
    "accountability",
    "forum",
    "adopted",
    "evaluated_on",
    "direct_reports",
    "code_teams",
    "scope_change",
];

fn shapes() -> impl Strategy<Value = Value> {
    let share = || prop::collection::vec(0..=20_u32, 6);
    let maybe = |range: std::ops::Range<u32>| prop::option::of(range);
    let judged = prop::option::of(prop::sample::select(vec!["code", "delivery", "org_impact", "people", "unknown"]));
    (prop::option::of(share()), (maybe(0..3), maybe(0..3), maybe(0..4), judged, maybe(0..9), maybe(0..4), maybe(0..3))).prop_map(
        |(time, (accountability, forum, adopted, judged, reports, teams, scope))| {
            let time = time.map(|t| {
                let sum: u32 = t.iter().sum::<u32>().max(1);
                let mut t: Vec<u32> = t.iter().map(|x| 100 * x / sum).collect();
                t[5] += 100 - t.iter().sum::<u32>();
                let keys = ["coding", "direction", "advising", "people_mgmt", "developing", "other"];
                keys.into_iter().zip(t).map(|(k, v)| (k.to_owned(), Value::from(v))).collect::<serde_json::Map<_, _>>()
            });
            json!({ "time": time, "accountability": accountability, "forum": forum, "adopted": adopted,
                "evaluated_on": judged, "direct_reports": reports, "code_teams": teams, "scope_change": scope })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_result_that_fires_has_a_reason_and_no_other_is_hidden(
        value in shapes(), p in prop::collection::vec(prop::option::of(0.0..=1.0_f64), 5), level in 2..4_usize,
    ) {
        let ladder = shared_ladder();
        let shape = with_role(value).role_shape;
        let chance = |of| match of { ChanceOf::Overall => p[4], ChanceOf::Dimension(d) => p[d] };
        for f in evaluate_modes(&ladder.extras, &shape, &chance, level, true) {
            let texts = finding_text(ladder, &f);
            let fired = matches!(f.status, Status::Present | Status::Watch);
            prop_assert!(!fired || !texts.because.is_empty(), "{:?}", f);
            prop_assert!(f.status != Status::NotAssessed || !texts.unknown.is_empty(), "{:?}", f);
            let own = ladder.extras.failure_modes[f.mode].conditions.iter().filter(|c| c.milder_than.is_none()).count();
            let told = f.conditions.iter().filter(|(c, _)| ladder.extras.failure_modes[f.mode].conditions[*c].milder_than.is_none());
            prop_assert_eq!(told.count(), own);
        }
    }

    #[test]
    fn one_more_answer_never_takes_a_sign_away(value in shapes(), field in 0..7_usize) {
        let ladder = shared_ladder();
        let found = |value: &Value| {
            evaluate_modes(&ladder.extras, &with_role(value.clone()).role_shape, &|_| None, 3, true)
        };
        let names = ["accountability", "forum", "adopted", "evaluated_on", "direct_reports", "code_teams", "scope_change"];
        let mut less = value.clone();
        less[names[field]] = Value::Null;
        for (with, without) in found(&value).iter().zip(found(&less)) {
            for (c, truth) in without.conditions.iter().filter(|(_, t)| *t != Truth::Unknown) {
                let now = with.conditions.iter().find(|(other, _)| other == c).map(|(_, t)| *t);
                prop_assert!(now.is_none_or(|now| now == *truth), "{:?} {:?}", with, without);
            }
        }
    }

    #[test]
    fn what_is_put_is_read_again_and_unknown_fields_stay(value in shapes(), extra in any::<String>()) {
        let ladder = shared_ladder();
        let mut block = value;
        block["x-later"] = extra.clone().into();
        block["title"] = 3.into();
        let whole = with_role(block.clone());
        let inputs = &ladder.extras.role_inputs;
        let answers: Vec<(&str, FieldValue)> =
            FIELDS.into_iter().filter_map(|field| Some((field, whole.role_shape.answer(inputs, field)?.clone()))).collect();
        let mut a = whole.clone();
        for (field, _) in &answers {
            a.role_shape.set(inputs, field, None);
        }
        a = as_read_back(&a);
        prop_assert!(a.role_shape.is_open(inputs));
        prop_assert_eq!(&assessment_file(&a)["role_shape"]["x-later"], &Value::from(extra));
        prop_assert_eq!(&assessment_file(&a)["role_shape"]["title"], &Value::from(3));
        for (field, answer) in answers {
            a.role_shape.set(inputs, field, Some(answer));
        }
        prop_assert_eq!(&as_read_back(&a).role_shape, &whole.role_shape);
    }
}
