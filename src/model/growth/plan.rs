//! The growth plan and the decision journal of an assessment.

use serde_json::{Map, Value};

use crate::base::dates::is_due;

/// A review of a bet, on a date that was set in advance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// The month or day, ISO 8601.
    pub on: String,
    /// The finding; empty before the review.
    pub seen: String,
    /// Fields of later versions, and values that could not be read.
    pub extra: Map<String, Value>,
}

/// One bet. Every text may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bet {
    /// Stable id.
    pub id: String,
    /// The required opportunity.
    pub opportunity: String,
    /// The role of the person who can provide it.
    pub sponsor: String,
    /// The one mechanism it works through, by id.
    pub mechanism: String,
    /// The question of the ladder from which it started, by id.
    pub question: String,
    /// An early sign of success.
    pub leading_sign: String,
    /// The month or day on which it began, ISO 8601.
    pub begun: String,
    /// The reviews.
    pub reviews: Vec<Review>,
    /// The outcome; empty while it is open.
    pub outcome: String,
    /// What was reversed on the way.
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
    /// The outcome; empty before the check.
    pub outcome: String,
    /// What was reversed after it.
    pub reversed: String,
    /// Fields of later versions, and values that could not be read.
    pub extra: Map<String, Value>,
}

impl Decision {
    /// A decision with its prediction.
    pub fn new(prediction: String) -> Self {
        Self { prediction, ..Self::default() }
    }

    /// The predicted outcome.
    pub fn prediction(&self) -> &str {
        &self.prediction
    }

    /// Changes the prediction, unless it is closed.
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
