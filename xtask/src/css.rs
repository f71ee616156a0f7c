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
    use super::{parse_import, without_comments};

    #[test]
    fn comments_go_and_strings_stay() {
        assert_eq!(without_comments("a /* x ' */ { content: \"/* \\\" */\" }/**/"), "a  { content: \"/* \\\" */\" }");
    }

    #[test]
    fn an_import_may_name_a_layer() {
        assert_eq!(parse_import(" \"tokens.css\" layer(tokens);"), Some(("tokens.css", Some("tokens"))));
        assert_eq!(parse_import(" url('blocks/answer.css');"), Some(("blocks/answer.css", None)));
        assert_eq!(parse_import(" \"print.css\" print;"), None);
    }
}
