// Sizes alone: prints the table next to the recorded one; `--check` fails beyond the one limit, `--record` writes it.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transfer } from './measure.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const RECORD = `${ROOT}docs/benchmarks.json`;
/** The limit, in bytes. Everything else is only recorded. */
const MOST = { 'transfer until the first question (bytes, brotli 11)': 204 * 1024 };

const dist = `${ROOT}dist`;
const { bytes, requests, all, allRequests } = await transfer(dist);
const wasm = (stem) => fs.statSync(`${dist}/${fs.readdirSync(dist).find((f) => f.startsWith(`${stem}-`) && f.endsWith('.wasm'))}`).size;
const now = {
  'transfer until the first question (bytes, brotli 11)': bytes,
  'requests until the first question': requests,
  'transfer of everything (bytes, brotli 11)': all,
  'requests of everything': allRequests,
  'entry module (bytes, raw)': wasm('entry'),
  'the rest (bytes, raw)': wasm('rest'),
  'single file (bytes)': fs.statSync(`${dist}/ladder-calibration.single.html`).size,
};
const record = fs.existsSync(RECORD) ? JSON.parse(fs.readFileSync(RECORD, 'utf8')) : {};
let beyond = 0;
for (const [name, value] of Object.entries(now)) {
  const before = record[name];
  const over = value > (MOST[name] ?? Infinity);
  beyond += over;
  console.log(`${name.padEnd(54)} ${String(value).padStart(9)}${before === undefined ? '' : `   recorded ${before}`}${over ? `   MORE THAN ${MOST[name]}` : ''}`);
}
if (process.argv.includes('--record')) fs.writeFileSync(RECORD, `${JSON.stringify(now, null, 2)}\n`);
if (process.argv.includes('--check') && beyond) {
  console.error('Something is larger than it may be: make it smaller.');
  process.exit(1);
}
