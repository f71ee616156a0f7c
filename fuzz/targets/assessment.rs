//! Assessment files.
#![no_main]

ladder_calibration_fuzz::target!("assessment");
