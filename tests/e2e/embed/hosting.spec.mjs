// The settings in hosting/, with their servers.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { DIST, LADDER, ROOT } from '../support/fixtures.mjs';
import { POLICY, TYPES, serve } from '../support/server.mjs';
import { answerFirst, button, expect, freePort, listening, press, test, wiki } from './support.mjs';

const HOST = 'http://localhost:*';
const setting = (name, root) => fs.readFileSync(`${ROOT}hosting/${name}`, 'utf8').replaceAll('/srv/ladder/dist', root).replaceAll('https://wiki.example.com', HOST);

const [BEFORE, AFTER] = POLICY.split('; require-trusted-types-for');
const FRAMED = `${BEFORE}; frame-ancestors 'self' ${HOST}; require-trusted-types-for${AFTER}`;

/** The files with a hash in their name or their folder's name. */
const hashedFiles = () => fs.readdirSync(DIST, { recursive: true }).filter((f) => /-[0-9a-f]{16}(\/[a-z]+\.js|\.(css|wasm))$/.test(f));

/** Opens the page, and its frame in a wiki, and answers a question in each. Nothing may be refused. */
async function starts(page, url) {
  const problems = [];
  page.on('pageerror', (e) => problems.push(e.message));
  page.on('console', (m) => /Content.Security.Policy|Trusted|MIME/i.test(m.text()) && problems.push(m.text()));
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
}

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

/** A file as it is sent to clients that accept gzip. */
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
      const hashed = hashedFiles();
      expect(hashed.length).toBeGreaterThan(5);
      for (const file of ['', 'index.html', 'embed.html']) {
        const headers = await head(file);
        expect(headers.get('content-security-policy'), file).toBe(FRAMED);
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

    test('the page starts, and so does its frame in a wiki', ({ page }) => starts(page, url));

    test('what is missing is not missing for a year', async () => {
      const { status, headers } = await fetch(`${url}rest-0000000000000000.wasm`);
      expect([status, headers.get('cache-control') ?? '']).toEqual([404, expect.not.stringContaining('immutable')]);
    });
  });
}

/**
 * A host as Netlify and Cloudflare Pages describe themselves, which do not run here: a page is at its name without the
 * ending, the other address leads there, every rule of `_headers` that fits the address adds to the headers, and what is
 * missing gets 404.html.
 */
function pagesHost() {
  const rules = setting('_headers', '').split(/\n(?=\/)/).map((rule) => {
    const [where, ...lines] = rule.trim().split('\n');
    const pattern = where.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*');
    return { fits: new RegExp(`^${pattern}$`), headers: lines.map((line) => line.trim().split(/:\s(.*)/)) };
  });
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    const plain = pathname.replace(/\.html$/, '').replace(/\/index$/, '/');
    const file = [pathname === '/' ? '/index.html' : pathname, `${pathname}.html`].map((name) => path.join(DIST, name)).find((name) => fs.existsSync(name));
    const headers = {};
    for (const [name, value] of rules.filter((rule) => rule.fits.test(pathname)).flatMap((rule) => rule.headers)) headers[name] = headers[name] ? `${headers[name]}, ${value}` : value;
    if (plain !== pathname) return response.writeHead(308, { ...headers, location: plain }).end();
    const name = file ?? path.join(DIST, '404.html');
    return response.writeHead(file ? 200 : 404, { ...headers, 'content-type': TYPES[path.extname(name)] }).end(fs.readFileSync(name));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({
      url: `http://127.0.0.1:${server.address().port}/`,
      close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
    }));
  });
}

test.describe('a host that reads _headers', () => {
  let host;
  test.beforeAll(async () => { host = await pagesHost(); });
  test.afterAll(() => host.close());

  test('a page has its policy under both of its addresses, and on the way from one to the other', async () => {
    for (const file of ['', 'index', 'index.html', 'embed', 'embed.html']) {
      for (const redirect of ['follow', 'manual']) {
        const { headers } = await fetch(host.url + file, { redirect });
        expect(headers.get('content-security-policy'), file).toBe(FRAMED);
        expect(headers.get('referrer-policy'), file).toBe('no-referrer');
        expect(headers.get('x-content-type-options'), file).toBe('nosniff');
      }
    }
    for (const file of ['ladder-calibration.single', 'ladder-calibration.single.html']) {
      const { headers } = await fetch(host.url + file);
      expect([headers.get('content-security-policy'), headers.get('x-content-type-options')], file).toEqual([null, 'nosniff']);
    }
    for (const file of hashedFiles()) {
      const { headers } = await fetch(host.url + file);
      expect([headers.get('cache-control'), headers.get('access-control-allow-origin')], file).toEqual(['public, max-age=31536000, immutable', '*']);
    }
    expect((await fetch(`${host.url}rest-0000000000000000.wasm`)).status).toBe(404);
  });

  test('the page starts, and so does its frame in a wiki', ({ page }) => starts(page, host.url));
});

/** Changes a page in transit. */
const edited = (edit) => ({ change: (name, answer) => {
  if (!name.endsWith('.html')) {
    Object.assign(answer.headers, { 'access-control-allow-origin': '*' });
    return;
  }
  delete answer.headers['content-encoding'];
  answer.body = Buffer.from(edit(zlib.brotliDecompressSync(answer.body).toString()));
} });

test.describe('a host without headers', () => {
  test('both pages carry the policy themselves, but for who may frame them', () => {
    for (const name of ['index.html', 'embed.html']) {
      const page = fs.readFileSync(path.join(DIST, name), 'utf8');
      expect(page.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1], name).toBe(POLICY);
      expect(page.indexOf('http-equiv'), name).toBeLessThan(page.indexOf('<script'));
    }
  });

  test('the page starts, and so does its frame in a wiki', async ({ page }) => {
    const site = await serve(DIST, { policy: '', ...edited((html) => html) });
    try { await starts(page, site.url); } finally { await site.close(); }
  });

  for (const name of ['', 'embed.html']) {
    test(`an injected script is refused: ${name || 'index.html'}`, async ({ page }) => {
      await page.addInitScript(() => {
        window.refused = [];
        addEventListener('securitypolicyviolation', (e) => window.refused.push(e.effectiveDirective));
      });
      const site = await serve(DIST, { policy: '', ...edited((html) => html.replace('</body>', '<script>window.injected = "script"</script><img alt="" src="./nothing.png" onerror="window.injected = \'handler\'"></body>')) });
      try {
        await page.goto(site.url + name);
        await answerFirst(page);
        await page.evaluate(() => {
          const script = document.createElement('script');
          try { script.text = 'window.injected = "later"'; } catch { script.append('window.injected = "later"'); }
          document.body.append(script);
        });
        await expect.poll(() => page.evaluate(() => window.refused.length)).toBeGreaterThanOrEqual(3);
        expect(await page.evaluate(() => window.refused)).toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr']));
        expect(await page.evaluate(() => window.injected ?? null)).toBeNull();
        await expect(page.locator('.save')).toHaveText(/^Saved/);
      } finally {
        await site.close();
      }
    });
  }
});

test('a ladder of another origin has to be allowed in the header and in the page', async ({ page }) => {
  const store = await wiki(() => ({ '/house.json': { type: 'application/json', body: JSON.stringify({ ...LADDER, id: 'house', title: 'The ladder of this house', revision: '7' }) } }));
  const wider = (text) => text.replace("connect-src 'self'", `connect-src 'self' ${store.url}`);
  for (const [policy, edit, shown] of [[POLICY, wider, false], [wider(POLICY), (html) => html, false], [wider(POLICY), wider, true]]) {
    const site = await serve(DIST, { policy, ...edited(edit) });
    await page.goto(`${site.url}embed.html#mode=ladder&ladder=${encodeURIComponent(`${store.url}/house.json`)}`);
    const sentence = page.getByText(`It is on another origin. ${store.url} has to be in connect-src of every content security policy of this page (the header, and the <meta> in embed.html and index.html), and has to allow this page (Access-Control-Allow-Origin).`);
    await expect(shown ? page.getByText('The ladder of this house').first() : sentence).toBeVisible();
    await page.goto('about:blank');
    await site.close();
  }
  await store.close();
});
