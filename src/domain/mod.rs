//! The vocabulary and every computation, without a browser.

pub mod agreement;
pub mod assessment;
pub mod calibration;
pub mod code;
pub mod codec;
pub mod crypt;
pub mod findings;
pub mod headless;
pub mod ladder;
pub mod markdown;
pub mod profile;
pub mod reading;
pub mod rule;
pub mod scoring;
pub mod seal;
pub mod session;
pub mod short;
#[cfg(not(first_module))]
pub mod warm_up;

pub use assessment::{Answer, Assessment, Choice, OffScale, Role};
pub use ladder::{Ladder, Question};

/// Whether this is built as the first module of the page, which reads no file and shows the questions alone.
pub const FIRST_MODULE: bool = cfg!(first_module);
