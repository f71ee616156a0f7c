//! Undo and redo of answers of the open assessment. Opening another one begins again.

use crate::model::assessment::Answer;

/// One change of one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct UndoEntry {
    pub question: String,
    pub before: Answer,
    pub after: Answer,
    /// Whether it was typed, so that further typing belongs to it.
    pub typing: bool,
}

/// The changes made since the assessment was opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct UndoHistory {
    pub(super) done: Vec<UndoEntry>,
    pub(super) undone: Vec<UndoEntry>,
}

impl UndoHistory {
    /// Remembers a change; what was undone cannot be redone any more. Typing on goes into the same step.
    pub(super) fn push(&mut self, step: UndoEntry) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if step.typing && last.typing && last.question == step.question => last.after = step.after,
            _ => self.done.push(step),
        }
    }

    /// The question that changes, and its answer from now on.
    pub(super) fn undo(&mut self) -> Option<(String, Answer)> {
        let step = self.done.pop()?;
        let out = (step.question.clone(), step.before.clone());
        self.undone.push(step);
        Some(out)
    }

    /// The question that changes, and its answer from now on.
    pub(super) fn redo(&mut self) -> Option<(String, Answer)> {
        let step = self.undone.pop()?;
        let out = (step.question.clone(), step.after.clone());
        self.done.push(UndoEntry { typing: false, ..step });
        Some(out)
    }
}
