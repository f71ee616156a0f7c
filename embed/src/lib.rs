//! The JavaScript surface of ladder-calibration. It hands over and decides nothing.

#[cfg(any(feature = "headless", feature = "rooms"))]
pub mod headless;
#[cfg(feature = "walk")]
pub mod page;
