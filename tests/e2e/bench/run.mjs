// The whole table of measurements in the browser: `--dist DIR --bare DIR [--json]`.
import { latency, memory, transfer } from './measure.mjs';
import { scores } from './lighthouse.mjs';

const option = (name) => process.argv[process.argv.indexOf(name) + 1];
const [dist, bare] = [option('--dist'), option('--bare')];

const result = { transfer: await transfer(dist), memory: await memory(dist), latency: await latency(dist, bare), lighthouse: await scores(dist) };
if (process.argv.includes('--json')) {
  console.log(JSON.stringify(result, null, 2));
} else {
  const kib = (n) => `${(n / 1024).toFixed(1)} KiB`;
  const ms = (n) => `${n.toFixed(1)} ms`;
  const rows = [
    ['transfer until the first question, brotli 11', `${kib(result.transfer.bytes)} in ${result.transfer.requests} requests`],
    ['transfer of everything, brotli 11', `${kib(result.transfer.all)} in ${result.transfer.allRequests} requests`],
    ['memory after all questions: JS heap', `${(result.memory.heap / 1e6).toFixed(1)} MB`],
    ['memory after all questions: wasm, each module', result.memory.wasm.map((n) => `${(n / 1e6).toFixed(1)} MB`).join(' + ')],
    ...Object.entries(result.latency).flatMap(([rate, { ours, bare: theirs, ratio95 }]) => [
      [`answer to repainted page, ${rate} CPU, p50 / p95`, `${ms(ours.p50)} / ${ms(ours.p95)} (${ours.samples} answers)`],
      [`the same, bare Yew form`, `${ms(theirs.p50)} / ${ms(theirs.p95)}; ratio of the p95 ${ratio95.toFixed(2)}`],
    ]),
    ...Object.entries(result.lighthouse).map(([name, value]) => [`Lighthouse 12.8.2, ${name}`, String(value)]),
  ];
  for (const [name, value] of rows) console.log(`${name.padEnd(52)} ${value}`);
}
