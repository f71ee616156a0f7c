//! Warm-up files, version 1: dossiers with the authors' answers, read against the ladder that they are about.

use std::cell::RefCell;

use super::envelope::Format;
use super::reader::Reader;
use super::reader::{limit, refuse_repeats};
use super::{FileError, parse};
use crate::messages::{files, ladder_files};
use crate::model::ladder::Ladder;
use crate::model::warm_up::{AuthorsAnswer, Dossier};

/// The word that marks a warm-up file.
pub const WARM_UP_FORMAT: &str = "ladder-calibration/warm-up";
/// The format with its version.
const FORMAT: Format = Format { name: WARM_UP_FORMAT, version: 1, what: files::A_WARM_UP };
/// The warm-up for the default ladder, compiled in.
const DEFAULT: &str = include_str!("../../ladders/warm-up.en.json");

/// The dossiers for the default ladder; `None` for any other, and for a revision that no longer has their questions.
pub fn default_warm_up(ladder: &Ladder) -> Option<Vec<Dossier>> {
    read_warm_up(DEFAULT.as_bytes(), ladder).ok()
}

/// Reads the dossiers of a warm-up file.
///
/// # Errors
/// Every problem found, in the order of the file, or one alone if the file is about another ladder.
pub fn read_warm_up(bytes: &[u8], ladder: &Ladder) -> Result<Vec<Dossier>, Vec<FileError>> {
    let value = parse(bytes).map_err(|p| vec![p])?;
    FORMAT.check(&value).map_err(|p| vec![p])?;
    let problems = RefCell::default();
    let dossiers = dossiers(&Reader::new(&value, "", &problems), ladder);
    let problems = problems.into_inner();
    if problems.is_empty() { Ok(dossiers) } else { Err(problems) }
}

fn dossiers(r: &Reader, ladder: &Ladder) -> Vec<Dossier> {
    let Some(about) = r.object("ladder").map(|l| l.required_text("id")) else {
        r.problem("ladder", files::MISSING);
        return Vec::new();
    };
    if about != ladder.id {
        r.problem("ladder.id", ladder_files::warm_up_of_other(about, &ladder.id));
        return Vec::new();
    }
    let out: Vec<Dossier> = r.objects("dossiers").iter().map(|d| dossier(d, ladder)).collect();
    limit(r, "dossiers", out.len(), 1, 12);
    refuse_repeats(r, "dossiers", out.iter().map(|d| &d.id));
    out
}

fn dossier(d: &Reader, ladder: &Ladder) -> Dossier {
    let text = d.texts("text");
    limit(d, "text", text.len(), 1, 20);
    if text.iter().any(String::is_empty) {
        d.problem("text", ladder_files::EMPTY_PARAGRAPH);
    }
    let answers: Vec<AuthorsAnswer> = d.objects("questions").iter().filter_map(|q| answer(q, ladder)).collect();
    for (at, dimension) in ladder.dimensions.iter().enumerate() {
        let count = answers.iter().filter(|a| ladder.dimension_of(a.question) == at).count();
        if count != 1 {
            d.problem("questions", ladder_files::dossier_questions(count.to_string(), &dimension.title));
        }
    }
    Dossier { id: d.required_text("id"), title: d.required_text("title"), text, answers }
}

fn answer(q: &Reader, ladder: &Ladder) -> Option<AuthorsAnswer> {
    let id = q.required_text("question");
    let question = ladder.question_index(&id);
    if question.is_none() && !id.is_empty() {
        q.problem("question", ladder_files::unknown_id(&id, ladder_files::A_QUESTION));
    }
    let statement = q.count("statement");
    if q.get("statement").is_none() {
        q.problem("statement", files::MISSING);
    }
    let reason = q.required_text("reason");
    let (question, statement) = (question?, statement?);
    let statements = ladder.questions[question].statements.len();
    if statement >= statements {
        q.problem("statement", files::not_below(statements.to_string()));
    }
    Some(AuthorsAnswer { question, statement, reason })
}
