//! Small stand-ins where the standard library's general answer costs too many bytes in the page: each sort of a new
//! type adds about 3.5 kB, each `BTreeMap` of a new type 7 kB, and printing fractions 10 kB once.

use std::cmp::Ordering;

/// Sorts a list of at most a few hundred items by insertion; equal items keep their order.
pub(crate) fn sort_by<T>(items: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && order(&items[at - 1], &items[at]) == Ordering::Greater {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// A few dozen values by name, in the order of their names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<V>(Vec<(String, V)>);

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Entries<V> {
    /// The value under a name.
    pub fn get(&self, name: &str) -> Option<&V> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, v)| v)
    }

    /// The value under a name, to change.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        self.0.iter_mut().find(|(n, _)| n == name).map(|(_, v)| v)
    }

    /// Puts a value in the place of what was there.
    pub fn insert(&mut self, name: String, value: V) {
        match self.0.iter().position(|(n, _)| *n >= name) {
            Some(at) if self.0[at].0 == name => self.0[at].1 = value,
            at => self.0.insert(at.unwrap_or(self.0.len()), (name, value)),
        }
    }

    /// Takes a value out.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(n, _)| n != name);
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Names and values.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, V)> {
        self.0.iter()
    }
}

impl<'a, V> IntoIterator for &'a Entries<V> {
    type Item = &'a (String, V);
    type IntoIter = std::slice::Iter<'a, (String, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<V> FromIterator<(String, V)> for Entries<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(pairs: I) -> Self {
        let mut out = Self::default();
        for (name, value) in pairs {
            out.insert(name, value);
        }
        out
    }
}

/// A number below a million with this many decimals, halves rounded up.
pub fn decimals(value: f64, places: u32) -> String {
    let scale = 10_u32.pow(places);
    let scaled = super::ladder::to_index((value.abs() * f64::from(scale) + 0.5).floor());
    let (whole, rest) = (scaled / scale as usize, scaled % scale as usize);
    let sign = if value < 0.0 && scaled > 0 { "-" } else { "" };
    let width = places as usize;
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0width$}") }
}

/// The shortest digits that mean this number, as JSON prints it.
pub fn plain(value: f64) -> String {
    let text = serde_json::Number::from_f64(value).map_or_else(String::new, |n| n.to_string());
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

/// Bytes as lower-case hex digits.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect()
}
