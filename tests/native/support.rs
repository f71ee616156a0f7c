//! Helpers for several tests.

use ladder_calibration::files::default_ladder;
use ladder_calibration::model::ladder::Ladder;
use ladder_calibration::model::scoring::{Model, Ratings};
use ladder_calibration::state::{DocumentKey, Effect};
use serde_json::Value;

pub(crate) fn ladder_and_model() -> (Ladder, Model) {
    let ladder = default_ladder();
    let model = Model::new(&ladder);
    (ladder, model)
}

/// The default ladder, read once, for tests that need it many times.
pub(crate) fn shared_ladder() -> &'static Ladder {
    static LADDER: std::sync::OnceLock<Ladder> = std::sync::OnceLock::new();
    LADDER.get_or_init(default_ladder)
}

/// Answers with their weights; `None` is unanswered.
pub(crate) fn ratings(answers: &[Option<usize>], with_example: &[bool]) -> Ratings {
    let rows = answers.iter().zip(with_example).map(|(a, e)| a.map(|k| (k, if *e { 1.0 } else { 0.6 })));
    Ratings { answers: rows.collect(), agreed: 1 }
}

pub(crate) fn all(statement: usize) -> Ratings {
    ratings(&[Some(statement); 24], &[true; 24])
}

/// An assessment file of the default ladder: one digit a question, `.` for open, `n` for no opportunity, `x` for not
/// observed; every statement has an example.
pub(crate) fn file(answers: &str) -> Value {
    let ladder = default_ladder();
    let mut out = serde_json::json!({
        "format": "ladder-calibration/assessment", "version": 1, "ladder": { "id": "staff-plus" }, "answers": {}
    });
    for (q, c) in ladder.questions.iter().zip(answers.chars()) {
        out["answers"][&q.id] = match c {
            '.' => continue,
            'n' => serde_json::json!({ "off_scale": "no-opportunity" }),
            'x' => serde_json::json!({ "off_scale": "not-observed" }),
            k => serde_json::json!({ "statement": k.to_digit(10).unwrap(), "example": "an example here" }),
        };
    }
    out
}

/// A substitute for the system's random generator: enough bytes for one use, different ones for each seed.
pub(crate) fn fresh(seed: u8) -> Vec<u8> {
    use sha2::Digest as _;
    (0..4).flat_map(|block: u8| sha2::Sha256::digest([seed, block])).collect()
}

/// An encrypted file after a change by someone who can repair its checksum.
pub(crate) fn forged(file: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(file).unwrap();
    file.as_object_mut().unwrap().remove("checksum");
    change(&mut file);
    file["checksum"] = ladder_calibration::files::digest(&file).into();
    file.to_string()
}

/// A file that was written by an earlier version and has to open forever.
pub(crate) fn golden(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/golden").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// The assessments that effects write, by id.
pub(crate) fn saved(effects: &[Effect]) -> Vec<String> {
    effects.iter().filter_map(Effect::assessment).map(str::to_owned).collect()
}

/// The documents of calibrations that effects write.
pub(crate) fn documents_saved(effects: &[Effect]) -> Vec<DocumentKey> {
    let key = |effect: &Effect| if let Effect::Save(key) = effect { Some(key.clone()) } else { None };
    effects.iter().filter_map(key).filter(|key| !key.is_assessment()).collect()
}

/// The readable copies that effects remove.
pub(crate) fn removed(effects: &[Effect]) -> Vec<String> {
    let ids = |effect: &Effect| if let Effect::RemoveReadable(ids) = effect { ids.clone() } else { Vec::new() };
    effects.iter().flat_map(ids).collect()
}

/// Whether the history entry of the previous page is replaced.
pub(crate) fn replaces(effects: &[Effect]) -> bool {
    effects.contains(&Effect::Navigate { replace: true })
}
