//! One decoder for every file and pasted text. It returns what it found.

use serde_json::Value;

use super::assessment::{ASSESSMENT_FORMAT, STORE, assessment_of};
use super::committee::{COMMITTEE_FORMAT, read_review};
use super::envelope::{DOCUMENT_FORMAT, Format};
use super::invitation::{INVITATION_FORMAT, InvitationError, read_invitation};
use super::ladder::{LADDER_FORMAT, ladder_in};
use super::link::{Link, read_link};
use super::locked::{LOCKED_FORMAT, Locked, read_locked};
use super::reader::whole;
use super::sealed::{SEALED_FORMAT, read_sealed};
use super::session_record::{SESSION_FORMAT, read_session};
use super::{FileError, SECOND_SLOT, comparison, headless_output, parse};
use crate::documents::calibration::{DocumentKind, Review, SessionRecord};
use crate::documents::encrypted::DecryptError;
use crate::documents::seal::{Invitation, Sealed};
use crate::messages::files;
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;

/// A file with several others in it, as *Download all* writes it.
pub const BUNDLE_FORMAT: &str = "ladder-calibration/bundle";
/// The format with its version.
const BUNDLE: Format = Format { name: BUNDLE_FORMAT, version: 1, what: files::A_BUNDLE };
/// How every key of the browser's store begins; a file of such keys is what the recovery screen exports.
const STORE_PREFIX: &str = "ladder-calibration/";

/// The longest text that is searched for a message, in bytes.
const MAX_MESSAGE: usize = 2 * super::MAX_LINK;

/// What a file turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    Assessment(Box<Assessment>),
    Ladder(Box<Ladder>),
    /// A file that opens with a passphrase.
    Locked(Box<Locked>),
    /// Sealed ratings, which open with those of the other side.
    Sealed(Box<Sealed>),
    /// A link: a set-up, or a copy of someone's answers.
    Link(Box<Link>),
    /// An invitation to a calibration session.
    Invitation(Box<Invitation>),
    /// A record of a calibration session, finished or not.
    SessionRecord(Box<SessionRecord>),
    /// A committee member's marks on a record.
    Review(Box<Review>),
    /// Several files in one; each may have a problem of its own.
    Bundle(Vec<Result<Found, FileError>>),
}

/// Reads whatever it is.
///
/// # Errors
/// The first problem, with its path.
pub fn decode_any(bytes: &[u8]) -> Result<Found, FileError> {
    if bytes.is_empty() {
        return Err(FileError::whole(files::EMPTY));
    }
    let value = match parse(bytes) {
        Ok(value) => value,
        Err(problem) => return in_a_message(bytes).unwrap_or(Err(problem)),
    };
    match value.get("format").and_then(Value::as_str) {
        // The text of a sealed file is passed on unchanged.
        Some(SEALED_FORMAT) => read_sealed(bytes).map(|s| Found::Sealed(Box::new(s))).map_err(error),
        _ => found(&value, true),
    }
}

/// The content of a pasted message, if it has any.
fn in_a_message(bytes: &[u8]) -> Option<Result<Found, FileError>> {
    if bytes.len() > MAX_MESSAGE {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok().filter(|t| !t.trim_start().starts_with('{'))?;
    if let Some(link) = link_in(text) {
        return Some(link.map(|l| Found::Link(Box::new(l))));
    }
    match read_invitation(text) {
        Ok(invitation) => Some(Ok(Found::Invitation(Box::new(invitation)))),
        Err(InvitationError::NotFound) => None,
        Err(other) => Some(Err(plain(&other.to_string()))),
    }
}

/// The link in a text, if a word of it looks like one.
fn link_in(text: &str) -> Option<Result<Link, FileError>> {
    let versioned = |w: &str| w.strip_prefix("lc").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let word = text.split_whitespace().find(|w| versioned(w.rsplit('#').next().unwrap_or(w)))?;
    Some(read_link(word))
}

fn error(error: DecryptError) -> FileError {
    match error {
        DecryptError::Unreadable(problem) => problem,
        other => plain(&other.to_string()),
    }
}

fn plain(sentence: &str) -> FileError {
    let mut letters = sentence.trim_end_matches('.').chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    FileError::whole(first + letters.as_str())
}

pub(super) fn found(value: &Value, outer: bool) -> Result<Found, FileError> {
    match value.get("format").and_then(Value::as_str) {
        Some(ASSESSMENT_FORMAT) => Ok(Found::Assessment(Box::new(assessment_of(value)?))),
        Some(LADDER_FORMAT) => match ladder_in(value) {
            Ok(ladder) => Ok(Found::Ladder(Box::new(ladder))),
            Err(problems) => Err(problems.into_iter().next().unwrap_or_else(|| FileError::whole(files::LADDER_UNREADABLE))),
        },
        Some(INVITATION_FORMAT) => match read_invitation(&value.to_string()) {
            Ok(invitation) => Ok(Found::Invitation(Box::new(invitation))),
            Err(InvitationError::Unreadable(problem)) => Err(problem),
            Err(other) => Err(plain(&other.to_string())),
        },
        Some(LOCKED_FORMAT) => read_locked(value.to_string().as_bytes()).map(|l| Found::Locked(Box::new(l))).map_err(error),
        Some(SEALED_FORMAT) => read_sealed(value.to_string().as_bytes()).map(|s| Found::Sealed(Box::new(s))).map_err(error),
        Some(SESSION_FORMAT) => read_session(value.to_string().as_bytes()).map(|r| Found::SessionRecord(Box::new(r))),
        Some(COMMITTEE_FORMAT) => read_review(value.to_string().as_bytes()).map(|r| Found::Review(Box::new(r))),
        Some(DOCUMENT_FORMAT) => found(&value["file"], false),
        Some(BUNDLE_FORMAT) if outer => bundle(value),
        Some(headless_output::FORMAT | comparison::FORMAT) => Err(FileError::at("format", files::COMPUTED_RESULT)),
        Some(other) => Err(FileError::at("format", files::foreign_format(other))),
        None if outer && is_store(value) => Ok(store(value)),
        None => Err(FileError::at("format", files::FOREIGN)),
    }
}

fn bundle(value: &Value) -> Result<Found, FileError> {
    BUNDLE.check(value)?;
    super::envelope::check_checksum(value)?;
    let files = value.get("files").and_then(Value::as_array).ok_or_else(|| FileError::at("files", files::NOT_LIST))?;
    Ok(Found::Bundle(files.iter().map(|file| found(file, false)).collect()))
}

fn is_store(value: &Value) -> bool {
    value.as_object().is_some_and(|o| !o.is_empty() && o.keys().all(|k| k.starts_with(STORE_PREFIX)))
}

/// The newer readable slot of each document, and every conflict copy.
fn store(value: &Value) -> Found {
    let ours = |key: &str| {
        let kind = key.strip_prefix(STORE_PREFIX).and_then(|k| k.split('/').next()).unwrap_or_default();
        ["assessment", "aside", "paper-aside"].contains(&kind) || DocumentKind::ALL.iter().any(|k| k.word() == kind)
    };
    let texts = value.as_object().into_iter().flatten().filter(|(key, _)| ours(key));
    let mut out: Vec<(&str, usize, Result<Found, FileError>)> = Vec::new();
    for (key, text) in texts {
        let slots = key.strip_suffix(SECOND_SLOT).unwrap_or(key);
        let stored = parse(text.as_str().unwrap_or_default().as_bytes());
        let revision = stored.as_ref().map_or(0, revision);
        let read = stored.and_then(|v| found(&v, false)).map_err(|p| FileError::at(format!("{key}: {}", p.path), p.message));
        match out.iter_mut().find(|(known, _, other)| *known == slots && read.is_ok() && other.is_ok()) {
            Some(older) if revision > older.1 => *older = (slots, revision, read),
            Some(_) => {}
            None => out.push((slots, revision, read)),
        }
    }
    Found::Bundle(out.into_iter().map(|(_, _, read)| read).collect())
}

/// The revision of a stored document; documents of version 0.1 have none.
fn revision(stored: &Value) -> usize {
    stored.get(STORE).unwrap_or(stored).get("revision").and_then(whole).unwrap_or(0)
}

/// Several files in one.
pub fn bundle_file(files: Vec<Value>) -> Value {
    let mut out = serde_json::Map::new();
    BUNDLE.put(&mut out);
    out.insert("files".into(), files.into());
    let mut file = Value::Object(out);
    file["checksum"] = super::digest(&file).into();
    file
}
