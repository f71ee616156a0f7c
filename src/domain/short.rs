//! Small stand-ins where the standard library's general answer costs too many bytes in the page: each sort of a new
//! type adds about 3.5 kB, each `BTreeMap` of a new type 7 kB, and printing fractions 10 kB once.

use std::cmp::Ordering;

/// Sorts a list; equal items keep their order. Only the last loop is made anew for each type.
pub(crate) fn sort_by<T>(items: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    let mut from = merged(items.len(), &|a, b| order(&items[a], &items[b]) == Ordering::Greater);
    for start in 0..items.len() {
        let mut at = start;
        while from[at] != start {
            let next = from[at];
            items.swap(at, next);
            from[at] = at;
            at = next;
        }
        from[at] = at;
    }
}

/// Which item comes where, by merging runs that double in length.
fn merged(count: usize, is_after: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    let (mut from, mut to): (Vec<usize>, Vec<usize>) = ((0..count).collect(), Vec::new());
    let mut run = 1;
    while run < count {
        to.clear();
        for pair in from.chunks(2 * run) {
            let (mut a, mut b) = pair.split_at(run.min(pair.len()));
            while let ([x, left @ ..], [y, right @ ..]) = (a, b) {
                if is_after(*x, *y) {
                    to.push(*y);
                    b = right;
                } else {
                    to.push(*x);
                    a = left;
                }
            }
            to.extend_from_slice(a);
            to.extend_from_slice(b);
        }
        std::mem::swap(&mut from, &mut to);
        run *= 2;
    }
    from
}

/// Values by name, in the order of their names.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<V>(Vec<(String, V)>);

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> Entries<V> {
    /// Where a name is, or would be.
    fn at(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(n, _)| n.as_str().cmp(name))
    }

    /// The value under a name.
    pub fn get(&self, name: &str) -> Option<&V> {
        self.at(name).ok().map(|at| &self.0[at].1)
    }

    /// The value under a name, to change.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        self.at(name).ok().map(|at| &mut self.0[at].1)
    }

    /// Puts a value in the place of what was there.
    pub fn insert(&mut self, name: String, value: V) {
        match self.at(&name) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (name, value)),
        }
    }

    /// Takes a value out.
    pub fn remove(&mut self, name: &str) {
        if let Ok(at) = self.at(name) {
            self.0.remove(at);
        }
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
