//! Assessments of the browser's store.
#![no_main]

ladder_calibration_fuzz::target!("stored");
