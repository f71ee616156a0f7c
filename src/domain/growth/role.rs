//! The shape of a role, the use of each mechanism and the answers about the organisation, as an assessment holds them.

use litemap::LiteMap;

use crate::domain::condition::Given;
use crate::domain::ladder_extras::{Input, InputKind, Part};

/// How one mechanism is used, in steps from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Use {
    /// How often.
    pub often: Option<usize>,
    /// How far it reaches.
    pub reach: Option<usize>,
}

/// An answer about the organisation, and what several of them come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is there.
    Present,
    /// Part of it is.
    Partly,
    /// It is not.
    Absent,
    /// It cannot be told.
    CannotTell,
}

/// What was given about a role, by field; a part of a whole has the field `input.part`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleShape {
    /// By field.
    pub given: LiteMap<String, Given>,
}

impl RoleShape {
    /// What counts as known for a field: not the answer that it is not known, and no shares that miss their whole.
    pub fn known(&self, inputs: &[Input], field: &str) -> Option<&Given> {
        let given = self.given.get(field)?;
        let input = field.split_once('.').map_or(field, |(input, _)| input);
        let counts = match &inputs.iter().find(|i| i.id == input)?.kind {
            InputKind::Shares { .. } => self.missing_share(inputs, input).is_none(),
            InputKind::Choice(offers) => offers.iter().any(|o| o.value == *given && !o.unknown),
            InputKind::Count => true,
            InputKind::Title => false,
        };
        counts.then_some(given)
    }

    /// How much the shares of an input are short of their whole; negative where they are over it. `None` where they make
    /// the whole, or where none is given.
    pub fn missing_share(&self, inputs: &[Input], input: &str) -> Option<f64> {
        let InputKind::Shares { total, parts, .. } = &inputs.iter().find(|i| i.id == input)?.kind else { return None };
        let share = |part: &Part| match self.given.get(&format!("{input}.{}", part.id)) {
            Some(Given::Number(n)) => Some(*n),
            _ => None,
        };
        let shares: Vec<f64> = parts.iter().filter_map(share).collect();
        let missing = total - shares.iter().sum::<f64>();
        (!shares.is_empty() && missing.abs() > 1.0).then_some(missing)
    }
}
