//! The scoring part of a ladder file: numbers within their ranges, and a rule that nests.

use super::reader::Reader;
use super::reader::limit;
use crate::base::numbers::plain;
use crate::messages::{files, ladder_files};
use crate::model::ladder::{Dimension, Grid, Level, STATEMENTS, Scoring, ScoringError, ScoringSettings, Setting};
use crate::model::rule::{Condition, Rule, RuleError};

/// Reads the settings of the scorer and the rule; what is absent has the value of the default ladder.
pub(super) fn settings(s: &Reader, levels: &[Level], dimensions: &[Dimension], thresholds: Vec<f64>) -> Option<ScoringSettings> {
    let top = (levels.len() - 1) as f64;
    let cuts = s.numbers("cuts").unwrap_or_else(|| (1..levels.len()).map(|l| l as f64).collect());
    let grid =
        s.object("grid")
            .map_or(Grid { first: -1.45, step: 0.1, cells: crate::base::numbers::to_index((top + 3.9) * 10.0 + 1.5) }, |g| {
                Grid { first: g.number("first", -1.45), step: g.number("step", 0.1), cells: g.count("cells").unwrap_or(70) }
            });
    let prior = s.object("prior");
    let prior = |name, default| prior.as_ref().map_or(default, |p| p.number(name, default));
    let rater = s.object("rater");
    let spread = |name, default| rater.as_ref().map_or(default, |x| x.number(name, default));
    let rule = rule(s, levels, dimensions);
    Some(ScoringSettings {
        discrimination: s.number("discrimination", 2.5),
        prior_mean: prior("mean", f64::midpoint(top, 1.0)),
        prior_sd: prior("sd", 1.25 * (top + 1.0) / 4.0),
        weight_without_example: s.number("weight_without_example", 0.6),
        shared_sd: spread("shared_sd", 0.3),
        shared_mean: spread("shared_mean", 0.0),
        dimension_sd: spread("dimension_sd", 0.2),
        half_width: rater.as_ref().and_then(|x| x.count("half_width")).unwrap_or(9),
        interval: s.number("interval", 0.8),
        minimum_answers: s.count("minimum_answers").unwrap_or(3),
        thresholds,
        cuts,
        grid,
        rule: rule?,
    })
}

/// Checks settings, and reports what is wrong with them, each with its path.
pub(super) fn checked(s: &Reader, settings: ScoringSettings, dimensions: &[Dimension]) -> Option<Scoring> {
    let (least, cuts) = (settings.minimum_answers, settings.cuts.clone());
    let checked = Scoring::new(settings).map_err(|errors| errors.iter().for_each(|error| report(s, *error, &cuts)));
    for (d, dimension) in dimensions.iter().enumerate().filter(|(_, d)| d.questions.len() < least) {
        let has = dimension.questions.len();
        let message = ladder_files::too_few_questions(has.to_string(), least.to_string());
        s.problem_at(&format!("dimensions[{d}].questions"), message);
    }
    checked.ok()
}

fn report(s: &Reader, error: ScoringError, cuts: &[f64]) {
    match error {
        ScoringError::Statements(found) => limit(s, "thresholds", found, STATEMENTS[0], STATEMENTS[1]),
        ScoringError::ThresholdsDoNotRise => s.problem("thresholds", ladder_files::NOT_RISING),
        ScoringError::CutsDoNotRise => s.problem("cuts", ladder_files::NOT_RISING),
        ScoringError::OutOfRange(setting, low, high) => {
            s.problem(path_of(setting), files::not_between(plain(low), plain(high)));
        }
        ScoringError::CutCount(found, levels) => {
            s.problem("cuts", ladder_files::cut_count(found.to_string(), levels.to_string()));
        }
        ScoringError::OffEdge(i) => {
            s.problem(&format!("cuts[{i}]"), ladder_files::off_grid(plain(cuts[i])));
        }
    }
}

fn path_of(setting: Setting) -> &'static str {
    match setting {
        Setting::Discrimination => "discrimination",
        Setting::PriorMean => "prior.mean",
        Setting::PriorSd => "prior.sd",
        Setting::WeightWithoutExample => "weight_without_example",
        Setting::SharedSd => "rater.shared_sd",
        Setting::SharedMean => "rater.shared_mean",
        Setting::DimensionSd => "rater.dimension_sd",
        Setting::HalfWidth => "rater.half_width",
        Setting::Interval => "interval",
        Setting::GridFirst => "grid.first",
        Setting::GridStep => "grid.step",
        Setting::GridCells => "grid.cells",
        Setting::MinimumAnswers => "minimum_answers",
    }
}

fn rule(s: &Reader, levels: &[Level], dimensions: &[Dimension]) -> Option<Rule> {
    let Some(r) = s.object("rule") else {
        s.problem("rule", files::MISSING);
        return None;
    };
    let mut all = Vec::new();
    for level in &levels[1..] {
        let Some(list) = r.get_any(&level.id) else {
            r.problem(&level.id, files::MISSING);
            continue;
        };
        let conditions = r.nested_objects(&level.id, list);
        if conditions.is_empty() {
            r.problem(&level.id, ladder_files::NO_CONDITIONS);
        }
        all.push(conditions.iter().filter_map(|c| condition(c, levels, dimensions)).collect::<Vec<_>>());
    }
    for (name, _) in r.keys().filter(|(name, _)| !levels[1..].iter().any(|l| l.id == **name)) {
        r.problem(name, ladder_files::NOT_LEVEL);
    }
    if s.has_problems() {
        return None;
    }
    let rule = Rule::new(all, dimensions.len());
    rule.map_err(|error| match error {
        RuleError::DoesNotNest(l) => {
            let (upper, lower) = (&levels[l].id, &levels[l - 1].id);
            r.problem(upper, ladder_files::does_not_nest(lower));
        }
        RuleError::TooManyConditions(l) => {
            r.problem(&levels[l].id, ladder_files::TOO_MANY_CONDITIONS);
        }
    })
    .ok()
}

fn condition(c: &Reader, levels: &[Level], dimensions: &[Dimension]) -> Option<Condition> {
    let mut of = Vec::new();
    for (i, id) in c.texts("of").iter().enumerate() {
        match dimensions.iter().position(|d| d.id == *id) {
            Some(d) if of.contains(&d) => c.problem(&format!("of[{i}]"), ladder_files::dimension_twice(id)),
            Some(d) => of.push(d),
            None => c.problem(&format!("of[{i}]"), ladder_files::unknown_id(id, ladder_files::A_DIMENSION)),
        }
    }
    let of: Vec<usize> = (0..dimensions.len()).filter(|d| of.contains(d)).collect();
    let reach = c.required_text("reach");
    let level = levels.iter().skip(1).position(|l| l.id == reach).map(|l| l + 1);
    if level.is_none() && !reach.is_empty() {
        c.problem("reach", ladder_files::unknown_id(&reach, ladder_files::A_LEVEL));
    }
    let at_least = c.count("at_least").unwrap_or(0);
    if at_least == 0 || at_least > of.len() {
        c.problem("at_least", files::not_between("1", of.len().max(1).to_string()));
        return None;
    }
    Condition::new(at_least, of, level?)
}
