//! Times the scorer natively: one full score with its bottleneck, and all next questions. `--json` for machines.

use std::hint::black_box;
use std::time::Instant;

use ladder_calibration::files::default_ladder;
use ladder_calibration::model::scoring::{Model, Ratings, bottleneck, flips, next_questions};

/// Median of several batches, in microseconds for one call.
fn median(batches: usize, calls: u32, mut work: impl FnMut()) -> f64 {
    work();
    let mut times: Vec<f64> = (0..batches)
        .map(|_| {
            let begin = Instant::now();
            for _ in 0..calls {
                work();
            }
            begin.elapsed().as_secs_f64() * 1e6 / f64::from(calls)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn main() {
    let ladder = default_ladder();
    let model = Model::new(&ladder);
    let all: Vec<_> = (0..ladder.questions.len()).map(|q| Some((2 + q % 2, if q % 3 == 0 { 0.6 } else { 1.0 }))).collect();
    let full = Ratings { answers: all.clone(), agreed: 1 };
    let core =
        Ratings { answers: all.iter().enumerate().map(|(q, a)| a.filter(|_| ladder.questions[q].core)).collect(), agreed: 1 };
    let of_core = model.score(std::slice::from_ref(&core));
    let of_full = model.score(std::slice::from_ref(&full));
    let rows = [
        (
            "score and bottleneck",
            median(41, 50, || {
                let score = model.score(std::slice::from_ref(black_box(&full)));
                black_box(bottleneck(&model, &score));
            }),
        ),
        (
            "all next questions after the core",
            median(21, 5, || {
                black_box(next_questions(&model, black_box(&of_core), |q| core.answers[q].is_none()));
            }),
        ),
        (
            "all flips of a full answer",
            median(21, 5, || {
                black_box(flips(&model, black_box(&of_full), &full));
            }),
        ),
        (
            "making the model ready",
            median(21, 5, || {
                black_box(Model::new(black_box(&ladder)));
            }),
        ),
    ];
    if std::env::args().any(|a| a == "--json") {
        let fields: Vec<String> = rows.iter().map(|(name, t)| format!("\"{name} (µs)\": {t:.1}")).collect();
        println!("{{ {} }}", fields.join(", "));
    } else {
        for (name, t) in rows {
            println!("{name:<40} {t:>10.1} µs");
        }
    }
}
