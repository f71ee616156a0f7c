//! The packet as Markdown; everything that Markdown could take as markup is escaped.

use std::fmt::Write as _;

use super::Packet;
use crate::base::characters::clean;
use crate::model::markdown;

pub fn packet_markdown(p: &Packet) -> String {
    let mut out = format!("# {}\n\n", escape(&p.title));
    for (label, text) in &p.about {
        let _ = writeln!(out, "- {label}: {}", escape(text));
    }
    for sentence in &p.result {
        let _ = writeln!(out, "\n{}", escape(sentence));
    }
    for s in &p.sections {
        let _ = writeln!(out, "\n## {}\n\n{}", escape(&s.title), escape(&s.introduction));
        for c in &s.claims {
            let _ = writeln!(out, "\n### {}\n\n{}\n", escape(&c.question), escape(&c.statement));
            if !c.example.is_empty() {
                let _ = writeln!(out, "- Example: {}", escape(&c.example));
            }
            for piece in &c.pieces {
                let _ = writeln!(out, "- Evidence {}: {}", piece + 1, escape(&p.pieces[*piece].title));
            }
        }
    }
    if !p.pieces.is_empty() {
        out.push_str("\n## Evidence\n");
    }
    for (i, piece) in p.pieces.iter().enumerate() {
        let _ = writeln!(out, "\n### {}: {}\n", i + 1, escape(&piece.title));
        for (label, text) in &piece.rows {
            let _ = writeln!(out, "- {}: {}", escape(label), escape(text));
        }
        if let Some(link) = &piece.link {
            let _ = writeln!(out, "- Link: <{}>", link.as_str());
        }
    }
    out.push_str("\n## What this draft does not show\n\n");
    for gap in &p.gaps {
        let _ = writeln!(out, "- {}", escape(gap));
    }
    out
}

fn escape(words: &str) -> String {
    markdown::escape(&clean(words))
}
