//! The growth plan: bets instead of tasks, with reviews on dates that were set in advance, and a journal of decisions whose
//! prediction was written before the outcome was known.

use crate::base::dates::{Month, is_due};
use crate::model::assessment::{Answer, Assessment, Choice};
use crate::model::findings::Findings;
use crate::model::ladder::Ladder;

pub use crate::model::growth::{Bet, Decision, Review};

/// The reviews of a bet, in months from its beginning.
pub const REVIEW_MONTHS: [i32; 5] = [3, 6, 12, 18, 24];

/// The months of a bet's reviews; none without a start date.
pub fn review_dates(begun: &str) -> Vec<String> {
    let begun = Month::parse(begun);
    begun.map(|m| REVIEW_MONTHS.iter().map(|after| m.plus(*after).iso()).collect()).unwrap_or_default()
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// A review, by bet and review.
    Review(usize, usize),
    /// The check of a decision, by index.
    Check(usize),
}

/// What is due by a day and was not reviewed yet, the longest overdue first. Bets with an outcome are closed.
pub fn due(bets: &[Bet], journal: &[Decision], today: &str) -> Vec<(String, Due)> {
    let is_past = |date: &str| is_due(date, today) == Some(true);
    let open = bets.iter().enumerate().filter(|(_, b)| b.outcome.is_empty());
    let reviews = open.flat_map(|(b, bet)| bet.reviews.iter().enumerate().map(move |(r, review)| (b, r, review)));
    let reviews = reviews.filter(|(_, _, review)| review.seen.is_empty() && is_past(&review.on));
    let mut all: Vec<(String, Due)> = reviews.map(|(b, r, review)| (review.on.clone(), Due::Review(b, r))).collect();
    let checks = journal.iter().enumerate().filter(|(_, d)| d.outcome.is_empty() && is_past(&d.check_on));
    all.extend(checks.map(|(i, d)| (d.check_on.clone(), Due::Check(i))));
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

/// A starting point for a bet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The question, by index.
    pub question: usize,
    /// The statement to grow toward.
    pub statement: usize,
    /// Whether the role had no opportunity for it, so that a sponsor has to provide one first.
    pub needs_sponsor: bool,
}

/// Starting points for bets: the next statements of the answers that hold the level back, in the order of the findings,
/// then the questions without an opportunity, in the order of the ladder.
pub fn starts(ladder: &Ladder, a: &Assessment, found: &Findings) -> Vec<Start> {
    let answer = |q: usize| a.answers.get(&ladder.questions[q].id);
    let between = found.between.iter().map(|s| Start {
        question: s.question,
        statement: s.next,
        needs_sponsor: answer(s.question).is_some_and(|x| x.no_room),
    });
    let above = found.bottleneck.as_ref().map(|b| b.target).or_else(|| ladder.level_index(&a.subject.target));
    let statement = ladder.statement_for_level(above.unwrap_or(1));
    let no_opportunity = |x: &Answer| x.choice.is_some_and(Choice::is_missing_opportunity);
    let closed = (0..ladder.questions.len()).filter(|q| answer(*q).is_some_and(no_opportunity));
    between.chain(closed.map(|question| Start { question, statement, needs_sponsor: true })).collect()
}

/// A bet from a starting point; its reviews are dated from the given day.
pub fn begin(ladder: &Ladder, start: &Start, id: String, today: &str) -> Bet {
    let reviews = review_dates(today).into_iter().map(|on| Review { on, ..Review::default() });
    Bet {
        id,
        question: ladder.questions[start.question].id.clone(),
        begun: today.get(..10).unwrap_or(today).to_owned(),
        reviews: reviews.collect(),
        ..Bet::default()
    }
}
