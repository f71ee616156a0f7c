//! The one function that changes the state.

use super::undo::UndoHistory;
use super::{Action, DocumentKey, Effect, HostEvent, Mode, Page, Route, Saving, State, reduce_features};

/// Changes the state and returns the effects, in the order in which they are to be run.
pub fn reduce(state: &mut State, action: Action) -> Vec<Effect> {
    step(state, action, reduce_features::reduce)
}

/// [`reduce`] for the entry, without the actions that are loaded lazily.
pub fn reduce_entry(state: &mut State, action: Action) -> Vec<Effect> {
    step(state, action, |_, _, _| {})
}

/// `beyond` handles every action that the entry does not.
fn step(state: &mut State, action: Action, beyond: fn(&mut State, Action, &mut Vec<Effect>)) -> Vec<Effect> {
    let (before, refused) = (state.page, std::mem::take(&mut state.refused));
    let (offered, exported) = (matches!(action, Action::OfferTaken { .. }), matches!(action, Action::FileSaved { .. }));
    let mut effects = Vec::new();
    state.change(action, beyond, &mut effects);
    if state.mode != Mode::Profile && state.withholds(state.page) {
        state.page = Page::Check;
    }
    let turned = state.page != before;
    if turned {
        let replace = effects.contains(&Effect::Navigate { replace: true });
        effects.retain(|effect| !matches!(effect, Effect::Navigate { .. }));
        effects.extend([Effect::SaveLocation, Effect::Navigate { replace }]);
    }
    let saves = effects.iter().any(|effect| effect.assessment().is_some());
    // A refusal stays until a change is accepted, or another page is shown.
    if state.refused.is_empty() && !turned && !saves {
        state.refused = refused;
    }
    if saves && !offered && state.mode != Mode::Profile {
        let answered = state.assessment().map_or(0, |a| state.answered(a));
        effects.push(Effect::Emit(if exported { HostEvent::Export(answered) } else { HostEvent::Change(answered) }));
    }
    effects
}

impl State {
    fn change(&mut self, action: Action, beyond: fn(&mut Self, Action, &mut Vec<Effect>), effects: &mut Vec<Effect>) {
        match action {
            Action::SelfAssessmentStarted { id, now } => self.start(id, now, effects),
            Action::AssessmentOpened(id) => {
                self.current = self.assessments.iter().find(|r| r.id == id).map(|r| r.id.clone());
                self.undo_history = UndoHistory::default();
                self.page = self.resume();
                effects.push(Effect::SaveLocation);
            }
            Action::AssessmentDeleted(id) => {
                let gone = self.with_snapshots(&id).into_iter().map(DocumentKey::assessment).collect();
                self.take_away(&id);
                effects.extend([Effect::Delete(gone), Effect::SaveLocation]);
            }
            Action::AnswerChosen { question, choice, now } => {
                self.edit(question, &now, false, effects, |a| a.choice = Some(choice));
            }
            Action::AnswerCleared { question, now } => self.edit(question, &now, false, effects, |a| a.choice = None),
            Action::ExampleTyped { question, text, now } => self.edit(question, &now, true, effects, |a| a.example = text),
            Action::NoRoomTicked { question, ticked, now } => {
                self.edit(question, &now, false, effects, |a| a.no_room = ticked);
            }
            Action::DetailsChanged { change, now } => {
                if let Some(mut a) = self.open_mut().cloned() {
                    change.write(&mut a);
                    a.updated = now;
                    self.take(a, effects);
                }
            }
            Action::Continued => self.page = self.next_page(),
            Action::WentBack => self.page = self.backward(),
            Action::PageRequested(page) => self.show_page(page),
            Action::BestQuestionRequested => {
                self.page = self.best_question().map_or(Page::Profile, |q| Page::Question(q, Route::Best));
            }
            Action::Undone => self.undo_or_redo(effects, UndoHistory::undo),
            Action::Redone => self.undo_or_redo(effects, UndoHistory::redo),
            Action::SavingChanged(saving) => self.saving = saving,
            Action::StoringAllowed => {
                if self.saving == Saving::NeedsConsent {
                    self.saving = Saving::Untouched;
                }
                effects.extend([Effect::AllowStorage, Effect::SaveLocation]);
            }
            Action::EverythingDeleted => self.empty(Effect::DeleteEverything, effects),
            Action::EverythingDeletedExternally => self.empty(Effect::ForgetEverything, effects),
            Action::FileSaved { id, now } => {
                if self.find_assessment(&id).is_some() {
                    self.last_exported.insert(id.clone(), now);
                    effects.push(Effect::save(id));
                }
            }
            Action::ExternalChange { key, theirs } if key.is_assessment() => {
                self.assessment_changed_externally(&key.id, theirs, effects);
                self.count_replacement();
            }
            Action::DeletedExternally(id) => {
                self.take_version(&id, None, effects);
                self.count_replacement();
            }
            Action::VersionChosen { key, theirs } if key.is_assessment() => {
                self.choose_assessment(&key, theirs, effects);
                if theirs {
                    self.count_replacement();
                }
            }
            Action::ExternalChange { .. }
            | Action::VersionChosen { .. }
            | Action::FeaturesLoaded(_)
            | Action::StoreLoaded(_)
            | Action::FileRead { .. }
            | Action::ImportAdded { .. }
            | Action::OfferedAdded(_)
            | Action::ImportsDismissed
            | Action::Calibration(_)
            | Action::Offered { .. }
            | Action::OfferTaken { .. }
            | Action::OfferDeclined
            | Action::SetUpTaken { .. }
            | Action::SnapshotTaken { .. }
            | Action::CarriedOver { .. }
            | Action::GrowthChanged { .. }
            | Action::ReadinessBegun { .. } => beyond(self, action, effects),
        }
    }

    /// The content on screen was replaced, unless the reader has to choose first.
    fn count_replacement(&mut self) {
        self.replacements += usize::from(self.conflict().is_none());
    }
}
