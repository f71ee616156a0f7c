//! The answers as CSV (RFC 4180), one row a question, safe to open in a spreadsheet.

use super::record::question;
use super::{Options, redact};
use crate::domain::assessment::{Assessment, OffScale};
use crate::domain::characters::clean;
use crate::domain::ladder::Ladder;

/// The columns.
const HEADER: [&str; 9] =
    ["dimension", "question", "prompt", "statement", "answer", "off_scale", "example", "no_room", "example_counted"];

/// The table. `statement` counts from 0 and, like `off_scale`, is what files hold; `answer` says the same in words.
/// `byte_order_mark` is for programmes that would otherwise not read it as UTF-8.
pub fn csv(ladder: &Ladder, a: &Assessment, options: Options, byte_order_mark: bool) -> String {
    let a = redact(a, options.keep());
    let mut out = if byte_order_mark { "\u{feff}".to_owned() } else { String::new() };
    row(&mut out, HEADER.map(str::to_owned));
    for d in &ladder.dimensions {
        for q in d.questions.clone().map(|q| question(ladder, &a, q)) {
            let off_scale = match q.off_scale {
                Some(OffScale::NoOpportunity) => "no-opportunity",
                Some(OffScale::NotObserved) => "not-observed",
                None => "",
            };
            let statement = q.statement.map_or_else(String::new, |k| k.to_string());
            let (no_room, counted) = (yes(q.no_room), yes(q.counted));
            row(&mut out, [clean(&d.title), q.id, q.prompt, statement, q.answer, off_scale.into(), q.example, no_room, counted]);
        }
    }
    out
}

fn yes(flag: bool) -> String {
    if flag { "yes" } else { "no" }.to_owned()
}

fn row(out: &mut String, cells: [String; HEADER.len()]) {
    let cells = cells.map(|c| quoted(&harmless(c)));
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

/// A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection"); an apostrophe before it makes it
/// text. Characters of no width do not hide the beginning.
fn harmless(cell: String) -> String {
    let seen = cell.trim_start_matches(['\u{feff}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}']);
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if seen.starts_with(formula) { format!("'{cell}") } else { cell }
}

fn quoted(cell: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || " .-_'".contains(c);
    if cell.chars().all(plain) && !cell.starts_with(' ') && !cell.ends_with(' ') {
        cell.to_owned()
    } else {
        format!("\"{}\"", cell.replace('"', "\"\""))
    }
}
