//! Parsers of exported documents that are independent of their writers.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use ladder_calibration::base::characters::clean;
use pulldown_cmark::{Event, Options, Parser};

/// The content of a document, in order: markup, and text with normalized white space.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    Markup(String, Vec<(String, String)>),
    Text(String),
    /// All text of a picture without white space, since its lines may break anywhere.
    Picture(String),
}

impl Part {
    /// The same with another text instead of `word`.
    pub(crate) fn with(&self, word: &str, text: &str) -> Self {
        let change = |s: &String| s.replace(word, text);
        match self {
            Self::Markup(name, attributes) => {
                Self::Markup(name.clone(), attributes.iter().map(|(n, v)| (n.clone(), change(v))).collect())
            }
            Self::Text(t) => Self::Text(even(&change(t))),
            Self::Picture(t) => Self::Picture(t.replace(word, &normalized(text))),
        }
    }

    pub(crate) fn text(&self) -> &str {
        if let Self::Text(t) = self { t } else { "" }
    }
}

/// One space for each stretch of white space.
pub(crate) fn even(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without white space.
pub(crate) fn normalized(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// All text, pieces apart by spaces.
pub(crate) fn text_of(parts: &[Part]) -> String {
    even(&parts.iter().map(Part::text).collect::<Vec<_>>().join(" "))
}

fn add_text(parts: &mut Vec<Part>, text: &str) {
    if let Some(Part::Text(last)) = parts.last_mut() {
        last.push_str(text);
    } else {
        parts.push(Part::Text(text.to_owned()));
    }
}

fn evened(parts: Vec<Part>) -> Vec<Part> {
    let parts = parts.into_iter().map(|p| if let Part::Text(t) = p { Part::Text(even(&t)) } else { p });
    parts.filter(|p| *p != Part::Text(String::new())).collect()
}

/// Tags with their attributes, comments and text. Fails on anything that the HTML standard calls an error.
pub(crate) fn html_parts(html: &str) -> Vec<Part> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut parts = Vec::new();
    let string = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(n, v)| (string(n), string(v))).collect();
                parts.push(Part::Markup(string(&tag.name), attributes));
            }
            Token::EndTag(tag) => parts.push(Part::Markup(format!("/{}", string(&tag.name)), Vec::new())),
            Token::String(text) => add_text(&mut parts, &string(&text)),
            Token::Comment(text) => parts.push(Part::Markup(format!("!--{}", string(&text)), Vec::new())),
            Token::Doctype(d) => parts.push(Part::Markup(format!("!{}", string(&d.name)), Vec::new())),
            Token::Error(e) => panic!("{:?} in {html}", e.value),
        }
    }
    evened(parts)
}

/// The same with each picture as one part.
pub(crate) fn without_pictures(parts: Vec<Part>) -> Vec<Part> {
    let (mut out, mut picture) = (Vec::new(), None);
    for part in parts {
        match (&part, &mut picture) {
            (Part::Markup(name, _), None) if name == "svg" => picture = Some(String::new()),
            (Part::Markup(name, _), Some(text)) if name == "/svg" => {
                out.push(Part::Picture(std::mem::take(text)));
                picture = None;
            }
            (Part::Markup(name, _), Some(_)) => assert!(ELEMENTS.contains(&name.trim_start_matches('/')), "{name}"),
            (Part::Text(t) | Part::Picture(t), Some(text)) => text.push_str(&normalized(t)),
            (_, None) => out.push(part),
        }
    }
    assert!(picture.is_none(), "a picture does not end");
    out
}

/// What `CommonMark` makes of it, with every extension that the parser knows but curled quotation marks.
pub(crate) fn markdown_parts(markdown: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(t) => add_text(&mut parts, &t),
            other => parts.push(Part::Markup(format!("{other:?}"), Vec::new())),
        }
    }
    evened(parts)
}

/// Elements and attributes that a picture may have. Nothing in them runs, loads or styles.
const ELEMENTS: [&str; 9] = ["svg", "title", "desc", "g", "rect", "circle", "path", "line", "text"];
const ATTRIBUTES: [&str; 29] = [
    "viewBox",
    "width",
    "height",
    "role",
    "aria-labelledby",
    "id",
    "class",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "d",
    "transform",
    "fill",
    "stroke",
    "stroke-width",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "preserveAspectRatio",
    "opacity",
    "lang",
];

/// Checks a picture and gives its texts in order, white space left out: lines may break anywhere.
pub(crate) fn svg_text(svg: &str) -> String {
    let document = roxmltree::Document::parse(svg).unwrap_or_else(|e| panic!("{e} in {svg}"));
    let mut out = String::new();
    for node in document.descendants() {
        if node.is_element() {
            let name = node.tag_name();
            assert_eq!(name.namespace(), Some("http://www.w3.org/2000/svg"));
            assert!(ELEMENTS.contains(&name.name()), "{}", name.name());
            for a in node.attributes() {
                assert!(a.namespace().is_none() && ATTRIBUTES.contains(&a.name()), "{}", a.name());
                assert!(!a.value().contains("url(") && !a.value().contains(':'), "{}", a.value());
            }
        } else if node.is_text() {
            out.push_str(&normalized(node.text().unwrap()));
        } else {
            assert!(node.is_root(), "{node:?}");
        }
    }
    out
}

/// The rows of a CSV file as RFC 4180 defines it, and nothing looser.
pub(crate) fn csv_rows(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut rest) = (Vec::new(), Vec::new(), csv);
    while !rest.is_empty() {
        let mut cell = String::new();
        if let Some(mut quoted) = rest.strip_prefix('"') {
            loop {
                let (text, after) = quoted.split_once('"').expect("a quoted cell ends");
                cell.push_str(text);
                let Some(more) = after.strip_prefix('"') else {
                    rest = after;
                    break;
                };
                cell.push('"');
                quoted = more;
            }
        } else {
            let end = rest.find([',', '\r', '\n', '"']).expect("the last row ends as every other");
            cell.push_str(&rest[..end]);
            rest = &rest[end..];
        }
        row.push(cell);
        if let Some(after) = rest.strip_prefix("\r\n") {
            rows.push(std::mem::take(&mut row));
            rest = after;
        } else {
            rest = rest.strip_prefix(',').unwrap_or_else(|| panic!("a cell ends with a comma or a line end: {rest}"));
        }
    }
    rows
}

/// The strings that were written to break out of text, with their escapes decoded.
pub(crate) fn corpus() -> Vec<String> {
    let lines = include_str!("../data/xss.txt").lines().skip(1);
    let all: Vec<String> = lines.map(decoded).collect();
    assert!(all.len() >= 200 && all.iter().all(|s| !even(&clean(s)).is_empty()));
    all
}

fn decoded(line: &str) -> String {
    let (mut out, mut chars) = (String::new(), line.chars());
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('\\') => out.push('\\'),
            Some('u') => {
                let digits: String = chars.by_ref().skip(1).take_while(|c| *c != '}').collect();
                out.push(char::from_u32(u32::from_str_radix(&digits, 16).unwrap()).unwrap());
            }
            other => panic!("an escape that is not described: {other:?} in {line}"),
        }
    }
    out
}
