//! Modules, scripts, styles and pages, joined into the site that is served: names by content, one stylesheet, the one script
//! tag.

use crate::modules::{FIRST, GLUE, PROFILE, ROOMS, SHARED};
use crate::process::{Outcome, bytes, text};
use crate::{css, html, js, names};
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

const MARK: &str = "<!-- boot -->";
const STYLES: &str = "styles/main.css";
/// The styles that come with the second module.
const ROOMS_STYLES: &str = "styles/rooms.css";

/// Makes a script shorter without changing what it does.
pub(crate) type Shorten<'a> = &'a dyn Fn(&str) -> Outcome<String>;

/// The files of the page by their path.
pub(crate) type Site = BTreeMap<String, Vec<u8>>;

/// The page out of the checkout at `root` and the modules in `built`.
pub(crate) fn finish(root: &Path, built: &Path, short: Shorten) -> Outcome<Site> {
    let mut site = Site::new();
    let main_css = add(&mut site, "main", "css", css::bundle(&root.join(STYLES))?.into_bytes());
    let page = html::clean(&text(&root.join("index.html"))?, MARK).replace("\"main.css\"", &format!("\"./{main_css}\""));
    // Without a page for what is missing, some hosts send the start page in its place, as if it were the file.
    for name in ["robots.txt", "404.html"] {
        site.insert(name.to_owned(), bytes(&root.join(name))?);
    }

    let (first, glue) = names::shorten(&bytes(&built.join(FIRST))?, &text(&built.join(GLUE))?)?;
    let first = add(&mut site, "walk", "wasm", first);
    let glue = add(&mut site, "walk", "js", short(&glue.replace(FIRST, &first))?.into_bytes());
    let mut later = |stem, file| Ok::<_, String>(add(&mut site, stem, "wasm", bytes(&built.join(file))?));
    let (shared, profile, rooms) = (later("shared", SHARED)?, later("profile", PROFILE)?, later("rooms", ROOMS)?);
    let rooms_css = add(&mut site, "rooms", "css", css::bundle(&root.join(ROOMS_STYLES))?.into_bytes());
    let frame_css = add(&mut site, "frame", "css", css::bundle(&root.join("styles/frame.css"))?.into_bytes());
    let element_css = js::quoted(&css::with_own_rem(&css::bundle(&root.join("styles/element.css"))?));
    let names = [
        ("GLUE", &glue),
        ("WALK_WASM", &first),
        ("SHARED_WASM", &shared),
        ("PROFILE_WASM", &profile),
        ("ROOMS_WASM", &rooms),
        ("ROOMS_CSS", &rooms_css),
    ];
    let files = names.map(|(mark, name)| (mark, name, integrity(&site[name])));
    let script = |entry: &str| -> Outcome<String> {
        let bundled = js::bundle(&root.join("element"), entry, None)?;
        let bundled = if entry == "embed.js" { js::closed(&bundled) } else { bundled };
        let filled = files.iter().fold(bundled, |script, (mark, name, sum)| {
            script.replace(&format!("__{mark}__"), &format!("./{name}")).replace(&format!("__{mark}_SUM__"), sum)
        });
        Ok(short(&filled)?.replace("__ELEMENT_CSS__", &element_css))
    };
    let boot = add(&mut site, "boot", "js", script("boot.js")?.into_bytes());
    let frame = add(&mut site, "frame", "js", script("frame.js")?.into_bytes());
    // These two are named in the pages of others, so their names stay.
    site.insert("element.js".to_owned(), script("element.js")?.into_bytes());
    site.insert("embed.js".to_owned(), script("embed.js")?.into_bytes());

    for (name, page, script) in [("index.html", page, boot), ("embed.html", text(&root.join("embed.html"))?, frame)] {
        if page.matches(MARK).count() != 1 {
            return Err(format!("{name} needs the comment {MARK} once, in its head: the script tag goes there."));
        }
        let page = page.replace(MARK, &html::boot(&script)).replace("frame.css", &frame_css);
        site.insert(name.to_owned(), page.into_bytes());
    }
    refuse_code_from_text(&site)?;
    Ok(site)
}

fn add(site: &mut Site, stem: &str, ending: &str, content: Vec<u8>) -> String {
    let name = format!("{stem}-{:016x}.{ending}", hash(&content));
    site.insert(name.clone(), content);
    name
}

/// FNV-1a: the same for the same bytes on every machine and in every release of Rust.
fn hash(content: &[u8]) -> u64 {
    content.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What a browser compares a file with that it is told to check.
fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", Base64::encode_string(&Sha256::digest(content)))
}

/// A script without its indentation and its comments, which stand on lines of their own.
pub(crate) fn lean(script: &str) -> String {
    let mut inside = false;
    let mut out = String::with_capacity(script.len());
    for line in script.lines() {
        let bare = line.trim_start();
        inside |= bare.starts_with("/**");
        if !inside && !bare.starts_with("//") {
            out.push_str(bare);
            out.push('\n');
        }
        inside &= !bare.ends_with("*/");
    }
    out
}

/// The policy forbids code from text, and a page that needed it would only fail later.
fn refuse_code_from_text(site: &Site) -> Outcome {
    for (name, content) in site.iter().filter(|(name, _)| name.rsplit('.').next() == Some("js")) {
        let code = String::from_utf8_lossy(content);
        if let Some(call) = ["new Function(", "eval("].into_iter().find(|call| calls(&code, call)) {
            return Err(format!(
                "{name} contains \"{call}\", which the content security policy forbids; find the crate that brings it."
            ));
        }
    }
    Ok(())
}

fn calls(code: &str, call: &str) -> bool {
    let word = |before: char| before.is_alphanumeric() || matches!(before, '_' | '$');
    code.match_indices(call).any(|(at, _)| !code[..at].ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::{calls, hash, integrity, lean};

    #[test]
    fn names_do_not_change_with_the_compiler() {
        assert_eq!(hash(b"a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn a_file_is_checked_by_its_hash() {
        assert_eq!(integrity(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn code_from_text_is_told_from_names_that_end_alike() {
        assert!(calls("x = eval(y)", "eval("));
        assert!(!calls("x = retrieval(y)", "eval("));
    }

    #[test]
    fn a_script_loses_comments_and_indentation() {
        assert_eq!(lean("/* @ts */\n/** one */\n  a\n  /**\n   * two\n   */\n// three\nb\n"), "/* @ts */\na\nb\n");
    }
}
