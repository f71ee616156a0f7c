//! Whether two files can be compared on the ladder in use, and what differs between them, in words.

use litemap::LiteMap;

use super::messages::called;
use crate::base::error::FileError;
use crate::base::json::{canonical, parse};
use crate::base::limits::{MAX_BYTES, SESSION_RESERVE};
use crate::documents::calibration::{SealFacts, SessionRecord, Side};
use crate::documents::seal_codes::Code;
use crate::files::stored_session;
use crate::messages::revisions;
use crate::model::assessment::{Answer, Assessment, Choice, LadderRef, Role};
use crate::model::ladder::Ladder;
use crate::model::profile::check;

/// How files name a ladder.
pub(super) fn reference(ladder: &Ladder) -> LadderRef {
    LadderRef {
        id: ladder.id.clone(),
        revision: ladder.revision.clone(),
        digest: ladder.digest.clone(),
        extra: serde_json::Map::new(),
    }
}

impl SessionRecord {
    /// Refuses what cannot be scored on this ladder. It needs no model, because it runs for every stored record while the
    /// page loads.
    ///
    /// # Errors
    /// The path in the record, and the cause.
    pub fn fits(&self, ladder: &Ladder) -> Result<(), FileError> {
        for (side, path) in Side::BOTH.into_iter().zip(["first", "second"]) {
            let a = self.original(side);
            check(ladder, a).map_err(|p| FileError::at(format!("{path}.assessment.{}", p.path), p.message))?;
            if a.rater.role == Role::Agreed {
                return Err(FileError::at(format!("{path}.assessment.rater.role"), revisions::AGREED_IS_NO_SIDE));
            }
        }
        let [a, b] = Side::BOTH.map(|side| self.party(side).original());
        if !a.assessment().id.is_empty() && a.file() == b.file() {
            return Err(FileError::at("second.assessment", revisions::SAME_FILE));
        }
        for (id, item) in &self.progress.items {
            let statements = ladder.question_index(id).map(|q| ladder.questions[q].statements.len());
            let agreed = item.outcome().and_then(|o| o.agreed()).or_else(|| item.draft().map(|d| &d.answer));
            let statement = agreed.and_then(Answer::statement);
            if let (Some(k), Some(n)) = (statement, statements)
                && k >= n
            {
                let message = revisions::statement_out_of_range((n - 1).to_string());
                return Err(FileError::at(format!("questions.{id}.answer.statement"), message));
            }
        }
        Ok(())
    }
}

/// Refuses two files that together would make a record which could not be saved and opened again.
pub(super) fn fits_into_a_file(record: &SessionRecord) -> Result<(), FileError> {
    let text = stored_session(record);
    if text.len() + SESSION_RESERVE > MAX_BYTES {
        return Err(FileError::whole(revisions::TOO_LARGE));
    }
    parse(text.as_bytes()).map(drop).map_err(|p| FileError::whole(revisions::not_readable(p.message)))
}

/// What differs between the two files, and what can still be compared; empty where nothing does.
pub fn differences(ladder: &Ladder, record: &SessionRecord) -> Vec<String> {
    let [a, b] = Side::BOTH.map(|side| record.original(side));
    let names = Side::BOTH.map(|side| called(record, side));
    let texts = texts_differ(ladder, [&a.ladder, &b.ladder], &names).or_else(|| session_differs(ladder, record));
    let unknown = Side::BOTH.map(|side| unknown(ladder, record.original(side)));
    let mut out = Vec::new();
    if texts.is_some() || unknown.iter().any(|ids| !ids.is_empty()) {
        let rated = |x: &Assessment, id: &str| matches!(x.answers.get(id).and_then(|y| y.choice), Some(Choice::Statement(_)));
        let both = ladder.questions.iter().filter(|q| rated(a, &q.id) && rated(b, &q.id)).count();
        let all = ladder.questions.len();
        out.extend(texts.clone());
        for (name, ids) in names.iter().zip(&unknown).filter(|(_, ids)| !ids.is_empty()) {
            out.push(revisions::unknown_questions(name, ids).into());
        }
        out.push(revisions::comparable(both, all).into());
    }
    if texts.is_some() {
        out.push(revisions::READ_ALOUD.into());
    }
    let subjects = [&a.subject.name, &b.subject.name].map(|name| name.trim());
    if !record.names_its_subject() && subjects[0] != subjects[1] && subjects.iter().all(|name| !name.is_empty()) {
        out.push(revisions::other_people(subjects[0], subjects[1]).into());
    }
    let periods = [a, b].map(|x| (x.period.from.as_str(), x.period.to.as_str()));
    if periods[0] != periods[1] && periods.iter().all(|p| *p != ("", "")) {
        let [first, second] = periods.map(|(from, to)| revisions::period(from, to));
        out.push(revisions::other_periods(&names[0], first, &names[1], second).into());
    }
    out
}

/// Why a record must not replace the one in this browser, in words: its originals, or their seals, are different. Empty
/// where both are about the same two files; then only the outcomes may differ.
pub fn other_originals(here: &SessionRecord, there: &SessionRecord) -> Vec<String> {
    let mut out: Vec<String> = Side::BOTH.into_iter().filter_map(|side| other_original(here, there, side)).collect();
    if out.is_empty() && here.ladder != there.ladder {
        out.push(revisions::OTHER_LADDER.into());
    }
    out
}

fn other_original(here: &SessionRecord, there: &SessionRecord, side: Side) -> Option<String> {
    let [a, b] = [here, there].map(|record| record.party(side));
    let name = called(here, side);
    if a.assessment().rater.role != b.assessment().rater.role || a.assessment().rater.name != b.assessment().rater.name {
        return Some(revisions::other_side(name, called(there, side)).into());
    }
    if canonical(a.original().file()) != canonical(b.original().file()) {
        let (mine, theirs) = (&a.assessment().answers, &b.assessment().answers);
        let choice = |answers: &LiteMap<String, Answer>, id: &String| answers.get(id).and_then(|x| x.choice);
        let ids = mine.keys().chain(theirs.keys().filter(|id| !mine.contains_key(*id)));
        let changed = ids.filter(|id| choice(mine, id) != choice(theirs, id)).count();
        return Some(revisions::answers_differ(changed, name).into());
    }
    let facts = |s: &SealFacts| (s.number, digits(&s.code), s.opened);
    if a.seal().map(facts) != b.seal().map(facts) {
        return Some(revisions::other_seal(name).into());
    }
    // A record of an earlier version has neither salt nor session; it can still be about the same file.
    let other = |x: &str, y: &str| !x.is_empty() && !y.is_empty() && x != y;
    let (s, t) = a.seal().zip(b.seal())?;
    (other(&s.session, &t.session) || other(&s.salt, &t.salt)).then(|| revisions::other_session(name).into())
}

/// A code without the separators between its digits.
fn digits(code: &str) -> String {
    Code::parse(code).map_or_else(|_| code.to_owned(), |c| c.digits().to_owned())
}

/// An unknown value is no difference.
fn texts_differ(ladder: &Ladder, refs: [&LadderRef; 2], names: &[String; 2]) -> Option<String> {
    let differ = |x: &str, y: &str| !x.is_empty() && !y.is_empty() && x != y;
    let [a, b] = refs.map(|r| r.revision.as_str());
    let here = &ladder.revision;
    if differ(a, b) {
        return Some(revisions::revisions_differ(&names[0], a, &names[1], b, here).into());
    }
    if let Some(old) = [a, b].into_iter().find(|r| differ(r, here)) {
        return Some(revisions::revision_of_answers(old, here).into());
    }
    let digests = refs.map(|r| r.digest.as_str());
    if differ(digests[0], digests[1]) {
        return Some(revisions::TEXTS_DIFFER.into());
    }
    let other = digests.into_iter().any(|d| differ(d, &ladder.digest));
    other.then(|| revisions::TEXT_OF_ANSWERS.into())
}

/// Originals may leave their revision out; the record names the text that the session used.
fn session_differs(ladder: &Ladder, record: &SessionRecord) -> Option<String> {
    let (used, differ) = (record.ladder(), |x: &str, y: &str| !x.is_empty() && !y.is_empty() && x != y);
    if differ(&used.revision, &ladder.revision) {
        return Some(revisions::revision_of_session(&used.revision, &ladder.revision).into());
    }
    differ(&used.digest, &ladder.digest).then(|| revisions::TEXT_OF_SESSION.into())
}

/// The note for a list of records: the text of the record's ladder is not that of the ladder in use, or some of its answers
/// are kept and not compared.
pub fn other_text(ladder: &Ladder, record: &SessionRecord) -> Option<String> {
    let originals = Side::BOTH.map(|side| record.original(side));
    let names = Side::BOTH.map(|side| called(record, side));
    let texts = texts_differ(ladder, originals.map(|a| &a.ladder), &names).or_else(|| session_differs(ladder, record));
    let unknown: usize = originals.iter().map(|a| unknown(ladder, a).len()).sum();
    let kept = (unknown > 0).then(|| revisions::KEPT.to_owned());
    let all: Vec<String> = texts.into_iter().chain(kept).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

fn unknown(ladder: &Ladder, a: &Assessment) -> Vec<String> {
    let ids = a.answers.iter().filter(|(id, answer)| answer.choice.is_some() && ladder.question_index(id).is_none());
    ids.map(|(id, _)| id.clone()).collect()
}
