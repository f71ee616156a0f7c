//! `cargo xtask bench`: sizes, times and memory of the page beside the bare form; `--check` holds the sizes alone.

use crate::page::{Profile, release, trunk};
use crate::process::{Outcome, read, run, write};
use crate::system::{JOURNEYS, ensure};
use crate::test::install;
use crate::tools::Tools;

/// Measures everything.
pub(crate) fn bench(tools: &Tools) -> Outcome {
    let dist = release(tools)?;
    install(tools)?;
    ensure(tools, JOURNEYS)?;

    println!("Building the bare form (about a minute the first time)");
    let folder = tools.root.join("benches/bare-form");
    let bare = tools.target.join("bare-form");
    trunk(tools, &folder, &bare, Profile::Release)?;

    println!("Scoring (about a minute)");
    let mut scoring = tools.command("cargo");
    scoring.args(["run", "--quiet", "--profile", "bench", "--no-default-features", "--example", "bench_scoring", "--", "--json"]);
    let times = read(&mut scoring).ok_or("The example bench_scoring failed; run it alone to see why.")?;
    print!("{times}");
    write(&tools.target.join("bench-scoring.json"), times.as_bytes())?;

    println!("What the decoder does with hostile files (a few seconds; to reach: 50 ms each)");
    let mut codec = tools.command("cargo");
    codec.args(["run", "--quiet", "--profile", "bench", "--no-default-features", "--example", "bench_codec"]);
    print!("{}", read(&mut codec).ok_or("The example bench_codec failed; run it alone to see why.")?);

    println!("The page in the browser (some minutes; leave the machine alone)");
    let mut page = tools.command("node");
    page.arg("tests/e2e/bench/run.mjs").arg("--dist").arg(&dist).arg("--bare").arg(&bare);
    run(&mut page, "The measurement in the browser failed.")
}

/// Holds the sizes to what docs/benchmarks.json records.
pub(crate) fn check(tools: &Tools) -> Outcome {
    release(tools)?;
    if !tools.root.join("tests/e2e/node_modules").is_dir() {
        install(tools)?;
    }
    let sentence = "The page has grown beyond docs/benchmarks.json; make it smaller, or record the new sizes and say why.";
    run(tools.command("node").args(["tests/e2e/bench/size.mjs", "--check"]), sentence)
}
