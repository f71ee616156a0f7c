//! Pieces of evidence and the domain map, as an assessment holds them.

use litemap::LiteMap;

use serde_json::{Map, Value};

use super::link::Link;
use crate::base::dates::{Month, span_text};
use crate::messages::evidence_piece;
use crate::model::ladder_extras::FieldOf;

/// The field of the link in files; `extra` has a text that is no link in it.
const LINK: &str = "link";

/// How the work took effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// Through the writer's own actions and decisions.
    Direct,
    /// Through the judgment of others that the writer developed.
    Amplified,
}

/// One piece of evidence. Every text may be empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// The id that answers cite.
    pub id: String,
    /// A summary in one line.
    pub title: String,
    /// Its kind: the id of a template.
    pub template: String,
    /// First month or day, ISO 8601.
    pub from: String,
    /// Last month or day, ISO 8601.
    pub to: String,
    /// The month or day until which its effect lasts, ISO 8601.
    pub binds_until: String,
    /// The one mechanism it shows, by id.
    pub mechanism: String,
    /// Whether directly or through others.
    pub channel: Option<Channel>,
    /// How far it reached, in words.
    pub reach: String,
    pub people: Option<usize>,
    pub teams: Option<usize>,
    /// The altitude, by id.
    pub altitude: String,
    /// The writer's own part.
    pub part: String,
    pub outcome: String,
    /// Whether the outcome is still open.
    pub pending: bool,
    pub link: Option<Link>,
    /// The role of a person who can confirm it.
    pub corroborator: String,
    /// Whether copies leave it out by default.
    pub sensitive: bool,
    /// The fields of its template besides the common ones, by name.
    pub details: LiteMap<String, String>,
    /// Fields of later versions, and values that could not be read.
    pub extra: Map<String, Value>,
}

impl Evidence {
    /// The text in a field of the template.
    pub fn text(&self, field: &FieldOf) -> &str {
        match field {
            FieldOf::Title => &self.title,
            FieldOf::Reach => &self.reach,
            FieldOf::Part => &self.part,
            FieldOf::Outcome => &self.outcome,
            FieldOf::Detail(name) => self.details.get(name).map_or("", String::as_str),
        }
    }

    /// Changes the text in a field of the template.
    pub fn set_text(&mut self, field: &FieldOf, text: String) {
        let target = match field {
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
        *target = text;
    }

    /// The text in place of a link that cannot be followed.
    pub fn unread_link(&self) -> Option<&str> {
        self.extra.get(LINK).and_then(Value::as_str)
    }

    /// Sets an address. One that cannot be followed is kept as text and reported.
    pub fn set_link(&mut self, text: &str) {
        self.extra.remove(LINK);
        self.link = Link::parse(text);
        if self.link.is_none() && !text.is_empty() {
            self.extra.insert(LINK.into(), text.into());
        }
    }

    /// A copy without unknown fields, which could hold anything.
    #[must_use]
    pub fn plain(&self) -> Self {
        let link = self.unread_link().map(|text| (LINK.to_owned(), text.into()));
        Self { extra: link.into_iter().collect(), ..self.clone() }
    }

    /// "February to September 2026"; empty without a date.
    pub fn when_text(&self) -> String {
        span_text(&self.from, &self.to)
    }

    /// "Search and billing; about 60 people; 9 teams; binds until June 2028"; empty without any of these.
    pub fn reach_text(&self) -> String {
        let mut parts = Vec::new();
        if !self.reach.is_empty() {
            parts.push(self.reach.clone());
        }
        parts.extend(self.people.map(|n| evidence_piece::people(n, n.to_string()).into()));
        parts.extend(self.teams.map(|n| evidence_piece::teams(n, n.to_string()).into()));
        if !self.binds_until.is_empty() {
            let month = Month::parse(&self.binds_until).map_or_else(|| self.binds_until.clone(), Month::text);
            parts.push(evidence_piece::binds_until(month).into());
        }
        if let [first, _, ..] = parts.as_mut_slice() {
            *first = first.trim_end_matches('.').to_owned();
        }
        parts.join("; ")
    }

    /// The outcome, or that it is still open; empty without either.
    pub fn outcome_text(&self) -> String {
        match (self.outcome.is_empty(), self.pending) {
            (true, true) => evidence_piece::STILL_OPEN.into(),
            (false, true) => format!("{} {}", sentence(&self.outcome), evidence_piece::STILL_OPEN),
            (_, false) => self.outcome.clone(),
        }
    }
}

/// Ends a text with a full stop unless it ends with a mark already.
fn sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() || text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Domain {
    pub name: String,
    /// The depth, as a step of the ladder's scale from 0.
    pub depth: Option<usize>,
    /// Fields of later versions, and values that could not be read.
    pub extra: Map<String, Value>,
}
