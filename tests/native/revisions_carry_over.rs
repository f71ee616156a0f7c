//! *Carry over*: the copy on the ladder in use, what it keeps, what it leaves open and where the old answer is kept

use ladder_calibration::documents::seal::QuestionSet;
use ladder_calibration::export::{Options, payload, redact};
use ladder_calibration::files::{assessment_file, carried_over, known, read_assessment, read_ladder, read_stored, stored_text};
use ladder_calibration::model::assessment::{Assessment, Choice, LadderRef, Role};
use ladder_calibration::model::carry_over::{carry_over, left_open_by};
use ladder_calibration::model::profile::warnings;
use ladder_calibration::state::{Action, CalibrationAction, Effect, Mode, Page, State, no_advice, reduce};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::calibration_state::{answer, calibrations, invite, invited, press_reveal, press_seal, start};
use super::revisions::{REVISION_1, next_revision, page_with, rated_on, revision_1};
use super::session_events::{LATER, NOW};
use super::support::{file, saved};

/// An assessment of revision 1 with everything that a copy has to keep.
fn whole() -> Assessment {
    let mut f = file("012340123401234012340123");
    f["id"] = "original".into();
    f["ladder"] = json!({ "id": "staff-plus", "revision": "1", "later": "kept" });
    f["subject"] = json!({ "name": "Ines", "title": "staff", "target": "principal", "label": "I. E." });
    f["rater"] = json!({ "role": "manager", "name": "Tomasz" });
    f["period"] = json!({ "from": "2025-12", "to": "2026-11" });
    f["terms"] = json!({ "area": "tribe" });
    f["evidence"] = json!([{ "id": "e1", "title": "Payments ledger split" }]);
    f["answers"]["depth"] = json!({ "statement": 3, "example": "wrote the storage engine", "evidence": ["e1"] });
    f["answers"]["writing"]["no_room"] = true.into();
    f["domains"] = json!([{ "name": "storage", "depth": 2 }]);
    f["role_shape"] = json!({ "time": { "coding": 30 } });
    f["unheard"] = json!({ "of": [1, 2] });
    f["delete_by"] = "2027-01-01".into();
    read_assessment(f.to_string().as_bytes()).unwrap()
}

fn without_answers(a: &Assessment) -> Value {
    let mut file = assessment_file(a);
    for name in ["id", "ladder", "updated", "answers", "carried_over"] {
        file.as_object_mut().unwrap().remove(name);
    }
    file
}

fn press(s: &mut State) -> Vec<Effect> {
    reduce(s, Action::CarriedOver { id: "copy".into(), now: LATER.into() })
}

#[test]
fn the_copy_keeps_everything_but_answers_to_questions_that_ask_something_else() {
    let (a, next) = (whole(), next_revision());
    let mut s = page_with(&a);
    assert!(s.can_carry_over(s.assessment().unwrap()));
    assert_eq!(s.left_open_by_carrying_over(&a), 1);
    let effects = press(&mut s);
    assert_eq!((saved(&effects), s.page()), (vec!["copy".to_owned()], Page::Check));
    assert_eq!(s.find_assessment("original"), Some(&a), "the original stays as it is");
    let copy = s.assessment().unwrap().clone();
    assert_eq!(copy.ladder, LadderRef { extra: a.ladder.extra.clone(), ..LadderRef::of(&next) });
    assert_eq!(without_answers(&copy), without_answers(&a));
    assert_eq!((copy.id.as_str(), copy.updated.as_str()), ("copy", LATER));
    let expected: Vec<_> = a.answers.iter().filter(|(id, _)| *id != "depth").collect();
    assert_eq!(copy.answers.iter().collect::<Vec<_>>(), expected, "an answer to a reworded question is kept");
    assert!(warnings(s.ladder(), &copy).is_empty());
    assert!(!s.can_carry_over(&copy), "it is on the ladder in use");

    let made_of = carried_over(&copy).unwrap();
    assert_eq!((made_of.from.as_str(), made_of.ladder), ("original", LadderRef::of(&revision_1())));
    assert_eq!(made_of.left_open.iter().collect::<Vec<_>>(), [(&"depth".to_owned(), a.answers.get("depth").unwrap())]);
}

#[test]
fn the_old_answer_comes_back_from_store_and_file_and_is_in_no_copy_for_others() {
    let mut s = page_with(&whole());
    press(&mut s);
    let copy = s.assessment().unwrap();
    let stored = read_stored(&stored_text(copy, 1, "")).unwrap().assessment;
    assert_eq!((&stored, carried_over(&stored)), (copy, carried_over(copy)));
    let everything =
        ladder_calibration::export::Redaction { names: true, examples: true, evidence: true, sensitive: true, ratings: true };
    for less in [redact(copy, everything), payload(copy)] {
        assert!(!assessment_file(&less).to_string().contains("storage engine"));
        assert_eq!(carried_over(&less), None);
    }
    assert!(
        !ladder_calibration::export::csv(s.ladder(), copy, Options { examples: true, ..Options::default() }, false)
            .contains("storage engine")
    );
}

#[test]
fn a_block_that_cannot_be_read_is_no_block_and_stays() {
    for odd in
        [json!(5), json!({ "ladder": 1 }), json!({ "ladder": { "id": "a" }, "left_open": { "depth": { "statement": -1 } } })]
    {
        let mut f = file("2");
        f["carried_over"] = odd.clone();
        let a = read_assessment(f.to_string().as_bytes()).unwrap();
        assert_eq!(carried_over(&a), None, "{odd}");
        assert_eq!(assessment_file(&a)["carried_over"], odd);
    }
}

#[test]
fn an_answered_question_of_the_copy_is_an_answer_like_any_other() {
    let mut s = page_with(&whole());
    press(&mut s);
    let question = s.ladder().question_index("depth").unwrap();
    assert_eq!(s.chosen(question), None);
    reduce(&mut s, Action::AnswerChosen { question, choice: Choice::Statement(1), now: LATER.into() });
    assert_eq!(s.chosen(question), Some(Choice::Statement(1)));
    assert_eq!(carried_over(s.assessment().unwrap()).unwrap().left_open.len(), 1, "the old answer stays beside it");
}

#[test]
fn a_statement_that_the_ladder_in_use_does_not_have_is_left_open() {
    let mut shorter: Value = serde_json::from_slice(REVISION_1).unwrap();
    shorter["revision"] = "shorter".into();
    shorter["scoring"]["thresholds"] = json!([0, 1, 2]);
    for d in 0..4 {
        for q in 0..6 {
            let question = &mut shorter["dimensions"][d]["questions"][q];
            question["statements"].as_array_mut().unwrap().pop();
            question["examples"] = json!([]);
        }
    }
    let (one, shorter) = (revision_1(), read_ladder(shorter.to_string().as_bytes()).unwrap());
    let a = rated_on(&one, "432104321043210432104321");
    assert_eq!(left_open_by(&one, &shorter, &a), [0, 5, 10, 15, 20]);
    let (copy, made_of) = carry_over(&one, &shorter, &a, "copy".into(), NOW.into());
    assert_eq!((copy.answers.len(), made_of.left_open.len()), (19, 5));
    assert!(ladder_calibration::model::profile::check(&shorter, &copy).is_ok());
}

#[test]
fn the_way_back_leaves_the_same_questions_open() {
    let (one, next) = (revision_1(), next_revision());
    let a = rated_on(&next, "432104321043210432104321");
    let depth = one.question_index("depth").unwrap();
    assert_eq!(left_open_by(&next, &one, &a), [depth]);
}

#[test]
fn what_is_on_the_ladder_in_use_or_on_an_unknown_text_is_not_carried_over() {
    for ladder in [LadderRef::of(&next_revision()), LadderRef { digest: "sha256:0".into(), ..LadderRef::of(&revision_1()) }] {
        let mut s = page_with(&Assessment { ladder, ..whole() });
        assert!(!s.can_carry_over(s.assessment().unwrap()));
        assert!(press(&mut s).is_empty() && s.assessments().len() == 1);
    }
}

#[test]
fn a_snapshot_an_agreed_result_and_a_page_that_only_reads_carry_nothing_over() {
    let snapshot = ladder_calibration::model::assessment::SnapshotOf { of: "other".into(), ..Default::default() };
    let mut agreed = whole();
    agreed.rater.role = Role::Agreed;
    for a in [Assessment { snapshot: Some(snapshot), ..whole() }, agreed] {
        let mut s = page_with(&a);
        assert!(press(&mut s).is_empty() && s.assessments().len() == 1);
    }
    let stored = ladder_calibration::files::Stored { assessment: whole(), ..Default::default() };
    let mut s = State::new(next_revision(), no_advice, vec![stored], Vec::new(), None).with_mode(Mode::Profile);
    reduce(&mut s, Action::AssessmentOpened("original".into()));
    assert!(press(&mut s).is_empty() && s.assessments().len() == 1);
}

#[test]
fn ratings_for_a_session_stay_on_its_revision_until_the_reveal() {
    let invitation =
        ladder_calibration::documents::seal::Invitation { ladder: LadderRef::of(&revision_1()), ..invited(QuestionSet::Core, 9) };
    let mut s = State::new(next_revision(), no_advice, Vec::new(), Vec::new(), None);
    invite(&mut s, &invitation);
    let mut seals = Vec::new();
    for (seed, role, name) in [(1, Role::SelfRater, "Ines"), (2, Role::Manager, "Tomasz")] {
        start(&mut s, &invitation, role, name);
        answer(&mut s, "432432432432", "an example here");
        let count = s.assessments().len();
        assert!(press(&mut s).is_empty() && s.assessments().len() == count, "before the seal");
        seals.push(press_seal(&mut s, false, seed).0);
        calibrations(&mut s, CalibrationAction::SealConfirmed);
        reduce(&mut s, Action::AssessmentOpened(format!("{}-rating", role.id())));
        assert!(press(&mut s).is_empty() && s.assessments().len() == count, "under the seal");
    }
    press_reveal(&mut s, &invitation, [&seals[0], &seals[1]]);
    assert_eq!(s.page(), Page::Talk, "{:?}", s.calibrations().errors());
    calibrations(&mut s, CalibrationAction::OpenedAgain("self-rating".into()));
    reduce(&mut s, Action::AssessmentOpened("self-rating".into()));
    assert_eq!(saved(&press(&mut s)), ["copy"]);
    let copy = s.assessment().unwrap();
    assert!(copy.session.is_empty() && !s.withholds_level(copy), "the copy belongs to no session");
    assert_eq!(s.find_assessment("self-rating").unwrap().session, invitation.session.as_str());
}

#[test]
fn known_revisions_are_not_carried_over_to_a_page_without_them() {
    let stored = ladder_calibration::files::Stored { assessment: whole(), ..Default::default() };
    let mut s = State::blank(next_revision());
    let contents = ladder_calibration::state::Contents {
        documents: vec![ladder_calibration::state::Document::Assessment(Box::new(stored))],
        ..Default::default()
    };
    reduce(&mut s, Action::StoreLoaded(contents.into()));
    reduce(&mut s, Action::AssessmentOpened("original".into()));
    assert!(press(&mut s).is_empty(), "the entry knows one revision");
    reduce(&mut s, Action::FeaturesLoaded(next_revision().into()));
    assert!(known().len() > 1 && saved(&press(&mut s)) == ["copy"]);
}

proptest! {
    #[test]
    fn no_answer_is_lost_or_changed(answers in "[01234nx.]{24}") {
        let (one, next) = (revision_1(), next_revision());
        let a = rated_on(&one, &answers);
        let (copy, made_of) = carry_over(&one, &next, &a, "copy".into(), NOW.into());
        for (id, answer) in &a.answers {
            let left = next.asks_something_else(next.question_index(id).unwrap(), "1");
            prop_assert_eq!(made_of.left_open.get(id), left.then_some(answer));
            prop_assert_eq!(copy.answers.get(id), (!left).then_some(answer));
        }
        prop_assert_eq!(copy.answers.len() + made_of.left_open.len(), a.answers.len());
    }
}
