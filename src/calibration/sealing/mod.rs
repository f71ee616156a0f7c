//! Sealing ratings into a file, and the reveal, which opens both files or none.

use crate::base::crypt::{Kdf, NoRandomness, Randomness};
use crate::base::json::canonical;
use crate::documents::redaction::payload;
use crate::documents::seal::{Content, Invitation, SealHeader, code};
use crate::documents::seal_codes::{Code, OpeningNumber};
use crate::files::{EncryptError, assessment_file, is_half_of_a_session, sealed_file};
use crate::messages::sealing;
use crate::model::assessment::Assessment;

mod reveal;

pub use reveal::{AffectedFile, Input, Opened, RevealError, RevealErrorKind, Revealed, open_both};

/// What a press of *Seal my ratings* gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSeal {
    /// The sealed file. It may travel together with the code.
    pub file: String,
    /// The code, to be sent now.
    pub code: Code,
    /// The opening number, which stays secret until the reveal.
    pub opening_number: OpeningNumber,
}

/// Why ratings were not sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealError {
    /// The invitation is to two other roles.
    NotInvited,
    /// The ratings were made with another ladder, or another revision of it.
    OtherLadder,
    /// Two sets of ratings of this size would not fit into one session.
    TooLarge,
    /// The file could not be written.
    Write(EncryptError),
    /// The file was written and did not open again.
    DoesNotOpen(RevealErrorKind),
}

impl std::fmt::Display for SealError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotInvited => f.write_str(sealing::NOT_INVITED),
            Self::OtherLadder => f.write_str(sealing::OTHER_LADDER),
            Self::TooLarge => f.write_str(sealing::TOO_LARGE),
            Self::Write(error) => error.fmt(f),
            Self::DoesNotOpen(cause) => {
                let error = RevealError { concerns: AffectedFile::Own, kind: cause.clone() };
                write!(f, "{} {error}", sealing::DOES_NOT_OPEN)
            }
        }
    }
}

/// Seals a rater's ratings, with a new salt and a new opening number at each call. What is sealed is the copy that
/// [`payload`] makes: nothing else of the assessment reaches the other side.
///
/// `earlier` is how often this rater has sealed in this session before; `opened` the code of the other's file, if that has
/// been opened here.
///
/// # Errors
/// Why nothing was sealed.
pub fn seal(
    invitation: &Invitation,
    ratings: &Assessment,
    earlier: u32,
    opened: Option<&Code>,
    kdf: Kdf,
    fresh: &mut Randomness,
) -> Result<NewSeal, SealError> {
    let role = ratings.rater.role;
    if !invitation.roles.includes(role) {
        return Err(SealError::NotInvited);
    }
    if !invitation.names_ladder_of(ratings) {
        return Err(SealError::OtherLadder);
    }
    let none = |NoRandomness| SealError::Write(EncryptError::NoRandomness);
    let salt = fresh.take().map_err(none)?;
    let opening = OpeningNumber::draw(&fresh.take().map_err(none)?).ok_or(NoRandomness).map_err(none)?;
    let original = assessment_file(&payload(ratings));
    let content = Content { salt, payload: canonical(&original).into_bytes() };
    let number = earlier.saturating_add(1);
    let code = code(&invitation.session, role, number, &content);
    let (session, sealed_after) = (invitation.session.clone(), opened.cloned());
    let header = SealHeader { session, role, number, code: code.clone(), sealed_after };
    let file = sealed_file(&header, &content, &opening, kdf, fresh).map_err(SealError::Write)?;
    if !is_half_of_a_session(&original) {
        return Err(SealError::TooLarge);
    }
    // The caller may delete readable copies after this, so the file is opened once, as the reveal opens it.
    reveal::opens(invitation, file.as_bytes(), &opening).map_err(SealError::DoesNotOpen)?;
    Ok(NewSeal { file, code, opening_number: opening })
}
