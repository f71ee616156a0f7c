//! The voice: no message of the catalog and no text of the ladder has a word that plain American English does without.

use std::path::Path;

use serde_json::Value;

/// Words and beginnings of words (with a `*`), in lower case.
const WORDS: [&str; 24] = [
    "one's",
    "oneself",
    "whoever",
    "anew",
    "mended",
    "nought",
    "programme",
    "programmes",
    "beforehand",
    "somebody",
    "everybody",
    "nobody",
    "goods",
    "line of command",
    "lines of command",
    "organis*",
    "recognis*",
    "judgement*",
    "behaviour*",
    "neighbour*",
    "colour*",
    "centre",
    "centres",
    "centred",
];

/// The words of a text that are in the list.
fn found(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase().replace('\u{2019}', "'");
    let words: Vec<&str> = text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty()).collect();
    let text = format!(" {} ", words.join(" "));
    let is_in = |word: &&&str| match word.strip_suffix('*') {
        Some(beginning) => text.contains(&format!(" {beginning}")),
        None => text.contains(&format!(" {word} ")),
    };
    WORDS.iter().filter(is_in).copied().collect()
}

/// The values of a Fluent file, without comments, ids and names of arguments.
fn messages(source: &str) -> Vec<String> {
    let value = |line: &str| {
        let value = if line.starts_with([' ', '}']) { line } else { line.split_once('=').map_or("", |(_, value)| value) };
        value.split_whitespace().filter(|word| !word.starts_with(['$', '-'])).collect::<Vec<_>>().join(" ")
    };
    source.lines().filter(|line| !line.starts_with('#')).map(value).collect()
}

/// The texts of a ladder: titles, and every value with a space; the rest are ids.
fn texts<'a>(name: &str, value: &'a Value, out: &mut Vec<&'a str>) {
    match value {
        Value::String(text) if matches!(name, "title" | "system") || text.contains(char::is_whitespace) => out.push(text),
        Value::Array(all) => all.iter().for_each(|each| texts(name, each, out)),
        Value::Object(all) => all.iter().for_each(|(name, each)| texts(name, each, out)),
        _ => {}
    }
}

#[test]
fn the_list_is_of_words_and_of_beginnings() {
    assert_eq!(found("No one\u{2019}s organisations, and Nobody."), ["one's", "nobody", "organis*"]);
    assert_eq!(found("A line of command, beside neighbouring goods"), ["goods", "line of command", "neighbour*"]);
    assert!(found("Renewal, programmed, the organization and no one").is_empty());
    assert_eq!(messages("# nobody\nnobody = { $nobody ->\n    [nobody] Anew\n}\n").concat(), "{[nobody] Anew}");
}

#[test]
fn messages_are_in_plain_american_english() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en-US");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(!files.is_empty());
    for path in files {
        for message in messages(&std::fs::read_to_string(&path).unwrap()) {
            assert_eq!(found(&message), Vec::<&str>::new(), "{}: {message}", path.display());
        }
    }
}

#[test]
fn the_ladder_is_in_plain_american_english() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ladders");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = files.filter(|path| path.extension().is_some_and(|name| name == "json")).collect();
    assert!(!files.is_empty());
    for path in files {
        let ladder: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        // The text of revision 1 was written before the list, and a text changes only with a new revision.
        if ladder["revision"].as_str().is_none_or(|revision| revision.starts_with('1')) {
            continue;
        }
        let mut all = Vec::new();
        texts("", &ladder, &mut all);
        assert!(!all.is_empty());
        for text in all {
            assert_eq!(found(text), Vec::<&str>::new(), "{}: {text}", path.display());
        }
    }
}
