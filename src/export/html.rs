//! The document as one HTML file without scripts and external resources, for light and dark screens and for print.

use std::fmt::Write as _;

use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};

use super::Options;
use super::document::{DimensionRow, ExportDocument, QuestionRow, export_document};
use super::svg::picture;
use crate::base::characters::{clean, escape};
use crate::messages::export;
use crate::model::assessment::Assessment;
use crate::model::ladder::Ladder;
use crate::model::scoring::Model;

/// The stylesheet. The policy has its hash, so that no other style applies.
const STYLE: &str = include_str!("document.css");

pub fn html(ladder: &Ladder, model: &Model, a: &Assessment, options: Options) -> String {
    let r = export_document(ladder, model, a, options);
    let mut out = head(ladder, &r);
    let _ = write!(out, "<h1 dir=\"auto\">{}</h1>\n<dl>\n", escape(&r.label));
    pairs(&mut out, &r.about);
    let _ = writeln!(out, "</dl>\n<p class=\"sentence\" dir=\"auto\">{}</p>", escape(&r.sentence));
    for note in &r.notes {
        let _ = writeln!(out, "<p dir=\"auto\">{}</p>", escape(note));
    }
    out.push_str("<dl>\n");
    pairs(&mut out, &r.findings);
    let _ = writeln!(out, "</dl>\n<p class=\"small\">{}</p>", escape(&r.disclaimer));
    out.push_str("<figure>\n");
    out.push_str(&picture(ladder, &r));
    let caption = escape(export::TABLES_HOLD_THE_SAME);
    let _ = writeln!(out, "<figcaption class=\"small\">{caption}</figcaption>\n</figure>");
    chances(&mut out, &r);
    dimensions(&mut out, ladder, &r);
    answers(&mut out, &r);
    evidence(&mut out, &r);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn head(ladder: &Ladder, r: &ExportDocument) -> String {
    let lang = if ladder.lang.is_empty() { "en" } else { &ladder.lang };
    let (lang, title) = (escape(&clean(lang)), escape(&r.label));
    let hash = Base64::encode_string(&Sha256::digest(STYLE));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
    )
}

fn pairs(out: &mut String, pairs: &[(&'static str, String)]) {
    for (label, text) in pairs {
        let _ = writeln!(out, "<div><dt>{}</dt><dd class=\"said\" dir=\"auto\">{}</dd></div>", escape(label), escape(text));
    }
}

/// `name` is the accessible name of the table; each column says whether it holds numbers.
fn table_head(out: &mut String, name: &str, caption: &str, columns: &[(&str, bool)]) {
    let (name, caption) = (escape(name), escape(caption));
    let _ = write!(
        out,
        "<div class=\"scroller\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\">\n<table>\n<caption>{caption}</caption>\n<thead><tr>"
    );
    for (column, number) in columns {
        let class = if *number { " class=\"n\"" } else { "" };
        let _ = write!(out, "<th scope=\"col\"{class}>{}</th>", escape(column));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
}

fn heading(out: &mut String, text: &str) {
    let _ = writeln!(out, "<h2>{}</h2>", escape(text));
}

const TABLE_END: &str = "</tbody>\n</table>\n</div>\n";

fn row_head(out: &mut String, text: &str) {
    let _ = write!(out, "<tr><th scope=\"row\" dir=\"auto\">{}</th>", escape(text));
}

fn number(out: &mut String, text: &str) {
    let _ = write!(out, "<td class=\"n\">{}</td>", escape(text));
}

fn chances(out: &mut String, r: &ExportDocument) {
    if r.chances.is_empty() {
        return;
    }
    heading(out, export::CHANCE_OF_EACH_LEVEL);
    table_head(
        out,
        export::CHANCE_OF_EACH_LEVEL,
        export::DOTS_STAND_FOR,
        &[(export::LEVEL, false), (export::DOTS, true), (export::CHANCE, true)],
    );
    for c in &r.chances {
        row_head(out, &c.title);
        number(out, &c.dots.to_string());
        number(out, &c.text);
        out.push_str("</tr>\n");
    }
    out.push_str(TABLE_END);
}

fn dimensions(out: &mut String, ladder: &Ladder, r: &ExportDocument) {
    heading(out, export::DIMENSIONS);
    let columns = [
        (export::DIMENSION, false),
        (export::LEVELS, false),
        (export::ESTIMATE, true),
        (export::ANSWERS_SAY, true),
        (export::ONE_RATER, true),
        (export::ANSWERS_GIVEN, true),
    ];
    table_head(out, export::DIMENSIONS, &r.key(), &columns);
    for d in &r.dimensions {
        row_head(out, &d.title);
        let text_cell = |out: &mut String, text: &str, span: &str| {
            let _ = write!(out, "<td{span} dir=\"auto\">{}</td>", escape(text));
        };
        match &d.numbers {
            Some(n) => {
                text_cell(out, &n.levels, "");
                for text in [&n.estimate, &n.answers_say, &n.one_rater] {
                    number(out, text);
                }
            }
            None => text_cell(out, &d.too_few(ladder), " colspan=\"4\""),
        }
        number(out, &export::answered_of_all(d.answered, d.questions.len()).to_string());
        out.push_str("</tr>\n");
    }
    out.push_str(TABLE_END);
}

fn answers(out: &mut String, r: &ExportDocument) {
    heading(out, export::ANSWERS);
    for DimensionRow { title, questions, .. } in &r.dimensions {
        let _ = writeln!(out, "<h3 dir=\"auto\">{}</h3>\n<div class=\"answers\">", escape(title));
        table_head(out, title, export::EACH_ANSWER, &[(export::QUESTION, false), (export::ANSWER_AND_EXAMPLE, false)]);
        for q in questions {
            row_head(out, &q.prompt);
            let _ = writeln!(out, "<td>{}</td></tr>", said(q));
        }
        out.push_str(TABLE_END);
        out.push_str("</div>\n");
    }
}

fn said(q: &QuestionRow) -> String {
    let mut out = format!("<p dir=\"auto\">{}</p>", escape(&q.answer));
    let evidence = if q.evidence.is_empty() {
        String::new()
    } else {
        export::label_and_text(export::EVIDENCE, q.evidence.join("; ")).into()
    };
    for text in [if q.no_room { export::NO_ROOM } else { "" }, q.example_text(), &evidence] {
        if !text.is_empty() {
            let _ = write!(out, "<p class=\"small said\" dir=\"auto\">{}</p>", escape(text));
        }
    }
    out
}

fn evidence(out: &mut String, r: &ExportDocument) {
    if !r.evidence.is_empty() {
        heading(out, export::EVIDENCE);
    }
    for e in &r.evidence {
        let _ = writeln!(out, "<h3 dir=\"auto\">{}</h3>\n<dl>", escape(&e.title));
        pairs(out, &e.fields);
        if let Some(link) = &e.link {
            let (label, link) = (escape(export::LINK), escape(link));
            let _ = writeln!(
                out,
                "<div><dt>{label}</dt><dd><a href=\"{link}\" rel=\"noopener noreferrer nofollow\">{link}</a></dd></div>"
            );
        }
        out.push_str("</dl>\n");
    }
}
