// Nothing leaves the browser, and without a network the questions go on.
import { LADDER, ORDER, button, expect, start, test, answerInOrder } from './support/fixtures.mjs';

test('after the first question is shown and the rest is fetched once, nothing is requested, and no network changes nothing', async ({ app, site, context }) => {
  await start(app);
  await expect.poll(() => site.log.filter((r) => /rest-.*wasm/.test(r.name)).length).toBeGreaterThan(0);
  await app.waitForTimeout(300);
  const before = site.log.length;
  await context.setOffline(true);
  await answerInOrder(app, Array(12).fill(3));
  await button(app, 'See profile').click();
  await app.getByRole('link', { name: 'Read the ladder' }).first().click();
  await expect(app.getByRole('article')).toHaveCount(24);
  expect(site.log.length).toBe(before);
});

test('no address ever carries an answer', async ({ app, site }) => {
  await start(app);
  await answerInOrder(app, Array(12).fill(3), 'a secret example line');
  expect(app.url()).toBe(site.url);
  for (const request of site.log) expect(request.name).toMatch(/^\/(app-[0-9a-f]{16}\/)?([a-z]+(-[0-9a-f]{16})?\.[a-z]+)?$/);
});

test('text of a person is shown as text', async ({ app }) => {
  await start(app);
  const hostile = '<img src=x onerror=alert(1)>"\'><script>alert(2)</script>';
  await answerInOrder(app, [3], hostile);
  await button(app, 'Back').click();
  await expect(app.getByRole('textbox')).toHaveValue(hostile);
  await answerInOrder(app, [3, ...Array(11).fill(2)], hostile);
  await app.getByRole('link', { name: 'Check your answers' }).click();
  await expect(app.getByText(hostile).first()).toBeVisible();
  expect(LADDER.id).toBe('staff-plus');
  expect(ORDER.length).toBe(24);
});
