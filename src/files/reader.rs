//! Reads fields out of a JSON object and collects every problem with its path, so that all are shown at once.

use litemap::LiteMap;

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::FileError;
use crate::base::limits::{MAX_TEXT, is_text, is_whole};
use crate::messages::{Message, files, limits};

/// An object at a path, and the problems found so far in the whole file.
pub(super) struct Reader<'a> {
    object: Option<&'a Map<String, Value>>,
    path: String,
    problems: &'a RefCell<Vec<FileError>>,
    seen: RefCell<Vec<&'static str>>,
}

impl<'a> Reader<'a> {
    /// Starts at a value that has to be an object.
    pub(super) fn new(value: &'a Value, path: &str, problems: &'a RefCell<Vec<FileError>>) -> Self {
        let reader = Self { object: value.as_object(), path: path.to_owned(), problems, seen: RefCell::default() };
        if reader.object.is_none() {
            problems.borrow_mut().push(FileError::at(path, files::NOT_OBJECT));
        }
        reader
    }

    /// Reports a problem with one field, which is then kept like an unknown one.
    pub(super) fn problem(&self, name: &str, message: impl Into<Message>) {
        let field = name.split(['.', '[']).next().unwrap_or_default();
        self.seen.borrow_mut().retain(|seen| *seen != field);
        self.problem_at(&self.path_of(name), message);
    }

    pub(super) fn is_object(&self) -> bool {
        self.object.is_some()
    }

    /// The full path of a field.
    #[inline(never)]
    pub(super) fn path_of(&self, name: &str) -> String {
        match (self.path.is_empty(), name.is_empty()) {
            (true, _) => name.to_owned(),
            (false, true) => self.path.clone(),
            (false, false) => format!("{}.{name}", self.path),
        }
    }

    /// A field, if it is there and not null.
    #[inline(never)]
    pub(super) fn get(&self, name: &'static str) -> Option<&'a Value> {
        self.seen.borrow_mut().push(name);
        self.object?.get(name).filter(|v| !v.is_null())
    }

    /// A text that may be absent.
    #[inline(never)]
    pub(super) fn text(&self, name: &'static str) -> String {
        let Some(value) = self.get(name) else { return String::new() };
        match value.as_str() {
            Some(s) if is_text(s) => return s.to_owned(),
            Some(_) => self.problem(name, limits::text_too_long(MAX_TEXT.to_string())),
            None => self.problem(name, files::NOT_TEXT),
        }
        String::new()
    }

    /// A text that has to be there.
    #[inline(never)]
    pub(super) fn required_text(&self, name: &'static str) -> String {
        let text = self.text(name);
        if text.is_empty() && self.object.is_some_and(|o| o.get(name).is_none_or(|v| v.is_null() || v.as_str() == Some(""))) {
            self.problem(name, files::MISSING);
        }
        text
    }

    /// True or false; false if absent.
    #[inline(never)]
    pub(super) fn flag(&self, name: &'static str) -> bool {
        let Some(value) = self.get(name) else { return false };
        value.as_bool().unwrap_or_else(|| {
            self.problem(name, files::NOT_TRUE_OR_FALSE);
            false
        })
    }

    /// A finite number, or a default.
    #[inline(never)]
    pub(super) fn number(&self, name: &'static str, default: f64) -> f64 {
        let Some(value) = self.get(name) else { return default };
        value.as_f64().unwrap_or_else(|| {
            self.problem(name, files::NOT_NUMBER);
            default
        })
    }

    /// A whole number from 0, if there.
    #[inline(never)]
    pub(super) fn count(&self, name: &'static str) -> Option<usize> {
        let value = self.get(name)?;
        let count = whole(value);
        if count.is_none() {
            self.problem(name, files::NOT_WHOLE_FROM_0);
        }
        count
    }

    /// The items of a list; none if absent.
    #[inline(never)]
    pub(super) fn items(&self, name: &'static str) -> &'a [Value] {
        let Some(value) = self.get(name) else { return &[] };
        value.as_array().map_or_else(
            || {
                self.problem(name, files::NOT_LIST);
                &[][..]
            },
            Vec::as_slice,
        )
    }

    fn element(&self, value: &Value, name: &str) -> String {
        value.as_str().map_or_else(
            || {
                self.problem(name, files::NOT_TEXT);
                String::new()
            },
            str::to_owned,
        )
    }

    #[inline(never)]
    pub(super) fn texts(&self, name: &'static str) -> Vec<String> {
        let text = |(i, v): (usize, &Value)| self.element(v, &format!("{name}[{i}]"));
        self.items(name).iter().enumerate().map(text).collect()
    }

    /// A list of finite numbers, if there.
    #[inline(never)]
    pub(super) fn numbers(&self, name: &'static str) -> Option<Vec<f64>> {
        self.get(name)?;
        let number = |(i, v): (usize, &Value)| {
            v.as_f64().unwrap_or_else(|| {
                self.problem(&format!("{name}[{i}]"), files::NOT_NUMBER);
                f64::NAN
            })
        };
        Some(self.items(name).iter().enumerate().map(number).collect())
    }

    /// A reader for each object of a list.
    #[inline(never)]
    pub(super) fn objects(&self, name: &'static str) -> Vec<Reader<'a>> {
        let items = self.items(name).iter().enumerate();
        items.map(|(i, v)| Reader::new(v, &self.path_of(&format!("{name}[{i}]")), self.problems)).collect()
    }

    /// A reader for a nested object, if there.
    #[inline(never)]
    pub(super) fn object(&self, name: &'static str) -> Option<Reader<'a>> {
        self.get(name).map(|v| Reader::new(v, &self.path_of(name), self.problems))
    }

    /// All entries of this object.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&'a String, Reader<'a>)> {
        let entries = self.keys();
        entries.map(|(key, v)| (key, Reader::new(v, &self.path_of(key), self.problems)))
    }

    /// A field whose name comes from the file itself.
    pub(super) fn get_any(&self, name: &str) -> Option<&'a Value> {
        self.object?.get(name)
    }

    /// All names and values of this object.
    pub(super) fn keys(&self) -> impl Iterator<Item = (&'a String, &'a Value)> {
        self.object.into_iter().flatten()
    }

    /// A reader for each object of a list under a name that comes from the file itself.
    pub(super) fn nested_objects(&self, name: &str, list: &'a Value) -> Vec<Reader<'a>> {
        let Some(items) = list.as_array() else {
            self.problem(name, files::NOT_LIST);
            return Vec::new();
        };
        let path = |i| self.path_of(&format!("{name}[{i}]"));
        items.iter().enumerate().map(|(i, v)| Reader::new(v, &path(i), self.problems)).collect()
    }

    /// Every entry as a text, by its name.
    pub(super) fn all_texts(&self) -> LiteMap<String, String> {
        let text = |(key, v): (&String, &Value)| (key.clone(), self.element(v, key));
        by_name(self.keys().map(text))
    }

    /// Reports a problem at a full path outside this object.
    #[inline(never)]
    pub(super) fn problem_at(&self, path: &str, message: impl Into<Message>) {
        self.problems.borrow_mut().push(FileError::at(path, message));
    }

    /// Whether anything is wrong so far.
    pub(super) fn has_problems(&self) -> bool {
        !self.problems.borrow().is_empty()
    }

    /// The fields that were not read, to be kept.
    #[inline(never)]
    pub(super) fn extra(&self) -> Map<String, Value> {
        let seen = self.seen.borrow();
        let unknown = self.object.into_iter().flatten().filter(|(key, _)| !seen.contains(&key.as_str()));
        let mut extra = Map::new();
        for (key, v) in unknown {
            extra.insert(key.clone(), v.clone());
        }
        extra
    }
}

/// Entries by their names. They are already sorted; `collect` would link a sort for each of their types into the entry.
pub(super) fn by_name<K: Ord, V>(entries: impl Iterator<Item = (K, V)>) -> LiteMap<K, V> {
    let mut out = LiteMap::new();
    for (name, value) in entries {
        out.insert(name, value);
    }
    out
}

/// A whole number from 0 that fits, also when written as 3.0.
pub(super) fn whole(value: &Value) -> Option<usize> {
    let number = value.as_f64().filter(|n| is_whole(*n))?;
    Some(crate::base::numbers::to_index(number))
}

/// Reports a list that is too short or too long.
pub(super) fn limit(r: &Reader, name: &str, found: usize, least: usize, most: usize) {
    if !(least..=most).contains(&found) {
        r.problem(name, limits::count_out_of_range(found.to_string(), least.to_string(), most.to_string()));
    }
}

/// Reports each repeated id of a list.
pub(super) fn refuse_repeats<'a>(r: &Reader, name: &str, ids: impl Iterator<Item = &'a String>) {
    let mut seen: Vec<&String> = Vec::new();
    for id in ids.filter(|id| !id.is_empty()) {
        if seen.contains(&id) {
            r.problem(name, files::repeated(id));
        }
        seen.push(id);
    }
}
