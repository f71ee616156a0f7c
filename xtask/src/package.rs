//! `cargo xtask package`: the npm package in `pkg/`. wasm-pack builds the functions for programs; the element, the frame and
//! the single file are those of the page.

use crate::dist::{release, remapped};
use crate::hook::smaller;
use crate::process::{Outcome, bytes, read, run, text, write};
use crate::tools::Tools;
use std::path::Path;

/// Files that only a website needs. The page itself is included, because links of an element lead to it.
const PAGE: [&str; 2] = ["404.html", "robots.txt"];

/// Builds the page and the package.
pub(crate) fn package(tools: &Tools) -> Outcome {
    let dist = release(tools)?;
    assemble(tools, &dist)
}

/// Makes the package from the page in `dist`.
pub(crate) fn assemble(tools: &Tools, dist: &Path) -> Outcome {
    tools.wasm_pack()?;
    println!("Building the package (about half a minute)");
    let built = tools.target.join("package");
    let mut pack = remapped(tools, tools.command("wasm-pack"), &tools.root)?;
    pack.args(["--quiet", "build", "crates/js", "--target", "web", "--mode", "no-install", "--release"]);
    pack.args(["--no-typescript", "--no-pack", "--out-name", "headless", "--out-dir"]).arg(&built);
    run(&mut pack, "The package was not built; the messages above say why.")?;
    smaller(tools, [&built.join("headless_bg.wasm")])?;

    let pkg = tools.root.join("pkg");
    if pkg.exists() {
        std::fs::remove_dir_all(&pkg).map_err(|error| format!("pkg cannot be emptied: {error}."))?;
    }
    copy(dist, &pkg, &|name| !PAGE.contains(&name))?;
    copy(&built, &pkg, &|name| name.starts_with("headless"))?;
    let sources = tools.root.join("crates/js/package");
    copy(&sources, &pkg, &|name| name != "package.json")?;
    let manifest = text(&sources.join("package.json"))?.replace("0.0.0", env!("CARGO_PKG_VERSION"));
    write(&pkg.join("package.json"), manifest.as_bytes())?;
    run(tools.command("node").arg("xtask/types.mjs").arg(&pkg), "Node could not write the types of the element.")?;
    let table = read(tools.command("node").arg("xtask/integrity.mjs").arg(&pkg)).ok_or("Node could not hash the package.")?;
    write(&pkg.join("integrity.md"), table.as_bytes())?;
    println!("The package is in pkg");
    Ok(())
}

/// Copies a folder recursively, without files that are not `wanted`.
fn copy(from: &Path, to: &Path, wanted: &dyn Fn(&str) -> bool) -> Outcome {
    let entries = std::fs::read_dir(from).map_err(|error| format!("{} cannot be read: {error}.", from.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            copy(&path, &to.join(&name), &|_| true)?;
        } else if wanted(&name) {
            write(&to.join(&name), &bytes(&path)?)?;
        }
    }
    Ok(())
}
