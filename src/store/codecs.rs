//! Codecs for each kind of document: the keys of its slots, and how its texts are read, checked and written.

use crate::files::{FileError, read_stored, read_stored_document, stored_document, stored_text_with_seal};
use crate::model::ladders::Ladders;
use crate::model::profile::check;
use crate::state::{Document, DocumentKey, DocumentKind, State};

#[derive(Clone, Copy, Debug)]
pub(super) struct Codec {
    pub(super) kind: DocumentKind,
    /// The key prefix of conflict copies.
    copies: &'static str,
    /// Reads a stored text, with its revision.
    pub(super) read: fn(&str) -> Result<(Document, usize), FileError>,
    /// Whether a document fits the ladder that it names.
    pub(super) check: fn(&Ladders, &Document) -> Result<(), FileError>,
    /// The text of a document, with a revision.
    pub(super) write: fn(&State, &DocumentKey, usize) -> Option<String>,
}

/// Assessments: what the questions need.
pub(super) const ASSESSMENTS: Codec = Codec {
    kind: DocumentKind::Assessment,
    copies: "ladder-calibration/aside/",
    read: |text| read_stored(text).map(|stored| (stored.revision, stored)).map(|(r, s)| (Document::Assessment(Box::new(s)), r)),
    check: |ladders, document| document.assessment().map_or(Ok(()), |a| check(ladders.of(&a.ladder).ladder(), a).map(drop)),
    write: |state, key, revision| {
        let a = state.find_assessment(&key.id)?;
        Some(stored_text_with_seal(a, revision, state.last_exported(&a.id), &state.own_seal(&a.id)))
    },
};

/// Documents of calibrations. Their readers and writers are loaded lazily.
pub(super) const CALIBRATIONS: [Codec; 4] = [
    calibration(DocumentKind::Invitation, "ladder-calibration/paper-aside/invitation/"),
    calibration(DocumentKind::Sealed, "ladder-calibration/paper-aside/sealed/"),
    calibration(DocumentKind::Record, "ladder-calibration/paper-aside/session/"),
    calibration(DocumentKind::Review, "ladder-calibration/paper-aside/committee/"),
];

const fn calibration(kind: DocumentKind, copies: &'static str) -> Codec {
    Codec {
        kind,
        copies,
        read: |text| read_stored_document(text).map(|s| (Document::Calibration(Box::new(s.document)), s.revision)),
        check: |ladders, document| {
            let record = document.calibration().and_then(|p| p.record());
            record.map_or(Ok(()), |record| record.fits(ladders.of(record.ladder()).ladder()))
        },
        write: |state, key, revision| state.calibrations().document(key).map(|document| stored_document(document, revision)),
    }
}

impl Codec {
    /// The key of a window's conflict copy.
    pub(super) fn copy(&self, id: &str, window: &str) -> String {
        format!("{}{id}/{window}", self.copies)
    }

    /// Whether a key is that of a conflict copy.
    pub(super) fn is_copy(&self, key: &str) -> bool {
        key.starts_with(self.copies)
    }
}
