//! Session records and review forms as files: saved and resumed anywhere, nothing lost, no damage accepted.

use std::rc::Rc;

use ladder_calibration::calibration::{Calibration, Event, Mark, Remark, Review, SealFacts, SessionRecord, Side};
use ladder_calibration::files::{
    canonical, digest, parse, read_review, read_session, review_file, session_file, stored_review, stored_session,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::session_events::*;
use super::support::ladder_and_model;

fn resumed(record: SessionRecord) -> Calibration {
    let (ladder, model) = ladder_and_model();
    Calibration::resume(&Rc::new(ladder), &model, record).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_session_goes_on_from_any_point_as_if_it_had_not_been_closed(files in originals(), events in events(), at in 0_usize..60) {
        let mut through = open(files.map(party));
        let mut halted = through.clone();
        let steady = |e: &Event| !matches!(e, Event::Undone | Event::Redone);
        for (i, event) in events.into_iter().filter(steady).enumerate() {
            if i == at {
                let text = stored_session(halted.record());
                let read = read_session(text.as_bytes()).unwrap();
                prop_assert_eq!(&read, halted.record());
                halted = resumed(read);
                prop_assert_eq!(halted.agenda(), through.agenda());
            }
            prop_assert_eq!(through.apply(event.clone()), halted.apply(event));
        }
        finish(&mut through);
        finish(&mut halted);
        prop_assert_eq!(session_file(halted.record()), session_file(through.record()));
    }

    #[test]
    fn what_is_written_is_read_back_the_same(files in originals(), events in events(), end in any::<bool>()) {
        let mut c = open(files.clone().map(party));
        for event in events {
            c.apply(event);
        }
        if end {
            finish(&mut c);
        }
        let file = session_file(c.record());
        let read = read_session(file.to_string().as_bytes()).unwrap();
        prop_assert_eq!(&read, c.record());
        prop_assert_eq!(canonical(&session_file(&read)), canonical(&file));
        for (name, original) in ["first", "second"].into_iter().zip(&files) {
            prop_assert_eq!(canonical(&file[name]["assessment"]), canonical(original), "originals are whole");
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = (read_session(&bytes), read_review(&bytes));
    }
}

/// A record with something in every field.
fn full() -> Value {
    let seal = |number, opened| SealFacts {
        number,
        code: "abcd-efgh".into(),
        sealed: "2026-11-22T08:00:00Z".into(),
        after_other_opened: number > 1,
        opened,
        ..SealFacts::default()
    };
    let parties =
        [sealed(rated("44n2", "self", "Ines"), seal(1, true)), sealed(rated("2242", "manager", "Tomasz"), seal(2, true))];
    let mut c = open(parties);
    for event in
        [Event::LengthChosen(45), Event::WriterChosen(Some(Side::Second)), Event::QuestionOpened(1), Event::TimePassed(61)]
    {
        assert!(c.apply(event));
    }
    agree(&mut c, 0, 3);
    dissent(&mut c, 1);
    let mut file = session_file(c.record());
    let opportunity = json!({ "who": "the manager", "will": "the storage move" });
    file["questions"]["accountability"] = json!({ "outcome": "left-as-rated", "opportunity": opportunity });
    file["questions"]["time-horizon"] =
        json!({ "answer": { "example": "typed and open" }, "first": { "ground": "other-period" } });
    file["actions"] = json!([{ "owner": "Tomasz", "what": "find a launch", "by": "2027-03" }]);
    file["unclear"] = json!([{ "question": "writing", "statement": 4, "by": "second", "words": "who is an executive" }, { "question": "writing" }]);
    file["previous"] = json!({ "id": "s0", "code": "old", "finished": "2026-05-01", "evidence": "a launch" });
    file["finished"] = json!(LATER);
    file
}

#[test]
fn unknown_fields_survive_at_every_level() {
    let mut file = full();
    let places = [
        "",
        "/ladder",
        "/first",
        "/first/seal",
        "/first/assessment",
        "/first/assessment/answers/accountability",
        "/second",
        "/previous",
        "/questions/outcome-boundary",
        "/questions/outcome-boundary/answer",
        "/questions/outcome-boundary/first",
        "/questions/direction-ownership",
        "/questions/direction-ownership/second",
        "/questions/accountability/opportunity",
        "/questions/time-horizon/answer",
        "/actions/0",
        "/unclear/0",
        "/unclear/1",
    ];
    for path in places {
        file.pointer_mut(path).unwrap_or_else(|| panic!("{path}"))["x-later"] = json!({ "kept": [1, "two", null] });
    }
    let read = read_session(file.to_string().as_bytes()).unwrap();
    assert_eq!(canonical(&session_file(&read)), canonical(&file));
    assert_eq!(read_session(stored_session(&read).as_bytes()).unwrap(), read);
}

#[track_caller]
fn refused(change: impl Fn(&mut Value), sentence: &str) {
    let mut file = full();
    change(&mut file);
    assert_eq!(read_session(file.to_string().as_bytes()).unwrap_err().to_string(), sentence);
}

#[test]
fn errors_are_named_with_their_path() {
    refused(
        |f| f["format"] = json!("ladder-calibration/ladder"),
        "format: this is \"ladder-calibration/ladder\", not a session file (\"ladder-calibration/session\")",
    );
    refused(
        |f| f["version"] = json!(2),
        "version: the file has version 2; this page reads version 1 and leaves newer files unchanged",
    );
    refused(
        |f| f["checksum"] = json!("sha256:00"),
        "checksum: does not match the rest of the file: it was damaged or changed by hand",
    );
    refused(|f| drop(f.as_object_mut().unwrap().remove("ladder")), "ladder.id: is missing");
    refused(|f| drop(f.as_object_mut().unwrap().remove("second")), "second: is missing");
    refused(|f| f["first"]["assessment"] = Value::Null, "first.assessment: is missing");
    refused(
        |f| f["first"]["assessment"]["rater"]["role"] = json!("boss"),
        "first.assessment.rater.role: \"boss\" is not a role; it is one of self, manager, peer, committee, agreed",
    );
    refused(
        |f| f["first"]["assessment"]["checksum"] = json!("sha256:00"),
        "first.assessment.checksum: does not match the rest of the file: it was damaged or changed by hand",
    );
    refused(|f| f["length"] = json!(30), "length: has to be one of 25, 45, 60");
    refused(|f| f["elapsed"] = json!(-1), "elapsed: has to be a whole number, 0 or more");
    refused(|f| f["writer"] = json!("third"), "writer: \"third\" is not a side; it is \"first\" or \"second\"");
    refused(
        |f| f["questions"]["accountability"]["outcome"] = json!("averaged"),
        "questions.accountability.outcome: \"averaged\" is not known; it is \"agreed\", \"dissent\" or \"left-as-rated\"",
    );
    refused(
        |f| f["questions"]["outcome-boundary"]["answer"] = Value::Null,
        "questions.outcome-boundary.answer: is missing, so nothing was agreed",
    );
    refused(
        |f| f["questions"]["direction-ownership"]["first"] = Value::Null,
        "questions.direction-ownership: needs a reason from each side, because dissent was recorded",
    );
    refused(
        |f| f["questions"]["outcome-boundary"]["first"]["ground"] = json!("mood"),
        "questions.outcome-boundary.first.ground: \"mood\" is not known; it is one of new-example, read-differently, other-period, own-words",
    );
    refused(|f| f["unclear"][0]["question"] = json!(""), "unclear[0].question: is missing");
    refused(|f| f["actions"] = json!(vec![json!({}); 1_001]), "actions: there are 1001; there have to be 0 to 1000");
    refused(
        |f| f["questions"] = (0..481).map(|i| (format!("q{i}"), json!({}))).collect::<Map<String, Value>>().into(),
        "questions: there are 481; there have to be 0 to 480",
    );
}

#[test]
fn a_record_of_another_ladder_or_with_an_impossible_answer_is_not_resumed() {
    let (ladder, model) = ladder_and_model();
    let ladder = Rc::new(ladder);
    for (path, value, sentence) in [
        (
            "/questions/outcome-boundary/answer/statement",
            json!(5),
            "questions.outcome-boundary.answer.statement: has to be a whole number from 0 to 4",
        ),
        (
            "/second/assessment/ladder/id",
            json!("other"),
            "second.assessment.ladder.id: this was answered on the ladder \"other\"; the ladder in use is \"staff-plus\"",
        ),
    ] {
        let mut file = full();
        *file.pointer_mut(path).unwrap() = value;
        let record = read_session(file.to_string().as_bytes()).unwrap();
        assert_eq!(Calibration::resume(&ladder, &model, record).unwrap_err().to_string(), sentence);
    }
}

#[test]
fn a_flipped_bit_of_a_stored_record_never_passes() {
    let good = read_session(full().to_string().as_bytes()).unwrap();
    let text = stored_session(&good);
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1 << (at % 7);
        if let Ok(read) = read_session(&bytes) {
            let key_was_hit = !String::from_utf8_lossy(&bytes).contains("\"checksum\"");
            assert!(key_was_hit || read == good, "byte {at}");
        }
    }
}

#[test]
fn the_code_over_a_record_changes_with_everything_in_it() {
    let before = digest(&session_file(&read_session(full().to_string().as_bytes()).unwrap()));
    for (path, value) in [
        ("/first/assessment/answers/outcome-boundary/example", json!("another example")),
        ("/first/assessment/answers/outcome-boundary/statement", json!(1)),
        ("/first/seal/number", json!(2)),
        ("/second/seal/opened", json!(false)),
        ("/questions/outcome-boundary/answer/statement", json!(4)),
        ("/questions/direction-ownership/first/words", json!("said otherwise")),
        ("/actions/0/by", json!("2028-03")),
        ("/unclear/0/words", json!("")),
        ("/elapsed", json!(62)),
        ("/finished", json!(NOW)),
        ("/previous/code", json!("older")),
    ] {
        let mut file = full();
        *file.pointer_mut(path).unwrap_or_else(|| panic!("{path}")) = value;
        assert_ne!(digest(&session_file(&read_session(file.to_string().as_bytes()).unwrap())), before, "{path}");
    }
}

#[test]
fn a_review_form_is_read_back_the_same_and_keeps_what_it_does_not_know() {
    let (_, mut c) = (0, pair("4", "2"));
    finish(&mut c);
    let mut sheet = Review::of(c.record(), "code", "r1".into(), "Aya".into(), NOW.into());
    for (mark, question) in Mark::ALL.into_iter().zip(["talent", "writing", "outcome-boundary"]) {
        sheet.marks.insert(question.into(), Remark { mark, text: "a line".into(), extra: Map::new() });
    }
    let mut file = review_file(&sheet);
    assert_eq!((&file["record"], &file["code"]), (&json!("s1"), &json!("code")));
    for path in ["", "/marks/talent"] {
        file.pointer_mut(path).unwrap()["x-later"] = json!([1]);
    }
    let read = read_review(file.to_string().as_bytes()).unwrap();
    assert_eq!(canonical(&review_file(&read)), canonical(&file));
    assert_eq!(read_review(stored_review(&read).as_bytes()).unwrap(), read);
    for (path, value, sentence) in [
        ("/marks/talent/mark", json!("hm"), "marks.talent.mark: \"hm\" is not known; it is \"agree\", \"question\" or \"pass\""),
        ("/marks/talent/mark", json!(""), "marks.talent.mark: is missing"),
        ("/record", json!(""), "record: is missing"),
        ("/format", json!("x"), "format: this is \"x\", not a committee file (\"ladder-calibration/committee\")"),
    ] {
        let mut broken = file.clone();
        *broken.pointer_mut(path).unwrap() = value;
        assert_eq!(read_review(broken.to_string().as_bytes()).unwrap_err().to_string(), sentence);
    }
    assert!(parse(stored_review(&read).as_bytes()).is_ok());
}
