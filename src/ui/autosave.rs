//! When dirty documents are written: as soon as a choice is on screen, at once when the page is left, a fifth of a second
//! after a change that may be typed, and again some seconds after a write that failed.

use gloo_timers::callback::Timeout;

/// Milliseconds between a change that may be typed and its save.
const DEBOUNCE: u32 = 200;
/// Milliseconds between a choice and its save: one frame, so that the write does not hold the screen back.
const FRAME: u32 = 20;
/// Milliseconds until a failed save is tried again.
const RETRY: u32 = 5_000;

/// The timer of the next write.
#[derive(Debug, Default)]
pub(super) struct Autosave(Option<Timeout>);

impl Autosave {
    /// Something is dirty, because it was `chosen` or typed; `flush` is called when it is time to write.
    pub(super) fn schedule(&mut self, chosen: bool, flush: impl FnOnce() + 'static) {
        if chosen || self.0.is_none() {
            self.0 = Some(Timeout::new(if chosen { FRAME } else { DEBOUNCE }, flush));
        }
    }

    /// The last write failed: `flush` is called when it is time to try again.
    pub(super) fn retry(&mut self, flush: impl FnOnce() + 'static) {
        self.0 = Some(Timeout::new(RETRY, flush));
    }

    /// Everything is being written now.
    pub(super) fn cancel(&mut self) {
        self.0 = None;
    }
}
