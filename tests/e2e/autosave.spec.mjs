// Autosave: nothing that was entered is lost by a reload, by leaving at once, or without a deliberate deletion.
import { ORDER, RECORDS, answer, button, expect, downloadFrom, start, stored, test, answerInOrder } from './support/fixtures.mjs';

test('an answer is in the store within 300 ms', async ({ app }) => {
  await start(app);
  const waited = await app.evaluate(async (prefix) => {
    document.querySelectorAll('input[type=radio]')[3].click();
    const begin = performance.now();
    while (performance.now() - begin < 2000) {
      const record = Object.entries(localStorage).find(([k, v]) => k.startsWith(prefix) && v.includes('"statement":3'));
      if (record) return performance.now() - begin;
      await new Promise((r) => setTimeout(r, 5));
    }
    return Infinity;
  }, RECORDS);
  expect(waited).toBeLessThanOrEqual(300);
});

test('a choice is in the store as soon as it is on screen', async ({ app }) => {
  await start(app);
  const kept = await app.evaluate(async (prefix) => {
    document.querySelectorAll('input[type=radio]')[3].click();
    await new Promise((done) => { setTimeout(done, 60); });
    return Object.entries(localStorage).some(([k, v]) => k.startsWith(prefix) && v.includes('"statement":3'));
  }, RECORDS);
  expect(kept).toBe(true);
});

test('an answer given just before leaving the page is saved', async ({ app, site }) => {
  await start(app);
  await app.evaluate(() => document.querySelectorAll('input[type=radio]')[2].click());
  await app.goto('about:blank');
  await app.goto(site.url);
  const [record] = await stored(app);
  expect(record.answers[ORDER[0].id]).toEqual({ statement: 2 });
});

test('a reload restores the location, with a draft that has no choice yet', async ({ app }) => {
  await start(app);
  await answerInOrder(app, [3, 1]);
  await app.getByRole('textbox').fill('typed before choosing');
  await expect.poll(async () => (await stored(app))[0]?.drafts).toEqual({ [ORDER[2].id]: { example: 'typed before choosing' } });
  await app.reload();
  await expect(app.getByRole('heading', { level: 1, name: ORDER[2].prompt })).toBeVisible();
  await expect(app.getByRole('textbox')).toHaveValue('typed before choosing');
  await button(app, 'Back').click();
  await expect(app.getByRole('radio', { name: ORDER[1].statements[1], exact: true })).toBeChecked();
});

test('the stored assessment names its ladder with the digest and has a checksum', async ({ app }) => {
  await start(app);
  await answerInOrder(app, [3, 3]);
  await expect.poll(async () => (await stored(app))[0]?.ladder?.digest ?? '').toMatch(/^sha256:[0-9a-f]{64}$/);
  expect((await stored(app))[0].checksum).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test('a profile is still there after a reload', async ({ app }) => {
  await start(app);
  await answerInOrder(app, Array(12).fill(2));
  await button(app, 'See profile').click();
  const sentence = await app.getByRole('heading', { level: 1 }).innerText();
  await app.waitForTimeout(300);
  await app.reload();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText(sentence);
});

test('Save file downloads the assessment without a name in the file name', async ({ app }) => {
  await start(app);
  await answer(app, ORDER[0], 3, 'one example line');
  const file = await downloadFrom(app, () => button(app, 'Save file').click());
  expect(file.name).toMatch(/^ladder-self-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(file.text).answers[ORDER[0].id]).toEqual({ statement: 3, example: 'one example line' });
});

test('everything is deleted in two steps, and only then', async ({ app }) => {
  await start(app);
  await answerInOrder(app, [3, 3]);
  await button(app, 'Delete everything').click();
  await button(app, 'Keep everything').click();
  expect((await stored(app)).length).toBe(1);
  await button(app, 'Delete everything').click();
  await button(app, 'Yes, delete everything').click();
  await expect(button(app, 'Start self-assessment')).toBeVisible();
  await app.waitForTimeout(400);
  expect(await app.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await app.reload();
  await expect(button(app, 'Start self-assessment')).toBeVisible();
});

test('a week after the last file the page says that one is due, until one is saved', async ({ app }) => {
  await app.clock.setFixedTime(new Date('2026-11-01T10:00:00Z'));
  await start(app);
  await answer(app, ORDER[0], 3);
  await expect(app.locator('.save')).toHaveText(/^Saved at \d\d:\d\d in this browser\.$/);
  await app.clock.setFixedTime(new Date('2026-11-09T10:00:00Z'));
  await answer(app, ORDER[0], 2);
  await button(app, 'Continue').click();
  await expect(app.getByText('No file has been saved yet. Save one now.', { exact: false })).toBeVisible();
  await downloadFrom(app, () => button(app, 'Save file').click());
  await expect(app.getByText('No file has been saved yet', { exact: false })).toHaveCount(0);
  await app.clock.setFixedTime(new Date('2026-11-20T10:00:00Z'));
  await answer(app, ORDER[1], 2);
  await expect(app.getByText('The last file was saved on 9 November 2026. Save a new one.', { exact: false })).toBeVisible();
});

test('where Safari deletes after a week, the save line says so', async ({ page, site }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' }));
  await page.goto(site.url);
  await start(page);
  await answer(page, ORDER[0], 3);
  await expect(page.locator('.save')).toContainText('Safari deletes this data after seven days without a visit. Save a file.');
});

test('an assessment is named from its deletion date until it is deleted', async ({ app }) => {
  await start(app);
  await answerInOrder(app, Array(12).fill(2));
  await button(app, 'See profile').click();
  await app.getByRole('link', { name: 'Settings' }).click();
  await app.getByLabel('Delete by').fill('2026-01-31');
  await expect(app.getByText(/Deletion date passed \(31 January 2026\): /)).toBeVisible();
  await expect.poll(async () => (await stored(app))[0].delete_by).toBe('2026-01-31');
});

test('the browser is asked once to keep what is stored, after the first save', async ({ page, site }) => {
  await page.addInitScript(() => {
    window.asked = 0;
    StorageManager.prototype.persist = async () => { window.asked += 1; return true; };
  });
  await page.goto(site.url);
  await start(page);
  await answerInOrder(page, [3, 2, 3]);
  await expect.poll(() => page.evaluate(() => window.asked)).toBe(1);
});
