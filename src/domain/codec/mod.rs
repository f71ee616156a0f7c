//! Files and what they hold: reading with sentences that name place and cause, writing without losing a field.
//!
//! Nothing outside this module knows a field's name. Everything is read from a JSON tree instead of through derived
//! types: that keeps unknown fields, names the exact place of a fault, and costs a third of the bytes in the page.

#[cfg(not(first_module))]
mod any;
mod assessment;
#[cfg(not(first_module))]
mod committee;
#[cfg(not(first_module))]
mod comparison;
#[cfg(not(first_module))]
mod conditions;
mod core;
#[cfg(not(first_module))]
mod encrypted;
#[cfg(not(first_module))]
mod evidence;
mod fits;
mod handover;
#[cfg(not(first_module))]
mod invitation;
mod json;
mod ladder;
#[cfg(not(first_module))]
mod ladder_extras;
#[cfg(not(first_module))]
mod link;
#[cfg(not(first_module))]
mod locked;
#[cfg(not(first_module))]
mod names;
mod output;
#[cfg(not(first_module))]
mod paper;
#[cfg(not(first_module))]
mod plan;
mod problem;
mod reader;
#[cfg(not(first_module))]
mod role;
mod scoring;
#[cfg(not(first_module))]
mod sealed;
#[cfg(not(first_module))]
mod session_record;
#[cfg(not(first_module))]
mod warm_up;

#[cfg(not(first_module))]
pub use any::{BUNDLE_FORMAT, Found, bundle_file, decode_any};
#[cfg(not(first_module))]
pub use assessment::stored_sealed_text;
pub use assessment::{ASSESSMENT_FORMAT, Stored, assessment_file, assessment_of, read_assessment, read_stored, stored_text};
#[cfg(not(first_module))]
pub use committee::{COMMITTEE_FORMAT, read_review, review_file, stored_review};
#[cfg(not(first_module))]
pub use comparison::comparison_json;
pub use core::core_of;
#[cfg(not(first_module))]
pub use encrypted::{OpenFault, WriteFault};
#[cfg(not(first_module))]
pub use evidence::{domains_of, evidence_of, plain_piece, put_domains, put_evidence, remove_evidence, set_link, unread_link};
pub use fits::file_text;
#[cfg(not(first_module))]
pub(crate) use fits::is_half_of_a_session;
#[cfg(not(first_module))]
pub use fits::{bundle_texts, is_plain_id, readable, readable_paper};
pub use handover::{handover_text, read_handover};
#[cfg(not(first_module))]
pub use invitation::{INVITATION_FORMAT, InvitationFault, invitation_text, read_invitation};
pub use json::{MAX_BYTES, canonical, digest, parse};
#[cfg(first_module)]
pub use ladder::core_of_default_ladder;
#[cfg(not(first_module))]
pub use ladder::read_other_ladder;
pub use ladder::{LADDER_FORMAT, default_ladder, read_ladder};
#[cfg(not(first_module))]
pub use link::{Link, MAX_LINK, link_fragment, read_link};
#[cfg(not(first_module))]
pub use locked::{LOCKED_FORMAT, Locked, lock_file, read_locked};
pub use output::profile_json;
#[cfg(not(first_module))]
pub use paper::{StoredPaper, paper_file, read_stored_paper, stored_paper};
#[cfg(not(first_module))]
pub use plan::{journal_of, plan_of, put_journal, put_plan};
pub use problem::Problem;
#[cfg(not(first_module))]
pub use role::{
    block_problems, held_and_target, leverage_of, put_leverage, put_readiness, put_role_shape, readiness_of, role_shape_of,
};
#[cfg(not(first_module))]
pub(crate) use sealed::sealed_file;
#[cfg(not(first_module))]
pub use sealed::{SEALED_FORMAT, Sealed, read_sealed};
#[cfg(not(first_module))]
pub use session_record::{SESSION_FORMAT, evidence_titles, read_session, session_file, stored_session};
#[cfg(not(first_module))]
pub use warm_up::{WARM_UP_FORMAT, default_warm_up, read_warm_up};

/// What the key of a record's second slot in the store has more than the first's. Records of version 0.1 have the first alone.
pub const SECOND_SLOT: &str = "/b";

/// What a file turned out to be. The first module of the page reads none, so this cannot be made there.
#[cfg(first_module)]
#[derive(Clone, Debug, PartialEq)]
pub enum Found {}
