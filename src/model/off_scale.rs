//! Answers off the scale: one table describes all kinds, and a new kind is a new row of it.

/// An answer off the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffScale {
    /// Neither the role nor the period contained it.
    NoOpportunity,
    /// The rater could not see it.
    NotObserved,
}

/// The properties of a kind of answer off the scale. None has an influence on the level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffScaleFacts {
    /// The id in files.
    pub id: &'static str,
    /// The label for a self-rating.
    pub of_own_work: &'static str,
    /// The label for a rating of someone else.
    pub of_others: &'static str,
    /// "no opportunity".
    pub short: &'static str,
    /// After a number of questions: "had no opportunity".
    pub questions: &'static str,
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
                of_own_work: "No opportunity in this period",
                of_others: "No opportunity in this period",
                short: "no opportunity",
                questions: "had no opportunity",
                listed: "without opportunity",
                heading: "No opportunity in this period",
                counts_as_missing_opportunity: true,
            },
            Self::NotObserved => OffScaleFacts {
                id: "not-observed",
                of_own_work: "I cannot judge this",
                of_others: "Could not see it",
                short: "could not see it",
                questions: "could not be judged",
                listed: "not seen",
                heading: "Could not be judged",
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
    pub const fn words(self, of_own_work: bool) -> &'static str {
        let facts = self.facts();
        if of_own_work { facts.of_own_work } else { facts.of_others }
    }
}
