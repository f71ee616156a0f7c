// The modules, each fetched once for all apps of a page.

// At another MIME type the glue would warn; an error page has no magic number.
async function bytes(url) {
  const response = await fetch(url);
  if (!response.ok) throw new TypeError(response.status);
  if (response.headers.get('content-type') === 'application/wasm') return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== '\0asm') throw new TypeError('other');
  return bytes;
}

async function begun() {
  if (typeof WebAssembly === 'undefined') throw 'no-wasm';
  const [glue, module_or_path] = await Promise.all([import('__GLUE__'), bytes(new URL('__WALK_WASM__', import.meta.url))]);
  return { glue, exports: await glue.default({ module_or_path }) };
}

// A later module runs in the memory of the first, and is called through the first one's table.
async function added(...urls) {
  const [{ glue, exports }, ...codes] = await Promise.all([once(begun, begun), ...urls.map(bytes)]);
  const imports = { __wasm_split: exports };
  const instance = (code) => (code instanceof Response ? WebAssembly.instantiateStreaming(code, imports) : WebAssembly.instantiate(code, imports));
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
  return { mount: (place, ownsPage, keeps, mode, ladder, text, told) => glue.begin(place, ownsPage, keeps, told) };
});
export const profile = () => once(profile, () => added(new URL('__SHARED_WASM__', import.meta.url), new URL('__PROFILE_WASM__', import.meta.url)));
export const rooms = () => once(rooms, async () => {
  const [glue] = await Promise.all([profile(), added(new URL('__ROOMS_WASM__', import.meta.url))]);
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
