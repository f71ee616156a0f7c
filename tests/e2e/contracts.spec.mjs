// Contracts that only a page shows: names of its files and of downloads, names of pages in addresses.
import fs from 'node:fs';
import { DIST, LADDER, ROOT, button, expect, downloadFrom, home, test } from './support/fixtures.mjs';
import { openCalibration } from './support/calibration.mjs';

const { store } = JSON.parse(fs.readFileSync(`${ROOT}tests/data/store/082129e.json`, 'utf8'));
const DAY = '\\d{4}-\\d\\d-\\d\\d';

test.beforeEach(async ({ app }) => {
  await app.evaluate((all) => { for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value); }, store);
  await app.reload();
  await expect(app.getByRole('heading', { level: 1, name: 'Calibration sessions' })).toBeVisible();
});

/** The name of the file that a press downloads. */
async function named(app, press) {
  return (await downloadFrom(app, press)).name;
}

test('dist has the files that others link to', async () => {
  const names = fs.readdirSync(DIST);
  for (const name of ['index.html', 'embed.html', 'embed.js', 'element.js', 'ladder-calibration.single.html', 'robots.txt', '404.html']) expect(names).toContain(name);
  for (const name of names.filter((file) => file.endsWith('.html'))) expect(fs.readFileSync(`${DIST}/${name}`, 'utf8').replace(/id="packed">[^<]*/, '')).not.toMatch(/nonce/i);
});

test('files of an assessment', async ({ app }) => {
  await home(app);
  await app.getByRole('button', { name: /^Continue Self-assessment.* 12 of 24/ }).click();
  await button(app, 'See profile').or(app.getByRole('link', { name: 'Profile', exact: true })).first().click();
  expect(await named(app, () => button(app, 'Save file').first().click())).toMatch(new RegExp(`^ladder-self-${DAY}\\.json$`));
  await app.getByRole('link', { name: 'Share and export' }).first().click();
  for (const [title, ending] of [['Markdown', 'md'], ['HTML', 'html'], ['CSV', 'csv'], ['SVG', 'svg']]) {
    expect(await named(app, () => app.getByRole('button', { name: new RegExp(`^Save as .*${title}`) }).first().click())).toMatch(new RegExp(`^ladder-self-${DAY}\\.${ending}$`));
  }
  await app.getByText('Lock the file with a passphrase').click();
  await app.getByLabel('Passphrase', { exact: true }).fill('correct horse');
  await app.getByLabel('Repeat the passphrase').fill('correct horse');
  expect(await named(app, () => button(app, 'Save locked file').click())).toMatch(new RegExp(`^ladder-self-${DAY}\\.locked\\.json$`));
});

test('files of a calibration, of the whole store, and of the ladder', async ({ app }) => {
  test.setTimeout(120_000);
  const files = async (what, names) => {
    for (const [words, ending] of names) expect(await named(app, () => button(app, words).first().click())).toMatch(new RegExp(`^ladder-${what}-${DAY}\\.${ending}$`));
  };
  await files('sealed-self', [['Save sealed file', 'json']]);
  await button(app, 'Open the record').click();
  await files('record', [['Save record', 'json'], ['Save as Markdown', 'md'], ['Save as HTML', 'html']]);
  await files('agreed', [['Save agreed answers', 'json']]);
  await files('unclear', [['Save unclear statements', 'md'], ['Save them as a table', 'csv']]);
  await home(app);
  await app.getByRole('link', { name: 'Your data' }).click();
  await files('all', [['Download all', 'json']]);
  await app.getByRole('link', { name: 'Read the ladder' }).first().click();
  expect(await named(app, () => button(app, 'Save as Markdown').click())).toBe(`${LADDER.id}.md`);
});

test('the recovery screen offers the store for download', async ({ app }) => {
  await app.evaluate(() => dispatchEvent(new Event('ladder-panic')));
  const out = await downloadFrom(app, () => button(app, 'Download the stored data').or(app.getByRole('button', { name: /^Download the stored data/ })).first().click());
  expect(out.name).toBe('ladder-calibration-stored.json');
  expect(Object.keys(JSON.parse(out.text)).sort()).toEqual(await app.evaluate(() => Object.keys(localStorage).sort()));
});

test('addresses name pages', async ({ app, site }) => {
  const names = ['start', 'ladder', 'how', 'open', 'data', 'readiness', 'calibration', 'warm-up', 'verify', 'committee'];
  for (const name of names) {
    await app.goto('about:blank');
    await app.goto(`${site.url}#${name}`);
    await expect(app.locator(`.page[data-page="${name}"]`)).toBeVisible();
  }
});
