//! Writes the functions of `src/messages` from the Fluent files of the locale.

use ladder_calibration_catalog::{File, functions};
use std::path::Path;
use std::{env, fs};

const LOCALE: &str = "locales/en-US";
/// What scripts say before any program is there: `cargo xtask texts` writes their modules.
const SCRIPTS: [&str; 2] = ["element", "host"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={LOCALE}");
    let mut files = Vec::new();
    for entry in fs::read_dir(LOCALE)? {
        let path = entry?.path();
        if let (Some(name), Some("ftl")) = (path.file_stem(), path.extension().and_then(|ending| ending.to_str())) {
            let feature = name.to_string_lossy().into_owned();
            if !SCRIPTS.contains(&feature.as_str()) {
                files.push(File { feature, source: fs::read_to_string(&path)? });
            }
        }
    }
    files.sort_by(|a, b| a.feature.cmp(&b.feature));
    let code = functions(&files).map_err(|faults| faults.join("\n"))?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("messages.rs"), code)?;
    Ok(())
}
