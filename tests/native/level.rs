//! No page shows a level of ratings that belong to a session before its reveal: all pages are requested in that state.

use ladder_calibration::documents::seal::QuestionSet;
use ladder_calibration::files::assessment_file;
use ladder_calibration::model::assessment::Role;
use ladder_calibration::model::ladder::Ladder;
use ladder_calibration::state::{Action, CalibrationAction, GrowthPage, Mode, Page, Route, State, advice, reduce};

use super::calibration_state::{answer, both, calibrations, invite, invited, press_reveal, read, start};
use super::session_events::{LATER, NOW};
use super::support::shared_ladder;
use super::window::Window;

/// Every page that there is. A new one has to be added to the second list, which the compiler checks, and to the first.
fn every(ladder: &Ladder) -> Vec<Page> {
    let mut all = vec![
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
        Page::Calibration,
        Page::WarmUp,
        Page::Seal,
        Page::Sealed,
        Page::Reveal,
        Page::Talk,
        Page::Record,
        Page::Verify,
        Page::Committee,
    ];
    all.extend(GrowthPage::ALL.map(Page::Growth));
    for way in [Route::InOrder, Route::Changing, Route::Best] {
        all.extend((0..ladder.questions.len()).map(|q| Page::Question(q, way)));
    }
    all
}

/// Whether a page shows a level of the open assessment. *All questions*, *Share and export*, *Evidence* and *Is the
/// organization ready?* leave that part out: `e2e/calibration.spec.mjs` checks them.
fn tells(page: Page) -> bool {
    match page {
        Page::First | Page::Profile | Page::History => true,
        Page::Growth(b) => match b {
            GrowthPage::Role
            | GrowthPage::Step
            | GrowthPage::WhatIf
            | GrowthPage::Plan
            | GrowthPage::Packet
            | GrowthPage::Lens => true,
            GrowthPage::Evidence | GrowthPage::Readiness => false,
        },
        Page::Start
        | Page::Question(..)
        | Page::Check
        | Page::Ladder
        | Page::All
        | Page::Details
        | Page::How
        | Page::Open
        | Page::Share
        | Page::Data
        | Page::Calibration
        | Page::WarmUp
        | Page::Seal
        | Page::Sealed
        | Page::Reveal
        | Page::Talk
        | Page::Record
        | Page::Verify
        | Page::Committee => false,
    }
}

/// Requests every page, and from each goes on and back.
#[track_caller]
fn tells_nothing(s: &mut State, id: &str) {
    let all = every(&s.ladder().clone());
    for page in &all {
        for then in [None, Some(Action::Continued), Some(Action::WentBack), Some(Action::BestQuestionRequested)] {
            reduce(s, Action::AssessmentOpened(id.into()));
            assert!(!tells(s.page()), "opening it leads to {:?}", s.page());
            assert!(!(s.can_show(*page) && tells(*page)), "{page:?}");
            reduce(s, Action::PageRequested(*page));
            if let Some(then) = then.clone() {
                reduce(s, then.clone());
                assert!(!tells(s.page()), "{page:?}, {then:?}: {:?}", s.page());
            }
            assert!(!tells(s.page()), "{page:?}: {:?}", s.page());
        }
    }
}

fn session(questions: QuestionSet) -> (State, ladder_calibration::documents::seal::Invitation) {
    let invitation = invited(questions, 9);
    let mut s = State::new(shared_ladder().clone(), advice, Vec::new(), Vec::new(), None);
    invite(&mut s, &invitation);
    start(&mut s, &invitation, Role::SelfRater, "Ines");
    (s, invitation)
}

#[test]
fn no_page_shows_a_level_of_ratings_for_a_session_before_its_reveal() {
    for questions in [QuestionSet::Core, QuestionSet::All] {
        for answers in ["432", "432432432432", "432432432432432432432432"] {
            let (mut s, _) = session(questions);
            answer(&mut s, answers, "an example here");
            tells_nothing(&mut s, "self-rating");
        }
    }
}

#[test]
fn nor_for_an_ordinary_assessment_whose_pages_are_all_there() {
    let (mut s, _) = session(QuestionSet::Core);
    answer(&mut s, "432432432432", "an example here");
    reduce(&mut s, Action::SelfAssessmentStarted { id: "other".into(), now: NOW.into() });
    answer(&mut s, "432432432432", "an example here");
    for page in every(shared_ladder()).into_iter().filter(|p| tells(*p)) {
        reduce(&mut s, Action::AssessmentOpened("other".into()));
        reduce(&mut s, Action::PageRequested(page));
        assert_eq!(s.page(), page);
        reduce(&mut s, Action::AssessmentOpened("self-rating".into()));
        assert!(!tells(s.page()), "from {page:?} to {:?}", s.page());
        reduce(&mut s, Action::WentBack);
        assert!(!tells(s.page()), "back to {:?}", s.page());
    }
    tells_nothing(&mut s, "self-rating");
}

#[test]
fn nor_sealed_nor_without_the_invitation_nor_as_a_copy() {
    let (_, mut ines, ..) = both("432432432432", "222432432432");
    tells_nothing(&mut ines, "self-rating");
    let (mut s, invitation) = session(QuestionSet::Core);
    answer(&mut s, "432432432432", "an example here");
    reduce(&mut s, Action::SnapshotTaken { id: "snap".into(), why: String::new(), now: LATER.into() });
    let file = assessment_file(s.find_assessment("self-rating").unwrap()).to_string();
    tells_nothing(&mut s, "snap");
    let key = s.calibrations().documents()[0].key();
    assert_eq!(key.id, invitation.session.as_str());
    calibrations(&mut s, CalibrationAction::DocumentDeleted(key));
    tells_nothing(&mut s, "self-rating");
    let mut other_browser = State::new(shared_ladder().clone(), advice, Vec::new(), Vec::new(), None);
    read(&mut other_browser, &file);
    tells_nothing(&mut other_browser, "self-rating");
}

#[test]
fn a_page_that_is_there_for_a_profile_shows_none_of_such_ratings() {
    let (mut s, _) = session(QuestionSet::Core);
    answer(&mut s, "432432432432", "an example here");
    let file = assessment_file(s.find_assessment("self-rating").unwrap()).to_string();
    let mut reader = State::new(shared_ladder().clone(), advice, Vec::new(), Vec::new(), None).with_mode(Mode::Profile);
    read(&mut reader, &file);
    assert_eq!(reader.page(), Page::Open);
    reduce(&mut reader, Action::PageRequested(Page::Profile));
    assert_eq!(reader.page(), Page::Open);
}

#[test]
fn after_the_reveal_each_side_sees_the_profile_of_their_own_answers() {
    let (invitation, mut ines, _, mine, theirs) = both("432432432432", "222432432432");
    press_reveal(&mut ines, &invitation, [&mine, &theirs]);
    reduce(&mut ines, Action::AssessmentOpened("self-rating".into()));
    assert_eq!(ines.page(), Page::Check);
    for page in every(shared_ladder()).into_iter().filter(|p| tells(*p)) {
        reduce(&mut ines, Action::PageRequested(page));
        assert_eq!(ines.page(), page);
    }
    let key = ines.calibrations().documents().iter().find(|p| p.record().is_some()).unwrap().key();
    calibrations(&mut ines, CalibrationAction::DocumentDeleted(key));
    assert!(ines.can_show(Page::Profile), "also when the record is deleted");
}

#[test]
fn after_a_reload_the_location_leads_to_no_level() {
    let store = ladder_calibration::store::Memory::default();
    let (_, w) = super::sealed_state::rated(&store, "w");
    assert!(w.state.withholds_level(w.state.find_assessment("self-rating").unwrap()));
    for page in ["profile", "first", "history", "what-if"] {
        ladder_calibration::store::keys::save_location(&store, ladder_calibration::state::Mode::default(), "self-rating", page)
            .unwrap();
        let again = Window::open(&store, "v");
        assert!(!tells(again.state.page()), "{page} led to {:?}", again.state.page());
    }
}
