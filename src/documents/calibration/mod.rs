//! The documents of a calibration besides assessments: invitations, sealed files, session records, review forms. They are
//! plain values: they know neither files nor the session that changes them.

mod outcome;
mod party;
mod record;
mod review;

pub use outcome::{Draft, Item, Opportunity, Outcome, Reason, ReasonKind, Status};
pub use party::{CodeCheck, Original, Party, SealFacts, Side};
pub use record::{ActionItem, Counts, LENGTHS, Previous, Progress, SessionRecord, Unclear, asked, counts};
pub use review::{Mark, Remark, Review};

use super::seal::{Invitation, Sealed};

/// The kinds of documents that the store keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentKind {
    Invitation,
    Sealed,
    /// A record of a session, finished or not.
    Record,
    Review,
    Assessment,
}

impl DocumentKind {
    pub const ALL: [Self; 5] = [Self::Invitation, Self::Sealed, Self::Record, Self::Review, Self::Assessment];

    /// The word in the store's keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Sealed => "sealed",
            Self::Record => "session",
            Self::Review => "committee",
            Self::Assessment => "assessment",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentKey {
    pub kind: DocumentKind,
    /// Its id among its kind.
    pub id: String,
}

impl DocumentKey {
    /// The key of an assessment.
    pub fn assessment(id: impl Into<String>) -> Self {
        Self { kind: DocumentKind::Assessment, id: id.into() }
    }

    /// Whether it is the key of an assessment.
    pub fn is_assessment(&self) -> bool {
        self.kind == DocumentKind::Assessment
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Invitation(Box<Invitation>),
    Sealed(Box<Sealed>),
    Record(Box<SessionRecord>),
    Review(Box<Review>),
}

/// Where a document comes from. An imported document has no effect on the numbers, seals and marks of this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// It was made in this browser: sealed here, or, for a record, started from the two files that were opened here.
    Here,
    /// It was imported from a file or a message.
    #[default]
    Imported,
    /// Unknown, because a store of an earlier version has no such field. The reducer that loads the store decides.
    Unsaid,
}

/// A document, with the time when it was made or imported.
#[derive(Clone, Debug, PartialEq)]
pub struct CalibrationDocument {
    pub content: Content,
    /// ISO 8601, or empty.
    pub at: String,
    pub origin: Origin,
}

impl CalibrationDocument {
    /// A document that was made here.
    pub fn made(content: Content, at: String) -> Self {
        Self { content, at, origin: Origin::Here }
    }

    pub fn imported(content: Content) -> Self {
        Self { content, at: String::new(), origin: Origin::Imported }
    }

    /// Whether it was made here.
    pub fn is_own(&self) -> bool {
        self.origin == Origin::Here
    }

    /// When it was made, if that is known. The time of an import says nothing about that.
    pub fn made_at(&self) -> &str {
        if self.is_own() { &self.at } else { "" }
    }

    /// Its name. Sealed files never change; a record has the id of its session.
    pub fn key(&self) -> DocumentKey {
        let (kind, id) = match &self.content {
            Content::Invitation(i) => (DocumentKind::Invitation, i.session.as_str().to_owned()),
            Content::Sealed(s) => {
                let h = s.header();
                let code = h.code.digits().get(..8).unwrap_or_default();
                (DocumentKind::Sealed, format!("{}.{}.{}.{code}", h.session.as_str(), h.role.id(), h.number))
            }
            Content::Record(r) => (DocumentKind::Record, r.id().to_owned()),
            Content::Review(r) => (DocumentKind::Review, r.id.clone()),
        };
        DocumentKey { kind, id }
    }

    pub fn record(&self) -> Option<&SessionRecord> {
        if let Content::Record(r) = &self.content { Some(r) } else { None }
    }

    pub fn invitation(&self) -> Option<&Invitation> {
        if let Content::Invitation(i) = &self.content { Some(i) } else { None }
    }

    /// The sealed file in it.
    pub fn sealed(&self) -> Option<&Sealed> {
        if let Content::Sealed(s) = &self.content { Some(s) } else { None }
    }

    /// The member's marks in it.
    pub fn review(&self) -> Option<&Review> {
        if let Content::Review(r) = &self.content { Some(r) } else { None }
    }
}
