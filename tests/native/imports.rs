//! Imports: which files are added, which are listed only, and which are refused.

use std::rc::Rc;

use ladder_calibration::files::{assessment_file, bundle_file, decode_any, default_ladder};
use ladder_calibration::model::profile::warnings;
use ladder_calibration::state::{Action, Effect, ImportStatus, Page, State, UNASKED, no_advice, reduce};
use serde_json::{Value, json};

use super::support::{documents_saved, file, saved};

fn blank() -> State {
    State::new(default_ladder(), no_advice, Vec::new(), Vec::new(), None)
}

fn open(s: &mut State, value: &Value, alone: bool) -> Vec<Effect> {
    let found = decode_any(value.to_string().as_bytes());
    reduce(s, Action::FileRead { name: "a.json".into(), found: Rc::new(found), alone, id: "new".into() })
}

fn with_id(answers: &str, id: &str) -> Value {
    let mut f = file(answers);
    f["id"] = id.into();
    f
}

fn standing(s: &State, i: usize) -> ImportStatus {
    s.imports()[i].status.clone()
}

#[test]
fn a_file_that_comes_alone_is_saved_and_opened_where_it_goes_on() {
    let mut s = blank();
    let changed = open(&mut s, &with_id(&"3".repeat(24), "a1"), true);
    assert_eq!((saved(&changed), s.page()), (vec!["a1".to_owned()], Page::Profile));
    assert_eq!(s.assessment().unwrap().id, "a1");
}

#[test]
fn several_are_listed_with_what_they_are() {
    let mut s = blank();
    open(&mut s, &with_id("33", "a1"), false);
    open(&mut s, &with_id("32", "b2"), false);
    open(&mut s, &json!({ "format": "other" }), false);
    assert_eq!((s.page(), s.imports().len(), s.assessments().len()), (Page::Open, 3, 2));
    assert_eq!(standing(&s, 0), ImportStatus::Added("a1".into()));
    assert!(s.imports()[2].found.is_err());
    reduce(&mut s, Action::WentBack);
    open(&mut s, &with_id("31", "c3"), false);
    assert_eq!(s.imports().len(), 1, "the list begins again");
}

#[test]
fn another_state_of_a_record_is_added_only_when_asked() {
    let mut s = blank();
    open(&mut s, &with_id("33", "a1"), true);
    let changed = open(&mut s, &with_id("31", "a1"), true);
    assert!(saved(&changed).is_empty());
    assert_eq!((s.page(), standing(&s, 0)), (Page::Open, ImportStatus::Differs("a1".into())));
    assert_eq!(s.find_assessment("a1").unwrap().answers.get("direction-ownership").unwrap().statement(), Some(3));
    let changed = reduce(&mut s, Action::ImportAdded { import: 0, id: "a2".into() });
    assert_eq!((saved(&changed), s.assessments().len()), (vec!["a2".to_owned()], 2));
    reduce(&mut s, Action::ImportAdded { import: 0, id: "a3".into() });
    assert_eq!(s.assessments().len(), 2, "it is added once");
    let again = assessment_file(s.find_assessment("a2").unwrap());
    open(&mut s, &again, true);
    assert_eq!(s.assessment().unwrap().id, "a2", "what is here already is opened");
}

#[test]
fn an_id_that_could_not_be_a_key_gives_way() {
    for id in ["", "a/b", "../x", "\u{0}", &"x".repeat(65)] {
        let mut s = blank();
        open(&mut s, &with_id("33", id), true);
        assert_eq!(s.assessments()[0].id, "new", "{id}");
    }
}

#[test]
fn what_the_ladder_cannot_score_is_refused_with_its_path() {
    let mut s = blank();
    let mut f = with_id("3", "a1");
    f["answers"]["writing"] = json!({ "statement": 5 });
    open(&mut s, &f, true);
    let sentence = s.imports()[0].found.as_ref().unwrap_err().to_string();
    assert!(sentence.starts_with("answers.writing.statement"), "{sentence}");
    assert!(s.assessments().is_empty());
}

#[test]
fn a_bundle_becomes_one_import_a_file() {
    let mut s = blank();
    open(&mut s, &bundle_file(vec![with_id("33", "a1"), with_id("3", ""), json!({ "format": "other" })]), true);
    assert_eq!((s.imports().len(), s.assessments().len(), s.page()), (3, 2, Page::Open));
    assert_eq!(s.assessments()[0].id, "new-1");
}

#[test]
fn deleting_everything_forgets_what_was_read() {
    let mut s = blank();
    open(&mut s, &with_id("33", "a1"), false);
    reduce(&mut s, Action::EverythingDeleted);
    assert!(s.imports().is_empty() && s.assessments().is_empty());
}

#[test]
fn what_is_imported_is_marked_when_it_met_another_text_and_what_is_local_is_not() {
    let ladder = default_ladder();
    let mut s = blank();
    let mut f = file("333333333333333333333333");
    f["id"] = "old".into();
    f["ladder"]["revision"] = "0".into();
    f["answers"]["once-asked"] = serde_json::json!({ "statement": 1 });
    open(&mut s, &f, false);
    let told = warnings(&ladder, s.find_assessment("old").unwrap());
    assert_eq!(
        told,
        [
            format!("Answered on revision 0 of the ladder; revision {} is in use.", ladder.revision),
            "The question \u{201c}once-asked\u{201d} is not in this ladder; its answer is kept but not scored.".into()
        ]
    );
    // What begins here carries the digest.
    reduce(&mut s, Action::SelfAssessmentStarted { id: "new".into(), now: "2026-11-25T10:00:00Z".into() });
    assert!(warnings(&ladder, s.find_assessment("new").unwrap()).is_empty());
}

fn many(count: usize) -> Vec<Value> {
    (0..count).map(|i| with_id("33", &format!("m{i}"))).collect()
}

fn keep(s: &mut State, import: usize) -> Vec<Effect> {
    reduce(s, Action::ImportAdded { import, id: "kept".into() })
}

#[test]
fn a_file_with_many_is_offered_and_nothing_of_it_is_added_unasked() {
    let mut s = blank();
    let changed = open(&mut s, &bundle_file(many(UNASKED + 1)), true);
    assert!(saved(&changed).is_empty() && s.assessments().is_empty() && s.page() == Page::Open);
    assert_eq!((s.imports().len(), standing(&s, 0)), (1, ImportStatus::Offered));
    let changed = keep(&mut s, 0);
    assert_eq!((saved(&changed).len(), s.assessments().len()), (UNASKED + 1, UNASKED + 1));
    assert_eq!(standing(&s, 0), ImportStatus::Together { added: UNASKED + 1, same: 0 });

    let mut s = blank();
    open(&mut s, &bundle_file(many(UNASKED)), true);
    assert_eq!(s.assessments().len(), UNASKED, "so many come in as before");
}

#[test]
fn of_a_file_with_many_what_needs_a_decision_is_listed_by_itself() {
    let mut s = blank();
    open(&mut s, &with_id("33", "m0"), false);
    open(&mut s, &with_id("32", "m1"), false);
    let mut files = many(30);
    files.push(json!({ "format": "other" }));
    open(&mut s, &bundle_file(files), false);
    assert_eq!((s.assessments().len(), standing(&s, 2)), (2, ImportStatus::Offered));
    keep(&mut s, 2);
    assert_eq!((s.assessments().len(), standing(&s, 2)), (30, ImportStatus::Together { added: 28, same: 1 }));
    assert_eq!((s.imports().len(), standing(&s, 3)), (5, ImportStatus::Differs("m1".into())));
    assert!(s.imports()[4].found.is_err());
}

#[test]
fn of_many_files_that_come_one_by_one_the_rest_waits_too() {
    let mut s = blank();
    for file in many(UNASKED + 5) {
        open(&mut s, &file, false);
    }
    assert_eq!((s.assessments().len(), s.imports().len()), (UNASKED, UNASKED + 5));
    open(&mut s, &bundle_file(many(2)), false);
    assert_eq!(standing(&s, UNASKED + 5), ImportStatus::Offered, "a bundle of what is here already waits like any other");
    let changed = reduce(&mut s, Action::OfferedAdded("rest".into()));
    assert_eq!((saved(&changed).len(), s.assessments().len()), (5, UNASKED + 5));
    assert!(s.imports().iter().all(|r| r.status != ImportStatus::Offered));
}

#[test]
fn what_came_in_together_goes_together_but_for_what_was_worked_on() {
    let mut s = blank();
    open(&mut s, &with_id("3", "before"), false);
    reduce(&mut s, Action::WentBack);
    open(&mut s, &bundle_file(many(40)), false);
    keep(&mut s, 0);
    reduce(&mut s, Action::AssessmentOpened("m7".into()));
    reduce(&mut s, Action::AnswerCleared { question: 0, now: "2026-11-30T10:00:00Z".into() });
    assert_eq!(s.untouched_imports().0.len(), 39);
    reduce(&mut s, Action::ImportsDismissed);
    let left: Vec<&str> = s.assessments().iter().map(|r| r.id.as_str()).collect();
    assert_eq!((left, s.page()), (vec!["m7", "before"], Page::Open));
    assert!(s.imports().is_empty() && s.untouched_imports().0.is_empty());
}

#[test]
fn documents_wait_and_go_like_assessments() {
    let sheet = |i: usize| json!({ "format": "ladder-calibration/committee", "version": 1, "id": format!("s{i}"), "record": "r", "marks": {} });
    let mut s = blank();
    let changed = open(&mut s, &bundle_file((0..30).map(sheet).collect()), false);
    assert!(documents_saved(&changed).is_empty() && s.calibrations().documents().is_empty());
    assert_eq!(documents_saved(&keep(&mut s, 0)).len(), 30);
    assert_eq!(s.untouched_imports().1.len(), 30);
    reduce(&mut s, Action::ImportsDismissed);
    assert!(s.calibrations().documents().is_empty());
}
