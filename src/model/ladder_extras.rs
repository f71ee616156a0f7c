//! The optional parts of a ladder besides its dimensions: mechanisms, failure modes, readiness, templates, lenses. None of
//! them has an influence on the level.

use serde_json::{Map, Value};

use super::condition::{Condition, FieldValue, RequiredConditions};
use crate::base::limits::is_whole;

/// All optional parts; each may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extras {
    /// The mechanisms of leverage.
    pub mechanisms: Vec<Mechanism>,
    /// The questions about the mechanisms and their interpretation.
    pub leverage: Option<LeverageScale>,
    /// The introduction to the questions about the role.
    pub role_introduction: String,
    /// The questions about the shape of the role.
    pub role_inputs: Vec<Input>,
    /// The failure modes.
    pub failure_modes: Vec<FailureMode>,
    /// Organization readiness.
    pub readiness: Readiness,
    /// The traits.
    pub traits: Vec<Lens>,
    /// The archetypes.
    pub archetypes: Vec<Lens>,
    /// Comparisons with other frameworks.
    pub crosswalks: Vec<Crosswalk>,
    /// The guide for evidence.
    pub evidence: EvidenceGuide,
    /// Common misconceptions.
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
    /// Questions that help to decide whether a piece of work is an instance of it.
    pub tests: Vec<String>,
    /// A prompt for evidence of it.
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

/// The questions about the mechanisms and their interpretation.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverageScale {
    pub often: Scale,
    pub reach: Scale,
    /// The mix is balanced while the largest share is below this.
    pub balanced_below: f64,
    /// A mechanism is unused up to this index.
    pub unused_at_most: f64,
    /// The prompts for unused mechanisms.
    pub prompts: Vec<LeveragePrompt>,
}

/// A prompt for an unused mechanism at a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeveragePrompt {
    /// The mechanism, by index.
    pub mechanism: usize,
    /// The lowest level, held or aimed at, for which it is shown.
    pub level: usize,
    pub text: String,
}

/// A question about the role.
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
    /// Whether this is an answer to it. The title is no answer about the role, because it belongs to the person.
    pub fn offers(&self, value: &FieldValue) -> bool {
        match (&self.kind, value) {
            (InputKind::Shares { total, .. }, FieldValue::Number(share)) => (0.0..=*total).contains(share),
            (InputKind::Count, FieldValue::Number(n)) => is_whole(*n),
            (InputKind::Choice(offers), given) => offers.iter().any(|o| o.value == *given),
            _ => false,
        }
    }
}

/// The kind of an answer about the role.
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
    /// The title that is held; it is stored with the person, not with the role.
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
    /// The value in a file.
    pub value: FieldValue,
    pub text: String,
    /// Whether it means *unknown*.
    pub unknown: bool,
}

/// A failure mode: a way in which a role goes wrong by its design. It is a risk to examine, never a verdict on a person.
#[derive(Clone, Debug, PartialEq)]
pub struct FailureMode {
    /// Stable id.
    pub id: String,
    /// The name on screen.
    pub title: String,
    /// The description where the title is held.
    pub text: String,
    /// The description for a level that is only aimed at; `{level}` stands for it. Empty if the title has to be held.
    pub hint: String,
    /// The usual cause in the design of the role.
    pub cause: String,
    pub attempts: Vec<String>,
    /// The lowest level for which it is evaluated.
    pub from: usize,
    /// The conditions, in the order in which they are reported.
    pub conditions: Vec<Condition>,
    /// The prerequisite: if it is unknown and nothing fires, the mode is not assessed.
    pub core: RequiredConditions,
    pub present: RequiredConditions,
    /// The requirement for *worth watching*.
    pub watch: RequiredConditions,
}

/// Organization readiness.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readiness {
    /// The introduction.
    pub introduction: String,
    pub conditions: Vec<ReadinessCondition>,
    /// The closing question.
    pub closing: String,
    /// The lowest level with whose profile it is shown.
    pub shown_from: Option<usize>,
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
    /// The text if it is present.
    pub present: String,
    /// The text if it is partly present.
    pub partly: String,
    /// The text if it is absent.
    pub absent: String,
    /// The text for *cannot tell*.
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
    /// The meaning of its absence, as a clause after "that".
    pub clause: String,
    /// The dimensions, by index, that its absence holds back.
    pub bears_on: Vec<usize>,
}

/// A lens: a view of evidence and answers without a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// Stable id.
    pub id: String,
    /// The name on screen.
    pub title: String,
    pub text: String,
    /// The questions whose answers and evidence it shows, by index.
    pub questions: Vec<usize>,
    /// Evidence of these templates is included too, by index.
    pub templates: Vec<usize>,
    /// Of the evidence behind its questions, only what took at least so many months or is still open, and only behind one of
    /// the two highest statements.
    pub lasts_months: Option<usize>,
    /// Whether it shows the domains of the domain map that count for breadth.
    pub domain_map: bool,
    /// The two ways in which it goes wrong; none if it has one side.
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
    /// Evidence for these questions counts against it, by index.
    pub answered_by: Vec<usize>,
}

/// Another framework, for comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crosswalk {
    /// Stable id.
    pub id: String,
    pub title: String,
    /// What the comparison means, and does not mean.
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
    /// Its name in that framework.
    pub theirs: String,
    pub text: String,
}

/// One attribute of another framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrosswalkAttribute {
    /// Its name in that framework.
    pub title: String,
    /// The related dimensions, by index.
    pub dimensions: Vec<usize>,
    pub text: String,
}

/// The guide for evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EvidenceGuide {
    pub prompts: Vec<EvidencePrompt>,
    pub templates: Vec<Template>,
    /// The altitudes.
    pub altitudes: Vec<Altitude>,
    /// The scale of depth.
    pub depths: Option<DepthScale>,
}

/// A question that prompts for evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidencePrompt {
    /// Stable id.
    pub id: String,
    pub text: String,
    pub help: String,
    /// The suggested template, by index.
    pub template: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Stable id.
    pub id: String,
    /// The name on screen.
    pub title: String,
    pub text: String,
    /// The usual mechanism, by index.
    pub mechanism: Option<usize>,
    /// The fields, in order.
    pub fields: Vec<TemplateField>,
    /// A made-up example, in one or two sentences.
    pub example: String,
}

/// The field of a piece of evidence that a prompt fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldOf {
    Title,
    Reach,
    Part,
    Outcome,
    /// A field of this template alone.
    Detail(String),
}

/// A field of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateField {
    pub field: FieldOf,
    pub prompt: String,
}

/// An altitude: how high up in the organization work was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altitude {
    /// Stable id.
    pub id: String,
    /// The name on screen.
    pub title: String,
    pub text: String,
    /// The level whose work is done at it.
    pub level: usize,
}

/// The scale of depth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepthScale {
    pub prompt: String,
    steps: Vec<Depth>,
    credible_from: usize,
}

impl DepthScale {
    /// A scale of ascending steps, and the step from which a domain counts for breadth; `None` unless it is one of them.
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

/// Common misconceptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misconception {
    pub claim: String,
    pub answer: String,
}

/// A factor of a transition between levels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// The name on screen.
    pub title: String,
    pub text: String,
    /// Its questions, by index.
    pub questions: Vec<usize>,
    /// False for a factor that is required but not sufficient.
    pub carries: bool,
}
