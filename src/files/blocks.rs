//! The blocks of an assessment file besides its answers. A block never makes a file unreadable: what can be read becomes a
//! field of the assessment; anything else is kept and reported.
//!
//! A block that its field writes back unchanged is in the field alone. Any other block stays in [`Assessment::extra`] too,
//! whole and unchanged. It is written again until the field changes; then it supplies what the field cannot hold.

use litemap::LiteMap;

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::FileError;
use super::reader::Reader;
use crate::messages::files;
use crate::model::assessment::Assessment;
use crate::model::growth::Field;

/// Problems in a block, each with its path.
pub(super) type Problems = RefCell<Vec<FileError>>;

/// The value of a block.
pub(super) trait Block: Default + PartialEq {
    /// The name of the block.
    const NAME: &'static str;

    /// Reads what can be read, and reports the rest.
    fn read(value: &Value, problems: &Problems) -> Self;

    /// The block, with the parts of `old` that the value cannot hold; `None` if nothing is left to be written.
    fn write(&self, old: Option<Value>) -> Option<Value>;
}

/// Fills the fields from the blocks that have not been read yet.
pub(super) fn read_blocks(a: &mut Assessment) {
    a.evidence = read(&mut a.extra);
    a.domains = read(&mut a.extra);
    a.role_shape = read(&mut a.extra);
    a.leverage = read(&mut a.extra);
    a.readiness = read(&mut a.extra);
    a.plan = read(&mut a.extra);
    a.journal = read(&mut a.extra);
}

/// The unknown fields of an assessment, with all blocks.
pub(super) fn written(a: &Assessment) -> Map<String, Value> {
    let mut out = a.extra.clone();
    write(&mut out, &a.evidence);
    write(&mut out, &a.domains);
    write(&mut out, &a.role_shape);
    write(&mut out, &a.leverage);
    write(&mut out, &a.readiness);
    write(&mut out, &a.plan);
    write(&mut out, &a.journal);
    out
}

/// An assessment as its file would be read after a change. Texts and numbers above the limits of a file are cut.
pub fn as_read_back(a: &Assessment) -> Assessment {
    let mut kept = Assessment { extra: written(a), ..a.clone() };
    read_blocks(&mut kept);
    kept
}

pub(super) fn from<T: Block>(blocks: &Map<String, Value>, problems: &Problems) -> T {
    blocks.get(T::NAME).filter(|v| !v.is_null()).map_or_else(T::default, |v| T::read(v, problems))
}

fn read<T: Block>(blocks: &mut Map<String, Value>) -> T {
    let value: T = from(blocks, &Problems::default());
    let written = value.write(None);
    if written.is_some() && written.as_ref() == blocks.get(T::NAME) {
        blocks.remove(T::NAME);
    }
    value
}

fn write<T: Block>(blocks: &mut Map<String, Value>, value: &T) {
    if *value == from(blocks, &Problems::default()) && blocks.contains_key(T::NAME) {
        return;
    }
    let old = blocks.remove(T::NAME);
    if let Some(block) = value.write(old) {
        blocks.insert(T::NAME.into(), block);
    }
}

/// The items of a block that is a list of objects. An item that is no object is reported and left out.
pub(super) fn read_list<T>(name: &str, value: &Value, problems: &Problems, read: impl Fn(&Reader) -> T) -> Vec<T> {
    let Some(items) = value.as_array() else {
        problems.borrow_mut().push(FileError::at(name, files::NOT_LIST));
        return Vec::new();
    };
    let reader = |(i, v)| Reader::new(v, &format!("{name}[{i}]"), problems);
    let readers = items.iter().enumerate().map(reader);
    readers.filter(Reader::is_object).map(|r| read(&r)).collect()
}

/// A block that is a list of objects. Items of the old block that are no objects are appended.
pub(super) fn write_list(mut items: Vec<Value>, old: Option<Value>) -> Option<Value> {
    match old {
        Some(Value::Array(old)) => items.extend(old.into_iter().filter(|v| !v.is_object())),
        Some(other) if items.is_empty() && !other.is_null() => return Some(other),
        _ => {}
    }
    (!items.is_empty()).then(|| items.into())
}

/// The fields of a block that is an object.
pub(super) fn read_object<'a>(name: &str, value: &'a Value, problems: &Problems) -> Option<&'a Map<String, Value>> {
    if !value.is_object() {
        problems.borrow_mut().push(FileError::at(name, files::NOT_OBJECT));
    }
    value.as_object()
}

/// The content of a block that is an object, by field and inner field.
pub(super) type Fields = LiteMap<Field, Value>;

/// A block that is an object: the old one, changed only in the fields whose value changed. A value that is no object stays
/// until it is replaced.
pub(super) fn write_object(said: &Fields, now: &Fields, old: Option<Value>) -> Option<Value> {
    let (mut block, other) = match old {
        Some(Value::Object(block)) => (block, None),
        other => (Map::new(), other.filter(|v| !v.is_null())),
    };
    for ((name, inner), _) in said.iter().filter(|(at, _)| !now.contains_key(at)) {
        let Some(inner) = inner else {
            block.remove(name);
            continue;
        };
        let Some(object) = block.get_mut(name).and_then(Value::as_object_mut) else { continue };
        object.remove(inner);
        if object.is_empty() {
            block.remove(name);
        }
    }
    for ((name, inner), value) in now.iter().filter(|(at, value)| said.get(at) != Some(value)) {
        let Some(inner) = inner else {
            block.insert(name.clone(), value.clone());
            continue;
        };
        let mut object = match block.remove(name) {
            Some(Value::Object(object)) => object,
            _ => Map::new(),
        };
        object.insert(inner.clone(), value.clone());
        block.insert(name.clone(), object.into());
    }
    if block.is_empty() { other } else { Some(block.into()) }
}
