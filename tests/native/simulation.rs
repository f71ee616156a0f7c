//! Statistical regression: simulated people with a fixed seed, scored without being told the scenario.

use ladder_calibration::base::numbers::spelled_out;
use ladder_calibration::files::default_ladder;
use ladder_calibration::model::ladder_summary::STUDY;
use ladder_calibration::model::scoring::{Model, Ratings, most_probable};

use super::revisions::revision_1;
use super::support::ladder_and_model;

/// `SplitMix64` (Steele, Lea and Flood 2014), enough for a fixed stream of numbers.
struct Random(u64);

impl Random {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Box and Muller 1958.
    fn normal(&mut self, mean: f64, sd: f64) -> f64 {
        let (u, v) = (1.0 - self.uniform(), self.uniform());
        mean + sd * (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
    }
}

struct Outcome {
    exact: f64,
    calibration_error: f64,
    coverage: f64,
}

/// Everybody answers the questions that are asked; all 24 are drawn, so that the same people answer any of them.
fn simulate(model: &Model, people: u32, seed: u64, asked: impl Fn(usize) -> bool) -> Outcome {
    let mut random = Random(seed);
    let (mut exact, mut covered) = (0_u32, 0_u32);
    let mut bins = [(0.0, 0.0, 0.0); 10];
    for _ in 0..people {
        let general = random.normal(1.8, 0.8);
        let truth: Vec<f64> = [0.05, 0.05, -0.05, -0.05].iter().map(|m| general + random.normal(*m, 0.5)).collect();
        let shift = random.normal(0.0, 0.3);
        let rated: Vec<f64> = truth.iter().map(|t| t + shift + random.normal(0.0, 0.2)).collect();
        let drawn = (0..24).map(|q| (q, draw(model, q, rated[q / 6], random.uniform())));
        let answers = drawn.map(|(q, statement)| asked(q).then_some((statement, 1.0))).collect();
        let score = model.score(&[Ratings { answers, agreed: 1 }]);
        let level = |t: f64| [1.0, 2.0, 3.0].iter().filter(|c| t >= **c).count();
        let right = model.rule().level_of(&truth.iter().map(|t| level(*t)).collect::<Vec<_>>());
        let best = most_probable(&score.overall);
        exact += u32::from(best == right);
        for (d, t) in score.dimensions.iter().zip(&truth) {
            let [low, high] = d.position.interval(0.8);
            covered += u32::from((low..=high).contains(t));
        }
        let stated = score.overall[best];
        let bin = (1..10).filter(|b| stated >= f64::from(*b) / 10.0).count();
        bins[bin].0 += 1.0;
        bins[bin].1 += stated;
        bins[bin].2 += f64::from(u8::from(best == right));
    }
    let error: f64 = bins.iter().map(|(_, stated, hit)| (stated - hit).abs()).sum();
    let n = f64::from(people);
    Outcome { exact: f64::from(exact) / n, calibration_error: error / n, coverage: f64::from(covered) / (4.0 * n) }
}

fn draw(model: &Model, question: usize, position: f64, mut u: f64) -> usize {
    let p = model.statement_probabilities(question, position);
    for (k, share) in p.iter().enumerate() {
        u -= share;
        if u < 0.0 {
            return k;
        }
    }
    p.len() - 1
}

#[test]
fn two_thousand_simulated_people_are_placed_as_well_as_promised() {
    let o = simulate(&ladder_and_model().1, 2000, 20_261_123, |_| true);
    println!("exact {:.3}, calibration error {:.3}, coverage {:.3}", o.exact, o.calibration_error, o.coverage);
    assert!(o.exact >= 0.71, "exact {}", o.exact);
    assert!(o.calibration_error <= 0.03, "calibration error {}", o.calibration_error);
    assert!((0.76..=0.86).contains(&o.coverage), "coverage {}", o.coverage);
}

#[test]
fn the_core_of_either_revision_places_two_thousand_people_as_well() {
    let model = ladder_and_model().1;
    let [before, after] = [revision_1(), default_ladder()].map(|l| simulate(&model, 2000, 20_261_123, |q| l.questions[q].core));
    println!("exact {:.3} before, {:.3} after", before.exact, after.exact);
    for o in [&before, &after] {
        assert!(o.exact >= 0.68, "exact {}", o.exact);
        assert!(o.calibration_error <= 0.035, "calibration error {}", o.calibration_error);
    }
    assert!((before.exact - after.exact).abs() <= 0.02, "{} and {}", before.exact, after.exact);
}

#[test]
fn the_study_that_the_pages_mention_is_one_of_this_ladder() {
    let (ladder, _) = ladder_and_model();
    let core = spelled_out(ladder.core_len()).to_lowercase();
    for sentence in [format!("on all {} questions", ladder.questions.len()), format!("two raters of {core} questions each")] {
        assert!(STUDY.contains(&sentence), "the ladder has changed: simulate again, docs/measurement.md says how");
    }
}

#[test]
#[ignore = "a minute: cargo xtask verify runs it"]
fn twenty_thousand_simulated_people_come_near_the_study() {
    let o = simulate(&ladder_and_model().1, 20_000, 1000, |_| true);
    println!("exact {:.3}, calibration error {:.3}, coverage {:.3}", o.exact, o.calibration_error, o.coverage);
    assert!((0.735..=0.755).contains(&o.exact), "exact {}", o.exact);
    assert!(o.calibration_error <= 0.02, "calibration error {}", o.calibration_error);
    assert!((0.79..=0.83).contains(&o.coverage), "coverage {}", o.coverage);
}

#[test]
#[ignore = "a minute: cargo xtask verify runs it"]
fn the_core_places_twenty_thousand_people_as_the_study_says() {
    let model = ladder_and_model().1;
    for ladder in [revision_1(), default_ladder()] {
        let o = simulate(&model, 20_000, 1000, |q| ladder.questions[q].core);
        println!(
            "{}: exact {:.4}, calibration error {:.4}, coverage {:.4}",
            ladder.revision, o.exact, o.calibration_error, o.coverage
        );
        assert!((0.70..=0.725).contains(&o.exact), "exact {}", o.exact);
    }
}
