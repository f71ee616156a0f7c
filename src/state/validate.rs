//! No change is taken that could not be read again. Every change of an assessment, and every new one, comes through here.

use super::{Effect, State};
use crate::files::FileError;
use crate::messages::state;
use crate::model::assessment::Assessment;

impl State {
    /// Why the last change was not taken; empty if it was.
    pub fn refused(&self) -> &str {
        &self.refused
    }

    /// Says that a change is not taken.
    pub(super) fn refuse(&mut self, problem: &FileError) {
        self.refused = state::refused(problem.to_string()).into();
    }

    /// Puts an assessment in the place of the one with its id, or before all others, and has it kept. `false` if it could
    /// not be read again: then nothing changes, and the page says so.
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

    /// Whether an assessment can be kept and opened again here.
    pub(super) fn possible(&self, a: &Assessment) -> Result<(), FileError> {
        crate::files::readable(a)?;
        crate::model::profile::check(&self.ladder, a).map(drop)
    }
}
