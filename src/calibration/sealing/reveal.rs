//! The reveal: two sealed files, two codes and two opening numbers, and both sets of ratings or none.

use std::fmt;

use serde_json::Value;

use crate::base::crypt::KdfError;
use crate::base::error::FileError;
use crate::base::json::{canonical, parse};
use crate::documents::encrypted::DecryptError;
use crate::documents::seal::{Content, Invitation, SEAL_SALT, SealHeader, Sealed, code};
use crate::documents::seal_codes::{Code, CodeError, OpeningNumber};
use crate::files::{assessment_of, read_sealed};
use crate::messages::reveal;
use crate::model::assessment::{Assessment, Role};

/// The input of one rater to the reveal.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    pub file: &'a [u8],
    /// The code as it was typed or pasted; never one that was taken from the file.
    pub code: &'a str,
    /// The opening number as it was typed or pasted.
    pub opening_number: &'a str,
}

/// One rater's ratings after the reveal.
#[derive(Clone, Debug, PartialEq)]
pub struct Revealed {
    /// Role, number of the seal, code, and whether it was made after the other file had been opened.
    pub header: SealHeader,
    /// The salt of the seal: anyone who has the ratings can compute the code again with it.
    pub salt: [u8; SEAL_SALT],
    /// The file that was sealed, as it came out of the seal. A record keeps this and nothing made from it.
    pub payload: Value,
    pub ratings: Assessment,
}

/// Both raters' ratings, in the order of the invitation's roles.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub raters: [Revealed; 2],
}

/// Which file an error is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AffectedFile {
    /// The one file of this role.
    Role(Role),
    /// The first file, when its role is unknown or both files have the same role.
    First,
    Second,
    Both,
    /// The file that was just made.
    Own,
}

impl fmt::Display for AffectedFile {
    /// The file, as a sentence begins with it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Role(Role::SelfRater) => reveal::FILE_OF_SELF,
            Self::Role(Role::Manager) => reveal::FILE_OF_MANAGER,
            Self::Role(Role::Peer) => reveal::FILE_OF_PEER,
            Self::Role(Role::Committee) => reveal::FILE_OF_COMMITTEE,
            Self::Role(Role::Agreed) => reveal::FILE_AGREED,
            Self::First => reveal::FIRST_FILE,
            Self::Second => reveal::SECOND_FILE,
            Self::Both => reveal::BOTH_FILES,
            Self::Own => reveal::NEW_FILE,
        })
    }
}

/// Why a seal was not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevealError {
    pub concerns: AffectedFile,
    pub kind: RevealErrorKind,
}

/// What is wrong with a seal, its code or its opening number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RevealErrorKind {
    /// The code was typed wrong.
    Code(CodeError),
    /// The opening number was typed wrong.
    OpeningNumber(CodeError),
    /// It is no sealed file, or not one that this version can read.
    Unreadable(FileError),
    /// It does not fit its own checksum.
    Damaged,
    /// It asks for more than a file may.
    Parameters(KdfError),
    /// The memory for opening it is not to be had.
    NoMemory,
    /// It carries another code than the one typed.
    AnotherFile,
    /// It belongs to another session.
    AnotherSession,
    /// It is of a role that the invitation does not name.
    NotInvited,
    /// Both files are of one role.
    OneRole(Role),
    /// It is undamaged, but the opening number does not open it.
    WrongOpeningNumber,
    /// Its content does not give its code.
    Changed,
    /// Both hold the same salt: one was copied from the other.
    OneSalt,
    /// The ratings in it cannot be read.
    Ratings(FileError),
    /// The ratings in it are not in the canonical form that codes are computed over, so no record could show that they fit.
    OtherForm,
    /// The ratings in it are of another role than the file says.
    OtherRater(Role),
    /// The ratings in it were made with another ladder than the invitation names.
    OtherLadder,
}

impl From<DecryptError> for RevealErrorKind {
    fn from(error: DecryptError) -> Self {
        match error {
            DecryptError::Unreadable(problem) => Self::Unreadable(problem),
            DecryptError::Damaged => Self::Damaged,
            DecryptError::Parameters(refusal) => Self::Parameters(refusal),
            DecryptError::NoMemory => Self::NoMemory,
            DecryptError::NoSecret | DecryptError::WrongSecret => Self::WrongOpeningNumber,
        }
    }
}

impl fmt::Display for RevealError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.concerns.to_string();
        let message = match &self.kind {
            RevealErrorKind::Code(error) => reveal::code_mistyped(file, error.to_string()),
            RevealErrorKind::OpeningNumber(error) => reveal::opening_number_mistyped(file, error.to_string()),
            RevealErrorKind::Unreadable(problem) => reveal::unreadable(file, problem.to_string()),
            RevealErrorKind::Damaged => reveal::damaged(file),
            RevealErrorKind::Parameters(refusal) => reveal::parameters(file, refusal.to_string()),
            RevealErrorKind::NoMemory => reveal::no_memory(file),
            RevealErrorKind::AnotherFile => reveal::another_file(file),
            RevealErrorKind::AnotherSession => reveal::another_session(file),
            RevealErrorKind::NotInvited => reveal::not_invited(file),
            RevealErrorKind::OneRole(role) => reveal::one_role(file, role.id()),
            RevealErrorKind::WrongOpeningNumber => reveal::wrong_opening_number(file),
            RevealErrorKind::Changed => reveal::changed(file),
            RevealErrorKind::OneSalt => reveal::one_salt(file),
            RevealErrorKind::Ratings(problem) => reveal::ratings_unreadable(file, problem.to_string()),
            RevealErrorKind::OtherForm => reveal::other_form(file),
            RevealErrorKind::OtherRater(role) => reveal::other_rater(file, role.id()),
            RevealErrorKind::OtherLadder => reveal::other_ladder(file),
        };
        message.fmt(f)
    }
}

/// Opens both files or none. Nothing is derived while anything else is wrong.
///
/// # Errors
/// Every error found, the first file's before the second's.
pub fn open_both(invitation: &Invitation, first: Input, second: Input) -> Result<Opened, Vec<RevealError>> {
    let inputs = [first, second];
    let read = inputs.map(|input| read_sealed(input.file));
    let whose = names(&read);
    let mut errors = Vec::new();
    let mut ready = Vec::new();
    for ((input, read), whose) in inputs.iter().zip(read).zip(whose) {
        let mut error = |cause| errors.push(RevealError { concerns: whose, kind: cause });
        let typed = Code::parse(input.code).map_err(|e| error(RevealErrorKind::Code(e))).ok();
        let opening = OpeningNumber::parse(input.opening_number).map_err(|e| error(RevealErrorKind::OpeningNumber(e))).ok();
        let sealed = read.map_err(|e| error(e.into())).ok();
        if let Some(header) = sealed.as_ref().map(Sealed::header) {
            if typed.is_some_and(|typed| typed != header.code) {
                error(RevealErrorKind::AnotherFile);
            }
            if header.session != invitation.session {
                error(RevealErrorKind::AnotherSession);
            } else if !invitation.roles.includes(header.role) {
                error(RevealErrorKind::NotInvited);
            }
        }
        ready.extend(sealed.zip(opening));
    }
    if let [(a, _), (b, _)] = ready.as_slice()
        && a.header().role == b.header().role
    {
        errors.push(RevealError { concerns: AffectedFile::Both, kind: RevealErrorKind::OneRole(a.header().role) });
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut opened = Vec::new();
    for ((sealed, opening), whose) in ready.into_iter().zip(whose) {
        match content_of(&sealed, &opening) {
            Ok(content) => opened.push((whose, sealed.header().clone(), content)),
            Err(cause) => errors.push(RevealError { concerns: whose, kind: cause }),
        }
    }
    if let [(_, _, a), (_, _, b)] = opened.as_slice()
        && a.salt == b.salt
    {
        errors.push(RevealError { concerns: AffectedFile::Both, kind: RevealErrorKind::OneSalt });
    }
    let mut raters = Vec::new();
    for (whose, header, content) in opened {
        match ratings_of(invitation, &header, &content) {
            Ok((payload, ratings)) => raters.push(Revealed { header, salt: content.salt, payload, ratings }),
            Err(cause) => errors.push(RevealError { concerns: whose, kind: cause }),
        }
    }
    if raters.first().is_some_and(|r| r.header.role != invitation.roles.both()[0]) {
        raters.reverse();
    }
    match <[Revealed; 2]>::try_from(raters) {
        Ok(raters) if errors.is_empty() => Ok(Opened { raters }),
        _ => Err(errors),
    }
}

/// The names of the two files in messages: their roles, or first and second where both have the same role.
fn names(read: &[Result<Sealed, DecryptError>; 2]) -> [AffectedFile; 2] {
    let role = |r: &Result<Sealed, DecryptError>| r.as_ref().ok().map(|s| s.header().role);
    match (role(&read[0]), role(&read[1])) {
        (Some(a), Some(b)) if a == b => [AffectedFile::First, AffectedFile::Second],
        (a, b) => [a.map_or(AffectedFile::First, AffectedFile::Role), b.map_or(AffectedFile::Second, AffectedFile::Role)],
    }
}

/// Opens a rater's own file in the same way as the reveal.
pub(super) fn opens(invitation: &Invitation, file: &[u8], opening: &OpeningNumber) -> Result<(), RevealErrorKind> {
    let sealed = read_sealed(file)?;
    let content = content_of(&sealed, opening)?;
    ratings_of(invitation, sealed.header(), &content).map(drop)
}

fn content_of(sealed: &Sealed, opening: &OpeningNumber) -> Result<Content, RevealErrorKind> {
    let content = sealed.open(opening)?;
    let SealHeader { session, role, number, code: stated, .. } = sealed.header();
    if code(session, *role, *number, &content) == *stated { Ok(content) } else { Err(RevealErrorKind::Changed) }
}

fn ratings_of(invitation: &Invitation, header: &SealHeader, content: &Content) -> Result<(Value, Assessment), RevealErrorKind> {
    let payload = parse(&content.payload).map_err(RevealErrorKind::Ratings)?;
    let ratings = assessment_of(&payload).map_err(RevealErrorKind::Ratings)?;
    if canonical(&payload).as_bytes() != content.payload {
        return Err(RevealErrorKind::OtherForm);
    }
    if ratings.rater.role != header.role {
        return Err(RevealErrorKind::OtherRater(ratings.rater.role));
    }
    if invitation.names_ladder_of(&ratings) { Ok((payload, ratings)) } else { Err(RevealErrorKind::OtherLadder) }
}
