//! What-if: the effect of changed answers, computed on a copy of an assessment.

use super::assessment::{Answer, Assessment, Choice};
use super::findings::findings;
use super::ladder::Ladder;
use super::profile::profile;
use super::scoring::Model;
use crate::messages::Message;

/// One answer that is changed for the trial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The question, by index.
    pub question: usize,
    /// The choice; `None` leaves it open.
    pub choice: Option<Choice>,
    /// Whether it has an example in the trial, where it has none now.
    pub with_example: bool,
}

/// The result before or after the changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Probability of each level from the zone below upward.
    pub levels: Vec<f64>,
    /// The most probable level, where there are enough answers.
    pub level: Option<usize>,
    pub sentence: Message,
    /// For each dimension the probability of each level.
    pub dimensions: Vec<Vec<f64>>,
    /// The dimensions that hold the result back, by index.
    pub holding: Vec<usize>,
    /// What holds it back, in words.
    pub holds_back: Message,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The result of the assessment.
    pub before: Outcome,
    /// The result with the changes.
    pub after: Outcome,
}

impl Trial {
    /// Whether the most probable level changes.
    pub fn moves_level(&self) -> bool {
        self.before.level != self.after.level
    }

    /// The change of the probability of reaching a level.
    pub fn shift(&self, level: usize) -> f64 {
        let reach = |o: &Outcome| o.levels[level..].iter().sum::<f64>();
        reach(&self.after) - reach(&self.before)
    }
}

/// Computes the effect of changes. Later changes of one question replace earlier ones.
pub fn what_if(ladder: &Ladder, model: &Model, a: &Assessment, changes: &[Change]) -> Trial {
    Trial { before: outcome(ladder, model, a), after: outcome(ladder, model, &changed(ladder, a, changes)) }
}

/// The copy with its changes.
pub fn changed(ladder: &Ladder, a: &Assessment, changes: &[Change]) -> Assessment {
    let mut copy = a.clone();
    for change in changes {
        let id = &ladder.questions[change.question].id;
        let mut answer = a.answers.get(id).cloned().unwrap_or_default();
        answer.choice = change.choice;
        answer.example_withheld |= change.with_example;
        if answer == Answer::default() {
            copy.answers.remove(id);
        } else {
            copy.answers.insert(id.clone(), answer);
        }
    }
    copy
}

fn outcome(ladder: &Ladder, model: &Model, a: &Assessment) -> Outcome {
    let p = profile(ladder, model, std::slice::from_ref(a));
    let found = findings(ladder, model, &p.score, a);
    Outcome {
        levels: p.overall.levels,
        level: p.overall.level,
        sentence: p.overall.sentence,
        dimensions: p.score.dimensions.into_iter().map(|d| d.levels).collect(),
        holding: found.holding,
        holds_back: found.holds_back,
    }
}
