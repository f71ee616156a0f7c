// Under a browser's translator every text and every number is that of the page without one, after each step.
import { LADDER, ORDER, QUESTIONS, ROOT, expect, test, watch } from './support/fixtures.mjs';
import { press, said, translator } from './support/translator.mjs';
import fs from 'node:fs';

const NOW = new Date('2026-11-25T10:00:00Z');
const file = (id, choice, more = {}) => ({
  format: 'ladder-calibration/assessment', version: 1, id, ladder: { id: LADDER.id, revision: LADDER.revision },
  answers: Object.fromEntries(QUESTIONS.map((q, i) => [q.id, { statement: (choice + (i % 5 === 0 ? 1 : 0)) % 5, example: 'an example here' }])),
  created: '2026-11-20T09:00:00Z', updated: '2026-11-20T10:00:00Z', ...more,
});

/** A session that goes on, from the record of a finished one. */
function session() {
  const { checksum, finished, ...record } = JSON.parse(fs.readFileSync(`${ROOT}tests/data/golden/session-1.json`, 'utf8'));
  return { ...record, questions: {}, unclear: [], actions: [] };
}

/** The same page twice, one of them translated by a translator of each kind; `both` does a step on them and compares. */
async function pages(browser, site, problems, heedless) {
  const open = async () => {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await watch(page, site.url, problems);
    await page.addInitScript(translator);
    await page.clock.setFixedTime(NOW);
    await page.goto(site.url);
    return page;
  };
  const [plain, translated] = [await open(), await open()];
  let translating = false;
  const compare = async (step) => {
    await expect(async () => expect(await said(translated), step).toBe(await said(plain))).toPass({ timeout: 8000 });
  };
  const both = async (step, act) => {
    await act(plain);
    await act(translated);
    if (!translating) {
      await translated.evaluate((h) => window.translatePage(h), heedless);
      translating = true;
    }
    await compare(step);
  };
  return { both, translated };
}

const choose = (id, k) => (page) => page.locator(`input[name="${id}"]`).nth(k).evaluate((e) => e.click());
const pressed = (words, nth) => (page) => press(page, words, nth);
const open = (value) => async (page) => {
  // On the start page, which is shown before any module is loaded, the name is no link.
  if (await page.locator('header a').first().textContent() !== 'Read the ladder') await press(page, 'Ladder calibration');
  const chooser = page.waitForEvent('filechooser');
  // Firefox opens its picker for a real click alone.
  await page.locator('[data-open]').first().click();
  await (await chooser).setFiles([{ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) }]);
};
const fill = (selector, text) => (page) => page.locator(selector).first().fill(text);

for (const heedless of [false, true]) {
  test.describe(heedless ? 'by one that heeds no mark' : 'by one that leaves results alone', () => {
    test('the questions, the first profile, the profile, checking and undoing', async ({ browser, site, problems }) => {
      const { both } = await pages(browser, site, problems, heedless);
      await both('start', pressed('Start self-assessment'));
      for (const [i, q] of ORDER.slice(0, 12).entries()) {
        await both(`choose ${q.id}`, choose(q.id, 2 + (i % 2)));
        await both(`another ${q.id}`, choose(q.id, 3));
        await both(`example ${q.id}`, (page) => page.locator('textarea').first().fill('an example here'));
        await both('no room', (page) => page.locator('.noroom input').evaluate((e) => e.click()));
        if (i === 3) { await both('clear', pressed('Clear this answer')); await both('undo', pressed('Undo')); await both('redo', pressed('Redo')); await both('again', pressed('Undo')); }
        await both('continue', pressed('Continue'));
      }
      await both('see profile', pressed('See profile'));
      await both('check', pressed('Check your answers'));
      await both('change', pressed(`Change: ${ORDER[0].title}`));
      await both('other answer', choose(ORDER[0].id, 1));
      await both('back', pressed('Check your answers'));
      for (let i = 0; i < 4; i += 1) await both(`undo ${i}`, pressed('Undo'));
      await both('redo', pressed('Redo'));
      await both('profile', pressed('See profile'));
      await both('data', pressed('Your data'));
      await both('back', pressed('Back'));
      await both('how', pressed('How it is calculated'));
      await both('ladder', pressed('Read the ladder'));
      for (const sought of ['risk', 'risk of', 'nothing at all', '']) await both(`search ${sought}`, fill('#search', sought));
    });

    test('all questions on one page, with the profile so far', async ({ browser, site, problems }) => {
      const { both, translated } = await pages(browser, site, problems, heedless);
      await both('all', pressed('All questions on one page'));
      for (const [i, q] of ORDER.slice(0, 14).entries()) await both(`choose ${q.id}`, choose(q.id, i < 12 ? 3 : 1));
      await expect(translated.locator('#so-far h2')).toContainText('%');
      await both('another', choose(ORDER[2].id, 0));
      await both('undo', pressed('Undo'));
      await both('clear', pressed('Clear this answer', 0));
    });

    test('what if, and the growth pages', async ({ browser, site, problems }) => {
      const { both } = await pages(browser, site, problems, heedless);
      await both('open', open(file('a1', 2, { subject: { title: 'staff', target: 'principal' } })));
      await both('what if', pressed('What if'));
      await both('raise', pressed('Raise the dimension that holds it back'));
      await both('start again', pressed('Reset to the saved answers'));
      for (const q of ORDER.slice(0, 3)) await both(`try ${q.id}`, choose(q.id, 4));
      await both('less', choose(ORDER[1].id, 0));
      await both('evidence', pressed('Evidence'));
      for (const n of [0, 1]) {
        await both('add', pressed('Add', n));
        await both('title', fill('.records input[type=text]', `Piece ${n}`));
        await both('from', (page) => page.locator('input[type=month]').first().fill('2026-03'));
        await both('done', pressed('Done'));
      }
      await both('domain', pressed('Add a domain'));
      await both('named', fill('#domain-0', 'Payments'));
      await both('deep', (page) => page.locator('#depth-0').selectOption({ index: 3 }));
      await both('deeper', (page) => page.locator('#depth-0').selectOption({ index: 4 }));
      await both('delete', pressed('Delete', 0));
      await both('yes', pressed('Yes, delete it', 0));
      await both('role', pressed('Role'));
      for (const n of [0, 1, 2, 3]) {
        await both(`select ${n}`, (page) => page.locator('select').nth(n).selectOption({ index: 1 }));
        await both(`select ${n} again`, (page) => page.locator('select').nth(n).selectOption({ index: 2 }));
      }
      await both('share', (page) => page.locator('input[type=number]').first().fill('40'));
      await both('share more', (page) => page.locator('input[type=number]').nth(1).fill('80'));
      await both('readiness', pressed('Is the organization ready?'));
      for (const n of [0, 5, 10, 14]) await both(`answer ${n}`, (page) => page.locator('.in-a-row input').nth(n).evaluate((e) => e.click()));
      await both('profile', pressed('Back'));
      await both('plan', pressed('Plan'));
      await both('bet', pressed('Add a bet'));
      await both('opportunity', fill('textarea', 'Ledger of refunds'));
      await both('done', pressed('Done'));
      await both('decision', pressed('Add a decision'));
      await both('done', pressed('Done'));
      await both('packet', pressed('Packet draft'));
      await both('sensitive', (page) => page.locator('.growth input[type=checkbox]').first().evaluate((e) => e.click()));
      await both('next step', pressed('Next steps'));
      await both('lens', pressed('Archetypes and other ladders'));
    });

    test('lists, history and sharing', async ({ browser, site, problems }) => {
      const { both } = await pages(browser, site, problems, heedless);
      await both('open', open(file('a1', 2)));
      await both('history', pressed('History', 0));
      await both('snapshot', pressed('Take a snapshot'));
      await both('another', pressed('Take a snapshot'));
      await both('back', pressed('Back'));
      await both('share', pressed('Share and export'));
      await both('with the answers', (page) => page.locator('[aria-describedby=link-ratings]').evaluate((e) => e.click()));
      await both('back', pressed('Back'));
      await both('details', pressed('Settings'));
      await both('a month', fill('#from', '2026-12'));
      await both('another month', fill('#from', '2026-02'));
      await both('to be deleted', fill('#delete-by', '2026-11-01'));
      await both('other day', fill('#delete-by', '2026-10-01'));
      await both('another file', open(file('b2', 3)));
      await both('the same again', open(file('b2', 1)));
      await both('keep both', pressed('Keep both'));
      await both('home', pressed('Ladder calibration'));
      await both('delete', (page) => page.locator('.saved .dialog .button:not(.quiet)').first().evaluate((e) => e.click()));
      await both('data', pressed('Your data'));
    });

    test('a session: agreeing, dissent, the agenda and the record', async ({ browser, site, problems }) => {
      const { both } = await pages(browser, site, problems, heedless);
      await both('open', open(session()));
      await both('length', pressed('Start with 45 minutes'));
      for (let i = 0; i < 3; i += 1) {
        await both(`propose ${i}`, (page) => page.locator('.verdict input[type=radio]').nth(1).evaluate((e) => e.click()));
        await both(`propose other ${i}`, (page) => page.locator('.verdict input[type=radio]').nth(0).evaluate((e) => e.click()));
        for (const n of [0, 1]) await both(`reason ${i} ${n}`, (page) => page.locator(`#reason-${n}-ground`).selectOption({ index: 1 }));
        await both(`settle ${i}`, pressed(i === 1 ? 'Record dissent' : 'Agree'));
        await both(`reopen ${i}`, pressed('Reopen'));
        await both(`undo ${i}`, pressed('Undo'));
        await both(`next ${i}`, pressed('Next question'));
      }
      await both('hide', pressed('Hide answers'));
      await both('show', pressed('Show answers', 0));
      await both('action', pressed('Add an action'));
      await both('remove', pressed('Remove action 1'));
      await both('record', pressed('The record so far'));
      await both('back', pressed('Back'));
    });
  });
}
