//! The saved assessments: one key each, plus one for where the reader was. What cannot be read is listed with its
//! reason and left as it is.

use super::{Fault, Storage};
use crate::domain::assessment::Assessment;
use crate::domain::codec::{Problem, read_assessment, stored_assessment};
use crate::domain::ladder::Ladder;
use crate::domain::profile::check;
use crate::domain::short::sort_by;

/// Every key of ours begins so.
pub const PREFIX: &str = "ladder-calibration/";
const ASSESSMENTS: &str = "ladder-calibration/assessment/";
const PLACE: &str = "ladder-calibration/place";

/// A record that stays where it is because it could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its key.
    pub key: String,
    /// Why.
    pub problem: Problem,
}

/// All that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// Assessments, the one changed last first.
    pub assessments: Vec<Assessment>,
    /// Records that could not be opened.
    pub unreadable: Vec<Unreadable>,
    /// Where the reader was: the id of an assessment and the name of a page.
    pub place: Option<(String, String)>,
}

/// Reads everything. A store that may not be used holds nothing.
pub fn load(store: &dyn Storage, ladder: &Ladder) -> Shelf {
    let mut shelf = Shelf::default();
    for key in store.keys().unwrap_or_default() {
        let Some(id) = key.strip_prefix(ASSESSMENTS) else { continue };
        let Ok(Some(text)) = store.get(&key) else { continue };
        match read(&text, id, ladder) {
            Ok(assessment) => shelf.assessments.push(assessment),
            Err(problem) => shelf.unreadable.push(Unreadable { key, problem }),
        }
    }
    sort_by(&mut shelf.assessments, |a, b| b.updated.cmp(&a.updated).then_with(|| a.id.cmp(&b.id)));
    sort_by(&mut shelf.unreadable, |a, b| a.key.cmp(&b.key));
    let place = store.get(PLACE).ok().flatten();
    shelf.place = place.and_then(|p| p.split_once(' ').map(|(id, page)| (id.to_owned(), page.to_owned())));
    shelf
}

/// A record of the store always has its checksum, so that one flipped byte cannot pass for an answer.
fn read(text: &str, id: &str, ladder: &Ladder) -> Result<Assessment, Problem> {
    let assessment = read_assessment(text.as_bytes())?;
    if !text.contains("\"checksum\"") {
        return Err(Problem::at("checksum", "is missing, so the record may be damaged"));
    }
    if assessment.id != id {
        return Err(Problem::at("id", "is not the one that the record is kept under"));
    }
    check(ladder, &assessment)?;
    Ok(assessment)
}

/// Writes one assessment under its id.
///
/// # Errors
/// The store's fault; what was stored before is still there.
pub fn save(store: &dyn Storage, assessment: &Assessment) -> Result<(), Fault> {
    store.put(&format!("{ASSESSMENTS}{}", assessment.id), &stored_assessment(assessment))
}

/// Remembers where the reader is.
///
/// # Errors
/// The store's fault.
pub fn save_place(store: &dyn Storage, id: &str, page: &str) -> Result<(), Fault> {
    store.put(PLACE, &format!("{id} {page}"))
}

/// Removes one assessment.
///
/// # Errors
/// The store's fault.
pub fn delete(store: &dyn Storage, id: &str) -> Result<(), Fault> {
    store.remove(&format!("{ASSESSMENTS}{id}"))
}

/// Removes every key of ours.
///
/// # Errors
/// The first fault; the other keys are removed all the same.
pub fn delete_everything(store: &dyn Storage) -> Result<(), Fault> {
    let keys = store.keys()?;
    let results: Vec<Result<(), Fault>> = keys.iter().filter(|k| k.starts_with(PREFIX)).map(|k| store.remove(k)).collect();
    results.into_iter().collect()
}
