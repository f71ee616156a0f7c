//! What one module of the page tells the next.
#![no_main]

ladder_calibration_fuzz::target!("handover");
