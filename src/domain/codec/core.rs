//! The core of the default ladder as `build.rs` writes it for the first module of the page, which reads nothing else: a
//! reader of JSON would be a sixth of that module.

use std::str::Lines;

use serde_json::{Map, Value};

/// Reads what `build.rs` wrote: a value a line, told by its first letter; objects and lists end with an empty line.
///
/// Numbers that are not counts are 0 there: the first module scores nothing.
pub fn core_of(text: &str) -> Value {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    value(first, &mut lines)
}

fn value(line: &str, lines: &mut Lines) -> Value {
    let (kind, rest) = (line.as_bytes().first(), line.get(1..).unwrap_or_default());
    match kind {
        Some(b'{') => {
            let mut fields = Map::new();
            while let Some(name) = lines.next().filter(|name| !name.is_empty()) {
                let field = value(lines.next().unwrap_or_default(), lines);
                fields.insert(name.to_owned(), field);
            }
            Value::Object(fields)
        }
        Some(b'[') => {
            let mut items = Vec::new();
            while let Some(item) = lines.next().filter(|item| !item.is_empty()) {
                items.push(value(item, lines));
            }
            Value::Array(items)
        }
        Some(b'\'') => Value::String(rest.to_owned()),
        Some(b'#') => Value::Number(rest.bytes().fold(0, |sum, digit| sum * 10 + u64::from(digit & 15)).into()),
        Some(b'+') => Value::Bool(true),
        _ => Value::Bool(false),
    }
}
