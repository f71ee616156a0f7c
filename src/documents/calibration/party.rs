//! The two sides of a session: each one's original file, whole, and what is known of its seal. These values are immutable.
//!
//! The file is kept byte for byte, because codes are computed over it. The rest of the page may read less of it.

use litemap::LiteMap;

use serde_json::{Map, Value};

use crate::base::json::canonical;
use crate::base::numbers::hex;
use crate::documents::seal::{Content, SEAL_SALT, SealHeader, SessionId, code};
use crate::documents::seal_codes::Code;
use crate::model::assessment::Assessment;

/// One of the two who rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first side: the rated person, where they rate themselves.
    First,
    Second,
}

impl Side {
    /// Both, in order.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];

    #[must_use]
    pub fn other(self) -> Self {
        if self == Self::First { Self::Second } else { Self::First }
    }

    pub fn index(self) -> usize {
        usize::from(self == Self::Second)
    }
}

/// The original assessment: the complete file, and what both sides may read of it. The two belong together, so the reader
/// of files makes this value.
#[derive(Clone, Debug, PartialEq)]
pub struct Original {
    pub(crate) file: Value,
    pub(crate) assessment: Assessment,
    /// The titles of the evidence behind each answer, where there is any; what its owner called sensitive is not named.
    pub(crate) titles: LiteMap<String, Vec<String>>,
}

impl Original {
    /// The file, for codes and for the record.
    pub fn file(&self) -> &Value {
        &self.file
    }

    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    /// The titles of the evidence behind an answer, by its question's id.
    pub fn titles(&self, question: &str) -> &[String] {
        self.titles.get(question).map_or(&[], Vec::as_slice)
    }
}

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
    pub opened: bool,
    /// The session that the seal names; empty in records of earlier versions.
    pub session: String,
    /// The salt of the seal in hex; empty where it was not opened, and in records of earlier versions.
    pub salt: String,
    /// Fields of later versions.
    pub extra: Map<String, Value>,
}

impl SealFacts {
    /// What a sealed file says of itself, not yet opened.
    pub fn of(header: &SealHeader, at: &str) -> Self {
        Self {
            number: usize::try_from(header.number).unwrap_or(usize::MAX),
            code: header.code.to_string(),
            sealed: at.to_owned(),
            after_other_opened: header.sealed_after.is_some(),
            session: header.session.as_str().to_owned(),
            ..Self::default()
        }
    }
}

/// The result of computing the code of a seal again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeCheck {
    /// The ratings give the code.
    Fits,
    /// They do not, or the code is of another seal.
    DoesNotFit,
    /// The record lacks what is needed to compute it.
    CannotTell,
}

/// The salt that is in a record.
fn salt_of(text: &str) -> Option<[u8; SEAL_SALT]> {
    let digits = text.as_bytes();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let bytes: Option<Vec<u8>> = digits.chunks(2).map(byte).collect();
    bytes?.try_into().ok().filter(|salt: &[u8; SEAL_SALT]| hex(salt) == text)
}

/// One side: the original, and its seal if it had one.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    pub(crate) original: Original,
    pub(crate) seal: Option<SealFacts>,
    pub(crate) extra: Map<String, Value>,
}

impl Party {
    /// A side. A side that did not open its file has an original without answers and a seal that says so.
    pub fn new(original: Original, seal: Option<SealFacts>) -> Self {
        Self { original, seal, extra: Map::new() }
    }

    /// The original.
    pub fn original(&self) -> &Original {
        &self.original
    }

    pub fn assessment(&self) -> &Assessment {
        &self.original.assessment
    }

    pub fn seal(&self) -> Option<&SealFacts> {
        self.seal.as_ref()
    }

    /// Computes the code of the seal again, from session, role, number, salt and the stored file. `None` where there is
    /// nothing to compare it with: no seal, or no ratings because the side did not open its file.
    pub fn code_check(&self) -> Option<CodeCheck> {
        let seal = self.seal.as_ref().filter(|s| !(s.salt.is_empty() && self.assessment().answers.is_empty()))?;
        if seal.session.is_empty() || seal.salt.is_empty() {
            return Some(CodeCheck::CannotTell);
        }
        Some(if self.code_again(seal).is_some_and(|made| Code::parse(&seal.code) == Ok(made)) {
            CodeCheck::Fits
        } else {
            CodeCheck::DoesNotFit
        })
    }

    fn code_again(&self, seal: &SealFacts) -> Option<Code> {
        let content = Content { salt: salt_of(&seal.salt)?, payload: canonical(self.original.file()).into_bytes() };
        let (session, number) = (SessionId::new(&seal.session)?, u32::try_from(seal.number).ok()?);
        Some(code(&session, self.assessment().rater.role, number, &content))
    }
}
