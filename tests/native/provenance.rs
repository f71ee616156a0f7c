//! Provenance: imported files and messages have no effect on the numbers, seals and marks of this browser, and an imported
//! record never counts as the record of a session whose seals were not opened here.

use ladder_calibration::calibration::{Event, Side, Stage};
use ladder_calibration::documents::seal_codes::Code;
use ladder_calibration::files::{Found, decode_any, digest, document_file};
use ladder_calibration::model::assessment::Role;
use ladder_calibration::state::{Action, CalibrationAction, DocumentKind, Effect, Origin, Page, State, reduce};
use ladder_calibration::store::{Memory, Storage};
use serde_json::Value;

use super::calibration_state::{both, calibrations, press_reveal, press_seal, read};
use super::sealed_state::{as_version_1, rated};
use super::session_events::LATER;
use super::support::fresh;
use super::window::Window;

const ID: &str = "self-rating";

/// A sealed file with other fields and a checksum that fits them again. It does not open.
fn forged(file: &str, fields: &[(&str, Value)]) -> String {
    let mut value: Value = serde_json::from_str(file).unwrap();
    for (name, field) in fields {
        value[*name] = field.clone();
    }
    value.as_object_mut().unwrap().remove("checksum");
    value["checksum"] = digest(&value).into();
    value.to_string()
}

/// A file of a role that exists already, as someone else may make it.
fn forged_seal(file: &str, role: &str, number: u32) -> String {
    forged(file, &[("role", role.into()), ("seal", number.into()), ("code", "0".repeat(40).into())])
}

/// The record that someone made of the same session over other ratings.
fn made_up() -> String {
    let (invitation, _, mut other_browser, mine, theirs) = both("000000000000", "444444444444");
    press_reveal(&mut other_browser, &invitation, [&mine, &theirs]);
    record_file(&other_browser)
}

fn record_file(s: &State) -> String {
    let document = s.calibrations().documents().iter().find(|p| p.key().kind == DocumentKind::Record).unwrap();
    document_file(document).to_string()
}

fn numbers(s: &State, session: &str, role: Role) -> Vec<(u32, bool)> {
    s.calibrations().sealed_files(session, role).iter().map(|p| (p.sealed().unwrap().header().number, p.is_own())).collect()
}

#[test]
fn a_number_that_came_in_numbers_and_forbids_no_seal_of_the_raters_own() {
    let (.., theirs) = both("432432432432", "222432432432");
    for number in [7, 1_000_000_000] {
        let store = Memory::default();
        let (invitation, mut w) = rated(&store, "w");
        let session = invitation.session.as_str();
        read(&mut w.state, &forged_seal(&theirs.file, "self", number));
        w.happens(Action::AssessmentOpened(ID.into()));
        assert!(!w.state.is_sealed(w.state.assessment().unwrap()), "it does not seal one's own ratings");
        w.change_calibrations(CalibrationAction::SealPressed { one_laptop: false, bytes: fresh(1), now: LATER.into() });
        assert_eq!(w.state.calibrations().unconfirmed_seal().unwrap().number, 1, "{}", w.state.calibrations().message());
        assert_eq!(numbers(&w.state, session, Role::SelfRater), [(1, true), (number, false)], "all are shown");
    }
}

#[test]
fn a_higher_number_without_a_time_makes_sealed_ratings_not_editable() {
    let (invitation, mut ines, _, mine, _) = both("432432432432", "222432432432");
    read(&mut ines, &forged_seal(&mine.file, "self", 7));
    let own = ines.find_assessment(ID).unwrap();
    assert!(ines.is_sealed(own));
    assert_eq!(numbers(&ines, invitation.session.as_str(), Role::SelfRater), [(1, true), (7, false)]);
    let Some(Stage::AwaitingReveal(waiting)) = ines.calibrations().stage(invitation.session.as_str()) else {
        panic!("not waiting")
    };
    assert!(waiting.seal(Role::SelfRater).is_some_and(|held| held.here && held.number == 1));
    assert_eq!(ines.calibrations().sealed_text(invitation.session.as_str(), Role::SelfRater), Some(mine.file.as_str()));
}

#[test]
fn of_several_files_the_one_whose_code_is_typed_is_opened() {
    let (invitation, mut ines, _, mine, theirs) = both("432432432432", "222432432432");
    for number in [2, 9] {
        read(&mut ines, &forged_seal(&theirs.file, "manager", number));
        read(&mut ines, &forged_seal(&mine.file, "self", number));
    }
    // This one carries the very code that was sent, under another number.
    read(&mut ines, &forged(&theirs.file, &[("seal", 3.into())]));
    assert_eq!(numbers(&ines, invitation.session.as_str(), Role::Manager).len(), 4);
    press_reveal(&mut ines, &invitation, [&mine, &theirs]);
    assert_eq!(ines.page(), Page::Talk, "{:?}", ines.calibrations().errors());
    let record = ines.calibrations().talk().unwrap().record();
    let seals = Side::BOTH.map(|side| record.party(side).seal().unwrap().clone());
    assert_eq!(seals.each_ref().map(|s| s.number), [1, 1]);
    assert_eq!(seals.each_ref().map(|s| s.sealed.as_str()), [LATER, ""], "when a file came says nothing of when it was sealed");
}

#[test]
fn when_a_document_came_is_known_and_is_not_taken_for_when_it_was_made() {
    let (invitation, mut ines, ..) = both("432432432432", "222432432432");
    let key = ines.calibrations().sealed_key(invitation.session.as_str(), Role::Manager).unwrap();
    calibrations(&mut ines, CalibrationAction::DocumentsArrived { keys: vec![key.clone()], now: LATER.into() });
    let document = ines.calibrations().document(&key).unwrap();
    assert_eq!((document.at.as_str(), document.made_at(), document.origin), (LATER, "", Origin::Imported));
}

#[test]
fn a_made_up_record_hides_no_session_and_gives_no_seal_a_sealed_after() {
    let (invitation, mut ines, _, mine, theirs) = both("432432432432", "222432432432");
    let session = invitation.session.as_str().to_owned();
    read(&mut ines, &made_up());
    assert!(!ines.calibrations().is_opened_here());
    assert!(matches!(ines.calibrations().stage(&session), Some(Stage::AwaitingReveal(_))), "the session still waits");
    assert!(ines.is_sealed(ines.find_assessment(ID).unwrap()) && ines.withholds_level(ines.find_assessment(ID).unwrap()));
    reduce(&mut ines, Action::AssessmentOpened(ID.into()));
    calibrations(&mut ines, CalibrationAction::OpenedAgain(ID.into()));
    let (second, _) = press_seal(&mut ines, false, 4);
    let Ok(Found::Sealed(file)) = decode_any(second.file.as_bytes()) else { panic!("no sealed file") };
    assert_eq!((&file.header().sealed_after, file.header().number), (&None, 2));
    calibrations(&mut ines, CalibrationAction::SealConfirmed);

    press_reveal(&mut ines, &invitation, [&mine, &theirs]);
    assert_eq!(ines.page(), Page::Talk, "{:?}", ines.calibrations().errors());
    assert!(ines.calibrations().is_opened_here());
    let record = ines.calibrations().talk().unwrap().record();
    assert_eq!(record.party(Side::First).seal().unwrap().code, mine.code.to_string());
    let other = ines.calibration_conflict().and_then(|c| c.other_calibration()).unwrap();
    assert!(!other.is_own(), "the one that came is shown beside it, and nothing of it is lost");
}

#[test]
fn an_imported_record_is_shown_next_to_the_local_one_after_a_reload_too() {
    let store = Memory::default();
    let (invitation, mut ines, _, mine, theirs) = both("432432432432", "222432432432");
    let mut w = Window::open(&store, "w");
    std::mem::swap(&mut w.state, &mut ines);
    let all: Vec<_> =
        w.state.calibrations().documents().iter().map(ladder_calibration::state::CalibrationDocument::key).collect();
    w.mark_dirty(all);
    let read = read(&mut w.state, &made_up());
    w.keep(&read);
    let session = invitation.session.as_str().to_owned();
    w.change_calibrations(CalibrationAction::SessionSelected { session: session.clone(), page: Page::Reveal });
    let typed = [&mine, &theirs].map(|f| ladder_calibration::state::RevealInput {
        code: f.code.to_string(),
        opening_number: f.opening_number.to_string(),
    });
    w.change_calibrations(CalibrationAction::RevealPressed { typed: Box::new(typed), now: LATER.into() });
    w.change_calibrations(CalibrationAction::Talked(Event::TimePassed(60)));
    for round in 0..2 {
        let mut again = Window::open(&store, "v");
        assert!(matches!(again.state.calibrations().stage(&session), Some(Stage::Opened(_))), "round {round}");
        again.change_calibrations(CalibrationAction::RecordOpened(session.clone()));
        assert!(again.state.calibrations().is_opened_here());
        assert!(again.state.calibration_conflict().and_then(|c| c.other_calibration()).is_some_and(|o| !o.is_own()));
        again.change_calibrations(CalibrationAction::Talked(Event::TimePassed(90 + round)));
    }
}

#[test]
fn a_record_over_the_very_originals_that_are_opened_goes_on_here() {
    let (invitation, mut ines, mut tomasz, mine, theirs) = both("432432432432", "222432432432");
    press_reveal(&mut tomasz, &invitation, [&mine, &theirs]);
    calibrations(&mut tomasz, CalibrationAction::Talked(Event::LengthChosen(45)));
    read(&mut ines, &record_file(&tomasz));
    assert!(!ines.calibrations().is_opened_here());
    press_reveal(&mut ines, &invitation, [&mine, &theirs]);
    assert!(ines.calibrations().is_opened_here() && ines.calibration_conflict().is_none());
    assert_eq!(ines.calibrations().talk().unwrap().record().progress().length, Some(45), "what was settled stays");
}

#[test]
fn who_did_not_open_gives_no_later_seal_a_sealed_after() {
    let (invitation, _, mut tomasz, ..) = both("432432432432", "222432432432");
    let session = invitation.session.as_str().to_owned();
    calibrations(&mut tomasz, CalibrationAction::SessionSelected { session, page: Page::Reveal });
    calibrations(&mut tomasz, CalibrationAction::NotOpened { role: Role::Manager, now: LATER.into() });
    reduce(&mut tomasz, Action::AssessmentOpened("manager-rating".into()));
    calibrations(&mut tomasz, CalibrationAction::OpenedAgain("manager-rating".into()));
    let (late, _) = press_seal(&mut tomasz, false, 4);
    let Ok(Found::Sealed(late)) = decode_any(late.file.as_bytes()) else { panic!("no sealed file") };
    assert_eq!(late.header().sealed_after, None::<Code>);
}

/// The notification of a window whose assessment is gone from the store.
fn sealed_here(store: &Memory, session: &str) -> bool {
    let find = Effect::FindSeal { id: ID.into(), session: session.into(), role: Role::SelfRater };
    let mut w = Window::open(store, "hears");
    match &w.repository.run(store, &w.state, find, || "10:00".into())[..] {
        [Action::Calibration(action)] => **action == CalibrationAction::SealedExternally(ID.into()),
        heard => {
            assert_eq!(heard, [Action::DeletedExternally(ID.into())]);
            false
        }
    }
}

#[test]
fn another_window_lets_go_of_ratings_only_for_a_file_that_was_sealed_here() {
    let store = Memory::default();
    let (invitation, mut w) = rated(&store, "w");
    let (.., theirs) = both("432432432432", "222432432432");
    let session = invitation.session.as_str();
    let read = read(&mut w.state, &forged_seal(&theirs.file, "self", 7));
    w.keep(&read);
    assert!(!sealed_here(&store, session));
    w.happens(Action::AssessmentOpened(ID.into()));
    w.change_calibrations(CalibrationAction::SealPressed { one_laptop: false, bytes: fresh(1), now: LATER.into() });
    assert!(sealed_here(&store, session));
    as_version_1(&store);
    assert!(sealed_here(&store, session), "an earlier version gave what came in no time");
}

#[test]
fn a_record_of_a_version_1_store_is_opened_here_if_its_seals_bear_it_out() {
    for borne_out in [true, false] {
        let store = Memory::default();
        let key = super::stored_documents::talking(&store);
        if !borne_out {
            let sealed: Vec<String> = store.keys().unwrap().into_iter().filter(|k| k.contains("/sealed/")).collect();
            store.remove(&sealed[0]).unwrap();
        }
        as_version_1(&store);
        let w = Window::open(&store, "w");
        assert_eq!(w.state.calibrations().own_record(&key.id).is_some(), borne_out);
        assert!(w.state.calibrations().session_record(&key.id).is_some());
    }
}
