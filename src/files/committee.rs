//! A committee member's marks on a record, version 1. Blind ratings are plain assessment files with the role `committee`.

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::envelope::{Format, check_checksum, fields, put};
use super::reader::Reader;
use super::reader::limit;
use super::{FileError, parse};
use crate::base::json::digest;
use crate::documents::calibration::{Mark, Remark, Review};
use crate::messages::{files, session_records};

/// The word that marks a member's review form.
pub const COMMITTEE_FORMAT: &str = "ladder-calibration/committee";
/// The format with its version.
const FORMAT: Format = Format { name: COMMITTEE_FORMAT, version: 1, what: files::A_COMMITTEE };
/// The most marks: as many as a ladder may have questions.
const MAX_MARKS: usize = 480;

/// Reads a member's review form.
///
/// # Errors
/// The first problem, with its path.
pub fn read_review(bytes: &[u8]) -> Result<Review, FileError> {
    let value = parse(bytes)?;
    FORMAT.check(&value)?;
    check_checksum(&value)?;
    let problems = RefCell::default();
    let review = review(&Reader::new(&value, "", &problems));
    match problems.into_inner().into_iter().next() {
        None => Ok(review),
        Some(problem) => Err(problem),
    }
}

fn review(r: &Reader) -> Review {
    for name in ["format", "version", "checksum"] {
        let _ = r.get(name);
    }
    let marks = r.object("marks").map(|all| {
        limit(r, "marks", all.keys().count(), 0, MAX_MARKS);
        all.entries().map(|(question, m)| (question.clone(), remark(&m))).collect()
    });
    Review {
        id: r.text("id"),
        record: r.required_text("record"),
        code: r.text("code"),
        member: r.text("member"),
        marks: marks.unwrap_or_default(),
        created: r.text("created"),
        updated: r.text("updated"),
        extra: r.extra(),
    }
}

fn remark(r: &Reader) -> Remark {
    let id = r.required_text("mark");
    let mark = Mark::ALL.into_iter().find(|m| m.id() == id).unwrap_or_else(|| {
        r.problem("mark", session_records::not_mark(&id));
        Mark::Pass
    });
    Remark { mark, text: r.text("words"), extra: r.extra() }
}

/// The file of a member's review form, without a checksum.
pub fn review_file(review: &Review) -> Value {
    let mut out = review.extra.clone();
    FORMAT.put(&mut out);
    put(&mut out, "id", &review.id);
    put(&mut out, "record", &review.record);
    put(&mut out, "code", &review.code);
    put(&mut out, "member", &review.member);
    let mut marks = Map::new();
    for (question, remark) in &review.marks {
        marks.insert(question.clone(), fields(&remark.extra, &[("mark", remark.mark.id()), ("words", &remark.text)]));
    }
    out.insert("marks".into(), marks.into());
    put(&mut out, "created", &review.created);
    put(&mut out, "updated", &review.updated);
    Value::Object(out)
}

/// The form as the browser's store holds it: the file with its checksum.
pub fn stored_review(review: &Review) -> String {
    let mut file = review_file(review);
    file["checksum"] = digest(&file).into();
    file.to_string()
}
