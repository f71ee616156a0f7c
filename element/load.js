// The modules, each fetched once for all apps of a page.
import { whole } from './files.js';

const WALK = [new URL('__WALK_WASM__', import.meta.url), '__WALK_WASM_SUM__'];
const SHARED = [new URL('__SHARED_WASM__', import.meta.url), '__SHARED_WASM_SUM__'];
const PROFILE = [new URL('__PROFILE_WASM__', import.meta.url), '__PROFILE_WASM_SUM__'];
const ROOMS = [new URL('__ROOMS_WASM__', import.meta.url), '__ROOMS_WASM_SUM__'];
let imports = 0;

// At another MIME type the glue would warn.
async function bytes([url, integrity]) {
  const response = await whole(url, integrity);
  return response.headers.get('content-type') === 'application/wasm' ? response : new Uint8Array(await response.arrayBuffer());
}

// An import has no hash, and is never tried again under the same address. So the file is fetched as it was built, which
// mends the cache, and imported under an address that differs in its fragment.
async function script() {
  const all = (glue) => (glue.default ? glue : Promise.reject(new SyntaxError('half')));
  try {
    return await import('__GLUE__').then(all);
  } catch {
    const url = new URL('__GLUE__', import.meta.url);
    await whole(url, '__GLUE_SUM__');
    url.hash = imports += 1;
    return import(url.href).then(all);
  }
}

async function begun() {
  if (typeof WebAssembly === 'undefined') throw 'no-wasm';
  const [glue, module_or_path] = await Promise.all([script(), bytes(WALK)]);
  return { glue, exports: await glue.default({ module_or_path }) };
}

// A later module runs in the memory of the first, and is called through the first one's table.
async function added(...files) {
  const [{ glue, exports }, ...codes] = await Promise.all([once(begun, begun), ...files.map(bytes)]);
  const given = { __wasm_split: exports };
  const instance = (code) => (code instanceof Response ? WebAssembly.instantiateStreaming(code, given) : WebAssembly.instantiate(code, given));
  await Promise.all(codes.map(instance));
  return glue;
}

// A failure is not kept: the next wish tries again.
function once(get, fetch) {
  get.promise ??= fetch().then((module) => (get.module = module), (error) => {
    get.promise = undefined;
    throw error;
  });
  return get.promise;
}

// Bundlers find a file by its name inside `new URL`.
// The first module has the questions of the core and can begin, the second goes on to the profile, the last has everything.
export const walk = () => once(walk, async () => {
  const { glue } = await once(begun, begun);
  return { mount: (place, { ownsPage, keeps }, text, told) => glue.begin(place, ownsPage, keeps, told) };
});
export const profile = () => once(profile, () => added(SHARED, PROFILE));
export const rooms = () => once(rooms, async () => {
  const [glue] = await Promise.all([profile(), added(ROOMS)]);
  glue.completed();
  return glue;
});

// After a panic no module answers any more.
export function poison() {
  for (const get of [begun, walk, profile, rooms]) {
    get.promise = Promise.reject('fault');
    get.promise.catch(() => {});
  }
}
