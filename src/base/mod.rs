//! What everything else stands on: text, dates, numbers, limits, encryption.

pub mod characters;
pub mod crypt;
pub mod dates;
pub mod ids;
pub mod json;
pub mod limits;
pub mod numbers;
pub mod problem;
