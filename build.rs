//! Writes what the sources include: the functions of `src/messages`, and of the default ladder what its questions need.

use ladder_calibration_catalog::{Catalog, VARIABLE, chosen};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const LOCALES: &str = "locales";
const LADDER: &str = "ladders/staff-plus.en.json";
/// The first revision of the same ladder, for documents that name it.
const REVISION_1: &str = "ladders/revision-1/staff-plus.en.json";
/// What pages and scripts say before any program is there: xtask writes it into them.
const BEFORE_THE_PROGRAM: [&str; 3] = ["element", "host", "html"];

/// What of a ladder the pages need before the lazy part is here: 50 kB of a text of 84 kB.
const BEFORE: [&str; 15] = [
    "format",
    "version",
    "id",
    "revision",
    "lang",
    "title",
    "instruction",
    "instruction_about",
    "unnamed",
    "period_note",
    "terms",
    "below",
    "levels",
    "dimensions",
    "scoring",
];

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> Outcome {
    for source in ["build.rs", LOCALES, LADDER, REVISION_1] {
        println!("cargo::rerun-if-changed={source}");
    }
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    messages(&out)?;
    questions(&out)?;
    first_revision(&out)
}

fn messages(out: &Path) -> Outcome {
    let code = Catalog::read(Path::new(LOCALES), &chosen())?.functions(&BEFORE_THE_PROGRAM);
    Ok(fs::write(out.join("messages.rs"), code)?)
}

/// The ladder in two parts, and the names of the whole.
fn questions(out: &Path) -> Outcome {
    let mut ladder: Value = serde_json::from_str(&fs::read_to_string(LADDER)?)?;
    names(out, "ladder", &ladder)?;
    let mut others = ladder.clone();
    for (part, is_before) in [(&mut ladder, true), (&mut others, false)] {
        if let Some(blocks) = part.as_object_mut() {
            blocks.retain(|name, _| BEFORE.contains(&name.as_str()) == is_before);
        }
    }
    fs::write(out.join("ladder-questions.json"), ladder.to_string())?;
    Ok(fs::write(out.join("ladder-other-blocks.json"), others.to_string())?)
}

/// The first revision whole, without white space, and its names.
fn first_revision(out: &Path) -> Outcome {
    let ladder: Value = serde_json::from_str(&fs::read_to_string(REVISION_1)?)?;
    names(out, "revision-1", &ladder)?;
    Ok(fs::write(out.join("revision-1.json"), ladder.to_string())?)
}

/// What documents name a ladder by: id, revision and digest.
fn names(out: &Path, file: &str, ladder: &Value) -> Outcome {
    let digest = Sha256::digest(serde_json_canonicalizer::to_vec(ladder)?);
    fs::write(out.join(format!("{file}-digest.txt")), format!("sha256:{digest:x}"))?;
    for name in ["id", "revision"] {
        let text = ladder[name].as_str().ok_or_else(|| format!("the ladder has no {name}"))?;
        fs::write(out.join(format!("{file}-{name}.txt")), text)?;
    }
    Ok(())
}
