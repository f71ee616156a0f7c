//! `cargo xtask test`: every kind of test, one after the other. A failure stops none of the others.

use crate::dist::release;
use crate::package::assemble;
use crate::process::{Outcome, format_duration, run};
use crate::system::{CHROMEDRIVER, IN_BROWSER, IN_WEBKIT, JOURNEYS, SERVERS, WIKIS, ensure, unpacked};
use crate::tools::Tools;
use std::path::PathBuf;
use std::time::{Duration, Instant};

const KINDS: [&str; 5] = ["native", "browser", "e2e", "embed", "webkit"];

/// Runs the kinds named, or all.
pub(crate) fn test(tools: &Tools, names: &[&str]) -> Outcome {
    if let Some(name) = names.iter().find(|name| !KINDS.contains(name)) {
        return Err(format!("\"{name}\" is no kind of test; there are {}.", KINDS.join(", ")));
    }
    let kinds: Vec<&str> = KINDS.into_iter().filter(|kind| names.is_empty() || names.contains(kind)).collect();
    let mut rows = Vec::new();
    let mut page = None;
    for kind in kinds {
        let start = Instant::now();
        let result = match kind {
            "native" => native(tools),
            "browser" => browser(tools),
            _ => {
                let page = page.get_or_insert_with(|| release(tools).and_then(|_| install(tools))).clone();
                page.and_then(|()| match kind {
                    "e2e" => journeys(tools),
                    "embed" => embedded(tools),
                    _ => webkit(tools),
                })
            }
        };
        if let Err(sentence) = &result {
            eprintln!("{kind}: {sentence}");
        }
        rows.push((kind, result.is_ok(), start.elapsed()));
    }
    report(tools, &rows)
}

/// Ends with what failed: of a long log, the end is what is read, and often all that is kept.
fn report(tools: &Tools, rows: &[(&str, bool, Duration)]) -> Outcome {
    for (kind, passed, _) in rows {
        match std::fs::read_to_string(failures(tools, kind)) {
            Ok(text) if !passed => println!("\nWhat failed of {kind}:\n\n{text}"),
            _ => {}
        }
    }
    println!();
    for (kind, passed, time) in rows {
        println!("{kind:<10}{:<10}{}", if *passed { "passed" } else { "failed" }, format_duration(*time));
    }
    let failed: Vec<&str> = rows.iter().filter(|row| !row.1).map(|row| row.0).collect();
    if failed.is_empty() { Ok(()) } else { Err(format!("Failed: {}.", failed.join(", "))) }
}

/// Where a run of Playwright writes what failed; of an earlier run nothing is left.
fn new_failures(tools: &Tools, kind: &str) -> PathBuf {
    let path = failures(tools, kind);
    drop(std::fs::remove_file(&path));
    path
}

fn failures(tools: &Tools, kind: &str) -> PathBuf {
    tools.root.join(format!("target/failures-{kind}.txt"))
}

fn native(tools: &Tools) -> Outcome {
    println!("Native tests (about a minute the first time)");
    run(tools.command("cargo").args(["test", "--no-default-features"]), "A native test failed.")?;
    run(tools.command("cargo").args(["test", "--package", "ladder-calibration-cli"]), "A test of the command-line tool failed.")
}

fn browser(tools: &Tools) -> Outcome {
    tools.wasm_pack()?;
    ensure(tools, IN_BROWSER)?;
    println!("Tests inside the browser (about 2 minutes the first time)");
    let mut command = tools.command("wasm-pack");
    command.args(["test", "--headless", "--mode", "no-install", "--chrome"]);
    if let Some(driver) = CHROMEDRIVER.find(tools) {
        command.arg("--chromedriver").arg(driver);
    }
    if let Some(driver) = tools.find("geckodriver") {
        command.args(["--firefox", "--geckodriver"]).arg(driver);
    }
    command.args([".", "--test", "browser"]).env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    run(&mut command, "A test inside the browser failed.")
}

pub(crate) fn install(tools: &Tools) -> Outcome {
    tools.node()?;
    let mut npm = tools.command("npm");
    npm.current_dir(tools.root.join("tests/e2e")).args(["ci", "--no-audit", "--no-fund"]);
    run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), "npm could not install tests/e2e; look at its message above.")
}

fn journeys(tools: &Tools) -> Outcome {
    ensure(tools, JOURNEYS)?;
    println!("Journeys in Chromium and Firefox (some minutes)");
    let mut playwright = tools.command("npx");
    playwright.current_dir(tools.root.join("tests/e2e")).args(["--no-install", "playwright", "test"]);
    playwright.env("LADDER_FAILURES", new_failures(tools, "e2e"));
    run(&mut playwright, "A journey failed.")
}

/// The page inside other pages, with the build of the journeys.
fn embedded(tools: &Tools) -> Outcome {
    assemble(tools, &tools.root.join("dist"))?;
    ensure(tools, JOURNEYS)?;
    let mut playwright = tools.command("npx");
    playwright.current_dir(tools.root.join("tests/e2e")).args([
        "--no-install",
        "playwright",
        "test",
        "--config",
        "embed.config.mjs",
    ]);
    playwright.env("LADDER_FAILURES", new_failures(tools, "embed"));
    match ensure(tools, WIKIS) {
        Ok(()) => drop(playwright.env("LADDER_WIKIS", "1")),
        Err(sentence) => println!("The journeys in real wikis are skipped. {sentence}"),
    }
    for (name, program) in &SERVERS {
        match unpacked(tools, program) {
            Ok(path) => drop(playwright.env(name, path)),
            Err(sentence) => println!("The journey through a server is skipped. {sentence}"),
        }
    }
    println!("The page inside others, in Chromium and Firefox (some minutes)");
    run(&mut playwright, "A journey through an embedded page failed.")
}

fn webkit(tools: &Tools) -> Outcome {
    if let Err(sentence) = ensure(tools, IN_WEBKIT) {
        println!("The journey in WebKit is skipped. {sentence}");
        return Ok(());
    }
    println!("A journey in WebKit (about half a minute)");
    let mut smoke = tools.command("xvfb-run");
    smoke.args(["--auto-servernum", "node", "tests/e2e/webkit/smoke.mjs"]);
    run(&mut smoke, "The journey in WebKit failed.")
}
