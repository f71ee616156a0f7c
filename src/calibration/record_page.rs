//! A page of a record before it is Markdown or HTML. Both are written from the same blocks, so that they have the same
//! content. Every text is escaped when it is written. The HTML has no script and loads nothing.

use std::fmt::Write as _;

use crate::base::characters::{clean, csv_line, escape};
use crate::model::markdown;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    Plain(String),
    Strong(String),
    /// Struck through, but still readable.
    Struck(String),
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading, from 1.
    Heading(usize, String),
    Text(Vec<Span>),
    List(Vec<Vec<Span>>),
    /// A table with a line of headings.
    Table(Vec<String>, Vec<Vec<String>>),
}

/// Plain text.
pub(super) fn plain(text: impl Into<String>) -> Span {
    Span::Plain(text.into())
}

/// A paragraph of plain text.
pub(super) fn paragraph(text: impl Into<String>) -> Block {
    Block::Text(vec![plain(text)])
}

/// The page as Markdown (GitHub's dialect: tables and struck text).
pub(super) fn to_markdown(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Heading(level, text) => {
                let _ = writeln!(out, "{} {}\n", "#".repeat(*level), escaped(text));
            }
            Block::Text(spans) => {
                let _ = writeln!(out, "{}\n", line(spans));
            }
            Block::List(rows) => {
                for row in rows {
                    let _ = writeln!(out, "- {}", line(row));
                }
                out.push('\n');
            }
            Block::Table(head, rows) => {
                let row =
                    |cells: &[String]| format!("| {} |\n", cells.iter().map(|c| escaped(c)).collect::<Vec<_>>().join(" | "));
                out.push_str(&row(head));
                let _ = writeln!(out, "|{}", " --- |".repeat(head.len()));
                for cells in rows {
                    out.push_str(&row(cells));
                }
                out.push('\n');
            }
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// One line of Markdown. A number and a full stop at its beginning would make it a list.
fn line(spans: &[Span]) -> String {
    let span = |s: &Span| match s {
        Span::Plain(text) => escaped(text),
        Span::Strong(text) => wrapped("**", text),
        Span::Struck(text) => wrapped("~~", text),
    };
    let text: String = spans.iter().map(span).collect();
    let text = text.trim();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at(digits);
    if digits > 0 && rest.starts_with('.') { format!("{number}\\{rest}") } else { text.to_owned() }
}

/// Markup characters next to spaces have no effect.
fn wrapped(mark: &str, text: &str) -> String {
    let text = escaped(text);
    let inner = text.trim();
    if inner.is_empty() { String::new() } else { text.replacen(inner, &format!("{mark}{inner}{mark}"), 1) }
}

fn escaped(text: &str) -> String {
    markdown::escape(&clean(text))
}

const STYLE: &str = include_str!("record.css");

/// The page as one HTML file that needs nothing else.
pub(super) fn to_html(title: &str, blocks: &[Block]) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
    let _ = writeln!(out, "<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>", html_text(title));
    for block in blocks {
        match block {
            Block::Heading(level, text) => {
                let _ = writeln!(out, "<h{level}>{}</h{level}>", html_text(text));
            }
            Block::Text(spans) => {
                let _ = writeln!(out, "<p>{}</p>", html_line(spans));
            }
            Block::List(rows) => {
                out.push_str("<ul>\n");
                for row in rows {
                    let _ = writeln!(out, "<li>{}</li>", html_line(row));
                }
                out.push_str("</ul>\n");
            }
            Block::Table(head, rows) => {
                let row = |cell: &str, cells: &[String]| {
                    let name = cell.split(' ').next().unwrap_or(cell);
                    let cells: Vec<String> = cells.iter().map(|c| format!("<{cell}>{}</{name}>", html_text(c))).collect();
                    format!("<tr>{}</tr>\n", cells.concat())
                };
                let _ = write!(out, "<table>\n<thead>{}</thead>\n<tbody>\n", row("th scope=\"col\"", head));
                for cells in rows {
                    out.push_str(&row("td", cells));
                }
                out.push_str("</tbody>\n</table>\n");
            }
        }
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn html_line(spans: &[Span]) -> String {
    let span = |s: &Span| match s {
        Span::Plain(text) => html_text(text),
        Span::Strong(text) => format!("<strong>{}</strong>", html_text(text)),
        Span::Struck(text) => format!("<s>{}</s>", html_text(text)),
    };
    spans.iter().map(span).collect()
}

/// Text for HTML, in elements and in quoted attributes.
fn html_text(text: &str) -> String {
    escape(&clean(text))
}

/// Rows as comma-separated values.
pub(super) fn to_csv(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| csv_line(&row.iter().map(|cell| clean(cell)).collect::<Vec<_>>())).collect()
}
