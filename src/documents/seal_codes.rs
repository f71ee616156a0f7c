//! Numbers that people read to each other: the code of a seal, the closing code of a session, the opening number.
//! Printed in groups of four, and read back however they were typed or pasted.

use std::fmt;

use crate::messages::seals;
use sha2::{Digest as _, Sha256};

/// Digits of a code: 39 hold 128 bits, and one checks them.
const CODE: usize = 40;
/// Digits of an opening number.
const OPENING: usize = 20;

/// The totally anti-symmetric quasigroup of H. M. Damm, *Total anti-symmetrische Quasigruppen*, Marburg 2004.
///
/// From 0, each digit selects an entry: the row is the previous entry, the column the digit. The check digit leads back to
/// 0. Every row and every column holds each digit once, so a single wrong digit always changes the result. From no row do
/// `x, y` and `y, x` give the same entry, so two exchanged neighbors are found too, the check digit included. The remainder
/// by 97 of an IBAN needs two digits for that; the Luhn digit of a bank card misses 09 for 90.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// The check digit of digits; 0 for digits that end with theirs.
fn check_digit(digits: &str) -> u8 {
    digits.bytes().fold(0, |row, digit| DAMM[usize::from(row)][usize::from(digit.wrapping_sub(b'0') % 10)])
}

/// The first 128 bits of a SHA-256, as 39 digits and a check digit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// The code over lines, each ended by a newline, and the bytes after them.
    pub(crate) fn over(lines: &[&str], content: &[u8]) -> Self {
        let mut hash = Sha256::new();
        for line in lines {
            hash.update(line);
            hash.update(b"\n");
        }
        hash.update(content);
        let mut number = [0; 16];
        number.copy_from_slice(&hash.finalize()[..16]);
        let mut digits = decimal(number);
        digits.push(char::from(b'0' + check_digit(&digits)));
        Self(digits)
    }

    /// Reads a code as it was typed or pasted.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        let digits = digits_in(typed, CODE)?;
        if check_digit(&digits) == 0 { Ok(Self(digits)) } else { Err(CodeError::CheckDigit) }
    }

    /// The 40 digits without spaces, as they are in files.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    /// Ten groups of four.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        grouped(&self.0, f)
    }
}

/// A number of 128 bits as 39 digits, by long division.
fn decimal(mut number: [u8; 16]) -> String {
    let mut digits = [b'0'; CODE - 1];
    for digit in digits.iter_mut().rev() {
        let mut rest: u16 = 0;
        for byte in &mut number {
            let part = rest * 256 + u16::from(*byte);
            [_, *byte] = (part / 10).to_be_bytes();
            rest = part % 10;
        }
        *digit += rest.to_be_bytes()[1];
    }
    digits.into_iter().map(char::from).collect()
}

/// The secret that a sealed file is encrypted under: 20 digits, 66 bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningNumber(String);

impl OpeningNumber {
    /// Draws a number. Bytes from 250 on are skipped, so that all digits are equally likely. Fewer than one in a million
    /// million draws finds too few bytes among 32; then there is no number.
    pub(crate) fn draw(bytes: &[u8; 32]) -> Option<Self> {
        let fair = bytes.iter().filter(|byte| **byte < 250);
        let digits: String = fair.take(OPENING).map(|byte| char::from(b'0' + byte % 10)).collect();
        (digits.len() == OPENING).then_some(Self(digits))
    }

    /// Reads a number as it was typed or pasted.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        digits_in(typed, OPENING).map(Self)
    }

    /// Whether its last four digits were typed, as a confirmation that the number was noted.
    pub fn ends_with(&self, typed: &str) -> bool {
        digits_in(typed, 4).is_ok_and(|digits| self.0.ends_with(&digits))
    }

    /// The 20 digits without spaces, which are the secret.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OpeningNumber {
    /// Five groups of four.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        grouped(&self.0, f)
    }
}

fn grouped(digits: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && i % 4 == 0 {
            f.write_str(" ")?;
        }
        fmt::Write::write_char(f, digit)?;
    }
    Ok(())
}

/// What is wrong with digits that were typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// Something that is neither a digit nor a separator.
    Other(char),
    /// Too few or too many digits.
    Length {
        found: usize,
        /// How many there have to be.
        wanted: usize,
    },
    /// The check digit does not fit: a digit is wrong, or two are exchanged.
    CheckDigit,
}

impl fmt::Display for CodeError {
    /// What the number does: "has …", "is …".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Other(c) => seals::not_digit(c.to_string()).fmt(f),
            Self::Length { found: 0, wanted } => seals::no_digits(wanted.to_string()).fmt(f),
            Self::Length { found, wanted } => seals::digit_count(found.to_string(), wanted.to_string()).fmt(f),
            Self::CheckDigit => f.write_str(seals::CHECK_DIGIT),
        }
    }
}

fn digits_in(typed: &str, wanted: usize) -> Result<String, CodeError> {
    let mut digits = String::new();
    for c in typed.chars() {
        match digit(c) {
            Some(digit) => digits.push(digit),
            None if is_filler(c) || is_around(c) => {}
            None => return Err(CodeError::Other(c)),
        }
    }
    if digits.len() == wanted { Ok(digits) } else { Err(CodeError::Length { found: digits.len(), wanted }) }
}

/// A digit as keyboards of the Latin, Arabic, Persian, Devanagari and full-width scripts type it.
fn digit(c: char) -> Option<char> {
    let zeros = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];
    zeros.into_iter().find_map(|zero| char::from_digit(u32::from(c).checked_sub(u32::from(zero))?, 10))
}

/// Characters that people and chats put around a number or between its groups: quotation marks, brackets, emphasis, commas.
fn is_around(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '*' | '_' | '~' | '|' | ',' | ';' | ':' | '/' | '(' | ')' | '[' | ']' | '<')
        || matches!(c, '\u{ab}' | '\u{bb}' | '\u{2018}'..='\u{201f}' | '\u{2039}' | '\u{203a}' | '\u{300c}'..='\u{300f}')
}

/// Characters that chats, mail and line wraps put between characters: spaces, hyphens, dots, quote marks of mail,
/// characters without width.
pub(crate) fn is_filler(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '.' | '>' | '\u{ad}' | '\u{b7}' | '\u{2212}' | '\u{2060}' | '\u{feff}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2010}'..='\u{2015}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
