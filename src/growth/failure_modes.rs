//! Failure modes: ways in which a role may go wrong by its design. The ladder file declares questions and conditions; this
//! module evaluates them. They have no influence on the level.
//!
//! A finding is for a title that is held. For a level that is only aimed at it is a hint in the conditional.

use crate::base::limits::is_whole;
use crate::base::numbers::{percent, plain, to_index};
use crate::messages::{Message, failure_modes};
use crate::model::assessment::Assessment;
use crate::model::condition::{ChanceOf, Condition, Facts, FieldValue, Quantity, Test, Truth};
use crate::model::ladder::Ladder;
use crate::model::ladder_extras::{Extras, FailureMode, Input};
use crate::model::scoring::Score;

pub use crate::model::growth::RoleShape;

/// The level of the title held and of the one aimed at. Both come from the subject, as an id or a name of a level, or else
/// from the role's answers, which may also have the index of a level.
pub fn held_and_target(ladder: &Ladder, a: &Assessment) -> (Option<usize>, Option<usize>) {
    let level = |text: &str| {
        let named = ladder.levels.iter().position(|l| l.title.eq_ignore_ascii_case(text.trim()));
        ladder.level_index(text).or(named)
    };
    let in_role = |name: &str| match a.role_shape.given().get(&(name.to_owned(), None))? {
        FieldValue::Word(word) => level(word),
        FieldValue::Number(n) => is_whole(*n).then(|| to_index(*n)).filter(|l| *l < ladder.levels.len()),
    };
    let of = |text: &str, name: &str| if text.is_empty() { in_role(name) } else { level(text) };
    (of(&a.subject.title, "title"), of(&a.subject.target, "target"))
}

/// The status of one failure mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Present,
    /// Some hold, and it is worth watching.
    Watch,
    /// The prerequisite does not hold.
    Absent,
    /// The prerequisite is unknown.
    NotAssessed,
}

/// One failure mode, evaluated for one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The failure mode, by index.
    pub mode: usize,
    /// The evaluated level.
    pub level: usize,
    /// Whether the title of that level is held. If not, the finding is a hint.
    pub held: bool,
    pub status: Status,
    /// The conditions by index, in the order of the ladder file, with their values.
    pub conditions: Vec<(usize, Truth)>,
}

impl Finding {
    /// The conditions with a value, by index.
    pub fn which(&self, truth: Truth) -> impl Iterator<Item = usize> {
        self.conditions.iter().filter(move |(_, t)| *t == truth).map(|(c, _)| *c)
    }
}

/// Evaluates a role for the title held and for the level aimed at, if that is higher. `score` is the result of the answers,
/// if there are any.
pub fn role_findings(
    ladder: &Ladder,
    shape: &RoleShape,
    score: Option<&Score>,
    title: Option<usize>,
    target: Option<usize>,
) -> Vec<Finding> {
    let aimed = target.filter(|target| title.is_none_or(|title| *target > title));
    let both = [title.map(|level| (level, true)), aimed.map(|level| (level, false))];
    let evaluate = |(level, held)| {
        let chance = |of| chance(ladder, score?, of, level);
        evaluate_modes(&ladder.extras, shape, &chance, level, held)
    };
    both.into_iter().flatten().flat_map(evaluate).collect()
}

/// The probability of reaching a level, if there are enough answers.
fn chance(ladder: &Ladder, score: &Score, of: ChanceOf, level: usize) -> Option<f64> {
    let levels = match of {
        ChanceOf::Overall => score.sufficient.then_some(&score.overall)?,
        ChanceOf::Dimension(d) => {
            let dimension = score.dimensions.get(d)?;
            let enough = dimension.raters.iter().any(|r| r.answered >= ladder.scoring.minimum_answers);
            enough.then_some(&dimension.levels)?
        }
    };
    Some(levels[level..].iter().sum())
}

/// Evaluates a role for one level. `chance` is the probability of reaching it.
pub fn evaluate_modes(
    extras: &Extras,
    shape: &RoleShape,
    chance: &dyn Fn(ChanceOf) -> Option<f64>,
    level: usize,
    held: bool,
) -> Vec<Finding> {
    let given = |field: &str| shape.known(&extras.role_inputs, field);
    let facts = Facts { given: &given, chance, level };
    let modes = extras.failure_modes.iter().enumerate();
    let fitting = modes.filter(|(_, m)| level >= m.from && (held || !m.hint.is_empty()));
    fitting.map(|(mode, m)| finding(mode, m, &facts, held)).collect()
}

fn finding(mode: usize, m: &FailureMode, facts: &Facts, held: bool) -> Finding {
    let truths: Vec<Truth> = m.conditions.iter().map(|c| c.test.truth(facts)).collect();
    let status = if m.present.truth(&truths) == Truth::True {
        Status::Present
    } else if m.watch.truth(&truths) == Truth::True {
        Status::Watch
    } else if m.core.truth(&truths) == Truth::Unknown {
        Status::NotAssessed
    } else {
        Status::Absent
    };
    let fired = matches!(status, Status::Present | Status::Watch);
    let shown = |c: &Condition, truth: Truth| {
        c.milder_than.is_none_or(|other| fired && truth == Truth::True && truths[other] != Truth::True)
    };
    let conditions = m.conditions.iter().zip(&truths).enumerate().filter(|(_, (c, t))| shown(c, **t));
    Finding { mode, level: facts.level, held, status, conditions: conditions.map(|(i, (_, t))| (i, *t)).collect() }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingText {
    /// The name of the failure mode.
    pub title: String,
    pub status: &'static str,
    /// The description; for a level that is only aimed at, in the conditional.
    pub text: String,
    pub because: Vec<String>,
    pub unknown: Vec<String>,
    /// The usual cause in the design of the role.
    pub cause: String,
    pub attempts: Vec<String>,
}

pub fn finding_text(ladder: &Ladder, finding: &Finding) -> FindingText {
    let m = &ladder.extras.failure_modes[finding.mode];
    let level = &ladder.levels[finding.level].title;
    let texts = |truth| finding.which(truth).map(|c| condition_text(&m.conditions[c], finding.level, level)).collect();
    FindingText {
        title: m.title.clone(),
        status: match (finding.status, finding.held) {
            (Status::Present, true) => failure_modes::PRESENT,
            (Status::Present, false) => failure_modes::WOULD_BE_PRESENT,
            (Status::Watch, true) => failure_modes::WATCH,
            (Status::Watch, false) => failure_modes::WOULD_BE_WATCHED,
            (Status::Absent, _) => failure_modes::ABSENT,
            (Status::NotAssessed, _) => failure_modes::NOT_ASSESSED,
        },
        text: if finding.held { m.text.clone() } else { m.hint.replace("{level}", level) },
        because: texts(Truth::True),
        unknown: texts(Truth::Unknown),
        cause: m.cause.clone(),
        attempts: m.attempts.clone(),
    }
}

/// A condition as a sentence, with the limit in force.
fn condition_text(c: &Condition, level: usize, title: &str) -> String {
    let limit = match (&c.test, c.test.limit(level)) {
        (Test::Number { quantity: Quantity::Chance(_), .. }, Some(limit)) => percent(limit).to_string(),
        (_, Some(limit)) => plain(limit),
        (_, None) => String::new(),
    };
    c.text.replace("{limit}", &limit).replace("{level}", title)
}

/// A sentence about shares with a wrong total, which do not count.
pub fn share_text(inputs: &[Input], shape: &RoleShape, input: &str) -> Option<Message> {
    let missing = shape.missing_share(inputs, input)?;
    let side = if missing > 0.0 { "short" } else { "over" };
    Some(failure_modes::shares_miss_their_whole(plain(missing.abs()), side))
}
