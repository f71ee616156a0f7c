//! Messages as a JavaScript module: for what is said before any program is there.

use crate::Message;
use crate::pattern::Part;
use std::fmt::Write as _;

/// An object of texts and, where a message has arguments, functions. Only text and arguments can be written so.
pub(crate) fn module(messages: &[Message]) -> Result<String, Vec<String>> {
    let (mut out, mut faults) = ("export const messages = {\n".to_owned(), Vec::new());
    for message in messages {
        match value(&message.pattern) {
            Some(value) => {
                let _ = writeln!(out, "  {}: {value},", camel(&message.name));
            }
            None => faults.push(format!("{}: a script has text and arguments alone.", message.name.replace('_', "-"))),
        }
    }
    out.push_str("};\n");
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}

fn value(pattern: &[Part]) -> Option<String> {
    if let [Part::Text(text)] = pattern {
        return Some(format!("'{}'", escaped(text, &["'"])));
    }
    let (mut arguments, mut text) = (Vec::<String>::new(), String::new());
    for part in pattern {
        match part {
            Part::Text(more) => text.push_str(&escaped(more, &["`", "${"])),
            Part::Argument(name) => {
                let name = camel(name);
                let _ = write!(text, "${{{name}}}");
                if !arguments.contains(&name) {
                    arguments.push(name);
                }
            }
            Part::Slot(_) | Part::List { .. } | Part::Plural { .. } | Part::Select { .. } => return None,
        }
    }
    Some(format!("({}) => `{text}`", arguments.join(", ")))
}

fn escaped(text: &str, ends: &[&str]) -> String {
    ends.iter().fold(text.replace('\\', "\\\\"), |text, end| text.replace(end, &format!("\\{end}")))
}

/// `not_loaded` as a script names it: `notLoaded`.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let mut out = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}
