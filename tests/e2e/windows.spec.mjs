// Two windows of one browser, and windows that end without a warning.
import { ORDER, answer, button, expect, start, stored, test, watch } from './support/fixtures.mjs';

/** A second window over the same store. */
async function second(context, site, problems) {
  const page = await context.newPage();
  await watch(page, site.url, problems);
  await page.goto(site.url);
  return page;
}

async function begin(app) {
  await start(app);
  await answer(app, ORDER[0], 1);
  await expect.poll(async () => (await stored(app))[0]?.answers[ORDER[0].id]?.statement).toBe(1);
}

test('a change in another window is shown, both versions are stored, and either can be chosen', async ({ app, context, site, problems }) => {
  await begin(app);
  const other = await second(context, site, problems);
  await answer(other, ORDER[0], 4);
  const notice = app.getByRole('alert', { name: 'This assessment was also changed in another window' });
  await expect(notice).toContainText('Here: 1 answer, last changed');
  await notice.getByText('View the differences').click();
  await expect(notice).toContainText(`Here: ${ORDER[0].statements[1]}`);
  await expect(notice).toContainText(`There: ${ORDER[0].statements[4]}`);
  await answer(app, ORDER[0], 2);
  await expect.poll(async () => app.evaluate(() => Object.keys(localStorage).filter((k) => k.includes('/aside/')).length)).toBe(1);
  expect((await stored(app))[0].answers[ORDER[0].id].statement).toBe(4);
  await button(app, 'Keep the version here').click();
  await expect.poll(async () => (await stored(app))[0].answers[ORDER[0].id].statement).toBe(2);
  expect(await app.evaluate(() => Object.keys(localStorage).filter((k) => k.includes('/aside/')).length)).toBe(0);
  await button(other, 'Use the other version').click();
  await expect(other.getByRole('radio', { name: ORDER[0].statements[2], exact: true })).toBeChecked();
  await answer(other, ORDER[0], 3);
  await expect.poll(async () => (await stored(app))[0].answers[ORDER[0].id].statement).toBe(3);
});

test('a conflict copy is offered again after the window was closed', async ({ app, context, site, problems }) => {
  await begin(app);
  const other = await second(context, site, problems);
  await answer(other, ORDER[0], 4);
  await expect(button(app, 'Keep the version here')).toBeVisible();
  await answer(app, ORDER[0], 2);
  await expect.poll(async () => app.evaluate(() => Object.keys(localStorage).filter((k) => k.includes('/aside/')).length)).toBe(1);
  await app.reload();
  await expect(app.getByRole('alert')).toContainText('Both are kept until you choose');
  await button(app, 'Use the other version').click();
  await expect(app.getByRole('radio', { name: ORDER[0].statements[2], exact: true })).toBeChecked();
  await expect.poll(async () => (await stored(app))[0].answers[ORDER[0].id].statement).toBe(2);
});

test('deleting everything reaches the other window, which does not bring it back', async ({ app, context, site, problems }) => {
  await begin(app);
  const other = await second(context, site, problems);
  await button(other, 'Delete everything').click();
  await button(other, 'Yes, delete everything').click();
  await expect(button(app, 'Start self-assessment')).toBeVisible();
  await app.waitForTimeout(500);
  expect(await app.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('deleting one assessment in another window asks here first', async ({ app, context, site, problems }) => {
  await begin(app);
  const other = await second(context, site, problems);
  await other.getByRole('link', { name: 'Ladder calibration' }).click();
  await other.getByRole('button', { name: /^Delete Self/ }).click();
  await other.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(app.getByRole('alert', { name: 'This assessment was deleted in another window' })).toBeVisible();
  await button(app, 'Keep the version here').click();
  await expect.poll(async () => (await stored(app)).length).toBe(1);
});

// Two tests of 25 kills each, so that neither comes near its time limit in Firefox on a busy machine.
for (const first of [0, 10]) {
  test(`a page that is killed up to half a second after an answer loses nothing older than 300 ms, from ${first} ms`, async ({ app, context, site, browserName }) => {
    test.setTimeout(240_000);
    await begin(app);
    await app.close();
    const lost = [];
    for (let delay = first; delay < 500; delay += 20) {
      const page = await context.newPage();
      await page.goto(site.url);
      await page.getByRole('radio').nth(1).waitFor();
      const before = await page.evaluate(() => [...document.querySelectorAll('input[type=radio]')].findIndex((r) => r.checked));
      const next = (before + 1) % 5;
      await page.evaluate((n) => document.querySelectorAll('input[type=radio]')[n].click(), next);
      await page.waitForTimeout(delay);
      if (browserName === 'chromium') {
        const session = await context.newCDPSession(page);
        session.send('Page.crash').catch(() => {});
        await page.waitForEvent('crash');
      }
      await page.close();
      const after = await context.newPage();
      await after.goto(`${site.url}robots.txt`);
      const statement = (await stored(after))[0].answers[ORDER[0].id].statement;
      if (statement !== next) lost.push(delay);
      await after.close();
    }
    console.log(`${browserName}: 25 kills, ${lost.length} answers lost, after ${lost.join(', ') || 'none'} ms`);
    expect(lost.filter((ms) => ms >= 300)).toEqual([]);
  });
}
