//! Originals: whether each fits the code of its seal, that no other record replaces those that were opened in this browser,
//! and the name of the subject.

use std::process::Command;
use std::rc::Rc;

use ladder_calibration::base::crypt::{Kdf, Randomness};
use ladder_calibration::calibration::sealing::{Input, open_both, seal};
use ladder_calibration::calibration::{
    AwaitingReveal, Calibration, CodeCheck, Event, SessionRecord, Side, agreed_assessment, differences, messages,
    other_originals, record_html, record_markdown, report_markdown, review_blocks,
};
use ladder_calibration::documents::seal::QuestionSet;
use ladder_calibration::files::{
    assessment_of, decode_any, default_ladder, document_file, invitation_text, read_session, read_stored_document, session_file,
    stored_document,
};
use ladder_calibration::model::assessment::Role;
use ladder_calibration::model::scoring::Model;
use ladder_calibration::state::{
    Action, CalibrationAction, CalibrationDocument, Document, DocumentKey, DocumentKind, Origin, Page, State, UnconfirmedSeal,
    reduce,
};
use serde_json::{Value, json};

use super::calibration_state::{answer, blank, both, calibrations, invite, invited, press_reveal, press_seal, read, start};
use super::session_events::{LATER, NOW};
use super::support::{documents_saved, file, fresh, golden, ladder_and_model};

const FIRST: &str = "432432432432";
const SECOND: &str = "222432432432";

/// The manager's browser after the reveal, with both seals.
fn revealed(first: &str, second: &str) -> (State, [UnconfirmedSeal; 2]) {
    let (invitation, _, mut tomasz, mine, theirs) = both(first, second);
    press_reveal(&mut tomasz, &invitation, [&mine, &theirs]);
    assert_eq!(tomasz.page(), Page::Talk, "{:?}", tomasz.calibrations().errors());
    (tomasz, [mine, theirs])
}

fn record(s: &State) -> SessionRecord {
    s.calibrations().talk().unwrap().record().clone()
}

fn checks(record: &SessionRecord) -> [Option<CodeCheck>; 2] {
    Side::BOTH.map(|side| record.party(side).code_check())
}

/// A record of the same session, from seals that cost little.
fn small(first: &str, second: &str) -> SessionRecord {
    let (invitation, kdf) = (invited(QuestionSet::Core, 9), Kdf::new(8, 1, 1).unwrap());
    let sealed = [("self", "Ines", first), ("manager", "Tomasz", second)].map(|(role, name, answers)| {
        let mut f = file(answers);
        f["rater"] = json!({ "role": role, "name": name });
        f["session"] = json!(invitation.session.as_str());
        let mut a = assessment_of(&f).unwrap();
        a.ladder = invitation.ladder.clone();
        let bytes = fresh(answers.as_bytes()[0]);
        seal(&invitation, &a, 0, None, kdf, &mut Randomness::new(&bytes).unwrap()).unwrap()
    });
    let typed = sealed.each_ref().map(|s| (s.code.to_string(), s.opening_number.to_string()));
    let [a, b] = [0, 1].map(|i| Input { file: sealed[i].file.as_bytes(), code: &typed[i].0, opening_number: &typed[i].1 });
    let opened = open_both(&invitation, a, b).unwrap();
    let (ladder, model) = ladder_and_model();
    let awaiting = AwaitingReveal { invitation, seals: Vec::new() };
    awaiting.revealed(&Rc::new(ladder), &model, opened, NOW.into()).unwrap().record().clone()
}

/// The record after someone changed its file by hand.
fn changed(record: &SessionRecord, place: &str, value: Value) -> SessionRecord {
    let mut file = session_file(record);
    let (parent, name) = place.rsplit_once('/').unwrap();
    file.pointer_mut(parent).unwrap()[name] = value;
    read_session(file.to_string().as_bytes()).unwrap()
}

#[test]
fn a_record_makes_each_code_again_from_what_it_holds() {
    let good = small(FIRST, SECOND);
    let file = session_file(&good);
    let other = file["second"]["seal"]["code"].clone();
    for side in ["first", "second"] {
        let facts = &file[side]["seal"];
        assert_eq!(facts["session"], json!(good.id()));
        assert_eq!(facts["salt"].as_str().unwrap().len(), 64);
        assert_eq!(file[side]["assessment"]["session"], json!(good.id()), "what came out of the seal");
    }
    let through_a_file = read_session(file.to_string().as_bytes()).unwrap();
    for record in [&good, &through_a_file] {
        assert_eq!(checks(record), [Some(CodeCheck::Fits); 2]);
        assert_eq!((messages::doubt(record), messages::not_shown(record)), (None, String::new()));
        assert_eq!(messages::code_check(record, Side::First), "The file of Ines fits its code.");
    }
    let question = good.original(Side::First).answers.iter().next().unwrap().0.clone();
    for (place, value) in [
        (format!("/first/assessment/answers/{question}/statement"), json!(0)),
        (format!("/first/assessment/answers/{question}/example"), json!("another example here")),
        ("/first/assessment/x-later".into(), json!(1)),
        ("/first/assessment/rater/role".into(), json!("peer")),
        ("/first/seal/session".into(), json!("another-session")),
        ("/first/seal/number".into(), json!(2)),
        ("/first/seal/code".into(), other),
        ("/first/seal/code".into(), json!("1234")),
        ("/first/seal/salt".into(), json!("00".repeat(32))),
        ("/first/seal/salt".into(), json!("00")),
        ("/first/seal/salt".into(), json!("\u{e4}\u{f6}")),
        ("/first/seal/opened".into(), json!(false)),
    ] {
        let wanted = if place.ends_with("opened") { CodeCheck::Fits } else { CodeCheck::DoesNotFit };
        assert_eq!(checks(&changed(&good, &place, value)), [Some(wanted), Some(CodeCheck::Fits)], "{place}");
    }
    for place in ["/first/seal/salt", "/first/seal/session"] {
        let without = changed(&good, place, json!(null));
        assert_eq!(checks(&without), [Some(CodeCheck::CannotTell), Some(CodeCheck::Fits)], "{place}");
        assert!(messages::code_check(&without, Side::First).contains("cannot be recomputed"));
        assert_eq!(messages::doubt(&without), None);
    }
}

#[test]
fn a_closing_code_over_what_does_not_fit_comes_with_the_sentence() {
    let (ladder, model) = ladder_and_model();
    let mut finished = Calibration::resume(&Rc::new(default_ladder()), &model, small(FIRST, SECOND)).unwrap();
    assert!(finished.apply(Event::Finished { now: LATER.into() }));
    let good = finished.record().clone();
    let bad = changed(&good, "/second/seal/number", json!(3));
    let sentence = "The file of Tomasz does not fit its code";
    for (record, says) in [(&good, false), (&bad, true)] {
        let page = record_markdown(&ladder, &model, record, "C0DE").replace('\\', "");
        let closing = page.lines().find(|l| l.contains("Closing code: C0DE")).unwrap();
        assert_eq!((closing.contains(sentence), record_html(&ladder, &model, record, "C0DE").contains(sentence)), (says, says));
        let sheet = report_markdown(&review_blocks(&ladder, record, "C0DE", 3, &[])).replace('\\', "");
        assert_eq!(sheet.lines().find(|l| l.contains("C0DE")).unwrap().contains(sentence), says);
        let open = Calibration::resume(&Rc::new(default_ladder()), &model, record.clone()).unwrap();
        assert_eq!(open.doubt().is_some(), says);
        for text in [&page, &sheet] {
            assert!(
                !text.contains(&record.party(Side::First).seal().unwrap().salt),
                "the salt stands beside a whole original alone"
            );
        }
    }
    let fits = record_markdown(&ladder, &model, &good, "");
    assert!(fits.contains("The file of Ines fits its code.") && fits.contains("The file of Tomasz fits its code."));
}

#[test]
fn an_unopened_seal_has_no_salt_and_nothing_to_make_a_code_of() {
    let (invitation, _, mut tomasz, ..) = both(FIRST, SECOND);
    let session = invitation.session.as_str().to_owned();
    calibrations(&mut tomasz, CalibrationAction::SessionSelected { session, page: Page::Reveal });
    calibrations(&mut tomasz, CalibrationAction::NotOpened { role: Role::SelfRater, now: LATER.into() });
    let record = record(&tomasz);
    assert_eq!(checks(&record), [None, None]);
    assert!(!session_file(&record).to_string().contains("\"salt\""));
    let mut made_up = session_file(&record);
    made_up["first"]["assessment"] = session_file(&small("444", SECOND))["first"]["assessment"].clone();
    let made_up = read_session(made_up.to_string().as_bytes()).unwrap();
    assert_eq!(checks(&made_up), [Some(CodeCheck::CannotTell), None], "ratings of somebody who did not open");
}

#[test]
fn records_of_earlier_versions_open_and_cannot_tell() {
    let old = read_session(golden("session-1.json").as_bytes()).unwrap();
    assert!(checks(&old).iter().all(|check| matches!(check, None | Some(CodeCheck::CannotTell))));
    let sealed = read_session(golden("session-sealed-1.json").as_bytes()).unwrap();
    assert_eq!((checks(&sealed), sealed.about()), ([Some(CodeCheck::Fits); 2], "Ines"));
}

/// Another record of the same session: its seals fit, but they are not the ones that were opened in this browser.
fn made_up() -> String {
    session_file(&small("000432432432", SECOND)).to_string()
}

fn key(s: &State) -> DocumentKey {
    DocumentKey { kind: DocumentKind::Record, id: s.calibrations().session_records().next().unwrap().id().to_owned() }
}

#[test]
fn a_file_with_other_originals_never_replaces_those_opened_here() {
    let (mut s, _) = revealed(FIRST, SECOND);
    let before = record(&s);
    for page in [Page::Talk, Page::Calibration] {
        reduce(&mut s, Action::PageRequested(page));
        read(&mut s, &made_up());
        assert_eq!(s.calibrations().session_records().collect::<Vec<_>>(), [&before]);
        assert!(s.calibration_conflict().is_none() && s.conflict_of(&key(&s)).is_none(), "nothing to keep or to take");
        let other = s.calibrations().refused().unwrap().clone();
        assert!(
            s.calibrations().differs(&other)[0].starts_with("The file of Ines differs in "),
            "{:?}",
            s.calibrations().differs(&other)
        );
        calibrations(&mut s, CalibrationAction::OtherRecordShown);
        assert_eq!((s.page(), s.calibrations().verifying()), (Page::Verify, Some(&other)), "it can be looked at");
        calibrations(&mut s, CalibrationAction::OtherRecordDismissed);
        assert!(s.calibrations().refused().is_none() && s.calibrations().verifying().is_none());
    }
    let mut same = session_file(&before);
    same["elapsed"] = json!(600);
    reduce(&mut s, Action::PageRequested(Page::Talk));
    calibrations(&mut s, CalibrationAction::RecordOpened(before.id().to_owned()));
    read(&mut s, &same.to_string());
    let chosen = Action::VersionChosen { key: key(&s), theirs: true };
    reduce(&mut s, chosen);
    assert_eq!(record(&s).elapsed(), 600, "the same originals with more talk are taken as before");
    assert!(s.calibrations().document(&key(&s)).unwrap().is_own(), "and they are still the ones that were opened here");
}

#[test]
fn what_differs_between_two_records_is_named() {
    let here = small(FIRST, SECOND);
    let one = |place: &str, value: Value| other_originals(&here, &changed(&here, place, value));
    let none: [&str; 0] = [];
    assert_eq!(one("/elapsed", json!(7)), none);
    assert_eq!(one("/subject", json!({ "name": "Another" })), none);
    assert_eq!(one("/first/seal/salt", json!(null)), none, "a record of an earlier version is about the same file");
    assert_eq!(one("/first/seal/salt", json!("00")), ["The seal of Ines names a different session or has a different salt."]);
    assert_eq!(one("/second/seal/number", json!(2)), ["The seal of Tomasz has a different number or code."]);
    assert_eq!(one("/first/seal/opened", json!(false)), ["The seal of Ines has a different number or code."]);
    let rest = "The file of Ines has the same answers; examples, evidence or other fields differ.";
    assert_eq!(one("/first/assessment/x", json!(1)), [rest]);
    assert_eq!(one("/second/assessment/rater/name", json!("Mira")), ["Instead of Tomasz, the other record has Mira."]);
    let question = here.original(Side::First).answers.iter().next().unwrap().0.clone();
    assert_eq!(
        one(&format!("/first/assessment/answers/{question}/statement"), json!(0)),
        ["The file of Ines differs in 1 answer."]
    );
}

#[test]
fn another_window_does_not_replace_originals_that_were_opened_here_either() {
    let (mut s, _) = revealed(FIRST, SECOND);
    let own = s.calibrations().document(&key(&s)).unwrap().clone();
    let mut other_browser = blank();
    read(&mut other_browser, &made_up());
    let other = other_browser.calibrations().document(&key(&other_browser)).unwrap().clone();
    let hear = |s: &mut State, document: &CalibrationDocument| {
        let theirs = Some(Rc::new(Document::Calibration(Box::new(document.clone()))));
        reduce(s, Action::ExternalChange { key: document.key(), theirs })
    };
    for shown in [true, false] {
        if !shown {
            reduce(&mut s, Action::PageRequested(Page::Start));
        }
        let changed = hear(&mut s, &other);
        assert_eq!(
            (s.calibrations().document(&own.key()), documents_saved(&changed)),
            (Some(&own), vec![own.key()]),
            "it is written once more"
        );
        assert!(s.calibrations().refused().is_some() && s.conflict_of(&own.key()).is_none());
    }

    // A window that had accepted the made-up record first removes it.
    let mut late = blank();
    read(&mut late, &made_up());
    hear(&mut late, &own);
    assert_eq!(late.calibrations().document(&own.key()), Some(&own));
    assert!(late.calibrations().refused().is_some());

    // Where neither was opened in this browser, both are kept, and the other cannot replace it.
    hear(&mut other_browser, &CalibrationDocument { origin: Origin::Imported, ..own.clone() });
    calibrations(&mut other_browser, CalibrationAction::RecordOpened(own.key().id));
    assert!(other_browser.calibration_conflict().is_some());
    reduce(&mut other_browser, Action::VersionChosen { key: own.key(), theirs: true });
    assert_eq!(other_browser.calibrations().document(&other.key()), Some(&other));
    calibrations(&mut other_browser, CalibrationAction::OtherRecordShown);
    assert_eq!(other_browser.calibrations().verifying(), own.record());
    reduce(&mut other_browser, Action::VersionChosen { key: own.key(), theirs: false });
    assert!(other_browser.calibration_conflict().is_none());
}

#[test]
fn a_record_names_whom_it_is_about_and_its_seals_do_not() {
    for one_laptop in [false, true] {
        let invitation = invited(QuestionSet::Core, 9);
        let mut s = blank();
        invite(&mut s, &invitation);
        let before = invitation_text(&invitation);
        start(&mut s, &invitation, Role::Manager, "Tomasz");
        let named = s.calibrations().documents().iter().find(|p| p.invitation().is_some()).unwrap().clone();
        assert_eq!(named.invitation().unwrap().subject, "Ines");
        assert!(!document_file(&named).to_string().contains("Ines"), "the name stays here");
        assert_eq!(invitation_text(named.invitation().unwrap()), before);
        assert_eq!(read_stored_document(&stored_document(&named, 1)).unwrap().document, named, "and comes through the store");
        reduce(&mut s, Action::PageRequested(Page::Calibration));
        read(&mut s, &before);
        assert_eq!(s.calibrations().message(), "The invitation is here.", "opened again, it is the same");

        reduce(&mut s, Action::AssessmentOpened("manager-rating".into()));
        answer(&mut s, SECOND, "what Tomasz saw");
        let (second, _) = press_seal(&mut s, one_laptop, 2);
        if !one_laptop {
            calibrations(&mut s, CalibrationAction::SealConfirmed);
        }
        start(&mut s, &invitation, Role::SelfRater, "");
        answer(&mut s, FIRST, "an example here");
        let (first, _) = press_seal(&mut s, one_laptop, 1);
        assert_eq!(s.assessments().is_empty(), one_laptop);
        press_reveal(&mut s, &invitation, [&first, &second]);
        let record = record(&s);
        assert_eq!((record.about(), &session_file(&record)["subject"]), ("Ines", &json!({ "name": "Ines" })));
        for side in Side::BOTH {
            assert!(!record.party(side).original().file().to_string().contains("Ines"));
        }
        assert_eq!(messages::called(&record, Side::First), "Ines");
        let (ladder, model) = (default_ladder(), Model::new(&default_ladder()));
        assert!(record_markdown(&ladder, &model, &record, "").starts_with("# Calibration of Ines\n"));
        assert_eq!(agreed_assessment(&ladder, &record, "a").subject.name, "Ines");
        assert!(report_markdown(&review_blocks(&ladder, &record, "c", 3, &[])).contains("record of Ines\n"));
        let again = record_of(&session_file(&record));
        assert_eq!(again, record);
        let mut later = session_file(&record);
        later["subject"]["x-later"] = json!(1);
        assert_eq!(session_file(&record_of(&later)), later, "unknown fields are kept");
    }
}

fn record_of(file: &Value) -> SessionRecord {
    let Ok(ladder_calibration::files::Found::SessionRecord(record)) = decode_any(file.to_string().as_bytes()) else {
        panic!("no record")
    };
    *record
}

#[test]
fn the_name_in_the_record_stands_instead_of_those_in_older_originals() {
    let old = {
        let mut file = session_file(&small(FIRST, SECOND));
        file.as_object_mut().unwrap().remove("subject");
        file["first"]["assessment"]["subject"] = json!({ "name": "Ines Example" });
        file["second"]["assessment"]["subject"] = json!({ "name": "Somebody Else" });
        file
    };
    let ladder = default_ladder();
    let read_old = record_of(&old);
    assert_eq!(read_old.about(), "Ines Example");
    assert!(
        differences(&ladder, &read_old).contains(&"The files name different people: Ines Example and Somebody Else.".to_owned())
    );
    let mut named = old;
    named["subject"] = json!({ "name": "Ines" });
    let named = record_of(&named);
    assert_eq!((named.about(), differences(&ladder, &named).len()), ("Ines", 0));
}

#[test]
fn the_commands_in_the_manual_make_the_codes_of_a_record_again() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let manual = std::fs::read_to_string(root.join("docs/seal.md")).unwrap();
    let mut blocks = manual.split("```sh\n").skip(1).filter_map(|part| part.split("```").next());
    let by_hand = blocks.find(|block| block.contains("record.json")).unwrap();
    if !Command::new("python3").arg("--version").output().is_ok_and(|o| o.status.success()) {
        println!("skipped: python3 is not installed");
        return;
    }
    let folder = std::env::temp_dir().join(format!("ladder-calibration-record-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut file: Value = serde_json::from_str(&golden("session-sealed-1.json")).unwrap();
    for (change, said) in [(false, "fits"), (true, "does not fit")] {
        if change {
            file["second"]["seal"]["number"] = json!(2);
        }
        std::fs::write(folder.join("record.json"), file.to_string()).unwrap();
        let out = Command::new("sh").args(["-euc", by_hand]).current_dir(&folder).output().unwrap();
        let (printed, errors) = (String::from_utf8(out.stdout).unwrap(), String::from_utf8_lossy(&out.stderr).into_owned());
        assert_eq!(printed, format!("first fits its code\nsecond {said} its code\n"), "{errors}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
