//! Whether what the page writes can be read again, and files that stay within the limits.

use serde_json::Value;

use super::any::{bundle_file, decode_any};
use super::stored_document::{document_file, read_stored_document, stored_document};
use super::{FileError, assessment_file, read_assessment};
use crate::base::limits::{MAX_BYTES, MAX_ENTRIES, MAX_VALUES};
use crate::base::limits::{MAX_ID, SESSION_RESERVE, SESSION_VALUES};
use crate::documents::calibration::{CalibrationDocument, Content, DocumentKind};
use crate::messages::{files, limits};
use crate::model::assessment::Assessment;

/// Bytes, values and levels that store, session and bundle add to an assessment.
const ENVELOPE: Weight = Weight { bytes: 1024, values: 16, depth: 16 };
/// The deepest nesting that is read.
const MAX_DEPTH: usize = 127;

/// How much of the limits of a file is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Weight {
    pub(super) bytes: usize,
    pub(super) values: usize,
    depth: usize,
}

/// The weight of a value. A list or object with more entries than are read weighs more than any file.
pub(super) fn weight(value: &Value) -> Weight {
    let mut out = Weight { bytes: value.to_string().len(), ..Weight::default() };
    count(value, 0, &mut out);
    out
}

fn count(value: &Value, depth: usize, out: &mut Weight) {
    out.values += 1;
    let (inner, length): (&mut dyn Iterator<Item = &Value>, usize) = match value {
        Value::Array(items) => (&mut items.iter(), items.len()),
        Value::Object(object) => (&mut object.values(), object.len()),
        _ => return,
    };
    out.depth = out.depth.max(depth + 1);
    if length > MAX_ENTRIES {
        out.values += MAX_VALUES;
    }
    for value in inner {
        count(value, depth + 1, out);
    }
}

/// Whether a value can be read as a file, including the envelope.
pub(super) fn fits(value: &Value) -> bool {
    let taken = weight(value);
    taken.bytes + ENVELOPE.bytes <= MAX_BYTES
        && taken.values + ENVELOPE.values <= MAX_VALUES
        && taken.depth + ENVELOPE.depth <= MAX_DEPTH
}

/// Refuses an assessment that could not be opened again, from the store, a file or a bundle.
///
/// # Errors
/// Why.
pub fn readable(a: &Assessment) -> Result<(), FileError> {
    let file = assessment_file(a);
    if !fits(&file) {
        return Err(FileError::whole(limits::WOULD_NOT_OPEN));
    }
    read_assessment(file.to_string().as_bytes()).map(drop)
}

/// Whether two originals of this size leave enough of the limits for a session.
pub(crate) fn is_half_of_a_session(original: &Value) -> bool {
    let taken = weight(original);
    2 * (taken.bytes + ENVELOPE.bytes) + SESSION_RESERVE <= MAX_BYTES
        && 2 * (taken.values + ENVELOPE.values) + SESSION_VALUES <= MAX_VALUES
}

/// Refuses a document of a calibration that could not be opened again. An invitation also travels as a message.
///
/// # Errors
/// Why.
pub fn readable_document(document: &CalibrationDocument) -> Result<(), FileError> {
    let file = document_file(document);
    let taken = weight(&file);
    if taken.bytes + ENVELOPE.bytes > MAX_BYTES || taken.values + ENVELOPE.values > MAX_VALUES || taken.depth + 4 > MAX_DEPTH {
        return Err(FileError::whole(limits::WOULD_NOT_OPEN));
    }
    let key = document.key();
    if matches!(key.kind, DocumentKind::Record | DocumentKind::Review) && !is_plain_id(&key.id) {
        return Err(FileError::at("id", files::NOT_AN_ID));
    }
    read_stored_document(&stored_document(document, 0))?;
    match &document.content {
        Content::Invitation(i) => decode_any(super::invitation_text(i).as_bytes()).map(drop),
        _ => Ok(()),
    }
}

/// Whether an id can be part of a key in the store: no other key begins with it, and none is a slot of it.
pub fn is_plain_id(id: &str) -> bool {
    (1..=MAX_ID).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}

/// The text of a file: over several lines where it then still opens.
pub fn file_text(file: &Value) -> String {
    let lines = format!("{file:#}");
    if lines.len() <= MAX_BYTES { lines } else { file.to_string() }
}

/// Packs several files into as few as can be opened again, in their order. One that is too large to be packed stays alone.
pub fn bundle_texts(files: Vec<Value>) -> Vec<String> {
    let mut parts: Vec<(Weight, Vec<Value>)> = Vec::new();
    for file in files {
        let next = weight(&file);
        let fits = |(taken, part): &&mut (Weight, Vec<Value>)| {
            part.len() < MAX_ENTRIES
                && taken.bytes + next.bytes + ENVELOPE.bytes < MAX_BYTES
                && taken.values + next.values + ENVELOPE.values <= MAX_VALUES
        };
        if let Some((taken, part)) = parts.last_mut().filter(fits) {
            // A comma is between.
            taken.bytes += next.bytes + 1;
            taken.values += next.values;
            part.push(file);
        } else {
            parts.push((next, vec![file]));
        }
    }
    parts.into_iter().map(|(_, part)| part_text(part)).collect()
}

fn part_text(part: Vec<Value>) -> String {
    match part.as_slice() {
        [file] if !fits(file) => file_text(file),
        _ => file_text(&bundle_file(part)),
    }
}
