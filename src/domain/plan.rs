//! The growth plan: bets instead of tasks, looked at again on dates that were set beforehand, and a journal of decisions
//! whose expected outcome was written before the outcome was known.

use serde_json::{Map, Value};

use super::assessment::{Answer, Assessment, OffScale};
use super::dates::{Month, has_come};
use super::findings::Findings;
use super::ladder::Ladder;

/// When a bet is looked at again, in months from its beginning.
pub const REVIEW_MONTHS: [i32; 5] = [3, 6, 12, 18, 24];

/// A look at a bet, on a date that was set beforehand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// The month or day, ISO 8601.
    pub on: String,
    /// What was seen; empty while it has not been looked at.
    pub seen: String,
    /// Fields of later versions, and values that could not be read.
    pub extra: Map<String, Value>,
}

/// One bet. Every text may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bet {
    /// Stable id.
    pub id: String,
    /// The opportunity that it needs.
    pub opportunity: String,
    /// Who can open it, as a role.
    pub sponsor: String,
    /// The one mechanism it works through, by id.
    pub mechanism: String,
    /// The question of the ladder that it began from, by id.
    pub question: String,
    /// The sign by which it shows early whether it goes right.
    pub leading_sign: String,
    /// The month or day on which it began, ISO 8601.
    pub begun: String,
    /// When it is looked at again.
    pub reviews: Vec<Review>,
    /// What came of it; empty while it is open.
    pub outcome: String,
    /// What was taken back on the way.
    pub reversed: String,
    /// Fields of later versions, and values that could not be read.
    pub extra: Map<String, Value>,
}

/// One decision. Every text may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    /// Stable id.
    pub id: String,
    /// What was decided.
    pub decision: String,
    /// The month or day on which it was made and the prediction written, ISO 8601.
    pub made: String,
    /// What was expected to come of it.
    pub prediction: String,
    /// What would change the decision.
    pub would_change: String,
    /// The month or day on which it is checked, ISO 8601.
    pub check_on: String,
    /// What came of it; empty while it has not been checked.
    pub outcome: String,
    /// What was taken back after it.
    pub reversed: String,
    /// Fields of later versions, and values that could not be read.
    pub extra: Map<String, Value>,
}

impl Decision {
    /// Whether the prediction may still be changed: not once the outcome is known, and not from the day of the check.
    pub fn prediction_is_open(&self, today: &str) -> bool {
        self.outcome.is_empty() && has_come(&self.check_on, today) != Some(true)
    }
}

/// The months in which a bet is looked at again; none where it has no date to begin from.
pub fn review_dates(begun: &str) -> Vec<String> {
    let begun = Month::parse(begun);
    begun.map(|m| REVIEW_MONTHS.iter().map(|after| m.plus(*after).iso()).collect()).unwrap_or_default()
}

/// What is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// A review, by bet and review.
    Review(usize, usize),
    /// The check of a decision, by index.
    Check(usize),
}

/// What has come due by a day and was not looked at yet, the longest due first. Bets with an outcome are closed.
pub fn due(bets: &[Bet], journal: &[Decision], today: &str) -> Vec<(String, Due)> {
    let come = |date: &str| has_come(date, today) == Some(true);
    let open = bets.iter().enumerate().filter(|(_, b)| b.outcome.is_empty());
    let reviews = open.flat_map(|(b, bet)| bet.reviews.iter().enumerate().map(move |(r, review)| (b, r, review)));
    let reviews = reviews.filter(|(_, _, review)| review.seen.is_empty() && come(&review.on));
    let mut all: Vec<(String, Due)> = reviews.map(|(b, r, review)| (review.on.clone(), Due::Review(b, r))).collect();
    let checks = journal.iter().enumerate().filter(|(_, d)| d.outcome.is_empty() && come(&d.check_on));
    all.extend(checks.map(|(i, d)| (d.check_on.clone(), Due::Check(i))));
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

/// Where a bet may begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The question, by index.
    pub question: usize,
    /// The statement to grow towards.
    pub statement: usize,
    /// Whether the role held no room for it, so that a sponsor has to open the opportunity first.
    pub needs_sponsor: bool,
}

/// Where bets may begin: the next statements of the answers that hold the result back, in the order of the findings, then
/// the questions for which the role had no opportunity, in the order of the ladder.
pub fn starts(ladder: &Ladder, a: &Assessment, found: &Findings) -> Vec<Start> {
    let answer = |q: usize| a.answers.get(&ladder.questions[q].id);
    let between = found.between.iter().map(|s| Start {
        question: s.question,
        statement: s.next,
        needs_sponsor: answer(s.question).is_some_and(|x| x.no_room),
    });
    let above = found.bottleneck.as_ref().map(|b| b.target).or_else(|| ladder.level_index(&a.subject.target));
    let statement = ladder.statement_for_level(above.unwrap_or(1));
    let no_opportunity = |x: &Answer| OffScale::is_missing_opportunity(x.choice);
    let closed = (0..ladder.questions.len()).filter(|q| answer(*q).is_some_and(no_opportunity));
    between.chain(closed.map(|question| Start { question, statement, needs_sponsor: true })).collect()
}

/// A bet that begins there; its reviews are dated from the day given.
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
