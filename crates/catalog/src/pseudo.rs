//! Locales for tests, which no translator writes: longer words with accents, and the same from right to left.

use crate::Message;
use crate::pattern::Part;

#[derive(Clone, Copy)]
pub(crate) enum Pseudo {
    /// Accents, and every vowel twice, which makes a text a third longer.
    Longer,
    /// The same, each word from right to left.
    RightToLeft,
}

/// The code of a right-to-left override, and the end of one.
const OVERRIDE: [char; 2] = ['\u{202e}', '\u{202c}'];

const ACCENTS: [(char, &str); 17] = [
    ('a', "áá"),
    ('e', "éé"),
    ('i', "íí"),
    ('o', "öö"),
    ('u', "üü"),
    ('A', "Áá"),
    ('E', "Éé"),
    ('I', "Íí"),
    ('O', "Öö"),
    ('U', "Üü"),
    ('c', "ç"),
    ('n', "ñ"),
    ('s', "š"),
    ('y', "ý"),
    ('z', "ž"),
    ('C', "Ç"),
    ('S', "Š"),
];

impl Pseudo {
    /// By the name of the locale, as other tools call these two.
    pub(crate) fn named(locale: &str) -> Option<Self> {
        match locale {
            "en-XA" => Some(Self::Longer),
            "ar-XB" => Some(Self::RightToLeft),
            _ => None,
        }
    }

    pub(crate) fn change(self, message: &mut Message) {
        self.parts(&mut message.pattern);
    }

    fn parts(self, parts: &mut [Part]) {
        for part in parts {
            match part {
                Part::Text(text) => *text = self.text(text),
                Part::List { word, .. } => *word = self.text(word),
                Part::Plural { cases, .. } => {
                    for (_, parts) in cases {
                        self.parts(parts);
                    }
                }
                Part::Select { cases, other, .. } => {
                    for (_, parts) in cases {
                        self.parts(parts);
                    }
                    self.parts(other);
                }
                Part::Argument(_) | Part::Slot(_) => {}
            }
        }
    }

    /// Letters alone change: numbers, marks, spaces and what is no ASCII stay.
    fn text(self, text: &str) -> String {
        let (mut out, mut word) = (String::new(), String::new());
        for c in text.chars() {
            if c.is_ascii_alphabetic() {
                match ACCENTS.iter().find(|(letter, _)| *letter == c) {
                    Some((_, accented)) => word.push_str(accented),
                    None => word.push(c),
                }
            } else {
                self.end_word(&mut word, &mut out);
                out.push(c);
            }
        }
        self.end_word(&mut word, &mut out);
        out
    }

    fn end_word(self, word: &mut String, out: &mut String) {
        match self {
            _ if word.is_empty() => {}
            Self::Longer => out.push_str(word),
            Self::RightToLeft => {
                out.push(OVERRIDE[0]);
                out.push_str(word);
                out.push(OVERRIDE[1]);
            }
        }
        word.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::Pseudo;

    #[test]
    fn words_are_longer_and_have_accents() {
        assert_eq!(Pseudo::Longer.text("Open 2 files, at once."), "Ööpééñ 2 fíílééš, áát ööñçéé.");
    }

    #[test]
    fn words_run_from_right_to_left() {
        assert_eq!(Pseudo::RightToLeft.text("By 5 %"), "\u{202e}Bý\u{202c} 5 %");
    }
}
