//! The pieces of evidence in an assessment's file.

use serde_json::{Map, Value};

use crate::domain::assessment::Assessment;
use crate::domain::evidence::Evidence;

/// All pieces, in the order of the file. A field that is no text counts as absent; `sensitive` counts as set by anything
/// but false.
pub fn evidence(a: &Assessment) -> Vec<Evidence> {
    let items = a.rest.get("evidence").and_then(Value::as_array);
    items.into_iter().flatten().map(one).collect()
}

fn one(item: &Value) -> Evidence {
    let text = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    Evidence {
        id: text("id"),
        title: text("title"),
        from: text("from"),
        to: text("to"),
        mechanism: text("mechanism"),
        mode: text("mode"),
        reach: text("reach"),
        outcome: text("outcome"),
        link: text("link"),
        corroborator: text("corroborator"),
        sensitive: item.get("sensitive").is_some_and(|v| !v.is_null() && v.as_bool() != Some(false)),
    }
}

/// Puts pieces in the place of those that an assessment has.
pub fn put_evidence(a: &mut Assessment, items: &[Evidence]) {
    a.evidence_ids = items.iter().map(|e| e.id.clone()).collect();
    if items.is_empty() {
        a.rest.remove("evidence");
    } else {
        a.rest.insert("evidence".into(), items.iter().map(json).collect());
    }
}

fn json(e: &Evidence) -> Value {
    let mut out = Map::new();
    let texts = [
        ("id", &e.id),
        ("title", &e.title),
        ("from", &e.from),
        ("to", &e.to),
        ("mechanism", &e.mechanism),
        ("mode", &e.mode),
        ("reach", &e.reach),
        ("outcome", &e.outcome),
        ("link", &e.link),
        ("corroborator", &e.corroborator),
    ];
    for (name, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        out.insert(name.into(), text.as_str().into());
    }
    if e.sensitive {
        out.insert("sensitive".into(), true.into());
    }
    Value::Object(out)
}
