// Strings that would be markup or code somewhere, through every field of a file and onto every screen: shown as they are.
import fs from 'node:fs';
import { LADDER, QUESTIONS, ROOT, button, expect, test } from './support/fixtures.mjs';

const unescape = (line) => line.replace(/\\(?:u\{([0-9a-fA-F]+)\}|(.))/g, (_, hex, c) => (hex ? String.fromCodePoint(parseInt(hex, 16)) : { n: '\n', r: '\r', t: '\t' }[c] ?? c));
const CORPUS = fs.readFileSync(`${ROOT}tests/data/xss.txt`, 'utf8').split('\n').slice(1).filter(Boolean).map(unescape);
const PER_FILE = 24;

/** A file with another string in each of its fields. */
function file(strings, id) {
  const at = (i) => strings[i % strings.length];
  const answers = QUESTIONS.map((q, i) => [q.id, { statement: i % 5, example: at(i), evidence: ['e1'], 'x-later': at(i + 1) }]);
  return {
    format: 'ladder-calibration/assessment', version: 1, id, ladder: { id: LADDER.id, revision: at(1), digest: at(2) },
    subject: { name: at(3), title: at(4), target: at(5) }, rater: { role: 'manager', name: at(6) }, period: { from: at(7), to: at(8) },
    terms: { area: at(9), organisation: at(10) }, answers: Object.fromEntries(answers),
    evidence: [{ id: 'e1', title: at(11), from: at(12), reach: at(13), outcome: at(14), link: at(15), corroborator: at(16), mechanism: at(17) }],
    created: at(18), updated: at(19), 'x-unknown': { [at(20)]: at(21) },
  };
}

test('the corpus through every field is shown as it is, on every screen, and runs nowhere', async ({ app, problems }) => {
  test.setTimeout(150_000);
  app.setDefaultTimeout(8_000);
  expect(CORPUS.length).toBeGreaterThanOrEqual(200);
  await app.exposeFunction('ran', () => problems.push('a string ran as code'));
  await app.evaluate(() => { window.alert = window.confirm = window.prompt = window.print = () => window.ran(); });
  app.on('dialog', () => problems.push('a dialog opened'));
  const open = async (name, value) => {
    const home = app.getByRole('link', { name: 'Ladder calibration' });
    if (await home.count()) await home.click();
    const [chooser] = await Promise.all([app.waitForEvent('filechooser'), button(app, 'Open file').click()]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) });
  };
  const foreign = () => app.evaluate(() => [...document.querySelectorAll('#app script, #app iframe, #app img, #app object, #app embed, #app style, #app link, #app base, #app form, #app math')].map((e) => e.outerHTML));
  for (let i = 0; i < CORPUS.length; i += PER_FILE) {
    const strings = CORPUS.slice(i, i + PER_FILE);
    await open(`${strings[0].replace(/[\0/]/g, '')}.json`, file(strings, `h${i}`));
    await app.getByRole('heading', { level: 1 }).waitFor();
    await app.getByRole('link', { name: 'Check your answers' }).click();
    const examples = await app.locator('.example').evaluateAll((all) => all.map((e) => e.textContent));
    const shown = QUESTIONS.map((_, k) => strings[k % strings.length]).filter((s) => s.trim());
    expect(examples).toEqual(shown.map((s) => s.replace(/\r\n?/g, (m) => m)));
    await app.getByRole('button', { name: /^Change/ }).first().click();
    await expect(app.getByRole('textbox')).toHaveValue(strings[0].replace(/\r\n?/g, '\n').replace(/\0/g, '\0'));
    await button(app, 'Continue').click();
    for (const name of ['Settings', 'Share and export', 'Your data']) {
      await app.getByRole('link', { name, exact: true }).first().click();
      expect(await foreign(), name).toEqual([]);
      await button(app, 'Back').click();
    }
    await button(app, 'See profile').click();
    await app.getByRole('link', { name: 'History' }).click();
    await button(app, 'Take a snapshot').click();
    expect(await foreign()).toEqual([]);
    await button(app, 'Back').click();
  }
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  expect(await foreign()).toEqual([]);
  for (const text of ['{"format":"<img src=x onerror=ran()>"}', '{"<svg onload=ran()>":1']) {
    await app.getByRole('link', { name: 'Ladder calibration' }).click();
    const [chooser] = await Promise.all([app.waitForEvent('filechooser'), button(app, 'Open file').click()]);
    await chooser.setFiles({ name: '<b>x</b>.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(app.getByText('<b>x</b>.json').first()).toBeVisible();
    expect(await foreign()).toEqual([]);
  }
});
