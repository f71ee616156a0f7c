//! What the page writes can be read again: texts, assessments, files, seals and session records of any size that the fields
//! allow.

use ladder_calibration::base::limits::{MAX_BYTES, MAX_ENTRIES, MAX_LINE, MAX_TEXT};
use ladder_calibration::calibration::{self, Event, Reason};
use ladder_calibration::documents::seal::QuestionSet;
use ladder_calibration::files::{
    Found, Stored, assessment_file, assessment_of, bundle_texts, decode_any, default_ladder, document_file, file_text,
    read_sealed, readable,
};
use ladder_calibration::growth::evidence::Evidence;
use ladder_calibration::growth::plan::Bet;
use ladder_calibration::model::assessment::{Assessment, Choice, Role};
use ladder_calibration::state::{
    Action, BetField, CalibrationAction, Detail, DocumentKey, Effect, GrowthChange, PieceField, Saving, State, no_advice, reduce,
};
use ladder_calibration::store::{Memory, Storage, keys};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::calibration_state::{answer, blank, calibrations, invite, invited, press_reveal, press_seal, read, start};
use super::session_events::{LATER, NOW};
use super::support::{documents_saved, file, fresh, removed, saved};
use super::window::{Window, everything};

fn long(characters: usize) -> String {
    "wrote down what failed. ".chars().cycle().take(characters).collect()
}

fn begun() -> State {
    let mut s = blank();
    reduce(&mut s, Action::SelfAssessmentStarted { id: "a1".into(), now: NOW.into() });
    reduce(&mut s, Action::AnswerChosen { question: 0, choice: Choice::Statement(3), now: NOW.into() });
    s
}

fn typed(s: &mut State, text: String) -> Vec<Effect> {
    reduce(s, Action::ExampleTyped { question: 0, text, now: NOW.into() })
}

fn change(s: &mut State, change: GrowthChange) -> Vec<Effect> {
    reduce(s, Action::growth(change, NOW.into()))
}

/// A session that already holds something, as an earlier version could have left it in memory.
fn holding(a: Assessment) -> State {
    let mut s = State::new(default_ladder(), no_advice, vec![Stored { assessment: a, ..Stored::default() }], Vec::new(), None);
    reduce(&mut s, Action::AssessmentOpened("a1".into()));
    s
}

fn too_long() -> Assessment {
    let mut a = begun().assessment().unwrap().clone();
    let id = default_ladder().questions[0].id.clone();
    a.answers.get_mut(&id).unwrap().example = long(25_000);
    a
}

#[test]
fn a_text_that_is_too_long_is_not_taken_and_the_one_before_stays() {
    let mut s = begun();
    typed(&mut s, long(MAX_TEXT));
    assert_eq!((s.answer(0).example.len(), s.refused()), (MAX_TEXT, ""), "the longest that is read");
    let changed = typed(&mut s, long(MAX_TEXT + 1));
    assert!(saved(&changed).is_empty() && s.answer(0).example.len() == MAX_TEXT);
    assert!(s.refused().starts_with("This change was not made:"), "{}", s.refused());
    reduce(&mut s, Action::SavingChanged(Saving::Saved("10:00".into())));
    assert!(!s.refused().is_empty(), "a save in between does not take the sentence away");
    typed(&mut s, "shorter than that".into());
    assert_eq!(s.refused(), "");
    reduce(&mut s, Action::Undone);
    assert_eq!(s.answer(0).example, "", "typing in one field is one step, and what was refused is none");
}

#[test]
fn a_letter_of_four_bytes_counts_once() {
    let mut s = begun();
    typed(&mut s, "\u{1f642}".repeat(MAX_TEXT));
    assert_eq!(s.refused(), "");
    typed(&mut s, "\u{1f642}".repeat(MAX_TEXT + 1));
    assert!(!s.refused().is_empty());
}

#[test]
fn no_action_takes_more_than_is_read_again() {
    let over = || long(MAX_TEXT + 1);
    let mut s = begun();
    change(&mut s, GrowthChange::PieceAdded(Box::new(Evidence { id: "e1".into(), ..Evidence::default() })));
    change(&mut s, GrowthChange::BetAdded(Box::new(Bet { id: "b1".into(), ..Bet::default() })));
    let piece = |field| GrowthChange::Piece("e1".into(), field);
    let before = s.assessment().unwrap().clone();
    let actions = [
        Action::DetailsChanged { change: Detail::Title(over()), now: LATER.into() },
        Action::DetailsChanged { change: Detail::From(over()), now: LATER.into() },
        Action::growth(piece(PieceField::Corroborator(over())), LATER.into()),
        Action::growth(piece(PieceField::People(Some(2_000_000_000))), LATER.into()),
        Action::growth(
            GrowthChange::PieceAdded(Box::new(Evidence { id: "e2".into(), outcome: over(), ..Evidence::default() })),
            LATER.into(),
        ),
        Action::growth(GrowthChange::Bet("b1".into(), BetField::Outcome(over())), LATER.into()),
        Action::AnswerChosen { question: 0, choice: Choice::Statement(9), now: LATER.into() },
        Action::SnapshotTaken { id: "s1".into(), why: over(), now: LATER.into() },
    ];
    for action in actions {
        let changed = reduce(&mut s, action.clone());
        assert!(saved(&changed).is_empty() && !s.refused().is_empty(), "{action:?}");
        assert_eq!((s.assessments().len(), s.assessment().unwrap()), (1, &before));
    }
}

#[test]
fn as_many_pieces_as_a_list_may_have_and_not_one_more() {
    let mut a = begun().assessment().unwrap().clone();
    let piece = |i: usize| Evidence { id: format!("e{i}"), title: "kept".into(), ..Evidence::default() };
    a.evidence = (0..MAX_ENTRIES).map(piece).collect();
    let mut s = holding(a);
    let changed = change(&mut s, GrowthChange::PieceAdded(Box::new(piece(MAX_ENTRIES))));
    assert!(saved(&changed).is_empty() && !s.refused().is_empty());
    change(&mut s, GrowthChange::PieceRemoved("e0".into()));
    assert_eq!(s.refused(), "");
    change(&mut s, GrowthChange::PieceAdded(Box::new(piece(MAX_ENTRIES))));
    assert_eq!(s.refused(), "", "there is room again");
}

#[test]
fn what_could_not_be_read_is_not_written_and_never_reported_as_saved() {
    let store = Memory::default();
    let good = begun();
    let mut w = Window { state: good.clone(), ..Window::open(&store, "w") };
    w.mark_dirty([DocumentKey::assessment("a1")]);
    assert_eq!(w.flush(), Some(Saving::Saved("10:00".into())));
    let slots = || keys::slots_of(&DocumentKey::assessment("a1")).map(|k| store.get(&k).unwrap());
    let before = slots();
    w.state = holding(too_long());
    w.mark_dirty([DocumentKey::assessment("a1")]);
    assert_eq!(w.flush(), Some(Saving::Unreadable));
    assert_eq!(slots(), before);
    assert_eq!(everything(&store).assessments().next().unwrap().assessment, *good.assessment().unwrap());
}

#[test]
fn a_seal_that_would_not_open_takes_no_readable_copy_away() {
    let invitation = invited(QuestionSet::Core, 9);
    let mut a = too_long();
    a.session = invitation.session.as_str().into();
    let mut s = holding(a);
    invite(&mut s, &invitation);
    reduce(&mut s, Action::AssessmentOpened("a1".into()));
    let changed = calibrations(&mut s, CalibrationAction::SealPressed { one_laptop: true, bytes: fresh(1), now: LATER.into() });
    assert!(
        removed(&changed).is_empty() && documents_saved(&changed).is_empty() && s.calibrations().unconfirmed_seal().is_none()
    );
    assert!(s.calibrations().message().contains("could not have been opened again"), "{}", s.calibrations().message());
    assert_eq!(s.find_assessment("a1").map(|a| a.answers.len()), Some(1));
}

#[test]
fn ratings_that_would_not_fit_into_a_session_are_not_sealed() {
    let invitation = invited(QuestionSet::All, 9);
    let mut s = blank();
    invite(&mut s, &invitation);
    start(&mut s, &invitation, Role::SelfRater, "Ines");
    answer(&mut s, &"3".repeat(24), &"\u{1f642}".repeat(MAX_TEXT));
    assert_eq!(s.refused(), "");
    calibrations(&mut s, CalibrationAction::SealPressed { one_laptop: true, bytes: fresh(1), now: LATER.into() });
    assert!(
        s.calibrations().unconfirmed_seal().is_none() && s.calibrations().message().contains("too large for a session"),
        "{}",
        s.calibrations().message()
    );
    assert_eq!(s.assessments().len(), 1);
}

#[test]
fn the_largest_two_that_are_sealed_give_a_session() {
    let invitation = invited(QuestionSet::All, 9);
    let mut s = blank();
    invite(&mut s, &invitation);
    let mut seals = Vec::new();
    for (role, seed) in [(Role::SelfRater, 1), (Role::Manager, 2)] {
        start(&mut s, &invitation, role, "Ines");
        answer(&mut s, &"3".repeat(19), &"\u{1f642}".repeat(MAX_TEXT - 10));
        seals.push(press_seal(&mut s, true, seed).0);
        calibrations(&mut s, CalibrationAction::SealConfirmed);
    }
    press_reveal(&mut s, &invitation, [&seals[0], &seals[1]]);
    assert!(s.calibrations().talk().is_some(), "{:?}", s.calibrations().errors());
    let text = document_file(&s.calibrations().documents()[0]).to_string();
    assert!(matches!(decode_any(text.as_bytes()), Ok(Found::SessionRecord(_))));
}

#[test]
fn a_line_of_a_session_that_is_too_long_is_reported() {
    let invitation = invited(QuestionSet::Core, 9);
    let mut s = blank();
    invite(&mut s, &invitation);
    let mut seals = Vec::new();
    for (role, seed, answers) in [(Role::SelfRater, 1, "444444444444"), (Role::Manager, 2, "222222222222")] {
        start(&mut s, &invitation, role, "Ines");
        answer(&mut s, answers, "an example here");
        seals.push(press_seal(&mut s, true, seed).0);
        calibrations(&mut s, CalibrationAction::SealConfirmed);
    }
    press_reveal(&mut s, &invitation, [&seals[0], &seals[1]]);
    let action = |what: String| calibration::ActionItem { what, ..calibration::ActionItem::default() };
    calibrations(&mut s, CalibrationAction::Talked(Event::ActionAdded(action(long(MAX_LINE)))));
    assert_eq!(s.refused(), "");
    calibrations(&mut s, CalibrationAction::Talked(Event::ActionChanged { at: 0, action: action(long(MAX_LINE + 1)) }));
    assert!(s.refused().contains("2,000 characters"), "{}", s.refused());
    let reason = Some(Reason::new(calibration::ReasonKind::FreeText, &long(MAX_LINE + 1)));
    calibrations(&mut s, CalibrationAction::Talked(Event::ReasonGiven { question: 0, side: calibration::Side::First, reason }));
    assert!(!s.refused().is_empty());
}

#[test]
fn an_invitation_that_could_not_be_pasted_is_not_made() {
    let mut invitation = invited(QuestionSet::Core, 9);
    invitation.period.from = long(MAX_TEXT + 1);
    let mut s = blank();
    invite(&mut s, &invitation);
    assert!(s.calibrations().documents().is_empty() && !s.refused().is_empty());
    invitation.period.from = long(MAX_TEXT);
    invitation.period.to = long(MAX_TEXT);
    invite(&mut s, &invitation);
    assert!(s.calibrations().documents().is_empty(), "as a message it would be longer than what is looked at");
}

fn sheet(id: &str) -> Value {
    json!({ "format": "ladder-calibration/committee", "version": 1, "id": id, "record": "r1", "marks": {} })
}

#[test]
fn an_invalid_id_of_a_document_is_refused_before_it_is_kept() {
    for id in ["", "X/b", "a b", "\u{e4}", &"x".repeat(65)] {
        let mut s = blank();
        read(&mut s, &sheet(id).to_string());
        assert!(s.calibrations().documents().is_empty(), "{id:?}");
        assert!(s.imports()[0].found.as_ref().unwrap_err().to_string().starts_with("id: has to be"), "{id:?}");
        assert!(s.calibration_conflict().is_none());
    }
    let mut s = blank();
    read(&mut s, &sheet("X").to_string());
    assert_eq!(s.calibrations().documents().len(), 1);
}

/// Reads all files again, as *Open file* would, and gives the assessments in them.
fn opened(texts: &[String]) -> Vec<Assessment> {
    let mut out = Vec::new();
    for text in texts {
        assert!(text.len() <= MAX_BYTES);
        match decode_any(text.as_bytes()).unwrap() {
            Found::Assessment(a) => out.push(*a),
            Found::Bundle(files) => out.extend(files.into_iter().map(|f| match f.unwrap() {
                Found::Assessment(a) => *a,
                other => panic!("{other:?}"),
            })),
            other => panic!("{other:?}"),
        }
    }
    out
}

fn numbered(answers: &str, id: usize) -> Value {
    let mut f = file(answers);
    f["id"] = format!("a{id}").into();
    f
}

#[test]
fn everything_that_is_downloaded_at_once_opens_again() {
    let (small, usual) = (|i| numbered("3", i), |i| numbered(&"3".repeat(24), i));
    let large = |i| {
        let mut f = numbered(&"3".repeat(24), i);
        f["kept"] = "x".repeat(MAX_BYTES - 4_000).into();
        f
    };
    for (files, parts) in [
        ((0..3).map(usual).collect::<Vec<_>>(), 1),
        ((0..=MAX_ENTRIES).map(small).collect(), 2),
        ((0..800).map(usual).collect(), 2),
        (vec![usual(0), large(1), usual(2)], 3),
    ] {
        let wanted: Vec<Assessment> = files.iter().map(|f| assessment_of(f).unwrap()).collect();
        let texts = bundle_texts(files);
        assert!(texts.len() >= parts, "{} parts", texts.len());
        assert!(opened(&texts) == wanted, "{parts} parts");
    }
}

#[test]
fn a_file_is_written_over_several_lines_only_where_it_then_opens() {
    let small = json!({ "a": 1 });
    assert!(file_text(&small).contains('\n'));
    let items: Vec<Value> = (0..20).map(|_| json!(vec![1; 2000])).collect();
    let deep = json!({ "x": "y".repeat(MAX_BYTES - 150_000), "items": items });
    assert!(format!("{deep:#}").len() > MAX_BYTES);
    assert!(file_text(&deep).len() <= MAX_BYTES);
}

#[test]
fn a_file_at_the_very_limit_is_reported_and_not_half_kept() {
    let mut f = numbered("3", 1);
    let room = MAX_BYTES - f.to_string().len() - 20;
    f["kept"] = "x".repeat(room).into();
    assert!(assessment_of(&f).is_ok());
    let mut s = blank();
    read(&mut s, &f.to_string());
    assert!(s.assessments().is_empty());
    assert!(
        s.imports()[0].found.as_ref().unwrap_err().to_string().contains("too large for this page to open again"),
        "{:?}",
        s.refused()
    );
}

fn text() -> impl Strategy<Value = String> {
    let letter = prop_oneof![Just("a"), Just("\u{1f642}"), Just("\u{0}"), Just("\""), Just("\u{4e00} "), Just("\n")];
    let length = prop_oneof![4 => 0_usize..40, 1 => MAX_TEXT - 2..MAX_TEXT + 3, 1 => Just(25_000)];
    (letter, length).prop_map(|(letter, length)| letter.repeat(length))
}

fn action() -> impl Strategy<Value = Action> {
    let now = || NOW.to_owned();
    let piece = |field| Action::growth(GrowthChange::Piece("e1".into(), field), NOW.into());
    let bet = |field| Action::growth(GrowthChange::Bet("b1".into(), field), NOW.into());
    prop_oneof![
        4 => (0_usize..24, text()).prop_map(move |(question, text)| Action::ExampleTyped { question, text, now: now() }),
        2 => (0_usize..24, 0_usize..7).prop_map(move |(question, k)| Action::AnswerChosen { question, choice: Choice::Statement(k), now: now() }),
        1 => text().prop_map(move |text| Action::DetailsChanged { change: Detail::Title(text), now: now() }),
        1 => text().prop_map(move |text| Action::DetailsChanged { change: Detail::DeleteBy(text), now: now() }),
        1 => text().prop_map(move |text| Action::DetailsChanged { change: Detail::Term("team".into(), text), now: now() }),
        1 => text().prop_map(move |text| piece(PieceField::Link(text))),
        1 => text().prop_map(move |text| piece(PieceField::Corroborator(text))),
        1 => text().prop_map(move |text| piece(PieceField::From(text))),
        1 => any::<usize>().prop_map(move |n| piece(PieceField::Teams(Some(n)))),
        1 => text().prop_map(move |text| bet(BetField::Outcome(text))),
        1 => text().prop_map(move |text| bet(BetField::ReviewAdded(text))),
        1 => text().prop_map(|why| Action::SnapshotTaken { id: "s1".into(), why, now: NOW.into() }),
        1 => Just(Action::Undone),
        1 => Just(Action::Redone),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_what_is_written_is_read(actions in prop::collection::vec(action(), 1..25)) {
        let store = Memory::default();
        let mut s = begun();
        change(&mut s, GrowthChange::PieceAdded(Box::new(Evidence { id: "e1".into(), ..Evidence::default() })));
        change(&mut s, GrowthChange::BetAdded(Box::new(Bet { id: "b1".into(), ..Bet::default() })));
        let mut w = Window { state: s, ..Window::open(&store, "w") };
        w.mark_dirty([DocumentKey::assessment("a1")]);
        for action in actions {
            w.dispatch(action);
            let said = w.flush();
            prop_assert!(said.is_none() || matches!(said, Some(Saving::Saved(_))), "{said:?}");
            let kept = everything(&store);
            prop_assert!(kept.unreadable_entries.is_empty(), "{:?}", kept.unreadable_entries);
            let here = kept.assessments().find(|r| r.assessment.id == "a1").map(|r| &r.assessment);
            prop_assert!(here == w.state.assessment(), "what is on screen is not what is kept");
        }
        let a = w.state.assessment().unwrap();
        prop_assert_eq!(readable(a), Ok(()));
        prop_assert!(opened(&[file_text(&assessment_file(a))]) == [a.clone()]);
    }
}

#[test]
fn every_sealed_file_that_is_made_opens() {
    let invitation = invited(QuestionSet::Core, 9);
    let mut s = blank();
    invite(&mut s, &invitation);
    start(&mut s, &invitation, Role::SelfRater, "Ines");
    answer(&mut s, "432432432432", &long(MAX_TEXT));
    let (seal, _) = press_seal(&mut s, true, 1);
    let content = read_sealed(seal.file.as_bytes()).unwrap().open(&seal.opening_number).unwrap();
    assert!(decode_any(&content.payload).is_ok());
}
