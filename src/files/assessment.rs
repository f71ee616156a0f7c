//! Assessment files, version 1.

use litemap::LiteMap;

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::blocks::{read_blocks, written};
use super::envelope::{Format, check_checksum, fields, put};
use super::reader::{Reader, by_name, whole};
use super::{FileError, parse};
use crate::base::json::digest;
use crate::documents::seal::OwnSeal;
use crate::messages::files;
use crate::model::assessment::{Answer, Assessment, Choice, LadderRef, OffScale, Period, Rater, Role, SnapshotOf, Subject};

/// The word that marks an assessment file.
pub const ASSESSMENT_FORMAT: &str = "ladder-calibration/assessment";
/// The format with its version.
pub(super) const FORMAT: Format = Format { name: ASSESSMENT_FORMAT, version: 1, what: files::AN_ASSESSMENT };
/// The field that the browser's store adds to a file. It is left out of exported files.
pub(super) const STORE: &str = "store";

/// Reads an assessment from a file or from the browser's store.
///
/// # Errors
/// The first problem, with its path.
pub fn read_assessment(bytes: &[u8]) -> Result<Assessment, FileError> {
    assessment_of(&parse(bytes)?)
}

/// Reads an assessment that is in a tree already, such as one half of a session.
///
/// # Errors
/// The first problem, with its path.
pub fn assessment_of(value: &Value) -> Result<Assessment, FileError> {
    FORMAT.check(value)?;
    check_checksum(value)?;
    let problems = RefCell::default();
    let assessment = assessment(&Reader::new(value, "", &problems));
    match problems.into_inner().into_iter().next() {
        None => Ok(assessment),
        Some(problem) => Err(problem),
    }
}

/// The ladder that a file was made with.
pub(super) fn ladder_ref(r: &Reader) -> LadderRef {
    let ladder = r.object("ladder").map(|l| LadderRef {
        id: l.required_text("id"),
        revision: l.text("revision"),
        digest: l.text("digest"),
        extra: l.extra(),
    });
    if ladder.is_none() {
        r.problem("ladder.id", files::MISSING);
    }
    ladder.unwrap_or_default()
}

pub(super) fn assessment(r: &Reader) -> Assessment {
    let ladder = ladder_ref(r);
    if r.get("answers").is_none() {
        r.problem("answers", files::MISSING);
    }
    for name in ["format", "version", "checksum", STORE] {
        let _ = r.get(name);
    }
    let mut answers = entries(r, "answers", |a| answer(a, false));
    for (id, draft) in &entries(r, "drafts", |a| answer(a, true)) {
        if !answers.contains_key(id) {
            answers.insert(id.clone(), draft.clone());
        }
    }
    let subject = r.object("subject").map(|s| Subject {
        name: s.text("name"),
        title: s.text("title"),
        target: s.text("target"),
        extra: s.extra(),
    });
    let period = r.object("period").map(|p| Period { from: p.text("from"), to: p.text("to"), extra: p.extra() });
    let snapshot = r.object("snapshot").map(|s| SnapshotOf {
        of: s.text("of"),
        taken: s.text("taken"),
        why: s.text("why"),
        extra: s.extra(),
    });
    let mut out = Assessment {
        id: r.text("id"),
        ladder,
        subject: subject.unwrap_or_default(),
        rater: r.object("rater").map(|x| rater(&x)).unwrap_or_default(),
        period: period.unwrap_or_default(),
        terms: r.object("terms").map(|t| t.all_texts()).unwrap_or_default(),
        answers,
        snapshot,
        created: r.text("created"),
        updated: r.text("updated"),
        delete_by: r.text("delete_by"),
        session: r.text("session"),
        ..Assessment::default()
    };
    out.extra = r.extra();
    read_blocks(&mut out);
    // Answers name pieces by their id: without it a file cannot be read at all.
    for piece in r.objects("evidence") {
        let _ = piece.text("id");
    }
    out
}

fn entries(r: &Reader, name: &'static str, read: impl Fn(&Reader) -> Answer) -> LiteMap<String, Answer> {
    r.object(name).map(|all| by_name(all.entries().map(|(id, a)| (id.clone(), read(&a))))).unwrap_or_default()
}

fn rater(r: &Reader) -> Rater {
    Rater { role: role(r), name: r.text("name"), of: r.count("of"), extra: r.extra() }
}

pub(super) fn role(r: &Reader) -> Role {
    let id = r.text("role");
    Role::ALL.into_iter().find(|role| role.id() == id).unwrap_or_else(|| {
        if !id.is_empty() {
            r.problem("role", files::not_role(&id));
        }
        Role::SelfRater
    })
}

pub(super) fn answer(r: &Reader, draft: bool) -> Answer {
    let statement = r.get("statement").map(|v| {
        whole(v).unwrap_or_else(|| {
            r.problem("statement", files::NOT_WHOLE_FROM_0);
            0
        })
    });
    let off_scale = r.get("off_scale").map(|v| {
        v.as_str().and_then(OffScale::parse).unwrap_or_else(|| {
            let known = OffScale::ALL.map(|kind| format!("\"{}\"", kind.id()));
            r.problem("off_scale", files::not_off_scale(v.to_string(), known));
            OffScale::NotObserved
        })
    });
    let choice = match (statement, off_scale) {
        (Some(k), None) => Some(Choice::Statement(k)),
        (None, Some(o)) => Some(Choice::OffScale(o)),
        (None, None) if draft => None,
        (None, None) => {
            r.problem("", files::NO_CHOICE);
            None
        }
        (Some(_), Some(_)) => {
            r.problem("", files::TWO_CHOICES);
            None
        }
    };
    Answer {
        choice,
        example: r.text("example"),
        evidence: r.texts("evidence"),
        example_withheld: r.flag("example_withheld"),
        no_room: r.flag("no_room"),
        extra: r.extra(),
    }
}

/// The file of an assessment, without a checksum.
pub fn assessment_file(a: &Assessment) -> Value {
    let mut out = written(a);
    FORMAT.put(&mut out);
    put(&mut out, "id", &a.id);
    out.insert(
        "ladder".into(),
        fields(&a.ladder.extra, &[("id", &a.ladder.id), ("revision", &a.ladder.revision), ("digest", &a.ladder.digest)]),
    );
    let subject =
        fields(&a.subject.extra, &[("name", &a.subject.name), ("title", &a.subject.title), ("target", &a.subject.target)]);
    let period = fields(&a.period.extra, &[("from", &a.period.from), ("to", &a.period.to)]);
    for (name, object) in [("subject", subject), ("period", period)] {
        if object.as_object().is_some_and(|o| !o.is_empty()) {
            out.insert(name.into(), object);
        }
    }
    let mut rater = fields(&a.rater.extra, &[("role", a.rater.role.id()), ("name", &a.rater.name)]);
    if let Some(of) = a.rater.of {
        rater["of"] = of.into();
    }
    out.insert("rater".into(), rater);
    let (mut answers, mut drafts) = (Map::new(), Map::new());
    for (id, answer) in &a.answers {
        let list = if answer.choice.is_some() { &mut answers } else { &mut drafts };
        list.insert(id.clone(), answer_json(answer));
    }
    out.insert("answers".into(), answers.into());
    if !drafts.is_empty() {
        out.insert("drafts".into(), drafts.into());
    }
    if !a.terms.is_empty() {
        let mut terms = Map::new();
        for (id, name) in &a.terms {
            terms.insert(id.clone(), name.as_str().into());
        }
        out.insert("terms".into(), terms.into());
    }
    if let Some(s) = &a.snapshot {
        out.insert("snapshot".into(), fields(&s.extra, &[("of", &s.of), ("taken", &s.taken), ("why", &s.why)]));
    }
    put(&mut out, "created", &a.created);
    put(&mut out, "updated", &a.updated);
    put(&mut out, "delete_by", &a.delete_by);
    put(&mut out, "session", &a.session);
    Value::Object(out)
}

/// An assessment as the browser's store holds it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stored {
    pub assessment: Assessment,
    /// How often it has been written; 0 in stores of version 0.1.
    pub revision: usize,
    /// When a file of it was last saved, ISO 8601, or empty.
    pub last_exported: String,
    /// The state of this browser's seal.
    pub seal: OwnSeal,
}

/// The text of a stored assessment: the file with the fields of the store and the checksum.
pub fn stored_text(a: &Assessment, revision: usize, filed: &str) -> String {
    stored(a, in_store(revision, filed))
}

/// The same with the state of this browser's seal.
pub fn stored_text_with_seal(a: &Assessment, revision: usize, filed: &str, seal: &OwnSeal) -> String {
    let mut store = in_store(revision, filed);
    if *seal != OwnSeal::default() {
        let mut own = Map::new();
        own.insert("number".into(), seal.number.into());
        put(&mut own, "code", &seal.code);
        for (name, flag) in [("lifted", seal.lifted), ("revealed", seal.revealed)] {
            if flag {
                own.insert(name.into(), true.into());
            }
        }
        store.insert("sealed".into(), own.into());
    }
    stored(a, store)
}

fn in_store(revision: usize, filed: &str) -> Map<String, Value> {
    let mut store = Map::new();
    store.insert("revision".into(), revision.into());
    put(&mut store, "filed", filed);
    store
}

fn stored(a: &Assessment, store: Map<String, Value>) -> String {
    let mut file = assessment_file(a);
    file[STORE] = store.into();
    file["checksum"] = digest(&file).into();
    file.to_string()
}

fn own_seal(store: Option<&Value>) -> OwnSeal {
    let Some(own) = store.and_then(|s| s.get("sealed")) else { return OwnSeal::default() };
    let flag = |name: &str| own.get(name).and_then(Value::as_bool).unwrap_or(false);
    OwnSeal {
        number: own.get("number").and_then(whole).and_then(|n| u32::try_from(n).ok()).unwrap_or(0),
        code: own.get("code").and_then(Value::as_str).unwrap_or_default().to_owned(),
        lifted: flag("lifted"),
        revealed: flag("revealed"),
    }
}

/// Reads a stored assessment. Its checksum is required, so that one flipped byte cannot change an answer.
///
/// # Errors
/// The first problem, with its path.
pub fn read_stored(text: &str) -> Result<Stored, FileError> {
    let value = parse(text.as_bytes())?;
    let assessment = assessment_of(&value)?;
    if value.get("checksum").is_none_or(Value::is_null) {
        return Err(FileError::at("checksum", files::CHECKSUM_MISSING));
    }
    let store = value.get(STORE);
    let revision = store.and_then(|s| whole(s.get("revision")?)).unwrap_or(0);
    let filed = store.and_then(|s| s.get("filed")?.as_str()).unwrap_or_default().to_owned();
    let seal = own_seal(store);
    Ok(Stored { assessment, revision, last_exported: filed, seal })
}

pub(super) fn answer_json(a: &Answer) -> Value {
    let mut out = a.extra.clone();
    match a.choice {
        Some(Choice::Statement(k)) => {
            out.insert("statement".into(), k.into());
        }
        Some(Choice::OffScale(o)) => {
            out.insert("off_scale".into(), o.id().into());
        }
        None => {}
    }
    put(&mut out, "example", &a.example);
    if !a.evidence.is_empty() {
        out.insert("evidence".into(), a.evidence.clone().into());
    }
    for (name, flag) in [("example_withheld", a.example_withheld), ("no_room", a.no_room)] {
        if flag {
            out.insert(name.into(), true.into());
        }
    }
    Value::Object(out)
}
