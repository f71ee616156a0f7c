// Two people at two browsers, or at one: what they press and type, by the words on the screen.
import { createHash } from 'node:crypto';
import { ORDER, QUESTIONS, asked, button, expect, downloadFrom, watch } from './fixtures.mjs';

export const CORE = ORDER.slice(0, 12);

/** From the start page to the calibrations. */
export async function openCalibration(page) {
  await page.getByRole('button', { name: 'Start calibration' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Calibration sessions' })).toBeVisible();
}

/** Makes an invitation and returns its message. */
export async function invite(page, { all = false } = {}) {
  if (all) await page.getByRole('radio', { name: /^All 24 questions/ }).check();
  await button(page, 'Make the invitation').click();
  return invitation(page);
}

export async function invitation(page) {
  return (await page.locator('.token').first().textContent()).trim();
}

/** Reads a message or a file's text in a calibration or on the reveal page. */
export async function paste(page, text) {
  await page.getByLabel(/^Or paste/).fill(text);
  await button(page, 'Read the text').click();
}

/** Starts a rating in a role. */
export async function begin(page, role, name) {
  const item = page.getByRole('listitem').filter({ has: page.locator('summary', { hasText: role === 'Self-rater' ? 'Rate my own work' : `Rate as the ${role.toLowerCase()}` }) });
  await item.locator('summary').click();
  await item.getByLabel(/^Your name/).fill(name);
  await item.getByRole('button', { name: 'Start rating' }).click();
}

/** Answers the questions of a session in order: a statement, 'n', 'x' or null; `example` may depend on the question. */
export async function rate(page, answers, example) {
  const order = answers.length > 12 ? ORDER : CORE;
  for (const [i, choice] of answers.entries()) {
    const question = order[i];
    await expect(page.getByRole('heading', { level: 1, name: asked(question) })).toBeVisible();
    const radios = page.getByRole('group', { name: asked(question) }).getByRole('radio');
    if (choice === 'n') await radios.nth(5).check();
    else if (choice === 'x') await radios.nth(6).check();
    else if (choice !== null) await radios.nth(choice).check();
    if (typeof choice === 'number' && example) await page.getByRole('textbox').fill(typeof example === 'string' ? example : example(question, i));
    await button(page, 'Continue').click();
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Check your answers' })).toBeVisible();
}

/** Seals what is on the check page; the code, the opening number and the sealed file. `save` presses the button for the file: then
    Firefox shows what it saved, and the page no longer has the focus. */
export async function seal(page, { oneLaptop = false, save = false } = {}) {
  await button(page, 'Seal my ratings').click();
  await page.getByRole('radio', { name: oneLaptop ? /^On this laptop/ : /^On another laptop/ }).check();
  await button(page, 'Seal my ratings').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your ratings are sealed' })).toBeVisible({ timeout: 20_000 });
  const code = await page.locator('#seal-code').innerText();
  const number = await page.locator('#opening-number').innerText();
  const saved = save && (await downloadFrom(page, () => button(page, 'Save sealed file').click())).text;
  await noted(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Calibration sessions' })).toBeVisible();
  return { code, number, file: saved || await kept(page, code) };
}

/** Types the last four digits of the opening number back, and presses Done. */
export async function noted(page) {
  const number = await page.locator('#opening-number').innerText();
  await page.getByLabel('Last four digits of the opening number, from your note').fill(number.replace(/\s/g, '').slice(-4));
  await button(page, 'Done').click();
}

/** The sealed file with a code, as the store keeps it. */
async function kept(page, code) {
  const find = (digits) => Object.entries(localStorage).filter(([k]) => k.startsWith('ladder-calibration/sealed/')).map(([, v]) => JSON.parse(v).file).find((f) => f.code === digits);
  await expect.poll(() => page.evaluate(find, code.replace(/\s/g, ''))).toBeTruthy();
  return JSON.stringify(await page.evaluate(find, code.replace(/\s/g, '')));
}

/** Types codes and numbers, in the order of the roles, and presses Reveal. */
export async function reveal(page, sides) {
  if (await page.getByRole('heading', { level: 1, name: 'Reveal' }).count() === 0) await button(page, 'Reveal').click();
  for (const [i, side] of sides.entries()) {
    await page.getByLabel('Code, 40 digits').nth(i).fill(side.code);
    await page.getByLabel('Opening number, 20 digits').nth(i).fill(side.number);
  }
  await button(page, 'Reveal').click();
}

/** Both files opened: the page that asks for the length. */
export async function opened(page) {
  await expect(page.getByRole('heading', { level: 1, name: 'Both files are open' })).toBeVisible({ timeout: 30_000 });
}

/** Gives a side's reason for the question on screen. */
export async function reason(page, name, ground, words = '') {
  const group = page.getByRole('group', { name: new RegExp(`^(Why does ${name} move away from |Answer from ${name}: )`) });
  await group.getByLabel('Reason').selectOption({ label: ground });
  if (words) await group.getByLabel(/^In words/).fill(words);
}

/** Everything in the browser's store as one text. */
export function store(page) {
  return page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
}

export const titleOf = (id) => new RegExp(QUESTIONS.find((q) => q.id === id).title, 'i');

export const INES = [4, 3, 2, 3, 2, 3, 2, 3, 2, 4, 3, 'n'];
export const TOMASZ = [2, 2, 2, 3, 2, 3, 2, 3, 2, 2, 3, 3];

/** A second person in another browser. */
export async function other(browser, site, problems) {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  const page = await context.newPage();
  await watch(page, site.url, problems);
  await page.goto(site.url);
  return page;
}

/** Both have sealed: Ines at her browser, Tomasz, who invited, at his. */
export async function sealed(app, browser, site, problems, answers = [INES, TOMASZ]) {
  const ines = await other(browser, site, problems);
  await openCalibration(app);
  const message = await invite(app);
  await openCalibration(ines);
  await paste(ines, message);
  await begin(ines, 'Self-rater', 'Ines');
  await rate(ines, answers[0], (q, i) => `Ines and ${q.title}, in ${2020 + i}`);
  const first = await seal(ines, { save: true });
  await begin(app, 'Manager', 'Tomasz');
  await rate(app, answers[1], 'what Tomasz saw of it');
  const second = await seal(app);
  await paste(app, first.file);
  await paste(ines, second.file);
  return { ines, message, first, second };
}

/** A file with other fields and a checksum that fits them again. */
export function forged(text, changes) {
  const { checksum, ...file } = { ...JSON.parse(text), ...changes };
  const canonical = (v) => (v && typeof v === 'object' ? `{${Object.keys(v).sort().map((k) => `${JSON.stringify(k)}:${canonical(v[k])}`).join(',')}}` : JSON.stringify(v));
  return JSON.stringify({ ...file, checksum: `sha256:${createHash('sha256').update(canonical(file)).digest('hex')}` });
}

/** Goes to each screen of a calibration on one laptop in turn and calls `look` there. */
export async function calibrationScreens(page, look) {
  const home = () => page.getByRole('link', { name: 'Ladder calibration' }).click();
  await openCalibration(page);
  await look('calibrations');
  await page.getByRole('link', { name: 'Warm-up' }).first().click();
  await look('warm-up');
  for (const group of await page.getByRole('group').all()) await group.getByRole('radio').nth(2).check();
  await button(page, 'Compare with the authors').click();
  await look('warm-up-compared');
  await button(page, 'To the sessions').click();
  await invite(page);
  await look('invited');
  await begin(page, 'Self-rater', 'Ines');
  await rate(page, INES, 'Paper on ledger retention, March. Finance and two VPs in Lisbon planned by it.');
  await look('check-for-session');
  await button(page, 'Seal my ratings').click();
  await page.getByRole('radio', { name: /^On this laptop/ }).check();
  await look('seal');
  await button(page, 'Seal my ratings').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your ratings are sealed' })).toBeVisible({ timeout: 20_000 });
  await look('sealed');
  const first = { code: await page.locator('#seal-code').innerText(), number: await page.locator('#opening-number').innerText() };
  await noted(page);
  await look('one-sealed');
  await begin(page, 'Manager', 'Tomasz');
  await rate(page, TOMASZ, 'The retry note ended the argument between Checkout and Billing.');
  const second = await seal(page, { oneLaptop: true });
  await reveal(page, [{ ...first, code: first.code.slice(1) }, second]);
  await expect(page.getByRole('alert')).toBeVisible();
  await look('reveal');
  await reveal(page, [first, second]);
  await opened(page);
  await look('opening');
  await button(page, 'Start with 45 minutes').click();
  await page.getByRole('radio', { name: /^Statement 3, between the two/ }).check();
  await page.getByText('A statement is unclear').click();
  await button(page, 'Add an action').click();
  await look('session');
  await reason(page, 'Ines', 'new example', 'Lisbon still plans by it');
  await reason(page, 'Tomasz', 'read it differently');
  await button(page, 'Mark as unclear').click();
  await button(page, 'Agree').click();
  await look('session-agreed');
  await page.getByRole('button', { name: titleOf(CORE[11].id) }).click();
  await look('session-one-sided');
  await button(page, 'Hide answers').click();
  await look('session-hidden');
  await button(page, 'Show answers').click();
  await button(page, 'Finish session').click();
  await button(page, 'Yes, finish').click();
  await expect(page.locator('#closing-code')).toBeVisible();
  await look('record');
  await page.getByRole('link', { name: 'Verify a record' }).click();
  await page.getByLabel('Closing code, 40 digits').fill('1234');
  await button(page, 'Check the code').click();
  await look('verify');
  await button(page, 'Back').click();
  await page.getByRole('link', { name: 'Committee' }).first().click();
  await look('committee');
  await button(page, 'Start my review form').click();
  await page.getByRole('radio', { name: 'Question' }).first().check();
  await look('committee-sheet');
  const sheet = await downloadFrom(page, () => button(page, 'Save my review form').click());
  await button(page, 'Done').click();
  for (const id of ['m1', 'm2', 'm3']) await paste(page, JSON.stringify({ ...JSON.parse(sheet.text), id, member: id, checksum: undefined }));
  await expect(page.getByText('3 review forms are here.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show who answered what' }).click();
  await look('committee-review');
  await home();
  await openCalibration(page);
  await look('calibrations-with-record');
  await page.getByRole('link', { name: 'Your data' }).click();
  await look('data');
}
