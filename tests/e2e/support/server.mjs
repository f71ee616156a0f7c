// A static server for tests: the policy of the README, brotli held in memory, loopback only, a free port.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

export const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css', '.txt': 'text/plain' };

export const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'",
  "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'", "object-src 'none'",
  "frame-src 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ');

const packed = new Map();

function brotli(file, quality) {
  const key = `${quality} ${file}`;
  if (!packed.has(key)) {
    const bytes = fs.readFileSync(file);
    const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: quality, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    packed.set(key, zlib.brotliCompressSync(bytes, { params }));
  }
  return packed.get(key);
}

/**
 * Serves `root`. `change(name, answer)` may alter `answer.status`, `.headers` and `.body` of a file, and set `.after`, a promise
 * that it waits for. `quality` is brotli's; 11 blocks the process for seconds, and every test that waits for the page with it.
 */
export function serve(root, { policy = POLICY, ancestors, change, quality = 4 } = {}) {
  const log = [];
  const server = http.createServer((request, response) => {
    let name = decodeURIComponent(request.url.split('?')[0]);
    if (name.endsWith('/')) name += 'index.html';
    const file = path.join(path.resolve(root), path.normalize(name));
    const found = fs.existsSync(file) && fs.statSync(file).isFile();
    const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' };
    if (policy) headers['content-security-policy'] = ancestors ? `${policy}; frame-ancestors ${ancestors}` : policy;
    const answer = { status: found ? 200 : 404, headers, body: Buffer.from(found ? '' : 'not found') };
    if (found) {
      Object.assign(headers, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'content-encoding': 'br' });
      answer.body = brotli(file, quality);
    }
    change?.(name, answer);
    log.push({ name, status: answer.status, bytes: answer.body.length });
    Promise.resolve(answer.after).then(() => response.writeHead(answer.status, answer.headers).end(answer.body));
  });
  return listen(server, log);
}

/** Serves one page of a host, made from the address of what it embeds. */
export function host(html, inner) {
  const server = http.createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><title>A wiki</title>${html(inner)}`);
  });
  return listen(server, []);
}

function listen(server, log) {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const close = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
      resolve({ url: `http://127.0.0.1:${server.address().port}/`, log, close });
    });
  });
}
