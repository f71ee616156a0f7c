//! Sealed files, version 1: whose seal of which session it is and its code, readable; the seal's salt and the ratings,
//! encrypted under the opening number.

use serde_json::Map;

use super::encrypted::{encrypted_file, read_encrypted};
use super::envelope::Format;
use super::invitation::{role, session};
use super::reader::Reader;
use crate::base::crypt::{Kdf, Randomness};
use crate::documents::encrypted::{DecryptError, EncryptError};
use crate::documents::seal::{Content, SealHeader, Sealed};
use crate::documents::seal_codes::{Code, OpeningNumber};
use crate::messages::files;

/// The word that marks a sealed file.
pub const SEALED_FORMAT: &str = "ladder-calibration/sealed";
/// The format with its version.
const FORMAT: Format = Format { name: SEALED_FORMAT, version: 1, what: files::A_SEALED };

/// Writes a sealed file. It takes as long as the parameters say.
///
/// # Errors
/// Why it was not written.
pub(crate) fn sealed_file(
    header: &SealHeader,
    content: &Content,
    opening: &OpeningNumber,
    kdf: Kdf,
    fresh: &mut Randomness,
) -> Result<String, EncryptError> {
    let mut fields = Map::new();
    fields.insert("session".into(), header.session.as_str().into());
    fields.insert("role".into(), header.role.id().into());
    fields.insert("seal".into(), header.number.into());
    fields.insert("code".into(), header.code.digits().into());
    if let Some(code) = &header.sealed_after {
        fields.insert("sealed_after".into(), code.digits().into());
    }
    let text = [content.salt.as_slice(), &content.payload].concat();
    encrypted_file(&FORMAT, fields, &text, opening.digits(), kdf, fresh)
}

/// Reads a sealed file as far as it goes without the opening number: undamaged, and within the caps.
///
/// # Errors
/// Why it cannot be opened, whatever the number.
pub fn read_sealed(bytes: &[u8]) -> Result<Sealed, DecryptError> {
    let (encrypted, header) = read_encrypted(bytes, &FORMAT, header)?;
    Ok(Sealed::new(header, encrypted, String::from_utf8_lossy(bytes).into_owned()))
}

fn header(r: &Reader) -> Option<SealHeader> {
    let (session, role) = (session(r), role(r, "role", &r.required_text("role")));
    let number = r.count("seal").and_then(|n| u32::try_from(n).ok()).filter(|n| *n > 0);
    if number.is_none() {
        r.problem("seal", files::NOT_WHOLE_FROM_1);
    }
    let code = code(r, "code", &r.required_text("code"));
    let sealed_after = r.get("sealed_after").map(|_| self::code(r, "sealed_after", &r.text("sealed_after")));
    Some(SealHeader { session: session?, role: role?, number: number?, code: code?, sealed_after: sealed_after.flatten() })
}

fn code(r: &Reader, name: &str, digits: &str) -> Option<Code> {
    let code = Code::parse(digits);
    if let Err(error) = code {
        r.problem(name, error.to_string());
    }
    code.ok()
}
