//! Answers off the scale: one table describes all kinds, and a new kind is a new row of it.

use crate::messages::{Message, off_scale};

/// An answer off the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffScale {
    /// Neither the role nor the period contained it.
    NoOpportunity,
    /// The rater could not see it.
    NotObserved,
}

/// The properties of a kind of answer off the scale. None has an influence on the level.
#[derive(Clone, Copy, Debug)]
pub struct OffScaleFacts {
    /// The id in files.
    pub id: &'static str,
    /// The label for a self-rating.
    pub of_own_work: &'static str,
    /// The label for a rating of someone else.
    pub of_others: &'static str,
    /// "no opportunity".
    pub short: &'static str,
    /// How many questions were answered so: "2 questions had no opportunity."
    pub questions: fn(usize) -> Message,
    /// After a number in a list of what was rated: "without opportunity".
    pub listed: &'static str,
    /// Before the questions that were answered so.
    pub heading: &'static str,
    /// Whether the opportunity was missing: such a question can be planned for, and is discussed before others.
    pub counts_as_missing_opportunity: bool,
}

impl OffScale {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::NoOpportunity, Self::NotObserved];

    /// The one table of them.
    pub const fn facts(self) -> OffScaleFacts {
        match self {
            Self::NoOpportunity => OffScaleFacts {
                id: "no-opportunity",
                of_own_work: off_scale::NO_OPPORTUNITY,
                of_others: off_scale::NO_OPPORTUNITY,
                short: off_scale::NO_OPPORTUNITY_SHORT,
                questions: off_scale::no_opportunity_questions,
                listed: off_scale::NO_OPPORTUNITY_LISTED,
                heading: off_scale::NO_OPPORTUNITY_HEADING,
                counts_as_missing_opportunity: true,
            },
            Self::NotObserved => OffScaleFacts {
                id: "not-observed",
                of_own_work: off_scale::NOT_OBSERVED_OF_OWN_WORK,
                of_others: off_scale::NOT_OBSERVED_OF_OTHERS,
                short: off_scale::NOT_OBSERVED_SHORT,
                questions: off_scale::not_observed_questions,
                listed: off_scale::NOT_OBSERVED_LISTED,
                heading: off_scale::NOT_OBSERVED_HEADING,
                counts_as_missing_opportunity: false,
            },
        }
    }

    /// The id in files.
    pub const fn id(self) -> &'static str {
        self.facts().id
    }

    /// Parses an id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The label, for a self-rating or a rating of someone else.
    pub const fn text(self, of_own_work: bool) -> &'static str {
        let facts = self.facts();
        if of_own_work { facts.of_own_work } else { facts.of_others }
    }
}
