//! Autosave: when dirty documents are written. A choice is saved after one frame, typed text after a fifth of a second,
//! everything when the reader leaves the page, and a failed write is retried after some seconds.

use gloo_timers::callback::Timeout;

/// Milliseconds between typing and its save.
const DEBOUNCE: u32 = 200;
/// Milliseconds between a choice and its save: one frame, so that the write does not delay rendering.
const FRAME: u32 = 20;
/// Milliseconds until a failed save is tried again.
const RETRY: u32 = 5_000;

/// The timer of the next write.
#[derive(Debug, Default)]
pub(super) struct Autosave(Option<Timeout>);

impl Autosave {
    /// Schedules a flush after a change that was `chosen` or typed.
    pub(super) fn schedule(&mut self, chosen: bool, flush: impl FnOnce() + 'static) {
        if chosen || self.0.is_none() {
            self.0 = Some(Timeout::new(if chosen { FRAME } else { DEBOUNCE }, flush));
        }
    }

    /// Schedules a retry after a failed write.
    pub(super) fn retry(&mut self, flush: impl FnOnce() + 'static) {
        self.0 = Some(Timeout::new(RETRY, flush));
    }

    /// Cancels the timer, because everything is being written.
    pub(super) fn cancel(&mut self) {
        self.0 = None;
    }
}
