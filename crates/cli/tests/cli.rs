//! The binary as users and scripts call it: one JSON object, or one sentence and status 2.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use ladder_calibration::files::{default_ladder, default_ladders};
use ladder_calibration::headless::{compare_of, profile_of};
use serde_json::{Value, json};

const LADDER: &[u8] = include_bytes!("../../../ladders/staff-plus.en.json");

/// A folder of files, removed at the end; its path is absolute, outside the checkout.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("ladder-cli-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.0.join(name), bytes).unwrap();
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ladder-calibration"));
        command.current_dir(&self.0).args(args);
        command
    }

    fn call(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    fn call_with_input(&self, args: &[&str], input: &[u8]) -> Output {
        let mut child = self.command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        child.wait_with_output().unwrap()
    }

    /// Status 2, nothing on standard output, one line on standard error with these words.
    #[track_caller]
    fn refuses(&self, args: &[&str], text: &str) {
        let out = self.call(args);
        let error = String::from_utf8(out.stderr).unwrap();
        assert_eq!((out.status.code(), out.stdout.len(), error.trim_end().lines().count()), (Some(2), 0, 1), "{args:?}: {error}");
        assert!(error.contains(text), "{args:?}: {error}");
    }

    /// The argument parser reports it, in any number of lines.
    #[track_caller]
    fn misused(&self, args: &[&str], text: &str) {
        let out = self.call(args);
        let error = String::from_utf8(out.stderr).unwrap();
        assert_eq!((out.status.code(), out.stdout.len()), (Some(2), 0), "{args:?}: {error}");
        assert!(error.contains(text) && !error.contains('\u{1b}'), "{args:?}: {error}");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap();
    }
}

fn file(role: &str, statement: usize) -> Vec<u8> {
    let ladder = default_ladder();
    let answer = |id: &String| (id.clone(), json!({ "statement": statement, "example": "an example here" }));
    let answers: Value = ladder.questions.iter().map(|q| answer(&q.id)).collect::<serde_json::Map<_, _>>().into();
    json!({ "format": "ladder-calibration/assessment", "version": 1, "ladder": { "id": ladder.id }, "rater": { "role": role }, "answers": answers })
        .to_string()
        .into_bytes()
}

#[track_caller]
fn printed(out: &Output) -> Value {
    assert!(out.status.success() && out.stderr.is_empty(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

#[test]
fn profile_prints_one_object_or_one_sentence() {
    let folder = Folder::new("profile");
    let good = file("self", 3);
    folder.write("good.json", &[b"\xEF\xBB\xBF".as_slice(), &good].concat());
    folder.write("manager.json", &file("manager", 2));
    folder.write("bad.json", b"{\n  \"format\": x\n}");
    folder.write("twice.json", b"{\"format\": 1, \"format\": 2}");
    folder.write("huge.json", &vec![b' '; 4 * 1024 * 1024 + 1]);
    folder.write("ladder.json", LADDER);

    let one = folder.call(&["profile", "good.json"]);
    assert_eq!(printed(&one), profile_of(&default_ladders(), &[("good.json".to_owned(), good.clone())]).unwrap());
    assert_eq!(printed(&one)["overall"]["level"], "principal");
    assert_eq!(folder.call(&["profile", "--ladder", "ladder.json", "good.json"]).stdout, one.stdout);
    let two = printed(&folder.call(&["profile", "good.json", "manager.json"]));
    assert_eq!(two["raters"].as_array().unwrap().len(), 2);
    assert_eq!(printed(&folder.call_with_input(&["profile", "-"], &good)), printed(&one));

    folder.refuses(&["profile", "bad.json"], "bad.json: line 2, column 13");
    folder.refuses(&["profile", "twice.json"], "\"format\" appears twice");
    folder.refuses(&["profile", "huge.json"], "huge.json: the file is larger than 4 MiB");
    folder.refuses(&["profile", "missing.json"], "missing.json: cannot be read");
    folder.refuses(&["profile", "--ladder", "good.json", "good.json"], "good.json: format");
    folder.refuses(&["profile", "-", "-"], "standard input: can be read only once");
    folder.misused(&["profile"], "FILE");
    folder.misused(&["profile", "--ladder"], "--ladder");
    folder.misused(&["profile", "--what", "good.json"], "--what");
    folder.misused(&["what"], "what");
    folder.misused(&[], "Usage");
}

#[test]
fn compare_takes_two_files() {
    let folder = Folder::new("compare");
    let (a, b) = (file("self", 3), file("manager", 2));
    folder.write("a.json", &a);
    folder.write("b.json", &b);
    folder.write("agreed.json", &file("agreed", 2));
    folder.write("bad.json", b"{\n  \"format\": x\n}");
    folder.write("ladder.json", LADDER);

    let good = folder.call(&["compare", "a.json", "b.json"]);
    let files = [("a.json".to_owned(), a.clone()), ("b.json".to_owned(), b)];
    assert_eq!(printed(&good), compare_of(&default_ladders(), &files).unwrap());
    assert_eq!(printed(&good)["offset"]["mean"], 1.0);
    assert_eq!(folder.call(&["compare", "--ladder", "ladder.json", "a.json", "b.json"]).stdout, good.stdout);
    assert_eq!(printed(&folder.call_with_input(&["compare", "-", "b.json"], &a)), printed(&good));

    folder.refuses(&["compare", "a.json", "bad.json"], "bad.json: line 2, column 13");
    folder.refuses(&["compare", "a.json", "missing.json"], "missing.json: cannot be read");
    folder.refuses(&["compare", "a.json", "agreed.json"], "agreed.json: rater.role");
    folder.misused(&["compare", "a.json"], "<B>");
    folder.misused(&["compare", "a.json", "b.json", "a.json"], "unexpected argument");
}

#[test]
fn check_says_whether_a_ladder_can_be_used() {
    let folder = Folder::new("check");
    let mut broken: Value = serde_json::from_slice(LADDER).unwrap();
    broken["scoring"]["cuts"] = json!([1]);
    folder.write("good.json", LADDER);
    folder.write("broken.json", broken.to_string().as_bytes());
    folder.write("empty.json", b"");

    assert_eq!(printed(&folder.call(&["check", "good.json"])), json!({ "ok": true, "problems": [] }));
    assert_eq!(printed(&folder.call_with_input(&["check", "-"], LADDER))["ok"], true);
    for (name, path) in [("broken.json", "scoring.cuts"), ("empty.json", "line 1, column 0")] {
        let out = folder.call(&["check", name]);
        assert_eq!((out.status.code(), out.stderr.len()), (Some(1), 0), "{name}");
        let report: Value = serde_json::from_slice(&out.stdout).unwrap();
        assert_eq!(report["ok"], false);
        assert_eq!(report["problems"][0]["path"], path, "{report}");
    }
    folder.refuses(&["check", "missing.json"], "missing.json: cannot be read");
}

#[test]
fn help_version_and_completions_are_the_argument_parser_s() {
    let folder = Folder::new("help");
    let text = |args: &[&str]| {
        let out = folder.call(args);
        assert!(out.status.success(), "{args:?}");
        let text = String::from_utf8(out.stdout).unwrap();
        assert!(!text.contains('\u{1b}'), "{args:?} wrote color into a pipe");
        text
    };
    let help = text(&["--help"]);
    for command in ["profile", "compare", "check", "completions"] {
        assert!(help.contains(command), "{help}");
    }
    assert!(text(&["profile", "--help"]).contains("--ladder <LADDER.json>"));
    assert_eq!(text(&["--version"]).trim_end(), format!("ladder-calibration {}", env!("CARGO_PKG_VERSION")));
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(text(&["completions", shell]).contains("compare"), "{shell}");
    }
}
