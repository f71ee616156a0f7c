// Files are opened by button, by drop and by paste, one or several, and nothing is replaced without a question.
import { LADDER, ORDER, QUESTIONS, button, expect, downloadFrom, start, stored, test, answer } from './support/fixtures.mjs';

const file = (id, choice, more = {}) => ({
  format: 'ladder-calibration/assessment', version: 1, id, ladder: { id: LADDER.id, revision: LADDER.revision },
  answers: Object.fromEntries(QUESTIONS.map((q) => [q.id, { statement: choice, example: 'an example here' }])), updated: '2026-11-20T10:00:00Z', ...more,
});
const asFile = (name, value) => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) });

async function choose(app, name, files) {
  const [chooser] = await Promise.all([app.waitForEvent('filechooser'), button(app, name).click()]);
  await chooser.setFiles(files);
}

test('a file opens from the start page, is saved, and a reload keeps it', async ({ app }) => {
  await choose(app, 'Open file', asFile('a.json', file('a1', 3, { subject: { name: 'Surname, Given #1 100%' } })));
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Probably Principal (74%); could be Staff (25%).');
  await expect.poll(async () => (await stored(app))[0]?.subject?.name).toBe('Surname, Given #1 100%');
  await app.reload();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Probably Principal (74%); could be Staff (25%).');
});

test('several files are listed, each with what it is', async ({ app }) => {
  const files = [asFile('one.json', file('a1', 3)), asFile('two.json', file('b2', 2)), asFile('broken.json', '{"format"'), asFile('other.json', { format: 'recipe/cake' }), asFile('ladder.json', LADDER)];
  await choose(app, 'Open file', files);
  await expect(app.getByRole('heading', { level: 1, name: 'Open file' })).toBeVisible();
  await expect(app.getByRole('listitem').filter({ hasText: 'one.json' })).toContainText('24 of 24 answered. It is saved in this browser now.');
  await expect(app.getByRole('listitem').filter({ hasText: 'broken.json' })).toContainText('This could not be opened: line 1, column 9');
  await expect(app.getByRole('listitem').filter({ hasText: 'other.json' })).toContainText('"recipe/cake" is not a file of ladder calibration');
  await expect(app.getByRole('listitem').filter({ hasText: 'ladder.json' })).toContainText('A ladder:');
  await expect.poll(async () => (await stored(app)).length).toBe(2);
});

test('another version of an assessment is listed and replaces nothing', async ({ app }) => {
  await choose(app, 'Open file', asFile('a.json', file('a1', 3)));
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await choose(app, 'Open file', asFile('a.json', file('a1', 1)));
  await expect(app.getByText('A different version of it is here')).toBeVisible();
  expect((await stored(app))[0].answers[ORDER[0].id].statement).toBe(3);
  await button(app, 'Keep both').click();
  await expect.poll(async () => (await stored(app)).map((r) => r.answers[ORDER[0].id].statement).sort()).toEqual([1, 3]);
});

test('a text is pasted and a file is dropped, also while the first module is on screen', async ({ app }) => {
  await start(app);
  await answer(app, ORDER[0], 2);
  const drop = (text) => app.evaluate((t) => {
    const data = new DataTransfer();
    data.items.add(new File([t], 'dropped.json'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, text);
  await drop(JSON.stringify(file('d1', 4)));
  await expect(app.getByRole('heading', { level: 1 })).toContainText('Distinguished');
  await expect.poll(async () => (await stored(app)).length).toBe(2);
  expect((await stored(app)).find((r) => r.id !== 'd1').answers).toEqual({ [ORDER[0].id]: { statement: 2 } });
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await drop('not json');
  await expect(app.getByText(/This could not be opened: line 1, column/)).toBeVisible();
  await app.getByLabel('Or paste the text of a file').fill(JSON.stringify(file('p1', 2)));
  await button(app, 'Read the text').click();
  await expect(app.getByRole('heading', { level: 1 })).toContainText('Staff');
});

test('a file that is too large is refused before it is read', async ({ app }) => {
  await choose(app, 'Open file', asFile('large.json', ' '.repeat(5 * 1024 * 1024)));
  await expect(app.getByText('This could not be opened: the file is larger than 4 MiB.')).toBeVisible();
});

test('a file that would pollute prototypes pollutes nothing', async ({ app }) => {
  const text = JSON.stringify(file('a1', 3)).replace('"answers":', '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"answers":');
  await choose(app, 'Open file', asFile('a.json', text));
  await expect(app.getByRole('heading', { level: 1 })).toContainText('Principal');
  expect(await app.evaluate(() => ({}).polluted)).toBeUndefined();
});

test('Your data lists what is stored, downloads all of it and deletes one or everything', async ({ app }) => {
  await choose(app, 'Open file', [asFile('one.json', file('a1', 3)), asFile('two.json', file('b2', 2))]);
  await expect(app.getByRole('heading', { level: 1, name: 'Open file' })).toBeVisible();
  await app.getByRole('link', { name: 'Your data' }).click();
  await expect(app.getByRole('region', { name: 'What is stored' }).getByRole('row')).toHaveCount(3);
  const all = await downloadFrom(app, () => button(app, 'Download all').click());
  expect(all.name).toMatch(/^ladder-all-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(all.text).files.map((f) => f.id).sort()).toEqual(['a1', 'b2']);
  await app.getByRole('button', { name: /^Delete Self/ }).first().click();
  await app.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect.poll(async () => (await stored(app)).length).toBe(1);
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await choose(app, 'Open file', asFile('all.json', all.text));
  await expect.poll(async () => (await stored(app)).length).toBe(2);
});

test('many in one file are offered with their count, added by one press and taken away by one', async ({ app }) => {
  const bundle = { format: 'ladder-calibration/bundle', version: 1, files: Array.from({ length: 1200 }, (_, i) => ({ format: 'ladder-calibration/assessment', version: 1, id: `m${i}`, ladder: { id: LADDER.id }, answers: {} })) };
  await choose(app, 'Open file', asFile('many.json', bundle));
  await expect(app.getByText('A file that contains 1,200 others. None of them was added.')).toBeVisible();
  expect(await stored(app)).toEqual([]);
  await button(app, 'Add all 1,200 to this browser').click();
  await expect(app.getByText('1,200 were added to this browser.')).toBeVisible();
  await expect.poll(async () => (await stored(app)).length, { timeout: 20000 }).toBe(1200);
  await button(app, 'Remove the 1,200 that were just added').click();
  await expect.poll(async () => (await stored(app)).length, { timeout: 20000 }).toBe(0);
});
