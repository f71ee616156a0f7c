//! The base layer: text, dates, numbers, limits, encryption.

pub mod characters;
pub mod crypt;
pub mod dates;
pub mod error;
pub mod ids;
pub mod json;
pub mod limits;
pub mod numbers;
