//! The single file: the page, its styles, its script and the whole module in one HTML file that asks for nothing.
//! Node hashes the script and the style for the policy, as it is at hand for `wasm-opt` anyway.
//!
//! The module is packed by the crate `packing`, and written in the ninety-four letters that a script element leaves as they
//! are. What unpacks it is a module too, which the browser inflates itself.

use crate::html;
use crate::modules::{FIRST, GLUE, flags, whole};
use crate::page::shorter;
use crate::process::{Outcome, bytes, read, run, text, write};
use crate::tools::Tools;
use crate::{css, js, names};

/// Its name beside the page.
pub(crate) const NAME: &str = "ladder-calibration.single.html";
const MOST_BYTES: usize = 850_000;
/// The section of the module that carries the styles.
const STYLES: &str = "styles";

/// The file.
pub(crate) fn single(tools: &Tools) -> Outcome<String> {
    let built = tools.target.join("page-whole");
    whole(tools, &built)?;
    let (mut module, glue) = names::shorten(&bytes(&built.join(FIRST))?, &text(&built.join(GLUE))?)?;
    let glue = js::value("glue", &glue);
    let boot = js::bundle(&tools.root.join("element"), "boot-inside.js", Some(("load.js", "load-inside.js")))?;
    let script = shorter(tools, &(glue + &boot))?;
    let styles = tools.root.join("styles");
    names::add_section(&mut module, STYLES, css::bundle(&styles.join("rooms.css"))?.as_bytes());
    let packed = packing::pack(&module).ok_or("The module is too long to be packed.")?;

    let page = html::clean(&text(&tools.root.join("index.html"))?, "<!-- boot -->");
    let page = page.replace("<link rel=\"stylesheet\" href=\"main.css\">\n", "");
    let folder = tools.target.join("single");
    for (name, content) in [
        ("page.html", page.as_bytes()),
        ("script.js", script.as_bytes()),
        ("style.css", css::bundle(&styles.join("main.css"))?.as_bytes()),
        ("module.packed", &packed),
        ("unpack.wasm", &unpacker(tools)?),
    ] {
        write(&folder.join(name), content)?;
    }
    let mut node = tools.command("node");
    node.args(["--input-type=module", "--eval", JOIN]).arg(&folder);
    let file = read(&mut node).ok_or("Node could not join the single file.")?;
    if file.len() > MOST_BYTES {
        return Err(format!("{NAME} has {} bytes; at most {MOST_BYTES} are allowed.", file.len()));
    }
    Ok(file)
}

/// The module that unpacks the other.
fn unpacker(tools: &Tools) -> Outcome<Vec<u8>> {
    let mut cargo = tools.command("cargo");
    cargo.args(["rustc", "--quiet", "--package", "packing", "--lib", "--crate-type", "cdylib", "--profile", "unpack"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]).env("CARGO_ENCODED_RUSTFLAGS", flags(&tools.root));
    run(&mut cargo, "What unpacks the single file was not built; the messages above say why.")?;
    let built = tools.target.join("wasm32-unknown-unknown").join("unpack").join("packing.wasm");
    let small = tools.target.join("unpack.wasm");
    let mut opt = tools.command("wasm-opt");
    opt.args(["-O3", "--strip-producers", "--strip-target-features"]).arg(built).arg("-o").arg(&small);
    run(&mut opt, "wasm-opt could not read what unpacks the single file.")?;
    bytes(&small)
}

// What is packed begins with its lengths and a checksum (FNV-1a), in twelve bytes.
const JOIN: &str = r#"
import fs from 'node:fs'; import path from 'node:path'; import crypto from 'node:crypto'; import zlib from 'node:zlib';
const folder = process.argv.at(-1);
const bytes = (name) => fs.readFileSync(path.join(folder, name)), part = (name) => bytes(name).toString();
const unpack = zlib.deflateRawSync(bytes('unpack.wasm'), { level: 9 }), module = bytes('module.packed');
const content = Buffer.concat([unpack, module]);
const head = Buffer.alloc(12);
const sum = content.reduce((sum, byte) => Math.imul(sum ^ byte, 0x1000193), 0x811c9dc5) >>> 0;
[unpack.length, module.length, sum].forEach((number, at) => head.writeUInt32BE(number, 4 * at));
const letters = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter((letter) => letter !== '<');
const all = Buffer.concat([head, content, Buffer.alloc(9)]);
let packed = '';
for (let at = 0; at + 9 <= all.length; at += 9) {
  let value = BigInt('0x' + all.subarray(at, at + 9).toString('hex')), word = '';
  for (let i = 0; i < 11; i++, value /= 94n) word = letters[Number(value % 94n)] + word;
  packed += word;
}
const script = part('script.js'), style = part('style.css');
for (const text of [script, style]) if (/<\/(script|style)/i.test(text)) process.exit(1);
const hash = (text) => `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
const page = part('page.html')
  .replace('<head>', () => `<head>
<meta http-equiv="Content-Security-Policy" content="${policy}">`)
  .replace('<!-- boot -->', () => `<style>${style}</style>`)
  .replace('</body>', () => `<script type="text/plain" id="packed">${packed}</script>
<script type="module">${script}</script>
</body>`);
process.stdout.write(page);
"#;
