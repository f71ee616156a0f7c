//! Documents of a calibration in the browser's store: each file as it is, in an envelope with its revision and a checksum.
//! The store needs an envelope of its own, because a sealed file is authenticated as a whole and cannot take another field.

use serde_json::{Map, Value};

use super::any::{Found, found};
use super::committee::review_file;
use super::envelope::{DOCUMENT_FORMAT, Format, check_checksum, put};
use super::invitation::invitation_file;
use super::reader::whole;
use super::session_record::session_file;
use super::{FileError, digest, parse};
use crate::documents::calibration::{CalibrationDocument, Content, Origin};
use crate::messages::files;

/// The format with its version.
const FORMAT: Format = Format { name: DOCUMENT_FORMAT, version: 1, what: files::A_STORED_DOCUMENT };

#[derive(Clone, Debug, PartialEq)]
pub struct StoredDocument {
    pub document: CalibrationDocument,
    /// How often it has been written.
    pub revision: usize,
}

/// The file of a document, as it is exported.
pub fn document_file(document: &CalibrationDocument) -> Value {
    let mut file = match &document.content {
        Content::Invitation(i) => return invitation_file(i),
        // It has been read, so it is JSON.
        Content::Sealed(s) => return parse(s.file().as_bytes()).unwrap_or_default(),
        Content::Record(r) => session_file(r),
        Content::Review(r) => review_file(r),
    };
    file["checksum"] = digest(&file).into();
    file
}

/// The text of a document in the store.
pub fn stored_document(document: &CalibrationDocument, revision: usize) -> String {
    let mut out = Map::new();
    FORMAT.put(&mut out);
    out.insert("file".into(), document_file(document));
    out.insert("revision".into(), revision.into());
    put(&mut out, "at", &document.at);
    if document.origin != Origin::Unsaid {
        out.insert(mark(&document.content).into(), (document.origin == Origin::Here).into());
    }
    if let Content::Invitation(i) = &document.content {
        put(&mut out, "subject", &i.subject);
    }
    let mut out = Value::Object(out);
    out["checksum"] = digest(&out).into();
    out.to_string()
}

/// Reads a stored document. Its checksum is required.
///
/// # Errors
/// The first problem, with its path.
pub fn read_stored_document(text: &str) -> Result<StoredDocument, FileError> {
    let value = parse(text.as_bytes())?;
    FORMAT.check(&value)?;
    check_checksum(&value)?;
    if value.get("checksum").is_none_or(Value::is_null) {
        return Err(FileError::at("checksum", files::CHECKSUM_MISSING));
    }
    let file = value.get("file").ok_or_else(|| FileError::at("file", files::MISSING))?;
    let mut content = content(found(file, false)?)?;
    if let Content::Invitation(i) = &mut content {
        value.get("subject").and_then(Value::as_str).unwrap_or_default().clone_into(&mut i.subject);
    }
    let at = value.get("at").and_then(Value::as_str).unwrap_or_default().to_owned();
    let origin = match value.get(mark(&content)).and_then(Value::as_bool) {
        Some(true) => Origin::Here,
        Some(false) => Origin::Imported,
        None => Origin::Unsaid,
    };
    Ok(StoredDocument {
        document: CalibrationDocument { content, at, origin },
        revision: value.get("revision").and_then(whole).unwrap_or(0),
    })
}

/// The field that says whether a document was made in this browser.
fn mark(content: &Content) -> &'static str {
    if matches!(content, Content::Record(_)) { "opened_here" } else { "made_here" }
}

/// The document that a file is.
pub(super) fn content(found: Found) -> Result<Content, FileError> {
    match found {
        Found::Invitation(i) => Ok(Content::Invitation(i)),
        Found::Sealed(s) => Ok(Content::Sealed(s)),
        Found::SessionRecord(r) => Ok(Content::Record(r)),
        Found::Review(r) => Ok(Content::Review(r)),
        _ => Err(FileError::at("file.format", files::NOT_A_DOCUMENT)),
    }
}
