//! The growth plan and the decision journal, as an assessment holds them.

use serde_json::{Map, Value};

use crate::base::dates::is_due;

/// A look at a bet, on a date that was set before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// The month or day, ISO 8601.
    pub on: String,
    /// What was seen; empty while it has not been looked at.
    pub seen: String,
    /// Fields of later versions, and values that could not be read.
    pub extra: Map<String, Value>,
}

/// One bet. Every text may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bet {
    /// Stable id.
    pub id: String,
    /// The opportunity that it needs.
    pub opportunity: String,
    /// Who can open it, as a role.
    pub sponsor: String,
    /// The one mechanism it works through, by id.
    pub mechanism: String,
    /// The question of the ladder that it began from, by id.
    pub question: String,
    /// The sign by which it shows early whether it goes right.
    pub leading_sign: String,
    /// The month or day on which it began, ISO 8601.
    pub begun: String,
    /// When it is looked at again.
    pub reviews: Vec<Review>,
    /// What came of it; empty while it is open.
    pub outcome: String,
    /// What was taken back on the way.
    pub reversed: String,
    /// Fields of later versions, and values that could not be read.
    pub extra: Map<String, Value>,
}

/// One decision. Every text may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    /// Stable id.
    pub id: String,
    pub decision: String,
    /// The month or day on which it was made and the prediction written, ISO 8601.
    pub made: String,
    prediction: String,
    /// What would change the decision.
    pub would_change: String,
    /// The month or day on which it is checked, ISO 8601.
    pub check_on: String,
    /// What came of it; empty while it has not been checked.
    pub outcome: String,
    /// What was taken back after it.
    pub reversed: String,
    /// Fields of later versions, and values that could not be read.
    pub extra: Map<String, Value>,
}

impl Decision {
    /// A decision with what is expected to come of it.
    pub fn new(prediction: String) -> Self {
        Self { prediction, ..Self::default() }
    }

    /// What was expected to come of it.
    pub fn prediction(&self) -> &str {
        &self.prediction
    }

    /// Changes what is expected, unless it is closed: then it stays as it was.
    pub fn predict(&mut self, prediction: String, today: &str) {
        if self.prediction_is_open(today) {
            self.prediction = prediction;
        }
    }

    /// Whether the prediction may still be changed: not once the outcome is known, and not from the day of the check.
    pub fn prediction_is_open(&self, today: &str) -> bool {
        self.outcome.is_empty() && is_due(&self.check_on, today) != Some(true)
    }
}
