//! The state of calibrations: from the invitation to the record, what a view may know before the reveal, and what sealing
//! leaves in the store.

use std::rc::Rc;

use std::fmt::Write as _;

use ladder_calibration::base::crypt::Randomness;
use ladder_calibration::calibration::{AwaitingReveal, Event, Mark, SealedFileFacts, Side, Stage, messages};
use ladder_calibration::documents::seal::{Invitation, QuestionSet, RaterRoles};
use ladder_calibration::export::payload;
use ladder_calibration::files::{
    Found, decode_any, default_ladder, document_file, invitation_text, read_stored_document, stored_document,
};
use ladder_calibration::model::assessment::{Choice, OffScale, Period, Role};
use ladder_calibration::state::{
    Action, CalibrationAction, DocumentKey, DocumentKind, Effect, Page, RevealInput, Route, State, UnconfirmedSeal, code_of,
    fits, no_advice, reduce,
};
use proptest::prelude::*;

use super::session_events::{LATER, NOW};
use super::support::{documents_saved, fresh, removed, replaces};

const MARKER: &str = "Marker of nobody else";

pub(crate) fn blank() -> State {
    State::new(default_ladder(), no_advice, Vec::new(), Vec::new(), None)
}

pub(crate) fn calibrations(s: &mut State, action: CalibrationAction) -> Vec<Effect> {
    reduce(s, Action::Calibration(Rc::new(action)))
}

pub(crate) fn invited(questions: QuestionSet, seed: u8) -> Invitation {
    let bytes = fresh(seed);
    let mut random = Randomness::new(&bytes).unwrap();
    let roles = RaterRoles::new(Role::SelfRater, Role::Manager).unwrap();
    Invitation::new(&default_ladder(), Period::year_until(NOW), questions, roles, NOW.into(), &mut random).unwrap()
}

pub(crate) fn invite(s: &mut State, invitation: &Invitation) {
    calibrations(s, CalibrationAction::InvitationMade { invitation: Box::new(invitation.clone()), now: NOW.into() });
}

pub(crate) fn read(s: &mut State, text: &str) -> Vec<Effect> {
    reduce(
        s,
        Action::FileRead { name: "a file".into(), found: Rc::new(decode_any(text.as_bytes())), alone: true, id: "new".into() },
    )
}

pub(crate) fn start(s: &mut State, invitation: &Invitation, role: Role, name: &str) {
    let session = invitation.session.as_str().to_owned();
    let (name, id) = (name.to_owned(), format!("{}-rating", role.id()));
    calibrations(s, CalibrationAction::RatingStarted { session, role, name, subject: "Ines".into(), id, now: NOW.into() });
}

/// Answers the core in the order of the questions: a digit, `n`, `x`, or `.` for nothing.
pub(crate) fn answer(s: &mut State, answers: &str, example: &str) {
    let order = s.ladder().question_order();
    for (question, c) in order.into_iter().zip(answers.chars()) {
        let choice = match c {
            '.' => continue,
            'n' => Choice::OffScale(OffScale::NoOpportunity),
            'x' => Choice::OffScale(OffScale::NotObserved),
            k => Choice::Statement(k.to_digit(10).unwrap() as usize),
        };
        reduce(s, Action::AnswerChosen { question, choice, now: NOW.into() });
        reduce(s, Action::ExampleTyped { question, text: example.into(), now: NOW.into() });
    }
}

/// Seals. On one laptop the number is noted, too, and the sealed file is written.
pub(crate) fn press_seal(s: &mut State, one_laptop: bool, seed: u8) -> (UnconfirmedSeal, Vec<Effect>) {
    let mut changed = calibrations(s, CalibrationAction::SealPressed { one_laptop, bytes: fresh(seed), now: LATER.into() });
    let new = s.calibrations().unconfirmed_seal().unwrap_or_else(|| panic!("{}", s.calibrations().message())).clone();
    if one_laptop {
        assert!(documents_saved(&changed).is_empty() && removed(&changed).is_empty(), "nothing goes before the number is noted");
        let noted = calibrations(s, CalibrationAction::SealConfirmed);
        let confirms = noted.iter().any(|effect| matches!(effect, Effect::ConfirmSeal(_)));
        assert!(removed(&noted).is_empty() && confirms, "nor before the file is written");
        changed.extend(noted);
        changed.extend(calibrations(s, CalibrationAction::SealWritten(true)));
    }
    (new, changed)
}

pub(crate) fn press_reveal(s: &mut State, invitation: &Invitation, seals: [&UnconfirmedSeal; 2]) {
    let session = invitation.session.as_str().to_owned();
    calibrations(s, CalibrationAction::SessionSelected { session, page: Page::Reveal });
    let typed = seals.map(|f| RevealInput { code: f.code.to_string(), opening_number: f.opening_number.to_string() });
    calibrations(s, CalibrationAction::RevealPressed { typed: Box::new(typed), now: LATER.into() });
}

/// Both have sealed in different browsers, and both files are in the second one.
pub(crate) fn both(first: &str, second: &str) -> (Invitation, State, State, UnconfirmedSeal, UnconfirmedSeal) {
    let invitation = invited(QuestionSet::Core, 9);
    let (mut ines, mut tomasz) = (blank(), blank());
    read(&mut ines, &invitation_text(&invitation));
    invite(&mut tomasz, &invitation);
    start(&mut ines, &invitation, Role::SelfRater, "Ines");
    answer(&mut ines, first, MARKER);
    let (mine, _) = press_seal(&mut ines, false, 1);
    start(&mut tomasz, &invitation, Role::Manager, "Tomasz");
    answer(&mut tomasz, second, "what Tomasz saw");
    let (theirs, _) = press_seal(&mut tomasz, false, 2);
    for s in [&mut ines, &mut tomasz] {
        calibrations(s, CalibrationAction::SealConfirmed);
    }
    read(&mut tomasz, &mine.file);
    read(&mut ines, &theirs.file);
    (invitation, ines, tomasz, mine, theirs)
}

#[test]
fn two_browsers_come_from_an_invitation_to_a_record_and_its_closing_code() {
    let (invitation, mut ines, mut tomasz, mine, theirs) = both("432432432432", "222432432432");
    press_reveal(&mut tomasz, &invitation, [&mine, &theirs]);
    press_reveal(&mut ines, &invitation, [&mine, &theirs]);
    assert_eq!((tomasz.page(), ines.page()), (Page::Talk, Page::Talk), "{:?}", tomasz.calibrations().errors());
    let record = tomasz.calibrations().talk().unwrap().record();
    assert_eq!(record.id(), invitation.session.as_str());
    assert!(messages::sealed(record, Side::First).to_string().starts_with("Sealed by Ines "));
    assert!(record.party(Side::Second).seal().is_some_and(|s| s.opened && s.number == 1 && s.sealed == LATER));
    let (a, b) = (record.original(Side::First), record.original(Side::Second));
    assert_eq!((a.answers.len(), b.answers.len(), a.session.as_str()), (12, 12, invitation.session.as_str()));

    let changed = calibrations(&mut tomasz, CalibrationAction::Talked(Event::LengthChosen(45)));
    assert_eq!(documents_saved(&changed)[0].kind, DocumentKind::Record, "every step is kept");
    let first = tomasz.calibrations().talk().unwrap().next_open().unwrap();
    assert!(
        calibrations(&mut tomasz, CalibrationAction::Talked(Event::QuestionOpened(first))).contains(&Effect::Focus),
        "the focus follows to the question"
    );
    calibrations(&mut tomasz, CalibrationAction::Talked(Event::Finished { now: LATER.into() }));
    assert_eq!(tomasz.page(), Page::Record);
    let record = tomasz.calibrations().session_record(invitation.session.as_str()).unwrap().clone();
    let code = code_of(&record);
    assert_eq!(fits(&record, &code.to_string()), Ok(true));
    assert!(fits(&record, &mine.code.to_string()).is_ok_and(|fits| !fits) && fits(&record, "12").is_err());

    let file = document_file(&tomasz.calibrations().documents()[0]).to_string();
    let Ok(Found::SessionRecord(read_back)) = decode_any(file.as_bytes()) else { panic!("no record") };
    assert_eq!(code_of(&read_back), code, "the code is the same over the file");
    reduce(&mut ines, Action::PageRequested(Page::Calibration));
    read(&mut ines, &file);
    assert!(ines.calibration_conflict().is_some(), "her record goes on, so both are kept until she chooses");
    let key = ines.calibration_conflict().unwrap().key.clone();
    reduce(&mut ines, Action::VersionChosen { key, theirs: true });
    assert_eq!(code_of(ines.calibrations().talk().unwrap().record()), code);

    calibrations(
        &mut ines,
        CalibrationAction::SecondLookTaken { id: "again".into(), evidence: "something new".into(), now: LATER.into() },
    );
    let again = ines.calibrations().talk().unwrap().record();
    assert_eq!((again.id(), again.previous().unwrap().code.as_str()), ("again", code.to_string().as_str()));
    assert_eq!(ines.calibrations().session_records().count(), 2);
}

#[test]
fn before_the_reveal_a_view_has_no_field_for_anyones_answers() {
    let (invitation, _, tomasz, ..) = both("432432432432", "222432432432");
    let Some(Stage::AwaitingReveal(waiting)) = tomasz.calibrations().stage(invitation.session.as_str()) else {
        panic!("not waiting")
    };
    // Each field by name, so that a new one has to be added here.
    let AwaitingReveal { invitation, seals } = *waiting;
    let Invitation { session: _, ladder: _, period: _, questions: _, roles: _, created: _, subject: _, extra: _ } = invitation;
    assert_eq!(seals.len(), 2);
    for SealedFileFacts { role: _, number, at: _, here: _ } in seals {
        assert_eq!(number, 1);
    }
    assert!(!format!("{tomasz:?}").contains(MARKER), "nor has the state, sealed files apart");
}

#[test]
fn one_laptop_keeps_nothing_that_can_be_read() {
    let invitation = invited(QuestionSet::Core, 9);
    let mut s = blank();
    invite(&mut s, &invitation);
    start(&mut s, &invitation, Role::SelfRater, "Ines");
    answer(&mut s, "432432432432", MARKER);
    reduce(&mut s, Action::SnapshotTaken { id: "snap".into(), why: MARKER.into(), now: NOW.into() });
    let mut seen = String::new();
    write!(seen, "{s:?}").unwrap();
    assert!(seen.contains(MARKER));
    let (_, changed) = press_seal(&mut s, true, 1);
    assert_eq!(removed(&changed), ["self-rating", "snap"]);
    assert!(replaces(&changed) && s.assessments().is_empty() && !s.can_undo_redo().0);
    assert!(!format!("{s:?}").contains(MARKER));
    reduce(&mut s, Action::Undone);
    for page in [Page::Question(0, Route::InOrder), Page::Check, Page::Seal, Page::All, Page::History] {
        reduce(&mut s, Action::PageRequested(page));
        assert_eq!(s.page(), Page::Calibration, "{page:?} is gone");
    }
    assert!(s.calibrations().unconfirmed_seal().is_none() && s.page() == Page::Calibration);
    assert!(!s.can_show(Page::Sealed), "code and number are shown once");

    start(&mut s, &invitation, Role::Manager, "Tomasz");
    answer(&mut s, "222432432432", "what Tomasz saw");
    assert!(!format!("{s:?}").contains(MARKER));
}

#[test]
fn another_window_lets_go_of_what_was_sealed_here_without_asking() {
    let invitation = invited(QuestionSet::Core, 9);
    let mut s = blank();
    invite(&mut s, &invitation);
    start(&mut s, &invitation, Role::SelfRater, "Ines");
    answer(&mut s, "432", MARKER);
    calibrations(&mut s, CalibrationAction::SealedExternally("self-rating".into()));
    assert!(s.assessments().is_empty() && s.conflict().is_none() && s.page() == Page::Calibration);
    assert!(!format!("{s:?}").contains(MARKER));
}

#[test]
fn sealed_ratings_do_not_change_until_they_are_opened_again() {
    let (_, mut ines, _, mine, _) = both("432432432432", "222432432432");
    reduce(&mut ines, Action::AssessmentOpened("self-rating".into()));
    assert_eq!(ines.page(), Page::Check);
    let before = ines.assessment().unwrap().clone();
    assert!(ines.is_sealed(&before) && !ines.can_show(Page::Question(0, Route::Changing)) && !ines.can_show(Page::Seal));
    answer(&mut ines, "0", "something else here");
    reduce(&mut ines, Action::Undone);
    assert_eq!(ines.assessment(), Some(&before));
    calibrations(&mut ines, CalibrationAction::OpenedAgain("self-rating".into()));
    answer(&mut ines, "0", "something else here");
    assert_ne!(ines.assessment(), Some(&before));
    let (second, _) = press_seal(&mut ines, false, 3);
    assert_eq!(second.number, 2);
    assert_ne!((second.code, second.opening_number), (mine.code, mine.opening_number), "each press makes a new salt");
}

#[test]
fn a_seal_after_the_reveal_names_the_code_that_was_opened() {
    let (invitation, mut ines, _, mine, theirs) = both("432432432432", "222432432432");
    press_reveal(&mut ines, &invitation, [&mine, &theirs]);
    reduce(&mut ines, Action::AssessmentOpened("self-rating".into()));
    calibrations(&mut ines, CalibrationAction::OpenedAgain("self-rating".into()));
    let (late, _) = press_seal(&mut ines, false, 4);
    let Ok(Found::Sealed(late)) = decode_any(late.file.as_bytes()) else { panic!("no sealed file") };
    assert_eq!(late.header().sealed_after, Some(theirs.code));
}

#[track_caller]
fn not_opened(change: impl Fn(&mut [RevealInput; 2]), sentence: &str) {
    let (invitation, _, mut tomasz, mine, theirs) = both("432432432432", "222432432432");
    let session = invitation.session.as_str().to_owned();
    calibrations(&mut tomasz, CalibrationAction::SessionSelected { session: session.clone(), page: Page::Reveal });
    let mut typed =
        [&mine, &theirs].map(|f| RevealInput { code: f.code.to_string(), opening_number: f.opening_number.to_string() });
    change(&mut typed);
    calibrations(&mut tomasz, CalibrationAction::RevealPressed { typed: Box::new(typed), now: LATER.into() });
    assert!(tomasz.calibrations().errors()[0].contains(sentence), "{:?}", tomasz.calibrations().errors());
    assert!(tomasz.calibrations().session_record(&session).is_none() && !format!("{tomasz:?}").contains(MARKER), "both or none");
}

#[test]
fn what_is_typed_wrong_opens_nothing() {
    not_opened(|t| t[0].code.clear(), "its code is missing");
    not_opened(|t| t[0].opening_number = t[1].opening_number.clone(), "the opening number is wrong");
    not_opened(|t| t.swap(0, 1), "carries a different code");
}

#[test]
fn a_copied_seal_a_replayed_session_and_a_missing_file_open_nothing() {
    let (invitation, ines, _, mine, theirs) = both("432432432432", "222432432432");
    let other = invited(QuestionSet::Core, 33);
    let mut s = blank();
    invite(&mut s, &other);
    read(&mut s, &mine.file);
    assert_eq!(
        s.calibrations().message(),
        "This sealed file belongs to a session whose invitation is not here. Open the invitation too."
    );
    assert_eq!(s.calibrations().without_invitation().len(), 1);
    press_reveal(&mut s, &other, [&mine, &theirs]);
    assert_eq!(
        s.calibrations().errors(),
        ["The sealed file of the self-rater is not here yet.", "The sealed file of the manager is not here yet."]
    );

    let mut copied: serde_json::Value = serde_json::from_str(&mine.file).unwrap();
    copied["role"] = "manager".into();
    copied.as_object_mut().unwrap().remove("checksum");
    copied["checksum"] = ladder_calibration::files::digest(&copied).into();
    let mut s = blank();
    invite(&mut s, &invitation);
    read(&mut s, &mine.file);
    read(&mut s, &copied.to_string());
    press_reveal(&mut s, &invitation, [&mine, &mine]);
    assert!(s.calibrations().errors()[0].contains("manager's file"), "{:?}", s.calibrations().errors());
    assert_eq!(s.calibrations().session_records().count(), 0);
    drop(ines);
}

#[test]
fn a_file_that_looks_like_one_that_is_here_does_not_replace_it() {
    let (invitation, _, mut tomasz, mine, theirs) = both("432432432432", "222432432432");
    let mut forged: serde_json::Value = serde_json::from_str(&theirs.file).unwrap();
    let text = forged["ciphertext"].as_str().unwrap();
    forged["ciphertext"] = format!("{}{}", if text.starts_with('A') { "B" } else { "A" }, &text[1..]).into();
    forged.as_object_mut().unwrap().remove("checksum");
    forged["checksum"] = ladder_calibration::files::digest(&forged).into();
    reduce(&mut tomasz, Action::PageRequested(Page::Calibration));
    read(&mut tomasz, &forged.to_string());
    press_reveal(&mut tomasz, &invitation, [&mine, &theirs]);
    assert_eq!(tomasz.page(), Page::Talk, "{:?}", tomasz.calibrations().errors());
}

#[test]
fn who_does_not_open_is_on_record_and_nothing_is_opened() {
    let (invitation, _, mut tomasz, ..) = both("432432432432", "222432432432");
    let session = invitation.session.as_str().to_owned();
    calibrations(&mut tomasz, CalibrationAction::SessionSelected { session, page: Page::Reveal });
    calibrations(&mut tomasz, CalibrationAction::NotOpened { role: Role::SelfRater, now: LATER.into() });
    let record = tomasz.calibrations().talk().unwrap().record();
    assert_eq!(tomasz.page(), Page::Record);
    assert!(
        messages::sealed(record, Side::First).to_string().ends_with("Not opened by Ines."),
        "{}",
        messages::sealed(record, Side::First)
    );
    assert!(!messages::sealed(record, Side::Second).to_string().contains("Not opened"));
    assert!(Side::BOTH.iter().all(|side| record.original(*side).answers.is_empty()));
}

#[test]
fn without_random_bytes_and_on_another_ladder_nothing_is_sealed() {
    let mut invitation = invited(QuestionSet::Core, 9);
    let mut s = blank();
    invite(&mut s, &invitation);
    start(&mut s, &invitation, Role::SelfRater, "Ines");
    answer(&mut s, "432", MARKER);
    for bytes in [Vec::new(), vec![0; 104]] {
        calibrations(&mut s, CalibrationAction::SealPressed { one_laptop: true, bytes, now: LATER.into() });
        assert!(
            s.calibrations().message().starts_with("This browser does not provide secure random numbers"),
            "{}",
            s.calibrations().message()
        );
        assert_eq!(s.assessments().len(), 1, "and nothing is removed");
    }
    invitation.ladder.revision = "another".into();
    invite(&mut s, &invitation);
    calibrations(&mut s, CalibrationAction::SealPressed { one_laptop: true, bytes: fresh(1), now: LATER.into() });
    assert!(
        s.calibrations().message().starts_with("These ratings were made with a different ladder"),
        "{}",
        s.calibrations().message()
    );
    assert!(s.calibrations().unconfirmed_seal().is_none() && s.assessments().len() == 1);
}

#[test]
fn a_session_about_the_core_ends_with_the_core() {
    for (set, last, step) in [(QuestionSet::Core, 11, Page::Check), (QuestionSet::All, 23, Page::Check)] {
        let invitation = invited(set, 9);
        let mut s = blank();
        invite(&mut s, &invitation);
        start(&mut s, &invitation, Role::Manager, "Tomasz");
        let order = s.ladder().question_order();
        assert_eq!(s.page(), Page::Question(order[0], Route::InOrder));
        for _ in 0..last {
            reduce(&mut s, Action::Continued);
        }
        assert_eq!(s.page(), Page::Question(order[last], Route::InOrder));
        reduce(&mut s, Action::Continued);
        assert_eq!(s.page(), step, "no profile before the seal");
        reduce(&mut s, Action::WentBack);
        assert_eq!(s.page(), Page::Question(order[last], Route::InOrder));
    }
}

#[test]
fn a_committee_rates_blind_and_reviews_and_is_put_together_in_memory() {
    let mut s = blank();
    let begun = |id: &str| CalibrationAction::BlindStarted {
        name: "Mira".into(),
        subject: "Ines".into(),
        id: id.into(),
        now: NOW.into(),
    };
    calibrations(&mut s, begun("b0"));
    let own = s.assessment().unwrap();
    assert_eq!((own.rater.role, own.rater.name.as_str(), own.subject.name.as_str()), (Role::Committee, "Mira", "Ines"));
    assert!(s.core_alone(s.assessment().unwrap()));
    reduce(&mut s, Action::PageRequested(Page::Committee));
    for (i, answers) in ["222222222222", "222222222222", "422222222222"].into_iter().enumerate() {
        let mut member = blank();
        calibrations(&mut member, begun(&format!("m{i}")));
        answer(&mut member, answers, "an example here");
        read(&mut s, &ladder_calibration::files::assessment_file(member.assessment().unwrap()).to_string());
        if i == 0 {
            assert_eq!(s.calibrations().message(), "1 blind rating is here.");
        }
    }
    assert_eq!((s.page(), s.calibrations().collected().ratings.len(), s.assessments().len()), (Page::Committee, 3, 1));
    assert_eq!(s.calibrations().message(), "3 blind ratings are here.");
    calibrations(&mut s, CalibrationAction::CollectionEmptied);
    assert!(s.calibrations().collected().ratings.is_empty());

    let (invitation, _, mut tomasz, mine, theirs) = both("432432432432", "222432432432");
    press_reveal(&mut tomasz, &invitation, [&mine, &theirs]);
    let record = invitation.session.as_str().to_owned();
    calibrations(&mut tomasz, CalibrationAction::ReviewStarted { record: record.clone(), id: "r".into(), now: NOW.into() });
    assert!(tomasz.calibrations().review_form().is_none(), "only a finished record is reviewed");
    calibrations(&mut tomasz, CalibrationAction::Talked(Event::Finished { now: LATER.into() }));
    calibrations(&mut tomasz, CalibrationAction::ReviewStarted { record, id: "r".into(), now: NOW.into() });
    calibrations(&mut tomasz, CalibrationAction::MemberNamed { name: "Mira".into(), now: LATER.into() });
    calibrations(&mut tomasz, CalibrationAction::LineTyped { question: 0, text: "which ledger".into(), now: LATER.into() });
    calibrations(&mut tomasz, CalibrationAction::Marked { question: 0, mark: Mark::Question, now: LATER.into() });
    let (sheet, _) = tomasz.calibrations().review_form().unwrap();
    let id = &tomasz.ladder().questions[0].id;
    let remark = sheet.marks.get(id).unwrap();
    assert_eq!((sheet.member.as_str(), remark.mark, remark.text.as_str()), ("Mira", Mark::Question, "which ledger"));
    let key = DocumentKey { kind: DocumentKind::Review, id: "r".into() };
    let document = tomasz.calibrations().document(&key).unwrap();
    let read = read_stored_document(&stored_document(document, 3)).unwrap();
    assert_eq!((&read.document, read.revision), (document, 3), "the sheet is kept like every paper");
}

#[test]
fn the_warm_up_compares_once_and_counts_sides() {
    let mut s = blank();
    let ladder = s.ladder().clone();
    let right: Vec<usize> = s.calibrations().dossiers(&ladder)[0].answers.iter().map(|a| a.statement).collect();
    for (at, statement) in right.iter().enumerate() {
        calibrations(&mut s, CalibrationAction::WarmUpChosen { at, statement: *statement });
    }
    calibrations(&mut s, CalibrationAction::WarmUpCompared);
    calibrations(&mut s, CalibrationAction::WarmUpChosen { at: 0, statement: 0 });
    assert_eq!(
        s.calibrations().warm_up().chosen,
        right.into_iter().map(Some).collect::<Vec<_>>(),
        "after the authors' answers nothing changes"
    );
    calibrations(&mut s, CalibrationAction::DossierOpened(1));
    assert!(!s.calibrations().warm_up().compared && s.calibrations().warm_up().chosen.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_rated_comes_out_of_the_reveal_as_it_went_in(first in "[0-4nx.]{12}", second in "[0-4nx.]{12}") {
        let (invitation, ines, mut tomasz, mine, theirs) = both(&first, &second);
        let Some(Stage::AwaitingReveal(waiting)) = tomasz.calibrations().stage(invitation.session.as_str()) else { panic!("not waiting") };
        let shown = format!("{waiting:?}");
        prop_assert!(!shown.contains(MARKER));
        press_reveal(&mut tomasz, &invitation, [&mine, &theirs]);
        let record = tomasz.calibrations().talk().unwrap().record();
        prop_assert_eq!(record.original(Side::First), &payload(ines.find_assessment("self-rating").unwrap()));
        prop_assert_eq!(record.original(Side::Second), &payload(tomasz.find_assessment("manager-rating").unwrap()));
        for (side, answers) in [(Side::First, &first), (Side::Second, &second)] {
            let given = answers.chars().filter(|c| *c != '.').count();
            prop_assert_eq!(record.original(side).answers.len(), given, "no answer is lost");
        }
    }
}
