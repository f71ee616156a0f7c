//! The leverage mix: how often and how far each mechanism is used, and for which there is evidence. It is descriptive:
//! there are no norms, and it has no influence on the level.

use litemap::LiteMap;

use crate::base::numbers::percent_text;
use crate::messages::{self, Message};
use crate::model::growth::{Channel, Evidence};
use crate::model::ladder_extras::{Extras, LeverageScale};

pub use crate::model::growth::Use;

/// The shape of the mix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Not every mechanism was answered.
    Incomplete,
    Unused,
    /// No share is large.
    Balanced,
    /// These mechanisms, by index, have the largest share; more than one where they are equal.
    Led(Vec<usize>),
}

/// The mix, in the order of the ladder's mechanisms.
#[derive(Clone, Debug, PartialEq)]
pub struct Leverage {
    /// Frequency times reach, 0 to 1; `None` without an answer.
    pub index: Vec<Option<f64>>,
    /// The shares of the sum, if all were answered and any is used.
    pub share: Option<Vec<f64>>,
    /// Shannon's evenness of the shares (Pielou 1966), 0 to 1.
    pub evenness: Option<f64>,
    pub shape: Shape,
    /// The mechanisms that are hardly used, by index.
    pub unused: Vec<usize>,
}

/// Computes the mix; `None` for a ladder that asks nothing about it.
pub fn leverage(extras: &Extras, uses: &LiteMap<String, Use>) -> Option<Leverage> {
    let scale = extras.leverage.as_ref()?;
    let index: Vec<Option<f64>> = extras.mechanisms.iter().map(|m| used(scale, *uses.get(&m.id)?)).collect();
    let idle = (0..index.len()).filter(|i| index[*i].is_some_and(|x| x <= scale.unused_at_most)).collect();
    let complete: Option<Vec<f64>> = index.iter().copied().collect();
    let sum: f64 = complete.iter().flatten().sum();
    let share: Option<Vec<f64>> = complete.as_ref().filter(|_| sum > 0.0).map(|all| all.iter().map(|x| x / sum).collect());
    let looks = shape_of(scale, complete.is_some(), share.as_deref());
    Some(Leverage { evenness: share.as_deref().and_then(evenness), index, share, shape: looks, unused: idle })
}

fn shape_of(scale: &LeverageScale, complete: bool, share: Option<&[f64]>) -> Shape {
    let Some(share) = share else { return if complete { Shape::Unused } else { Shape::Incomplete } };
    let largest = share.iter().copied().fold(0.0, f64::max);
    if largest < scale.balanced_below {
        return Shape::Balanced;
    }
    Shape::Led((0..share.len()).filter(|i| share[*i] > largest - 1e-9).collect())
}

fn used(scale: &LeverageScale, given: Use) -> Option<f64> {
    let part = |step: Option<usize>, steps: usize| step.filter(|s| *s < steps).map(|s| s as f64 / (steps - 1) as f64);
    Some(part(given.often, scale.often.steps().len())? * part(given.reach, scale.reach.steps().len())?)
}

fn evenness(share: &[f64]) -> Option<f64> {
    let entropy: f64 = share.iter().filter(|s| **s > 0.0).map(|s| -s * s.ln()).sum();
    (share.len() > 1).then(|| entropy / (share.len() as f64).ln())
}

/// The prompts of the ladder for mechanisms that are hardly used, for a level that is held or aimed at.
pub fn leverage_prompts<'a>(extras: &'a Extras, mix: &Leverage, level: usize) -> Vec<&'a str> {
    let prompts = extras.leverage.iter().flat_map(|l| &l.prompts);
    prompts.filter(|p| level >= p.level && mix.unused.contains(&p.mechanism)).map(|p| p.text.as_str()).collect()
}

/// The number of pieces of evidence for one mechanism.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The work was done directly.
    pub direct: usize,
    /// It was done through the judgment of others.
    pub amplified: usize,
    /// Unspecified.
    pub unsaid: usize,
}

impl Shown {
    pub fn total(self) -> usize {
        self.direct + self.amplified + self.unsaid
    }
}

/// The evidence for the mechanisms, in the order of the ladder.
pub fn shown(extras: &Extras, evidence: &[Evidence]) -> Vec<Shown> {
    let mut all = vec![Shown::default(); extras.mechanisms.len()];
    for piece in evidence {
        let Some(at) = extras.mechanism(&piece.mechanism) else { continue };
        match piece.channel {
            Some(Channel::Direct) => all[at].direct += 1,
            Some(Channel::Amplified) => all[at].amplified += 1,
            None => all[at].unsaid += 1,
        }
    }
    all
}

pub fn leverage_text(extras: &Extras, mix: &Leverage) -> Vec<Message> {
    let titles = |which: &[usize]| -> Vec<&str> { which.iter().map(|i| extras.mechanisms[*i].title.as_str()).collect() };
    let mut out = vec![match (&mix.shape, &mix.share) {
        (Shape::Led(leading), Some(share)) => {
            messages::leverage::led(titles(leading), leading.len(), percent_text(share[leading[0]]))
        }
        (Shape::Balanced, _) => messages::leverage::BALANCED.into(),
        (Shape::Unused, _) => messages::leverage::NONE_USED.into(),
        _ => {
            let open: Vec<usize> = (0..mix.index.len()).filter(|i| mix.index[*i].is_none()).collect();
            messages::leverage::not_answered_yet(titles(&open))
        }
    }];
    if !mix.unused.is_empty() && mix.shape != Shape::Unused {
        out.push(messages::leverage::hardly_used(titles(&mix.unused)));
    }
    out
}

/// The same in sentences: the mechanisms with evidence, then those without.
pub fn shown_text(extras: &Extras, shown: &[Shown]) -> Vec<Message> {
    let mut out = Vec::new();
    for (m, s) in extras.mechanisms.iter().zip(shown).filter(|(_, s)| s.total() > 0) {
        let parts = [
            (s.direct, messages::leverage::direct(s.direct)),
            (s.amplified, messages::leverage::through_others(s.amplified)),
            (s.unsaid, messages::leverage::not_said_which(s.unsaid)),
        ];
        let parts = parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, message)| message);
        out.push(messages::leverage::shown(&m.title, s.total(), parts));
    }
    let empty = extras.mechanisms.iter().zip(shown).filter(|(_, s)| s.total() == 0);
    let empty: Vec<&str> = empty.map(|(m, _)| m.title.as_str()).collect();
    if !empty.is_empty() {
        out.push(messages::leverage::nothing_shown(empty));
    }
    out
}
