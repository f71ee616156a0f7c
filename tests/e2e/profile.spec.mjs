// The content of the profile, compared with the native program on the same assessment.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LADDER, ORDER, QUESTIONS, ROOT, button, expect, start, stored, test, text, answerInOrder } from './support/fixtures.mjs';

const DISCLAIMER = 'The percentage rests on our assumptions about how much careful raters differ. It is not a chance of promotion, and this ladder has not been tested on engineers of known level.';

/** The profile of an assessment as the native tool prints it. */
function native(record) {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'ladder-')), 'record.json');
  fs.writeFileSync(file, JSON.stringify(record));
  const args = ['run', '-q', '-p', 'ladder-calibration-cli', '--', 'profile', file];
  return JSON.parse(execFileSync('cargo', args, { cwd: ROOT, encoding: 'utf8' }));
}

const perCent = (p) => (Math.floor(100 * p + 0.5) === 100 ? 'over 99%' : `${Math.floor(100 * p + 0.5)}%`);
const tenths = (x) => (Math.floor(x * 10 + 0.5) / 10).toFixed(1);
const whole = (pattern) => QUESTIONS.map((_, i) => pattern(i, Math.floor(i / 6)));
const inQuestionOrder = (answers) => ORDER.map((q) => answers[QUESTIONS.indexOf(q)]);

async function reach(app, answers) {
  await start(app);
  await answerInOrder(app, inQuestionOrder(answers));
  await button(app, 'See profile').click();
}

const patterns = {
  'depth without influence': whole((_, d) => [3, 4, 2, 2][d]),
  'two statements in turn': whole((i) => 2 + (i % 2)),
  'one dimension far below': whole((_, d) => [3, 3, 3, 0][d]),
  'some beside the scale': whole((i) => [3, 'n', 2, 'x', 4, 3][i % 6]),
};

for (const [name, answers] of Object.entries(patterns)) {
  test(`sentence, chances and positions are those of the native program: ${name}`, async ({ app }) => {
    await reach(app, answers);
    const complete = (r) => QUESTIONS.every((q) => r.answers[q.id]?.off_scale || r.answers[q.id]?.example);
    await expect.poll(async () => complete((await stored(app))[0])).toBe(true);
    const [record] = await stored(app);
    const expected = native(record);
    await expect(app.getByRole('heading', { level: 1 })).toHaveText(expected.overall.sentence);
    const rows = app.getByRole('table', { name: 'Chance of each level' }).getByRole('row');
    const dots = [];
    for (const [level, p] of expected.overall.levels.entries()) {
      const cells = rows.nth(level + 1).getByRole('cell');
      await expect(cells.nth(1)).toHaveText(perCent(p));
      dots.push(Number(await cells.nth(0).innerText()));
    }
    expect(dots.reduce((a, b) => a + b)).toBe(20);
    await app.getByText('Show as a table').click();
    const numbers = app.getByRole('region', { name: 'Numbers by dimension' }).getByRole('row');
    for (const [i, { id }] of LADDER.dimensions.entries()) {
      const { position, levels, raters } = expected.dimensions[id];
      const cells = numbers.nth(i + 1).getByRole('cell');
      await expect(cells.nth(0)).toHaveText(String(raters[0].answered));
      await expect(cells.nth(3)).toHaveText(`${tenths(position.interval[0])} to ${tenths(position.interval[1])}`);
      for (const [level, p] of levels.entries()) await expect(cells.nth(4 + level)).toHaveText(perCent(p));
    }
  });
}

test('the first screen has the findings and both disclaimers', async ({ app }) => {
  await reach(app, whole((_, d) => [3, 2, 3, 3][d]));
  const seen = await text(app);
  for (const words of ['What holds it back Ambiguity. If it met the requirement for Principal', 'What is missing', 'One next step', 'An estimate from answers, not a decision about pay or title.', DISCLAIMER]) expect(seen).toContain(words);
  await expect(app.getByRole('heading', { name: 'Ambiguity is below the requirement for Principal' })).toBeVisible();
  await expect(app.getByText(LADDER.transitions[0].text)).toBeVisible();
  await expect(app.getByText('holds it back', { exact: true })).toHaveCount(1);
});

test('too few answers give no level and say what to answer', async ({ app }) => {
  await start(app);
  await answerInOrder(app, [3, 3, 3, 3, 3, 3, 3, null, null, 3, 3, 3]);
  await button(app, 'See profile').click();
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Answer 2 more Breadth questions for a level.');
  await expect(app.getByRole('table', { name: 'Chance of each level' })).toHaveCount(0);
  await app.getByRole('heading', { name: 'Questions that would give a level' }).waitFor();
  await expect(app.getByText('1 of 3 answers needed for a level')).toBeVisible();
});

test('a slip is asked about kindly and changes nothing', async ({ app }) => {
  await reach(app, whole((i) => (i === 21 ? 0 : 3)));
  await expect(app.getByRole('heading', { name: 'Is one of these a slip?' })).toBeVisible();
  await expect(app.getByText(/In Influence, the answers include statement 0 for .*, and statement 3 on the others\. Both may be right\./)).toBeVisible();
});

test('answers without an example, without opportunity and without room are counted', async ({ app }) => {
  await start(app);
  await answerInOrder(app, ['n', ...Array(10).fill(3)], '');
  await app.getByRole('checkbox').check();
  await app.getByRole('radio').nth(3).check();
  await button(app, 'Continue').click();
  await expect(app.getByText('Examples for 11 of 11 answers.', { exact: false })).toContainText('12 questions not answered. 1 question had no opportunity. On 1 of 24 questions the role offered no scope for more.');
});

test('many questions without opportunity add a second sentence', async ({ app }) => {
  await reach(app, whole((i) => (i % 2 ? 'n' : 4)));
  await expect(app.getByText('It rests on 12 of 24 questions. The other 12 had no opportunity and might have been lower.')).toBeVisible();
});
