//! No sentence that people read stands in code: every text of two words and more is a message of `locales/`.

use std::path::Path;
use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::house::rust;

/// Texts that no reader of the page sees, each with the reason why it is one all the same.
const EXCEPTIONS: [(&str, &str); 4] = [
    ("button quiet", "a class list that is chosen in Rust"),
    ("small soft", "a class list that is chosen in Rust"),
    ("noopener noreferrer", "what a link is to another page, in its rel"),
    (" at line ", "what serde_json puts before the line, to find it"),
];

/// Crates whose texts are for a terminal or for other programs.
const FOLDERS: [&str; 4] = ["src", "element/src", "single/src", "crates/js/src"];

/// After these, a text is for a developer: `.expect("…")`, `panic!("…")`.
const FOR_DEVELOPERS: [&str; 8] =
    ["expect", "panic", "unreachable", "assert", "assert_eq", "debug_assert", "debug_assert_eq", "expect_throw"];

/// Two words or more, with a space between; neither names of arguments nor HTML, SVG and paths.
fn is_sentence(text: &str) -> bool {
    let markup = text.contains("=\\\"") || text.starts_with("\"<") || text.starts_with("\"M-");
    let mut depth = 0;
    let text: String = text
        .chars()
        .filter(|c| {
            depth += i32::from(*c == '{') - i32::from(*c == '}');
            depth == 0
        })
        .collect();
    let words = text.split_whitespace().filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() >= 2);
    !markup && words.count() >= 2
}

fn word(token: Option<&TokenTree>) -> String {
    token.map(ToString::to_string).unwrap_or_default()
}

/// The texts of a source but for attributes, doc comments, class lists, tests and what is for developers.
fn texts(source: TokenStream, out: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = source.into_iter().collect();
    for (i, token) in tokens.iter().enumerate() {
        let before = |n: usize| word(i.checked_sub(n).and_then(|at| tokens.get(at)));
        match token {
            TokenTree::Group(group) => {
                let attribute =
                    group.delimiter() == Delimiter::Bracket && (before(1) == "#" || before(1) == "!" && before(2) == "#");
                let class = before(1) == "=" && before(2) == "class" || before(1) == "!" && before(2) == "classes";
                let developers = FOR_DEVELOPERS.contains(&before(1).as_str())
                    || before(1) == "!" && FOR_DEVELOPERS.contains(&before(2).as_str());
                if !(attribute || class || developers || before(2) == "mod" && before(1) == "tests") {
                    texts(group.stream(), out);
                }
            }
            TokenTree::Literal(literal) => {
                let class = before(1) == "=" && before(2) == "class";
                let written = literal.to_string();
                if !class && written.contains('"') {
                    out.push(written);
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

fn sentences(source: &str) -> Vec<String> {
    let mut out = Vec::new();
    texts(TokenStream::from_str(source).unwrap(), &mut out);
    out.retain(|text| is_sentence(text));
    out
}

#[test]
fn no_sentence_stands_in_code() {
    let mut found = Vec::new();
    let mut used = vec![false; EXCEPTIONS.len()];
    for (name, source) in FOLDERS.iter().flat_map(|folder| rust(folder)) {
        for text in sentences(&source) {
            match EXCEPTIONS.iter().position(|(known, _)| text.contains(known)) {
                Some(index) => used[index] = true,
                None => found.push(format!("{name}: {text}")),
            }
        }
    }
    assert!(found.is_empty(), "{} of them:\n{}", found.len(), found.join("\n"));
    assert!(EXCEPTIONS.len() <= 30 && used.iter().all(|used| *used), "an exception that is not needed: {used:?}");
}

#[test]
fn the_search_finds_sentences_and_leaves_out_what_is_none() {
    let source = r##"
        //! A comment of words.
        /// Another one of words.
        #[expect(dead_code, reason = "not for people")]
        fn view() -> Html {
            let id = "some-id"; let one = "One"; let c = classes!("button", on.then_some("two words"));
            html! { <p class="small soft" title={ "The title of it" }>{ format!("Answered by {name}") }{ r#"Raw "text" here"# }</p> }
        }
        #[cfg(test)]
        mod tests { fn x() { y("text of a test"); } }
        fn z() { w.expect("never for people"); }
    "##;
    assert_eq!(sentences(source), ["\"The title of it\"", "\"Answered by {name}\"", "r#\"Raw \"text\" here\"#"]);
}

/// Whether a file of a locale begins with what it is for.
#[test]
fn every_file_of_a_locale_says_first_what_it_is_for() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en-US");
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let text = std::fs::read_to_string(entry.path()).unwrap();
        assert!(text.starts_with("# ") && !text.contains('\t'), "{}", entry.path().display());
    }
}
