//! Exports of one assessment: Markdown, CSV, HTML, SVG.
//!
//! Every format is written from one export document, which has clean text and nothing that stays out. An assessment has to
//! fit its ladder: see `profile::check`.

mod csv;
mod document;
mod html;
mod markdown;
pub mod packet;
mod svg;
mod svg_canvas;

pub use csv::csv;
pub use html::html;
pub use markdown::markdown;
pub use svg::svg;

pub use crate::documents::redaction::{Redaction, payload, redact};

/// What a document shows besides the answers and the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    pub names: bool,
    pub examples: bool,
    /// Evidence that is marked as sensitive, and the examples of answers that cite no other.
    pub sensitive: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { names: false, examples: true, sensitive: false }
    }
}

impl Options {
    fn redaction(self) -> Redaction {
        Redaction {
            names: self.names,
            examples: self.examples,
            evidence: self.examples,
            sensitive: self.sensitive,
            ratings: true,
        }
    }
}
