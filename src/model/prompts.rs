//! A question as it is put to the person, or about the person to others.

use super::assessment::{Assessment, Role};
use super::ladder::Ladder;

/// The place of the person's name in a text about them.
pub const NAME: &str = "{name}";

/// Who reads a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience<'a> {
    /// The person themselves.
    Person,
    /// Others, who read the person's name; empty where there is none.
    Others(&'a str),
}

impl<'a> Audience<'a> {
    pub fn of(role: Role, name: &'a str) -> Self {
        if role == Role::SelfRater { Self::Person } else { Self::Others(name.trim()) }
    }
}

/// A text of the ladder for an audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase<'a> {
    text: &'a str,
    /// The name, where the text is about the person.
    name: Option<&'a str>,
    /// The name, where the text is put to the person and others read it.
    pub about: Option<&'a str>,
}

/// A part of a phrase. The name is marked, because it can be of another direction than the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    Text(&'a str),
    Name(&'a str),
}

impl<'a> Phrase<'a> {
    fn new(ladder: &'a Ladder, to_person: &'a str, to_others: &'a str, audience: Audience<'a>) -> Self {
        let name = match audience {
            Audience::Person => None,
            Audience::Others("") => Some(ladder.unnamed.as_str()),
            Audience::Others(name) => Some(name),
        };
        match name {
            Some(_) if !to_others.is_empty() => Self { text: to_others, name, about: None },
            about => Self { text: to_person, name: None, about },
        }
    }

    /// Its parts in order.
    pub fn parts(self) -> Vec<Part<'a>> {
        let Some(name) = self.name else { return vec![Part::Text(self.text)] };
        let mut parts = Vec::new();
        for (i, text) in self.text.split(NAME).enumerate() {
            if i > 0 {
                parts.push(Part::Name(name));
            }
            if !text.is_empty() {
                parts.push(Part::Text(text));
            }
        }
        parts
    }
}

/// As plain text, without the line that names the person.
impl From<Phrase<'_>> for String {
    fn from(phrase: Phrase) -> Self {
        let text = |part| match part {
            Part::Text(text) | Part::Name(text) => text,
        };
        phrase.parts().into_iter().map(text).collect()
    }
}

/// The prompt of a question.
pub fn prompt<'a>(ladder: &'a Ladder, question: usize, audience: Audience<'a>) -> Phrase<'a> {
    let q = &ladder.questions[question];
    Phrase::new(ladder, &q.prompt, &q.prompt_about, audience)
}

/// How to choose a statement.
pub fn instruction<'a>(ladder: &'a Ladder, audience: Audience<'a>) -> Phrase<'a> {
    Phrase::new(ladder, &ladder.instruction, &ladder.instruction_about, audience)
}

/// The prompt of a question as plain text. A document has no name but that of a session record.
pub fn prompt_text(ladder: &Ladder, question: usize, audience: Audience) -> String {
    prompt(ladder, question, audience).into()
}

/// Who reads the questions of an assessment, with the name that this browser knows.
pub fn audience(a: &Assessment) -> Audience<'_> {
    Audience::of(a.rater.role, a.subject.known_as())
}
