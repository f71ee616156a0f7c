// Stores as two versions left them, opened by this page: tests/data/store/README.md says what is in them.
import fs from 'node:fs';
import { REVISION_1, ROOT, button, expect, stored, test, text } from './support/fixtures.mjs';
import { openCalibration, opened, reveal } from './support/calibration.mjs';

const left = (name) => JSON.parse(fs.readFileSync(`${ROOT}tests/data/store/${name}.json`, 'utf8'));
const file = (store, kind) => Object.entries(store).filter(([key]) => key.startsWith(`ladder-calibration/${kind}/`)).map(([, value]) => JSON.parse(value).file);

/** The page with a store, at the reader's location. */
async function over(app, store) {
  await app.evaluate((all) => { for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value); }, store);
  await app.reload();
  await expect(app.getByRole('heading', { level: 1, name: 'Calibration sessions' })).toBeVisible();
}

const home = (app) => app.getByRole('link', { name: 'Ladder calibration' }).click();
const resume = (app, name) => app.getByRole('button', { name }).first().click();

for (const [name, records, finished, going] of [['c3b6c5d', 3, 1, 0], ['082129e', 4, 1, 1]]) {
  test(`assessments, a snapshot and the conflict that ${name} left`, async ({ app }) => {
    const { store } = left(name);
    await over(app, store);
    await home(app);
    await expect(app.getByRole('button', { name: /^Continue .*assessment/ })).toHaveCount(records);
    await expect(app.getByText('This record could not be opened')).toHaveCount(0);

    await resume(app, /^Continue Self-assessment.* 12 of 24/);
    await app.getByRole('link', { name: 'Profile', exact: true }).or(button(app, 'See profile')).first().click();
    await app.getByRole('link', { name: 'Evidence', exact: true }).first().click();
    await expect(app.getByText('The shared queue stalls above 40 tenants').first()).toBeVisible();
    await button(app, 'Back').click();
    await app.getByRole('link', { name: 'History' }).first().click();
    await expect(app.getByText('before the move').first()).toBeVisible();

    await home(app);
    await resume(app, /^Continue Self-assessment.* 1 of 24/);
    const notice = app.getByRole('alert', { name: 'This assessment was also changed in another window' });
    await expect(notice).toContainText('Both are kept until you choose');
    await notice.getByText('View the differences').click();
    const { statements } = REVISION_1.dimensions[0].questions.find((q) => q.id === 'outcome-boundary');
    await expect(notice).toContainText(`Here: ${statements[4]}`);
    await expect(notice).toContainText(`There: ${statements[2]}`);
    await button(app, 'Use the other version').click();
    await expect.poll(async () => (await stored(app)).some((r) => r.rater.role === 'self' && Object.keys(r.answers).length === 1 && r.answers['outcome-boundary'].statement === 2)).toBe(true);
    const asides = () => app.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('ladder-calibration/aside/')).length);
    await expect.poll(asides).toBe(0);
    await expect.poll(async () => (await stored(app)).length).toBe(records + 1);
  });

  test(`what ${name} left of calibrations, and the reveal of the session that waits`, async ({ app }) => {
    test.setTimeout(120_000);
    const { store, waiting } = left(name);
    await over(app, store);
    await expect(app.getByRole('region', { name: /^Session of/ })).toHaveCount(1);
    await expect(app.getByText(/^Received as seal 1/)).toBeVisible();
    await expect(app.getByText(/^Sealed as seal 1,/)).toBeVisible();
    await expect(button(app, 'Open the record')).toHaveCount(finished);
    await expect(button(app, 'Continue the session')).toHaveCount(going);

    await button(app, 'Open the record').click();
    await expect(app.getByRole('heading', { level: 1, name: 'Calibration of Ines' })).toBeVisible();
    const [sheet] = file(store, 'committee');
    await expect(app.locator('#closing-code')).toHaveText(sheet.code);
    expect(await text(app)).toContain('Lisbon still plans by it');

    if (going) {
      await home(app);
      await openCalibration(app);
      await button(app, 'Continue the session').click();
      const notice = app.getByRole('alert', { name: /^There is another version of this/ });
      await expect(notice).toContainText('Both are kept until you choose');
      await button(app, 'Use the other version').click();
      await expect.poll(() => app.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('/paper-aside/')).length)).toBe(0);
    }

    await home(app);
    await openCalibration(app);
    await reveal(app, [waiting.hers, waiting.his]);
    await opened(app);
    await button(app, 'Start with 25 minutes').click();
    expect(await text(app)).toContain('what Ada did');
    expect(await text(app)).toContain('what Ben saw');
  });
}

test("the manager's mode goes on where it was, and the page itself elsewhere", async ({ app, site }) => {
  await over(app, left('082129e').store);
  await app.goto(`${site.url}embed.html#mode=manager`);
  await expect(app.getByText('Question 1 of 12')).toBeVisible();
  await expect(app.getByRole('textbox')).toHaveValue('typed before choosing');
});

for (const [name, records] of [['c3b6c5d', 4], ['082129e', 5]]) {
  test(`what the recovery screen offers of the store of ${name} opens with everything in it`, async ({ app }) => {
    const [chooser] = await Promise.all([app.waitForEvent('filechooser'), button(app, 'Open file').click()]);
    await chooser.setFiles({ name: `${name}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(left(name).store)) });
    await expect(app.getByText(`${name}.json`).first()).toBeVisible();
    await expect.poll(async () => (await stored(app)).length).toBe(records);
    const count = (kind) => app.evaluate((word) => new Set(Object.keys(localStorage).filter((key) => key.includes(`/${word}/`)).map((key) => key.replace(/\/b$/, ''))).size, kind);
    for (const [kind, there] of [['invitation', 2], ['sealed', 4], ['committee', 1], ['session', records - 3]]) await expect.poll(() => count(kind), kind).toBe(there);
  });
}
