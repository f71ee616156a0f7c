//! Effects: what a change requires outside the state. [`reduce`](super::reduce) returns them in the order in which they are
//! run. Their results come back as an [`Action`](super::Action).

use super::DocumentKey;
use crate::model::assessment::Role;

/// Something to be done outside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write a document with the next flush.
    Save(DocumentKey),
    /// Write the reader's location with the next flush.
    SaveLocation,
    /// Write everything that is dirty. Comes back as `SavingChanged`, and as `ExternalChange` for each document that
    /// another window wrote first.
    Flush,
    /// Read a sealed file back from the store. Comes back as `SealWritten`.
    ConfirmSeal(DocumentKey),
    /// Remove documents with all their versions. If the store refuses, the next load shows them again.
    Delete(Vec<DocumentKey>),
    /// Remove the readable copies of sealed ratings, by the ids of the assessments. Comes back as `CopyNotRemoved` if one could
    /// not be removed.
    RemoveReadable(Vec<String>),
    DeleteEverything,
    /// Another window removed a document: stop writing it.
    Forget(DocumentKey),
    /// Another window removed everything: stop writing.
    ForgetEverything,
    /// The stored version of a document is known, so that the next write may replace it.
    Acknowledge(DocumentKey),
    /// A conflict was resolved: remove the copy, under its key or this window's own.
    DropCopy {
        key: DocumentKey,
        /// The copy's key in the store, or empty.
        copy: String,
    },
    /// Find out whether another window sealed the ratings that are no longer in the store. Comes back as `SealedExternally`
    /// or `DeletedExternally`.
    FindSeal {
        /// The assessment, by id.
        id: String,
        /// The calibration session that it was made for.
        session: String,
        role: Role,
    },
    /// Allow the store to be used where other files can read it.
    AllowStorage,
    /// Find out whether anything can be stored. Comes back as `SavingChanged` if not.
    ProbeStorage,
    /// Get the time of an import. Comes back as `DocumentsArrived`.
    Date(Vec<DocumentKey>),
    Navigate {
        /// Whether the entry of the previous page is replaced, so that Back does not lead to it.
        replace: bool,
    },
    /// Focus the new heading of the same page.
    Focus,
    /// Notify the host, which embeds the page.
    Emit(HostEvent),
}

/// An event for the host, with the number of answers of the open assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostEvent {
    Change(usize),
    /// A file of it was saved.
    Export(usize),
}

impl Effect {
    /// Writes an assessment, by id, with the next flush.
    pub fn save(id: impl Into<String>) -> Self {
        Self::Save(DocumentKey::assessment(id))
    }

    /// The assessment that it writes, by id.
    pub fn assessment(&self) -> Option<&str> {
        match self {
            Self::Save(key) if key.is_assessment() => Some(&key.id),
            _ => None,
        }
    }
}
