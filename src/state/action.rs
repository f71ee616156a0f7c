//! Actions: what happened, in the past tense. Times are ISO 8601 and come from outside.

use std::rc::Rc;

use super::GrowthChange;
use super::{CalibrationAction, Offer};
use super::{Contents, Document, DocumentKey, Page, Saving};
use crate::files::{FileError, Found};
use crate::model::assessment::{Assessment, Choice};
use crate::model::ladder::Ladder;

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A blank self-assessment was started.
    SelfAssessmentStarted {
        id: String,
        now: String,
    },
    /// A saved assessment was chosen.
    AssessmentOpened(String),
    /// A saved assessment was deleted.
    AssessmentDeleted(String),
    /// A statement or an answer off the scale was chosen.
    AnswerChosen {
        /// The question, by index.
        question: usize,
        choice: Choice,
        now: String,
    },
    /// The choice was cleared; the example stays as a draft.
    AnswerCleared {
        /// The question, by index.
        question: usize,
        now: String,
    },
    ExampleTyped {
        /// The question, by index.
        question: usize,
        text: String,
        now: String,
    },
    /// The checkbox "The role offered no scope for more" was changed.
    NoRoomTicked {
        /// The question, by index.
        question: usize,
        /// Whether it is ticked now.
        ticked: bool,
        now: String,
    },
    /// A field of the assessment as a whole was edited.
    DetailsChanged {
        change: Detail,
        now: String,
    },
    /// *Continue*.
    Continued,
    /// *Back*.
    WentBack,
    /// A page was requested by a link, or by the browser's Back and Forward.
    PageRequested(Page),
    /// The most informative question was requested.
    BestQuestionRequested,
    /// The last change of an answer was undone.
    Undone,
    Redone,
    /// A file, a pasted text or a link was read.
    FileRead {
        /// The file's name, or a description.
        name: String,
        found: Rc<Result<Found, FileError>>,
        /// Whether it was the only one: then a new assessment is opened at once.
        alone: bool,
        /// A new id, used if its own is taken.
        id: String,
    },
    /// The host offered an assessment, or something else.
    Offered {
        offer: Offer,
        /// A new id, used if its own is invalid.
        id: String,
    },
    /// The offer was accepted.
    OfferTaken {
        /// A new id, used if its own is taken.
        id: String,
    },
    /// The offer was declined.
    OfferDeclined,
    /// An import that waited for a decision was added: a second version of an assessment, or the answers of a link.
    ImportAdded {
        /// The index of the import.
        import: usize,
        id: String,
    },
    /// All offered imports were added; with a new id.
    OfferedAdded(String),
    /// All imports since the page for files was opened were removed.
    ImportsDismissed,
    /// An assessment was begun as a link sets it up.
    SetUpTaken {
        /// The index of the link among the imports.
        import: usize,
        id: String,
        now: String,
    },
    /// A snapshot of the open assessment was taken.
    SnapshotTaken {
        /// A new id for the copy.
        id: String,
        /// Why, in the reader's words.
        why: String,
        now: String,
    },
    /// The open assessment was carried over to the ladder in use.
    CarriedOver {
        /// A new id for the copy.
        id: String,
        now: String,
    },
    /// Growth data of the open assessment was changed.
    GrowthChanged {
        change: Rc<GrowthChange>,
        now: String,
    },
    /// An assessment for answers about the organization alone was started.
    ReadinessBegun {
        id: String,
        now: String,
    },
    FileSaved {
        id: String,
        now: String,
    },
    /// A save succeeded or failed.
    SavingChanged(Saving),
    /// The reader allowed the page to store data where other files can read it.
    StoringAllowed,
    /// The lazy part is loaded, with the ladder in use including its extras.
    FeaturesLoaded(Rc<Ladder>),
    StoreLoaded(Rc<Contents>),
    /// Another window changed a document, or deleted it.
    ExternalChange {
        key: DocumentKey,
        theirs: Option<Rc<Document>>,
    },
    /// Another window deleted an assessment of a calibration session, by its id, and did not seal it.
    DeletedExternally(String),
    /// One of two versions of a document was chosen.
    VersionChosen {
        key: DocumentKey,
        /// Whether it is the one that is not shown.
        theirs: bool,
    },
    /// Another window deleted everything.
    EverythingDeletedExternally,
    EverythingDeleted,
    Calibration(Rc<CalibrationAction>),
}

impl Action {
    /// A change of growth data, at a time.
    pub fn growth(change: GrowthChange, now: String) -> Self {
        Self::GrowthChanged { change: Rc::new(change), now }
    }

    pub fn calibrations(action: CalibrationAction) -> Self {
        Self::Calibration(Rc::new(action))
    }

    /// Whether it changes a choice, which is saved after one frame; typed text may wait for the next letter.
    pub fn changes_a_choice(&self) -> bool {
        match self {
            Self::AnswerChosen { .. } | Self::AnswerCleared { .. } | Self::NoRoomTicked { .. } | Self::Undone | Self::Redone => {
                true
            }
            Self::DetailsChanged { change, .. } => matches!(change, Detail::Target(_)),
            Self::GrowthChanged { change, .. } => !change.may_wait(),
            Self::Calibration(action) => match &**action {
                CalibrationAction::Talked(event) => !event.may_wait(),
                CalibrationAction::Marked { .. } | CalibrationAction::InvitationMade { .. } => true,
                _ => false,
            },
            _ => false,
        }
    }
}

/// A field of the assessment as a whole with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    Title(String),
    /// Level aimed at, by id.
    Target(String),
    /// First month of the period.
    From(String),
    /// Last month of the period.
    To(String),
    /// The day by which the assessment should be deleted.
    DeleteBy(String),
    /// The reader's own name for a term, by the term's id.
    Term(String, String),
}

impl Detail {
    pub(super) fn write(self, a: &mut Assessment) {
        match self {
            Self::Title(text) => a.subject.title = text,
            Self::Target(text) => a.subject.target = text,
            Self::From(text) => a.period.from = text,
            Self::To(text) => a.period.to = text,
            Self::DeleteBy(text) => a.delete_by = text,
            Self::Term(id, name) if name.is_empty() => {
                a.terms.remove(&id);
            }
            Self::Term(id, name) => {
                a.terms.insert(id, name);
            }
        }
    }
}
