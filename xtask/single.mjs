// Joins the single file: single.mjs FOLDER FILE. The folder holds the page, the scripts, the glue and the packed module.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const [folder, file] = process.argv.slice(2);
const style = fs.readFileSync(path.join(ROOT, 'styles/main.css'), 'utf8');
// A classic script runs at its position, before the program is parsed, so that no press has to wait for the end of the
// file. It has no address and names no file.
const bundle = ['--bundle', '--format=iife', '--define:import.meta.url=""', '--charset=utf8', '--legal-comments=none', '--minify-whitespace', '--minify-syntax', '--log-level=warning'];
const script = execFileSync('esbuild', [path.join(folder, 'boot.js'), ...bundle], { encoding: 'utf8', shell: process.platform === 'win32' });
for (const text of [script, style]) if (/<\/(script|style)/i.test(text)) throw new Error('A script or style would end its element.');

// The checksum of gzip detects a file that was changed in transit.
const packed = fs.readFileSync(path.join(folder, 'module.gz')).toString('base64');
const hash = (text) => `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

let page = fs.readFileSync(path.join(folder, 'index.html'), 'utf8');
function replace(what, by) {
  if (page.split(what).length !== 2) throw new Error(`index.html has to hold this once: ${what}`);
  page = page.replace(what, () => by);
}
replace('<meta charset="utf-8">\n', `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n`);
replace('<link data-trunk rel="css" href="styles/main.css">\n', `<style>${style}</style>\n`);
replace('<script type="module" src="app/boot.js"></script>\n', '');
page = page.replace(/<link data-trunk [^>]*>\n/g, '');
replace('</body>', `<script>${script}</script>\n<script type="text/plain" id="packed">${packed}</script>\n</body>`);
fs.writeFileSync(file, page);
