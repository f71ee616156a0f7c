//! Changes of other windows to a document, and the choice between the two versions.

use std::rc::Rc;

use super::{Document, DocumentKey, Effect, Page, State};
use crate::files::Stored;
use crate::model::assessment::{Answer, Assessment};
use crate::model::ladder::Ladder;
use crate::model::profile::check;

impl State {
    /// Another window changed or deleted an assessment. A version that the ladder in use cannot score stays in the store
    /// and is reported after the next load.
    pub(super) fn assessment_changed_externally(&mut self, id: &str, theirs: Option<Rc<Document>>, effects: &mut Vec<Effect>) {
        match theirs.as_deref() {
            None => match self.find_assessment(id).filter(|a| !a.session.is_empty()) {
                Some(a) => effects.push(Effect::FindSeal { id: id.to_owned(), session: a.session.clone(), role: a.rater.role }),
                None => self.take_version(id, None, effects),
            },
            Some(Document::Assessment(stored)) if check(self.ladder_of(&stored.assessment), &stored.assessment).is_ok() => {
                self.join_seal(id, &stored.seal);
                self.take_version(id, theirs, effects);
            }
            Some(_) => {}
        }
    }

    /// For the open assessment the reader chooses; any other takes the version of the other window.
    pub(super) fn take_version(&mut self, id: &str, theirs: Option<Rc<Document>>, effects: &mut Vec<Effect>) {
        let version = theirs.as_deref().and_then(Document::assessment);
        let key = DocumentKey::assessment(id);
        match self.assessments.iter().position(|r| r.id == id) {
            None => self.assessments.splice(0..0, version.cloned()).for_each(drop),
            Some(at) if self.current.as_deref() != Some(id) => match version {
                Some(version) => self.assessments[at] = version.clone(),
                None => self.take_away(id),
            },
            Some(at) if version == Some(&self.assessments[at]) => self.conflicts.retain(|c| c.key != key || !c.copy.is_empty()),
            Some(_) => self.set_conflict(key.clone(), theirs),
        }
        if self.conflict_of(&key).is_none() {
            effects.push(Effect::Acknowledge(key));
        }
    }

    /// Resolves a conflict over an assessment.
    pub(super) fn choose_assessment(&mut self, key: &DocumentKey, theirs: bool, effects: &mut Vec<Effect>) {
        let Some(at) = self.conflicts.iter().position(|c| c.key == *key) else { return };
        let conflict = self.conflicts.remove(at);
        if conflict.copy.is_empty() {
            effects.push(Effect::Acknowledge(key.clone()));
        }
        match conflict.other.as_deref() {
            Some(Document::Assessment(other)) if theirs => {
                let Stored { assessment, .. } = &**other;
                if let Some(record) = self.assessments.iter_mut().find(|r| r.id == key.id) {
                    record.clone_from(assessment);
                }
                self.undo_history = super::UndoHistory::default();
                effects.push(Effect::Save(key.clone()));
            }
            None if theirs => {
                self.take_away(&key.id);
                self.page = Page::Start;
            }
            _ => effects.push(Effect::Save(key.clone())),
        }
        effects.extend([Effect::Flush, Effect::DropCopy { key: conflict.key, copy: conflict.copy }]);
    }
}

/// The questions that two versions answer differently, with both answers.
pub fn differences<'a>(
    ladder: &Ladder,
    a: &'a Assessment,
    b: &'a Assessment,
) -> Vec<(usize, Option<&'a Answer>, Option<&'a Answer>)> {
    let rows =
        ladder.questions.iter().enumerate().map(|(q, question)| (q, a.answers.get(&question.id), b.answers.get(&question.id)));
    rows.filter(|(_, one, other)| one != other).collect()
}
