//! A calibration: two people who rated one person alone talk about where they differ, and what comes of it is written down.
//! A committee can look at it afterwards, or rate blind itself.
//!
//! Before both files are open a view holds a [`AwaitingReveal`], which has no room for the other side's answers. Then a
//! [`Calibration`] holds a [`SessionRecord`]: both originals whole, and a [`Progress`], which is all that [`Calibration::apply`]
//! changes beside the clock and the end. So no sequence of events, undo among them, can lose an original, and a record saved at any point is all that is
//! needed to go on.
//!
//! What it never does: form the mean of two answers, name one level where the raters' own are two apart, show what was
//! agreed without the raters' own beside it, or put several people in one view. Time, ids and codes come from outside;
//! sealing and opening files is someone else's.

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
