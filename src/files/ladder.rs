//! Ladder files, version 1: read whole, every error with its path.

use std::cell::RefCell;

use serde_json::Value;

use super::envelope::Format;
use super::ladder_extras::{extras, turns_on};
use super::reader::{Reader, limit, refuse_repeats};
use super::references::Names;
use super::scoring::{checked, settings};
use super::{FileError, parse};
use crate::base::json::digest;
use crate::messages::{files, ladder_files};
use crate::model::ladder::{
    Change, ChangeKind, Dimension, Example, HeldBack, Ladder, LadderParts, Level, Question, Term, Transition,
};
use crate::model::ladder_extras::Extras;
use crate::model::prompts::NAME;

/// The word that marks a ladder file.
pub const LADDER_FORMAT: &str = "ladder-calibration/ladder";
/// The format with its version.
const FORMAT: Format = Format { name: LADDER_FORMAT, version: 1, what: files::A_LADDER };
/// The default ladder in two parts and the digest of the whole, which `build.rs` writes: what the questions need, and the rest.
const QUESTIONS: &str = include_str!(concat!(env!("OUT_DIR"), "/ladder-questions.json"));
const OTHER_BLOCKS: &str = include_str!(concat!(env!("OUT_DIR"), "/ladder-other-blocks.json"));
const DIGEST: &str = include_str!(concat!(env!("OUT_DIR"), "/ladder-digest.txt"));

/// The default ladder.
///
/// # Panics
/// Never in a build whose tests passed: they read this very text.
#[expect(clippy::expect_used, reason = "the text is compiled in and a test reads it")]
pub fn default_ladder() -> Ladder {
    let [questions, others] = [QUESTIONS, OTHER_BLOCKS].map(|part| parse(part.as_bytes()).expect("the default ladder is JSON"));
    let (Value::Object(mut whole), Value::Object(others)) = (questions, others) else { unreachable!("both parts are objects") };
    whole.extend(others);
    ladder_in(&Value::Object(whole)).expect("the default ladder is valid")
}

/// The default ladder with its questions alone, which is what the page needs before its lazy part is here. The digest is that
/// of the whole ladder.
///
/// # Panics
/// Never in a build whose tests passed: they read this very text.
#[expect(clippy::expect_used, reason = "the text is compiled in and a test reads it")]
pub fn default_questions() -> Ladder {
    let file = parse(QUESTIONS.as_bytes()).expect("the questions are JSON");
    read(&file, |_, _| LevelExtras::default(), DIGEST.to_owned()).expect("the questions are valid")
}

/// Reads a ladder.
///
/// # Errors
/// Every problem found, in the order of the file.
pub fn read_ladder(bytes: &[u8]) -> Result<Ladder, Vec<FileError>> {
    ladder_in(&parse(bytes).map_err(|p| vec![p])?)
}

/// Reads a ladder out of a parsed file.
pub(super) fn ladder_in(value: &Value) -> Result<Ladder, Vec<FileError>> {
    FORMAT.check(value).map_err(|p| vec![p])?;
    read(value, level_extras, digest(value))
}

/// What a ladder has besides its dimensions.
type LevelExtras = (Vec<Transition>, Vec<Change>, Extras);

fn level_extras(r: &Reader, names: &Names) -> LevelExtras {
    check_texts_about(r);
    (transitions(r, names), changes(r, names), extras(r, names))
}

fn read(value: &Value, level_extras: fn(&Reader, &Names) -> LevelExtras, digest: String) -> Result<Ladder, Vec<FileError>> {
    let problems = RefCell::default();
    let parts = ladder(&Reader::new(value, "", &problems), level_extras, digest);
    let problems = problems.into_inner();
    if !problems.is_empty() {
        return Err(problems);
    }
    parts.and_then(Ladder::new).ok_or_else(|| vec![FileError::at("", ladder_files::PARTS_DO_NOT_FIT)])
}

fn ladder(r: &Reader, level_extras: fn(&Reader, &Names) -> LevelExtras, digest: String) -> Option<LadderParts> {
    let below =
        r.object("below").map(|b| Level { id: "below".into(), title: b.required_text("title"), summary: b.text("summary") });
    if below.is_none() {
        r.problem("below", files::MISSING);
    }
    let mut levels = vec![below?];
    for l in r.objects("levels") {
        levels.push(Level { id: l.required_text("id"), title: l.required_text("title"), summary: l.text("summary") });
    }
    let scoring_reader = r.object("scoring");
    if scoring_reader.is_none() {
        r.problem("scoring", files::MISSING);
    }
    let s = scoring_reader?;
    let thresholds = s.numbers("thresholds").unwrap_or_else(|| (0..levels.len()).map(|l| l as f64).collect());
    let (mut dimensions, mut questions) = (Vec::new(), Vec::new());
    for d in r.objects("dimensions") {
        let first = questions.len();
        let read = d.objects("questions");
        limit(&d, "questions", read.len(), 1, 40);
        questions.extend(read.iter().map(|q| question(q, &s, thresholds.len() + 1)));
        dimensions.push(Dimension {
            id: d.required_text("id"),
            title: d.required_text("title"),
            introduction: d.text("introduction"),
            questions: first..questions.len(),
        });
    }
    limit(r, "levels", levels.len() - 1, 1, 8);
    limit(r, "dimensions", dimensions.len(), 1, 12);
    refuse_repeats(r, "levels", levels.iter().map(|l| &l.id));
    refuse_repeats(r, "dimensions", dimensions.iter().map(|d| &d.id));
    refuse_repeats(r, "dimensions.questions", questions.iter().map(|q| &q.id));
    let scoring = checked(&s, settings(&s, &levels, &dimensions, thresholds)?, &dimensions);
    let text = |t: &Reader| Term { id: t.required_text("id"), title: t.required_text("title"), text: t.text("text") };
    let [id, revision, title] = ["id", "revision", "title"].map(|name| r.required_text(name));
    let [lang, instruction, period_note, unnamed] = ["lang", "instruction", "period_note", "unnamed"].map(|name| r.text(name));
    let instruction_about = r.text("instruction_about");
    let unnamed = if unnamed.is_empty() { ladder_files::UNNAMED.to_owned() } else { unnamed };
    let terms = r.objects("terms").iter().map(text).collect();
    // Last, because fields that nothing has read by then are kept as unknown.
    let (transitions, changes, extras) = level_extras(r, &Names::new(&levels, &dimensions, &questions));
    Some(LadderParts {
        id,
        revision,
        lang,
        title,
        instruction,
        instruction_about,
        unnamed,
        period_note,
        terms,
        transitions,
        changes,
        extras,
        levels,
        dimensions,
        questions,
        scoring: scoring?,
        digest,
    })
}

fn question(q: &Reader, scoring: &Reader, statements_wanted: usize) -> Question {
    let statements = q.texts("statements");
    if statements.len() != statements_wanted {
        q.problem("statements", ladder_files::statement_count(statements.len().to_string(), statements_wanted.to_string()));
    }
    if statements.iter().any(String::is_empty) {
        q.problem("statements", ladder_files::EMPTY_STATEMENT);
    }
    refuse_repeats(q, "statements", statements.iter());
    let class = q.text("difficulty");
    let difficulty = match (class.as_str(), scoring.object("difficulty")) {
        ("", _) | ("typical", None) => 0.0,
        (name, Some(classes)) if classes.get_any(name).is_some() => {
            classes.get_any(name).and_then(Value::as_f64).unwrap_or_default()
        }
        ("easier", None) => -0.2,
        ("harder", None) => 0.2,
        (name, _) => {
            q.problem("difficulty", ladder_files::not_difficulty(name));
            0.0
        }
    };
    let example = |e: &Reader| {
        let statement = e.count("statement").unwrap_or(0);
        if statement >= statements_wanted {
            e.problem("statement", files::not_below(statements_wanted.to_string()));
        }
        Example { statement, system: e.text("system"), text: e.required_text("text") }
    };
    Question {
        id: q.required_text("id"),
        title: q.text("title"),
        prompt: q.required_text("prompt"),
        prompt_about: q.text("prompt_about"),
        help: q.text("help"),
        difficulty,
        core: q.flag("core"),
        statements,
        examples: q.objects("examples").iter().map(example).collect(),
        evidence_prompt: q.text("evidence_prompt"),
        overdone: q.text("overdone"),
    }
}

/// The texts about the person. The page's own ladder, which the entry reads without this, is checked by a test.
fn check_texts_about(r: &Reader) {
    check_text_about(r, "instruction_about", r.get("instruction_about"));
    for (d, dimension) in items(r.get("dimensions")).iter().enumerate() {
        for (q, question) in items(dimension.get("questions")).iter().enumerate() {
            check_text_about(r, &format!("dimensions[{d}].questions[{q}].prompt_about"), question.get("prompt_about"));
        }
    }
}

fn items(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A text about the person is put together with any name, so the name stands inside a sentence and as it is.
fn check_text_about(r: &Reader, path: &str, text: Option<&Value>) {
    let parts: Vec<&str> = text.and_then(Value::as_str).unwrap_or_default().split(NAME).collect();
    let begins = |before: &&str| before.trim_end().is_empty() || before.trim_end().ends_with(['.', '?', '!']);
    let goes_on = |after: &&str| after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}' | '-'));
    let last = parts.len() - 1;
    if parts.iter().any(|part| part.contains(['{', '}'])) {
        r.problem(path, ladder_files::other_brace(NAME));
    } else if parts[..last].iter().any(begins) {
        r.problem(path, ladder_files::begins_with_name(NAME));
    } else if parts[1..].iter().any(goes_on) {
        r.problem(path, ladder_files::name_with_ending(NAME));
    }
}

fn changes(r: &Reader, names: &Names) -> Vec<Change> {
    let own = r.text("revision");
    let mut all: Vec<Change> = Vec::new();
    for c in r.objects("changes") {
        let (from, kind) = (c.required_text("from"), c.required_text("kind"));
        let kind = match kind.as_str() {
            "reworded" => ChangeKind::Reworded,
            "other" => ChangeKind::Other,
            "" => continue,
            kind => {
                c.problem("kind", ladder_files::not_change_kind(kind));
                continue;
            }
        };
        let Some(question) = names.required_question(&c, "question") else { continue };
        if from == own {
            c.problem("from", ladder_files::CHANGED_FROM_ITSELF);
        }
        if all.iter().any(|known| known.from == from && known.question == question) {
            c.problem("question", ladder_files::changed_twice(&from));
        }
        all.push(Change { from, question, kind });
    }
    all
}

fn transitions(r: &Reader, names: &Names) -> Vec<Transition> {
    let read = |t: &Reader| Transition {
        from: level(t, "from", names),
        to: level(t, "to", names),
        dimensions: names.dimensions(t, "dimensions"),
        text: t.required_text("text"),
        held_back: t.object("held_back").map(|h| HeldBack { by: names.dimensions(&h, "by"), text: h.required_text("text") }),
        turns_on: turns_on(t, names),
    };
    r.objects("transitions").iter().map(read).collect()
}

fn level(t: &Reader, name: &'static str, names: &Names) -> String {
    let id = t.required_text(name);
    if !id.is_empty() {
        let _ = names.level_at(t, name, &id);
    }
    id
}
