//! A committee that reviews an agreed record: each member marks questions with *agree*, *question* or *pass*, with a line.
//! This is what a committee does unless it asks for blind ratings. Members change nothing in the record.

use super::committee::MEMBERS;
use crate::base::error::FileError;
use crate::documents::calibration::{Mark, Remark, Review, SessionRecord};
use crate::messages::committee;
use crate::model::ladder::Ladder;

/// One question with the marks of all members, without names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The question, by index.
    pub question: usize,
    /// How many agree.
    pub agree: usize,
    pub questioned: usize,
    pub pass: usize,
    /// What was written, in no order of people.
    pub lines: Vec<String>,
}

impl Marked {
    /// Whether at least a third of those who did not pass question it.
    pub fn is_contested(&self) -> bool {
        self.questioned > 0 && 3 * self.questioned >= self.agree + self.questioned
    }
}

/// Puts the marks together, in the order of the ladder.
///
/// # Errors
/// Why these forms are no review of this record; the path begins with the number of the form, from 1.
pub fn review(ladder: &Ladder, record: &SessionRecord, code: &str, forms: &[Review]) -> Result<Vec<Marked>, FileError> {
    if record.finished().is_none() {
        return Err(FileError::whole(committee::NOT_FINISHED));
    }
    if !MEMBERS.contains(&forms.len()) {
        return Err(FileError::whole(committee::how_many_reviews(forms.len(), *MEMBERS.start(), *MEMBERS.end())));
    }
    for (i, form) in forms.iter().enumerate() {
        let path = |p: &str| String::from(committee::in_review(i + 1, p));
        if form.record != record.id() {
            return Err(FileError::at(path("record"), committee::OTHER_RECORD));
        }
        if form.code != code {
            return Err(FileError::at(path("code"), committee::OTHER_STATE));
        }
        if let Some(j) = forms[..i].iter().position(|s| !s.id.is_empty() && s.id == form.id) {
            return Err(FileError::at(path("id"), committee::same_review(j + 1)));
        }
    }
    let row = |question: usize| {
        let id = &ladder.questions[question].id;
        let remarks: Vec<&Remark> = forms.iter().filter_map(|s| s.marks.get(id)).collect();
        let count = |mark: Mark| remarks.iter().filter(|r| r.mark == mark).count();
        let mut lines: Vec<String> = remarks.iter().map(|r| r.text.trim().to_owned()).filter(|w| !w.is_empty()).collect();
        lines.sort_by(Ord::cmp);
        Marked { question, agree: count(Mark::Agree), questioned: count(Mark::Question), pass: count(Mark::Pass), lines }
    };
    Ok((0..ladder.questions.len()).map(row).filter(|m| m.agree + m.questioned + m.pass > 0).collect())
}

/// The contested questions, the one that most members question first.
pub fn contested(marked: &[Marked]) -> Vec<&Marked> {
    let mut out: Vec<&Marked> = marked.iter().filter(|m| m.is_contested()).collect();
    out.sort_by_key(|row| std::cmp::Reverse(row.questioned));
    out
}

/// Who marked a question how, on request.
pub fn marked_by(ladder: &Ladder, forms: &[Review], question: usize) -> Vec<(String, Option<Mark>)> {
    let id = &ladder.questions[question].id;
    let row = |(i, s): (usize, &Review)| {
        let name = s.member.trim();
        let name = if name.is_empty() { committee::member(i + 1).into() } else { name.to_owned() };
        (name, s.marks.get(id).map(|r| r.mark))
    };
    forms.iter().enumerate().map(row).collect()
}
