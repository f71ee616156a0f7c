//! Headless functions: files in, one JSON object out. The native tool, Node and the browser share them.

use serde_json::Value;

use crate::files::{FileError, comparison_json, profile_json, read_assessment, read_ladder};
use crate::messages::headless;
use crate::model::agreement::comparison;
use crate::model::assessment::{Assessment, Role};
use crate::model::ladder::Ladder;
use crate::model::ladders::{LadderInUse, Ladders};
use crate::model::profile::{check, profile};

/// Scores named files as raters of one person.
///
/// # Errors
/// One sentence that names file, path and cause.
pub fn profile_of(ladders: &Ladders, files: &[(String, Vec<u8>)]) -> Result<Value, String> {
    let (used, assessments, warnings) = read_all(ladders, files)?;
    let ladder = used.ladder();
    Ok(profile_json(ladder, &profile(ladder, used.model(), &assessments), &warnings))
}

/// A ladder for the other functions.
///
/// # Errors
/// One sentence that names the file and every error.
pub fn ladder_of(name: &str, bytes: &[u8]) -> Result<Ladder, String> {
    read_ladder(bytes).map_err(|problems| {
        let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
        headless::about_file(name, all.join("; ")).into()
    })
}

/// Whether a ladder can be used, and every error of it with its path.
pub fn check_ladder(bytes: &[u8]) -> Value {
    let problems = read_ladder(bytes).err().unwrap_or_default();
    let list: Vec<Value> =
        problems.iter().map(|p| serde_json::json!({ "path": p.path, "message": p.message.to_string() })).collect();
    serde_json::json!({ "ok": list.is_empty(), "problems": list })
}

/// Compares two named files as raters of one person, the first minus the second.
///
/// # Errors
/// One sentence that names file, path and cause, or that there are not two files.
pub fn compare_of(ladders: &Ladders, files: &[(String, Vec<u8>)]) -> Result<Value, String> {
    if files.len() != 2 {
        return Err(headless::not_two_files(files.len().to_string()).into());
    }
    let (used, assessments, warnings) = read_all(ladders, files)?;
    let ladder = used.ladder();
    Ok(comparison_json(ladder, &comparison(ladder, used.model(), &assessments[0], &assessments[1]), &warnings))
}

/// Reads files of one person, with the ladder that all of them name, and warnings. Files that name different ladders are read
/// on the one in use.
fn read_all<'a>(
    ladders: &'a Ladders,
    files: &[(String, Vec<u8>)],
) -> Result<(&'a LadderInUse, Vec<Assessment>, Vec<String>), String> {
    let read = |(name, bytes): &(String, Vec<u8>)| {
        read_assessment(bytes).map_err(|p| String::from(headless::about_file(name, p.to_string())))
    };
    let assessments = files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let used = ladders.of_all(assessments.iter().map(|a| &a.ladder));
    let mut warnings = Vec::new();
    for ((name, _), assessment) in files.iter().zip(&assessments) {
        let found = check(used.ladder(), assessment).map_err(|p| String::from(headless::about_file(name, p.to_string())))?;
        warnings.extend(found.into_iter().map(|w| headless::about_file(name, w).into()));
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    refuse_agreed_with_others(&names, &assessments)?;
    warnings.extend(several(&names, &assessments));
    Ok((used, assessments, warnings))
}

fn same_subject(a: &Assessment, b: &Assessment) -> bool {
    let (a, b) = (&a.subject.name, &b.subject.name);
    a.is_empty() || b.is_empty() || a == b
}

/// Agreed answers are derived from the other ratings; together they would count twice.
fn refuse_agreed_with_others(names: &[&str], all: &[Assessment]) -> Result<(), String> {
    for (i, agreed) in all.iter().enumerate().filter(|(_, a)| a.rater.role == Role::Agreed) {
        if let Some(j) = (0..all.len()).find(|&j| j != i && same_subject(agreed, &all[j])) {
            let problem = FileError::at("rater.role", headless::agreed_with_others(names[j]));
            return Err(headless::about_file(names[i], problem.to_string()).into());
        }
    }
    Ok(())
}

fn several(names: &[&str], all: &[Assessment]) -> Vec<String> {
    let mut warnings = Vec::new();
    for (j, b) in all.iter().enumerate() {
        if let Some(i) = (0..j).find(|&i| !same_subject(&all[i], b)) {
            warnings.push(headless::about_file(names[j], headless::other_subject(names[i])).into());
        }
        if let Some(i) = (0..j).find(|&i| all[i].rater.role == b.rater.role) {
            warnings.push(headless::about_file(names[j], headless::same_role(names[i], b.rater.role.id())).into());
        }
    }
    warnings
}
