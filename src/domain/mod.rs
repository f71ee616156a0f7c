//! The vocabulary and every computation, without a browser.

#[cfg(not(first_module))]
pub mod agreement;
pub mod assessment;
#[cfg(not(first_module))]
pub mod calibration;
#[cfg(not(first_module))]
pub mod characters;
#[cfg(not(first_module))]
pub mod code;
pub mod codec;
#[cfg(not(first_module))]
pub mod condition;
#[cfg(not(first_module))]
pub mod crypt;
pub mod dates;
#[cfg(not(first_module))]
pub mod evidence;
#[cfg(not(first_module))]
pub mod export;
pub mod findings;
#[cfg(not(first_module))]
pub mod headless;
#[cfg(not(first_module))]
pub mod history;
#[cfg(not(first_module))]
pub mod ids;
pub mod ladder;
#[cfg(not(first_module))]
pub mod ladder_extras;
#[cfg(not(first_module))]
pub mod lens;
#[cfg(not(first_module))]
pub mod leverage;
pub mod limits;
pub mod markdown;
#[cfg(not(first_module))]
pub mod packet;
#[cfg(not(first_module))]
pub mod plan;
#[cfg(not(first_module))]
pub mod plot;
pub mod profile;
#[cfg(not(first_module))]
pub mod readiness;
pub mod reading;
#[cfg(not(first_module))]
pub mod role_shape;
pub mod rule;
pub mod scoring;
#[cfg(not(first_module))]
pub mod seal;
pub mod session;
pub mod short;
#[cfg(not(first_module))]
pub mod warm_up;
#[cfg(not(first_module))]
pub mod what_if;
pub mod words;

pub use assessment::{Answer, Assessment, Choice, OffScale, Role};
pub use ladder::{Ladder, Question};

/// Whether this is built as the first module of the page, which reads no file and shows the questions alone.
pub const FIRST_MODULE: bool = cfg!(first_module);
