//! A set-up or a redacted assessment in the fragment of an address.
//!
//! `lc1.` and the canonical JSON in base64url (RFC 4648, section 5, without padding), a full stop, and the first 16 hex
//! digits of its SHA-256. Ids are those of the files, so a link outlives a new order of questions; the checksum tells a
//! link that was cut off from one that says something else. Nothing is compressed: on the default ladder the
//! set-up takes 270 characters; with 24 rated answers, whose examples are withheld, it is 2,700, and never more than 3,800.

use std::cell::RefCell;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::assessment::{self, assessment, assessment_file, ladder_ref, role};
use super::envelope::fields;
use super::reader::Reader;
use super::{FileError, canonical, parse};
use crate::base::numbers::hex;
use crate::documents::seal::QuestionSet;
use crate::messages::{limits, links};
use crate::model::assessment::{Assessment, LadderRef, Role};
use crate::model::ladder::Ladder;

/// The longest text that is looked at, in bytes.
pub const MAX_LINK: usize = 32 * 1024;
/// What a link begins with, before the number of its version.
const MARK: &str = "lc";
/// The version that is written, and the newest that is read.
const VERSION: &str = "1";
/// Hex digits of the checksum.
const CHECKSUM: usize = 16;

/// The content of a link. Without an assessment it names no person and holds no answer. An assessment has to be redacted
/// with `export::redact` first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// The ladder to answer on.
    pub ladder: LadderRef,
    pub questions: QuestionSet,
    pub role: Role,
    /// The level aimed at, or empty.
    pub target: String,
    /// A copy of someone's answers.
    pub assessment: Option<Assessment>,
}

impl Link {
    /// A set-up without answers.
    pub fn set_up(ladder: &Ladder, questions: QuestionSet, role: Role, target: &str) -> Self {
        Self { ladder: LadderRef::of(ladder), questions, role, target: target.to_owned(), assessment: None }
    }
}

/// The fragment, without `#`. It consists of letters, digits, `.`, `-` and `_`, so that nothing changes it in transit.
pub fn link_fragment(link: &Link) -> String {
    let ladder = &link.ladder;
    let mut out = fields(
        &serde_json::Map::new(),
        &[("questions", link.questions.id()), ("role", link.role.id()), ("target", &link.target)],
    );
    out["ladder"] = fields(&ladder.extra, &[("id", &ladder.id), ("revision", &ladder.revision), ("digest", &ladder.digest)]);
    if let Some(a) = &link.assessment {
        out["assessment"] = assessment_file(a);
    }
    let json = canonical(&out);
    let checksum = checksum(json.as_bytes());
    format!("{MARK}{VERSION}.{}.{checksum}", Base64UrlUnpadded::encode_string(json.as_bytes()))
}

/// Reads a fragment, or the text of a whole address that ends in one. Percent escapes are decoded.
///
/// # Errors
/// Why it cannot be opened.
pub fn read_link(text: &str) -> Result<Link, FileError> {
    if text.len() > MAX_LINK {
        return Err(FileError::at("link", limits::LINK_TOO_LONG));
    }
    let text = unescaped(text);
    let Some((version, rest)) = marked(&text) else {
        return Err(FileError::at("link", links::NOTHING));
    };
    if version != VERSION {
        return Err(FileError::at("link", links::newer_version(version, VERSION)));
    }
    let (payload, tail) = rest.split_once('.').unwrap_or((rest, ""));
    let stated: String = tail.chars().take_while(char::is_ascii_alphanumeric).collect();
    let damaged = || FileError::at("link", links::DAMAGED);
    let json = Base64UrlUnpadded::decode_vec(payload).map_err(|_| damaged())?;
    if stated != checksum(&json) {
        return Err(damaged());
    }
    read(&parse(&json)?)
}

fn read(value: &Value) -> Result<Link, FileError> {
    let problems = RefCell::default();
    let r = Reader::new(value, "", &problems);
    let ladder = ladder_ref(&r);
    let set = r.text("questions");
    let questions = [QuestionSet::Core, QuestionSet::All].into_iter().find(|q| q.id() == set).unwrap_or_else(|| {
        r.problem("questions", links::not_question_set(&set));
        QuestionSet::Core
    });
    if let Some(a) = r.get("assessment") {
        assessment::FORMAT.check(a)?;
    }
    let link = Link {
        ladder,
        questions,
        role: role(&r),
        target: r.text("target"),
        assessment: r.object("assessment").map(|a| assessment(&a)),
    };
    match problems.into_inner().into_iter().next() {
        None => Ok(link),
        Some(problem) => Err(problem),
    }
}

fn checksum(json: &[u8]) -> String {
    let mut digits = hex(&Sha256::digest(json));
    digits.truncate(CHECKSUM);
    digits
}

/// The version and what follows it, after the last `#` if there is one. The prefix must not be inside a word.
fn marked(text: &str) -> Option<(&str, &str)> {
    let fragment = text.rsplit('#').next().unwrap_or(text);
    let inside = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    fragment.match_indices(MARK).find_map(|(at, _)| {
        let (before, after) = (&fragment[..at], &fragment[at + MARK.len()..]);
        let (version, rest) = after.split_once('.')?;
        let is_number = !version.is_empty() && version.len() < 6 && version.bytes().all(|b| b.is_ascii_digit());
        (is_number && !before.ends_with(inside)).then_some((version, rest))
    })
}

/// Decodes percent escapes of ASCII characters; others cannot belong to a link.
fn unescaped(text: &str) -> String {
    let mut parts = text.split('%');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.get(..2).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = digits.and_then(|d| u8::from_str_radix(d, 16).ok()).filter(u8::is_ascii);
        if let Some(code) = code {
            out.push(char::from(code));
            out.push_str(&part[2..]);
        } else {
            out.push('%');
            out.push_str(part);
        }
    }
    out
}
