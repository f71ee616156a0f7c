//! The answers as CSV (RFC 4180), one row a question, safe to open in a spreadsheet.

use super::document::question;
use super::{Options, redact};
use crate::base::characters::{clean, csv_line};
use crate::model::assessment::{Assessment, OffScale};
use crate::model::ladder::Ladder;
use crate::model::profile::warnings;

const HEADER: [&str; 9] =
    ["dimension", "question", "prompt", "statement", "answer", "off_scale", "example", "no_room", "example_counted"];

/// One more column where there is a note about all answers: they were given on another text, or not all were scored.
const WARNING: &str = "warning";

/// The table. `statement` counts from 0 and, like `off_scale`, is the value in files; `answer` has the same in words. Some
/// programs need `byte_order_mark` to read it as UTF-8.
pub fn csv(ladder: &Ladder, a: &Assessment, options: Options, byte_order_mark: bool) -> String {
    let warning = clean(&warnings(ladder, a).join(" "));
    let a = redact(a, options.redaction());
    let mut out = if byte_order_mark { "\u{feff}".to_owned() } else { String::new() };
    let more = (!warning.is_empty()).then_some(warning);
    let header: Vec<&str> = HEADER.into_iter().chain(more.as_ref().map(|_| WARNING)).collect();
    out.push_str(&csv_line(&header));
    for d in &ladder.dimensions {
        for q in d.questions.clone().map(|q| question(ladder, &a, q)) {
            let off_scale = q.off_scale.map_or("", OffScale::id);
            let statement = q.statement.map_or_else(String::new, |k| k.to_string());
            let (no_room, counted) = (yes(q.no_room), yes(q.counted));
            let cells = [clean(&d.title), q.id, q.prompt, statement, q.answer, off_scale.into(), q.example, no_room, counted];
            out.push_str(&csv_line(&cells.into_iter().chain(more.clone()).collect::<Vec<_>>()));
        }
    }
    out
}

fn yes(flag: bool) -> String {
    if flag { "yes" } else { "no" }.to_owned()
}
