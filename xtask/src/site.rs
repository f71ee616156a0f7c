//! The folder of modules, and its references in pages and scripts. Names contain a hash, so that a cached file is always
//! right.

use crate::process::{Outcome, write};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Modules that import each other by their plain names; the name of the folder contains a hash over all of them.
#[derive(Default)]
pub(crate) struct Folder(BTreeMap<String, String>);

impl Folder {
    pub(crate) fn insert(&mut self, name: &str, script: String) {
        self.0.insert(name.to_owned(), script);
    }

    /// A module's text, empty if it is not there.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Writes the folder below `stage` and returns its name.
    pub(crate) fn write(&self, stage: &Path) -> Outcome<String> {
        for (name, script) in &self.0 {
            refuse_code_from_text(name, script)?;
        }
        let all: String = self.0.iter().flat_map(|(name, script)| [name.as_str(), "\0", script, "\0"]).collect();
        let folder = format!("app-{}", hashed(all.as_bytes()));
        for (name, script) in &self.0 {
            write(&stage.join(&folder).join(name), script.as_bytes())?;
        }
        Ok(folder)
    }

    /// A page with the folder `name` in place of `app/`, and the hashed styles in place of main.css. It has a preload for
    /// every module.
    pub(crate) fn page(&self, html: &str, name: &str, styles: &str) -> Outcome<String> {
        let (before, rest) = html.split_once("<script type=\"module\" src=\"app/").ok_or("there is no script of app/")?;
        let (entry, after) = rest.split_once('"').ok_or("the script tag does not end")?;
        let (head, link) = before.rsplit_once("<link rel=\"stylesheet\"").ok_or("there is no stylesheet before the script")?;
        let (_, behind) = link.split_once('>').ok_or("the link to the styles does not end")?;
        let mut wanted = vec!["split.js".to_owned()];
        self.reach(entry, &mut wanted);
        wanted.retain(|module| module != entry);
        let preload = |module: &String| format!("<link rel=\"modulepreload\" href=\"./{name}/{module}\">\n");
        let preloads: String = wanted.iter().map(preload).collect();
        Ok(format!(
            "{head}<link rel=\"stylesheet\" href=\"./{styles}\">{behind}{preloads}<script type=\"module\" src=\"./{name}/{entry}\"{after}"
        ))
    }

    fn reach(&self, module: &str, found: &mut Vec<String>) {
        for import in self.get(module).lines().filter_map(imported) {
            if !found.iter().any(|known| known == import) {
                found.push(import.to_owned());
                self.reach(import, found);
            }
        }
    }
}

/// The file in the same folder that a line imports from.
fn imported(line: &str) -> Option<&str> {
    line.strip_prefix("import ")?.split_once("from './")?.1.strip_suffix("';")
}

/// Sixteen digits that change with the content.
pub(crate) fn hashed(content: &[u8]) -> String {
    let hash = format!("{:x}", Sha256::digest(content));
    hash[..16].to_owned()
}

/// The integrity value of a file.
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", Base64::encode_string(&Sha256::digest(content)))
}

/// Modules as one classic script: each may import only from those before it, and one scope holds all of them.
pub(crate) fn joined(modules: &[(&str, String)]) -> Outcome<String> {
    let mut out = "(() => {\n".to_owned();
    for (at, (name, script)) in modules.iter().enumerate() {
        for line in script.lines() {
            if line.starts_with("import ") {
                let known = imported(line).is_some_and(|import| modules[..at].iter().any(|(before, _)| *before == import));
                known.then_some(()).ok_or_else(|| format!("{name}: \"{line}\" names no script before it in embed.js."))?;
            } else {
                out.extend([line.strip_prefix("export ").unwrap_or(line), "\n"]);
            }
        }
    }
    Ok(out + "})();\n")
}

/// The policy forbids code from text, so a page that needs it is refused at build time.
fn refuse_code_from_text(name: &str, script: &str) -> Outcome {
    let word = |before: char| before.is_alphanumeric() || matches!(before, '_' | '$');
    let calls = |call: &&str| script.match_indices(*call).any(|(at, _)| !script[..at].ends_with(word));
    match ["new Function(", "eval("].into_iter().find(calls) {
        Some(call) => Err(format!("{name} contains \"{call}\", which the policy forbids; find the crate that brings it.")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Folder, hashed, integrity, joined, refuse_code_from_text};

    #[test]
    fn a_file_is_named_and_checked_by_its_hash() {
        assert_eq!(hashed(b""), "e3b0c44298fc1c14");
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn code_from_text_is_distinguished_from_names_that_end_alike() {
        assert!(refuse_code_from_text("x.js", "x = eval(y)").is_err());
        assert!(refuse_code_from_text("x.js", "x = retrieval(y)").is_ok());
    }

    #[test]
    fn a_page_gets_the_names_and_preloads_every_module() {
        let mut folder = Folder::default();
        folder.insert("boot.js", "import { a } from './a.js';\n".to_owned());
        folder.insert("a.js", "import { b } from './b.js';\nconst c = () => import('./c.js');\n".to_owned());
        let html = "<head>\n<link rel=\"stylesheet\" nonce=\"x\" href=\"old\"/>\n<script type=\"module\" src=\"app/boot.js\"></script>\n";
        let preload = |name: &str| format!("<link rel=\"modulepreload\" href=\"./app-1/{name}\">\n");
        let wanted = [
            "<head>\n<link rel=\"stylesheet\" href=\"./main-1.css\">\n",
            &preload("split.js"),
            &preload("a.js"),
            &preload("b.js"),
            "<script type=\"module\" src=\"./app-1/boot.js\"></script>\n",
        ];
        assert_eq!(folder.page(html, "app-1", "main-1.css"), Ok(wanted.concat()));
        assert!(folder.page("<head>", "app-1", "main-1.css").is_err());
    }

    #[test]
    fn scripts_are_joined_in_their_order_alone() {
        let module = |name, text: &str| (name, text.to_owned());
        let two = [module("a.js", "export const a = 1;\n"), module("b.js", "import { a } from './a.js';\na;\n")];
        assert_eq!(joined(&two), Ok("(() => {\nconst a = 1;\na;\n})();\n".to_owned()));
        assert!(joined(&[two[1].clone(), two[0].clone()]).is_err());
    }
}
