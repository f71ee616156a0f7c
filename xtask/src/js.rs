//! One script out of several: an import is replaced by what it names, once. All names share one scope, so that two
//! files that use the same name for different things fail to parse; the journeys would find that.

use crate::process::{Outcome, text};
use std::path::Path;

/// The script `entry` of `folder` with everything it imports. `instead` names a file that stands in for another.
pub(crate) fn bundle(folder: &Path, entry: &str, instead: Option<(&str, &str)>) -> Outcome<String> {
    let mut taken = Vec::new();
    let mut out = String::new();
    append(folder, entry, instead, &mut taken, &mut out)?;
    Ok(out)
}

fn append(folder: &Path, name: &str, instead: Option<(&str, &str)>, taken: &mut Vec<String>, out: &mut String) -> Outcome {
    let entry = taken.is_empty();
    taken.push(name.to_owned());
    let real = instead.filter(|(other, _)| *other == name).map_or(name, |(_, real)| real);
    for line in text(&folder.join(real))?.lines() {
        if let Some(import) = imported(line) {
            if !taken.iter().any(|known| known == import) {
                append(folder, import, instead, taken, out)?;
            }
            continue;
        }
        out.push_str(if entry { line } else { line.strip_prefix("export ").unwrap_or(line) });
        out.push('\n');
    }
    Ok(())
}

/// The file beside this one that a line imports from.
fn imported(line: &str) -> Option<&str> {
    let (_, from) = line.strip_prefix("import {")?.split_once("} from './")?;
    from.strip_suffix("';")
}

/// A script of its own scope, for a page that loads it as a plain script.
pub(crate) fn closed(script: &str) -> String {
    format!("(() => {{\n{script}}})();\n")
}

/// What wasm-bindgen wrote as a module, as a value that has the module's exports.
pub(crate) fn value(name: &str, glue: &str) -> String {
    let mut names = Vec::new();
    let mut body = String::new();
    for line in glue.lines() {
        let inner = line.strip_prefix("export ");
        if let Some(made) = inner.and_then(|line| line.strip_prefix("function ").or_else(|| line.strip_prefix("class "))) {
            names.push(made.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>());
        }
        if !line.starts_with("export {") {
            body.push_str(inner.unwrap_or(line));
            body.push('\n');
        }
    }
    format!("const {name} = (() => {{\n{body}return {{ {}, default: __wbg_init }};\n}})();\n", names.join(", "))
}

/// A text as a literal, whichever quotes stand around it.
pub(crate) fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\'', "\\'").replace('"', "\\\"").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::{imported, quoted, value};

    #[test]
    fn only_files_beside_are_imported() {
        assert_eq!(imported("import { a, b } from './x.js';"), Some("x.js"));
        assert_eq!(imported("const x = () => import('__WALK__');"), None);
    }

    #[test]
    fn a_module_becomes_a_value() {
        let glue = "export function mount() {}\nexport class App {}\nlet wasm;\nexport { initSync, __wbg_init as default };\n";
        let made = "const glue = (() => {\nfunction mount() {}\nclass App {}\nlet wasm;\nreturn { mount, App, default: __wbg_init };\n})();\n";
        assert_eq!(value("glue", glue), made);
    }

    #[test]
    fn a_text_stays_one_literal() {
        assert_eq!(quoted("a'b\\c\nd\""), "a\\'b\\\\c\\nd\\\"");
    }
}
