//! Problems in the blocks besides the answers, each with its path.

use litemap::LiteMap;

use super::FileError;
use super::blocks::{Block, Problems, from, written};
use super::role::role_shape_problems;
use crate::model::assessment::Assessment;
use crate::model::growth::{Bet, Decision, Domain, Evidence, Presence, RoleShape, Use};
use crate::model::ladder::Ladder;

/// Blocks that are shown together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockGroup {
    /// Pieces of evidence and the domain map.
    Evidence,
    /// The shape of the role and the leverage mix.
    Role,
    Readiness,
    /// Bets and the decision journal.
    Plan,
}

impl BlockGroup {
    pub const ALL: [Self; 4] = [Self::Evidence, Self::Role, Self::Readiness, Self::Plan];
}

/// All problems in the blocks of an assessment besides its answers, each with its path.
pub fn block_problems(ladder: &Ladder, a: &Assessment) -> Vec<FileError> {
    BlockGroup::ALL.into_iter().flat_map(|group| problems_in(group, ladder, a)).collect()
}

/// The same in some of the blocks.
pub fn problems_in(group: BlockGroup, ladder: &Ladder, a: &Assessment) -> Vec<FileError> {
    let (blocks, problems) = (written(a), Problems::default());
    match group {
        BlockGroup::Evidence => {
            let _: Vec<Evidence> = from(&blocks, &problems);
            let _: Vec<Domain> = from(&blocks, &problems);
        }
        BlockGroup::Role => {
            let _: RoleShape = from(&blocks, &problems);
            role_shape_problems(ladder, blocks.get(RoleShape::NAME), &problems);
            let _: LiteMap<String, Use> = from(&blocks, &problems);
        }
        BlockGroup::Readiness => {
            let _: LiteMap<String, Presence> = from(&blocks, &problems);
        }
        BlockGroup::Plan => {
            let _: Vec<Bet> = from(&blocks, &problems);
            let _: Vec<Decision> = from(&blocks, &problems);
        }
    }
    problems.into_inner()
}
