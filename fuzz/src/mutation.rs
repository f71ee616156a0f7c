//! Mutants of JSON that are JSON, so that they get past the parser: values replaced, moved, doubled, taken out.

use serde_json::{Map, Value, json};

use super::decoders::{carried, message};

/// Characters with a meaning for a decoder or a chat, and some without any.
const ODD: [char; 12] = ['a', 'Z', '0', '9', '-', '/', ' ', '\n', '\0', '\u{e9}', '\u{202e}', '\u{1f600}'];

/// Numbers by xorshift (G. Marsaglia, *Xorshift RNGs*, 2003): the same ones from the same seed.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// One of the numbers below `count`; 0 if there is none.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % count.max(1)
    }
}

/// A mutant with one to three changes; nothing if the bytes are no JSON. An invitation in a message is changed inside it.
pub(crate) fn mutant(bytes: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    if let Some((before, file, after)) = std::str::from_utf8(bytes).ok().and_then(carried) {
        return Some(message(before, &mutant(&file, random)?, after).into_bytes());
    }
    let mut file: Value = serde_json::from_slice(bytes).ok()?;
    for _ in 0..=random.below(2) * random.below(3) {
        let nodes = count(&file);
        let donor = nth(&mut file, &mut random.below(nodes))?.clone();
        change(nth(&mut file, &mut random.below(nodes))?, donor, random);
    }
    Some(file.to_string().into_bytes())
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

fn nth<'a>(value: &'a mut Value, n: &mut usize) -> Option<&'a mut Value> {
    if *n == 0 {
        return Some(value);
    }
    *n -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| nth(item, n)),
        Value::Object(fields) => fields.values_mut().find_map(|field| nth(field, n)),
        _ => None,
    }
}

fn change(value: &mut Value, donor: Value, random: &mut Random) {
    match (random.below(8), value) {
        (0, value) => *value = donor,
        (1, value) => *value = odd(random),
        (_, Value::Array(items)) => change_list(items, donor, random),
        (_, Value::Object(fields)) => change_object(fields, donor, random),
        (_, Value::String(text)) => *text = changed_text(text, random),
        (_, Value::Bool(flag)) => *flag = !*flag,
        (_, value) => *value = changed_number(value.as_f64().unwrap_or(0.0), random),
    }
}

fn odd(random: &mut Random) -> Value {
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1e300),
        json!(5e-324),
        json!(u64::MAX),
        json!(""),
        json!({}),
        json!([]),
    ];
    values[random.below(values.len())].clone()
}

fn changed_number(number: f64, random: &mut Random) -> Value {
    match random.below(5) {
        0 => json!(random.below(10)),
        1 => json!(number + 1.0),
        2 => json!(number - 1.0),
        3 => json!(number * 1.1),
        _ => json!(number / 2.0),
    }
}

fn change_list(items: &mut Vec<Value>, donor: Value, random: &mut Random) {
    let (at, other) = (random.below(items.len()), random.below(items.len()));
    match random.below(4) {
        0 => items.insert(at, donor),
        _ if items.is_empty() => {}
        1 => drop(items.remove(at)),
        2 => items.insert(at, items[other].clone()),
        _ => items.swap(at, other),
    }
}

fn change_object(fields: &mut Map<String, Value>, donor: Value, random: &mut Random) {
    let at = random.below(fields.len());
    let Some(name) = fields.keys().nth(at).cloned() else {
        fields.insert("x".into(), donor);
        return;
    };
    let action = random.below(3);
    let value = if action == 0 { donor } else { fields.remove(&name).unwrap() };
    if action < 2 {
        fields.insert(changed_text(&name, random), value);
    }
}

fn changed_text(text: &str, random: &mut Random) -> String {
    if let Some(inner) = Some(text).filter(|text| text.starts_with('{')).and_then(|text| mutant(text.as_bytes(), random)) {
        return String::from_utf8(inner).unwrap();
    }
    let mut letters: Vec<char> = text.chars().collect();
    let (at, odd) = (random.below(letters.len()), ODD[random.below(ODD.len())]);
    match random.below(4) {
        0 => letters.insert(at, odd),
        _ if letters.is_empty() => {}
        1 => drop(letters.remove(at)),
        2 => letters.truncate(at),
        _ => letters[at] = odd,
    }
    letters.into_iter().collect()
}
