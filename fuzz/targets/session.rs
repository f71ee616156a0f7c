//! Session records.
#![no_main]

ladder_calibration_fuzz::target!("session");
