//! The original of one side of a session: the file as it came, because codes are made over it, and what both sides may read
//! of it. That is what a seal of today would hold: older seals held the whole assessment, with the journal, the plan and
//! sensitive pieces of evidence in it, and none of that is for the other side.

use serde_json::Value;

use super::{FileError, assessment_file, assessment_of, canonical};
use crate::documents::calibration::Original;
use crate::documents::redaction::payload;
use crate::messages::files;
use crate::model::assessment::{Answer, Assessment, Subject};

/// What an older seal held beside its payload and what is no secret: names that the record knows, an id, times.
const HARMLESS: [&str; 5] = ["id", "subject", "created", "updated", "checksum"];

/// The original in a file.
///
/// # Errors
/// What is wrong with it.
pub fn original(file: Value) -> Result<Original, FileError> {
    let whole = assessment_of(&file)?;
    Ok(original_with(file, &whole))
}

/// The original of an assessment that lies in memory.
pub fn original_of(assessment: &Assessment) -> Original {
    original_with(assessment_file(assessment), assessment)
}

/// The original in a file that was read already.
pub(crate) fn original_with(file: Value, whole: &Assessment) -> Original {
    let chosen = whole.answers.iter().filter(|(_, x)| x.choice.is_some());
    let titles = chosen.map(|(id, x)| (id.clone(), evidence_titles(whole, x)));
    Original { file, titles: titles.filter(|(_, t)| !t.is_empty()).collect(), assessment: shown(whole) }
}

/// Whether the file holds something that is not shown, as those do that were sealed by an earlier version.
pub fn holds_more(original: &Original) -> bool {
    let mut file = original.file().clone();
    if let Some(fields) = file.as_object_mut() {
        fields.retain(|name, _| !HARMLESS.contains(&name.as_str()));
    }
    canonical(&file) != canonical(&assessment_file(&payload(original.assessment())))
}

/// What both sides may read of a file. The name of the person stands in the record today; in older ones only here.
fn shown(whole: &Assessment) -> Assessment {
    let subject = Subject { name: whole.subject.name.clone(), ..Subject::default() };
    Assessment { id: whole.id.clone(), subject, ..payload(whole) }
}

/// The titles of an answer's evidence. What its owner called sensitive is not named.
pub fn evidence_titles(a: &Assessment, answer: &Answer) -> Vec<String> {
    let title = |id: &String| {
        let piece = a.evidence.iter().find(|e| e.id == *id)?;
        let title = if piece.title.trim().is_empty() { id } else { &piece.title };
        Some(if piece.sensitive { files::SENSITIVE_PIECE.to_owned() } else { title.clone() })
    };
    answer.evidence.iter().filter_map(title).collect()
}
