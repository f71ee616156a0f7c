//! The references of a source file to other modules: its `use` trees, and the paths in its code.

use std::collections::BTreeSet;

/// Words, numbers and signs, with `::` as one; without comments, texts and characters.
fn tokens(source: &str) -> Vec<String> {
    let chars: Vec<char> = source.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let (mut out, mut i) = (Vec::new(), 0);
    while i < chars.len() {
        match (at(i), at(i + 1)) {
            ('/', '/') => i += chars[i..].iter().take_while(|c| **c != '\n').count(),
            ('/', '*') => {
                let mut depth = 0;
                loop {
                    match (at(i), at(i + 1)) {
                        ('/', '*') => (depth, i) = (depth + 1, i + 2),
                        ('*', '/') => (depth, i) = (depth - 1, i + 2),
                        _ => i += 1,
                    }
                    if depth == 0 || i >= chars.len() {
                        break;
                    }
                }
            }
            ('r', '"' | '#') if raw_text(&chars[i + 1..]).is_some() => i += 1 + raw_text(&chars[i + 1..]).unwrap(),
            ('"', _) => {
                i += 1;
                while i < chars.len() && at(i) != '"' {
                    i += 1 + usize::from(at(i) == '\\');
                }
                i += 1;
            }
            ('\'', '\\') => i += 4 + chars[i + 3..].iter().take_while(|c| **c != '\'').count(),
            ('\'', _) if at(i + 2) == '\'' => i += 3,
            (':', ':') => {
                out.push("::".to_owned());
                i += 2;
            }
            (c, _) if is_word(c) => {
                let word: String = chars[i..].iter().take_while(|c| is_word(**c)).collect();
                i += word.chars().count();
                out.push(word);
            }
            (c, _) => {
                if !c.is_whitespace() {
                    out.push(c.to_string());
                }
                i += 1;
            }
        }
    }
    out
}

/// How long a raw text is, after its `r`.
fn raw_text(chars: &[char]) -> Option<usize> {
    let hashes = chars.iter().take_while(|c| **c == '#').count();
    if chars.get(hashes) != Some(&'"') {
        return None;
    }
    let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let inside = chars[hashes + 1..].windows(end.len()).position(|w| w == end)?;
    Some(hashes + 1 + inside + end.len())
}

/// A path in a source file, and whether a `pub use` re-exports it.
#[derive(Debug, PartialEq)]
pub(super) struct Named {
    pub(super) path: Vec<String>,
    /// The name under which it is known from there on.
    pub(super) alias: String,
    pub(super) is_use: bool,
    pub(super) handed_on: bool,
}

/// Every path of a `use` tree, and every other one that begins with `crate`, `self`, `super` or a module declared here.
pub(super) fn named(source: &str) -> Vec<Named> {
    let tokens = tokens(source);
    let token = |i: usize| tokens.get(i).map_or("", String::as_str);
    let declared: BTreeSet<&str> =
        (0..tokens.len()).filter(|i| token(*i) == "mod" && token(i + 2) == ";").map(|i| token(i + 1)).collect();
    let (mut out, mut i) = (Vec::new(), 0);
    while i < tokens.len() {
        let begins = i == 0 || !["::", "."].contains(&token(i - 1));
        if token(i) == "use" && begins && token(i + 1) != "<" {
            let handed_on = i > 0 && (token(i - 1) == "pub" || token(i - 1) == ")");
            let start = out.len();
            i = tree(&tokens, i + 1 + usize::from(token(i + 1) == "::"), &[], &mut out);
            out[start..].iter_mut().for_each(|n| n.handed_on = handed_on);
        } else if begins
            && token(i + 1) == "::"
            && (["crate", "self", "super"].contains(&token(i)) || declared.contains(token(i)))
        {
            let mut path = vec![token(i).to_owned()];
            while token(i + 1) == "::" && token(i + 2).starts_with(|c: char| c.is_alphabetic() || c == '_') {
                path.push(token(i + 2).to_owned());
                i += 2;
            }
            out.push(Named { path, alias: String::new(), is_use: false, handed_on: false });
            i += 1;
        } else {
            i += 1;
        }
    }
    out
}

/// Reads one `use` tree; where it ends.
fn tree(tokens: &[String], mut i: usize, before: &[String], out: &mut Vec<Named>) -> usize {
    let token = |i: usize| tokens.get(i).map_or("", String::as_str);
    let mut path = before.to_vec();
    loop {
        match token(i) {
            "{" => {
                i += 1;
                while !["}", ""].contains(&token(i)) {
                    i = tree(tokens, i, &path, out);
                    i += usize::from(token(i) == ",");
                }
                return i + 1;
            }
            "self" if !path.is_empty() => {}
            segment => path.push(segment.to_owned()),
        }
        if token(i + 1) != "::" {
            break;
        }
        i += 2;
    }
    let renamed = token(i + 1) == "as";
    let alias = if renamed { token(i + 2).to_owned() } else { path.last().cloned().unwrap_or_default() };
    out.push(Named { path, alias, is_use: true, handed_on: false });
    i + if renamed { 3 } else { 1 }
}

fn paths(source: &str) -> Vec<String> {
    named(source).iter().map(|n| n.path.join("::")).collect()
}

#[test]
fn use_trees_are_read_to_their_last_brace() {
    let source =
        "use std::{fmt, rc::Rc};\npub use crate::a::{self, b::{C, d::{E as F, *}}, g};\nuse super::super::h;\nuse i as _;";
    let want = "std::fmt std::rc::Rc crate::a crate::a::b::C crate::a::b::d::E crate::a::b::d::* crate::a::g super::super::h i";
    assert_eq!(paths(source).join(" "), want);
    let handed_on: Vec<String> = named(source).into_iter().filter(|n| n.handed_on).map(|n| n.alias).collect();
    assert_eq!(handed_on, ["a", "C", "F", "*", "g"]);
}

#[test]
fn paths_inside_code_are_read_and_texts_and_comments_are_not() {
    let source = r##"
        //! crate::comment::A
        mod child;
        /* crate::b /* crate::c */ crate::d */
        pub(in crate::e) fn f<'a>(x: &'a crate::g::H) -> impl Iterator<Item = char> + use<'a> {
            let text = ("crate::i \" crate::j", r#"crate::k " crate::l"#, '"', '\'', 'c');
            self.super_::call(); text.child::<u8>(); other::child::x();
            use super::m::{n};
            child::o(self::p::<crate::q::R>(), crate::s! {})
        }
    "##;
    assert_eq!(paths(source), ["crate::e", "crate::g::H", "super::m::n", "child::o", "self::p", "crate::q::R", "crate::s"]);
}
