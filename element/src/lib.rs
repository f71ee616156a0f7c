//! The JavaScript surface of ladder-calibration. It hands over and decides nothing.

#[cfg(any(feature = "headless", feature = "page"))]
pub mod headless;
#[cfg(feature = "page")]
pub mod page;
#[cfg(feature = "page")]
mod parts;
#[cfg(feature = "split")]
pub mod walk;
