//! Sealing on one laptop: readable copies stay until the opening number is confirmed and the sealed file is known to be
//! written, whatever the store does.

use ladder_calibration::documents::seal::QuestionSet;
use ladder_calibration::documents::seal_codes::OpeningNumber;
use ladder_calibration::files::read_sealed;
use ladder_calibration::model::assessment::{Choice, Role};
use ladder_calibration::state::{Action, CalibrationAction, DocumentKey, Page, Saving, reduce};
use ladder_calibration::store::memory::InjectedFailure;
use ladder_calibration::store::{Memory, Storage, StoreError};

use super::calibration_state::{blank, calibrations, invite, invited, start};
use super::sealed_state::rated;
use super::session_events::LATER;
use super::support::fresh;
use super::window::Window;

const ID: &str = "self-rating";

fn press(w: &mut Window, seed: u8) -> ladder_calibration::state::UnconfirmedSeal {
    w.change_calibrations(CalibrationAction::SealPressed { one_laptop: true, bytes: fresh(seed), now: LATER.into() });
    w.state.calibrations().unconfirmed_seal().unwrap_or_else(|| panic!("{}", w.state.calibrations().message())).clone()
}

fn texts(store: &Memory) -> String {
    store.keys().unwrap().iter().map(|k| format!("{k} {}\n", store.get(k).unwrap().unwrap())).collect::<Vec<_>>().concat()
}

fn sealed_files(w: &Window, session: &str) -> usize {
    w.state.calibrations().sealed_files(session, Role::SelfRater).len()
}

#[test]
fn until_the_number_is_noted_a_reload_leaves_the_ratings_and_no_sealed_file() {
    let store = Memory::default();
    let (invitation, mut w) = rated(&store, "w");
    let session = invitation.session.as_str();
    let first = press(&mut w, 1);
    assert_eq!((w.state.page(), sealed_files(&w, session)), (Page::Sealed, 0));
    assert!(w.state.is_sealed(w.state.find_assessment(ID).unwrap()), "nothing changes while the number is on screen");
    let kept = texts(&store);
    assert!(!kept.contains(first.opening_number.digits()), "the opening number is in no store");

    let mut again = Window::open(&store, "v");
    let ratings = again.state.find_assessment(ID).unwrap().clone();
    assert_eq!(ratings.answers.len(), 12);
    assert!(!again.state.is_sealed(&ratings) && sealed_files(&again, session) == 0);
    again.happens(Action::AssessmentOpened(ID.into()));
    let second = press(&mut again, 2);
    assert_eq!(second.number, 2, "the first press was counted");
    again.change_calibrations(CalibrationAction::SealConfirmed);
    let late = Window::open(&store, "u");
    assert!(late.state.assessments().is_empty() && sealed_files(&late, session) == 1, "never two files");
    let file = late.state.calibrations().sealed_text(session, Role::SelfRater).unwrap();
    assert!(read_sealed(file.as_bytes()).unwrap().open(&second.opening_number).is_ok());
    assert!(!texts(&store).contains(second.opening_number.digits()));
}

#[test]
fn no_fault_of_the_store_at_any_call_loses_the_ratings() {
    let store = Memory::default();
    let (invitation, mut pressed) = rated(&store, "w");
    let seal = press(&mut pressed, 1);
    for fault in [StoreError::Full, StoreError::Denied, StoreError::Off] {
        for failing in (1..40).flat_map(|n| [InjectedFailure::Once(n), InjectedFailure::From(n)]) {
            let copy = Memory::default();
            for key in store.keys().unwrap() {
                copy.put(&key, &store.get(&key).unwrap().unwrap()).unwrap();
            }
            let mut w = Window { store: &copy, state: pressed.state.clone(), repository: pressed.repository.clone() };
            copy.fail(Some((failing, fault)));
            w.change_calibrations(CalibrationAction::SealConfirmed);
            copy.fail(None);

            let again = Window::open(&copy, "v");
            let file = again.state.calibrations().sealed_text(invitation.session.as_str(), Role::SelfRater);
            let (opens, readable) =
                (file == Some(seal.file.as_str()), again.state.find_assessment(ID).is_some_and(|a| a.answers.len() == 12));
            assert!(opens || readable, "{fault:?} {failing:?}: the ratings are lost");
            match w.state.calibrations().unconfirmed_seal() {
                None => {
                    assert!(opens, "{fault:?} {failing:?}: the page says that the sealed file is here");
                    assert!(
                        !readable || w.state.calibrations().copy_not_removed(),
                        "{fault:?} {failing:?}: a copy is left, and no message says so"
                    );
                }
                Some(fresh) => {
                    assert_eq!(fresh.kept, Some(false), "{fault:?} {failing:?}");
                    assert!(readable && w.state.find_assessment(ID).is_some());
                }
            }
        }
    }
}

#[test]
fn a_full_store_is_reported_and_the_seal_comes_into_force_when_there_is_room() {
    let store = Memory::default();
    let (invitation, mut w) = rated(&store, "w");
    press(&mut w, 1);
    store.fail(Some((InjectedFailure::From(1), StoreError::Full)));
    w.change_calibrations(CalibrationAction::SealConfirmed);
    assert_eq!((w.state.page(), w.state.calibrations().unconfirmed_seal().unwrap().kept), (Page::Sealed, Some(false)));
    assert_eq!(sealed_files(&w, invitation.session.as_str()), 0, "nor is it written by itself later");
    assert_eq!(w.flush(), Some(Saving::Full));
    store.fail(None);
    w.flush();
    assert_eq!(sealed_files(&Window::open(&store, "v"), invitation.session.as_str()), 0);
    w.change_calibrations(CalibrationAction::SealConfirmed);
    assert!(w.state.calibrations().unconfirmed_seal().is_none() && w.state.assessments().is_empty());
    assert_eq!(sealed_files(&Window::open(&store, "u"), invitation.session.as_str()), 1);
}

#[test]
fn who_has_the_file_may_remove_the_readable_ratings_all_the_same() {
    let store = Memory::default();
    let (invitation, mut w) = rated(&store, "w");
    press(&mut w, 1);
    w.change_calibrations(CalibrationAction::ReadableDiscarded);
    assert!(w.state.find_assessment(ID).is_some(), "not before the writing failed");
    store.fail(Some((InjectedFailure::From(1), StoreError::Full)));
    w.change_calibrations(CalibrationAction::SealConfirmed);
    assert_eq!(w.state.calibrations().unconfirmed_seal().and_then(|f| f.kept), Some(false));
    w.change_calibrations(CalibrationAction::ReadableDiscarded);
    assert!(w.state.assessments().is_empty() && sealed_files(&w, invitation.session.as_str()) == 1);
    store.fail(None);
    w.flush();
    let again = Window::open(&store, "v");
    assert!(again.state.assessments().is_empty() && sealed_files(&again, invitation.session.as_str()) == 1, "now there was room");
}

#[test]
fn on_two_laptops_the_page_knows_whether_the_sealed_file_is_here() {
    for (fault, kept) in [(None, true), (Some((InjectedFailure::From(1), StoreError::Full)), false)] {
        let store = Memory::default();
        let (_, mut w) = rated(&store, "w");
        store.fail(fault);
        w.change_calibrations(CalibrationAction::SealPressed { one_laptop: false, bytes: fresh(1), now: LATER.into() });
        assert_eq!(w.state.calibrations().unconfirmed_seal().unwrap().kept, Some(kept));
        assert!(w.state.find_assessment(ID).is_some(), "the readable copy stays");
    }
}

#[test]
fn ratings_that_another_window_changed_meanwhile_are_not_removed_for_a_seal_of_others() {
    let store = Memory::default();
    let (_, mut one) = rated(&store, "one");
    let mut two = Window::open(&store, "two");
    press(&mut one, 1);
    two.hears_of(ID);
    two.happens(Action::AssessmentOpened(ID.into()));
    let question = two.state.ladder().question_order()[0];
    two.happens(Action::AnswerChosen { question, choice: Choice::Statement(4), now: LATER.into() });
    one.hears_of(ID);
    one.change_calibrations(CalibrationAction::SealConfirmed);
    assert!(
        one.state.calibrations().message().starts_with("There are two versions of these ratings"),
        "{}",
        one.state.calibrations().message()
    );
    assert!(one.state.find_assessment(ID).is_some() && one.state.calibrations().unconfirmed_seal().is_some());
    one.happens(Action::VersionChosen { key: DocumentKey::assessment(ID), theirs: true });
    one.change_calibrations(CalibrationAction::SealConfirmed);
    assert!(
        one.state.calibrations().message().starts_with("The ratings changed after this seal"),
        "{}",
        one.state.calibrations().message()
    );
    let a = one.state.find_assessment(ID).unwrap();
    assert!(one.state.calibrations().unconfirmed_seal().is_none() && !one.state.is_sealed(a) && one.state.answered(a) == 12);
}

#[test]
fn a_number_that_is_not_noted_is_not_pushed_out_by_another_seal() {
    let invitation = invited(QuestionSet::Core, 9);
    let mut s = blank();
    invite(&mut s, &invitation);
    start(&mut s, &invitation, Role::SelfRater, "Ines");
    calibrations(&mut s, CalibrationAction::SealPressed { one_laptop: true, bytes: fresh(1), now: LATER.into() });
    let first = s.calibrations().unconfirmed_seal().unwrap().clone();
    start(&mut s, &invitation, Role::Manager, "Tomasz");
    calibrations(&mut s, CalibrationAction::SealPressed { one_laptop: true, bytes: fresh(2), now: LATER.into() });
    assert_eq!(s.calibrations().unconfirmed_seal(), Some(&first));
    assert!(s.calibrations().message().contains("not noted yet"), "{}", s.calibrations().message());
    reduce(&mut s, Action::AssessmentOpened(ID.into()));
    calibrations(&mut s, CalibrationAction::OpenedAgain(ID.into()));
    assert!(s.calibrations().unconfirmed_seal().is_none(), "opening the ratings again drops it");
}

#[test]
fn the_last_four_digits_are_read_as_people_type_them() {
    let number = OpeningNumber::parse("7503 6296 4458 1925 7846").unwrap();
    for typed in ["7846", " 78 46", "78-46", "\u{ff17}\u{ff18}\u{ff14}\u{ff16}"] {
        assert!(number.ends_with(typed), "{typed}");
    }
    for typed in ["", "846", "7847", "17846", "1925 7846", "a7846", "7503"] {
        assert!(!number.ends_with(typed), "{typed}");
    }
}
