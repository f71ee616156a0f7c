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

test('without the rest the core is answered and kept, and the page says what is missing', async ({ page }) => {
  let missing = true;
  const site = await serve(DIST, { change: (name, answered) => { if (missing && REST.test(name)) Object.assign(answered, { status: 404, body: Buffer.from('') }); } });
  try {
    await page.goto(site.url);
    await start(page);
    for (const question of ORDER.slice(0, 2)) {
      await answer(page, question, 3, 'an example here');
      await button(page, 'Continue').click();
    }
    await expect(page.getByRole('heading', { level: 1, name: ORDER[2].prompt })).toBeVisible();
    await page.getByRole('link', { name: 'Read the ladder' }).click();
    await expect(page.getByRole('alert')).toContainText('A file of this page could not be loaded');
    await expect(page.getByRole('alert')).toContainText('Your saved answers are still in this browser.');
    missing = false;
    await button(page, 'Load the page again').click();
    await expect(page.getByRole('article')).toHaveCount(24);
  } finally {
    await site.close();
  }
});

test('a last module that fails is said when one of its pages is asked for, and not before', async ({ page }) => {
  const site = await serve(DIST, { change: (name, answered) => { if (LAST.test(name)) Object.assign(answered, { status: 500, body: Buffer.from('') }); } });
  try {
    await page.goto(site.url);
    await start(page);
    await walk(page, Array(12).fill(3));
    await button(page, 'See profile').click();
    await expect(page.getByRole('heading', { name: 'How to read self-ratings' })).toBeVisible();
    await button(page, 'Check your answers').last().click();
    await expect(page.getByText('Every question has an answer', { exact: false }).or(page.getByText('are not answered', { exact: false }))).toBeVisible();
    await page.getByRole('link', { name: 'Your data' }).click();
    await expect(page.getByRole('alert')).toContainText('A file of this page could not be loaded');
  } finally {
    await site.close();
  }
});
