//! One stylesheet out of many: imports are replaced by what they name, comments and indentation go.

use crate::process::{Outcome, text};
use std::path::Path;

/// The stylesheet at `path` with everything it imports.
pub(crate) fn bundle(path: &Path) -> Outcome<String> {
    let mut css = String::new();
    append(path, &mut css)?;
    if let Some(place) = css.find("url(").filter(|place| !css[*place..].starts_with("url(\"data:")) {
        let near: String = css[place..].chars().take(40).collect();
        return Err(format!("The styles name a file ({near}…); only url(\"data:…\") survives the move into one stylesheet."));
    }
    Ok(css)
}

/// The same with lengths that hang on `--rem`, since the rem of a page around an element may be anything. Conditions
/// know no custom property and stay.
pub(crate) fn with_own_rem(css: &str) -> String {
    let line = |line: &str| if line.starts_with('@') || line.contains("--rem:") { line.to_owned() } else { own_rem(line) };
    css.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn own_rem(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("rem") {
        let start = rest[..at].rfind(|c: char| !c.is_ascii_digit() && c != '.').map_or(0, |before| before + 1);
        let number = &rest[start..at];
        let ends = !rest[at + 3..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
        if number.is_empty() || !ends {
            out.push_str(&rest[..at + 3]);
        } else {
            let (sign, before) = match rest[..start].strip_suffix('-') {
                Some(before) if before.ends_with([' ', ':', '(']) => ("-", before),
                _ => ("", &rest[..start]),
            };
            out.extend([before, "calc(", sign, number, " * var(--rem))"]);
        }
        rest = &rest[at + 3..];
    }
    out + rest
}

fn append(path: &Path, css: &mut String) -> Outcome {
    let folder = path.parent().unwrap_or(Path::new("."));
    for line in without_comments(&text(path)?).lines().map(str::trim).filter(|line| !line.is_empty()) {
        let Some(import) = line.strip_prefix("@import") else {
            css.push_str(line);
            css.push('\n');
            continue;
        };
        let (file, layer) = parse_import(import).ok_or_else(|| {
            format!("{}: write \"{line}\" as @import \"file.css\"; or @import \"file.css\" layer(name);", path.display())
        })?;
        if let Some(layer) = layer {
            css.extend(["@layer ", layer, " {\n"]);
            append(&folder.join(file), css)?;
            css.push_str("}\n");
        } else {
            append(&folder.join(file), css)?;
        }
    }
    Ok(())
}

/// The file and the layer of what follows `@import`.
fn parse_import(import: &str) -> Option<(&str, Option<&str>)> {
    let import = import.trim().strip_suffix(';')?.trim();
    let import = import.strip_prefix("url(").map_or(Some(import), |rest| rest.strip_suffix(')'))?;
    let quote = import.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let (file, rest) = import[1..].split_once(quote)?;
    let layer = match rest.trim() {
        "" => None,
        rest => Some(rest.strip_prefix("layer(")?.strip_suffix(')')?),
    };
    Some((file, layer))
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut quote = None;
    while let Some(now) = rest.next() {
        match quote {
            Some(open) => {
                out.push(now);
                if now == '\\' {
                    out.extend(rest.next());
                } else if now == open {
                    quote = None;
                }
            }
            None if now == '/' && rest.peek() == Some(&'*') => {
                let mut before = ' ';
                rest.next();
                for inside in rest.by_ref() {
                    if before == '*' && inside == '/' {
                        break;
                    }
                    before = inside;
                }
            }
            None => {
                quote = matches!(now, '"' | '\'').then_some(now);
                out.push(now);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{parse_import, with_own_rem, without_comments};

    #[test]
    fn comments_go_and_strings_stay() {
        assert_eq!(without_comments("a /* x ' */ { content: \"/* \\\" */\" }/**/"), "a  { content: \"/* \\\" */\" }");
    }

    #[test]
    fn lengths_hang_on_a_property_and_conditions_do_not() {
        assert_eq!(with_own_rem("a{margin:-.5rem 2rem}"), "a{margin:calc(-.5 * var(--rem)) calc(2 * var(--rem))}");
        assert_eq!(
            with_own_rem("@container (min-width: 48rem) { a { --rem: var(--ladder-rem) } }"),
            "@container (min-width: 48rem) { a { --rem: var(--ladder-rem) } }"
        );
        assert_eq!(with_own_rem(":host { --rem: var(--ladder-rem, 1rem); }"), ":host { --rem: var(--ladder-rem, 1rem); }");
    }

    #[test]
    fn an_import_may_name_a_layer() {
        assert_eq!(parse_import(" \"tokens.css\" layer(tokens);"), Some(("tokens.css", Some("tokens"))));
        assert_eq!(parse_import(" url('blocks/answer.css');"), Some(("blocks/answer.css", None)));
        assert_eq!(parse_import(" \"print.css\" print;"), None);
    }
}
