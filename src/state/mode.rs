//! The mode of an embedded page, as the host configures it: a name, a first page, and the pages that it may show.

use super::GrowthPage;
use super::Page;
use crate::messages::state;
use crate::model::assessment::Role;

/// What an embedded page is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// People rate themselves.
    #[default]
    SelfAssessment,
    /// A manager rates someone.
    Manager,
    /// Two people calibrate.
    Calibration,
    /// Someone reads what is missing for a level.
    Readiness,
    /// The ladder to read, and nothing else.
    Ladder,
    /// One profile to read, and nothing else.
    Profile,
}

impl Mode {
    /// All of them, in the order in which a refusal names them.
    pub const ALL: [Self; 6] =
        [Self::SelfAssessment, Self::Manager, Self::Calibration, Self::Readiness, Self::Ladder, Self::Profile];

    /// Parses a name; an empty name is the default.
    ///
    /// # Errors
    /// A sentence for the person who configured it.
    pub fn parse(name: &str) -> Result<Self, String> {
        if name.is_empty() {
            return Ok(Self::default());
        }
        Self::ALL
            .into_iter()
            .find(|mode| mode.name() == name)
            .ok_or_else(|| state::not_mode(name, Self::ALL.map(Self::name)).into())
    }

    /// Its name in a configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::SelfAssessment => "self",
            Self::Manager => "manager",
            Self::Calibration => "calibration",
            Self::Readiness => "readiness",
            Self::Ladder => "ladder",
            Self::Profile => "profile",
        }
    }

    pub fn home(self) -> Page {
        match self {
            Self::SelfAssessment | Self::Manager => Page::Start,
            Self::Calibration => Page::Calibration,
            Self::Readiness => Page::Growth(GrowthPage::Readiness),
            Self::Ladder => Page::Ladder,
            Self::Profile => Page::Profile,
        }
    }

    /// Whether it is read-only.
    pub fn only_reads(self) -> bool {
        match self {
            Self::Ladder | Self::Profile => true,
            Self::SelfAssessment | Self::Manager | Self::Calibration | Self::Readiness => false,
        }
    }

    /// Whether a page belongs to it.
    pub fn shows(self, page: Page) -> bool {
        match self {
            Self::Ladder => matches!(page, Page::Ladder | Page::How),
            Self::Profile => matches!(page, Page::Profile | Page::Open | Page::Ladder | Page::How),
            Self::SelfAssessment | Self::Manager | Self::Calibration | Self::Readiness => true,
        }
    }

    /// The rater's role of an assessment that is started in it.
    pub fn role(self) -> Role {
        match self {
            Self::Manager => Role::Manager,
            Self::SelfAssessment | Self::Calibration | Self::Readiness | Self::Ladder | Self::Profile => Role::SelfRater,
        }
    }
}
