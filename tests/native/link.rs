//! Links: their content, that it survives transport, and what is refused.

use ladder_calibration::documents::seal::QuestionSet;
use ladder_calibration::export::{Redaction, redact};
use ladder_calibration::files::{Link, MAX_LINK, default_ladder, link_fragment, read_assessment, read_link};
use ladder_calibration::model::assessment::{Assessment, Choice, OffScale, Role};
use ladder_calibration::model::profile::profile;
use ladder_calibration::model::scoring::Model;
use ladder_calibration::model::snapshots::snapshot;
use proptest::prelude::*;
use serde_json::json;

use super::support::file;

const RATINGS: Redaction = Redaction { names: false, examples: false, evidence: false, sensitive: false, ratings: true };

fn set_up() -> Link {
    Link::set_up(&default_ladder(), QuestionSet::Core, Role::Manager, "principal")
}

/// All 24 questions answered, with everything that a file may have.
fn answered(name: &str) -> Assessment {
    let mut f = file("3nx443210432104321043210");
    f["id"] = json!("0123456789abcdef0123456789abcdef");
    f["ladder"] = json!({ "id": "staff-plus", "revision": default_ladder().revision, "digest": default_ladder().digest });
    f["subject"] = json!({ "name": name, "title": name, "target": "principal" });
    f["rater"] = json!({ "role": "manager", "name": name });
    f["period"] = json!({ "from": "2025-12-01", "to": "2026-11-30" });
    f["created"] = json!("2026-11-23T10:00:00Z");
    f["updated"] = json!("2026-11-23T10:20:00Z");
    for answer in f["answers"].as_object_mut().unwrap().values_mut() {
        answer["example"] = json!("Payments ledger split, nine teams");
        answer["evidence"] = json!(["e1"]);
        answer["no_room"] = json!(true);
    }
    f["evidence"] = json!([{ "id": "e1", "title": "Ledger", "link": "https://wiki.example/ledger" }]);
    read_assessment(f.to_string().as_bytes()).unwrap()
}

fn with(a: &Assessment, keep: Redaction) -> Link {
    Link { assessment: Some(redact(a, keep)), questions: QuestionSet::All, ..set_up() }
}

#[test]
fn a_set_up_survives_and_carries_nobody() {
    let fragment = link_fragment(&set_up());
    assert!(fragment.starts_with("lc1.") && fragment.len() < 300, "{} characters", fragment.len());
    assert!(fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)));
    let read = read_link(&fragment).unwrap();
    assert_eq!(read, set_up());
    assert_eq!(read.assessment, None);
    assert_eq!((read.ladder.revision, read.ladder.digest), (default_ladder().revision.clone(), default_ladder().digest.clone()));
}

#[test]
fn ratings_travel_without_names_examples_or_evidence_and_give_the_same_profile() {
    let a = answered("Surname, Given");
    let fragment = link_fragment(&with(&a, RATINGS));
    assert!(fragment.len() < 4096, "{} characters", fragment.len());
    let mut longest = snapshot(&a, String::new(), a.updated.clone(), String::new());
    for q in &default_ladder().questions {
        let answer = longest.answers.get_mut(&q.id).unwrap();
        answer.choice = Some(Choice::OffScale(OffScale::NoOpportunity));
    }
    let longest = link_fragment(&with(&longest, RATINGS));
    assert!(longest.len() < 4096, "{} characters", longest.len());
    let read = read_link(&fragment).unwrap().assessment.unwrap();
    assert!(read.subject.name.is_empty() && read.rater.name.is_empty() && read.extra.is_empty());
    assert!(read.answers.iter().all(|(_, x)| x.example.is_empty() && x.evidence.is_empty() && x.example_withheld));
    let (ladder, model) = (default_ladder(), Model::new(&default_ladder()));
    assert_eq!(
        profile(&ladder, &model, std::slice::from_ref(&read)).overall,
        profile(&ladder, &model, std::slice::from_ref(&a)).overall
    );
}

#[track_caller]
fn survives(text: &str) {
    let link = with(&answered(text), Redaction { names: true, examples: true, evidence: true, sensitive: true, ratings: true });
    let target = Link { target: text.to_owned(), ..link };
    assert_eq!(read_link(&link_fragment(&target)).as_ref(), Ok(&target), "{text}");
}

#[test]
fn names_with_characters_of_addresses_survive() {
    for text in [
        "Surname, Given",
        "a#b",
        "100 %",
        "%2C%23",
        "a+b c&d=e?f/g",
        "lc1.x.y#lc2.z.w",
        "J\u{f6}rg \u{1f680}\u{202e}",
        "\"\\\n\t",
    ] {
        survives(text);
    }
}

/// Every form in which a link may arrive.
#[track_caller]
fn arrives(change: impl Fn(&str) -> String) {
    for link in [set_up(), with(&answered("Surname, Given"), RATINGS)] {
        let text = change(&link_fragment(&link));
        assert_eq!(read_link(&text), Ok(link), "{text}");
    }
}

#[test]
fn what_mail_and_chat_do_to_a_link_is_taken_back() {
    arrives(|f| format!("#{f}"));
    arrives(|f| format!("https://wiki.example/lc1.page/lc1.html?x=%C3%A4#{f}"));
    arrives(|f| format!("See https://wiki.example/#{f}"));
    arrives(|f| format!("<https://wiki.example/#{f}>"));
    arrives(|f| format!("(https://wiki.example/#{f})."));
    arrives(|f| format!("https://wiki.example/#{f} and more words"));
    arrives(|f| format!("https://wiki.example/#{f}\n"));
    arrives(|f| format!("https%3A%2F%2Fwiki.example%2F%23{f}"));
    arrives(|f| f.replace('.', "%2E").replace('-', "%2d").replace('_', "%5F"));
}

#[track_caller]
fn refused(text: &str, cause: &str) {
    let problem = read_link(text).expect_err("it was accepted").to_string();
    assert!(problem.contains(cause), "{problem}");
}

#[test]
fn what_cannot_be_opened_is_refused_with_the_reason() {
    let good = link_fragment(&set_up());
    let (head, checksum) = good.rsplit_once('.').unwrap();
    refused("", "holds nothing");
    refused("#profile", "holds nothing");
    refused("lc1", "holds nothing");
    refused("xlc1.a.b", "holds nothing");
    refused(&good.replace("lc1.", "lc2."), "has version 2; this page reads version 1");
    refused(&good.replace("lc1.", "lc0."), "has version 0");
    refused(head, "damaged or cut off");
    refused(&format!("{head}.{}", &checksum[..15]), "damaged or cut off");
    refused(&format!("{head}.{checksum}0"), "damaged or cut off");
    refused(&good.replace("lc1.", "lc1.A"), "damaged or cut off");
    refused(&format!("{}{good}", "x ".repeat(MAX_LINK / 2)), "longer than 32 KiB");
}

/// A link with a right checksum over this text.
fn over(json: &str) -> String {
    use base64ct::{Base64UrlUnpadded, Encoding as _};
    use sha2::{Digest as _, Sha256};
    let hash = Sha256::digest(json.as_bytes());
    let digits = ladder_calibration::base::numbers::hex(&hash[..8]);
    format!("lc1.{}.{digits}", Base64UrlUnpadded::encode_string(json.as_bytes()))
}

#[test]
fn a_right_checksum_over_wrong_contents_helps_nobody() {
    let good = json!({ "ladder": { "id": "staff-plus" }, "questions": "core", "role": "peer" });
    assert_eq!(read_link(&over(&good.to_string())).unwrap().role, Role::Peer);
    let with = |name: &str, value: serde_json::Value| {
        let mut bad = good.clone();
        bad[name] = value;
        over(&bad.to_string())
    };
    refused(&over("not json"), "line 1");
    refused(&over("[]"), "object");
    refused(&over("{\"a\":1,\"a\":2}"), "appears twice");
    refused(&with("ladder", json!({})), "ladder.id: is missing");
    refused(&with("ladder", json!(null)), "ladder.id: is missing");
    refused(&with("questions", json!("some")), "questions: \"some\" is not known");
    refused(&with("role", json!("chief")), "role: \"chief\" is not a role");
    refused(&with("target", json!(7)), "target: has to be text");
    refused(&with("assessment", json!({ "format": "ladder-calibration/assessment", "version": 2 })), "version 2");
    refused(&with("assessment", json!("x")), "not an assessment");
    let mut inner = file("3");
    inner["answers"]["outcome-boundary"]["statement"] = json!(-1);
    refused(&with("assessment", inner), "assessment.answers.outcome-boundary.statement");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_name_survives(name in any::<String>()) {
        survives(&name);
    }

    #[test]
    fn arbitrary_text_never_panics(text in prop_oneof![any::<String>(), "(lc1\\.|#|%|\\.|[0-9a-zA-Z_-]){0,40}"]) {
        let _ = read_link(&text);
    }

    #[test]
    fn a_changed_character_never_passes_for_another_link(at in any::<prop::sample::Index>(), to in "[A-Za-z0-9_-]") {
        let good = link_fragment(&set_up());
        let at = at.index(good.len());
        let changed = format!("{}{to}{}", &good[..at], &good[at + 1..]);
        if let Ok(read) = read_link(&changed) {
            prop_assert_eq!(read, set_up());
        }
    }
}

#[test]
fn length_and_version_are_reported_from_the_first_character_that_is_too_many() {
    let told = |text: &str| read_link(text).unwrap_err().to_string();
    assert!(told(&" ".repeat(MAX_LINK)).contains("holds nothing"), "the longest that is looked at");
    assert!(told(&" ".repeat(MAX_LINK + 1)).contains("longer than 32 KiB"));
    assert!(told("lc12345.abc").contains("version 12345"), "five digits are a version");
    for text in ["lc123456.abc", "lc.abc", "lcab.abc", "lc1b.abc", "xlc2.abc"] {
        assert!(told(text).contains("holds nothing"), "{text}: {}", told(text));
    }
}
