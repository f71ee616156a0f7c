//! What the page is for, as whoever embeds it configures: a name, where it begins, and what it may show.

use super::Beside;
use super::Page;
use crate::domain::assessment::Role;
use crate::domain::short::join;

/// What an embedded page is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// People rate themselves.
    #[default]
    SelfAssessment,
    /// A manager rates somebody.
    Manager,
    /// Two people calibrate.
    Calibration,
    /// Somebody looks at what is missing for a level.
    Readiness,
    /// The ladder to read, and nothing else.
    Ladder,
    /// One profile to read, and nothing else.
    Profile,
}

/// Every mode with its name in a configuration, and where it begins.
const MODES: [(&str, Mode, Page); 6] = [
    ("self", Mode::SelfAssessment, Page::Start),
    ("manager", Mode::Manager, Page::Start),
    ("calibration", Mode::Calibration, Page::Calibration),
    ("readiness", Mode::Readiness, Page::Beside(Beside::Readiness)),
    ("ladder", Mode::Ladder, Page::Ladder),
    ("profile", Mode::Profile, Page::Profile),
];

impl Mode {
    /// The mode of a name; an empty name is the default.
    ///
    /// # Errors
    /// A sentence for whoever configured it.
    pub fn parse(name: &str) -> Result<Self, String> {
        if name.is_empty() {
            return Ok(Self::default());
        }
        MODES.iter().find(|(known, ..)| *known == name).map(|(_, mode, _)| *mode).ok_or_else(|| {
            let names: Vec<&str> = MODES.iter().map(|(known, ..)| *known).collect();
            format!("\u{201c}{name}\u{201d} is no mode of this page; there are {}.", join(&names, "and"))
        })
    }

    /// Its name in a configuration.
    pub fn name(self) -> &'static str {
        MODES.iter().find(|(_, mode, _)| *mode == self).map_or("", |(name, ..)| *name)
    }

    /// Where it begins.
    pub fn home(self) -> Page {
        MODES.iter().find(|(_, mode, _)| *mode == self).map(|(.., home)| *home).unwrap_or_default()
    }

    /// Whether nothing is entered here.
    pub fn only_reads(self) -> bool {
        matches!(self, Self::Ladder | Self::Profile)
    }

    /// Whether a page belongs to it.
    pub fn shows(self, page: Page) -> bool {
        match self {
            Self::Ladder => matches!(page, Page::Ladder | Page::How),
            Self::Profile => matches!(page, Page::Profile | Page::Open | Page::Ladder | Page::How),
            _ => true,
        }
    }

    /// Who answers an assessment that is begun here.
    pub fn role(self) -> Role {
        if self == Self::Manager { Role::Manager } else { Role::SelfRater }
    }
}
