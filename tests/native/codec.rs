//! The codec: nothing is lost, nothing damaged passes, and the canonical form is the standard's.

use ladder_calibration::files::{
    Found, MAX_LINK, assessment_file, bundle_file, canonical, decode_any, digest, parse, read_assessment, read_stored,
    stored_text,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::support::file;

fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("Surname, Given".into()),
        Just("a#b%20c".into()),
        Just("\u{202e}evil\u{200f}".into()),
        Just("\"quoted\"\\".into()),
        any::<String>()
    ]
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_filter("finite", |f| f.is_finite()).prop_map(Value::from),
        names().prop_map(Value::from)
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names(), inner), 0..4).prop_map(|l| Value::Object(l.into_iter().collect()))
        ]
    })
}

fn with_unknown_fields(extra: &[(String, Value)], name: &str) -> Value {
    let mut f = file("3210nx43210432104321043.");
    let add = |object: &mut Value| {
        for (key, value) in extra.iter().filter(|(_, v)| !v.is_null()) {
            object[format!("x-{key}")] = value.clone();
        }
    };
    f["subject"] = json!({ "name": name, "title": "staff" });
    f["rater"] = json!({ "role": "manager", "name": name });
    f["period"] = json!({ "from": "2025-12-01", "to": "2026-11-30" });
    f["evidence"] = json!([{ "id": "e1", "title": name, "sensitive": true }]);
    for place in ["/ladder", "/subject", "/rater", "/period", "/answers/talent", "/answers/writing", ""] {
        add(f.pointer_mut(place).unwrap());
    }
    f
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn unknown_fields_survive_at_every_level(extra in prop::collection::vec((names(), values()), 0..4), name in names()) {
        let f = with_unknown_fields(&extra, if name.is_empty() { "x" } else { &name });
        let read = read_assessment(f.to_string().as_bytes()).unwrap();
        prop_assert_eq!(canonical(&assessment_file(&read)), canonical(&f));
        let again = read_stored(&stored_text(&read, 7, "2026-11-24")).unwrap();
        prop_assert_eq!((again.assessment, again.revision, again.last_exported.as_str()), (read, 7, "2026-11-24"));
    }

    #[test]
    fn the_canonical_form_is_that_of_another_library(value in values()) {
        prop_assert_eq!(canonical(&value), serde_json_canonicalizer::to_string(&value).unwrap());
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_assessment(&bytes);
        let _ = ladder_calibration::files::read_ladder(&bytes);
        let _ = decode_any(&bytes);
    }
}

#[test]
fn numbers_are_written_as_the_standard_says() {
    for (number, text) in [
        (json!(0.0), "0"),
        (json!(-0.0), "0"),
        (json!(1.0), "1"),
        (json!(-1.45), "-1.45"),
        (json!(1e21), "1e+21"),
        (json!(1e-7), "1e-7"),
        (json!(0.000_001), "0.000001"),
        (json!(123_456_789_012_345_680_000.0), "123456789012345680000"),
        (json!(5e-324), "5e-324"),
        (json!(1.797_693_134_862_315_7e308), "1.7976931348623157e+308"),
        (json!(u64::MAX), "18446744073709552000"),
    ] {
        assert_eq!(canonical(&number), text);
    }
}

#[test]
fn keys_are_sorted_as_utf16_and_the_digest_names_its_hash() {
    let value = json!({ "\u{1F600}": 1, "\u{FB33}": 2, "a": [true, null], "": "\u{20ac}\n" });
    assert_eq!(canonical(&value), "{\"\":\"\u{20ac}\\n\",\"a\":[true,null],\"\u{1F600}\":1,\"\u{FB33}\":2}");
    assert_eq!(digest(&json!({})), "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
}

#[test]
fn a_record_cut_off_anywhere_is_refused() {
    let text = stored_text(&read_assessment(file("33").to_string().as_bytes()).unwrap(), 1, "");
    for length in 0..text.len() {
        assert!(read_assessment(&text.as_bytes()[..length]).is_err(), "{length}");
    }
}

#[test]
fn an_example_without_a_choice_is_a_draft_and_kept() {
    let mut f = file("3.");
    f["drafts"] = json!({ "direction-ownership": { "example": "typed before choosing" } });
    let read = read_assessment(f.to_string().as_bytes()).unwrap();
    assert_eq!(read.answers.get("direction-ownership").unwrap().choice, None);
    assert_eq!(assessment_file(&read)["drafts"], f["drafts"]);
}

#[test]
fn limits_come_before_work() {
    assert!(parse(&vec![b' '; 4 * 1024 * 1024 + 1]).unwrap_err().message.to_string().contains("4 MiB"));
    let mut whole = vec![b' '; 4 * 1024 * 1024];
    whole[0] = b'0';
    assert_eq!(parse(&whole), Ok(json!(0)), "exactly 4 MiB is not too large");
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    assert!(parse(deep.as_bytes()).unwrap_err().message.to_string().contains("recursion limit"));
    let list = |item: &str, count: usize| format!("[{}{item}]", format!("{item},").repeat(count - 1));
    let object = |count: usize| format!("{{{},\"x\":0}}", (1..count).map(|i| format!("\"{i}\":0")).collect::<Vec<_>>().join(","));
    let cause = |text: &str| parse(text.as_bytes()).map_err(|problem| problem.message);
    assert!(cause(&list("0", 2000)).is_ok() && cause(&object(2000)).is_ok());
    assert!(cause(&list("0", 2001)).unwrap_err().to_string().contains("too many values in one list"));
    assert!(cause(&object(2001)).unwrap_err().to_string().contains("too many values in one object"));
    // The outer list, 24 lists of 1999 values, and one more list.
    let values = |last: usize| format!("[{},{}]", vec![list("0", 1999); 24].join(","), list("0", last));
    assert!(cause(&values(1998)).is_ok(), "50,000");
    assert!(cause(&values(1999)).unwrap_err().to_string().ends_with("(too many values)"), "50,001");
    assert!(parse(b"{\"a\":{\"b\":1,\"b\":2}}").unwrap_err().message.to_string().contains("\"b\" appears twice"));
    assert!(parse(b"1e999").is_err());
    let mut long = file("3");
    long["answers"]["outcome-boundary"]["example"] = "x".repeat(20_001).into();
    assert!(read_assessment(long.to_string().as_bytes()).unwrap_err().message.to_string().contains("20000"));
}

#[test]
fn more_entries_than_any_file_may_have_are_refused_before_they_are_looked_at() {
    let mut f = file("3");
    for i in 0..2_001 {
        f["answers"][format!("q{i}")] = json!({ "statement": 1 });
    }
    assert!(read_assessment(f.to_string().as_bytes()).unwrap_err().message.to_string().contains("too many values in one object"));
    let mut f = file("3");
    f["evidence"] = vec![json!({ "id": "e1" }); 2_001].into();
    assert!(read_assessment(f.to_string().as_bytes()).unwrap_err().message.to_string().contains("too many values in one list"));
}

#[test]
fn a_checksum_that_does_not_fit_is_reported() {
    let mut f = file("3");
    f["checksum"] = json!("sha256:00");
    assert!(read_assessment(f.to_string().as_bytes()).unwrap_err().to_string().starts_with("checksum: does not match"));
    let bare: Map<String, Value> = file("3").as_object().unwrap().clone();
    assert!(read_assessment(Value::Object(bare).to_string().as_bytes()).is_ok(), "files may leave it out");
}

#[track_caller]
fn refused(bytes: &[u8], names: &str) {
    let sentence = decode_any(bytes).unwrap_err().to_string();
    assert!(sentence.contains(names), "{sentence}");
}

#[test]
fn one_decoder_says_what_it_found() {
    assert!(matches!(decode_any(file("33").to_string().as_bytes()), Ok(Found::Assessment(_))));
    let ladder = include_bytes!("../../ladders/staff-plus.en.json");
    assert!(matches!(decode_any(ladder), Ok(Found::Ladder(_))));
    let golden = |name| decode_any(super::support::golden(name).as_bytes());
    assert!(matches!(golden("locked-1.json"), Ok(Found::Locked(_))));
    assert!(matches!(golden("sealed-self-1.json"), Ok(Found::Sealed(_))));
    refused(b"", "empty");
    refused(b"see [ladder-calibration/invitation abc", "the end of the invitation is missing");
    refused(b"{}", "format: is missing");
    refused(b"{\"format\"", "line 1, column 9");
    refused(b"see lc2.abc.def", "has version 2");
    refused(b"https://ladder.example/#lc1.abc.def", "damaged or cut off");
    refused(b"plain words", "line 1, column 1");
    refused(b"{\"format\":\"recipes/cake\"}", "\"recipes/cake\" is not a file of ladder calibration");
    refused(b"{\"format\":\"ladder-calibration/profile\",\"version\":1}", "computed result");
    refused(b"{\"format\":\"ladder-calibration/assessment\",\"version\":2}", "version 2");
}

#[test]
fn a_bundle_gives_each_of_its_files_and_names_the_broken_ones() {
    let bundle = bundle_file(vec![file("33"), json!({ "format": "x" }), bundle_file(Vec::new())]);
    let Ok(Found::Bundle(files)) = decode_any(bundle.to_string().as_bytes()) else { panic!("no bundle") };
    assert!(matches!(files[0], Ok(Found::Assessment(_))));
    assert!(files[1].as_ref().unwrap_err().message.to_string().contains("not a file of ladder calibration"));
    assert!(files[2].is_err(), "a bundle in a bundle would have no end");
    let changed = bundle.to_string().replace("\"statement\":3", "\"statement\":4");
    refused(changed.as_bytes(), "checksum");
}

#[test]
fn what_the_recovery_screen_exports_is_read_with_the_newer_slot_of_each_record_and_conflict_copies() {
    let record = |revision, updated: &str, id: &str| {
        let mut a = read_assessment(file("33").to_string().as_bytes()).unwrap();
        (a.id, a.updated) = (id.into(), updated.into());
        Value::from(stored_text(&a, revision, ""))
    };
    // The clock of `c3` was set back: the revision decides which is newer. Of `d4` one slot cannot be read.
    let dump = json!({
        "ladder-calibration/place": "a1 profile",
        "ladder-calibration/aside/a1/window": record(9, "2026-10-31", "a1"),
        "ladder-calibration/assessment/a1": record(1, "2026-11-01", "a1"),
        "ladder-calibration/assessment/a1/b": record(2, "2026-11-02", "a1"),
        "ladder-calibration/assessment/b2": record(1, "2026-11-01", "b2"),
        "ladder-calibration/assessment/broken": "{",
        "ladder-calibration/assessment/c3": record(5, "2026-11-01", "c3"),
        "ladder-calibration/assessment/c3/b": record(4, "2026-11-02", "c3"),
        "ladder-calibration/assessment/d4": "{",
        "ladder-calibration/assessment/d4/b": record(1, "2026-11-01", "d4"),
    });
    let Ok(Found::Bundle(files)) = decode_any(dump.to_string().as_bytes()) else { panic!("no bundle") };
    let told: Vec<String> = files
        .iter()
        .map(|f| match f {
            Ok(Found::Assessment(a)) => format!("{} {}", a.id, a.updated),
            Ok(_) => "something else".into(),
            Err(problem) => problem.path.split(':').next().unwrap().to_owned(),
        })
        .collect();
    let broken = |key: &str| format!("ladder-calibration/assessment/{key}");
    assert_eq!(
        told,
        ["a1 2026-10-31", "a1 2026-11-02", "b2 2026-11-01", &broken("broken"), "c3 2026-11-01", &broken("d4"), "d4 2026-11-01"]
    );
}

#[test]
fn a_sealed_file_is_handed_on_to_the_letter() {
    let spaced = format!("  {}\n", super::support::golden("sealed-self-1.json"));
    let Ok(Found::Sealed(sealed)) = decode_any(spaced.as_bytes()) else { panic!("not sealed") };
    assert_eq!(sealed.file(), spaced);
}

#[test]
fn a_message_may_be_twice_as_long_as_a_link() {
    let message = |length: usize| {
        let end = " see lc1.abc.def";
        format!("{}{end}", "x".repeat(length - end.len()))
    };
    refused(message(2 * MAX_LINK).as_bytes(), "damaged or cut off");
    refused(message(2 * MAX_LINK + 1).as_bytes(), "line 1, column 1");
}

#[test]
fn a_version_that_never_was_is_not_taken_for_a_newer_one() {
    refused(b"{\"format\":\"ladder-calibration/assessment\",\"version\":0}", "version: has to be 1");
    refused(b"{\"format\":\"ladder-calibration/assessment\",\"version\":\"1\"}", "version: has to be 1");
}

#[test]
fn own_names_and_the_session_are_read_and_written_again() {
    let mut f = file("33");
    f["terms"] = json!({ "area": "tribe" });
    f["session"] = json!("0123456789abcdef");
    let a = read_assessment(f.to_string().as_bytes()).unwrap();
    assert_eq!((a.terms.get("area").map(String::as_str), a.session.as_str()), (Some("tribe"), "0123456789abcdef"));
    let again = assessment_file(&a);
    assert_eq!((&again["terms"], &again["session"]), (&f["terms"], &f["session"]));
}

#[test]
fn a_locked_file_without_a_parameter_is_refused() {
    for name in ["m", "t", "p"] {
        for value in [Value::Null, json!(-1), json!(1.5)] {
            let mut locked: Value = serde_json::from_str(&super::support::golden("locked-1.json")).unwrap();
            locked["kdf"][name] = value;
            locked.as_object_mut().unwrap().remove("checksum");
            locked["checksum"] = digest(&locked).into();
            refused(locked.to_string().as_bytes(), &format!("kdf.{name}"));
        }
    }
}

#[test]
fn every_field_of_an_assessment_is_read_and_written_again() {
    let mut f = file("3");
    f["id"] = json!("0123456789abcdef0123456789abcdef");
    f["ladder"] = json!({ "id": "staff-plus", "revision": "1", "digest": "d" });
    f["subject"] = json!({ "name": "a", "title": "b", "target": "principal" });
    f["rater"] = json!({ "role": "manager", "name": "c" });
    f["period"] = json!({ "from": "2025-12", "to": "2026-11" });
    f["terms"] = json!({ "staff": "Lead" });
    f["snapshot"] = json!({ "of": "x", "taken": "2026-11-01", "why": "y" });
    f["session"] = json!("00112233445566778899aabbccddeeff");
    for (name, date) in [("created", "2026-11-23T10:00:00Z"), ("updated", "2026-11-24T10:00:00Z"), ("delete_by", "2027-11-23")] {
        f[name] = json!(date);
    }
    let a = read_assessment(f.to_string().as_bytes()).unwrap();
    let mut written = assessment_file(&a);
    written.as_object_mut().unwrap().remove("checksum");
    assert_eq!(written, f);
    let stored = read_stored(&stored_text(&a, 7, "2026-11-25")).unwrap();
    assert_eq!((&stored.assessment, stored.revision, stored.last_exported.as_str()), (&a, 7, "2026-11-25"));
}
