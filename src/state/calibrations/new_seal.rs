//! A seal whose opening number has not been confirmed yet. On one laptop it is not in force until then: its sealed file is
//! not in the store, and the ratings stay readable, so that a reader who leaves the page loses nothing and can seal again.
//! The readable copies are deleted only when the sealed file is known to be written.

use serde_json::Value;

use super::super::{Effect, Page, State};
use crate::documents::calibration::{CalibrationDocument, Content, DocumentKey};
use crate::documents::seal::OwnSeal;
use crate::documents::seal_codes::{Code, OpeningNumber};
use crate::files::{assessment_file, digest, read_sealed};
use crate::messages::seals;
use crate::model::assessment::{Assessment, Role};

/// The result of *Seal my ratings*. It is shown until its owner has confirmed it, and is not stored.
#[derive(Clone, Debug, PartialEq)]
pub struct UnconfirmedSeal {
    /// The id of the assessment.
    pub of: String,
    pub session: String,
    pub role: Role,
    /// Which seal of this rater it is.
    pub number: u32,
    pub code: Code,
    pub opening_number: OpeningNumber,
    pub file: String,
    /// When it was made, ISO 8601.
    pub at: String,
    /// Whether every readable copy is to be removed.
    pub one_laptop: bool,
    /// Whether the sealed file is known to be written in this browser; `None` before the attempt.
    pub kept: Option<bool>,
    /// The digest of what was sealed.
    pub(super) rated: String,
}

/// A digest of the ratings, which shows whether another window has changed them since.
pub(super) fn rated(a: &Assessment) -> String {
    let file = assessment_file(a);
    let parts = ["session", "ladder", "rater", "period", "answers", "drafts", "evidence"];
    digest(&Value::from(parts.map(|name| file.get(name).cloned().unwrap_or_default()).to_vec()))
}

impl State {
    /// Why the readable copies of ratings cannot be deleted: one of them is not what was sealed.
    pub(super) fn unseen(&self, id: &str, session: &str, role: Role, rated_as: &str) -> Option<&'static str> {
        if self.conflict_of(&DocumentKey::assessment(id)).is_some() {
            return Some(seals::TWO_VERSIONS);
        }
        let other = |a: &&Assessment| {
            a.id != id && a.session == session && a.rater.role == role && a.snapshot.is_none() && rated(a) != rated_as
        };
        self.assessments.iter().any(|a| other(&a)).then_some(seals::OTHER_VERSION)
    }

    /// Code and opening number were confirmed. On one laptop the seal comes into force now: its file is to be written.
    pub(super) fn noted(&mut self, effects: &mut Vec<Effect>) {
        self.calibrations.message.clear();
        let Some(fresh) = self.calibrations.unconfirmed_seal.clone() else { return };
        if !fresh.one_laptop {
            self.end_fresh();
            return;
        }
        if let Some(a) = self.find_assessment(&fresh.of)
            && rated(a) != fresh.rated
            && self.conflict_of(&DocumentKey::assessment(&fresh.of)).is_none()
        {
            self.end_fresh();
            self.calibrations.message = seals::DROPPED.into();
            return;
        }
        if let Some(problem) = self.unseen(&fresh.of, &fresh.session, fresh.role, &fresh.rated) {
            self.calibrations.message = problem.into();
            return;
        }
        if let Some(key) = self.add_sealed_file(&fresh, effects) {
            effects.extend([Effect::Flush, Effect::ConfirmSeal(key)]);
        }
    }

    /// Adds the sealed file; the seal is in force.
    fn add_sealed_file(&mut self, fresh: &UnconfirmedSeal, effects: &mut Vec<Effect>) -> Option<DocumentKey> {
        // It was read when it was made.
        let sealed = read_sealed(fresh.file.as_bytes()).ok()?;
        let document = CalibrationDocument::made(Content::Sealed(Box::new(sealed)), fresh.at.clone());
        let key = document.key();
        if !self.keep(document, effects) {
            return None;
        }
        if self.find_assessment(&fresh.of).is_some() {
            let own = self.own_seal(&fresh.of);
            self.put_seal(&fresh.of, OwnSeal { lifted: false, ..own }, effects);
        }
        Some(key)
    }

    /// Continues when it is known whether the sealed file is in the store. If it is, the readable copies are deleted; if
    /// not, they stay, and so does the page.
    pub(super) fn written(&mut self, written: bool, effects: &mut Vec<Effect>) {
        let Some(fresh) = &mut self.calibrations.unconfirmed_seal else { return };
        fresh.kept = Some(written);
        let fresh = fresh.clone();
        if !fresh.one_laptop {
            return;
        }
        if written {
            self.remove_readable(&fresh, effects);
            return;
        }
        if let Ok(sealed) = read_sealed(fresh.file.as_bytes()) {
            let key = CalibrationDocument::made(Content::Sealed(Box::new(sealed)), String::new()).key();
            self.calibrations.take_away(&key);
        }
        let own = self.own_seal(&fresh.of);
        self.put_seal(&fresh.of, OwnSeal { lifted: own.number > 0, ..own }, effects);
    }

    /// The sealed file could not be written, its owner has exported it, and the readable copies are to be deleted anyway.
    pub(super) fn discard_readable(&mut self, effects: &mut Vec<Effect>) {
        let Some(fresh) = self.calibrations.unconfirmed_seal.clone().filter(|f| f.one_laptop && f.kept == Some(false)) else {
            return;
        };
        if let Some(problem) = self.unseen(&fresh.of, &fresh.session, fresh.role, &fresh.rated) {
            self.calibrations.message = problem.into();
            return;
        }
        let _ = self.add_sealed_file(&fresh, effects);
        self.remove_readable(&fresh, effects);
    }

    fn remove_readable(&mut self, fresh: &UnconfirmedSeal, effects: &mut Vec<Effect>) {
        let copies = self.readable_copies(fresh);
        for id in &copies {
            self.leave_rating(id);
        }
        self.end_fresh();
        // A store that was too full for the sealed file has space for it once the copies are deleted.
        effects.extend([Effect::Flush, Effect::RemoveReadable(copies), Effect::Flush, Effect::Navigate { replace: true }]);
    }

    /// Every assessment with these ratings: the assessment, its snapshots, and its conflict copies.
    fn readable_copies(&self, fresh: &UnconfirmedSeal) -> Vec<String> {
        let copy = |a: &&Assessment| {
            let same = a.session == fresh.session && a.rater.role == fresh.role;
            a.id == fresh.of || same || a.snapshot.as_ref().is_some_and(|s| s.of == fresh.of)
        };
        self.assessments.iter().filter(copy).map(|a| a.id.clone()).collect()
    }

    fn end_fresh(&mut self) {
        self.calibrations.unconfirmed_seal = None;
        self.page = Page::Calibration;
    }
}
