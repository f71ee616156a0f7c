//! The packet as Markdown; everything that Markdown could take as markup is escaped.

use std::fmt::Write as _;

use super::Packet;
use crate::base::characters::clean;
use crate::messages::{export, packet};
use crate::model::markdown;

pub fn packet_markdown(p: &Packet) -> String {
    let mut out = format!("# {}\n\n", escape(&p.title));
    for (label, text) in &p.about {
        list_item(&mut out, label, &escape(text));
    }
    for sentence in &p.result {
        let _ = writeln!(out, "\n{}", escape(sentence));
    }
    for s in &p.sections {
        let _ = writeln!(out, "\n## {}\n\n{}", escape(&s.title), escape(&s.introduction));
        for c in &s.claims {
            let _ = writeln!(out, "\n### {}\n\n{}\n", escape(&c.question), escape(&c.statement));
            if !c.example.is_empty() {
                list_item(&mut out, export::EXAMPLE, &escape(&c.example));
            }
            for piece in &c.pieces {
                let number = packet::evidence_number((piece + 1).to_string());
                list_item(&mut out, &number.to_string(), &escape(&p.pieces[*piece].title));
            }
        }
    }
    if !p.pieces.is_empty() {
        let _ = writeln!(out, "\n## {}", export::EVIDENCE);
    }
    for (i, piece) in p.pieces.iter().enumerate() {
        let title = export::label_and_text((i + 1).to_string(), escape(&piece.title));
        let _ = writeln!(out, "\n### {title}\n");
        for (label, text) in &piece.rows {
            list_item(&mut out, &escape(label), &escape(text));
        }
        if let Some(link) = &piece.link {
            list_item(&mut out, export::LINK, &format!("<{}>", link.as_str()));
        }
    }
    let _ = writeln!(out, "\n## {}\n", packet::GAPS);
    for gap in &p.gaps {
        let _ = writeln!(out, "- {}", escape(gap));
    }
    out
}

fn list_item(out: &mut String, label: &str, text: &str) {
    let _ = writeln!(out, "- {}", export::label_and_text(label, text));
}

fn escape(text: &str) -> String {
    markdown::escape(&clean(text))
}
