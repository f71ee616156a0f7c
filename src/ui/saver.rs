//! Keeps the open assessment: a quarter of a second after the last change, and at once when the page is left.

use gloo_timers::callback::Timeout;

use super::browser;
use crate::domain::session::{Changed, Saving, Session};
use crate::storage::{Fault, LocalStorage, shelf};

/// Milliseconds between a change and its save.
const DELAY: u32 = 200;

/// What waits to be written.
#[derive(Debug, Default)]
pub(super) struct Saver {
    record: bool,
    place: bool,
    timer: Option<Timeout>,
}

impl Saver {
    /// Notes a change; `wake` is called when it is time to write.
    pub(super) fn note(&mut self, changed: Changed, wake: impl FnOnce() + 'static) {
        self.record |= changed.record;
        self.place |= changed.place;
        if (self.record || self.place) && self.timer.is_none() {
            self.timer = Some(Timeout::new(DELAY, wake));
        }
    }

    /// Writes what waits. `None` if there was nothing to keep.
    pub(super) fn write(&mut self, session: &Session) -> Option<Saving> {
        self.timer = None;
        let (record, place) = (std::mem::take(&mut self.record), std::mem::take(&mut self.place));
        if place {
            let id = session.assessment().map(|a| &a.id);
            // A place that is not kept costs one click after a reload; the record below tells whether saving works.
            let _ = id.map(|id| shelf::save_place(&LocalStorage, id, &session.page().name(session.ladder())));
        }
        let assessment = session.assessment().filter(|_| record)?;
        Some(match shelf::save(&LocalStorage, assessment) {
            Ok(()) => Saving::Saved(browser::time_of_day()),
            Err(fault) => {
                self.record = true;
                if fault == Fault::Full { Saving::Full } else { Saving::Denied }
            }
        })
    }
}
