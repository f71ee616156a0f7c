//! Codes: the bytes that they are computed over, their check digit, parsing, and the manual for checking them by hand.

use std::process::Command;

use ladder_calibration::base::numbers::hex;
use ladder_calibration::documents::seal::{Content, SessionId, closing_code, code};
use ladder_calibration::documents::seal_codes::{Code, CodeError, OpeningNumber};
use ladder_calibration::model::assessment::Role;
use proptest::prelude::*;

#[test]
fn the_code_is_the_one_computed_independently() {
    let payload = br#"{"answers":{},"format":"ladder-calibration/assessment","ladder":{"id":"staff-plus"},"rater":{"role":"self"},"version":1}"#;
    let content = Content { salt: std::array::from_fn(|i| u8::try_from(i).unwrap()), payload: payload.to_vec() };
    let session = SessionId::new("example-session").unwrap();
    let code = code(&session, Role::SelfRater, 1, &content);
    assert_eq!(code.to_string(), "2104 4357 0977 4150 8746 7254 6079 4610 6951 4242");
    assert_eq!(closing_code(b"{}").digits(), "0353222169662922004086837775722889621399");
}

#[test]
fn everything_that_a_seal_stands_for_changes_its_code() {
    let base = Content { salt: [1; 32], payload: b"{}".to_vec() };
    let of = |session: &str, role, number, content: &Content| code(&SessionId::new(session).unwrap(), role, number, content);
    let codes = [
        of("session-1", Role::SelfRater, 1, &base),
        of("session-2", Role::SelfRater, 1, &base),
        of("session-1", Role::Peer, 1, &base),
        of("session-1", Role::SelfRater, 2, &base),
        of("session-1", Role::SelfRater, 1, &Content { salt: [2; 32], ..base.clone() }),
        of("session-1", Role::SelfRater, 1, &Content { payload: b"{ }".to_vec(), ..base.clone() }),
        closing_code(b"{}"),
    ];
    for (i, a) in codes.iter().enumerate() {
        assert!(codes[..i].iter().all(|b| a != b), "{i}");
    }
    for bad in ["short", "with space", "with\nnewline", "a/b/c/d/e", &"x".repeat(65), "\u{e9}\u{e9}\u{e9}\u{e9}\u{e9}"] {
        assert_eq!(SessionId::new(bad), None, "{bad:?}");
    }
}

/// These digits after as many zeros as a code needs, which lead nowhere, and the one check digit that fits.
fn checked(digits: &str) -> String {
    let fits: Vec<String> =
        (0..10).map(|check| format!("{digits:0>39}{check}")).filter(|typed| Code::parse(typed).is_ok()).collect();
    assert_eq!(fits.len(), 1, "{digits}");
    fits[0].clone()
}

#[test]
fn every_exchange_of_neighbours_is_found_from_every_row() {
    for n in 0..1000 {
        let good = checked(&format!("{n:03}"));
        for at in [38, 39] {
            let mut typed = good.clone().into_bytes();
            typed.swap(at - 1, at);
            let typed = String::from_utf8(typed).unwrap();
            assert_eq!(Code::parse(&typed).is_ok(), typed == good, "{typed}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_digits_are_the_first_128_bits(record in prop::collection::vec(any::<u8>(), 0..64)) {
        use sha2::Digest as _;
        let hash = sha2::Sha256::digest([b"ladder-calibration/close/1\n", record.as_slice()].concat());
        let number = u128::from_be_bytes(hash[..16].try_into().unwrap());
        let code = closing_code(&record);
        prop_assert_eq!(&code.digits()[..39], format!("{number:039}"));
    }

    #[test]
    fn a_wrong_digit_and_two_neighbours_exchanged_are_always_found(record in any::<u64>()) {
        let digits = closing_code(&record.to_be_bytes()).digits().to_owned();
        let wrong = |bytes: &[u8]| Code::parse(std::str::from_utf8(bytes).unwrap()) == Err(CodeError::CheckDigit);
        for at in 0..40 {
            let mut bytes = digits.clone().into_bytes();
            for other in (b'0'..=b'9').filter(|d| *d != digits.as_bytes()[at]) {
                bytes[at] = other;
                prop_assert!(wrong(&bytes), "{digits}, place {at}: {other}");
            }
            let mut bytes = digits.clone().into_bytes();
            if at > 0 && bytes[at] != bytes[at - 1] {
                bytes.swap(at, at - 1);
                prop_assert!(wrong(&bytes), "{digits}, places {} and {at}", at - 1);
            }
        }
    }
}

#[track_caller]
fn reads(typed: &str) {
    let code = closing_code(b"{}");
    assert_eq!(Code::parse(typed), Ok(code));
}

#[test]
fn a_code_is_read_however_it_was_typed() {
    let printed = closing_code(b"{}").to_string();
    assert_eq!(printed, "0353 2221 6966 2922 0040 8683 7775 7228 8962 1399");
    reads(&printed);
    reads(&printed.replace(' ', ""));
    reads(&printed.replace(' ', "-"));
    reads(&printed.replace(' ', "."));
    reads(&printed.replace(' ', "\u{2009}\u{200b}"));
    reads(&format!("> {}\n", printed.replace("2922 ", "2922\r\n> ")));
    for zero in ['\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'] {
        let other = |c: char| c.to_digit(10).map_or(c, |d| char::from_u32(u32::from(zero) + d).unwrap());
        reads(&printed.chars().map(other).collect::<String>());
    }
}

#[track_caller]
fn misread(typed: &str, fault: CodeError, sentence: &str) {
    let found = Code::parse(typed).unwrap_err();
    assert_eq!((found, found.to_string().as_str()), (fault, sentence));
}

#[test]
fn a_code_typed_wrong_is_reported() {
    let code = closing_code(b"{}").digits().to_owned();
    let length = |found| CodeError::Length { found, wanted: 40 };
    misread("", length(0), "is missing; it has 40 digits");
    misread(&code[1..], length(39), "has 39 digits here; it needs 40");
    misread(&code.repeat(2), length(80), "has 80 digits here; it needs 40");
    misread(&code.replace('0', "O"), CodeError::Other('O'), "contains \"O\"; only digits are allowed");
    let sentence = "has a typing error: its last digit, which checks the others, does not match";
    misread(&code.replace("0353", "3053"), CodeError::CheckDigit, sentence);
    assert_eq!(OpeningNumber::parse("1234 5678"), Err(CodeError::Length { found: 8, wanted: 20 }));
    assert_eq!(OpeningNumber::parse("1234-5678 9012 3456 7890").unwrap().to_string(), "1234 5678 9012 3456 7890");
}

/// Text of the page that says how to check a code by hand.
fn manual() -> String {
    std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/seal.md")).unwrap()
}

#[test]
fn the_example_in_the_manual_is_what_the_page_computes() {
    let manual = manual();
    let payload = manual.lines().find_map(|l| l.strip_prefix("printf '%s' '")?.strip_suffix("' > payload.json")).unwrap();
    let content = Content { salt: std::array::from_fn(|i| u8::try_from(i).unwrap()), payload: payload.as_bytes().to_vec() };
    let code = code(&SessionId::new("example-session").unwrap(), Role::SelfRater, 1, &content);
    assert!(manual.contains(&hex(&content.salt)));
    assert!(manual.contains(&format!("The code is `{code}`.")), "{code}");
    assert!(manual.contains("The codes show that neither of you changed anything after exchanging them."));
}

#[test]
fn the_commands_in_the_manual_print_the_code() {
    let manual = manual();
    let blocks: Vec<&str> = manual.split("```sh\n").skip(1).filter_map(|part| part.split("```").next()).collect();
    let by_hand = blocks.iter().find(|block| block.contains("sha256sum")).unwrap();
    let folder = std::env::temp_dir().join(format!("ladder-calibration-seal-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let there = |tool: &str| Command::new(tool).arg("--version").output().is_ok_and(|o| o.status.success());
    if !["sh", "sha256sum", "python3"].into_iter().all(|tool| tool == "sh" || there(tool)) {
        println!("skipped: sha256sum or python3 is not installed");
        return;
    }
    let out = Command::new("sh").args(["-euc", by_hand]).current_dir(&folder).output().unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let (printed, errors) = (String::from_utf8(out.stdout).unwrap(), String::from_utf8_lossy(&out.stderr).into_owned());
    let code = printed.split_whitespace().last().unwrap_or_default();
    assert!(errors.is_empty() && manual.contains(&format!("The code is `{}`.", Code::parse(code).unwrap())), "{printed}{errors}");
}

#[test]
fn quotation_marks_brackets_and_emphasis_around_a_code_do_not_matter() {
    let code = closing_code(b"{}").to_string();
    for (before, after) in [
        ("\"", "\""),
        ("\u{201c}", "\u{201d}"),
        ("\u{201e}", "\u{201c}"),
        ("\u{ab} ", " \u{bb}"),
        ("`", "`"),
        ("**", "**"),
        ("(", "),"),
    ] {
        let typed = format!("{before}{code}{after}");
        assert_eq!(Code::parse(&typed).map(|c| c.to_string()), Ok(code.clone()), "{typed}");
    }
    for between in ["/", "_", ", ", " | "] {
        assert_eq!(Code::parse(&code.replace(' ', between)).map(|c| c.to_string()), Ok(code.clone()));
    }
    // A letter may stand for a digit, so it is never dropped.
    let fault = Code::parse(&format!("{code} l")).unwrap_err().to_string();
    assert!(fault.contains('l') && fault.contains("only digits"), "{fault}");
}
