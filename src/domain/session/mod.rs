//! All that can change on screen. One function changes it: [`Session::apply`].

mod action;
mod history;
mod page;

use std::cell::OnceCell;
use std::rc::Rc;

pub use action::{Action, Changed, Detail};
pub use page::{Page, Way};

use super::assessment::{Answer, Assessment, Choice};
use super::codec::Problem;
use super::ladder::Ladder;
use super::profile::missing;
use super::scoring::{Model, next_questions};
use history::History;
pub use history::Step;

/// Expected information, in nats, below which one more question is not offered.
const WORTH_ASKING: f64 = 0.005;

/// Whether what is on screen is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Nothing has been changed yet.
    #[default]
    Untouched,
    /// Kept, at this local time of day.
    Saved(String),
    /// Not kept, because storage is forbidden here.
    Denied,
    /// Not kept, because storage is full.
    Full,
}

/// A stored record that could not be opened and is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unopened {
    /// Its key in the store.
    pub key: String,
    /// Why.
    pub problem: Problem,
}

/// What one module of the page tells the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HandOver {
    /// Whether a blank self-assessment is to be begun first.
    pub begin: bool,
    /// The name of the page that is turned to; empty for the first question of a new one.
    pub page: String,
    /// The open assessment, saved or not.
    pub assessment: Option<Assessment>,
    /// What can be undone.
    pub done: Vec<Step>,
    /// What can be redone.
    pub undone: Vec<Step>,
}

/// Finds the open question whose answer would tell most.
pub type Advise = fn(&Session) -> Option<usize>;

/// For a page that never asks.
pub fn no_advice(_: &Session) -> Option<usize> {
    None
}

/// See [`next_best`].
pub fn advice(session: &Session) -> Option<usize> {
    next_best(session.ladder(), session.model(), session.assessment()?)
}

/// The state of the page.
#[derive(Clone, Debug)]
pub struct Session {
    ladder: Rc<Ladder>,
    model: OnceCell<Rc<Model>>,
    advise: Advise,
    records: Vec<Assessment>,
    unopened: Vec<Unopened>,
    current: Option<String>,
    page: Page,
    /// Where a page that is only looked at leads back to.
    left: Page,
    order: Vec<usize>,
    history: History,
    saving: Saving,
}

impl Session {
    /// Begins with what the store holds, at the place where the reader was: an assessment's id and a page's name.
    /// `advise` finds the question that tells most; a page that never offers it hands in [`no_advice`].
    pub fn new(
        ladder: Ladder,
        advise: Advise,
        records: Vec<Assessment>,
        unopened: Vec<Unopened>,
        place: Option<(String, String)>,
    ) -> Self {
        let mut session = Self {
            model: OnceCell::new(),
            advise,
            order: ladder.walk_order(),
            ladder: Rc::new(ladder),
            records,
            unopened,
            current: None,
            page: Page::Start,
            left: Page::Start,
            history: History::default(),
            saving: Saving::default(),
        };
        if let Some((id, page)) = place {
            session.current = session.records.iter().find(|r| r.id == id).map(|r| r.id.clone());
            session.page = Page::parse(&page, &session.ladder).filter(|p| session.can_show(*p)).unwrap_or_default();
        }
        session
    }

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
    }

    /// What another module of the page needs to go on.
    pub fn hand_over(&self) -> HandOver {
        HandOver {
            begin: false,
            page: self.page.name(&self.ladder),
            assessment: self.assessment().cloned(),
            done: self.history.done.clone(),
            undone: self.history.undone.clone(),
        }
    }

    /// The ladder in use.
    pub fn ladder(&self) -> &Rc<Ladder> {
        &self.ladder
    }

    /// The scorer for it.
    pub fn model(&self) -> &Rc<Model> {
        self.model.get_or_init(|| Rc::new(Model::new(&self.ladder)))
    }

    /// The saved assessments.
    pub fn records(&self) -> &[Assessment] {
        &self.records
    }

    /// Records that could not be opened.
    pub fn unopened(&self) -> &[Unopened] {
        &self.unopened
    }

    /// The assessment that is open.
    pub fn assessment(&self) -> Option<&Assessment> {
        let id = self.current.as_ref()?;
        self.records.iter().find(|r| r.id == *id)
    }

    /// What is on screen.
    pub fn page(&self) -> Page {
        self.page
    }

    /// Whether it is kept.
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// The answer to a question of the open assessment, blank if there is none.
    pub fn answer(&self, question: usize) -> Answer {
        let id = &self.ladder.questions[question].id;
        self.assessment().and_then(|a| a.answers.get(id)).cloned().unwrap_or_default()
    }

    /// Whether an answer can be taken back, and whether one can be restored.
    pub fn can_undo_redo(&self) -> (bool, bool) {
        (!self.history.done.is_empty(), !self.history.undone.is_empty())
    }

    /// "Question 7 of 12": where a question stands in its part of the walk.
    pub fn step(&self, question: usize) -> (usize, usize) {
        let at = self.order.iter().position(|q| *q == question).unwrap_or(0);
        let core = self.ladder.core_len();
        (at + 1, if at < core { core } else { self.order.len() })
    }

    /// Whether the check page is offered here: everywhere but in the core part of the walk.
    pub fn offers_check(&self) -> bool {
        match self.page {
            Page::Start => false,
            Page::Question(q, Way::Onward) => self.step(q).0 > self.ladder.core_len(),
            _ => self.current.is_some(),
        }
    }

    fn best_question(&self) -> Option<usize> {
        (self.advise)(self)
    }

    /// Whether a page can be shown with what is open.
    fn can_show(&self, page: Page) -> bool {
        !page.needs_assessment() || self.current.is_some()
    }

    /// Changes the state. What has to be kept or shown anew is in the answer.
    pub fn apply(&mut self, action: Action) -> Changed {
        let before = self.page;
        let mut changed = Changed::default();
        match action {
            Action::SelfAssessmentStarted { id, now } => self.start(id, now, &mut changed),
            Action::AssessmentOpened(id) => {
                self.current = self.records.iter().find(|r| r.id == id).map(|r| r.id.clone());
                self.history = History::default();
                self.page = self.resume();
                changed.place = true;
            }
            Action::AssessmentDeleted(id) => {
                self.records.retain(|r| r.id != id);
                if self.current.as_deref() == Some(&id) {
                    self.current = None;
                    self.history = History::default();
                    self.page = Page::Start;
                }
                changed.place = true;
            }
            Action::AnswerChosen { question, choice, now } => {
                changed.record = self.edit(question, &now, false, |a| a.choice = Some(choice));
            }
            Action::AnswerCleared { question, now } => {
                changed.record = self.edit(question, &now, false, |a| a.choice = None);
            }
            Action::ExampleTyped { question, text, now } => {
                changed.record = self.edit(question, &now, true, |a| a.example = text);
            }
            Action::NoRoomTicked { question, ticked, now } => {
                changed.record = self.edit(question, &now, false, |a| a.no_room = ticked);
            }
            Action::DetailsChanged { change, now } => {
                if let Some(a) = self.current_mut() {
                    change.write(a);
                    a.updated = now;
                    changed.record = true;
                }
            }
            Action::Continued => self.page = self.onward(),
            Action::WentBack => self.page = self.backward(),
            Action::PageAsked(page) => {
                if self.can_show(page) {
                    if page.is_aside() && !self.page.is_aside() {
                        self.left = self.page;
                    }
                    self.page = page;
                }
            }
            Action::BestQuestionAsked => self.page = self.best_question().map_or(Page::Profile, |q| Page::Question(q, Way::Best)),
            Action::Undone => changed.record = self.step_history(History::undo),
            Action::Redone => changed.record = self.step_history(History::redo),
            Action::SavingChanged(saving) => {
                changed.saving = self.saving != saving;
                self.saving = saving;
            }
            Action::EverythingDeleted => {
                self.records.clear();
                self.unopened.clear();
                self.current = None;
                self.history = History::default();
                self.page = Page::Start;
                self.saving = Saving::Untouched;
            }
        }
        changed.page = self.page != before;
        changed.place |= changed.page;
        changed
    }

    fn start(&mut self, id: String, now: String, changed: &mut Changed) {
        let period = super::assessment::Period::year_until(&now);
        self.records.insert(0, Assessment::blank(id.clone(), &self.ladder, period, now));
        self.current = Some(id);
        self.saving = Saving::Untouched;
        self.history = History::default();
        self.page = self.order.first().map_or(Page::Check, |q| Page::Question(*q, Way::Onward));
        changed.place = true;
    }

    fn current_mut(&mut self) -> Option<&mut Assessment> {
        let id = self.current.clone()?;
        self.records.iter_mut().find(|r| r.id == id)
    }

    /// Changes one answer and remembers how it was. Typing in one field is one step.
    fn edit(&mut self, question: usize, now: &str, typing: bool, change: impl FnOnce(&mut Answer)) -> bool {
        let Some(id) = self.ladder.questions.get(question).map(|q| q.id.clone()) else { return false };
        let Some(a) = self.current_mut() else { return false };
        let before = a.answers.get(&id).cloned().unwrap_or_default();
        let mut after = before.clone();
        change(&mut after);
        if before == after {
            return false;
        }
        put(a, &id, after.clone());
        now.clone_into(&mut a.updated);
        self.history.push(Step { question: id, before, after, typing });
        true
    }

    fn step_history(&mut self, step: fn(&mut History) -> Option<(String, Answer)>) -> bool {
        let Some((question, answer)) = step(&mut self.history) else { return false };
        if let Some(a) = self.current_mut() {
            put(a, &question, answer);
        }
        if let (Page::Question(_, way), Some(q)) = (self.page, self.ladder.question_index(&question)) {
            self.page = Page::Question(q, way);
        }
        true
    }

    fn onward(&self) -> Page {
        let core = self.ladder.core_len();
        let at = |step: usize| self.order.get(step).map_or(Page::Check, |q| Page::Question(*q, Way::Onward));
        match self.page {
            Page::Question(_, Way::Changing) => Page::Check,
            Page::Question(_, Way::Best) => self.best_question().map_or(Page::Profile, |q| Page::Question(q, Way::Best)),
            Page::Question(q, Way::Onward) if self.step(q).0 == core => Page::First,
            Page::Question(q, Way::Onward) => at(self.step(q).0),
            Page::First => at(core),
            Page::Start => self.resume(),
            other => other,
        }
    }

    fn backward(&self) -> Page {
        match self.page {
            Page::Question(_, Way::Changing) | Page::Profile => Page::Check,
            Page::Question(_, Way::Best) => Page::First,
            Page::Question(q, Way::Onward) => match self.step(q).0 {
                1 => Page::Start,
                step if step == self.ladder.core_len() + 1 => Page::First,
                step => Page::Question(self.order[step - 2], Way::Onward),
            },
            Page::First => Page::Question(self.order[self.ladder.core_len().max(1) - 1], Way::Onward),
            Page::Check if self.order.len() > self.ladder.core_len() => Page::First,
            aside if aside.is_aside() && self.can_show(self.left) => self.left,
            _ => Page::Start,
        }
    }

    /// Where an assessment goes on: the first open core question, else the first profile, else the whole one.
    fn resume(&self) -> Page {
        let Some(a) = self.assessment() else { return Page::Start };
        let open = |q: &&usize| a.answers.get(&self.ladder.questions[**q].id).is_none_or(|x| x.choice.is_none());
        let (core, others) = self.order.split_at(self.ladder.core_len());
        match (core.iter().find(open), others.iter().find(open)) {
            (Some(q), _) => Page::Question(*q, Way::Onward),
            (None, Some(_)) => Page::First,
            (None, None) => Page::Profile,
        }
    }

    /// How many questions have any answer.
    pub fn answered(&self, a: &Assessment) -> usize {
        a.count(&self.ladder, |x| x.choice.is_some())
    }

    /// Whether a question is answered on the scale.
    pub fn chosen(&self, question: usize) -> Option<Choice> {
        self.answer(question).choice
    }
}

/// The open question whose answer would tell most; while a dimension has too few answers, the best one inside it.
/// `None` when no answer is likely to change the result.
pub fn next_best(ladder: &Ladder, model: &Model, a: &Assessment) -> Option<usize> {
    let open = |q: usize| a.answers.get(&ladder.questions[q].id).is_none_or(|x| x.choice.is_none());
    let short = missing(ladder, std::slice::from_ref(a));
    let inside = short.iter().map(|m| ladder.dimensions[m.dimension].questions.clone()).find(|r| r.clone().any(open));
    let score = model.score(&[a.ratings(ladder)]);
    let offered = next_questions(model, &score, |q| open(q) && inside.as_ref().is_none_or(|r| r.contains(&q)));
    let best = offered.first().filter(|n| inside.is_some() || n.information >= WORTH_ASKING)?;
    Some(best.question)
}

/// Keeps an answer, or removes what has become blank.
fn put(a: &mut Assessment, question: &str, answer: Answer) {
    if answer.is_empty() {
        a.answers.remove(question);
    } else {
        a.answers.insert(question.to_owned(), answer);
    }
}
