//! References by id between the parts of a ladder file; unknown ids are reported with their path.

use super::reader::Reader;
use crate::messages::ladder_files;
use crate::model::ladder::{Dimension, Level, Question};

/// The ids that blocks besides the dimensions may name.
pub(super) struct Names<'a> {
    levels: Vec<&'a str>,
    dimensions: Vec<&'a str>,
    questions: Vec<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn new(levels: &'a [Level], dimensions: &'a [Dimension], questions: &'a [Question]) -> Self {
        Self {
            levels: levels.iter().map(|l| l.id.as_str()).collect(),
            dimensions: dimensions.iter().map(|d| d.id.as_str()).collect(),
            questions: questions.iter().map(|q| q.id.as_str()).collect(),
        }
    }

    /// How many levels there are, the zone below among them.
    pub(super) fn level_count(&self) -> usize {
        self.levels.len()
    }

    /// A level that may be absent.
    pub(super) fn level(&self, r: &Reader, name: &'static str) -> Option<usize> {
        one(r, name, &self.levels, ladder_files::A_LEVEL)
    }

    /// A level that has to be there; the zone below where it is not.
    pub(super) fn required_level(&self, r: &Reader, name: &'static str) -> usize {
        required(r, name, &self.levels, ladder_files::A_LEVEL).unwrap_or(0)
    }

    /// A level by an id at a path.
    pub(super) fn level_at(&self, r: &Reader, path: &str, id: &str) -> Option<usize> {
        find(r, path, id, &self.levels, ladder_files::A_LEVEL)
    }

    /// A dimension by an id at a path.
    pub(super) fn dimension(&self, r: &Reader, path: &str, id: &str) -> Option<usize> {
        find(r, path, id, &self.dimensions, ladder_files::A_DIMENSION)
    }

    pub(super) fn dimensions(&self, r: &Reader, name: &'static str) -> Vec<usize> {
        several(r, name, &self.dimensions, ladder_files::A_DIMENSION)
    }

    /// A question that has to be there.
    pub(super) fn required_question(&self, r: &Reader, name: &'static str) -> Option<usize> {
        required(r, name, &self.questions, ladder_files::A_QUESTION)
    }

    pub(super) fn questions(&self, r: &Reader, name: &'static str) -> Vec<usize> {
        several(r, name, &self.questions, ladder_files::A_QUESTION)
    }
}

/// The index of an id in a list; reports a problem if it is not there.
pub(super) fn find(r: &Reader, path: &str, id: &str, ids: &[&str], what: &str) -> Option<usize> {
    let at = ids.iter().position(|known| *known == id);
    if at.is_none() {
        r.problem(path, ladder_files::unknown_id(id, what));
    }
    at
}

/// One id that may be absent.
pub(super) fn one(r: &Reader, name: &'static str, ids: &[&str], what: &str) -> Option<usize> {
    let id = r.text(name);
    if id.is_empty() { None } else { find(r, name, &id, ids, what) }
}

/// One id that has to be there.
pub(super) fn required(r: &Reader, name: &'static str, ids: &[&str], what: &str) -> Option<usize> {
    let id = r.required_text(name);
    if id.is_empty() { None } else { find(r, name, &id, ids, what) }
}

pub(super) fn several(r: &Reader, name: &'static str, ids: &[&str], what: &str) -> Vec<usize> {
    let texts = r.texts(name);
    texts.iter().enumerate().filter_map(|(i, id)| find(r, &format!("{name}[{i}]"), id, ids, what)).collect()
}
