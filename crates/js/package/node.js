// In Node everything works at once after the import.
import fs from 'node:fs';
import { initSync } from './headless.js';
import { arrived } from './index.js';

initSync({ module: fs.readFileSync(new URL('./headless_bg.wasm', import.meta.url)) });
arrived();

export { checkLadder, compare, profile } from './index.js';
export const ready = Promise.resolve();
