// The program of the single file, embedded in it: compressed, and written in base64.
import * as glue from './glue.js';
import { doc } from './document.js';

/** As in load.js. */
export const lazy = false;

/** The module's bytes. The checksum of gzip detects a damaged file. */
async function unpacked() {
  if (typeof DecompressionStream === 'undefined') throw 'feature';
  if (doc.readyState === 'loading') await new Promise((read) => doc.addEventListener('DOMContentLoaded', read, { once: true }));
  try {
    const packed = Uint8Array.from(atob(doc.getElementById('packed').textContent), (letter) => letter.charCodeAt(0));
    return await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  } catch {
    throw 'damaged';
  }
}

let promise;

async function load() {
  if (typeof WebAssembly === 'undefined') throw 'no-wasm';
  await glue.default({ module_or_path: await unpacked() });
  return glue;
}

/** As in load.js. */
export const wasm = () => (promise ??= load());

/** As in load.js. */
export function poison() {
  promise = Promise.reject('fault');
  promise.catch(() => {});
}
