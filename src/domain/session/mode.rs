//! What the page is for, as whoever embeds it configures: a name, where it begins, and what it may show.

use super::Page;
use crate::domain::assessment::Role;
use crate::domain::profile::join;

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

/// Every mode: its name in a configuration, where it begins, or the sentence of a build that has no page for it.
const MODES: [(&str, Mode, Result<Page, &str>); 6] = [
    ("self", Mode::SelfAssessment, Ok(Page::Start)),
    ("manager", Mode::Manager, Ok(Page::Start)),
    ("calibration", Mode::Calibration, Err("This version has no page for calibration sessions yet.")),
    ("readiness", Mode::Readiness, Err("This version has no page for readiness yet.")),
    ("ladder", Mode::Ladder, Ok(Page::Ladder)),
    ("profile", Mode::Profile, Ok(Page::Profile)),
];

impl Mode {
    /// The mode of a name; an empty name is the default.
    ///
    /// # Errors
    /// A sentence for whoever configured it.
    pub fn parse(name: &str) -> Result<Self, String> {
        let found = MODES.iter().find(|(known, ..)| *known == name || (name.is_empty() && *known == "self"));
        match found {
            Some((_, mode, Ok(_))) => Ok(*mode),
            Some((_, _, Err(sentence))) => Err((*sentence).to_owned()),
            None => {
                let names: Vec<&str> = MODES.iter().map(|(known, ..)| *known).collect();
                Err(format!("\u{201c}{name}\u{201d} is no mode of this page; there are {}.", join(&names, "and")))
            }
        }
    }

    /// Where it begins.
    pub fn home(self) -> Page {
        MODES.iter().find(|(_, mode, _)| *mode == self).and_then(|(.., home)| (*home).ok()).unwrap_or_default()
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
