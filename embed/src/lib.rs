//! The JavaScript surface of ladder-calibration. It hands over and decides nothing.

#[cfg(feature = "headless")]
mod headless;
#[cfg(feature = "walk")]
mod page;
