//! Modes of an embedded page: names, first pages, and the pages that each shows.

use ladder_calibration::files::{assessment_file, bundle_file, decode_any, default_ladder};
use ladder_calibration::model::assessment::Role;
use ladder_calibration::state::{Action, Mode, Page, Route, State, no_advice, reduce};
use ladder_calibration::store::{Memory, Storage, keys};
use serde_json::Value;

use super::support::{file, saved};
use super::window::Window;

fn session(mode: &str) -> State {
    let mode = Mode::parse(mode).unwrap();
    State::new(default_ladder(), no_advice, Vec::new(), Vec::new(), None).with_mode(mode)
}

fn started(mode: &str) -> State {
    let mut state = session(mode);
    reduce(&mut state, Action::SelfAssessmentStarted { id: "one".into(), now: "2026-11-25T10:00:00Z".into() });
    state
}

#[track_caller]
fn begins(mode: &str, page: &str) {
    assert_eq!(session(mode).page().name(&default_ladder()), page);
}

#[test]
fn each_mode_begins_at_its_page() {
    begins("", "start");
    begins("self", "start");
    begins("manager", "start");
    begins("calibration", "calibration");
    begins("readiness", "readiness");
    begins("ladder", "ladder");
    begins("profile", "open");
}

#[test]
fn an_unknown_mode_is_reported_with_all_that_there_are() {
    let sentence = "\u{201c}Self\u{201d} is not a mode of this page; the modes are self, manager, calibration, readiness, ladder and profile.";
    assert_eq!(Mode::parse("Self"), Err(sentence.to_owned()));
}

#[test]
fn a_manager_answers_as_one() {
    assert_eq!(started("manager").assessment().unwrap().rater.role, Role::Manager);
    assert_eq!(started("self").assessment().unwrap().rater.role, Role::SelfRater);
}

#[test]
fn the_ladder_alone_leads_nowhere_else() {
    let mut state = session("ladder");
    for page in [Page::Start, Page::Open, Page::Data, Page::Question(0, Route::InOrder), Page::Calibration] {
        reduce(&mut state, Action::PageRequested(page));
        assert_eq!(state.page(), Page::Ladder, "{page:?}");
    }
    reduce(&mut state, Action::PageRequested(Page::How));
    assert_eq!(state.page(), Page::How);
    reduce(&mut state, Action::WentBack);
    assert_eq!(state.page(), Page::Ladder);
}

#[test]
fn a_profile_is_shown_as_soon_as_there_is_one_and_never_a_question() {
    let mut state = started("profile");
    assert_eq!(state.page(), Page::Profile);
    reduce(&mut state, Action::PageRequested(Page::Question(0, Route::Changing)));
    assert_eq!(state.page(), Page::Profile);
    reduce(&mut state, Action::EverythingDeleted);
    assert_eq!(state.page(), Page::Open);
    assert_eq!(state.mode(), Mode::Profile);
}

fn kept(store: &Memory, mode: Mode, actions: Vec<Action>) -> State {
    let mut w = Window::open_as(store, mode.name(), mode);
    for action in actions {
        w.dispatch(action);
    }
    w.flush();
    w.state
}

fn started_and_answered(id: &str) -> Vec<Action> {
    let now = || "2026-11-25T10:00:00Z".to_owned();
    let choice = ladder_calibration::model::assessment::Choice::Statement(3);
    vec![Action::SelfAssessmentStarted { id: id.into(), now: now() }, Action::AnswerChosen { question: 0, choice, now: now() }]
}

#[test]
fn frames_of_several_modes_over_one_store_begin_each_at_its_own_location() {
    let store = Memory::default();
    kept(&store, Mode::SelfAssessment, started_and_answered("mine"));
    let place = store.get("ladder-calibration/place").unwrap().unwrap();
    assert!(place.starts_with("mine question/"), "{place}");
    for mode in [Mode::Manager, Mode::Readiness, Mode::Calibration, Mode::Ladder] {
        let state = Window::open_as(&store, mode.name(), mode).state;
        assert_eq!((state.page(), state.assessment()), (mode.home(), None), "{mode:?}");
    }
    let manager = kept(&store, Mode::Manager, started_and_answered("theirs"));
    assert_eq!(manager.assessment().unwrap().rater.role, Role::Manager);
    assert_eq!(store.get("ladder-calibration/place").unwrap().unwrap(), place, "another mode's frame changes no place");
    let open = |mode: Mode| Window::open_as(&store, mode.name(), mode).state.assessment().map(|a| a.id.clone());
    assert_eq!(open(Mode::SelfAssessment).as_deref(), Some("mine"));
    assert_eq!(open(Mode::Manager).as_deref(), Some("theirs"));
    assert_eq!(open(Mode::Readiness), None);
    // What the reader chose there stays chosen.
    kept(&store, Mode::Manager, vec![Action::AssessmentOpened("mine".into())]);
    assert_eq!(open(Mode::Manager).as_deref(), Some("mine"));
    keys::delete_everything(&store).unwrap();
    assert_eq!(store.keys().unwrap(), Vec::<String>::new());
}

/// An offer of the host, as the root component handles it.
fn offer(state: &mut State, value: &Value, id: &str) -> Option<String> {
    let offer = state.offered(decode_any(value.to_string().as_bytes()));
    let refused = offer.as_ref().err().map(ToString::to_string);
    let changed = reduce(state, Action::Offered { offer, id: id.into() });
    assert!(saved(&changed).is_empty() || state.mode() == Mode::Profile, "nothing is kept before a press");
    refused
}

fn named(id: usize) -> Value {
    let mut file = file("333333333333");
    file["id"] = format!("host-{id}").into();
    file
}

#[test]
fn what_a_host_offers_waits_for_a_press_and_the_newest_offer_is_the_only_one() {
    let mut state = started("self");
    let page = state.page();
    for id in 0..500 {
        assert_eq!(offer(&mut state, &named(id), "new"), None);
    }
    assert_eq!((state.assessments().len(), state.page(), state.imports().len()), (1, page, 0));
    assert_eq!(state.offer().and_then(|o| o.as_ref().ok()).map(|a| a.id.as_str()), Some("host-499"));
    let changed = reduce(&mut state, Action::OfferTaken { id: "new".into() });
    assert_eq!(saved(&changed), ["host-499"]);
    assert_eq!(state.assessment().unwrap().id, "host-499");
    assert_eq!((state.assessments().len(), state.offer()), (2, None));
    offer(&mut state, &named(7), "new");
    reduce(&mut state, Action::OfferDeclined);
    reduce(&mut state, Action::OfferTaken { id: "new".into() });
    assert_eq!((state.assessments().len(), state.offer()), (2, None), "what was sent away is gone");
}

#[test]
fn of_an_offer_that_differs_from_what_is_here_both_are_kept() {
    let mut state = session("self");
    offer(&mut state, &named(1), "new");
    reduce(&mut state, Action::OfferTaken { id: "new".into() });
    let mut other = named(1);
    other["subject"] = serde_json::json!({ "title": "Other" });
    offer(&mut state, &other, "new");
    reduce(&mut state, Action::OfferTaken { id: "new".into() });
    assert_eq!((state.page(), state.assessments().len()), (Page::Open, 1));
    reduce(&mut state, Action::ImportAdded { import: 0, id: "beside".into() });
    assert_eq!(state.assessments().len(), 2);
}

#[test]
fn a_host_can_offer_one_assessment_and_nothing_else() {
    let mut state = session("self");
    let assessment = |id| assessment_file(&ladder_calibration::files::assessment_of(&named(id)).unwrap());
    let bundle = bundle_file((0..500).map(assessment).collect());
    let ladder: Value = serde_json::from_str(include_str!("../../ladders/staff-plus.en.json")).unwrap();
    let store = serde_json::json!({ "ladder-calibration/assessment/x": named(1).to_string() });
    for value in [&bundle, &ladder, &store] {
        let said = offer(&mut state, value, "new").unwrap();
        assert!(said.contains("it is not a single assessment"), "{said}");
    }
    let mut foreign = named(1);
    foreign["ladder"]["id"] = "another".into();
    assert!(offer(&mut state, &foreign, "new").unwrap().contains("another"));
    assert!(offer(&mut state, &serde_json::json!([named(1)]), "new").is_some());
    assert!(state.offer().is_some_and(Result::is_err), "the reader is told, too");
    reduce(&mut state, Action::OfferTaken { id: "new".into() });
    assert!(state.assessments().is_empty() && state.calibrations().documents().is_empty());
}

#[test]
fn in_mode_profile_an_offer_is_shown_at_once_and_the_one_before_is_gone() {
    let mut state = session("profile");
    for id in 0..500 {
        assert_eq!(offer(&mut state, &named(id), "new"), None);
        assert_eq!(state.page(), Page::Profile);
    }
    assert_eq!(state.assessments().len(), 1);
    assert_eq!(state.assessment().unwrap().id, "host-499");
    assert!(offer(&mut state, &serde_json::json!({}), "new").is_some());
    assert_eq!((state.page(), state.assessments().len()), (Page::Profile, 1), "what is shown stays");
}
