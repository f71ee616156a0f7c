// The settings in hosting/, under the servers that they are for.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { DIST, ROOT } from '../support/fixtures.mjs';
import { POLICY } from '../support/server.mjs';
import { answerFirst, button, expect, freePort, listening, press, test, wiki } from './support.mjs';

const HOST = 'http://localhost:*';
const setting = (name, root) => fs.readFileSync(`${ROOT}hosting/${name}`, 'utf8').replaceAll('/srv/ladder/dist', root).replaceAll('https://wiki.example.com', HOST);

const SERVERS = {
  nginx: {
    program: process.env.LADDER_NGINX,
    settings: (root, port) => `daemon off; master_process off; pid ${root}.pid; error_log stderr; events {}
      http { access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((n) => `${n}_temp_path ${root}.${n};`).join(' ')}
      server { listen 127.0.0.1:${port}; ${setting('nginx.conf', root)} } }`,
    args: (file) => ['-c', file, '-e', 'stderr'],
  },
  caddy: {
    program: process.env.LADDER_CADDY,
    settings: (root, port) => `{\n\tadmin off\n}\n${setting('Caddyfile', root).replace('ladder.example.com', `http://127.0.0.1:${port}`)}`,
    args: (file) => ['run', '--config', file, '--adapter', 'caddyfile'],
  },
};

/** A file as it is sent to who takes gzip. */
const packed = (address) => new Promise((resolve, reject) => {
  http.get(address, { headers: { 'accept-encoding': 'gzip' } }, async (answer) => {
    resolve({ encoding: answer.headers['content-encoding'], body: Buffer.concat(await answer.toArray()) });
  }).on('error', reject);
});

for (const [name, { program, settings, args }] of Object.entries(SERVERS)) {
  test.describe(name, () => {
    test.skip(!program, `${name} is not here`);
    let url, child, folder;

    test.beforeAll(async () => {
      folder = fs.mkdtempSync(path.join(os.tmpdir(), `ladder-${name}-`));
      const [root, port] = [`${folder}/dist`, await freePort()];
      fs.cpSync(DIST, root, { recursive: true });
      execFileSync('sh', [`${ROOT}hosting/compress.sh`, root]);
      fs.writeFileSync(`${folder}/settings`, settings(root, port));
      child = spawn(program, args(`${folder}/settings`), { stdio: 'ignore', env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder } });
      await listening(port);
      url = `http://127.0.0.1:${port}/`;
    });

    test.afterAll(async () => {
      const gone = new Promise((resolve) => child.on('exit', resolve));
      child.kill();
      await gone;
      fs.rmSync(folder, { recursive: true, force: true });
    });

    test('each file has the headers and the form that it needs', async () => {
      const head = async (file) => (await fetch(url + file)).headers;
      const files = fs.readdirSync(DIST);
      const hashed = files.filter((f) => /-[0-9a-f]{16}\.(js|css|wasm)$/.test(f));
      expect(hashed.length).toBeGreaterThan(5);
      const [before, after] = POLICY.split("; require-trusted-types-for");
      for (const file of ['', 'index.html', 'embed.html']) {
        const headers = await head(file);
        expect(headers.get('content-security-policy'), file).toBe(`${before}; frame-ancestors 'self' ${HOST}; require-trusted-types-for${after}`);
        expect(headers.get('content-type'), file).toMatch(/^text\/html/);
        expect(headers.get('cache-control'), file).toBe('no-cache');
        expect(headers.get('referrer-policy'), file).toBe('no-referrer');
        expect(headers.get('x-content-type-options'), file).toBe('nosniff');
      }
      for (const file of hashed) expect((await head(file)).get('cache-control'), file).toBe('public, max-age=31536000, immutable');
      for (const file of [...hashed, 'embed.js', 'element.js']) {
        const headers = await head(file);
        expect(headers.get('access-control-allow-origin'), file).toBe('*');
        expect(headers.get('cross-origin-resource-policy'), file).toBe('cross-origin');
        expect(headers.get('x-content-type-options'), file).toBe('nosniff');
      }
      for (const file of ['embed.js', 'element.js']) expect((await head(file)).get('cache-control'), file).toBe('no-cache');
      for (const file of hashed.filter((f) => f.endsWith('.wasm'))) expect((await head(file)).get('content-type'), file).toBe('application/wasm');
      for (const file of hashed) {
        const { encoding, body } = await packed(url + file);
        expect(encoding, file).toBe('gzip');
        expect(body.equals(fs.readFileSync(`${folder}/dist/${file}.gz`)), file).toBe(true);
      }
      expect((await head('ladder-calibration.single.html')).get('content-security-policy')).toBeNull();
      expect((await fetch(`${url}nothing-here`)).status).toBe(404);
    });

    test('the page starts, and so does its frame in a wiki', async ({ page }) => {
      const problems = [];
      page.on('pageerror', (e) => problems.push(e.message));
      page.on('console', (m) => /Content Security Policy|Trusted|MIME/i.test(m.text()) && problems.push(m.text()));
      await page.goto(url);
      await answerFirst(page);
      await expect(page.locator('.save')).toHaveText(/^Saved/);
      await press(button(page, 'Continue'));
      await press(button(page, 'Back'));

      const outer = await wiki(() => ({ '/': `<div data-ladder-calibration></div><script src="${url}embed.js"></script>` }));
      await page.goto(outer.url);
      const inside = page.frameLocator('iframe');
      await answerFirst(inside);
      await expect(inside.locator('.save')).toHaveText(/^Saved/);
      await outer.close();
      expect(problems).toEqual([]);
    });
  });
}
