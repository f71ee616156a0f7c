//! How one module of the page goes on where another stopped.

use super::{History, Page, Session, Step};
use crate::domain::assessment::Assessment;

/// What one module of the page tells the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HandOver {
    /// Whether a blank self-assessment is to be begun first.
    pub begin: bool,
    /// The name of the page that is turned to; empty for the first question of a new one.
    pub page: String,
    /// The name of the page that a page beside the walk leads back to; empty for the start.
    pub left: String,
    /// The open assessment, saved or not.
    pub assessment: Option<Assessment>,
    /// The revision of it that was saved last; 0 before the first save.
    pub revision: usize,
    /// What can be undone.
    pub done: Vec<Step>,
    /// What can be redone.
    pub undone: Vec<Step>,
}

impl Session {
    /// Goes on where another module of the page stopped. What it held in memory counts more than what the store has.
    pub fn take_over(&mut self, from: HandOver) {
        if let Some(mut a) = from.assessment {
            if a.ladder.digest.is_empty() && a.ladder.revision == self.ladder.revision {
                a.ladder.digest.clone_from(&self.ladder.digest);
            }
            self.records.retain(|r| r.id != a.id);
            self.current = Some(a.id.clone());
            self.records.insert(0, a);
        }
        self.history = History { done: from.done, undone: from.undone };
        let page = Page::parse(&from.page, &self.ladder).filter(|p| self.can_show(*p));
        self.page = page.unwrap_or(if from.begin { self.page } else { Page::Start });
        self.left = Page::parse(&from.left, &self.ladder).unwrap_or(self.left);
    }

    /// What another module of the page needs to go on.
    pub fn hand_over(&self) -> HandOver {
        HandOver {
            begin: false,
            page: self.page.name(&self.ladder),
            left: self.left.name(&self.ladder),
            assessment: self.assessment().cloned(),
            revision: 0,
            done: self.history.done.clone(),
            undone: self.history.undone.clone(),
        }
    }
}
