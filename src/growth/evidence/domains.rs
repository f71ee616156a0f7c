//! The domain map: depth and breadth from the depth of each domain.

use super::Domain;
use crate::messages::{Message, coverage};
use crate::model::ladder_extras::DepthScale;

/// Depth and breadth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepthAndBreadth {
    /// Depth: the deepest step reached.
    pub deepest: Option<usize>,
    /// Breadth: how many domains are at least credible.
    pub credible: usize,
    /// How many domains are at each step.
    pub at: Vec<usize>,
}

/// Counts the map. Domains without a name or a depth are left out.
pub fn depth_and_breadth(scale: &DepthScale, domains: &[Domain]) -> DepthAndBreadth {
    let mut at = vec![0; scale.steps().len()];
    for depth in domains.iter().filter(|d| !d.name.is_empty()).filter_map(|d| d.depth) {
        if let Some(count) = at.get_mut(depth) {
            *count += 1;
        }
    }
    DepthAndBreadth {
        deepest: at.iter().rposition(|count| *count > 0),
        credible: at.iter().skip(scale.credible_from()).sum(),
        at,
    }
}

/// The summary in one sentence; `None` for an empty map.
pub fn depth_text(scale: &DepthScale, domains: &[Domain], map: &DepthAndBreadth) -> Option<Message> {
    let deepest = map.deepest?;
    let names: Vec<&str> = domains.iter().filter(|d| d.depth == Some(deepest)).map(|d| d.name.as_str()).collect();
    let total: usize = map.at.iter().sum();
    let title = |step: usize| &scale.steps()[step].title;
    Some(coverage::depth_and_breadth(names, title(deepest), map.credible, total, title(scale.credible_from())))
}
