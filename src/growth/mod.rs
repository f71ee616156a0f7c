//! Growth features: evidence, role, leverage, readiness, plan, packet. None of them changes the level.

pub mod evidence;
pub mod failure_modes;
pub mod lens;
pub mod leverage;
pub mod plan;
pub mod readiness;
