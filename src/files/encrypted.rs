//! The envelope of locked and sealed files: parameters, salt, nonce and ciphertext in one flat file with a checksum. All
//! fields but ciphertext and checksum are the header, which the cipher authenticates.

use std::cell::RefCell;

use base64ct::{Base64, Encoding as _};
use serde_json::{Map, Value};

use super::envelope::{Format, check_checksum};
use super::reader::Reader;
use super::{FileError, canonical, digest, parse};
use crate::base::crypt::{CryptError, Kdf, KdfError, NONCE, Randomness, SALT, TAG};
use crate::documents::encrypted::{DecryptError, EncryptError, Encrypted};
use crate::messages::{encryption, files};

/// The key derivation that version 1 knows.
const KDF: &str = "argon2id";
/// The longest text that is encrypted. With base64 and the header it stays below the largest file that is read.
const MAX_TEXT: usize = (super::MAX_BYTES - 4096) / 4 * 3;

/// Writes a text under a secret into a file. `header` holds every other field.
pub(super) fn encrypted_file(
    format: &Format,
    mut header: Map<String, Value>,
    text: &[u8],
    secret: &str,
    kdf: Kdf,
    fresh: &mut Randomness,
) -> Result<String, EncryptError> {
    if text.len() > MAX_TEXT {
        return Err(EncryptError::TooLarge);
    }
    let (salt, nonce): ([u8; SALT], [u8; NONCE]) = (fresh.take()?, fresh.take()?);
    let mut parameters = Map::new();
    parameters.insert("name".into(), KDF.into());
    for (name, value) in [("m", kdf.memory()), ("t", kdf.passes()), ("p", kdf.lanes())] {
        parameters.insert(name.into(), value.into());
    }
    format.put(&mut header);
    header.insert("kdf".into(), parameters.into());
    header.insert("salt".into(), Base64::encode_string(&salt).into());
    header.insert("nonce".into(), Base64::encode_string(&nonce).into());
    let mut file = Value::Object(header);
    let error = |error| if error == CryptError::NoMemory { EncryptError::NoMemory } else { EncryptError::TooLarge };
    let key = kdf.key(secret.as_bytes(), &salt).map_err(error)?;
    let ciphertext = key.encrypt(&nonce, canonical(&file).as_bytes(), text).map_err(error)?;
    file["ciphertext"] = Base64::encode_string(&ciphertext).into();
    file["checksum"] = digest(&file).into();
    Ok(file.to_string())
}

/// Reads the envelope, and with `read_header` the fields that only this format has.
///
/// A file of this format that does not fit its checksum is damaged, whatever else is wrong with it. Its fields are read
/// only after that, the caps among them. No key is derived.
pub(super) fn read_encrypted<H>(
    bytes: &[u8],
    format: &Format,
    read_header: impl FnOnce(&Reader) -> Option<H>,
) -> Result<(Encrypted, H), DecryptError> {
    let value = parse(bytes).map_err(DecryptError::Unreadable)?;
    if value.get("format").and_then(Value::as_str) == Some(format.name) && !fits_checksum(&value) {
        return Err(DecryptError::Damaged);
    }
    format.check(&value).map_err(DecryptError::Unreadable)?;
    let problems = RefCell::default();
    let r = Reader::new(&value, "", &problems);
    let kdf = kdf(&r);
    let (salt, nonce, ciphertext) = (array(&r, "salt"), array(&r, "nonce"), base64(&r, "ciphertext"));
    if ciphertext.as_ref().is_some_and(|c| c.len() < TAG) {
        r.problem("ciphertext", encryption::TOO_SHORT);
    }
    let header = read_header(&r);
    if let Some(problem) = problems.into_inner().into_iter().next() {
        return Err(DecryptError::Unreadable(problem));
    }
    let kdf = kdf.transpose().map_err(DecryptError::Parameters)?;
    let (Some(kdf), Some(salt), Some(nonce), Some(ciphertext), Some(header)) = (kdf, salt, nonce, ciphertext, header) else {
        return Err(DecryptError::Unreadable(FileError::whole(encryption::FIELD_MISSING)));
    };
    let mut bare = value;
    if let Some(object) = bare.as_object_mut() {
        object.remove("ciphertext");
        object.remove("checksum");
    }
    Ok((Encrypted { kdf, salt, nonce, header: canonical(&bare), ciphertext }, header))
}

/// Whether there is a checksum, and it fits.
pub(super) fn fits_checksum(value: &Value) -> bool {
    value.get("checksum").is_some_and(Value::is_string) && check_checksum(value).is_ok()
}

fn kdf(r: &Reader) -> Option<Result<Kdf, KdfError>> {
    let Some(k) = r.object("kdf") else {
        r.problem("kdf", files::MISSING);
        return None;
    };
    if k.text("name") != KDF {
        k.problem("name", encryption::other_derivation(KDF));
    }
    Some(Kdf::new(parameter(&k, "m")?, parameter(&k, "t")?, parameter(&k, "p")?))
}

/// A whole number; one that is too large for any cap stays too large for it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and not negative; `as` stops at the largest")]
fn parameter(k: &Reader, name: &'static str) -> Option<u32> {
    let number = k.number(name, -1.0);
    if number < 0.0 || number.fract() != 0.0 {
        k.problem(name, files::NOT_WHOLE);
        return None;
    }
    Some(number as u32)
}

fn base64(r: &Reader, name: &'static str) -> Option<Vec<u8>> {
    let bytes = r.get(name).and_then(Value::as_str).and_then(|text| Base64::decode_vec(text).ok());
    if bytes.is_none() {
        r.problem(name, encryption::NOT_BASE64);
    }
    bytes
}

fn array<const N: usize>(r: &Reader, name: &'static str) -> Option<[u8; N]> {
    let array = base64(r, name)?.try_into().ok();
    if array.is_none() {
        r.problem(name, encryption::byte_count(N.to_string()));
    }
    array
}
