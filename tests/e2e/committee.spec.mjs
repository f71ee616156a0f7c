// A committee: blind ratings of one person, each made in a browser of its own, combined in memory.
import { asked, button, expect, downloadFrom, test, text } from './support/fixtures.mjs';
import { CORE, openCalibration, other, paste, rate, store } from './support/calibration.mjs';

const MEMBERS = [['Anna', 2], ['Bo', 2], ['Chidi', 4]];

/** One member's blind rating as a file. */
async function blind(page, name, answers) {
  await openCalibration(page);
  await page.getByRole('link', { name: 'Committee' }).first().click();
  await page.getByLabel(/^Your name/).fill(name);
  await page.getByLabel(/^Name of the person/).fill('Ines');
  await button(page, 'Start a blind rating').click();
  await rate(page, answers, `${name} saw this`);
  await button(page, 'See profile').click();
  return (await downloadFrom(page, () => button(page, 'Save file').click())).text;
}

test('three blind ratings are put together: what is contested, each position, no common level, names on request', async ({ app, browser, site, problems }) => {
  test.setTimeout(240_000);
  const files = [];
  for (const [name, statement] of MEMBERS) {
    const page = await other(browser, site, problems);
    files.push(await blind(page, name, [statement, ...Array(11).fill(2)]));
    await page.context().close();
  }
  await openCalibration(app);
  await app.getByRole('link', { name: 'Committee' }).first().click();
  await paste(app, files[0]);
  await expect(app.getByText('1 blind rating is here.').first()).toBeVisible();
  await paste(app, files[1]);
  await expect(app.getByText(/^They cannot be combined yet/)).toBeVisible();
  await paste(app, files[2]);
  await expect(app.getByRole('heading', { name: 'Contested questions, largest group first' })).toBeVisible();
  const words = await text(app);
  expect(words).toContain('Committee: blind ratings of Ines');
  expect(words).toMatch(asked(CORE[0]));
  expect(words).toContain('1 of 3 are a step or more from the median, statement 2');
  expect(words).toContain('Raters who read the same packet share its errors');
  expect(words).toContain('A committee has no combined level');
  for (const [name] of MEMBERS) expect(words).not.toContain(name);
  const positions = app.getByRole('heading', { name: 'Positions' }).locator('~ ul').first().getByRole('listitem');
  await expect(positions).toHaveCount(3);

  await button(app, 'Show who answered what').click();
  await expect(app.getByText(/Anna: .*2.*; Bo: .*2.*; Chidi: .*4/)).toBeVisible();
  await button(app, 'Hide who answered what').click();
  await expect(app.getByText(/Chidi/)).toHaveCount(0);

  const page = await downloadFrom(app, () => button(app, 'Save as HTML').click());
  expect(page.text).toContain('Contested');
  expect(page.text).not.toContain('Chidi');
  // Read in this browser and not stored.
  expect(await store(app)).not.toContain('Chidi');
  await app.reload();
  await expect(app.getByText('Contested questions, largest group first')).toHaveCount(0);
});
