//! The growth plan, the decision journal, and what-if trials.

use ladder_calibration::base::ids::fresh;
use ladder_calibration::files::{assessment_file, read_assessment};
use ladder_calibration::growth::plan::{Bet, Decision, Due, Review, Start, begin, due, review_dates, starts};
use ladder_calibration::model::assessment::{Answer, Assessment, Choice};
use ladder_calibration::model::findings::findings;
use ladder_calibration::model::what_if::{Change, changed, what_if};
use proptest::prelude::*;
use serde_json::json;

use super::support::{file, ladder_and_model, shared_ladder};

fn healthy() -> Assessment {
    read_assessment(include_bytes!("../data/personas/healthy.json")).unwrap()
}

#[track_caller]
fn is_due(today: &str, expected: &[(&str, Due)]) {
    let a = healthy();
    let expected: Vec<(String, Due)> = expected.iter().map(|(on, what)| ((*on).to_owned(), what.clone())).collect();
    assert_eq!(due(&a.plan, &a.journal, today), expected, "{today}");
}

#[test]
fn what_is_past_and_was_not_reviewed_is_due() {
    is_due("2026-11-30", &[]);
    is_due("2026-12-01", &[("2026-12", Due::Review(0, 1))]);
    is_due("2026-12-31", &[("2026-12", Due::Review(0, 1)), ("2026-12-31", Due::Check(0))]);
    is_due(
        "2027-06-01T08:00:00Z",
        &[("2026-12", Due::Review(0, 1)), ("2026-12-31", Due::Check(0)), ("2027-06", Due::Review(0, 2))],
    );
    is_due("no date", &[]);
    let closed = Bet {
        outcome: "It came to nothing.".into(),
        reviews: vec![Review { on: "2020-01".into(), ..Review::default() }],
        ..Bet::default()
    };
    assert_eq!(due(&[closed], &[], "2026-12-01"), []);
}

#[test]
fn reviews_reach_out_to_24_months() {
    assert_eq!(review_dates("2026-11-23"), ["2027-02", "2027-05", "2027-11", "2028-05", "2028-11"]);
    assert_eq!(review_dates("today"), [""; 0]);
}

#[test]
fn a_new_bet_has_an_id_of_its_own() {
    let bets = healthy().plan;
    assert_eq!(fresh("b", bets.iter().map(|b| b.id.as_str())), "b2");
    assert_eq!(fresh("d", ["d9", "d10", "dx", "b40"].into_iter()), "d11");
    assert_eq!(fresh("d", std::iter::empty()), "d1");
}

#[test]
fn a_prediction_is_closed_by_its_outcome_and_by_its_day() {
    let mut d = Decision::new("It holds.".into());
    d.check_on = "2026-12-31".into();
    assert!(d.prediction_is_open("2026-12-30"));
    assert!(!d.prediction_is_open("2026-12-31"));
    d.predict("It may hold.".into(), "2026-12-30");
    d.predict("It does not hold.".into(), "2026-12-31");
    assert_eq!(d.prediction(), "It may hold.");
    d.outcome = "It held.".into();
    assert!(!d.prediction_is_open("2026-12-01"));
    assert!(Decision::default().prediction_is_open("2026-12-01"), "no day was set");
}

#[test]
fn bets_begin_from_next_statements_and_missing_opportunities() {
    let (ladder, model) = ladder_and_model();
    let mut f = file("333333333333222222n33333");
    f["answers"]["assumption-finding"]["no_room"] = json!(true);
    let a = read_assessment(f.to_string().as_bytes()).unwrap();
    let found = findings(&ladder, &model, &model.score(&[a.ratings(&ladder)]), &a);
    assert!(!found.between.is_empty());
    let all = starts(&ladder, &a, &found);
    assert_eq!(all.len(), found.between.len() + 1);
    for (start, step) in all.iter().zip(&found.between) {
        assert_eq!((start.question, start.statement), (step.question, step.next));
        assert_eq!(start.needs_sponsor, ladder.questions[start.question].id == "assumption-finding");
    }
    let last = all.last().unwrap();
    assert_eq!(ladder.questions[last.question].id, "change-without-authority");
    let above = found.bottleneck.as_ref().unwrap().target;
    assert_eq!((last.needs_sponsor, last.statement), (true, ladder.statement_for_level(above)));
    let bet = begin(&ladder, &Start { question: 3, statement: 4, needs_sponsor: false }, "b1".into(), "2026-11-23T10:00:00Z");
    assert_eq!((bet.question.as_str(), bet.begun.as_str(), bet.reviews.len()), ("constraint-reach", "2026-11-23", 5));
}

fn statement(question: usize, k: usize) -> Change {
    Change { question, choice: Some(Choice::Statement(k)), with_example: false }
}

#[test]
fn a_trial_moves_the_result_and_not_the_record() {
    let (ladder, model) = ladder_and_model();
    let a = read_assessment(file("444444444444333333444444").to_string().as_bytes()).unwrap();
    let before = assessment_file(&a);
    let changes: Vec<Change> = (12..18).map(|q| statement(q, 4)).collect();
    let trial = what_if(&ladder, &model, &a, &changes);
    assert_eq!(assessment_file(&a), before);
    assert_eq!((trial.before.level, trial.after.level), (Some(2), Some(3)));
    assert!(trial.moves_level() && trial.shift(3) > 0.5);
    assert_eq!(trial.before.holding, [2]);
    assert!(trial.before.holds_back.to_string().starts_with("Breadth"));
    assert!(trial.after.holding.is_empty());
    assert_ne!(trial.before.dimensions[2], trial.after.dimensions[2]);
    assert_eq!(trial.before.dimensions[0], trial.after.dimensions[0]);
    let still = what_if(&ladder, &model, &a, &[]);
    assert_eq!(still.before, still.after);
    assert!(!still.moves_level() && still.shift(1).abs() < 1e-12);
}

#[test]
fn a_trial_can_open_answers_and_give_them_examples() {
    let ladder = shared_ladder();
    let a = read_assessment(file("3.").to_string().as_bytes()).unwrap();
    let copy = changed(
        ladder,
        &a,
        &[
            Change { question: 0, choice: None, with_example: false },
            Change { question: 1, choice: Some(Choice::Statement(1)), with_example: true },
            statement(1, 2),
        ],
    );
    assert_eq!(copy.answers.get("outcome-boundary").unwrap().choice, None);
    assert_eq!(copy.answers.get("outcome-boundary").unwrap().example, "an example here", "the draft stays");
    let second = copy.answers.get("direction-ownership").unwrap();
    assert_eq!((second.statement(), second.example_withheld), (Some(2), false), "the later change holds");
    let none = changed(ladder, &a, &[Change { question: 5, choice: None, with_example: false }]);
    assert_eq!(none.answers, a.answers);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_higher_answer_never_lowers_the_chance_of_a_level(
        answers in prop::collection::vec(0..=4_u32, 24), question in 0..24_usize,
    ) {
        let (ladder, model) = ladder_and_model();
        let digits: String = answers.iter().map(|k| char::from_digit(*k, 10).unwrap()).collect();
        let a = read_assessment(file(&digits).to_string().as_bytes()).unwrap();
        let now = a.answers.get(&ladder.questions[question].id).and_then(Answer::statement).unwrap();
        let trial = what_if(&ladder, &model, &a, &[statement(question, (now + 1).min(4))]);
        for level in 1..4 {
            prop_assert!(trial.shift(level) >= -1e-12);
        }
    }
}
