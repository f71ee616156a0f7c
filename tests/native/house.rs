//! Rules of the code: one function that changes the state, file sizes, first lines, no path of one machine.

use std::path::{Path, PathBuf};

use ladder_calibration::files::default_ladder;

const SKIPPED: [&str; 8] = ["target", "dist", "node_modules", ".git", "pkg", "test-results", "playwright-report", "Cargo.lock"];

/// What needs no browser.
const PARTS: [&str; 9] = [
    "src/base",
    "src/model",
    "src/growth",
    "src/documents",
    "src/files",
    "src/calibration",
    "src/export",
    "src/headless.rs",
    "src/state",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if SKIPPED.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            out.extend(files(&path));
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            out.push((path.strip_prefix(root()).unwrap().to_string_lossy().into_owned(), text));
        }
    }
    out
}

pub(crate) fn rust(folder: &str) -> Vec<(String, String)> {
    let path = root().join(folder);
    if path.is_file() {
        return vec![(folder.to_owned(), std::fs::read_to_string(path).unwrap())];
    }
    files(&path).into_iter().filter(|(name, _)| Path::new(name).extension().is_some_and(|e| e == "rs")).collect()
}

#[track_caller]
fn mentions_none(folder: &str, forbidden: &[&str]) {
    for (name, text) in rust(folder) {
        for (i, line) in text.lines().enumerate().filter(|(_, l)| !l.trim_start().starts_with("//")) {
            for word in forbidden {
                assert!(!line.contains(word), "{name}:{}: {word}", i + 1);
            }
        }
    }
}

#[test]
fn what_needs_no_browser_knows_no_browser_clock_randomness_or_store() {
    for part in PARTS {
        mentions_none(
            part,
            &[
                "web_sys",
                "js_sys",
                "yew",
                "gloo",
                "wasm_bindgen",
                "std::time",
                "std::fs",
                "rand::",
                "getrandom",
                "crate::ui",
                "crate::store",
            ],
        );
    }
}

#[test]
fn storage_knows_no_screen_and_only_one_crate_speaks_to_javascript() {
    mentions_none("src/store", &["crate::ui", "yew"]);
    mentions_none("src", &["#[wasm_bindgen", "derive(Serialize", "derive(Deserialize", "serde_derive"]);
    mentions_none("src/ui", &["serde_json", "from_html_unchecked", "set_inner_html", "style="]);
}

#[test]
fn the_code_names_no_dimension_level_or_question() {
    let ladder = default_ladder();
    let ids = ladder
        .dimensions
        .iter()
        .map(|d| &d.id)
        .chain(ladder.levels.iter().skip(1).map(|l| &l.id))
        .chain(ladder.questions.iter().map(|q| &q.id));
    let quoted: Vec<String> = ids.map(|id| format!("\"{id}\"")).collect();
    mentions_none("src", &quoted.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn the_code_names_no_failure_mode_mechanism_trait_or_question_about_the_role_or_the_organization() {
    let extras = &default_ladder().extras;
    let readiness = &extras.readiness.conditions;
    let ids = extras
        .failure_modes
        .iter()
        .map(|m| &m.id)
        .chain(extras.mechanisms.iter().map(|m| &m.id))
        .chain(extras.traits.iter().chain(&extras.archetypes).map(|l| &l.id))
        .chain(readiness.iter().flat_map(|c| &c.questions).map(|q| &q.id))
        .chain(extras.evidence.templates.iter().map(|t| &t.id));
    // A decision is a field of the journal, too.
    let quoted: Vec<String> = ids.filter(|id| *id != "decision").map(|id| format!("\"{id}\"")).collect();
    assert!(quoted.len() > 20);
    mentions_none("src", &quoted.iter().map(String::as_str).collect::<Vec<_>>());
    let titles: Vec<&str> = extras.failure_modes.iter().map(|m| m.title.as_str()).collect();
    mentions_none("src", &titles);
}

#[test]
fn files_are_short_and_say_first_what_they_are() {
    for folder in ["src", "element", "single", "tools", "xtask/src", "fuzz/src", "fuzz/targets", "tests", "benches", "crates"] {
        for (name, text) in rust(folder) {
            assert!(text.starts_with("//! "), "{name} does not open with what it is");
            assert!(text.lines().count() <= 500, "{name} has {} lines", text.lines().count());
        }
    }
}

#[test]
fn nothing_is_left_unfinished_and_nothing_names_one_machine() {
    let unfinished = [["to", "do!("].concat(), ["FIX", "ME"].concat(), ["unimple", "mented!("].concat()];
    let hosts = [["crates", ".io/"].concat(), ["registry", ".npmjs"].concat(), ["arti", "factory"].concat()];
    let homes = ["root", "home", "work"].map(|home| format!("/{home}/"));
    for (name, text) in files(&root()) {
        for word in hosts.iter().chain(&homes).chain(&unfinished) {
            assert!(!text.contains(word.as_str()), "{name}: {word}");
        }
    }
}

#[test]
fn styles_load_nothing_from_other_hosts() {
    for (name, text) in files(&root().join("styles")) {
        assert!(!text.contains("url(") && !text.contains("http"), "{name}");
    }
}

/// The names of public functions that can change a value behind a reference.
fn changes(text: &str) -> Vec<String> {
    let signature = |from: &str| from.split_once(['{', ';']).map_or(String::new(), |(head, _)| head.to_owned());
    let functions = text.split('\n').enumerate().filter(|(_, line)| line.trim_start().starts_with("pub fn "));
    let lines: Vec<&str> = text.split('\n').collect();
    functions
        .filter(|(at, _)| signature(&lines[*at..].join("\n")).contains("&mut "))
        .map(|(_, line)| line.trim_start()["pub fn ".len()..].split(['(', '<']).next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn one_function_changes_the_state() {
    let sample = "impl S {\n    pub fn new(a: &str) -> Self {}\n    pub fn set(&mut self, a: u8) {\n    pub(super) fn not(&mut self) {\n    pub fn many<T>(\n        s: &mut S,\n    ) {";
    assert_eq!(changes(sample), ["set", "many"]);
    let all: Vec<String> = rust("src/state").iter().flat_map(|(_, text)| changes(text)).collect();
    // The second one is the first without what is loaded lazily.
    assert_eq!(all, ["reduce", "reduce_entry"]);
    for (name, text) in rust("src/state") {
        for state in ["pub struct State {", "pub struct Calibrations {"] {
            let Some((_, fields)) = text.split_once(state) else { continue };
            let fields = fields.split_once("\n}").map_or(fields, |(fields, _)| fields);
            assert!(!fields.contains("    pub "), "{name}: a field of the state is public");
        }
    }
}

/// A backend is a file with `impl Storage`; what else has to change with it is named here and in CONTRIBUTING.md.
#[test]
fn the_browsers_store_is_named_where_it_is_chosen_and_where_no_module_runs() {
    let sources = || ["src", "element", "single", "crates"].into_iter().flat_map(|folder| files(&root().join(folder)));
    let places = |word: &str| -> Vec<String> {
        let said = |line: &str| !line.trim_start().starts_with("//") && line.contains(word);
        sources().filter(|(_, text)| text.lines().any(said)).map(|(name, _)| name).collect()
    };
    assert_eq!(places("LocalStorage::new("), ["element/src/page.rs"]);
    assert_eq!(places(".local_storage()"), ["src/ui/local_storage.rs"]);
    assert_eq!(places("localStorage"), ["element/app.js"]);
    for store in ["sessionStorage", "session_storage", "indexedDB", "indexed_db"] {
        assert_eq!(places(store), [""; 0], "{store}");
    }
    let script = std::fs::read_to_string(root().join("element/app.js")).unwrap();
    assert_eq!(script.matches("localStorage").count(), 1, "one function reads the store without the module");
    assert!(script.contains(&format!("startsWith('{}')", ladder_calibration::store::keys::PREFIX)), "it reads the same keys");
}

#[test]
fn every_test_file_is_described_in_the_readme() {
    let readme = std::fs::read_to_string(root().join("tests/README.md")).unwrap();
    for folder in ["tests/native", "tests/browser", "tests/shared", "tests/e2e"] {
        for (name, _) in files(&root().join(folder))
            .iter()
            .filter(|(name, _)| Path::new(name).extension().is_some_and(|e| e == "rs") || name.ends_with("spec.mjs"))
        {
            let line = format!("- `{}`: ", &name["tests/".len()..]);
            assert!(readme.contains(&line), "tests/README.md does not say what {name} is for");
        }
    }
    let told = readme.lines().filter_map(|line| line.strip_prefix("- `")?.split_once("`: "));
    for (name, what) in told {
        assert!(root().join("tests").join(name).is_file() && what.len() > 10, "tests/README.md tells of {name}");
    }
}
