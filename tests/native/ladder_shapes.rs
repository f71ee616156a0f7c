//! Ladders of other shapes, and every refusal with its path.

use ladder_calibration::files::{default_ladder, read_ladder, read_other_ladder};
use ladder_calibration::model::ladder::{Grid, Ladder, LadderParts, Scoring, ScoringError, ScoringSettings, Setting};
use ladder_calibration::model::rule::{Condition, Rule, RuleError};
use ladder_calibration::model::scoring::{Model, Ratings, bottleneck, next_questions};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::revisions::{REVISION_1, revision_1};

const LADDER: &str = include_str!("../../ladders/staff-plus.en.json");

/// A ladder with these numbers of levels and dimensions and three questions in each; the rule asks `at_least` of all.
pub(crate) fn shape(levels: usize, dimensions: usize, at_least: usize) -> Value {
    let names: Vec<String> = (0..dimensions).map(|d| format!("d{d}")).collect();
    let question = |d: usize, q: usize| {
        json!({ "id": format!("d{d}q{q}"), "prompt": format!("prompt {d} {q}"),
                "statements": (0..levels + 2).map(|k| format!("statement {d} {q} {k}")).collect::<Vec<_>>() })
    };
    let dimension =
        |d: usize| json!({ "id": names[d], "title": names[d], "questions": (0..3).map(|q| question(d, q)).collect::<Vec<_>>() });
    let rule: serde_json::Map<String, Value> = (1..=levels)
        .map(|l| (format!("l{l}"), json!([{ "at_least": at_least, "of": names, "reach": format!("l{l}") }])))
        .collect();
    json!({ "format": "ladder-calibration/ladder", "version": 1, "id": "other", "revision": "a", "title": "Other",
            "below": { "title": "below" }, "levels": (1..=levels).map(|l| json!({ "id": format!("l{l}"), "title": format!("L{l}") })).collect::<Vec<_>>(),
            "dimensions": (0..dimensions).map(dimension).collect::<Vec<_>>(), "scoring": { "rule": rule } })
}

fn all_at(ladder: &Value, statement: usize) -> Vec<f64> {
    let ladder = read_ladder(ladder.to_string().as_bytes()).unwrap();
    let answers = vec![Some((statement, 1.0)); ladder.questions.len()];
    let model = Model::new(&ladder);
    let ratings = Ratings { answers, agreed: 1 };
    let score = model.score(std::slice::from_ref(&ratings));
    let _ = bottleneck(&model, &score);
    assert!(next_questions(&model, &score, |q| ratings.answers[q].is_none()).is_empty());
    score.overall
}

#[test]
fn six_levels_and_two_dimensions_work_with_defaults_for_everything_but_the_rule() {
    let ladder = shape(6, 2, 2);
    let read = read_ladder(ladder.to_string().as_bytes()).unwrap();
    assert_eq!(read.scoring.cuts, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    assert_eq!((read.scoring.grid.cells, read.scoring.thresholds.len()), (100, 7));
    let levels = all_at(&ladder, 4);
    let best = levels.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).unwrap().0;
    assert_eq!((levels.len(), best), (7, 3));
}

#[test]
fn twelve_dimensions_and_eight_levels_are_counted_without_a_table_of_all() {
    let levels = all_at(&shape(8, 12, 7), 5);
    assert!((levels.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert!(levels[4] > 0.6, "{levels:?}");
}

#[test]
fn the_defaults_of_four_levels_are_those_of_the_default_ladder() {
    let read = read_ladder(shape(3, 4, 3).to_string().as_bytes()).unwrap().scoring.clone();
    let ours = &default_ladder().scoring;
    assert_eq!((read.grid, read.prior_mean, read.prior_sd), (ours.grid, ours.prior_mean, ours.prior_sd));
    assert_eq!((&read.thresholds, &read.cuts, read.half_width), (&ours.thresholds, &ours.cuts, ours.half_width));
}

/// What a ladder is made of after a change, as no file comes between.
fn made(change: impl FnOnce(&mut LadderParts)) -> Option<Ladder> {
    let mut parts = LadderParts::clone(&default_ladder());
    change(&mut parts);
    Ladder::new(parts)
}

#[test]
fn parts_that_do_not_fit_together_are_no_ladder() {
    assert_eq!(made(|_| ()), Some(default_ladder()));
    assert_eq!(made(|l| drop(l.levels.pop())), None);
    assert_eq!(made(|l| drop(l.questions.pop())), None);
    assert_eq!(made(|l| drop(l.dimensions.remove(1))), None);
    assert_eq!(made(|l| l.dimensions[3].questions.end += 1), None);
    assert_eq!(made(|l| l.dimensions[0].questions.end = 0), None);
    assert_eq!(made(|l| drop(l.questions[5].statements.pop())), None);
    assert_eq!(made(|l| l.questions[5].id = l.questions[4].id.clone()), None);
    assert_eq!(made(|l| l.dimensions[1].id = l.dimensions[0].id.clone()), None);
    assert_eq!(made(|l| l.levels[1].id = l.levels[2].id.clone()), None);
}

/// Changes the settings of the default ladder, as no file comes between.
#[track_caller]
fn cannot_score(change: impl FnOnce(&mut ScoringSettings), expected: &[ScoringError]) {
    let mut settings = ScoringSettings::clone(&default_ladder().scoring);
    change(&mut settings);
    assert_eq!(Scoring::new(settings).unwrap_err(), expected);
}

#[test]
fn settings_that_cannot_be_scored_with_are_never_made() {
    let whole = default_ladder().scoring.clone();
    assert_eq!(Scoring::new(ScoringSettings::clone(&whole)), Ok(whole));
    cannot_score(|s| s.prior_sd = 0.0, &[ScoringError::OutOfRange(Setting::PriorSd, 0.05, 100.0)]);
    cannot_score(|s| s.prior_mean = 40.0, &[ScoringError::OutOfRange(Setting::PriorMean, -1.45, 5.45)]);
    cannot_score(|s| s.interval = f64::NAN, &[ScoringError::OutOfRange(Setting::Interval, 0.01, 0.999)]);
    cannot_score(|s| s.thresholds.reverse(), &[ScoringError::ThresholdsDoNotRise]);
    cannot_score(|s| s.thresholds.truncate(1), &[ScoringError::Statements(2)]);
    cannot_score(|s| s.cuts.truncate(2), &[ScoringError::CutCount(2, 3)]);
    cannot_score(|s| s.cuts[1] = 2.03, &[ScoringError::OffEdge(1)]);
    cannot_score(|s| s.cuts.swap(0, 1), &[ScoringError::CutsDoNotRise]);
    let grid = Grid { step: f64::NAN, ..default_ladder().scoring.grid };
    let errors = |s: ScoringSettings| Scoring::new(s).unwrap_err();
    let broken = errors(ScoringSettings { grid, ..ScoringSettings::clone(&default_ladder().scoring) });
    assert!(broken.contains(&ScoringError::OutOfRange(Setting::GridStep, 0.01, 1.0)), "{broken:?}");
}

/// Changes the default ladder and expects one of its problems to have this path and this message.
#[track_caller]
fn refused(change: impl FnOnce(&mut Value), place: &str, cause: &str) {
    let mut ladder: Value = serde_json::from_str(LADDER).unwrap();
    change(&mut ladder);
    let problems = read_ladder(ladder.to_string().as_bytes()).expect_err("it was accepted");
    let found = problems.iter().any(|p| p.path.contains(place) && p.message.to_string().contains(cause));
    assert!(found, "{problems:#?}");
}

fn question(l: &mut Value, n: usize) -> &mut Value {
    &mut l["dimensions"][0]["questions"][n]
}

#[test]
fn a_ladder_with_an_error_is_refused_with_its_path() {
    refused(|l| *question(l, 1) = question(l, 0).clone(), "questions", "\"outcome-boundary\" appears twice");
    refused(|l| l["levels"][1]["id"] = json!("staff"), "levels", "\"staff\" appears twice");
    refused(|l| l["dimensions"][1]["id"] = json!("scope"), "dimensions", "\"scope\" appears twice");
    refused(
        |l| question(l, 2)["statements"] = json!(["a", "b", "c", "d"]),
        "dimensions[0].questions[2].statements",
        "has 4 statements; the scoring thresholds require 5",
    );
    refused(|l| l["scoring"]["cuts"] = json!([1, 2.03, 3]), "scoring.cuts[1]", "2.03 is not on an edge");
    refused(|l| l["scoring"]["cuts"] = json!([1, 2, 30]), "scoring.cuts[2]", "30 is not on an edge");
    refused(|l| l["scoring"]["cuts"] = json!([-20, 2, 3]), "scoring.cuts[0]", "-20 is not on an edge");
    refused(|l| l["scoring"]["cuts"] = json!([1, 2]), "scoring.cuts", "2 cuts for 3 levels");
    refused(|l| l["scoring"]["thresholds"] = json!([0, 1, 1, 3]), "scoring.thresholds", "have to increase");
    refused(
        |l| l["scoring"]["rule"]["staff"][0]["of"] = json!(["scope", "scope"]),
        "of[1]",
        "names the dimension \"scope\" twice",
    );
    refused(
        |l| l["scoring"]["rule"]["staff"][0]["of"][0] = json!("depth"),
        "scoring.rule.staff[0].of[0]",
        "\"depth\" is not a dimension",
    );
    refused(
        |l| l["scoring"]["rule"]["staff"][0]["reach"] = json!("fellow"),
        "scoring.rule.staff[0].reach",
        "\"fellow\" is not a level",
    );
    refused(|l| l["scoring"]["rule"]["fellow"] = json!([]), "scoring.rule.fellow", "not a level of this ladder");
    refused(
        |l| l["scoring"]["rule"]["principal"] = json!([{ "at_least": 1, "of": ["scope"], "reach": "principal" }]),
        "scoring.rule.principal",
        "does not nest",
    );
    refused(|l| l["scoring"]["rule"]["staff"][0]["at_least"] = json!(5), "scoring.rule.staff[0].at_least", "between 1 and 4");
    refused(
        |l| {
            l["dimensions"][3]["questions"].as_array_mut().unwrap().truncate(2);
        },
        "dimensions[3].questions",
        "has 2 questions; scoring.minimum_answers requires 3",
    );
    refused(|l| l["version"] = json!(2), "version", "version 2");
    refused(|l| l["format"] = json!("something"), "format", "not a ladder file");
    refused(|l| l["scoring"]["weight_without_example"] = json!(1.5), "weight_without_example", "between 0 and 1");
    refused(|l| l["scoring"]["prior"]["mean"] = json!(40), "scoring.prior.mean", "between -1.45 and 5.45");
    refused(|l| question(l, 0)["difficulty"] = json!("brutal"), "questions[0].difficulty", "\"brutal\"");
    refused(|l| l["transitions"][0]["to"] = json!("fellow"), "transitions[0].to", "not a level");
}

/// An error is reported once, without errors that follow from it.
#[test]
fn an_error_is_reported_alone() {
    for (change, place, message) in [
        (
            ("/scoring/rule/staff/0/of/0", json!("depth")),
            "scoring.rule.staff[0].of[0]",
            "\"depth\" is not a dimension of this ladder",
        ),
        (("/scoring/rule/principal/0/at_least", json!(5)), "scoring.rule.principal[0].at_least", "has to be between 1 and 2"),
        (("/levels/0/id", json!("")), "levels[0].id", "is missing"),
        (("/levels/0/title", json!(5)), "levels[0].title", "has to be text"),
        (
            ("/scoring/rule/principal", json!([{ "at_least": 1, "of": ["scope"], "reach": "principal" }])),
            "scoring.rule.principal",
            "does not nest: its conditions can hold where those of staff do not",
        ),
    ] {
        let mut ladder: Value = serde_json::from_str(LADDER).unwrap();
        let (at, value) = change;
        *ladder.pointer_mut(at).unwrap() = value;
        let problems = read_ladder(ladder.to_string().as_bytes()).unwrap_err();
        let told: Vec<String> = problems.iter().map(|p| format!("{}: {}", p.path, p.message)).collect();
        assert!(told.contains(&format!("{place}: {message}")), "{told:?}");
        assert_eq!(problems.iter().filter(|p| p.path == place).count(), 1, "{told:?}");
        assert!(!at.contains("rule") || told.len() == 1, "{told:?}");
    }
}

#[test]
fn an_easier_question_lies_as_far_below_a_typical_one_as_a_harder_one_above() {
    let mut ladder: Value = serde_json::from_str(LADDER).unwrap();
    for (n, word) in ["easier", "typical", "harder"].into_iter().enumerate() {
        question(&mut ladder, n)["difficulty"] = json!(word);
    }
    for stated in [true, false] {
        if !stated {
            ladder["scoring"].as_object_mut().unwrap().remove("difficulty");
        }
        let read = read_ladder(ladder.to_string().as_bytes()).unwrap();
        let difficulties: Vec<f64> = read.questions[..3].iter().map(|q| q.difficulty).collect();
        assert_eq!(difficulties, [-0.2, 0.0, 0.2]);
    }
}

#[test]
fn at_the_ends_of_every_range_the_levels_are_still_chances() {
    let ends = [
        ("/discrimination", [0.1, 20.0]),
        ("/prior/mean", [-1.45, 5.45]),
        ("/prior/sd", [0.05, 100.0]),
        ("/weight_without_example", [0.0, 1.0]),
        ("/rater/shared_sd", [0.0, 3.0]),
        ("/rater/shared_sd", [1e-9, 0.004]),
        ("/rater/shared_mean", [-3.0, 3.0]),
        ("/rater/dimension_sd", [0.0, 3.0]),
        ("/rater/dimension_sd", [1e-9, 0.004]),
        ("/interval", [0.01, 0.999]),
    ];
    for (place, values) in ends {
        for value in values {
            for answer in [0, 4] {
                let mut ladder: Value = serde_json::from_str(LADDER).unwrap();
                // A mean between two cells, so that a narrow spread meets no cell's center.
                ladder["scoring"]["rater"]["shared_mean"] = json!(0.25);
                *ladder["scoring"].pointer_mut(place).unwrap() = json!(value);
                let levels = all_at(&ladder, answer);
                let sum: f64 = levels.iter().sum();
                assert!((sum - 1.0).abs() < 1e-9, "{place} {value}, all {answer}: {levels:?}");
            }
        }
    }
}

#[test]
fn limits_are_refused() {
    let large = |levels, dimensions| read_ladder(shape(levels, dimensions, 1).to_string().as_bytes());
    assert!(large(8, 12).is_ok());
    assert!(large(9, 2).unwrap_err().iter().any(|p| p.path == "levels"));
    assert!(large(2, 13).unwrap_err().iter().any(|p| p.path == "dimensions"));
    let mut many = shape(1, 1, 1);
    let one = many["dimensions"][0]["questions"][0].clone();
    let list: Vec<Value> = (0..41)
        .map(|i| {
            let mut q = one.clone();
            q["id"] = json!(format!("q{i}"));
            q
        })
        .collect();
    many["dimensions"][0]["questions"] = json!(list);
    assert!(read_ladder(many.to_string().as_bytes()).unwrap_err().iter().any(|p| p.message.to_string().contains("there are 41")));
}

#[test]
fn all_problems_are_reported_at_once_and_a_repeated_key_with_its_line() {
    let mut ladder: Value = serde_json::from_str(LADDER).unwrap();
    question(&mut ladder, 0)["prompt"] = json!(5);
    question(&mut ladder, 1).as_object_mut().unwrap().remove("id");
    assert!(read_ladder(ladder.to_string().as_bytes()).unwrap_err().len() >= 2);
    let twice = LADDER.replacen("\"version\": 1,", "\"version\": 1,\n\"version\": 1,", 1);
    let problem = read_ladder(twice.as_bytes()).unwrap_err().remove(0);
    assert!(problem.path.starts_with("line 4") && problem.message.to_string().contains("\"version\" appears twice"), "{problem}");
}

const DIMENSIONS: usize = 3;
const TOP: usize = 2;

fn profiles() -> impl Iterator<Item = [usize; DIMENSIONS]> {
    (0..27_usize).map(|i| [i / 9, i / 3 % 3, i % 3])
}

fn holds(conditions: &[Condition], p: [usize; DIMENSIONS]) -> bool {
    conditions.iter().all(|c| c.of().iter().filter(|d| p[**d] >= c.reach()).count() >= c.at_least())
}

#[test]
fn a_condition_asks_some_of_its_dimensions_to_reach_a_named_level() {
    let sound = |at_least, of: &[usize], reach| Condition::new(at_least, of.to_vec(), reach).is_some();
    assert!(sound(1, &[0], 1) && sound(2, &[0, 2], 3));
    assert!(!sound(0, &[0], 1) && !sound(2, &[0], 1) && !sound(1, &[], 1), "how many");
    assert!(!sound(1, &[2, 0], 1) && !sound(1, &[0, 0], 1), "ascending");
    assert!(!sound(1, &[0], 0), "what is below the lowest level is always reached");
}

fn conditions() -> impl Strategy<Value = Vec<Condition>> {
    let one = (prop::sample::subsequence(vec![0, 1, 2], 1..=3), 1..=TOP, 1_usize..=3)
        .prop_map(|(of, reach, n)| Condition::new(n.min(of.len()), of, reach).unwrap());
    prop::collection::vec(one, 1..=3)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_rule_agrees_with_all_combinations_counted_by_hand(lower in conditions(), upper in conditions(), share in prop::array::uniform3(prop::array::uniform2(0.0..1.0_f64))) {
        let nests = profiles().all(|p| !holds(&upper, p) || holds(&lower, p));
        let rule = match Rule::new(vec![lower.clone(), upper.clone()], DIMENSIONS) {
            Err(fault) => { prop_assert_eq!(fault, RuleError::DoesNotNest(2)); prop_assert!(!nests); return Ok(()); }
            Ok(rule) => { prop_assert!(nests); rule }
        };
        // P(level = 0, 1, 2) of each dimension.
        let p: Vec<[f64; 3]> = share.iter().map(|[a, b]| [(1.0 - a), a * (1.0 - b), a * b]).collect();
        for (level, conditions) in [(1, &lower), (2, &upper)] {
            let expected: f64 = profiles().filter(|x| holds(conditions, *x)).map(|x| (0..3).map(|d| p[d][x[d]]).product::<f64>()).sum();
            let ours = rule.probability(level, |d, l| p[d][l..].iter().sum());
            prop_assert!((ours - expected).abs() < 1e-12, "{} {}", ours, expected);
            let minimal = |x: [usize; 3]| holds(conditions, x) && (0..3).all(|d| x[d] == 0 || { let mut y = x; y[d] -= 1; !holds(conditions, y) });
            for d in 0..3 {
                let highest = profiles().filter(|x| minimal(*x)).map(|x| x[d]).max().unwrap_or(0);
                prop_assert_eq!(rule.requirement(level, d), highest, "level {} dimension {}", level, d);
            }
        }
        for x in profiles() {
            let expected = if holds(&upper, x) { 2 } else { usize::from(holds(&lower, x)) };
            prop_assert_eq!(rule.level_of(&x), expected);
        }
    }
}

#[test]
fn a_question_has_three_to_ten_statements() {
    for levels in [1, 8] {
        let read = read_ladder(shape(levels, 2, 1).to_string().as_bytes());
        assert_eq!(read.map(|l| l.scoring.thresholds.len() + 1), Ok(levels + 2), "{levels} levels");
    }
    for (count, told) in [(1, "there are 2; there have to be 3 to 10"), (10, "there are 11; there have to be 3 to 10")] {
        let mut ladder = shape(1, 2, 1);
        ladder["scoring"]["thresholds"] = json!((1..=count).collect::<Vec<_>>());
        for question in
            ladder["dimensions"].as_array_mut().unwrap().iter_mut().flat_map(|d| d["questions"].as_array_mut().unwrap())
        {
            question["statements"] = (0..=count).map(|k| format!("statement {k}")).collect();
        }
        let problems = read_ladder(ladder.to_string().as_bytes()).unwrap_err();
        assert!(problems.iter().any(|p| p.path == "scoring.thresholds" && p.message == told), "{problems:#?}");
    }
}

/// A cut is an edge between two cells, so neither end of the grid is one.
#[test]
fn a_cut_lies_between_two_cells_of_the_grid() {
    let read = |cuts: [f64; 3]| {
        let mut ladder: Value = serde_json::from_str(LADDER).unwrap();
        // Where it begins and how many cells it has are left out: that of the ladder is the usual one.
        ladder["scoring"]["grid"] = json!({ "step": 0.1 });
        ladder["scoring"]["cuts"] = json!(cuts);
        read_ladder(ladder.to_string().as_bytes()).map(|l| (l.scoring.grid.first, l.scoring.grid.cells))
    };
    // Seventy cells of a tenth around -1.45, -1.35, … 5.45: the edges between them run from -1.4 to 5.4.
    assert_eq!(read([-1.4, 2.0, 5.4]), Ok((-1.45, 70)));
    for (cuts, place) in [([-1.5, 2.0, 3.0], "scoring.cuts[0]"), ([1.0, 2.0, 5.5], "scoring.cuts[2]")] {
        let problems = read(cuts).unwrap_err();
        assert!(
            problems.iter().any(|p| p.path == place && p.message.to_string().contains("edge between two cells")),
            "{problems:#?}"
        );
    }
}

#[test]
fn under_the_id_and_each_revision_of_the_default_ladder_there_is_one_text_alone() {
    let mut ladder: Value = serde_json::from_str(LADDER).unwrap();
    assert_eq!(read_other_ladder(LADDER.as_bytes()).unwrap(), default_ladder());
    let statements = question(&mut ladder, 0)["statements"].as_array_mut().unwrap();
    statements.reverse();
    let problems = read_other_ladder(ladder.to_string().as_bytes()).unwrap_err();
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(told.len() == 1 && told[0].contains("is the ladder that this page has"), "{told:?}");
    (ladder["revision"], ladder["changes"]) = (json!("1"), json!([]));
    let problems = read_other_ladder(ladder.to_string().as_bytes()).unwrap_err();
    assert!(problems[0].message.to_string().contains("\"1\" of \"staff-plus\""), "an earlier one too: {problems:?}");
    assert_eq!(read_other_ladder(REVISION_1).unwrap(), revision_1());
    for (field, other) in [("revision", "house"), ("id", "house")] {
        let mut ladder = ladder.clone();
        ladder[field] = json!(other);
        assert!(read_other_ladder(ladder.to_string().as_bytes()).is_ok(), "{field}");
    }
}
