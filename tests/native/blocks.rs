//! The blocks of an assessment file besides its answers: read as far as possible, kept whole, problems reported with their
//! path.

use ladder_calibration::files::{as_read_back, assessment_file, block_problems, canonical, read_assessment};
use ladder_calibration::growth::evidence::{Channel, Domain};
use ladder_calibration::growth::failure_modes::held_and_target;
use ladder_calibration::growth::plan::Bet;
use ladder_calibration::model::assessment::Assessment;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{file, shared_ladder};

/// Empties every block as far as it can be read, and puts all of it back.
fn put_all_back(a: &mut Assessment) {
    let mut bare = a.clone();
    (bare.evidence, bare.domains, bare.plan, bare.journal) = Default::default();
    (bare.role_shape, bare.leverage, bare.readiness) = Default::default();
    *a = as_read_back(&Assessment { extra: as_read_back(&bare).extra, ..a.clone() });
}

#[track_caller]
fn nothing_changes(text: &str) {
    let before = read_assessment(text.as_bytes()).unwrap();
    let mut after = before.clone();
    put_all_back(&mut after);
    assert_eq!(canonical(&assessment_file(&after)), canonical(&assessment_file(&before)));
    assert_eq!(after, before);
    assert_eq!(block_problems(shared_ladder(), &before), [], "the fixtures are sound");
}

#[test]
fn the_personas_come_back_as_they_were() {
    nothing_changes(include_str!("../data/personas/healthy.json"));
    nothing_changes(include_str!("../data/personas/super-coder.json"));
    nothing_changes(include_str!("../data/personas/floating-advisor.json"));
    nothing_changes(include_str!("../data/personas/management-substitute.json"));
    nothing_changes(include_str!("../data/personas/title-without-the-role.json"));
}

#[test]
fn evidence_is_read_with_all_its_fields() {
    let a = read_assessment(include_bytes!("../data/personas/healthy.json")).unwrap();
    let e = &a.evidence[1];
    assert_eq!((e.id.as_str(), e.mechanism.as_str(), e.channel), ("e2", "risk", Some(Channel::Direct)));
    assert_eq!((e.teams, e.people, e.pending, e.sensitive), (Some(6), None, false, false));
    assert_eq!(e.details.get("named").unwrap(), "2026-02-10, to the head of platform");
    let bets = &a.plan;
    assert_eq!((bets[0].reviews.len(), bets[0].reviews[0].seen.as_str()), (5, "One did, in August."));
    assert_eq!(a.journal[1].reversed, "Both keep their own; the shared cache stays.");
}

/// A file whose blocks have one invalid value at a path.
fn broken(place: &str, value: Value) -> Assessment {
    let mut f = file("3");
    f["evidence"] = json!([{ "id": "e1", "details": {} }]);
    f["domains"] = json!([{ "name": "x" }]);
    f["plan"] = json!([{ "id": "b1", "reviews": [{ "on": "2026-12" }] }]);
    f["journal"] = json!([{ "id": "d1" }]);
    f["role_shape"] = json!({ "time": {} });
    f["leverage"] = json!({ "risk": {} });
    f["readiness"] = json!({});
    let (parent, name) = place.rsplit_once('/').unwrap();
    match f.pointer_mut(parent).unwrap() {
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
        object => object[name] = value,
    }
    read_assessment(f.to_string().as_bytes()).unwrap()
}

#[track_caller]
fn is_reported_and_kept(place: &str, value: &Value, path: &str, text: &str) {
    let before = broken(place, value.clone());
    let problems = block_problems(shared_ladder(), &before);
    let [problem] = &problems[..] else { panic!("{place}: {problems:?}") };
    assert_eq!(problem.path, path);
    assert!(problem.message.to_string().contains(text), "{place}: {problem}");
    let mut after = before.clone();
    put_all_back(&mut after);
    assert_eq!(assessment_file(&after).pointer(place), Some(value), "{place} is kept");
}

#[test]
fn what_cannot_be_read_is_reported_with_its_path_and_kept() {
    is_reported_and_kept("/evidence/0/title", &json!(5), "evidence[0].title", "has to be text");
    is_reported_and_kept("/evidence/0/people", &json!("many"), "evidence[0].people", "whole number");
    is_reported_and_kept("/evidence/0/mode", &json!("both"), "evidence[0].mode", "\"both\" is not known");
    is_reported_and_kept("/evidence/0/from", &json!("spring"), "evidence[0].from", "a month or a day");
    is_reported_and_kept("/evidence/0/link", &json!("javascript:alert(1)"), "evidence[0].link", "not an address");
    is_reported_and_kept("/evidence/0/details", &json!({ "a": 1 }), "evidence[0].details", "not text");
    is_reported_and_kept("/evidence/0/details", &json!("x"), "evidence[0].details", "object");
    is_reported_and_kept("/evidence/0/pending", &json!(1), "evidence[0].pending", "true or false");
    is_reported_and_kept("/domains/0/step", &json!(-1), "domains[0].step", "whole number");
    is_reported_and_kept("/domains/0", &json!("storage"), "domains[0]", "has to be an object");
    is_reported_and_kept("/domains", &json!("storage"), "domains", "has to be a list");
    is_reported_and_kept("/plan/0/begun", &json!("soon"), "plan[0].begun", "a month or a day");
    is_reported_and_kept("/plan/0/reviews/0/on", &json!(3), "plan[0].reviews[0].on", "has to be text");
    is_reported_and_kept("/journal/0/prediction", &json!([]), "journal[0].prediction", "has to be text");
    is_reported_and_kept("/role_shape/forum", &json!(3), "role_shape.forum", "not an answer");
    is_reported_and_kept("/role_shape/time/coding", &json!(140), "role_shape.time.coding", "not an answer");
    is_reported_and_kept("/role_shape", &json!([]), "role_shape", "has to be an object");
    is_reported_and_kept("/leverage/risk", &json!(3), "leverage.risk", "has to be an object");
    is_reported_and_kept("/leverage/risk/often", &json!("x"), "leverage.risk.often", "whole number");
    is_reported_and_kept("/readiness/binding-forum", &json!("yes"), "readiness.binding-forum", "present, partly, absent");
}

#[test]
fn a_mark_that_cannot_be_read_counts_as_sensitive() {
    let a = broken("/evidence/0/sensitive", json!("yes"));
    assert!(a.evidence[0].sensitive);
    assert_eq!(block_problems(shared_ladder(), &a)[0].path, "evidence[0].sensitive");
    assert!(!broken("/evidence/0/sensitive", Value::Null).evidence[0].sensitive);
    assert!(!broken("/evidence/0/sensitive", json!(false)).evidence[0].sensitive);
}

#[test]
fn the_title_is_an_id_a_name_or_stands_in_the_block() {
    let of = |title: &str, block: Value| {
        let mut f = file("3");
        f["subject"] = json!({ "title": title });
        f["role_shape"] = block;
        held_and_target(shared_ladder(), &read_assessment(f.to_string().as_bytes()).unwrap())
    };
    assert_eq!(of("principal", json!({})), (Some(2), None));
    assert_eq!(of(" principal", json!({ "target": "Distinguished" })), (Some(2), Some(3)));
    assert_eq!(of("Chief of everything", json!({ "title": 3 })), (None, None), "the person's own words hold");
    assert_eq!(of("", json!({ "title": 3, "target": 9 })), (Some(3), None));
    assert_eq!(of("", json!({ "title": 3, "target": 4 })), (Some(3), None), "there are three levels and what is below");
    assert_eq!(of("", json!({ "title": "staff" })), (Some(1), None));
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z0-9:/ -]{1,12}".prop_map(Value::from),
        Just(json!("2026-03")),
        Just(json!({ "x": [1] })),
        Just(json!(["x"])),
    ]
}

/// Whether a value is empty, so that it may be left out when it is written again.
fn says_nothing(value: &Value) -> bool {
    *value == json!(false) || *value == json!("")
}

/// A block as someone may have written it by hand.
fn blocks() -> impl Strategy<Value = (&'static str, Value)> {
    let names = vec!["evidence", "domains", "plan", "journal", "role_shape", "leverage", "readiness"];
    let field = prop::sample::select(vec![
        "id",
        "title",
        "from",
        "people",
        "pending",
        "sensitive",
        "link",
        "details",
        "step",
        "reviews",
        "time",
        "forum",
        "risk",
        "often",
        "binding-forum",
        "x-later",
    ]);
    let odd = prop_oneof![
        values(),
        Just(Value::Null),
        Just(json!("")),
        Just(json!(false)),
        Just(json!(3.0)),
        Just(json!(" https://a.example ")),
        Just(json!([{ "on": "2026-12", "seen": "" }, 3])),
        Just(json!({ "often": 2.0, "coding": 40.0, "reach": null })),
        Just(json!("present")),
    ];
    let object = prop::collection::btree_map(field, odd, 0..5).prop_map(|fields| json!(fields));
    let list = prop::collection::vec(prop_oneof![4 => object.clone(), 1 => values()], 0..4).prop_map(Value::from);
    (prop::sample::select(names), prop_oneof![object, list, values(), Just(Value::Null)])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_stands_in_a_field_is_there_afterwards(
        list in prop::sample::select(vec!["evidence", "domains", "plan", "journal"]),
        fields in prop::collection::vec((prop::sample::select(vec![
            "title", "from", "people", "mode", "link", "pending", "sensitive", "details", "binds_until", "name", "step",
            "reviews", "begun", "outcome", "check_on", "prediction", "x-later",
        ]), values()), 0..6),
    ) {
        let mut f = file("3");
        let mut item = json!({ "id": "e1" });
        for (name, value) in fields {
            item[name] = value;
        }
        f[list] = json!([item]);
        let mut a = read_assessment(f.to_string().as_bytes()).unwrap();
        put_all_back(&mut a);
        let after = assessment_file(&a);
        for (name, value) in item.as_object().unwrap().iter().filter(|(_, v)| !says_nothing(v)) {
            let now = &after[list][0][name];
            let cut = value.as_str().is_some_and(|v| now.as_str() == Some(v.trim_matches(' ')));
            prop_assert!(now == value || cut, "{}: {} became {}", name, value, now);
        }
        let again = a.clone();
        put_all_back(&mut a);
        prop_assert_eq!(a, again);
    }

    #[test]
    fn a_block_that_nobody_changes_is_written_as_it_came((name, block) in blocks(), (other, other_block) in blocks()) {
        let mut f = file("3");
        f[other] = other_block;
        f[name] = block;
        let Ok(mut a) = read_assessment(f.to_string().as_bytes()) else {
            // Answers name pieces of evidence: what cannot be named by a text is refused.
            prop_assert!(name == "evidence" || other == "evidence");
            return Ok(());
        };
        let written = |a: &Assessment| [&assessment_file(a)[name], &assessment_file(a)[other]].map(ToString::to_string);
        let came = [&f[name], &f[other]].map(ToString::to_string);
        prop_assert_eq!(&written(&a), &came);
        prop_assert_eq!(&as_read_back(&a), &a, "a file gives what is there");
        a.plan.push(Bet { id: "b9".into(), ..Bet::default() });
        a.plan.pop();
        prop_assert_eq!(&written(&a), &came, "a change that is taken back is none");
        if name != "domains" && other != "domains" {
            a.domains.push(Domain::default());
            prop_assert_eq!(&written(&as_read_back(&a)), &came, "other blocks do not change with one");
        }
    }
}
