//! The state of this browser's own seal of an assessment. It is stored with the assessment and is in no exported file.

/// The seal of an assessment. It is a state, not a comparison of times: sealing sets it, and opening the ratings again
/// lifts it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnSeal {
    /// The number of the last seal that was made here; 0 if there was none.
    pub number: u32,
    /// Its code, 40 digits, or empty.
    pub code: String,
    /// Whether the ratings were opened again after that seal, or the seal is not in force yet.
    pub lifted: bool,
    /// Whether both sides' files were opened here.
    pub revealed: bool,
}

impl OwnSeal {
    /// Whether nothing in the ratings may change.
    pub fn holds(&self) -> bool {
        self.number > 0 && !self.lifted
    }

    /// Merges the states of two windows. A higher number is later, and lifting comes after the seal that it lifts, so no
    /// clock is needed.
    #[must_use]
    pub fn joined(&self, other: &Self) -> Self {
        let revealed = self.revealed || other.revealed;
        let rank = |s: &Self| (s.number, s.lifted, s.code.clone());
        let later = if rank(other) > rank(self) { other } else { self };
        Self { revealed, ..later.clone() }
    }
}
