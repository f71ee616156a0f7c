//! `tests/data/reference/scoring.json`: every number of every case, at 1e-9.

use ladder_calibration::model::scoring::{
    Model, Ratings, Score, bottleneck, consistency, flips, gap, most_probable, next_questions,
};
use serde_json::Value;
use sha2::Digest as _;

use super::support::{ladder_and_model, ratings};

pub(crate) const FROZEN: &[u8] = include_bytes!("../data/reference/scoring.json");
const SHA256: &str = "62fe809b283c368e70e83e4f6d42f10cf2e922ef3f56bf2b65633f9a58d96430";

/// Compares and counts.
#[derive(Default)]
pub(crate) struct Comparison {
    pub(crate) count: usize,
    pub(crate) worst: f64,
}

impl Comparison {
    #[track_caller]
    pub(crate) fn number(&mut self, name: &str, ours: f64, theirs: &Value) {
        let theirs = theirs.as_f64().unwrap_or_else(|| panic!("{name}: the reference has no number"));
        let difference = (ours - theirs).abs();
        assert!(difference <= 1e-9, "{name}: {ours} instead of {theirs}");
        self.count += 1;
        self.worst = self.worst.max(difference);
    }

    #[track_caller]
    pub(crate) fn list(&mut self, name: &str, ours: &[f64], theirs: &Value) {
        let theirs = theirs.as_array().unwrap_or_else(|| panic!("{name}: the reference has no list"));
        assert_eq!(ours.len(), theirs.len(), "{name}: length");
        for (i, (a, b)) in ours.iter().zip(theirs).enumerate() {
            self.number(&format!("{name}[{i}]"), *a, b);
        }
    }

    #[track_caller]
    fn counts(&mut self, name: &str, ours: &[usize], theirs: &Value) {
        self.list(name, &ours.iter().map(|n| *n as f64).collect::<Vec<_>>(), theirs);
    }
}

fn read_ratings(case: &Value) -> Ratings {
    let answers: Vec<Option<usize>> =
        case["answers"].as_array().unwrap().iter().map(|a| a.as_u64().map(|k| usize::try_from(k).unwrap())).collect();
    let examples: Vec<bool> = case["evidence"].as_array().unwrap().iter().map(|e| e.as_bool().unwrap()).collect();
    ratings(&answers, &examples)
}

#[test]
fn frozen_copy_is_unchanged() {
    assert_eq!(ladder_calibration::base::numbers::hex(&sha2::Sha256::digest(FROZEN)), SHA256);
}

#[test]
fn all_reference_values_hold() {
    let reference: Value = serde_json::from_slice(FROZEN).unwrap();
    let (_, model) = ladder_and_model();
    let mut c = Comparison::default();
    parameters(&mut c, &model, &reference);
    let cases = reference["cases"].as_array().unwrap();
    let pairs = reference["two_rater_cases"].as_array().unwrap();
    assert_eq!((cases.len(), pairs.len()), (30, 6));
    for case in cases {
        one_rater(&mut c, &model, case);
    }
    for case in pairs {
        two_raters(&mut c, &model, case);
    }
    println!("{} numbers compared, largest difference {:e}", c.count, c.worst);
    assert!(c.count >= 3600, "only {} numbers were compared", c.count);
}

fn parameters(c: &mut Comparison, model: &Model, reference: &Value) {
    for row in reference["grm_probabilities"].as_array().unwrap() {
        let question = usize::try_from(row["item"].as_u64().unwrap()).unwrap();
        let p = model.statement_probabilities(question, row["theta"].as_f64().unwrap());
        c.list("grm_probabilities", &p, &row["p"]);
    }
    let prior = model.prior();
    c.list("prior", &[prior[0], prior[35], prior[69]], &reference["prior_first_middle_last"]);
    let kernels = &reference["rater_kernel"];
    c.list("dim_sd", &model.rater_kernels(1).0, &kernels["dim_sd"]);
    c.list("shared_sd_1_rater", &model.rater_kernels(1).1, &kernels["shared_sd_1_rater"]);
    c.list("shared_sd_2_raters", &model.rater_kernels(2).1, &kernels["shared_sd_2_raters"]);
    let table = &reference["rule_table"];
    for cell in 0..256_usize {
        let levels = [cell / 64, cell / 16 % 4, cell / 4 % 4, cell % 4];
        let theirs = &table[levels[0]][levels[1]][levels[2]][levels[3]];
        c.number(&format!("rule {levels:?}"), model.rule().level_of(&levels) as f64, theirs);
    }
}

fn score(c: &mut Comparison, name: &str, score: &Score, expected: &Value) {
    for (d, theirs) in score.dimensions.iter().zip(expected["dims"].as_array().unwrap()) {
        let name = format!("{name}, {}", theirs["dim"]);
        for (r, rater) in d.raters.iter().zip(theirs["raters"].as_array().unwrap()) {
            c.counts(&format!("{name} n_answered"), &[r.answered], &Value::from(vec![rater["n_answered"].clone()]));
            c.number(&format!("{name} mean"), r.posterior.mean(), &rater["mean"]);
            c.number(&format!("{name} sd"), r.posterior.sd(), &rater["sd"]);
            c.list(&format!("{name} levels_as_rated"), &r.levels, &rater["levels_as_rated"]);
            c.list(&format!("{name} ci80"), &r.posterior.interval(0.8), &rater["ci80"]);
        }
        assert_eq!(d.raters.len(), theirs["raters"].as_array().unwrap().len());
        c.list(&format!("{name} levels"), &d.levels, &theirs["levels"]);
        c.number(&format!("{name} true mean"), d.position.mean(), &theirs["true"]["mean"]);
        c.number(&format!("{name} true sd"), d.position.sd(), &theirs["true"]["sd"]);
        c.list(&format!("{name} true ci80"), &d.position.interval(0.8), &theirs["true"]["ci80"]);
    }
    c.list(&format!("{name} overall"), &score.overall, &expected["overall"]);
    c.number(&format!("{name} map"), most_probable(&score.overall) as f64, &expected["map_level"]);
    assert_eq!(score.sufficient, expected["enough"].as_bool().unwrap(), "{name} enough");
}

fn one_rater(c: &mut Comparison, model: &Model, case: &Value) {
    let name = case["name"].as_str().unwrap();
    let ratings = read_ratings(case);
    let ours = model.score(std::slice::from_ref(&ratings));
    score(c, name, &ours, &case["expected"]);
    let stats = consistency(model, &ratings);
    let theirs = &case["consistency"];
    match stats.lz {
        Some(lz) => c.number(&format!("{name} lz"), lz, &theirs["lz"]),
        None => assert!(theirs["lz"].is_null(), "{name} lz"),
    }
    c.counts(&format!("{name} guttman"), &stats.guttman_errors, &theirs["guttman_errors"]);
    c.counts(&format!("{name} guttman most"), &stats.guttman_most, &theirs["guttman_max"]);
    c.number(&format!("{name} longstring"), stats.longest_run as f64, &theirs["longstring"]);
    if let Some(irv) = stats.irv {
        c.number(&format!("{name} irv"), irv, &theirs["irv"]);
    }
    match (bottleneck(model, &ours), case.get("bottleneck_next_level")) {
        (Some(b), Some(theirs)) => {
            c.number(&format!("{name} target"), b.target as f64, &theirs["target"]);
            c.number(&format!("{name} p_now"), b.now, &theirs["p_now"]);
            c.list(&format!("{name} if met"), &b.if_met, &theirs["p_if_dimension_met"]);
            c.list(&format!("{name} met"), &b.met, &theirs["p_dimension_met"]);
        }
        (ours, theirs) => assert!(ours.is_none() && theirs.is_none(), "{name} bottleneck: {ours:?}, {theirs:?}"),
    }
    if let Some(top) = case.get("next_questions_top3").and_then(Value::as_array) {
        let next = next_questions(model, &ours, |q| ratings.answers[q].is_none());
        for (a, b) in next.iter().zip(top) {
            c.number(&format!("{name} next item"), a.question as f64, &b["item"]);
            c.number(&format!("{name} voi"), a.information, &b["voi"]);
            c.list(&format!("{name} p_answer"), &a.predicted, &b["p_answer"]);
        }
    }
    if let Some(changes) = case.get("what_would_change").and_then(Value::as_array) {
        let ours = flips(model, &ours, &ratings);
        assert_eq!(ours.len(), changes.len(), "{name} flips");
        for (a, b) in ours.iter().zip(changes) {
            c.number(&format!("{name} flip item"), a.question as f64, &b["item"]);
            c.number(&format!("{name} flip from"), a.from as f64, &b["from"]);
            c.number(&format!("{name} flip to"), a.to as f64, &b["to"]);
            c.number(&format!("{name} flip level"), a.level as f64, &b["level"]);
        }
    }
}

fn two_raters(c: &mut Comparison, model: &Model, case: &Value) {
    let name = case["name"].as_str().unwrap();
    let both = [read_ratings(&case["a"]), read_ratings(&case["b"])];
    let ours = model.score(&both);
    score(c, name, &ours, &case["expected"]);
    for (d, theirs) in ours.dimensions.iter().zip(case["gap_a_minus_b"].as_array().unwrap()) {
        let g = gap(&d.raters[0].posterior, &d.raters[1].posterior, 0.1);
        c.number(&format!("{name} gap mean"), g.mean, &theirs["mean"]);
        c.number(&format!("{name} gap sd"), g.sd, &theirs["sd"]);
        c.number(&format!("{name} gap a"), g.first_higher_half_level, &theirs["p_a_higher_half_level"]);
        c.number(&format!("{name} gap b"), g.second_higher_half_level, &theirs["p_b_higher_half_level"]);
    }
}
