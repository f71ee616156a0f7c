//! The evidence and the domain map of an assessment file. What cannot be read is kept as it is and told by
//! `block_problems`; it never makes a file unreadable.

use litemap::LiteMap;

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::Problem;
use super::envelope::put;
use super::reader::Reader;
use crate::domain::assessment::Assessment;
use crate::domain::dates::Month;
use crate::domain::evidence::{Domain, Evidence, Link, Mode};

/// The block of evidence.
const EVIDENCE: &str = "evidence";
/// The block of domains.
const DOMAINS: &str = "domains";

/// All pieces, in the order of the file.
pub fn evidence_of(a: &Assessment) -> Vec<Evidence> {
    list(a, EVIDENCE, &RefCell::default(), piece)
}

/// Puts pieces in the place of those that an assessment has.
pub fn put_evidence(a: &mut Assessment, pieces: &[Evidence]) {
    a.evidence_ids = pieces.iter().map(|e| e.id.clone()).collect();
    put_list(a, EVIDENCE, pieces.iter().map(piece_json).collect());
}

/// Takes a piece out, also from the answers that name it.
pub fn remove_evidence(a: &mut Assessment, id: &str) {
    let pieces: Vec<Evidence> = evidence_of(a).into_iter().filter(|e| e.id != id).collect();
    put_evidence(a, &pieces);
    let naming = |x: &crate::domain::Answer| x.evidence.iter().any(|e| e == id);
    let questions: Vec<String> = a.answers.iter().filter(|(_, x)| naming(x)).map(|(q, _)| q.clone()).collect();
    for question in questions {
        if let Some(answer) = a.answers.get_mut(&question) {
            answer.evidence.retain(|e| e != id);
            if answer.is_empty() {
                a.answers.remove(&question);
            }
        }
    }
}

/// The text in the place of a link that cannot be followed.
pub fn unread_link(e: &Evidence) -> Option<&str> {
    e.extra.get("link").and_then(Value::as_str)
}

/// Puts an address as it was typed. One that cannot be followed is kept as it is and told.
pub fn set_link(e: &mut Evidence, text: &str) {
    e.extra.remove("link");
    e.link = Link::parse(text);
    if e.link.is_none() {
        put(&mut e.extra, "link", text);
    }
}

/// A piece without the fields that this version does not know, which could hold anything.
pub fn plain_piece(e: &Evidence) -> Evidence {
    let link = unread_link(e).map(|text| ("link".to_owned(), text.into()));
    Evidence { extra: link.into_iter().collect(), ..e.clone() }
}

/// The domain map, in the order of the file.
pub fn domains_of(a: &Assessment) -> Vec<Domain> {
    list(a, DOMAINS, &RefCell::default(), domain)
}

/// Puts domains in the place of those that an assessment has.
pub fn put_domains(a: &mut Assessment, domains: &[Domain]) {
    put_list(a, DOMAINS, domains.iter().map(domain_json).collect());
}

/// What cannot be read in these blocks.
pub(super) fn problems(a: &Assessment, problems: &RefCell<Vec<Problem>>) {
    let _ = list(a, EVIDENCE, problems, piece);
    let _ = list(a, DOMAINS, problems, domain);
}

/// The items of a block that is a list of objects; an item that is none is left where it is and not among them.
pub(super) fn list<T>(a: &Assessment, name: &str, problems: &RefCell<Vec<Problem>>, read: impl Fn(&Reader) -> T) -> Vec<T> {
    let Some(value) = a.extra.get(name).filter(|v| !v.is_null()) else { return Vec::new() };
    let Some(items) = value.as_array() else {
        problems.borrow_mut().push(Problem::at(name, "has to be a list"));
        return Vec::new();
    };
    let reader = |(i, v)| Reader::new(v, &format!("{name}[{i}]"), problems);
    let readers = items.iter().enumerate().map(reader);
    readers.filter(Reader::is_object).map(|r| read(&r)).collect()
}

/// Puts the items of a block that is a list of objects; what was in the block and is no object stays behind them.
pub(super) fn put_list(a: &mut Assessment, name: &str, mut items: Vec<Value>) {
    match a.extra.remove(name) {
        Some(Value::Array(old)) => items.extend(old.into_iter().filter(|v| !v.is_object())),
        Some(other) if items.is_empty() && !other.is_null() => {
            a.extra.insert(name.into(), other);
            return;
        }
        _ => {}
    }
    if !items.is_empty() {
        a.extra.insert(name.into(), items.into());
    }
}

/// A date, kept as it was written; told where it is none.
pub(super) fn date(r: &Reader, name: &'static str) -> String {
    let text = r.text(name);
    if !text.is_empty() && Month::parse(&text).is_none() {
        r.elsewhere(&r.place(name), "has to be a month or a day such as 2026-03 or 2026-03-14");
    }
    text
}

fn piece(r: &Reader) -> Evidence {
    let link = r.text("link");
    let parsed = Link::parse(&link);
    if parsed.is_none() && !link.is_empty() {
        r.problem("link", "is no address that begins with https:, http: or mailto:");
    }
    let mode = match r.text("mode").as_str() {
        "" => None,
        "direct" => Some(Mode::Direct),
        "amplified" => Some(Mode::Amplified),
        other => {
            r.problem("mode", format!("\"{other}\" is not known; it is \"direct\" or \"amplified\""));
            None
        }
    };
    // What is marked in a way that cannot be read is taken for sensitive: it stays out of copies.
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
        mode,
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
        r.problem("details", "has to be an object");
        return LiteMap::default();
    };
    if object.values().any(|v| !v.is_string()) {
        r.problem("details", "has something that is not a text, which is kept and not read");
    }
    object.iter().filter_map(|(name, v)| Some((name.clone(), v.as_str()?.to_owned()))).collect()
}

fn piece_json(e: &Evidence) -> Value {
    let mut out = e.extra.clone();
    let mode = match e.mode {
        None => "",
        Some(Mode::Direct) => "direct",
        Some(Mode::Amplified) => "amplified",
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
    for (name, flag) in [("pending", e.pending), ("sensitive", e.sensitive)] {
        if flag {
            out.insert(name.into(), true.into());
        }
    }
    let mut details = match out.remove("details") {
        Some(Value::Object(kept)) => kept.into_iter().filter(|(_, v)| !v.is_string()).collect(),
        Some(other) if e.details.is_empty() => {
            out.insert("details".into(), other);
            return Value::Object(out);
        }
        _ => Map::new(),
    };
    details.extend(e.details.iter().map(|(name, text)| (name.clone(), text.as_str().into())));
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
