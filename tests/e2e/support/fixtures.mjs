// A page that fails its test on any console message, error, policy violation or request elsewhere; and the questions in words.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { serve } from './server.mjs';

export { expect };
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
// Pages in a locale that is made for tests are in a folder of their own; see pseudo.spec.mjs.
export const LOCALE = process.env.LADDER_LOCALE;
export const DIST = LOCALE ? `${ROOT}target/locales/${LOCALE}` : `${ROOT}dist`;
export const LADDER = JSON.parse(fs.readFileSync(`${ROOT}ladders/staff-plus.en.json`, 'utf8'));
export const QUESTIONS = LADDER.dimensions.flatMap((d) => d.questions);
export const ORDER = [...QUESTIONS.filter((q) => q.core), ...QUESTIONS.filter((q) => !q.core)];
export const RECORDS = 'ladder-calibration/assessment/';

export const REVISION_1 = JSON.parse(fs.readFileSync(`${ROOT}ladders/revision-1/staff-plus.en.json`, 'utf8'));

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A question as anybody reads it: put to the person, or about the person with any name. */
export const asked = (question) => new RegExp(
  [question.prompt, question.prompt_about].filter(Boolean).map((text) => text.split('{name}').map(literal).join('.+')).join('|'));

/** Notes everything that must not happen on a page. */
export async function watch(page, url, problems) {
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && problems.push(`console: ${m.text()}`));
  page.on('pageerror', (e) => problems.push(`error: ${e.message}`));
  page.on('request', (r) => !r.url().startsWith(url) && !/^(data|blob):/.test(r.url()) && problems.push(`request to ${r.url()}`));
  await page.exposeFunction('noteViolation', (text) => problems.push(`policy: ${text}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (e) => window.noteViolation(`${e.violatedDirective} ${e.blockedURI}`));
  });
}

export const test = base.extend({
  site: [async ({}, use) => { const site = await serve(DIST); await use(site); await site.close(); }, { scope: 'worker' }],
  problems: async ({}, use) => { const problems = []; await use(problems); expect(problems).toEqual([]); },
  app: async ({ page, site, problems }, use) => { await watch(page, site.url, problems); await page.goto(site.url); await use(page); },
});

export const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Opens the start page. On the start page without a module the name is no link. */
export async function home(page) {
  const link = page.getByRole('link', { name: 'Ladder calibration' });
  if (await link.count()) await link.click();
}

/** From the start page to the first question. */
export async function start(page) {
  await button(page, 'Start self-assessment').click();
  await expect(page.getByText('Question 1 of 12')).toBeVisible();
}

/** Answers the question on screen: a statement by its number, 'n' no opportunity, 'x' cannot judge, null nothing. */
export async function answer(page, question, choice, example) {
  const group = page.getByRole('group', { name: asked(question) });
  const words = choice === 'n' ? 'No opportunity in this period' : choice === 'x' ? 'I cannot judge this' : question.statements[choice];
  if (choice !== null) await group.getByRole('radio', { name: words, exact: true }).check();
  if (example) await page.getByRole('textbox').fill(example);
}

/** Answers questions from the one on screen on, in their order. */
export async function answerInOrder(page, answers, example = 'an example here') {
  for (const [i, choice] of answers.entries()) {
    const question = ORDER[i];
    await expect(page.getByRole('heading', { level: 1, name: asked(question) })).toBeVisible();
    await answer(page, question, choice, typeof choice === 'number' ? example : undefined);
    await button(page, 'Continue').click();
    if (i === 11 && answers.length > 12) await button(page, 'Continue').click();
  }
}

/** The newest version of each assessment in the browser's store. */
export async function stored(page) {
  const texts = await page.evaluate((prefix) => Object.entries(localStorage).filter(([k]) => k.startsWith(prefix)).map(([, v]) => v), RECORDS);
  const newest = new Map();
  for (const record of texts.map((text) => JSON.parse(text))) {
    if ((newest.get(record.id)?.store.revision ?? -1) < record.store.revision) newest.set(record.id, record);
  }
  return [...newest.values()];
}

/** The file that a press on a button downloads. Not every driver reports downloads, so the page does. */
export async function downloadFrom(page, press) {
  await page.evaluate(() => {
    const create = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    window.downloaded = new Promise((resolve) => {
      let blob;
      URL.createObjectURL = (b) => { blob = b; return create(b); };
      HTMLAnchorElement.prototype.click = function note() {
        Object.assign(URL, { createObjectURL: create });
        HTMLAnchorElement.prototype.click = click;
        blob.text().then((text) => resolve({ name: this.download, text }));
        click.call(this);
      };
    });
  });
  await press();
  return page.evaluate(() => window.downloaded);
}

/** The visible text. */
export async function text(page) {
  return (await page.locator('#app').innerText()).replace(/\s+/g, ' ');
}
