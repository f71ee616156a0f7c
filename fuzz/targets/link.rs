//! Links.
#![no_main]

ladder_calibration_fuzz::target!("link");
