// Storage wherever the page may be: top level, plain http, a cross-site frame, a sandbox.
import fs from 'node:fs';
import { chromium, test as plain } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from './support/browsers.mjs';
import { DIST, ORDER, expect } from './support/fixtures.mjs';
import { TYPES, host, serve } from './support/server.mjs';

const STATIC = /\.(js|wasm|css)$/;
/** The headers that the README gives for a page in frames. */
const embedded = {
  ancestors: '*',
  change: (name, answer) => { if (STATIC.test(name)) Object.assign(answer.headers, { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }); },
};

// Presses of the driver do not reach a frame of another site in Firefox, so the page presses its own buttons.
const press = (locator) => locator.evaluate((element) => element.click());

/** Answers the first question inside `frame` and reads the save line. */
async function answered(frame) {
  await press(frame.getByRole('button', { name: 'Start self-assessment', exact: true }));
  await press(frame.getByRole('radio', { name: ORDER[0].statements[3], exact: true }));
  await expect(frame.locator('.save')).toHaveText(/^(Saved|Not saved)/);
  return (await frame.locator('.save').innerText()).replace(/ at \d\d:\d\d/, '');
}

/**
 * Whether the answer is there after a reload, or the start page is. That is in the file itself and is replaced when the
 * module has come, so what is wanted is waited for; what is not wanted gets time to come, too.
 */
async function afterReload(frame, wanted) {
  const radio = frame.getByRole('radio', { name: ORDER[0].statements[3], exact: true });
  const start = frame.getByRole('button', { name: 'Start self-assessment', exact: true });
  await (wanted === 'there' ? radio : start).waitFor({ timeout: 15_000 });
  if (wanted === 'gone') await new Promise((resolve) => setTimeout(resolve, 1500));
  return (await radio.count()) ? 'there' : 'gone';
}

/** The driver switches storage partitioning off in Chromium; here it is on, as in a released browser. */
async function released(browserName) {
  if (browserName !== 'chromium') return null;
  return chromium.launch({ executablePath: CHROMIUM, args: [...CHROMIUM_ARGS, '--disable-features=Translate'] });
}

function inFrame(name, frame, wanted, site, divided = false) {
  plain(`${name}: what is saved, and what it says`, async ({ page: own, browserName }) => {
    const browser = divided ? await released(browserName) : null;
    const page = browser ? await browser.newPage() : own;
    const inner = await serve(DIST, embedded);
    const outer = await host((url) => frame(url), inner.url);
    const violations = [];
    page.on('console', (m) => /content security policy/i.test(m.text()) && violations.push(m.text()));
    try {
      await page.goto(site ? outer.url.replace('127.0.0.1', site) : outer.url);
      const inside = page.frameLocator('iframe');
      expect(await answered(inside)).toBe(wanted.says);
      await page.reload();
      expect(await afterReload(inside, wanted.after)).toBe(wanted.after);
      expect(violations).toEqual([]);
    } finally {
      await browser?.close();
      await outer.close();
      await inner.close();
    }
  });
}

const DIVIDED = { says: 'Saved in this browser, for this wiki only.', after: 'there' };
const DENIED = { says: 'Not saved. Save a file before you close this page. This browser does not let the page store anything.', after: 'gone' };

const plainFrame = (url) => `<iframe src="${url}" width="900" height="900"></iframe>`;
inFrame('a cross-site frame', plainFrame, DIVIDED, 'localhost', true);
inFrame('a frame with sandbox="allow-scripts"', (url) => `<iframe sandbox="allow-scripts" src="${url}" width="900" height="900"></iframe>`, DENIED);
inFrame('a sandbox with its own origin', (url) => `<iframe sandbox="allow-scripts allow-same-origin" src="${url}" width="900" height="900"></iframe>`, DIVIDED, 'localhost', true);

plain.describe('in a browser that forbids storage in frames of other sites', () => {
  plain.skip(({ browserName }) => browserName !== 'chromium', 'the driver of Firefox leaves the division of storage on');
  inFrame('a cross-site frame', plainFrame, DENIED, 'localhost');
});

plain('what is saved in a cross-site frame is not seen at top level', async ({ page: own, browserName }) => {
  const browser = await released(browserName);
  const page = browser ? await browser.newPage() : own;
  const inner = await serve(DIST, embedded);
  const outer = await host(plainFrame, inner.url);
  try {
    await page.goto(outer.url.replace('127.0.0.1', 'localhost'));
    await answered(page.frameLocator('iframe'));
    await page.goto(inner.url);
    expect(await afterReload(page, 'gone')).toBe('gone');
  } finally {
    await browser?.close();
    await outer.close();
    await inner.close();
  }
});

plain('top level: what is saved, and what it says', async ({ page }) => {
  const site = await serve(DIST, embedded);
  try {
    await page.goto(site.url);
    expect(await answered(page)).toBe('Saved in this browser.');
    await page.reload();
    expect(await afterReload(page, 'there')).toBe('there');
  } finally {
    await site.close();
  }
});

plain('plain http at another name than this machine\'s: no secure context, and all of it works', async ({ page }) => {
  await page.route('http://ladder.test/**', (route) => {
    const name = new URL(route.request().url()).pathname.replace(/\/$/, '/index.html');
    const file = `${DIST}${name}`;
    if (!fs.existsSync(file)) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ body: fs.readFileSync(file), contentType: TYPES[name.slice(name.lastIndexOf('.'))] });
  });
  await page.goto('http://ladder.test/');
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  expect(await answered(page)).toBe('Saved in this browser.');
  await page.reload();
  expect(await afterReload(page, 'there')).toBe('there');
});
