//! The findings of a profile, in words: what holds the level back, what is missing, one next step, and the effect of a
//! single answer. Screens and exports print these sentences unchanged.

use super::assessment::{Assessment, Choice, OffScale};
use super::ladder::Ladder;
use super::profile::{examples, missing, profile};
use super::scoring::{Bottleneck, Flip, Model, Obstacle, Prompt, Score, flips, most_probable, obstacle, toward};
use crate::base::numbers::plain;
use crate::base::numbers::{join, per_cent_words};

/// One answer with the statement that the next level requires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStatement {
    /// The question, by index.
    pub question: usize,
    /// The statement chosen, if one was.
    pub chosen: Option<usize>,
    pub next: usize,
}

/// All of them for one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// The requirement of the next level and the distance to it; `None` at the top or without a level.
    pub bottleneck: Option<Bottleneck>,
    /// The dimensions that hold the result back; empty without a bottleneck.
    pub holding: Vec<usize>,
    pub holds_back: String,
    /// What is missing from the answers.
    pub missing: String,
    pub next_step: String,
    /// The deciding dimension, where the two most probable levels are not neighbors.
    pub decides: Option<String>,
    /// The answers that are between, in the dimensions that hold the result back.
    pub between: Vec<NextStatement>,
}

/// Puts the findings into words.
pub fn findings(ladder: &Ladder, model: &Model, score: &Score, a: &Assessment) -> Findings {
    let level = score.sufficient.then(|| most_probable(&score.overall));
    let top = ladder.levels.len() - 1;
    let bottleneck = level.filter(|l| *l < top).map(|l| toward(model, score, l + 1));
    let blocked = bottleneck.as_ref().map(|b| (b, obstacle(model, score, b)));
    let holding = blocked.as_ref().map_or_else(Vec::new, |(_, o)| o.sets[0].clone());
    let between = bottleneck.as_ref().map_or_else(Vec::new, |b| steps_between(ladder, a, &holding, b));
    Findings {
        holds_back: match (&blocked, level) {
            (Some((b, o)), _) => holds_back(ladder, b, o),
            (None, Some(_)) => format!("Nothing: {} is the highest level of this ladder.", ladder.levels[top].title),
            (None, None) => "There are too few answers to say.".into(),
        },
        missing: what_is_missing(ladder, a),
        next_step: next_step(ladder, a, bottleneck.as_ref(), &between),
        decides: level.and_then(|_| decides(ladder, model, score)),
        bottleneck,
        holding,
        between,
    }
}

fn titles(ladder: &Ladder, dimensions: &[usize], word: &str) -> String {
    let titles: Vec<&str> = dimensions.iter().map(|d| ladder.dimensions[*d].title.as_str()).collect();
    join(&titles, word)
}

fn holds_back(ladder: &Ladder, b: &Bottleneck, o: &Obstacle) -> String {
    let (level, now) = (&ladder.levels[b.target].title, per_cent_words(b.now));
    let then = per_cent_words(o.if_met);
    let set = &o.sets[0];
    if o.sets.len() > 1 && set.len() == 1 {
        let any: Vec<usize> = o.sets.iter().flatten().copied().collect();
        let any = titles(ladder, &any, "or");
        return format!("{any}. If any one of them reached what {level} asks, {level} would stand at {then} instead of {now}.");
    }
    if let [d] = set[..] {
        let others =
            b.if_met.iter().enumerate().filter(|(other, p)| *other != d && b.requirement[*other] > 0 && **p > 0.5).count();
        let alone = if others == 0 { " No other dimension changes the result by itself." } else { "" };
        let title = &ladder.dimensions[d].title;
        return format!("{title}. If it reached what {level} asks, {level} would stand at {then} instead of {now}.{alone}");
    }
    let count = match set.len() {
        2 => "Two things are".to_owned(),
        3 => "Three things are".to_owned(),
        n => format!("{n} things are"),
    };
    let together = if set.len() == 2 { "both" } else { "all of them" };
    let names = titles(ladder, set, "and");
    format!("{count} missing: {names}. If {together} reached what {level} asks, {level} would stand at {then} instead of {now}.")
}

fn what_is_missing(ladder: &Ladder, a: &Assessment) -> String {
    let (with, answered) = examples(ladder, std::slice::from_ref(a));
    let total = ladder.questions.len();
    let open = total - a.count(ladder, |x| x.choice.is_some());
    let no_room = a.count(ladder, |x| x.no_room && x.choice.is_some());
    let mut parts = Vec::new();
    if answered > with {
        parts.push(format!("Examples for {} of {answered} answers.", answered - with));
    }
    if open > 0 {
        parts.push(format!("{} not answered.", questions(open)));
    }
    for kind in OffScale::ALL {
        let count = a.count(ladder, |x| x.choice == Some(Choice::OffScale(kind)));
        if count > 0 {
            parts.push(format!("{} {}.", questions(count), kind.facts().questions));
        }
    }
    if no_room > 0 {
        parts.push(format!("On {no_room} of {total} questions the company had no room for more."));
    }
    if parts.is_empty() { "Nothing: every question has an answer with an example.".into() } else { parts.join(" ") }
}

fn questions(n: usize) -> String {
    if n == 1 { "1 question".into() } else { format!("{n} questions") }
}

fn next_step(ladder: &Ladder, a: &Assessment, bottleneck: Option<&Bottleneck>, between: &[NextStatement]) -> String {
    if let Some(m) = missing(ladder, std::slice::from_ref(a)).first() {
        let title = &ladder.dimensions[m.dimension].title;
        return if m.possible {
            format!("Answer {} in {title}.", questions_more(m.answers))
        } else {
            format!("Ask somebody who sees more of your work in {title} to rate it too.")
        };
    }
    let (with, answered) = examples(ladder, std::slice::from_ref(a));
    if 2 * with < answered {
        let part = plain(ladder.scoring.weight_without_example);
        return format!(
            "Add examples: {} of {answered} answers have none, and each of those counts {part} of an answer.",
            answered - with
        );
    }
    match (bottleneck, between.first()) {
        (Some(b), Some(step)) => {
            let q = &ladder.questions[step.question];
            let (dimension, level) =
                (&ladder.dimensions[ladder.dimension_of(step.question)].title, &ladder.levels[b.target].title);
            let statement = q.statements[step.next].trim_end_matches('.');
            format!("In {dimension}, towards {level}: take on work of which you could later say \u{201c}{statement}\u{201d}.")
        }
        (Some(_), None) => {
            "Have a second person rate the same questions: your answers are already where the next level asks.".into()
        }
        (None, _) => "Have a second person rate the same questions: two raters tell more than more questions.".into(),
    }
}

fn questions_more(n: usize) -> String {
    if n == 1 { "1 more question".into() } else { format!("{n} more questions") }
}

/// The answers in these dimensions that are below the requirement, the smallest step first.
fn steps_between(ladder: &Ladder, a: &Assessment, dimensions: &[usize], b: &Bottleneck) -> Vec<NextStatement> {
    let mut steps: Vec<(usize, NextStatement)> = Vec::new();
    for d in dimensions {
        let asked = ladder.statement_for_level(b.requirement[*d]);
        for q in ladder.dimensions[*d].questions.clone() {
            let Some(chosen) = a.answers.get(&ladder.questions[q].id).and_then(super::assessment::Answer::statement) else {
                continue;
            };
            if chosen < asked {
                steps.push((asked - chosen, NextStatement { question: q, chosen: Some(chosen), next: chosen + 1 }));
            }
        }
    }
    steps.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.question.cmp(&b.1.question)));
    steps.into_iter().map(|(_, s)| s).collect()
}

/// The dimension between the two most probable levels, where these are not neighbors.
fn decides(ladder: &Ladder, model: &Model, score: &Score) -> Option<String> {
    let best = most_probable(&score.overall);
    let others = score.overall.iter().enumerate().filter(|(l, _)| *l != best);
    let second = others.max_by(|a, b| a.1.total_cmp(b.1)).map(|(l, _)| l)?;
    if best.abs_diff(second) < 2 {
        return None;
    }
    let (low, high) = (best.min(second), best.max(second));
    let b = toward(model, score, high);
    let asked = (0..b.if_met.len()).filter(|d| b.requirement[*d] > 0);
    let d = asked.max_by(|x, y| b.if_met[*x].total_cmp(&b.if_met[*y]))?;
    let (dimension, level) = (&ladder.dimensions[d].title, &ladder.levels[high].title);
    Some(format!(
        "{dimension} decides between {} and {level}: if it reached what {level} asks, {level} would stand at {}.",
        ladder.levels[low].title,
        per_cent_words(b.if_met[d]),
    ))
}

/// The nearest single answer that changes the most probable level, in words.
pub fn nearest_flip(ladder: &Ladder, model: &Model, score: &Score, a: &Assessment) -> (String, Option<Flip>) {
    let Some(flip) = flips(model, score, &a.ratings(ladder)).into_iter().next() else {
        return ("No single answer changes this result.".into(), None);
    };
    let q = &ladder.questions[flip.question];
    let mut changed = a.clone();
    if let Some(answer) = changed.answers.get_mut(&q.id) {
        answer.choice = Some(Choice::Statement(flip.to));
    }
    let sentence = profile(ladder, model, &[changed]).overall.sentence;
    let distance = flip.from.abs_diff(flip.to);
    let steps = if distance == 1 {
        "One step on one answer changes it".to_owned()
    } else {
        format!("It takes {distance} steps on one answer")
    };
    let words = format!(
        "{steps}: statement {} in the place of {} for \u{201c}{}\u{201d} would give \u{201c}{sentence}\u{201d}",
        flip.to,
        flip.from,
        name(ladder, flip.question)
    );
    (words, Some(flip))
}

/// A question's short name; its prompt where it has none.
pub fn name(ladder: &Ladder, question: usize) -> &str {
    let q = &ladder.questions[question];
    if q.title.is_empty() { &q.prompt } else { &q.title }
}

/// A consistency prompt in words: a title and a text. None of them changes the result.
pub fn prompt_words(ladder: &Ladder, a: &Assessment, prompt: &Prompt) -> (String, String) {
    let chosen = |q: usize| a.answers.get(&ladder.questions[q].id).and_then(super::assessment::Answer::statement).unwrap_or(0);
    let slip = || "Is one of these a slip?".to_owned();
    match prompt {
        Prompt::Contradiction { dimension, questions } => {
            let d = &ladder.dimensions[*dimension];
            let far: Vec<String> =
                questions.iter().map(|q| format!("statement {} for \u{201c}{}\u{201d}", chosen(*q), name(ladder, *q))).collect();
            let others: Vec<usize> = d.questions.clone().filter(|q| !questions.contains(q)).collect();
            let rest: Vec<usize> = others.iter().filter_map(|q| a.answers.get(&ladder.questions[*q].id)?.statement()).collect();
            let far = join(&far.iter().map(String::as_str).collect::<Vec<_>>(), "and");
            let rest = match (rest.iter().min(), rest.iter().max()) {
                (Some(low), Some(high)) if low == high => format!(", and statement {low} on the others"),
                (Some(low), Some(high)) => format!(", and statements {low} to {high} on the others"),
                _ => String::new(),
            };
            (slip(), format!("On {} you chose {far}{rest}. Both may be right.", d.title))
        }
        Prompt::Reversal { dimension, easier, harder } => {
            let d = &ladder.dimensions[*dimension].title;
            let (e, h) = (name(ladder, *easier), name(ladder, *harder));
            (
                slip(),
                format!(
                    "On {d} you chose statement {} for \u{201c}{e}\u{201d} and statement {} for \u{201c}{h}\u{201d}, which is usually the harder of the two. Both may be right.",
                    chosen(*easier),
                    chosen(*harder)
                ),
            )
        }
        Prompt::Scatter => (
            "The answers vary a lot within a dimension".into(),
            "That can be so. If you answered in a hurry, a second look at the statements may help.".into(),
        ),
        Prompt::StraightLine => {
            ("Nearly all answers are alike".into(), "Were the statements read one by one? If so, leave them as they are.".into())
        }
        Prompt::HighClaim { questions } => {
            let names: Vec<String> = questions.iter().map(|q| format!("\u{201c}{}\u{201d}", name(ladder, *q))).collect();
            let names = join(&names.iter().map(String::as_str).collect::<Vec<_>>(), "and");
            ("What would you show?".into(), format!("You chose the last statement for {names}, without an example."))
        }
    }
}
