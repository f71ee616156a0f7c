//! A committee that rates one person blind: three to twelve raters, the core questions. It shows where they differ and how
//! far, never who answered what unless that is asked for, and no level for all of them together.
//!
//! A question is contested when at least a third of those who answered it on the scale are one step or more from the
//! median. The median is always a statement that a member chose: with an even number of answers it is the lower of the two
//! in the middle. With their mean, a committee that is split in half over one step would count as uncontested. Taking the
//! higher one would change nothing: where the two differ, at least half of the answers are a step away from either.

use super::messages::short;
use crate::base::error::FileError;
use crate::messages::{Message, committee};
use crate::model::assessment::{Assessment, Choice, OffScale, Role};
use crate::model::ladder::Ladder;
use crate::model::profile::{Overall, check, overall};
use crate::model::scoring::Model;

/// How many may be on a committee.
pub const MEMBERS: std::ops::RangeInclusive<usize> = 3..=12;
/// Shown on every page of a committee.
pub const SHARED_PACKET: &str = committee::SHARED_PACKET;
/// Why there is no level for all.
pub const NO_COMMON_LEVEL: &str = committee::NO_COMMON_LEVEL;

/// One question as a committee answered it, without names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The question, by index.
    pub question: usize,
    /// How many chose each statement.
    pub statements: Vec<usize>,
    /// How many answered off the scale, in the order of [`OffScale::ALL`].
    pub off_scale: [usize; OffScale::ALL.len()],
}

impl Spread {
    /// How many answered on the scale.
    pub fn answered(&self) -> usize {
        self.statements.iter().sum()
    }

    /// The statement in the middle; the lower of two.
    pub fn median(&self) -> Option<usize> {
        let half = self.answered().div_ceil(2);
        let mut below = 0;
        self.statements.iter().position(|n| {
            below += n;
            half > 0 && below >= half
        })
    }

    /// How many answers are one step or more from the median.
    pub fn away(&self) -> usize {
        self.median().map_or(0, |m| self.answered() - self.statements[m])
    }

    /// Whether at least a third of those who answered do.
    pub fn is_contested(&self) -> bool {
        self.away() > 0 && 3 * self.away() >= self.answered()
    }

    /// "2 chose 1, 3 chose 3; 1 could not see it."
    pub fn text(&self) -> Message {
        let some = |(k, n): (usize, &usize)| (*n > 0).then(|| committee::count_chose(*n, k));
        let chosen: Vec<Message> = self.statements.iter().enumerate().filter_map(some).collect();
        let off = OffScale::ALL.into_iter().zip(self.off_scale).rev().filter(|(_, n)| *n > 0);
        let off = off.map(|(kind, n)| committee::count_off_scale(n, short(Some(Choice::OffScale(kind)))));
        let off: Vec<Message> = off.collect();
        match (chosen.is_empty(), off.is_empty()) {
            (true, true) => committee::NOBODY_ANSWERED.into(),
            (false, false) => committee::answers_and_off_scale(chosen, off),
            _ => committee::answers(chosen.into_iter().chain(off)),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct BlindRatings {
    /// Each member's result from the core questions, in ascending order, which does not reveal the members.
    pub positions: Vec<Overall>,
    /// The core questions in the order of the ladder.
    pub questions: Vec<Spread>,
    /// What is worth knowing about the files.
    pub warnings: Vec<String>,
}

/// Puts blind ratings together.
///
/// # Errors
/// Why these files are no committee; the path begins with the number of the file, from 1.
pub fn blind(ladder: &Ladder, model: &Model, members: &[Assessment]) -> Result<BlindRatings, FileError> {
    if !MEMBERS.contains(&members.len()) {
        return Err(FileError::whole(committee::how_many_ratings(members.len(), *MEMBERS.start(), *MEMBERS.end())));
    }
    let mut warnings = Vec::new();
    for (i, a) in members.iter().enumerate() {
        let path = |p: &str| String::from(committee::in_rating(i + 1, p));
        warnings.extend(check(ladder, a).map_err(|p| FileError::at(path(&p.path), p.message))?.iter().map(|w| path(w)));
        if a.rater.role != Role::Committee {
            return Err(FileError::at(path("rater.role"), committee::role_is_not_committee(a.rater.role.id())));
        }
        for (j, b) in members[..i].iter().enumerate() {
            if !a.id.is_empty() && a.id == b.id {
                return Err(FileError::at(path("id"), committee::same_rating(j + 1)));
            }
            let names = [&a.subject.name, &b.subject.name].map(|n| n.trim());
            if names[0] != names[1] && names.iter().all(|n| !n.is_empty()) {
                return Err(FileError::at(path("subject.name"), committee::other_person(j + 1)));
            }
        }
    }
    let mut positions: Vec<Overall> = members.iter().map(|a| position(ladder, model, a)).collect();
    positions.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
    let core = (0..ladder.questions.len()).filter(|q| ladder.questions[*q].core);
    Ok(BlindRatings { positions, questions: core.map(|q| spread(ladder, members, q)).collect(), warnings })
}

impl BlindRatings {
    /// The contested questions, the largest group away from the median first.
    pub fn contested(&self) -> Vec<&Spread> {
        let mut out: Vec<&Spread> = self.questions.iter().filter(|s| s.is_contested()).collect();
        out.sort_by_key(|row| std::cmp::Reverse(row.away()));
        out
    }

    /// "3 of 5 at Principal, 1 at Staff; 1 without enough answers."
    pub fn spread_sentence(&self, ladder: &Ladder) -> Message {
        let at = |l: usize| self.positions.iter().filter(|o| o.level == Some(l)).count();
        let levels: Vec<(usize, usize)> = (0..ladder.levels.len()).rev().map(|l| (l, at(l))).filter(|(_, n)| *n > 0).collect();
        let all = self.positions.len();
        let short = self.positions.iter().filter(|o| o.level.is_none()).count();
        let part = |(i, (l, n)): (usize, &(usize, usize))| {
            let level = ladder.levels[*l].title.as_str();
            if i == 0 { committee::count_of_all_at_level(*n, all, level) } else { committee::count_at_level(*n, level) }
        };
        let parts: Vec<Message> = levels.iter().enumerate().map(part).collect();
        match (parts.is_empty(), short) {
            (true, _) => committee::none_has_a_level(all),
            (false, 0) => committee::levels(parts),
            (false, n) => committee::levels_and_none(parts, n),
        }
    }
}

/// Who chose what, on request.
pub fn named(ladder: &Ladder, members: &[Assessment], question: usize) -> Vec<(String, Option<Choice>)> {
    let id = &ladder.questions[question].id;
    let row = |(i, a): (usize, &Assessment)| {
        let name = a.rater.name.trim();
        let name = if name.is_empty() { committee::rater(i + 1).into() } else { name.to_owned() };
        (name, a.answers.get(id).and_then(|x| x.choice))
    };
    members.iter().enumerate().map(row).collect()
}

/// A member's result from the core questions alone, so that all results rest on the same questions.
fn position(ladder: &Ladder, model: &Model, a: &Assessment) -> Overall {
    let mut core = a.clone();
    for q in ladder.questions.iter().filter(|q| !q.core) {
        core.answers.remove(&q.id);
    }
    overall(ladder, &model.score(&[core.ratings(ladder)]), &[core])
}

/// Sorts positions, so that their order does not depend on whose file came first.
fn middle(o: &Overall) -> f64 {
    o.levels.iter().enumerate().map(|(l, p)| p * l as f64).sum()
}

fn spread(ladder: &Ladder, members: &[Assessment], question: usize) -> Spread {
    let q = &ladder.questions[question];
    let count =
        |choice: Choice| members.iter().filter(|a| a.answers.get(&q.id).is_some_and(|x| x.choice == Some(choice))).count();
    Spread {
        question,
        statements: (0..q.statements.len()).map(|k| count(Choice::Statement(k))).collect(),
        off_scale: OffScale::ALL.map(|kind| count(Choice::OffScale(kind))),
    }
}
