//! The two sides of a session: each one's original file, whole, and what is known of its seal. Nothing here can be changed
//! once it has been made.

use serde_json::{Map, Value};

use crate::domain::assessment::Assessment;
use crate::domain::codec::{Problem, assessment_file, assessment_of};
use crate::domain::seal::{Revealed, SealHeader};

/// One of the two who rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The one who stands first: the person themselves where they rate.
    First,
    /// The other.
    Second,
}

impl Side {
    /// Both, in order.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        if self == Self::First { Self::Second } else { Self::First }
    }

    /// Where it stands in a pair.
    pub fn index(self) -> usize {
        usize::from(self == Self::Second)
    }
}

/// An assessment as it came: the file, not a field of it lost, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Original {
    file: Value,
    assessment: Assessment,
}

impl Original {
    /// Takes a whole file.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(file: Value) -> Result<Self, Problem> {
        let assessment = assessment_of(&file)?;
        Ok(Self { file, assessment })
    }

    /// An assessment that lies in memory.
    pub fn of(assessment: Assessment) -> Self {
        Self { file: assessment_file(&assessment), assessment }
    }

    /// The file, for codes and for the record.
    pub fn file(&self) -> &Value {
        &self.file
    }

    /// What it says.
    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }
}

/// What is known of the seal on one side's file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SealFacts {
    /// Which seal of this side it is, from 1.
    pub number: usize,
    /// The code that the other side noted.
    pub code: String,
    /// When it was made, ISO 8601, or empty.
    pub sealed: String,
    /// Whether it was made after the other side's file had been opened.
    pub after_other_opened: bool,
    /// Whether its owner opened it.
    pub opened: bool,
    /// Fields of later versions.
    pub rest: Map<String, Value>,
}

impl SealFacts {
    /// What a sealed file says of itself, not yet opened.
    pub fn of(header: &SealHeader, at: &str) -> Self {
        Self {
            number: usize::try_from(header.number).unwrap_or(usize::MAX),
            code: header.code.to_string(),
            sealed: at.to_owned(),
            after_other_opened: header.sealed_after.is_some(),
            ..Self::default()
        }
    }
}

/// One side: the original, and its seal if it had one.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    pub(in crate::domain) original: Original,
    pub(in crate::domain) seal: Option<SealFacts>,
    pub(in crate::domain) rest: Map<String, Value>,
}

impl Party {
    /// A side. Who did not open stands here too, with a file that has no answers and a seal that says so.
    pub fn new(original: Original, seal: Option<SealFacts>) -> Self {
        Self { original, seal, rest: Map::new() }
    }

    /// A side whose seal was opened. `at` is when the file was made or came here, ISO 8601, or empty.
    pub fn revealed(rater: Revealed, at: &str) -> Self {
        let seal = SealFacts { opened: true, ..SealFacts::of(&rater.header, at) };
        Self::new(Original::of(rater.ratings), Some(seal))
    }

    /// The original.
    pub fn original(&self) -> &Original {
        &self.original
    }

    /// What it says.
    pub fn assessment(&self) -> &Assessment {
        &self.original.assessment
    }

    /// Its seal.
    pub fn seal(&self) -> Option<&SealFacts> {
        self.seal.as_ref()
    }
}
