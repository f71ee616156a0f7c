//! What an embedded page is for: names, where each mode begins, what it shows and what it does not.

use ladder_calibration::domain::assessment::Role;
use ladder_calibration::domain::codec::default_ladder;
use ladder_calibration::domain::session::{Action, Mode, Page, Session, Way, no_advice};
use ladder_calibration::storage::keeper::Keeper;
use ladder_calibration::storage::{Memory, Storage, shelf};

fn session(mode: &str) -> Session {
    let mode = Mode::parse(mode).unwrap();
    Session::new(default_ladder(), no_advice, Vec::new(), Vec::new(), None).with_mode(mode)
}

fn started(mode: &str) -> Session {
    let mut session = session(mode);
    session.apply(Action::SelfAssessmentStarted { id: "one".into(), now: "2026-11-25T10:00:00Z".into() });
    session
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
fn an_unknown_mode_is_told_with_all_that_there_are() {
    let sentence =
        "\u{201c}Self\u{201d} is no mode of this page; there are self, manager, calibration, readiness, ladder and profile.";
    assert_eq!(Mode::parse("Self"), Err(sentence.to_owned()));
}

#[test]
fn a_manager_answers_as_one() {
    assert_eq!(started("manager").assessment().unwrap().rater.role, Role::Manager);
    assert_eq!(started("self").assessment().unwrap().rater.role, Role::SelfRater);
}

#[test]
fn the_ladder_alone_leads_nowhere_else() {
    let mut session = session("ladder");
    for page in [Page::Start, Page::Open, Page::Data, Page::Question(0, Way::Onward), Page::Calibration] {
        session.apply(Action::PageAsked(page));
        assert_eq!(session.page(), Page::Ladder, "{page:?}");
    }
    session.apply(Action::PageAsked(Page::How));
    assert_eq!(session.page(), Page::How);
    session.apply(Action::WentBack);
    assert_eq!(session.page(), Page::Ladder);
}

#[test]
fn a_profile_is_shown_as_soon_as_there_is_one_and_never_a_question() {
    let mut session = started("profile");
    assert_eq!(session.page(), Page::Profile);
    session.apply(Action::PageAsked(Page::Question(0, Way::Changing)));
    assert_eq!(session.page(), Page::Profile);
    session.apply(Action::EverythingDeleted);
    assert_eq!(session.page(), Page::Open);
    assert_eq!(session.mode(), Mode::Profile);
}

/// A frame in a mode over a store, as the root component opens it.
fn opened(store: &Memory, mode: Mode) -> (Session, Keeper) {
    let mut keeper = Keeper::new(mode.name().into());
    let kept = keeper.load(store, &default_ladder());
    let place = shelf::place(store, mode);
    let mut session = Session::new(default_ladder(), no_advice, kept.records, Vec::new(), place.clone()).with_mode(mode);
    session.take_papers(Vec::new(), place.as_ref());
    (session, keeper)
}

fn kept(store: &Memory, mode: Mode, actions: Vec<Action>) -> Session {
    let (mut session, mut keeper) = opened(store, mode);
    for action in actions {
        let changed = session.apply(action);
        keeper.note(&changed);
    }
    keeper.write(store, &session, || "10:00".into());
    session
}

fn started_and_answered(id: &str) -> Vec<Action> {
    let now = || "2026-11-25T10:00:00Z".to_owned();
    let choice = ladder_calibration::domain::assessment::Choice::Statement(3);
    vec![Action::SelfAssessmentStarted { id: id.into(), now: now() }, Action::AnswerChosen { question: 0, choice, now: now() }]
}

#[test]
fn frames_of_several_modes_over_one_store_begin_each_at_its_own_place() {
    let store = Memory::default();
    kept(&store, Mode::SelfAssessment, started_and_answered("mine"));
    let place = store.get("ladder-calibration/place").unwrap().unwrap();
    assert!(place.starts_with("mine question/"), "{place}");
    for mode in [Mode::Manager, Mode::Readiness, Mode::Calibration, Mode::Ladder] {
        let (session, _) = opened(&store, mode);
        assert_eq!((session.page(), session.assessment()), (mode.home(), None), "{mode:?}");
    }
    let manager = kept(&store, Mode::Manager, started_and_answered("theirs"));
    assert_eq!(manager.assessment().unwrap().rater.role, Role::Manager);
    assert_eq!(store.get("ladder-calibration/place").unwrap().unwrap(), place, "another mode's frame moves nobody");
    let open = |mode| opened(&store, mode).0.assessment().map(|a| a.id.clone());
    assert_eq!(open(Mode::SelfAssessment).as_deref(), Some("mine"));
    assert_eq!(open(Mode::Manager).as_deref(), Some("theirs"));
    assert_eq!(open(Mode::Readiness), None);
    // What the reader chose there stays chosen.
    kept(&store, Mode::Manager, vec![Action::AssessmentOpened("mine".into())]);
    assert_eq!(open(Mode::Manager).as_deref(), Some("mine"));
    shelf::delete_everything(&store).unwrap();
    assert_eq!(store.keys().unwrap(), Vec::<String>::new());
}
