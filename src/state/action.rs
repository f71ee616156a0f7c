//! What can happen, named as things that happened. Times are ISO 8601 and come from outside.

use std::rc::Rc;

use super::GrowthChange;
use super::{CalibrationAction, Offer};
use super::{Contents, Document, DocumentKey, Page, Saving};
use crate::files::{FileError, Found};
use crate::model::assessment::{Assessment, Choice};
use crate::model::ladder::Ladder;

/// Something that happened on screen or in the store.
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
    /// The choice was taken back; the example stays as a draft.
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
    /// "There was no room for more here" was ticked or unticked.
    NoRoomTicked {
        /// The question, by index.
        question: usize,
        /// Whether it is ticked now.
        ticked: bool,
        now: String,
    },
    /// Something about the assessment as a whole was edited.
    DetailsChanged {
        change: Detail,
        now: String,
    },
    /// *Continue*.
    Continued,
    /// *Back*.
    WentBack,
    /// A link to a page, or the browser's Back and Forward.
    PageAsked(Page),
    /// The question that tells most was asked for.
    BestQuestionAsked,
    /// The last change of an answer was undone.
    Undone,
    Redone,
    /// A file, a pasted text or a link was read.
    FileRead {
        /// The file's name, or what it was.
        name: String,
        found: Rc<Result<Found, FileError>>,
        /// Whether it came alone: then an assessment that is new here is opened at once.
        alone: bool,
        /// A new id in case its own is taken.
        id: String,
    },
    /// Who embeds the page offered an assessment, or something that is none.
    Offered {
        offer: Offer,
        /// A new id in case its own is odd.
        id: String,
    },
    /// What was offered was opened.
    OfferTaken {
        /// A new id in case its own is taken.
        id: String,
    },
    /// What was offered was sent away.
    OfferDeclined,
    /// What was read and waited for a decision was added: a second state of a record, or the answers of a link.
    ImportAdded {
        /// Its place among the readings.
        import: usize,
        id: String,
    },
    /// Everything that was read and is offered was added; with a new id.
    OfferedAdded(String),
    /// What was imported since the page for files was opened was taken away again.
    ImportsDismissed,
    /// An assessment was begun as a link sets it up.
    SetUpTaken {
        /// The link's place among the readings.
        import: usize,
        id: String,
        now: String,
    },
    /// The state of the open assessment was put into its history.
    SnapshotTaken {
        /// A new id for the copy.
        id: String,
        /// Why, in the reader's words.
        why: String,
        now: String,
    },
    /// Something beside the level of the open assessment was changed.
    GrowthChanged {
        change: Rc<GrowthChange>,
        now: String,
    },
    /// A record for answers about the organization alone was begun.
    ReadinessBegun {
        id: String,
        now: String,
    },
    /// A file of an assessment was exported.
    FileSaved {
        id: String,
        now: String,
    },
    /// A save succeeded or failed.
    SavingChanged(Saving),
    /// The reader allowed the page to store where others can read it.
    StoringAllowed,
    /// The lazy part is here, and with it the ladder in use with what it has besides its dimensions.
    FeaturesLoaded(Rc<Ladder>),
    StoreLoaded(Rc<Contents>),
    /// Another window changed a document, or deleted it.
    ExternalChange {
        key: DocumentKey,
        theirs: Option<Rc<Document>>,
    },
    /// Another window deleted an assessment that was made for a calibration session, by its id: it did not seal it.
    DeletedExternally(String),
    /// Of two versions of a document one was kept.
    VersionChosen {
        key: DocumentKey,
        /// Whether it is the one that is not shown.
        theirs: bool,
    },
    /// Another window deleted everything.
    EverythingDeletedExternally,
    EverythingDeleted,
    /// Something happened for a calibration.
    Calibration(Rc<CalibrationAction>),
}

impl Action {
    /// A change of what stands beside the level, at a time.
    pub fn growth(change: GrowthChange, now: String) -> Self {
        Self::GrowthChanged { change: Rc::new(change), now }
    }

    /// Something that happened for a calibration.
    pub fn calibrations(action: CalibrationAction) -> Self {
        Self::Calibration(Rc::new(action))
    }

    /// Whether it changes what is chosen, which is kept as soon as it is on screen; what is typed may wait for the next letter.
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
    /// The day by which the record should be deleted.
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
