//! Invitations to a session, version 1, and the text that carries one through a chat: a sentence for people, and the file
//! as base32 between brackets.
//!
//! Base32 (RFC 4648) and not base64url, because chats take `_` and `*` for emphasis, join hyphens, and turn first letters
//! into capitals; letters and the digits 2 to 7 come through all of that.

use std::cell::RefCell;
use std::fmt;

use serde_json::Value;

use super::encrypted::fits_checksum;
use super::envelope::{Format, fields, put};
use super::reader::Reader;
use super::{FileError, MAX_BYTES, canonical, digest, parse};
use crate::documents::seal::{Invitation, QuestionSet, RaterRoles, SessionId};
use crate::documents::seal_codes::is_filler;
use crate::messages::{files, invitations};
use crate::model::assessment::{LadderRef, Period, Role};

/// The word that marks an invitation.
pub const INVITATION_FORMAT: &str = "ladder-calibration/invitation";
/// The format with its version.
const FORMAT: Format = Format { name: INVITATION_FORMAT, version: 1, what: files::AN_INVITATION };
/// The markers before and after the base32 in a message.
const BEGIN: &str = "[ladder-calibration/invitation";
const END: char = ']';
/// [`BEGIN`] without the characters that [`normalized`] leaves out.
const BEGIN_NORMALIZED: &str = "[laddercalibration/invitation";
/// The alphabet of RFC 4648 §6, in small letters.
const BASE32: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// Why there is no invitation in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvitationError {
    /// Nothing in the text looks like one.
    NotFound,
    /// It begins and does not end.
    CutOff,
    /// It does not fit its own checksum, or is no file at all.
    Damaged,
    /// It is whole, and not one that this version can read.
    Unreadable(FileError),
}

impl fmt::Display for InvitationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => invitations::not_found(BEGIN, END.to_string()).fmt(f),
            Self::CutOff => invitations::cut_off(END.to_string()).fmt(f),
            Self::Damaged => f.write_str(invitations::DAMAGED),
            Self::Unreadable(problem) => invitations::unreadable(problem.to_string()).fmt(f),
        }
    }
}

/// The message to paste into a chat.
pub fn invitation_text(invitation: &Invitation) -> String {
    let Invitation { ladder, period, questions, roles, .. } = invitation;
    let span = match (period.from.as_str(), period.to.as_str()) {
        ("", "") => "none",
        (_, "") => "since",
        ("", _) => "until",
        _ => "span",
    };
    let stated = if ladder.revision.is_empty() { "none" } else { "revision" };
    let file = to_base32(canonical(&invitation_file(invitation)).as_bytes());
    let [first, second] = roles.both().map(Role::id);
    let text =
        invitations::text(&ladder.id, stated, questions.id(), span, first, second, &ladder.revision, &period.from, &period.to);
    format!("{text}\n{BEGIN} {file}{END}\n")
}

/// The file of an invitation, with its checksum.
pub(super) fn invitation_file(i: &Invitation) -> Value {
    let mut out = i.extra.clone();
    FORMAT.put(&mut out);
    out.insert("session".into(), i.session.as_str().into());
    let ladder = [("id", i.ladder.id.as_str()), ("revision", &i.ladder.revision), ("digest", &i.ladder.digest)];
    out.insert("ladder".into(), fields(&i.ladder.extra, &ladder));
    out.insert("period".into(), fields(&i.period.extra, &[("from", &i.period.from), ("to", &i.period.to)]));
    out.insert("questions".into(), i.questions.id().into());
    out.insert("roles".into(), i.roles.both().map(Role::id).to_vec().into());
    put(&mut out, "created", &i.created);
    let mut file = Value::Object(out);
    file["checksum"] = digest(&file).into();
    file
}

/// Finds an invitation in a pasted text: the message, a reply that quotes it, or the file itself.
///
/// # Errors
/// What is wrong with the first one in the text, when none can be read.
pub fn read_invitation(text: &str) -> Result<Invitation, InvitationError> {
    if text.len() > MAX_BYTES {
        return Err(InvitationError::NotFound);
    }
    if text.trim_start().starts_with('{') {
        return invitation_in(text.as_bytes());
    }
    let text = normalized(text);
    let mut first = None;
    for part in text.split(BEGIN_NORMALIZED).skip(1) {
        let file = part.split_once(END).ok_or(InvitationError::CutOff);
        let file = file.and_then(|(base32, _)| from_base32(base32).ok_or(InvitationError::Damaged));
        match file.and_then(|file| invitation_in(&file)) {
            Ok(invitation) => return Ok(invitation),
            Err(error) => {
                first.get_or_insert(error);
            }
        }
    }
    Err(first.unwrap_or(InvitationError::NotFound))
}

fn invitation_in(file: &[u8]) -> Result<Invitation, InvitationError> {
    let value = parse(file).map_err(|_| InvitationError::Damaged)?;
    if !fits_checksum(&value) {
        return Err(InvitationError::Damaged);
    }
    FORMAT.check(&value).map_err(InvitationError::Unreadable)?;
    let problems = RefCell::default();
    let invitation = invitation(&Reader::new(&value, "", &problems));
    match (invitation, problems.into_inner().into_iter().next()) {
        (Some(invitation), None) => Ok(invitation),
        (_, problem) => Err(problem.map_or(InvitationError::Damaged, InvitationError::Unreadable)),
    }
}

fn invitation(r: &Reader) -> Option<Invitation> {
    for name in ["format", "version", "checksum"] {
        let _ = r.get(name);
    }
    let session = session(r);
    let ladder = r.object("ladder").map(|l| LadderRef {
        id: l.required_text("id"),
        revision: l.text("revision"),
        digest: l.required_text("digest"),
        extra: l.extra(),
    });
    if ladder.is_none() {
        r.problem("ladder", files::MISSING);
    }
    let period = r.object("period").map(|p| Period { from: p.text("from"), to: p.text("to"), extra: p.extra() });
    let set = r.required_text("questions");
    let questions = [QuestionSet::Core, QuestionSet::All].into_iter().find(|q| q.id() == set);
    if questions.is_none() {
        r.problem("questions", invitations::NOT_QUESTION_SET);
    }
    let roles: Vec<Role> = r.texts("roles").iter().filter_map(|id| role(r, "roles", id)).collect();
    let roles = <[Role; 2]>::try_from(roles).ok().and_then(|[first, second]| RaterRoles::new(first, second));
    if roles.is_none() {
        r.problem("roles", invitations::NOT_TWO_ROLES);
    }
    let created = r.text("created");
    Some(Invitation {
        session: session?,
        ladder: ladder?,
        period: period.unwrap_or_default(),
        questions: questions?,
        roles: roles?,
        created,
        subject: String::new(),
        extra: r.extra(),
    })
}

/// The id of the session.
pub(super) fn session(r: &Reader) -> Option<SessionId> {
    let id = SessionId::new(&r.required_text("session"));
    if id.is_none() {
        r.problem("session", invitations::NOT_SESSION_ID);
    }
    id
}

/// The role of one rater.
pub(super) fn role(r: &Reader, name: &str, id: &str) -> Option<Role> {
    let role = Role::ALL.into_iter().find(|role| role.id() == id && *role != Role::Agreed);
    if role.is_none() {
        r.problem(name, invitations::not_rater_role(id));
    }
    role
}

/// A pasted text without the characters that chats and mail add: white space, quote marks, emphasis, hyphens, capitals.
fn normalized(text: &str) -> String {
    let kept = text.chars().filter(|c| !is_filler(*c) && !matches!(c, '*' | '_' | '`' | '~' | '|'));
    kept.map(|c| c.to_ascii_lowercase()).collect()
}

fn to_base32(bytes: &[u8]) -> String {
    let (mut out, mut bits, mut count) = (String::new(), 0_usize, 0);
    let letter = |index: usize| char::from(BASE32[index % 32]);
    for byte in bytes {
        bits = (bits % 32) << 8 | usize::from(*byte);
        count += 8;
        while count >= 5 {
            count -= 5;
            out.push(letter(bits >> count));
        }
    }
    if count > 0 {
        out.push(letter(bits << (5 - count)));
    }
    out
}

fn from_base32(text: &str) -> Option<Vec<u8>> {
    let (mut out, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for c in text.bytes() {
        let value = BASE32.iter().position(|letter| *letter == c)?;
        bits = bits << 5 | u32::try_from(value).ok()?;
        count += 5;
        if count >= 8 {
            count -= 8;
            let [.., byte] = (bits >> count).to_be_bytes();
            out.push(byte);
        }
    }
    Some(out)
}
