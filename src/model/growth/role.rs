//! The shape of a role, the use of each mechanism and the answers about the organization.

use litemap::LiteMap;

use crate::model::condition::FieldValue;
use crate::model::ladder_extras::{Input, InputKind, Part};

/// How one mechanism is used, in steps from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Use {
    pub often: Option<usize>,
    pub reach: Option<usize>,
}

/// An answer about the organization, and the result of several of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Present,
    Partly,
    Absent,
    CannotTell,
}

/// The answers of a file about a role. Which values are valid depends on the ladder, so a value can be read only together
/// with the ladder's input; all others are kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoleShape {
    given: LiteMap<Field, FieldValue>,
}

/// The name of a field, and for a share that of its part.
pub(crate) type Field = (String, Option<String>);

impl RoleShape {
    /// The values, by field.
    pub(crate) fn new(given: LiteMap<Field, FieldValue>) -> Self {
        Self { given }
    }

    pub(crate) fn given(&self) -> &LiteMap<Field, FieldValue> {
        &self.given
    }

    /// The answer in a field (`input.part` for a share), if the ladder asks for it and offers this answer.
    pub fn answer(&self, inputs: &[Input], field: &str) -> Option<&FieldValue> {
        let (input, part) = asked(inputs, field)?;
        self.given.get(&key(input, part)).filter(|given| input.offers(given))
    }

    /// Sets or removes an answer in a field that the ladder asks for. An invalid value stays until it is replaced.
    pub fn set(&mut self, inputs: &[Input], field: &str, given: Option<FieldValue>) {
        let Some((input, part)) = asked(inputs, field) else { return };
        if let Some(given) = given {
            self.given.insert(key(input, part), given);
        } else if self.answer(inputs, field).is_some() {
            self.given.remove(&key(input, part));
        }
    }

    /// Whether no question of the ladder is answered.
    pub fn is_open(&self, inputs: &[Input]) -> bool {
        fields(inputs).all(|(_, _, field)| self.answer(inputs, &field).is_none())
    }

    /// The known value of a field: neither the answer *unknown* nor shares with a wrong total.
    pub fn known(&self, inputs: &[Input], field: &str) -> Option<&FieldValue> {
        let value = self.answer(inputs, field)?;
        let (input, _) = asked(inputs, field)?;
        let counts = match &input.kind {
            InputKind::Shares { .. } => self.missing_share(inputs, &input.id).is_none(),
            InputKind::Choice(offers) => offers.iter().any(|o| o.value == *value && !o.unknown),
            InputKind::Count => true,
            InputKind::Title => false,
        };
        counts.then_some(value)
    }

    /// How much the shares of an input are short of their total; negative where they exceed it. `None` if the total is
    /// right, or no share is given.
    pub fn missing_share(&self, inputs: &[Input], input: &str) -> Option<f64> {
        let InputKind::Shares { total, parts, .. } = &inputs.iter().find(|i| i.id == input)?.kind else { return None };
        let share = |part: &Part| match self.answer(inputs, &format!("{input}.{}", part.id)) {
            Some(FieldValue::Number(n)) => Some(*n),
            _ => None,
        };
        let shares: Vec<f64> = parts.iter().filter_map(share).collect();
        let missing = total - shares.iter().sum::<f64>();
        (!shares.is_empty() && missing.abs() > 1.0).then_some(missing)
    }
}

pub(crate) fn fields(inputs: &[Input]) -> impl Iterator<Item = (&Input, Option<&str>, String)> {
    inputs.iter().flat_map(|input| {
        let parts: Vec<Option<&str>> = match &input.kind {
            InputKind::Shares { parts, .. } => parts.iter().map(|p| Some(p.id.as_str())).collect(),
            InputKind::Title => Vec::new(),
            InputKind::Choice(_) | InputKind::Count => vec![None],
        };
        parts
            .into_iter()
            .map(move |part| (input, part, part.map_or_else(|| input.id.clone(), |part| format!("{}.{part}", input.id))))
    })
}

fn asked<'a>(inputs: &'a [Input], field: &str) -> Option<(&'a Input, Option<&'a str>)> {
    fields(inputs).find(|(_, _, name)| name == field).map(|(input, part, _)| (input, part))
}

fn key(input: &Input, part: Option<&str>) -> Field {
    (input.id.clone(), part.map(str::to_owned))
}
