//! The growth data of an assessment: pieces of evidence, domains, the role, the leverage mix, the organization, bets and
//! decisions. These are plain values. The modules of `growth` compute results from them and know assessments; the values do
//! not, so that an assessment can hold them.

mod evidence;
mod link;
mod plan;
mod role;

pub use evidence::{Channel, Domain, Evidence};
pub use link::Link;
pub use plan::{Bet, Decision, Review};
pub(crate) use role::{Field, fields};
pub use role::{Presence, RoleShape, Use};
