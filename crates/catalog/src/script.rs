//! Messages as a JavaScript module: for what is said before any program is there.

use crate::Message;
use crate::pattern::Part;
use std::fmt::Write as _;

/// "a, b and c", where a message has a list.
const LIST: &str = "const list = (names, word) => [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(word ? ` ${word} ` : ', ');\n\n";

/// An object of texts and, where a message has arguments, functions. Text, arguments and lists can be written so.
pub(crate) fn module(messages: &[&Message]) -> Result<String, String> {
    let (mut texts, mut faults) = (String::new(), Vec::new());
    for message in messages {
        match value(&message.pattern) {
            Some(value) => {
                let _ = writeln!(texts, "  {}: {value},", camel(&message.name));
            }
            None => faults.push(format!("{}: a script has text, arguments and lists alone.", message.name.replace('_', "-"))),
        }
    }
    let list = if texts.contains("${list(") { LIST } else { "" };
    if faults.is_empty() { Ok(format!("{list}export const messages = {{\n{texts}}};\n")) } else { Err(faults.join("\n")) }
}

fn value(pattern: &[Part]) -> Option<String> {
    if let [Part::Text(text)] = pattern {
        return Some(format!("'{}'", escaped(text, &["'"])));
    }
    let (mut arguments, mut text) = (Vec::<String>::new(), String::new());
    let mut argument = |name: &String| {
        let name = camel(name);
        if !arguments.contains(&name) {
            arguments.push(name.clone());
        }
        name
    };
    for part in pattern {
        let _ = match part {
            Part::Text(more) => write!(text, "{}", escaped(more, &["`", "${"])),
            Part::Argument(name) => write!(text, "${{{}}}", argument(name)),
            Part::List { argument: names, word } => write!(text, "${{list({}, '{word}')}}", argument(names)),
            Part::Slot(_) | Part::Plural { .. } | Part::Select { .. } => return None,
        };
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
