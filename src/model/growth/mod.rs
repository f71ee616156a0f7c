//! What an assessment holds besides its answers, as values alone: pieces of evidence, domains, the role, the leverage mix,
//! the organization, bets and decisions. What they come to is computed in the modules named after them, which know
//! assessments; these values do not, so that an assessment can hold them.

mod evidence;
mod link;
mod plan;
mod role;

pub use evidence::{Channel, Domain, Evidence};
pub use link::Link;
pub use plan::{Bet, Decision, Review};
pub(crate) use role::{Field, fields};
pub use role::{Presence, RoleShape, Use};
