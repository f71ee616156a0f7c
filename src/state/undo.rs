//! Undo and redo of answers of the open assessment. Opening another one clears the history.

use crate::model::assessment::Answer;

/// One change of one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct UndoEntry {
    pub question: String,
    pub before: Answer,
    pub after: Answer,
    /// Whether it was typed, so that further typing extends it.
    pub typing: bool,
}

/// The changes made since the assessment was opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct UndoHistory {
    pub(super) done: Vec<UndoEntry>,
    pub(super) undone: Vec<UndoEntry>,
}

impl UndoHistory {
    /// Adds an entry and clears the redo entries. Further typing extends the last entry.
    pub(super) fn push(&mut self, step: UndoEntry) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if step.typing && last.typing && last.question == step.question => last.after = step.after,
            _ => self.done.push(step),
        }
    }

    /// The question that changes, and its new answer.
    pub(super) fn undo(&mut self) -> Option<(String, Answer)> {
        let step = self.done.pop()?;
        let out = (step.question.clone(), step.before.clone());
        self.undone.push(step);
        Some(out)
    }

    /// The question that changes, and its new answer.
    pub(super) fn redo(&mut self) -> Option<(String, Answer)> {
        let step = self.undone.pop()?;
        let out = (step.question.clone(), step.after.clone());
        self.done.push(UndoEntry { typing: false, ..step });
        Some(out)
    }
}
