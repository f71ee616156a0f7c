//! The session: order of the agenda, what fits into the time, required reasons, undo, the end, and that no original is ever
//! lost.

use std::rc::Rc;

use ladder_calibration::calibration::{
    Agenda, Calibration, Event, Group, Opportunity, Outcome, Plan, Point, Reason, ReasonKind, SessionStart, Side, Unclear,
    agenda, counts, messages, plan,
};
use ladder_calibration::export::payload;
use ladder_calibration::files::{assessment_of, canonical};
use ladder_calibration::model::assessment::{Choice, OffScale};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::session_events::*;
use super::support::{file, ladder_and_model};

fn agenda_of(a: &str, b: &str, gaps: &[f64]) -> Agenda {
    let (ladder, _) = ladder_and_model();
    agenda(&ladder, &assessment_of(&file(a)).unwrap(), &assessment_of(&file(b)).unwrap(), gaps)
}

#[track_caller]
fn order(a: &str, b: &str, gaps: &[f64], expected: &[usize]) {
    let questions: Vec<usize> = agenda_of(a, b, gaps).points.iter().map(|p| p.question).collect();
    assert_eq!(questions, expected);
}

#[test]
fn wide_differences_stand_first_then_the_dimension_with_the_largest_gap() {
    let level = "222222222222222222222222";
    order("222222222222222222222222", level, &[0.0; 4], &[]);
    order("322222422222122222322220", level, &[0.1, 0.2, 0.3, -0.4], &[6, 23, 18, 0, 12]);
    order("322222422222122222322220", level, &[0.4, 0.2, 0.3, -0.4], &[6, 23, 0, 12, 18]);
    order("322220022222122222322224", "222224422222222222222222", &[0.0, 0.0, 0.9, 0.0], &[5, 6, 23, 12, 0, 18]);
    order("322", "222", &[], &[0]);
}

#[test]
fn no_opportunity_against_a_rating_leads_what_one_side_answered() {
    let all = agenda_of("2n2.x2n3nx", "n232n..n.x", &[0.0; 4]);
    let questions: Vec<usize> = all.points.iter().map(|p| p.question).collect();
    assert_eq!(questions, [2, 0, 1, 7, 3, 5]);
    assert_eq!((all.same.as_slice(), &all.neither[..3]), (&[9][..], &[4, 6, 8][..]));
    let groups: Vec<Group> = all.points.iter().map(|p| p.group).collect();
    assert_eq!(groups[..2], [Group::OneLeading, Group::OneSided]);
    assert_eq!(all.points.iter().map(Point::minutes).collect::<Vec<_>>(), [2, 2, 2, 2, 1, 1]);
}

/// Answers that differ: so many by each number of steps.
fn differing(one: usize, two: usize, three: usize) -> Agenda {
    let steps = [("0", "3", three), ("0", "2", two), ("0", "1", one)];
    let side = |first: bool| steps.map(|(a, b, n)| if first { a } else { b }.repeat(n)).concat();
    agenda_of(&side(true), &side(false), &[0.0; 4])
}

#[track_caller]
fn planned(all: &Agenda, length: usize, expected: &str) {
    assert_eq!(messages::plan_sentence(all, &plan(all, length)), expected);
}

#[test]
fn the_plan_keeps_ten_minutes_and_says_what_is_left() {
    let head = "minutes, 10 of them for opening and actions:";
    planned(&differing(13, 3, 0), 45, &format!("45 {head} 14 of 16 differences fit; 2 are left as rated unless time remains."));
    planned(&differing(12, 0, 0), 45, &format!("45 {head} all 12 differences fit."));
    planned(&differing(1, 0, 0), 25, &format!("25 {head} the one difference fits."));
    planned(&differing(0, 0, 0), 25, &format!("25 {head} there are no differences to talk about."));
    planned(&differing(0, 3, 1), 25, &format!("25 {head} 3 of 4 differences fit; 1 is left as rated unless time remains."));
    planned(&differing(0, 0, 24), 60, &format!("60 {head} 10 of 24 differences fit; 14 are left as rated unless time remains."));
    let mixed = agenda_of("3nn.", "2222", &[0.0; 4]);
    planned(
        &mixed,
        25,
        &format!("25 {head} the one difference fits. The 3 questions that only one of you answered fit as well."),
    );
    let late = agenda_of(&format!("{}n", "0".repeat(10)), &format!("{}2", "1".repeat(10)), &[0.0; 4]);
    let tail = "7 of 10 differences fit; 3 are left as rated unless time remains. The question that only one of you answered comes after that.";
    planned(&late, 25, &format!("25 {head} {tail}"));
}

#[test]
fn a_small_difference_never_passes_a_wide_one() {
    let all = differing(4, 5, 0);
    let Plan { fitting, left, .. } = plan(&all, 25);
    assert_eq!((fitting.len(), left.len()), (3, 6), "three of four minutes, and three minutes stay free");
}

#[test]
fn leaving_a_rating_needs_a_reason_also_when_the_other_one_is_taken() {
    for (statement, who) in [
        (4, vec![Side::Second]),
        (2, vec![Side::First]),
        (3, vec![Side::First, Side::Second]),
        (0, vec![Side::First, Side::Second]),
    ] {
        let mut c = pair("4", "2");
        assert_eq!(c.agree_lacks(0), None, "nothing is proposed yet");
        propose(&mut c, 0, statement);
        assert_eq!(c.agree_lacks(0), Some(who.clone()), "statement {statement}");
        assert!(!c.apply(Event::Agreed(0)));
        for side in &who {
            say(&mut c, 0, *side, ReasonKind::FreeText, "  ");
            assert!(!c.apply(Event::Agreed(0)), "blank words are no reason");
            say(&mut c, 0, *side, ReasonKind::OtherPeriod, "");
        }
        assert!(c.apply(Event::Agreed(0)));
        let outcome = c.record().outcome(id(c.ladder(), 0)).unwrap().clone();
        assert_eq!(Side::BOTH.map(|s| outcome.reason(s).is_some()), Side::BOTH.map(|s| who.contains(&s)));
    }
}

#[test]
fn a_reason_of_a_side_that_stays_is_not_kept() {
    let mut c = pair("4", "2");
    agree(&mut c, 0, 4);
    let outcome = c.record().outcome(id(c.ladder(), 0)).unwrap();
    assert_eq!((outcome.reason(Side::First), outcome.reason(Side::Second).is_some()), (None, true));
}

#[test]
fn dissent_asks_no_less_and_no_more_than_agreement() {
    let mut c = pair("42", "22");
    assert_eq!(c.dissent_lacks(0), Some(vec![Side::First, Side::Second]));
    assert!(!c.apply(Event::DissentRecorded(0)));
    dissent(&mut c, 0);
    assert_eq!(c.dissent_lacks(1), None, "equal answers leave nothing to dissent about");
    assert!(!c.apply(Event::LeftAsRated(1)) && !c.apply(Event::LeftAsRated(20)));
    let q = id(c.ladder(), 0);
    assert!(c.record().stands_apart(q) && !c.record().is_left(Side::First, q) && !c.record().is_left(Side::Second, q));
    assert!(c.is_settled(c.agenda().point(0).unwrap()));
}

#[test]
fn equal_answers_can_be_left_together_and_not_agreed_again() {
    let mut c = pair("2", "2");
    propose(&mut c, 0, 2);
    assert!(!c.apply(Event::Agreed(0)), "they are agreed already");
    agree(&mut c, 0, 3);
    assert!(Side::BOTH.iter().all(|s| c.record().is_left(*s, id(c.ladder(), 0))));
}

#[test]
fn one_rating_against_none_can_be_agreed_on() {
    let mut c = pair("3.", "nn");
    propose(&mut c, 0, 3);
    assert_eq!(c.agree_lacks(0), Some(vec![Side::Second]), "no opportunity is an answer that is left");
    propose(&mut c, 1, 1);
    c.apply(Event::AnswerProposed { question: 1, choice: Choice::OffScale(OffScale::NotObserved) });
    assert_eq!(c.agree_lacks(1), Some(vec![Side::Second]), "who gave no answer leaves none");
}

#[test]
fn what_is_not_in_the_ladder_changes_nothing() {
    let mut c = pair("3", "2");
    let long = "x".repeat(2_001);
    let mark = |question: &str, statement, text: &str| Unclear {
        question: question.into(),
        statement,
        text: text.into(),
        ..Unclear::default()
    };
    let first = id(c.ladder(), 0).to_owned();
    for event in [
        Event::AnswerProposed { question: 0, choice: Choice::Statement(5) },
        Event::AnswerProposed { question: 24, choice: Choice::Statement(1) },
        Event::QuestionOpened(24),
        Event::Agreed(24),
        Event::Reopened(0),
        Event::LengthChosen(30),
        Event::ExampleTyped { question: 0, text: long.clone() },
        Event::ReasonGiven { question: 0, side: Side::First, reason: Some(Reason::new(ReasonKind::FreeText, &long)) },
        Event::OpportunityTyped { question: 0, opportunity: Opportunity { who: long.clone(), ..Opportunity::default() } },
        Event::ActionRemoved(0),
        Event::UnclearWithdrawn(0),
        Event::UnclearMarked(mark("gone", None, "")),
        Event::UnclearMarked(mark(&first, Some(5), "")),
        Event::UnclearMarked(mark(&first, None, &long)),
        Event::Undone,
        Event::Redone,
        Event::Finished { now: String::new() },
    ] {
        assert!(!c.apply(event.clone()), "{event:?}");
    }
    assert_eq!(c.record(), pair("3", "2").record());
}

#[test]
fn undo_goes_back_in_whole_steps_to_the_question_where_they_happened() {
    let mut c = pair("44", "22");
    c.apply(Event::LengthChosen(45));
    c.apply(Event::QuestionOpened(0));
    for text in ["a", "a l", "a ledger split"] {
        c.apply(Event::ExampleTyped { question: 0, text: text.into() });
    }
    agree(&mut c, 0, 3);
    let agreed = c.record().clone();
    c.apply(Event::QuestionOpened(1));
    assert!(c.apply(Event::Undone));
    assert_eq!(c.position(), Some(0));
    assert_eq!(c.record().outcome(id(c.ladder(), 0)), None);
    assert_eq!(c.agree_lacks(0), Some(vec![]), "what was typed is still there");
    for _ in 0..4 {
        assert!(c.apply(Event::Undone));
    }
    assert!(c.record().progress().items.is_empty(), "typing in one field is one step");
    assert!(c.apply(Event::Undone) && !c.apply(Event::Undone));
    for _ in 0..6 {
        assert!(c.apply(Event::Redone));
    }
    assert_eq!(c.record().progress().items, agreed.progress().items);
    c.apply(Event::Undone);
    c.apply(Event::LengthChosen(60));
    assert_eq!(c.can_undo_redo(), (true, false), "a new step ends what could be redone");
}

#[test]
fn a_decided_question_is_closed_until_it_is_reopened() {
    let mut c = pair("4", "2");
    agree(&mut c, 0, 3);
    assert!(!c.apply(Event::AnswerProposed { question: 0, choice: Choice::Statement(4) }));
    assert!(!c.apply(Event::DissentRecorded(0)) && !c.apply(Event::LeftAsRated(0)));
    assert!(c.apply(Event::Reopened(0)));
    assert_eq!(c.agree_lacks(0), Some(vec![]), "what was decided stands as a draft");
    assert!(c.apply(Event::DissentRecorded(0)), "the reasons came along");
}

#[test]
fn the_next_question_is_the_next_open_one_and_comes_round() {
    let mut c = pair("40n4", "2222");
    assert_eq!(c.next_open(), Some(0));
    c.apply(Event::QuestionOpened(1));
    assert_eq!(c.next_open(), Some(3));
    dissent(&mut c, 3);
    assert_eq!(c.next_open(), Some(2));
    let opportunity = Opportunity { who: "the manager".into(), ..Opportunity::default() };
    c.apply(Event::OpportunityTyped { question: 2, opportunity });
    assert_eq!(c.next_open(), Some(0));
    c.apply(Event::LeftAsRated(0));
    assert_eq!(c.next_open(), None, "only the one on screen is open");
}

#[test]
fn the_end_leaves_what_is_open_as_rated_and_closes_the_record() {
    let mut c = pair("4420n", "22222");
    agree(&mut c, 0, 3);
    propose(&mut c, 1, 3);
    propose(&mut c, 2, 3);
    assert!(finish(&mut c));
    let outcomes: Vec<Option<&Outcome>> = (0..6).map(|q| c.record().outcome(id(c.ladder(), q))).collect();
    assert!(matches!(outcomes[0], Some(Outcome::Agreed { .. })));
    assert!([1, 3, 4].iter().all(|q| outcomes[*q] == Some(&Outcome::LeftAsRated)));
    assert_eq!((outcomes[2], outcomes[5]), (None, None), "what was never on the agenda has no outcome");
    assert!(!c.record().progress().items.contains_key(id(c.ladder(), 2)), "nor a draft");
    let closed = c.record().clone();
    for event in
        [Event::Undone, Event::Reopened(0), Event::TimePassed(9), Event::LengthChosen(25), Event::Finished { now: NOW.into() }]
    {
        assert!(!c.apply(event));
    }
    assert_eq!(*c.record(), closed);
}

#[test]
fn a_rater_who_answered_nothing_leaves_everything_one_sided() {
    let c = pair("432104321043210432104321", "");
    assert!(c.agenda().points.iter().all(|p| p.group == Group::OneSided && !p.no_opportunity));
    assert_eq!((c.agenda().points.len(), c.agenda().same.len()), (24, 0));
    assert_eq!(counts(c.ladder(), c.record()).one_sided, 24);
}

#[test]
fn a_second_mark_on_a_statement_replaces_the_first() {
    let mut c = pair("4", "2");
    let mark = |by, text: &str| Unclear {
        question: id(c.ladder(), 0).to_owned(),
        statement: Some(4),
        by,
        text: text.into(),
        ..Unclear::default()
    };
    let marks = [mark(Some(Side::First), "who is an executive"), mark(None, "both"), mark(Some(Side::First), "whose executive")];
    assert!(marks.into_iter().all(|m| c.apply(Event::UnclearMarked(m))));
    let kept: Vec<&str> = c.record().progress().unclear.iter().map(|u| u.text.as_str()).collect();
    assert_eq!(kept, ["whose executive", "both"]);
}

#[track_caller]
fn refused(first: Value, second: Value, sentence: &str) {
    let (ladder, model) = ladder_and_model();
    let parties = [party(first), party(second)];
    let start = SessionStart { id: "s".into(), now: NOW.into(), parties, subject: String::new(), previous: None };
    assert_eq!(Calibration::open(&Rc::new(ladder), &model, start).unwrap_err().to_string(), sentence);
}

#[test]
fn files_that_give_no_session_are_refused_with_their_path() {
    let good = || rated("3", "self", "Ines");
    let mut other = rated("3", "manager", "T");
    other["ladder"]["id"] = json!("another");
    let sentence =
        "second.assessment.ladder.id: this was answered on the ladder \"another\"; the ladder in use is \"staff-plus\"";
    refused(good(), other, sentence);
    let sentence = "second.assessment.rater.role: agreed answers are the result of a session and cannot be one side of it";
    refused(good(), rated("3", "agreed", ""), sentence);
    refused(good(), good(), "second.assessment: is the same file as the first one");
    let mut high = rated("3", "manager", "T");
    high["answers"]["outcome-boundary"]["statement"] = json!(7);
    refused(good(), high, "second.assessment.answers.outcome-boundary.statement: has to be a whole number from 0 to 4");
    let mut large = rated("3", "manager", "T");
    large["notes"] = json!(vec!["x".repeat(1_100_000); 3]);
    refused(good(), large, "the two files together are too large for one record (3 MiB)");
    let mut deep = rated("3", "manager", "T");
    deep["notes"] = serde_json::from_str(&format!("{}{}", "[".repeat(126), "]".repeat(126))).unwrap();
    let sentence = "the two files do not make a record that can be read: this is not valid JSON (recursion limit exceeded)";
    refused(good(), deep, sentence);
}

#[test]
fn the_person_stands_first_whichever_file_was_opened_first() {
    let c = open([party(rated("2", "manager", "Tomasz")), party(rated("4", "self", "Ines"))]);
    assert_eq!(Side::BOTH.map(|s| messages::called(c.record(), s)), ["Ines", "Tomasz"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_events_loses_an_original(files in originals(), events in events(), end in any::<bool>()) {
        let mut c = open(files.clone().map(party));
        for event in events {
            c.apply(event);
        }
        if end {
            finish(&mut c);
        }
        for (side, file) in Side::BOTH.into_iter().zip(&files) {
            prop_assert_eq!(canonical(c.record().party(side).original().file()), canonical(file));
            let (shown, whole) = (c.record().original(side), assessment_of(file).unwrap());
            prop_assert_eq!(&payload(shown), &payload(&whole), "what both may read of it");
            prop_assert_eq!((&shown.id, &shown.subject.name), (&whole.id, &whole.subject.name));
            prop_assert_eq!((shown.extra.len(), shown.answers.len()), (0, whole.answers.len()), "no answer less, nothing more");
        }
    }

    #[test]
    fn all_that_was_done_can_be_undone_and_redone(files in originals(), events in events()) {
        let mut c = open(files.map(party));
        let start = c.record().progress().clone();
        for event in events.into_iter().filter(|e| !matches!(e, Event::QuestionOpened(_))) {
            c.apply(event);
        }
        let end = c.record().progress().clone();
        let steps = (0..1_000).take_while(|_| c.apply(Event::Undone)).count();
        prop_assert_eq!(c.record().progress(), &start);
        prop_assert!((0..steps).all(|_| c.apply(Event::Redone)));
        prop_assert_eq!(c.record().progress(), &end);
    }

    #[test]
    fn what_is_decided_has_its_reasons(files in originals(), events in events()) {
        let mut c = open(files.map(party));
        for event in events {
            c.apply(event);
            let record = c.record();
            for q in &c.ladder().questions {
                let complete = |side: Side| record.outcome(&q.id).and_then(|o| o.reason(side)).is_some_and(Reason::is_complete);
                match record.outcome(&q.id) {
                    Some(Outcome::Agreed { .. }) => {
                        prop_assert!(Side::BOTH.iter().all(|s| !record.is_left(*s, &q.id) || complete(*s)));
                    }
                    Some(Outcome::Dissent { .. }) => prop_assert!(Side::BOTH.iter().all(|s| complete(*s))),
                    _ => {}
                }
            }
        }
    }
}
