//! Documents in the store, each kind under keys of its own, and conflicts between two versions.

use std::rc::Rc;

use super::{State, UnreadableEntry};
use crate::documents::calibration::{CalibrationDocument, DocumentKey, DocumentKind};
use crate::files::Stored;
use crate::model::assessment::Assessment;

/// A document of the store.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    /// An assessment, with the fields that only the store has.
    Assessment(Box<Stored>),
    /// A document of a calibration.
    Calibration(Box<CalibrationDocument>),
}

impl Document {
    pub fn key(&self) -> DocumentKey {
        match self {
            Self::Assessment(stored) => DocumentKey::assessment(stored.assessment.id.clone()),
            Self::Calibration(document) => document.key(),
        }
    }

    pub fn assessment(&self) -> Option<&Assessment> {
        if let Self::Assessment(stored) = self { Some(&stored.assessment) } else { None }
    }

    pub fn calibration(&self) -> Option<&CalibrationDocument> {
        if let Self::Calibration(document) = self { Some(document) } else { None }
    }

    /// When it was last changed here, ISO 8601, or empty.
    pub fn changed_at(&self) -> &str {
        match self {
            Self::Assessment(stored) => &stored.assessment.updated,
            Self::Calibration(document) => &document.at,
        }
    }
}

/// Two versions of one document, made in two windows, before the reader chooses. The one on screen is in the state; both
/// are stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    pub key: DocumentKey,
    /// The other version; `None` if the other window deleted it.
    pub other: Option<Rc<Document>>,
    /// The store key of the other version, if that is a copy: then the version on screen is written under the document's
    /// own key. Empty if the other version has the document's own key: then the version on screen is written as a copy.
    pub copy: String,
}

impl Conflict {
    /// The other version, if it is an assessment.
    pub fn other_assessment(&self) -> Option<&Assessment> {
        self.other.as_deref()?.assessment()
    }

    /// The other version, if it is a document of a calibration.
    pub fn other_calibration(&self) -> Option<&CalibrationDocument> {
        self.other.as_deref()?.calibration()
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// The newest version of each document, the one changed last first.
    pub documents: Vec<Document>,
    /// Unresolved conflicts.
    pub conflicts: Vec<Conflict>,
    /// Stored entries that could not be read.
    pub unreadable_entries: Vec<UnreadableEntry>,
    /// The reader's last location: the id of an assessment or a calibration session, and the name of a page.
    pub location: Option<(String, String)>,
}

impl Contents {
    pub fn assessments(&self) -> impl Iterator<Item = &Stored> {
        self.documents.iter().filter_map(|d| if let Document::Assessment(stored) = d { Some(&**stored) } else { None })
    }

    /// The documents of calibrations in it.
    pub fn documents(&self) -> impl Iterator<Item = &CalibrationDocument> {
        self.documents.iter().filter_map(Document::calibration)
    }
}

impl State {
    /// The keys of all documents.
    pub fn document_keys(&self) -> Vec<DocumentKey> {
        let assessments = self.assessments.iter().map(|a| DocumentKey::assessment(a.id.clone()));
        assessments.chain(self.calibrations.documents().iter().map(CalibrationDocument::key)).collect()
    }

    pub fn has_document(&self, key: &DocumentKey) -> bool {
        match key.kind {
            DocumentKind::Assessment => self.find_assessment(&key.id).is_some(),
            _ => self.calibrations.document(key).is_some(),
        }
    }

    /// The unresolved conflict of a document.
    pub fn conflict_of(&self, key: &DocumentKey) -> Option<&Conflict> {
        self.conflicts.iter().find(|c| c.key == *key)
    }

    /// The unresolved conflict of the open assessment.
    pub fn conflict(&self) -> Option<&Conflict> {
        self.conflict_of(&DocumentKey::assessment(self.current.clone()?))
    }

    /// The unresolved conflict of the open document of a calibration.
    pub fn calibration_conflict(&self) -> Option<&Conflict> {
        self.conflicts.iter().find(|c| self.calibrations.is_shown(&c.key))
    }

    /// Another version of a document is under its own key until the reader chooses.
    pub(super) fn set_conflict(&mut self, key: DocumentKey, other: Option<Rc<Document>>) {
        self.conflicts.retain(|c| c.key != key || !c.copy.is_empty());
        self.conflicts.insert(0, Conflict { key, other, copy: String::new() });
    }
}
