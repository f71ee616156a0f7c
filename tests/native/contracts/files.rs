//! Ids, versions and field names of every file that people store or exchange.

use ladder_calibration::documents::seal::QuestionSet;
use ladder_calibration::files::{
    Found, Link, bundle_file, decode_any, default_ladder, default_ladders, invitation_text, link_fragment, parse,
    read_invitation, read_link, read_locked, read_review, read_sealed, read_session, read_warm_up, review_file, session_file,
};
use ladder_calibration::headless::{compare_of, profile_of};
use ladder_calibration::model::assessment::Role;
use ladder_calibration::state::{code_of, fits};
use serde_json::{Value, json};

use super::super::support::{file, golden};
use super::{every_field_is_read, names, root, with_checksum};

fn json_of(name: &str) -> Value {
    parse(golden(name).as_bytes()).unwrap()
}

/// The path in the first problem's message, or what a whole file lacks.
fn told<T, E: std::fmt::Display>(read: Result<T, E>) -> String {
    read.err().map(|problem| problem.to_string()).unwrap_or_default()
}

/// The base32 (RFC 4648, small letters) between the brackets of a message, as bytes.
fn from_base32(text: &str) -> Vec<u8> {
    let values = text.bytes().map(|c| u32::from(if c.is_ascii_digit() { c - b'2' + 26 } else { c - b'a' }));
    let bits: Vec<bool> = values.flat_map(|v| (0..5).rev().map(move |bit| v >> bit & 1 == 1)).collect();
    bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |sum, bit| sum << 1 | u8::from(*bit))).collect()
}

fn invitation() -> Value {
    let text = golden("invitation-1.txt");
    let (_, rest) = text.split_once("[ladder-calibration/invitation ").unwrap();
    serde_json::from_slice(&from_base32(rest.split_once(']').unwrap().0)).unwrap()
}

/// A record with everything that one may have.
fn session() -> Value {
    let mut out = json_of("session-sealed-1.json");
    out["subject"] = json!({ "name": "Ines" });
    out["length"] = 45.into();
    out["elapsed"] = 75.into();
    out["writer"] = "first".into();
    out["position"] = "talent".into();
    out["previous"] = json!({ "id": "before", "code": "1", "finished": "2026-05-23T10:45:00Z", "evidence": "the move is done" });
    out["actions"] = json!([{ "what": "Hand over", "owner": "Tomasz", "by": "2027-03-31" }]);
    out["unclear"] = json!([{ "question": "talent", "statement": 2, "by": "second", "words": "who counts" }]);
    let reason = |ground: &str| json!({ "ground": ground, "words": "in words" });
    out["questions"] = json!({
        "accountability": { "outcome": "agreed", "answer": { "statement": 3 }, "first": reason("new-example"), "second": reason("read-differently"),
                            "opportunity": { "who": "Tomasz", "will": "with the move" } },
        "talent": { "outcome": "dissent", "first": reason("other-period"), "second": reason("own-words") },
        "writing": { "outcome": "left-as-rated" },
        "reversal": { "answer": { "off_scale": "not-observed" } },
    });
    out.as_object_mut().unwrap().remove("checksum");
    out
}

#[test]
fn every_format_has_its_id_and_refuses_a_newer_version() {
    let warm_up: Value = serde_json::from_str(&std::fs::read_to_string(root().join("ladders/warm-up.en.json")).unwrap()).unwrap();
    let review = json!({ "format": "ladder-calibration/committee", "version": 1, "record": "r1" });
    let bundle = bundle_file(vec![file("3")]);
    for (id, found) in [
        ("ladder-calibration/assessment", json_of("assessment-1.json")),
        ("ladder-calibration/ladder", json_of("ladder-1.json")),
        ("ladder-calibration/locked", json_of("locked-1.json")),
        ("ladder-calibration/sealed", json_of("sealed-self-1.json")),
        ("ladder-calibration/invitation", invitation()),
        ("ladder-calibration/session", session()),
        ("ladder-calibration/committee", review),
        ("ladder-calibration/bundle", bundle),
        ("ladder-calibration/warm-up", warm_up),
    ] {
        assert_eq!((&found["format"], &found["version"]), (&json!(id), &json!(1)));
        let read = |file: &Value| {
            if id.ends_with("warm-up") {
                let problems = read_warm_up(file.to_string().as_bytes(), &default_ladder()).err().unwrap_or_default();
                return problems.first().map(ToString::to_string).unwrap_or_default();
            }
            told(decode_any(file.to_string().as_bytes()))
        };
        assert_eq!(read(&found), "", "{id}");
        let mut newer = found.clone();
        newer["version"] = 2.into();
        let newer = if found.get("checksum").is_some() { with_checksum(newer) } else { newer };
        assert!(read(&newer).contains("has version 2"), "{id}: {}", read(&newer));
    }
}

#[test]
fn the_one_decoder_says_what_a_file_is() {
    let kind = |text: &str| match decode_any(text.as_bytes()).unwrap() {
        Found::Assessment(_) => "assessment",
        Found::Ladder(_) => "ladder",
        Found::Locked(_) => "locked",
        Found::Sealed(_) => "sealed",
        Found::Link(_) => "link",
        Found::Invitation(_) => "invitation",
        Found::SessionRecord(_) => "session",
        Found::Review(_) => "committee",
        Found::Bundle(_) => "bundle",
    };
    for (name, is) in [
        ("assessment-1.json", "assessment"),
        ("ladder-1.json", "ladder"),
        ("locked-1.json", "locked"),
        ("sealed-manager-1.json", "sealed"),
        ("link-1.txt", "link"),
        ("invitation-1.txt", "invitation"),
        ("session-1.json", "session"),
        ("bundle-1.json", "bundle"),
        ("store-1.json", "bundle"),
    ] {
        assert_eq!(kind(&golden(name)), is, "{name}");
    }
    assert_eq!(kind(&json!({ "format": "ladder-calibration/committee", "version": 1, "record": "r1" }).to_string()), "committee");
}

#[test]
fn sealed_and_locked_files_have_these_fields() {
    let shared = ["checksum", "ciphertext", "format", "kdf", "nonce", "salt", "version"];
    let locked = json_of("locked-1.json");
    assert_eq!(names(&locked), shared);
    assert_eq!(locked["kdf"], json!({ "name": "argon2id", "m": 65536, "t": 3, "p": 1 }));
    let mut sealed = json_of("sealed-self-1.json");
    assert_eq!(
        names(&sealed),
        ["checksum", "ciphertext", "code", "format", "kdf", "nonce", "role", "salt", "seal", "session", "version"]
    );
    sealed["sealed_after"] = sealed["code"].clone();
    let sealed = with_checksum(sealed);
    every_field_is_read(&locked, &["checksum"], |file| told(read_locked(with_checksum(file.clone()).to_string().as_bytes())));
    every_field_is_read(&sealed, &["checksum"], |file| told(read_sealed(with_checksum(file.clone()).to_string().as_bytes())));
}

#[test]
fn an_invitation_has_these_fields_and_travels_between_brackets() {
    let file = invitation();
    assert_eq!(names(&file), ["checksum", "created", "format", "ladder", "period", "questions", "roles", "session", "version"]);
    every_field_is_read(&file, &["checksum"], |file| told(read_invitation(&with_checksum(file.clone()).to_string())));
    let read = read_invitation(&file.to_string()).unwrap();
    assert_eq!((read.session.as_str(), read.roles.both()), (file["session"].as_str().unwrap(), [Role::SelfRater, Role::Manager]));
    let text = invitation_text(&read);
    let (_, rest) = text.split_once("[ladder-calibration/invitation ").unwrap();
    let written: Value = serde_json::from_slice(&from_base32(rest.split_once(']').unwrap().0)).unwrap();
    assert_eq!(written, file);
    for (set, word) in [(QuestionSet::Core, "core"), (QuestionSet::All, "all")] {
        assert_eq!(set.id(), word);
    }
}

#[test]
fn a_session_record_has_these_fields_and_words() {
    let file = session();
    // The content of an original is checked as an assessment.
    every_field_is_read(&file, &[], |file| told(read_session(file.to_string().as_bytes())));
    assert_eq!(session_file(&read_session(file.to_string().as_bytes()).unwrap()), file);
    for (place, known) in [
        ("/questions/accountability/first/ground", "new-example, read-differently, other-period, own-words"),
        ("/questions/accountability/outcome", "\"agreed\", \"dissent\" or \"left-as-rated\""),
        ("/writer", "\"first\" or \"second\""),
        ("/length", "25, 45, 60"),
    ] {
        let mut other = file.clone();
        *other.pointer_mut(place).unwrap() = if place == "/length" { 30.into() } else { "of tomorrow".into() };
        let told = told(read_session(other.to_string().as_bytes()));
        assert!(told.contains(known), "{place}: {told}");
    }
}

#[test]
fn the_closing_code_of_a_record_stays_what_people_noted() {
    let record = read_session(golden("session-sealed-1.json").as_bytes()).unwrap();
    let noted = "0317 3467 2412 7351 8116 9632 0695 8972 1308 3240";
    assert_eq!(code_of(&record).to_string(), noted);
    assert_eq!(fits(&record, noted), Ok(true));
}

#[test]
fn a_members_review_form_has_these_fields_and_marks() {
    let remark = |mark: &str| json!({ "mark": mark, "words": "in words" });
    let file = json!({
        "format": "ladder-calibration/committee", "version": 1, "id": "m1", "record": "r1", "code": "1", "member": "Anna",
        "marks": { "talent": remark("agree"), "writing": remark("question"), "reversal": remark("pass") },
        "created": "2026-11-23T10:00:00Z", "updated": "2026-11-23T10:20:00Z",
    });
    every_field_is_read(&file, &[], |file| told(read_review(file.to_string().as_bytes())));
    assert_eq!(review_file(&read_review(file.to_string().as_bytes()).unwrap()), file);
}

#[test]
fn a_warm_up_has_these_fields() {
    let text = std::fs::read_to_string(root().join("ladders/warm-up.en.json")).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(names(&file), ["dossiers", "format", "ladder", "version"]);
    assert_eq!(names(&file["dossiers"][0]), ["id", "questions", "text", "title"]);
    assert_eq!(names(&file["dossiers"][0]["questions"][0]), ["question", "reason", "statement"]);
    let ladder = default_ladder();
    every_field_is_read(&file, &[], |file| {
        let problems = read_warm_up(file.to_string().as_bytes(), &ladder).err().unwrap_or_default();
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    });
}

#[test]
fn a_bundle_has_its_files_and_a_checksum() {
    let bundle = bundle_file(vec![file("3"), file("2")]);
    assert_eq!(names(&bundle), ["checksum", "files", "format", "version"]);
    assert_eq!(bundle, with_checksum(bundle.clone()));
    every_field_is_read(&with_checksum(bundle_file(Vec::new())), &["checksum"], |file| {
        told(decode_any(with_checksum(file.clone()).to_string().as_bytes()))
    });
}

#[test]
fn a_link_begins_with_its_version_and_ends_with_its_checksum() {
    let link = Link::set_up(&default_ladder(), QuestionSet::All, Role::Manager, "principal");
    let fragment = link_fragment(&link);
    let parts: Vec<&str> = fragment.split('.').collect();
    assert_eq!((parts.len(), parts[0], parts[2].len()), (3, "lc1", 16));
    let json: Value = {
        use base64ct::{Base64UrlUnpadded, Encoding as _};
        serde_json::from_slice(&Base64UrlUnpadded::decode_vec(parts[1]).unwrap()).unwrap()
    };
    assert_eq!(names(&json), ["ladder", "questions", "role", "target"]);
    assert_eq!(names(&json["ladder"]), ["digest", "id", "revision"]);
    assert_eq!((&json["questions"], &json["role"], &json["target"]), (&json!("all"), &json!("manager"), &json!("principal")));
    assert!(golden("link-1.txt").starts_with("lc1."));
    assert!(told(read_link(&fragment.replacen("lc1", "lc2", 1))).contains("has version 2"));
}

#[test]
fn roles_have_their_words() {
    let ids = ["self", "manager", "peer", "committee", "agreed"];
    assert_eq!(Role::ALL.map(Role::id), ids);
}

#[test]
fn what_programs_are_given_has_these_fields() {
    let ladders = default_ladders();
    let mut other = file(&"2".repeat(24));
    other["rater"] = json!({ "role": "manager" });
    let files =
        [("a.json".to_owned(), file(&"3".repeat(24)).to_string().into()), ("b.json".to_owned(), other.to_string().into())];
    let profile = profile_of(&ladders, &files).unwrap();
    assert_eq!((&profile["format"], &profile["version"]), (&json!("ladder-calibration/profile"), &json!(1)));
    assert_eq!(names(&profile), ["dimensions", "format", "ladder", "overall", "raters", "version", "warnings"]);
    assert_eq!(names(&profile["raters"][0]), ["answered", "no_opportunity", "not_observed", "overall", "role"]);
    assert_eq!(names(&profile["overall"]), ["level", "levels", "sentence", "sufficient"]);
    assert_eq!(names(&profile["dimensions"]["scope"]), ["levels", "position", "raters"]);
    assert_eq!(names(&profile["dimensions"]["scope"]["position"]), ["interval", "mean", "sd"]);
    assert_eq!(names(&profile["dimensions"]["scope"]["raters"][0]), ["answered", "interval", "levels", "mean", "sd"]);

    let comparison = compare_of(&ladders, &files).unwrap();
    assert_eq!((&comparison["format"], &comparison["version"]), (&json!("ladder-calibration/comparison"), &json!(1)));
    let fields = ["agreement", "deltas", "format", "gaps", "offset", "pairs", "same", "version", "warnings", "within_one"];
    assert_eq!(names(&comparison), fields);
    let coefficients =
        ["ac1", "ac2_linear", "alpha_interval", "alpha_ordinal", "kappa_linear", "kappa_quadratic", "kappa_unweighted"];
    assert_eq!(names(&comparison["agreement"]), coefficients);
    assert_eq!(names(&comparison["gaps"]["scope"]), ["a_higher_half_level", "b_higher_half_level", "mean", "sd"]);
    assert_eq!(names(&comparison["deltas"][0]), ["a", "b", "question"]);
    assert_eq!(names(&comparison["agreement"]["kappa_linear"]), ["value"]);
}
