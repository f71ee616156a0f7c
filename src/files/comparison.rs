//! What the headless program `compare` prints.

use serde_json::{Map, Value, json};

use crate::model::agreement::{Comparison, Estimate, Undefined};
use crate::model::ladder::Ladder;

/// The word that marks it.
pub(super) const FORMAT: &str = "ladder-calibration/comparison";
const VERSION: usize = 1;

/// The comparison of two raters. A missing number is null, with a reason in another field.
pub fn comparison_json(ladder: &Ladder, c: &Comparison, warnings: &[String]) -> Value {
    let gaps = ladder.dimensions.iter().zip(&c.gaps).map(|(d, g)| {
        let gap = json!({ "mean": g.gap.mean, "sd": g.gap.sd, "a_higher_half_level": g.gap.first_higher_half_level,
                          "b_higher_half_level": g.gap.second_higher_half_level });
        (d.id.clone(), gap)
    });
    let deltas: Vec<Value> =
        c.deltas.iter().map(|d| json!({ "question": ladder.questions[d.question].id, "a": d.a, "b": d.b })).collect();
    let k = c.coefficients();
    json!({
        "format": FORMAT, "version": VERSION,
        "pairs": c.plain.pairs, "same": c.plain.same, "within_one": c.plain.within_one,
        "offset": offset(c),
        "gaps": gaps.collect::<Map<String, Value>>(),
        "agreement": {
            "ac2_linear": estimate(k.ac2_linear), "ac1": estimate(k.ac1),
            "kappa_unweighted": value(k.kappa_unweighted), "kappa_linear": value(k.kappa_linear),
            "kappa_quadratic": value(k.kappa_quadratic),
            "alpha_ordinal": value(k.alpha_ordinal), "alpha_interval": value(k.alpha_interval),
        },
        "deltas": deltas,
        "warnings": warnings,
    })
}

fn offset(c: &Comparison) -> Value {
    let (mean, interval) = (c.plain.mean, c.plain.interval);
    let mut out = json!({ "mean": mean.ok(), "interval": interval.ok() });
    if let Some(reason) = mean.err().or(interval.err()) {
        out["reason"] = reason.text().into();
    }
    out
}

fn value(coefficient: Result<f64, Undefined>) -> Value {
    match coefficient {
        Ok(value) => json!({ "value": value }),
        Err(reason) => json!({ "value": null, "reason": reason.text() }),
    }
}

fn estimate(coefficient: Result<Estimate, Undefined>) -> Value {
    match coefficient {
        Ok(e) => json!({ "value": e.value, "interval": e.interval }),
        Err(reason) => json!({ "value": null, "interval": null, "reason": reason.text() }),
    }
}
