//! Fuzzing of every decoder: cargo-fuzz builds the targets, libFuzzer runs them.
//!
//! Instrumentation needs flags that the stable compiler takes only with `RUSTC_BOOTSTRAP`. There is no address sanitizer:
//! `unsafe` is forbidden in this code, and without it six times as many mutants fit into an hour.

use crate::process::{Outcome, format_duration, read, run};
use crate::tools::Tools;
use std::fs::File;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use super::record::{record, today};

/// The fewest executions of a target, and of all together.
const MINIMUM_RUNS: (u64, u64) = (1_000_000, 10_000_000);
/// The options of libFuzzer: one change at a time, since most inputs do not survive several, and a timeout.
const OPTIONS: [&str; 4] = ["-mutate_depth=1", "-timeout=20", "-print_final_stats=1", "-verbosity=1"];

/// The result of one target.
struct Row {
    target: String,
    executions: u64,
    success: u64,
    edges: u64,
    time: Duration,
}

/// A number of executions, as it was typed.
pub(super) fn count(typed: &str) -> Outcome<u64> {
    typed.replace('_', "").parse().map_err(|_| format!("\"{typed}\" is no number of executions."))
}

/// Runs every target `runs` times, or as often as the proof requires; only the latter is recorded.
pub(super) fn fuzz(tools: &Tools, runs: Option<u64>) -> Outcome {
    tools.cargo_fuzz()?;
    println!("Building the fuzz targets (about 2 minutes the first time)");
    run(cargo_fuzz(tools, "build").arg("--target-dir").arg(built(tools)), "The fuzz targets did not build.")?;
    let targets = read(tools.command("cargo").args(["fuzz", "list"])).ok_or("cargo-fuzz does not list the targets.")?;
    let targets: Vec<&str> = targets.lines().collect();
    let each = runs.unwrap_or_else(|| MINIMUM_RUNS.0.max(MINIMUM_RUNS.1.div_ceil(targets.len() as u64)));
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for target in targets {
        println!("{target}: {} executions", grouped(each));
        match one(tools, target, each) {
            Ok(row) => rows.push(row),
            Err(sentence) => faults.push(sentence),
        }
    }
    let table = table(&rows);
    println!("\n{table}");
    if !faults.is_empty() {
        return Err(faults.join(" "));
    }
    if runs.is_none() { record(tools, "fuzz", &format!("{}: no fault.\n\n{table}", today(tools))) } else { Ok(()) }
}

fn cargo_fuzz(tools: &Tools, subcommand: &str) -> Command {
    let mut command = tools.command("cargo");
    command.args(["fuzz", subcommand, "--sanitizer", "none"]).env("RUSTC_BOOTSTRAP", "1");
    command
}

fn built(tools: &Tools) -> PathBuf {
    tools.target.join("fuzz")
}

/// The findings of libFuzzer are kept from run to run, next to the corpus of the repository.
fn one(tools: &Tools, target: &str, runs: u64) -> Outcome<Row> {
    let (found, log) = (built(tools).join("corpus").join(target), built(tools).join(format!("{target}.log")));
    let unwritten = |error| format!("{} cannot be written: {error}.", built(tools).display());
    std::fs::create_dir_all(&found).map_err(unwritten)?;
    let output = File::create(&log).map_err(unwritten)?;
    let mut command = cargo_fuzz(tools, "run");
    command.arg("--target-dir").arg(built(tools)).arg(target).arg(&found).arg(format!("fuzz/corpus/{target}"));
    command.arg("--").args(OPTIONS).arg(format!("-runs={runs}")).stdout(output.try_clone().map_err(unwritten)?).stderr(output);
    let start = Instant::now();
    run(&mut command, &format!("{target} found a fault: {} says which, and how to run it again.", log.display()))?;
    row(target, &crate::process::text(&log)?, start.elapsed())
}

/// Reads the last lines of libFuzzer, and the one that the target prints at its end.
fn row(target: &str, log: &str, time: Duration) -> Outcome<Row> {
    let after = |mark: &str, word: &str| {
        let line = log.lines().rev().find(|line| line.contains(mark))?;
        line.split_once(word)?.1.split_whitespace().next()?.parse().ok()
    };
    let none = || format!("{target} ended without its numbers.");
    Ok(Row {
        target: target.to_owned(),
        executions: after("stat::number_of_executed_units:", "units:").ok_or_else(none)?,
        success: after("success path:", "path:").ok_or_else(none)?,
        edges: after("DONE", "cov:").ok_or_else(none)?,
        time,
    })
}

fn table(rows: &[Row]) -> String {
    let line = |row: &Row| {
        let numbers = [row.executions, row.success, row.edges].map(grouped).join(" | ");
        format!("| `{}` | {numbers} | {} |\n", row.target, format_duration(row.time))
    };
    let executions: u64 = rows.iter().map(|row| row.executions).sum();
    let time: Duration = rows.iter().map(|row| row.time).sum();
    let head = "| target | executions | success path | edges covered | time |\n|---|---|---|---|---|\n";
    let lines: Vec<String> = rows.iter().map(line).collect();
    format!("{head}{}| all | {} | | | {} |\n", lines.concat(), grouped(executions), format_duration(time))
}

/// A number with commas between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    groups.into_iter().map(String::from_utf8_lossy).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::{grouped, row};
    use std::time::Duration;

    #[test]
    fn the_numbers_are_those_of_the_last_lines() {
        let log = "#2\tINITED cov: 17 ft: 18 corp: 1/1b\n#64\tDONE   cov: 41 ft: 50 corp: 3/9b lim: 4 exec/s: 0\n\
                   Done 64 runs in 0 second(s)\nstat::number_of_executed_units: 64\nstat::new_units_added: 2\nsuccess path: 7\n";
        let numbers = |row: super::Row| (row.executions, row.success, row.edges);
        assert_eq!(row("any", log, Duration::ZERO).map(numbers), Ok((64, 7, 41)));
        assert!(row("any", "==1== ERROR: libFuzzer: deadly signal\n", Duration::ZERO).is_err());
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1000, 11_111_111].map(grouped), ["0", "999", "1,000", "11,111,111"]);
    }
}
