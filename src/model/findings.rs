//! The findings of a profile, in words: what holds the level back, what is missing, one next step, and the effect of a
//! single answer. Screens and exports print these sentences unchanged.

use super::assessment::{Assessment, Choice, OffScale};
use super::ladder::Ladder;
use super::profile::{examples, missing, profile};
use super::prompts;
use super::scoring::{Bottleneck, Flip, Model, Obstacle, Prompt, Score, flips, most_probable, obstacle, toward};
use crate::base::numbers::percent_text;
use crate::messages::{self, Message};

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
    pub holds_back: Message,
    /// What is missing from the answers.
    pub missing: Message,
    pub next_step: Message,
    /// The deciding dimension, where the two most probable levels are not neighbors.
    pub decides: Option<Message>,
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
            (None, Some(_)) => messages::findings::highest_level(&ladder.levels[top].title),
            (None, None) => messages::profile::TOO_FEW_ANSWERS.into(),
        },
        missing: what_is_missing(ladder, a),
        next_step: next_step(ladder, a, bottleneck.as_ref(), &between),
        decides: level.and_then(|_| decides(ladder, model, score)),
        bottleneck,
        holding,
        between,
    }
}

fn titles<'a>(ladder: &'a Ladder, dimensions: &[usize]) -> impl Iterator<Item = &'a str> {
    dimensions.iter().map(|d| ladder.dimensions[*d].title.as_str())
}

/// Which chance a sentence names: a bottleneck is the chance of a level or a higher one, and the highest has none above it.
pub fn rank(ladder: &Ladder, level: usize) -> &'static str {
    if level + 1 == ladder.levels.len() { "highest" } else { "other" }
}

fn holds_back(ladder: &Ladder, b: &Bottleneck, o: &Obstacle) -> Message {
    let (level, rank) = (&ladder.levels[b.target].title, rank(ladder, b.target));
    let (now, then) = (percent_text(b.now), percent_text(o.if_met));
    let set = &o.sets[0];
    if o.sets.len() > 1 && set.len() == 1 {
        let any: Vec<usize> = o.sets.iter().flatten().copied().collect();
        return messages::findings::any_one_holds_back(titles(ladder, &any), any.len(), level, rank, now, then);
    }
    if let [d] = set[..] {
        let others =
            b.if_met.iter().enumerate().filter(|(other, p)| *other != d && b.requirement[*other] > 0 && **p > 0.5).count();
        let one = messages::findings::one_holds_back(&ladder.dimensions[d].title, level, rank, now, then);
        return if others == 0 { Message::sentences([one, messages::findings::NO_OTHER_DIMENSION.into()]) } else { one };
    }
    messages::findings::several_hold_back(titles(ladder, set), set.len(), level, rank, now, then)
}

fn what_is_missing(ladder: &Ladder, a: &Assessment) -> Message {
    let (with, answered) = examples(ladder, std::slice::from_ref(a));
    let total = ladder.questions.len();
    let open = total - a.count(ladder, |x| x.choice.is_some());
    let no_room = a.count(ladder, |x| x.no_room && x.choice.is_some());
    let mut parts: Vec<Message> = Vec::new();
    if answered > with {
        parts.push(messages::findings::examples_missing(answered - with, answered));
    }
    if open > 0 {
        parts.push(messages::findings::not_answered(open));
    }
    for kind in OffScale::ALL {
        let count = a.count(ladder, |x| x.choice == Some(Choice::OffScale(kind)));
        if count > 0 {
            parts.push((kind.facts().questions)(count));
        }
    }
    if no_room > 0 {
        parts.push(messages::findings::no_room(no_room, total));
    }
    if parts.is_empty() { messages::findings::NOTHING_MISSING.into() } else { Message::sentences(parts) }
}

fn next_step(ladder: &Ladder, a: &Assessment, bottleneck: Option<&Bottleneck>, between: &[NextStatement]) -> Message {
    if let Some(m) = missing(ladder, std::slice::from_ref(a)).first() {
        let title = &ladder.dimensions[m.dimension].title;
        let step =
            if m.possible { messages::findings::answer_more(m.answers, title) } else { messages::findings::ask_somebody(title) };
        return step;
    }
    let (with, answered) = examples(ladder, std::slice::from_ref(a));
    if 2 * with < answered {
        let part = percent_text(ladder.scoring.weight_without_example);
        return messages::findings::add_examples(answered - with, answered, part);
    }
    match (bottleneck, between.first()) {
        (Some(b), Some(step)) => {
            let q = &ladder.questions[step.question];
            let (dimension, level) =
                (&ladder.dimensions[ladder.dimension_of(step.question)].title, &ladder.levels[b.target].title);
            let statement = q.statements[step.next].trim_end_matches('.');
            messages::findings::take_on_work(dimension, level, statement)
        }
        (Some(_), None) => messages::findings::SECOND_PERSON_AT_THE_NEXT_LEVEL.into(),
        (None, _) => messages::findings::SECOND_PERSON.into(),
    }
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
fn decides(ladder: &Ladder, model: &Model, score: &Score) -> Option<Message> {
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
    Some(messages::findings::decides(dimension, &ladder.levels[low].title, level, rank(ladder, high), percent_text(b.if_met[d])))
}

/// The nearest single answer that changes the most probable level, in words.
pub fn nearest_flip(ladder: &Ladder, model: &Model, score: &Score, a: &Assessment) -> (Message, Option<Flip>) {
    if !score.sufficient {
        return (messages::profile::TOO_FEW_ANSWERS.into(), None);
    }
    let Some(flip) = flips(model, score, &a.ratings(ladder)).into_iter().next() else {
        return (messages::findings::NO_ANSWER_CHANGES_IT.into(), None);
    };
    let q = &ladder.questions[flip.question];
    let mut changed = a.clone();
    if let Some(answer) = changed.answers.get_mut(&q.id) {
        answer.choice = Some(Choice::Statement(flip.to));
    }
    let chance = percent_text(profile(ladder, model, &[changed]).overall.levels[flip.level]);
    let level = &ladder.levels[flip.level].title;
    let step = if flip.to == flip.from + 1 {
        "next"
    } else if flip.to + 1 == flip.from {
        "previous"
    } else {
        "other"
    };
    let prompt = prompts::prompt_text(ladder, flip.question, prompts::audience(a));
    let message = messages::findings::answer_changes_it(step, prompt, level, chance, flip.to, flip.from);
    (message, Some(flip))
}

/// A question's short name; its prompt where it has none.
pub fn name(ladder: &Ladder, question: usize) -> &str {
    let q = &ladder.questions[question];
    if q.title.is_empty() { &q.prompt } else { &q.title }
}

/// A consistency prompt in words: a title and a text. None of them changes the result.
pub fn prompt_text(ladder: &Ladder, a: &Assessment, prompt: &Prompt) -> (String, String) {
    let chosen = |q: usize| a.answers.get(&ladder.questions[q].id).and_then(super::assessment::Answer::statement).unwrap_or(0);
    let (title, text) = match prompt {
        Prompt::Contradiction { dimension, questions } => {
            let d = &ladder.dimensions[*dimension];
            let far = questions.iter().map(|q| messages::findings::statement_for(chosen(*q), name(ladder, *q)));
            let others: Vec<usize> = d.questions.clone().filter(|q| !questions.contains(q)).collect();
            let rest: Vec<usize> = others.iter().filter_map(|q| a.answers.get(&ladder.questions[*q].id)?.statement()).collect();
            let text = match (rest.iter().min(), rest.iter().max()) {
                (Some(low), Some(high)) if low == high => messages::findings::contradiction_others_alike(&d.title, far, *low),
                (Some(low), Some(high)) => messages::findings::contradiction_others(&d.title, far, *low, *high),
                _ => messages::findings::contradiction(&d.title, far),
            };
            (messages::findings::SLIP_TITLE, text.into())
        }
        Prompt::Reversal { dimension, easier, harder } => {
            let d = &ladder.dimensions[*dimension].title;
            let (e, h) = (name(ladder, *easier), name(ladder, *harder));
            let text = messages::findings::reversal(d, chosen(*easier), e, chosen(*harder), h);
            (messages::findings::SLIP_TITLE, text.into())
        }
        Prompt::Scatter => (messages::findings::SCATTER_TITLE, messages::findings::SCATTER.into()),
        Prompt::StraightLine => (messages::findings::STRAIGHT_LINE_TITLE, messages::findings::STRAIGHT_LINE.into()),
        Prompt::HighClaim { questions } => {
            let names = questions.iter().map(|q| messages::findings::quoted(name(ladder, *q)));
            (messages::findings::HIGH_CLAIM_TITLE, messages::findings::high_claim(names).into())
        }
    };
    (title.to_owned(), text)
}
