// A day is the same in every time zone, today is the reader's local day, and months have several spellings.
import { LADDER, QUESTIONS, button, expect, downloadFrom, home, start, stored, test, answerInOrder } from './support/fixtures.mjs';

const file = (more) => ({
  format: 'ladder-calibration/assessment', version: 1, id: 'a1', ladder: { id: LADDER.id, revision: LADDER.revision },
  answers: Object.fromEntries(QUESTIONS.map((q) => [q.id, { statement: 2, example: 'an example here' }])),
  created: '2026-11-01T09:00:00Z', updated: '2026-11-20T10:00:00Z', ...more,
});

async function open(app, value) {
  await home(app);
  const [chooser] = await Promise.all([app.waitForEvent('filechooser'), button(app, 'Open file').click()]);
  await chooser.setFiles([{ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) }]);
  await expect(app.getByRole('heading', { level: 1 })).not.toHaveText('Open file');
}

const details = (app) => app.getByRole('link', { name: 'Settings' }).click();

/** As in browsers without a field for months. */
const withoutPicker = (page) => page.addInitScript(() => {
  const set = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function as(name, value) { set.call(this, name, name === 'type' && value === 'month' ? 'text' : value); };
});

for (const [zone, moment, today, month] of [
  ['America/New_York', '2026-12-02T02:00:00Z', '2026-12-01', '2026-12'],
  ['America/Los_Angeles', '2026-12-01T01:30:00Z', '2026-11-30', '2026-11'],
  ['Pacific/Auckland', '2026-11-30T19:00:00Z', '2026-12-01', '2026-12'],
]) {
  test.describe(zone, () => {
    test.use({ timezoneId: zone });

    test('a day to delete by is that day, and due from that day on', async ({ page, site }) => {
      await page.clock.setFixedTime(new Date(moment));
      await page.goto(site.url);
      await open(page, file({ delete_by: '2026-12-01' }));
      await page.getByRole('contentinfo').getByRole('link', { name: 'Your data' }).click();
      const due = today >= '2026-12-01';
      await expect(page.getByRole('region', { name: 'What is stored' })).toContainText(due ? 'It was due for deletion on 1 December 2026.' : 'To be deleted by 1 December 2026.');
      await expect(page.getByText('Deletion date passed (1 December 2026): Self-assessment.')).toHaveCount(due ? 1 : 0);
    });

    test('names of files, bets, decisions and the period have the day that it is here', async ({ page, site }) => {
      await page.clock.setFixedTime(new Date(moment));
      await page.goto(site.url);
      await start(page);
      await answerInOrder(page, Array(12).fill(2));
      await button(page, 'See profile').click();
      const saved = await downloadFrom(page, () => button(page, 'Save file').click());
      expect(saved.name).toBe(`ladder-self-${today}.json`);
      expect(JSON.parse(saved.text).period.to).toBe(month);
      await page.getByRole('link', { name: 'Plan', exact: true }).click();
      await button(page, 'Add a bet').click();
      await button(page, 'Done').click();
      await button(page, 'Add a decision').click();
      await expect.poll(async () => (await stored(page))[0].journal?.[0]?.made).toBe(today);
      expect((await stored(page))[0].plan[0].begun).toBe(today);
      await page.getByRole('contentinfo').getByRole('link', { name: 'Your data' }).click();
      expect((await downloadFrom(page, () => button(page, 'Download all').click())).name).toBe(`ladder-all-${today}.json`);
    });
  });
}

test.describe('on the last evening of a year', () => {
  test.use({ timezoneId: 'America/Los_Angeles' });

  test('the period ends with the old year, here and in an invitation', async ({ page, site }) => {
    await page.clock.setFixedTime(new Date('2027-01-01T01:30:00Z'));
    await page.goto(site.url);
    await start(page);
    await expect(page.getByText('The period is January 2026 to December 2026.', { exact: false })).toBeVisible();
    await page.getByRole('link', { name: 'Ladder calibration' }).click();
    await button(page, 'Start calibration').click();
    await expect(page.getByLabel('Last month')).toHaveValue('2026-12');
  });
});

test('a leap day to delete by is that day', async ({ app }) => {
  await open(app, file({ delete_by: '2028-02-29' }));
  await app.getByRole('link', { name: 'Your data' }).click();
  await expect(app.getByText('To be deleted by 29 February 2028.')).toBeVisible();
});

test('a month may be typed as people write it, and only a month is stored', async ({ page, site }) => {
  await withoutPicker(page);
  await page.goto(site.url);
  await open(page, file({ period: { from: '2025-12', to: '2026-11' } }));
  await details(page);
  const first = page.getByLabel('First month');
  const kept = async () => (await stored(page))[0]?.period.from;
  for (const [typed, month] of [['11/2026', '2026-11'], ['September 2026', '2026-09'], ['2026-10-30', '2026-10'], ['2026-9', '2026-09']]) {
    await first.fill('');
    await first.pressSequentially(typed);
    await first.blur();
    await expect(first).toHaveValue(month);
    await expect.poll(kept).toBe(month);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  for (const odd of ['2026-110', 'Novembe6', 'last autumn', '3/4/2026']) {
    await first.fill('');
    await first.pressSequentially(odd);
    await first.blur();
    await expect(first).toHaveValue(odd);
    const before = odd === '2026-110' ? ['2026-11', 'November 2026'] : [await kept(), ''];
    await expect(page.getByRole('alert')).toContainText(`\u201c${odd}\u201d is not a month. Write it like 2026-11 or November 2026; until then ${before[1]}`);
    await expect.poll(kept).toBe(before[0]);
  }
  await first.fill('');
  await first.pressSequentially('Aug 2026');
  await first.blur();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect.poll(kept).toBe('2026-08');
  await first.fill('');
  await first.blur();
  await expect.poll(async () => (await stored(page))[0].period).toEqual({ to: '2026-11' });
  await page.reload();
  await expect(page.getByLabel('Last month')).toHaveValue('2026-11');
});

test('September is before November, and an invalid imported text is shown and reported', async ({ page, site }) => {
  await withoutPicker(page);
  await page.goto(site.url);
  await open(page, file({ period: { from: '2026-9', to: '2026-11' } }));
  await details(page);
  await expect(page.getByLabel('First month')).toHaveValue('2026-9');
  await expect(page.getByRole('alert')).toHaveText('\u201c2026-9\u201d is not a month. Write it like 2026-11 or November 2026.');
  await page.getByLabel('First month').focus();
  await page.getByLabel('First month').blur();
  await expect(page.getByLabel('First month')).toHaveValue('2026-09');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('no invitation is made with a month that cannot be read', async ({ page, site }) => {
  await withoutPicker(page);
  await page.goto(site.url);
  await button(page, 'Start calibration').click();
  const first = page.getByLabel('First month');
  await first.fill('');
  await first.pressSequentially('last autumn');
  await button(page, 'Make the invitation').click();
  await expect(page.getByRole('alert')).toContainText('\u201clast autumn\u201d is not a month.');
  await button(page, 'Make the invitation').click();
  await expect(page.getByText('One of the months cannot be read. Correct it first; both sides rate the same period.')).toBeVisible();
  await expect(button(page, 'Copy the invitation')).toHaveCount(0);
  await first.fill('');
  await first.pressSequentially('Oct 2025');
  await page.getByLabel('Last month').focus();
  await button(page, 'Make the invitation').click();
  await expect(button(page, 'Copy the invitation')).toBeVisible();
  await expect(page.getByText('October 2025 to', { exact: false })).toBeVisible();
});

test('the browser\u2019s own field for months still works', async ({ app }) => {
  await open(app, file({ period: { from: '2025-12', to: '2026-11' } }));
  await details(app);
  await app.getByLabel('First month').fill('2026-02');
  await expect.poll(async () => (await stored(app))[0].period.from).toBe('2026-02');
  await expect(app.getByRole('alert')).toHaveCount(0);
});
