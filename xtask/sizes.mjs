// Prints the size of each file of a folder: sizes.mjs FOLDER.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const [dist] = process.argv.slice(2);
const row = (name, raw, brotli) => console.log(name.padEnd(44), String(raw).padStart(9), String(brotli).padStart(9));
let [all, sent] = [0, 0];
row('file', 'bytes', 'brotli 11');
for (const name of fs.readdirSync(dist, { recursive: true }).sort()) {
  const file = path.join(dist, name);
  if (fs.statSync(file).isDirectory()) continue;
  const bytes = fs.readFileSync(file);
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const packed = zlib.brotliCompressSync(bytes, { params }).length;
  all += bytes.length;
  sent += packed;
  row(name, bytes.length, packed);
}
row('all', all, sent);
