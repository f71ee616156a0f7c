//! Pasted messages with an invitation.
#![no_main]

ladder_calibration_fuzz::target!("invitation");
