//! Mutation testing with cargo-mutants: one fault at a time, and a test has to fail for each.

use crate::process::{Outcome, format_duration, read, text};
use crate::tools::Tools;
use std::path::Path;
use std::time::Instant;

use super::record::{record, today};

/// The mutated files, and the tests that are tried first. The browser's own store cannot be run here; its tests are in the
/// browser.
const PARTS: [Part; 2] = [
    Part { name: "storage", files: "src/store/**", near: &["storage::", "stored_documents::", "memory::"] },
    Part {
        name: "codec",
        files: "src/files/**",
        near: &[
            "growth::",
            "blocks::",
            "codec::",
            "compare::",
            "crypt::",
            "default_ladder::",
            "evidence::",
            "golden::",
            "headless::",
            "invitation::",
            "ladder_extras::",
            "ladder_shapes::",
            "link::",
            "mode::",
            "plan::",
            "imports::",
            "reference::",
            "seal::",
            "sentences::",
            "reduce::",
            "session_record::",
            "storage::",
        ],
    },
];
/// Tests that read the sources.
const SKIPPED: [&str; 1] = ["house::"];
/// A related test that is slow.
const SLOW: &str = "storage::no_fault_at_any_call";
/// The percentage of mutants that may be missed.
const MOST_MISSED: usize = 5;

struct Part {
    name: &'static str,
    files: &'static str,
    /// Name prefixes of related fast tests.
    near: &'static [&'static str],
}

#[derive(Default)]
struct Count {
    caught: usize,
    timeout: usize,
    unviable: usize,
    missed: Vec<String>,
}

/// Mutates the named files, or all that the proof requires; only the latter is recorded.
pub(super) fn mutants(tools: &Tools, files: &[&str]) -> Outcome {
    let changed = read(tools.command("git").args(["status", "--porcelain", "--", "src"]));
    match changed.as_deref() {
        Some("") => {}
        Some(_) => return Err("Faults are written into src itself: commit or stash what is changed there first.".into()),
        None => return Err("git cannot tell whether src is as it was committed, and faults are written into it.".into()),
    }
    tools.cargo_mutants()?;
    println!("Mutants (each is built and tested; some hundred take hours)");
    let start = Instant::now();
    let mut count = Count::default();
    for part in &PARTS {
        let files: Vec<&str> = if files.is_empty() { vec![part.files] } else { within(files, part) };
        if files.is_empty() {
            continue;
        }
        let near = round(tools, part, &files, part.near, false)?;
        // Mutants that no related test caught are tried again, with all tests.
        let left = !near.missed.is_empty() || near.timeout > 0;
        let all = if left { round(tools, part, &files, &[], true)? } else { Count::default() };
        count.caught += near.caught + all.caught;
        count.unviable += near.unviable + all.unviable;
        count.timeout += all.timeout;
        count.missed.extend(all.missed);
    }
    let (result, missed) = result(&count);
    println!("\n{result}in {}", format_duration(start.elapsed()));
    if missed {
        return Err(format!("More than {MOST_MISSED}% of the mutants were missed."));
    }
    if files.is_empty() { record(tools, "mutants", &format!("{}:\n\n{result}", today(tools))) } else { Ok(()) }
}

/// The files that belong to a part.
fn within<'a>(files: &[&'a str], part: &Part) -> Vec<&'a str> {
    files.iter().copied().filter(|file| file.starts_with(part.files.trim_end_matches('*'))).collect()
}

/// Tries the mutants with the tests named, or all; `again` tries only those that nothing noticed before.
fn round(tools: &Tools, part: &Part, files: &[&str], tests: &[&str], again: bool) -> Outcome<Count> {
    let folder = tools.target.join("mutants").join(part.name);
    std::fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    let mut command = tools.command("cargo");
    command.args(["mutants", "--in-place", "--no-default-features", "--profile", "mutants", "--colors", "never"]);
    command.args(["--minimum-test-timeout", "120", "--output"]).arg(&folder);
    // A failed test is enough: the place of the failure is not needed, and shrinking takes longer than the test.
    command.env("RUST_BACKTRACE", "0").env("PROPTEST_MAX_SHRINK_ITERS", "0");
    if again {
        command.arg("--iterate");
    }
    for file in files {
        command.args(["--file", file]);
    }
    command.args(["--", "--test", "native", "--"]).args(tests);
    for test in SKIPPED.iter().chain((!again).then_some(&SLOW)) {
        command.args(["--skip", test]);
    }
    // Exit statuses 2 and 3 tell of mutants that were missed or took too long; those are counted.
    let code = command.status().map_err(|error| format!("cargo-mutants could not be started ({error})."))?.code();
    if !matches!(code, Some(0 | 2 | 3)) {
        return Err("cargo-mutants gave up; look at its message above.".into());
    }
    counted(&folder.join("mutants.out"))
}

fn counted(folder: &Path) -> Outcome<Count> {
    let lines = |name: &str| text(&folder.join(format!("{name}.txt")));
    let count = |name: &str| lines(name).map(|list| list.lines().count());
    let missed = lines("missed")?.lines().map(str::to_owned).collect();
    Ok(Count { caught: count("caught")?, timeout: count("timeout")?, unviable: count("unviable")?, missed })
}

/// The numbers with the list of what was missed, and whether that is too much.
fn result(count: &Count) -> (String, bool) {
    let Count { caught, timeout, unviable, missed } = count;
    let survived = missed.len();
    let viable = caught + survived + timeout;
    let share = if viable == 0 { 0.0 } else { 100.0 * survived as f64 / viable as f64 };
    let numbers = format!("| {} | {caught} | {timeout} | {survived} | {share:.1}% | {unviable} |", viable + unviable);
    let survivors: Vec<String> = missed.iter().map(|line| format!("- `{line}`\n")).collect();
    let head = "| mutants | caught | too slow | missed | share missed | do not compile |\n|---|---|---|---|---|---|";
    (format!("{head}\n{numbers}\n\n{}", survivors.concat()), survived * 100 > viable * MOST_MISSED)
}
