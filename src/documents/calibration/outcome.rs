//! The outcome of a question: agreed, dissent, or left as rated. No outcome changes the originals.

use serde_json::{Map, Value};

use super::party::Side;
use crate::messages::session_records;
use crate::model::assessment::Answer;

/// Why a side leaves its rating, or keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonKind {
    /// An example came up that was not known before.
    NewExample,
    /// The statement had been read differently.
    ReadDifferently,
    /// The example is outside the period, or another one was meant.
    OtherPeriod,
    /// Another reason, in words.
    FreeText,
}

impl ReasonKind {
    pub const ALL: [Self; 4] = [Self::NewExample, Self::ReadDifferently, Self::OtherPeriod, Self::FreeText];

    /// The word in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::NewExample => "new-example",
            Self::ReadDifferently => "read-differently",
            Self::OtherPeriod => "other-period",
            Self::FreeText => "own-words",
        }
    }

    /// The word on screen.
    pub fn title(self) -> &'static str {
        match self {
            Self::NewExample => session_records::GROUND_NEW_EXAMPLE,
            Self::ReadDifferently => session_records::GROUND_READ_DIFFERENTLY,
            Self::OtherPeriod => session_records::GROUND_OTHER_PERIOD,
            Self::FreeText => session_records::GROUND_OWN_WORDS,
        }
    }
}

/// One side's reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    pub ground: ReasonKind,
    /// In words; needed for [`ReasonKind::FreeText`] alone.
    pub text: String,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

impl Reason {
    /// A reason without further words.
    pub fn new(ground: ReasonKind, text: &str) -> Self {
        Self { ground, text: text.to_owned(), extra: Map::new() }
    }

    pub fn is_complete(&self) -> bool {
        self.ground != ReasonKind::FreeText || !self.text.trim().is_empty()
    }
}

/// The outcome of a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Both agree on one answer.
    Agreed {
        /// What was chosen, with an example that the session recorded.
        answer: Answer,
        /// The reason of each side that left its own rating.
        reasons: [Option<Reason>; 2],
    },
    /// Both ratings stand.
    Dissent {
        /// The reason of each side.
        reasons: [Reason; 2],
    },
    /// Not talked about; both ratings stand.
    LeftAsRated,
}

impl Outcome {
    /// The reason of a side.
    pub fn reason(&self, side: Side) -> Option<&Reason> {
        match self {
            Self::Agreed { reasons, .. } => reasons[side.index()].as_ref(),
            Self::Dissent { reasons } => Some(&reasons[side.index()]),
            Self::LeftAsRated => None,
        }
    }

    pub fn agreed(&self) -> Option<&Answer> {
        match self {
            Self::Agreed { answer, .. } => Some(answer),
            _ => None,
        }
    }
}

/// What has been typed for a question that is still open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The answer proposed, with an example.
    pub answer: Answer,
    pub reasons: [Option<Reason>; 2],
}

/// Who could have given an opportunity, and will.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opportunity {
    /// Who could have given it.
    pub who: String,
    /// Who will in the next period, and with what.
    pub will: String,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

impl Opportunity {
    /// Whether nothing has been said.
    pub fn is_blank(&self) -> bool {
        self.who.trim().is_empty() && self.will.trim().is_empty() && self.extra.is_empty()
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Status {
    /// Still open.
    Open(Draft),
    Decided(Outcome),
}

/// All that a session holds about one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub status: Status,
    /// What was said about the opportunity.
    pub opportunity: Opportunity,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

impl Default for Item {
    fn default() -> Self {
        Self { status: Status::Open(Draft::default()), opportunity: Opportunity::default(), extra: Map::new() }
    }
}

impl Item {
    /// The outcome, once there is one.
    pub fn outcome(&self) -> Option<&Outcome> {
        match &self.status {
            Status::Decided(outcome) => Some(outcome),
            Status::Open(_) => None,
        }
    }

    /// What has been typed, while it is open.
    pub fn draft(&self) -> Option<&Draft> {
        match &self.status {
            Status::Open(draft) => Some(draft),
            Status::Decided(_) => None,
        }
    }
}
