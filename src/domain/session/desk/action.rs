//! What can happen at the desk, named as things that happened.

use super::super::papers::{Content, Origin, Paper, PaperKey, PaperKind};
use super::super::{Changed, History, Page, Session};
use super::{Desk, PaperConflict, WarmUp, code_of};
use crate::domain::assessment::{Assessment, Period, Rater, Role, Subject};
use crate::domain::calibration::{Calibration, Event, Mark};
use crate::domain::codec::{Problem, readable_paper};
use crate::domain::seal::{Invitation, OwnSeal};

/// What one side brought to the reveal, as it was typed or pasted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The code.
    pub code: String,
    /// The opening number.
    pub opening: String,
}

/// Something that happened at the desk. Times are ISO 8601; they, ids and random bytes come from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskAction {
    /// An invitation was made.
    InvitationMade {
        /// It.
        invitation: Box<Invitation>,
        /// The time.
        now: String,
    },
    /// A paper was deleted.
    PaperDeleted(PaperKey),
    /// A page about a session was asked for.
    SessionTurnedTo {
        /// The session.
        session: String,
        /// The page.
        page: Page,
    },
    /// Somebody began to rate for a session.
    RatingStarted {
        /// The session.
        session: String,
        /// In which role.
        role: Role,
        /// The rater's name, or empty.
        name: String,
        /// The name of the person who is rated, or empty.
        subject: String,
        /// A new id.
        id: String,
        /// The time.
        now: String,
    },
    /// *Seal my ratings*.
    SealPressed {
        /// Whether both rate on this laptop, so that every readable copy has to go.
        one_laptop: bool,
        /// Bytes of the system's generator; none without one.
        bytes: Vec<u8>,
        /// The time.
        now: String,
    },
    /// A readable copy could not be removed from the store.
    CopyLeft,
    /// Code and opening number were noted.
    SealNoted,
    /// Whether the sealed file that [`Changed::confirm`] named is in the store now.
    SealWritten(bool),
    /// The sealed file could not be written, and the readable copies are to go all the same.
    ReadableGivenUp,
    /// Sealed ratings were opened again, to be sealed anew.
    OpenedAgain(String),
    /// Another window sealed ratings and removed their readable copies.
    SealedElsewhere(String),
    /// *Reveal*. In the order of the invitation's roles.
    RevealPressed {
        /// Codes and opening numbers.
        typed: Box<[Typed; 2]>,
        /// The time.
        now: String,
    },
    /// A side did not open its file; that is put on record.
    NotOpened {
        /// Which.
        role: Role,
        /// The time.
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
        /// A new id.
        id: String,
        /// What is new.
        evidence: String,
        /// The time.
        now: String,
    },
    /// Another dossier of the warm-up was opened.
    DossierOpened(usize),
    /// A statement of the warm-up was chosen.
    WarmUpChosen {
        /// Its place in the dossier.
        at: usize,
        /// The statement.
        statement: usize,
    },
    /// The authors' answers were asked for.
    WarmUpCompared,
    /// A committee member began a sheet on a record.
    ReviewStarted {
        /// The record.
        record: String,
        /// A new id.
        id: String,
        /// The time.
        now: String,
    },
    /// A committee member began a blind rating.
    BlindStarted {
        /// The member's name, or empty.
        name: String,
        /// The name of the person who is rated, or empty.
        subject: String,
        /// A new id.
        id: String,
        /// The time.
        now: String,
    },
    /// A member's sheet was opened; empty closes it.
    ReviewOpened(String),
    /// The member was named.
    MemberNamed {
        /// The name.
        name: String,
        /// The time.
        now: String,
    },
    /// A member marked a question.
    Marked {
        /// The question, by index.
        question: usize,
        /// How.
        mark: Mark,
        /// The time.
        now: String,
    },
    /// A member's line was edited.
    LineTyped {
        /// The question, by index.
        question: usize,
        /// The whole line.
        words: String,
        /// The time.
        now: String,
    },
    /// The names behind the answers were asked for, or hidden again.
    NamesAsked(bool),
    /// What a committee had put together was put away.
    CollectionEmptied,
    /// Another window changed or deleted a paper.
    PaperChangedElsewhere {
        /// Which.
        key: PaperKey,
        /// The version there.
        theirs: Option<Box<Paper>>,
    },
    /// The record with other originals than the one here was asked for.
    OtherRecordShown,
    /// It was put away.
    OtherRecordPutAway,
    /// Two versions of a paper were found that nobody has chosen between.
    PaperConflictFound(PaperConflict),
    /// Papers came in that are new here.
    PapersCame {
        /// Which.
        keys: Vec<PaperKey>,
        /// The time.
        now: String,
    },
    /// Of two versions of the paper that is shown one was kept.
    PaperKept {
        /// Whether it is the other one.
        theirs: bool,
    },
}

impl Session {
    pub(in crate::domain::session) fn at_desk(&mut self, action: DeskAction, changed: &mut Changed) {
        match action {
            DeskAction::InvitationMade { invitation, now } => {
                let session = invitation.session.as_str().to_owned();
                if self.keep(Paper::made(Content::Invitation(invitation), now), changed) {
                    self.desk.session = session;
                }
            }
            DeskAction::PaperDeleted(key) => {
                self.desk.take_away(&key);
                self.page = if self.can_show(self.page) { self.page } else { Page::Calibration };
                changed.place = true;
            }
            DeskAction::SessionTurnedTo { session, page } => {
                self.desk.session = session;
                self.desk.faults.clear();
                self.desk.said.clear();
                self.page = if self.can_show(page) { page } else { self.page };
                changed.place = true;
            }
            DeskAction::RatingStarted { session, role, name, subject, id, now } => {
                self.start_rating(&session, role, [name, subject], id, now, changed);
            }
            DeskAction::SealPressed { one_laptop, bytes, now } => self.seal(one_laptop, &bytes, now, changed),
            DeskAction::CopyLeft => self.desk.copy_left = true,
            DeskAction::SealNoted => self.noted(changed),
            DeskAction::SealWritten(written) => self.written(written, changed),
            DeskAction::ReadableGivenUp => self.give_up_readable(changed),
            DeskAction::OpenedAgain(id) => self.lift(&id, changed),
            DeskAction::SealedElsewhere(id) => self.leave_rating(&id),
            DeskAction::RevealPressed { typed, now } => self.reveal(&typed, now, changed),
            DeskAction::NotOpened { role, now } => self.not_opened(role, now, changed),
            DeskAction::RecordOpened(id) => self.open_record(id),
            DeskAction::Talked(event) => self.talk(event, changed),
            DeskAction::AnswersHidden(hidden) => self.desk.hidden = hidden,
            DeskAction::SecondLookTaken { id, evidence, now } => self.second_look(id, &evidence, now, changed),
            DeskAction::DossierOpened(dossier) => self.desk.warm_up = WarmUp { dossier, ..WarmUp::default() },
            DeskAction::WarmUpChosen { at, statement } => choose(&mut self.desk, at, statement),
            DeskAction::WarmUpCompared => self.desk.warm_up.compared = true,
            DeskAction::ReviewStarted { record, id, now } => self.start_review(&record, id, now, changed),
            DeskAction::BlindStarted { name, subject, id, now } => self.start_blind([name, subject], id, now, changed),
            DeskAction::ReviewOpened(id) => self.desk.sheet = id,
            DeskAction::MemberNamed { name, now } => self.edit_review(now, changed, |r| r.member = name),
            DeskAction::Marked { question, mark, now } => self.mark(question, Some(mark), None, now, changed),
            DeskAction::LineTyped { question, words, now } => self.mark(question, None, Some(words), now, changed),
            DeskAction::NamesAsked(names) => self.desk.collected.names = names,
            DeskAction::CollectionEmptied => self.desk.collected = super::Collected::default(),
            DeskAction::PaperChangedElsewhere { key, theirs } => self.paper_changed_elsewhere(key, theirs, changed),
            DeskAction::OtherRecordShown => self.show_other(),
            DeskAction::OtherRecordPutAway => self.put_other_away(),
            DeskAction::PaperConflictFound(mut conflict) => {
                if let Some(other) = &mut conflict.other {
                    other.origin = self.origin_of(other);
                }
                let id = conflict.key.id.clone();
                let changed_places = self.desk.own_first(&mut conflict);
                self.desk.conflicts.push(conflict);
                if changed_places && self.desk.calibration().is_some_and(|c| c.record().id() == id) {
                    self.open_record(id);
                }
            }
            DeskAction::PaperKept { theirs } => self.choose_paper(theirs, changed),
            DeskAction::PapersCame { keys, now } => {
                let new = |p: &&mut Paper| !p.is_own() && p.at.is_empty() && keys.contains(&p.key());
                self.desk.papers.iter_mut().filter(new).for_each(|p| p.at.clone_from(&now));
            }
        }
    }

    /// Files a paper and has it written. `false` if it could not be read again: then nothing changes, and the page says so.
    pub(super) fn keep(&mut self, paper: Paper, changed: &mut Changed) -> bool {
        if let Err(problem) = readable_paper(&paper) {
            self.refuse(&problem);
            return false;
        }
        changed.papers.push(self.desk.put(paper));
        true
    }

    fn start_rating(
        &mut self,
        session: &str,
        role: Role,
        [name, subject]: [String; 2],
        id: String,
        now: String,
        changed: &mut Changed,
    ) {
        let Some(invitation) = self.desk.invitation(session).filter(|i| i.roles.contains(&role)).cloned() else { return };
        let period = Period { extra: serde_json::Map::new(), ..invitation.period.clone() };
        let subject = if role == Role::SelfRater { name.clone() } else { subject };
        self.name_subject(session, &subject, changed);
        session.clone_into(&mut self.desk.session);
        let session = session.to_owned();
        let number = self.own_number(&session, role);
        if number > 0 {
            // Rating again after a seal: the seal does not lie over what is new.
            self.put_seal(&id, OwnSeal { number, lifted: true, ..OwnSeal::default() }, changed);
        }
        let blank = Assessment::blank(id, &self.ladder, period, now);
        self.begin(Assessment { session, ..rated_by(role, [name, subject], blank) }, changed);
    }

    /// A blind rating of the role *committee*: the core alone, for no session of two.
    fn start_blind(&mut self, names: [String; 2], id: String, now: String, changed: &mut Changed) {
        let blank = Assessment::blank(id, &self.ladder, Period::year_until(&(self.day_of)(&now)), now);
        self.begin(rated_by(Role::Committee, names, blank), changed);
    }

    fn begin(&mut self, rating: Assessment, changed: &mut Changed) {
        let id = rating.id.clone();
        if !self.take(rating, changed) {
            return;
        }
        self.current = Some(id);
        self.history = History::default();
        self.page = self.resume();
        changed.place = true;
    }

    /// Takes readable ratings out of memory, with everything that could bring them back.
    pub(super) fn leave_rating(&mut self, id: &str) {
        let page = self.page;
        let was_open = self.current.as_deref() == Some(id);
        self.take_away(id);
        self.page = if was_open { Page::Calibration } else { page };
        self.left = Page::Start;
        self.readings.clear();
    }

    pub(in crate::domain::session) fn open_record(&mut self, id: String) {
        let Some(record) = self.desk.record(&id).cloned() else { return };
        let model = self.model().clone();
        match Calibration::resume(&self.ladder, &model, record) {
            Ok(open) => {
                self.page = if open.record().finished().is_some() { Page::Record } else { Page::Talk };
                self.desk.open = Some(Box::new(open));
                self.desk.session = id;
            }
            Err(problem) => self.desk.said = format!("This record cannot be opened: {problem}."),
        }
    }

    fn talk(&mut self, event: Event, changed: &mut Changed) {
        let Some(open) = &mut self.desk.open else { return };
        let question = open.position();
        let (ended, long) = (matches!(event, Event::Finished { .. }), event.is_too_long());
        if !open.apply(event) {
            if long {
                self.refuse(&Problem::whole("a line of a session is at most 2,000 characters long"));
            }
            return;
        }
        changed.heading = open.position() != question && !ended;
        let record = Box::new(open.record().clone());
        let (id, at) = (record.id().to_owned(), record.started().to_owned());
        let origin = self.desk.origin(&id);
        if !self.keep(Paper { origin, ..Paper::made(Content::Record(record), at) }, changed) {
            // The session goes on as it is kept.
            self.open_record(id);
        } else if ended {
            self.page = Page::Record;
        }
    }

    fn second_look(&mut self, id: String, evidence: &str, now: String, changed: &mut Changed) {
        let Some(open) = &self.desk.open else { return };
        let code = code_of(open.record()).to_string();
        let Some(record) = open.record().second_look(id.clone(), code, now.clone(), evidence) else { return };
        let origin = self.desk.origin(open.record().id());
        if self.keep(Paper { origin, ..Paper::made(Content::Record(Box::new(record)), now) }, changed) {
            self.open_record(id);
        }
    }

    /// What is open here is asked about, and so is a record with other originals; every other paper follows the other window.
    fn paper_changed_elsewhere(&mut self, key: PaperKey, theirs: Option<Box<Paper>>, changed: &mut Changed) {
        let mut theirs = theirs;
        if let Some(paper) = &mut theirs {
            paper.origin = self.origin_of(paper);
        }
        if theirs.as_deref() == self.desk.paper(&key) {
            return;
        }
        let other = !self.desk.other_originals(theirs.as_deref()).is_empty();
        if other && theirs.as_deref().is_some_and(|theirs| self.settle_originals(theirs, changed)) {
            return;
        }
        if other || self.desk.is_shown(&key) {
            self.desk.conflicts.retain(|c| c.key != key || !c.aside.is_empty());
            self.desk.conflicts.insert(0, PaperConflict { key, other: theirs, aside: String::new() });
        } else if let Some(theirs) = theirs {
            self.desk.put(*theirs);
        } else {
            self.desk.take_away(&key);
        }
    }

    fn choose_paper(&mut self, theirs: bool, changed: &mut Changed) {
        let Some(conflict) = self.desk.conflict().cloned() else { return };
        if theirs && !self.desk.other_originals(conflict.other.as_deref()).is_empty() {
            return;
        }
        self.desk.conflicts.retain(|c| *c != conflict);
        match conflict.other {
            Some(mut other) if theirs => {
                // What was opened here stays so: both versions are about the same originals.
                if self.desk.paper(&conflict.key).is_some_and(Paper::is_own) {
                    other.origin = Origin::Here;
                }
                self.desk.put(*other);
                if conflict.key.kind == PaperKind::Record {
                    self.open_record(conflict.key.id.clone());
                }
            }
            None if theirs => {
                self.desk.take_away(&conflict.key);
                self.page = Page::Calibration;
                return;
            }
            _ => {}
        }
        changed.papers.push(conflict.key);
    }
}

fn choose(desk: &mut Desk, at: usize, statement: usize) {
    let warm_up = &mut desk.warm_up;
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
