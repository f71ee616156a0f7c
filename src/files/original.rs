//! The original of one side of a session: the unchanged file, because codes are computed over it, and what both sides may
//! read of it. That is the content of a seal of this version. Older seals held the whole assessment, with the journal, the
//! plan and sensitive pieces of evidence; none of that is shown to the other side.

use serde_json::Value;

use super::{FileError, assessment_file, assessment_of, canonical};
use crate::documents::calibration::Original;
use crate::documents::redaction::payload;
use crate::messages::files;
use crate::model::assessment::{Answer, Assessment, Subject};

/// Fields of older seals that are not in a payload and are no secret: names that the record knows, an id, times.
const HARMLESS: [&str; 5] = ["id", "subject", "created", "updated", "checksum"];

/// The original in a file.
///
/// # Errors
/// What is wrong with it.
pub fn original(file: Value) -> Result<Original, FileError> {
    let whole = assessment_of(&file)?;
    Ok(original_with(file, &whole))
}

/// The original of an assessment that is in memory.
pub fn original_of(assessment: &Assessment) -> Original {
    original_with(assessment_file(assessment), assessment)
}

/// The original in a file that was read already.
pub(crate) fn original_with(file: Value, whole: &Assessment) -> Original {
    let chosen = whole.answers.iter().filter(|(_, x)| x.choice.is_some());
    let titles = chosen.map(|(id, x)| (id.clone(), evidence_titles(whole, x)));
    Original { file, titles: titles.filter(|(_, t)| !t.is_empty()).collect(), assessment: shown(whole) }
}

/// Whether the file holds something that is not shown, as older seals do.
pub fn holds_more(original: &Original) -> bool {
    let mut file = original.file().clone();
    if let Some(fields) = file.as_object_mut() {
        fields.retain(|name, _| !HARMLESS.contains(&name.as_str()));
    }
    canonical(&file) != canonical(&assessment_file(&payload(original.assessment())))
}

/// What both sides may read of a file. The name of the person is in the record; in older records it is only in the
/// originals.
fn shown(whole: &Assessment) -> Assessment {
    let subject = Subject { name: whole.subject.name.clone(), ..Subject::default() };
    Assessment { id: whole.id.clone(), subject, ..payload(whole) }
}

/// The titles of an answer's evidence, without sensitive pieces.
pub fn evidence_titles(a: &Assessment, answer: &Answer) -> Vec<String> {
    let title = |id: &String| {
        let piece = a.evidence.iter().find(|e| e.id == *id)?;
        let title = if piece.title.trim().is_empty() { id } else { &piece.title };
        Some(if piece.sensitive { files::SENSITIVE_PIECE.to_owned() } else { title.clone() })
    };
    answer.evidence.iter().filter_map(title).collect()
}
