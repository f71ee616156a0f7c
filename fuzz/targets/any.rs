//! `decode_any`, which recognizes files and pasted texts.
#![no_main]

ladder_calibration_fuzz::target!("any");
