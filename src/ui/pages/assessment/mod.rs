//! The pages of one assessment: questions, profile, history, sharing.

pub(super) mod all_questions;
pub(super) mod check_answers;
pub(super) mod details;
pub(super) mod first_profile;
pub(super) mod history;
pub(super) mod profile;
pub(super) mod question;
pub(super) mod share;
