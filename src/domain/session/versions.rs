//! Two versions of one record, made in two windows: both are kept until somebody chooses.

use super::{Changed, Page, Session};
use crate::domain::assessment::{Answer, Assessment};
use crate::domain::ladder::Ladder;

/// Two versions of one record that nobody has chosen between yet. The one that is shown is among the records.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The record's id.
    pub id: String,
    /// The other version; `None` if the record was deleted there.
    pub other: Option<Box<Assessment>>,
    /// The key that the other version is kept under, if it is not the record's own: then the shown one is put aside.
    pub aside: String,
}

impl Session {
    /// The versions of the open assessment that wait for a choice.
    pub fn conflict(&self) -> Option<&Conflict> {
        self.conflict_of(self.current.as_deref()?)
    }

    /// The versions of a record that wait for a choice.
    pub fn conflict_of(&self, id: &str) -> Option<&Conflict> {
        self.conflicts.iter().find(|c| c.id == id)
    }

    /// What is open is asked about; what nobody works on here follows the other window.
    pub(super) fn changed_elsewhere(&mut self, id: String, theirs: Option<Box<Assessment>>) {
        let Some(at) = self.records.iter().position(|r| r.id == id) else {
            if let Some(theirs) = theirs {
                self.records.insert(0, *theirs);
            }
            return;
        };
        if self.current.as_deref() != Some(&id) {
            match theirs {
                Some(theirs) => self.records[at] = *theirs,
                None => self.take_away(&id),
            }
            return;
        }
        let differs = theirs.as_deref() != Some(&self.records[at]);
        self.conflicts.retain(|c| c.id != id || !c.aside.is_empty());
        if differs {
            self.conflicts.insert(0, Conflict { id, other: theirs, aside: String::new() });
        }
    }

    /// Ends the conflict that is shown.
    pub(super) fn choose_version(&mut self, theirs: bool, changed: &mut Changed) {
        let Some(at) = self.conflicts.iter().position(|c| Some(&c.id) == self.current.as_ref()) else { return };
        let conflict = self.conflicts.remove(at);
        match conflict.other {
            Some(other) if theirs => {
                if let Some(record) = self.records.iter_mut().find(|r| r.id == conflict.id) {
                    *record = *other;
                }
                self.history = super::History::default();
            }
            None if theirs => {
                self.take_away(&conflict.id);
                self.page = Page::Start;
                return;
            }
            _ => {}
        }
        changed.records.push(conflict.id);
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
