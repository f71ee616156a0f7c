//! The scoring part of a ladder file: numbers within their ranges, and a rule that nests.

use super::reader::Reader;
use super::reader::limit;
use crate::base::numbers::plain;
use crate::messages::{files, ladder_files};
use crate::model::ladder::{Dimension, Grid, Level, Scoring};
use crate::model::rule::{Condition, Rule, RuleError};

/// Reads the settings of the scorer and the rule; what is absent has the value of the default ladder.
pub(super) fn scoring(s: &Reader, levels: &[Level], dimensions: &[Dimension], thresholds: Vec<f64>) -> Option<Scoring> {
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
    let scoring = Scoring {
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
    };
    check_numbers(s, &scoring);
    check_cuts(s, &scoring, levels.len() - 1);
    for (d, dimension) in dimensions.iter().enumerate().filter(|(_, d)| d.questions.len() < scoring.minimum_answers) {
        let (has, asks) = (dimension.questions.len(), scoring.minimum_answers);
        s.elsewhere(&format!("dimensions[{d}].questions"), ladder_files::too_few_questions(has.to_string(), asks.to_string()));
    }
    Some(scoring)
}

fn check_numbers(s: &Reader, x: &Scoring) {
    limit(s, "thresholds", x.thresholds.len() + 1, 3, 10);
    let rising = |list: &[f64]| list.windows(2).all(|w| w[0] < w[1]);
    for (name, list) in [("thresholds", &x.thresholds), ("cuts", &x.cuts)] {
        if !rising(list) {
            s.problem(name, ladder_files::NOT_RISING);
        }
    }
    let ranges = [
        ("discrimination", x.discrimination, 0.1, 20.0),
        ("prior.sd", x.prior_sd, 0.05, 100.0),
        ("prior.mean", x.prior_mean, x.grid.first, x.grid.center(x.grid.cells.saturating_sub(1))),
        ("weight_without_example", x.weight_without_example, 0.0, 1.0),
        ("rater.shared_sd", x.shared_sd, 0.0, 3.0),
        ("rater.shared_mean", x.shared_mean, -3.0, 3.0),
        ("rater.dimension_sd", x.dimension_sd, 0.0, 3.0),
        ("interval", x.interval, 0.01, 0.999),
        ("grid.step", x.grid.step, 0.01, 1.0),
        ("grid.first", x.grid.first, -100.0, 100.0),
        ("grid.cells", x.grid.cells as f64, 2.0, 2000.0),
        ("rater.half_width", x.half_width as f64, 0.0, 300.0),
        ("minimum_answers", x.minimum_answers as f64, 1.0, 40.0),
    ];
    for (name, value, low, high) in ranges {
        if !(low..=high).contains(&value) {
            s.problem(name, files::not_between(plain(low), plain(high)));
        }
    }
}

fn check_cuts(s: &Reader, x: &Scoring, levels: usize) {
    if x.cuts.len() != levels {
        s.problem("cuts", ladder_files::cut_count(x.cuts.len().to_string(), levels.to_string()));
    }
    for (i, cut) in x.cuts.iter().enumerate() {
        let cells = (cut - x.grid.first) / x.grid.step + 0.5;
        if (cells - cells.round()).abs() > 1e-6 || cells < 0.5 || cells > x.grid.cells as f64 - 0.5 {
            s.problem(&format!("cuts[{i}]"), ladder_files::off_grid(plain(*cut)));
        }
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
    rule.map_err(|fault| match fault {
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
