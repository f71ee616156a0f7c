//! `cargo xtask bench`: sizes, times and memory of the page and of the bare form; `--check` checks the sizes alone.

use crate::dist::{release, remapped};
use crate::hook::{bindgen, smaller};
use crate::process::{Outcome, bytes, read, run, write};
use crate::system::{JOURNEYS, ensure};
use crate::test::install;
use crate::tools::{TARGET, Tools};
use std::path::Path;

pub(crate) fn bench(tools: &Tools) -> Outcome {
    let dist = release(tools)?;
    install(tools)?;
    ensure(tools, JOURNEYS)?;

    println!("Building the bare form (about a minute the first time)");
    let folder = tools.root.join("benches/bare-form");
    let bare = tools.target.join("bare-form");
    bare_form(tools, &folder, &bare)?;

    println!("Scoring (about a minute)");
    let mut scoring = tools.command("cargo");
    scoring.args(["bench", "--quiet", "--no-default-features", "--bench", "scoring", "--", "--json"]);
    let times = read(&mut scoring).ok_or("The benchmark of the scorer failed; run it alone to see why.")?;
    print!("{times}");
    write(&tools.target.join("bench-scoring.json"), times.as_bytes())?;

    println!("What the decoder does with hostile files (a few seconds; to reach: 50 ms each)");
    let mut codec = tools.command("cargo");
    codec.args(["bench", "--quiet", "--no-default-features", "--bench", "codec"]);
    print!("{}", read(&mut codec).ok_or("The benchmark of the decoder failed; run it alone to see why.")?);

    println!("The page in the browser (some minutes; leave the machine alone)");
    let mut page = tools.command("node");
    page.arg("tests/e2e/bench/run.mjs").arg("--dist").arg(&dist).arg("--bare").arg(&bare);
    run(&mut page, "The measurement in the browser failed.")
}

/// The bare form, compiled like the page.
fn bare_form(tools: &Tools, folder: &Path, built: &Path) -> Outcome {
    let mut cargo = remapped(tools, tools.command("cargo"), folder)?;
    cargo.current_dir(folder).args(["build", "--quiet", "--release", "--target", TARGET, "--target-dir"]);
    cargo.arg(tools.target.join("bare"));
    run(&mut cargo, "The bare form was not built; the messages above say why.")?;
    bindgen(tools, &tools.target.join("bare").join(TARGET).join("release/bare-form.wasm"), built)?;
    smaller(tools, [&built.join("glue_bg.wasm")])?;
    write(&built.join("index.html"), &bytes(&folder.join("index.html"))?)
}

/// Prints the sizes next to those of docs/benchmarks.json, and checks one of them against its limit.
pub(crate) fn check(tools: &Tools) -> Outcome {
    release(tools)?;
    if !tools.root.join("tests/e2e/node_modules").is_dir() {
        install(tools)?;
    }
    let sentence = "The page is larger than it may be; the table above says where.";
    run(tools.command("node").args(["tests/e2e/bench/size.mjs", "--check"]), sentence)
}
