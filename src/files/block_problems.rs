//! Problems in the blocks besides the answers, each with its path.

use litemap::LiteMap;

use super::FileError;
use super::blocks::{Block, Problems, from, written};
use super::role::role_shape_problems;
use crate::model::assessment::Assessment;
use crate::model::growth::{Bet, Decision, Domain, Evidence, Presence, RoleShape, Use};
use crate::model::ladder::Ladder;

/// All problems in the blocks of an assessment besides its answers, each with its path.
pub fn block_problems(ladder: &Ladder, a: &Assessment) -> Vec<FileError> {
    let (blocks, problems) = (written(a), Problems::default());
    let _: Vec<Evidence> = from(&blocks, &problems);
    let _: Vec<Domain> = from(&blocks, &problems);
    let _: RoleShape = from(&blocks, &problems);
    role_shape_problems(ladder, blocks.get(RoleShape::NAME), &problems);
    let _: LiteMap<String, Use> = from(&blocks, &problems);
    let _: LiteMap<String, Presence> = from(&blocks, &problems);
    let _: Vec<Bet> = from(&blocks, &problems);
    let _: Vec<Decision> = from(&blocks, &problems);
    problems.into_inner()
}
