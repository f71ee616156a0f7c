//! No sentence is glued from pieces: what code puts beside a message are whole sentences, with a space between them

use std::collections::BTreeMap;
use std::path::Path;
use std::str::FromStr;

use ladder_calibration_catalog::{Catalog, SOURCE};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::house::rust;

/// Places that put something else beside a message, each with the reason.
const EXCEPTIONS: [(&str, &str); 0] = [];

/// What joins pieces into a sentence.
const JOINTS: [char; 9] = [',', ';', ':', '.', '(', ')', '/', '–', '·'];

struct Search {
    catalog: Catalog,
    /// Messages by the names of variables of the file at hand.
    variables: BTreeMap<String, String>,
    found: Vec<String>,
}

impl Search {
    fn new() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        Self { catalog: Catalog::read(&folder, SOURCE).unwrap(), variables: BTreeMap::new(), found: Vec::new() }
    }

    fn file(&mut self, source: &str) -> Vec<String> {
        let tokens = TokenStream::from_str(source).unwrap();
        self.variables.clear();
        self.variables_of(&tokens);
        self.tokens(tokens);
        std::mem::take(&mut self.found)
    }

    /// `let x = feature::message(…)`, and messages that are imported as constants.
    fn variables_of(&mut self, tokens: &TokenStream) {
        let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
        for (i, token) in tokens.iter().enumerate() {
            if let TokenTree::Group(group) = token {
                self.variables_of(&group.stream());
            }
            let assigned = token.to_string() == "=" && i > 0 && tokens.get(i + 1).is_some_and(|t| t.to_string() != "=");
            if assigned && let Some(message) = self.message(&tokens[i + 1..]) {
                self.variables.insert(tokens[i - 1].to_string(), message);
            }
        }
    }

    /// The message that an expression begins with: its name as `feature.message`.
    fn message(&self, tokens: &[TokenTree]) -> Option<String> {
        let mut path = Vec::new();
        for token in tokens {
            match token {
                TokenTree::Ident(name) => path.push(name.to_string()),
                TokenTree::Punct(mark) if mark.as_char() == ':' || mark.as_char() == '&' && path.is_empty() => {}
                TokenTree::Group(_) | TokenTree::Literal(_) | TokenTree::Punct(_) => break,
            }
        }
        match path.as_slice() {
            [name] => self.variables.get(name).cloned(),
            [.., feature, name] => {
                let name = format!("{feature}.{}", name.to_lowercase()).replace('_', "-");
                self.catalog.variants(&name).map(|_| name)
            }
            [] => None,
        }
    }

    fn is_whole(&self, message: &str) -> bool {
        let whole = |text: &String| {
            let (text, ends) = (text.trim(), ['.', '!', '?', '…', ':', '”']);
            text.ends_with(ends) && !text.starts_with(char::is_lowercase)
        };
        self.catalog.variants(message).unwrap_or_default().iter().all(whole)
    }

    /// Pieces that stand side by side: texts between the values, and the message that each value is, if it is one.
    fn beside(&mut self, texts: &[String], values: &[Option<String>]) {
        let messages: Vec<&String> = values.iter().flatten().collect();
        if messages.is_empty() {
            return;
        }
        let joins = |c: char| c.is_alphabetic() || JOINTS.contains(&c);
        let piece = messages.iter().find(|message| values.len() > 1 && !self.is_whole(message));
        let fault = match (texts.iter().find(|text| text.contains(joins)), piece) {
            (Some(text), _) => format!("{text:?} beside {messages:?}"),
            (None, Some(message)) => format!("{message} is no whole sentence"),
            (None, None) => return,
        };
        self.found.push(fault);
    }

    fn tokens(&mut self, source: TokenStream) {
        let tokens: Vec<TokenTree> = source.into_iter().collect();
        let word = |at: usize| tokens.get(at).map(ToString::to_string).unwrap_or_default();
        let mut i = 0;
        while let Some(token) = tokens.get(i) {
            let TokenTree::Group(group) = token else {
                i += 1;
                continue;
            };
            let before = |n: usize| i.checked_sub(n).map(word).unwrap_or_default();
            if before(2) == "mod" && before(1) == "tests" {
                i += 1;
                continue;
            }
            if before(1) == "!" && ["format", "write", "writeln"].contains(&before(2).as_str()) {
                self.format(group.stream());
            }
            if before(1) == "join" && before(2) == "." {
                self.join(&group.stream());
            }
            let run: Vec<TokenStream> = tokens[i..].iter().map_while(braces).collect();
            if run.len() > 1 && (i == 0 || braces(&tokens[i - 1]).is_none()) {
                self.row(&run);
            }
            self.tokens(group.stream());
            i += 1;
        }
    }

    /// `{ a }{ " " }{ b }` in an element.
    fn row(&mut self, run: &[TokenStream]) {
        let (mut texts, mut values) = (Vec::new(), Vec::new());
        for group in run {
            let tokens: Vec<TokenTree> = group.clone().into_iter().collect();
            match tokens.as_slice() {
                [TokenTree::Literal(text)] => texts.push(text.to_string()),
                tokens => values.push(self.message(tokens)),
            }
        }
        self.beside(&texts, &values);
    }

    /// A list of entries is a message with `LIST`, because not every language has this comma and this word.
    fn join(&mut self, group: &TokenStream) {
        let text = group.to_string().replace("\\u{b7}", "·");
        let by_words = text.starts_with('"') && (text.contains(", ") || text.chars().filter(|c| c.is_alphabetic()).count() > 1);
        if by_words {
            self.found.push(format!("a list is joined by {text}"));
        }
    }

    /// `format!("{a} {}", b)`, in which each line and each element is a piece of text by itself.
    fn format(&mut self, group: TokenStream) {
        let tokens: Vec<TokenTree> = group.into_iter().collect();
        let mut arguments = tokens.split(|token| token.to_string() == ",");
        let Some(template) = arguments.find_map(|tokens| match tokens {
            [TokenTree::Literal(text)] => Some(text.to_string()),
            _ => None,
        }) else {
            return;
        };
        let mut arguments = arguments.map(|tokens| self.message(tokens)).collect::<Vec<_>>().into_iter();
        let template = template.trim_matches('"').replace("\\n", "\n").replace("\\\"", "\"");
        let (mut texts, mut values, mut rest) = (vec![String::new()], Vec::new(), template.as_str());
        let flush = |texts: &mut Vec<String>, values: &mut Vec<Option<String>>, search: &mut Self| {
            search.beside(&std::mem::replace(texts, vec![String::new()]), &std::mem::take(values));
        };
        while let Some(c) = rest.chars().next() {
            let end = |close: char| rest.find(close).map_or(rest.len(), |at| at + close.len_utf8());
            match c {
                '{' => {
                    let name = rest[1..end('}') - 1].split(':').next().unwrap_or_default();
                    let variable =
                        |name: &str| self.message(&TokenStream::from_str(name).unwrap().into_iter().collect::<Vec<_>>());
                    values.push(if name.is_empty() { arguments.next().flatten() } else { variable(name) });
                    texts.push(String::new());
                    rest = &rest[end('}')..];
                }
                '<' => {
                    flush(&mut texts, &mut values, self);
                    let tag = &rest[..end('>')];
                    for _ in 0..tag.matches("{}").count() {
                        let _ = arguments.next();
                    }
                    rest = &rest[end('>')..];
                }
                '\n' => {
                    flush(&mut texts, &mut values, self);
                    rest = &rest[1..];
                }
                c => {
                    texts.last_mut().unwrap().push(c);
                    rest = &rest[c.len_utf8()..];
                }
            }
        }
        flush(&mut texts, &mut values, self);
    }
}

fn braces(token: &TokenTree) -> Option<TokenStream> {
    match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.stream()),
        _ => None,
    }
}

#[test]
fn no_sentence_is_glued_from_pieces() {
    let mut search = Search::new();
    let (mut found, mut used) = (Vec::new(), vec![false; EXCEPTIONS.len()]);
    for (name, source) in ["src", "element/src", "single/src"].iter().flat_map(|folder| rust(folder)) {
        for fault in search.file(&source) {
            let fault = format!("{name}: {fault}");
            match EXCEPTIONS.iter().position(|(known, _)| fault.contains(known)) {
                Some(index) => used[index] = true,
                None => found.push(fault),
            }
        }
    }
    assert!(found.is_empty(), "{} of them:\n{}", found.len(), found.join("\n"));
    assert!(used.iter().all(|used| *used), "an exception that is not needed: {used:?}");
}

/// A message that begins or ends with a joint stands beside another text; in a term it does not.
#[test]
fn no_message_begins_or_ends_with_what_joins_it_to_another() {
    let search = Search::new();
    let mut found = Vec::new();
    for (name, variants) in search.catalog.all() {
        let begins = |text: &String| text.starts_with([' ', ',', ';', ')', ':']);
        let ends = |text: &String| text.ends_with([' ', ',', ';', '(']);
        found.extend(variants.iter().find(|text| begins(text) || ends(text)).map(|text| format!("{name}: {text:?}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_search_finds_what_is_glued() {
    let mut search = Search::new();
    for (source, fault) in [
        (r#"format!("{}, {}", common::OPEN_FILE, x)"#, "beside"),
        (r#"format!("{} and {}", common::LOCAL_ONLY, x)"#, "beside"),
        (r#"format!("{} {}", common::OPEN_FILE, common::LOCAL_ONLY)"#, "common.open-file is no whole"),
        (r#"let a = common::OPEN_FILE; format!("{a} {x}")"#, "common.open-file is no whole"),
        (r#"html! { <p>{ common::LOCAL_ONLY }{ ": " }{ x }</p> }"#, "beside"),
        (r#"html! { <p>{ common::OPEN_FILE }{ " " }{ x }</p> }"#, "common.open-file is no whole"),
        (r#"names.join(", ")"#, "joined"),
        (r#"names.join(" and ")"#, "joined"),
    ] {
        let found = search.file(source);
        assert!(found.len() == 1 && found[0].contains(fault), "{source}: {found:?}");
    }
    for source in [
        r#"format!("{} {}", common::LOCAL_ONLY, x)"#,
        r#"format!("<h2>{}</h2>\n<p>{}</p>", common::OPEN_FILE, x)"#,
        r#"writeln!(out, "- **{}**", common::OPEN_FILE)"#,
        r#"format!("{}-{}", a.id, b.id)"#,
        r#"html! { <p><b>{ common::OPEN_FILE }</b>{ " " }<i>{ x }</i></p> }"#,
        r#"sentences.join(" ")"#,
    ] {
        assert!(search.file(source).is_empty(), "{source}");
    }
}
