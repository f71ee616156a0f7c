//! Says which module of the page is built (`cfg(first_module)`), and writes the default ladder without its line breaks, and
//! its core for the first module of the page: the questions that it shows, and nothing that only the others need. The file in
//! `ladders` stays the only source.

use std::error::Error;
use std::path::Path;

use serde_json::Value;

const LADDER: &str = "ladders/staff-plus.en.json";
/// The blocks beside the dimensions, of which the first module shows nothing.
const BESIDE: [&str; 15] = [
    "transitions",
    "mechanisms",
    "leverage",
    "role_shape",
    "failure_modes",
    "readiness",
    "readiness_frame",
    "traits",
    "evidence_prompts",
    "evidence_templates",
    "altitudes",
    "domain_depths",
    "misconceptions",
    "archetypes",
    "crosswalks",
];

fn main() -> Result<(), Box<dyn Error>> {
    // Two packages build from here: the library, and the first module in a folder beside.
    let root = if Path::new(LADDER).exists() { Path::new(".") } else { Path::new("..") };
    for file in [LADDER, "build.rs"] {
        println!("cargo::rerun-if-changed={}", root.join(file).display());
    }
    println!("cargo::rustc-check-cfg=cfg(first_module)");
    let feature = |name: &str| std::env::var_os(format!("CARGO_FEATURE_{name}")).is_some();
    if feature("WALK") && !feature("ROOMS") {
        println!("cargo::rustc-cfg=first_module");
    }
    let out = std::env::var("OUT_DIR")?;
    let out = Path::new(&out);
    let mut ladder: Value = serde_json::from_slice(&std::fs::read(root.join(LADDER))?)?;
    std::fs::write(out.join("ladder.json"), ladder.to_string())?;
    for name in BESIDE {
        if let Some(object) = ladder.as_object_mut() {
            object.remove(name);
        }
    }
    let levels = ladder.get_mut("levels").and_then(Value::as_array_mut);
    for level in levels.into_iter().flatten() {
        level["summary"] = "".into();
    }
    ladder["below"]["summary"] = "".into();
    for dimension in ladder.get_mut("dimensions").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(questions) = dimension.get_mut("questions").and_then(Value::as_array_mut) {
            questions.retain(|q| q["core"] == true);
        }
    }
    let mut text = String::new();
    write(&ladder, &mut text)?;
    std::fs::write(out.join("core.txt"), text)?;
    Ok(())
}

/// As `domain::codec::core` reads it: a value a line, told by its first letter. Of numbers the first module needs counts alone.
fn write(value: &Value, out: &mut String) -> Result<(), Box<dyn Error>> {
    match value {
        Value::Object(fields) => {
            out.push_str("{\n");
            for (name, value) in fields {
                line(out, "", name)?;
                write(value, out)?;
            }
            out.push('\n');
        }
        Value::Array(items) => {
            out.push_str("[\n");
            for item in items {
                write(item, out)?;
            }
            out.push('\n');
        }
        Value::String(text) => line(out, "'", text)?,
        Value::Number(number) => line(out, "#", &number.as_u64().unwrap_or_default().to_string())?,
        Value::Bool(true) => out.push_str("+\n"),
        Value::Bool(false) | Value::Null => out.push_str("-\n"),
    }
    Ok(())
}

fn line(out: &mut String, kind: &str, text: &str) -> Result<(), Box<dyn Error>> {
    if text.contains('\n') || (kind.is_empty() && text.is_empty()) {
        return Err(format!("{LADDER} has a text of several lines, or a field without a name: {text:?}").into());
    }
    for part in [kind, text, "\n"] {
        out.push_str(part);
    }
    Ok(())
}
