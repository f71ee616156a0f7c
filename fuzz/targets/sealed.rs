//! Sealed ratings.
#![no_main]

ladder_calibration_fuzz::target!("sealed");
