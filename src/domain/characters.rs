//! Characters that change how other text is read, and those that no document may hold.

/// Whether a character only changes the direction of the text around it, which can make a name or an address look like
/// another one (Unicode Technical Report 36, section 2.6).
pub fn reorders(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text for a document that others open: without characters that reorder it, with line feeds as the only line ends, and
/// with the replacement character where XML and HTML forbid what stood there.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\r' => out.push('\n'),
            '\n' | '\t' => out.push(c),
            c if reorders(c) => {}
            c if c.is_control() || is_noncharacter(c) => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
        after_return = c == '\r';
    }
    out
}

/// The 66 code points that Unicode keeps for no character.
fn is_noncharacter(c: char) -> bool {
    u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}
