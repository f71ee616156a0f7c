//! When records are written: as soon as a choice is on screen, at once when the page is left, a fifth of a second after a
//! change that may be typed, and again some seconds after a write that failed.

use gloo_timers::callback::Timeout;

use super::browser;
use super::local_storage::LocalStorage;
use crate::domain::session::{Changed, Session};
use crate::storage::keeper::{Keeper, Written};

/// Milliseconds between a change that may be typed and its save.
const DELAY: u32 = 200;
/// Milliseconds between a choice and its save: one frame, so that the write does not hold the screen back.
const FRAME: u32 = 20;
/// Milliseconds until a failed save is tried again.
const RETRY: u32 = 5_000;

/// The keeper of the records, with a clock.
#[derive(Debug)]
pub(super) struct Saver {
    pub(super) keeper: Keeper,
    pub(super) store: LocalStorage,
    timer: Option<Timeout>,
}

impl Saver {
    pub(super) fn new(store: LocalStorage) -> Self {
        Self { keeper: Keeper::new(browser::new_id()), store, timer: None }
    }

    /// Notes a change, `chosen` or typed; `wake` is called when it is time to write.
    pub(super) fn note(&mut self, changed: &Changed, chosen: bool, wake: impl FnOnce() + 'static) {
        if self.keeper.note(changed) && (chosen || self.timer.is_none()) {
            self.timer = Some(Timeout::new(if chosen { FRAME } else { DELAY }, wake));
        }
    }

    /// Writes what waits.
    pub(super) fn write(&mut self, session: &Session) -> Written {
        self.timer = None;
        self.keeper.write(&self.store, session, browser::time_of_day)
    }

    /// Calls `wake` when it is time to try again.
    pub(super) fn retry(&mut self, wake: impl FnOnce() + 'static) {
        self.timer = Some(Timeout::new(RETRY, wake));
    }
}
