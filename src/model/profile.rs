//! A level profile: the result of one or more assessments of one person, with a sentence about its certainty.

use super::assessment::{Answer, Assessment, Choice, LadderRef, OffScale, Role};
use super::ladder::Ladder;
use super::scoring::{Model, Ratings, Score, most_probable};
use crate::base::error::FileError;
use crate::base::numbers::{percent, percent_text, to_index};
use crate::messages::{self, Message};

/// The disclaimer under every result, on screen and in every export.
pub const ESTIMATE: &str = messages::profile::ESTIMATE;
/// The disclaimer about the percentage.
pub const ASSUMPTIONS: &str = messages::profile::ASSUMPTIONS;

#[derive(Clone, Debug, PartialEq)]
pub struct Overall {
    /// Probability of each level from the zone below upward.
    pub levels: Vec<f64>,
    /// The most probable level; `None` where there are too few answers or the raters are two levels apart.
    pub level: Option<usize>,
    /// Whether every dimension has enough answers.
    pub sufficient: bool,
    pub sentence: Message,
    /// A second sentence where many questions had no opportunity.
    pub caution: Option<Message>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct RaterProfile {
    pub role: Role,
    /// Answers on the scale.
    pub answered: usize,
    /// Answers off the scale, in the order of [`OffScale::ALL`].
    pub off_scale: [usize; OffScale::ALL.len()],
    pub overall: Overall,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// In the order given.
    pub raters: Vec<RaterProfile>,
    /// All raters together.
    pub score: Score,
    /// The result of all raters together.
    pub overall: Overall,
}

/// Scores assessments of one person. They have to fit the ladder: see [`check`].
pub fn profile(ladder: &Ladder, model: &Model, assessments: &[Assessment]) -> Profile {
    let ratings: Vec<_> = assessments.iter().map(|a| a.ratings(ladder)).collect();
    let score = model.score(&ratings);
    let mut overall = overall(ladder, &score, assessments);
    let raters: Vec<RaterProfile> = match assessments {
        // With one rater, the rater's result is the result of all.
        [a] => vec![rater_profile(ladder, a, overall.clone())],
        _ => assessments.iter().zip(&ratings).map(|(a, own)| rater_profile(ladder, a, alone(ladder, model, a, own))).collect(),
    };
    if let Some(sentence) = disagreement(ladder, &raters) {
        overall.level = None;
        overall.sentence = sentence;
    }
    Profile { raters, score, overall }
}

/// The result of one of several raters alone.
fn alone(ladder: &Ladder, model: &Model, a: &Assessment, own: &Ratings) -> Overall {
    overall(ladder, &model.score(std::slice::from_ref(own)), std::slice::from_ref(a))
}

fn rater_profile(ladder: &Ladder, a: &Assessment, overall: Overall) -> RaterProfile {
    RaterProfile {
        role: a.rater.role,
        answered: a.count(ladder, |x| x.statement().is_some()),
        off_scale: OffScale::ALL.map(|kind| a.count(ladder, |x| x.choice == Some(Choice::OffScale(kind)))),
        overall,
    }
}

fn no_opportunity(answer: &Answer) -> bool {
    answer.choice.is_some_and(Choice::is_missing_opportunity)
}

/// A result in words, from the assessments that were scored.
pub(crate) fn overall(ladder: &Ladder, score: &Score, assessments: &[Assessment]) -> Overall {
    let level = score.sufficient.then(|| most_probable(&score.overall));
    let sentence = if score.sufficient {
        level_sentence(ladder, &score.overall, assessments)
    } else {
        missing_sentence(ladder, assessments)
    };
    Overall {
        levels: score.overall.clone(),
        level,
        sufficient: score.sufficient,
        sentence,
        caution: caution(ladder, assessments),
    }
}

/// The sentence for the probabilities of levels.
pub fn level_sentence(ladder: &Ladder, levels: &[f64], assessments: &[Assessment]) -> Message {
    let title = |l: usize| &ladder.levels[l].title;
    let with_number = |l: usize| level_and_chance(ladder, levels, l);
    let order = by_probability(levels);
    let (best, others) = (order[0], &order[1..]);
    let certainty = percent(levels[best]);
    if certainty < 60 {
        let third = others[1..].iter().copied().take(1).filter(|l| percent(levels[*l]) >= 15);
        let mut named: Vec<usize> = [best, others[0]].into_iter().chain(third).collect();
        named.sort_by(usize::cmp);
        let titles: Vec<&str> = named.iter().map(|l| title(*l).as_str()).collect();
        let numbers: Vec<String> = named.iter().map(|l| percent_text(levels[*l])).collect();
        return messages::profile::between(titles, numbers.join(" / "));
    }
    let (with_example, answered) = examples(ladder, assessments);
    if !enough_examples(ladder, assessments) {
        let chance = percent_text(levels[best]);
        return messages::profile::by_these_answers(title(best), chance, with_example, answered);
    }
    if certainty >= 80 {
        return messages::profile::clearly(with_number(best));
    }
    let possible: Vec<Message> = others.iter().filter(|l| percent(levels[**l]) >= 15).map(|l| with_number(*l)).collect();
    if possible.is_empty() {
        return messages::profile::probably(with_number(best));
    }
    messages::profile::probably_or(with_number(best), possible)
}

/// "Principal (82%)".
fn level_and_chance(ladder: &Ladder, levels: &[f64], l: usize) -> Message {
    messages::profile::level_and_chance(&ladder.levels[l].title, percent_text(levels[l]))
}

/// Levels from the most probable down; within 1e-9 the lower first.
fn by_probability(levels: &[f64]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..levels.len()).collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        let values: Vec<f64> = left.iter().map(|l| levels[*l]).collect();
        order.push(left.remove(most_probable(&values)));
    }
    order
}

/// How many answers on the scale have an example, and how many there are.
pub fn examples(ladder: &Ladder, assessments: &[Assessment]) -> (usize, usize) {
    let count = |with: bool| {
        assessments.iter().map(|a| a.count(ladder, |x| x.statement().is_some() && (!with || a.has_example(x)))).sum()
    };
    (count(true), count(false))
}

fn enough_examples(ladder: &Ladder, assessments: &[Assessment]) -> bool {
    ladder.dimensions.iter().all(|d| {
        let questions = &ladder.questions[d.questions.clone()];
        let all = || assessments.iter().flat_map(|a| questions.iter().filter_map(move |q| Some((a, a.answers.get(&q.id)?))));
        let answered = all().filter(|(_, x)| x.statement().is_some()).count();
        let with = all().filter(|(a, x)| x.statement().is_some() && a.has_example(x)).count();
        2 * with >= answered
    })
}

/// The answers that a dimension still needs, and whether enough questions are open to any rater.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// By index.
    pub dimension: usize,
    /// Answers on the scale that are missing.
    pub answers: usize,
    /// Whether enough questions are still open.
    pub possible: bool,
}

/// The dimensions that have too few answers, in the order of the ladder.
pub fn missing(ladder: &Ladder, assessments: &[Assessment]) -> Vec<Missing> {
    let least = ladder.scoring.minimum_answers;
    let row = |(dimension, d): (usize, &crate::model::ladder::Dimension)| {
        let questions = &ladder.questions[d.questions.clone()];
        let counts = |a: &Assessment| {
            let chosen = |q: &&super::ladder::Question| a.answers.get(&q.id).is_some_and(|x| x.choice.is_some());
            let scaled = |q: &&super::ladder::Question| a.answers.get(&q.id).is_some_and(|x| x.statement().is_some());
            (questions.iter().filter(scaled).count(), questions.len() - questions.iter().filter(chosen).count())
        };
        let all: Vec<(usize, usize)> =
            if assessments.is_empty() { vec![(0, questions.len())] } else { assessments.iter().map(counts).collect() };
        let most = all.iter().map(|(answered, _)| *answered).max().unwrap_or(0);
        let possible = all.iter().any(|(answered, open)| answered + open >= least);
        (most < least).then(|| Missing { dimension, answers: least - most, possible })
    };
    ladder.dimensions.iter().enumerate().filter_map(row).collect()
}

fn missing_sentence(ladder: &Ladder, assessments: &[Assessment]) -> Message {
    let missing = missing(ladder, assessments);
    let title = |m: &Missing| ladder.dimensions[m.dimension].title.as_str();
    let hopeless: Vec<&str> = missing.iter().filter(|m| !m.possible).map(title).collect();
    if !hopeless.is_empty() {
        return messages::profile::too_few_could_be_answered(hopeless);
    }
    let questions = missing.iter().map(|m| messages::profile::more_questions(m.answers, title(m)));
    messages::profile::answer_for_a_level(questions)
}

/// A second sentence where three or more questions of one dimension had no opportunity.
fn caution(ladder: &Ladder, assessments: &[Assessment]) -> Option<Message> {
    let [a] = assessments else { return None };
    let in_dimension = |d: &crate::model::ladder::Dimension| {
        ladder.questions[d.questions.clone()].iter().filter(|q| a.answers.get(&q.id).is_some_and(no_opportunity)).count()
    };
    if !ladder.dimensions.iter().any(|d| in_dimension(d) >= 3) {
        return None;
    }
    let (answered, without) = (a.count(ladder, |x| x.statement().is_some()), a.count(ladder, no_opportunity));
    Some(messages::profile::rests_on(answered, ladder.questions.len(), without))
}

/// Where any two raters' own levels are two or more apart, the two that lie furthest apart are named, in file order.
fn disagreement(ladder: &Ladder, raters: &[RaterProfile]) -> Option<Message> {
    let levels: Vec<(usize, usize)> = raters.iter().enumerate().filter_map(|(i, r)| Some((i, r.overall.level?))).collect();
    let highest = levels.iter().copied().rev().max_by_key(|(_, l)| *l)?;
    let lowest = levels.iter().copied().min_by_key(|(_, l)| *l)?;
    if highest.1 - lowest.1 < 2 {
        return None;
    }
    let pair = if highest.0 < lowest.0 { [highest, lowest] } else { [lowest, highest] };
    let [first, second] = pair.map(|(i, l)| level_and_chance(ladder, &raters[i].overall.levels, l));
    Some(messages::profile::ratings_differ(first, second))
}

/// Checks an assessment against the ladder: an error if it cannot be scored, or warnings.
///
/// # Errors
/// The path and the cause of what cannot be scored.
pub fn check(ladder: &Ladder, a: &Assessment) -> Result<Vec<String>, FileError> {
    if a.ladder.id != ladder.id {
        return Err(FileError::at("ladder.id", messages::profile::other_ladder(&a.ladder.id, &ladder.id)));
    }
    let other_text = other_text(ladder, &a.ladder).map(|other| match other {
        OtherText::Revision => messages::profile::other_revision(&a.ladder.revision, &ladder.revision).into(),
        OtherText::Digest => messages::profile::OTHER_TEXT.into(),
    });
    let mut warnings: Vec<String> = other_text.into_iter().collect();
    for (id, answer) in &a.answers {
        let Some(q) = ladder.question_index(id) else {
            warnings.push(messages::profile::answer_not_scored(id).into());
            continue;
        };
        let count = ladder.questions[q].statements.len();
        if answer.statement().is_some_and(|k| k >= count) {
            return Err(FileError::at(format!("answers.{id}.statement"), messages::profile::statement_out_of_range(count - 1)));
        }
        for missing in answer.evidence.iter().filter(|e| !a.has_piece(e)) {
            warnings.push(messages::profile::evidence_not_in_file(id, missing).into());
        }
    }
    Ok(warnings)
}

/// By what it shows that answers were given on another text than that of the ladder in use.
enum OtherText {
    Revision,
    /// The revision is the same.
    Digest,
}

/// What a file does not say is not held against it.
fn other_text(ladder: &Ladder, answered: &LadderRef) -> Option<OtherText> {
    if !answered.revision.is_empty() && answered.revision != ladder.revision {
        return Some(OtherText::Revision);
    }
    let other = !answered.digest.is_empty() && answered.digest != ladder.digest;
    other.then_some(OtherText::Digest)
}

/// The warnings for every result of an assessment that fits the ladder, and for every list: its answers were given on
/// another text, some of them are not scored, or some cite missing evidence. One sentence each.
pub fn warnings(ladder: &Ladder, a: &Assessment) -> Vec<String> {
    let other_text = other_text(ladder, &a.ladder).map(|other| match other {
        OtherText::Revision => messages::profile::other_revision_sentence(&a.ladder.revision, &ladder.revision).into(),
        OtherText::Digest => messages::profile::OTHER_TEXT_SENTENCE.into(),
    });
    let mut out: Vec<String> = other_text.into_iter().collect();
    let unknown: Vec<&str> =
        a.answers.iter().filter(|(id, _)| ladder.question_index(id).is_none()).map(|(id, _)| id.as_str()).collect();
    match unknown.as_slice() {
        [] => {}
        [one] => out.push(messages::profile::question_gone(*one).into()),
        [first, second, third, more @ ..] if more.len() > 1 => {
            out.push(messages::profile::many_questions_gone(unknown.len(), *first, *second, *third, more.len()).into());
        }
        few => out.push(messages::profile::questions_gone(few.len(), few.iter().copied()).into()),
    }
    let gone = |x: &Answer| x.evidence.iter().any(|id| !a.has_piece(id));
    match a.count(ladder, gone) {
        0 => {}
        n => out.push(messages::profile::evidence_gone(n).into()),
    }
    out
}

/// Twenty dots over the levels by largest remainder, so that they add up; ties go to the lower level.
pub fn dots(levels: &[f64]) -> Vec<usize> {
    const DOTS: usize = 20;
    let shares: Vec<f64> = levels.iter().map(|p| p * DOTS as f64).collect();
    let mut counts: Vec<usize> = shares.iter().map(|s| to_index(s.floor().max(0.0))).collect();
    let mut order: Vec<usize> = (0..levels.len()).collect();
    order.sort_by(|a, b| shares[*b].fract().total_cmp(&shares[*a].fract()).then(a.cmp(b)));
    let left = DOTS.saturating_sub(counts.iter().sum());
    for l in order.into_iter().cycle().take(left) {
        counts[l] += 1;
    }
    counts
}
