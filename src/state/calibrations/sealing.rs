//! Sealing a rater's own ratings, and opening both sides' at once.

use std::rc::Rc;

use super::super::{Document, Effect, Page, State};
use super::new_seal::rated;
use super::{RevealInput, UnconfirmedSeal};
use crate::base::crypt::{Kdf, Randomness};
use crate::calibration::sealing::{Input, SealError, open_both, seal};
use crate::calibration::{
    AwaitingReveal, Calibration, Event, Party, SealFacts, SealedFileFacts, SessionRecord, SessionStart, Side, Stage,
    other_originals,
};
use crate::documents::calibration::{CalibrationDocument, Content, DocumentKey, DocumentKind};
use crate::documents::seal::OwnSeal;
use crate::documents::seal_codes::{Code, OpeningNumber};
use crate::files::{EncryptError, Sealed, original_of, read_sealed};
use crate::messages::seals;
use crate::model::assessment::{Assessment, Rater, Role};

impl State {
    /// Seals the open assessment. On one laptop the readable copies stay until the opening number is confirmed.
    pub(super) fn seal(&mut self, one_laptop: bool, bytes: &[u8], now: String, effects: &mut Vec<Effect>) {
        self.calibrations.message.clear();
        let Some(ratings) = self.assessment().filter(|a| !self.is_sealed(a)).cloned() else { return };
        let Some(invitation) = self.invited(&ratings).cloned() else { return };
        let (session, role) = (invitation.session.as_str(), ratings.rater.role);
        if self.calibrations.unconfirmed_seal.is_some() {
            self.calibrations.message = seals::NOT_NOTED.into();
            return;
        }
        let rated = rated(&ratings);
        let waits = self.conflict_of(&DocumentKey::assessment(&ratings.id)).is_some() || one_laptop;
        if let Some(problem) = self.unseen(&ratings.id, session, role, &rated).filter(|_| waits) {
            self.calibrations.message = problem.into();
            return;
        }
        let earlier = self.own_number(session, role);
        let opened = self.opened_code(session, role);
        let sealed = Randomness::new(bytes)
            .map_err(|_| SealError::Write(EncryptError::NoRandomness))
            .and_then(|mut fresh| seal(&invitation, &ratings, earlier, opened.as_ref(), Kdf::default(), &mut fresh));
        match sealed.map(|new| (read_sealed(new.file.as_bytes()), new)) {
            Ok((Ok(file), new)) => {
                let number = file.header().number;
                let mut confirm = None;
                if !one_laptop {
                    let document = CalibrationDocument::made(Content::Sealed(Box::new(file)), now.clone());
                    let key = document.key();
                    if !self.keep(document, effects) {
                        return;
                    }
                    confirm = Some(key);
                }
                // On one laptop the seal is counted now. It is in force once its number is confirmed and its file is
                // written.
                let revealed = self.own_seal(&ratings.id).revealed;
                let own = OwnSeal { number, code: new.code.digits().to_owned(), lifted: one_laptop, revealed };
                self.put_seal(&ratings.id, own, effects);
                self.calibrations.unconfirmed_seal = Some(UnconfirmedSeal {
                    of: ratings.id.clone(),
                    session: session.to_owned(),
                    role,
                    number,
                    code: new.code,
                    opening_number: new.opening_number,
                    file: new.file,
                    at: now,
                    one_laptop,
                    kept: None,
                    rated,
                });
                self.page = Page::Sealed;
                if let Some(key) = confirm {
                    effects.extend([Effect::Flush, Effect::ConfirmSeal(key)]);
                }
                effects.push(Effect::Navigate { replace: true });
            }
            Ok((Err(error), _)) => self.calibrations.message = error.to_string(),
            Err(refusal) => self.calibrations.message = refusal.to_string(),
        }
    }

    /// The code of the other side's file, if both files were opened in this browser.
    fn opened_code(&self, session: &str, role: Role) -> Option<Code> {
        let record = self.calibrations.own_record(session)?;
        let parties = Side::BOTH.map(|side| record.party(side));
        // If one side did not open its file, nothing was opened.
        let both = parties.iter().all(|p| p.seal().is_some_and(|s| s.opened));
        let other = parties.into_iter().filter(|_| both).find(|p| p.assessment().rater.role != role)?;
        Code::parse(&other.seal()?.code).ok()
    }

    /// Of the sealed files of a role, the one with the typed code. A file with a copied code is detected when it is opened.
    fn file_of(&self, session: &str, role: Role, typed: &RevealInput) -> Option<&CalibrationDocument> {
        let files = self.calibrations.sealed_files(session, role);
        let code = Code::parse(&typed.code).ok();
        let of_code = |p: &&CalibrationDocument| p.sealed().map(|s| &s.header().code) == code.as_ref();
        let fitting: Vec<&CalibrationDocument> = files.iter().copied().filter(of_code).collect();
        let number = OpeningNumber::parse(&typed.opening_number).ok();
        let opens = |p: &&CalibrationDocument| p.sealed().zip(number.as_ref()).is_some_and(|(s, number)| s.open(number).is_ok());
        let opened = if fitting.len() > 1 { fitting.iter().copied().find(opens) } else { None };
        opened.or_else(|| fitting.first().copied()).or_else(|| files.first().copied())
    }

    fn waiting(&self) -> Option<AwaitingReveal> {
        match self.calibrations.stage(&self.calibrations.session) {
            Some(Stage::AwaitingReveal(waiting)) => Some(*waiting),
            _ => None,
        }
    }

    /// Opens both files or none.
    pub(super) fn reveal(&mut self, typed: &[RevealInput; 2], now: String, effects: &mut Vec<Effect>) {
        let Some(mut waiting) = self.waiting() else { return };
        self.name_from_ratings(&mut waiting);
        let session = waiting.invitation.session.as_str();
        let roles = waiting.invitation.roles.both();
        let missing = roles.iter().filter(|role| waiting.seal(**role).is_none());
        let missing: Vec<String> = missing.map(|role| seals::file_missing(role.id()).into()).collect();
        if !missing.is_empty() {
            self.calibrations.errors = missing;
            return;
        }
        let chosen = [0, 1].map(|i| self.file_of(session, roles[i], &typed[i]));
        let file = |i: usize| chosen[i].and_then(CalibrationDocument::sealed).map(Sealed::file).unwrap_or_default().as_bytes();
        let [first, second] =
            [0, 1].map(|i| Input { file: file(i), code: &typed[i].code, opening_number: &typed[i].opening_number });
        let used = self.ladders.of(&waiting.invitation.ladder);
        let seals = chosen
            .iter()
            .flatten()
            .filter_map(|p| Some(SealedFileFacts { at: p.made_at().to_owned(), ..super::held(p)? }))
            .collect();
        let opened = open_both(&waiting.invitation, first, second)
            .map_err(|errors| errors.iter().map(ToString::to_string).collect())
            .and_then(|opened| {
                AwaitingReveal { seals, ..waiting.clone() }
                    .revealed(used.ladder(), used.model(), opened, now)
                    .map_err(|p| vec![seals::no_session(p.to_string()).into()])
            });
        match opened {
            Ok(calibration) => {
                let of: Vec<String> = self.assessments.iter().filter(|a| a.session == session).map(|a| a.id.clone()).collect();
                for id in of {
                    let own = self.own_seal(&id);
                    self.put_seal(&id, OwnSeal { revealed: true, ..own }, effects);
                }
                self.begin_talk(&calibration, effects);
            }
            Err(errors) => self.calibrations.errors = errors,
        }
    }

    /// An imported record of this session is replaced. If it has the same originals, its outcomes are kept; if not, both
    /// stay until one is deleted.
    fn begin_talk(&mut self, calibration: &Calibration, effects: &mut Vec<Effect>) {
        let mut record = calibration.record().clone();
        let (id, at) = (record.id().to_owned(), record.started().to_owned());
        self.calibrations.errors.clear();
        let key = DocumentKey { kind: DocumentKind::Record, id: id.clone() };
        let other = self.calibrations.document(&key).filter(|p| !p.is_own()).cloned();
        let same = |theirs: &&SessionRecord| other_originals(theirs, &record).is_empty();
        let apart = match other.as_ref().and_then(CalibrationDocument::record).filter(same).cloned() {
            Some(theirs) => {
                record = theirs;
                None
            }
            None => other,
        };
        if self.keep(CalibrationDocument::made(Content::Record(Box::new(record)), at), effects) {
            if let Some(apart) = apart {
                self.set_conflict(key, Some(Rc::new(Document::Calibration(Box::new(apart)))));
            }
            self.open_record(id);
            effects.push(Effect::Navigate { replace: true });
        } else {
            self.calibrations.errors = vec![self.refused.clone()];
        }
    }

    /// Nothing is opened: the record says which side sealed and which did not open its file.
    pub(super) fn not_opened(&mut self, role: Role, now: String, effects: &mut Vec<Effect>) {
        let Some(mut waiting) = self.waiting() else { return };
        self.name_from_ratings(&mut waiting);
        let invitation = &waiting.invitation;
        let used = self.ladders.of(&invitation.ladder);
        let parties = invitation.roles.both().map(|side| {
            let blank = Assessment::blank(String::new(), used.ladder(), invitation.period.clone(), String::new());
            let blank = Assessment { rater: Rater { role: side, ..Rater::default() }, ..blank };
            let held = self.calibrations.sealed(invitation.session.as_str(), side);
            let seal =
                held.map(|(document, s)| SealFacts { opened: side != role, ..SealFacts::of(s.header(), document.made_at()) });
            Party::new(original_of(&blank), seal)
        });
        let id = invitation.session.as_str().to_owned();
        let subject = invitation.subject.clone();
        let start = SessionStart { id, now: now.clone(), parties, subject, previous: None };
        match Calibration::open(used.ladder(), used.model(), start) {
            Ok(mut calibration) => {
                calibration.apply(Event::Finished { now });
                self.begin_talk(&calibration, effects);
            }
            Err(problem) => self.calibrations.errors = vec![seals::no_record(problem.to_string()).into()],
        }
    }
}
