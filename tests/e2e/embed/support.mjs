// Hosts for what is embedded, and how it is used through a driver that does not reach frames of other sites.
import http from 'node:http';
import net from 'node:net';
import { test as base, expect } from '@playwright/test';
import { DIST, ORDER } from '../support/fixtures.mjs';
import { serve } from '../support/server.mjs';

export { expect };
const STATIC = /\.(js|wasm|css)$/;

/** The page as docs/embedding.md says to serve it: frames allowed, static files for every origin. */
export const embedded = {
  ancestors: '*',
  change: (name, answer) => { if (STATIC.test(name)) Object.assign(answer.headers, { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }); },
};

/** A wiki: pages by path, each a body or `{ type, body }`, under `policy`. It is at localhost, the page at 127.0.0.1. */
export function wiki(make, policy) {
  let pages;
  const server = http.createServer((request, response) => {
    const page = pages[new URL(request.url, 'http://x').pathname];
    const headers = { 'content-type': page?.type ?? 'text/html; charset=utf-8', 'access-control-allow-origin': '*' };
    if (policy) headers['content-security-policy'] = policy;
    response.writeHead(page === undefined ? 404 : 200, headers);
    response.end(page === undefined ? '' : page.body ?? `<!doctype html><html lang="en"><title>A wiki</title><main><h1>A wiki page</h1>${page}</main></html>`);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const close = () => new Promise((done) => { server.closeAllConnections(); server.close(done); });
      const url = `http://localhost:${server.address().port}`;
      pages = make(url);
      resolve({ url, close });
    });
  });
}

export const test = base.extend({
  site: [async ({}, use) => { const site = await serve(DIST, embedded); await use(site); await site.close(); }, { scope: 'worker' }],
  /** Opens a wiki page. The function is given the address of the ladder's files and that of the wiki, and makes the pages. */
  visit: async ({ page, site }, use) => {
    const open = [];
    await use(async (make, { policy, path = '/' } = {}) => {
      const pages = (own) => { const made = make(site.url, own); return typeof made === 'string' ? { '/': made } : made; };
      const outer = await wiki(pages, typeof policy === 'function' ? policy(site.url) : policy);
      open.push(outer);
      await page.goto(`${outer.url}${path}`);
      return outer;
    });
    for (const outer of open) await outer.close();
  },
});

/**
 * Presses of the driver do not reach a frame of another site in Firefox, so the page presses its own buttons. A button that
 * was found may be gone from the page before it is pressed: then the one in its place is.
 */
export async function press(locator) {
  while (!await locator.evaluate((element) => element.isConnected && (element.click(), true)));
}
export const button = (frame, name) => frame.getByRole('button', { name, exact: true });

/** Answers the first question, from the start page. */
export async function answerFirst(frame, statement = 3) {
  await press(button(frame, 'Start self-assessment').first());
  await press(frame.getByRole('radio', { name: ORDER[0].statements[statement], exact: true }));
}

/** From the first question to the page for links and exports, by the same words whether they are links or buttons. */
export async function toShare(frame) {
  for (const name of ['Read the ladder', 'Check your answers', 'Share and export']) {
    const way = frame.locator('a, button').getByText(name, { exact: true }).or(frame.locator('a, button').filter({ hasText: new RegExp(`^${name}$`) }));
    await press(way.first());
    await frame.getByRole('heading', { level: 1, name }).waitFor();
  }
}

/** Notes the events of everything embedded on the page. */
export const listen = (page) => page.evaluate(() => {
  window.heard = [];
  for (const type of ['ready', 'change', 'export', 'error']) addEventListener(`ladder-${type}`, (e) => window.heard.push([type, e.detail]));
});
export const heard = (page, type) => page.evaluate((t) => (window.heard ?? []).filter(([name]) => name === t).map(([, detail]) => detail), type);

/** A free port on loopback. */
export const freePort = () => new Promise((resolve) => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => { const { port } = probe.address(); probe.close(() => resolve(port)); });
});

/** Waits until a program that was started answers at a port. */
export async function listening(port) {
  for (let tries = 0; tries < 100; tries++) {
    const up = await new Promise((resolve) => { const s = net.connect(port, '127.0.0.1', () => { s.end(); resolve(true); }).on('error', () => resolve(false)); });
    if (up) return;
    await new Promise((r) => setTimeout(r, 100));
  }
  throw new Error(`nothing answers at port ${port}`);
}
