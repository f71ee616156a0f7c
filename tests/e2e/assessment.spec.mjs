// The questions, from the start page to the profile, by the words on the buttons.
import { ORDER, QUESTIONS, answer, button, expect, downloadFrom, start, stored, test, text, answerInOrder } from './support/fixtures.mjs';

test('answering all questions leads over the first profile and the check page to the profile', async ({ app }) => {
  await start(app);
  await answerInOrder(app, Array(12).fill(3));
  await expect(app.getByRole('heading', { level: 1, name: /Principal/ })).toBeVisible();
  await button(app, 'Continue').click();
  for (const question of ORDER.slice(12)) {
    await expect(app.getByRole('heading', { level: 1, name: question.prompt })).toBeVisible();
    await expect(button(app, 'Check your answers')).toBeVisible();
    await answer(app, question, 3, 'an example here');
    await button(app, 'Continue').click();
  }
  await expect(app.getByRole('heading', { level: 1, name: 'Check your answers' })).toBeVisible();
  await button(app, 'See profile').click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Probably Principal (74%); could be Staff (25%).');
});

test('a question has seven radios named by their words alone, and none is chosen', async ({ app }) => {
  await start(app);
  const radios = app.getByRole('radio');
  await expect(radios).toHaveCount(7);
  const wanted = [...ORDER[0].statements, 'No opportunity in this period', 'I cannot judge this'];
  for (const [i, name] of wanted.entries()) {
    await expect(radios.nth(i)).toHaveAccessibleName(name);
    await expect(radios.nth(i)).not.toBeChecked();
  }
  await expect(app.getByRole('group', { name: ORDER[0].prompt })).toBeVisible();
});

test('Continue without an answer leaves the question open, and the check page says so', async ({ app }) => {
  await start(app);
  await answerInOrder(app, Array(12).fill(null));
  await expect(app.getByRole('heading', { level: 1 })).toHaveText(/^Answer 3 more Scope questions, .* for a level\.$/);
  await app.getByRole('link', { name: 'Check your answers' }).click();
  await expect(app.getByText('Not answered', { exact: true })).toHaveCount(24);
});

test('Back and the browser history restore the answers', async ({ app }) => {
  await start(app);
  await answer(app, ORDER[0], 2, 'kept as it was');
  await button(app, 'Continue').click();
  await answer(app, ORDER[1], 'n');
  await button(app, 'Continue').click();
  await button(app, 'Back').click();
  await expect(app.getByRole('radio', { name: 'No opportunity in this period' })).toBeChecked();
  await app.goBack();
  await app.goBack();
  await expect(app.getByRole('heading', { level: 1, name: ORDER[1].prompt })).toBeVisible();
  await app.goBack();
  await expect(app.getByRole('radio', { name: ORDER[0].statements[2], exact: true })).toBeChecked();
  await expect(app.getByRole('textbox')).toHaveValue('kept as it was');
});

test('an answer can be cleared, undone and redone', async ({ app }) => {
  await start(app);
  await answer(app, ORDER[0], 2);
  await button(app, 'Clear this answer').click();
  await expect(app.getByRole('radio', { checked: true })).toHaveCount(0);
  await button(app, 'Undo').click();
  await expect(app.getByRole('radio', { name: ORDER[0].statements[2], exact: true })).toBeChecked();
  await button(app, 'Redo').click();
  await expect(app.getByRole('radio', { checked: true })).toHaveCount(0);
  await button(app, 'Undo').click();
  await button(app, 'Continue').click();
  await button(app, 'Undo').click();
  await expect(app.getByRole('heading', { level: 1, name: ORDER[0].prompt })).toBeVisible();
  await expect(app.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('Change leads to the question and Continue back to the check page', async ({ app }) => {
  await start(app);
  await answerInOrder(app, Array(12).fill(2));
  await app.getByRole('link', { name: 'Check your answers' }).click();
  await button(app, `Change: ${ORDER[0].title}`).click();
  await answer(app, ORDER[0], 4);
  await button(app, 'Continue').click();
  await expect(app.getByRole('heading', { level: 1, name: 'Check your answers' })).toBeVisible();
  await expect(app.getByText(ORDER[0].statements[4], { exact: true })).toBeVisible();
});

test('the most informative question is offered after the core', async ({ app }) => {
  await start(app);
  await answerInOrder(app, [2, 3, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3]);
  await button(app, 'Answer the most informative question').click();
  await expect(app.getByText(/Most informative question:/)).toBeVisible();
  await expect(app.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('all questions are on one page with the current profile below them', async ({ app }) => {
  await button(app, 'All questions on one page').click();
  await expect(app.getByRole('radio')).toHaveCount(24 * 7);
  const soFar = app.locator('#so-far').getByRole('heading').first();
  await expect(soFar).toHaveText(/^Answer 3 more/);
  for (const question of QUESTIONS) await app.getByRole('group', { name: question.prompt }).getByRole('radio').nth(2).check();
  await expect(soFar).toHaveText(/Staff/);
});

test('several assessments are kept apart and a new one starts blank', async ({ app }) => {
  await start(app);
  await answer(app, ORDER[0], 4);
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await button(app, 'Start self-assessment').click();
  await expect(app.getByRole('radio', { checked: true })).toHaveCount(0);
  await answer(app, ORDER[0], 1);
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await expect(app.getByRole('button', { name: /^Continue/ })).toHaveCount(2);
  await expect.poll(async () => (await stored(app)).length).toBe(2);
  await app.getByRole('button', { name: /^Delete Self/ }).first().click();
  await app.getByRole('button', { name: 'Yes, delete it' }).click();
  await expect(app.getByRole('button', { name: /^Continue/ })).toHaveCount(1);
  expect((await stored(app)).map((r) => r.answers[ORDER[0].id].statement)).toEqual([4]);
});

test('target, title, period and own names are asked later and shown', async ({ app }) => {
  await start(app);
  await answerInOrder(app, Array(12).fill(2));
  await button(app, 'See profile').click();
  await app.getByRole('link', { name: 'Settings' }).click();
  await app.getByLabel('Target level').selectOption('distinguished');
  await app.getByLabel('First month').fill('2026-12');
  await expect(app.getByRole('alert')).toHaveText(/first month is after the last/);
  await app.getByLabel('First month').fill('2026-01');
  await app.getByLabel('organization', { exact: true }).fill('Platform group');
  await button(app, 'Back').click();
  await expect(app.getByText('Required for Distinguished')).toBeVisible();
  await expect(app.getByText(/January 2026 to/)).toBeVisible();
  const [record] = await stored(app).then(async (r) => (await expect.poll(async () => (await stored(app))[0].terms).toEqual({ organisation: 'Platform group' }), stored(app)));
  expect(record.subject).toEqual({ target: 'distinguished' });
});

test('the ladder can be read, searched and copied out', async ({ app }) => {
  await app.getByRole('link', { name: 'Read the ladder' }).click();
  await expect(app.getByRole('article')).toHaveCount(24);
  await app.getByRole('searchbox', { name: 'Search the ladder' }).fill(QUESTIONS[7].statements[3].slice(0, 40));
  await expect(app.getByRole('article')).toHaveCount(1);
  const file = await downloadFrom(app, () => button(app, 'Save as Markdown').click());
  expect(file.name).toBe('staff-plus.md');
  expect(file.text.match(/^### /gm).length).toBe(24);
  await button(app, 'Back').click();
  await expect(button(app, 'Start self-assessment')).toBeVisible();
});

test('the start page in the HTML has the same content as the one in the app', async ({ app }) => {
  const before = await text(app);
  await app.getByRole('link', { name: 'How it is calculated' }).click();
  await button(app, 'Back').click();
  await expect(button(app, 'Start self-assessment')).toBeVisible();
  expect((await text(app)).replace(' Delete everything', '')).toBe(before);
});
