//! `cargo xtask verify`: proofs too slow for every change.

use crate::page::release;
use crate::process::{Outcome, run};
use crate::system::{JOURNEYS, ensure};
use crate::test::install;
use crate::tools::Tools;

const PROOFS: [&str; 2] = ["statistics", "lighthouse"];

/// Runs the proofs named, or all.
pub(crate) fn verify(tools: &Tools, names: &[&str]) -> Outcome {
    if let Some(name) = names.iter().find(|name| !PROOFS.contains(name)) {
        return Err(format!("\"{name}\" is no proof; there are {}.", PROOFS.join(", ")));
    }
    let wanted = |proof| names.is_empty() || names.contains(&proof);
    if wanted("statistics") {
        println!("Statistics of many simulated assessments (some minutes)");
        let mut cargo = tools.command("cargo");
        cargo.args(["test", "--release", "--no-default-features", "--", "--ignored"]);
        run(&mut cargo, "A statistical proof failed.")?;
    }
    if wanted("lighthouse") {
        let dist = release(tools)?;
        install(tools)?;
        ensure(tools, JOURNEYS)?;
        println!("Lighthouse (about 2 minutes)");
        let mut node = tools.command("node");
        run(node.arg("tests/e2e/bench/lighthouse.mjs").arg("--dist").arg(&dist), "Lighthouse found something.")?;
    }
    Ok(())
}
