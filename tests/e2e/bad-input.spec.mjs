// Each kind of bad input gets one clear sentence, and what was stored stays as it was, byte for byte.
import { test as plain } from '@playwright/test';
import { serve, POLICY } from './support/server.mjs';
import { DIST, ORDER, RECORDS, answer, button, expect, downloadFrom, start, stored, test } from './support/fixtures.mjs';

const KEY = `${RECORDS}broken`;

/** Stores a valid assessment, breaks it with `change`, and compares the store after the page has read it. */
function broken(name, change, sentence) {
  test(`a stored record that is ${name} is shown and left alone`, async ({ app }) => {
    await start(app);
    await answer(app, ORDER[0], 3, 'an example here');
    await expect.poll(async () => (await stored(app))[0]?.answers[ORDER[0].id]?.example).toBe('an example here');
    const bytes = await app.evaluate(() => Object.entries(localStorage).find(([k]) => k.includes('/assessment/'))[1]).then(change);
    await app.evaluate(([key, text]) => { localStorage.clear(); localStorage.setItem(key, text); }, [KEY, bytes]);
    await app.reload();
    await expect(app.getByRole('heading', { name: 'A record that could not be opened' })).toBeVisible();
    await expect(app.getByText(/^This record could not be opened:/)).toHaveText(sentence);
    await start(app);
    await answer(app, ORDER[0], 1);
    await expect.poll(async () => app.evaluate(() => Object.values(localStorage).filter((v) => v.includes('"statement":1')).length)).toBeGreaterThan(0);
    await app.reload();
    expect(await app.evaluate((key) => localStorage.getItem(key), KEY)).toBe(bytes);
    await app.getByRole('link', { name: 'Ladder calibration' }).click();
    expect((await downloadFrom(app, () => button(app, 'Download this record').click())).text).toBe(bytes);
  });
}

const anything = (text) => text.replace('"statement":3', '"statement":2');
broken('truncated', (text) => text.slice(0, text.length >> 1), /line 1, column \d+: this is not valid JSON/);
broken('of another type', () => '[1, 2, 3]', /not an assessment file/);
broken('of another format', (text) => text.replace('/assessment"', '/ladder"'), /"ladder-calibration\/ladder", not an assessment file/);
broken('from a newer version', (text) => text.replace('"version":1', '"version":2'), /version 2; this page reads version 1/);
broken('changed in a byte', anything, /checksum: does not match the rest of the file/);

test('an invalid location leads to the start page', async ({ app }) => {
  await app.evaluate(() => localStorage.setItem('ladder-calibration/place', '\u0000 nonsense/🙂'));
  await app.reload();
  await expect(button(app, 'Start self-assessment')).toBeVisible();
});

for (const [name, property] of [['forbidden', 'getter'], ['full', 'quota']]) {
  test(`storage that is ${name} is reported, and the questions go on`, async ({ page, site }) => {
    await page.addInitScript((kind) => {
      if (kind === 'getter') Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
      else Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    }, property);
    await page.goto(site.url);
    await start(page);
    await answer(page, ORDER[0], 3);
    const words = `Not saved. Save a file before you close this page. ${name === 'full' ? 'This browser\'s storage is full.' : 'This browser does not let the page store anything.'}`;
    await expect(page.locator('.save')).toHaveText(words);
    await expect(page.getByRole('status')).toHaveText(words);
    await button(page, 'Continue').click();
    await button(page, 'Back').click();
    await expect(page.getByRole('radio', { name: ORDER[0].statements[3], exact: true })).toBeChecked();
  });
}

test('a panic offers the stored record for download and changes nothing', async ({ app }) => {
  await start(app);
  await answer(app, ORDER[0], 3);
  await expect.poll(async () => (await stored(app)).length).toBe(1);
  const before = await app.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
  await app.evaluate(() => dispatchEvent(new Event('ladder-panic')));
  await expect(app.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
  await expect(app.getByRole('alert')).toContainText('Your answers are below, as last saved. Nothing was deleted.');
  const saved = JSON.parse((await downloadFrom(app, () => button(app, 'Download the stored data').click())).text);
  expect(JSON.stringify(Object.entries(saved).sort())).toBe(before);
  expect(await app.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()))).toBe(before);
});

test('a text is stopped at the length that is read again, and the page says so before', async ({ app }) => {
  const line = 'We met the team, wrote down what failed, and agreed who repairs what until when. ';
  const long = line.repeat(400).slice(0, 25000);
  await start(app);
  await answer(app, ORDER[0], 3);
  const field = app.getByRole('textbox');
  await field.fill(long.slice(0, 19000));
  await expect(app.getByText('of 20,000 characters')).toHaveCount(0);
  await field.fill(long.slice(0, 19900));
  await expect(app.getByText('19,900 of 20,000 characters.')).toBeVisible();
  await field.fill(long.slice(0, 19990));
  await field.press('End');
  await app.keyboard.type(long.slice(19990, 20020));
  await expect(field).toHaveValue(long.slice(0, 20000));
  await expect(app.getByText('20,000 of 20,000 characters. The field is full')).toBeVisible();
  await expect.poll(async () => (await stored(app))[0]?.answers[ORDER[0].id]?.example?.length).toBe(20000);
  await app.reload();
  await expect(app.getByRole('textbox')).toHaveValue(long.slice(0, 20000));
});

test('a text that gets past the field is not taken: what was there stays, and the page says so', async ({ app }) => {
  await start(app);
  await answer(app, ORDER[0], 3, 'an example here');
  await app.getByRole('textbox').evaluate((field) => {
    field.value = 'x'.repeat(25000);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(app.locator('.save')).toContainText('This change was not made:');
  await expect(app.getByRole('textbox')).toHaveValue('an example here');
  await expect.poll(async () => (await stored(app))[0]?.answers[ORDER[0].id]?.example).toBe('an example here');
});

test('the recovery screen offers files that open again, however much is stored', async ({ app }) => {
  const record = (id) => JSON.stringify({ format: 'ladder-calibration/assessment', version: 1, id, ladder: { id: 'staff-plus' }, answers: {}, kept: '"'.repeat(400_000) });
  await app.evaluate(([prefix, one, two]) => {
    for (const [id, text] of [['one', one], ['one/b', one], ['two', two]]) localStorage.setItem(prefix + id, text);
    for (let i = 0; i < 2100; i += 1) localStorage.setItem(`${prefix}many${i}`, '{}');
  }, [RECORDS, record('one'), record('two')]);
  await app.evaluate(() => dispatchEvent(new Event('ladder-panic')));
  const buttons = app.getByRole('button', { name: /^Download the stored data, part \d of \d$/ });
  await expect(buttons).toHaveCount(await app.getByRole('button', { name: /^Download the stored data/ }).count());
  const keys = [];
  for (let at = 0; at < await buttons.count(); at += 1) {
    const { text } = await downloadFrom(app, () => buttons.nth(at).click());
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4 * 1024 * 1024);
    const names = Object.keys(JSON.parse(text));
    expect(names.length).toBeLessThanOrEqual(2000);
    if (names.includes(`${RECORDS}one`)) expect(names).toContain(`${RECORDS}one/b`);
    keys.push(...names);
  }
  expect(keys.sort()).toEqual(await app.evaluate(() => Object.keys(localStorage).sort()));
});

/** A site that serves something else, with the sentence of the page. */
function failing(name, options, sentence, prepare) {
  plain(`${name} gets one sentence`, async ({ page }) => {
    const site = await serve(DIST, options);
    try {
      await prepare?.(page);
      await page.goto(site.url);
      await expect(page.getByRole('alert')).toContainText(sentence);
    } finally {
      await site.close();
    }
  });
}

const wasm = (change) => ({ change: (file, answer) => file.endsWith('.wasm') && change(answer) });
failing('wasm blocked by the policy', { policy: POLICY.replace(" 'wasm-unsafe-eval'", '') }, "content security policy blocks WebAssembly. Its administrator has to add 'wasm-unsafe-eval' to script-src.");
failing('a browser without WebAssembly', {}, 'This page needs WebAssembly, which is off in this browser.', (page) => page.addInitScript(() => { delete window.WebAssembly; }));
failing('a missing WebAssembly feature', {}, 'This browser lacks a WebAssembly feature', (page) => page.addInitScript(() => {
  for (const name of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) WebAssembly[name] = () => Promise.reject(new WebAssembly.CompileError('unexpected section'));
}));
failing('a module that is not there', wasm((a) => { a.status = 404; delete a.headers['content-encoding']; a.body = Buffer.from('no'); }), 'A file of this page is not on the server. The page was probably updated after you opened it: load it again.');

plain('wasm served with another type starts all the same', async ({ page }) => {
  const site = await serve(DIST, wasm((a) => { a.headers['content-type'] = 'text/plain'; }));
  try {
    await page.goto(site.url);
    await start(page);
  } finally {
    await site.close();
  }
});

plain.describe('without JavaScript', () => {
  plain.use({ javaScriptEnabled: false });
  plain('the page says what it needs', async ({ page, browserName }) => {
    plain.skip(browserName === 'firefox', 'WebDriver BiDi stops scripts in Firefox without turning <noscript> on');
    const site = await serve(DIST);
    try {
      await page.goto(site.url);
      expect(await page.locator('main').innerText()).toContain('needs JavaScript and WebAssembly');
    } finally {
      await site.close();
    }
  });
});
