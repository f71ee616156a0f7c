//! The lazily loaded part of the reducer. The entry must not call it by name.

use std::rc::Rc;

use super::{Action, Contents, Document, DocumentKind, Effect, Page, State, advice};
use crate::files::{Stored, known};
use crate::model::snapshots::snapshot;

pub(super) fn reduce(state: &mut State, action: Action, effects: &mut Vec<Effect>) {
    match action {
        Action::FeaturesLoaded(ladder) => {
            state.ladders.complete(ladder);
            state.ladders.add(known());
            state.advise = advice;
        }
        Action::StoreLoaded(contents) => state.merge_store(Rc::unwrap_or_clone(contents), effects),
        Action::FileRead { name, found, alone, id } => state.read(name, Rc::unwrap_or_clone(found), alone, &id, effects),
        Action::Offered { offer, id } => state.read_offer(offer, &id, effects),
        Action::OfferTaken { id } => state.take_offer(&id, effects),
        Action::OfferDeclined => state.decline_offer(),
        Action::ImportAdded { import, id } => state.add_import(import, &id, effects),
        Action::OfferedAdded(id) => state.add_offered(&id, effects),
        Action::ImportsDismissed => state.dismiss_imports(effects),
        Action::Calibration(action) => state.change_calibrations(Rc::unwrap_or_clone(action), effects),
        Action::ExternalChange { key, theirs } => state.document_changed_externally(key, theirs.as_deref(), effects),
        Action::VersionChosen { key, theirs } => state.choose_document(&key, theirs, effects),
        Action::SetUpTaken { import, id, now } => state.begin_as_set_up(import, id, now, effects),
        Action::SnapshotTaken { id, why, now } => {
            let Some(copy) = state.assessment().map(|a| snapshot(a, id, now, why)) else { return };
            if let Err(problem) = state.possible(&copy) {
                return state.refuse(&problem);
            }
            effects.push(Effect::save(copy.id.clone()));
            state.assessments.push(copy);
        }
        Action::CarriedOver { id, now } => state.carry_over(id, now, effects),
        Action::GrowthChanged { change, now } => state.change_growth(Rc::unwrap_or_clone(change), now, effects),
        Action::ReadinessBegun { id, now } => state.begin_readiness(id, now, effects),
        _ => {}
    }
    state.date_imports(effects);
}

impl State {
    /// Adds the content of the store, restores the reader's location, and migrates a store of an earlier version, which
    /// then has to be written.
    fn merge_store(&mut self, contents: Contents, effects: &mut Vec<Effect>) {
        let Contents { documents, conflicts, unreadable_entries, location } = contents;
        for document in documents {
            match document {
                Document::Assessment(stored) => self.add_stored(*stored),
                Document::Calibration(document) => self.calibrations.add(*document),
            }
        }
        self.unreadable_entries.extend(unreadable_entries);
        self.adopt_documents(effects);
        if let Some(location) = location {
            self.restore(&location);
        }
        for conflict in conflicts {
            self.merge_conflict(conflict);
        }
        if self.assessment().is_some_and(|a| self.is_sealed(a))
            && matches!(self.page, Page::Question(..) | Page::All | Page::First)
        {
            self.page = Page::Check;
        }
    }

    /// Adds a stored assessment, unless one with its id is in the state.
    pub(super) fn add_stored(&mut self, stored: Stored) {
        let id = stored.assessment.id.clone();
        if self.find_assessment(&id).is_none() {
            self.last_exported.insert(id.clone(), stored.last_exported);
            self.seals.insert(id, stored.seal);
            self.assessments.push(stored.assessment);
        }
    }

    /// Restores the reader's location: the id of an assessment or a calibration session, and the name of a page.
    pub(super) fn restore(&mut self, (id, page): &(String, String)) {
        self.current = self.assessments.iter().find(|r| r.id == *id).map(|r| r.id.clone());
        let Some(page) = Page::parse(page, self.ladder()) else { return };
        if page.is_calibration() {
            self.calibrations.select_session(id);
        }
        if matches!(page, Page::Talk | Page::Record) {
            self.open_record(id.clone());
        } else if self.can_show(page) {
            self.page = page;
        } else if page.is_calibration() {
            self.page = Page::Calibration;
        }
    }

    /// Sets the time of imported documents.
    fn date_imports(&self, effects: &mut Vec<Effect>) {
        let undated = |effect: &Effect| match effect {
            Effect::Save(key) if key.kind != DocumentKind::Assessment => {
                self.calibrations.document(key).filter(|p| !p.is_own() && p.at.is_empty()).map(|_| key.clone())
            }
            _ => None,
        };
        let keys: Vec<_> = effects.iter().filter_map(undated).collect();
        if !keys.is_empty() {
            effects.push(Effect::Date(keys));
        }
    }
}
