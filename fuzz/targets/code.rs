//! Codes of seals and opening numbers, as they are typed.
#![no_main]

ladder_calibration_fuzz::target!("code");
