//! The ladder as Markdown. Everything that Markdown could take as markup is escaped.

use std::fmt::Write as _;

use super::ladder::Ladder;

/// Escapes text for Markdown and for the HTML inside it.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '-' | '!' | '|' | '~' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
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
                let level = if k == 0 { "Not part of the work" } else { &ladder.levels[ladder.level_of_statement(k)].title };
                let _ = writeln!(out, "{k}. **{}**: {}", escape(level), escape(statement));
                for e in q.examples.iter().filter(|e| e.statement == k) {
                    let _ = writeln!(out, "   In {} work: {}", escape(&e.system), escape(&e.text));
                }
            }
            if !q.overdone.is_empty() {
                let _ = writeln!(out, "\nOver\\-done: {}", escape(&q.overdone));
            }
        }
    }
    out
}
