//! Set-up: the Rust target, the pinned tools and where they are kept. A tool of the right version on PATH is used as it is.

use crate::process::{Outcome, read, run, text};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

const WASM_PACK: &str = "0.15.1";
const BINARYEN: &str = "132.0.0";
const CARGO_FUZZ: &str = "0.13.2";
const CARGO_MUTANTS: &str = "27.1.0";
const TERSER: &str = "5.51.4";
const NODE: u32 = 20;
const TARGET: &str = "wasm32-unknown-unknown";

/// The checkout, the tool cache and the search path that starts with the cache.
pub(crate) struct Tools {
    /// The checkout.
    pub(crate) root: PathBuf,
    /// Cargo's folder for what it builds.
    pub(crate) target: PathBuf,
    cache: PathBuf,
}

struct Tool<'a> {
    program: &'a str,
    package: &'a str,
    version: &'a str,
    /// Whether the package builds with its own lock file.
    locked: bool,
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

    /// Where `program` is, the cached tools first.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        self.folders().iter().find_map(|folder| in_folder(folder, program))
    }

    /// Whatever the page needs to be built for development.
    pub(crate) fn page(&self) -> Outcome {
        self.wasm_target()?;
        self.wasm_bindgen()
    }

    /// Whatever the page needs to be built for release.
    pub(crate) fn release_page(&self) -> Outcome {
        self.node()?;
        self.page()?;
        self.npm("binaryen", BINARYEN, "wasm-opt")?;
        self.npm("terser", TERSER, "short scripts")
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

    /// Whatever the browser tests need besides the browsers.
    pub(crate) fn wasm_pack(&self) -> Outcome {
        self.wasm_target()?;
        self.wasm_bindgen()?;
        self.ensure(&Tool { program: "wasm-pack", package: "wasm-pack", version: WASM_PACK, locked: true, minutes: 2 })
    }

    /// What builds and starts the fuzz targets.
    pub(crate) fn cargo_fuzz(&self) -> Outcome {
        self.ensure(&Tool { program: "cargo-fuzz", package: "cargo-fuzz", version: CARGO_FUZZ, locked: true, minutes: 1 })
    }

    /// What puts faults into the code.
    pub(crate) fn cargo_mutants(&self) -> Outcome {
        let (program, version) = ("cargo-mutants", CARGO_MUTANTS);
        self.ensure(&Tool { program, package: program, version, locked: true, minutes: 3 })
    }

    /// Where a package of the system is unpacked.
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

    fn wasm_bindgen(&self) -> Outcome {
        let version = locked_version(&text(&self.root.join("Cargo.lock"))?, "wasm-bindgen")?;
        // With its own lock file this package does not resolve.
        let (program, package) = ("wasm-bindgen", "wasm-bindgen-cli");
        self.ensure(&Tool { program, package, version: &version, locked: false, minutes: 3 })
    }

    fn ensure(&self, tool: &Tool) -> Outcome {
        if self.has(tool) {
            return Ok(());
        }
        let wanted = format!("{}@{}", tool.package, tool.version);
        if read(self.command("cargo").args(["binstall", "-V"])).is_some() {
            println!("Fetching {} {} (once, about a minute)", tool.package, tool.version);
            let mut command = self.command("cargo");
            command.args(["binstall", "--no-confirm", "--root"]).arg(&self.cache).arg(&wanted);
            if run(&mut command, "").is_ok() && self.has(tool) {
                return Ok(());
            }
        }
        println!("Building {} {} (once, about {} minutes)", tool.package, tool.version, tool.minutes);
        let mut command = self.command("cargo");
        command.args(["install", "--root"]).arg(&self.cache).arg(&wanted).args(tool.locked.then_some("--locked"));
        run(&mut command, &format!("{wanted} did not build; look at cargo's message above, mostly the network."))?;
        if self.has(tool) {
            return Ok(());
        }
        let cache = self.cache.display();
        Err(format!("{} {} was built but does not start; delete {cache} and run this again.", tool.program, tool.version))
    }

    /// Whether the first `program` on the search path has the version: that is the one wasm-pack will take.
    fn has(&self, tool: &Tool) -> bool {
        let Some(found) = self.find(tool.program) else { return false };
        // A subcommand of cargo is started with its own name first, as cargo does.
        let answer = read(Command::new(found).args(tool.program.strip_prefix("cargo-")).arg("--version"));
        answer.is_some_and(|answer| answer.split_whitespace().any(|word| word == tool.version))
    }

    fn npm_folder(&self) -> PathBuf {
        self.cache.join("npm")
    }

    fn folders(&self) -> Vec<PathBuf> {
        let own = [self.cache.join("bin"), self.npm_folder().join("node_modules/.bin")];
        let path = env::var_os("PATH").unwrap_or_default();
        own.into_iter().chain(env::split_paths(&path)).collect()
    }

    fn path(&self) -> OsString {
        env::join_paths(self.folders()).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
    }
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
