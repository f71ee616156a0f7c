//! Writes typed Rust from the Fluent files of a locale, at build time: a missing message or argument does not compile.
//!
//! A message becomes a constant, or a function of its arguments.
//!
//! What of [Fluent](https://projectfluent.org/fluent/guide/) a file may hold: text, arguments, terms, string literals, selectors
//! by number (`[0]`, `[one]`, `[other]`) or by name, and `LIST($names, type: "and")`, or with "or" or "unit" (commas alone). A number literal, `{ 0 }`, is a slot for
//! markup. Lines of one message are joined by spaces.

mod page;
mod pattern;
mod pseudo;
mod rust;
mod script;

use fluent_syntax::ast::{Entry, Resource};
use fluent_syntax::parser::parse;
use pattern::{Part, Pattern, Terms, pattern};
use pseudo::Pseudo;
use std::path::Path;

/// The environment variable that names the locale of a build.
pub const VARIABLE: &str = "LADDER_LOCALE";

/// The locale that pages are written in.
pub const SOURCE: &str = "en-US";

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 4] = ["ar", "fa", "he", "ur"];

/// The locale of this build: a folder of `locales/`; or `en-XA` or `ar-XB`, which are made from the source for tests.
pub fn chosen() -> String {
    std::env::var(VARIABLE).ok().filter(|name| !name.is_empty()).unwrap_or_else(|| SOURCE.to_owned())
}

/// A message, read.
struct Message {
    name: String,
    pattern: Pattern,
}

/// The messages of a file.
struct Feature {
    name: String,
    messages: Vec<Message>,
}

/// The messages of a locale.
pub struct Catalog {
    /// The language tag of pages.
    lang: String,
    /// `ltr` or `rtl`.
    direction: &'static str,
    features: Vec<Feature>,
}

impl Catalog {
    /// Reads the Fluent files of a locale from the folder of all locales.
    ///
    /// # Errors
    /// Files that cannot be read, syntax that Fluent refuses, parts of Fluent that the renderer has no use for, and names
    /// that occur twice; each with the name of its file.
    pub fn read(locales: &Path, locale: &str) -> Result<Self, String> {
        let pseudo = Pseudo::named(locale);
        let folder = &locales.join(if pseudo.is_some() { SOURCE } else { locale });
        let unreadable = |error: std::io::Error| format!("{}: {error}", folder.display());
        let mut sources = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if let (Some(name), Some("ftl")) = (path.file_stem(), path.extension().and_then(|ending| ending.to_str())) {
                sources.push((name.to_string_lossy().into_owned(), std::fs::read_to_string(&path).map_err(unreadable)?));
            }
        }
        sources.sort();
        let mut catalog = Self::of(&sources).map_err(|faults| faults.join("\n"))?;
        if let Some(pseudo) = pseudo {
            for message in catalog.features.iter_mut().flat_map(|feature| &mut feature.messages) {
                pseudo.change(message);
            }
        }
        locale.trim_end_matches("-US").clone_into(&mut catalog.lang);
        let language = locale.split('-').next().unwrap_or_default();
        catalog.direction = if RIGHT_TO_LEFT.contains(&language) { "rtl" } else { "ltr" };
        Ok(catalog)
    }

    /// The catalog of the files given, each as the name of its feature and its text.
    fn of(sources: &[(String, String)]) -> Result<Self, Vec<String>> {
        let (mut features, mut faults) = (Vec::new(), Vec::new());
        for (name, source) in sources {
            match messages(source) {
                Ok(messages) => features.push(Feature { name: name.clone(), messages }),
                Err(found) => faults.extend(found.into_iter().map(|fault| format!("{name}.ftl: {fault}"))),
            }
        }
        if faults.is_empty() { Ok(Self { lang: SOURCE.to_owned(), direction: "ltr", features }) } else { Err(faults) }
    }

    /// The Rust source of all messages, a module for each file but those that only scripts and pages use.
    pub fn functions(&self, without: &[&str]) -> String {
        let mut out = String::new();
        for feature in self.features.iter().filter(|feature| !without.contains(&feature.name.as_str())) {
            rust::module(&feature.name, &feature.messages, &mut out);
        }
        out
    }

    /// The JavaScript module of a file's messages, and of some others, for what is said before any program is there.
    ///
    /// # Errors
    /// Messages that are not there; selectors and slots.
    pub fn script(&self, feature: &str, others: &[(&str, &str)]) -> Result<String, String> {
        let own = self.features.iter().filter(|other| other.name == feature).flat_map(|feature| &feature.messages);
        let others = others.iter().map(|(feature, name)| self.message(&format!("{feature}.{name}")));
        script::module(&own.map(Ok).chain(others).collect::<Result<Vec<_>, _>>()?)
    }

    /// The language and the direction of the locale, for scripts that make an element of their own.
    pub fn locale_script(&self) -> String {
        format!("export const locale = {{ lang: '{}', dir: '{}' }};\n", self.lang, self.direction)
    }

    /// An HTML page with its messages, each written as `{{feature.message}}`; see `page.rs`.
    ///
    /// # Errors
    /// Messages and arguments that are not there, and what is not written as described.
    pub fn page(&self, html: &str) -> Result<String, String> {
        page::filled(self, html)
    }

    /// What a message can be, by its file and name: each of its variants, with `{}` for arguments and markup.
    pub fn variants(&self, name: &str) -> Option<Vec<String>> {
        self.message(name).ok().map(|message| pattern::variants(&message.pattern))
    }

    /// All messages by file and name, each with its variants.
    pub fn all(&self) -> impl Iterator<Item = (String, Vec<String>)> {
        let of = |feature: &Feature, message: &Message| {
            (format!("{}.{}", feature.name, message.name.replace('_', "-")), pattern::variants(&message.pattern))
        };
        self.features.iter().flat_map(move |feature| feature.messages.iter().map(move |message| of(feature, message)))
    }

    /// A message by its file and name, as in `common.open-file`.
    fn message(&self, name: &str) -> Result<&Message, String> {
        let found = name.split_once('.').and_then(|(feature, name)| {
            let feature = self.features.iter().find(|other| other.name == feature)?;
            feature.messages.iter().find(|message| message.name == name.replace('-', "_"))
        });
        found.ok_or_else(|| format!("{name} is no message of the catalog."))
    }
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
    use super::Catalog;

    fn catalog(source: &str) -> Result<Catalog, Vec<String>> {
        Catalog::of(&[("share".into(), source.into()), ("other".into(), "more = More\n".into())])
    }

    fn written(source: &str) -> Result<String, Vec<String>> {
        catalog(source).map(|catalog| catalog.functions(&["other"]))
    }

    fn script(source: &str) -> Result<String, String> {
        catalog(source).map_err(|faults| faults.join(""))?.script("share", &[("other", "more")])
    }

    fn page(html: &str) -> Result<String, String> {
        let source = "open = Open & read\nleft = { $count ->\n    [one] One is\n   *[other] { $count } are\n} left for { LIST($names, type: \"and\") }.\nsee = See { 1 } and { 0 }.\n";
        catalog(source).map_err(|faults| faults.join(""))?.page(html)
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
        let wanted = "export const messages = {\n  notSetUp: 'It\\'s `so`.',\n  notLoaded: (theUrl, price) => `${theUrl} is not ${theUrl}, \\`so\\` costs $${price}.`,\n  more: 'More',\n};\n";
        assert_eq!(code.as_deref(), Ok(wanted));
        assert!(script("left = { $count ->\n    [one] One\n   *[other] More\n}\n").is_err());
    }

    #[test]
    fn a_list_in_a_script_has_its_word_before_the_last() {
        let code = script("to = To { LIST($names, type: \"and\") }.\n").unwrap_or_default();
        assert!(code.contains("  to: (names) => `To ${list(names, 'and')}.`,\n") && code.contains("const list = "), "{code}");
    }

    #[test]
    fn a_page_has_its_messages_with_arguments_and_markup() {
        let html = "<p title=\"{{share.open}}\">{{share.left count=\"2\" names=\"Ines\" names=\"Ben\"}} \
            {{share.see|<a href=\"#a\">{{other.more}}</a>|<b>B</b>}}</p>";
        let wanted = "<p title=\"Open &amp; read\">2 are left for Ines and Ben. See <b>B</b> and <a href=\"#a\">More</a>.</p>";
        assert_eq!(page(html).as_deref(), Ok(wanted));
    }

    #[test]
    fn variants_are_all_that_a_message_can_be() {
        let source =
            "left = { $count ->\n    [one] One is\n   *[other] { $count } are\n} left, { $mark ->\n    [a] A\n   *[b] B\n}.\n";
        let variants = catalog(source).ok().and_then(|catalog| catalog.variants("share.left"));
        assert_eq!(variants.unwrap_or_default(), ["One is left, A.", "One is left, B.", "{} are left, A.", "{} are left, B."]);
    }

    #[test]
    fn a_page_names_what_it_lacks() {
        for (html, part) in [
            ("{{share.none}}", "share.none"),
            ("{{share.left names=\"Ines\"}}", "count"),
            ("{{share.see|<b>B</b>}}", "slot 1"),
            ("{{share.open", "does not end"),
        ] {
            assert!(page(html).is_err_and(|fault| fault.contains(part)), "{html}");
        }
    }
}
