//! What people read: every sentence is a message of a Fluent file in `locales/`, a file for each feature.
//!
//! `build.rs` writes a module of each file, so a missing message or argument does not compile, one that is not used is
//! refused by the lints, and no parser ships. A message without arguments is a constant. One with arguments is a function
//! that gives a [`Message`]; [`std::fmt::Display`] writes it out, the same natively, in Node and in the browser.

use std::fmt::{self, Display, Formatter, Write};

// Without the pages, what only they say is not used.
#[cfg_attr(not(feature = "web"), allow(dead_code))]
#[allow(unused_imports, clippy::wildcard_imports, clippy::needless_pass_by_value, clippy::too_many_arguments)]
mod catalog {
    use crate::messages::{Case, Markup, Message, Part, Value};
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}
#[allow(unused_imports)]
pub(crate) use catalog::*;

/// A piece of a message.
#[derive(Debug)]
enum Part {
    Text(&'static str),
    Argument(u8),
    /// Where markup goes; see [`Markup`].
    Slot(u8),
    /// A list, and the word before its last entry; with an empty one commas are all that separates them.
    List(u8, &'static &'static str),
    /// Whole sentences with a space between them.
    Sentences(u8),
    /// By a number: the first case that holds.
    Plural(u8, &'static [(Case, &'static [Part])]),
    /// By a name: the first that is the same. The last, without a name, is every other one.
    Select(u8, &'static [(&'static str, &'static [Part])]),
}

#[derive(Debug)]
enum Case {
    Exactly(usize),
    One,
    Other,
}

impl Case {
    fn holds(&self, n: usize) -> bool {
        match self {
            Self::Exactly(exactly) => n == *exactly,
            Self::One => n == 1,
            Self::Other => true,
        }
    }
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Text(String),
    Number(usize),
    Message(Message),
    List(Vec<Value>),
}

impl Value {
    #[inline(never)]
    fn list(values: impl IntoIterator<Item: Into<Value>>) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }

    fn write(&self, out: &mut dyn Write) -> fmt::Result {
        match self {
            Self::Text(text) => out.write_str(text),
            Self::Number(n) => number(*n, out),
            Self::Message(message) => write_parts(message.parts, &message.arguments, out),
            Self::List(values) => list(values, "and", out),
        }
    }

    fn name(&self) -> &str {
        if let Self::Text(text) = self { text } else { "" }
    }
}

// The conversions are calls, not copies at each of a thousand places.
impl From<&str> for Value {
    #[inline(never)]
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<usize> for Value {
    fn from(n: usize) -> Self {
        Self::Number(n)
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl From<&Message> for Value {
    fn from(message: &Message) -> Self {
        Self::Message(message.clone())
    }
}

/// A sentence and its arguments. Two are equal if the same function made them of equal arguments.
#[derive(Clone, Debug)]
pub struct Message {
    parts: &'static [Part],
    arguments: Vec<Value>,
}

impl Message {
    #[inline(never)]
    fn new<const N: usize>(parts: &'static [Part], arguments: [Value; N]) -> Self {
        Self { parts, arguments: arguments.into() }
    }

    /// Whole sentences, one after the other.
    pub(crate) fn sentences(all: impl IntoIterator<Item = Self>) -> Self {
        Self::new(&[Part::Sentences(0)], [Value::list(all)])
    }
}

const ARGUMENT: &[Part] = &[Part::Argument(0)];

/// A message without arguments is a constant text.
impl From<&'static str> for Message {
    #[inline(never)]
    fn from(text: &'static str) -> Self {
        Self::new(ARGUMENT, [text.into()])
    }
}

/// A text of the ladder, which is none of the catalog's and may stand where a message does.
impl From<String> for Message {
    fn from(text: String) -> Self {
        Self::new(ARGUMENT, [text.into()])
    }
}

impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.parts, other.parts) && self.arguments == other.arguments
    }
}

/// Equal to a text where it says that.
impl PartialEq<str> for Message {
    fn eq(&self, text: &str) -> bool {
        let said = self.to_string();
        said.as_str() == text
    }
}

impl PartialEq<String> for Message {
    fn eq(&self, text: &String) -> bool {
        self == text.as_str()
    }
}

impl PartialEq<&str> for Message {
    fn eq(&self, text: &&str) -> bool {
        self == *text
    }
}

impl Eq for Message {}
impl Eq for Value {}

impl Display for Message {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write_parts(self.parts, &self.arguments, f)
    }
}

impl From<Message> for String {
    #[inline(never)]
    fn from(message: Message) -> Self {
        message.to_string()
    }
}

/// A message with `N` slots for markup, such as a link in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Markup<const N: usize>(Message);

impl<const N: usize> From<Message> for Markup<N> {
    fn from(message: Message) -> Self {
        Self(message)
    }
}

/// What a message with slots consists of, in its order.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    Slot(usize),
}

impl<const N: usize> Markup<N> {
    /// Text and slots, each slot once.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut text = String::new();
        for part in self.0.parts {
            if let Part::Slot(n) = part {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
                pieces.push(Piece::Slot((*n).into()));
            } else {
                // A string takes everything.
                let _ = write_part(part, &self.0.arguments, &mut text);
            }
        }
        pieces.push(Piece::Text(text));
        pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
        pieces
    }
}

fn write_parts(parts: &[Part], arguments: &[Value], out: &mut dyn Write) -> fmt::Result {
    parts.iter().try_for_each(|part| write_part(part, arguments, out))
}

fn write_part(part: &Part, arguments: &[Value], out: &mut dyn Write) -> fmt::Result {
    let value = |index: &u8| arguments.get(usize::from(*index));
    match part {
        Part::Text(text) => out.write_str(text),
        Part::Slot(_) => Ok(()),
        Part::Argument(index) => value(index).map_or(Ok(()), |value| value.write(out)),
        Part::List(index, word) => match value(index) {
            Some(Value::List(values)) => list(values, word, out),
            _ => Ok(()),
        },
        Part::Sentences(index) => match value(index) {
            Some(Value::List(values)) => values.iter().enumerate().try_for_each(|(index, value)| {
                out.write_str(if index == 0 { "" } else { " " })?;
                value.write(out)
            }),
            _ => Ok(()),
        },
        Part::Plural(index, cases) => {
            let Some(Value::Number(n)) = value(index) else { return Ok(()) };
            let case = cases.iter().find(|(case, _)| case.holds(*n));
            case.map_or(Ok(()), |(_, parts)| write_parts(parts, arguments, out))
        }
        Part::Select(index, cases) => {
            let name = value(index).map_or("", Value::name);
            let case = cases.iter().find(|(case, _)| *case == name).or(cases.last());
            case.map_or(Ok(()), |(_, parts)| write_parts(parts, arguments, out))
        }
    }
}

/// "Scope, Breadth and Influence".
fn list(values: &[Value], word: &str, out: &mut dyn Write) -> fmt::Result {
    for (index, value) in values.iter().enumerate() {
        match index {
            0 => {}
            last if last + 1 == values.len() && !word.is_empty() => write!(out, " {word} ")?,
            _ => out.write_str(", ")?,
        }
        value.write(out)?;
    }
    Ok(())
}

/// "20,000".
fn number(n: usize, out: &mut dyn Write) -> fmt::Result {
    if n < 1000 {
        return write!(out, "{n}");
    }
    number(n / 1000, out)?;
    write!(out, ",{:03}", n % 1000)
}

#[cfg(test)]
mod tests {
    use crate::messages::{Case, Markup, Message, Part, Piece, Value};

    const COUNTED: &[Part] = &[Part::Plural(
        0,
        &[
            (Case::Exactly(0), &[Part::Text("nothing")]),
            (Case::One, &[Part::Text("one question")]),
            (Case::Other, &[Part::Argument(0), Part::Text(" questions")]),
        ],
    )];

    fn counted(n: usize) -> Message {
        Message::new(COUNTED, [n.into()])
    }

    #[test]
    fn numbers_choose_their_case_and_are_grouped() {
        let texts = [0, 1, 2, 20_000, 1_002_003].map(|n| counted(n).to_string());
        assert_eq!(texts, ["nothing", "one question", "2 questions", "20,000 questions", "1,002,003 questions"]);
    }

    #[test]
    fn lists_have_their_word_before_the_last() {
        const OR: &[Part] = &[Part::List(0, &"or")];
        const UNIT: &[Part] = &[Part::List(0, &"")];
        let text = |names: &[&str]| Message::new(OR, [Value::list(names.iter().copied())]).to_string();
        assert_eq!([text(&[]), text(&["a"]), text(&["a", "b"]), text(&["a", "b", "c"])], ["", "a", "a or b", "a, b or c"]);
        assert_eq!(Message::new(UNIT, [Value::list(["a", "b"])]).to_string(), "a, b");
    }

    #[test]
    fn a_name_selects_and_messages_stand_in_messages() {
        const BY_ROLE: &[Part] = &[
            Part::Select(0, &[("manager", &[Part::Text("the manager has ")]), ("", &[Part::Text("they have ")])]),
            Part::Argument(1),
        ];
        let text = |role: &str| Message::new(BY_ROLE, [role.into(), counted(1).into()]).to_string();
        assert_eq!([text("manager"), text("peer")], ["the manager has one question", "they have one question"]);
    }

    #[test]
    fn equal_are_messages_of_one_function_with_equal_arguments() {
        assert_eq!(counted(2), counted(2));
        assert_ne!(counted(2), counted(3));
    }

    #[test]
    fn markup_comes_in_pieces() {
        const SEE: &[Part] = &[Part::Text("See "), Part::Slot(0), Part::Text(", "), Part::Argument(0), Part::Text(".")];
        let markup: Markup<1> = Message::new(SEE, ["Ines".into()]).into();
        assert_eq!(markup.pieces(), [Piece::Text("See ".into()), Piece::Slot(0), Piece::Text(", Ines.".into())]);
    }
}
