//! Writes typed Rust from the Fluent files of a locale, at build time: a missing message or argument does not compile.
//!
//! A message becomes a constant, or a function of its arguments.
//!
//! What of [Fluent](https://projectfluent.org/fluent/guide/) a file may hold: text, arguments, terms, string literals, selectors
//! by number (`[0]`, `[one]`, `[other]`) or by name, and `LIST($names, type: "and")`. A number literal, `{ 0 }`, is a slot for
//! markup. Lines of one message are joined by spaces.

mod pattern;
mod rust;
mod script;

use fluent_syntax::ast::{Entry, Resource};
use fluent_syntax::parser::parse;
use pattern::{Part, Pattern, Terms, pattern};

/// One file of a locale: the name of its feature, and its text.
pub struct File {
    pub feature: String,
    pub source: String,
}

/// A message, read.
struct Message {
    name: String,
    pattern: Pattern,
}

/// The Rust source of all messages, a module for each file; or every fault with the name of its file.
///
/// # Errors
/// Syntax that Fluent refuses, parts of Fluent that the renderer has no use for, and names that occur twice.
pub fn functions(files: &[File]) -> Result<String, Vec<String>> {
    let mut faults = Vec::new();
    let mut out = String::new();
    for file in files {
        match messages(&file.source) {
            Ok(messages) => rust::module(&file.feature, &messages, &mut out),
            Err(found) => faults.extend(found.into_iter().map(|fault| format!("{}.ftl: {fault}", file.feature))),
        }
    }
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}

/// The JavaScript module of a file's messages, for what is said before any program is there.
///
/// # Errors
/// As for [`functions`]; lists, selectors and slots are faults too.
pub fn script(source: &str) -> Result<String, Vec<String>> {
    script::module(&messages(source)?)
}

fn messages(source: &str) -> Result<Vec<Message>, Vec<String>> {
    let resource = parse(source)
        .map_err(|(_, errors)| errors.iter().map(|e| format!("at byte {}: {e}", e.pos.start)).collect::<Vec<_>>())?;
    let terms = terms(&resource);
    let (mut found, mut faults) = (Vec::<Message>::new(), Vec::new());
    for entry in &resource.body {
        match entry {
            Entry::Message(message) if !message.attributes.is_empty() => {
                faults.push(format!("{}: attributes are not used here; make each a message.", message.id.name));
            }
            Entry::Message(message) => {
                let name = message.id.name.replace('-', "_");
                let Some(value) = &message.value else { continue };
                if found.iter().any(|other| other.name == name) {
                    faults.push(format!("{}: this message is there twice.", message.id.name));
                }
                match pattern(value, &terms).and_then(slots_in_order) {
                    Ok(pattern) => found.push(Message { name, pattern }),
                    Err(fault) => faults.push(format!("{}: {fault}", message.id.name)),
                }
            }
            Entry::Junk { content } => faults.push(format!("not Fluent: {content}")),
            Entry::Term(_) | Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

/// Slots are numbered from 0, without a gap; each occurs outside of selectors.
fn slots_in_order(pattern: Pattern) -> Result<Pattern, String> {
    let mut slots: Vec<usize> =
        pattern.iter().filter_map(|part| if let Part::Slot(n) = part { Some(*n) } else { None }).collect();
    slots.sort_unstable();
    if slots.iter().copied().eq(0..slots.len()) { Ok(pattern) } else { Err("slots are numbered from 0, each once.".into()) }
}

fn terms<'s>(resource: &'s Resource<&'s str>) -> Terms<'s> {
    let terms = resource.body.iter().filter_map(|entry| match entry {
        Entry::Term(term) => Some((term.id.name, &term.value)),
        _ => None,
    });
    terms.collect()
}

#[cfg(test)]
mod tests {
    use super::{File, functions, script};

    fn written(source: &str) -> Result<String, Vec<String>> {
        functions(&[File { feature: "share".into(), source: source.into() }])
    }

    #[test]
    fn a_text_becomes_a_constant() {
        let code = written("link-copied = The link is copied.\n").unwrap_or_default();
        assert!(code.contains(r#"pub(crate) const LINK_COPIED: &str = "The link is copied.";"#), "{code}");
    }

    #[test]
    fn an_argument_has_the_type_that_its_use_needs() {
        let source = "left = { $count ->\n    [one] One question\n   *[other] { $count } questions\n} left for { $name }, in { LIST($fields, type: \"or\") }\n";
        let code = written(source).unwrap_or_default();
        assert!(
            code.contains("fn left(count: usize, name: impl Into<Value>, fields: impl IntoIterator<Item: Into<Value>>)"),
            "{code}"
        );
        assert!(code.contains("Case::One"), "{code}");
    }

    #[test]
    fn lines_are_joined_and_literals_keep_their_spaces() {
        let code = written("more = First line\n    and second.{ \" \" }\n").unwrap_or_default();
        assert!(code.contains(r#"= "First line and second. ";"#), "{code}");
    }

    #[test]
    fn slots_are_counted() {
        let code = written("see = See { 0 } and { 1 }, { $name }.\n").unwrap_or_default();
        assert!(code.contains("fn see(name: impl Into<Value>) -> Markup<2>"), "{code}");
    }

    #[test]
    fn every_fault_names_its_message() {
        let faults = written("a = { UNKNOWN($x) }\nb = once\nb = twice\nc = { -none }\nd = { 1 }\n").err().unwrap_or_default();
        for part in ["a: UNKNOWN", "b: this message is there twice", "c: -none", "d: slots"] {
            assert!(faults.iter().any(|fault| fault.contains(part)), "{part}: {faults:?}");
        }
    }
    #[test]
    fn a_script_has_texts_and_functions() {
        let code = script("not-set-up = It's `so`.\nnot-loaded = { $the-url } is not { $the-url }, `so` costs ${ $price }.\n");
        let wanted = "export const messages = {\n  notSetUp: 'It\\'s `so`.',\n  notLoaded: (theUrl, price) => `${theUrl} is not ${theUrl}, \\`so\\` costs $${price}.`,\n};\n";
        assert_eq!(code.as_deref(), Ok(wanted));
        assert!(script("left = { $count ->\n    [one] One\n   *[other] More\n}\n").is_err());
    }
}
