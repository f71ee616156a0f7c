//! Copies of an assessment that leave things out and give the same profile.

use litemap::LiteMap;

use serde_json::Map;

use crate::model::assessment::{Answer, Assessment, LadderRef, Period, Rater, SnapshotOf, Subject};
use crate::model::growth::Evidence;

/// What a copy includes; nothing by default.
#[expect(clippy::struct_excessive_bools, reason = "each kind of content is asked for by itself")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Redaction {
    /// Names of people, and the rater's own names for terms of the ladder.
    pub names: bool,
    /// Examples, and why a snapshot was taken.
    pub examples: bool,
    /// Pieces of evidence that are not sensitive.
    pub evidence: bool,
    /// The sensitive pieces too, and examples of answers that cite no other.
    pub sensitive: bool,
    pub ratings: bool,
}

/// A copy with only what is to be kept.
///
/// Where an example that made an answer count in full is left out, the answer says so (`example_withheld`), so that a copy
/// with ratings gives exactly the profile of its original. Unknown fields are left out, because they could hold anything,
/// and so is the id, so that the copy never replaces the original.
pub fn redact(a: &Assessment, keep: Redaction) -> Assessment {
    let all = &a.evidence;
    let mut kept: Vec<Evidence> =
        all.iter().filter(|e| keep.evidence && (keep.sensitive || !e.sensitive)).map(Evidence::plain).collect();
    for e in kept.iter_mut().filter(|_| !keep.names) {
        e.corroborator.clear();
    }
    let name = |name: &String| if keep.names { name.clone() } else { String::new() };
    let answers = a.answers.iter().filter(|_| keep.ratings);
    let answers = answers.map(|(id, x)| (id.clone(), answer(a, x, all, &kept, keep))).filter(|(_, x)| says_something(x));
    let why = |s: &SnapshotOf| if keep.examples { s.why.clone() } else { String::new() };
    let snapshot =
        a.snapshot.as_ref().map(|s| SnapshotOf { of: s.of.clone(), taken: s.taken.clone(), why: why(s), extra: Map::new() });
    Assessment {
        ladder: LadderRef { extra: Map::new(), ..a.ladder.clone() },
        subject: Subject { name: name(&a.subject.name), extra: Map::new(), ..a.subject.clone() },
        rater: Rater { name: name(&a.rater.name), extra: Map::new(), ..a.rater.clone() },
        period: Period { extra: Map::new(), ..a.period.clone() },
        terms: if keep.names { a.terms.clone() } else { LiteMap::default() },
        answers: answers.collect(),
        snapshot,
        created: a.created.clone(),
        updated: a.updated.clone(),
        evidence: kept,
        ..Assessment::default()
    }
}

/// The copy that a rater seals, and all that is shown of someone else's sealed file: ratings, examples, the rater's name,
/// and the cited pieces of evidence that are not sensitive.
///
/// The subject, drafts, own names for terms, times and the snapshot reference are left out. The session id is kept, because
/// the ratings were given for it.
pub fn payload(a: &Assessment) -> Assessment {
    let copy = redact(a, Redaction { names: true, examples: true, evidence: true, sensitive: false, ratings: true });
    let answers: LiteMap<String, Answer> =
        copy.answers.iter().filter(|(_, x)| x.choice.is_some()).map(|(id, x)| (id.clone(), x.clone())).collect();
    let cited = |e: &Evidence| answers.iter().any(|(_, x)| x.evidence.contains(&e.id));
    let evidence: Vec<Evidence> = copy.evidence.into_iter().filter(cited).collect();
    Assessment {
        ladder: copy.ladder,
        rater: copy.rater,
        period: copy.period,
        answers,
        evidence,
        session: a.session.clone(),
        ..Assessment::default()
    }
}

/// A draft without its example is empty.
fn says_something(x: &Answer) -> bool {
    x.choice.is_some() || !x.example.is_empty() || !x.evidence.is_empty()
}

fn answer(a: &Assessment, x: &Answer, all: &[Evidence], kept: &[Evidence], keep: Redaction) -> Answer {
    let mut cited = all.iter().filter(|e| x.evidence.contains(&e.id)).peekable();
    let private = !keep.sensitive && cited.peek().is_some() && cited.all(|e| e.sensitive);
    let example = if keep.examples && !private { x.example.clone() } else { String::new() };
    let evidence: Vec<String> = x.evidence.iter().filter(|id| kept.iter().any(|e| e.id == **id)).cloned().collect();
    let less = example != x.example || evidence.len() < x.evidence.len();
    Answer {
        choice: x.choice,
        example_withheld: x.example_withheld || less && a.has_example(x),
        no_room: x.no_room,
        example,
        evidence,
        extra: Map::new(),
    }
}
