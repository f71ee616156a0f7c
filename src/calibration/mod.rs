//! A calibration: two people who rated one person independently discuss their differences and record the result. A
//! committee can review that record, or rate blind itself.
//!
//! Before both files are open a view receives an [`AwaitingReveal`], which has no field for the other side's answers. After
//! that a [`Calibration`] holds a [`SessionRecord`]: both originals whole, and a [`Progress`]. [`Calibration::apply`]
//! changes that progress, the timer and the end, and nothing else. So no sequence of events, undo included, can lose an
//! original, and a record saved at any point is enough to go on.
//!
//! It never forms the mean of two answers, never names one level where the raters' levels are two apart, never shows an
//! agreed result without the raters' own, and never shows several people in one view. Times, ids and codes are arguments.
//! Reading and writing files is not part of it.

mod agenda;
mod agreed_result;
mod committee;
mod committee_report;
pub mod messages;
mod record_export;
mod record_page;
mod review;
mod revisions;
pub mod sealing;
mod session;
mod session_event;
mod side_by_side;
mod stage;

pub use agenda::{Agenda, Group, OVERHEAD, Plan, Point, agenda, plan};
pub use agreed_result::{AgreedProfile, agreed_assessment, agreed_profile};
pub use committee::{BlindRatings, MEMBERS, NO_COMMON_LEVEL, SHARED_PACKET, Spread, blind, named};
pub use committee_report::{blind_blocks, report_html, report_markdown, review_blocks};
pub use record_export::{record_blocks, record_html, record_markdown, unclear_csv, unclear_markdown};
pub use record_page::{Block, Span};
pub use review::{Marked, contested, marked_by, review};
pub use revisions::{differences, other_originals, other_text};
pub use session::{Calibration, MAX_LINE, MAX_ROWS};
pub use session_event::{Event, SessionStart};
pub use side_by_side::{SideRating, exhibits};
pub use stage::{AwaitingReveal, SealedFileFacts, Stage};

pub use crate::documents::calibration::{
    ActionItem, CodeCheck, Counts, Draft, Item, LENGTHS, Mark, Opportunity, Original, Outcome, Party, Previous, Progress, Reason,
    ReasonKind, Remark, Review, SealFacts, SessionRecord, Side, Status, Unclear, asked, counts,
};
