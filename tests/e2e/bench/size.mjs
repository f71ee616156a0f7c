// Sizes alone: prints the table; `--check` compares with the recorded one, `--record` writes it.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transfer } from './measure.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const RECORD = `${ROOT}docs/benchmarks.json`;
const SLACK = 1.02;
/** What is promised, in bytes. */
const MOST = { 'transfer until the first question (bytes, brotli 11)': 120 * 1024, 'first and second module, with glue (bytes, brotli 11)': 260 * 1024 };

const dist = `${ROOT}dist`;
const { bytes, requests, profile, profileRequests, modules, all, allRequests } = await transfer(dist);
const wasm = (stem) => fs.statSync(`${dist}/${fs.readdirSync(dist).find((f) => f.startsWith(`${stem}-`) && f.endsWith('.wasm'))}`).size;
const now = {
  'transfer until the first question (bytes, brotli 11)': bytes,
  'requests until the first question': requests,
  'first and second module, with glue (bytes, brotli 11)': modules,
  'transfer until the profile (bytes, brotli 11)': profile,
  'requests until the profile': profileRequests,
  'transfer of everything (bytes, brotli 11)': all,
  'requests of everything': allRequests,
  'first module (bytes, raw)': wasm('walk'),
  'second module (bytes, raw)': wasm('shared') + wasm('profile'),
  'last module (bytes, raw)': wasm('rooms'),
};
const record = fs.existsSync(RECORD) ? JSON.parse(fs.readFileSync(RECORD, 'utf8')) : {};
let grown = 0;
for (const [name, value] of Object.entries(now)) {
  const before = record[name];
  const over = value > (MOST[name] ?? Infinity) || (before !== undefined && value > before * SLACK);
  grown += over;
  console.log(`${name.padEnd(54)} ${String(value).padStart(9)}${before === undefined ? '' : `   recorded ${before}${over ? '   GROWN' : ''}`}`);
}
if (process.argv.includes('--record')) fs.writeFileSync(RECORD, `${JSON.stringify(now, null, 2)}\n`);
if (process.argv.includes('--check')) {
  if (Object.keys(record).length === 0) { console.error('docs/benchmarks.json is missing: record it with --record.'); process.exit(1); }
  if (grown) { console.error('Something grew by more than 2 %, or beyond what is promised: mend it, or record the new table and say why.'); process.exit(1); }
}
