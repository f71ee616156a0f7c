//! JSON that refuses repeated keys, checks limits first, and has a canonical form for digests.

use std::fmt;

use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use sha2::{Digest as _, Sha256};

use super::error::FileError;
use super::limits::{MAX_BYTES, MAX_ENTRIES, MAX_VALUES};
use super::numbers::hex;
use crate::messages::{files, limits};

/// Parses JSON text. A byte-order mark is skipped; nesting deeper than 128 is refused by the parser.
///
/// # Errors
/// A [`FileError`] with line and column.
pub fn parse(bytes: &[u8]) -> Result<Value, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::whole(limits::FILE_TOO_LARGE));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut values = 0;
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let tree = Tree { values: &mut values }.deserialize(&mut deserializer).and_then(|v| deserializer.end().map(|()| v));
    tree.map_err(|e| {
        let text = e.to_string();
        let cause = text.split(" at line ").next().unwrap_or_default();
        FileError::at(files::line_and_column(e.line().to_string(), e.column().to_string()), files::not_json(cause))
    })
}

/// Builds a tree and counts its values.
struct Tree<'a> {
    values: &'a mut usize,
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        *self.values += 1;
        if *self.values > MAX_VALUES {
            return Err(D::Error::custom(limits::TOO_MANY_VALUES));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(files::JSON_VALUE)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, v: bool) -> Result<Value, E> {
        Ok(Value::Bool(v))
    }

    fn visit_i64<E>(self, v: i64) -> Result<Value, E> {
        Ok(Value::Number(v.into()))
    }

    fn visit_u64<E>(self, v: u64) -> Result<Value, E> {
        Ok(Value::Number(v.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, v: f64) -> Result<Value, E> {
        Number::from_f64(v).map(Value::Number).ok_or_else(|| E::custom(limits::NUMBER_TOO_LARGE))
    }

    fn visit_str<E>(self, v: &str) -> Result<Value, E> {
        Ok(Value::String(v.to_owned()))
    }

    fn visit_string<E>(self, v: String) -> Result<Value, E> {
        Ok(Value::String(v))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut out = Vec::new();
        while let Some(item) = items.next_element_seed(Tree { values: &mut *self.values })? {
            if out.len() == MAX_ENTRIES {
                return Err(A::Error::custom(limits::TOO_MANY_IN_LIST));
            }
            out.push(item);
        }
        Ok(Value::Array(out))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut out = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if out.len() == MAX_ENTRIES {
                return Err(A::Error::custom(limits::TOO_MANY_IN_OBJECT));
            }
            if out.contains_key(&key) {
                return Err(A::Error::custom(files::key_twice(&key)));
            }
            let value = entries.next_value_seed(Tree { values: &mut *self.values })?;
            out.insert(key, value);
        }
        Ok(Value::Object(out))
    }
}

/// RFC 8785 canonical JSON.
pub fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write_canonical(value, &mut out);
    out
}

/// `sha256:` and the hex SHA-256 of the canonical form.
pub fn digest(value: &Value) -> String {
    format!("sha256:{}", hex(&Sha256::digest(canonical(value))))
}

fn write_canonical(value: &Value, out: &mut String) {
    match value {
        Value::Number(n) => out.push_str(&canonical_number(n)),
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_canonical(item, out);
            }
            out.push(']');
        }
        Value::Object(map) => {
            let mut entries: Vec<(&String, &Value)> = map.iter().collect();
            entries.sort_by(|a, b| a.0.encode_utf16().cmp(b.0.encode_utf16()));
            out.push('{');
            for (i, (key, item)) in entries.into_iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_string(key, out);
                out.push(':');
                write_canonical(item, out);
            }
            out.push('}');
        }
        Value::String(s) => write_string(s, out),
        Value::Null => out.push_str("null"),
        Value::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
    }
}

/// `serde_json` writes the escapes that the standard requires.
fn write_string(s: &str, out: &mut String) {
    out.push_str(&Value::from(s).to_string());
}

/// Numbers as ECMAScript prints them: the shortest digits that read back, which `serde_json` finds, with exponents only
/// from 1e21 up and below 1e-6.
fn canonical_number(n: &Number) -> String {
    let shortest = match n.as_f64() {
        Some(value) if !n.is_f64() && value.abs() < 9e15 => return n.to_string(),
        Some(value) => Number::from_f64(value).map_or_else(String::new, |n| n.to_string()),
        None => return n.to_string(),
    };
    let (sign, unsigned) = shortest.strip_prefix('-').map_or(("", shortest.as_str()), |rest| ("-", rest));
    let (mantissa, exponent) = unsigned.split_once('e').unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_start_matches('0');
    if digits.is_empty() {
        return "0".into();
    }
    let length = |s: &str| i32::try_from(s.len()).unwrap_or(i32::MAX);
    // The position of the decimal point, counted from before the first digit that is not zero.
    let point = length(whole) + exponent.parse::<i32>().unwrap_or(0) - (length(&all) - length(digits));
    format!("{sign}{}", format_digits(digits.trim_end_matches('0'), point))
}

fn format_digits(digits: &str, point: i32) -> String {
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |n: i32| "0".repeat(usize::try_from(n).unwrap_or(0));
    if count <= point && point <= 21 {
        format!("{digits}{}", zeros(point - count))
    } else if 0 < point && point <= 21 {
        let (whole, fraction) = digits.split_at(usize::try_from(point).unwrap_or(0));
        format!("{whole}.{fraction}")
    } else if -6 < point && point <= 0 {
        format!("0.{}{digits}", zeros(-point))
    } else {
        let (head, tail) = digits.split_at(1);
        let dot = if tail.is_empty() { "" } else { "." };
        let sign = if point > 0 { "+" } else { "" };
        format!("{head}{dot}{tail}e{sign}{}", point - 1)
    }
}
