//! What one module of the page tells the next when it takes over: the open assessment as it is in memory, where the
//! reader is, and what can be undone. It never leaves the page and is no file format.

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::assessment::{answer, answer_json, assessment, assessment_file};
use super::reader::Reader;
use super::{Problem, parse};
use crate::domain::session::{HandOver, Step};

/// How many steps of undo go along: fewer where more would not be read.
const STEPS: [usize; 3] = [500, 50, 0];

/// Writes it. What can be undone goes along as far as it can be read again: the answers come first.
pub fn handover_text(h: &HandOver) -> String {
    let [more, fewer, none] = STEPS;
    let with_steps = [more, fewer].into_iter().map(|most| written(h, most)).find(super::fits::fits);
    with_steps.unwrap_or_else(|| written(h, none)).to_string()
}

fn written(h: &HandOver, most: usize) -> Value {
    let mut out = Map::new();
    out.insert("page".into(), h.page.as_str().into());
    out.insert("left".into(), h.left.as_str().into());
    out.insert("revision".into(), h.revision.into());
    if let Some(a) = &h.assessment {
        out.insert("assessment".into(), assessment_file(a));
    }
    let step = |s: &Step| {
        let mut out = Map::new();
        out.insert("question".into(), s.question.as_str().into());
        out.insert("before".into(), answer_json(&s.before));
        out.insert("after".into(), answer_json(&s.after));
        out.insert("typing".into(), s.typing.into());
        Value::Object(out)
    };
    for (name, list) in [("done", &h.done), ("undone", &h.undone)] {
        let newest = list.iter().skip(list.len().saturating_sub(most));
        out.insert(name.into(), newest.map(step).collect::<Vec<_>>().into());
    }
    Value::Object(out)
}

/// Reads it.
///
/// # Errors
/// The first problem.
pub fn read_handover(text: &str) -> Result<HandOver, Problem> {
    let value = parse(text.as_bytes())?;
    let problems = RefCell::default();
    let r = Reader::new(&value, "", &problems);
    let step = |s: &Reader| Step {
        question: s.text("question"),
        before: s.object("before").map(|a| answer(&a, true)).unwrap_or_default(),
        after: s.object("after").map(|a| answer(&a, true)).unwrap_or_default(),
        typing: s.flag("typing"),
    };
    let steps = |name| r.objects(name).iter().map(step).collect();
    let out = HandOver {
        begin: r.flag("begin"),
        page: r.text("page"),
        left: r.text("left"),
        assessment: r.object("assessment").map(|a| assessment(&a)),
        revision: r.count("revision").unwrap_or(0),
        done: steps("done"),
        undone: steps("undone"),
    };
    match problems.into_inner().into_iter().next() {
        None => Ok(out),
        Some(problem) => Err(problem),
    }
}
