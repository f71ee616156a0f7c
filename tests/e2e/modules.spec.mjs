// The modules of the page come one after the other: what is here works, and what is not here yet is waited for or said.
import { test as plain } from '@playwright/test';
import { DIST, ORDER, answer, button, expect, start, walk } from './support/fixtures.mjs';
import { serve } from './support/server.mjs';

const REST = /^\/(shared|profile|rooms)-.*wasm$/;
const LAST = /^\/rooms-.*wasm$/;

const test = plain.extend({
  /** Opens the page; what `wanted` names comes when `gate.open()` is called. */
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

test('the profile is shown before the last module is here, and a page of that module comes when it is', async ({ page, held }) => {
  const gate = await held(LAST);
  await start(page);
  await walk(page, Array(12).fill(3));
  await button(page, 'See profile').click();
  await expect(page.getByRole('heading', { name: 'How to read self-ratings' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Beside the level' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Read the ladder' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'One moment' })).toBeFocused();
  await expect(page.getByText('This page is being loaded.')).toBeVisible();
  gate.open();
  await expect(page.getByRole('article')).toHaveCount(24);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await button(page, 'Back').click();
  await expect(page.getByRole('heading', { name: 'Beside the level' })).toBeVisible();
});

test('what stands beside the level comes to a profile that is on screen, and moves no focus', async ({ page, held }) => {
  const gate = await held(LAST);
  await start(page);
  await walk(page, Array(12).fill(3));
  await button(page, 'See profile').click();
  const link = page.getByRole('link', { name: 'How it is calculated' });
  await link.focus();
  gate.open();
  await expect(page.getByRole('heading', { name: 'Beside the level' })).toBeVisible();
  await expect(link).toBeFocused();
});

/** A site whose modules that `wanted` names are missing until `mended` is set. */
async function broken(wanted, use) {
  const state = {};
  const site = await serve(DIST, { change: (name, answered) => { if (!state.mended && wanted.test(name)) Object.assign(answered, { status: 404, body: Buffer.from('') }); } });
  try { await use(site, state); } finally { await site.close(); }
}

test('without the rest the core is answered and kept, and the page says what is missing', async ({ page }) => {
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
    await expect(page.getByRole('alert')).toHaveText('The connection failed, or a file is missing on the server. What you have answered is still here.');
    await button(page, 'Back').click();
    await expect(page.getByRole('heading', { level: 1, name: ORDER[2].prompt })).toBeVisible();
    await page.getByRole('link', { name: 'Read the ladder' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    state.mended = true;
    await button(page, 'Try again').click();
    await expect(page.getByRole('article')).toHaveCount(24);
    await button(page, 'Back').click();
    await expect(page.getByRole('heading', { level: 1, name: ORDER[2].prompt })).toBeVisible();
  });
});

test('a last module that does not come takes no answer along, also where nothing is stored', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }));
  await broken(LAST, async (site, state) => {
    await page.goto(site.url);
    await start(page);
    await walk(page, Array(12).fill(3));
    await button(page, 'See profile').click();
    await expect(page.getByRole('heading', { name: 'How to read self-ratings' })).toBeVisible();
    const sentence = await page.getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('link', { name: 'Your data' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'This page could not be loaded' })).toBeFocused();
    await button(page, 'Try again').click();
    await expect(page.getByRole('alert')).toBeVisible();
    await button(page, 'Back').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence);
    state.mended = true;
    await page.getByRole('link', { name: 'Your data' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Your data' })).toBeFocused();
    await button(page, 'Back').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence);
  });
});
