//! The hooks of Trunk: before a build the tools are checked; after it the program is split, and the site is assembled in
//! Trunk's staging folder. Files are named after their contents, so that an old page never loads a new file.

use crate::policy;
use crate::process::{Outcome, bytes, run, text, write};
use crate::site::{Folder, hashed, integrity, joined};
use crate::texts::{self, filled};
use crate::tools::{TARGET, Tools};
use std::env;
use std::path::{Path, PathBuf};

/// Scripts for the single file alone, or outside the folder of modules.
const NOT_A_MODULE: [&str; 2] = ["embed.js", "load-inline.js"];
/// The classic script for wikis, and its modules, in this order.
const CLASSIC: [&str; 6] = ["document.js", "options.js", "protocol.js", "host-text.js", "host.js", "embed.js"];

/// `cargo xtask hook check`: before a build.
pub(crate) fn check(tools: &Tools) -> Outcome {
    tools.check(release())
}

/// `cargo xtask hook split`: after a build.
pub(crate) fn split(tools: &Tools) -> Outcome {
    let stage = env::var_os("TRUNK_STAGING_DIR").ok_or("Trunk runs this; start `trunk build` or `trunk serve`.")?;
    let stage = PathBuf::from(stage);
    let built = tools.target.join("split");
    let profile = if release() { "release" } else { "debug" };
    let parts = cut(tools, &tools.target.join(TARGET).join(profile).join("element.wasm"), &built)?;
    bindgen(tools, &built.join("entry.wasm"), &built)?;
    let entry = built.join("glue_bg.wasm");
    if release() {
        smaller(tools, std::iter::once(&entry).chain(&parts))?;
    }
    clear(&stage)?;

    let mut folder = Folder::default();
    let entry = add(&stage, "entry", &entry)?;
    let mut link = text(&built.join("split.js"))?;
    for part in &parts {
        let stem = part.file_stem().unwrap_or_default().to_string_lossy();
        link = linked(&link, &stem, &add(&stage, stem.trim_start_matches("split_"), part)?)?;
    }
    folder.insert("split.js", finished(&link)?);
    let styles = add(&stage, "main", &tools.root.join("styles/main.css"))?;
    folder.insert("glue.js", text(&built.join("glue.js"))?);
    let scripts = texts::scripts(tools)?;
    for (name, script) in &scripts {
        if !NOT_A_MODULE.contains(&name.as_str()) {
            folder.insert(name, script.clone());
        }
    }
    let names = named(folder.get("names.js"), &integrity(folder.get("glue.js").as_bytes()), &entry, &styles)?;
    folder.insert("names.js", names);
    let name = folder.write(&stage)?;

    for page in ["index.html", "embed.html"] {
        let source = if page == "index.html" { stage.join(page) } else { tools.root.join(page) };
        let html = filled(&tools.root, &text(&source)?).and_then(|html| folder.page(&html, &name, &styles.0));
        let html = if release() { html.and_then(|html| policy::carried(&html)) } else { html };
        write(&stage.join(page), html.map_err(|problem| format!("{page}: {problem}"))?.as_bytes())?;
    }
    let lost = stage.join("404.html");
    write(&lost, filled(&tools.root, &text(&lost)?).map_err(|problem| format!("404.html: {problem}"))?.as_bytes())?;
    // Other people's pages name these two, so their names never change.
    write(&stage.join("element.js"), format!("export * from './{name}/element.js';\n").as_bytes())?;
    let of = |name: &str| scripts.iter().find(|script| script.0 == name).map(|script| script.1.clone()).unwrap_or_default();
    let classic = CLASSIC.map(|name| (name, of(name)));
    write(&stage.join("embed.js"), joined(&classic)?.as_bytes())
}

fn release() -> bool {
    env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release")
}

/// Splits the module; `entry.wasm` and `split.js` are written into `built`, and the paths of the parts are returned.
fn cut(tools: &Tools, module: &Path, built: &Path) -> Outcome<Vec<PathBuf>> {
    if built.exists() {
        std::fs::remove_dir_all(built).map_err(|error| format!("{} cannot be emptied: {error}.", built.display()))?;
    }
    let module =
        bytes(module).map_err(|problem| format!("{problem} Trunk should have built it, in {}.", tools.target.display()))?;
    let entry = built.join("entry.wasm");
    let mut options = wasm_split_cli_support::Options::new(&module);
    (options.output_dir, options.main_out_path) = (built, &entry);
    // The loader imports the exports of the entry from our module: see element/files.js.
    (options.link_name, options.main_module) = ("./split.js", "./files.js");
    let made = wasm_split_cli_support::transform(options).map_err(|error| format!("The program was not cut: {error:#}."))?;
    Ok(made.split_modules)
}

/// The glue of a module, and the module in the form that the glue needs, as `glue.js` and `glue_bg.wasm` in `built`.
pub(crate) fn bindgen(tools: &Tools, module: &Path, built: &Path) -> Outcome {
    let mut bindgen = tools.command("wasm-bindgen");
    // Lazy parts are called through the table, which is dropped otherwise.
    bindgen.args(["--target", "web", "--no-typescript", "--omit-default-module-path", "--keep-lld-exports", "--no-demangle"]);
    bindgen.args(["--out-name", "glue", "--out-dir"]).arg(built).arg(module);
    run(&mut bindgen, "wasm-bindgen could not read the module.")
}

/// Makes modules smaller where they are.
pub(crate) fn smaller<'a>(tools: &Tools, modules: impl IntoIterator<Item = &'a PathBuf>) -> Outcome {
    for module in modules {
        let mut opt = tools.command("wasm-opt");
        run(opt.arg("-Oz").arg(module).arg("-o").arg(module), "wasm-opt could not read a module.")?;
    }
    Ok(())
}

/// Removes Trunk's output of the unsplit program, and its copy of the styles.
fn clear(stage: &Path) -> Outcome {
    let entries = std::fs::read_dir(stage).map_err(|error| format!("{} cannot be read: {error}.", stage.display()))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.extension().is_some_and(|ending| ["js", "wasm", "css"].iter().any(|known| ending == *known)) {
            std::fs::remove_file(&path).map_err(|error| format!("{} cannot be removed: {error}.", path.display()))?;
        }
    }
    Ok(())
}

/// Copies a file under a name with its hash; returns the name and the integrity value.
fn add(stage: &Path, stem: &str, file: &Path) -> Outcome<(String, String)> {
    let content = bytes(file)?;
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    let name = format!("{stem}-{}.{ending}", hashed(&content));
    write(&stage.join(&name), &content)?;
    Ok((name, integrity(&content)))
}

/// Each script of a folder, by name.
pub(crate) fn scripts(folder: &Path) -> Outcome<Vec<(String, String)>> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{} cannot be read: {error}.", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "js"));
    paths.map(|path| Ok((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text(&path)?))).collect()
}

/// The loader of `wasm_split`, with the part's name and hash, and `part` of element/files.js to fetch it.
fn linked(link: &str, stem: &str, (name, sum): &(String, String)) -> Outcome<String> {
    let wrap = if link.contains("async function debugWrap(") { "debugWrap" } else { "" };
    let fetches = format!(
        "() => {{\n    const src = fetch(new URL(\"./{stem}.wasm\", import.meta.url));\n    src.catch(() => {{}});\n    \
         return async (imports) => {wrap}(WebAssembly.instantiateStreaming(src, imports));\n}}"
    );
    once(link, &fetches, &format!("() => part(new URL(\"../{name}\", import.meta.url), \"{sum}\")"))
}

/// The same with its imports, and with a failure that is stored and not only logged.
fn finished(link: &str) -> Outcome<String> {
    let link = once(link, "console.error(e);", "failed(e);")?;
    once(&link, "import { initSync } from \"./files.js\";", "import { failed, initSync, part } from './files.js';")
}

fn once(text: &str, old: &str, new: &str) -> Outcome<String> {
    if text.matches(old).count() == 1 {
        Ok(text.replace(old, new))
    } else {
        Err(format!("wasm_split_cli_support wrote another split.js than xtask/src/hook.rs expects: it has to hold once\n{old}"))
    }
}

/// Fills the names and hashes of the build into `names.js`.
fn named(names: &str, glue: &str, entry: &(String, String), styles: &(String, String)) -> Outcome<String> {
    let known =
        [("glue-hash", glue), ("entry", &entry.0), ("entry-hash", &entry.1), ("styles", &styles.0), ("styles-hash", &styles.1)];
    known.into_iter().try_fold(names.to_owned(), |names, (what, value)| {
        let placeholder = format!("%{what}%");
        let holds = names.matches(&placeholder).count() == 1;
        holds.then(|| names.replace(&placeholder, value)).ok_or(format!("element/names.js has to hold {placeholder} once."))
    })
}

#[cfg(test)]
mod tests {
    use super::{finished, linked, named};

    const WRITTEN: &str = "import { initSync } from \"./files.js\";\n            console.error(e);\nmakeLoad(() => {\n    const src = \
        fetch(new URL(\"./split_rest.wasm\", import.meta.url));\n    src.catch(() => {});\n    return async (imports) => \
        (WebAssembly.instantiateStreaming(src, imports));\n}\n, [])";

    #[test]
    fn a_part_is_fetched_by_its_hashed_name_and_checked() {
        let names = ("rest-1.wasm".to_owned(), "sha256-x".to_owned());
        let link = linked(WRITTEN, "split_rest", &names).and_then(|link| finished(&link)).unwrap_or_default();
        assert!(
            link.contains("makeLoad(() => part(new URL(\"../rest-1.wasm\", import.meta.url), \"sha256-x\")\n, [])"),
            "{link}"
        );
        assert!(link.contains("failed(e);") && link.contains("import { failed, initSync, part } from './files.js';"));
        assert!(!link.contains("console") && !link.contains(" fetch("));
    }

    #[test]
    fn the_names_that_the_build_knows_are_filled_in() {
        let file = |name: &str| (name.to_owned(), format!("sha256-{name}"));
        let names = include_str!("../../element/names.js");
        let names = named(names, "sha256-glue", &file("entry-1.wasm"), &file("main-1.css")).unwrap_or_default();
        for text in ["import.meta.url), 'sha256-glue'", "'../entry-1.wasm', import.meta.url), 'sha256-entry-1.wasm'"] {
            assert!(names.contains(text), "{names}");
        }
        assert!(names.contains("'../main-1.css', import.meta.url), 'sha256-main-1.css'") && !names.contains('%'), "{names}");
        assert!(named("", "", &file(""), &file("")).is_err());
    }

    #[test]
    fn a_loader_of_another_version_fails_the_build() {
        assert!(linked("makeLoad(() => fetch(x))", "split_rest", &(String::new(), String::new())).is_err());
        assert!(finished("").is_err());
    }
}
