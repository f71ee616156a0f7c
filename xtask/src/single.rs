//! The single file: the page, its styles, its script and the whole module in one HTML file that asks for nothing.
//! `single.mjs` deflates the module and hashes script and style for the policy: Node is at hand for `wasm-opt` anyway.

use crate::html;
use crate::modules::{FIRST, GLUE, whole};
use crate::page::shorter;
use crate::process::{Outcome, bytes, read, text, write};
use crate::tools::Tools;
use crate::{css, js, names};

/// Its name beside the page.
pub(crate) const NAME: &str = "ladder-calibration.single.html";
const MOST_BYTES: usize = 850_000;

/// The file.
pub(crate) fn single(tools: &Tools) -> Outcome<String> {
    let built = tools.target.join("page-whole");
    whole(tools, &built)?;
    let (module, glue) = names::shorten(&bytes(&built.join(FIRST))?, &text(&built.join(GLUE))?)?;
    let glue = js::value("glue", &glue);
    let boot = js::bundle(&tools.root.join("embed"), "boot-inside.js", Some(("load.js", "load-inside.js")))?;
    let script = shorter(tools, &(glue + &boot))?;
    let styles = tools.root.join("styles");
    let style = css::bundle(&styles.join("main.css"))? + &css::bundle(&styles.join("rooms.css"))?;

    let page = html::clean(&text(&tools.root.join("index.html"))?, "<!-- boot -->");
    let page = page.replace("<link rel=\"stylesheet\" href=\"main.css\">\n", "");
    let folder = tools.target.join("single");
    for (name, content) in [
        ("page.html", page.as_bytes()),
        ("script.js", script.as_bytes()),
        ("style.css", style.as_bytes()),
        ("module.wasm", &module),
    ] {
        write(&folder.join(name), content)?;
    }
    let mut node = tools.command("node");
    node.arg(tools.root.join("xtask/src/single.mjs")).arg(&folder);
    let file = read(&mut node).ok_or("Node could not join the single file.")?;
    if file.len() > MOST_BYTES {
        return Err(format!("{NAME} has {} bytes; at most {MOST_BYTES} are allowed.", file.len()));
    }
    Ok(file)
}
