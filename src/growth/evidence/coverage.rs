//! What evidence is behind: which answers and which mechanisms, and how many people could confirm it.

use super::Evidence;
use crate::messages::{self, Message};
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;

/// How many pieces are behind what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// For each question of the ladder.
    pub questions: Vec<usize>,
    /// For each dimension, each piece once.
    pub dimensions: Vec<usize>,
    pub mechanisms: Vec<usize>,
    /// Pieces that no answer cites, by index.
    pub unattached: Vec<usize>,
}

pub fn coverage(ladder: &Ladder, a: &Assessment, evidence: &[Evidence]) -> Coverage {
    let cites = |question: usize, piece: &Evidence| {
        a.answers.get(&ladder.questions[question].id).is_some_and(|x| x.evidence.contains(&piece.id))
    };
    let behind = |questions: std::ops::Range<usize>| evidence.iter().filter(|e| questions.clone().any(|q| cites(q, e))).count();
    let named = |piece: &Evidence| a.answers.iter().any(|(_, x)| x.evidence.contains(&piece.id));
    Coverage {
        questions: (0..ladder.questions.len()).map(|q| behind(q..q + 1)).collect(),
        dimensions: ladder.dimensions.iter().map(|d| behind(d.questions.clone())).collect(),
        mechanisms: ladder.extras.mechanisms.iter().map(|m| evidence.iter().filter(|e| e.mechanism == m.id).count()).collect(),
        unattached: (0..evidence.len()).filter(|i| !named(&evidence[*i])).collect(),
    }
}

/// Remarks about coverage, without reproach.
pub fn coverage_text(ladder: &Ladder, c: &Coverage) -> Vec<Message> {
    let covered = c.questions.iter().filter(|n| **n > 0).count();
    let mut out = vec![messages::coverage::questions_covered(covered, c.questions.len())];
    let none = |counts: &[usize], title: &dyn Fn(usize) -> String| -> Vec<String> {
        counts.iter().enumerate().filter(|(_, n)| **n == 0).map(|(i, _)| title(i)).collect()
    };
    let dimensions = none(&c.dimensions, &|d| ladder.dimensions[d].title.clone());
    let mechanisms = none(&c.mechanisms, &|m| ladder.extras.mechanisms[m].title.clone());
    for empty in [dimensions, mechanisms].into_iter().filter(|e| !e.is_empty()) {
        out.push(messages::coverage::none_for(empty));
    }
    match c.unattached.len() {
        0 => {}
        n => out.push(messages::coverage::unattached(n)),
    }
    out
}

/// A remark about who could confirm it.
pub fn source_text(evidence: &[Evidence]) -> Vec<Message> {
    let named: Vec<String> = evidence.iter().map(|e| e.corroborator.trim().to_lowercase()).filter(|c| !c.is_empty()).collect();
    let mut out = Vec::new();
    if let [first, others @ ..] = &named[..]
        && !others.is_empty()
        && others.iter().all(|c| c == first)
    {
        out.push(messages::coverage::one_source(named.len()));
    }
    match evidence.len() - named.len() {
        0 => {}
        n => out.push(messages::coverage::without_source(n)),
    }
    out
}
