//! `cargo xtask package`: the npm package in `pkg/`. wasm-pack builds the functions for programmes; the element, the
//! frame and the single file are those of the page.

use crate::finish::lean;
use crate::modules::{flags, smaller};
use crate::page::release;
use crate::process::{Outcome, bytes, read, run, text, write};
use crate::tools::Tools;
use std::path::Path;

const NAME: &str = "headless";

/// Builds the page and the package.
pub(crate) fn package(tools: &Tools) -> Outcome {
    let dist = release(tools)?;
    assemble(tools, &dist)
}

/// The package out of the page in `dist`.
pub(crate) fn assemble(tools: &Tools, dist: &Path) -> Outcome {
    tools.wasm_pack()?;
    println!("Building the package (about half a minute)");
    let built = tools.target.join("package");
    let mut pack = tools.command("wasm-pack");
    pack.args([
        "--quiet",
        "build",
        "element",
        "--target",
        "web",
        "--mode",
        "no-install",
        "--release",
        "--no-typescript",
        "--no-pack",
    ]);
    pack.args(["--out-name", NAME, "--out-dir"]).arg(&built).args(["--no-default-features", "--features", NAME]);
    pack.env("CARGO_ENCODED_RUSTFLAGS", flags(&tools.root));
    run(&mut pack, "The package was not built; the messages above say why.")?;
    let module = built.join(format!("{NAME}_bg.wasm"));
    smaller(tools, std::slice::from_ref(&module))?;

    let pkg = tools.root.join("pkg");
    if pkg.exists() {
        std::fs::remove_dir_all(&pkg).map_err(|error| format!("pkg cannot be emptied: {error}."))?;
    }
    write(&pkg.join(format!("{NAME}_bg.wasm")), &bytes(&module)?)?;
    write(&pkg.join(format!("{NAME}.js")), lean(&text(&built.join(format!("{NAME}.js")))?).as_bytes())?;
    let sources = tools.root.join("element/package");
    for name in ["index.js", "node.js", "browser.js", "index.d.ts", "element.d.ts", "custom-elements.json", "README.md"] {
        write(&pkg.join(name), &bytes(&sources.join(name))?)?;
    }
    let manifest = text(&sources.join("package.json"))?.replace("0.0.0", env!("CARGO_PKG_VERSION"));
    write(&pkg.join("package.json"), manifest.as_bytes())?;
    let taken = |name: &str| {
        !matches!(name, "index.html" | "404.html" | "robots.txt") && !name.starts_with("boot-") && !name.starts_with("main-")
    };
    for entry in std::fs::read_dir(dist).map_err(|error| format!("dist cannot be read: {error}."))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !taken(&name) {
            continue;
        }
        let content = bytes(&entry.path())?;
        // Without the page itself, links lead to the page of frames.
        let script = name.strip_suffix(".js").and_then(|_| std::str::from_utf8(&content).ok());
        let led = script.map(|script| script.replace("./index.html", "./embed.html").into_bytes());
        write(&pkg.join(&name), &led.unwrap_or(content))?;
    }
    let mut node = tools.command("node");
    node.args(["--input-type=module", "--eval", HASHES]).arg(&pkg);
    let table = read(&mut node).ok_or("Node could not hash the package.")?;
    write(&pkg.join("integrity.md"), table.as_bytes())?;
    println!("The package is in pkg");
    Ok(())
}

const HASHES: &str = r"
import fs from 'node:fs'; import path from 'node:path'; import crypto from 'node:crypto';
const folder = process.argv.at(-1);
console.log('# Subresource integrity\n\n| file | integrity |\n| --- | --- |');
for (const name of fs.readdirSync(folder).sort().filter((name) => /\.(js|css|wasm|html)$/.test(name))) {
  const hash = crypto.createHash('sha384').update(fs.readFileSync(path.join(folder, name))).digest('base64');
  console.log(`| ${name} | sha384-${hash} |`);
}
";
