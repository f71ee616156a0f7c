//! What the headless programs print.

use serde_json::{Map, Value, json};

use crate::model::assessment::OffScale;
use crate::model::ladder::Ladder;
use crate::model::profile::{Overall, Profile};

/// The word that marks it.
pub(super) const FORMAT: &str = "ladder-calibration/profile";
const VERSION: usize = 1;

/// The profile as the program `profile` prints it.
pub fn profile_json(ladder: &Ladder, p: &Profile, warnings: &[String]) -> Value {
    let raters: Vec<Value> = p
        .raters
        .iter()
        .map(|r| {
            let mut rater = json!({ "role": r.role.id(), "answered": r.answered, "overall": overall(ladder, &r.overall) });
            for (kind, count) in OffScale::ALL.into_iter().zip(r.off_scale) {
                rater[kind.id().replace('-', "_")] = count.into();
            }
            rater
        })
        .collect();
    let dimensions = ladder.dimensions.iter().zip(&p.score.dimensions).map(|(d, s)| {
        let raters: Vec<Value> = s
            .raters
            .iter()
            .map(|r| {
                json!({ "answered": r.answered, "mean": r.posterior.mean(), "sd": r.posterior.sd(),
                    "interval": r.posterior.interval(ladder.scoring.interval), "levels": r.levels })
            })
            .collect();
        let position =
            json!({ "mean": s.position.mean(), "sd": s.position.sd(), "interval": s.position.interval(ladder.scoring.interval) });
        (d.id.clone(), json!({ "raters": raters, "levels": s.levels, "position": position }))
    });
    json!({
        "format": FORMAT, "version": VERSION,
        "ladder": { "id": ladder.id, "revision": ladder.revision },
        "raters": raters,
        "dimensions": dimensions.collect::<Map<String, Value>>(),
        "overall": overall(ladder, &p.overall),
        "warnings": warnings,
    })
}

fn overall(ladder: &Ladder, o: &Overall) -> Value {
    let level = o.level.map(|l| ladder.levels[l].id.as_str());
    let mut out = json!({ "levels": o.levels, "level": level, "sufficient": o.sufficient, "sentence": o.sentence.to_string() });
    if let Some(caution) = &o.caution {
        out["caution"] = caution.to_string().into();
    }
    out
}
