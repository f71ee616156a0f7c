// A file of the page, exactly as the build wrote it: half a file, or another one in its place, does not fit its hash.

/** The file, or what is the matter with it. What came otherwise is asked for once more, past every cache. */
export async function whole(url, integrity) {
  for (const cache of ['default', 'reload']) {
    try {
      const response = await fetch(url, { integrity, cache });
      if (response.ok) return response;
    } catch { /* the connection, or a hash that does not fit: fetch does not say which */ }
  }
  throw await trouble(url);
}

// A connection that fails throws here, too. Hosts with a fall-back page send that one for a file that is gone.
async function trouble(url) {
  const { ok, status, headers } = await fetch(url, { method: 'HEAD', cache: 'no-store' });
  if (status === 404 || status === 410 || headers.get('content-type')?.startsWith('text/html')) return 'missing';
  return ok ? 'incomplete' : 'network';
}

// What follows is called by split.js, which wasm_split writes and xtask/src/hook.rs adapts.

/** A part of the program, fetched at once. What is returned takes the imports of the part and gives its instance. */
export function part(url, integrity) {
  const fetched = whole(url, integrity);
  fetched.catch(() => {});
  return async (imports) => {
    const response = await fetched;
    // At another MIME type a browser refuses to compile what is still on its way.
    const typed = response.headers.get('content-type') === 'application/wasm';
    return typed ? WebAssembly.instantiateStreaming(response, imports) : WebAssembly.instantiate(await response.arrayBuffer(), imports);
  };
}

let failure;
/** Keeps why a part did not come: the program itself hears only that it did not. */
export const failed = (error) => { failure = error; };
export const lastFailure = () => failure;

let exported;
/** The entry module runs, and `exports` are its exports: a part takes memory, table and functions from them. */
export const entered = (exports) => { exported = exports; };
export const initSync = () => exported;
