//! What this browser itself did with ratings for a session. It is in its store beside the assessment and goes into no file.

/// The seal of an assessment as a state, not as a comparison of times: set by sealing, lifted by opening the ratings again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnSeal {
    /// The number of the last seal that was made here; 0 if there was none.
    pub number: u32,
    /// Its code, 40 digits, or empty.
    pub code: String,
    /// Whether the ratings were opened again after that seal, or the seal has not come into force.
    pub lifted: bool,
    /// Whether both sides' files were opened here.
    pub revealed: bool,
}

impl OwnSeal {
    /// Whether nothing in the ratings may change.
    pub fn holds(&self) -> bool {
        self.number > 0 && !self.lifted
    }

    /// What two windows know together. A higher number is later, and lifting comes after the seal that it lifts, so no
    /// clock is asked.
    #[must_use]
    pub fn joined(&self, other: &Self) -> Self {
        let revealed = self.revealed || other.revealed;
        let rank = |s: &Self| (s.number, s.lifted, s.code.clone());
        let later = if rank(other) > rank(self) { other } else { self };
        Self { revealed, ..later.clone() }
    }
}
