// Answers to another text of the ladder, or to more questions than it has, have a warning at every result and in every
// list; those to revision 1 are shown on it, and are carried over by a press.
import { LADDER, ORDER, QUESTIONS, REVISION_1, button, expect, downloadFrom, home, start, test, answerInOrder } from './support/fixtures.mjs';

const file = (id, ladder, more = {}) => ({
  format: 'ladder-calibration/assessment', version: 1, id, ladder: { id: LADDER.id, ...ladder },
  answers: { ...Object.fromEntries(ORDER.slice(0, 12).map((q) => [q.id, { statement: 2, example: 'an example here' }])), ...more },
  created: '2026-11-01T09:00:00Z', updated: '2026-11-20T10:00:00Z',
});
const OLD = file('old', { revision: '0' });
const OTHER = file('other', { revision: LADDER.revision, digest: `sha256:${'0'.repeat(64)}` });
const DROPPED = file('dropped', { revision: LADDER.revision }, { 'once-asked': { statement: 1 } });
const WORDS = [
  [OLD, `Answered on revision 0 of the ladder; revision ${LADDER.revision} is in use.`],
  [OTHER, 'Answered on a ladder of the same revision with another text (its digest differs).'],
  [DROPPED, 'The question \u201conce-asked\u201d is not in this ladder; its answer is kept but not scored.'],
];

async function open(app, ...files) {
  await home(app);
  const [chooser] = await Promise.all([app.waitForEvent('filechooser'), button(app, 'Open file').click()]);
  await chooser.setFiles(files.map((f) => ({ name: `${f.id}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(f)) })));
}

test('in the lists: what was opened, the start page, Your data', async ({ app }) => {
  await open(app, OLD, OTHER, DROPPED);
  for (const [f, words] of WORDS) await expect(app.getByRole('listitem').filter({ hasText: `${f.id}.json` })).toContainText(words);
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  for (const [, words] of WORDS) await expect(app.getByRole('listitem').filter({ hasText: words })).toHaveCount(1);
  await app.getByRole('link', { name: 'Your data' }).click();
  for (const [, words] of WORDS) await expect(app.getByRole('row').filter({ hasText: words })).toHaveCount(1);
  // A stored assessment has the warning after a reload, too.
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await app.waitForTimeout(300);
  await app.reload();
  for (const [, words] of WORDS) await expect(app.getByRole('listitem').filter({ hasText: words })).toHaveCount(1);
});

for (const [f, words] of WORDS) {
  test(`a revision warning with every result and in every export: ${f.id}`, async ({ app }) => {
    await open(app, f);
    const said = app.locator('.met').filter({ hasText: words });
    await expect(app.getByRole('heading', { level: 1 })).toContainText('Staff');
    await expect(said).toHaveCount(1);
    await button(app, 'See profile').click();
    await expect(said).toHaveCount(1);
    for (const page of ['Next steps', 'What if', 'Archetypes and other ladders', 'Role']) {
      await app.getByRole('link', { name: page, exact: true }).click();
      await expect(app.getByRole('heading', { level: 1, name: page })).toBeVisible();
      await expect(said).toHaveCount(1);
      await app.getByRole('link', { name: 'Profile', exact: true }).click();
    }
    await app.getByRole('link', { name: 'Packet draft', exact: true }).click();
    await expect(app.getByRole('article')).toContainText(words);
    expect((await downloadFrom(app, () => button(app, 'Save as Markdown').click())).text.replaceAll('\\', '')).toContain(words);
    await app.getByRole('link', { name: 'Profile', exact: true }).click();
    await app.getByRole('link', { name: 'History' }).first().click();
    await button(app, 'Take a snapshot').click();
    await expect(said).toHaveCount(2);
    await button(app, 'Back').click();
    await button(app, 'Check your answers').last().click();
    await expect(said).toHaveCount(1);
    await app.getByRole('link', { name: 'Share and export' }).click();
    for (const kind of ['Markdown', 'HTML', 'CSV', 'SVG']) {
      const { text } = await downloadFrom(app, () => button(app, `Save as ${kind}`).click());
      const plain = (s) => s.replace(/<[^>]*>/g, ' ').replaceAll('\\', '').replace(/\s+/g, ' ');
      expect(plain(text)).toContain(kind === 'SVG' ? plain(words).split(';')[0].slice(0, 40) : words);
    }
    await button(app, 'Back').click();
    await app.getByRole('link', { name: 'All questions on one page' }).click();
    await expect(app.locator('#so-far')).toContainText(words);
  });
}

test('a new assessment has no such warning, whichever module started it', async ({ app }) => {
  await start(app);
  await answerInOrder(app, Array(12).fill(2));
  await expect(app.getByText('First profile, after the 12 core questions')).toBeVisible();
  await expect(app.locator('.met')).toHaveCount(0);
  await button(app, 'See profile').click();
  await expect(app.locator('.met')).toHaveCount(0);
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await expect(app.getByRole('heading', { name: 'Saved in this browser' })).toBeVisible();
  await expect(app.locator('.met')).toHaveCount(0);
});

const OF_ONE = REVISION_1.dimensions.flatMap((d) => d.questions);
const NAMED = { revision: '1', digest: 'sha256:b1d441266e81cd1756b668324ed049d19c051c298ce823c0b884ebfff3d880fc' };
const CHANGED = LADDER.changes.filter((c) => c.from === '1' && c.kind === 'other').map((c) => c.question);
const SAYS = `This assessment uses revision 1 of the ladder; revision ${LADDER.revision} is current.`;
const CARRY = `Carry over to revision ${LADDER.revision}`;
const onOne = (id, more = {}) => ({
  ...file(id, NAMED), ...more,
  answers: Object.fromEntries(OF_ONE.map((q) => [q.id, { statement: 3, example: `${q.id} of the last year` }])),
});

test('an assessment of revision 1 is shown on it, and carried over by a press', async ({ app }) => {
  await open(app, onOne('earlier'));
  await expect(app.getByText(SAYS)).toHaveCount(1);
  await expect(app.locator('.met')).toHaveCount(0);
  await button(app, 'Check your answers').last().click();
  await expect(app.getByText(SAYS)).toHaveCount(1);
  await expect(app.getByText(OF_ONE[0].statements[3], { exact: true })).toHaveCount(1);
  await expect(app.getByText(`${CHANGED.length} answers are left open, because their questions ask something else now.`)).toBeVisible();

  await button(app, CARRY).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Check your answers' })).toBeVisible();
  await expect(app.getByText(SAYS)).toHaveCount(0);
  await expect(app.getByText('Not answered', { exact: true })).toHaveCount(CHANGED.length);
  await expect(app.getByText('On revision 1:')).toHaveCount(CHANGED.length);
  const old = OF_ONE.find((q) => q.id === CHANGED[0]);
  await expect(app.getByText(old.statements[3], { exact: true })).toHaveCount(1);

  const now = QUESTIONS.find((q) => q.id === CHANGED[0]);
  await app.getByRole('button', { name: `Change: ${now.title}`, exact: true }).click();
  const beside = app.getByRole('complementary').filter({ hasText: 'Your answer on revision 1' });
  await expect(beside).toContainText(old.prompt);
  await expect(beside).toContainText(old.statements[3]);
  await expect(beside).toContainText(`${CHANGED[0]} of the last year`);
  await app.getByRole('group', { name: now.prompt }).getByRole('radio', { name: now.statements[2], exact: true }).check();
  await button(app, 'Continue').click();
  await expect(app.getByText('On revision 1:')).toHaveCount(CHANGED.length - 1);
  await app.waitForTimeout(300);
  await app.reload();
  await expect(app.getByText('On revision 1:')).toHaveCount(CHANGED.length - 1);
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await expect(app.getByRole('listitem').filter({ hasText: 'On revision 1 of the ladder.' })).toHaveCount(1);
  await expect(app.getByRole('heading', { name: 'Saved in this browser' }).locator('..').getByRole('listitem')).toHaveCount(2);
});

test('others than the person read about the person, with the name set apart', async ({ app }) => {
  const name = 'Ines \u05d0\u05d1';
  await open(app, { ...file('theirs', { revision: LADDER.revision }), answers: {}, rater: { role: 'manager' }, subject: { name } });
  const q = ORDER[0];
  const heading = app.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(q.prompt_about ? q.prompt_about.replaceAll('{name}', name) : `About ${name}:${q.prompt}`);
  await expect(heading.locator('bdi').first()).toHaveText(name);
});
