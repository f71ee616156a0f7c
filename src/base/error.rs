//! Errors in a file, as one sentence that names the path and the cause.

use std::fmt;

use crate::messages::Message;

/// An error with its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// The path inside the file, such as `answers.talent.statement` or `line 3, column 5`; empty for the whole file.
    pub path: String,
    /// Without a capital and a full stop: it stands after the path, or as the cause in a sentence.
    pub message: Message,
}

impl FileError {
    /// A problem at a path.
    pub fn at(path: impl Into<String>, message: impl Into<Message>) -> Self {
        Self { path: path.into(), message: message.into() }
    }

    /// A problem of the file as a whole.
    pub fn whole(message: impl Into<Message>) -> Self {
        Self::at("", message)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { self.message.fmt(f) } else { write!(f, "{}: {}", self.path, self.message) }
    }
}

impl std::error::Error for FileError {}
