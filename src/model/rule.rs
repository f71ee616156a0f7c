//! The rule that turns dimension levels into one level: for each named level, conditions that must all hold.
//!
//! Conditions are counted by dynamic programming over the dimensions, so that a ladder of twelve dimensions and eight
//! levels needs no table of all combinations. Conditions that ask all of their dimensions need no counting.

/// At least `at_least` of the dimensions `of` reach the level `reach`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    at_least: usize,
    of: Vec<usize>,
    reach: usize,
}

impl Condition {
    /// A condition; `None` unless it asks at least one of its dimensions and at most all of them, which are ascending
    /// indices, to reach a named level, from 1.
    pub fn new(at_least: usize, of: Vec<usize>, reach: usize) -> Option<Self> {
        let sound = (1..=of.len()).contains(&at_least) && of.is_sorted_by(|a, b| a < b) && reach > 0;
        sound.then_some(Self { at_least, of, reach })
    }

    /// How many dimensions have to reach the level.
    pub fn at_least(&self) -> usize {
        self.at_least
    }

    /// The dimensions by index, ascending.
    pub fn of(&self) -> &[usize] {
        &self.of
    }

    /// The level by index; 1 is the lowest named one.
    pub fn reach(&self) -> usize {
        self.reach
    }
}

/// Why a rule is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleError {
    /// The conditions of this level (1 is the lowest named one) do not imply those of the level below.
    DoesNotNest(usize),
    /// So many overlapping conditions that counting them would take too long.
    TooManyConditions(usize),
}

/// States of the counting program that a level may need.
const MOST_STATES: usize = 4096;

/// A checked rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    levels: Vec<Compiled>,
    conditions: Vec<Vec<Condition>>,
    dimensions: usize,
    top: usize,
}

/// One level's conditions, ready to be counted.
#[derive(Clone, Debug, PartialEq)]
struct Compiled {
    /// The level that each dimension must reach for the conditions that ask all of theirs.
    required: Vec<usize>,
    /// For each dimension: the levels at which it counts for a condition, ascending, with that condition.
    counts: Vec<Vec<(usize, usize)>>,
    /// How many each counted condition asks for.
    targets: Vec<usize>,
    states: usize,
}

impl Rule {
    /// Checks that the levels nest. `conditions` runs from the lowest named level.
    ///
    /// # Errors
    /// A [`RuleError`] that names the level.
    pub fn new(conditions: Vec<Vec<Condition>>, dimensions: usize) -> Result<Self, RuleError> {
        let top = conditions.len();
        let levels: Vec<Compiled> = conditions.iter().map(|c| Compiled::new(c, dimensions)).collect();
        if let Some(l) = levels.iter().position(|l| l.states > MOST_STATES) {
            return Err(RuleError::TooManyConditions(l + 1));
        }
        let rule = Self { levels, conditions, dimensions, top };
        for level in 2..=top {
            if !rule.implies_level_below(level) {
                return Err(RuleError::DoesNotNest(level));
            }
        }
        Ok(rule)
    }

    /// The highest level whose conditions hold for these dimension levels.
    pub fn level_of(&self, dimension_levels: &[usize]) -> usize {
        (1..=self.top).rev().find(|&l| self.holds(l, dimension_levels)).unwrap_or(0)
    }

    /// The requirement of a level in a dimension: its highest value in any combination that gives the level and of which
    /// nothing can be lowered.
    pub fn requirement(&self, level: usize, dimension: usize) -> usize {
        let conditions = &self.conditions[level - 1];
        let mine = conditions.iter().filter(|c| c.of.contains(&dimension));
        mine.filter(|c| self.is_pivotal(level, c, dimension)).map(|c| c.reach).max().unwrap_or(0)
    }

    /// The probability that a level's conditions hold. `at_least(d, l)` is the probability that dimension `d` reaches
    /// level `l`, for independent dimensions; it may be less than one for `l` = 0, which gives joint probabilities.
    pub fn probability(&self, level: usize, at_least: impl Fn(usize, usize) -> f64) -> f64 {
        self.levels[level - 1].probability(self.dimensions, at_least)
    }

    /// The conditions of a named level, from 1.
    pub fn conditions(&self, level: usize) -> &[Condition] {
        &self.conditions[level - 1]
    }

    /// How many named levels there are.
    pub fn top(&self) -> usize {
        self.top
    }

    fn holds(&self, level: usize, dimension_levels: &[usize]) -> bool {
        self.conditions[level - 1].iter().all(|c| c.of.iter().filter(|&&d| dimension_levels[d] >= c.reach).count() >= c.at_least)
    }

    /// A counter-example would break some condition of the level below while holding all of this one. Conditions only
    /// ever ask for more, so the most favorable way to break one is: all dimensions at the top but those it asks, of
    /// which one too few are, and the rest one short.
    fn implies_level_below(&self, level: usize) -> bool {
        self.conditions[level - 2].iter().all(|c| {
            !subsets(&c.of, c.at_least - 1).any(|kept| {
                let profile = self.favorable(&c.of, &kept, c.reach);
                self.holds(level, &profile)
            })
        })
    }

    /// Whether some combination for `level` has `dimension` exactly at the condition's level with nothing to spare.
    fn is_pivotal(&self, level: usize, condition: &Condition, dimension: usize) -> bool {
        let others: Vec<usize> = condition.of.iter().copied().filter(|&d| d != dimension).collect();
        subsets(&others, condition.at_least - 1).any(|kept| {
            let mut profile = self.favorable(&others, &kept, condition.reach);
            profile[dimension] = condition.reach;
            self.holds(level, &profile)
        })
    }

    fn favorable(&self, asked: &[usize], kept: &[usize], reach: usize) -> Vec<usize> {
        let mut profile = vec![self.top; self.dimensions];
        for d in asked.iter().filter(|d| !kept.contains(d)) {
            profile[*d] = reach - 1;
        }
        profile
    }
}

impl Compiled {
    fn new(conditions: &[Condition], dimensions: usize) -> Self {
        let mut compiled =
            Self { required: vec![0; dimensions], counts: vec![Vec::new(); dimensions], targets: Vec::new(), states: 1 };
        for c in conditions {
            if c.at_least == c.of.len() {
                for &d in &c.of {
                    compiled.required[d] = compiled.required[d].max(c.reach);
                }
            } else {
                for &d in &c.of {
                    compiled.counts[d].push((c.reach, compiled.targets.len()));
                }
                compiled.targets.push(c.at_least);
                compiled.states = compiled.states.saturating_mul(c.at_least + 1);
            }
        }
        for counts in &mut compiled.counts {
            counts.sort_by(Ord::cmp);
        }
        compiled
    }

    fn probability(&self, dimensions: usize, at_least: impl Fn(usize, usize) -> f64) -> f64 {
        if self.targets.is_empty() {
            return (0..dimensions).map(|d| at_least(d, self.required[d])).product();
        }
        let mut now = vec![0.0; self.states];
        now[0] = 1.0;
        for d in 0..dimensions {
            now = self.count_dimension(d, &now, &at_least);
        }
        now[self.states - 1]
    }

    /// Moves the mass of each state by what one dimension adds to the counts.
    fn count_dimension(&self, d: usize, now: &[f64], at_least: &impl Fn(usize, usize) -> f64) -> Vec<f64> {
        let mut next = vec![0.0; now.len()];
        // Segments between the levels at which this dimension begins to count for a condition.
        let mut floors = vec![self.required[d]];
        floors.extend(self.counts[d].iter().map(|(reach, _)| *reach).filter(|reach| *reach > self.required[d]));
        floors.dedup();
        for (i, floor) in floors.iter().enumerate() {
            let above = floors.get(i + 1).map_or(0.0, |next_floor| at_least(d, *next_floor));
            let mass = at_least(d, *floor) - above;
            for (state, p) in now.iter().enumerate().filter(|(_, p)| **p != 0.0) {
                next[self.advance(state, d, *floor)] += p * mass;
            }
        }
        next
    }

    /// The state after dimension `d` is at `level`: each condition that it counts for goes up by one, to its target.
    fn advance(&self, state: usize, d: usize, level: usize) -> usize {
        let (mut radix, mut out) = (1, state);
        for (c, target) in self.targets.iter().enumerate() {
            let count = state / radix % (target + 1);
            if count < *target && self.counts[d].iter().any(|(reach, condition)| *condition == c && level >= *reach) {
                out += radix;
            }
            radix *= target + 1;
        }
        out
    }
}

/// All subsets of `size` of at most 12 items, in ascending order of the items.
pub(crate) fn subsets(items: &[usize], size: usize) -> impl Iterator<Item = Vec<usize>> {
    let items = items.to_vec();
    (0..1_usize << items.len())
        .filter(move |mask| mask.count_ones() as usize == size)
        .map(move |mask| items.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1).map(|(_, d)| *d).collect())
}
