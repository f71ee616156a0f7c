//! The default ladder with its earlier revisions, which documents may name.

use std::rc::Rc;

use super::ladder::{default_ladder, ladder_in};
use super::parse;
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

/// # Panics
/// Never in a build whose tests passed: they read this very text.
#[expect(clippy::expect_used, reason = "the text is compiled in and a test reads it")]
fn revision_1() -> Ladder {
    ladder_in(&parse(REVISION_1.as_bytes()).expect("revision 1 is JSON")).expect("revision 1 is a valid ladder")
}
