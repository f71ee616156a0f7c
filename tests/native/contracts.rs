//! Contracts: names that users, files and other programs depend on. Each is here as a literal and is never taken from the
//! code, so that a rename breaks a test. Their meanings are in docs/formats.md and docs/embedding.md.
//!
//! File names of `dist` and of downloads: tests/e2e/contracts.spec.mjs. Exit codes: crates/cli/tests/cli.rs.

#[path = "contracts/blocks.rs"]
mod blocks;
#[path = "contracts/commands.rs"]
mod commands;
#[path = "contracts/element.rs"]
mod element;
#[path = "contracts/files.rs"]
mod files;
#[path = "contracts/off_scale.rs"]
mod off_scale;
#[path = "contracts/pages.rs"]
mod pages;
#[path = "contracts/store.rs"]
mod store;
#[path = "contracts/stores.rs"]
mod stores;

use std::path::{Path, PathBuf};

use ladder_calibration::files::digest;
use serde_json::{Value, json};

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All texts below a folder whose names end so, one after the other.
pub(crate) fn sources(folder: &Path, endings: &[&str]) -> String {
    let mut out = String::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return out };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !["target", "dist", "node_modules", "pkg"].contains(&name.as_str()) {
            out.push_str(&sources(&path, endings));
        } else if path.is_file() && endings.iter().any(|ending| name.ends_with(ending)) {
            out.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
    out
}

/// The names of an object's fields, in order.
pub(crate) fn names(object: &Value) -> Vec<&str> {
    let mut names: Vec<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

/// A file whose checksum fits again.
pub(crate) fn with_checksum(mut file: Value) -> Value {
    file.as_object_mut().unwrap().remove("checksum");
    file["checksum"] = digest(&file).into();
    file
}

/// Every field of a file: its name with those around it, without places in lists, and where it is found first, as
/// `Value::pointer` takes it.
pub(crate) fn fields(file: &Value) -> Vec<(String, String)> {
    fn look(value: &Value, name: &str, at: &str, out: &mut Vec<(String, String)>) {
        match value {
            Value::Object(object) => {
                for (own, v) in object {
                    let path = if name.is_empty() { own.clone() } else { format!("{name}.{own}") };
                    let at = format!("{at}/{own}");
                    look(v, &path, &at, out);
                    if out.iter().all(|(known, _)| *known != path) {
                        out.push((path, at));
                    }
                }
            }
            Value::Array(list) => list.iter().enumerate().for_each(|(i, v)| look(v, name, &format!("{at}/{i}"), out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    look(file, "", "", &mut out);
    out
}

/// Checks that a reader reads every field of a file under its name: a value of another kind is refused, or reported with
/// its path. `read` returns all problems; the fields in `unread` are skipped.
#[track_caller]
pub(crate) fn every_field_is_read(file: &Value, unread: &[&str], read: impl Fn(&Value) -> String) {
    assert_eq!(read(file), "", "the file itself");
    let mut silent = Vec::new();
    for (path, at) in fields(file) {
        let mut changed = file.clone();
        let field = changed.pointer_mut(&at).unwrap();
        *field = if field.is_number() || field.is_boolean() { json!("of another kind") } else { json!(7.5) };
        let name = path.rsplit('.').next().unwrap();
        let wrong = read(&changed);
        if wrong.split(|c: char| !(c.is_ascii_alphanumeric() || "_-".contains(c))).all(|word| word != name) {
            silent.push(path);
        }
    }
    assert_eq!(silent, unread, "fields that no test reads");
}
