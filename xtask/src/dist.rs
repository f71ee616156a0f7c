//! `cargo xtask serve` and `cargo xtask dist`: Trunk with its tools, and the single file, which Trunk does not build.

use crate::hook::{bindgen, smaller};
use crate::process::{Outcome, bytes, format_duration, run, text, write};
use crate::texts::{filled, scripts};
use crate::tools::{TARGET, Tools};
use ladder_calibration_catalog::{SOURCE, chosen};
use std::env;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const PORT: u16 = 8080;

/// Serves the page for development until the terminal ends it.
pub(crate) fn serve(tools: &Tools, port: Option<u16>) -> Outcome {
    tools.page()?;
    let port = free(port)?;
    println!("Ladder calibration will be at http://127.0.0.1:{port}/ (some minutes the first time; Ctrl+C ends it)");
    let mut trunk = tools.command("trunk");
    // Not in dist, which may hold a release.
    run(
        trunk.args(["serve", "--dist", "target/serve", "--port", &port.to_string()]),
        "Trunk ended with a failure; look at its messages above.",
    )
}

fn free(port: Option<u16>) -> Outcome<u16> {
    let wanted = port.unwrap_or(PORT);
    let bound = TcpListener::bind(("127.0.0.1", wanted));
    let bound = if port.is_none() { bound.or_else(|_| TcpListener::bind(("127.0.0.1", 0))) } else { bound };
    let address = bound.and_then(|server| server.local_addr());
    address.map(|address| address.port()).map_err(|error| format!("Port {wanted} cannot be used ({error})."))
}

/// The folder of a release: `dist`, or one for each locale that is not the source.
fn folder(tools: &Tools) -> PathBuf {
    let locale = chosen();
    tools.root.join(if locale == SOURCE { "dist".to_owned() } else { format!("target/locales/{locale}") })
}

/// The release page in `dist/`, whose path is returned.
pub(crate) fn release(tools: &Tools) -> Outcome<PathBuf> {
    tools.release_page()?;
    tools.bundler()?;
    println!("Building the page for release (about 3 minutes the first time)");
    let start = Instant::now();
    let dist = folder(tools);
    std::fs::create_dir_all(&dist).map_err(|error| format!("{} cannot be made: {error}.", dist.display()))?;
    let mut trunk = remapped(tools, tools.command("trunk"), &tools.root)?;
    run(trunk.args(["build", "--release", "--dist"]).arg(&dist), "The page was not built; the messages above say why.")?;
    single(tools, &dist)?;
    let shown = dist.strip_prefix(&tools.root).unwrap_or(&dist);
    println!("The page is in {} ({})", shown.display(), format_duration(start.elapsed()));
    Ok(dist)
}

/// `cargo xtask dist`: the release page and a table of its sizes.
pub(crate) fn dist(tools: &Tools) -> Outcome {
    let dist = release(tools)?;
    run(tools.command("node").arg("xtask/sizes.mjs").arg(dist), "Node could not measure dist.")
}

/// The page, its styles, its scripts and the whole program in one HTML file without requests.
fn single(tools: &Tools, dist: &Path) -> Outcome {
    let mut cargo = remapped(tools, tools.command("cargo"), &tools.root)?;
    cargo.args(["build", "--quiet", "--release", "--package", "ladder-calibration-single", "--target", TARGET]);
    run(&mut cargo, "The program of the single file was not built; the messages above say why.")?;
    let folder = tools.target.join("single");
    bindgen(tools, &tools.target.join(TARGET).join("release/single.wasm"), &folder)?;
    let module = folder.join("glue_bg.wasm");
    smaller(tools, [&module])?;
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes(&module)?.as_slice(), &mut packed)
        .map_err(|error| format!("The program of the single file was not packed: {error}."))?;
    write(&folder.join("module.gz"), &packed)?;
    for (name, script) in scripts(tools)? {
        write(&folder.join(name), script.as_bytes())?;
    }
    write(&folder.join("load.js"), text(&tools.root.join("element/load-inline.js"))?.as_bytes())?;
    let page = filled(&tools.root, &text(&tools.root.join("index.html"))?).map_err(|problem| format!("index.html: {problem}"))?;
    write(&folder.join("index.html"), page.as_bytes())?;
    let mut node = tools.command("node");
    node.arg("xtask/single.mjs").arg(&folder).arg(dist.join("ladder-calibration.single.html"));
    run(&mut node, "Node could not join the single file.")
}

/// A command whose builds contain no folder name of this machine, which would reveal the builder and change the bytes.
pub(crate) fn remapped(tools: &Tools, mut command: Command, root: &Path) -> Outcome<Command> {
    // The folder that the sources are unpacked into has to exist before its name can be remapped.
    run(tools.command("cargo").args(["fetch", "--quiet"]), "cargo could not fetch the crates.")?;
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let crates = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok()).into_iter().flatten().flatten();
    let folders = crates.map(|registry| (registry.path(), "crates")).chain([(root.to_owned(), ".")]);
    let flags: Vec<String> = folders.map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())).collect();
    if flags.iter().any(|flag| flag.contains(' ')) {
        return Err(
            "The path of this checkout or of cargo's folder has a space in it; builds for release need one without.".to_owned()
        );
    }
    // For the wasm target alone: the hook of Trunk runs cargo too, and the host's own builds must not be invalidated.
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    Ok(command)
}
