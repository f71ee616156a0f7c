//! Messages as Rust functions.

use crate::Message;
use crate::pattern::{Case, Part};
use std::fmt::Write as _;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Text, a number or another message.
    Any,
    Number,
    Name,
    List,
}

pub(crate) fn module(feature: &str, messages: &[Message], out: &mut String) {
    let _ = writeln!(out, "pub(crate) mod {} {{\n    use super::*;\n", feature.replace('-', "_"));
    for message in messages {
        function(message, out);
    }
    out.push_str("}\n");
}

fn function(message: &Message, out: &mut String) {
    if let [Part::Text(text)] = &message.pattern[..] {
        let _ = writeln!(out, "    pub(crate) const {}: &str = {text:?};\n", message.name.to_uppercase());
        return;
    }
    let (mut arguments, mut slots) = (Vec::new(), 0);
    collect(&message.pattern, &mut arguments, &mut slots);
    let parameters: Vec<String> = arguments.iter().map(|(name, kind)| format!("{name}: {}", type_of(*kind))).collect();
    let values: Vec<String> = arguments.iter().map(|(name, kind)| value_of(name, *kind)).collect();
    let names: Vec<&str> = arguments.iter().map(|(name, _)| name.as_str()).collect();
    let mut parts = String::new();
    write_parts(&message.pattern, &names, &mut parts);
    let (result, wrap) = if slots == 0 { ("Message".to_owned(), "") } else { (format!("Markup<{slots}>"), ".into()") };
    let _ = writeln!(
        out,
        "    #[must_use]\n    pub(crate) fn {}({}) -> {result} {{\n        Message::new({parts}, [{}]){wrap}\n    }}\n",
        message.name,
        parameters.join(", "),
        values.join(", ")
    );
}

fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Any | Kind::Name => "impl Into<Value>",
        Kind::Number => "usize",
        Kind::List => "impl IntoIterator<Item: Into<Value>>",
    }
}

fn value_of(name: &str, kind: Kind) -> String {
    match kind {
        Kind::Any | Kind::Name | Kind::Number => format!("{name}.into()"),
        Kind::List => format!("Value::list({name})"),
    }
}

/// The arguments in the order in which they occur, each with the narrowest type that its uses need; and the number of slots.
fn collect(parts: &[Part], arguments: &mut Vec<(String, Kind)>, slots: &mut usize) {
    let mut seen = |name: &String, kind: Kind| match arguments.iter_mut().find(|(other, _)| other == name) {
        Some((_, known)) if *known == Kind::Any => *known = kind,
        Some(_) => {}
        None => arguments.push((name.clone(), kind)),
    };
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Argument(name) => seen(name, Kind::Any),
            Part::List { argument, .. } => seen(argument, Kind::List),
            Part::Plural { argument, .. } => seen(argument, Kind::Number),
            Part::Select { argument, .. } => seen(argument, Kind::Name),
            Part::Slot(n) => *slots = (*slots).max(n + 1),
        }
    }
    for part in parts {
        match part {
            Part::Plural { cases, .. } => {
                for (_, inner) in cases {
                    collect(inner, arguments, slots);
                }
            }
            Part::Select { cases, other, .. } => {
                for (_, inner) in cases {
                    collect(inner, arguments, slots);
                }
                collect(other, arguments, slots);
            }
            _ => {}
        }
    }
}

fn write_parts(parts: &[Part], names: &[&str], out: &mut String) {
    out.push_str("&[");
    for part in parts {
        let index = |name: &String| names.iter().position(|other| other == name).unwrap_or_default();
        let _ = match part {
            Part::Text(text) => write!(out, "Part::Text({text:?}), "),
            Part::Argument(name) => write!(out, "Part::Argument({}), ", index(name)),
            Part::Slot(n) => write!(out, "Part::Slot({n}), "),
            Part::List { argument, word } => write!(out, "Part::List({}, &{word:?}), ", index(argument)),
            Part::Plural { argument, cases } => {
                let _ = write!(out, "Part::Plural({}, &[", index(argument));
                for (case, inner) in cases {
                    let _ = match case {
                        Case::Exactly(n) => write!(out, "(Case::Exactly({n}), "),
                        Case::One => write!(out, "(Case::One, "),
                        Case::Other => write!(out, "(Case::Other, "),
                    };
                    write_parts(inner, names, out);
                    out.push_str("), ");
                }
                write!(out, "]), ")
            }
            Part::Select { argument, cases, other } => {
                let _ = write!(out, "Part::Select({}, &[", index(argument));
                for (name, inner) in cases {
                    let _ = write!(out, "({name:?}, ");
                    write_parts(inner, names, out);
                    out.push_str("), ");
                }
                out.push_str("(\"\", ");
                write_parts(other, names, out);
                write!(out, ")]), ")
            }
        };
    }
    out.push(']');
}
