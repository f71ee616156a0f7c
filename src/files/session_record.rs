//! Session records, version 1: both originals whole, and what became of each question.

use litemap::LiteMap;

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::assessment::{answer, answer_json, ladder_ref};
use super::envelope::{Format, check_checksum, fields, put};
use super::reader::Reader;
use super::reader::limit;
use super::{FileError, parse};
use crate::base::json::digest;
use crate::documents::calibration::{
    ActionItem, Draft, Item, LENGTHS, Opportunity, Outcome, Party, Previous, Progress, Reason, ReasonKind, SealFacts,
    SessionRecord, Side, Status, Unclear,
};
use crate::messages::{files, session_records};
use crate::model::assessment::{Answer, Subject};

/// The word that marks a session record.
pub const SESSION_FORMAT: &str = "ladder-calibration/session";
/// The format with its version.
const FORMAT: Format = Format { name: SESSION_FORMAT, version: 1, what: files::A_SESSION };
const SIDES: [&str; 2] = ["first", "second"];
/// The most questions that a record may speak of: as many as a ladder may have.
const MAX_QUESTIONS: usize = 480;
/// The most actions, and the most marks, that are read.
const MAX_ROWS: usize = 1_000;

/// Reads a session record, finished or not.
///
/// # Errors
/// The first problem, with its path.
pub fn read_session(bytes: &[u8]) -> Result<SessionRecord, FileError> {
    let value = parse(bytes)?;
    FORMAT.check(&value)?;
    check_checksum(&value)?;
    let problems = RefCell::default();
    let record = record(&Reader::new(&value, "", &problems));
    match (problems.into_inner().into_iter().next(), record) {
        (None, Some(record)) => Ok(record),
        (Some(problem), _) => Err(problem),
        (None, None) => Err(FileError::whole(session_records::NO_SIDES)),
    }
}

fn record(r: &Reader) -> Option<SessionRecord> {
    for name in ["format", "version", "checksum"] {
        let _ = r.get(name);
    }
    let ladder = ladder_ref(r);
    let [first, second] = SIDES.map(|name| party(r, name));
    let length = r.count("length");
    if length.is_some_and(|minutes| !LENGTHS.contains(&minutes)) {
        let lengths = LENGTHS.map(|minutes| minutes.to_string());
        r.problem("length", session_records::not_length(lengths));
    }
    let items = r.object("questions").map(|all| {
        let items: LiteMap<String, Item> = all.entries().map(|(id, i)| (id.clone(), item(&i))).collect();
        limit(r, "questions", items.len(), 0, MAX_QUESTIONS);
        items
    });
    let progress = Progress {
        length,
        writer: side(r, "writer"),
        position: r.text("position"),
        items: items.unwrap_or_default(),
        actions: rows(r, "actions", |a| ActionItem {
            owner: a.text("owner"),
            what: a.text("what"),
            by: a.text("by"),
            extra: a.extra(),
        }),
        unclear: rows(r, "unclear", |u| Unclear {
            question: u.required_text("question"),
            statement: u.count("statement"),
            by: side(u, "by"),
            text: u.text("words"),
            extra: u.extra(),
        }),
    };
    let previous = r.object("previous").map(|p| Previous {
        id: p.text("id"),
        code: p.text("code"),
        finished: p.text("finished"),
        evidence: p.text("evidence"),
        extra: p.extra(),
    });
    let subject = r.object("subject").map(|s| Subject { name: s.text("name"), extra: s.extra(), ..Subject::default() });
    Some(SessionRecord {
        id: r.text("id"),
        ladder,
        parties: [first?, second?],
        started: r.text("started"),
        previous,
        subject: subject.unwrap_or_default(),
        progress,
        elapsed: r.count("elapsed").unwrap_or(0),
        finished: r.text("finished"),
        extra: r.extra(),
    })
}

fn rows<T>(r: &Reader, name: &'static str, read: impl Fn(&Reader) -> T) -> Vec<T> {
    limit(r, name, r.items(name).len(), 0, MAX_ROWS);
    r.objects(name).iter().map(read).collect()
}

/// A side's original keeps every field, because codes are taken over the whole of it.
fn party(r: &Reader, name: &'static str) -> Option<Party> {
    let Some(p) = r.object(name) else {
        r.problem(name, files::MISSING);
        return None;
    };
    let original = p.get("assessment").map(|file| super::original(file.clone()));
    let original = match original {
        Some(Ok(original)) => Some(original),
        Some(Err(problem)) => {
            let path = if problem.path.is_empty() { "assessment".to_owned() } else { format!("assessment.{}", problem.path) };
            p.problem(&path, problem.message);
            None
        }
        None => {
            p.problem("assessment", files::MISSING);
            None
        }
    };
    let seal = p.object("seal").map(|s| SealFacts {
        number: s.count("number").unwrap_or(1),
        code: s.text("code"),
        sealed: s.text("sealed"),
        after_other_opened: s.flag("after_other_opened"),
        opened: s.flag("opened"),
        session: s.text("session"),
        salt: s.text("salt"),
        extra: s.extra(),
    });
    Some(Party { original: original?, seal, extra: p.extra() })
}

fn side(r: &Reader, name: &'static str) -> Option<Side> {
    let text = r.text(name);
    let found = Side::BOTH.into_iter().find(|s| SIDES[s.index()] == text);
    if found.is_none() && !text.is_empty() {
        r.problem(name, session_records::not_side(&text));
    }
    found
}

fn item(r: &Reader) -> Item {
    let answer = r.object("answer").map(|a| answer(&a, true)).unwrap_or_default();
    let reasons = SIDES.map(|name| r.object(name).map(|x| reason(&x)));
    let status = match r.text("outcome").as_str() {
        "" => Status::Open(Draft { answer, reasons }),
        "agreed" => {
            if answer.choice.is_none() {
                r.problem("answer", session_records::NOTHING_AGREED);
            }
            Status::Decided(Outcome::Agreed { answer, reasons })
        }
        "dissent" => {
            if let [Some(first), Some(second)] = reasons {
                Status::Decided(Outcome::Dissent { reasons: [first, second] })
            } else {
                r.problem("", session_records::NO_REASONS);
                Item::default().status
            }
        }
        "left-as-rated" => Status::Decided(Outcome::LeftAsRated),
        other => {
            r.problem("outcome", session_records::not_outcome(other));
            Item::default().status
        }
    };
    let opportunity = r.object("opportunity").map(|o| Opportunity { who: o.text("who"), will: o.text("will"), extra: o.extra() });
    Item { status, opportunity: opportunity.unwrap_or_default(), extra: r.extra() }
}

fn reason(r: &Reader) -> Reason {
    let id = r.text("ground");
    let ground = ReasonKind::ALL.into_iter().find(|g| g.id() == id).unwrap_or_else(|| {
        if !id.is_empty() {
            let known = ReasonKind::ALL.map(ReasonKind::id);
            r.problem("ground", files::not_one_of(&id, known));
        }
        ReasonKind::FreeText
    });
    Reason { ground, text: r.text("words"), extra: r.extra() }
}

/// The file of a record, without a checksum. The closing code is taken over it.
pub fn session_file(record: &SessionRecord) -> Value {
    let mut out = record.extra.clone();
    FORMAT.put(&mut out);
    put(&mut out, "id", &record.id);
    let l = &record.ladder;
    out.insert("ladder".into(), fields(&l.extra, &[("id", &l.id), ("revision", &l.revision), ("digest", &l.digest)]));
    for (name, party) in SIDES.into_iter().zip(&record.parties) {
        out.insert(name.into(), party_json(party));
    }
    let subject = fields(&record.subject.extra, &[("name", &record.subject.name)]);
    if subject.as_object().is_some_and(|o| !o.is_empty()) {
        out.insert("subject".into(), subject);
    }
    put(&mut out, "started", &record.started);
    if let Some(p) = &record.previous {
        let known = [("id", &*p.id), ("code", &*p.code), ("finished", &*p.finished), ("evidence", &*p.evidence)];
        out.insert("previous".into(), fields(&p.extra, &known));
    }
    let progress = &record.progress;
    if let Some(minutes) = progress.length {
        out.insert("length".into(), minutes.into());
    }
    if let Some(side) = progress.writer {
        out.insert("writer".into(), SIDES[side.index()].into());
    }
    put(&mut out, "position", &progress.position);
    let mut items = Map::new();
    for (id, item) in &progress.items {
        items.insert(id.clone(), item_json(item));
    }
    out.insert("questions".into(), items.into());
    let action = |a: &ActionItem| fields(&a.extra, &[("owner", &a.owner), ("what", &a.what), ("by", &a.by)]);
    out.insert("actions".into(), progress.actions.iter().map(action).collect::<Vec<_>>().into());
    out.insert("unclear".into(), progress.unclear.iter().map(unclear_json).collect::<Vec<_>>().into());
    if record.elapsed > 0 {
        out.insert("elapsed".into(), record.elapsed.into());
    }
    put(&mut out, "finished", &record.finished);
    Value::Object(out)
}

/// The record as the browser's store holds it: the file with its checksum.
pub fn stored_session(record: &SessionRecord) -> String {
    let mut file = session_file(record);
    file["checksum"] = digest(&file).into();
    file.to_string()
}

fn party_json(party: &Party) -> Value {
    let mut out = party.extra.clone();
    out.insert("assessment".into(), party.original.file().clone());
    if let Some(s) = &party.seal {
        let mut seal = fields(&s.extra, &[("code", &s.code), ("sealed", &s.sealed), ("session", &s.session), ("salt", &s.salt)]);
        seal["number"] = s.number.into();
        seal["after_other_opened"] = s.after_other_opened.into();
        seal["opened"] = s.opened.into();
        out.insert("seal".into(), seal);
    }
    out.into()
}

fn item_json(item: &Item) -> Value {
    let mut out = item.extra.clone();
    let blank = Answer::default();
    let (word, answer, reasons) = match &item.status {
        Status::Open(d) => ("", &d.answer, d.reasons.each_ref().map(Option::as_ref)),
        Status::Decided(Outcome::Agreed { answer, reasons }) => ("agreed", answer, reasons.each_ref().map(Option::as_ref)),
        Status::Decided(Outcome::Dissent { reasons }) => ("dissent", &blank, reasons.each_ref().map(Some)),
        Status::Decided(Outcome::LeftAsRated) => ("left-as-rated", &blank, [None, None]),
    };
    put(&mut out, "outcome", word);
    if !answer.is_empty() {
        out.insert("answer".into(), answer_json(answer));
    }
    for (name, reason) in SIDES.into_iter().zip(reasons) {
        if let Some(r) = reason {
            out.insert(name.into(), fields(&r.extra, &[("ground", r.ground.id()), ("words", &r.text)]));
        }
    }
    if item.opportunity != Opportunity::default() {
        let o = &item.opportunity;
        out.insert("opportunity".into(), fields(&o.extra, &[("who", &o.who), ("will", &o.will)]));
    }
    out.into()
}

fn unclear_json(mark: &Unclear) -> Value {
    let by = mark.by.map_or("", |side| SIDES[side.index()]);
    let mut out = fields(&mark.extra, &[("question", &mark.question), ("by", by), ("words", &mark.text)]);
    if let Some(statement) = mark.statement {
        out["statement"] = statement.into();
    }
    out
}
