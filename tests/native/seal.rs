//! Seals: what a sealed file shows, and every case in which a reveal opens nothing.

use base64ct::{Base64, Encoding as _};
use ladder_calibration::base::crypt::{Kdf, Key, Randomness};
use ladder_calibration::calibration::sealing::{
    AffectedFile, Input, NewSeal, Opened, RevealError, RevealErrorKind, SealError, open_both, seal,
};
use ladder_calibration::documents::seal::{Content, Invitation, RaterRoles, SessionId, closing_code, code};
use ladder_calibration::documents::seal_codes::{CodeError, OpeningNumber};
use ladder_calibration::files::{
    EncryptError, assessment_file, canonical, invitation_text, read_assessment, read_invitation, read_sealed,
};
use ladder_calibration::model::assessment::{Answer, Assessment, Role};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::crypt::unlock;
use super::invitation::invitation;
use super::support::{file, forged, fresh, golden};

fn small() -> Kdf {
    Kdf::new(8, 1, 1).unwrap()
}

fn ratings(role: Role, answers: &str) -> Assessment {
    let mut out = read_assessment(file(answers).to_string().as_bytes()).unwrap();
    out.rater.role = role;
    out.ladder = invitation().ladder;
    out
}

fn sealed(role: Role, answers: &str, seed: u8) -> NewSeal {
    let bytes = fresh(seed);
    seal(&invitation(), &ratings(role, answers), 0, None, small(), &mut Randomness::new(&bytes).unwrap()).unwrap()
}

/// The self-rater's and the manager's seal.
fn two() -> (NewSeal, NewSeal) {
    (sealed(Role::SelfRater, "333", 1), sealed(Role::Manager, "212", 2))
}

fn open(a: &NewSeal, b: &NewSeal) -> Result<Opened, Vec<RevealError>> {
    open_with(a, b, |_, _| {})
}

/// Opens two seals after a change to what was typed: file, code and opening number of each.
fn open_with(
    a: &NewSeal,
    b: &NewSeal,
    change: impl FnOnce(&mut [String; 3], &mut [String; 3]),
) -> Result<Opened, Vec<RevealError>> {
    let typed = |s: &NewSeal| [s.file.clone(), s.code.to_string(), s.opening_number.to_string()];
    let (mut a, mut b) = (typed(a), typed(b));
    change(&mut a, &mut b);
    let [a, b] = [&a, &b].map(|[file, code, opening]| Input { file: file.as_bytes(), code, opening_number: opening });
    open_both(&invitation(), a, b)
}

#[track_caller]
fn fails(result: Result<Opened, Vec<RevealError>>, whose: AffectedFile, cause: RevealErrorKind, sentence: &str) {
    let errors = result.expect_err("it was opened");
    let error = RevealError { concerns: whose, kind: cause };
    assert_eq!(errors, [error]);
    assert_eq!(errors[0].to_string(), sentence);
}

const SELF: AffectedFile = AffectedFile::Role(Role::SelfRater);
const MANAGER: AffectedFile = AffectedFile::Role(Role::Manager);

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_sealed_is_revealed(mine in "[0-4nx.]{0,24}", theirs in "[0-4nx.]{0,24}", earlier in 0..9_u32, seed in any::<u8>(), order in any::<bool>()) {
        let (a, after) = (ratings(Role::SelfRater, &mine), closing_code(mine.as_bytes()));
        let bytes = fresh(seed);
        let first = seal(&invitation(), &a, earlier, Some(&after), small(), &mut Randomness::new(&bytes).unwrap()).unwrap();
        prop_assert_eq!(read_sealed(first.file.as_bytes()).unwrap().kdf(), small(), "the cost of opening is known in advance");
        let second = sealed(Role::Manager, &theirs, seed.wrapping_add(1));
        let opened = if order { open(&first, &second) } else { open(&second, &first) };
        let [one, two] = opened.unwrap().raters;
        prop_assert_eq!((&one.ratings, one.header.role, one.header.number), (&a, Role::SelfRater, earlier + 1));
        prop_assert_eq!((one.header.code, one.header.sealed_after), (first.code, Some(after)));
        prop_assert_eq!((two.ratings, two.header.number), (ratings(Role::Manager, &theirs), 1));
        prop_assert_eq!((two.header.code, two.header.sealed_after), (second.code, None));
    }
}

/// The opening number that 32 bytes draw; they follow the salt.
fn drawn(bytes: [u8; 32]) -> Result<OpeningNumber, SealError> {
    let mut from = fresh(3);
    from[32..64].copy_from_slice(&bytes);
    seal(&invitation(), &ratings(Role::Manager, "3"), 0, None, small(), &mut Randomness::new(&from).unwrap())
        .map(|s| s.opening_number)
}

#[test]
fn opening_numbers_have_no_favorite_digits() {
    let mut bytes = [255; 32];
    for (at, byte) in bytes[12..].iter_mut().enumerate() {
        *byte = [249, 240, 10, 7, 129][at % 5];
    }
    assert_eq!(drawn(bytes).unwrap().digits(), "90079".repeat(4), "bytes from 250 on are passed over");
    bytes[31] = 250;
    assert_eq!(drawn(bytes), Err(SealError::Write(EncryptError::NoRandomness)), "19 digits are no number");
    let mut seen = [0; 10];
    for byte in 0..=249_u8 {
        for digit in drawn([byte; 32]).unwrap().digits().bytes() {
            seen[usize::from(digit - b'0')] += 1;
        }
    }
    assert_eq!(seen, [500; 10]);
}

#[test]
fn a_sealed_file_shows_its_header_and_nothing_else() {
    let (mine, _) = two();
    let again = sealed(Role::SelfRater, "333", 4);
    let header = read_sealed(mine.file.as_bytes()).unwrap().header().clone();
    assert_eq!((header.code.clone(), header.role, header.number), (mine.code.clone(), Role::SelfRater, 1));
    let payload = canonical(&assessment_file(&ratings(Role::SelfRater, "333")));
    for secret in ["example here", "statement", &payload, mine.opening_number.digits()] {
        assert!(!mine.file.contains(secret), "{secret}");
    }
    assert_ne!((&mine.file, &mine.code, &mine.opening_number), (&again.file, &again.code, &again.opening_number));
    let field = |s: &NewSeal, name: &str| serde_json::from_str::<Value>(&s.file).unwrap()[name].clone();
    for name in ["code", "salt", "nonce", "ciphertext"] {
        assert_ne!(field(&mine, name), field(&again, name), "the same answers give another {name} each time");
    }
}

#[test]
fn sealing_refuses_what_the_reveal_would() {
    let try_to = |ratings: &Assessment, bytes: &[u8]| {
        seal(&invitation(), ratings, 0, None, small(), &mut Randomness::new(bytes).unwrap()).map(|s| s.code)
    };
    let (bytes, good) = (fresh(5), ratings(Role::Manager, "3"));
    assert_eq!(try_to(&ratings(Role::Peer, "3"), &bytes), Err(SealError::NotInvited));
    let other_fields: [fn(&mut Assessment); 3] =
        [|a| a.ladder.id.push('x'), |a| a.ladder.revision.push('x'), |a| a.ladder.digest.clear()];
    for change in other_fields {
        let mut other = good.clone();
        change(&mut other);
        assert_eq!(try_to(&other, &bytes), Err(SealError::OtherLadder));
    }
    let enough = Randomness::ENOUGH;
    assert!(try_to(&good, &bytes[..enough]).is_ok());
    for few in [1, 31, 32, 63, 64, 79, 80, enough - 1] {
        let short = Randomness::new(&bytes[..few]).map(|_| try_to(&good, &bytes[..few]));
        assert!(matches!(short, Err(_) | Ok(Err(SealError::Write(EncryptError::NoRandomness)))), "{few} bytes");
    }
    let mut large = good.clone();
    let long = large.answers.get("outcome-boundary").map(|x| Answer { example: "y".repeat(19_000), ..x.clone() }).unwrap();
    (0..200).for_each(|i| drop(large.answers.insert(format!("q{i}"), long.clone())));
    assert_eq!(try_to(&large, &bytes), Err(SealError::Write(EncryptError::TooLarge)));
    for refusal in [SealError::NotInvited, SealError::OtherLadder, SealError::Write(EncryptError::NoRandomness)] {
        assert!(refusal.to_string().ends_with('.'));
    }
}

#[test]
fn what_was_typed_wrong_is_reported_before_anything_is_opened() {
    let (a, b) = two();
    let sentence = "The self-rater's file: its code has a typing error: its last digit, which checks the others, does not match.";
    let other = |digit: char| char::from_digit((digit.to_digit(10).unwrap() + 1) % 10, 10).unwrap().to_string();
    let first = a.code.digits().chars().next().unwrap();
    let wrong = open_with(&a, &b, |a, _| a[1].replace_range(0..1, &other(first)));
    fails(wrong, SELF, RevealErrorKind::Code(CodeError::CheckDigit), sentence);
    let missing = CodeError::Length { found: 0, wanted: 40 };
    let sentence = "The manager's file: its code is missing; it has 40 digits.";
    fails(open_with(&a, &b, |_, b| b[1].clear()), MANAGER, RevealErrorKind::Code(missing), sentence);
    let short = CodeError::Length { found: 19, wanted: 20 };
    let sentence = "The manager's file: its opening number has 19 digits here; it needs 20.";
    fails(open_with(&a, &b, |_, b| b[2].truncate(23)), MANAGER, RevealErrorKind::OpeningNumber(short), sentence);
    let sentence = "The self-rater's file is undamaged, but the opening number is wrong.";
    fails(open_with(&a, &b, |a, b| a[2] = b[2].clone()), SELF, RevealErrorKind::WrongOpeningNumber, sentence);
    let errors = open_with(&a, &b, |a, b| std::mem::swap(&mut a[2], &mut b[2])).unwrap_err();
    assert_eq!(errors.len(), 2, "each of two wrong numbers is named: {errors:?}");
}

#[test]
fn another_file_is_reported() {
    let (a, b) = two();
    let later = sealed(Role::Manager, "444", 6);
    let sentence = "The manager's file carries a different code than the one you entered.";
    fails(open_with(&a, &later, |_, l| l[1] = b.code.to_string()), MANAGER, RevealErrorKind::AnotherFile, sentence);

    let mut foreign_invitation = invitation();
    foreign_invitation.session = SessionId::new("another-session").unwrap();
    let bytes = fresh(2);
    let foreign = |i: &Invitation, r: &Assessment| seal(i, r, 0, None, small(), &mut Randomness::new(&bytes).unwrap()).unwrap();
    let sentence = "The manager's file belongs to a different session than the invitation.";
    fails(
        open(&a, &foreign(&foreign_invitation, &ratings(Role::Manager, "212"))),
        MANAGER,
        RevealErrorKind::AnotherSession,
        sentence,
    );

    foreign_invitation.session = invitation().session;
    foreign_invitation.roles = RaterRoles::new(Role::SelfRater, Role::Peer).unwrap();
    let sentence = "The peer's file has a role that the invitation does not name.";
    fails(
        open(&a, &foreign(&foreign_invitation, &ratings(Role::Peer, "212"))),
        AffectedFile::Role(Role::Peer),
        RevealErrorKind::NotInvited,
        sentence,
    );

    let one_role = "Both files have the same role, \"self\". One file from each rater is needed.";
    let mine_again = sealed(Role::SelfRater, "444", 7);
    fails(open(&a, &mine_again), AffectedFile::Both, RevealErrorKind::OneRole(Role::SelfRater), one_role);
    fails(open(&a, &a), AffectedFile::Both, RevealErrorKind::OneRole(Role::SelfRater), one_role);
    let errors = open_with(&a, &mine_again, |_, again| again[1].clear()).unwrap_err();
    assert_eq!(errors[0].concerns, AffectedFile::Second, "of two files of one role, the role tells nothing");
}

#[test]
fn a_damaged_file_is_reported() {
    let (a, b) = two();
    let damaged = open_with(&a, &b, |a, _| a[0] = a[0].replace("\"role\":\"self\"", "\"role\":\"peer\""));
    let sentence = "The first file was damaged on the way: its checksum does not match. Ask for it again.";
    fails(damaged, AffectedFile::First, RevealErrorKind::Damaged, sentence);
    let not_sealed = open_with(&a, &b, |_, b| b[0] = file("3").to_string()).unwrap_err();
    let sentence = "The second file cannot be read: format: this is \"ladder-calibration/assessment\", not a sealed file \
                    (\"ladder-calibration/sealed\").";
    assert_eq!(not_sealed[0].to_string(), sentence);
    let bomb = open_with(&a, &b, |_, b| b[0] = forged(&b[0], |f| f["kdf"]["m"] = json!(1 << 30))).unwrap_err();
    let sentence = "The second file asks for 1073741824 KiB of memory; a file may ask for 8 to 131072. It was not opened.";
    assert_eq!(bomb[0].to_string(), sentence);
    assert!(matches!(bomb[0].kind, RevealErrorKind::Parameters(_)));
    let no_memory = RevealError { concerns: SELF, kind: RevealErrorKind::NoMemory }.to_string();
    assert!(no_memory.starts_with("The self-rater's file was not opened: there is not enough free memory."));
}

#[test]
fn a_flipped_bit_anywhere_in_a_sealed_file_opens_nothing() {
    let (a, b) = two();
    for at in 0..b.file.len() {
        for bit in 0..8 {
            let mut bytes = b.file.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let typed = [&a, &b].map(|s| (s.code.to_string(), s.opening_number.to_string()));
            let input = |i: usize, file| Input { file, code: &typed[i].0, opening_number: &typed[i].1 };
            let errors = open_both(&invitation(), input(0, a.file.as_bytes()), input(1, &bytes)).unwrap_err();
            let right = matches!(
                errors.as_slice(),
                [RevealError { concerns: AffectedFile::Second, kind: RevealErrorKind::Damaged | RevealErrorKind::Unreadable(_) }]
            );
            assert!(right, "byte {at}, bit {bit}: {errors:?}");
        }
    }
}

#[track_caller]
fn not_sealed(change: impl FnOnce(&mut Value), problem: &str) {
    let (a, b) = two();
    let errors = open_with(&a, &b, |a, _| a[0] = forged(&a[0], change)).unwrap_err();
    assert_eq!(errors[0].to_string(), format!("The first file cannot be read: {problem}."));
}

#[test]
fn a_sealed_file_has_to_be_whole() {
    not_sealed(|f| f["seal"] = json!(0), "seal: has to be a whole number, 1 or more");
    not_sealed(|f| f["seal"] = json!(null), "seal: has to be a whole number, 1 or more");
    not_sealed(|f| f["session"] = json!("x\ny"), "session: has to be 8 to 64 letters, digits and hyphens");
    let agreed = "role: \"agreed\" is not the role of a rater; it is one of self, manager, peer, committee";
    not_sealed(|f| f["role"] = json!("agreed"), agreed);
    not_sealed(|f| f["code"] = json!("12"), "code: has 2 digits here; it needs 40");
    not_sealed(|f| f["sealed_after"] = json!("12"), "sealed_after: has 2 digits here; it needs 40");
}

/// A seal whose content was changed by a rater who reveals the code and the number of the first one: decrypted, changed,
/// encrypted again, with the checksum repaired.
fn resealed(s: &NewSeal, header: impl Fn(&mut Value), content: impl FnOnce(&mut Vec<u8>)) -> NewSeal {
    let file = forged(&s.file, |f| {
        let bytes = |name: &str| Base64::decode_vec(f[name].as_str().unwrap()).unwrap();
        let (salt, nonce, ciphertext) = (bytes("salt"), bytes("nonce"), bytes("ciphertext"));
        let nonce = nonce.try_into().unwrap();
        let key: Key = small().key(s.opening_number.digits().as_bytes(), &salt.try_into().unwrap()).unwrap();
        f.as_object_mut().unwrap().remove("ciphertext");
        let mut text = key.decrypt(&nonce, canonical(f).as_bytes(), &ciphertext).unwrap();
        header(f);
        content(&mut text);
        let ciphertext = key.encrypt(&nonce, canonical(f).as_bytes(), &text).unwrap();
        f["ciphertext"] = Base64::encode_string(&ciphertext).into();
    });
    NewSeal { file, ..s.clone() }
}

/// As [`resealed`], with the code computed again: only the content is wrong.
fn resealed_with_code(s: &NewSeal, change: impl Fn(&mut Vec<u8>)) -> NewSeal {
    let header = read_sealed(s.file.as_bytes()).unwrap().header().clone();
    let content = read_sealed(s.file.as_bytes()).unwrap().open(&s.opening_number).unwrap();
    let mut text = [content.salt.as_slice(), &content.payload].concat();
    change(&mut text);
    let changed = Content { salt: text[..32].try_into().unwrap(), payload: text[32..].to_vec() };
    let code = code(&header.session, header.role, header.number, &changed);
    let file = resealed(s, |f| f["code"] = code.digits().into(), change).file;
    NewSeal { file, code, opening_number: s.opening_number.clone() }
}

fn replace(text: &mut Vec<u8>, from: &str, to: &str) {
    let payload = String::from_utf8(text.split_off(32)).unwrap();
    assert!(payload.contains(from), "{payload}");
    text.extend(payload.replace(from, to).into_bytes());
}

#[test]
fn a_content_that_does_not_give_the_code_is_reported() {
    let (a, b) = two();
    let sentence = "The self-rater's file was changed after its code was made: its content does not match the code.";
    let better = resealed(&a, |_| {}, |text| replace(text, "\"statement\":3", "\"statement\":4"));
    fails(open(&better, &b), SELF, RevealErrorKind::Changed, sentence);
    let salted = resealed(&a, |_| {}, |text| text[0] ^= 1);
    fails(open(&salted, &b), SELF, RevealErrorKind::Changed, sentence);
    let renumbered = resealed(&a, |f| f["seal"] = json!(2), |_| {});
    fails(open(&renumbered, &b), SELF, RevealErrorKind::Changed, sentence);
    let untouched = resealed(&a, |_| {}, |_| {});
    assert!(open(&untouched, &b).is_ok(), "what is encrypted again without a change opens");
    let header_only = NewSeal { file: forged(&a.file, |f| f["seal"] = json!(2)), ..a.clone() };
    let error = open(&header_only, &b).unwrap_err();
    assert_eq!(error[0].kind, RevealErrorKind::WrongOpeningNumber, "who does not know the number cannot change the header");
    let empty = resealed(&a, |_| {}, |text| text.truncate(31));
    let sentence = "The self-rater's file cannot be read: ciphertext: holds no salt and no ratings.";
    assert_eq!(open(&empty, &b).unwrap_err()[0].to_string(), sentence);
}

#[test]
fn a_copied_seal_is_reported() {
    let (a, b) = (sealed(Role::SelfRater, "333", 1), sealed(Role::Manager, "212", 1));
    let sentence = "Both files have the same salt, so one was copied from the other. Each rater has to seal alone.";
    fails(open(&a, &b), AffectedFile::Both, RevealErrorKind::OneSalt, sentence);
}

#[test]
fn ratings_of_another_ladder_or_rater_are_reported() {
    let (a, b) = two();
    let digest = invitation().ladder.digest;
    let other = resealed_with_code(&b, |text| replace(text, &digest, "sha256:00"));
    let sentence = "The manager's file holds ratings made with a different ladder or revision than the invitation names.";
    fails(open(&a, &other), MANAGER, RevealErrorKind::OtherLadder, sentence);
    let other = resealed_with_code(&b, |text| replace(text, "\"role\":\"manager\"", "\"role\":\"peer\""));
    let sentence = "The manager's file holds ratings of a different role, \"peer\".";
    fails(open(&a, &other), MANAGER, RevealErrorKind::OtherRater(Role::Peer), sentence);
    let other = resealed_with_code(&b, |text| replace(text, "\"statement\":2", "\"statement\":-2"));
    let error = open(&a, &other).unwrap_err();
    assert!(matches!(error[0].kind, RevealErrorKind::Ratings(_)));
    assert!(error[0].to_string().starts_with("The manager's file was opened, but the ratings in it cannot be read: answers."));
}

#[test]
fn all_errors_are_reported_at_once() {
    let (a, b) = two();
    let errors = open_with(&a, &b, |a, b| {
        a[1].clear();
        b[2].push('5');
        b[0] = "{}".into();
    });
    let causes: Vec<AffectedFile> = errors.unwrap_err().iter().map(|f| f.concerns).collect();
    assert_eq!(causes, [SELF, AffectedFile::Second, AffectedFile::Second]);
}

/// Codes and opening numbers of the sealed files in `tests/data/golden`.
const GOLDEN: [(&str, &str, &str); 2] = [
    ("self", "0033 5602 5815 2688 1036 2863 3423 5746 7502 0720", "7503 6296 4458 1925 7846"),
    ("manager", "1661 8315 1413 4544 4490 0745 3022 2905 8913 0669", "3977 9370 5550 6028 0614"),
];

#[test]
fn sealed_files_of_earlier_versions_open() {
    let files = GOLDEN.map(|(role, ..)| golden(&format!("sealed-{role}-1.json")));
    let input = |i: usize| Input { file: files[i].as_bytes(), code: GOLDEN[i].1, opening_number: GOLDEN[i].2 };
    let message = golden("invitation-1.txt");
    let invitation = read_invitation(&message).unwrap();
    // The sentence above the brackets is for people, and no part of the format.
    let carried = |text: &str| text.split_once('\n').unwrap().1.to_owned();
    assert_eq!(carried(&invitation_text(&invitation)), carried(&message), "version 1 is still written as it was");
    let opened = open_both(&invitation, input(0), input(1)).unwrap();
    for (i, rater) in opened.raters.iter().enumerate() {
        let payload = golden(&format!("sealed-{}-1.opened.json", GOLDEN[i].0));
        assert_eq!(canonical(&assessment_file(&rater.ratings)), payload);
        assert_eq!(rater.header.sealed_after.is_some(), rater.header.role == Role::Manager);
        let bytes = fresh([11, 12][i]);
        let after = rater.header.sealed_after.as_ref();
        let again = seal(&invitation, &rater.ratings, 0, after, small(), &mut Randomness::new(&bytes).unwrap()).unwrap();
        assert_eq!(again.file, files[i], "version 1 is still written as it was");
    }
}

#[test]
fn python_opens_a_sealed_file() {
    for (role, _, opening) in GOLDEN {
        let Some(opened) = unlock(&format!("sealed-{role}-1.json"), opening) else { return };
        assert_eq!(opened.unwrap(), golden(&format!("sealed-{role}-1.opened.json")).as_bytes());
    }
}
