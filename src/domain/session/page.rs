//! What can be on screen, and the short names under which the browser's history and the store keep it.

use super::Beside;
use crate::domain::ladder::Ladder;

/// How a question was reached, which decides where *Continue* leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// In the order of the walk.
    Onward,
    /// From the check page, and back to it.
    Changing,
    /// Because it tells most.
    Best,
}

/// A screen. Questions are indices into the ladder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// What this is.
    #[default]
    Start,
    /// One question.
    Question(usize, Way),
    /// The first profile, after the core.
    First,
    /// All answers with *Change*.
    Check,
    /// The whole profile.
    Profile,
    /// The ladder to read.
    Ladder,
    /// All questions on one page.
    All,
    /// About this assessment.
    Details,
    /// How it is calculated.
    How,
    /// Files, pasted texts and links that were read.
    Open,
    /// Files, links and exports of the open assessment.
    Share,
    /// The states of the open assessment over time.
    History,
    /// What is stored, and how to take it away.
    Data,
    /// What stands beside the level.
    Beside(Beside),
    /// The desk of a calibration: invitations, what is sealed, records.
    Calibration,
    /// A fictional dossier to rate before one rates a person.
    WarmUp,
    /// Before ratings are sealed.
    Seal,
    /// The code and the opening number of a seal.
    Sealed,
    /// Both files, codes and opening numbers.
    Reveal,
    /// The session of two people.
    Talk,
    /// A record, in progress or finished.
    Record,
    /// Whether a closing code fits a record.
    Verify,
    /// A committee.
    Committee,
}

const PLAIN: [Page; 12] = [
    Page::Start,
    Page::First,
    Page::Check,
    Page::Profile,
    Page::Ladder,
    Page::All,
    Page::Details,
    Page::How,
    Page::Open,
    Page::Share,
    Page::History,
    Page::Data,
];

/// The pages of calibrations.
const DESK: [Page; 9] = [
    Page::Calibration,
    Page::WarmUp,
    Page::Seal,
    Page::Sealed,
    Page::Reveal,
    Page::Talk,
    Page::Record,
    Page::Verify,
    Page::Committee,
];

impl Way {
    const ALL: [Self; 3] = [Self::Onward, Self::Changing, Self::Best];

    /// What stands before the question's id.
    fn prefix(self) -> &'static str {
        match self {
            Self::Onward => "question/",
            Self::Changing => "change/",
            Self::Best => "best/",
        }
    }
}

impl Page {
    /// The short name; questions by their stable id.
    pub fn name(self, ladder: &Ladder) -> String {
        let id = if let Self::Question(q, _) = self { ladder.questions[q].id.as_str() } else { "" };
        format!("{}{id}", self.word())
    }

    /// The short name, or what begins it. A page without one does not compile.
    fn word(self) -> &'static str {
        match self {
            Self::Question(_, way) => way.prefix(),
            Self::Beside(beside) => beside.name(),
            Self::Start => "start",
            Self::First => "first",
            Self::Check => "check",
            Self::Profile => "profile",
            Self::Ladder => "ladder",
            Self::All => "all",
            Self::Details => "details",
            Self::How => "how",
            Self::Open => "open",
            Self::Share => "share",
            Self::History => "history",
            Self::Data => "data",
            Self::Calibration => "calibration",
            Self::WarmUp => "warm-up",
            Self::Seal => "seal",
            Self::Sealed => "sealed",
            Self::Reveal => "reveal",
            Self::Talk => "session",
            Self::Record => "record",
            Self::Verify => "verify",
            Self::Committee => "committee",
        }
    }

    /// The page of a short name.
    pub fn parse(name: &str, ladder: &Ladder) -> Option<Self> {
        if let Some(page) = PLAIN.into_iter().chain(DESK).find(|page| page.word() == name) {
            return Some(page);
        }
        if let Some(page) = Beside::parse(name) {
            return Some(page);
        }
        let (id, way) = Way::ALL.into_iter().find_map(|way| Some((name.strip_prefix(way.prefix())?, way)))?;
        Some(Self::Question(ladder.question_index(id)?, way))
    }

    /// Whether it is looked at beside the walk and leads back to where the reader was.
    pub fn is_aside(self) -> bool {
        if matches!(self, Self::Beside(_)) {
            return true;
        }
        matches!(self, Self::Ladder | Self::How | Self::Details | Self::Open | Self::Share | Self::History | Self::Data)
    }

    /// Whether it tells the level of the open assessment, or rests on it. What tells it in a part alone leaves that part out.
    pub fn shows_level(self) -> bool {
        match self {
            Self::First | Self::Profile | Self::History => true,
            Self::Beside(beside) => !matches!(beside, Beside::Evidence | Beside::Readiness),
            _ => false,
        }
    }

    /// Whether it belongs to calibrations.
    pub fn is_at_desk(self) -> bool {
        DESK.contains(&self)
    }

    /// Whether it shows an assessment.
    pub fn needs_assessment(self) -> bool {
        if let Self::Beside(beside) = self {
            return beside.needs_assessment();
        }
        !matches!(self, Self::Start | Self::Ladder | Self::How | Self::Open | Self::Data)
            && (!self.is_at_desk() || self == Self::Seal)
    }
}
