//! Building the page: `modules` compiles, `finish` joins.

use crate::finish::{Site, finish, lean};
use crate::process::{Outcome, read, spoken, write};
use crate::tools::Tools;
use crate::{modules, policy, single};
use std::path::PathBuf;
use std::time::Instant;

/// How the page is compiled.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Profile {
    /// Quickly, without `wasm-opt`.
    Dev,
    /// As it is released.
    Release,
}

/// The page of this checkout.
pub(crate) fn build(tools: &Tools, profile: Profile) -> Outcome<Site> {
    let folder = match profile {
        Profile::Dev => "page-dev",
        Profile::Release => "page-release",
    };
    let built = tools.target.join(folder);
    modules::split(tools, &built, profile)?;
    match profile {
        Profile::Dev => finish(&tools.root, &built, &|script| Ok(lean(script))),
        Profile::Release => {
            let mut site = finish(&tools.root, &built, &|script| shorter(tools, script))?;
            policy::carry(&mut site)?;
            Ok(site)
        }
    }
}

/// A script as terser writes it: half the bytes. All of ours are modules, or closed functions that lose nothing by it.
pub(crate) fn shorter(tools: &Tools, script: &str) -> Outcome<String> {
    let file = tools.target.join("script.mjs");
    write(&file, script.as_bytes())?;
    let mut terser = tools.command("terser");
    terser.arg(&file).args(["--module", "--ecma", "2022", "--compress", "passes=2", "--mangle", "--comments", "false"]);
    read(&mut terser).ok_or_else(|| format!("terser could not read {}.", file.display()))
}

/// The release page in `dist/`, whose files are returned.
pub(crate) fn release(tools: &Tools) -> Outcome<PathBuf> {
    tools.release_page()?;
    println!("Building the page for release (about 2 minutes the first time)");
    let start = Instant::now();
    let mut site = build(tools, Profile::Release)?;
    let single = single::single(tools)?;
    site.insert(single::NAME.to_owned(), single.into_bytes());
    let dist = tools.root.join("dist");
    if dist.exists() {
        std::fs::remove_dir_all(&dist).map_err(|error| format!("dist cannot be emptied: {error}."))?;
    }
    for (name, content) in &site {
        write(&dist.join(name), content)?;
    }
    println!("The page is in dist ({})", spoken(start.elapsed()));
    Ok(dist)
}

/// `cargo xtask dist`: the release page and a table of its sizes.
pub(crate) fn dist(tools: &Tools) -> Outcome {
    let dist = release(tools)?;
    let mut node = tools.command("node");
    node.args(["--input-type=module", "--eval", SIZES]).arg(&dist);
    let sizes = read(&mut node).ok_or("Node could not measure dist.")?;
    println!("{sizes}");
    Ok(())
}

const SIZES: &str = "
import fs from 'node:fs'; import path from 'node:path'; import zlib from 'node:zlib';
const dist = process.argv.at(-1);
const row = (name, raw, brotli) => console.log(name.padEnd(44), String(raw).padStart(9), String(brotli).padStart(9));
let all = 0, sent = 0;
row('file', 'bytes', 'brotli 11');
for (const name of fs.readdirSync(dist, { recursive: true }).sort()) {
  const file = path.join(dist, name);
  if (fs.statSync(file).isDirectory()) continue;
  const bytes = fs.readFileSync(file), { constants } = zlib;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const packed = zlib.brotliCompressSync(bytes, { params }).length;
  all += bytes.length; sent += packed;
  row(name, bytes.length, packed);
}
row('all', all, sent);
";
