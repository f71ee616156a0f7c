//! All that can change on screen. One function changes it: [`Session::apply`].

mod action;
mod beside;
mod desk;
mod features;
mod guard;
mod history;
mod mode;
mod offer;
mod page;
mod readings;
mod versions;
mod walk;

use litemap::LiteMap;

use std::cell::OnceCell;
use std::rc::Rc;

pub use action::{Action, Changed, Detail};
pub use beside::{Beside, BesideChange, BetField, DecisionField, PieceField};
pub use desk::{Collected, Desk, DeskAction, FreshSeal, PaperConflict, Typed, WarmUp, code_of, fits};
pub use history::Step;
pub use mode::Mode;
pub use offer::Offer;
pub use page::{Page, Way};
pub use readings::{Reading, Standing, UNASKED};
pub use versions::{Conflict, differences};
pub use walk::{Advise, advice, next_best, no_advice};

use super::assessment::{Answer, Assessment, Choice};
use super::codec::{Problem, Stored};
use super::ladder::Ladder;
use super::papers;
pub use super::papers::{Content, Origin, Paper, PaperKey, PaperKind};
use super::scoring::Model;
use super::seal::OwnSeal;
use history::History;

/// Whether what is on screen is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing has been changed yet.
    #[default]
    Untouched,
    /// Kept, at this local time of day.
    Saved(String),
    /// Not kept, because storage is forbidden here.
    Denied,
    /// Not kept, because storage is full.
    Full,
    /// Not kept, because whoever embedded the page switched it off.
    Off,
    /// Not kept, because it could not be opened again.
    Unreadable,
    /// Not kept, because the reader has not allowed it where others can read it.
    Asks,
}

/// The day of an ISO 8601 time, `2026-11-30`, where the reader is.
pub type DayOf = fn(&str) -> String;

/// The day in UTC.
fn day_in_utc(time: &str) -> String {
    time.chars().take(10).collect()
}

/// A stored record that could not be opened and is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unopened {
    /// Its key in the store.
    pub key: String,
    /// Why.
    pub problem: Problem,
}

/// The state of the page.
#[derive(Clone, Debug)]
pub struct Session {
    ladder: Rc<Ladder>,
    model: OnceCell<Rc<Model>>,
    advise: Advise,
    day_of: DayOf,
    records: Vec<Assessment>,
    unopened: Vec<Unopened>,
    current: Option<String>,
    mode: Mode,
    page: Page,
    /// Where a page that is only looked at leads back to.
    left: Page,
    order: Vec<usize>,
    history: History,
    saving: Saving,
    /// When a file of an assessment was last saved, by its id.
    filed: LiteMap<String, String>,
    /// What was sealed here of an assessment, by its id.
    seals: LiteMap<String, OwnSeal>,
    conflicts: Vec<Conflict>,
    /// Why the last change was not taken.
    refused: String,
    readings: Vec<Reading>,
    /// What came in since the page for files was opened.
    came: readings::Came,
    offer: Option<Offer>,
    desk: Desk,
    features: Option<features::Features>,
}

impl Session {
    /// Begins with what the store holds, at the place where the reader was: an assessment's id and a page's name.
    /// `advise` finds the question that tells most; a page that never offers it hands in [`no_advice`].
    pub fn new(
        ladder: impl Into<Rc<Ladder>>,
        advise: Advise,
        records: Vec<Stored>,
        unopened: Vec<Unopened>,
        place: Option<(String, String)>,
    ) -> Self {
        let mut session = Self { unopened, advise, features: Some(features::apply), ..Self::blank(ladder) };
        for stored in records {
            session.add_stored(stored);
        }
        if let Some((id, page)) = place {
            session.current = session.records.iter().find(|r| r.id == id).map(|r| r.id.clone());
            session.page = Page::parse(&page, &session.ladder).filter(|p| session.can_show(*p)).unwrap_or_default();
        }
        session
    }

    /// Begins with nothing, and can do what the questions need until [`Session::complete`] brings the rest.
    pub fn blank(ladder: impl Into<Rc<Ladder>>) -> Self {
        let ladder = ladder.into();
        Self {
            model: OnceCell::new(),
            advise: no_advice,
            day_of: day_in_utc,
            order: ladder.walk_order(),
            ladder,
            records: Vec::new(),
            unopened: Vec::new(),
            current: None,
            mode: Mode::default(),
            page: Page::Start,
            left: Page::Start,
            history: History::default(),
            saving: Saving::default(),
            filed: LiteMap::default(),
            seals: LiteMap::default(),
            conflicts: Vec::new(),
            refused: String::new(),
            readings: Vec::new(),
            offer: None,
            came: readings::Came::default(),
            desk: Desk::default(),
            features: None,
        }
    }

    /// The ladder in use.
    pub fn ladder(&self) -> &Rc<Ladder> {
        &self.ladder
    }

    /// The scorer for it.
    pub fn model(&self) -> &Rc<Model> {
        self.model.get_or_init(|| Rc::new(Model::new(&self.ladder)))
    }

    /// The saved assessments.
    pub fn records(&self) -> &[Assessment] {
        &self.records
    }

    /// The saved assessment with an id.
    pub fn record(&self, id: &str) -> Option<&Assessment> {
        self.records.iter().find(|r| r.id == id)
    }

    /// When a file of it was last saved, or empty.
    pub fn filed(&self, id: &str) -> &str {
        self.filed.get(id).map_or("", String::as_str)
    }

    /// Records that could not be opened.
    pub fn unopened(&self) -> &[Unopened] {
        &self.unopened
    }

    /// The assessment that is open.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.record(self.current.as_ref()?)
    }

    /// What is on screen.
    pub fn page(&self) -> Page {
        let (mode, page) = (self.mode, self.page);
        if mode.shows(page) && (mode != Mode::Profile || self.can_show(page)) {
            page
        } else if mode == Mode::Profile && (self.current.is_none() || self.kept_back()) {
            Page::Open
        } else {
            mode.home()
        }
    }

    /// Whether the profile of what is open is held back.
    fn kept_back(&self) -> bool {
        self.keeps_back(Page::Profile)
    }

    /// What the page is for.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Says what the page is for. That is settled before anything else happens.
    #[must_use]
    pub fn with_mode(self, mode: Mode) -> Self {
        let page = if self.page == Page::Start { mode.home() } else { self.page };
        Self { left: mode.home(), page, mode, ..self }
    }

    /// Says how a time becomes a day where the reader is. Without it days are those of UTC.
    #[must_use]
    pub fn with_days(self, day_of: DayOf) -> Self {
        Self { day_of, ..self }
    }

    /// Whether it is kept.
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// The answer to a question of the open assessment, blank if there is none.
    pub fn answer(&self, question: usize) -> Answer {
        let id = &self.ladder.questions[question].id;
        self.assessment().and_then(|a| a.answers.get(id)).cloned().unwrap_or_default()
    }

    /// Whether an answer can be taken back, and whether one can be restored.
    pub fn can_undo_redo(&self) -> (bool, bool) {
        (!self.history.done.is_empty(), !self.history.undone.is_empty())
    }

    /// Changes the state. What has to be kept or shown anew is in the answer.
    pub fn apply(&mut self, action: Action) -> Changed {
        let (before, refused) = (self.page, std::mem::take(&mut self.refused));
        let mut changed = Changed::default();
        match action {
            Action::SelfAssessmentStarted { id, now } => self.start(id, now, &mut changed),
            Action::AssessmentOpened(id) => {
                self.current = self.records.iter().find(|r| r.id == id).map(|r| r.id.clone());
                self.history = History::default();
                self.page = self.resume();
                changed.place = true;
            }
            Action::AssessmentDeleted(id) => {
                self.take_away(&id);
                changed.place = true;
            }
            Action::AnswerChosen { question, choice, now } => {
                self.edit(question, &now, false, &mut changed, |a| a.choice = Some(choice));
            }
            Action::AnswerCleared { question, now } => {
                self.edit(question, &now, false, &mut changed, |a| a.choice = None);
            }
            Action::ExampleTyped { question, text, now } => {
                self.edit(question, &now, true, &mut changed, |a| a.example = text);
            }
            Action::NoRoomTicked { question, ticked, now } => {
                self.edit(question, &now, false, &mut changed, |a| a.no_room = ticked);
            }
            Action::DetailsChanged { change, now } => {
                if let Some(mut a) = self.open_mut().cloned() {
                    change.write(&mut a);
                    a.updated = now;
                    self.take(a, &mut changed);
                }
            }
            Action::Continued => self.page = self.onward(),
            Action::WentBack => self.page = self.backward(),
            Action::PageAsked(page) => self.turn_to(page),
            Action::BestQuestionAsked => self.page = self.best_question().map_or(Page::Profile, |q| Page::Question(q, Way::Best)),
            Action::Undone => self.step_history(&mut changed, History::undo),
            Action::Redone => self.step_history(&mut changed, History::redo),
            Action::SavingChanged(saving) => {
                changed.saving = self.saving != saving;
                self.saving = saving;
            }
            Action::StoringAllowed => {
                if self.saving == Saving::Asks {
                    self.saving = Saving::Untouched;
                }
                (changed.saving, changed.place) = (true, true);
            }
            Action::EverythingDeleted | Action::EverythingDeletedElsewhere => self.empty(),
            beyond @ (Action::FileRead { .. }
            | Action::ReadingKept { .. }
            | Action::OfferedKept(_)
            | Action::ReadingsTakenAway
            | Action::Desk(_)
            | Action::Offered { .. }
            | Action::OfferTaken { .. }
            | Action::OfferDeclined
            | Action::SetUpTaken { .. }
            | Action::SnapshotTaken { .. }
            | Action::BesideChanged { .. }
            | Action::ReadinessBegun { .. }) => self.beyond(beyond, &mut changed),
            Action::FileSaved { id, now } => {
                if self.record(&id).is_some() {
                    self.filed.insert(id.clone(), now);
                    changed.records.push(id);
                }
            }
            Action::ChangedElsewhere { id, theirs } => self.changed_elsewhere(id, theirs),
            Action::SealHeard { id, seal } => self.hear_seal(&id, &seal),
            Action::ConflictFound(conflict) => self.conflicts.push(conflict),
            Action::KeptMine => self.choose_version(false, &mut changed),
            Action::KeptTheirs => self.choose_version(true, &mut changed),
        }
        if self.mode != Mode::Profile && self.keeps_back(self.page) {
            self.page = Page::Check;
        }
        changed.page = self.page != before;
        changed.place |= changed.page;
        // It stands until something else is taken, or another page is shown.
        if self.refused.is_empty() && !changed.page && changed.records.is_empty() {
            self.refused = refused;
        }
        changed
    }

    /// As after everything was deleted: what the page is for stays.
    fn empty(&mut self) {
        let (model, advise, features, day_of) = (self.model.clone(), self.advise, self.features, self.day_of);
        let blank = Self { model, advise, day_of, features, ..Self::blank(Rc::clone(&self.ladder)) };
        *self = blank.with_mode(self.mode);
    }

    fn turn_to(&mut self, page: Page) {
        if self.can_show(page) {
            self.left = if page.is_aside() && !self.page.is_aside() { self.page } else { self.left };
            self.page = page;
        }
    }

    fn start(&mut self, id: String, now: String, changed: &mut Changed) {
        let period = super::assessment::Period::year_until(&(self.day_of)(&now));
        let mut blank = Assessment::blank(id.clone(), &self.ladder, period, now);
        blank.rater.role = self.mode.role();
        self.records.insert(0, blank);
        self.current = Some(id);
        // What kept the last one from being saved keeps this one, too, until a write says otherwise.
        if matches!(self.saving, Saving::Saved(_)) {
            self.saving = Saving::Untouched;
        }
        self.history = History::default();
        self.page = self.order.first().map_or(Page::Check, |q| Page::Question(*q, Way::Onward));
        changed.place = true;
    }

    /// A record and the snapshots of it, by id.
    pub fn with_snapshots(&self, id: &str) -> Vec<String> {
        let of = |r: &&Assessment| r.snapshot.as_ref().is_some_and(|s| s.of == id);
        std::iter::once(id.to_owned()).chain(self.records.iter().filter(of).map(|r| r.id.clone())).collect()
    }

    /// Takes a record out of the list with its snapshots, and leaves it if it was open.
    fn take_away(&mut self, id: &str) {
        let gone = self.with_snapshots(id);
        self.records.retain(|r| !gone.contains(&r.id));
        for id in &gone {
            self.seals.remove(id);
        }
        self.conflicts.retain(|c| c.id != id);
        if self.current.as_deref() == Some(id) {
            self.current = None;
            self.history = History::default();
            self.page = Page::Start;
        }
    }

    fn current_mut(&mut self) -> Option<&mut Assessment> {
        let id = self.current.clone()?;
        self.records.iter_mut().find(|r| r.id == id)
    }

    /// The open assessment, unless it lies under a seal.
    fn open_mut(&mut self) -> Option<&mut Assessment> {
        if self.assessment().is_some_and(|a| self.is_sealed(a)) {
            return None;
        }
        self.current_mut()
    }

    /// Changes one answer and remembers how it was. Typing in one field is one step.
    fn edit(&mut self, question: usize, now: &str, typing: bool, changed: &mut Changed, change: impl FnOnce(&mut Answer)) {
        let Some(id) = self.ladder.questions.get(question).map(|q| q.id.clone()) else { return };
        let Some(mut a) = self.open_mut().cloned() else { return };
        let before = a.answers.get(&id).cloned().unwrap_or_default();
        let mut after = before.clone();
        change(&mut after);
        if before == after {
            return;
        }
        put(&mut a, &id, after.clone());
        now.clone_into(&mut a.updated);
        if self.take(a, changed) {
            self.history.push(Step { question: id, before, after, typing });
        }
    }

    fn step_history(&mut self, changed: &mut Changed, step: fn(&mut History) -> Option<(String, Answer)>) {
        let Some(mut a) = self.open_mut().cloned() else { return };
        let before = self.history.clone();
        let Some((question, answer)) = step(&mut self.history) else { return };
        put(&mut a, &question, answer);
        if !self.take(a, changed) {
            self.history = before;
            return;
        }
        if let (Page::Question(_, way), Some(q)) = (self.page, self.ladder.question_index(&question)) {
            self.page = Page::Question(q, way);
        }
    }

    /// How many questions have any answer.
    pub fn answered(&self, a: &Assessment) -> usize {
        a.count(&self.ladder, |x| x.choice.is_some())
    }

    /// Whether a question is answered on the scale.
    pub fn chosen(&self, question: usize) -> Option<Choice> {
        self.answer(question).choice
    }
}

/// Keeps an answer, or removes what has become blank.
fn put(a: &mut Assessment, question: &str, answer: Answer) {
    if answer.is_empty() {
        a.answers.remove(question);
    } else {
        a.answers.insert(question.to_owned(), answer);
    }
}
