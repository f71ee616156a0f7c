//! Sealing one's own ratings, and opening both sides' at once.

use super::super::papers::{Content, Paper};
use super::super::{Changed, Page, Session};
use super::{FreshSeal, Typed};
use crate::domain::assessment::{Assessment, Rater, Role};
use crate::domain::calibration::{Calibration, Event, Opening, Original, Party, SealFacts, Stage, Waiting, other_originals};
use crate::domain::code::Code;
use crate::domain::codec::{WriteFault, read_sealed};
use crate::domain::crypt::{Kdf, Randomness};
use crate::domain::seal::{Input, OwnSeal, SealRefusal, open_both, seal};

impl Session {
    /// Seals the open assessment. The sealed file is kept before any readable copy goes.
    pub(super) fn seal(&mut self, one_laptop: bool, bytes: &[u8], now: String, changed: &mut Changed) {
        self.desk.said.clear();
        let Some(ratings) = self.assessment().filter(|a| !self.is_sealed(a)).cloned() else { return };
        let Some(invitation) = self.invited(&ratings).cloned() else { return };
        let (session, role) = (invitation.session.as_str(), ratings.rater.role);
        if self.conflict_of(&ratings.id).is_some() {
            self.desk.said = "Two versions of these ratings wait for a choice. Choose one first; nothing was sealed.".into();
            return;
        }
        let twin =
            |a: &&Assessment| a.id != ratings.id && a.session == ratings.session && a.rater.role == role && a.snapshot.is_none();
        if one_laptop && self.records.iter().any(|a| twin(&a) && a.answers != ratings.answers) {
            self.desk.said = "Another version of these ratings is here, and sealing on one laptop would remove it. Delete the one that you do not want on the start page first; nothing was sealed.".into();
            return;
        }
        let earlier = self.own_number(session, role);
        let opened = self.opened_code(session, role);
        let sealed = Randomness::new(bytes)
            .map_err(|_| SealRefusal::Write(WriteFault::NoRandomness))
            .and_then(|mut fresh| seal(&invitation, &ratings, earlier, opened.as_ref(), Kdf::default(), &mut fresh));
        match sealed.map(|new| (read_sealed(new.file.as_bytes()), new)) {
            Ok((Ok(file), new)) => {
                let number = file.header.number;
                if !self.keep(Paper::made(Content::Sealed(Box::new(file)), now), changed) {
                    return;
                }
                let revealed = self.own_seal(&ratings.id).revealed;
                let own = OwnSeal { number, code: new.code.digits().to_owned(), lifted: false, revealed };
                self.put_seal(&ratings.id, own, changed);
                let (of, code, opening, file) = (ratings.id.clone(), new.code, new.opening, new.file);
                self.desk.fresh = Some(FreshSeal { of, role, number, code, opening, file, one_laptop, copy_left: false });
                if one_laptop {
                    for id in self.readable_copies(&ratings) {
                        self.leave_rating(&id);
                        changed.removed.push(id);
                    }
                }
                self.page = Page::Sealed;
                changed.replace = true;
            }
            Ok((Err(fault), _)) => self.desk.said = fault.to_string(),
            Err(refusal) => self.desk.said = refusal.to_string(),
        }
    }

    /// Every record that holds these ratings: the assessment, its snapshots, and states of it that were kept beside it.
    fn readable_copies(&self, ratings: &Assessment) -> Vec<String> {
        let copy = |a: &&Assessment| {
            let same = a.session == ratings.session && a.rater.role == ratings.rater.role;
            a.id == ratings.id || same || a.snapshot.as_ref().is_some_and(|s| s.of == ratings.id)
        };
        self.records.iter().filter(copy).map(|a| a.id.clone()).collect()
    }

    /// The code of the other side's file, if that was opened here.
    fn opened_code(&self, session: &str, role: Role) -> Option<Code> {
        let record = self.desk.record(session)?;
        let parties = crate::domain::calibration::Side::BOTH.map(|side| record.party(side));
        let other = parties.into_iter().find(|p| p.assessment().rater.role != role)?;
        Code::parse(&other.seal().filter(|s| s.opened)?.code).ok()
    }

    fn waiting(&self) -> Option<Waiting> {
        match self.desk.stage(&self.desk.session) {
            Some(Stage::Waiting(waiting)) => Some(*waiting),
            _ => None,
        }
    }

    /// Opens both files or none.
    pub(super) fn reveal(&mut self, typed: &[Typed; 2], now: String, changed: &mut Changed) {
        let Some(mut waiting) = self.waiting() else { return };
        self.name_from_ratings(&mut waiting);
        let session = waiting.invitation.session.as_str();
        let files = waiting.invitation.roles.map(|role| self.desk.sealed_text(session, role).unwrap_or_default());
        let [first, second] =
            [0, 1].map(|i| Input { file: files[i].as_bytes(), code: &typed[i].code, opening: &typed[i].opening });
        let missing: Vec<String> = waiting
            .invitation
            .roles
            .iter()
            .filter(|role| waiting.seal(**role).is_none())
            .map(|role| format!("The sealed file of the {} is not here yet.", role_noun(*role)))
            .collect();
        if !missing.is_empty() {
            self.desk.faults = missing;
            return;
        }
        let model = self.model().clone();
        let opened = open_both(&waiting.invitation, first, second)
            .map_err(|faults| faults.iter().map(ToString::to_string).collect())
            .and_then(|opened| {
                waiting
                    .revealed(&self.ladder, &model, opened, now)
                    .map_err(|p| vec![format!("The two files give no session: {p}.")])
            });
        match opened {
            Ok(calibration) => self.begin_talk(&calibration, changed),
            Err(faults) => self.desk.faults = faults,
        }
    }

    /// Ratings that are still readable here are no longer needed beside the record.
    fn begin_talk(&mut self, calibration: &Calibration, changed: &mut Changed) {
        let record = calibration.record().clone();
        let (id, at) = (record.id().to_owned(), record.started().to_owned());
        self.desk.faults.clear();
        // What came as a file before under the id of this session gives way, and can be looked at.
        let before = self.desk.record(&id).filter(|before| !other_originals(before, &record).is_empty()).cloned();
        if self.keep(Paper::made(Content::Record(Box::new(record)), at), changed) {
            if let Some(before) = before {
                self.set_apart(before);
            }
            self.open_record(id);
            changed.replace = true;
        } else {
            self.desk.faults = vec![self.refused.clone()];
        }
    }

    /// Nothing is opened: the record says who sealed, and who did not open.
    pub(super) fn not_opened(&mut self, role: Role, now: String, changed: &mut Changed) {
        let Some(mut waiting) = self.waiting() else { return };
        self.name_from_ratings(&mut waiting);
        let invitation = &waiting.invitation;
        let parties = invitation.roles.map(|side| {
            let blank = Assessment::blank(String::new(), &self.ladder, invitation.period.clone(), String::new());
            let blank = Assessment { rater: Rater { role: side, ..Rater::default() }, ..blank };
            let held = self.desk.sealed(invitation.session.as_str(), side);
            let seal = held.map(|(paper, s)| SealFacts { opened: side != role, ..SealFacts::of(&s.header, &paper.at) });
            Party::new(Original::of(&blank), seal)
        });
        let id = invitation.session.as_str().to_owned();
        let subject = invitation.subject.clone();
        let opening = Opening { id, now: now.clone(), parties, subject, previous: None };
        let model = self.model().clone();
        match Calibration::open(&self.ladder, &model, opening) {
            Ok(mut calibration) => {
                calibration.apply(Event::Finished { now });
                self.begin_talk(&calibration, changed);
            }
            Err(problem) => self.desk.faults = vec![format!("This gives no record: {problem}.")],
        }
    }
}

/// "self-rater", "manager": a role as sentences at the desk name it.
pub(super) fn role_noun(role: Role) -> &'static str {
    if role == Role::SelfRater { "self-rater" } else { role.id() }
}
