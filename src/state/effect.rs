//! What a change asks of the outside. [`reduce`](super::reduce) returns effects in the order in which they are run; what
//! they find out comes back as an [`Action`](super::Action).

use super::DocumentKey;
use crate::model::assessment::Role;

/// Something to be done outside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write a document with the next flush.
    Save(DocumentKey),
    /// Write where the reader is with the next flush.
    SaveLocation,
    /// Write everything that is dirty. Comes back as `SavingChanged`, and as `ExternalChange` for each document that
    /// another window wrote first.
    Flush,
    /// Read a sealed file back from the store. Comes back as `SealWritten`.
    ConfirmSeal(DocumentKey),
    /// Remove documents with all their versions. A store that refuses keeps what it had, and the next load shows it.
    Delete(Vec<DocumentKey>),
    /// Remove the readable copies of sealed ratings, by the ids of the assessments. Comes back as `CopyLeft` where one stays.
    RemoveReadable(Vec<String>),
    DeleteEverything,
    /// Another window removed a document: it is written no more.
    Forget(DocumentKey),
    /// Another window removed everything: nothing of it is written.
    ForgetEverything,
    /// What the store holds of a document is known here, so that the next write follows it.
    Acknowledge(DocumentKey),
    /// Two versions of a document were resolved: the copy that was kept beside it goes, under its key or this window's own.
    DropCopy {
        key: DocumentKey,
        /// The copy's key in the store, or empty.
        copy: String,
    },
    /// Find out whether ratings that are gone from the store were sealed by another window. Comes back as
    /// `SealedExternally` or `DeletedExternally`.
    FindSeal {
        /// The assessment, by id.
        id: String,
        /// The calibration session that it was made for.
        session: String,
        role: Role,
    },
    /// Allow the store to be used where other files can read it.
    AllowStorage,
    /// Find out whether anything can be kept. Comes back as `SavingChanged` if not.
    ProbeStorage,
    /// Say when documents were imported. Comes back as `DocumentsArrived`.
    Date(Vec<DocumentKey>),
    Navigate {
        /// Whether the page that was left is no place to go back to.
        replace: bool,
    },
    /// Another heading of the same page is shown: the focus follows.
    Focus,
    /// Tell the host, which embeds the page.
    Emit(HostEvent),
}

/// What is reported to the host, with the number of answers of the open assessment.
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
