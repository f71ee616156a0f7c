//! Explanations of a result: what holds it back, which question is most informative, which answer would change it.

use super::model::{Model, Ratings, Reach, Score, most_probable};

/// The distance from the most probable level to the one above it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bottleneck {
    /// The level above, by index.
    pub target: usize,
    /// P(overall reaches it) now.
    pub now: f64,
    /// The requirement of each dimension.
    pub requirement: Vec<usize>,
    /// P(overall reaches it | the dimension reaches what is asked).
    pub if_met: Vec<f64>,
    /// P(the dimension reaches what is asked).
    pub met: Vec<f64>,
}

/// The smallest set of dimensions that together would make the level above more likely than not.
#[derive(Clone, Debug, PartialEq)]
pub struct Obstacle {
    /// All sets of that size within 1e-9 of the highest value, by dimension index.
    pub sets: Vec<Vec<usize>>,
    /// P(overall reaches the level | all of a set reach what is asked).
    pub if_met: f64,
}

/// A question with the expected information of its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct NextQuestion {
    /// By index.
    pub question: usize,
    /// Expected drop of the entropy of the overall level, in nats.
    pub information: f64,
    /// Predicted probability of each statement.
    pub predicted: Vec<f64>,
}

/// A single answer that changes the most probable level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flip {
    /// By index.
    pub question: usize,
    pub from: usize,
    /// The statement that changes the result.
    pub to: usize,
    /// The level that it would then be.
    pub level: usize,
}

impl Flip {
    /// How many statements the answer moves.
    pub fn distance(&self) -> usize {
        self.from.abs_diff(self.to)
    }
}

/// The bottleneck below the level above the most probable one; `None` at the top.
pub fn bottleneck(model: &Model, score: &Score) -> Option<Bottleneck> {
    let target = most_probable(&score.overall) + 1;
    (target <= model.rule().top()).then(|| toward(model, score, target))
}

/// The bottleneck below a named level.
pub fn toward(model: &Model, score: &Score, target: usize) -> Bottleneck {
    let dimensions = score.dimensions.len();
    let requirement: Vec<usize> = (0..dimensions).map(|d| model.rule().requirement(target, d)).collect();
    let now = score.overall[target..].iter().sum();
    let (mut if_met, mut met) = (Vec::new(), Vec::new());
    for d in 0..dimensions {
        let (given, probability) = conditional(model, score, target, &requirement, &[d]);
        if_met.push(given);
        met.push(probability);
    }
    Bottleneck { target, now, requirement, if_met, met }
}

/// The smallest set whose joint fulfillment lifts P(overall reaches the target) above one half.
pub fn obstacle(model: &Model, score: &Score, bottleneck: &Bottleneck) -> Obstacle {
    let asked: Vec<usize> = (0..bottleneck.requirement.len()).filter(|d| bottleneck.requirement[*d] > 0).collect();
    for size in 1..asked.len() {
        let sets: Vec<Vec<usize>> = crate::model::rule::subsets(&asked, size).collect();
        let values: Vec<f64> =
            sets.iter().map(|s| conditional(model, score, bottleneck.target, &bottleneck.requirement, s).0).collect();
        let best = values.iter().copied().fold(0.0, f64::max);
        if best > 0.5 {
            let near = sets.into_iter().zip(values).filter(|(_, v)| *v > best - 1e-9).map(|(s, _)| s);
            return Obstacle { sets: near.collect(), if_met: best };
        }
    }
    Obstacle { sets: vec![asked], if_met: 1.0 }
}

/// P(overall ≥ target | each of `set` reaches its requirement), and the probability of that condition.
fn conditional(model: &Model, score: &Score, target: usize, requirement: &[usize], set: &[usize]) -> (f64, f64) {
    let (mut joint, mut condition) = (0.0, 0.0);
    for (k, weight) in score.state.shift.weights().iter().enumerate() {
        let reach = |d: usize, level: usize| {
            let level = if set.contains(&d) { level.max(requirement[d]) } else { level };
            score.state.reach[d].0[k][level]
        };
        joint += weight * model.rule().probability(target, reach);
        condition += weight * set.iter().map(|d| score.state.reach[*d].0[k][requirement[*d]]).product::<f64>();
    }
    (if condition > 0.0 { (joint / condition).min(1.0) } else { 0.0 }, condition)
}

/// Every question that `open` accepts, by the expected information about the overall level; values within 1e-9 keep the
/// order of the ladder.
pub fn next_questions(model: &Model, score: &Score, open: impl Fn(usize) -> bool) -> Vec<NextQuestion> {
    let before = entropy(&score.overall);
    let mut all: Vec<NextQuestion> =
        (0..model.dimension_of.len()).filter(|q| open(*q)).map(|q| informative(model, score, before, q)).collect();
    all.sort_by(|a, b| b.information.total_cmp(&a.information));
    // Equal values result from different sums: near ties keep the order of the ladder.
    let mut rest = all.as_mut_slice();
    while let Some(first) = rest.first().map(|q| q.information) {
        let near = rest.iter().take_while(|q| first - q.information < 1e-9).count();
        let (tied, others) = rest.split_at_mut(near);
        tied.sort_by_key(|a| a.question);
        rest = others;
    }
    all
}

fn informative(model: &Model, score: &Score, before: f64, question: usize) -> NextQuestion {
    let d = model.dimension_of[question];
    let posterior = model.posterior(&score.state.log_likelihood[d]);
    let (mut predicted, mut after) = (Vec::new(), 0.0);
    for statement in 0..model.statements() {
        let row = model.log_p(question, statement);
        let p: f64 = posterior.cells().iter().zip(row).map(|(c, l)| c * l.exp()).sum();
        let with: Vec<f64> = score.state.log_likelihood[d].iter().zip(row).map(|(a, b)| a + b).collect();
        after += p * entropy(&overall_with(model, score, d, &with));
        predicted.push(p);
    }
    NextQuestion { question, information: before - after, predicted }
}

/// For each answered question the nearest other statement that changes the most probable level, its example kept;
/// sorted by how far it is, then by the order of the ladder.
pub fn flips(model: &Model, score: &Score, ratings: &Ratings) -> Vec<Flip> {
    let level = most_probable(&score.overall);
    let mut all: Vec<Flip> = (0..ratings.answers.len()).filter_map(|q| nearest_flip(model, score, ratings, q, level)).collect();
    all.sort_by(|a, b| a.distance().cmp(&b.distance()).then(a.question.cmp(&b.question)));
    all
}

fn nearest_flip(model: &Model, score: &Score, ratings: &Ratings, question: usize, level: usize) -> Option<Flip> {
    let (from, weight) = ratings.answers[question]?;
    let d = model.dimension_of[question];
    let mut others: Vec<usize> = (0..model.statements()).filter(|k| *k != from).collect();
    others.sort_by_key(|a| from.abs_diff(*a));
    others.into_iter().find_map(|to| {
        let (old, new) = (model.log_p(question, from), model.log_p(question, to));
        let changed: Vec<f64> =
            score.state.log_likelihood[d].iter().zip(old.iter().zip(new)).map(|(l, (o, n))| l + weight * (n - o)).collect();
        let then = most_probable(&overall_with(model, score, d, &changed));
        (then != level).then_some(Flip { question, from, to, level: then })
    })
}

/// The overall result with one dimension's likelihood replaced, for a single rater.
fn overall_with(model: &Model, score: &Score, d: usize, log_likelihood: &[f64]) -> Vec<f64> {
    let position = model.with_rater_error(&[log_likelihood.to_vec()]);
    let replaced = model.reach(&position, &score.state.shift);
    let reach: Vec<&Reach> = score.state.reach.iter().enumerate().map(|(i, r)| if i == d { &replaced } else { r }).collect();
    model.overall(&score.state.shift, &reach)
}

fn entropy(levels: &[f64]) -> f64 {
    levels.iter().filter(|p| **p > 0.0).map(|p| -p * p.ln()).sum()
}
