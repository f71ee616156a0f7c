//! Actions of calibrations.

use std::rc::Rc;

use super::super::{Conflict, Document, Effect, Page, State, UndoHistory};
use super::{Calibrations, WarmUp, code_of};
use crate::calibration::{Calibration, Event, Mark};
use crate::documents::calibration::{CalibrationDocument, Content, DocumentKey, DocumentKind, Origin};
use crate::documents::seal::{Invitation, OwnSeal};
use crate::files::{FileError, readable_document};
use crate::messages::{limits, state};
use crate::model::assessment::{Assessment, Period, Rater, Role, Subject};

/// One side's input to the reveal, as it was typed or pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RevealInput {
    pub code: String,
    pub opening_number: String,
}

/// An action of a calibration. Times are ISO 8601. Times, ids and random bytes come from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum CalibrationAction {
    InvitationMade {
        invitation: Box<Invitation>,
        now: String,
    },
    DocumentDeleted(DocumentKey),
    /// A page of a session was requested.
    SessionSelected {
        session: String,
        page: Page,
    },
    /// A rating for a session was started.
    RatingStarted {
        session: String,
        role: Role,
        /// The rater's name, or empty.
        name: String,
        /// The name of the person who is rated, or empty.
        subject: String,
        id: String,
        now: String,
    },
    /// *Seal my ratings*.
    SealPressed {
        /// Whether both rate on this laptop, so that every readable copy has to be deleted.
        one_laptop: bool,
        /// Bytes of the system's generator; none without one.
        bytes: Vec<u8>,
        now: String,
    },
    /// A readable copy could not be removed from the store.
    CopyNotRemoved,
    /// Code and opening number were confirmed as noted.
    SealConfirmed,
    /// Whether the sealed file that [`Effect::ConfirmSeal`] named is in the store now.
    SealWritten(bool),
    /// The sealed file could not be written, and the readable copies are to be deleted anyway.
    ReadableDiscarded,
    /// Sealed ratings were opened again, to be sealed again.
    OpenedAgain(String),
    /// Another window sealed ratings and removed their readable copies.
    SealedExternally(String),
    /// *Reveal*. In the order of the invitation's roles.
    RevealPressed {
        typed: Box<[RevealInput; 2]>,
        now: String,
    },
    /// A side did not open its file; the record says so.
    NotOpened {
        role: Role,
        now: String,
    },
    /// A record was opened, in progress or finished.
    RecordOpened(String),
    /// Something happened in the session that is open.
    Talked(Event),
    /// Ratings were hidden from a shared screen, or shown again.
    AnswersHidden(bool),
    /// A second look at the finished record that is open.
    SecondLookTaken {
        id: String,
        evidence: String,
        now: String,
    },
    /// Another dossier of the warm-up was opened.
    DossierOpened(usize),
    /// A statement of the warm-up was chosen.
    WarmUpChosen {
        /// Its index in the dossier.
        at: usize,
        statement: usize,
    },
    /// The authors' answers were requested.
    WarmUpCompared,
    /// A committee member began a review form on a record.
    ReviewStarted {
        record: String,
        id: String,
        now: String,
    },
    /// A committee member began a blind rating.
    BlindStarted {
        /// The member's name, or empty.
        name: String,
        /// The name of the person who is rated, or empty.
        subject: String,
        id: String,
        now: String,
    },
    /// A member's review form was opened; empty closes it.
    ReviewOpened(String),
    MemberNamed {
        name: String,
        now: String,
    },
    /// A member marked a question.
    Marked {
        /// The question, by index.
        question: usize,
        mark: Mark,
        now: String,
    },
    /// A member's line was edited.
    LineTyped {
        /// The question, by index.
        question: usize,
        text: String,
        now: String,
    },
    /// The names of the members were requested, or hidden again.
    NamesRequested(bool),
    /// The committee's combined files were closed.
    CollectionEmptied,
    /// The refused record was opened for viewing.
    OtherRecordShown,
    OtherRecordDismissed,
    /// New documents were imported.
    DocumentsArrived {
        keys: Vec<DocumentKey>,
        now: String,
    },
}

impl State {
    pub(in crate::state) fn change_calibrations(&mut self, action: CalibrationAction, effects: &mut Vec<Effect>) {
        match action {
            CalibrationAction::InvitationMade { invitation, now } => {
                let session = invitation.session.as_str().to_owned();
                if self.keep(CalibrationDocument::made(Content::Invitation(invitation), now), effects) {
                    self.calibrations.session = session;
                }
            }
            CalibrationAction::DocumentDeleted(key) => {
                self.remove_document(&key);
                effects.push(Effect::Delete(vec![key]));
                self.page = if self.can_show(self.page) { self.page } else { Page::Calibration };
                effects.push(Effect::SaveLocation);
            }
            CalibrationAction::SessionSelected { session, page } => {
                self.calibrations.session = session;
                self.calibrations.errors.clear();
                self.calibrations.message.clear();
                self.page = if self.can_show(page) { page } else { self.page };
                effects.push(Effect::SaveLocation);
            }
            CalibrationAction::RatingStarted { session, role, name, subject, id, now } => {
                self.start_rating(&session, role, [name, subject], id, now, effects);
            }
            CalibrationAction::SealPressed { one_laptop, bytes, now } => self.seal(one_laptop, &bytes, now, effects),
            CalibrationAction::CopyNotRemoved => self.calibrations.copy_not_removed = true,
            CalibrationAction::SealConfirmed => self.noted(effects),
            CalibrationAction::SealWritten(written) => self.written(written, effects),
            CalibrationAction::ReadableDiscarded => self.discard_readable(effects),
            CalibrationAction::OpenedAgain(id) => self.lift(&id, effects),
            CalibrationAction::SealedExternally(id) => {
                self.leave_rating(&id);
                effects.push(Effect::Forget(DocumentKey::assessment(id)));
            }
            CalibrationAction::RevealPressed { typed, now } => self.reveal(&typed, now, effects),
            CalibrationAction::NotOpened { role, now } => self.not_opened(role, now, effects),
            CalibrationAction::RecordOpened(id) => self.open_record(id),
            CalibrationAction::Talked(event) => self.talk(event, effects),
            CalibrationAction::AnswersHidden(hidden) => self.calibrations.hidden = hidden,
            CalibrationAction::SecondLookTaken { id, evidence, now } => self.second_look(id, &evidence, now, effects),
            CalibrationAction::DossierOpened(dossier) => self.calibrations.warm_up = WarmUp { dossier, ..WarmUp::default() },
            CalibrationAction::WarmUpChosen { at, statement } => choose(&mut self.calibrations, at, statement),
            CalibrationAction::WarmUpCompared => self.calibrations.warm_up.compared = true,
            CalibrationAction::ReviewStarted { record, id, now } => self.start_review(&record, id, now, effects),
            CalibrationAction::BlindStarted { name, subject, id, now } => self.start_blind([name, subject], id, now, effects),
            CalibrationAction::ReviewOpened(id) => self.calibrations.review_form = id,
            CalibrationAction::MemberNamed { name, now } => self.edit_review(now, effects, |r| r.member = name),
            CalibrationAction::Marked { question, mark, now } => self.mark(question, Some(mark), None, now, effects),
            CalibrationAction::LineTyped { question, text, now } => self.mark(question, None, Some(text), now, effects),
            CalibrationAction::NamesRequested(names) => self.calibrations.collected.names = names,
            CalibrationAction::CollectionEmptied => self.calibrations.collected = super::CommitteeFiles::default(),
            CalibrationAction::OtherRecordShown => self.show_other(),
            CalibrationAction::OtherRecordDismissed => self.dismiss_other(),
            CalibrationAction::DocumentsArrived { keys, now } => {
                let new = |p: &&mut CalibrationDocument| !p.is_own() && p.at.is_empty() && keys.contains(&p.key());
                self.calibrations.documents.iter_mut().filter(new).for_each(|p| p.at.clone_from(&now));
            }
        }
    }

    /// Adds a document and has it written. `false` if it could not be read again: then nothing changes, and the page says
    /// so.
    pub(super) fn keep(&mut self, document: CalibrationDocument, effects: &mut Vec<Effect>) -> bool {
        if let Err(problem) = readable_document(&document) {
            self.refuse(&problem);
            return false;
        }
        effects.push(Effect::Save(self.calibrations.put(document)));
        true
    }

    fn start_rating(
        &mut self,
        session: &str,
        role: Role,
        [name, subject]: [String; 2],
        id: String,
        now: String,
        effects: &mut Vec<Effect>,
    ) {
        let Some(invitation) = self.calibrations.invitation(session).filter(|i| i.roles.includes(role)).cloned() else { return };
        let period = Period { extra: serde_json::Map::new(), ..invitation.period.clone() };
        let subject = if role == Role::SelfRater { name.clone() } else { subject };
        self.name_subject(session, &subject, effects);
        session.clone_into(&mut self.calibrations.session);
        let session = session.to_owned();
        let number = self.own_number(&session, role);
        if number > 0 {
            // A new rating after a seal is not sealed.
            self.put_seal(&id, OwnSeal { number, lifted: true, ..OwnSeal::default() }, effects);
        }
        let blank = Assessment::blank(id, self.ladders.of(&invitation.ladder).ladder(), period, now);
        self.begin(Assessment { session, ..rated_by(role, [name, subject], blank) }, effects);
    }

    /// A blind rating with the role *committee*: the core questions, without a session.
    fn start_blind(&mut self, names: [String; 2], id: String, now: String, effects: &mut Vec<Effect>) {
        let blank = Assessment::blank(id, self.current_ladder(), Period::year_until(&(self.day_of)(&now)), now);
        self.begin(rated_by(Role::Committee, names, blank), effects);
    }

    fn begin(&mut self, rating: Assessment, effects: &mut Vec<Effect>) {
        let id = rating.id.clone();
        if !self.take(rating, effects) {
            return;
        }
        self.current = Some(id);
        self.undo_history = UndoHistory::default();
        self.page = self.resume();
        effects.push(Effect::SaveLocation);
    }

    /// Removes readable ratings from the state, with everything that could restore them.
    pub(super) fn leave_rating(&mut self, id: &str) {
        let page = self.page;
        let was_open = self.current.as_deref() == Some(id);
        self.take_away(id);
        self.page = if was_open { Page::Calibration } else { page };
        self.return_page = Page::Start;
        self.imports.clear();
    }

    pub(in crate::state) fn open_record(&mut self, id: String) {
        let Some(record) = self.calibrations.session_record(&id).cloned() else { return };
        let used = self.ladders.of(record.ladder());
        match Calibration::resume(used.ladder(), used.model(), record) {
            Ok(open) => {
                self.page = if open.record().finished().is_some() { Page::Record } else { Page::Talk };
                self.calibrations.open = Some(Box::new(open));
                self.calibrations.session = id;
            }
            Err(problem) => self.calibrations.message = state::record_does_not_open(problem.to_string()).into(),
        }
    }

    fn talk(&mut self, event: Event, effects: &mut Vec<Effect>) {
        let Some(open) = &mut self.calibrations.open else { return };
        let question = open.position();
        let (ended, long) = (matches!(event, Event::Finished { .. }), event.is_too_long());
        if !open.apply(event) {
            if long {
                self.refuse(&FileError::whole(limits::LINE_TOO_LONG));
            }
            return;
        }
        if open.position() != question && !ended {
            effects.push(Effect::Focus);
        }
        let record = Box::new(open.record().clone());
        let (id, at) = (record.id().to_owned(), record.started().to_owned());
        let origin = self.calibrations.origin(&id);
        if !self.keep(CalibrationDocument { origin, ..CalibrationDocument::made(Content::Record(record), at) }, effects) {
            // The session continues with the stored record.
            self.open_record(id);
        } else if ended {
            self.page = Page::Record;
        }
    }

    fn second_look(&mut self, id: String, evidence: &str, now: String, effects: &mut Vec<Effect>) {
        let Some(open) = &self.calibrations.open else { return };
        let code = code_of(open.record()).to_string();
        let Some(record) = open.record().second_look(id.clone(), code, now.clone(), evidence) else { return };
        let origin = self.calibrations.origin(open.record().id());
        if self.keep(CalibrationDocument { origin, ..CalibrationDocument::made(Content::Record(Box::new(record)), now) }, effects)
        {
            self.open_record(id);
        }
    }

    /// The store holds two versions of a document. A record that was opened here is the session's record.
    pub(in crate::state) fn merge_conflict(&mut self, mut conflict: Conflict) {
        let id = conflict.key.id.clone();
        let swapped = match conflict.other.as_deref() {
            Some(Document::Calibration(other)) => {
                let mut other = CalibrationDocument { origin: self.origin_of(other), ..(**other).clone() };
                let swapped = self.calibrations.own_first(&mut other);
                conflict.other = Some(Rc::new(Document::Calibration(Box::new(other))));
                swapped
            }
            _ => false,
        };
        self.conflicts.push(conflict);
        if swapped && self.calibrations.talk().is_some_and(|c| c.record().id() == id) {
            self.open_record(id);
        }
    }

    /// For an open document, and for a record with other originals, the reader chooses. Every other document takes the
    /// version of the other window.
    pub(in crate::state) fn document_changed_externally(
        &mut self,
        key: DocumentKey,
        theirs: Option<&Document>,
        effects: &mut Vec<Effect>,
    ) {
        let theirs =
            theirs.and_then(Document::calibration).map(|p| CalibrationDocument { origin: self.origin_of(p), ..p.clone() });
        self.take_document_version(key.clone(), theirs, effects);
        if self.conflict_of(&key).is_none() {
            effects.push(Effect::Acknowledge(key));
        }
    }

    fn take_document_version(&mut self, key: DocumentKey, theirs: Option<CalibrationDocument>, effects: &mut Vec<Effect>) {
        if theirs.as_ref() == self.calibrations.document(&key) {
            return;
        }
        let other = !self.calibrations.other_originals(theirs.as_ref()).is_empty();
        if other && theirs.as_ref().is_some_and(|theirs| self.resolve_originals(theirs, effects)) {
            return;
        }
        if other || self.calibrations.is_shown(&key) {
            self.set_conflict(key, theirs.map(|p| Rc::new(Document::Calibration(Box::new(p)))));
        } else if let Some(theirs) = theirs {
            self.calibrations.put(theirs);
        } else {
            self.remove_document(&key);
        }
    }

    /// Resolves a conflict over a document of a calibration. Originals in this browser are never replaced by others.
    pub(in crate::state) fn choose_document(&mut self, key: &DocumentKey, theirs: bool, effects: &mut Vec<Effect>) {
        let Some(conflict) = self.conflict_of(key).cloned() else { return };
        if theirs && !self.calibrations.other_originals(conflict.other_calibration()).is_empty() {
            return;
        }
        self.conflicts.retain(|c| *c != conflict);
        if conflict.copy.is_empty() {
            effects.push(Effect::Acknowledge(key.clone()));
        }
        match (conflict.other_calibration(), theirs) {
            (Some(other), true) => {
                // The origin stays: both versions have the same originals.
                let own = self.calibrations.document(key).is_some_and(CalibrationDocument::is_own);
                self.calibrations
                    .put(CalibrationDocument { origin: if own { Origin::Here } else { other.origin }, ..other.clone() });
                if key.kind == DocumentKind::Record {
                    self.open_record(key.id.clone());
                }
                effects.push(Effect::Save(key.clone()));
            }
            (None, true) => {
                self.remove_document(key);
                self.page = Page::Calibration;
            }
            (_, false) => effects.push(Effect::Save(key.clone())),
        }
        effects.extend([Effect::Flush, Effect::DropCopy { key: conflict.key, copy: conflict.copy }]);
    }
}

fn choose(calibrations: &mut Calibrations, at: usize, statement: usize) {
    let warm_up = &mut calibrations.warm_up;
    if warm_up.compared {
        return;
    }
    if warm_up.chosen.len() <= at {
        warm_up.chosen.resize(at + 1, None);
    }
    warm_up.chosen[at] = Some(statement);
}

fn rated_by(role: Role, [name, subject]: [String; 2], blank: Assessment) -> Assessment {
    Assessment {
        rater: Rater { role, name, ..Rater::default() },
        subject: Subject { name: subject, ..Subject::default() },
        ..blank
    }
}
