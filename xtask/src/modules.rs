//! The modules of the page: cargo compiles one, `wasm-split` cuts it where `element/src/parts.rs` says, wasm-bindgen writes the
//! glue of the first, and `wasm-opt` makes all of them smaller.

use crate::page::Profile;
use crate::process::{Outcome, bytes, run, write};
use crate::tools::Tools;
use std::env;
use std::path::{Path, PathBuf};

const CRATE: &str = "ladder-calibration-element";
const TARGET: &str = "wasm32-unknown-unknown";
/// Glue and module of the first part; also of the whole, in a folder of its own.
pub(crate) const GLUE: &str = "first.js";
pub(crate) const FIRST: &str = "first_bg.wasm";
/// The parts after it: what the other two share, the profile, and everything else.
pub(crate) const SHARED: &str = "split_shared.wasm";
pub(crate) const PROFILE: &str = "split_profile.wasm";
pub(crate) const ROOMS: &str = "split_rooms.wasm";

/// The page in parts, in the folder `built`.
pub(crate) fn split(tools: &Tools, built: &Path, profile: Profile) -> Outcome {
    let whole = compile(tools, profile, "split", &["-Clink-args=--emit-relocs"])?;
    let cut = built.join("cut");
    if cut.exists() {
        std::fs::remove_dir_all(&cut).map_err(|error| format!("{} cannot be emptied: {error}.", cut.display()))?;
    }
    let whole = bytes(&whole)?;
    let first = cut.join("first.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    (options.output_dir, options.main_out_path) = (&cut, &first);
    let made = wasm_split_cli_support::transform(options)
        .map_err(|error| format!("The page could not be cut into modules: {error:#}."))?;
    bindgen(tools, &first, built)?;
    let mut modules = vec![built.join(FIRST)];
    for module in made.split_modules {
        let name = module.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let module_here = built.join(if name.starts_with("chunk_") { SHARED } else { &name });
        if modules.contains(&module_here) {
            return Err("More than one module is shared by later ones: element/load.js knows of one.".to_owned());
        }
        write(&module_here, &bytes(&module)?)?;
        modules.push(module_here);
    }
    if profile == Profile::Release { smaller(tools, &modules) } else { Ok(()) }
}

/// The page as one module, for the single file, in the folder `built`.
pub(crate) fn whole(tools: &Tools, built: &Path) -> Outcome {
    let module = compile(tools, Profile::Release, "page", &[])?;
    bindgen(tools, &module, built)?;
    smaller(tools, &[built.join(FIRST)])
}

/// The crate with a feature, compiled.
fn compile(tools: &Tools, profile: Profile, feature: &str, to_rustc: &[&str]) -> Outcome<PathBuf> {
    let release = profile == Profile::Release;
    let mut cargo = tools.command("cargo");
    cargo.args(["rustc", "--quiet", "--package", CRATE, "--lib", "--no-default-features", "--features", feature]);
    cargo.args(["--target", TARGET]);
    if release {
        // The folder that the sources are unpacked into has to be there before it can be named.
        run(tools.command("cargo").args(["fetch", "--quiet"]), "cargo could not fetch the crates.")?;
        cargo.arg("--release").env("CARGO_ENCODED_RUSTFLAGS", flags(&tools.root));
    }
    run(cargo.arg("--").args(to_rustc), "The page was not built; the messages above say why.")?;
    let folder = tools.target.join(TARGET).join(if release { "release" } else { "debug" });
    Ok(folder.join(format!("{}.wasm", CRATE.replace('-', "_"))))
}

/// The glue of a module, and the module as the glue wants it.
pub(crate) fn bindgen(tools: &Tools, module: &Path, built: &Path) -> Outcome {
    let mut bindgen = tools.command("wasm-bindgen");
    // Parts that come later are called through the table, which is dropped otherwise.
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "first", "--out-dir"]).arg(built);
    run(bindgen.arg(module), "wasm-bindgen could not read the module.")
}

/// Makes modules smaller where they are.
pub(crate) fn smaller(tools: &Tools, modules: &[PathBuf]) -> Outcome {
    for module in modules {
        let mut opt = tools.command("wasm-opt");
        run(opt.arg("-Oz").arg(module).arg("-o").arg(module), "wasm-opt could not read a module.")?;
    }
    Ok(())
}

/// Folders of this machine are kept out of the module: they would tell on the builder and change the bytes.
pub(crate) fn flags(root: &Path) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let crates = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok()).into_iter().flatten().flatten();
    let crates = crates.map(|registry| (registry.path(), "crates"));
    let flags =
        crates.chain([(root.to_owned(), ".")]).map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()));
    flags.collect::<Vec<_>>().join("\x1f")
}
