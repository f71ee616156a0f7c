//! Properties that hold for all answers, tested with random ones.

use ladder_calibration::files::read_ladder;
use ladder_calibration::model::scoring::{Model, Ratings, Score, most_probable};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::support::{all, ladder_and_model};

const LADDER: &str = include_str!("../../ladders/staff-plus.en.json");

fn answers() -> impl Strategy<Value = Ratings> {
    let one = prop_oneof![1 => Just(None), 4 => (0_usize..5, any::<bool>()).prop_map(Some)];
    prop::collection::vec(one, 24).prop_map(|rows| {
        let weigh = |a: Option<(usize, bool)>| a.map(|(k, e)| (k, if e { 1.0 } else { 0.6 }));
        Ratings { answers: rows.into_iter().map(weigh).collect(), agreed: 1 }
    })
}

fn at_least(score: &Score, level: usize) -> f64 {
    score.overall[level..].iter().sum()
}

fn sums_to_one(levels: &[f64]) -> bool {
    (levels.iter().sum::<f64>() - 1.0).abs() < 1e-12
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn probabilities_sum_to_one(a in answers(), b in answers()) {
        let score = ladder_and_model().1.score(&[a, b]);
        prop_assert!(sums_to_one(&score.overall));
        for d in &score.dimensions {
            prop_assert!(sums_to_one(&d.levels) && sums_to_one(d.position.cells()));
            prop_assert!(d.raters.iter().all(|r| sums_to_one(&r.levels) && sums_to_one(r.posterior.cells())));
        }
    }

    #[test]
    fn raising_an_answer_never_lowers_a_level(mut a in answers(), question in 0_usize..24, by in 1_usize..5) {
        let (_, model) = ladder_and_model();
        let Some((k, w)) = a.answers[question] else { return Ok(()) };
        let before = model.score(std::slice::from_ref(&a));
        a.answers[question] = Some(((k + by).min(4), w));
        let after = model.score(&[a]);
        for level in 1..4 {
            prop_assert!(at_least(&after, level) >= at_least(&before, level) - 1e-12);
        }
    }

    #[test]
    fn the_order_of_raters_does_not_matter(a in answers(), b in answers()) {
        let (_, model) = ladder_and_model();
        let (one, other) = (model.score(&[a.clone(), b.clone()]), model.score(&[b, a]));
        for (x, y) in one.overall.iter().zip(&other.overall) {
            prop_assert!((x - y).abs() < 1e-12);
        }
    }

    #[test]
    fn a_rater_without_answers_changes_nothing_at_all(a in answers()) {
        let (_, model) = ladder_and_model();
        let nobody = Ratings { answers: vec![None; 24], agreed: 1 };
        let (alone, both) = (model.score(std::slice::from_ref(&a)), model.score(&[a, nobody]));
        prop_assert_eq!(alone.overall, both.overall);
        for (x, y) in alone.dimensions.iter().zip(&both.dimensions) {
            prop_assert_eq!(&x.levels, &y.levels);
            prop_assert_eq!(&x.position, &y.position);
        }
    }

    #[test]
    fn the_highest_level_needs_breadth_and_influence(a in answers()) {
        let score = ladder_and_model().1.score(&[a]);
        for d in [2, 3] {
            prop_assert!(score.overall[3] <= score.dimensions[d].levels[3] + 1e-12);
        }
    }

    #[test]
    fn questions_of_one_difficulty_may_change_places(a in answers(), dimension in 0_usize..4, pair in 0_usize..3) {
        let (_, model) = ladder_and_model();
        let first = dimension * 6 + pair * 2;
        let mut swapped = a.clone();
        swapped.answers.swap(first, first + 1);
        let (one, other) = (model.score(&[a]), model.score(&[swapped]));
        for (x, y) in one.overall.iter().zip(&other.overall) {
            prop_assert!((x - y).abs() < 1e-12);
        }
    }

    #[test]
    fn an_answer_without_an_example_counts_less_in_either_direction(question in 0_usize..24, statement in 0_usize..5) {
        let (_, model) = ladder_and_model();
        let mean = |weight: Option<f64>| {
            let mut answers = vec![None; 24];
            answers[question] = weight.map(|w| (statement, w));
            let score = model.score(&[Ratings { answers, agreed: 1 }]);
            score.dimensions[question / 6].raters[0].posterior.mean()
        };
        let (none, bare, full) = (mean(None), mean(Some(0.6)), mean(Some(1.0)));
        prop_assert!((none.min(full)..=none.max(full)).contains(&bare), "{none} {bare} {full}");
    }
}

#[test]
fn without_answers_stage_one_is_the_prior() {
    let (_, model) = ladder_and_model();
    let score = model.score(&[Ratings { answers: vec![None; 24], agreed: 1 }]);
    for d in &score.dimensions {
        for (cell, prior) in d.raters[0].posterior.cells().iter().zip(model.prior()) {
            assert!((cell - prior).abs() < 1e-15);
        }
    }
    assert!(!score.sufficient);
}

#[test]
fn no_dimension_that_rises_lowers_the_level() {
    let (_, model) = ladder_and_model();
    for cell in 0..256_usize {
        let levels = [cell / 64, cell / 16 % 4, cell / 4 % 4, cell % 4];
        for d in (0..4).filter(|d| levels[*d] < 3) {
            let mut raised = levels;
            raised[d] += 1;
            assert!(model.rule().level_of(&raised) >= model.rule().level_of(&levels), "{levels:?}");
        }
    }
}

#[test]
fn a_rater_known_to_be_lenient_is_placed_lower() {
    let mut changed: Value = serde_json::from_str(LADDER).unwrap();
    changed["scoring"]["rater"]["shared_mean"] = json!(0.2);
    let lenient = Model::new(&read_ladder(changed.to_string().as_bytes()).unwrap());
    let (_, model) = ladder_and_model();
    for k in 0..5 {
        let (usual, corrected) = (model.score(&[all(k)]), lenient.score(&[all(k)]));
        assert!((1..4).all(|l| at_least(&corrected, l) <= at_least(&usual, l) + 1e-12), "statement {k}");
    }
}

#[test]
fn answers_that_two_agreed_on_are_surer_than_those_of_one() {
    let (_, model) = ladder_and_model();
    let sd = |agreed| model.score(&[Ratings { agreed, ..all(3) }]).dimensions[0].position.sd();
    assert!(sd(2) < sd(1) && sd(4) < sd(2));
}

#[test]
fn depth_without_influence_is_never_the_highest_level() {
    let (_, model) = ladder_and_model();
    let mut deep = all(4);
    for q in 18..24 {
        deep.answers[q] = Some((0, 1.0));
    }
    let score = model.score(&[deep]);
    assert!(most_probable(&score.overall) < 2, "{:?}", score.overall);
    assert!(score.overall[3] < 1e-6);
}
