//! `decode_any`, which says what a file or a pasted text is.
#![no_main]

ladder_calibration_fuzz::target!("any");
