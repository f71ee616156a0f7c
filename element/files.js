// Files of the page, checked with the hash of the build: an incomplete or different file is refused.

/** The file, or the reason of the failure. A wrong file is requested once more, past every cache. */
export async function whole(url, integrity) {
  for (const cache of ['default', 'reload']) {
    try {
      const response = await fetch(url, { integrity, cache });
      if (response.ok) return response;
    } catch { /* the connection, or a hash that does not fit: fetch does not say which */ }
  }
  throw await trouble(url);
}

// A failed connection throws here, too. Hosts with a fallback page send it for a missing file.
async function trouble(url) {
  const { ok, status, headers } = await fetch(url, { method: 'HEAD', cache: 'no-store' });
  if (status === 404 || status === 410 || headers.get('content-type')?.startsWith('text/html')) return 'missing';
  return ok ? 'incomplete' : 'network';
}

// The following functions are called by split.js, which wasm_split writes and xtask/src/hook.rs adapts.

/** Fetches a part of the program at once. The result takes the imports of the part and returns its instance. */
export function part(url, integrity) {
  const fetched = whole(url, integrity);
  fetched.catch(() => {});
  return async (imports) => {
    const response = await fetched;
    // With another MIME type a browser refuses to compile while it downloads.
    const typed = response.headers.get('content-type') === 'application/wasm';
    return typed ? WebAssembly.instantiateStreaming(response, imports) : WebAssembly.instantiate(await response.arrayBuffer(), imports);
  };
}

let failure;
/** Stores why a part could not be loaded: the program itself only learns that it was not. */
export const failed = (error) => { failure = error; };
export const lastFailure = () => failure;

let exported;
/** The entry module runs, and `exports` are its exports: a part imports memory, table and functions from them. */
export const entered = (exports) => { exported = exports; };
export const initSync = () => exported;
