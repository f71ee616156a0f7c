//! Ladder calibration: from answers about one's work to a level profile that says how sure it is.
//!
//! Reading order: [`model`] is what a ladder and an assessment are; [`growth`] and [`calibration`] build on it; [`files`]
//! and [`export`] write it down; [`store`] keeps it; [`state`] is the app without a screen; `ui` shows it. Nothing but
//! `ui` knows a browser, a clock or randomness: what the rest cannot know arrives as an argument.

pub mod base;
pub mod calibration;
pub mod documents;
pub mod export;
pub mod files;
pub mod growth;
pub mod headless;
pub mod messages;
pub mod model;
pub mod state;
pub mod store;
#[cfg(feature = "web")]
pub mod ui;
