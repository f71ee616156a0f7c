// The single file: without a request, in any place.
import fs from 'node:fs';
import path from 'node:path';
import { DIST, ORDER, downloadFrom } from '../support/fixtures.mjs';
import { serve } from '../support/server.mjs';
import { answerFirst, button, embedded, expect, press, test as base, toShare } from './support.mjs';

// The file contains its policy; a header that forbids scripts in the page would keep it from starting.
const test = base.extend({ site: [async ({}, use) => { const site = await serve(DIST, { policy: '' }); await use(site); await site.close(); }, { scope: 'worker' }] });

const NAME = 'ladder-calibration.single.html';
const FILE = path.join(DIST, NAME);
const SAVED = 'Saved in this browser.';
const DIVIDED = 'Saved in this browser, for this wiki only.';
const UNASKED = 'Not saved. Save a file before you close this page. You have not allowed this page to store anything.';
const DENIED = 'Not saved. Save a file before you close this page. This browser does not let the page store anything.';
const single = () => fs.readFileSync(FILE, 'utf8');
const quoted = (html) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

test('it is under a mebibyte and names no other file', () => {
  const text = single();
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  expect(text.slice(0, 60)).toContain('<!doctype html>');
  expect(text.match(/(src|href)="(?!data:|#)[^"]*"/g)).toBeNull();
  expect(text).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+'; [^"]*trusted-types 'none'">/);
});

/** Opens it with `go`, answers the first question, and reads the save line. No request but `own`, no violation. */
async function works(page, go, frame, own = []) {
  const problems = [];
  // The dialog's button takes the focus when it opens; Chromium says at once that a frame may not take it before that.
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && !/favicon/.test(m.location().url ?? '') && !/^Blocked autofocusing/.test(m.text()) && problems.push(m.text()));
  page.on('pageerror', (e) => problems.push(e.message));
  const asked = [];
  page.on('request', (r) => !/^(data|blob):/.test(r.url()) && !/favicon/.test(r.url()) && asked.push(r.url()));
  await go();
  const inside = frame ? page.frameLocator('iframe') : page;
  // Pressed once: a press while it unpacks is not lost.
  await expect(inside.locator('#packed')).toBeAttached();
  await press(button(inside, 'Start self-assessment').first());
  await expect(inside.getByText('Question 1 of 12')).toBeVisible({ timeout: 20_000 });
  await press(inside.getByRole('radio', { name: ORDER[0].statements[3], exact: true }));
  await expect(inside.locator('.save')).toHaveText(/^(Saved|Not saved)/);
  const said = (await inside.locator('.save').innerText()).replace(/ at \d\d:\d\d/, '');
  await press(button(inside, 'Continue'));
  await expect(inside.getByText('Question 2 of 12')).toBeVisible();
  await press(inside.locator('.footer').getByText('How it is calculated'));
  await expect(inside.getByRole('heading', { level: 1 })).toContainText('calculated');
  expect(problems).toEqual([]);
  expect(asked.filter((url) => !own.some((o) => url.startsWith(o)))).toEqual([]);
  return said;
}

test('over http', async ({ page, site }) => {
  expect(await works(page, () => page.goto(`${site.url}${NAME}`), false, [`${site.url}${NAME}`])).toBe(SAVED);
});

// Chromium has one store for all files of the device, so there the reader is asked first.
test('from a folder', async ({ page }) => {
  expect(await works(page, () => page.goto(`file://${FILE}`), false, [`file://${FILE}`])).toBe(UNASKED);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

const ask = (page) => page.getByRole('region', { name: 'May this page save your answers?' });
const kept = (page) => page.evaluate(() => Object.keys(localStorage));
const first = (page) => page.getByRole('radio', { name: ORDER[0].statements[3], exact: true });

/** From the disk to the first question. */
async function fromDisk(page, file = FILE) {
  await page.goto(`file://${file}`);
  await expect(ask(page)).toBeVisible({ timeout: 20_000 });
  await expect(ask(page)).toContainText('other files that you open in this browser could read them');
}

test('from a folder: nothing is stored before the reader consents, and the file is offered with the question', async ({ page }) => {
  await fromDisk(page);
  await expect(button(ask(page), 'Save in this browser')).toBeVisible();
  await press(button(page, 'Start self-assessment'));
  await expect(page.getByText('Question 1 of 12')).toBeVisible();
  await expect(ask(page)).toHaveCount(0);
  await press(first(page));
  await expect(ask(page)).toBeVisible();
  await expect(page.locator('.save')).toHaveText(UNASKED);
  const { text } = await downloadFrom(page, () => press(button(ask(page), 'Save file')));
  expect(JSON.parse(text).answers[ORDER[0].id].statement).toBe(3);
  await press(button(page, 'Continue'));
  await press(page.locator('.footer').getByText('Your data'));
  await expect(ask(page)).toBeVisible();
  await press(button(page, 'Back'));
  expect(await kept(page)).toEqual([]);

  await press(button(ask(page), 'Save in this browser'));
  await expect(page.locator('.save')).toHaveText(/^Saved at \d\d:\d\d in this browser/);
  await expect(ask(page)).toHaveCount(0);
  expect((await kept(page)).length).toBeGreaterThan(1);
  await page.reload();
  await expect(page.getByText('Question 2 of 12')).toBeVisible({ timeout: 20_000 });
  await press(button(page, 'Back'));
  await expect(first(page)).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Other files can read what is saved here' })).toHaveCount(0);

  // Deleting everything removes the consent.
  await button(page, 'Delete everything').click();
  await button(page, 'Yes, delete everything').click();
  await expect(ask(page)).toBeVisible();
  expect(await kept(page)).toEqual([]);
});

test('from a folder: who allows it on the start page is not asked again', async ({ page }) => {
  await fromDisk(page);
  await press(button(ask(page), 'Save in this browser'));
  await expect(ask(page)).toHaveCount(0);
  await press(button(page, 'Start self-assessment'));
  await press(first(page));
  await expect(page.locator('.save')).toHaveText(/^Saved at \d\d:\d\d in this browser/);
});

test('from a folder: without a word, another file finds nothing', async ({ page }, info) => {
  const other = info.outputPath('other.html');
  fs.writeFileSync(other, '<!doctype html><title>Another file</title>');
  await fromDisk(page);
  await press(button(page, 'Start self-assessment'));
  await press(first(page));
  await press(button(page, 'Continue'));
  await expect(page.getByText('Question 2 of 12')).toBeVisible();
  await page.goto(`file://${other}`);
  expect(await kept(page)).toEqual([]);
});

test('from a folder: the store of an earlier version opens as before, with a notice', async ({ page }) => {
  const notice = page.getByRole('region', { name: 'Other files can read what is saved here' });
  await fromDisk(page);
  await press(button(ask(page), 'Save in this browser'));
  await press(button(page, 'Start self-assessment'));
  await press(first(page));
  await expect(page.locator('.save')).toHaveText(/^Saved at \d\d:\d\d in this browser/);
  const earlier = () => page.evaluate(() => localStorage.removeItem('ladder-calibration/allowed'));
  await earlier();
  await page.reload();
  await expect(notice).toBeVisible({ timeout: 20_000 });
  await expect(notice).toContainText('Other files that you open in this browser can read everything it saves');
  await expect(first(page)).toBeChecked();
  await press(page.getByRole('radio', { name: ORDER[0].statements[2], exact: true }));
  await expect(page.locator('.save')).toHaveText(/^Saved at \d\d:\d\d in this browser/);
  await press(button(notice, 'Keep saving here'));
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Question 1 of 12')).toBeVisible({ timeout: 20_000 });
  await expect(notice).toHaveCount(0);
  await earlier();
  await page.reload();
  await expect(button(notice, 'Save file')).toBeVisible({ timeout: 20_000 });
  await button(notice, 'Delete everything').click();
  await button(page, 'Yes, delete everything').click();
  await expect(ask(page)).toBeVisible();
  expect(await kept(page)).toEqual([]);
});

test('in srcdoc of a page from a folder', async ({ page }, info) => {
  const outer = info.outputPath('outer.html');
  fs.writeFileSync(outer, `<!doctype html><title>A page</title><iframe width="800" height="700" srcdoc="${quoted(single())}"></iframe>`);
  await page.goto(`file://${outer}`);
  const inside = page.frameLocator('iframe');
  await expect(ask(inside)).toBeVisible({ timeout: 20_000 });
  await press(button(inside, 'Start self-assessment'));
  await press(first(inside));
  await expect(inside.locator('.save')).toHaveText(UNASKED);
  expect(await kept(page)).toEqual([]);
});

test('the element in a page from a folder asks, too', async ({ page }, info) => {
  const outer = info.outputPath('wiki.html');
  const files = await serve(DIST, embedded);
  fs.writeFileSync(outer, `<!doctype html><html lang="en"><title>A page</title><ladder-calibration></ladder-calibration><script type="module" src="${files.url}element.js"></script></html>`);
  await page.goto(`file://${outer}`);
  await press(button(page, 'Start self-assessment'));
  await press(first(page));
  await expect(page.locator('.save')).toHaveText(UNASKED);
  expect(await kept(page)).toEqual([]);
  await press(button(ask(page), 'Save in this browser'));
  await expect(page.locator('.save')).toHaveText(/^Saved at \d\d:\d\d in this browser/);
  expect((await kept(page)).length).toBeGreaterThan(1);
  await files.close();
});

const inFrame = (name, says, html) => test(name, async ({ page, visit, site }) => {
  let outer;
  expect(await works(page, async () => { outer = await visit(html); }, true, [site.url, 'http://localhost:', 'about:'])).toBe(says);
});
inFrame('in a frame of another site', DIVIDED, (url) => `<iframe width="800" height="700" src="${url}${NAME}"></iframe>`);
inFrame('in a sandbox with scripts alone', DENIED, (url) => `<iframe width="800" height="700" sandbox="allow-scripts" src="${url}${NAME}"></iframe>`);
// There the store of the embedding page is used.
inFrame('in srcdoc', DIVIDED, () => `<iframe width="800" height="700" srcdoc="${quoted(single())}"></iframe>`);
inFrame('in srcdoc in a sandbox with scripts alone', DENIED, () => `<iframe width="800" height="700" sandbox="allow-scripts" srcdoc="${quoted(single())}"></iframe>`);

test('a file that was changed on its way says so', async ({ page }, info) => {
  const text = single();
  const at = text.indexOf('id="packed">') + 200_000;
  const file = info.outputPath('changed.html');
  fs.writeFileSync(file, `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`);
  await page.goto(`file://${file}`);
  await expect(page.getByText('This file is damaged.')).toBeVisible();
  fs.writeFileSync(file, `${text.slice(0, at)}${text.slice(at + 4)}`);
  await page.goto(`file://${file}`);
  await expect(page.getByText('This file is damaged.')).toBeVisible();
  // Line breaks of an editor have no effect.
  fs.writeFileSync(file, `${text.slice(0, at)}\n${text.slice(at)}`);
  await page.goto(`file://${file}`);
  await page.getByRole('button', { name: 'Start self-assessment' }).first().click();
  await expect(page.getByText('Question 1 of 12')).toBeVisible({ timeout: 20_000 });
});

test('a browser that cannot unpack it says so', async ({ page }) => {
  await page.addInitScript(() => { delete window.DecompressionStream; });
  await page.goto(`file://${FILE}`);
  await expect(page.getByText('This browser lacks a WebAssembly feature that this page needs')).toBeVisible();
});

test('a press before it is unpacked shows a message and takes effect later', async ({ page }) => {
  await page.addInitScript(() => {
    const all = Response.prototype.arrayBuffer;
    Response.prototype.arrayBuffer = function late() { return new Promise((go) => setTimeout(go, 2000)).then(() => all.call(this)); };
  });
  await page.goto(`file://${FILE}`);
  await page.getByRole('button', { name: 'Start self-assessment' }).first().click();
  await expect(page.getByText('Loading the ladder.')).toBeVisible();
  await expect(page.getByText('Question 1 of 12')).toBeVisible({ timeout: 20_000 });
});

test('where the page around forbids WebAssembly, srcdoc says so', async ({ page, visit }) => {
  await visit(() => `<iframe width="800" height="700" sandbox="allow-scripts" srcdoc="${quoted(single())}"></iframe>`, { policy: "default-src data: 'unsafe-inline'" });
  await expect(page.frameLocator('iframe').getByText("Its administrator has to add 'wasm-unsafe-eval' to script-src.")).toBeVisible();
});

test('it makes no link where it has no address, says why, and names no path', async ({ page, visit, site }) => {
  const shared = async (frame) => {
    await expect(frame.locator('#packed')).toBeAttached();
    await answerFirst(frame);
    await toShare(frame);
  };
  await page.goto(`file://${FILE}`);
  await shared(page);
  await expect(page.getByText('No link is available: this page is a file on your device', { exact: false })).toBeVisible();
  await expect(page.locator('#link')).toHaveCount(0);
  expect(await page.locator('#app').innerHTML()).not.toContain(path.dirname(FILE));
  await visit(() => `<iframe width="800" height="700" sandbox="allow-scripts" srcdoc="${quoted(single())}"></iframe>`);
  await shared(page.frameLocator('iframe'));
  await expect(page.frameLocator('iframe').getByText('No link is available: this page has no address of its own', { exact: false })).toBeVisible();
  await page.goto(`${site.url}${NAME}`);
  await shared(page);
  expect(await page.getByLabel('Link without answers').inputValue()).toContain(`${site.url}${NAME}#lc1.`);
});
