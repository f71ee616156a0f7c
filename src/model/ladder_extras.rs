//! What a ladder file may hold besides its dimensions: mechanisms, failure modes, readiness, templates, lenses. All of it is
//! optional for the reader, and none of it enters the level.

use serde_json::{Map, Value};

use super::condition::{Condition, FieldValue, RequiredConditions};
use crate::base::limits::is_whole;

/// All of it; every part may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extras {
    /// Through what the work has its effect.
    pub mechanisms: Vec<Mechanism>,
    /// How the use of the mechanisms is asked and read.
    pub leverage: Option<LeverageScale>,
    /// What the questions about the role are for.
    pub role_introduction: String,
    /// What is asked about the shape of the role.
    pub role_inputs: Vec<Input>,
    /// Ways in which a role goes wrong by its design.
    pub failure_modes: Vec<FailureMode>,
    /// Whether the organization gives the role what it needs.
    pub readiness: Readiness,
    /// Traits, to look at evidence through.
    pub traits: Vec<Lens>,
    /// Shapes that one level comes in.
    pub archetypes: Vec<Lens>,
    /// Other frameworks beside this ladder.
    pub crosswalks: Vec<Crosswalk>,
    /// How evidence is asked for.
    pub evidence: EvidenceGuide,
    /// What people often take the work for.
    pub misconceptions: Vec<Misconception>,
    /// Blocks of later versions.
    pub unknown: Map<String, Value>,
}

impl Extras {
    pub fn mechanism(&self, id: &str) -> Option<usize> {
        self.mechanisms.iter().position(|m| m.id == id)
    }
}

/// A way in which one person's work changes what many do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mechanism {
    /// Stable id.
    pub id: String,
    /// The name on screen.
    pub title: String,
    pub text: String,
    /// Questions that tell whether a piece of work is an instance of it.
    pub tests: Vec<String>,
    /// What to write as evidence of it.
    pub evidence_prompt: String,
}

/// A question with ordered answers, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    pub prompt: String,
    steps: Vec<String>,
}

impl Scale {
    /// A question with its answers in ascending order; `None` unless there are two to choose from.
    pub fn new(prompt: String, steps: Vec<String>) -> Option<Self> {
        (steps.len() > 1).then_some(Self { prompt, steps })
    }

    /// The answers in ascending order, at least two.
    pub fn steps(&self) -> &[String] {
        &self.steps
    }
}

/// How the use of the mechanisms is asked and read.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverageScale {
    pub often: Scale,
    pub reach: Scale,
    /// The mix is balanced while the largest share is below this.
    pub balanced_below: f64,
    /// A mechanism is unused up to this index.
    pub unused_at_most: f64,
    /// What is said where a mechanism is unused.
    pub prompts: Vec<LeveragePrompt>,
}

/// What is said where a mechanism is unused at a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeveragePrompt {
    /// The mechanism, by index.
    pub mechanism: usize,
    /// The lowest level, held or aimed at, for which it is said.
    pub level: usize,
    pub text: String,
}

/// Something asked about the role.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// Stable id.
    pub id: String,
    /// A short noun phrase.
    pub title: String,
    pub prompt: String,
    pub help: String,
    pub kind: InputKind,
}

impl Input {
    /// Whether this is an answer to it. None of a role is the title, which stands with the person.
    pub fn offers(&self, value: &FieldValue) -> bool {
        match (&self.kind, value) {
            (InputKind::Shares { total, .. }, FieldValue::Number(share)) => (0.0..=*total).contains(share),
            (InputKind::Count, FieldValue::Number(n)) => is_whole(*n),
            (InputKind::Choice(offers), given) => offers.iter().any(|o| o.value == *given),
            _ => false,
        }
    }
}

/// How something about the role is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum InputKind {
    /// Shares of a whole, each under the field `input.part`.
    Shares {
        /// What the shares add up to.
        total: f64,
        /// The steps in which they are given.
        step: f64,
        parts: Vec<Part>,
    },
    /// One of several answers.
    Choice(Vec<Offer>),
    /// A whole number from 0.
    Count,
    /// The title that is held; it stands with the person, not with the role.
    Title,
}

/// A part of a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Stable id.
    pub id: String,
    pub text: String,
}

/// One of several answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What a file holds for it.
    pub value: FieldValue,
    pub text: String,
    /// Whether it says that the answer is not known.
    pub unknown: bool,
}

/// A way in which a role goes wrong by its design. It is a risk to look at, never a verdict on a person.
#[derive(Clone, Debug, PartialEq)]
pub struct FailureMode {
    /// Stable id.
    pub id: String,
    /// The name on screen.
    pub title: String,
    /// What it looks like where the title is held.
    pub text: String,
    /// What is said for a level that is only aimed at; `{level}` stands for it. Empty where a title has to be held.
    pub hint: String,
    /// What usually causes it in the design of the role.
    pub cause: String,
    pub attempts: Vec<String>,
    /// The lowest level for which it is looked at.
    pub from: usize,
    /// What is tested, in the order in which it is reported.
    pub conditions: Vec<Condition>,
    /// What it rests on: where this cannot be known and nothing fires, it is not assessed.
    pub core: RequiredConditions,
    pub present: RequiredConditions,
    /// When it is worth watching.
    pub watch: RequiredConditions,
}

/// Whether the organization gives the role what it needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readiness {
    /// What is asked, and of whom.
    pub introduction: String,
    pub conditions: Vec<ReadinessCondition>,
    /// The question that the company is left with.
    pub closing: String,
    /// The lowest level beside whose profile it stands.
    pub beside_from: Option<usize>,
}

/// One condition with its questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadinessCondition {
    /// Stable id.
    pub id: String,
    /// The name on screen.
    pub title: String,
    pub text: String,
    pub questions: Vec<ReadinessQuestion>,
    /// What is said where it is present.
    pub present: String,
    /// What is said where it is partly so.
    pub partly: String,
    /// What is said where it is absent.
    pub absent: String,
    /// What is said where it cannot be told.
    pub cannot_tell: String,
    pub attempts: Vec<String>,
}

/// One question about the organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadinessQuestion {
    /// Stable id.
    pub id: String,
    pub prompt: String,
    pub help: String,
    /// What its absence means, as a clause after "that".
    pub clause: String,
    /// The dimensions, by index, that its absence holds back.
    pub bears_on: Vec<usize>,
}

/// A way to look at evidence and answers that gives no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// Stable id.
    pub id: String,
    /// The name on screen.
    pub title: String,
    pub text: String,
    /// Whose answers and evidence it looks at, by index.
    pub questions: Vec<usize>,
    /// Evidence of these templates belongs to it too, by index.
    pub templates: Vec<usize>,
    /// Evidence that ran for so many months belongs to it too.
    pub lasts_months: Option<usize>,
    /// The two ways in which it goes wrong; none where it has one side.
    pub sides: Vec<Side>,
    /// Where the idea comes from, or empty.
    pub source: String,
}

/// One of two ways in which a trait goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The name on screen.
    pub title: String,
    pub text: String,
    /// Evidence for these questions speaks against it, by index.
    pub answered_by: Vec<usize>,
}

/// Another framework beside this ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crosswalk {
    /// Stable id.
    pub id: String,
    pub title: String,
    /// What the comparison is, and is not.
    pub text: String,
    /// Its address.
    pub source: String,
    pub levels: Vec<CrosswalkLevel>,
    /// Its attributes besides the dimensions.
    pub attributes: Vec<CrosswalkAttribute>,
}

/// One level in another framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrosswalkLevel {
    /// By index.
    pub level: usize,
    /// What it is called there.
    pub theirs: String,
    pub text: String,
}

/// One attribute of another framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrosswalkAttribute {
    /// What it is called there.
    pub title: String,
    /// The dimensions it is near to, by index.
    pub dimensions: Vec<usize>,
    pub text: String,
}

/// How evidence is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvidenceGuide {
    /// Questions to begin from.
    pub prompts: Vec<EvidencePrompt>,
    pub templates: Vec<Template>,
    /// How high up the work was done.
    pub altitudes: Vec<Altitude>,
    /// How deep a domain is known.
    pub depths: Option<DepthScale>,
}

/// A question to begin from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidencePrompt {
    /// Stable id.
    pub id: String,
    pub text: String,
    pub help: String,
    /// The template that fits, by index.
    pub template: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Stable id.
    pub id: String,
    /// The name on screen.
    pub title: String,
    pub text: String,
    /// The mechanism that it usually shows, by index.
    pub mechanism: Option<usize>,
    /// What is asked, in order.
    pub fields: Vec<TemplateField>,
    /// A made-up piece, in one or two sentences.
    pub example: String,
}

/// Which field of a piece of evidence a prompt fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldOf {
    Title,
    /// How far it reached.
    Reach,
    /// What the writer's own part was.
    Part,
    Outcome,
    /// One that only this template has.
    Detail(String),
}

/// One thing that a template asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateField {
    pub field: FieldOf,
    pub prompt: String,
}

/// How high up work was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altitude {
    /// Stable id.
    pub id: String,
    /// The name on screen.
    pub title: String,
    pub text: String,
    /// The level whose work is done there.
    pub level: usize,
}

/// How deep a domain is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepthScale {
    pub prompt: String,
    steps: Vec<Depth>,
    credible_from: usize,
}

impl DepthScale {
    /// A scale of steps in ascending order, and the step from which a domain counts for breadth; `None` unless it is one of
    /// them.
    pub fn new(prompt: String, steps: Vec<Depth>, credible_from: usize) -> Option<Self> {
        (credible_from < steps.len()).then_some(Self { prompt, steps, credible_from })
    }

    /// The steps in ascending order.
    pub fn steps(&self) -> &[Depth] {
        &self.steps
    }

    /// The step from which a domain counts for breadth.
    pub fn credible_from(&self) -> usize {
        self.credible_from
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Depth {
    /// The name on screen.
    pub title: String,
    pub text: String,
}

/// What people often take the work for, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misconception {
    pub claim: String,
    pub answer: String,
}

/// One of the things that a step between levels turns on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// The name on screen.
    pub title: String,
    pub text: String,
    /// Whose answers tell, by index.
    pub questions: Vec<usize>,
    /// False for what is needed and does not carry the step by itself.
    pub carries: bool,
}
