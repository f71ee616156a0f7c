//! Programs from the system's package manager: browsers, their drivers, and a virtual display.

use crate::process::{Outcome, read, run};
use crate::tools::Tools;
use std::path::PathBuf;
use std::process::Command;

/// A program by its possible names, and Debian's package of it.
pub(crate) struct Program {
    names: &'static [&'static str],
    package: &'static str,
}

const CHROMIUM: Program = Program { names: &["chromium", "chromium-browser", "google-chrome", "chrome"], package: "chromium" };
pub(crate) const CHROMEDRIVER: Program = Program { names: &["chromedriver"], package: "chromium-driver" };
const FIREFOX: Program = Program { names: &["firefox-esr", "firefox"], package: "firefox-esr" };
const WEBKIT: Program = Program { names: &["WebKitWebDriver"], package: "webkit2gtk-driver" };
const SCREEN: Program = Program { names: &["xvfb-run"], package: "xvfb" };
const SCREEN_KEYS: Program = Program { names: &["xauth"], package: "xauth" };

const PHP: Program = Program { names: &["php"], package: "php-cli" };
/// A file of the package, if it has no program.
const SQLITE: Program = Program {
    names: &[
        "/etc/php/8.1/mods-available/sqlite3.ini",
        "/etc/php/8.2/mods-available/sqlite3.ini",
        "/etc/php/8.3/mods-available/sqlite3.ini",
        "/etc/php/8.4/mods-available/sqlite3.ini",
    ],
    package: "php-sqlite3",
};
const MEDIAWIKI: Program = Program { names: &["/usr/share/mediawiki/index.php"], package: "mediawiki" };
const DOKUWIKI: Program = Program { names: &["/usr/share/dokuwiki/doku.php"], package: "dokuwiki" };

/// For tests inside the browser.
pub(crate) const IN_BROWSER: &[Program] = &[CHROMIUM, CHROMEDRIVER];
/// For journeys through the page.
pub(crate) const JOURNEYS: &[Program] = &[CHROMIUM, FIREFOX];
/// For real wikis with the page in them.
pub(crate) const WIKIS: &[Program] = &[PHP, SQLITE, MEDIAWIKI, DOKUWIKI];
/// For the journey in `WebKit`.
pub(crate) const IN_WEBKIT: &[Program] = &[WEBKIT, SCREEN, SCREEN_KEYS];

/// Servers that hosting/ has settings for.
pub(crate) const SERVERS: [(&str, Program); 2] = [
    ("LADDER_NGINX", Program { names: &["nginx"], package: "nginx" }),
    ("LADDER_CADDY", Program { names: &["caddy"], package: "caddy" }),
];

impl Program {
    pub(crate) fn find(&self, tools: &Tools) -> Option<PathBuf> {
        self.names.iter().find_map(|name| tools.find(name))
    }
}

/// Makes sure that the programs are there; installs them where apt-get is available and allowed.
pub(crate) fn ensure(tools: &Tools, programs: &[Program]) -> Outcome {
    let missing = || programs.iter().filter(|program| program.find(tools).is_none()).map(|program| program.package).collect();
    let packages: Vec<&str> = missing();
    if packages.is_empty() {
        return Ok(());
    }
    let sentence = format!("Not found: {}. Install them (Debian's names) and run this again.", packages.join(", "));
    let Some(mut apt) = apt(tools) else { return Err(sentence) };
    println!("Installing {} with apt-get (once, about a minute)", packages.join(", "));
    run(apt().arg("update").arg("--quiet=2"), "apt-get could not fetch its lists; look at its message above.")?;
    let mut install = apt();
    install.args(["install", "--yes", "--quiet=2", "--no-install-recommends"]).args(&packages);
    run(&mut install, &sentence)?;
    if missing().is_empty() { Ok(()) } else { Err(sentence) }
}

/// The path of a program. A missing server is unpacked into the tool cache and not installed: an installed server would
/// also be started, for everyone.
pub(crate) fn unpacked(tools: &Tools, program: &Program) -> Outcome<PathBuf> {
    let package = program.package;
    let folder = tools.unpacked(package);
    let inside = || program.names.iter().flat_map(|name| [folder.join("usr/sbin").join(name), folder.join("usr/bin").join(name)]);
    if let Some(path) = program.find(tools).or_else(|| inside().find(|path| path.is_file())) {
        return Ok(path);
    }
    let sentence = format!("Not found: {package}. Install it (Debian's name) and run this again.");
    if tools.find("apt-get").is_none() || tools.find("dpkg-deb").is_none() {
        return Err(sentence);
    }
    println!("Unpacking {package} into the tool cache (once, some seconds)");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    run(tools.command("apt-get").current_dir(&folder).args(["download", "--quiet=2", package]), &sentence)?;
    let files = std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
    for file in files.filter(|path| path.extension().is_some_and(|ending| ending == "deb")) {
        run(tools.command("dpkg-deb").arg("--extract").arg(&file).arg(&folder), &sentence)?;
    }
    inside().find(|path| path.is_file()).ok_or(sentence)
}

/// The command of apt-get, where it is allowed without a password.
fn apt(tools: &Tools) -> Option<impl FnMut() -> Command> {
    tools.find("apt-get")?;
    let root = read(tools.command("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if !root {
        read(tools.command("sudo").args(["--non-interactive", "true"]))?;
    }
    Some(move || {
        let mut command = tools.command(if root { "env" } else { "sudo" });
        if !root {
            command.arg("--non-interactive").arg("env");
        }
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    })
}
