//! The pages, and the short names under which the browser's history and the store keep them.

use super::GrowthPage;
use crate::model::ladder::Ladder;

/// How a question was reached, which decides where *Continue* leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// In the order of the questions.
    InOrder,
    /// From the check page, and back to it.
    Changing,
    /// As the most informative question.
    Best,
}

/// Declares the pages without parameters, each with its short name, in one place, so that none can be missing in
/// [`Page::parse`].
macro_rules! pages {
    ($($(#[$about:meta])* $page:ident = $word:literal,)*) => {
        /// A page. Questions are indices into the ladder.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum Page {
            $($(#[$about])* $page,)*
            Question(usize, Route),
            /// A page for growth data.
            Growth(GrowthPage),
        }

        impl Page {
            const PLAIN: &[Self] = &[$(Self::$page,)*];

            /// The short name, or its prefix.
            fn word(self) -> &'static str {
                match self {
                    $(Self::$page => $word,)*
                    Self::Question(_, route) => route.prefix(),
                    Self::Growth(page) => page.name(),
                }
            }
        }
    };
}

pages! {
    #[default]
    Start = "start",
    /// The first profile, after the core.
    First = "first",
    /// All answers with *Change*.
    Check = "check",
    Profile = "profile",
    Ladder = "ladder",
    /// All questions on one page.
    All = "all",
    Details = "details",
    How = "how",
    /// Files, pasted texts and links that were read.
    Open = "open",
    /// Files, links and exports of the open assessment.
    Share = "share",
    /// The snapshots of the open assessment.
    History = "history",
    /// The stored data, and how to export and delete it.
    Data = "data",
    /// The overview of calibrations: invitations, sealed files, records.
    Calibration = "calibration",
    /// A fictional dossier for practice.
    WarmUp = "warm-up",
    /// Before ratings are sealed.
    Seal = "seal",
    /// The code and the opening number of a seal.
    Sealed = "sealed",
    /// Both files, codes and opening numbers.
    Reveal = "reveal",
    /// The session of two people.
    Talk = "session",
    /// A record, in progress or finished.
    Record = "record",
    /// Whether a closing code fits a record.
    Verify = "verify",
    /// A committee.
    Committee = "committee",
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// From the start page through the questions to the profile.
    Main,
    /// A secondary page, which leads back to the return page.
    Secondary,
    Calibrations,
}

impl Route {
    const ALL: [Self; 3] = [Self::InOrder, Self::Changing, Self::Best];

    /// The prefix of the question's id.
    fn prefix(self) -> &'static str {
        match self {
            Self::InOrder => "question/",
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

    /// The page of a short name.
    pub fn parse(name: &str, ladder: &Ladder) -> Option<Self> {
        if let Some(page) = Self::PLAIN.iter().copied().find(|page| page.word() == name) {
            return Some(page);
        }
        if let Some(page) = GrowthPage::parse(name) {
            return Some(page);
        }
        let (id, route) = Route::ALL.into_iter().find_map(|route| Some((name.strip_prefix(route.prefix())?, route)))?;
        Some(Self::Question(ladder.question_index(id)?, route))
    }

    fn part(self) -> Part {
        match self {
            Self::Start | Self::Question(..) | Self::First | Self::Check | Self::Profile | Self::All => Part::Main,
            Self::Ladder
            | Self::How
            | Self::Details
            | Self::Open
            | Self::Share
            | Self::History
            | Self::Data
            | Self::Growth(_) => Part::Secondary,
            Self::Calibration
            | Self::WarmUp
            | Self::Seal
            | Self::Sealed
            | Self::Reveal
            | Self::Talk
            | Self::Record
            | Self::Verify
            | Self::Committee => Part::Calibrations,
        }
    }

    /// Whether it is a secondary page, which leads back to the return page.
    pub fn is_secondary(self) -> bool {
        self.part() == Part::Secondary
    }

    /// Whether it belongs to calibrations.
    pub fn is_calibration(self) -> bool {
        self.part() == Part::Calibrations
    }

    /// Whether it shows the level of the open assessment, or depends on it. A page that shows it only in a part leaves that
    /// part out.
    pub fn shows_level(self) -> bool {
        match self {
            Self::First | Self::Profile | Self::History => true,
            Self::Growth(page) => page.shows_level(),
            Self::Start
            | Self::Question(..)
            | Self::Check
            | Self::Ladder
            | Self::All
            | Self::Details
            | Self::How
            | Self::Open
            | Self::Share
            | Self::Data
            | Self::Calibration
            | Self::WarmUp
            | Self::Seal
            | Self::Sealed
            | Self::Reveal
            | Self::Talk
            | Self::Record
            | Self::Verify
            | Self::Committee => false,
        }
    }

    /// Whether it shows an assessment.
    pub fn needs_assessment(self) -> bool {
        match self {
            Self::Question(..)
            | Self::First
            | Self::Check
            | Self::Profile
            | Self::All
            | Self::Details
            | Self::Share
            | Self::History
            | Self::Seal => true,
            Self::Growth(page) => page.needs_assessment(),
            Self::Start
            | Self::Ladder
            | Self::How
            | Self::Open
            | Self::Data
            | Self::Calibration
            | Self::WarmUp
            | Self::Sealed
            | Self::Reveal
            | Self::Talk
            | Self::Record
            | Self::Verify
            | Self::Committee => false,
        }
    }
}
