//! Files locked with a passphrase.
#![no_main]

ladder_calibration_fuzz::target!("locked");
