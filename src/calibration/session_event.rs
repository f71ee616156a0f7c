//! The events of a session. Times are arguments.

use crate::base::limits::MAX_LINE;
use crate::documents::calibration::{ActionItem, Opportunity, Party, Previous, Reason, Side, Unclear};
use crate::model::assessment::Choice;

/// What a session begins with.
#[derive(Clone, Debug)]
pub struct SessionStart {
    pub id: String,
    /// The time, ISO 8601.
    pub now: String,
    /// Both sides, in any order.
    pub parties: [Party; 2],
    /// The name of the person that it is about, as it was typed here; may be empty.
    pub subject: String,
    /// The record that this is a second look at.
    pub previous: Option<Previous>,
}

/// Something that happened. Questions are given by index.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A length in minutes was chosen, one of [`super::LENGTHS`].
    LengthChosen(usize),
    /// The side that writes was chosen; `None` where one screen is shared.
    WriterChosen(Option<Side>),
    /// A question was turned to.
    QuestionOpened(usize),
    /// An answer was proposed for both.
    AnswerProposed {
        question: usize,
        choice: Choice,
    },
    /// A side's reason was chosen, typed or removed.
    ReasonGiven {
        question: usize,
        side: Side,
        reason: Option<Reason>,
    },
    /// The example that the session records was edited.
    ExampleTyped {
        question: usize,
        text: String,
    },
    /// *Agree*: both accept the proposal.
    Agreed(usize),
    /// *Record dissent*: both ratings stand.
    DissentRecorded(usize),
    /// The question was passed over; both ratings stand.
    LeftAsRated(usize),
    /// A decided question was reopened; the decision becomes a draft.
    Reopened(usize),
    /// The lines on who could have given an opportunity were edited.
    OpportunityTyped {
        question: usize,
        opportunity: Opportunity,
    },
    ActionAdded(ActionItem),
    ActionChanged {
        at: usize,
        action: ActionItem,
    },
    ActionRemoved(usize),
    /// A statement was marked as unclear.
    UnclearMarked(Unclear),
    /// A mark was taken back.
    UnclearWithdrawn(usize),
    /// Time passed: seconds of talk in all. It blocks nothing.
    TimePassed(usize),
    /// The last step was undone.
    Undone,
    Redone,
    /// *Finish session*. After it nothing changes any more.
    Finished {
        /// The time, ISO 8601.
        now: String,
    },
}

/// A text field; typing on in one is one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Reason(usize, Side),
    Example(usize),
    Opportunity(usize),
    Action(usize),
}

impl Event {
    /// Whether it edits a text letter by letter or advances the timer. Such an event may wait for the next one before it is
    /// saved.
    pub fn may_wait(&self) -> bool {
        self.field().is_some() || matches!(self, Self::TimePassed(_))
    }

    /// Whether a text in it is longer than a line may be.
    pub fn is_too_long(&self) -> bool {
        let long = |text: &String| text.chars().count() > MAX_LINE;
        match self {
            Self::ReasonGiven { reason: Some(reason), .. } => long(&reason.text),
            Self::ExampleTyped { text, .. } => long(text),
            Self::OpportunityTyped { opportunity, .. } => long(&opportunity.who) || long(&opportunity.will),
            Self::ActionAdded(a) | Self::ActionChanged { action: a, .. } => long(&a.owner) || long(&a.what) || long(&a.by),
            Self::UnclearMarked(mark) => long(&mark.text),
            _ => false,
        }
    }

    /// The text field that it types in.
    pub(super) fn field(&self) -> Option<Field> {
        match self {
            Self::ReasonGiven { question, side, .. } => Some(Field::Reason(*question, *side)),
            Self::ExampleTyped { question, .. } => Some(Field::Example(*question)),
            Self::OpportunityTyped { question, .. } => Some(Field::Opportunity(*question)),
            Self::ActionChanged { at, .. } => Some(Field::Action(*at)),
            _ => None,
        }
    }
}
