//! Files and what they hold: reading with sentences that name place and cause, writing without losing a field.
//!
//! Nothing outside this module knows a field's name. Everything is read from a JSON tree instead of through derived
//! types: that keeps unknown fields, names the exact place of a fault, and costs a third of the bytes in the page.

mod assessment;
mod handover;
mod json;
mod ladder;
mod output;
mod problem;
mod reader;
mod scoring;

pub use assessment::{ASSESSMENT_FORMAT, assessment_file, read_assessment, stored_assessment};
pub use handover::{handover_text, read_handover};
pub use json::{MAX_BYTES, canonical, digest, parse};
#[cfg(all(feature = "walk", not(feature = "rooms")))]
pub use ladder::core_of_default_ladder;
pub use ladder::{LADDER_FORMAT, default_ladder, read_ladder};
pub use output::profile_json;
pub use problem::Problem;
