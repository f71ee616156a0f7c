//! Revisions of the default ladder: a document is shown, rated, sealed, scored and exported on the one that it names

use ladder_calibration::calibration::{Side, record_markdown};
use ladder_calibration::documents::seal::QuestionSet;
use ladder_calibration::files::{
    assessment_file, default_ladder, default_ladders, digest, known, ladders, parse, read_assessment, read_ladder, stored_text,
};
use ladder_calibration::headless::{compare_of, profile_of};
use ladder_calibration::model::assessment::{Assessment, LadderRef, Role};
use ladder_calibration::model::ladder::Ladder;
use ladder_calibration::model::ladders::Ladders;
use ladder_calibration::model::profile::{check, warnings};
use ladder_calibration::state::{Action, Page, Route, State, advice, no_advice, reduce};
use ladder_calibration::store::{Memory, Storage, keys};
use serde_json::{Value, json};
use sha2::Digest as _;

use super::calibration_state::{answer, calibrations, invite, invited, press_reveal, press_seal, start};
use super::session_events::NOW;
use super::support::file;
use super::window::repository;

pub(crate) const REVISION_1: &[u8] = include_bytes!("../../ladders/revision-1/staff-plus.en.json");
const DIGEST_1: &str = "sha256:b1d441266e81cd1756b668324ed049d19c051c298ce823c0b884ebfff3d880fc";

pub(crate) fn revision_1() -> Ladder {
    read_ladder(REVISION_1).unwrap()
}

/// A revision that comes after all released ones: other core questions in Scope, another text of `depth`, and one question
/// that now asks something else.
pub(crate) fn next_revision() -> Ladder {
    let mut file: Value = serde_json::from_slice(REVISION_1).unwrap();
    file["revision"] = "next".into();
    for (question, core) in [("outcome-boundary", false), ("direction-ownership", true)] {
        question_in(&mut file, question)["core"] = core.into();
    }
    question_in(&mut file, "depth")["prompt"] = "What is the hardest problem that you solved?".into();
    question_in(&mut file, "depth")["statements"][3] = "Solved a problem that nobody in the organization had solved".into();
    file["changes"] = json!([
        { "from": "1", "question": "depth", "kind": "other" },
        { "from": "1", "question": "writing", "kind": "reworded" },
    ]);
    read_ladder(file.to_string().as_bytes()).unwrap()
}

pub(crate) fn question_in<'a>(file: &'a mut Value, id: &str) -> &'a mut Value {
    let mut all = file["dimensions"].as_array_mut().unwrap().iter_mut().flat_map(|d| d["questions"].as_array_mut().unwrap());
    all.find(|q| q["id"] == id).unwrap()
}

/// An assessment of a revision, as in `support::file`.
pub(crate) fn rated_on(ladder: &Ladder, answers: &str) -> Assessment {
    let a = read_assessment(file(answers).to_string().as_bytes()).unwrap();
    Assessment { id: "on-another".into(), ladder: LadderRef::of(ladder), ..a }
}

/// A page of the next revision with one assessment, which is open.
pub(crate) fn page_with(a: &Assessment) -> State {
    let stored = ladder_calibration::files::Stored { assessment: a.clone(), ..Default::default() };
    let mut s = State::new(next_revision(), advice, vec![stored], Vec::new(), None);
    reduce(&mut s, Action::AssessmentOpened(a.id.clone()));
    s
}

#[test]
fn revision_1_is_kept_byte_for_byte() {
    let hash = format!("{:x}", sha2::Sha256::digest(REVISION_1));
    assert_eq!(hash, "3857d1749ed98bbe2dac5c07c132e9536c9cc243657f9777aa42c80a2bf36689");
    assert_eq!(digest(&parse(REVISION_1).unwrap()), DIGEST_1);
    let named = LadderRef { id: "staff-plus".into(), digest: DIGEST_1.into(), ..LadderRef::default() };
    assert_eq!(**default_ladders().of(&named).ladder(), revision_1(), "what is compiled in is the file");
}

#[test]
fn a_document_names_its_ladder_by_digest_or_by_revision() {
    let (all, one) = (ladders(next_revision()), revision_1());
    let named = |revision: &str, digest: &str| LadderRef {
        id: "staff-plus".into(),
        revision: revision.into(),
        digest: digest.into(),
        ..LadderRef::default()
    };
    let of = |named: LadderRef| all.of(&named).ladder().revision.clone();
    assert_eq!(of(named("1", DIGEST_1)), "1");
    assert_eq!(of(named("", DIGEST_1)), "1");
    assert_eq!(of(named("1", "")), "1");
    assert_eq!(of(named("next", "")), "next");
    assert_eq!(of(named("", "")), "next", "a file that names none is read on the ladder in use");
    assert_eq!(of(named("1", "sha256:0")), "next", "an unknown text is nobody's");
    assert_eq!(of(LadderRef { id: "other".into(), ..LadderRef::of(&one) }), "next", "another ladder has other revisions");
    assert!(all.names_other(&LadderRef::of(&one)) && !all.names_other(&named("1", "sha256:0")));
    assert_eq!(Ladders::alone(next_revision()).of(&LadderRef::of(&one)).ladder().revision, "next");
    let mut other: Value = serde_json::from_slice(REVISION_1).unwrap();
    other["id"] = "company".into();
    let other = read_ladder(other.to_string().as_bytes()).unwrap();
    assert_eq!(ladders(other).of(&LadderRef::of(&one)).ladder().id, "company", "the page of another ladder has none of these");
}

#[test]
fn several_documents_share_a_ladder_only_if_all_name_it() {
    let (all, one, next) = (ladders(next_revision()), LadderRef::of(&revision_1()), LadderRef::of(&next_revision()));
    let of = |named: &[&LadderRef]| all.of_all(named.iter().copied()).ladder().revision.clone();
    assert_eq!((of(&[&one, &one]), of(&[&one, &next]), of(&[&next, &one])), ("1".into(), "next".into(), "next".into()));
    assert_eq!(of(&[]), "next");
}

#[test]
fn every_known_revision_is_the_ladder_whose_names_it_has() {
    let all = ladders(next_revision()).with(known());
    for ladder in [default_ladder(), revision_1()] {
        assert_eq!(**all.of(&LadderRef::of(&ladder)).ladder(), ladder);
    }
}

#[test]
fn an_open_assessment_is_shown_asked_and_scored_on_its_revision() {
    let (one, next) = (revision_1(), next_revision());
    let mut s = page_with(&rated_on(&one, "........................"));
    assert_eq!((**s.ladder()).clone(), one);
    let first = one.question_order()[0];
    assert_eq!(s.page(), Page::Question(first, Route::InOrder));
    assert_eq!(one.questions[first].id, "outcome-boundary");
    answer(&mut s, "333333333333", "an example here");
    let open = s.assessment().unwrap().clone();
    assert!(warnings(s.ladder(), &open).is_empty() && !warnings(&next, &open).is_empty());
    reduce(&mut s, Action::AssessmentOpened(open.id.clone()));
    assert_eq!(s.page(), Page::First, "the core of revision 1 is answered");
    assert!(s.model().score(&[open.ratings(&one)]).sufficient);

    reduce(&mut s, Action::SelfAssessmentStarted { id: "new".into(), now: NOW.into() });
    assert_eq!(s.ladder().revision, "next");
    assert_eq!(s.page(), Page::Question(next.question_order()[0], Route::InOrder));
    assert_eq!(next.questions[next.question_order()[0]].id, "direction-ownership");
    assert_eq!(s.assessment().unwrap().ladder, LadderRef::of(&next));
    reduce(&mut s, Action::AssessmentOpened(open.id));
    assert_eq!(s.ladder().revision, "1");
}

#[test]
fn an_unknown_text_is_read_on_the_ladder_in_use_with_a_warning() {
    let mut a = rated_on(&revision_1(), "333333333333333333333333");
    a.ladder.digest = "sha256:0".into();
    let s = page_with(&a);
    assert_eq!(s.ladder().revision, "next");
    assert_eq!(warnings(s.ladder(), &a).len(), 1);
}

#[test]
fn a_session_of_revision_1_runs_on_it_from_the_invitation_to_the_record() {
    let one = revision_1();
    let invitation =
        ladder_calibration::documents::seal::Invitation { ladder: LadderRef::of(&one), ..invited(QuestionSet::Core, 9) };
    let mut s = State::new(next_revision(), no_advice, Vec::new(), Vec::new(), None);
    invite(&mut s, &invitation);
    let mut seals = Vec::new();
    let raters = [(1, Role::SelfRater, "Ines", "432432432432"), (2, Role::Manager, "Tomasz", "222432432432")];
    for (seed, role, name, answers) in raters {
        start(&mut s, &invitation, role, name);
        assert_eq!(s.assessment().unwrap().ladder, invitation.ladder);
        answer(&mut s, answers, "an example here");
        seals.push(press_seal(&mut s, false, seed).0);
        calibrations(&mut s, ladder_calibration::state::CalibrationAction::SealConfirmed);
    }
    press_reveal(&mut s, &invitation, [&seals[0], &seals[1]]);
    assert_eq!(s.page(), Page::Talk, "{:?}", s.calibrations().errors());
    let open = s.calibrations().talk().unwrap();
    assert_eq!((open.record().ladder(), &**open.ladder()), (&invitation.ladder, &one));
    assert_eq!(open.record().original(Side::First).answers.len(), one.core_len());
    let used = s.ladders().of(open.record().ladder());
    let written = record_markdown(used.ladder(), used.model(), open.record(), "");
    assert!(written.contains("revision 1") && !written.contains("is open here"), "{written}");
}

#[test]
fn headless_results_are_on_the_revision_that_all_files_name() {
    let all = ladders(next_revision());
    let text = |ladder: &Ladder| assessment_file(&rated_on(ladder, "333333333333333333333333")).to_string().into_bytes();
    let (one, next) = (text(&revision_1()), text(&next_revision()));
    let out = profile_of(&all, &[("a.json".into(), one.clone())]).unwrap();
    assert_eq!((&out["ladder"]["revision"], &out["warnings"]), (&json!("1"), &json!([])));
    let mixed = [("a.json".to_owned(), one), ("b.json".to_owned(), next)];
    let out = profile_of(&all, &mixed).unwrap();
    assert_eq!(out["ladder"]["revision"], "next");
    assert!(out["warnings"][0].as_str().unwrap().starts_with("a.json: "), "{}", out["warnings"]);
    assert!(compare_of(&all, &mixed).unwrap()["warnings"].to_string().contains("revision 1"));
}

#[test]
fn stored_answers_are_checked_against_the_revision_that_they_name() {
    let mut next: Value = serde_json::from_slice(REVISION_1).unwrap();
    next["revision"] = "next".into();
    next["scoring"]["thresholds"] = json!([0, 1, 2]);
    for q in ["scope", "ambiguity", "breadth", "influence"].iter().enumerate().flat_map(|(d, _)| (0..6).map(move |q| (d, q))) {
        let question = &mut next["dimensions"][q.0]["questions"][q.1];
        question["statements"].as_array_mut().unwrap().pop();
        question["examples"] = json!([]);
    }
    let next = read_ladder(next.to_string().as_bytes()).unwrap();
    let top = rated_on(&revision_1(), "444444444444444444444444");
    assert!(check(&next, &top).is_err(), "a fifth statement exists in revision 1 alone");
    let store = Memory::default();
    let [key, _] = keys::slots_of(&ladder_calibration::state::DocumentKey::assessment("on-another"));
    store.put(&key, &stored_text(&top, 1, "")).unwrap();
    let contents = repository("reader").load(&store, &ladders(next), ladder_calibration::state::Mode::default());
    assert_eq!((contents.assessments().count(), contents.unreadable_entries), (1, Vec::new()));
}
