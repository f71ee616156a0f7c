//! The model: ladders and assessments, and the results of answers: scoring, rule, profile, agreement.

pub mod agreement;
pub mod assessment;
pub mod carry_over;
pub mod chart_geometry;
pub mod condition;
pub mod findings;
pub mod growth;
pub mod labels;
pub mod ladder;
pub mod ladder_extras;
pub mod ladder_summary;
pub mod ladders;
pub mod markdown;
pub mod off_scale;
pub mod profile;
pub mod prompts;
pub mod reading_time;
pub mod rule;
pub mod scoring;
pub mod snapshots;
pub mod warm_up;
pub mod what_if;
