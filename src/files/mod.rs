//! File formats: reading with errors that name path and cause, writing without losing a field.
//!
//! No other module knows a field's name. Everything is read from a JSON tree instead of derived types: that keeps unknown
//! fields, names the exact path of an error, and costs a third of the bytes in the page.

mod any;
mod assessment;
mod block_problems;
mod blocks;
mod carried_over;
mod committee;
mod comparison;
mod conditions;
mod encrypted;
mod envelope;
mod evidence;
mod headless_output;
mod invitation;
mod ladder;
mod ladder_extras;
mod link;
mod locked;
mod original;
mod plan;
mod readable;
mod reader;
mod references;
mod revisions;
mod role;
mod scoring;
mod sealed;
mod session_record;
mod stored_document;
mod warm_up;

pub use any::{BUNDLE_FORMAT, Found, bundle_file, decode_any};
pub use assessment::stored_text_with_seal;
pub use assessment::{ASSESSMENT_FORMAT, Stored, assessment_file, assessment_of, read_assessment, read_stored, stored_text};
pub use block_problems::{BlockGroup, block_problems, problems_in};
pub use blocks::as_read_back;
pub use carried_over::{carried_over, note_carried_over};
pub use committee::{COMMITTEE_FORMAT, read_review, review_file, stored_review};
pub use comparison::comparison_json;
pub use headless_output::profile_json;
pub use invitation::{INVITATION_FORMAT, InvitationError, invitation_text, read_invitation};
pub use ladder::{LADDER_FORMAT, default_ladder, default_questions, read_ladder};
pub use link::{Link, MAX_LINK, link_fragment, read_link};
pub use locked::{LOCKED_FORMAT, Locked, lock_file, read_locked};
pub(crate) use original::original_with;
pub use original::{evidence_titles, holds_more, original, original_of};
pub use readable::file_text;
pub(crate) use readable::is_half_of_a_session;
pub use readable::{bundle_texts, is_plain_id, readable, readable_document};
pub use revisions::{default_ladders, known, ladders, read_other_ladder};
pub(crate) use sealed::sealed_file;
pub use sealed::{SEALED_FORMAT, read_sealed};
pub use session_record::{SESSION_FORMAT, read_session, session_file, stored_session};
pub use stored_document::{StoredDocument, document_file, read_stored_document, stored_document};
pub use warm_up::{WARM_UP_FORMAT, default_warm_up, read_warm_up};

pub use crate::base::error::FileError;
pub use crate::base::json::{canonical, digest, parse};
pub use crate::base::limits::MAX_BYTES;
pub use crate::documents::encrypted::{DecryptError, EncryptError};
pub use crate::documents::seal::Sealed;

/// The suffix of the key of a document's second slot in the store. Stores of version 0.1 have the first slot alone.
pub const SECOND_SLOT: &str = "/b";
