// Every screen of a calibration: axe in both themes, reflow, targets, and the path of a session with the keyboard alone.
import { asked, button, expect, test } from './support/fixtures.mjs';
import { overflowing, smallTargets, violations } from './support/screen-checks.mjs';
import { CORE, begin, calibrationScreens, openCalibration, invite, opened, rate, reveal, seal } from './support/calibration.mjs';


for (const [colorScheme, width] of [['light', 1280], ['dark', 1280], ['light', 320], ['dark', 320]]) {
  test(`axe finds nothing, and nothing scrolls sideways: ${colorScheme}, ${width} px`, async ({ app }) => {
    test.setTimeout(240_000);
    await app.emulateMedia({ colorScheme });
    await app.setViewportSize({ width, height: 800 });
    const found = {};
    await calibrationScreens(app, async (name) => {
      const list = await violations(app);
      const over = await overflowing(app);
      if (over > 0) list.push(`scrolls sideways by ${over} px`);
      const small = await smallTargets(app, 'p:not(.actions, .small, .clear, .wordmark), dd, li > a, .lines');
      if (small.length) list.push(`small targets: ${JSON.stringify(small)}`);
      const filled = await app.evaluate(() => [...document.querySelectorAll('main .button:not(.quiet)')].filter((e) => e.checkVisibility()).map((e) => e.textContent));
      if (filled.length > 1) list.push(`more than one filled button: ${filled.join(', ')}`);
      if (list.length) found[name] = list;
    });
    expect(found).toEqual({});
  });
}

/** Tabs to an element that has the focus when `is` says so. */
async function tabTo(page, name, tag = 'BUTTON') {
  for (let i = 0; i < 120; i++) {
    const here = await page.evaluate(([n, t]) => {
      const e = document.activeElement;
      const label = e?.labels?.[0]?.textContent ?? e?.textContent ?? '';
      return Boolean(e) && e.tagName === t && label.startsWith(n);
    }, [name, tag]);
    if (here) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no ${tag} ${name}`);
}

test('a session from the reveal to the closing code with the keyboard alone', async ({ app }) => {
  test.setTimeout(240_000);
  await openCalibration(app);
  await invite(app);
  await begin(app, 'Self-rater', 'Ines');
  await rate(app, [4, ...Array(11).fill(2)], 'an example here');
  const first = await seal(app, { oneLaptop: true });
  await begin(app, 'Manager', 'Tomasz');
  await rate(app, Array(12).fill(2), 'an example here');
  const second = await seal(app, { oneLaptop: true });

  await tabTo(app, 'Reveal');
  await app.keyboard.press('Enter');
  for (const side of [first, second]) {
    await tabTo(app, 'Code, 40 digits', 'INPUT');
    await app.keyboard.insertText(side.code);
    await app.keyboard.press('Tab');
    await app.keyboard.insertText(side.number);
    await app.keyboard.press('Tab');
  }
  await tabTo(app, 'Reveal');
  await app.keyboard.press('Enter');
  await opened(app);
  await tabTo(app, 'Start with 45 minutes');
  await app.keyboard.press('Enter');
  await expect(app.getByRole('heading', { level: 1, name: asked(CORE[0]) })).toBeFocused();
  await tabTo(app, 'Statement', 'INPUT');
  await app.keyboard.press('Space');
  await app.keyboard.press('ArrowDown');
  await expect(app.getByRole('radio', { name: /^Statement 3, between the two/ })).toBeChecked();
  for (const name of ['Ines', 'Tomasz']) {
    await tabTo(app, 'Reason', 'SELECT');
    await app.keyboard.press('ArrowDown');
    await app.keyboard.press('Tab');
    await app.keyboard.insertText(`${name} says why`);
    await app.keyboard.press('Tab');
  }
  await tabTo(app, 'Agree');
  await app.keyboard.press('Enter');
  await expect(app.getByText(/^Agreed on statement 3\./)).toBeVisible();
  await tabTo(app, 'Finish session');
  await app.keyboard.press('Enter');
  await expect(button(app, 'Not yet')).toBeFocused();
  await app.keyboard.press('Shift+Tab');
  await expect(button(app, 'Yes, finish')).toBeFocused();
  await app.keyboard.press('Enter');
  await expect(app.locator('#closing-code')).toBeVisible();
  await expect(app.getByRole('heading', { level: 1, name: /^Calibration of Ines/ })).toBeFocused();
});

test('the path that a screen reader takes: headings in order, one first heading a screen', async ({ app }) => {
  test.setTimeout(240_000);
  const wrong = {};
  await calibrationScreens(app, async (name) => {
    const ranks = await app.evaluate(() => [...document.querySelectorAll('main h1, main h2, main h3, main h4')].filter((h) => h.checkVisibility() && !h.closest('[popover]')).map((h) => Number(h.tagName[1])));
    const jumps = ranks.filter((rank, i) => i > 0 && rank > ranks[i - 1] + 1);
    if (ranks.filter((r) => r === 1).length !== 1 || jumps.length) wrong[name] = ranks.join('');
  });
  expect(wrong).toEqual({});
});
