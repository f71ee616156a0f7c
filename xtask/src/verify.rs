//! `cargo xtask verify`: checks that are too slow for every change.

mod fuzz;
mod mutants;
mod record;

use crate::dist::release;
use crate::process::{Outcome, run};
use crate::system::{JOURNEYS, ensure};
use crate::test::install;
use crate::tools::Tools;

const PROOFS: [&str; 4] = ["statistics", "lighthouse", "mutants", "fuzz"];

/// Runs the proofs named, or all. `fuzz` and `mutants` alone take options.
pub(crate) fn verify(tools: &Tools, words: &[&str]) -> Outcome {
    match words {
        ["fuzz", "--runs", runs] => return fuzz::fuzz(tools, Some(fuzz::count(runs)?)),
        ["mutants", "--file", _, ..] => {
            let files: Vec<&str> = words[1..].iter().copied().filter(|word| *word != "--file").collect();
            return mutants::mutants(tools, &files);
        }
        _ => {}
    }
    if let Some(word) = words.iter().find(|word| !PROOFS.contains(word)) {
        return Err(format!("\"{word}\" is no proof; there are {}.", PROOFS.join(", ")));
    }
    for proof in PROOFS.into_iter().filter(|proof| words.is_empty() || words.contains(proof)) {
        match proof {
            "statistics" => statistics(tools)?,
            "lighthouse" => lighthouse(tools)?,
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
