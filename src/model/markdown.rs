//! The ladder as Markdown. Everything that Markdown could take as markup is escaped.

use std::fmt::Write as _;

use super::ladder::Ladder;
use crate::messages;

/// Escapes one line of text for Markdown and for the HTML inside it: it comes out as text in `CommonMark` and in what GitHub
/// and others add to it. A backslash stands before the characters that every dialect lets one escape; the others are
/// written as entities, which every dialect passes on. White space around the text is cut off, line ends become spaces.
pub fn escape(text: &str) -> String {
    let text = text.trim();
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '-' | '!' | '~' => {
                out.push('\\');
                out.push(c);
            }
            // A number, a full stop and a space begin a list.
            '.' if is_number(before) && (after.is_empty() || after.starts_with(char::is_whitespace)) => out.push_str("\\."),
            // Addresses that would become links automatically.
            ':' if after.starts_with("//") => out.push_str("&#58;"),
            '.' if before.get(at.saturating_sub(3)..).is_some_and(|w| w.eq_ignore_ascii_case("www")) => out.push_str("&#46;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '|' => out.push_str("&#124;"),
            '$' => out.push_str("&#36;"),
            '^' => out.push_str("&#94;"),
            '=' => out.push_str("&#61;"),
            '\n' | '\r' | '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// The whole ladder with levels, words, statements, examples and over-done anchors.
pub fn ladder_markdown(ladder: &Ladder) -> String {
    let mut out = format!("# {}\n\n", escape(&ladder.title));
    for level in &ladder.levels {
        let _ = writeln!(out, "- **{}**: {}", escape(&level.title), escape(&level.summary));
    }
    let _ = writeln!(out, "\n{} {}\n", escape(&ladder.instruction), escape(&ladder.period_note));
    for term in &ladder.terms {
        let _ = writeln!(out, "- *{}*: {}", escape(&term.title), escape(&term.text));
    }
    for d in &ladder.dimensions {
        let _ = writeln!(out, "\n## {}\n\n{}", escape(&d.title), escape(&d.introduction));
        for q in &ladder.questions[d.questions.clone()] {
            let _ = writeln!(out, "\n### {}\n\n{}\n", escape(&q.prompt), escape(&q.help));
            for (k, statement) in q.statements.iter().enumerate() {
                let level = if k == 0 {
                    messages::ladder_markdown::NOT_PART_OF_THE_WORK
                } else {
                    &ladder.levels[ladder.level_of_statement(k)].title
                };
                let _ = writeln!(out, "{k}. **{}**: {}", escape(level), escape(statement));
                for e in q.examples.iter().filter(|e| e.statement == k) {
                    let _ = writeln!(out, "   {}", messages::ladder_markdown::example(escape(&e.system), escape(&e.text)));
                }
            }
            if !q.overdone.is_empty() {
                let _ = writeln!(out, "\n{}: {}", escape(messages::ladder_markdown::OVERDONE), escape(&q.overdone));
            }
        }
    }
    out
}
