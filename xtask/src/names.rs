//! Short names between a module and its glue. wasm-bindgen tells its imports apart by hashes, sixteen random letters each,
//! in both files; no compression helps against that, and a hundred of them cost 2 kB. Also, sections that are added.

use crate::process::Outcome;

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const HEADER: usize = 8;

/// Module and glue that call each other by short names.
pub(crate) fn shorten(wasm: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    renamed(wasm, glue).ok_or_else(|| "The imports of a module cannot be read.".to_owned())
}

/// Adds a section that browsers hand out under its name.
pub(crate) fn add_section(wasm: &mut Vec<u8>, name: &str, content: &[u8]) {
    let mut body = Vec::new();
    write_number(&mut body, name.len());
    body.extend(name.bytes());
    body.extend(content);
    wasm.push(CUSTOM);
    write_number(wasm, body.len());
    wasm.extend(body);
}

fn renamed(wasm: &[u8], glue: &str) -> Option<(Vec<u8>, String)> {
    let mut out = wasm.get(..HEADER)?.to_vec();
    let mut glue = glue.to_owned();
    let mut at = HEADER;
    while at < wasm.len() {
        let (id, start) = (wasm[at], at);
        at += 1;
        let size = number(wasm, &mut at)?;
        let body = wasm.get(at..at + size)?;
        at += size;
        if id == IMPORTS {
            let body = imports(body, &mut glue)?;
            out.push(id);
            write_number(&mut out, body.len());
            out.extend(body);
        } else {
            out.extend(wasm.get(start..at)?);
        }
    }
    Some((out, glue))
}

/// The section of imports with other names, which `glue` takes over.
fn imports(body: &[u8], glue: &mut String) -> Option<Vec<u8>> {
    let mut at = 0;
    let count = number(body, &mut at)?;
    let mut out = Vec::new();
    write_number(&mut out, count);
    for index in 0..count {
        let (module, name) = (text(body, &mut at)?, text(body, &mut at)?);
        let described = at;
        skip_description(body, &mut at)?;
        let (short_module, short) = ("i", format!("i{index}"));
        *glue = replace_word(glue, name, &short).replace(&format!("\"{module}\""), &format!("\"{short_module}\""));
        for name in [short_module, &short] {
            write_number(&mut out, name.len());
            out.extend(name.bytes());
        }
        out.extend(body.get(described..at)?);
    }
    Some(out)
}

/// What follows the two names of an import: a kind and its type.
fn skip_description(body: &[u8], at: &mut usize) -> Option<()> {
    let kind = *body.get(*at)?;
    *at += 1;
    match kind {
        0 => number(body, at).map(|_| ()),
        1 => {
            *at += 1;
            limits(body, at)
        }
        2 => limits(body, at),
        3 => {
            *at += 2;
            Some(())
        }
        _ => None,
    }
}

fn limits(body: &[u8], at: &mut usize) -> Option<()> {
    let has_most = *body.get(*at)? & 1 == 1;
    *at += 1;
    number(body, at)?;
    if has_most {
        number(body, at)?;
    }
    Some(())
}

fn text<'a>(body: &'a [u8], at: &mut usize) -> Option<&'a str> {
    let length = number(body, at)?;
    let bytes = body.get(*at..*at + length)?;
    *at += length;
    std::str::from_utf8(bytes).ok()
}

/// An unsigned LEB128.
fn number(bytes: &[u8], at: &mut usize) -> Option<usize> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = *bytes.get(*at)?;
        *at += 1;
        value |= usize::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(value);
        }
        shift += 7;
    }
}

fn write_number(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        if value == 0 {
            return out.push(low);
        }
        out.push(low | 0x80);
    }
}

/// `text` with a name replaced where it is a whole word.
fn replace_word(text: &str, name: &str, by: &str) -> String {
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(name) {
        let (before, after) = (&rest[..at], &rest[at + name.len()..]);
        let whole = !before.ends_with(word) && !after.starts_with(word);
        out.push_str(before);
        out.push_str(if whole { by } else { name });
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::{add_section, number, renamed, write_number};

    #[test]
    fn a_number_reads_as_it_was_written() {
        for value in [0, 1, 127, 128, 300, 16_384, 1_000_000] {
            let mut bytes = Vec::new();
            write_number(&mut bytes, value);
            let mut at = 0;
            assert_eq!((number(&bytes, &mut at), at), (Some(value), bytes.len()));
        }
    }

    #[test]
    fn a_section_says_its_length_and_name() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        add_section(&mut wasm, "ab", b"xyz");
        assert_eq!(wasm, b"\0asm\x01\0\0\0\x00\x06\x02abxyz");
    }

    #[test]
    fn imports_are_renamed_on_both_sides_and_the_rest_stays() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend(*b"\x02\x11\x01\x03m.j\x09__wbg_a_1\x00\x05");
        wasm.extend(*b"\x0a\x01\x07");
        let glue = "{ \"m.j\": import0 } __wbg_a_1: f, __wbg_a_12: g";
        let (made, glue) = renamed(&wasm, glue).unwrap_or_default();
        assert_eq!(made, b"\0asm\x01\0\0\0\x02\x08\x01\x01i\x02i0\x00\x05\x0a\x01\x07".to_vec());
        assert_eq!(glue, "{ \"i\": import0 } i0: f, __wbg_a_12: g");
        assert!(renamed(b"\0asm\x01\0\0\0\x02\x05\x01", "").is_none());
    }
}
