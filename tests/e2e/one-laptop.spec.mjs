// Sealing on one laptop, and ratings for a session before their reveal: leaving the page or a full store loses nothing,
// imports have no influence, and no page shows a level.
import { ORDER, button, expect, stored, test, text } from './support/fixtures.mjs';
import { INES, TOMASZ, begin, openCalibration, forged, invite, noted, opened, paste, rate, reveal, seal, store } from './support/calibration.mjs';

const LEVEL = /(Clearly|Probably|Between|By these answers) .*\d+%/;
const GROWTH_SCREENS = ['evidence', 'role', 'readiness', 'next-step', 'what-if', 'plan', 'packet', 'lens'];
const PAGES = ['first', 'check', 'profile', 'all', 'details', 'how', 'open', 'share', 'history', 'data', ...GROWTH_SCREENS, 'calibration', 'warm-up', 'seal', 'sealed', 'reveal', 'session', 'record', 'verify', 'committee'];

async function rated(app) {
  await openCalibration(app);
  await invite(app);
  await begin(app, 'Self-rater', 'Ines');
  await rate(app, INES, 'Ines and the ledger');
}

async function press(app, oneLaptop = true) {
  await button(app, 'Seal my ratings').click();
  await app.getByRole('radio', { name: oneLaptop ? /^On this laptop/ : /^On another laptop/ }).check();
  await button(app, 'Seal my ratings').click();
  await expect(app.getByRole('heading', { level: 1, name: 'Your ratings are sealed' })).toBeVisible({ timeout: 20_000 });
}

const sealedFiles = (app) => app.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('ladder-calibration/sealed/')).length);

/** Whether the page asks before leaving; it is left. */
async function asksBeforeReload(app) {
  let asked = 0;
  const count = (dialog) => { asked += dialog.type() === 'beforeunload'; return dialog.accept(); };
  app.on('dialog', count);
  await app.reload();
  app.off('dialog', count);
  return asked === 1;
}

test('a reload before the number is noted is asked about and leaves the ratings, and then one file is there', async ({ app }) => {
  test.setTimeout(120_000);
  await rated(app);
  expect(await asksBeforeReload(app)).toBe(false);
  await expect(app.getByRole('heading', { level: 1, name: 'Check your answers' })).toBeVisible();
  await press(app);
  const code = await app.locator('#seal-code').innerText();
  const number = await app.locator('#opening-number').innerText();
  expect(await store(app)).not.toContain(number.replace(/\s/g, ''));
  expect(await sealedFiles(app)).toBe(0);
  await app.getByLabel('Last four digits of the opening number, from your note').fill('12');
  await expect(button(app, 'Done')).toBeDisabled();
  expect(await asksBeforeReload(app)).toBe(true);

  await expect(app.getByRole('heading', { level: 1, name: 'Calibration sessions' })).toBeVisible();
  await expect(app.getByText('12 of 12 answered here.')).toBeVisible();
  expect(await sealedFiles(app)).toBe(0);
  await app.getByRole('listitem').filter({ hasText: 'Self-rater' }).getByRole('button', { name: 'Continue' }).click();
  const again = await seal(app, { oneLaptop: true });
  expect(again.code).not.toBe(code);
  expect(JSON.parse(again.file).seal).toBe(2);
  expect(await sealedFiles(app)).toBe(1);
  expect(await store(app)).not.toContain('Ines and the ledger');
  expect(await asksBeforeReload(app)).toBe(false);
});

test('wrong digits are reported, and Done waits for the right ones', async ({ app }) => {
  await rated(app);
  await press(app);
  const number = (await app.locator('#opening-number').innerText()).replace(/\s/g, '');
  const last = Number(number.slice(-4));
  await app.getByLabel('Last four digits of the opening number, from your note').fill(String((last + 1) % 10_000).padStart(4, '0'));
  await expect(app.getByText('These are not the last four digits of the number above.')).toBeVisible();
  await expect(button(app, 'Done')).toBeDisabled();
  expect(await store(app)).toContain('Ines and the ledger');
  await noted(app);
  await expect(app.getByRole('heading', { level: 1, name: 'Calibration sessions' })).toBeVisible();
  await expect.poll(() => store(app)).not.toContain('Ines and the ledger');
});

test('a sealed file that cannot be written takes nothing readable along, and is written when there is room', async ({ app }) => {
  test.setTimeout(120_000);
  await rated(app);
  await press(app);
  await app.evaluate(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function full(key, value) {
      if (window.full !== false && key.includes('/sealed/')) throw new DOMException('full', 'QuotaExceededError');
      set.call(this, key, value);
    };
  });
  await noted(app);
  await expect(app.getByRole('heading', { name: 'The sealed file is not saved yet' })).toBeVisible();
  await expect(app.getByText('The sealed file could not be saved in this browser: its storage is full.', { exact: false })).toBeVisible();
  expect(await store(app)).toContain('Ines and the ledger');
  expect(await sealedFiles(app)).toBe(0);
  await app.evaluate(() => { window.full = false; });
  await button(app, 'Done').click();
  await expect(app.getByRole('heading', { level: 1, name: 'Calibration sessions' })).toBeVisible();
  expect(await sealedFiles(app)).toBe(1);
  await expect.poll(() => store(app)).not.toContain('Ines and the ledger');
});

test('on two laptops the page asks before it is left while the number is not noted', async ({ app }) => {
  await rated(app);
  await press(app, false);
  await expect(app.getByText('The sealed file stays in this browser.', { exact: false })).toBeVisible();
  expect(await asksBeforeReload(app)).toBe(true);
  await expect(app.getByText(/^Sealed as seal 1,/)).toBeVisible();
  await expect(app.getByText('A readable copy is here too.', { exact: false })).toBeVisible();
});

test('no page shows a level of ratings for a session before the reveal, and after it each side has a profile', async ({ app, site }) => {
  test.setTimeout(240_000);
  await rated(app);
  const named = [...PAGES, ...['question', 'change', 'best'].map((way) => `${way}/${ORDER[0].id}`)];
  for (const name of named) {
    await app.evaluate((state) => dispatchEvent(new PopStateEvent('popstate', { state })), name);
    await expect(app.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await text(app), name).not.toMatch(LEVEL);
    await expect(app.getByRole('link', { name: 'Profile', exact: true })).toHaveCount(0);
    await expect(button(app, 'See profile')).toHaveCount(0);
  }
  await app.evaluate(() => dispatchEvent(new PopStateEvent('popstate', { state: 'share' })));
  await expect(app.getByText('so no level is shown until both files are open here', { exact: false })).toBeVisible();
  await expect(app.getByLabel(/^Link with/)).toHaveCount(0);
  await app.evaluate(() => dispatchEvent(new PopStateEvent('popstate', { state: 'evidence' })));
  await expect(app.getByRole('heading', { level: 1, name: 'Evidence' })).toBeVisible();
  for (const name of ['profile', 'what-if', 'history', 'first']) {
    // From another page: Firefox may never report a change of the fragment alone that the page takes back at once.
    await app.goto('about:blank');
    await app.goto(`${site.url}#${name}`);
    await expect(app.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(app.locator('.page[data-page=profile], .page[data-page=what-if], .page[data-page=history], .page[data-page=first]')).toHaveCount(0);
  }

  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await openCalibration(app);
  await app.getByRole('listitem').filter({ hasText: 'Self-rater' }).getByRole('button', { name: 'Continue' }).click();
  const first = await seal(app);
  await begin(app, 'Manager', 'Tomasz');
  await rate(app, TOMASZ, 'what Tomasz saw of it');
  const second = await seal(app);
  await reveal(app, [first, second]);
  await opened(app);
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await app.getByRole('listitem').filter({ hasText: 'Self-assessment' }).getByRole('button', { name: /^Continue/ }).click();
  await button(app, 'See profile').click();
  // Of the twelve one had no opportunity, so the profile asks for one more; its page is there again.
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Answer 1 more Influence question for a level.');
  await expect(app.locator('.page[data-page=profile]')).toBeVisible();
});

test('imported files have no effect on seal numbers and hide no session; the code that is typed picks the file', async ({ app }) => {
  test.setTimeout(240_000);
  await rated(app);
  const first = await seal(app);
  await paste(app, forged(first.file, { seal: 1_000_000_000, code: '0'.repeat(40) }));
  await expect(app.getByText(/^Received as seal 1000000000,/)).toBeVisible();
  await expect(app.getByText(/^Sealed as seal 1,/)).toBeVisible();
  await button(app, 'View my ratings').click();
  await expect(app.getByRole('heading', { name: 'These ratings are sealed' })).toBeVisible();
  await expect(app.getByRole('button', { name: /^Change/ })).toHaveCount(0);
  await button(app, 'Open and seal again').click();
  const again = await seal(app);
  expect(JSON.parse(again.file).seal).toBe(2);

  // A record of the same session with ratings that were not sealed here.
  const mine = (await stored(app))[0];
  const side = (role, name) => ({
    assessment: { format: mine.format, version: 1, id: role, session: mine.session, ladder: mine.ladder, rater: { role, name }, answers: mine.answers },
    seal: { number: 1, code: first.code, opened: true },
  });
  const record = { format: 'ladder-calibration/session', version: 1, id: mine.session, started: '2026-11-23T10:00:00Z', ladder: mine.ladder, first: side('self', 'Ines'), second: side('manager', 'Mallory') };
  await paste(app, JSON.stringify(record));
  await expect(app.getByText('This record was opened from a file.', { exact: false }).first()).toBeVisible();
  await expect(app.getByRole('heading', { name: 'Both files are open' })).toHaveCount(0);
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await openCalibration(app);
  await expect(app.getByRole('region', { name: /^Session of/ })).toBeVisible();
  await expect(button(app, 'Reveal')).toBeVisible();
});
