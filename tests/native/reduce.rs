//! The reducer, from the start page to the profile: every step of a reader, without a browser.

use std::rc::Rc;

use super::support::saved;
use ladder_calibration::calibration::Event;
use ladder_calibration::files::{Stored, default_ladder, default_questions};
use ladder_calibration::model::assessment::{Choice, OffScale};
use ladder_calibration::state::{
    Action, BetField, CalibrationAction, Contents, Detail, Document, Effect, GrowthChange, Page, PieceField, Route, Saving,
    State, advice, reduce, reduce_entry,
};

fn now() -> String {
    "2026-11-23T10:00:00.000Z".into()
}

fn blank() -> State {
    State::new(default_ladder(), advice, Vec::new(), Vec::new(), None)
}

fn started() -> State {
    let mut s = blank();
    reduce(&mut s, Action::SelfAssessmentStarted { id: "a1".into(), now: now() });
    s
}

fn choose(s: &mut State, question: usize, statement: usize) -> Vec<Effect> {
    reduce(s, Action::AnswerChosen { question, choice: Choice::Statement(statement), now: now() })
}

fn at(s: &State) -> String {
    s.page().name(s.ladder())
}

#[test]
fn starting_leads_straight_to_the_first_core_question_with_nothing_chosen() {
    let s = started();
    let first = s.ladder().question_order()[0];
    assert_eq!(s.page(), Page::Question(first, Route::InOrder));
    assert_eq!(s.progress_of(first), (1, 12));
    assert_eq!(s.chosen(first), None);
    let period = &s.assessment().unwrap().period;
    assert_eq!((period.from.as_str(), period.to.as_str()), ("2025-12", "2026-11"));
}

#[test]
fn the_questions_go_core_then_first_profile_then_the_rest_then_check() {
    let mut s = started();
    let order = s.ladder().question_order();
    for q in &order[..12] {
        assert_eq!(s.page(), Page::Question(*q, Route::InOrder));
        assert!(!s.offers_check());
        reduce(&mut s, Action::Continued);
    }
    assert_eq!(s.page(), Page::First);
    for (i, q) in order[12..].iter().enumerate() {
        reduce(&mut s, Action::Continued);
        assert_eq!(s.page(), Page::Question(*q, Route::InOrder));
        assert_eq!(s.progress_of(*q), (13 + i, 24));
        assert!(s.offers_check());
    }
    reduce(&mut s, Action::Continued);
    assert_eq!(s.page(), Page::Check);
    assert_eq!(s.answered(s.assessment().unwrap()), 0, "continuing without an answer leaves questions open");
}

#[test]
fn back_retraces_every_step_to_the_start() {
    let mut s = started();
    for _ in 0..24 {
        reduce(&mut s, Action::Continued);
    }
    let mut pages = vec![at(&s)];
    while s.page() != Page::Start {
        reduce(&mut s, Action::WentBack);
        pages.push(at(&s));
    }
    assert_eq!(pages.len(), 24 + 2, "24 questions, the first profile and the start: {pages:?}");
    assert!(pages.contains(&"first".to_owned()));
}

#[test]
fn change_returns_to_the_check_page() {
    let mut s = started();
    reduce(&mut s, Action::PageRequested(Page::Question(3, Route::Changing)));
    choose(&mut s, 3, 2);
    reduce(&mut s, Action::Continued);
    assert_eq!(s.page(), Page::Check);
    assert_eq!(s.chosen(3), Some(Choice::Statement(2)));
}

#[test]
fn a_page_that_is_only_looked_at_leads_back_to_where_one_was() {
    let mut s = started();
    let before = s.page();
    reduce(&mut s, Action::PageRequested(Page::Ladder));
    reduce(&mut s, Action::PageRequested(Page::How));
    reduce(&mut s, Action::WentBack);
    assert_eq!(s.page(), before);
}

#[test]
fn the_best_question_is_open_and_asked_until_none_is_worth_it() {
    let mut s = started();
    for q in s.ladder().question_order().into_iter().take(12) {
        choose(&mut s, q, 2 + q % 2);
    }
    let mut asked = Vec::new();
    reduce(&mut s, Action::BestQuestionRequested);
    while let Page::Question(q, Route::Best) = s.page() {
        assert_eq!(s.chosen(q), None, "an answered question was offered");
        asked.push(q);
        choose(&mut s, q, 2);
        reduce(&mut s, Action::Continued);
    }
    assert_eq!(s.page(), Page::Profile);
    assert!(!asked.is_empty());
}

#[test]
fn while_a_dimension_is_short_the_best_question_lies_inside_it() {
    let mut s = started();
    let (scope, rest) = (s.ladder().dimensions[0].questions.clone(), s.ladder().dimensions[1].questions.start..24);
    for q in rest {
        choose(&mut s, q, 2);
    }
    reduce(&mut s, Action::AnswerChosen { question: scope.start, choice: Choice::OffScale(OffScale::NotObserved), now: now() });
    reduce(&mut s, Action::BestQuestionRequested);
    let Page::Question(q, Route::Best) = s.page() else { panic!("no question offered") };
    assert!(scope.contains(&q) && q != scope.start);
}

#[test]
fn undo_and_redo_restore_choice_example_and_box_in_order() {
    let mut s = started();
    choose(&mut s, 0, 1);
    choose(&mut s, 0, 3);
    for text in ["a", "a l", "a ledger split"] {
        reduce(&mut s, Action::ExampleTyped { question: 0, text: text.into(), now: now() });
    }
    reduce(&mut s, Action::NoRoomTicked { question: 0, ticked: true, now: now() });
    let last = s.answer(0);
    reduce(&mut s, Action::Undone);
    assert!(!s.answer(0).no_room);
    reduce(&mut s, Action::Undone);
    assert_eq!(s.answer(0).example, "", "typing in one field is one step");
    reduce(&mut s, Action::Undone);
    assert_eq!(s.chosen(0), Some(Choice::Statement(1)));
    reduce(&mut s, Action::Undone);
    assert_eq!(s.can_undo_redo(), (false, true));
    for _ in 0..4 {
        reduce(&mut s, Action::Redone);
    }
    assert_eq!(s.answer(0), last);
}

#[test]
fn clearing_an_answer_keeps_its_example_as_a_draft() {
    let mut s = started();
    reduce(&mut s, Action::ExampleTyped { question: 5, text: "typed before choosing".into(), now: now() });
    choose(&mut s, 5, 2);
    reduce(&mut s, Action::AnswerCleared { question: 5, now: now() });
    assert_eq!((s.chosen(5), s.answer(5).example.as_str()), (None, "typed before choosing"));
}

#[test]
fn only_changes_ask_to_be_kept() {
    let mut s = started();
    assert_eq!(saved(&choose(&mut s, 0, 2)), ["a1"]);
    assert_eq!(choose(&mut s, 0, 2), [], "choosing the same again changes nothing");
    assert_eq!(reduce(&mut s, Action::SavingChanged(Saving::Full)), []);
    assert_eq!(*s.saving(), Saving::Full);
}

#[test]
fn what_keeps_one_assessment_from_being_saved_is_said_of_the_next_until_a_write_or_the_reader_says_otherwise() {
    let mut s = blank();
    reduce(&mut s, Action::SavingChanged(Saving::NeedsConsent));
    reduce(&mut s, Action::SelfAssessmentStarted { id: "a1".into(), now: now() });
    choose(&mut s, 0, 2);
    assert_eq!(*s.saving(), Saving::NeedsConsent);
    let changed = reduce(&mut s, Action::StoringAllowed);
    assert_eq!(changed, [Effect::AllowStorage, Effect::SaveLocation], "what waits is written, and where the reader is");
    assert_eq!(*s.saving(), Saving::Untouched);
    for saving in [Saving::Denied, Saving::Off, Saving::Full] {
        reduce(&mut s, Action::SavingChanged(saving.clone()));
        reduce(&mut s, Action::SelfAssessmentStarted { id: format!("{saving:?}"), now: now() });
        assert_eq!(*s.saving(), saving);
        reduce(&mut s, Action::StoringAllowed);
        assert_eq!(*s.saving(), saving, "the user was not asked");
    }
    reduce(&mut s, Action::SavingChanged(Saving::Saved("10:00".into())));
    reduce(&mut s, Action::SelfAssessmentStarted { id: "a2".into(), now: now() });
    assert_eq!(*s.saving(), Saving::Untouched);
}

#[test]
fn details_are_written_and_emptied() {
    let mut s = started();
    for change in
        [Detail::Target("principal".into()), Detail::Title("staff".into()), Detail::Term("area".into(), "Payments".into())]
    {
        assert_eq!(saved(&reduce(&mut s, Action::DetailsChanged { change, now: now() })), ["a1"]);
    }
    let a = s.assessment().unwrap();
    assert_eq!((a.subject.target.as_str(), a.subject.title.as_str()), ("principal", "staff"));
    assert_eq!(a.terms.get("area").map(String::as_str), Some("Payments"));
    reduce(&mut s, Action::DetailsChanged { change: Detail::Term("area".into(), String::new()), now: now() });
    assert!(s.assessment().unwrap().terms.is_empty());
}

#[test]
fn several_assessments_are_kept_apart() {
    let mut s = started();
    choose(&mut s, 0, 4);
    reduce(&mut s, Action::SelfAssessmentStarted { id: "a2".into(), now: now() });
    assert_eq!(s.chosen(0), None);
    reduce(&mut s, Action::AssessmentOpened("a1".into()));
    assert_eq!(s.chosen(0), Some(Choice::Statement(4)));
    reduce(&mut s, Action::AssessmentDeleted("a1".into()));
    assert_eq!((s.page(), s.assessments().len()), (Page::Start, 1));
}

#[test]
fn deleting_everything_leaves_nothing_in_memory() {
    let mut s = started();
    choose(&mut s, 0, 4);
    reduce(&mut s, Action::EverythingDeleted);
    assert!(s.assessments().is_empty() && s.assessment().is_none());
    assert_eq!((s.page(), s.can_undo_redo()), (Page::Start, (false, false)));
}

#[test]
fn every_page_has_a_name_that_leads_back_to_it() {
    let ladder = default_ladder();
    let plain = [
        Page::Start,
        Page::First,
        Page::Check,
        Page::Profile,
        Page::Ladder,
        Page::All,
        Page::Details,
        Page::How,
        Page::Open,
        Page::Share,
        Page::History,
        Page::Data,
    ];
    let questions = [Page::Question(0, Route::InOrder), Page::Question(5, Route::Changing), Page::Question(23, Route::Best)];
    for page in plain.into_iter().chain(questions) {
        assert_eq!(Page::parse(&page.name(&ladder), &ladder), Some(page));
    }
    assert_eq!(Page::parse("question/unknown", &ladder), None);
}

#[test]
fn what_loads_later_joins_a_session_and_changes_nothing_of_it() {
    let mut s = State::blank(default_questions());
    reduce(&mut s, Action::SelfAssessmentStarted { id: "one".into(), now: now() });
    choose(&mut s, 0, 3);
    reduce(&mut s, Action::ExampleTyped { question: 1, text: "a draft of mine".into(), now: now() });
    reduce(&mut s, Action::Continued);
    let (question, before) = (s.page(), s.assessment().cloned());
    reduce(&mut s, Action::PageRequested(Page::Ladder));
    let stored = Stored { assessment: before.clone().unwrap(), last_exported: "2026-11-30".into(), ..Stored::default() };
    let documents = vec![Document::Assessment(Box::new(stored))];
    reduce(&mut s, Action::FeaturesLoaded(default_ladder().into()));
    reduce(&mut s, Action::StoreLoaded(Contents { documents, ..Contents::default() }.into()));
    assert_eq!((s.page(), s.assessment().cloned(), s.last_exported("one")), (Page::Ladder, before, ""));
    reduce(&mut s, Action::WentBack);
    assert_eq!(s.page(), question);
    reduce(&mut s, Action::SnapshotTaken { id: "copy".into(), why: "now".into(), now: now() });
    assert_eq!(s.assessments().len(), 2);
    reduce(&mut s, Action::Undone);
    reduce(&mut s, Action::Undone);
    assert_eq!((s.chosen(0), s.answer(1).example.as_str()), (None, ""));
}

#[test]
fn before_the_rest_is_here_nothing_of_it_is_done() {
    let mut s = State::blank(default_questions());
    reduce(&mut s, Action::SelfAssessmentStarted { id: "one".into(), now: now() });
    let changed = reduce_entry(&mut s, Action::SnapshotTaken { id: "copy".into(), why: "now".into(), now: now() });
    assert!(saved(&changed).is_empty() && s.assessments().len() == 1);
}

#[test]
fn what_is_chosen_is_kept_at_once_and_what_is_typed_may_wait() {
    let growth_action = |change| Action::growth(change, now());
    let talked = |event| Action::Calibration(Rc::new(CalibrationAction::Talked(event)));
    let chosen = [
        Action::AnswerChosen { question: 0, choice: Choice::Statement(1), now: now() },
        Action::AnswerCleared { question: 0, now: now() },
        Action::NoRoomTicked { question: 0, ticked: true, now: now() },
        Action::Undone,
        growth_action(GrowthChange::Cited { question: 0, piece: "e1".into(), cited: true }),
        growth_action(GrowthChange::Piece("e1".into(), PieceField::Pending(true))),
        growth_action(GrowthChange::Piece("e1".into(), PieceField::Sensitive(true))),
        growth_action(GrowthChange::Piece("e1".into(), PieceField::Altitude("company".into()))),
        growth_action(GrowthChange::Bet("b1".into(), BetField::Mechanism("risk".into()))),
        growth_action(GrowthChange::Role("mandate_written".into(), None)),
        Action::DetailsChanged { change: Detail::Target("principal".into()), now: now() },
        talked(Event::Agreed(0)),
        talked(Event::DissentRecorded(0)),
    ];
    let typed = [
        Action::ExampleTyped { question: 0, text: "t".into(), now: now() },
        Action::DetailsChanged { change: Detail::Title("t".into()), now: now() },
        growth_action(GrowthChange::Piece("e1".into(), PieceField::Link("t".into()))),
        growth_action(GrowthChange::DomainNamed(0, "t".into())),
        growth_action(GrowthChange::Bet("b1".into(), BetField::Sponsor("t".into()))),
        talked(Event::ExampleTyped { question: 0, text: "t".into() }),
        talked(Event::TimePassed(1)),
    ];
    assert!(chosen.iter().all(Action::changes_a_choice));
    assert!(!typed.iter().any(Action::changes_a_choice));
}
