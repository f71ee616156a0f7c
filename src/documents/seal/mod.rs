//! The values of a seal. Two raters finish independently, exchange codes and files, and open both files or none.
//!
//! A code is a commitment: anyone who has it can later check whether it was made from these ratings. Its length protects
//! against its maker, who could search for two sets of answers with one code and show the one that suits better. Finding
//! such a pair takes 2^64 trials with 128 bits, and a second with ten digits.

use super::seal_codes::Code;
use crate::base::crypt::{NoRandomness, Randomness};
use crate::base::numbers::hex;
use crate::model::assessment::{Assessment, LadderRef, Period, Role};
use crate::model::ladder::Ladder;

mod own_seal;
mod sealed;

pub use own_seal::OwnSeal;
pub use sealed::Sealed;

/// Bytes of salt that a seal is made with.
pub const SEAL_SALT: usize = 32;
/// The first line of what the code of a seal is taken over.
const SEAL: &str = "ladder-calibration/seal/1";
/// The first line of what a closing code is taken over.
const CLOSE: &str = "ladder-calibration/close/1";

/// The id of a session: 8 to 64 ASCII letters, digits and hyphens, so that it is one line of what a code is taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionId(String);

impl SessionId {
    pub fn new(id: &str) -> Option<Self> {
        let fits = (8..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        fits.then(|| Self(id.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuestionSet {
    #[default]
    Core,
    All,
}

impl QuestionSet {
    /// The word in files.
    pub fn id(self) -> &'static str {
        if self == Self::Core { "core" } else { "all" }
    }
}

/// The roles of the two raters of a session: different ones, and neither is the outcome of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RaterRoles([Role; 2]);

impl RaterRoles {
    pub const fn new(first: Role, second: Role) -> Option<Self> {
        let sound = first as u8 != second as u8 && !matches!(first, Role::Agreed) && !matches!(second, Role::Agreed);
        if sound { Some(Self([first, second])) } else { None }
    }

    /// In their order.
    pub fn both(self) -> [Role; 2] {
        self.0
    }

    /// Whether one of them is this one.
    pub fn includes(self, role: Role) -> bool {
        self.0.contains(&role)
    }
}

/// What two raters agree on before either rates. It holds no ratings.
#[derive(Clone, Debug, PartialEq)]
pub struct Invitation {
    pub session: SessionId,
    /// The ladder, with its digest.
    pub ladder: LadderRef,
    /// The time that the ratings are about.
    pub period: Period,
    pub questions: QuestionSet,
    pub roles: RaterRoles,
    /// When it was made, ISO 8601, or empty.
    pub created: String,
    /// The name of the rated person as it was typed in this browser, or empty. Neither the message nor the file has it.
    pub subject: String,
    /// Fields of later versions.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

impl Invitation {
    /// Begins a session with an id of its own.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn new(
        ladder: &Ladder,
        period: Period,
        questions: QuestionSet,
        roles: RaterRoles,
        now: String,
        fresh: &mut Randomness,
    ) -> Result<Self, NoRandomness> {
        let ladder = LadderRef {
            id: ladder.id.clone(),
            revision: ladder.revision.clone(),
            digest: ladder.digest.clone(),
            ..LadderRef::default()
        };
        let session = SessionId(hex(&fresh.take::<16>()?));
        Ok(Self {
            session,
            ladder,
            period,
            questions,
            roles,
            created: now,
            subject: String::new(),
            extra: serde_json::Map::new(),
        })
    }

    /// Whether ratings were made with the ladder that was agreed on.
    pub(crate) fn names_ladder_of(&self, a: &Assessment) -> bool {
        let (mine, theirs) = (&self.ladder, &a.ladder);
        mine.id == theirs.id && mine.revision == theirs.revision && mine.digest == theirs.digest
    }
}

/// What a sealed file shows without being opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealHeader {
    pub session: SessionId,
    pub role: Role,
    /// Which seal of this rater in this session, from 1.
    pub number: u32,
    /// The code that the content has to give.
    pub code: Code,
    /// The code of the other rater's file, if that had been opened in this browser before this seal was made.
    pub sealed_after: Option<Code>,
}

/// What a sealed file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The salt of the seal. Without it, anyone who has the file could try answers until one gives the code.
    pub salt: [u8; SEAL_SALT],
    /// The canonical bytes of the assessment file that was sealed.
    pub payload: Vec<u8>,
}

/// The code of a seal: over five lines (the word for a seal, session, role, number, salt in hex) and the payload.
pub fn code(session: &SessionId, role: Role, number: u32, content: &Content) -> Code {
    let lines = [SEAL, session.as_str(), role.id(), &number.to_string(), &hex(&content.salt)];
    Code::over(&lines, &content.payload)
}

/// The code over the whole record of a finished session, in its canonical bytes.
pub fn closing_code(record: &[u8]) -> Code {
    Code::over(&[CLOSE], record)
}
