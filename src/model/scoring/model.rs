//! The two stages: from answers to as-rated positions, and from those to levels with rater error.

use super::density::{Density, Kernel};
use crate::model::ladder::{Ladder, Scoring};
use crate::model::rule::Rule;

/// One rater's answers: for each question of the ladder the statement and its weight, if there is an answer on the scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratings {
    /// Statement from 0, and weight from 0 to 1.
    pub answers: Vec<Option<(usize, f64)>>,
    /// How many raters agreed on these answers; 1 for an ordinary rater.
    pub agreed: usize,
}

/// A ladder that is prepared for scoring. Everything that does not depend on answers is computed once.
#[derive(Clone, Debug)]
pub struct Model {
    pub(super) settings: Scoring,
    /// For each dimension the questions in it.
    pub(super) dimensions: Vec<std::ops::Range<usize>>,
    /// For each question its dimension.
    pub(super) dimension_of: Vec<usize>,
    /// For each question its difficulty.
    pub(super) difficulty: Vec<f64>,
    /// For each question the row of `log_p`; questions of one difficulty share a row.
    row_of: Vec<usize>,
    /// log P(statement | cell), by row, statement and cell.
    log_p: Vec<Vec<Vec<f64>>>,
    prior: Vec<f64>,
    /// First cell of each named level.
    pub(super) cuts: Vec<usize>,
    pub(super) dimension_kernel: Kernel,
}

/// The estimate of one dimension from one rater's answers, before rater error.
#[derive(Clone, Debug, PartialEq)]
pub struct RaterScore {
    /// Answers on the scale.
    pub answered: usize,
    /// Posterior of the as-rated position.
    pub posterior: Density,
    /// Probability of each level from the zone below upward.
    pub levels: Vec<f64>,
}

/// One dimension: each rater as rated, and all of them with rater error.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionScore {
    /// In the order of the raters given.
    pub raters: Vec<RaterScore>,
    /// Probability of each level with rater error.
    pub levels: Vec<f64>,
    /// The position with rater error.
    pub position: Density,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    pub dimensions: Vec<DimensionScore>,
    /// Probability of each overall level from the zone below upward.
    pub overall: Vec<f64>,
    /// Whether every dimension has enough answers by one rater.
    pub sufficient: bool,
    pub(super) state: State,
}

/// Intermediate results for the explanations: per dimension, the probability of reaching each level under each shift.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct State {
    pub(super) shift: Kernel,
    pub(super) reach: Vec<Reach>,
    pub(super) log_likelihood: Vec<Vec<f64>>,
}

/// P(dimension reaches level | shift), by shift and level; level 0 is always 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reach(pub(super) Vec<Vec<f64>>);

/// The most probable level; within 1e-9 the lower one.
pub fn most_probable(levels: &[f64]) -> usize {
    let mut best = 0;
    for (l, p) in levels.iter().enumerate() {
        if *p > levels[best] + 1e-9 {
            best = l;
        }
    }
    best
}

impl Model {
    pub fn new(ladder: &Ladder) -> Self {
        let s = ladder.scoring.clone();
        let mut rows: Vec<f64> = Vec::new();
        let row_of = ladder.questions.iter().map(|q| {
            rows.iter().position(|d| (d - q.difficulty).abs() < f64::EPSILON).unwrap_or_else(|| {
                rows.push(q.difficulty);
                rows.len() - 1
            })
        });
        let row_of = row_of.collect();
        let centers: Vec<f64> = (0..s.grid.cells).map(|j| s.grid.center(j)).collect();
        let log_p = rows.iter().map(|d| log_rows(&s, *d, &centers)).collect();
        let prior: Vec<f64> = centers.iter().map(|x| (-0.5 * ((x - s.prior_mean) / s.prior_sd).powi(2)).exp()).collect();
        let sum: f64 = prior.iter().sum();
        Self {
            dimensions: ladder.dimensions.iter().map(|d| d.questions.clone()).collect(),
            dimension_of: (0..ladder.questions.len()).map(|q| ladder.dimension_of(q)).collect(),
            difficulty: ladder.questions.iter().map(|q| q.difficulty).collect(),
            row_of,
            log_p,
            prior: prior.into_iter().map(|p| p / sum).collect(),
            cuts: s.cuts.iter().map(|c| s.grid.cell_above(*c)).collect(),
            dimension_kernel: Kernel::new(0.0, s.dimension_sd, s.grid.step, s.half_width),
            settings: s,
        }
    }

    /// Scores one or more raters of one person. Without a rater the result is the prior.
    pub fn score(&self, raters: &[Ratings]) -> Score {
        let voting: Vec<&Ratings> = raters.iter().filter(|r| r.answers.iter().any(Option::is_some)).collect();
        let groups: Vec<Vec<&Ratings>> = raters.iter().map(|r| vec![r]).collect();
        self.score_groups(&groups, self.shift_kernel(&voting))
    }

    /// Scores the answers of a session as one questionnaire: those that `agreed.agreed` people agreed on, and the remaining
    /// ratings of each person. A question with several remaining ratings counts once if their weights add up to one answer.
    /// The shift that all dimensions share is the weighted mean of the people's shifts. The weight of a person is an equal
    /// part of what was agreed and all of their remaining ratings.
    pub fn score_agreed(&self, agreed: &Ratings, standing: &[Ratings]) -> Score {
        let weight = |r: &Ratings| r.answers.iter().flatten().map(|(_, w)| w).sum::<f64>();
        let people = agreed.agreed.max(standing.len()).max(1);
        let own = |p: usize| weight(agreed) / people as f64 + standing.get(p).map_or(0.0, weight);
        let total: f64 = (0..people).map(own).sum();
        let share: f64 = if total > 0.0 { (0..people).map(|p| (own(p) / total).powi(2)).sum() } else { 1.0 };
        let group = std::iter::once(agreed).chain(standing).collect();
        self.score_groups(&[group], self.kernel_of_spread(self.settings.shared_sd * share.sqrt()))
    }

    /// Scores groups of answers. A group has one likelihood and one rater error in a dimension.
    fn score_groups(&self, groups: &[Vec<&Ratings>], shift: Kernel) -> Score {
        let voting = |g: &&Vec<&Ratings>| g.iter().any(|r| r.answers.iter().any(Option::is_some));
        let mut dimensions = Vec::with_capacity(self.dimensions.len());
        let mut state = State { shift, reach: Vec::new(), log_likelihood: Vec::new() };
        let mut sufficient = true;
        for d in 0..self.dimensions.len() {
            let scores: Vec<RaterScore> = groups.iter().map(|g| self.as_rated(d, g)).collect();
            sufficient &= scores.iter().any(|r| r.answered >= self.settings.minimum_answers);
            let likelihoods: Vec<Vec<f64>> = groups.iter().filter(voting).map(|g| self.log_likelihood(d, g)).collect();
            let position = self.with_rater_error(&likelihoods);
            let reach = self.reach(&position, &state.shift);
            let levels = self.levels_of(&reach, &state.shift);
            let position = position.minus_shift(&state.shift);
            dimensions.push(DimensionScore { raters: scores, levels, position });
            state.reach.push(reach);
            state.log_likelihood.push(likelihoods.into_iter().next().unwrap_or_else(|| vec![0.0; self.prior.len()]));
        }
        let overall = self.overall(&state.shift, &state.reach.iter().collect::<Vec<_>>());
        Score { dimensions, overall, sufficient, state }
    }

    /// P(statement | position) for a question: the graded response model.
    pub fn statement_probabilities(&self, question: usize, position: f64) -> Vec<f64> {
        graded_response(&self.settings, self.difficulty[question], position)
    }

    /// The prior over the cells.
    pub fn prior(&self) -> &[f64] {
        &self.prior
    }

    /// Weights of a rater's shift: in one dimension, and shared by all for `raters` equal raters.
    pub fn rater_kernels(&self, raters: usize) -> (Vec<f64>, Vec<f64>) {
        let shared = self.kernel_of_spread(self.settings.shared_sd / (raters as f64).sqrt());
        (self.dimension_kernel.weights().to_vec(), shared.weights().to_vec())
    }

    pub fn rule(&self) -> &Rule {
        &self.settings.rule
    }

    pub(super) fn log_p(&self, question: usize, statement: usize) -> &[f64] {
        &self.log_p[self.row_of[question]][statement]
    }

    pub(super) fn statements(&self) -> usize {
        self.settings.thresholds.len() + 1
    }

    pub(super) fn posterior(&self, log_likelihood: &[f64]) -> Density {
        let top = log_likelihood.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let weights = self.prior.iter().zip(log_likelihood).map(|(p, l)| p * (l - top).exp()).collect();
        Density::new(self.settings.grid.first, self.settings.grid.step, weights)
    }

    fn as_rated(&self, d: usize, group: &[&Ratings]) -> RaterScore {
        let posterior = self.posterior(&self.log_likelihood(d, group));
        let above: Vec<f64> = self.cuts.iter().map(|c| posterior.mass_from(*c)).collect();
        let answered = self.dimensions[d].clone().filter(|q| group.iter().any(|r| r.answers[*q].is_some())).count();
        RaterScore { answered, posterior, levels: differences(&above) }
    }

    fn log_likelihood(&self, d: usize, group: &[&Ratings]) -> Vec<f64> {
        let mut sum = vec![0.0; self.prior.len()];
        for q in self.dimensions[d].clone() {
            for (statement, weight) in group.iter().filter_map(|r| r.answers[q]) {
                for (s, l) in sum.iter_mut().zip(self.log_p(q, statement)) {
                    *s += weight * l;
                }
            }
        }
        sum
    }

    /// The joint density of all raters after each rater's own error in this dimension.
    pub(super) fn with_rater_error(&self, log_likelihoods: &[Vec<f64>]) -> Density {
        let mut weights = self.prior.clone();
        for log_likelihood in log_likelihoods {
            for (w, l) in weights.iter_mut().zip(self.blurred(log_likelihood)) {
                *w *= l;
            }
        }
        Density::new(self.settings.grid.first, self.settings.grid.step, weights)
    }

    fn blurred(&self, log_likelihood: &[f64]) -> Vec<f64> {
        let top = log_likelihood.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let likelihood: Vec<f64> = log_likelihood.iter().map(|l| (l - top).exp()).collect();
        let (n, half) = (likelihood.len(), self.dimension_kernel.half_width());
        let mut padded = vec![likelihood[0]; half];
        padded.extend_from_slice(&likelihood);
        padded.extend(std::iter::repeat_n(likelihood[n - 1], half));
        let weights = self.dimension_kernel.weights();
        (0..n).map(|j| padded[j..=j + 2 * half].iter().zip(weights).map(|(l, w)| l * w).sum()).collect()
    }

    pub(super) fn reach(&self, position: &Density, shift: &Kernel) -> Reach {
        let n = position.cells().len();
        let mut suffix = vec![0.0; n + 1];
        for j in (0..n).rev() {
            suffix[j] = suffix[j + 1] + position.cells()[j];
        }
        let half = shift.half_width();
        let at = |cut: usize, k: usize| suffix[(cut + k).saturating_sub(half).min(n)];
        let rows = (0..=2 * half).map(|k| std::iter::once(1.0).chain(self.cuts.iter().map(|cut| at(*cut, k))).collect());
        Reach(rows.collect())
    }

    pub(super) fn overall(&self, shift: &Kernel, reach: &[&Reach]) -> Vec<f64> {
        let mut above = vec![0.0; self.settings.rule.top()];
        for (k, weight) in shift.weights().iter().enumerate() {
            for (l, sum) in above.iter_mut().enumerate() {
                *sum += weight * self.settings.rule.probability(l + 1, |d, level| reach[d].0[k][level]);
            }
        }
        differences(&above)
    }

    fn levels_of(&self, reach: &Reach, shift: &Kernel) -> Vec<f64> {
        let above: Vec<f64> =
            (1..=self.cuts.len()).map(|l| shift.weights().iter().zip(&reach.0).map(|(w, row)| w * row[l]).sum()).collect();
        differences(&above)
    }

    fn shift_kernel(&self, voting: &[&Ratings]) -> Kernel {
        let weights: Vec<f64> = voting.iter().map(|r| r.answers.iter().flatten().map(|(_, w)| w).sum::<f64>()).collect();
        let total: f64 = weights.iter().sum();
        let share: f64 =
            if total > 0.0 { voting.iter().zip(&weights).map(|(r, w)| (w / total).powi(2) / r.agreed as f64).sum() } else { 1.0 };
        self.kernel_of_spread(self.settings.shared_sd * share.sqrt())
    }

    fn kernel_of_spread(&self, sd: f64) -> Kernel {
        Kernel::new(self.settings.shared_mean, sd, self.settings.grid.step, self.settings.half_width)
    }
}

/// From P(≥ each named level) to the probability of each level, the zone below first.
fn differences(above: &[f64]) -> Vec<f64> {
    let upper = above.iter().copied().chain(std::iter::once(0.0));
    let lower = std::iter::once(1.0).chain(above.iter().copied());
    lower.zip(upper).map(|(l, u)| (l - u).max(0.0)).collect()
}

fn graded_response(s: &Scoring, difficulty: f64, position: f64) -> Vec<f64> {
    let passed = |b: f64| 1.0 / (1.0 + (-s.discrimination * (position - b - difficulty)).exp());
    let mut steps = vec![1.0];
    steps.extend(s.thresholds.iter().map(|b| passed(*b)));
    steps.push(0.0);
    steps.windows(2).map(|pair| pair[0] - pair[1]).collect()
}

fn log_rows(s: &Scoring, difficulty: f64, centers: &[f64]) -> Vec<Vec<f64>> {
    let mut rows = vec![Vec::with_capacity(centers.len()); s.thresholds.len() + 1];
    for x in centers {
        for (row, p) in rows.iter_mut().zip(graded_response(s, difficulty, *x)) {
            // A difference of two near-equal numbers may come out as zero far from a threshold; its log must stay finite.
            row.push(p.max(f64::MIN_POSITIVE).ln());
        }
    }
    rows
}
