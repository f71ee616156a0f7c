//! A committee member's marks on a record.

use litemap::LiteMap;

use serde_json::{Map, Value};

use super::record::SessionRecord;

/// What a member says about one question of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Agree,
    /// Has a question about it.
    Question,
    /// Cannot say.
    Pass,
}

impl Mark {
    pub const ALL: [Self; 3] = [Self::Agree, Self::Question, Self::Pass];

    /// The word in files and on screen.
    pub fn id(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Question => "question",
            Self::Pass => "pass",
        }
    }
}

/// A mark with its line.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub mark: Mark,
    /// In words, or empty.
    pub text: String,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

/// One member's marks on one record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// A stable id.
    pub id: String,
    /// The id of the record.
    pub record: String,
    pub code: String,
    /// Who marked, or empty.
    pub member: String,
    /// By question id.
    pub marks: LiteMap<String, Remark>,
    /// When it was begun, ISO 8601, or empty.
    pub created: String,
    /// When it was changed last, or empty.
    pub updated: String,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

impl Review {
    /// An empty sheet for a record.
    pub fn of(record: &SessionRecord, code: &str, id: String, member: String, now: String) -> Self {
        Self {
            id,
            record: record.id().to_owned(),
            code: code.to_owned(),
            member,
            created: now.clone(),
            updated: now,
            ..Self::default()
        }
    }
}
