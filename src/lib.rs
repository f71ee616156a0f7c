//! Ladder calibration: from answers about work to a level profile with its certainty.
//!
//! Reading order: [`model`] defines ladders and assessments; [`growth`] and [`calibration`] build on it; [`files`] and
//! [`export`] write files; [`store`] stores documents; [`state`] is the app without a screen; `ui` shows it. Only `ui`
//! knows a browser, a clock or randomness; everything else gets their values as arguments.

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
