//! Sealed is a state of an assessment in the store: set by sealing, lifted by opening the ratings again, the same after a
//! reload, in another window and with any clock.

use ladder_calibration::model::assessment::{Answer, Choice, Role};
use std::rc::Rc;

use ladder_calibration::documents::seal::{Invitation, OwnSeal, QuestionSet};
use ladder_calibration::files::{Stored, assessment_file, digest, stored_text};
use ladder_calibration::growth::evidence::Evidence;
use ladder_calibration::state::{
    Action, CalibrationAction, Document, DocumentKey, GrowthChange, Page, PieceField, Route, State, no_advice, reduce,
};
use ladder_calibration::store::{Memory, Storage};
use serde_json::Value;

use super::calibration_state::{answer, blank, calibrations, invite, invited, press_seal, read, start};
use super::session_events::{LATER, NOW};
use super::support::{fresh, removed};
use super::window::Window;

const ID: &str = "self-rating";
/// Before the ratings: the clock was set back.
const EARLIER: &str = "2026-11-23T09:40:00Z";

/// Ines has rated in this window, for a session on two laptops; it is written.
pub(crate) fn rated<'a>(store: &'a Memory, name: &str) -> (Invitation, Window<'a>) {
    let invitation = invited(QuestionSet::Core, 9);
    let mut w = Window::open(store, name);
    w.change_calibrations(CalibrationAction::InvitationMade { invitation: Box::new(invitation.clone()), now: NOW.into() });
    let session = invitation.session.as_str().to_owned();
    let (name, id) = ("Ines".into(), ID.into());
    w.change_calibrations(CalibrationAction::RatingStarted {
        session,
        role: Role::SelfRater,
        name,
        subject: "Ines".into(),
        id,
        now: NOW.into(),
    });
    let order = w.state.ladder().question_order();
    for question in &order[..12] {
        w.happens(Action::AnswerChosen { question: *question, choice: Choice::Statement(2), now: NOW.into() });
    }
    (invitation, w)
}

fn press(w: &mut Window, seed: u8, now: &str) {
    w.change_calibrations(CalibrationAction::SealPressed { one_laptop: false, bytes: fresh(seed), now: now.into() });
    assert!(w.state.calibrations().unconfirmed_seal().is_some(), "{}", w.state.calibrations().message());
    w.change_calibrations(CalibrationAction::SealConfirmed);
}

/// Whether nothing that is tried changes the ratings.
#[track_caller]
fn unchangeable(s: &mut State, sealed: bool) {
    reduce(s, Action::AssessmentOpened(ID.into()));
    let a = s.assessment().unwrap().clone();
    assert_eq!(s.is_sealed(&a), sealed);
    assert_eq!(s.can_show(Page::Question(0, Route::Changing)), !sealed);
    assert_eq!(s.can_show(Page::Seal), !sealed);
    let question = s.ladder().question_order()[0];
    reduce(s, Action::AnswerChosen { question, choice: Choice::Statement(4), now: LATER.into() });
    assert_eq!(s.assessment() == Some(&a), sealed);
}

#[test]
fn a_clock_that_is_set_back_between_rating_and_sealing_opens_nothing() {
    let store = Memory::default();
    let (_, mut w) = rated(&store, "w");
    press(&mut w, 1, EARLIER);
    unchangeable(&mut w.state, true);
    unchangeable(&mut Window::open(&store, "v").state, true);
}

#[test]
fn opening_again_is_a_state_that_survives_a_reload_and_the_next_seal_has_the_next_number() {
    let store = Memory::default();
    let (_, mut w) = rated(&store, "w");
    press(&mut w, 1, LATER);
    w.change_calibrations(CalibrationAction::OpenedAgain(ID.into()));
    let mut again = Window::open(&store, "v");
    unchangeable(&mut again.state, false);
    again.change_calibrations(CalibrationAction::SealPressed { one_laptop: false, bytes: fresh(2), now: EARLIER.into() });
    assert_eq!(again.state.calibrations().unconfirmed_seal().unwrap().number, 2);
    unchangeable(&mut Window::open(&store, "u").state, true);
}

#[test]
fn the_state_stays_when_the_sealed_file_is_deleted_and_so_does_the_number() {
    let store = Memory::default();
    let (invitation, mut w) = rated(&store, "w");
    press(&mut w, 1, LATER);
    let key = w.state.calibrations().sealed_key(invitation.session.as_str(), Role::SelfRater).unwrap();
    w.change_calibrations(CalibrationAction::DocumentDeleted(key));
    let mut again = Window::open(&store, "v");
    unchangeable(&mut again.state, true);
    again.change_calibrations(CalibrationAction::OpenedAgain(ID.into()));
    press(&mut again, 2, LATER);
    assert_eq!(again.state.own_seal(ID).number, 2);
}

#[test]
fn nothing_that_the_seal_holds_changes_under_it() {
    let store = Memory::default();
    let (_, mut w) = rated(&store, "w");
    let piece = Evidence { id: "e1".into(), title: "the ledger".into(), ..Evidence::default() };
    let extra_blocks = |change| Action::growth(change, LATER.into());
    w.happens(extra_blocks(GrowthChange::PieceAdded(Box::new(piece.clone()))));
    w.happens(extra_blocks(GrowthChange::Cited { question: 0, piece: "e1".into(), cited: true }));
    press(&mut w, 1, EARLIER);
    w.happens(Action::AssessmentOpened(ID.into()));
    let before = w.state.assessment().unwrap().clone();
    assert_eq!(before.evidence.len(), 1);
    for change in [
        GrowthChange::Cited { question: 0, piece: "e1".into(), cited: false },
        GrowthChange::Piece("e1".into(), PieceField::Corroborator("somebody else".into())),
        GrowthChange::PieceRemoved("e1".into()),
        GrowthChange::PieceAdded(Box::new(Evidence { id: "e2".into(), ..piece })),
    ] {
        w.happens(extra_blocks(change.clone()));
        assert_eq!(w.state.assessment(), Some(&before), "{change:?}");
    }
    w.happens(Action::Undone);
    assert_eq!(w.state.assessment(), Some(&before));
    w.change_calibrations(CalibrationAction::OpenedAgain(ID.into()));
    w.happens(extra_blocks(GrowthChange::PieceRemoved("e1".into())));
    assert!(w.state.assessment().unwrap().evidence.is_empty());
}

#[test]
fn nothing_is_sealed_while_two_versions_wait() {
    let invitation = invited(QuestionSet::Core, 9);
    let mut s = blank();
    invite(&mut s, &invitation);
    start(&mut s, &invitation, Role::SelfRater, "Ines");
    answer(&mut s, "432432432432", "an example here");
    let mut other = s.assessment().unwrap().clone();
    other.answers.insert("x".into(), Answer { example: "only there".into(), ..Answer::default() });
    let theirs = Some(Rc::new(Document::Assessment(Box::new(Stored { assessment: other, ..Stored::default() }))));
    reduce(&mut s, Action::ExternalChange { key: DocumentKey::assessment(ID), theirs });
    for one_laptop in [false, true] {
        let changed = calibrations(&mut s, CalibrationAction::SealPressed { one_laptop, bytes: fresh(1), now: LATER.into() });
        assert!(
            s.calibrations().message().starts_with("There are two versions of these ratings"),
            "{}",
            s.calibrations().message()
        );
        assert!(s.calibrations().unconfirmed_seal().is_none() && removed(&changed).is_empty() && s.assessments().len() == 1);
    }
    reduce(&mut s, Action::VersionChosen { key: DocumentKey::assessment(ID), theirs: true });
    press_seal(&mut s, false, 1);
}

#[test]
fn a_second_version_that_stays_as_a_copy_is_not_dropped_unseen_with_the_readable_copies() {
    let invitation = invited(QuestionSet::Core, 9);
    let mut s = blank();
    invite(&mut s, &invitation);
    start(&mut s, &invitation, Role::SelfRater, "Ines");
    answer(&mut s, "432432432432", "an example here");
    let mut other = s.assessment().unwrap().clone();
    (other.id, other.updated) = ("beside".into(), LATER.into());
    other.answers.insert("x".into(), Answer { example: "only there".into(), ..Answer::default() });
    read(&mut s, &assessment_file(&other).to_string());
    reduce(&mut s, Action::AssessmentOpened(ID.into()));
    calibrations(&mut s, CalibrationAction::SealPressed { one_laptop: true, bytes: fresh(1), now: LATER.into() });
    assert!(
        s.calibrations().message().starts_with("There is another version of these ratings"),
        "{}",
        s.calibrations().message()
    );
    assert!(s.calibrations().unconfirmed_seal().is_none() && s.assessments().len() == 2);
}

#[test]
fn a_copy_that_comes_in_is_a_second_version_under_the_same_seal() {
    let store = Memory::default();
    let (_, mut w) = rated(&store, "w");
    press(&mut w, 1, EARLIER);
    let mut other = w.state.find_assessment(ID).unwrap().clone();
    (other.id, other.updated) = ("copy".into(), "2027-01-01T10:00:00Z".into());
    read(&mut w.state, &assessment_file(&other).to_string());
    let copy = w.state.find_assessment("copy").unwrap().clone();
    assert!(w.state.is_sealed(&copy), "whatever its times say");
    w.change_calibrations(CalibrationAction::OpenedAgain("copy".into()));
    assert!(!w.state.is_sealed(&copy) && w.state.is_sealed(w.state.find_assessment(ID).unwrap()));
}

#[test]
fn another_window_receives_the_seal_and_its_lifting() {
    let store = Memory::default();
    let (_, mut one) = rated(&store, "one");
    let mut two = Window::open(&store, "two");
    two.happens(Action::AssessmentOpened(ID.into()));
    two.happens(Action::PageRequested(Page::Question(0, Route::Changing)));
    press(&mut one, 1, EARLIER);
    two.hears_of(ID);
    assert!(two.state.conflict().is_none(), "the ratings are the same");
    assert_eq!(two.state.page(), Page::Check);
    unchangeable(&mut two.state, true);
    one.change_calibrations(CalibrationAction::OpenedAgain(ID.into()));
    two.hears_of(ID);
    unchangeable(&mut two.state, false);
}

#[test]
fn what_two_windows_know_of_a_seal_joins_in_any_order() {
    let seal = |number, lifted, revealed| OwnSeal { number, lifted, revealed, code: String::new() };
    let all = [seal(0, false, false), seal(1, false, true), seal(1, true, false), seal(2, false, false)];
    for a in &all {
        for b in &all {
            assert_eq!(a.joined(b), b.joined(a));
            assert_eq!(a.joined(b).joined(a), a.joined(b));
        }
    }
    assert!(all[2].joined(&all[3]).holds() && !all[1].joined(&all[2]).holds() && all[1].joined(&all[3]).revealed);
}

#[test]
fn the_state_is_in_no_file() {
    let store = Memory::default();
    let (_, mut w) = rated(&store, "w");
    press(&mut w, 1, LATER);
    let own = w.state.own_seal(ID);
    assert!(own.holds() && own.code.len() == 40);
    assert!(!assessment_file(w.state.find_assessment(ID).unwrap()).to_string().contains(&own.code));
    assert!(store.keys().unwrap().iter().any(|k| k.contains(ID) && store.get(k).unwrap().unwrap().contains(&own.code)));
}

/// Converts the store to that of version 1: no seal state in assessments, no origin in documents.
pub(crate) fn as_version_1(store: &Memory) {
    for key in store.keys().unwrap() {
        let text = store.get(&key).unwrap().unwrap();
        let Ok(mut value) = serde_json::from_str::<Value>(&text) else { continue };
        let object = value.as_object_mut().unwrap();
        for field in ["made_here", "opened_here", "checksum"] {
            object.remove(field);
        }
        if let Some(own) = object.get_mut("store").and_then(Value::as_object_mut) {
            own.remove("sealed");
        }
        value["checksum"] = digest(&value).into();
        store.put(&key, &value.to_string()).unwrap();
    }
}

#[test]
fn a_store_of_version_1_is_taken_over_once_and_what_was_sealed_stays_sealed() {
    for (sealed_at, sealed) in [(LATER, true), (EARLIER, false)] {
        let store = Memory::default();
        let (invitation, mut w) = rated(&store, "w");
        press(&mut w, 1, sealed_at);
        // Someone's file with a higher number was imported, too; version 1 gave such a document no time.
        let mut file = ladder_calibration::files::parse(
            w.state.calibrations().sealed_text(invitation.session.as_str(), Role::SelfRater).unwrap().as_bytes(),
        )
        .unwrap();
        (file["seal"], file["code"]) = (7.into(), "0".repeat(40).into());
        file.as_object_mut().unwrap().remove("checksum");
        file["checksum"] = digest(&file).into();
        let read = read(&mut w.state, &file.to_string());
        w.keep(&read);
        as_version_1(&store);

        let mut again = Window::open(&store, "v");
        assert_eq!(
            again.state.own_seal(ID),
            OwnSeal { number: 1, lifted: !sealed, code: again.state.own_seal(ID).code, revealed: false }
        );
        again.flush();
        let mut late = Window::open(&store, "u");
        unchangeable(&mut late.state, sealed);
        let own: Vec<bool> = late
            .state
            .calibrations()
            .sealed_files(invitation.session.as_str(), Role::SelfRater)
            .iter()
            .map(|p| p.is_own())
            .collect();
        assert_eq!(own, [true, false]);
    }
}

#[test]
fn a_record_of_the_store_without_a_word_about_seals_reads_as_before() {
    let mut s = State::new(super::support::shared_ladder().clone(), no_advice, Vec::new(), Vec::new(), None);
    reduce(&mut s, Action::SelfAssessmentStarted { id: "a1".into(), now: NOW.into() });
    let a = s.assessment().unwrap();
    let text = stored_text(a, 3, "");
    assert_eq!(ladder_calibration::files::stored_text_with_seal(a, 3, "", &OwnSeal::default()), text);
    assert_eq!(ladder_calibration::files::read_stored(&text).unwrap().seal, OwnSeal::default());
}
