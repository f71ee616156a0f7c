//! Names of commands: `cargo xtask`, and the functions of the npm package.

use serde_json::Value;

use super::element::file_that_says;
use super::{names, root, sources};

const XTASK: [&str; 6] = ["serve", "dist", "package", "test", "bench", "verify"];

#[test]
fn xtask_has_its_commands_and_describes_them() {
    let source = sources(&root().join("xtask/src"), &[".rs"]);
    for command in XTASK {
        // As the first word of the arguments.
        assert!(source.contains(&format!("[\"{command}\"")), "{command} is no word that xtask takes");
        assert!(source.contains(&format!("cargo xtask {command}")), "the help does not tell of {command}");
    }
    for option in ["--port", "--check"] {
        assert!(source.contains(&format!("\"{option}\"")), "{option}");
    }
    let alias = std::fs::read_to_string(root().join(".cargo/config.toml")).unwrap();
    assert!(alias.contains("xtask = \"run"), "{alias}");
}

#[test]
fn the_npm_package_has_its_entries_and_functions() {
    let manifest: Value = serde_json::from_str(&file_that_says("package.json", "\"customElements\"")).unwrap();
    assert_eq!(manifest["name"], "ladder-calibration");
    let entries = [".", "./custom-elements.json", "./element", "./embed.html", "./embed.js", "./package.json", "./single.html"];
    assert_eq!(names(&manifest["exports"]), entries);
    assert_eq!(manifest["exports"]["./single.html"], "./ladder-calibration.single.html");
    let types = sources(&root(), &[".d.ts"]);
    for function in ["profile", "compare", "checkLadder"] {
        assert!(types.contains(&format!("export function {function}(")), "{function}");
    }
    assert!(types.contains("export const ready: Promise<"), "ready");
}
