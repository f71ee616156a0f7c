//! `cargo xtask verify`: checks that are too slow for every change.

mod fuzz;
mod mutants;
mod record;

use crate::dist::release;
use crate::process::{Outcome, run};
use crate::system::{JOURNEYS, ensure};
use crate::test::install;
use crate::tools::Tools;
use ladder_calibration_catalog::VARIABLE;
use std::process::Command;

const PROOFS: [&str; 5] = ["statistics", "lighthouse", "locales", "mutants", "fuzz"];

/// Made for tests from the source: longer words, and words from right to left.
const PSEUDO: [&str; 2] = ["en-XA", "ar-XB"];

/// Runs the proofs named, or all. `fuzz` and `mutants` alone take options.
pub(crate) fn verify(tools: &Tools, args: &[&str]) -> Outcome {
    match args {
        ["fuzz", "--runs", runs] => return fuzz::fuzz(tools, Some(fuzz::count(runs)?)),
        ["mutants", "--file", _, ..] => {
            let files: Vec<&str> = args[1..].iter().copied().filter(|arg| *arg != "--file").collect();
            return mutants::mutants(tools, &files);
        }
        _ => {}
    }
    if let Some(name) = args.iter().find(|name| !PROOFS.contains(name)) {
        return Err(format!("\"{name}\" is no proof; there are {}.", PROOFS.join(", ")));
    }
    for proof in PROOFS.into_iter().filter(|proof| args.is_empty() || args.contains(proof)) {
        match proof {
            "statistics" => statistics(tools)?,
            "lighthouse" => lighthouse(tools)?,
            "locales" => locales(tools)?,
            "mutants" => mutants::mutants(tools, &[])?,
            _ => fuzz::fuzz(tools, None)?,
        }
    }
    Ok(())
}

fn statistics(tools: &Tools) -> Outcome {
    println!("Statistics of many simulated assessments (some minutes)");
    let mut cargo = tools.command("cargo");
    cargo.args(["test", "--release", "--no-default-features", "--", "--ignored"]);
    run(&mut cargo, "A statistical proof failed.")
}

fn lighthouse(tools: &Tools) -> Outcome {
    let dist = release(tools)?;
    install(tools)?;
    ensure(tools, JOURNEYS)?;
    println!("Lighthouse (about 2 minutes)");
    let mut node = tools.command("node");
    run(node.arg("tests/e2e/bench/lighthouse.mjs").arg("--dist").arg(&dist), "Lighthouse found something.")
}

/// The page in longer words, and from right to left: nothing is cut, and nothing scrolls sideways.
fn locales(tools: &Tools) -> Outcome {
    install(tools)?;
    ensure(tools, JOURNEYS)?;
    let xtask = std::env::current_exe().map_err(|error| format!("xtask does not find itself: {error}."))?;
    for locale in PSEUDO {
        println!("The page as {locale} (about 5 minutes)");
        // A process of its own, because every tool reads the locale from the environment.
        let mut dist = Command::new(&xtask);
        run(dist.arg("dist").env(VARIABLE, locale), "The page was not built.")?;
        let mut playwright = tools.command("npx");
        playwright.current_dir(tools.root.join("tests/e2e")).args(["--no-install", "playwright", "test", "pseudo"]);
        run(playwright.env(VARIABLE, locale), "A page is cut or scrolls sideways.")?;
    }
    Ok(())
}
