// The wasm of the app, fetched once for all apps of a document.
import { entered, whole } from './files.js';
import { entry, glue, glueFile } from './names.js';

/** Whether a part of the program is loaded later. */
export const lazy = true;

let imports = 0;
let promise;

// With another MIME type the glue would log a warning.
async function bytes([url, integrity]) {
  const response = await whole(url, integrity);
  return response.headers.get('content-type') === 'application/wasm' ? response : new Uint8Array(await response.arrayBuffer());
}

// An import has no hash and is never retried under the same address. So the file is fetched, which repairs the cache, and
// imported under an address with another fragment.
async function script() {
  const all = (module) => (module.default ? module : Promise.reject(new SyntaxError('half')));
  try {
    return await glue().then(all);
  } catch {
    const [file, integrity] = glueFile;
    const url = new URL(file);
    await whole(url, integrity);
    url.hash = imports += 1;
    return import(url.href).then(all);
  }
}

async function load() {
  if (typeof WebAssembly === 'undefined') throw 'no-wasm';
  const [module, module_or_path] = await Promise.all([script(), bytes(entry)]);
  entered(await module.default({ module_or_path }));
  return module;
}

/** The exports of the module: `mount`. A failure is not stored: the next call tries again. */
export function wasm() {
  promise ??= load().catch((error) => {
    promise = undefined;
    throw error;
  });
  return promise;
}

/** Makes every later call fail, after a panic. */
export function poison() {
  promise = Promise.reject('fault');
  promise.catch(() => {});
}
