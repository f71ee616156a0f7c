//! The default ladder with its earlier revisions, which documents may name.

use std::rc::Rc;

use super::ladder::{default_ladder, ladder_in, read_ladder};
use super::{FileError, parse};
use crate::messages::ladder_files;
use crate::model::ladder::Ladder;
use crate::model::ladders::{KnownRevision, Ladders};

/// Revision 1 as it was released; build.rs leaves its white space out.
const REVISION_1: &str = include_str!(concat!(env!("OUT_DIR"), "/revision-1.json"));

/// The default ladder and its earlier revisions.
pub fn default_ladders() -> Ladders {
    ladders(default_ladder())
}

/// A ladder in use with what documents may name beside it: the default ladder and its earlier revisions. None of them
/// counts if the ladder in use has another id.
pub fn ladders(current: impl Into<Rc<Ladder>>) -> Ladders {
    Ladders::alone(current).with(known())
}

/// The default ladder and its earlier revisions, by the names that build.rs writes.
pub fn known() -> [KnownRevision; 2] {
    macro_rules! named {
        ($file:literal, $read:expr) => {
            KnownRevision::new(
                include_str!(concat!(env!("OUT_DIR"), "/", $file, "-id.txt")),
                include_str!(concat!(env!("OUT_DIR"), "/", $file, "-revision.txt")),
                include_str!(concat!(env!("OUT_DIR"), "/", $file, "-digest.txt")),
                $read,
            )
        };
    }
    [named!("ladder", default_ladder), named!("revision-1", revision_1)]
}

/// Reads a ladder that replaces the default one. The id of the default ladder with each of its revisions is reserved for that
/// text: another text would give other levels under its name.
///
/// # Errors
/// Every problem found, in the order of the file.
pub fn read_other_ladder(bytes: &[u8]) -> Result<Ladder, Vec<FileError>> {
    let ladder = read_ladder(bytes)?;
    if known().iter().any(|k| k.is_imitated_by(&ladder)) {
        return Err(vec![FileError::at("revision", ladder_files::other_text(&ladder.revision, &ladder.id))]);
    }
    Ok(ladder)
}

/// # Panics
/// Never in a build whose tests passed: they read this very text.
#[expect(clippy::expect_used, reason = "the text is compiled in and a test reads it")]
fn revision_1() -> Ladder {
    ladder_in(&parse(REVISION_1.as_bytes()).expect("revision 1 is JSON")).expect("revision 1 is a valid ladder")
}
