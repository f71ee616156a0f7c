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
