//! Building the page: trunk compiles and bundles, `finish` completes.

use crate::finish::{ROOMS, Site, finish, lean};
use crate::process::{Outcome, read, run, spoken, write};
use crate::single;
use crate::tools::Tools;
use std::env;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The crate that both modules are built from.
pub(crate) const CRATE: &str = "ladder-calibration-embed";

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
    trunk(tools, &tools.root, &built, profile)?;
    rooms(tools, &built.join(ROOMS), profile)?;
    match profile {
        Profile::Dev => finish(&tools.root, &built, &|script| Ok(lean(script))),
        Profile::Release => finish(&tools.root, &built, &|script| shorter(tools, script)),
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

/// Runs trunk on the page in `folder`.
pub(crate) fn trunk(tools: &Tools, folder: &Path, built: &Path, profile: Profile) -> Outcome {
    let mut command = tools.command("trunk");
    command.current_dir(folder).args(["--skip-version-check", "--quiet", "build"]);
    command.arg("--dist").arg(built).env("RUST_BACKTRACE", "0");
    if profile == Profile::Release {
        // The folder that the sources are unpacked into has to be there before it can be named.
        let fetch =
            run(tools.command("cargo").current_dir(folder).args(["fetch", "--quiet"]), "cargo could not fetch the crates.");
        fetch?;
        command.arg("--release").env("CARGO_ENCODED_RUSTFLAGS", flags(&tools.root));
    }
    run(&mut command, "The page was not built; the messages above say why.")
}

/// The second module: the same crate with everything in it, built as trunk builds the first.
fn rooms(tools: &Tools, built: &Path, profile: Profile) -> Outcome {
    let release = profile == Profile::Release;
    let mut cargo = tools.command("cargo");
    cargo.args(["build", "--quiet", "--package", CRATE, "--features", "rooms", "--target", "wasm32-unknown-unknown"]);
    if release {
        cargo.arg("--release").env("CARGO_ENCODED_RUSTFLAGS", flags(&tools.root));
    }
    run(&mut cargo, "The second module was not built; the messages above say why.")?;
    let folder = tools.target.join("wasm32-unknown-unknown").join(if release { "release" } else { "debug" });
    let name = CRATE.replace('-', "_");
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", &name, "--out-dir"]).arg(built);
    run(bindgen.arg(folder.join(format!("{name}.wasm"))), "wasm-bindgen could not read the second module.")?;
    if release {
        let module = built.join(format!("{name}_bg.wasm"));
        let mut opt = tools.command("wasm-opt");
        run(opt.arg("-Oz").arg(&module).arg("-o").arg(&module), "wasm-opt could not read the second module.")?;
    }
    Ok(())
}

/// The release page in `dist/`, whose files are returned.
pub(crate) fn release(tools: &Tools) -> Outcome<PathBuf> {
    tools.release_page()?;
    println!("Building the page for release (about 2 minutes the first time)");
    let start = Instant::now();
    let mut site = build(tools, Profile::Release)?;
    let single = single::single(tools, &tools.target.join("page-release").join(ROOMS))?;
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

/// Folders of this machine are kept out of the module: they would tell on the builder and change the bytes.
pub(crate) fn flags(root: &Path) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let crates = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok()).into_iter().flatten().flatten();
    let crates = crates.map(|registry| (registry.path(), "crates"));
    let flags =
        crates.chain([(root.to_owned(), ".")]).map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()));
    flags.collect::<Vec<_>>().join("\x1f")
}
