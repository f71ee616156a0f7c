//! The element, the frame and their messages: compared with the manifest and with the scripts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ladder_calibration::state::Mode;
use serde_json::Value;

use super::{root, sources};

const ATTRIBUTES: [&str; 6] = ["frame-src", "ladder-src", "lang", "mode", "storage", "theme"];
const PROPERTIES: [&str; 2] = ["assessment", "ladder"];
const METHODS: [&str; 3] = ["open", "profile", "save"];
const EVENTS: [&str; 4] = ["ladder-change", "ladder-error", "ladder-export", "ladder-ready"];
const PARTS: [&str; 5] = ["chart", "nav", "question", "root", "summary"];
const CUSTOM_PROPERTIES: [&str; 8] = [
    "--ladder-accent",
    "--ladder-accent-deep",
    "--ladder-font",
    "--ladder-font-heading",
    "--ladder-ink",
    "--ladder-on-accent",
    "--ladder-paper",
    "--ladder-rem",
];
const SLOTS: [&str; 2] = ["header", "help"];
/// Attributes of what embed.js turns into a frame, after `data-`.
const FRAME_ATTRIBUTES: [&str; 8] = ["allowed-origins", "height", "ladder-src", "lang", "mode", "sandbox", "storage", "theme"];
/// Settings in the fragment of embed.html.
const SETTINGS: [&str; 7] = ["allowed-origins", "id", "ladder", "ladder-inline", "mode", "storage", "theme"];
/// The messages of a frame, and those of a wiki to it.
const SAID_BY_FRAMES: [&str; 6] = ["change", "error", "export", "height", "ready", "turn"];
const SAID_BY_WIKIS: [&str; 4] = ["ask", "hello", "open", "theme"];
const REASONS: [&str; 10] =
    ["fault", "feature", "frame", "incomplete", "missing", "network", "no-wasm", "policy", "refused", "setting"];

/// Where the scripts of the element are: one of these names.
fn script_folder() -> PathBuf {
    let there = ["element", "embed"].map(|name| root().join(name)).into_iter().find(|folder| folder.is_dir());
    there.expect("a folder with the scripts of the element")
}

fn scripts() -> String {
    sources(&script_folder(), &[".js", ".mjs", ".ts"])
}

/// The one script that has all these words.
fn script_with(parts: &[&str]) -> String {
    let scripts =
        std::fs::read_dir(script_folder()).unwrap().flatten().filter_map(|entry| std::fs::read_to_string(entry.path()).ok());
    let found: Vec<String> = scripts.filter(|text| parts.iter().all(|part| text.contains(part))).collect();
    assert_eq!(found.len(), 1, "scripts with {parts:?}");
    found[0].clone()
}

/// The one file of this name in the tree that has these words, whatever folder it is in.
pub(super) fn file_that_says(name: &str, part: &str) -> String {
    fn look(folder: &Path, name: &str, part: &str, found: &mut Vec<String>) {
        for path in std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
            let own = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !["target", "dist", "node_modules", "pkg", ".git"].contains(&own.as_str()) {
                look(&path, name, part, found);
            } else if own == name {
                found.extend(std::fs::read_to_string(&path).ok().filter(|text| text.contains(part)));
            }
        }
    }
    let mut found = Vec::new();
    look(&root(), name, part, &mut found);
    assert_eq!(found.len(), 1, "{name} with {part}");
    found.remove(0)
}

fn manifest() -> Value {
    serde_json::from_str(&file_that_says("custom-elements.json", "customElement")).unwrap()
}

/// The names in a list of the manifest, of one kind where it has kinds.
fn listed(list: &str, kind: &str) -> Vec<String> {
    let manifest = manifest();
    let all = manifest["modules"][0]["declarations"][0][list].as_array().unwrap();
    let of_kind = all.iter().filter(|entry| kind.is_empty() || entry["kind"] == kind);
    let names: BTreeSet<String> = of_kind.map(|entry| entry["name"].as_str().unwrap().to_owned()).collect();
    names.into_iter().collect()
}

/// Whether a script contains a word: in quotes, as a field, or as a function.
fn says(source: &str, word: &str) -> bool {
    let quoted = ["'", "\"", "`"].iter().any(|q| source.contains(&format!("{q}{word}{q}")));
    quoted
        || [" ", "{", "\n"]
            .iter()
            .any(|before| [":", "(", " }", ","].iter().any(|end| source.contains(&format!("{before}{word}{end}"))))
}

#[track_caller]
fn says_all(source: &str, names: &[&str]) {
    for name in names {
        assert!(says(source, name), "no script says {name}");
    }
}

#[test]
fn the_manifest_names_what_the_element_has() {
    let declaration = manifest()["modules"][0]["declarations"][0].clone();
    assert_eq!((&declaration["tagName"], &declaration["name"]), (&"ladder-calibration".into(), &"LadderCalibration".into()));
    for (list, kind, names) in [
        ("attributes", "", &ATTRIBUTES[..]),
        ("members", "field", &PROPERTIES),
        ("members", "method", &METHODS),
        ("events", "", &EVENTS),
        ("cssParts", "", &PARTS),
        ("cssProperties", "", &CUSTOM_PROPERTIES),
        ("slots", "", &SLOTS),
    ] {
        assert_eq!(listed(list, kind), names, "{list} {kind}");
    }
    assert_eq!(manifest()["modules"][0]["path"], "element.js");
}

/// The words in single quotes.
fn quoted(text: &str) -> Vec<&str> {
    text.split('\'').skip(1).step_by(2).collect()
}

/// The type of an entry of the manifest, and the description of the frame's attribute of the same name in
/// `docs/embedding.md`.
fn values(list: &str, name: &str) -> (String, String) {
    let manifest = manifest();
    let all = manifest["modules"][0]["declarations"][0][list].as_array().unwrap();
    let entry = all.iter().find(|entry| entry["name"] == name).unwrap();
    let documented = std::fs::read_to_string(root().join("docs/embedding.md")).unwrap();
    let row = documented.lines().find(|line| line.starts_with(&format!("| `data-{name}` |"))).unwrap_or_default();
    (entry["type"]["text"].as_str().unwrap().to_owned(), row.split('|').nth(2).unwrap_or_default().replace('`', "'"))
}

#[test]
fn the_values_that_are_named_are_those_that_are_taken() {
    let (modes, documented) = values("attributes", "mode");
    assert_eq!(quoted(&modes), quoted(&documented));
    for mode in quoted(&modes) {
        assert!(Mode::parse(mode).is_ok(), "{mode}");
    }
    assert_eq!(quoted(&modes).len(), Mode::ALL.len());
    // `auto` is the value of an absent attribute.
    for name in ["theme", "storage"] {
        let (values, documented) = values("attributes", name);
        assert_eq!(quoted(&values)[1..], quoted(&documented), "{name}");
    }
    let (error, _) = values("events", "ladder-error");
    let mut reasons = quoted(&error);
    reasons.sort_unstable();
    assert_eq!(reasons, REASONS);
}

#[test]
fn the_scripts_have_what_the_manifest_names() {
    let scripts = scripts();
    assert!(scripts.contains("static observedAttributes = ATTRIBUTES;"));
    let (_, observed) = scripts.split_once("const ATTRIBUTES = [").unwrap();
    let observed = observed.split_once(']').unwrap().0.replace(['\'', '"'], "");
    let mut observed: Vec<&str> = observed.split(',').map(str::trim).collect();
    observed.sort_unstable();
    assert_eq!(observed, ATTRIBUTES[1..], "frame-src is read once, when a frame is made");
    assert!(scripts.contains("getAttribute('frame-src')"));
    says_all(&scripts, &SLOTS);
    assert!(says(&scripts, "ladder-calibration"), "the name of the element");
    for property in PROPERTIES {
        for access in ["get", "set"] {
            assert!(scripts.contains(&format!("{access} {property}(")), "{access} {property}");
        }
    }
    for method in METHODS {
        assert!(scripts.contains(&format!("async {method}(")), "{method}");
    }
    assert!(scripts.contains("class LadderCalibration extends HTMLElement"));
    for event in EVENTS {
        assert!(
            scripts.contains("`ladder-${type}`") && says(&scripts, event.trim_start_matches("ladder-")) || says(&scripts, event)
        );
    }
    says_all(&scripts, &REASONS);
}

#[test]
fn parts_and_custom_properties_stand_in_the_page_and_its_styles() {
    let page = sources(&root().join("src"), &[".rs"]) + &scripts();
    for part in PARTS {
        assert!(page.contains(&format!("part=\"{part}\"")) || page.contains(&format!(".part = '{part}'")), "part {part}");
    }
    let styles = sources(&root().join("styles"), &[".css"]);
    for property in CUSTOM_PROPERTIES {
        assert!(styles.contains(&format!("var({property}")), "{property}");
    }
}

#[test]
fn frames_are_made_and_set_up_by_these_words() {
    let scripts = scripts();
    for word in ["data-ladder-calibration", "embed.html", "application/json", "ladderFrame"] {
        assert!(scripts.contains(word), "{word}");
    }
    assert!(scripts.contains("`data-${name}`"));
    says_all(&scripts, &FRAME_ATTRIBUTES);
    says_all(&scripts, &SETTINGS);
    for setting in SETTINGS {
        assert!(scripts.contains(&format!("get('{setting}')")), "the frame does not read {setting}");
    }
}

#[test]
fn messages_have_their_envelope_and_their_types() {
    let scripts = scripts();
    assert!(
        scripts.contains("NS = 'ladder-calibration'") && scripts.contains("VERSION = 1;"),
        "name and version of the protocol"
    );
    for field in ["data.ns === NS", "data.v === VERSION", "data.id === id", "ns: NS, v: VERSION, id, type"] {
        assert!(scripts.contains(field), "{field}");
    }
    // Each side has its own messages: the embedding page, and the page in the frame, which forwards `change`.
    let side = |mark: &str| script_with(&[mark, "protocol"]);
    let (wiki, frame) = (side("contentWindow"), side("parent.postMessage"));
    says_all(&wiki, &SAID_BY_FRAMES);
    says_all(&wiki, &SAID_BY_WIKIS);
    says_all(&frame, &SAID_BY_WIKIS);
    for message in &SAID_BY_FRAMES[1..] {
        assert!(frame.contains(&format!("('{message}'")), "the frame does not say {message}");
    }
    let documented = std::fs::read_to_string(root().join("docs/embedding.md")).unwrap();
    for message in SAID_BY_FRAMES.iter().chain(&SAID_BY_WIKIS) {
        assert!(documented.contains(&format!("`{message}`")), "docs/embedding.md does not tell of {message}");
    }
}

#[test]
fn the_store_and_the_apps_of_one_document_know_these_words() {
    // Neither can be reached without a browser, so they are searched for in the source.
    let source = sources(&root().join("src"), &[".rs"]) + &sources(&root().join("crates"), &[".rs"]);
    for word in ["\"ladder-calibration/allowed\"", "\"ladder-stored\""] {
        assert!(source.contains(word), "{word}");
    }
}
