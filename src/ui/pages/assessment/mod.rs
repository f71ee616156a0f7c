//! The pages of one assessment: questions, profile, history, sharing.

pub(super) mod all;
pub(super) mod check;
pub(super) mod details;
pub(super) mod first;
pub(super) mod history;
pub(super) mod profile;
pub(super) mod question;
pub(super) mod share;
