//! A window of the page with a store in memory: the reducer and the repository, connected as in the root component, without
//! a browser.

use ladder_calibration::files::{default_ladder, default_ladders};
use ladder_calibration::state::{
    Action, CalibrationAction, Contents, DocumentKey, Effect, Mode, Saving, State, no_advice, reduce,
};
use ladder_calibration::store::{Memory, Repository, keys};

pub(crate) struct Window<'a> {
    pub(crate) store: &'a Memory,
    pub(crate) state: State,
    pub(crate) repository: Repository,
}

/// A repository of all kinds of documents.
pub(crate) fn repository(name: &str) -> Repository {
    let mut repository = Repository::new(name.into());
    repository.add_calibrations();
    repository
}

/// All documents.
pub(crate) fn everything(store: &Memory) -> Contents {
    repository("reader").load(store, &default_ladders(), Mode::default())
}

impl<'a> Window<'a> {
    pub(crate) fn open(store: &'a Memory, name: &str) -> Self {
        Self::open_as(store, name, Mode::default())
    }

    pub(crate) fn open_as(store: &'a Memory, name: &str, mode: Mode) -> Self {
        let mut repository = repository(name);
        let contents = repository.load(store, &default_ladders(), mode);
        let state = State::new(default_ladder(), no_advice, Vec::new(), Vec::new(), None).with_mode(mode);
        let mut window = Self { store, state, repository };
        window.dispatch(Action::StoreLoaded(contents.into()));
        window
    }

    /// Dispatches an action. Nothing is written before [`Window::flush`] but what the reducer has written at once. Returns
    /// all effects, with those of the resulting actions.
    pub(crate) fn dispatch(&mut self, action: Action) -> Vec<Effect> {
        let effects = reduce(&mut self.state, action);
        let mut all = effects.clone();
        for effect in effects {
            for action in self.run(effect) {
                all.extend(self.dispatch(action));
            }
        }
        all
    }

    /// Dispatches an action, and flushes.
    pub(crate) fn happens(&mut self, action: Action) -> Vec<Effect> {
        let effects = self.dispatch(action);
        self.flush();
        effects
    }

    pub(crate) fn change_calibrations(&mut self, action: CalibrationAction) -> Vec<Effect> {
        self.happens(Action::calibrations(action))
    }

    /// Flushes, and handles changes of another window. Returns whether changes are saved.
    pub(crate) fn flush(&mut self) -> Option<Saving> {
        let mut said = None;
        for action in self.run(Effect::Flush) {
            if let Action::SavingChanged(saving) = &action {
                said = Some(saving.clone());
            }
            self.dispatch(action);
        }
        said
    }

    /// The browser's event that another window changed a document.
    pub(crate) fn listen(&mut self, key: &DocumentKey) {
        let slot = format!("{}{}/{}", keys::PREFIX, key.kind.word(), key.id);
        for action in self.repository.external_changes(self.store, &self.state, Some(&slot)) {
            self.dispatch(action);
        }
    }

    /// The browser's event that another window changed an assessment.
    pub(crate) fn hears_of(&mut self, id: &str) {
        self.listen(&DocumentKey::assessment(id));
    }

    /// Runs one effect.
    pub(crate) fn run(&mut self, effect: Effect) -> Vec<Action> {
        self.repository.run(self.store, &self.state, effect, || "10:00".into())
    }

    /// Writes what was changed without this window.
    pub(crate) fn keep(&mut self, effects: &[Effect]) {
        for effect in effects {
            self.run(effect.clone());
        }
        self.flush();
    }

    /// Marks a document as dirty without a change.
    pub(crate) fn mark_dirty(&mut self, keys: impl IntoIterator<Item = DocumentKey>) {
        for key in keys {
            self.run(Effect::Save(key));
        }
    }
}
