// Exports: files, locked files, links and documents, and what they leave out.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LADDER, QUESTIONS, ROOT, button, expect, downloadFrom, stored, test } from './support/fixtures.mjs';

const SECRET = 'Zählwerk marker, nine teams';
const NAME = 'Surname, Given #1 100%';
const file = (choice, more = {}) => ({
  format: 'ladder-calibration/assessment', version: 1, id: 'a1', ladder: { id: LADDER.id, revision: LADDER.revision },
  subject: { name: NAME, target: 'principal' },
  answers: Object.fromEntries(QUESTIONS.map((q, i) => [q.id, i === 4 ? { off_scale: 'no-opportunity' } : { statement: choice, example: SECRET }])),
  evidence: [{ id: 'e1', title: 'Sensitive title', sensitive: true }], ...more,
});

async function opened(app, value = file(3)) {
  const [chooser] = await Promise.all([app.waitForEvent('filechooser'), button(app, 'Open file').click()]);
  await chooser.setFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) });
  await expect(app.getByRole('heading', { level: 1 })).toContainText('%');
  const sentence = await app.getByRole('heading', { level: 1 }).textContent();
  await app.getByRole('link', { name: 'Share and export' }).click();
  return sentence;
}

test('a link carries a set-up alone, until the answers are asked for; then no name and no example', async ({ app, site, context }) => {
  const sentence = await opened(app);
  const bare = await app.getByLabel('Link without answers').inputValue();
  expect(bare.startsWith(`${site.url}#lc1.`)).toBe(true);
  const payload = (address) => Buffer.from(address.split('.').at(-2), 'base64url').toString();
  expect(payload(bare)).not.toContain('statement');
  await app.getByRole('checkbox', { name: 'Include the answers in the link' }).check();
  await expect(app.getByText('Links stay in chat logs and browser histories, and security scanners may open them.', { exact: false })).toBeVisible();
  const full = await app.getByLabel('Link with the answers').inputValue();
  for (const word of [SECRET, 'Surname', 'Sensitive']) expect(payload(full)).not.toContain(word);
  expect(payload(full).match(/"example_withheld":true/g).length).toBe(23);
  const other = await context.newPage();
  await other.goto(full);
  await expect(other.getByText('A copy of answers: Self-assessment', { exact: false })).toContainText('24 of 24 answered, without names and examples');
  expect(other.url()).toBe(site.url);
  await button(other, 'Add to this browser').click();
  await button(other, 'Continue').click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(sentence);
  const third = await context.newPage();
  await third.goto(bare);
  await expect(third.getByText('It carries no answers.', { exact: false })).toContainText('with the target Principal');
  await button(third, 'Start with it').click();
  await expect(third.getByText('Question 1 of 12')).toBeVisible();
});

test('a damaged link and one of a later version get a sentence', async ({ app, site, context }) => {
  await opened(app);
  const bare = await app.getByLabel('Link without answers').inputValue();
  for (const [address, words] of [[bare.slice(0, -4), /was damaged or cut off/], [bare.replace('#lc1.', '#lc2.'), /has version 2/]]) {
    const page = await context.newPage();
    await page.goto(address);
    await expect(page.getByText(/^This could not be opened: link/)).toHaveText(words);
    expect(page.url()).toBe(site.url);
    await page.close();
  }
});

test('a link that is opened where the page is shown already is read, and leaves the address', async ({ app, site }) => {
  await opened(app);
  await app.getByRole('checkbox', { name: 'Include the answers in the link' }).check();
  const full = await app.getByLabel('Link with the answers').inputValue();
  const count = (await stored(app)).length;
  const follow = (address) => app.evaluate((to) => { location.href = to; }, address);
  await follow(full);
  await expect(app.getByText('A copy of answers: Self-assessment', { exact: false })).toBeVisible();
  await expect.poll(() => app.url()).toBe(site.url);
  expect((await stored(app)).length).toBe(count);
  await app.goBack();
  await expect(app.getByLabel('Link without answers')).toBeVisible();
  expect(app.url()).toBe(site.url);
  await follow(`${full.slice(0, -4)}`);
  await expect(app.getByText(/^This could not be opened: link/)).toBeVisible();
  await follow(`${site.url}#ladder`);
  await expect(app.getByRole('heading', { level: 1, name: 'Read the ladder' })).toBeVisible();
  await expect.poll(() => app.url()).toBe(site.url);
});

test('a link that is entered while the first question or the start page is shown is read, too', async ({ app, site, context }) => {
  await button(app, 'Start self-assessment').click();
  await expect(app.getByText('Question 1 of 12')).toBeVisible();
  const link = await (async () => {
    const other = await context.newPage();
    await other.goto(site.url);
    await opened(other);
    return other.getByLabel('Link without answers').inputValue();
  })();
  await app.evaluate((to) => { location.href = to; }, link);
  await expect(app.getByText('It carries no answers.', { exact: false })).toBeVisible();
  await expect.poll(() => app.url()).toBe(site.url);
  const fresh = await context.newPage();
  await fresh.goto(site.url);
  await fresh.evaluate((to) => { localStorage.clear(); location.href = to; }, link);
  await expect(fresh.getByText('It carries no answers.', { exact: false })).toBeVisible();
  expect(fresh.url()).toBe(site.url);
});

test('exports hold the result, leave names and sensitive evidence out, and are saved or copied', async ({ app }) => {
  await opened(app);
  for (const kind of ['Markdown', 'HTML', 'CSV', 'SVG']) {
    const out = await downloadFrom(app, () => button(app, `Save as ${kind}`).click());
    expect(out.name).toMatch(/^ladder-self-\d{4}-\d\d-\d\d\.(md|html|csv|svg)$/);
    for (const word of ['Surname', 'Sensitive title']) expect(out.text).not.toContain(word);
    if (kind !== 'CSV') expect(out.text).toContain('It is not a chance of promotion');
  }
  await app.getByRole('checkbox', { name: 'Names' }).check();
  expect((await downloadFrom(app, () => button(app, 'Save as HTML').click())).text).toContain('Surname, Given');
  await app.evaluate(() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; });
  await button(app, 'Copy as CSV').click();
  await expect(app.getByText('Copied.')).toBeVisible();
  expect((await app.evaluate(() => window.copied)).split('\r\n').length).toBeGreaterThan(24);
  await app.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); });
  await button(app, 'Copy as Markdown').click();
  await expect(app.getByLabel('Clipboard access is blocked here. Select the text and copy it.')).toHaveValue(/Principal/);
});

test('a locked file opens with its passphrase alone, here and without the page', async ({ app }) => {
  await opened(app);
  await app.getByText('Lock the file with a passphrase').click();
  await app.getByLabel('Passphrase', { exact: true }).fill('correct horse');
  await app.getByLabel('Repeat the passphrase').fill('correct hors');
  await button(app, 'Save locked file').click();
  await expect(app.getByText('The two passphrases differ.', { exact: false })).toBeVisible();
  await app.getByLabel('Repeat the passphrase').fill('correct horse');
  const out = await downloadFrom(app, () => button(app, 'Save locked file').click());
  expect(out.text).not.toContain('Zählwerk');
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await button(app, 'Delete everything').click();
  await button(app, 'Yes, delete everything').click();
  const [chooser] = await Promise.all([app.waitForEvent('filechooser'), button(app, 'Open file').click()]);
  await chooser.setFiles({ name: out.name, mimeType: 'application/json', buffer: Buffer.from(out.text) });
  await app.getByLabel('Passphrase of this file').fill('wrong');
  await button(app, 'Open with this passphrase').click();
  await expect(app.getByText('The passphrase is wrong. The file itself is undamaged.')).toBeVisible();
  await app.getByLabel('Passphrase of this file').fill('correct horse');
  await button(app, 'Open with this passphrase').click();
  await expect(app.getByRole('heading', { level: 1 })).toContainText('Principal');
  await expect.poll(async () => (await stored(app))[0]?.subject?.name).toBe(NAME);
  if (process.env.LADDER_PYTHON) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ladder-'));
    fs.writeFileSync(path.join(folder, 'locked.json'), out.text);
    const python = spawnSync('python3', [`${ROOT}docs/unlock.py`, path.join(folder, 'locked.json')], { input: 'correct horse\n', encoding: 'utf8' });
    fs.rmSync(folder, { recursive: true });
    expect(python.status, python.stderr).toBe(0);
    expect(JSON.parse(python.stdout).subject.name).toBe(NAME);
  }
});

test('a snapshot shows later what changed, and a change within the error is not named', async ({ app }) => {
  await opened(app, file(2));
  await app.getByRole('link', { name: 'History' }).click();
  await app.getByLabel('What changed since the last snapshot, and why (optional)').fill('before the move');
  await button(app, 'Take a snapshot').click();
  await expect(app.getByText('before the move')).toBeVisible();
  await expect(app.getByText(/^Scope: no clear change/)).toBeVisible();
  await app.getByRole('link', { name: 'Check your answers' }).click();
  await app.getByRole('link', { name: 'All questions on one page' }).click();
  for (const question of QUESTIONS.slice(0, 6)) await app.getByRole('group', { name: question.prompt }).getByRole('radio').nth(4).check();
  await button(app, 'See profile').click();
  await app.getByRole('link', { name: 'History' }).click();
  await expect(app.getByText(/^Scope: higher, by/)).toBeVisible();
  await expect(app.getByText(/^Breadth: no clear change/)).toBeVisible();
  await app.getByText('6 answers changed, and why').click();
  await expect(app.getByText(`After: ${QUESTIONS[0].statements[4]}`)).toBeVisible();
  await app.getByRole('button', { name: /^Delete the snapshot of/ }).click();
  await expect(app.getByText('No snapshots yet.')).toBeVisible();
});

for (const [name, error, sentence] of [['closed', 'AbortError', 'Nothing was shared: the share sheet was closed.'], ['refuses', 'NotAllowedError', 'The share sheet did not accept the file. Save the file above and copy it to the other device.'], ['takes it', '', 'Shared.']]) {
  test(`a share sheet that ${name} is reported, and only a shared file counts as saved`, async ({ app }) => {
    await app.addInitScript((why) => {
      navigator.canShare = () => true;
      navigator.share = () => (why ? Promise.reject(new DOMException('no', why)) : Promise.resolve());
    }, error);
    await app.reload();
    await opened(app);
    await button(app, 'Continue on another device').click();
    await expect(app.getByText(sentence, { exact: true })).toBeVisible();
    await app.getByRole('link', { name: 'Your data' }).click();
    const row = app.getByRole('region', { name: 'What is stored' }).getByRole('row').nth(1);
    if (error) await expect(row).toContainText('never');
    else await expect(row).not.toContainText('never');
  });
}

test('after the press the page says that the file was requested, and the text can be copied', async ({ app }) => {
  await opened(app);
  const saved = await downloadFrom(app, () => button(app, 'Save the file').click());
  await expect(app.locator('.download-message')).toContainText(`Your browser was asked to save ${saved.name}. If no file appears, copy the text instead.`);
  await app.evaluate(() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; });
  await app.locator('.download-message').getByRole('button', { name: 'Copy the text' }).click();
  await expect(app.locator('.download-message')).toContainText(`Copied. Paste it into a text file and name it ${saved.name}.`);
  expect(await app.evaluate(() => window.copied)).toBe(saved.text);
  await app.locator('.download-message').getByRole('button', { name: 'Close' }).click();
  await expect(app.locator('.download-message')).toHaveCount(0);
});
