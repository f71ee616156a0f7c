//! Ladder calibration: from answers about one's work to a level profile that says how sure it is.
//!
//! Reading order: [`domain`] is the vocabulary and every computation; [`storage`] keeps records in the browser or in
//! memory; `ui` shows them. A module uses only those before it. `domain` knows no browser, no clock, no randomness
//! and no storage: what it cannot know arrives as an argument.

pub mod domain;
pub mod storage;
#[cfg(feature = "web")]
pub mod ui;
