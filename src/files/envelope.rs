//! What every file begins with: the word and the version of its format, and a checksum over the rest.

use serde_json::{Map, Value};

use super::reader::whole;
use super::{FileError, digest};
use crate::messages::files;

/// The word that marks a document in the store.
pub(super) const DOCUMENT_FORMAT: &str = "ladder-calibration/paper";

/// A file format. Each has a version of its own, so that one can be raised without the others.
pub(super) struct Format {
    /// The word in the file.
    pub(super) name: &'static str,
    /// The version that is written, and the newest that is read.
    pub(super) version: usize,
    /// The name of such a file in sentences, before the word "file".
    pub(super) what: &'static str,
}

impl Format {
    /// Refuses another format and newer versions before anything else is read.
    pub(super) fn check(&self, value: &Value) -> Result<(), FileError> {
        let Self { name, version, what } = self;
        if !value.is_object() {
            return Err(FileError::whole(files::not_this_kind(*what)));
        }
        match value.get("format").and_then(Value::as_str) {
            Some(found) if found == *name => {}
            Some(found) => return Err(FileError::at("format", files::another_format(found, *what, *name))),
            None => return Err(FileError::at("format", files::no_format(*what))),
        }
        match value.get("version").and_then(whole) {
            Some(found) if (1..=*version).contains(&found) => Ok(()),
            Some(newer) if newer > *version => {
                Err(FileError::at("version", files::newer_version(newer.to_string(), version.to_string())))
            }
            _ => Err(FileError::at("version", files::not_a_version(*version))),
        }
    }

    /// Puts the word and the version into a file.
    pub(super) fn put(&self, file: &mut Map<String, Value>) {
        file.insert("format".into(), self.name.into());
        file.insert("version".into(), self.version.into());
    }
}

/// A checksum is optional in files; if there is one, it has to fit.
pub(super) fn check_checksum(value: &Value) -> Result<(), FileError> {
    let Some(stated) = value.get("checksum").filter(|v| !v.is_null()) else { return Ok(()) };
    let mut bare = value.clone();
    if let Some(object) = bare.as_object_mut() {
        object.remove("checksum");
    }
    if stated.as_str() == Some(&digest(&bare)) { Ok(()) } else { Err(FileError::at("checksum", files::CHECKSUM_DOES_NOT_FIT)) }
}

/// An object with the texts that are not empty, and the fields of later versions.
pub(super) fn fields(extra: &Map<String, Value>, known: &[(&str, &str)]) -> Value {
    let mut out = extra.clone();
    for (name, text) in known {
        put(&mut out, name, text);
    }
    Value::Object(out)
}

/// Puts a text unless it is empty.
pub(super) fn put(object: &mut Map<String, Value>, name: &str, text: &str) {
    if !text.is_empty() {
        object.insert(name.into(), text.into());
    }
}
