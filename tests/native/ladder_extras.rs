//! The blocks of a ladder file besides its dimensions: the content of the default ladder, and what is refused, with its
//! path.

use ladder_calibration::files::{read_assessment, read_ladder};
use ladder_calibration::growth::failure_modes::{RoleShape, Status, evaluate_modes};
use ladder_calibration::growth::lens::{not_alone, step_up, through_lens};
use ladder_calibration::model::condition::{FieldValue, Truth};
use serde_json::{Value, json};

use super::support::{file, shared_ladder};

const TEXT: &str = include_str!("../../ladders/staff-plus.en.json");

#[track_caller]
fn refused(change: impl Fn(&mut Value), path: &str, text: &str) {
    let mut ladder: Value = serde_json::from_str(TEXT).unwrap();
    change(&mut ladder);
    let problems = read_ladder(ladder.to_string().as_bytes()).expect_err("has to be refused");
    let found = problems.iter().any(|p| p.path == path && p.message.to_string().contains(text));
    assert!(found, "{path}: {text}\n{problems:#?}");
    assert_eq!(problems.iter().filter(|p| p.path == path).count(), 1, "told once: {problems:#?}");
}

#[test]
fn a_failure_mode_that_does_not_fit_is_refused_with_its_path() {
    let mode = |l: &mut Value, field: &str, value: Value| l["failure_modes"][0][field] = value;
    refused(|l| mode(l, "from", json!("fellow")), "failure_modes[0].from", "not a level");
    refused(|l| mode(l, "core", json!("coding_time")), "failure_modes[0].core", "\"coding_time\" is not a condition");
    refused(|l| mode(l, "core", Value::Null), "failure_modes[0].core", "is missing");
    refused(|l| mode(l, "core", json!({ "some_of": [] })), "failure_modes[0].core", "has to be the id of a condition");
    refused(|l| mode(l, "watch", json!({ "at_least": 3, "of": ["coding", "one_team"] })), "failure_modes[0].watch", "1 to 2");
    refused(|l| mode(l, "watch", json!({ "at_least": 0, "of": ["coding"] })), "failure_modes[0].watch", "1 to 1");
    refused(|l| mode(l, "watch", json!({ "any_of": [] })), "failure_modes[0].watch", "has to require 1 to 1");
    refused(
        |l| mode(l, "present", json!({ "all_of": ["coding", 5] })),
        "failure_modes[0].present.all_of[1]",
        "id of a condition",
    );
    refused(|l| mode(l, "try", json!([])), "failure_modes[0].try", "there are 0");
    refused(|l| mode(l, "cause", json!("")), "failure_modes[0].cause", "is missing");
    refused(|l| l["failure_modes"][1]["id"] = json!("super_coder"), "failure_modes", "appears twice");
}

#[test]
fn a_condition_that_does_not_fit_is_refused_with_its_path() {
    let condition = |l: &mut Value, value: Value| l["failure_modes"][0]["conditions"][0] = value;
    let place = "failure_modes[0].conditions[0]";
    let with = |rest: Value| {
        let mut out = json!({ "id": "coding", "text": "x" });
        out.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        out
    };
    refused(|l| condition(l, with(json!({}))), place, "one of field, chance_of, all_of, any_of");
    refused(|l| condition(l, with(json!({ "field": "time.coding", "chance_of": "overall" }))), place, "one of field");
    refused(|l| condition(l, with(json!({ "field": "time.coding" }))), place, "one of at_least, at_most");
    refused(|l| condition(l, with(json!({ "field": "time.coding", "above": 1, "below": 2 }))), place, "one of at_least");
    refused(
        |l| condition(l, with(json!({ "field": "time", "above": 1 }))),
        &format!("{place}.field"),
        "not a field with a number",
    );
    refused(
        |l| condition(l, with(json!({ "field": "time.coding", "more_than": ["time.coding", "hours"] }))),
        &format!("{place}.more_than[1]"),
        "\"hours\" is not a field",
    );
    refused(
        |l| condition(l, with(json!({ "field": "time.coding", "above": "1" }))),
        &format!("{place}.above"),
        "a number, or one",
    );
    refused(
        |l| condition(l, with(json!({ "field": "time.coding", "above": { "principal": 1 } }))),
        &format!("{place}.above"),
        "one number for each level",
    );
    refused(
        |l| condition(l, with(json!({ "field": "time.coding", "above": { "principal": 1, "distinguished": 1, "fellow": 1 } }))),
        &format!("{place}.above.fellow"),
        "not a level",
    );
    refused(
        |l| condition(l, with(json!({ "chance_of": "charm", "above": 0 }))),
        &format!("{place}.chance_of"),
        "not a dimension",
    );
    refused(|l| condition(l, with(json!({ "field": "evaluated_on", "is": "luck" }))), &format!("{place}.is"), "not an answer");
    refused(|l| condition(l, with(json!({ "any_of": [] }))), &format!("{place}.any_of"), "there are 0");
    refused(
        |l| l["failure_modes"][0]["conditions"][5]["milder_than"] = json!("x"),
        "failure_modes[0].conditions[5].milder_than",
        "not a condition",
    );
    refused(
        |l| l["failure_modes"][0]["conditions"][5]["milder_than"] = json!("much_coding"),
        "failure_modes[0].conditions[5].milder_than",
        "the condition itself",
    );
}

#[test]
fn a_block_that_does_not_fit_is_refused_with_its_path() {
    let input = |l: &mut Value, field: &str, value: Value| l["role_shape"]["inputs"][1][field] = value;
    refused(|l| input(l, "kind", json!("slider")), "role_shape.inputs[1].kind", "shares, choice, count, title");
    refused(|l| input(l, "options", json!([])), "role_shape.inputs[1].options", "there are 0");
    refused(
        |l| l["role_shape"]["inputs"][1]["options"][0]["value"] = json!([]),
        "role_shape.inputs[1].options[0].value",
        "number or text",
    );
    refused(|l| l["role_shape"]["inputs"][0]["total"] = json!(0), "role_shape.inputs[0].total", "above 0");
    refused(|l| l["role_shape"]["inputs"][2]["id"] = json!("accountability"), "role_shape.inputs", "appears twice");
    refused(|l| l["leverage"]["prompts"][0]["mechanism"] = json!("luck"), "leverage.prompts[0].mechanism", "not a mechanism");
    refused(|l| l["leverage"]["often"] = Value::Null, "leverage.often", "is missing");
    refused(|l| l["leverage"]["balanced_below"] = json!(4), "leverage.balanced_below", "between 0 and 1");
    refused(|l| l["mechanisms"][1]["id"] = json!("direction"), "mechanisms", "appears twice");
    refused(
        |l| l["readiness"][0]["questions"][0]["bears_on"][1] = json!("x"),
        "readiness[0].questions[0].bears_on[1]",
        "not a dimension",
    );
    refused(|l| l["readiness"][1]["questions"][0]["id"] = json!("scope-written"), "readiness.questions", "appears twice");
    refused(|l| l["readiness"][0]["questions"] = json!([]), "readiness[0].questions", "there are 0");
    refused(|l| l["readiness_frame"]["beside_from"] = json!("x"), "readiness_frame.beside_from", "not a level");
    refused(|l| l["traits"][0]["questions"][0] = json!("x"), "traits[0].questions[0]", "not a question");
    refused(|l| l["traits"][3]["sides"] = json!([{ "title": "x", "text": "x" }]), "traits[3].sides", "there have to be 2");
    refused(|l| l["traits"][1]["templates"][0] = json!("x"), "traits[1].templates[0]", "not an evidence template");
    refused(
        |l| l["evidence_templates"][0]["fields"][0] = json!({ "prompt": "x" }),
        "evidence_templates[0].fields[0]",
        "has to have a field",
    );
    refused(|l| l["evidence_prompts"][0]["template"] = json!("x"), "evidence_prompts[0].template", "evidence template");
    refused(|l| l["altitudes"][0]["level"] = json!("x"), "altitudes[0].level", "not a level");
    refused(|l| l["altitudes"][0]["level"] = Value::Null, "altitudes[0].level", "is missing");
    refused(|l| l["domain_depths"]["credible_from"] = json!(4), "domain_depths.credible_from", "below 4");
    refused(|l| l["crosswalks"][0]["source"] = json!(""), "crosswalks[0].source", "is missing");
    refused(
        |l| l["transitions"][0]["turns_on"][0]["questions"][0] = json!("x"),
        "transitions[0].turns_on[0].questions[0]",
        "not a question",
    );
    refused(|l| l["traits"] = json!({}), "traits", "has to be a list");
}

#[test]
fn every_block_may_be_absent_and_unknown_ones_are_kept() {
    let mut ladder: Value = serde_json::from_str(TEXT).unwrap();
    for name in [
        "transitions",
        "mechanisms",
        "leverage",
        "role_shape",
        "failure_modes",
        "readiness",
        "readiness_frame",
        "traits",
        "evidence_prompts",
        "evidence_templates",
        "altitudes",
        "domain_depths",
        "misconceptions",
        "archetypes",
        "crosswalks",
    ] {
        let mut one_less = ladder.clone();
        one_less.as_object_mut().unwrap().remove(name);
        let named_by_others = ["mechanisms", "role_shape", "evidence_templates"].contains(&name);
        assert_eq!(read_ladder(one_less.to_string().as_bytes()).is_ok(), !named_by_others, "{name}");
    }
    assert!(shared_ladder().extras.unknown.is_empty(), "{:?}", shared_ladder().extras.unknown);
    ladder["interviews"] = json!([{ "x": 1 }]);
    let read = read_ladder(ladder.to_string().as_bytes()).unwrap();
    assert_eq!(Value::Object(read.extras.unknown.clone()), json!({ "interviews": [{ "x": 1 }] }));
}

#[test]
fn another_ladder_may_have_other_modes_over_other_fields() {
    let mut ladder: Value = serde_json::from_str(TEXT).unwrap();
    ladder["role_shape"]["inputs"] = json!([{ "id": "pager", "title": "t", "prompt": "p", "kind": "count" }]);
    ladder["failure_modes"] = json!([{ "id": "night-watch", "title": "t", "text": "x", "cause": "c", "try": ["y"], "from": "staff",
        "conditions": [{ "id": "nights", "text": "{limit} nights", "field": "pager", "above": 10 }],
        "core": "nights", "present": "nights", "watch": "nights" }]);
    let read = read_ladder(ladder.to_string().as_bytes()).unwrap();
    let look = |nights: Option<f64>| {
        let mut shape = RoleShape::default();
        shape.set(&read.extras.role_inputs, "pager", nights.map(FieldValue::Number));
        let found = evaluate_modes(&read.extras, &shape, &|_| None, 1, true);
        (found[0].status, found[0].conditions.clone())
    };
    assert_eq!(look(Some(11.0)), (Status::Present, vec![(0, Truth::True)]));
    assert_eq!(look(Some(10.0)), (Status::Absent, vec![(0, Truth::False)]));
    assert_eq!(look(None), (Status::NotAssessed, vec![(0, Truth::Unknown)]));
}

#[test]
fn the_default_ladder_has_what_the_screens_need() {
    let ladder = shared_ladder();
    let e = &ladder.extras;
    let ids = |list: &[&str], found: Vec<&str>| assert_eq!(found, list);
    ids(&["direction", "decision_quality", "risk", "talent"], e.mechanisms.iter().map(|m| m.id.as_str()).collect());
    ids(
        &["time", "accountability", "forum", "adopted", "evaluated_on", "direct_reports", "code_teams", "scope_change", "title"],
        e.role_inputs.iter().map(|i| i.id.as_str()).collect(),
    );
    ids(
        &["decision", "direction", "averted_risk", "engineer_grown", "written_artifact"],
        e.evidence.templates.iter().map(|t| t.id.as_str()).collect(),
    );
    ids(&["tech-lead", "architect", "solver", "right-hand"], e.archetypes.iter().map(|a| a.id.as_str()).collect());
    assert_eq!((e.evidence.prompts.len(), e.traits.len(), e.misconceptions.len(), e.crosswalks.len()), (3, 5, 2, 1));
    assert_eq!(e.traits.iter().filter(|t| t.sides.len() == 2).count(), 2);
    assert!(e.archetypes.iter().all(|a| a.source.starts_with("https://")));
    assert!(e.mechanisms.iter().all(|m| !m.tests.is_empty() && !m.evidence_prompt.is_empty()));
    assert!(e.evidence.templates.iter().all(|t| t.mechanism.is_some() && t.fields.len() >= 6 && !t.example.is_empty()));
    let sfia = &e.crosswalks[0];
    assert_eq!(sfia.levels.iter().map(|l| l.level).collect::<Vec<_>>(), [0, 1, 2, 3]);
    let scale = e.leverage.as_ref().unwrap();
    assert_eq!((scale.often.steps().len(), scale.reach.steps().len()), (5, 5));
    let hints = e.failure_modes.iter().filter(|m| !m.hint.is_empty());
    assert!(
        hints.clone().count() == 3
            && hints.clone().all(|m| m.hint.contains("{level}") && m.hint.contains("would be worth a look"))
    );
    assert!(ladder.transitions.iter().all(|t| !t.turns_on.is_empty()));
}

#[test]
fn a_lens_finds_what_belongs_to_it() {
    let ladder = shared_ladder();
    let a = read_assessment(include_bytes!("../data/personas/healthy.json")).unwrap();
    let evidence = &a.evidence;
    let view = |id: &str| through_lens(ladder, ladder.extras.traits.iter().find(|t| t.id == id).unwrap(), &a, evidence);
    assert_eq!(view("writing").evidence, [4]);
    assert_eq!(view("patience").evidence, [0, 3], "piece 2 ran for ten months, behind another question");
    let two_sided = view("confidence-and-humility");
    assert_eq!((two_sided.evidence.as_slice(), &two_sided.sides), (&[2, 5][..], &vec![vec![2], vec![5]]));
    assert_eq!(two_sided.answers.iter().map(|(_, k)| *k).collect::<Vec<_>>(), [Some(4), Some(4)]);
    assert!(view("depth-across-domains").evidence.is_empty());
}

#[test]
fn a_lens_with_a_duration_shows_long_or_open_work_behind_a_high_answer() {
    let ladder = shared_ladder();
    let patience = ladder.extras.traits.iter().find(|t| t.lasts_months.is_some()).unwrap();
    let id = &ladder.questions[patience.questions[0]].id;
    let shown = |statement: usize, piece: Value, cites: bool| {
        let mut f = file("");
        f["evidence"] = json!([piece]);
        f["evidence"][0]["id"] = "e1".into();
        f["answers"][id] = json!({ "statement": statement, "evidence": if cites { json!(["e1"]) } else { json!([]) } });
        let a = read_assessment(f.to_string().as_bytes()).unwrap();
        !through_lens(ladder, patience, &a, &a.evidence).evidence.is_empty()
    };
    let (long, short) = (json!({ "from": "2025-01", "to": "2025-11" }), json!({ "from": "2025-01", "to": "2025-10" }));
    assert!(shown(4, long.clone(), true) && shown(3, long.clone(), true));
    assert!(!shown(2, long.clone(), true), "a lower answer");
    assert!(!shown(4, short.clone(), true), "nine months");
    assert!(!shown(4, long, false), "it backs no answer of these");
    let open = |from: &str| json!({ "from": from, "pending": true });
    assert!(shown(3, open("2025-10"), true) && !shown(2, open("2025-10"), true));
}

#[test]
fn what_holds_people_back_is_said_to_those_whom_it_holds_back() {
    let ladder = shared_ladder();
    let [staff, principal] = [&ladder.transitions[0], &ladder.transitions[1]];
    let sentence = "are held back by breadth and influence";
    for (holding, said) in [(vec![2], true), (vec![0, 3], true), (vec![0, 1], false), (vec![], false)] {
        assert_eq!(principal.said_to(&holding).is_some_and(|text| text.contains(sentence)), said, "{holding:?}");
        assert_eq!(staff.said_to(&holding), None);
    }
    assert!(!principal.text.contains(sentence));
    let place = "transitions[1].held_back";
    refused(|l| l["transitions"][1]["held_back"]["by"] = json!(["width"]), &format!("{place}.by[0]"), "not a dimension");
    refused(|l| l["transitions"][1]["held_back"]["text"] = Value::Null, &format!("{place}.text"), "is missing");
    refused(|l| l["traits"][0]["domain_map"] = json!("yes"), "traits[0].domain_map", "true or false");
}

#[test]
fn the_step_up_is_reported_over_the_raters_answers() {
    let ladder = shared_ladder();
    // Everything as Principal asks, depth as Distinguished asks.
    let a = read_assessment(file("333333333333343333333333").to_string().as_bytes()).unwrap();
    let (transition, turns) = step_up(ladder, &a, 2).unwrap();
    assert_eq!(transition.to, "distinguished");
    let told: Vec<(usize, usize, bool)> = turns.iter().map(|t| (t.reached(), t.answers.len(), t.on.carries)).collect();
    assert_eq!(told, [(0, 4, true), (0, 3, true), (0, 2, true), (1, 1, false)]);
    assert_eq!(turns[3].text("Distinguished"), "1 of 1 answer meets the requirement for Distinguished.");
    assert_eq!(turns[0].text("Distinguished"), "0 of 4 answers meet the requirement for Distinguished.");
    assert_eq!(
        not_alone(&turns, "Distinguished").unwrap(),
        "There already: Depth. Not yet: Breadth across several fields, Change without authority and Picking the right \
         battles. The first is not enough for Distinguished without the others."
    );
    let (_, from_staff) = step_up(ladder, &a, 1).unwrap();
    assert!(from_staff.iter().all(|t| t.reached() == t.answers.len()));
    assert_eq!(not_alone(&from_staff, "Principal"), None);
    assert!(step_up(ladder, &a, 3).is_none() && step_up(ladder, &a, 0).is_none());
    let open = read_assessment(file("").to_string().as_bytes()).unwrap();
    assert!(step_up(ladder, &open, 2).unwrap().1.iter().all(|t| t.reached() == 0));
}

/// Every text of the blocks besides the dimensions.
fn texts(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|v| texts(v, out)),
        Value::Object(fields) => fields.values().for_each(|v| texts(v, out)),
        _ => {}
    }
}

#[test]
fn texts_are_plain_and_their_placeholders_known() {
    let ladder: Value = serde_json::from_str(TEXT).unwrap();
    let mut all = Vec::new();
    for (_, block) in ladder.as_object().unwrap().iter().filter(|(name, _)| *name != "dimensions") {
        texts(block, &mut all);
    }
    assert!(all.len() > 400, "{}", all.len());
    for text in all {
        assert!(!text.contains('!') && !text.contains("  "), "{text}");
        let rest = text.replace("{limit}", "").replace("{level}", "").replace("{name}", "");
        assert!(!rest.contains('{'), "{text}");
    }
}
