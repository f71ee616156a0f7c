//! A career ladder: levels, dimensions, questions with ordered statements, and how answers are scored.
//! It is data: nothing here names a level or a dimension of the default ladder.

use std::ops::Range;

use super::ladder_extras::{Extras, Factor};
use super::rule::Rule;
use crate::base::numbers::to_index;

/// A term that is explained, such as "organization".
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Stable id.
    pub id: String,
    pub title: String,
    pub text: String,
}

/// A named level, or the zone below the lowest one.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Stable id; the zone below has the id `below`.
    pub id: String,
    /// The name on screen.
    pub title: String,
    /// A description of work at this level.
    pub summary: String,
}

/// A case that shows what one statement means.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The statement it stands for.
    pub statement: usize,
    /// The kind of system it is set in.
    pub system: String,
    pub text: String,
}

/// One question with its ordered statements; each statement contains the ones before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Stable id.
    pub id: String,
    /// A short noun phrase.
    pub title: String,
    pub prompt: String,
    /// The prompt about the person, with [`NAME`](super::prompts::NAME); empty where there is none.
    pub prompt_about: String,
    pub help: String,
    /// Shift of this question's thresholds, in levels.
    pub difficulty: f64,
    /// Whether it belongs to the core set.
    pub core: bool,
    /// Statements in ascending order, from "not part of the work".
    pub statements: Vec<String>,
    /// Cases for some of the statements.
    pub examples: Vec<Example>,
    /// A prompt for the example.
    pub evidence_prompt: String,
    /// The overdone behavior, and its cost for others.
    pub overdone: String,
}

/// One dimension and its questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// Stable id.
    pub id: String,
    /// The name on screen.
    pub title: String,
    pub introduction: String,
    /// The range of its questions in [`LadderParts::questions`].
    pub questions: Range<usize>,
}

/// What is said of a transition where certain dimensions hold somebody back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBack {
    /// The dimensions, by index; one of them is enough.
    pub by: Vec<usize>,
    pub text: String,
}

/// A transition from one level to the next, with its factors.
#[derive(Clone, Debug, PartialEq)]
pub struct Transition {
    pub from: String,
    pub to: String,
    /// The deciding dimensions, by index.
    pub dimensions: Vec<usize>,
    pub text: String,
    pub held_back: Option<HeldBack>,
    /// The factors, with their questions.
    pub turns_on: Vec<Factor>,
}

/// How a question differs from the one with its id in an earlier revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It only reads better.
    Reworded,
    /// It asks something else.
    Other,
}

/// A question that an earlier revision asked otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The earlier revision.
    pub from: String,
    /// By index.
    pub question: usize,
    pub kind: ChangeKind,
}

impl Transition {
    /// What is said of it to somebody whom these dimensions hold back.
    pub fn said_to(&self, holding: &[usize]) -> Option<&str> {
        let held = self.held_back.as_ref()?;
        held.by.iter().any(|d| holding.contains(d)).then_some(held.text.as_str())
    }
}

/// Equal cells along the position scale, by their centers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// Center of the first cell, in levels.
    pub first: f64,
    /// Width of a cell, in levels.
    pub step: f64,
    pub cells: usize,
}

impl Grid {
    /// The center of a cell.
    pub fn center(&self, cell: usize) -> f64 {
        self.first + self.step * cell as f64
    }

    /// The first cell whose center lies above an edge, compared as integers.
    pub fn cell_above(&self, edge: f64) -> usize {
        let cell = ((edge - self.first) / self.step + 0.5).round();
        if cell <= 0.0 { 0 } else { to_index(cell).min(self.cells) }
    }
}

/// The settings of the scorer as given, not yet validated. Positions, cuts and spreads are in levels.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoringSettings {
    /// Discrimination of every question in the graded response model.
    pub discrimination: f64,
    /// Threshold of each statement above the first, before a question's difficulty is added.
    pub thresholds: Vec<f64>,
    /// The lower bound of each named level.
    pub cuts: Vec<f64>,
    /// The cells on which everything is integrated.
    pub grid: Grid,
    /// Mean of the normal prior.
    pub prior_mean: f64,
    /// Standard deviation of the normal prior.
    pub prior_sd: f64,
    /// How much an answer without an example counts, 0 to 1.
    pub weight_without_example: f64,
    /// Spread of a rater's shift that all dimensions share.
    pub shared_sd: f64,
    /// Its mean; positive means lenient.
    pub shared_mean: f64,
    /// Spread of a rater's shift in one dimension.
    pub dimension_sd: f64,
    /// Cells to each side that a rater's shift is integrated over, at least.
    pub half_width: usize,
    /// Coverage of the intervals shown, 0 to 1.
    pub interval: f64,
    /// Answers on the scale that a dimension needs for a result.
    pub minimum_answers: usize,
    /// The rule from dimension levels to one level.
    pub rule: Rule,
}

/// A setting that has a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Discrimination,
    PriorMean,
    PriorSd,
    WeightWithoutExample,
    SharedSd,
    SharedMean,
    DimensionSd,
    HalfWidth,
    Interval,
    GridFirst,
    GridStep,
    GridCells,
    MinimumAnswers,
}

/// Why settings are refused.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ScoringError {
    /// The thresholds ask for more or fewer statements than a question may have.
    Statements(usize),
    ThresholdsDoNotRise,
    CutsDoNotRise,
    /// A setting lies outside of its range, from the lowest to the highest value.
    OutOfRange(Setting, f64, f64),
    /// There are so many cuts, for so many named levels.
    CutCount(usize, usize),
    /// A cut, by its index, lies on no edge between two cells.
    OffEdge(usize),
}

/// The fewest and the most statements of a question.
pub const STATEMENTS: [usize; 2] = [3, 10];

/// Settings that can be scored with: each in its range, a cut for each named level, every cut between two cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Scoring(ScoringSettings);

impl Scoring {
    /// Checks settings.
    ///
    /// # Errors
    /// All that is wrong with them.
    pub fn new(settings: ScoringSettings) -> Result<Self, Vec<ScoringError>> {
        let errors = [settings.lists(), settings.ranges(), settings.edges()].concat();
        if errors.is_empty() { Ok(Self(settings)) } else { Err(errors) }
    }
}

impl std::ops::Deref for Scoring {
    type Target = ScoringSettings;

    fn deref(&self) -> &ScoringSettings {
        &self.0
    }
}

impl ScoringSettings {
    fn lists(&self) -> Vec<ScoringError> {
        let statements = self.thresholds.len() + 1;
        let rising = |list: &[f64]| list.windows(2).all(|w| w[0] < w[1]);
        let checks = [
            ((STATEMENTS[0]..=STATEMENTS[1]).contains(&statements), ScoringError::Statements(statements)),
            (rising(&self.thresholds), ScoringError::ThresholdsDoNotRise),
            (rising(&self.cuts), ScoringError::CutsDoNotRise),
        ];
        checks.into_iter().filter(|(holds, _)| !holds).map(|(_, error)| error).collect()
    }

    fn ranges(&self) -> Vec<ScoringError> {
        let grid = &self.grid;
        let ranges = [
            (Setting::Discrimination, self.discrimination, 0.1, 20.0),
            (Setting::PriorSd, self.prior_sd, 0.05, 100.0),
            (Setting::PriorMean, self.prior_mean, grid.first, grid.center(grid.cells.saturating_sub(1))),
            (Setting::WeightWithoutExample, self.weight_without_example, 0.0, 1.0),
            (Setting::SharedSd, self.shared_sd, 0.0, 3.0),
            (Setting::SharedMean, self.shared_mean, -3.0, 3.0),
            (Setting::DimensionSd, self.dimension_sd, 0.0, 3.0),
            (Setting::Interval, self.interval, 0.01, 0.999),
            (Setting::GridStep, grid.step, 0.01, 1.0),
            (Setting::GridFirst, grid.first, -100.0, 100.0),
            (Setting::GridCells, grid.cells as f64, 2.0, 2000.0),
            (Setting::HalfWidth, self.half_width as f64, 0.0, 300.0),
            (Setting::MinimumAnswers, self.minimum_answers as f64, 1.0, 40.0),
        ];
        let outside = ranges.into_iter().filter(|(_, value, low, high)| !(*low..=*high).contains(value));
        outside.map(|(setting, _, low, high)| ScoringError::OutOfRange(setting, low, high)).collect()
    }

    fn edges(&self) -> Vec<ScoringError> {
        let (cuts, levels) = (self.cuts.len(), self.rule.top());
        let off_edge = |cut: &f64| {
            let cells = (cut - self.grid.first) / self.grid.step + 0.5;
            (cells - cells.round()).abs() > 1e-6 || cells < 0.5 || cells > self.grid.cells as f64 - 0.5
        };
        let count = (cuts != levels).then_some(ScoringError::CutCount(cuts, levels));
        let off = self.cuts.iter().enumerate().filter(|(_, cut)| off_edge(cut)).map(|(i, _)| ScoringError::OffEdge(i));
        count.into_iter().chain(off).collect()
    }
}

/// What a ladder consists of.
#[derive(Clone, Debug, PartialEq)]
pub struct LadderParts {
    /// Stable id.
    pub id: String,
    /// Which text this is; a change of text is a new revision.
    pub revision: String,
    /// Language tag.
    pub lang: String,
    /// The name on screen.
    pub title: String,
    /// How to choose a statement.
    pub instruction: String,
    /// The same about the person; empty where there is none.
    pub instruction_about: String,
    /// What stands for a person without a name.
    pub unnamed: String,
    pub period_note: String,
    /// Words explained once.
    pub terms: Vec<Term>,
    /// The zone below, then the named levels from the lowest.
    pub levels: Vec<Level>,
    /// Dimensions in order.
    pub dimensions: Vec<Dimension>,
    /// All questions in the order of the file.
    pub questions: Vec<Question>,
    /// The transitions.
    pub transitions: Vec<Transition>,
    /// What this revision asks otherwise than earlier ones.
    pub changes: Vec<Change>,
    /// The optional parts.
    pub extras: Extras,
    pub scoring: Scoring,
    /// `sha256:` and the SHA-256 of the canonical file.
    pub digest: String,
}

/// Parts that fit together: a title for every level that has a cut, each question in exactly one dimension and with a
/// statement for every threshold, and no id twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder(LadderParts);

impl std::ops::Deref for Ladder {
    type Target = LadderParts;

    fn deref(&self) -> &LadderParts {
        &self.0
    }
}

impl LadderParts {
    fn fit(&self) -> bool {
        let statements = self.scoring.thresholds.len() + 1;
        let mut end = 0;
        let joined = self.dimensions.iter().all(|d| {
            d.questions.start == end && {
                end = d.questions.end;
                end > d.questions.start
            }
        });
        self.levels.len() == self.scoring.cuts.len() + 1
            && joined
            && end == self.questions.len()
            && self.questions.iter().all(|q| q.statements.len() == statements)
            && unique(self.levels.iter().map(|l| &l.id))
            && unique(self.dimensions.iter().map(|d| &d.id))
            && unique(self.questions.iter().map(|q| &q.id))
    }
}

fn unique<'a>(mut ids: impl Iterator<Item = &'a String> + Clone) -> bool {
    while let Some(id) = ids.next() {
        if ids.clone().any(|later| later == id) {
            return false;
        }
    }
    true
}

impl Ladder {
    /// A ladder of these parts; none where they do not fit together.
    pub fn new(parts: LadderParts) -> Option<Self> {
        parts.fit().then_some(Self(parts))
    }

    /// The index of the dimension that a question belongs to.
    pub fn dimension_of(&self, question: usize) -> usize {
        self.dimensions.iter().position(|d| d.questions.contains(&question)).unwrap_or_default()
    }

    pub fn question_index(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|q| q.id == id)
    }

    /// Whether a question asks something else than in an earlier revision.
    pub fn asks_something_else(&self, question: usize, earlier: &str) -> bool {
        self.changes.iter().any(|c| c.question == question && c.from == earlier && c.kind == ChangeKind::Other)
    }

    /// The index of a level; 0 is the zone below.
    pub fn level_index(&self, id: &str) -> Option<usize> {
        self.levels.iter().position(|l| l.id == id)
    }

    /// The level that a statement describes: the zone in which the middle between its two thresholds lies.
    pub fn level_of_statement(&self, statement: usize) -> usize {
        let b = &self.scoring.thresholds;
        let middle = match (statement.checked_sub(1).and_then(|k| b.get(k)), b.get(statement)) {
            (Some(low), Some(high)) => f64::midpoint(*low, *high),
            (Some(low), None) => low + 0.5,
            (None, _) => return 0,
        };
        self.scoring.cuts.iter().filter(|c| middle >= **c).count()
    }

    /// The lowest statement that describes a level.
    pub fn statement_for_level(&self, level: usize) -> usize {
        (0..=self.scoring.thresholds.len())
            .find(|k| self.level_of_statement(*k) >= level)
            .unwrap_or(self.scoring.thresholds.len())
    }

    /// The order of the questions: the core questions, then the others, each in the order of the file.
    pub fn question_order(&self) -> Vec<usize> {
        let of = |core: bool| (0..self.questions.len()).filter(move |&q| self.questions[q].core == core);
        of(true).chain(of(false)).collect()
    }

    /// How many questions the core has.
    pub fn core_len(&self) -> usize {
        self.questions.iter().filter(|q| q.core).count()
    }
}
