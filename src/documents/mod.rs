//! Values that files and the store hold besides assessments: redacted copies, codes and seals, documents of calibrations.

pub mod calibration;
pub mod encrypted;
pub mod redaction;
pub mod seal;
pub mod seal_codes;
