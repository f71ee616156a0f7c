// The two modules, each fetched once for all apps of a page.

// At another MIME type the glue would warn; an error page has no magic number.
async function bytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new TypeError(response.status);
  if (response.headers.get('content-type') === 'application/wasm') return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== '\0asm') throw new TypeError('other');
  return bytes;
}

async function load(glue, wasm) {
  if (typeof WebAssembly === 'undefined') throw 'no-wasm';
  const [module, module_or_path] = await Promise.all([glue(), bytes(wasm)]);
  await module.default({ module_or_path });
  return module;
}

// A failure is not kept: the next wish tries again.
function once(get, fetch) {
  get.promise ??= fetch().then((module) => (get.module = module), (error) => {
    get.promise = undefined;
    throw error;
  });
  return get.promise;
}

// The first module has the questions of the core, the second everything.
export const walk = () => once(walk, () => load(() => import('__WALK_GLUE__'), new URL('__WALK_WASM__', import.meta.url)));
export const rooms = () => once(rooms, () => load(() => import('__ROOMS_GLUE__'), new URL('__ROOMS_WASM__', import.meta.url)));

// After a panic a module answers no more.
export function poison() {
  for (const get of [walk, rooms]) {
    get.promise = Promise.reject('fault');
    get.promise.catch(() => {});
  }
}
