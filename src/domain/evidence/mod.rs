//! Pieces of evidence: what was done, when, how far it reached, what one's own part was, what came of it. One piece may
//! stand behind several answers, which name it by its id.

mod coverage;
mod domains;
mod link;
mod timeline;

pub use coverage::{Coverage, coverage, coverage_words, source_words};
pub use domains::{DepthAndBreadth, Domain, depth_and_breadth, depth_words};
pub use link::Link;
pub use timeline::{Dated, Timeline, timeline, timeline_words};

use litemap::LiteMap;

use serde_json::{Map, Value};

use super::assessment::Assessment;
use super::dates::span_words;
use super::ids::fresh;
use super::ladder_extras::{Extras, FieldOf};

/// How the work had its effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// By what the writer did or decided.
    Direct,
    /// Through the judgement that the writer built in others.
    Amplified,
}

/// One piece of evidence. Every text may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// What answers name it by.
    pub id: String,
    /// What it is, in one line.
    pub title: String,
    /// Its kind: the id of a template.
    pub template: String,
    /// First month or day, ISO 8601.
    pub from: String,
    /// Last month or day, ISO 8601.
    pub to: String,
    /// The month or day until which it still binds, ISO 8601.
    pub binds_until: String,
    /// The one mechanism it shows, by id.
    pub mechanism: String,
    /// Whether directly or through others.
    pub mode: Option<Mode>,
    /// How far it reached, in words.
    pub reach: String,
    /// About how many people.
    pub people: Option<usize>,
    /// How many teams.
    pub teams: Option<usize>,
    /// How high up it was done, by id.
    pub altitude: String,
    /// The writer's own part.
    pub part: String,
    /// What came of it.
    pub outcome: String,
    /// Whether the outcome is still open.
    pub pending: bool,
    /// Where to look.
    pub link: Option<Link>,
    /// Who can confirm it, as a role.
    pub corroborator: String,
    /// Whether it stays out of copies unless somebody asks for it.
    pub sensitive: bool,
    /// What its template asks beside the fields that all have, by name.
    pub details: LiteMap<String, String>,
    /// Fields of later versions, and values that could not be read.
    pub extra: Map<String, Value>,
}

impl Evidence {
    /// The text in a field that a template asks for.
    pub fn text(&self, field: &FieldOf) -> &str {
        match field {
            FieldOf::Title => &self.title,
            FieldOf::Reach => &self.reach,
            FieldOf::Part => &self.part,
            FieldOf::Outcome => &self.outcome,
            FieldOf::Detail(name) => self.details.get(name).map_or("", String::as_str),
        }
    }

    /// Changes the text in a field that a template asks for.
    pub fn set_text(&mut self, field: &FieldOf, text: String) {
        let place = match field {
            FieldOf::Title => &mut self.title,
            FieldOf::Reach => &mut self.reach,
            FieldOf::Part => &mut self.part,
            FieldOf::Outcome => &mut self.outcome,
            FieldOf::Detail(name) => {
                if text.is_empty() {
                    self.details.remove(name);
                } else {
                    self.details.insert(name.clone(), text);
                }
                return;
            }
        };
        *place = text;
    }

    /// "February to September 2026"; empty without a date.
    pub fn when_words(&self) -> String {
        span_words(&self.from, &self.to)
    }

    /// "Search and billing; about 60 people; 9 teams; binds until June 2028"; empty where nothing is said.
    pub fn reach_words(&self) -> String {
        let mut parts = Vec::new();
        if !self.reach.is_empty() {
            parts.push(self.reach.clone());
        }
        parts.extend(self.people.map(|n| format!("about {n} {}", if n == 1 { "person" } else { "people" })));
        parts.extend(self.teams.map(|n| format!("{n} {}", if n == 1 { "team" } else { "teams" })));
        if !self.binds_until.is_empty() {
            parts.push(format!("binds {}", span_words("", &self.binds_until)));
        }
        if let [first, _, ..] = parts.as_mut_slice() {
            *first = first.trim_end_matches('.').to_owned();
        }
        parts.join("; ")
    }

    /// What came of it, or that this is still open; empty where neither is said.
    pub fn outcome_words(&self) -> String {
        match (self.outcome.is_empty(), self.pending) {
            (true, true) => "Still open.".into(),
            (false, true) => format!("{} Still open.", sentence(&self.outcome)),
            (_, false) => self.outcome.clone(),
        }
    }
}

/// Ends a text with a full stop unless it ends with a mark already.
fn sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() || text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// An id that no piece has and no answer names.
pub fn fresh_id(a: &Assessment) -> String {
    let cited = a.answers.values().flat_map(|x| &x.evidence);
    fresh("e", a.evidence_ids.iter().chain(cited).map(String::as_str))
}

/// What is worth saying about where the work was done, for a level that is held or aimed at: `None` where some piece
/// reaches that high, where no piece says how high it reaches, or where the ladder names no altitude for the level.
pub fn altitude_words(extras: &Extras, evidence: &[Evidence], level: usize, title: &str) -> Option<String> {
    let altitudes = &extras.evidence.altitudes;
    let at = |piece: &Evidence| altitudes.iter().find(|a| a.id == piece.altitude);
    let levels: Vec<usize> = evidence.iter().filter_map(at).map(|a| a.level).collect();
    let wanted = altitudes.iter().find(|a| a.level == level)?;
    if levels.is_empty() || levels.iter().any(|l| *l >= level) {
        return None;
    }
    Some(format!(
        "None of the {} pieces that say how high they reach is marked \u{201c}{}\u{201d}, where {title} work is done.",
        levels.len(),
        wanted.title
    ))
}
