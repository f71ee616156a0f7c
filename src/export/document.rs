//! The content of an exported document, as clean text for every format.

use super::{Options, redact};
use crate::base::characters::clean;
use crate::base::numbers::decimals;
use crate::base::numbers::{percent, percent_text};
use crate::growth::evidence::{Channel, Evidence, Link};
use crate::messages::{Message, export};
use crate::model::assessment::{Assessment, Choice, OffScale, Role};
use crate::model::findings::{Findings, findings};
use crate::model::labels;
use crate::model::ladder::Ladder;
use crate::model::profile::{ASSUMPTIONS, ESTIMATE, Profile, dots, profile, warnings};
use crate::model::prompts::{Audience, prompt_text};
use crate::model::scoring::{Bottleneck, DimensionScore, Model, toward};

pub(super) struct ExportDocument {
    /// The title: "Self-assessment, December 2025 to November 2026".
    pub(super) label: String,
    /// The subject, by label.
    pub(super) about: Vec<(&'static str, String)>,
    pub(super) sentence: String,
    /// The warnings.
    pub(super) notes: Vec<String>,
    /// The findings: what holds the level back, what is missing, one next step.
    pub(super) findings: [(&'static str, String); 3],
    /// The disclaimer.
    pub(super) disclaimer: String,
    /// For each level its dots and its chance; empty while there are too few answers.
    pub(super) chances: Vec<Chance>,
    /// The share that intervals cover: "80%".
    pub(super) coverage: String,
    pub(super) dimensions: Vec<DimensionRow>,
    pub(super) evidence: Vec<Item>,
    pub(super) profile: Profile,
    pub(super) found: Findings,
    /// The requirements of the target, or else of the next level.
    pub(super) asked: Option<Bottleneck>,
}

/// The chance of one level.
pub(super) struct Chance {
    pub(super) title: String,
    pub(super) dots: usize,
    pub(super) text: String,
}

/// One dimension: its numbers and its questions.
pub(super) struct DimensionRow {
    pub(super) title: String,
    /// Answers on the scale.
    pub(super) answered: usize,
    /// `None` where there are too few answers for them.
    pub(super) numbers: Option<Numbers>,
    pub(super) questions: Vec<QuestionRow>,
}

impl DimensionRow {
    /// The text without numbers.
    pub(super) fn too_few(&self, ladder: &Ladder) -> String {
        export::too_few_answers(self.answered, ladder.scoring.minimum_answers).into()
    }
}

impl ExportDocument {
    /// The explanation of a dimension's numbers.
    pub(super) fn key(&self) -> String {
        export::key(&self.coverage).into()
    }
}

/// The text of a dimension's row.
pub(super) struct Numbers {
    /// The levels with at least 15%, most probable first.
    pub(super) levels: String,
    pub(super) estimate: String,
    pub(super) answers_say: String,
    pub(super) one_rater: String,
}

/// One question with its answer.
pub(super) struct QuestionRow {
    pub(super) id: String,
    pub(super) prompt: String,
    pub(super) statement: Option<usize>,
    pub(super) off_scale: Option<OffScale>,
    pub(super) answer: String,
    pub(super) example: String,
    /// Titles of the pieces of evidence that it cites.
    pub(super) evidence: Vec<String>,
    pub(super) withheld: bool,
    pub(super) no_room: bool,
    /// Whether it has an example, shown or not, so that it counts in full.
    pub(super) counted: bool,
}

impl QuestionRow {
    /// The example, or that there was one; empty without one.
    pub(super) fn example_text(&self) -> &str {
        if self.example.is_empty() && self.withheld { export::EXAMPLE_LEFT_OUT } else { &self.example }
    }
}

pub(super) struct Item {
    pub(super) title: String,
    /// The details, by label.
    pub(super) fields: Vec<(&'static str, String)>,
    /// Its link, where it may be followed.
    pub(super) link: Option<String>,
}

pub(super) fn export_document(ladder: &Ladder, model: &Model, original: &Assessment, options: Options) -> ExportDocument {
    let a = redact(original, options.redaction());
    let profile = profile(ladder, model, std::slice::from_ref(&a));
    let found = findings(ladder, model, &profile.score, &a);
    let target = ladder.level_index(&a.subject.target).filter(|l| *l > 0);
    let asked = target.map(|l| toward(model, &profile.score, l)).or_else(|| found.bottleneck.clone());
    let overall = &profile.overall;
    let chances = ladder.levels.iter().zip(&overall.levels).zip(dots(&overall.levels));
    let chances = chances.map(|((l, p), dots)| Chance { title: clean(&l.title), dots, text: percent_text(*p) });
    let dimensions = ladder.dimensions.iter().zip(&profile.score.dimensions).map(|(d, s)| DimensionRow {
        title: clean(&d.title),
        answered: s.raters[0].answered,
        numbers: numbers(ladder, s),
        questions: d.questions.clone().map(|q| question(ladder, &a, q)).collect(),
    });
    let results = overall.caution.iter().chain(&found.decides).map(Message::to_string);
    ExportDocument {
        label: clean(&labels::label(&a)),
        about: about(ladder, &a),
        sentence: clean(&overall.sentence.to_string()),
        notes: results.chain(warnings(ladder, original)).map(|text| clean(&text)).collect(),
        findings: [
            (export::WHAT_HOLDS_IT_BACK, clean(&found.holds_back.to_string())),
            (export::WHAT_IS_MISSING, clean(&found.missing.to_string())),
            (export::ONE_NEXT_STEP, clean(&found.next_step.to_string())),
        ],
        disclaimer: format!("{ESTIMATE} {ASSUMPTIONS}"),
        chances: if overall.sufficient { chances.collect() } else { Vec::new() },
        coverage: percent_text(ladder.scoring.interval),
        dimensions: dimensions.collect(),
        evidence: a.evidence.iter().map(|e| item(ladder, e)).collect(),
        profile,
        found,
        asked,
    }
}

fn about(ladder: &Ladder, a: &Assessment) -> Vec<(&'static str, String)> {
    let of = if a.rater.role == Role::Agreed { a.agreed().to_string() } else { String::new() };
    let (taken, why) = a.snapshot.as_ref().map_or(("", ""), |s| (&s.taken, &s.why));
    let ladder_text = export::ladder_and_revision(&ladder.title, &ladder.id, &ladder.revision).to_string();
    let rows = [
        (export::NAME, a.subject.name.as_str()),
        (export::TITLE_HELD, labels::title(ladder, &a.subject.title)),
        (export::LEVEL_AIMED_AT, labels::title(ladder, &a.subject.target)),
        (export::RATED_BY, &a.rater.name),
        (export::RATERS_WHO_AGREED, &of),
        (export::SNAPSHOT_TAKEN, taken),
        (export::WHY, why),
        (export::LADDER, &ladder_text),
    ];
    filled(rows)
}

/// The rows that are not empty.
fn filled<const N: usize>(rows: [(&'static str, &str); N]) -> Vec<(&'static str, String)> {
    let rows = rows.into_iter().map(|(label, text)| (label, clean(text)));
    rows.filter(|(_, text)| !text.trim().is_empty()).collect()
}

fn numbers(ladder: &Ladder, s: &DimensionScore) -> Option<Numbers> {
    let (rater, coverage) = (&s.raters[0], ladder.scoring.interval);
    (rater.answered >= ladder.scoring.minimum_answers).then(|| Numbers {
        levels: likely(ladder, &s.levels),
        estimate: decimals(s.position.mean(), 1),
        answers_say: range(rater.posterior.interval(coverage)),
        one_rater: range(s.position.interval(coverage)),
    })
}

/// "Principal 74%, Staff 15%": every level that sentences would name.
fn likely(ladder: &Ladder, levels: &[f64]) -> String {
    let mut likely: Vec<usize> = (0..levels.len()).filter(|l| percent(levels[*l]) >= 15).collect();
    likely.sort_by(|a, b| levels[*b].total_cmp(&levels[*a]));
    let parts = likely.iter().map(|l| export::level_and_chance(clean(&ladder.levels[*l].title), percent_text(levels[*l])));
    export::likely_levels(parts).into()
}

fn range([low, high]: [f64; 2]) -> String {
    export::range(decimals(low, 1), decimals(high, 1)).into()
}

/// One question with its answer in `a`, which is redacted already.
pub(super) fn question(ladder: &Ladder, a: &Assessment, index: usize) -> QuestionRow {
    let q = &ladder.questions[index];
    let blank = crate::model::assessment::Answer::default();
    let x = a.answers.get(&q.id).unwrap_or(&blank);
    let cited = a.evidence.iter().filter(|e| x.evidence.contains(&e.id));
    QuestionRow {
        id: clean(&q.id),
        prompt: clean(&prompt_text(ladder, index, Audience::of(a.rater.role, ""))),
        statement: x.statement(),
        off_scale: match x.choice {
            Some(Choice::OffScale(o)) => Some(o),
            _ => None,
        },
        answer: clean(labels::answer(ladder, a.rater.role, index, x.choice)),
        example: clean(x.example.trim()),
        evidence: cited.map(|e| clean(title(e))).collect(),
        withheld: x.example_withheld,
        no_room: x.no_room,
        counted: x.choice.is_some() && a.has_example(x),
    }
}

fn title(e: &Evidence) -> &str {
    if e.title.trim().is_empty() { &e.id } else { &e.title }
}

fn item(ladder: &Ladder, e: &Evidence) -> Item {
    let mechanism = ladder.extras.mechanism(&e.mechanism).map(|m| ladder.extras.mechanisms[m].title.as_str());
    let mode = match e.channel {
        None => "",
        Some(Channel::Direct) => export::DIRECT,
        Some(Channel::Amplified) => export::AMPLIFIED,
    };
    let fields = filled([
        (export::WHEN, &e.when_text()),
        (export::MECHANISM, mechanism.unwrap_or(&e.mechanism)),
        (export::HOW, mode),
        (export::REACH, &e.reach_text()),
        (export::OWN_PART, &e.part),
        (export::OUTCOME, &e.outcome_text()),
        (export::WHO_CAN_CONFIRM, &e.corroborator),
        (export::LINK, e.unread_link().unwrap_or_default()),
    ]);
    Item { title: clean(title(e)), fields, link: e.link.as_ref().map(|l| Link::as_str(l).to_owned()) }
}
