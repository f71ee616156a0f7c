//! The single file: the page, its styles, its script and the second module in one HTML file that asks for nothing.
//! Node hashes the script and the style for the policy, as it is at hand for `wasm-opt` anyway.
//!
//! The module is packed with LZMA and not with gzip, which browsers unpack themselves: 267 kB instead of 335 when this
//! was written, which is 90 kB of base64, for 4 kB of script and a tenth of a second.

use crate::html;
use crate::page::{CRATE, shorter};
use crate::process::{Outcome, bytes, read, text, write};
use crate::tools::Tools;
use crate::{css, js, names};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::io::Write as _;
use std::path::Path;

/// Its name beside the page.
pub(crate) const NAME: &str = "ladder-calibration.single.html";
const MOST_BYTES: usize = 500_000;

/// The file, out of the second module as wasm-bindgen and wasm-opt left it in the folder `built`.
pub(crate) fn single(tools: &Tools, built: &Path) -> Outcome<String> {
    let name = CRATE.replace('-', "_");
    let (wasm, glue) =
        names::shorten(&bytes(&built.join(format!("{name}_bg.wasm")))?, &text(&built.join(format!("{name}.js")))?)?;
    let glue = js::value("glue", &glue);
    let boot = js::bundle(&tools.root.join("embed"), "boot-inside.js", Some(("load.js", "load-inside.js")))?;
    let script = shorter(tools, &(glue + &boot))?;
    let styles = tools.root.join("styles");
    let style = css::bundle(&styles.join("main.css"))? + &css::bundle(&styles.join("rooms.css"))?;
    let page = html::clean(&text(&tools.root.join("index.html"))?, "<!-- boot -->");

    let folder = tools.target.join("single");
    for (name, content) in [
        ("page.html", page.as_bytes()),
        ("script.js", script.as_bytes()),
        ("style.css", style.as_bytes()),
        ("module.lzma", &packed(&wasm)?),
    ] {
        write(&folder.join(name), content)?;
    }
    let mut node = tools.command("node");
    node.args(["--input-type=module", "--eval", JOIN]).arg(&folder);
    let file = read(&mut node).ok_or("Node could not join the single file.")?;
    if file.len() > MOST_BYTES {
        println!("{NAME} has {} bytes; to reach: {MOST_BYTES}.", file.len());
    }
    Ok(file)
}

fn packed(module: &[u8]) -> Outcome<Vec<u8>> {
    let options = LzmaOptions { pb: 0, ..LzmaOptions::with_preset(9) };
    let write = || {
        let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(module.len() as u64))?;
        writer.write_all(module)?;
        writer.finish()
    };
    write().map_err(|error: std::io::Error| format!("The second module could not be packed: {error}."))
}

const JOIN: &str = r#"
import fs from 'node:fs'; import path from 'node:path'; import crypto from 'node:crypto';
const folder = process.argv.at(-1);
const part = (name) => fs.readFileSync(path.join(folder, name), 'utf8');
const packed = fs.readFileSync(path.join(folder, 'module.lzma')).toString('base64');
const script = part('script.js').replace('__PACKED__', () => packed), style = part('style.css');
for (const text of [script, style]) if (/<\/(script|style)/i.test(text)) process.exit(1);
const hash = (text) => `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
const page = part('page.html')
  .replace('<head>', () => `<head>
<meta http-equiv="Content-Security-Policy" content="${policy}">`)
  .replace('<!-- boot -->', () => `<style>${style}</style>`)
  .replace('</body>', () => `<script type="module">${script}</script>
</body>`);
process.stdout.write(page);
"#;
