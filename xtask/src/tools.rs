//! Set-up: the Rust target, the pinned tools and where they are kept. A tool of the right version on PATH is used as it is.

use crate::process::{Outcome, read, run, text};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

const TRUNK: &str = "0.21.14";
const WASM_PACK: &str = "0.15.1";
const BINARYEN: &str = "132.0.0";
const CARGO_FUZZ: &str = "0.13.2";
const CARGO_MUTANTS: &str = "27.1.0";
const ESBUILD: &str = "0.28.2";
const NODE: u32 = 20;
/// The compilation target of the page.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Tools are built with few optimizations, in a third of the time.
const FAST_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
];

/// The checkout, the tool cache and the search path that starts with the cache.
pub(crate) struct Tools {
    pub(crate) root: PathBuf,
    /// Cargo's target folder.
    pub(crate) target: PathBuf,
    cache: PathBuf,
}

/// A program that cargo installs with the lock file of its package.
struct Tool<'a> {
    program: &'a str,
    version: &'a str,
    minutes: u32,
}

impl Tools {
    pub(crate) fn new() -> Outcome<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").ok_or("Start this as `cargo xtask`.")?;
        let root = Path::new(&manifest).parent().ok_or("Start this as `cargo xtask`.")?.to_owned();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |target| root.join(target));
        Ok(Self { root, target, cache: cache()? })
    }

    /// A command that runs in the checkout and finds the cached tools first.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.find(program).unwrap_or_else(|| program.into()));
        command.current_dir(&self.root).env("PATH", self.path());
        command
    }

    /// The path of `program`, with the cached tools first.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        self.folders().iter().find_map(|folder| in_folder(folder, program))
    }

    /// Installs what a development build needs.
    pub(crate) fn page(&self) -> Outcome {
        self.wasm_target()?;
        self.wasm_bindgen()?;
        self.ensure(&Tool { program: "trunk", version: TRUNK, minutes: 5 })
    }

    /// Installs what a release build needs.
    pub(crate) fn release_page(&self) -> Outcome {
        self.node()?;
        self.page()?;
        self.npm("binaryen", BINARYEN, "wasm-opt")
    }

    /// The bundler for the single file.
    pub(crate) fn bundler(&self) -> Outcome {
        self.npm("esbuild", ESBUILD, "the single file")
    }

    /// `cargo xtask setup`: installs the tools of `trunk`, and prints their folder.
    pub(crate) fn set_up(&self) -> Outcome {
        self.release_page()?;
        let own = env::join_paths(self.own()).unwrap_or_default();
        println!("Trunk finds everything with this line:\nexport PATH=\"{}:$PATH\"", own.display());
        Ok(())
    }

    /// Checks whether Trunk finds its tools. It takes wasm-bindgen from its own search path.
    pub(crate) fn check(&self, release: bool) -> Outcome {
        let version = self.bindgen_version()?;
        let advice = "Run `cargo xtask setup`, which installs it and says how to name it in PATH";
        let path = env::var_os("PATH").unwrap_or_default();
        let found = env::split_paths(&path).find_map(|folder| in_folder(&folder, "wasm-bindgen"));
        if !found.is_some_and(|found| says(Command::new(found).arg("--version"), &version)) {
            return Err(format!("wasm-bindgen {version} is not the first one on PATH. {advice}."));
        }
        let opt = BINARYEN.split('.').next().unwrap_or_default();
        if release && !says(self.command("wasm-opt").arg("--version"), opt) {
            return Err(format!("wasm-opt {opt} (npm package binaryen) was not found. {advice}."));
        }
        Ok(())
    }

    fn npm(&self, package: &str, version: &str, what_for: &str) -> Outcome {
        let installed = self.npm_folder().join("node_modules").join(package).join("package.json");
        if text(&installed).is_ok_and(|manifest| manifest.contains(&format!("\"{version}\""))) {
            return Ok(());
        }
        println!("Installing {package} {version} for {what_for} (once, less than a minute)");
        let npm = self.npm_folder();
        std::fs::create_dir_all(&npm).map_err(|error| format!("{} cannot be made: {error}.", npm.display()))?;
        let mut command = self.command("npm");
        command.arg("install").arg("--prefix").arg(&npm).args(["--no-audit", "--no-fund"]);
        let sentence = format!("npm could not install {package}; look at its message above, mostly the network.");
        run(command.arg(format!("{package}@{version}")), &sentence)
    }

    /// Installs what the browser tests need besides the browsers.
    pub(crate) fn wasm_pack(&self) -> Outcome {
        self.wasm_target()?;
        self.wasm_bindgen()?;
        self.ensure(&Tool { program: "wasm-pack", version: WASM_PACK, minutes: 2 })
    }

    /// The tool that builds and runs the fuzz targets.
    pub(crate) fn cargo_fuzz(&self) -> Outcome {
        self.ensure(&Tool { program: "cargo-fuzz", version: CARGO_FUZZ, minutes: 1 })
    }

    /// The tool for mutation testing.
    pub(crate) fn cargo_mutants(&self) -> Outcome {
        self.ensure(&Tool { program: "cargo-mutants", version: CARGO_MUTANTS, minutes: 3 })
    }

    /// The folder of an unpacked system package.
    pub(crate) fn unpacked(&self, package: &str) -> PathBuf {
        self.cache.join("unpacked").join(package)
    }

    /// A Node that is new enough.
    pub(crate) fn node(&self) -> Outcome {
        let advice = format!("install Node {NODE} or newer, with npm, and run this again");
        let Some(version) = read(self.command("node").arg("--version")) else {
            return Err(format!("Node is not on PATH: {advice}."));
        };
        let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
        if major.is_some_and(|major| major >= NODE) {
            Ok(())
        } else {
            Err(format!("Node {} is too old: {advice}.", version.trim()))
        }
    }

    fn wasm_target(&self) -> Outcome {
        let sysroot = read(self.command("rustc").args(["--print", "sysroot"]));
        if sysroot.is_some_and(|sysroot| Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir()) {
            return Ok(());
        }
        println!("Adding the Rust target {TARGET} (once, about half a minute)");
        let sentence = format!("The Rust target {TARGET} is missing: install rustup, then run this again.");
        run(self.command("rustup").args(["target", "add", TARGET]), &sentence)
    }

    fn bindgen_version(&self) -> Outcome<String> {
        locked_version(&text(&self.root.join("Cargo.lock"))?, "wasm-bindgen")
    }

    fn wasm_bindgen(&self) -> Outcome {
        self.ensure(&Tool { program: "wasm-bindgen", version: &self.bindgen_version()?, minutes: 2 })
    }

    fn ensure(&self, tool: &Tool) -> Outcome {
        if self.has(tool) {
            return Ok(());
        }
        let Tool { program, version, minutes } = tool;
        if env::var_os("LADDER_BINSTALL").is_some() {
            println!("Fetching {program} {version} (once, about a minute)");
            let package = if *program == "wasm-bindgen" { "wasm-bindgen-cli" } else { program };
            let mut command = self.command("cargo");
            command.args(["binstall", "--no-confirm", "--root"]).arg(&self.cache).arg(format!("{package}@{version}"));
            run(&mut command, &format!("cargo binstall did not bring {program}; leave LADDER_BINSTALL unset to build it."))?;
        } else {
            println!("Building {program} {version} (once, about {minutes} minutes)");
            let mut command = self.command("cargo");
            command.args(["install", "--quiet", "--locked", "--root"]).arg(&self.cache).envs(FAST_BUILD);
            if *program == "wasm-bindgen" {
                // The lock file of the package does not resolve, so this one is ours.
                command.arg("--path").arg(self.root.join("tools/wasm-bindgen"));
            } else {
                command.arg(format!("{program}@{version}"));
            }
            run(&mut command, &format!("{program} did not build; look at cargo's message above, mostly the network."))?;
        }
        let sentence = || format!("{program} {version} does not start; delete {} and run this again.", self.cache.display());
        self.has(tool).then_some(()).ok_or_else(sentence)
    }

    /// Whether the first such program on the search path has the version: Trunk and wasm-pack will use that one.
    fn has(&self, tool: &Tool) -> bool {
        // A subcommand of cargo gets its own name as the first argument, as from cargo.
        let word = tool.program.strip_prefix("cargo-");
        self.find(tool.program).is_some_and(|found| says(Command::new(found).args(word).arg("--version"), tool.version))
    }

    fn npm_folder(&self) -> PathBuf {
        self.cache.join("npm")
    }

    fn own(&self) -> [PathBuf; 2] {
        [self.cache.join("bin"), self.npm_folder().join("node_modules/.bin")]
    }

    fn folders(&self) -> Vec<PathBuf> {
        let path = env::var_os("PATH").unwrap_or_default();
        self.own().into_iter().chain(env::split_paths(&path)).collect()
    }

    fn path(&self) -> OsString {
        env::join_paths(self.folders()).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
    }
}

/// Whether a program answers with a version.
fn says(command: &mut Command, version: &str) -> bool {
    read(command).is_some_and(|answer| answer.split_whitespace().any(|word| word == version))
}

fn cache() -> Outcome<PathBuf> {
    if let Some(tools) = env::var_os("LADDER_TOOLS") {
        return std::path::absolute(tools).map_err(|error| format!("LADDER_TOOLS names no folder: {error}."));
    }
    let home = env::home_dir().map(|home| home.join(".cache"));
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|cache| cache.is_absolute()).or(home);
    let cache = cache.ok_or("There is no home folder: set LADDER_TOOLS to a folder for the tools.")?;
    Ok(cache.join("ladder-calibration").join("tools"))
}

fn in_folder(folder: &Path, program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ""] } else { &[""] };
    endings.iter().map(|ending| folder.join(format!("{program}{ending}"))).find(|path| path.is_file())
}

/// The version of `package` in the text of a `Cargo.lock`.
fn locked_version(lock: &str, package: &str) -> Outcome<String> {
    let name = format!("name = \"{package}\"");
    let after = lock.lines().skip_while(|line| *line != name).nth(1);
    let version = after.and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| format!("Cargo.lock names no {package}; run `cargo update` and try again."))
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_version_is_that_of_the_package_asked_for() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Ok("0.2.130".to_owned()));
        assert!(locked_version(lock, "yew").is_err());
    }
}
