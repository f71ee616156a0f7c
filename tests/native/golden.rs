//! Files of every released version: they can be opened forever, and the current version writes the same content.

use ladder_calibration::calibration::{CodeCheck, Side};
use ladder_calibration::files::{Found, assessment_file, canonical, decode_any, link_fragment, parse, session_file};

use super::support::golden;

fn found(name: &str) -> Found {
    decode_any(golden(name).as_bytes()).unwrap_or_else(|p| panic!("{name}: {p}"))
}

/// Two files with the same content, whatever the order of their fields; a checksum is optional in files.
#[track_caller]
fn says_the_same(name: &str, written: &serde_json::Value) {
    let mut old = parse(golden(name).as_bytes()).unwrap();
    old.as_object_mut().unwrap().remove("checksum");
    assert_eq!(canonical(written), canonical(&old), "{name}");
}

#[test]
fn an_assessment_of_version_1_is_read_whole_with_what_this_version_does_not_know() {
    let Found::Assessment(a) = found("assessment-1.json") else { panic!("another kind") };
    assert_eq!((a.subject.name.as_str(), a.answers.len(), a.delete_by.as_str()), ("Surname, Given #1 100%", 24, "2027-11-30"));
    says_the_same("assessment-1.json", &assessment_file(&a));
}

#[test]
fn a_bundle_and_a_dump_of_the_store_give_their_records() {
    for (name, count) in [("bundle-1.json", 2), ("store-1.json", 1)] {
        let Found::Bundle(files) = found(name) else { panic!("{name}: another kind") };
        assert_eq!(files.iter().filter(|f| matches!(f, Ok(Found::Assessment(_)))).count(), count, "{name}");
        assert!(files.iter().all(Result::is_ok), "{name}");
    }
}

#[test]
fn a_link_of_version_1_is_read_and_written_again_to_the_letter() {
    let Found::Link(link) = found("link-1.txt") else { panic!("another kind") };
    assert_eq!(link.assessment.as_ref().map(|a| a.answers.len()), Some(24));
    assert_eq!(link_fragment(&link), golden("link-1.txt").trim());
}

#[test]
fn a_ladder_of_version_1_is_read() {
    let Found::Ladder(ladder) = found("ladder-1.json") else { panic!("another kind") };
    assert_eq!((ladder.levels.len(), ladder.dimensions.len(), ladder.questions.len()), (7, 2, 6));
}

#[test]
fn a_session_record_of_version_1_is_read_whole() {
    let Found::SessionRecord(record) = found("session-1.json") else { panic!("another kind") };
    says_the_same("session-1.json", &session_file(&record));
}

#[test]
fn a_record_of_version_1_with_salts_and_a_name_is_read_whole_and_fits_its_codes() {
    let Found::SessionRecord(record) = found("session-sealed-1.json") else { panic!("another kind") };
    says_the_same("session-sealed-1.json", &session_file(&record));
    assert_eq!(Side::BOTH.map(|side| record.party(side).code_check()), [Some(CodeCheck::Fits); 2]);
    assert_eq!(record.about(), "Ines");
}
