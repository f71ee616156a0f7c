// Writes what a browser keeps after everything that the page can keep was made once: `node support/store.mjs FILE [DIST]`.
import fs from 'node:fs';
import { chromium } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from './browsers.mjs';
import { CORE, INES, TOMASZ, begin, openCalibration, invite, opened, paste, rate, reason, reveal, seal } from './calibration.mjs';
import { DIST, LADDER, ORDER, answer, button, expect, downloadFrom, start } from './fixtures.mjs';
import { serve } from './server.mjs';

const [file, dist = DIST] = process.argv.slice(2);
const site = await serve(dist);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
const person = () => browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });
const here = await person();
const tab = async (context = here, path = '') => {
  const page = await context.newPage();
  await page.goto(`${site.url}${path}`);
  return page;
};
const home = (page) => page.getByRole('link', { name: 'Ladder calibration' }).click();
const store = (page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage).sort()));
const kept = (page, fits) => expect.poll(async () => fits(Object.entries(await store(page)))).toBe(true);
const has = (word) => (all) => all.some(([key, text]) => key.includes(word) || text.includes(word));

// A self-assessment with both answers off the scale, a mark, details, a piece of evidence, a snapshot, and a saved file.
const page = await tab();
await start(page);
await answer(page, ORDER[0], 3, 'an example here');
await page.getByRole('checkbox', { name: 'The role offered no scope for more' }).check();
await button(page, 'Continue').click();
for (const [i, choice] of [4, 2, 3, 2, 'x', 3, 'n', 1, 3, 2, 3].entries()) {
  await answer(page, ORDER[i + 1], choice, typeof choice === 'number' ? 'an example here' : undefined);
  await button(page, 'Continue').click();
}
await button(page, 'See profile').click();
await page.getByRole('link', { name: 'Settings' }).click();
await page.getByLabel('Target level').selectOption({ index: 2 });
await page.getByLabel('Delete by').fill('2027-11-30');
await page.locator(`#term-${LADDER.terms[0].id}`).fill('our division');
await button(page, 'Back').click();
await page.getByRole('link', { name: 'History' }).first().click();
await page.getByLabel(/^What changed since/).fill('before the move');
await button(page, 'Take a snapshot').click();
await button(page, 'Back').click();
await page.getByRole('link', { name: 'Evidence', exact: true }).first().click();
await button(page, `Write it down: ${LADDER.evidence_prompts[2].text}`).click();
const template = LADDER.evidence_templates.find((t) => t.id === LADDER.evidence_prompts[2].template);
await page.getByLabel(template.fields.find((f) => f.field === 'title').prompt).fill('The shared queue stalls above 40 tenants');
await page.getByLabel('In how many teams?').fill('9');
await button(page, 'Done').click();
await downloadFrom(page, () => button(page, 'Save file').first().click());
await kept(page, has('"filed"'));

// Another one, which two windows changed: one version is a conflict copy. It has a draft, too.
await home(page);
await button(page, 'Start self-assessment').click();
await answer(page, ORDER[0], 1);
await kept(page, (all) => all.some(([, text]) => text.includes('"statement":1}}')));
const second = await tab();
await answer(second, ORDER[0], 4);
await expect(button(page, 'Keep the version here')).toBeVisible();
await answer(page, ORDER[0], 2);
await kept(page, has('/aside/'));
await second.close();

// The manager's mode has its own location.
const manager = await tab(here, 'embed.html#mode=manager');
await button(manager, "Start the manager's assessment").click();
await manager.getByRole('textbox').fill('typed before choosing');
await kept(manager, has('"drafts"'));
await kept(manager, has('/place/manager'));
await manager.close();

// A session on one laptop, talked through and finished, with a committee member's review form.
await home(page);
await openCalibration(page);
await invite(page);
await begin(page, 'Self-rater', 'Ines');
await rate(page, INES, 'an example of hers');
const first = await seal(page, { oneLaptop: true });
await begin(page, 'Manager', 'Tomasz');
await rate(page, TOMASZ, 'an example of his');
await reveal(page, [first, await seal(page, { oneLaptop: true })]);
await opened(page);
await button(page, 'Start with 45 minutes').click();
await page.getByRole('radio', { name: /^Statement 3, between the two/ }).check();
await reason(page, 'Ines', 'new example', 'Lisbon still plans by it');
await reason(page, 'Tomasz', 'read it differently');
await page.getByText('A statement is unclear').click();
await button(page, 'Mark as unclear').click();
await button(page, 'Agree').click();
await button(page, 'Next question').click();
await reason(page, 'Ines', 'own words', 'the text still holds');
await reason(page, 'Tomasz', 'other period');
await button(page, 'Record dissent').click();
await button(page, 'Add an action').click();
await page.getByLabel('What', { exact: true }).fill('Hand over the storage move');
await button(page, 'Finish session').click();
await button(page, 'Yes, finish').click();
await page.getByRole('link', { name: 'Committee' }).first().click();
await button(page, 'Start my review form').click();
await page.getByRole('radio', { name: 'Question' }).first().check();
await kept(page, has('/committee/'));
await button(page, 'Done').click();

// A second look, which two windows changed: one version is a conflict copy.
await home(page);
await openCalibration(page);
await button(page, 'Open the record').first().click();
await page.getByLabel('What is new').fill('the storage move is done');
await button(page, 'Take a second look').click();
await kept(page, has('the storage move is done'));
const other = await tab();
await other.getByRole('button', { name: 'Start with 25 minutes' }).click();
await expect(button(page, 'Keep the version here')).toBeVisible();
await button(page, 'Start with 60 minutes').click();
await kept(page, has('/paper-aside/'));
await other.close();

// A session on two laptops that waits for its reveal.
await home(page);
await openCalibration(page);
const message = await invite(page);
const hers = await tab(await person());
await openCalibration(hers);
await paste(hers, message);
await begin(hers, 'Self-rater', 'Ada');
await rate(hers, Array(12).fill(3), 'what Ada did');
const ada = await seal(hers, { save: true });
await begin(page, 'Manager', 'Ben');
await rate(page, Array(12).fill(2), 'what Ben saw');
const ben = await seal(page);
await paste(page, ada.file);
await kept(page, (all) => all.filter(([key]) => key.includes('/sealed/')).length === 4);
const waiting = { hers: { code: ada.code, number: ada.number }, his: { code: ben.code, number: ben.number } };
await page.waitForTimeout(1000);
fs.writeFileSync(file, `${JSON.stringify({ store: await store(page), waiting }, null, 1)}\n`);
await browser.close();
await site.close();
