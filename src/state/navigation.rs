//! Where *Continue* and *Back* lead, where an assessment is resumed, and the most informative question.

use super::{Page, Route, State};
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;
use crate::model::profile::missing;
use crate::model::scoring::{Model, next_questions};

/// Expected information, in nats, below which one more question is not offered.
const WORTH_ASKING: f64 = 0.005;

/// Finds the most informative open question.
pub type Advise = fn(&State) -> Option<usize>;

/// For a state that never offers it.
pub fn no_advice(_: &State) -> Option<usize> {
    None
}

/// See [`next_best`].
pub fn advice(state: &State) -> Option<usize> {
    next_best(state.ladder(), state.model(), state.assessment()?)
}

impl State {
    /// "Question 7 of 12": the position of a question in its part.
    pub fn progress_of(&self, question: usize) -> (usize, usize) {
        let at = self.order().iter().position(|q| *q == question).unwrap_or(0);
        let core = self.ladder().core_len();
        (at + 1, if at < core { core } else { self.order().len() })
    }

    /// Whether the check page is offered here: everywhere but in the core part of the questions.
    pub fn offers_check(&self) -> bool {
        match self.page {
            Page::Start => false,
            Page::Question(q, Route::InOrder) => self.progress_of(q).0 > self.ladder().core_len(),
            _ => self.current.is_some(),
        }
    }

    /// The questions of the open assessment in the order in which they are asked.
    fn order(&self) -> &[usize] {
        self.in_use().order()
    }

    pub(super) fn best_question(&self) -> Option<usize> {
        (self.advise)(self)
    }

    /// Whether a page can be shown with what is open.
    pub fn can_show(&self, page: Page) -> bool {
        if !self.mode().shows(page) {
            return false;
        }
        if self.withholds(page) {
            return false;
        }
        if page.is_calibration() {
            return self.can_show_calibration(page);
        }
        if matches!(page, Page::Question(..) | Page::All) && self.assessment().is_some_and(|a| self.is_sealed(a)) {
            return false;
        }
        !page.needs_assessment() || self.current.is_some()
    }

    /// Whether the questions end with the core: in a session that rates the core alone.
    fn ends_with_core(&self) -> bool {
        self.assessment().is_some_and(|a| self.core_alone(a))
    }

    /// Whether the open assessment is for a session or a committee: then there is no first profile.
    fn for_session(&self) -> bool {
        self.assessment().is_some_and(|a| self.core_alone(a) || self.invited(a).is_some() || self.withholds_level(a))
    }

    pub(super) fn next_page(&self) -> Page {
        let core = self.ladder().core_len();
        let at = |step: usize| self.order().get(step).map_or(Page::Check, |q| Page::Question(*q, Route::InOrder));
        match self.page {
            Page::Question(_, Route::Changing) => Page::Check,
            Page::Question(_, Route::Best) => self.best_question().map_or(Page::Profile, |q| Page::Question(q, Route::Best)),
            Page::Question(q, Route::InOrder) if self.progress_of(q).0 == core && self.ends_with_core() => Page::Check,
            Page::Question(q, Route::InOrder) if self.progress_of(q).0 == core && !self.for_session() => Page::First,
            Page::Question(q, Route::InOrder) => at(self.progress_of(q).0),
            Page::First => at(core),
            Page::Start => self.resume(),
            other => other,
        }
    }

    pub(super) fn backward(&self) -> Page {
        match self.page {
            Page::Question(_, Route::Changing) | Page::Profile | Page::Seal => Page::Check,
            Page::Question(_, Route::Best) => Page::First,
            Page::Question(q, Route::InOrder) => match self.progress_of(q).0 {
                1 if self.for_session() => Page::Calibration,
                1 => Page::Start,
                step if step == self.ladder().core_len() + 1 && !self.for_session() => Page::First,
                step => Page::Question(self.order()[step - 2], Route::InOrder),
            },
            Page::First => Page::Question(self.order()[self.ladder().core_len().max(1) - 1], Route::InOrder),
            Page::Check if self.for_session() => {
                let end = if self.ends_with_core() { self.ladder().core_len() } else { self.order().len() };
                let last = Page::Question(self.order()[end.max(1) - 1], Route::InOrder);
                if self.can_show(last) { last } else { Page::Calibration }
            }
            Page::Check if self.order().len() > self.ladder().core_len() => Page::First,
            Page::Calibration => Page::Start,
            Page::Record if self.can_show(Page::Talk) => Page::Talk,
            page if page.is_calibration() => Page::Calibration,
            secondary if secondary.is_secondary() && self.can_show(self.return_page) => self.return_page,
            _ => Page::Start,
        }
    }

    /// Where an assessment is resumed: at the first open core question, or else at the first profile, or else at the whole
    /// one.
    pub(super) fn resume(&self) -> Page {
        let Some(a) = self.assessment() else { return Page::Start };
        let open = |q: &&usize| a.answers.get(&self.ladder().questions[**q].id).is_none_or(|x| x.choice.is_none());
        let (core, others) = self.order().split_at(self.ladder().core_len());
        if self.for_session() {
            let asked = core.iter().chain(others.iter().filter(|_| !self.ends_with_core()));
            let next = asked.map(|q| (q, Page::Question(*q, Route::InOrder))).find(|(q, page)| open(q) && self.can_show(*page));
            return next.map_or(Page::Check, |(_, page)| page);
        }
        match (core.iter().find(open), others.iter().find(open)) {
            (Some(q), _) => Page::Question(*q, Route::InOrder),
            (None, Some(_)) => Page::First,
            (None, None) => Page::Profile,
        }
    }
}

/// The most informative open question; while a dimension has too few answers, the best one in that dimension. `None` when
/// no answer is likely to change the result.
pub fn next_best(ladder: &Ladder, model: &Model, a: &Assessment) -> Option<usize> {
    let open = |q: usize| a.answers.get(&ladder.questions[q].id).is_none_or(|x| x.choice.is_none());
    let short = missing(ladder, std::slice::from_ref(a));
    let inside = short.iter().map(|m| ladder.dimensions[m.dimension].questions.clone()).find(|r| r.clone().any(open));
    let score = model.score(&[a.ratings(ladder)]);
    let offered = next_questions(model, &score, |q| open(q) && inside.as_ref().is_none_or(|r| r.contains(&q)));
    let best = offered.first().filter(|n| inside.is_some() || n.information >= WORTH_ASKING)?;
    Some(best.question)
}
