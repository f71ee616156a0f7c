//! The document as Markdown: headings, lists and tables that GitHub, GitLab and most wikis support.

use std::fmt::Write as _;

use super::Options;
use super::document::{ExportDocument, export_document};
use crate::messages::export;
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;
use crate::model::markdown::escape;
use crate::model::scoring::Model;

pub fn markdown(ladder: &Ladder, model: &Model, a: &Assessment, options: Options) -> String {
    let r = export_document(ladder, model, a, options);
    let mut out = format!("# {}\n\n", escape(&r.label));
    for (label, text) in &r.about {
        list_item(&mut out, label, text);
    }
    let _ = writeln!(out, "\n**{}**", escape(&r.sentence));
    for note in &r.notes {
        let _ = writeln!(out, "\n{}", escape(note));
    }
    out.push('\n');
    for (label, text) in &r.findings {
        list_item(&mut out, label, text);
    }
    let _ = writeln!(out, "\n{}", escape(&r.disclaimer));
    chances(&mut out, &r);
    dimensions(&mut out, ladder, &r);
    answers(&mut out, &r);
    evidence(&mut out, &r);
    out
}

fn list_item(out: &mut String, label: &str, text: &str) {
    let _ = writeln!(out, "- {}", export::label_and_text(format!("**{label}**"), escape(text)));
}

fn heading(out: &mut String, text: &str) {
    let _ = writeln!(out, "\n## {text}\n");
}

fn row(out: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|c| escape(c)).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn chances(out: &mut String, r: &ExportDocument) {
    if r.chances.is_empty() {
        return;
    }
    heading(out, export::CHANCE_OF_EACH_LEVEL);
    row(out, &[export::LEVEL, export::CHANCE]);
    out.push_str("| --- | ---: |\n");
    for c in &r.chances {
        row(out, &[&c.title, &c.text]);
    }
}

fn dimensions(out: &mut String, ladder: &Ladder, r: &ExportDocument) {
    heading(out, export::DIMENSIONS);
    row(
        out,
        &[export::DIMENSION, export::LEVELS, export::ESTIMATE, export::ANSWERS_SAY, export::ONE_RATER, export::ANSWERS_GIVEN],
    );
    out.push_str("| --- | --- | ---: | ---: | ---: | ---: |\n");
    for d in &r.dimensions {
        let given = export::answered_of_all(d.answered, d.questions.len()).to_string();
        match &d.numbers {
            Some(n) => row(out, &[&d.title, &n.levels, &n.estimate, &n.answers_say, &n.one_rater, &given]),
            None => row(out, &[&d.title, &d.too_few(ladder), "", "", "", &given]),
        }
    }
    let _ = writeln!(out, "\n{}", escape(&r.key()));
}

fn answers(out: &mut String, r: &ExportDocument) {
    let _ = writeln!(out, "\n## {}", export::ANSWERS);
    let mut columns = vec![export::QUESTION, export::ANSWER, export::EXAMPLE];
    // Evidence has a column where there is any.
    columns.extend((!r.evidence.is_empty()).then_some(export::EVIDENCE));
    for d in &r.dimensions {
        let _ = writeln!(out, "\n### {}\n", escape(&d.title));
        row(out, &columns);
        row_of_dashes(out, columns.len());
        for q in &d.questions {
            let answer = if q.no_room { format!("{} {}", q.answer, export::NO_ROOM) } else { q.answer.clone() };
            let cells = [&q.prompt, answer.as_str(), q.example_text(), &q.evidence.join("; ")];
            row(out, &cells[..columns.len()]);
        }
    }
}

fn row_of_dashes(out: &mut String, columns: usize) {
    let _ = writeln!(out, "|{}", " --- |".repeat(columns));
}

fn evidence(out: &mut String, r: &ExportDocument) {
    if !r.evidence.is_empty() {
        let _ = writeln!(out, "\n## {}", export::EVIDENCE);
    }
    for e in &r.evidence {
        let _ = writeln!(out, "\n### {}\n", escape(&e.title));
        for (label, text) in &e.fields {
            list_item(out, label, text);
        }
        if let Some(link) = &e.link {
            // In a valid link only an ampersand has to be escaped.
            let link = format!("[{}](<{}>)", escape(link), link.replace('&', "&amp;"));
            let _ = writeln!(out, "- {}", export::label_and_text(format!("**{}**", export::LINK), link));
        }
    }
}
