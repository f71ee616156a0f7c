//! The pages for what is stored and for files.

pub(super) mod data;
pub(super) mod open;
