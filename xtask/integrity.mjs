// Prints a table of hashes for `integrity` attributes: integrity.mjs FOLDER.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const [folder] = process.argv.slice(2);
console.log('# Subresource integrity\n\n| file | integrity |\n| --- | --- |');
for (const name of fs.readdirSync(folder, { recursive: true }).sort().filter((file) => /\.(js|css|wasm|html)$/.test(file))) {
  const hash = crypto.createHash('sha384').update(fs.readFileSync(path.join(folder, name))).digest('base64');
  console.log(`| ${name.replaceAll(path.sep, '/')} | sha384-${hash} |`);
}
