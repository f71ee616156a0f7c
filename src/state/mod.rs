//! The app's state: all that can change on screen. One function changes it: [`reduce`].

mod action;
mod calibrations;
mod carry_over;
mod conflicts;
mod document;
mod effect;
mod growth;
mod host_offer;
mod imports;
mod mode;
mod navigation;
mod page;
mod reduce;
mod reduce_features;
mod undo;
mod validate;

use litemap::LiteMap;

use std::rc::Rc;

pub use action::{Action, Detail};
pub use calibrations::{CalibrationAction, Calibrations, CommitteeFiles, RevealInput, UnconfirmedSeal, WarmUp, code_of, fits};
pub use conflicts::differences;
pub use document::{Conflict, Contents, Document};
pub use effect::{Effect, HostEvent};
pub use growth::{BetField, DecisionField, GrowthChange, GrowthPage, PieceField};
pub use host_offer::Offer;
pub use imports::{Import, ImportStatus, UNASKED};
pub use mode::Mode;
pub use navigation::{Advise, advice, next_best, no_advice};
pub use page::{Page, Route};
pub use reduce::{reduce, reduce_entry};
pub use undo::UndoEntry;

pub use crate::documents::calibration::{CalibrationDocument, Content, DocumentKey, DocumentKind, Origin};
use crate::documents::seal::OwnSeal;
use crate::files::{self, FileError, Stored};
use crate::model::assessment::{Answer, Assessment, Choice};
use crate::model::ladder::Ladder;
use crate::model::ladders::{LadderInUse, Ladders};
use crate::model::scoring::Model;
use undo::UndoHistory;

/// Whether changes are saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing has been changed yet.
    #[default]
    Untouched,
    /// Saved, at this local time of day.
    Saved(String),
    /// Not saved, because storage is forbidden here.
    Denied,
    /// Not saved, because storage is full.
    Full,
    /// Not saved, because the host switched it off.
    Off,
    /// Not saved, because it could not be read again.
    Unreadable,
    /// Not saved, because the reader has not allowed it where other files can read it.
    NeedsConsent,
}

/// The reader's local day of an ISO 8601 time, `2026-11-30`.
pub type DayOf = fn(&str) -> String;

/// The day in UTC.
fn day_in_utc(time: &str) -> String {
    time.chars().take(10).collect()
}

/// A stored entry that could not be read and stays unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableEntry {
    /// Its key in the store.
    pub key: String,
    pub problem: FileError,
}

/// The state of the page.
#[derive(Clone, Debug)]
pub struct State {
    ladders: Ladders,
    advise: Advise,
    day_of: DayOf,
    assessments: Vec<Assessment>,
    unreadable_entries: Vec<UnreadableEntry>,
    current: Option<String>,
    mode: Mode,
    page: Page,
    /// The return page of a secondary page.
    return_page: Page,
    undo_history: UndoHistory,
    saving: Saving,
    /// When a file of an assessment was last saved, by its id.
    last_exported: LiteMap<String, String>,
    /// The state of an assessment's seal, by its id.
    seals: LiteMap<String, OwnSeal>,
    conflicts: Vec<Conflict>,
    /// Why the last change was refused.
    refused: String,
    imports: Vec<Import>,
    /// The imports since the page for files was opened.
    recent_imports: imports::RecentImports,
    offer: Option<Offer>,
    calibrations: Calibrations,
    /// How often the open content was replaced as a whole, by another window or by a choice between two versions.
    replacements: usize,
}

impl State {
    /// Starts with the content of the store, at the reader's last location: an assessment's id and a page's name. `advise`
    /// finds the most informative question; a page that never offers it passes [`no_advice`].
    pub fn new(
        ladder: impl Into<Rc<Ladder>>,
        advise: Advise,
        records: Vec<Stored>,
        unreadable_entries: Vec<UnreadableEntry>,
        location: Option<(String, String)>,
    ) -> Self {
        let ladders = files::ladders(ladder);
        let mut state = Self { advise, unreadable_entries, ..Self::with_ladders(ladders) };
        for stored in records {
            state.add_stored(stored);
        }
        if let Some(location) = location {
            state.restore(&location);
        }
        state
    }

    /// Starts empty; [`Action::FeaturesLoaded`] and [`Action::StoreLoaded`] add the rest.
    pub fn blank(ladder: impl Into<Rc<Ladder>>) -> Self {
        Self::with_ladders(Ladders::alone(ladder))
    }

    fn with_ladders(ladders: Ladders) -> Self {
        Self {
            ladders,
            advise: no_advice,
            day_of: day_in_utc,
            assessments: Vec::new(),
            unreadable_entries: Vec::new(),
            current: None,
            mode: Mode::default(),
            page: Page::Start,
            return_page: Page::Start,
            undo_history: UndoHistory::default(),
            saving: Saving::default(),
            last_exported: LiteMap::default(),
            seals: LiteMap::default(),
            conflicts: Vec::new(),
            refused: String::new(),
            imports: Vec::new(),
            offer: None,
            recent_imports: imports::RecentImports::default(),
            calibrations: Calibrations::default(),
            replacements: 0,
        }
    }

    /// The ladder that the open assessment names; without one the ladder in use.
    pub fn ladder(&self) -> &Rc<Ladder> {
        self.in_use().ladder()
    }

    /// The model of [`State::ladder`].
    pub fn model(&self) -> &Rc<Model> {
        self.in_use().model()
    }

    /// The ladder in use, and other revisions that documents may name.
    pub fn ladders(&self) -> &Ladders {
        &self.ladders
    }

    /// The ladder that an assessment is rated, shown and scored on.
    pub fn ladder_of(&self, a: &Assessment) -> &Rc<Ladder> {
        self.ladders.of(&a.ladder).ladder()
    }

    fn in_use(&self) -> &LadderInUse {
        self.assessment().map_or_else(|| self.ladders.current(), |a| self.ladders.of(&a.ladder))
    }

    /// The ladder that new assessments are made with.
    fn current_ladder(&self) -> &Rc<Ladder> {
        self.ladders.current().ladder()
    }

    pub fn assessments(&self) -> &[Assessment] {
        &self.assessments
    }

    /// The saved assessment with an id.
    pub fn find_assessment(&self, id: &str) -> Option<&Assessment> {
        self.assessments.iter().find(|r| r.id == id)
    }

    /// When a file of it was last saved, or empty.
    pub fn last_exported(&self, id: &str) -> &str {
        self.last_exported.get(id).map_or("", String::as_str)
    }

    /// Stored entries that could not be read.
    pub fn unreadable_entries(&self) -> &[UnreadableEntry] {
        &self.unreadable_entries
    }

    /// The assessment that is open.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.find_assessment(self.current.as_ref()?)
    }

    pub fn page(&self) -> Page {
        let (mode, page) = (self.mode, self.page);
        if mode.shows(page) && (mode != Mode::Profile || self.can_show(page)) {
            page
        } else if mode == Mode::Profile && (self.current.is_none() || self.is_level_withheld()) {
            Page::Open
        } else {
            mode.home()
        }
    }

    /// Whether the level of the open assessment is withheld.
    fn is_level_withheld(&self) -> bool {
        self.withholds(Page::Profile)
    }

    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Sets the mode. It is set before any action.
    #[must_use]
    pub fn with_mode(self, mode: Mode) -> Self {
        let page = if self.page == Page::Start { mode.home() } else { self.page };
        Self { return_page: mode.home(), page, mode, ..self }
    }

    /// Sets how a time becomes a local day. Without it days are those of UTC.
    #[must_use]
    pub fn with_days(self, day_of: DayOf) -> Self {
        Self { day_of, ..self }
    }

    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// The answer to a question of the open assessment, blank if there is none.
    pub fn answer(&self, question: usize) -> Answer {
        let id = &self.ladder().questions[question].id;
        self.assessment().and_then(|a| a.answers.get(id)).cloned().unwrap_or_default()
    }

    /// How often the open content was replaced as a whole, by another window or by a choice between two versions.
    pub fn replacements(&self) -> usize {
        self.replacements
    }

    /// Whether there is something to undo, and something to redo.
    pub fn can_undo_redo(&self) -> (bool, bool) {
        (!self.undo_history.done.is_empty(), !self.undo_history.undone.is_empty())
    }

    /// Resets the state after everything was deleted; the mode stays.
    fn empty(&mut self, store: Effect, effects: &mut Vec<Effect>) {
        effects.extend([store, Effect::ProbeStorage]);
        let (advise, day_of, replacements) = (self.advise, self.day_of, self.replacements);
        let blank = Self { advise, day_of, replacements, ..Self::with_ladders(self.ladders.clone()) };
        *self = blank.with_mode(self.mode);
    }

    fn show_page(&mut self, page: Page) {
        if self.can_show(page) {
            self.return_page = if page.is_secondary() && !self.page.is_secondary() { self.page } else { self.return_page };
            self.page = page;
        }
    }

    fn start(&mut self, id: String, now: String, effects: &mut Vec<Effect>) {
        let period = crate::model::assessment::Period::year_until(&(self.day_of)(&now));
        let mut blank = Assessment::blank(id.clone(), self.current_ladder(), period, now);
        blank.rater.role = self.mode.role();
        self.assessments.insert(0, blank);
        self.current = Some(id);
        // What prevented the last save prevents the next one, until a write succeeds.
        if matches!(self.saving, Saving::Saved(_)) {
            self.saving = Saving::Untouched;
        }
        self.undo_history = UndoHistory::default();
        self.page = self.ladders.current().order().first().map_or(Page::Check, |q| Page::Question(*q, Route::InOrder));
        effects.push(Effect::SaveLocation);
    }

    /// An assessment and its snapshots, by id.
    pub fn with_snapshots(&self, id: &str) -> Vec<String> {
        let of = |r: &&Assessment| r.snapshot.as_ref().is_some_and(|s| s.of == id);
        std::iter::once(id.to_owned()).chain(self.assessments.iter().filter(of).map(|r| r.id.clone())).collect()
    }

    /// Removes an assessment with its snapshots, and closes it if it was open.
    fn take_away(&mut self, id: &str) {
        let gone = self.with_snapshots(id);
        self.assessments.retain(|r| !gone.contains(&r.id));
        for id in &gone {
            self.seals.remove(id);
        }
        self.conflicts.retain(|c| !c.key.is_assessment() || c.key.id != id);
        if self.current.as_deref() == Some(id) {
            self.current = None;
            self.undo_history = UndoHistory::default();
            self.page = Page::Start;
        }
    }

    fn current_mut(&mut self) -> Option<&mut Assessment> {
        let id = self.current.clone()?;
        self.assessments.iter_mut().find(|r| r.id == id)
    }

    /// The open assessment, unless it is sealed.
    fn open_mut(&mut self) -> Option<&mut Assessment> {
        if self.assessment().is_some_and(|a| self.is_sealed(a)) {
            return None;
        }
        self.current_mut()
    }

    /// Changes one answer and records an undo entry. Typing in one field is one entry.
    fn edit(&mut self, question: usize, now: &str, typing: bool, effects: &mut Vec<Effect>, change: impl FnOnce(&mut Answer)) {
        let Some(id) = self.ladder().questions.get(question).map(|q| q.id.clone()) else { return };
        let Some(mut a) = self.open_mut().cloned() else { return };
        let before = a.answers.get(&id).cloned().unwrap_or_default();
        let mut after = before.clone();
        change(&mut after);
        if before == after {
            return;
        }
        put(&mut a, &id, after.clone());
        now.clone_into(&mut a.updated);
        if self.take(a, effects) {
            self.undo_history.push(UndoEntry { question: id, before, after, typing });
        }
    }

    fn undo_or_redo(&mut self, effects: &mut Vec<Effect>, step: fn(&mut UndoHistory) -> Option<(String, Answer)>) {
        let Some(mut a) = self.open_mut().cloned() else { return };
        let before = self.undo_history.clone();
        let Some((question, answer)) = step(&mut self.undo_history) else { return };
        put(&mut a, &question, answer);
        if !self.take(a, effects) {
            self.undo_history = before;
            return;
        }
        if let (Page::Question(_, way), Some(q)) = (self.page, self.ladder().question_index(&question)) {
            self.page = Page::Question(q, way);
        }
    }

    /// How many questions have any answer.
    pub fn answered(&self, a: &Assessment) -> usize {
        a.count(self.ladder_of(a), |x| x.choice.is_some())
    }

    /// Whether a question is answered on the scale.
    pub fn chosen(&self, question: usize) -> Option<Choice> {
        self.answer(question).choice
    }
}

/// Stores an answer, or removes a blank one.
fn put(a: &mut Assessment, question: &str, answer: Answer) {
    if answer.is_empty() {
        a.answers.remove(question);
    } else {
        a.answers.insert(question.to_owned(), answer);
    }
}
