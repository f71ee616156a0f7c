//! The vocabulary and every computation, without a browser.

pub mod agreement;
pub mod assessment;
pub mod calibration;
pub mod characters;
pub mod code;
pub mod codec;
pub mod condition;
pub mod crypt;
pub mod dates;
pub mod evidence;
pub mod export;
pub mod findings;
pub mod headless;
pub mod history;
pub mod ids;
pub mod ladder;
pub mod ladder_extras;
pub mod lens;
pub mod leverage;
pub mod markdown;
pub mod packet;
pub mod plan;
pub mod profile;
pub mod readiness;
pub mod reading;
pub mod role_shape;
pub mod rule;
pub mod scoring;
pub mod seal;
pub mod session;
pub mod short;
#[cfg(not(first_module))]
pub mod warm_up;
pub mod what_if;
pub mod words;

pub use assessment::{Answer, Assessment, Choice, OffScale, Role};
pub use ladder::{Ladder, Question};

/// Whether this is built as the first module of the page, which reads no file and shows the questions alone.
pub const FIRST_MODULE: bool = cfg!(first_module);
