//! The shape of a role, and the ways in which it may go wrong by its design. The ladder file says what is asked and which
//! answers are signs of what; here they are put together. Nothing of it enters the level.
//!
//! A result is looked at for a title that is held. For a level that is only aimed at it is a hint in the conditional.

use crate::base::limits::is_whole;
use crate::base::numbers::{per_cent, plain, to_index};
use crate::messages::failure_modes;
use crate::model::assessment::Assessment;
use crate::model::condition::{Condition, Facts, FieldValue, Of, Quantity, Test, Truth};
use crate::model::ladder::Ladder;
use crate::model::ladder_extras::{Extras, FailureMode, Input};
use crate::model::scoring::Score;

pub use crate::model::growth::RoleShape;

/// The level of the title held and of the one aimed at: the subject's words as an id or a name of a level; where it has
/// none, what the file says about the role, there also as the place of the level in the ladder.
pub fn held_and_target(ladder: &Ladder, a: &Assessment) -> (Option<usize>, Option<usize>) {
    let level = |words: &str| {
        let named = ladder.levels.iter().position(|l| l.title.eq_ignore_ascii_case(words.trim()));
        ladder.level_index(words).or(named)
    };
    let in_role = |name: &str| match a.role_shape.given().get(&(name.to_owned(), None))? {
        FieldValue::Word(words) => level(words),
        FieldValue::Number(n) => is_whole(*n).then(|| to_index(*n)).filter(|l| *l < ladder.levels.len()),
    };
    let of = |words: &str, name: &str| if words.is_empty() { in_role(name) } else { level(words) };
    (of(&a.subject.title, "title"), of(&a.subject.target, "target"))
}

/// What was found about one failure mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Present,
    /// Some are, and it is worth watching.
    Watch,
    /// What it rests on is not there.
    Absent,
    /// What it rests on is not known.
    NotAssessed,
}

/// One failure mode, looked at for one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The failure mode, by index.
    pub mode: usize,
    /// The level it was looked at for.
    pub level: usize,
    /// Whether the title of that level is held. If not, the finding is a hint.
    pub held: bool,
    pub status: Status,
    /// The conditions by index, in the order of the ladder file, and whether each holds.
    pub conditions: Vec<(usize, Truth)>,
}

impl Finding {
    /// The conditions for which something is so, by index.
    pub fn which(&self, truth: Truth) -> impl Iterator<Item = usize> {
        self.conditions.iter().filter(move |(_, t)| *t == truth).map(|(c, _)| *c)
    }
}

/// Looks at a role for the title held and for the level aimed at, where that is higher. `score` is what the answers give,
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
    let look = |(level, held)| {
        let chance = |of| chance(ladder, score?, of, level);
        look_at(&ladder.extras, shape, &chance, level, held)
    };
    both.into_iter().flatten().flat_map(look).collect()
}

/// The chance to reach a level, where there are enough answers to say.
fn chance(ladder: &Ladder, score: &Score, of: Of, level: usize) -> Option<f64> {
    let levels = match of {
        Of::Overall => score.sufficient.then_some(&score.overall)?,
        Of::Dimension(d) => {
            let dimension = score.dimensions.get(d)?;
            let enough = dimension.raters.iter().any(|r| r.answered >= ladder.scoring.minimum_answers);
            enough.then_some(&dimension.levels)?
        }
    };
    Some(levels[level..].iter().sum())
}

/// Looks at a role for one level. `chance` is the chance to reach that level.
pub fn look_at(extras: &Extras, shape: &RoleShape, chance: &dyn Fn(Of) -> Option<f64>, level: usize, held: bool) -> Vec<Finding> {
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
    let told = |c: &Condition, truth: Truth| {
        c.milder_than.is_none_or(|other| fired && truth == Truth::True && truths[other] != Truth::True)
    };
    let conditions = m.conditions.iter().zip(&truths).enumerate().filter(|(_, (c, t))| told(c, **t));
    Finding { mode, level: facts.level, held, status, conditions: conditions.map(|(i, (_, t))| (i, *t)).collect() }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingWords {
    /// The name of the failure mode.
    pub title: String,
    pub status: &'static str,
    /// What it looks like; for a level that is only aimed at, in the conditional.
    pub text: String,
    pub because: Vec<String>,
    pub unknown: Vec<String>,
    /// What usually causes it in the design of the role.
    pub cause: String,
    pub attempts: Vec<String>,
}

/// Puts a finding into words.
pub fn finding_words(ladder: &Ladder, finding: &Finding) -> FindingWords {
    let m = &ladder.extras.failure_modes[finding.mode];
    let level = &ladder.levels[finding.level].title;
    let texts = |truth| finding.which(truth).map(|c| condition_words(&m.conditions[c], finding.level, level)).collect();
    FindingWords {
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

/// A condition as a statement, with the limit in force.
fn condition_words(c: &Condition, level: usize, title: &str) -> String {
    let limit = match (&c.test, c.test.limit(level)) {
        (Test::Number { quantity: Quantity::Chance(_), .. }, Some(limit)) => per_cent(limit).to_string(),
        (_, Some(limit)) => plain(limit),
        (_, None) => String::new(),
    };
    c.text.replace("{limit}", &limit).replace("{level}", title)
}

/// What is to be said about shares that do not make their whole; they count only when they do.
pub fn share_words(inputs: &[Input], shape: &RoleShape, input: &str) -> Option<String> {
    let missing = shape.missing_share(inputs, input)?;
    let side = if missing > 0.0 { "short" } else { "over" };
    Some(failure_modes::shares_miss_their_whole(plain(missing.abs()), side).into())
}
