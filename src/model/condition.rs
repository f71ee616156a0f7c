//! Conditions of a ladder file over the answers about a role, in three-valued logic: an unknown value counts neither as a
//! sign nor as its absence.
//!
//! A test compares one field; a condition is a test with an id and a text; a requirement says how many conditions have to
//! hold.

/// A value in a file of answers.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    Number(f64),
    /// One of the words that the ladder offers.
    Word(String),
}

/// Kleene's three values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    True,
    False,
    /// It depends on an unknown value.
    Unknown,
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

/// How a number is compared with its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// The limit and more.
    AtLeast,
    /// The limit and less.
    AtMost,
    /// More than the limit.
    Above,
    /// Less than the limit.
    Below,
    /// The limit itself.
    Is,
}

/// What reaches a level with a probability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChanceOf {
    /// The profile as a whole.
    Overall,
    /// One dimension, by index.
    Dimension(usize),
}

/// A number that can be compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Quantity {
    /// The answer in a field.
    Field(String),
    /// The probability of reaching the evaluated level, 0 to 1.
    Chance(ChanceOf),
}

/// A limit for each level of the ladder, the zone below first; `None` where a level has none.
#[derive(Clone, Debug, PartialEq)]
pub struct Threshold(pub Vec<Option<f64>>);

impl Threshold {
    /// The limit at a level.
    pub fn at(&self, level: usize) -> Option<f64> {
        self.0.get(level).copied().flatten()
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// A number against its limit.
    Number { quantity: Quantity, compare: Compare, limit: Threshold },
    /// A field has this word.
    Word { field: String, word: String },
    /// A field has more than some others together.
    MoreThan { field: String, others: Vec<String> },
    /// At least this many of the tests hold.
    Several(usize, Vec<Test>),
}

/// A test with an id and a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Stable id within its failure mode.
    pub id: String,
    /// The text; `{limit}` and `{level}` stand for the limit in force and the evaluated level.
    pub text: String,
    pub test: Test,
    /// The condition, by index, of which this one is a milder form: it is reported only if the result depends on it and the
    /// other does not hold.
    pub milder_than: Option<usize>,
}

/// How many conditions have to hold.
#[derive(Clone, Debug, PartialEq)]
pub enum RequiredConditions {
    /// This one, by index.
    One(usize),
    /// At least this many, from 1, of these.
    AtLeast(usize, Vec<RequiredConditions>),
}

#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The answer in a field.
    pub given: &'a dyn Fn(&str) -> Option<&'a FieldValue>,
    /// The probability of reaching the evaluated level, 0 to 1.
    pub chance: &'a dyn Fn(ChanceOf) -> Option<f64>,
    /// The evaluated level, by index.
    pub level: usize,
}

impl Facts<'_> {
    fn number(&self, field: &str) -> Option<f64> {
        match (self.given)(field)? {
            FieldValue::Number(n) => Some(*n),
            FieldValue::Word(_) => None,
        }
    }
}

impl Test {
    pub fn truth(&self, facts: &Facts) -> Truth {
        self.holds(facts).unwrap_or(Truth::Unknown)
    }

    fn holds(&self, facts: &Facts) -> Option<Truth> {
        match self {
            Self::Number { quantity, compare, limit } => {
                let value = match quantity {
                    Quantity::Field(field) => facts.number(field)?,
                    Quantity::Chance(of) => (facts.chance)(*of)?,
                };
                let limit = limit.at(facts.level)?;
                let holds = match compare {
                    Compare::AtLeast => value >= limit,
                    Compare::AtMost => value <= limit,
                    Compare::Above => value > limit,
                    Compare::Below => value < limit,
                    Compare::Is => (value - limit).abs() < f64::EPSILON,
                };
                Some(holds.into())
            }
            Self::Word { field, word } => match (facts.given)(field)? {
                FieldValue::Word(found) => Some((found == word).into()),
                FieldValue::Number(_) => None,
            },
            Self::MoreThan { field, others } => {
                let others = others.iter().try_fold(0.0, |sum, other| Some(sum + facts.number(other)?))?;
                Some((facts.number(field)? > others).into())
            }
            Self::Several(least, tests) => Some(at_least(*least, tests.iter().map(|t| t.truth(facts)))),
        }
    }

    /// The limit that a text may name.
    pub fn limit(&self, level: usize) -> Option<f64> {
        match self {
            Self::Number { limit, .. } => limit.at(level),
            _ => None,
        }
    }
}

impl RequiredConditions {
    pub fn truth(&self, conditions: &[Truth]) -> Truth {
        match self {
            Self::One(condition) => conditions[*condition],
            Self::AtLeast(least, signs) => at_least(*least, signs.iter().map(|s| s.truth(conditions))),
        }
    }
}

fn at_least(least: usize, truths: impl Iterator<Item = Truth>) -> Truth {
    let (mut holding, mut open) = (0, 0);
    for truth in truths {
        holding += usize::from(truth == Truth::True);
        open += usize::from(truth == Truth::Unknown);
    }
    if holding >= least {
        Truth::True
    } else if holding + open < least {
        Truth::False
    } else {
        Truth::Unknown
    }
}
