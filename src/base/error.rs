//! Errors in a file, as one sentence that names the path and the cause.

use std::fmt;

/// An error with its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// The path inside the file, such as `answers.talent.statement` or `line 3, column 5`; empty for the whole file.
    pub path: String,
    pub message: String,
}

impl FileError {
    /// A problem at a path.
    pub fn at(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }

    /// A problem of the file as a whole.
    pub fn whole(message: impl Into<String>) -> Self {
        Self::at("", message)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { f.write_str(&self.message) } else { write!(f, "{}: {}", self.path, self.message) }
    }
}

impl std::error::Error for FileError {}
