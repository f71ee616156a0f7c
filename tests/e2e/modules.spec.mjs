// The lazy part of the page: what is loaded works without it, and its pages wait for it or report that it is missing.
import zlib from 'node:zlib';
import { test as plain } from '@playwright/test';
import { DIST, ORDER, answer, button, expect, start, stored, answerInOrder } from './support/fixtures.mjs';
import { serve } from './support/server.mjs';

const REST = /^\/rest-.*wasm$/;

const GONE = 'A file of this page is not on the server. The page was probably updated after you opened it: load it again.';
const HALF = 'A file of this page arrived incomplete or damaged, twice. Load the page again; if that does not help, tell the administrator of this site.';

const test = plain.extend({
  /** Opens the page; files that `wanted` matches are delivered when `gate.open()` is called. */
  held: async ({ page }, use) => {
    const gate = {};
    gate.shut = new Promise((resolve) => { gate.open = resolve; });
    const sites = [];
    await use(async (wanted) => {
      const site = await serve(DIST, { change: (name, answered) => { if (wanted.test(name)) answered.after = gate.shut; } });
      sites.push(site);
      await page.goto(site.url);
      return gate;
    });
    gate.open();
    for (const site of sites) await site.close();
  },
});

test('a page of the lazy part is shown when it is loaded', async ({ page, held }) => {
  const gate = await held(REST);
  await start(page);
  await answer(page, ORDER[0], 3, 'an example here');
  await page.getByRole('link', { name: 'Read the ladder' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'One moment' })).toBeFocused();
  await expect(page.getByText('This page is loading.')).toBeVisible();
  gate.open();
  await expect(page.getByRole('article')).toHaveCount(24);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await button(page, 'Back').click();
  await expect(page.getByRole('radio', { name: ORDER[0].statements[3], exact: true })).toBeChecked();
});

test('a press while the lazy part is loaded for what is stored counts', async ({ page }) => {
  let shut;
  const site = await serve(DIST, { change: (name, answered) => { if (REST.test(name)) answered.after = shut; } });
  await page.goto(site.url);
  await start(page);
  await answer(page, ORDER[0], 3, 'an example here');
  await expect.poll(async () => (await stored(page)).length).toBe(1);
  let open;
  shut = new Promise((resolve) => { open = resolve; });
  const asked = page.waitForRequest((request) => REST.test(new URL(request.url()).pathname));
  await page.reload();
  await asked;
  await page.getByRole('link', { name: 'Your data' }).click();
  open();
  await expect(page.getByRole('heading', { level: 1, name: 'Your data' })).toBeVisible();
  await site.close();
});

test('the lazy part loads while a question is on screen: focus and text stay, and answers can be undone', async ({ page, held }) => {
  const gate = await held(REST);
  await start(page);
  await answer(page, ORDER[0], 3, 'an example here');
  const text = page.getByRole('textbox');
  await text.focus();
  gate.open();
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.includes('/rest-') && responseEnd > 0));
  await page.waitForTimeout(500);
  await expect(text).toBeFocused();
  await expect(text).toHaveValue('an example here');
  await page.keyboard.type('!');
  await expect(text).toHaveValue('an example here!');
  await button(page, 'Undo').click();
  await expect(text).toHaveValue('');
  await expect(page.getByRole('radio', { name: ORDER[0].statements[3], exact: true })).toBeChecked();
});

test('another window stores while the rest is on its way: it is found, and nothing of it is written over', async ({ page, held }) => {
  const gate = await held(REST);
  await start(page);
  await answer(page, ORDER[0], 3, 'an example here');
  await expect.poll(async () => (await stored(page)).length).toBe(1);
  const theirs = await page.context().newPage();
  await theirs.goto(page.url());
  gate.open();
  await theirs.getByRole('link', { name: 'Ladder calibration' }).click();
  await button(theirs, 'Start self-assessment').click();
  await answer(theirs, ORDER[0], 1, 'from the other window');
  await expect.poll(async () => (await stored(theirs)).length).toBe(2);
  await page.getByRole('link', { name: 'Ladder calibration' }).click();
  await expect(page.getByRole('button', { name: /^Continue/ })).toHaveCount(2);
});

/** A site without the files that `wanted` matches, until `repaired` is set. */
async function broken(wanted, use) {
  const state = {};
  const site = await serve(DIST, { change: (name, answered) => { if (!state.repaired && wanted.test(name)) Object.assign(answered, { status: 404, body: Buffer.from('') }); } });
  try { await use(site, state); } finally { await site.close(); }
}

test('without the lazy part the core can be answered and saved, and the page says what is missing', async ({ page }) => {
  await broken(REST, async (site, state) => {
    await page.goto(site.url);
    await start(page);
    for (const question of ORDER.slice(0, 2)) {
      await answer(page, question, 3, 'an example here');
      await button(page, 'Continue').click();
    }
    await expect(page.getByRole('heading', { level: 1, name: ORDER[2].prompt })).toBeVisible();
    await page.getByRole('link', { name: 'Read the ladder' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'This page could not be loaded' })).toBeFocused();
    await expect(page.getByRole('alert')).toHaveText(`${GONE} Your answers are still here.`);
    await button(page, 'Back').click();
    await expect(page.getByRole('heading', { level: 1, name: ORDER[2].prompt })).toBeVisible();
    await page.getByRole('link', { name: 'Read the ladder' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    state.repaired = true;
    await button(page, 'Try again').click();
    await expect(page.getByRole('article')).toHaveCount(24);
    await button(page, 'Back').click();
    await expect(page.getByRole('heading', { level: 1, name: ORDER[2].prompt })).toBeVisible();
  });
});

test('a failed load of the lazy part loses no answer, also where nothing is stored', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }));
  await broken(REST, async (site, state) => {
    await page.goto(site.url);
    await start(page);
    for (const question of ORDER.slice(0, 12)) {
      await answer(page, question, 3, 'an example here');
      await button(page, 'Continue').click();
    }
    await expect(page.getByRole('heading', { level: 1, name: 'This page could not be loaded' })).toBeFocused();
    await button(page, 'Try again').click();
    await expect(page.getByRole('alert')).toBeVisible();
    await button(page, 'Back').click();
    await expect(page.getByRole('heading', { level: 1, name: ORDER[11].prompt })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveValue('an example here');
    await button(page, 'Continue').click();
    await expect(page.getByRole('alert')).toBeVisible();
    state.repaired = true;
    await button(page, 'Try again').click();
    await button(page, 'See profile').click();
    await expect(page.getByRole('heading', { name: 'How to read self-ratings' })).toBeVisible();
  });
});

// Answers of hosts for a file that is cut, and for one that is gone; every answer may be cached for a year.
const plainly = (answered, body, type) => {
  delete answered.headers['content-encoding'];
  Object.assign(answered, { body }).headers['content-type'] = type ?? answered.headers['content-type'];
};
const half = (answered) => {
  const whole = zlib.brotliDecompressSync(answered.body);
  plainly(answered, whole.subarray(0, whole.length >> 1));
};
const other = (type) => (answered) => plainly(answered, Buffer.from('<!doctype html><title>Ladder</title><div id="app"></div>'), type);

/** A site that does `harm` to the files that `wanted` names, `times` times each at most; `state.asked` counts the requests for each. */
async function harmed(wanted, harm, times, use) {
  const state = { asked: {} };
  const site = await serve(DIST, { change: (name, answered) => {
    if (!/\.html$/.test(name)) answered.headers['cache-control'] = 'public, max-age=31536000, immutable';
    if (!wanted.test(name)) return;
    state.asked[name] = (state.asked[name] ?? 0) + 1;
    if (!state.repaired && state.asked[name] <= times) harm(answered);
  } });
  try { await use(site, state); } finally { await site.close(); }
}

for (const [what, wanted] of [['the entry', /^\/entry-.*wasm$/], ['its script', /^\/app-.*\/glue\.js$/], ['the rest', REST]]) {
  for (const [how, harm] of [['cut', half], ['another file', other()]]) {
    test(`${what}, ${how} on its way once, is asked for again past the cache`, async ({ page }) => {
      await harmed(wanted, harm, 1, async (site, state) => {
        await page.goto(site.url);
        await start(page);
        await page.getByRole('link', { name: 'Read the ladder' }).click();
        await expect(page.getByRole('article')).toHaveCount(24);
        expect(Object.values(state.asked)).toEqual([expect.any(Number)]);
        expect(Object.values(state.asked)[0]).toBeGreaterThan(1);
        await expect(page.getByRole('alert')).toHaveCount(0);
      });
    });
  }
}

for (const [how, harm, sentence] of [['cut', half, HALF], ['a page of the host, with the type of wasm', other(), HALF], ['a page of the host', other('text/html'), GONE]]) {
  test(`a lazy part that is ${how} leaves the question on screen, with the right message`, async ({ page }) => {
    await harmed(REST, harm, Infinity, async (site, state) => {
      await page.goto(site.url);
      await start(page);
      await answer(page, ORDER[0], 3, 'an example here');
      await page.getByRole('link', { name: 'Read the ladder' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'This page could not be loaded' })).toBeFocused();
      await expect(page.getByRole('alert')).toHaveText(`${sentence} Your answers are still here.`);
      await button(page, 'Back').click();
      await expect(page.getByRole('radio', { name: ORDER[0].statements[3], exact: true })).toBeChecked();
      await expect(page.getByRole('textbox')).toHaveValue('an example here');
      await page.getByRole('link', { name: 'Read the ladder' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      // The wrong file is in the cache for a year; the repaired file is loaded all the same.
      state.repaired = true;
      await button(page, 'Load the page again').click();
      await expect(page.getByRole('article')).toHaveCount(24);
      expect((await stored(page))[0].answers[ORDER[0].id].example).toBe('an example here');
    });
  });
}

test('an entry that is cut is reported, and works after another load', async ({ page }) => {
  await harmed(/^\/entry-.*wasm$/, half, Infinity, async (site, state) => {
    await page.goto(site.url);
    await expect(page.getByRole('heading', { level: 1, name: 'This page could not start' })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText(HALF);
    state.repaired = true;
    await button(page, 'Load the page again').click();
    await start(page);
  });
});

test('a file that is dropped while the lazy part is missing is not opened, says so, and the question stays', async ({ page }) => {
  await harmed(REST, half, Infinity, async (site, state) => {
    await page.goto(site.url);
    await start(page);
    await answer(page, ORDER[0], 3, 'an example here');
    const drop = () => page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['{}'], 'a.json', { type: 'application/json' }));
      dispatchEvent(Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: data }));
    });
    await drop();
    await expect(page.getByRole('alert')).toHaveText(`That could not be done. ${HALF} Your answers are still here.`);
    await expect(page.getByRole('radio', { name: ORDER[0].statements[3], exact: true })).toBeChecked();
    state.repaired = true;
    await drop();
    await expect(page.getByText('a.json')).toBeVisible();
  });
});

test('where nothing is saved, the advice to load the page again says so', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }));
  await broken(REST, async (site) => {
    await page.goto(site.url);
    await start(page);
    await answer(page, ORDER[0], 3, 'an example here');
    await page.getByRole('link', { name: 'Read the ladder' }).click();
    await expect(page.getByRole('alert')).toHaveText(`${GONE} Your answers are still here. Not saved. Save a file before you close this page. This browser does not let the page store anything.`);
    await expect(button(page, 'Save file')).toBeVisible();
  });
});
