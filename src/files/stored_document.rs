//! Papers of a calibration in the browser's store: each file as it is, in an envelope with its revision and a checksum.
//! The envelope is the store's own, because a sealed file is authenticated as a whole and takes no field more.

use serde_json::{Map, Value};

use super::any::{Found, found};
use super::committee::review_file;
use super::envelope::{Format, check_checksum, put};
use super::invitation::invitation_file;
use super::reader::whole;
use super::session_record::session_file;
use super::{Problem, digest, parse};
use crate::documents::calibration::{Content, Origin, Paper};

/// The word that marks a paper in the store.
pub(super) const PAPER_FORMAT: &str = "ladder-calibration/paper";
/// The format with its version.
const FORMAT: Format = Format { name: PAPER_FORMAT, version: 1, what: "a paper of a calibration" };

/// A paper as the browser's store holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredPaper {
    /// The paper.
    pub paper: Paper,
    /// How often it has been written.
    pub revision: usize,
}

/// The file of a paper, as it is handed out.
pub fn paper_file(paper: &Paper) -> Value {
    let mut file = match &paper.content {
        Content::Invitation(i) => return invitation_file(i),
        // It was read, so it is JSON.
        Content::Sealed(s) => return parse(s.file().as_bytes()).unwrap_or_default(),
        Content::Record(r) => session_file(r),
        Content::Review(r) => review_file(r),
    };
    file["checksum"] = digest(&file).into();
    file
}

/// The text of a paper in the store.
pub fn stored_paper(paper: &Paper, revision: usize) -> String {
    let mut out = Map::new();
    FORMAT.put(&mut out);
    out.insert("file".into(), paper_file(paper));
    out.insert("revision".into(), revision.into());
    put(&mut out, "at", &paper.at);
    if paper.origin != Origin::Unsaid {
        out.insert(mark(&paper.content).into(), (paper.origin == Origin::Here).into());
    }
    if let Content::Invitation(i) = &paper.content {
        put(&mut out, "subject", &i.subject);
    }
    let mut out = Value::Object(out);
    out["checksum"] = digest(&out).into();
    out.to_string()
}

/// Reads a paper of the store. It always has its checksum.
///
/// # Errors
/// The first problem, with its place.
pub fn read_stored_paper(text: &str) -> Result<StoredPaper, Problem> {
    let value = parse(text.as_bytes())?;
    FORMAT.check(&value)?;
    check_checksum(&value)?;
    if value.get("checksum").is_none_or(Value::is_null) {
        return Err(Problem::at("checksum", "is missing, so the record may be damaged"));
    }
    let file = value.get("file").ok_or_else(|| Problem::at("file", "is missing"))?;
    let mut content = content(found(file, false)?)?;
    if let Content::Invitation(i) = &mut content {
        value.get("subject").and_then(Value::as_str).unwrap_or_default().clone_into(&mut i.subject);
    }
    let at = value.get("at").and_then(Value::as_str).unwrap_or_default().to_owned();
    let origin = match value.get(mark(&content)).and_then(Value::as_bool) {
        Some(true) => Origin::Here,
        Some(false) => Origin::Elsewhere,
        None => Origin::Unsaid,
    };
    Ok(StoredPaper { paper: Paper { content, at, origin }, revision: value.get("revision").and_then(whole).unwrap_or(0) })
}

/// The field that says whether a paper is this browser's own.
fn mark(content: &Content) -> &'static str {
    if matches!(content, Content::Record(_)) { "opened_here" } else { "made_here" }
}

/// The paper that a file is.
pub(super) fn content(found: Found) -> Result<Content, Problem> {
    match found {
        Found::Invitation(i) => Ok(Content::Invitation(i)),
        Found::Sealed(s) => Ok(Content::Sealed(s)),
        Found::SessionRecord(r) => Ok(Content::Record(r)),
        Found::Review(r) => Ok(Content::Review(r)),
        _ => Err(Problem::at("file.format", "is no paper of a calibration")),
    }
}
