//! Properties of every decoder, for any bytes: it does not panic, it names what it refuses, and what it reads is written
//! and read again as the same value. The fuzz targets and the mutation smoke of the native tests share this.
//!
//! Bytes are read unchanged, and then with repaired checksums and check digits, so that mutants reach the code after those
//! checks. Encrypted files are rebuilt around the mutant's header and text.

use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use ladder_calibration::base::crypt::{Kdf, Randomness};
use ladder_calibration::documents::seal::Invitation;
use ladder_calibration::documents::seal_codes::{Code, CodeError, OpeningNumber};
use ladder_calibration::files::{
    DecryptError, Found, Locked, Sealed, assessment_file, bundle_file, canonical, decode_any, digest, invitation_text,
    link_fragment, lock_file, parse, read_assessment, read_invitation, read_ladder, read_link, read_locked, read_review,
    read_sealed, read_session, read_stored, review_file, session_file, stored_text,
};
use ladder_calibration::model::ladder::{Ladder, LadderParts};
use serde_json::{Map, Value};

/// Reads bytes and returns whether something could be read. It panics where a decoder is wrong.
pub(crate) type Decoder = fn(&[u8]) -> bool;

/// Every decoder. A target, its row in the manifest and a folder of the corpus have its name.
pub(crate) const DECODERS: &[(&str, Decoder)] = &[
    ("any", any),
    ("assessment", assessment),
    ("code", code),
    ("invitation", invitation),
    ("ladder", ladder),
    ("link", link),
    ("locked", locked),
    ("sealed", sealed),
    ("session", session),
    ("stored", stored),
];

/// The opening number, and passphrase, of the encrypted files that are made here.
const SECRET: &str = "12345678901234567890";
/// The marker before the base32 of an invitation in a message.
const INVITATION: &str = "[ladder-calibration/invitation ";
const BASE32: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

fn any(bytes: &[u8]) -> bool {
    either(bytes, |bytes| match decode_any(bytes) {
        Ok(found) => {
            found_again(&found, bytes);
            true
        }
        Err(problem) => named(&problem.to_string()),
    })
}

fn found_again(found: &Found, bytes: &[u8]) {
    match found {
        Found::Assessment(a) => assert_eq!(read_assessment(assessment_file(a).to_string().as_bytes()).as_ref(), Ok(&**a)),
        // A sealed file keeps its text, which differs when it is written in another order.
        Found::Sealed(s) => assert_eq!(read_sealed(&rewritten(bytes)).as_ref().map(Sealed::header), Ok(s.header())),
        Found::Ladder(_) | Found::Locked(_) => assert_eq!(decode_any(&rewritten(bytes)).as_ref(), Ok(found)),
        Found::Invitation(i) => invited_again(i),
        Found::Link(l) => assert_eq!(read_link(&link_fragment(l)).as_ref(), Ok(&**l)),
        Found::SessionRecord(r) => assert_eq!(read_session(session_file(r).to_string().as_bytes()).as_ref(), Ok(&**r)),
        Found::Review(r) => assert_eq!(read_review(review_file(r).to_string().as_bytes()).as_ref(), Ok(&**r)),
        Found::Bundle(files) => {
            let good = files.iter().flatten().filter_map(|f| if let Found::Assessment(a) = f { Some(&**a) } else { None });
            let again = decode_any(bundle_file(good.clone().map(assessment_file).collect()).to_string().as_bytes());
            let wanted = good.map(|a| Ok(Found::Assessment(Box::new(a.clone())))).collect();
            assert_eq!(again, Ok(Found::Bundle(wanted)));
        }
    }
}

fn assessment(bytes: &[u8]) -> bool {
    either(bytes, |bytes| match read_assessment(bytes) {
        Ok(a) => {
            assert_eq!(read_assessment(assessment_file(&a).to_string().as_bytes()), Ok(a));
            true
        }
        Err(problem) => named(&problem.to_string()),
    })
}

fn code(bytes: &[u8]) -> bool {
    let Ok(typed) = std::str::from_utf8(bytes) else { return false };
    let opening = OpeningNumber::parse(typed);
    if let Ok(number) = &opening {
        assert_eq!(OpeningNumber::parse(&number.to_string()).as_ref(), Ok(number));
    }
    // At any position exactly one of ten digits fits.
    let wrong = Code::parse(typed) == Err(CodeError::CheckDigit);
    let position = typed.rfind(|c: char| c.is_ascii_digit());
    let others = position.map(|at| (0..10).map(move |digit| format!("{}{digit}{}", &typed[..at], &typed[at + 1..])));
    let codes: Vec<Code> = others.into_iter().flatten().filter_map(|typed| Code::parse(&typed).ok()).collect();
    assert!(codes.len() == 1 || codes.is_empty() && (!wrong || position.is_none()), "{} of ten digits fit", codes.len());
    for code in &codes {
        assert_eq!(Code::parse(&code.to_string()).as_ref(), Ok(code));
    }
    opening.is_ok() || !codes.is_empty() || Code::parse(typed).is_ok()
}

fn invitation(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let read = |text: &str| match read_invitation(text) {
        Ok(invitation) => {
            invited_again(&invitation);
            true
        }
        Err(fault) => named(&fault.to_string()),
    };
    let (before, file, after) = carried(text).unwrap_or_else(|| ("", bytes.to_vec(), ""));
    let fitting = fitted(&file).map(|file| message(before, &file, after));
    read(text) | fitting.is_some_and(|text| read(&text))
}

/// An invitation travels in the standard form, where 1.0 is 1.
fn invited_again(invitation: &Invitation) {
    let mut wanted = invitation.clone();
    for extra in [&mut wanted.ladder.extra, &mut wanted.period.extra, &mut wanted.extra] {
        standard(extra);
    }
    assert_eq!(read_invitation(&invitation_text(invitation)), Ok(wanted));
}

fn ladder(bytes: &[u8]) -> bool {
    match read_ladder(bytes) {
        Ok(ladder) => {
            let mut wanted = LadderParts::clone(&ladder);
            standard(&mut wanted.extras.unknown);
            assert_eq!(read_ladder(&rewritten(bytes)).ok(), Ladder::new(wanted));
            true
        }
        Err(problems) => named(&problems.iter().map(ToString::to_string).collect::<String>()),
    }
}

fn link(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let read = |text: &str| match read_link(text) {
        Ok(link) => {
            assert_eq!(read_link(&link_fragment(&link)), Ok(link));
            true
        }
        Err(problem) => named(&problem.to_string()),
    };
    // The mutant's text after the marker, with a matching checksum.
    let inside = text.split_once("lc1.").map_or(text, |(_, rest)| rest.split_once('.').map_or(rest, |(payload, _)| payload));
    let json = Base64UrlUnpadded::decode_vec(inside).ok();
    let fitting = json.map(|json| format!("lc1.{inside}.{}", &sha256(&json)[..16]));
    read(text) | fitting.is_some_and(|text| read(&text))
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    ladder_calibration::base::numbers::hex(&sha2::Sha256::digest(bytes))
}

fn session(bytes: &[u8]) -> bool {
    either(bytes, |bytes| match read_session(bytes) {
        Ok(record) => {
            assert_eq!(read_session(session_file(&record).to_string().as_bytes()), Ok(record));
            true
        }
        Err(problem) => named(&problem.to_string()),
    })
}

fn locked(bytes: &[u8]) -> bool {
    let read = |bytes: &[u8]| match read_locked(bytes) {
        Ok(locked) => {
            assert_eq!(read_locked(&rewritten(bytes)).as_ref(), Ok(&locked));
            Some(locked)
        }
        Err(fault) => refused(&fault),
    };
    let plain = either(bytes, |bytes| read(bytes).is_some());
    let opened = encrypted(bytes).and_then(|(file, text)| Some((read(&file)?, text)));
    if let Some((locked, text)) = &opened {
        assert_eq!(locked.open(SECRET).as_ref(), Ok(text));
        let (kdf, fresh) = (locked.kdf(), *b"not random, and all that 40 bytes must be");
        let again = lock_file(text, SECRET, kdf, &mut Randomness::new(&fresh).unwrap()).unwrap();
        assert_eq!(read_locked(again.as_bytes()).and_then(|locked: Locked| locked.open(SECRET)).as_ref(), Ok(text));
    }
    plain | opened.is_some()
}

fn sealed(bytes: &[u8]) -> bool {
    let read = |bytes: &[u8]| match read_sealed(bytes) {
        Ok(sealed) => {
            assert_eq!(read_sealed(&rewritten(bytes)).as_ref().map(Sealed::header), Ok(sealed.header()));
            Some(sealed)
        }
        Err(fault) => refused(&fault),
    };
    let plain = either(bytes, |bytes| read(bytes).is_some());
    let opened = encrypted(bytes).and_then(|(file, text)| Some((read(&file)?, text)));
    opened.is_some_and(|(sealed, text)| unsealed(&sealed, &text)) | plain
}

fn unsealed(sealed: &Sealed, text: &[u8]) -> bool {
    match sealed.open(&OpeningNumber::parse(SECRET).unwrap()) {
        Ok(content) => {
            assert_eq!([content.salt.as_slice(), &content.payload].concat(), text);
            true
        }
        Err(fault) => {
            assert!(text.len() < 32 && matches!(fault, DecryptError::Unreadable(_)), "{fault}");
            false
        }
    }
}

fn stored(bytes: &[u8]) -> bool {
    either(bytes, |bytes| match std::str::from_utf8(bytes).map(read_stored) {
        Ok(Ok(read)) => {
            assert_eq!(read_stored(&stored_text(&read.assessment, read.revision, &read.last_exported)), Ok(read));
            true
        }
        Ok(Err(problem)) => named(&problem.to_string()),
        Err(_) => false,
    })
}

/// Nothing could be read, and a sentence says why.
fn named(sentence: &str) -> bool {
    assert!(!sentence.is_empty(), "refused without a reason");
    false
}

fn refused<T>(fault: &DecryptError) -> Option<T> {
    named(&fault.to_string());
    None
}

/// Reads bytes unchanged, and with repaired checksums.
fn either(bytes: &[u8], read: impl Fn(&[u8]) -> bool) -> bool {
    read(bytes) | fitted(bytes).is_some_and(|bytes| read(&bytes))
}

/// Unknown fields, in canonical form.
fn standard(fields: &mut Map<String, Value>) {
    *fields = serde_json::from_str(&canonical(&Value::Object(std::mem::take(fields)))).unwrap();
}

/// The value that was read, in canonical form.
fn rewritten(bytes: &[u8]) -> Vec<u8> {
    canonical(&parse(bytes).unwrap()).into_bytes()
}

/// The file with every checksum repaired; nothing if there is none.
fn fitted(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = serde_json::from_slice(bytes).ok()?;
    fit(&mut file).then(|| file.to_string().into_bytes())
}

/// A bundle has files inside, and a dump of the store has texts of files.
fn fit(value: &mut Value) -> bool {
    let inner = match value {
        Value::Array(items) => items.iter_mut().fold(false, |any, item| fit(item) | any),
        Value::Object(fields) => fields.values_mut().fold(false, |any, field| fit(field) | any),
        Value::String(text) if text.starts_with('{') => fitted(text.as_bytes()).is_some_and(|file| {
            *text = String::from_utf8(file).unwrap();
            true
        }),
        _ => false,
    };
    if value.as_object_mut().is_none_or(|fields| fields.remove("checksum").is_none()) {
        return inner;
    }
    value["checksum"] = digest(value).into();
    true
}

/// A file that opens with [`SECRET`], and its text: the header is the mutant's, and the text what the mutant has for a
/// ciphertext. Only with the smallest parameters, since a key is derived.
fn encrypted(bytes: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut file: Value = serde_json::from_slice(bytes).ok()?;
    let fields = file.as_object_mut()?;
    fields.remove("checksum");
    let mut base64 = |name| Base64::decode_vec(fields.remove(name)?.as_str()?).ok();
    let (text, salt, nonce) = (base64("ciphertext")?, base64("salt")?, base64("nonce")?);
    let least = ["m", "t", "p"].map(|name| file["kdf"][name].as_f64()) == [Some(8.0), Some(1.0), Some(1.0)];
    let key = Kdf::new(8, 1, 1).ok().filter(|_| least)?.key(SECRET.as_bytes(), &salt.clone().try_into().ok()?).ok()?;
    file["salt"] = Base64::encode_string(&salt).into();
    file["nonce"] = Base64::encode_string(&nonce).into();
    let ciphertext = key.encrypt(&nonce.try_into().ok()?, canonical(&file).as_bytes(), &text).ok()?;
    file["ciphertext"] = Base64::encode_string(&ciphertext).into();
    file["checksum"] = digest(&file).into();
    Some((file.to_string().into_bytes(), text))
}

/// The file in a message, with the text around it.
pub(crate) fn carried(text: &str) -> Option<(&str, Vec<u8>, &str)> {
    let (before, after) = text.split_once(INVITATION)?;
    let (base32, after) = after.split_once(']')?;
    Some((before, from_base32(base32), after))
}

/// A message that carries a file.
pub(crate) fn message(before: &str, file: &[u8], after: &str) -> String {
    format!("{before}{INVITATION}{}]{after}", to_base32(file))
}

fn to_base32(bytes: &[u8]) -> String {
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| usize::from(byte >> (7 - at % 8) & 1));
    let letters = (0..(bytes.len() * 8).div_ceil(5)).map(|i| (5 * i..5 * i + 5).fold(0, |letter, at| letter << 1 | bit(at)));
    letters.map(|letter| char::from(BASE32[letter])).collect()
}

/// Characters that are not base32 are skipped.
fn from_base32(text: &str) -> Vec<u8> {
    let letters: Vec<usize> = text.bytes().filter_map(|c| BASE32.iter().position(|l| *l == c.to_ascii_lowercase())).collect();
    let bit = |at: usize| u8::from(letters[at / 5] >> (4 - at % 5) & 1 == 1);
    (0..letters.len() * 5 / 8).map(|i| (8 * i..8 * i + 8).fold(0, |byte, at| byte << 1 | bit(at))).collect()
}
