//! Lenses: traits, archetypes and transitions as views of the rater's own answers and evidence. None gives a number.

use crate::base::dates::Month;
use crate::messages::{self, Message};
use crate::model::assessment::{Answer, Assessment};
use crate::model::growth::Evidence;
use crate::model::ladder::{Ladder, Transition};
use crate::model::ladder_extras::{Factor, Lens};

/// The view through a lens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Pieces of evidence that belong to it, by index.
    pub evidence: Vec<usize>,
    /// Its questions, and the statement chosen for each.
    pub answers: Vec<(usize, Option<usize>)>,
    /// For each side, the pieces that count against it, by index.
    pub sides: Vec<Vec<usize>>,
}

/// Views an assessment through a trait or an archetype.
pub fn through_lens(ladder: &Ladder, lens: &Lens, a: &Assessment, evidence: &[Evidence]) -> View {
    let template = |e: &Evidence| ladder.extras.evidence.templates.iter().position(|t| t.id == e.template);
    let lasts = |e: &Evidence, least: usize| {
        let months = Month::parse(&e.from).zip(Month::parse(&e.to)).map(|(from, to)| from.until(to));
        e.pending || months.is_some_and(|months| usize::try_from(months).is_ok_and(|m| m >= least))
    };
    let behind = |questions: &[usize], e: &Evidence| questions.iter().any(|q| cites(ladder, a, *q, e));
    let behind_questions = |e: &Evidence| match lens.lasts_months {
        Some(least) => lasts(e, least) && lens.questions.iter().any(|q| is_high(ladder, a, *q) && cites(ladder, a, *q, e)),
        None => behind(&lens.questions, e),
    };
    let belongs = |e: &Evidence| behind_questions(e) || template(e).is_some_and(|t| lens.templates.contains(&t));
    let pieces = |fits: &dyn Fn(&Evidence) -> bool| (0..evidence.len()).filter(|i| fits(&evidence[*i])).collect();
    View {
        evidence: pieces(&belongs),
        answers: answers(ladder, a, &lens.questions),
        sides: lens.sides.iter().map(|s| pieces(&|e| behind(&s.answered_by, e))).collect(),
    }
}

fn cites(ladder: &Ladder, a: &Assessment, question: usize, e: &Evidence) -> bool {
    a.answers.get(&ladder.questions[question].id).is_some_and(|x| x.evidence.contains(&e.id))
}

/// Whether one of the two highest statements was chosen.
fn is_high(ladder: &Ladder, a: &Assessment, question: usize) -> bool {
    let q = &ladder.questions[question];
    a.answers.get(&q.id).and_then(Answer::statement).is_some_and(|k| k + 2 >= q.statements.len())
}

fn answers(ladder: &Ladder, a: &Assessment, questions: &[usize]) -> Vec<(usize, Option<usize>)> {
    let chosen = |q: &usize| (*q, a.answers.get(&ladder.questions[*q].id).and_then(Answer::statement));
    questions.iter().map(chosen).collect()
}

/// A factor of a transition, with the rater's own answers.
#[derive(Clone, Debug, PartialEq)]
pub struct FactorView<'a> {
    pub on: &'a Factor,
    /// The statement that the upper level requires.
    pub asked: usize,
    /// Its questions, and the statement chosen for each.
    pub answers: Vec<(usize, Option<usize>)>,
}

impl FactorView<'_> {
    /// The number of answers that meet the upper level.
    pub fn reached(&self) -> usize {
        self.answers.iter().filter(|(_, chosen)| chosen.is_some_and(|k| k >= self.asked)).count()
    }

    /// "2 of 4 answers meet the requirement for Principal."
    pub fn text(&self, upper: &str) -> Message {
        messages::step_up::answers_reached(self.reached(), self.answers.len(), upper)
    }
}

/// The factors of the transition from a level, with the rater's own answers; `None` if the ladder has none.
pub fn step_up<'a>(ladder: &'a Ladder, a: &Assessment, level: usize) -> Option<(&'a Transition, Vec<FactorView<'a>>)> {
    let transition = ladder.transitions.iter().find(|t| t.from == ladder.levels[level].id)?;
    let asked = ladder.statement_for_level(ladder.level_index(&transition.to)?);
    let turn = |on: &'a Factor| FactorView { on, asked, answers: answers(ladder, a, &on.questions) };
    Some((transition, transition.turns_on.iter().map(turn).collect()))
}

/// A warning where the factors that are not sufficient are met, and the others are not yet.
pub fn not_alone(turns: &[FactorView], upper: &str) -> Option<Message> {
    let there = |t: &&FactorView| 2 * t.reached() > t.answers.len();
    let titles = |carries: bool, reached: bool| -> Vec<&str> {
        let fitting = turns.iter().filter(|t| t.on.carries == carries && there(t) == reached);
        fitting.map(|t| t.on.title.as_str()).collect()
    };
    let (alone, open) = (titles(false, true), titles(true, false));
    if alone.is_empty() || open.is_empty() {
        return None;
    }
    Some(messages::step_up::not_alone(alone, open, upper))
}
