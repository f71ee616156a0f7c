//! The evidence and the domain map of an assessment file.

use litemap::LiteMap;

use serde_json::{Map, Value};

use super::blocks::{Block, Problems, read_list, write_list};
use super::envelope::put;
use super::reader::{Reader, by_name};
use crate::base::dates::Month;
use crate::messages::files;
use crate::model::growth::{Channel, Domain, Evidence, Link};

impl Block for Vec<Evidence> {
    const NAME: &'static str = "evidence";

    fn read(value: &Value, problems: &Problems) -> Self {
        read_list(Self::NAME, value, problems, piece)
    }

    fn write(&self, old: Option<Value>) -> Option<Value> {
        write_list(self.iter().map(piece_json).collect(), old)
    }
}

impl Block for Vec<Domain> {
    const NAME: &'static str = "domains";

    fn read(value: &Value, problems: &Problems) -> Self {
        read_list(Self::NAME, value, problems, domain)
    }

    fn write(&self, old: Option<Value>) -> Option<Value> {
        write_list(self.iter().map(domain_json).collect(), old)
    }
}

/// A date, kept as it was written; anything else is reported.
pub(super) fn date(r: &Reader, name: &'static str) -> String {
    let text = r.text(name);
    if !text.is_empty() && Month::parse(&text).is_none() {
        r.problem_at(&r.path_of(name), files::NOT_DATE);
    }
    text
}

fn piece(r: &Reader) -> Evidence {
    let link = r.text("link");
    let parsed = Link::parse(&link);
    if parsed.is_none() && !link.is_empty() {
        r.problem("link", files::NOT_ADDRESS);
    }
    let mode = match r.text("mode").as_str() {
        "" => None,
        "direct" => Some(Channel::Direct),
        "amplified" => Some(Channel::Amplified),
        other => {
            r.problem("mode", files::not_channel(other));
            None
        }
    };
    // A mark that cannot be read counts as sensitive, so that the piece stays out of copies.
    let sensitive = r.get("sensitive").is_some_and(|v| v.as_bool() != Some(false));
    let _ = r.flag("sensitive");
    Evidence {
        id: r.text("id"),
        title: r.text("title"),
        template: r.text("template"),
        from: date(r, "from"),
        to: date(r, "to"),
        binds_until: date(r, "binds_until"),
        mechanism: r.text("mechanism"),
        channel: mode,
        reach: r.text("reach"),
        people: r.count("people"),
        teams: r.count("teams"),
        altitude: r.text("altitude"),
        part: r.text("part"),
        outcome: r.text("outcome"),
        pending: r.flag("pending"),
        link: parsed,
        corroborator: r.text("corroborator"),
        sensitive,
        details: details(r),
        extra: r.extra(),
    }
}

/// The texts among the details; others are kept.
fn details(r: &Reader) -> LiteMap<String, String> {
    let Some(value) = r.get("details") else { return LiteMap::default() };
    let Some(object) = value.as_object() else {
        r.problem("details", files::NOT_OBJECT);
        return LiteMap::default();
    };
    if object.values().any(|v| !v.is_string()) {
        r.problem("details", files::DETAIL_NOT_TEXT);
    }
    by_name(object.iter().filter_map(|(name, v)| Some((name.clone(), v.as_str()?.to_owned()))))
}

fn piece_json(e: &Evidence) -> Value {
    let mut out = e.extra.clone();
    let mode = match e.channel {
        None => "",
        Some(Channel::Direct) => "direct",
        Some(Channel::Amplified) => "amplified",
    };
    for (name, text) in [
        ("id", e.id.as_str()),
        ("title", &e.title),
        ("template", &e.template),
        ("from", &e.from),
        ("to", &e.to),
        ("binds_until", &e.binds_until),
        ("mechanism", &e.mechanism),
        ("mode", mode),
        ("reach", &e.reach),
        ("altitude", &e.altitude),
        ("part", &e.part),
        ("outcome", &e.outcome),
        ("link", e.link.as_ref().map_or("", Link::as_str)),
        ("corroborator", &e.corroborator),
    ] {
        put(&mut out, name, text);
    }
    for (name, number) in [("people", e.people), ("teams", e.teams)] {
        if let Some(number) = number {
            out.insert(name.into(), number.into());
        }
    }
    if e.pending {
        out.insert("pending".into(), true.into());
    }
    // A mark that could not be read counts as set, so it goes with the mark and stays as it was otherwise.
    if !e.sensitive {
        out.remove("sensitive");
    } else if !out.contains_key("sensitive") {
        out.insert("sensitive".into(), true.into());
    }
    let mut details = Map::new();
    match out.remove("details") {
        Some(Value::Object(kept)) => {
            for (name, value) in kept.into_iter().filter(|(_, v)| !v.is_string()) {
                details.insert(name, value);
            }
        }
        Some(other) if e.details.is_empty() => {
            out.insert("details".into(), other);
            return Value::Object(out);
        }
        _ => {}
    }
    for (name, text) in &e.details {
        details.insert(name.clone(), text.as_str().into());
    }
    if !details.is_empty() {
        out.insert("details".into(), details.into());
    }
    Value::Object(out)
}

fn domain(r: &Reader) -> Domain {
    Domain { name: r.text("name"), depth: r.count("step"), extra: r.extra() }
}

fn domain_json(d: &Domain) -> Value {
    let mut out = d.extra.clone();
    put(&mut out, "name", &d.name);
    if let Some(depth) = d.depth {
        out.insert("step".into(), depth.into());
    }
    Value::Object(out)
}
