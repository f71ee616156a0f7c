//! Characters that change how other text is read, and those that no document may hold.

/// Whether a character only changes the direction of the text around it, which can make a name or an address look like
/// another one (Unicode Technical Report 36, section 2.6).
pub fn reorders(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Text for a document that other programs open: without characters that reorder it, with line feeds as the only line ends,
/// and with the replacement character for characters that XML and HTML forbid.
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

/// Escapes text for HTML and XML, between tags and in quoted attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// One line of a table of comma-separated values (RFC 4180), safe to open in a spreadsheet.
pub fn csv_line<S: AsRef<str>>(cells: &[S]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(&harmless(cell.as_ref()))).collect();
    cells.join(",") + "\r\n"
}

/// A spreadsheet reads a cell with such a first character as a formula (OWASP, "CSV Injection"); an apostrophe before it
/// makes it text. Characters without width before it do not hide it.
fn harmless(cell: &str) -> String {
    let seen = cell.trim_start_matches([' ', '\u{feff}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}']);
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if seen.starts_with(formula) { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || " .-_'".contains(c);
    if cell.chars().all(plain) && !cell.starts_with(' ') && !cell.ends_with(' ') {
        cell.to_owned()
    } else {
        format!("\"{}\"", cell.replace('"', "\"\""))
    }
}

/// The 66 noncharacters of Unicode.
fn is_noncharacter(c: char) -> bool {
    u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}
