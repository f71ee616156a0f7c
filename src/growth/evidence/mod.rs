//! Pieces of evidence: what was done, when, its reach, the rater's own part, the outcome. Several answers may cite one
//! piece by its id.

mod coverage;
mod domains;
mod timeline;

pub use crate::model::growth::{Channel, Domain, Evidence, Link};
pub use coverage::{Coverage, coverage, coverage_text, source_text};
pub use domains::{DepthAndBreadth, depth_and_breadth, depth_text};
pub use timeline::{Dated, Timeline, timeline, timeline_text};

use crate::base::ids::fresh;
use crate::messages::{self, Message};
use crate::model::assessment::{Answer, Assessment};
use crate::model::ladder_extras::Extras;

/// An id that no piece has and no answer cites.
pub fn fresh_id(a: &Assessment) -> String {
    let cited = a.answers.values().flat_map(|x| &x.evidence);
    fresh("e", a.evidence.iter().map(|e| &e.id).chain(cited).map(String::as_str))
}

/// Removes a piece, also from the answers that cite it.
pub fn remove_evidence(a: &mut Assessment, id: &str) {
    a.evidence.retain(|e| e.id != id);
    let naming = |x: &Answer| x.evidence.iter().any(|e| e == id);
    let questions: Vec<String> = a.answers.iter().filter(|(_, x)| naming(x)).map(|(q, _)| q.clone()).collect();
    for question in questions {
        if let Some(answer) = a.answers.get_mut(&question) {
            answer.evidence.retain(|e| e != id);
            if answer.is_empty() {
                a.answers.remove(&question);
            }
        }
    }
}

/// A remark about the altitude of the work, for a level that is held or aimed at: `None` if a piece reaches that altitude,
/// if no piece has one, or if the ladder has none for the level.
pub fn altitude_text(extras: &Extras, evidence: &[Evidence], level: usize, title: &str) -> Option<Message> {
    let altitudes = &extras.evidence.altitudes;
    let at = |piece: &Evidence| altitudes.iter().find(|a| a.id == piece.altitude);
    let levels: Vec<usize> = evidence.iter().filter_map(at).map(|a| a.level).collect();
    let wanted = altitudes.iter().find(|a| a.level == level)?;
    if levels.is_empty() || levels.iter().any(|l| *l >= level) {
        return None;
    }
    Some(messages::coverage::not_high_enough(levels.len(), &wanted.title, title))
}
