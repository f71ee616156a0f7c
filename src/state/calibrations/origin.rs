//! The origin of documents and seals: whether ratings are under a seal, how often they were sealed in this browser, and
//! which documents of an earlier version were made in it. Imported documents and clocks have no influence on this.

use super::super::{Effect, Page, State};
use super::Calibrations;
use crate::calibration::{SessionRecord, Side};
use crate::documents::calibration::{CalibrationDocument, Origin};
use crate::documents::seal::OwnSeal;
use crate::files::Sealed;
use crate::model::assessment::{Assessment, Role};

impl Calibrations {
    /// All sealed files of a role: those that were made here first, the newest seal first.
    pub fn sealed_files(&self, session: &str, role: Role) -> Vec<&CalibrationDocument> {
        let of =
            |p: &&CalibrationDocument| p.sealed().is_some_and(|s| s.header.session.as_str() == session && s.header.role == role);
        let (mut own, others): (Vec<&CalibrationDocument>, Vec<&CalibrationDocument>) =
            self.documents.iter().filter(of).partition(|p| p.is_own());
        let number = |p: &&CalibrationDocument| p.sealed().map_or(0, |s| s.header.number);
        own.sort_by_key(|file| std::cmp::Reverse(number(file)));
        own.into_iter().chain(others).collect()
    }

    /// The sealed file of a role that was made here last.
    fn own_sealed(&self, session: &str, role: Role) -> Option<&Sealed> {
        let own = self.documents.iter().filter(|p| p.is_own()).filter_map(CalibrationDocument::sealed);
        let of = own.filter(|s| s.header.session.as_str() == session && s.header.role == role);
        // With equal numbers the first counts.
        of.reduce(|best, next| if next.header.number > best.header.number { next } else { best })
    }

    /// Whether the record on screen was started from the two files in this browser.
    pub fn is_opened_here(&self) -> bool {
        self.talk().is_some_and(|c| self.origin(c.record().id()) == Origin::Here)
    }

    /// A record that was opened here is the session's record, even if it is a conflict copy of an imported one.
    pub(super) fn own_first(&mut self, other: &mut CalibrationDocument) -> bool {
        if let Some(here) = self.documents.iter_mut().find(|p| p.key() == other.key())
            && here.record().is_some()
            && other.is_own()
            && !here.is_own()
        {
            std::mem::swap(here, other);
            return true;
        }
        false
    }

    /// The origin of the record with an id.
    pub(super) fn origin(&self, record: &str) -> Origin {
        self.documents.iter().find(|p| p.record().is_some_and(|r| r.id() == record)).map_or(Origin::Imported, |p| p.origin)
    }

    /// The record of a session whose files were opened here. An imported one does not count.
    pub fn own_record(&self, session: &str) -> Option<&SessionRecord> {
        self.documents.iter().filter(|p| p.is_own()).filter_map(CalibrationDocument::record).find(|r| r.id() == session)
    }
}

impl State {
    /// The state of an assessment's seal.
    pub fn own_seal(&self, id: &str) -> OwnSeal {
        self.seals.get(id).cloned().unwrap_or_default()
    }

    /// Whether an assessment is sealed: then nothing in it changes. Opening it again lifts the seal until the next one.
    ///
    /// A copy of ratings that were sealed here, such as one from a file, is sealed too.
    pub fn is_sealed(&self, a: &Assessment) -> bool {
        if a.session.is_empty() {
            return false;
        }
        if self.calibrations.unconfirmed_seal().is_some_and(|fresh| fresh.of == a.id) {
            return true;
        }
        match self.seals.get(&a.id) {
            Some(own) if own.number > 0 => own.holds(),
            _ => {
                let twin = |r: &&Assessment| r.session == a.session && r.rater.role == a.rater.role;
                self.calibrations.own_sealed(&a.session, a.rater.role).is_some()
                    || self.assessments.iter().filter(twin).any(|r| self.seals.get(&r.id).is_some_and(OwnSeal::holds))
            }
        }
    }

    /// Whether the level of an assessment is withheld. Ratings for a session have no level, on no page and in no export,
    /// before both sides' files are open in this browser.
    pub fn withholds_level(&self, a: &Assessment) -> bool {
        let id = a.snapshot.as_ref().map_or(&a.id, |s| &s.of);
        let rated = !a.session.is_empty() && a.rater.role != Role::Agreed;
        rated && !self.own_seal(id).revealed && self.calibrations.own_record(&a.session).is_none()
    }

    /// Whether a page is withheld because it would show the level of the open assessment.
    pub(in crate::state) fn withholds(&self, page: Page) -> bool {
        page.shows_level() && self.assessment().is_some_and(|a| self.withholds_level(a))
    }

    /// How often ratings of a role were sealed in this browser. Imported files do not count.
    pub(super) fn own_number(&self, session: &str, role: Role) -> u32 {
        let of = |a: &&Assessment| a.session == session && a.rater.role == role;
        let known = self.assessments.iter().filter(of).filter_map(|a| self.seals.get(&a.id)).map(|own| own.number);
        known.chain(self.calibrations.own_sealed(session, role).map(|s| s.header.number)).max().unwrap_or(0)
    }

    /// Stores the state of a seal.
    pub(super) fn put_seal(&mut self, id: &str, seal: OwnSeal, effects: &mut Vec<Effect>) {
        if self.own_seal(id) != seal {
            self.seals.insert(id.to_owned(), seal);
            effects.push(Effect::save(id.to_owned()));
        }
    }

    /// *Open again*: the next seal of these ratings has the next number.
    pub(super) fn lift(&mut self, id: &str, effects: &mut Vec<Effect>) {
        let Some((session, role)) = self.find_assessment(id).map(|a| (a.session.clone(), a.rater.role)) else { return };
        self.calibrations.unconfirmed_seal = self.calibrations.unconfirmed_seal.take().filter(|fresh| fresh.of != id);
        let own = self.own_seal(id);
        let number = self.own_number(&session, role);
        self.put_seal(id, OwnSeal { number, lifted: true, ..own }, effects);
    }

    /// Another window sealed these ratings or opened them again.
    pub(in crate::state) fn join_seal(&mut self, id: &str, theirs: &OwnSeal) {
        let joined = self.own_seal(id).joined(theirs);
        self.seals.insert(id.to_owned(), joined);
        if !self.can_show(self.page) {
            self.page = Page::Check;
        }
    }

    /// Migrates a store of an earlier version, once. Such a store did not say which documents were made in its browser, and
    /// it took ratings for sealed that had not changed since the time of their seal.
    ///
    /// In those versions an imported document had no time, so a sealed file, an invitation or a form with a time was made
    /// here. An imported record got a time as soon as it was edited, so it needs a proof: for each side the sealed file
    /// with its code, or the readable ratings.
    pub(in crate::state) fn adopt_documents(&mut self, effects: &mut Vec<Effect>) {
        let unsaid: Vec<usize> =
            (0..self.calibrations.documents.len()).filter(|i| self.calibrations.documents[*i].origin == Origin::Unsaid).collect();
        for at in unsaid {
            self.calibrations.documents[at].origin = self.origin_of(&self.calibrations.documents[at]);
            effects.push(Effect::Save(self.calibrations.documents[at].key()));
            if let Some(header) = self.calibrations.documents[at].sealed().map(|s| s.header.clone())
                && self.calibrations.documents[at].is_own()
            {
                let when = self.calibrations.documents[at].at.clone();
                let of = |a: &&Assessment| a.session == header.session.as_str() && a.rater.role == header.role;
                let ids: Vec<(String, bool)> =
                    self.assessments.iter().filter(of).map(|a| (a.id.clone(), a.updated > when)).collect();
                for (id, lifted) in ids {
                    let seal = OwnSeal { number: header.number, code: header.code.digits().to_owned(), lifted, revealed: false };
                    if self.own_seal(&id).number < header.number {
                        self.put_seal(&id, seal, effects);
                    }
                }
            }
        }
    }

    /// The origin of a document of an earlier version.
    pub(super) fn origin_of(&self, document: &CalibrationDocument) -> Origin {
        if document.origin != Origin::Unsaid {
            return document.origin;
        }
        let own = !document.at.is_empty() && document.record().is_none_or(|record| self.is_proven(record));
        if own { Origin::Here } else { Origin::Imported }
    }

    fn is_proven(&self, record: &SessionRecord) -> bool {
        let session = record.previous().map_or(record.id(), |previous| previous.id.as_str());
        Side::BOTH.into_iter().all(|side| {
            let (original, seal) = (record.original(side), record.party(side).seal());
            let role = original.rater.role;
            let file =
                |p: &&CalibrationDocument| p.sealed().is_some_and(|s| seal.is_some_and(|f| f.code == s.header.code.to_string()));
            self.calibrations.sealed_files(session, role).iter().any(file)
                || self.assessments.iter().any(|a| a.session == session && a.rater.role == role && a.answers == original.answers)
        })
    }
}
