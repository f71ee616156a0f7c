//! Messages in an HTML page, for what is said before any script runs.
//!
//! `{{share.open}}` is a message; `{{share.left count="2" names="Ines" names="Ben"}}` one with arguments, where a list has
//! its argument several times; `{{share.see|<b>first slot</b>|<b>second</b>}}` one with markup, which may have messages too.
//! `{{locale.lang}}` and `{{locale.dir}}` are the language and the direction of the locale.

use crate::Catalog;
use crate::pattern::{Case, Part};

const OPEN: &str = "{{";
const CLOSE: &str = "}}";

/// What a page says of a message: its arguments, and its slots, filled.
struct Call<'h> {
    arguments: Vec<(String, &'h str)>,
    slots: Vec<String>,
}

pub(crate) fn filled(catalog: &Catalog, html: &str) -> Result<String, String> {
    let Some((before, rest)) = html.split_once(OPEN) else { return Ok(html.to_owned()) };
    let end = end_of(rest).ok_or_else(|| format!("{OPEN}{} does not end.", rest.lines().next().unwrap_or_default()))?;
    let (inner, after) = (&rest[..end], &rest[end + CLOSE.len()..]);
    Ok(format!("{before}{}{}", message(catalog, inner)?, filled(catalog, after)?))
}

/// Where the braces end that were opened before `rest`.
fn end_of(rest: &str) -> Option<usize> {
    let mut depth = 1;
    rest.char_indices().map(|(at, _)| at).find(|at| {
        let text = &rest[*at..];
        depth += i32::from(text.starts_with(OPEN)) - i32::from(text.starts_with(CLOSE));
        depth == 0
    })
}

fn message(catalog: &Catalog, inner: &str) -> Result<String, String> {
    let mut pieces = slots(inner).into_iter();
    let (name, mut rest) = pieces.next().map(|head| head.split_once(' ').unwrap_or((head, ""))).unwrap_or_default();
    match name {
        "locale.lang" => return Ok(catalog.lang.clone()),
        "locale.dir" => return Ok(catalog.direction.to_owned()),
        _ => {}
    }
    let mut arguments = Vec::new();
    while let Some((argument, (value, behind))) =
        rest.split_once("=\"").and_then(|(argument, value)| Some((argument, value.split_once('"')?)))
    {
        arguments.push((argument.trim().replace('-', "_"), value));
        rest = behind;
    }
    let slots = pieces.map(|slot| filled(catalog, slot)).collect::<Result<_, _>>()?;
    let mut out = String::new();
    write(&catalog.message(name)?.pattern, &Call { arguments, slots }, &mut out).map_err(|fault| format!("{name}: {fault}"))?;
    Ok(out)
}

/// The message, and its slots: what is between bars outside of other messages.
fn slots(inner: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0, 0, Vec::new());
    for (at, letter) in inner.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            '|' if depth == 0 => {
                found.push(&inner[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(&inner[from..]);
    found
}

fn write(parts: &[Part], call: &Call, out: &mut String) -> Result<(), String> {
    let values = |name: &str| -> Result<Vec<&str>, String> {
        let found: Vec<&str> = call.arguments.iter().filter(|(other, _)| other == name).map(|(_, value)| *value).collect();
        if found.is_empty() { Err(format!("the argument {name} is missing.")) } else { Ok(found) }
    };
    for part in parts {
        match part {
            Part::Text(text) => out.push_str(&escaped(text)),
            Part::Argument(name) => out.push_str(&escaped(values(name)?[0])),
            Part::Slot(n) => out.push_str(call.slots.get(*n).ok_or_else(|| format!("slot {n} is missing."))?),
            Part::List { argument, word } => {
                let values = values(argument)?;
                let (last, before) = values.split_last().unwrap_or((&"", &[]));
                let before = before.join(", ");
                let joined = match word.as_str() {
                    _ if before.is_empty() => (*last).to_owned(),
                    "" => format!("{before}, {last}"),
                    word => format!("{before} {word} {last}"),
                };
                out.push_str(&escaped(&joined));
            }
            Part::Plural { argument, cases } => {
                let n: usize = values(argument)?[0].parse().map_err(|_| format!("the argument {argument} is no number."))?;
                let holds = |case: &Case| match case {
                    Case::Exactly(exactly) => n == *exactly,
                    Case::One => n == 1,
                    Case::Other => true,
                };
                if let Some((_, parts)) = cases.iter().find(|(case, _)| holds(case)) {
                    write(parts, call, out)?;
                }
            }
            Part::Select { argument, cases, other } => {
                let name = values(argument)?[0];
                write(cases.iter().find(|(case, _)| case == name).map_or(other, |(_, parts)| parts), call, out)?;
            }
        }
    }
    Ok(())
}

/// For text and for attributes in double quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
