// Each claim of docs/claims.md is reached by visible controls from the start page, on the screen that the table names.
import fs from 'node:fs';
import { ORDER, QUESTIONS, ROOT, button, expect, start, test, text, answerInOrder } from './support/fixtures.mjs';

const ROWS = fs.readFileSync(`${ROOT}docs/claims.md`, 'utf8').split('\n').filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
  .map(([number, claim, screen, way, words]) => ({ number: Number(number), claim, screen, way, words }));
const GROWTH_SCREENS = ['Evidence', 'Role', 'Next steps', 'Plan', 'Packet draft', 'Archetypes and other ladders'];
const PERSONAS = ['healthy', 'super-coder', 'floating-advisor', 'management-substitute', 'title-without-the-role'];

/** Rows by a key, in their order. */
function groups(rows, key) {
  const out = {};
  for (const row of rows) (out[key(row)] ??= []).push(row);
  return out;
}

async function open(app, persona) {
  const [chooser] = await Promise.all([app.waitForEvent('filechooser'), button(app, 'Open file').click()]);
  await chooser.setFiles(`${ROOT}tests/data/personas/${persona}.json`);
  await app.getByRole('heading', { name: 'More', exact: true }).waitFor();
}

/** Opens a profile: of a persona's file if the path names one, or else of twelve answers at Principal. */
async function profile(app, way) {
  const persona = PERSONAS.find((name) => way.includes(name));
  if (persona) return open(app, persona);
  await start(app);
  await answerInOrder(app, Array(12).fill(3));
  return button(app, 'See profile').click();
}

async function go(app, { screen, way }) {
  if (screen === 'Assessment settings') {
    await start(app);
    await app.getByRole('link', { name: 'Change terms and period' }).click();
  } else if (screen === 'Question') {
    const question = QUESTIONS.find((q) => q.id === way);
    await start(app);
    for (let i = 0; i < ORDER.indexOf(question); i++) await button(app, 'Continue').click();
    await expect(app.getByRole('heading', { level: 1, name: question.prompt })).toBeVisible();
    return;
  } else if (screen === 'Read the ladder') {
    await app.getByRole('link', { name: screen }).click();
  } else if (screen === 'Is the organization ready?') {
    await button(app, screen).click();
    await button(app, 'Answer nine questions').click();
  } else {
    await profile(app, way);
    if (screen === 'Profile') return;
    await app.getByRole('link', { name: screen, exact: true }).first().click();
  }
  await expect(app.getByRole('heading', { level: 1, name: screen, exact: true })).toBeVisible();
  const press = /\*(Add[^*]*)\*/.exec(way)?.[1];
  if (press) await button(app, press).click();
}

test('the table has forty claims, six a screen at most, and no page that is only about them', () => {
  expect(ROWS.map((r) => r.number)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  const screens = groups(ROWS, (r) => r.screen);
  for (const [screen, rows] of Object.entries(screens)) expect(rows.length, screen).toBeLessThanOrEqual(6);
  expect(Object.keys(screens).filter((s) => !GROWTH_SCREENS.includes(s)).sort()).toEqual(['Assessment settings', 'Is the organization ready?', 'Profile', 'Question', 'Read the ladder']);
});

// Claims that are reached in the same way are looked for in one go.
for (const rows of Object.values(groups(ROWS, (r) => `${r.screen} ${r.way}`))) {
  const [{ screen, way }] = rows;
  test(`claims ${rows.map((r) => r.number).join(', ')} stand on ${screen}${way ? ` (${way.replaceAll('*', '')})` : ''}`, async ({ app }) => {
    await go(app, rows[0]);
    for (const summary of await app.locator('main summary').all()) if (await summary.isVisible()) await summary.click();
    const seen = await text(app);
    for (const { number, claim, words } of rows) expect(seen, `${number}: ${claim}`).toContain(words);
  });
}
