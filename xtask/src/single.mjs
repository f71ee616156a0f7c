// Joins the single file out of the parts in a folder: page.html, script.js, style.css and module.wasm.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const [folder] = process.argv.slice(2);
const bytes = (name) => fs.readFileSync(path.join(folder, name));
const [page, script, style] = ['page.html', 'script.js', 'style.css'].map((name) => bytes(name).toString());
for (const text of [script, style]) {
  if (/<\/(script|style)/i.test(text)) throw new Error('A script or style would end its element.');
}
// gzip carries a checksum, so that a file that was changed on its way is told from a whole one.
const packed = zlib.gzipSync(bytes('module.wasm'), { level: 9 }).toString('base64');
const hash = (text) => `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
process.stdout.write(page
  .replace('<head>', () => `<head>\n<meta http-equiv="Content-Security-Policy" content="${policy}">`)
  .replace('<!-- boot -->', () => `<style>${style}</style>`)
  .replace('</body>', () => `<script type="text/plain" id="packed">${packed}</script>\n<script type="module">${script}</script>\n</body>`));
