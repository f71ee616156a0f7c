//! Validation: no change is accepted that could not be read again. Every change of an assessment, and every new one, is
//! checked here.

use super::{Effect, State};
use crate::files::FileError;
use crate::messages::state;
use crate::model::assessment::Assessment;

impl State {
    /// Why the last change was refused; empty if it was accepted.
    pub fn refused(&self) -> &str {
        &self.refused
    }

    /// Reports that a change is refused.
    pub(super) fn refuse(&mut self, problem: &FileError) {
        self.refused = state::refused(problem.to_string()).into();
    }

    /// Replaces the assessment with its id, or inserts it before all others, and has it saved. `false` if it could not be
    /// read again: then nothing changes, and the page says so.
    pub(super) fn take(&mut self, a: Assessment, effects: &mut Vec<Effect>) -> bool {
        if let Err(problem) = self.possible(&a) {
            self.refuse(&problem);
            return false;
        }
        effects.push(Effect::save(a.id.clone()));
        match self.assessments.iter_mut().find(|r| r.id == a.id) {
            Some(here) => *here = a,
            None => self.assessments.insert(0, a),
        }
        true
    }

    /// Whether an assessment can be stored and read again.
    pub(super) fn possible(&self, a: &Assessment) -> Result<(), FileError> {
        crate::files::readable(a)?;
        crate::model::profile::check(self.ladder_of(a), a).map(drop)
    }
}
