//! Files and what they hold: reading with sentences that name place and cause, writing without losing a field.
//!
//! Nothing outside this module knows a field's name. Everything is read from a JSON tree instead of through derived
//! types: that keeps unknown fields, names the exact place of a fault, and costs a third of the bytes in the page.

#[cfg(not(first_module))]
mod any;
mod assessment;
mod committee;
mod comparison;
mod conditions;
mod encrypted;
mod evidence;
mod handover;
mod invitation;
mod json;
mod ladder;
mod ladder_extras;
mod link;
mod locked;
mod names;
mod output;
mod plan;
mod problem;
mod reader;
mod role;
mod scoring;
mod sealed;
mod session_record;
#[cfg(not(first_module))]
mod warm_up;

#[cfg(not(first_module))]
pub use any::{BUNDLE_FORMAT, Found, bundle_file, decode_any};
pub use assessment::{ASSESSMENT_FORMAT, Stored, assessment_file, assessment_of, read_assessment, read_stored, stored_text};
pub use committee::{COMMITTEE_FORMAT, read_review, review_file, stored_review};
pub use comparison::comparison_json;
pub use encrypted::{OpenFault, WriteFault};
pub use evidence::{domains_of, evidence_of, plain_piece, put_domains, put_evidence, remove_evidence, unread_link};
pub use handover::{handover_text, read_handover};
pub use invitation::{INVITATION_FORMAT, InvitationFault, invitation_text, read_invitation};
pub use json::{MAX_BYTES, canonical, digest, parse};
#[cfg(first_module)]
pub use ladder::core_of_default_ladder;
pub use ladder::{LADDER_FORMAT, default_ladder, read_ladder};
pub use link::{Link, MAX_LINK, link_fragment, read_link};
pub use locked::{LOCKED_FORMAT, Locked, lock_file, read_locked};
pub use output::profile_json;
pub use plan::{journal_of, plan_of, put_journal, put_plan};
pub use problem::Problem;
pub use role::{
    block_problems, held_and_target, leverage_of, put_leverage, put_readiness, put_role_shape, readiness_of, role_shape_of,
};
pub(crate) use sealed::sealed_file;
pub use sealed::{SEALED_FORMAT, Sealed, read_sealed};
pub use session_record::{SESSION_FORMAT, evidence_titles, read_session, session_file, stored_session};
#[cfg(not(first_module))]
pub use warm_up::{WARM_UP_FORMAT, default_warm_up, read_warm_up};

/// What a file turned out to be. The first module of the page reads none, so this cannot be made there.
#[cfg(first_module)]
#[derive(Clone, Debug, PartialEq)]
pub enum Found {}
