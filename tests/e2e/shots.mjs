// Pictures of every screen at 320, 768 and 1280 px, light and dark: `node shots.mjs FOLDER`.
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from './support/browsers.mjs';
import { calibrationScreens } from './support/calibration.mjs';
import { embedded, wiki } from './embed/support.mjs';
import { serve } from './support/server.mjs';

const folder = process.argv[2] ?? 'shots';
const site = await serve(fileURLToPath(new URL('../../dist', import.meta.url)));
const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
const pattern = [3, 2, 3, 2, 2, 3, 3, 2, 1, 3, 3, 2, 3, 2, 4, 2, 1, 3, 2, 3, 3, 0, 3, 2];
for (const colorScheme of ['light', 'dark']) {
  const context = await browser.newContext({ colorScheme, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  const page = await context.newPage();
  const shoot = async (name, shown = page) => {
    for (const width of [320, 768, 1280]) {
      // A frame of another site is painted only while it is visible.
      const inside = shown.frames().length > 1;
      await shown.setViewportSize({ width, height: inside ? 3600 : 900 });
      if (inside) await shown.waitForTimeout(300);
      await shown.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: !inside });
    }
  };
  const press = (name) => page.getByRole('button', { name, exact: true }).click();
  await page.goto(site.url);
  await shoot('start');
  await press('Start self-assessment');
  for (let i = 0; i < 24; i++) {
    await page.getByText(`Question ${i + 1} of`).waitFor();
    await page.getByRole('radio').nth(pattern[i]).check();
    if (i % 3) await page.getByRole('textbox').fill('Lease design of the storage group, May: asked what a clock step does. They moved to fencing tokens.');
    if (i === 0 || i === 6) await shoot(`question-${i + 1}`);
    await press('Continue');
    if (i === 11) { await page.getByText('First profile').waitFor(); await page.waitForTimeout(200); await shoot('first'); await press('Continue'); }
  }
  await shoot('check');
  await press('See profile');
  await page.waitForTimeout(300);
  await shoot('profile');
  await page.getByRole('link', { name: 'Settings' }).click();
  await shoot('details');
  await page.getByRole('link', { name: 'Read the ladder' }).click();
  await shoot('ladder');
  await page.getByRole('link', { name: 'How it is calculated' }).click();
  await shoot('how');
  await page.getByRole('link', { name: 'Check your answers' }).click();
  await page.getByRole('link', { name: 'All questions on one page' }).click();
  await shoot('all');
  await page.getByRole('link', { name: 'Ladder calibration' }).click();
  await shoot('saved');
  await page.getByRole('link', { name: 'Your data' }).click();
  await shoot('data');
  await page.getByRole('link', { name: 'Ladder calibration' }).click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('Open file')]);
  const golden = fileURLToPath(new URL('../data/golden/locked-1.json', import.meta.url));
  await chooser.setFiles([golden, fileURLToPath(new URL('./package.json', import.meta.url))]);
  await page.getByText('locked-1.json').waitFor();
  await shoot('open');
  await page.getByRole('link', { name: 'Ladder calibration' }).click();
  await page.getByRole('button', { name: /^Continue/ }).click();
  const other = await context.newPage();
  await other.goto(site.url);
  await other.getByRole('button', { name: /^Change/ }).first().click().catch(() => {});
  await other.getByRole('link', { name: 'Check your answers' }).click();
  await other.getByRole('button', { name: /^Change/ }).first().click();
  await other.getByRole('radio').nth(4).check();
  await page.getByText('View the differences').click();
  await shoot('versions');
  await other.close();
  await press('Keep the version here');
  await page.getByRole('link', { name: 'Ladder calibration' }).click();
  const [file] = await Promise.all([page.waitForEvent('filechooser'), press('Open file')]);
  await file.setFiles(fileURLToPath(new URL('../data/personas/super-coder.json', import.meta.url)));
  for (const growthScreen of ['Evidence', 'Role', 'Is the organization ready?', 'Next steps', 'What if', 'Plan', 'Packet draft', 'Archetypes and other ladders']) {
    await page.getByRole('link', { name: growthScreen, exact: true }).first().click();
    await shoot(growthScreen.toLowerCase().replace(/\W+/g, '-').replace(/-$/, ''));
  }
  await press('Delete everything');
  await shoot('delete');
  await press('Keep everything');
  await page.evaluate(() => dispatchEvent(new Event('ladder-panic')));
  await shoot('recovery');
  await context.close();
  const desktop = await browser.newContext({ colorScheme, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
  const two = await desktop.newPage();
  await two.goto(site.url);
  await calibrationScreens(two, (name) => shoot(`calibration-${name}`, two));
  await desktop.close();

  // The page inside a wiki, as a frame and as an element.
  const framed = await serve(fileURLToPath(new URL('../../dist', import.meta.url)), embedded);
  const article = (inside) => `<style>body { margin: 0 auto; padding: 16px; max-width: 52rem; font: 16px/1.5 sans-serif; color-scheme: light dark }</style><p>Before you meet, each of you fills this in.</p>${inside}<p>What follows on the wiki's page.</p>`;
  const outer = await wiki(() => ({
    '/frame': article(`<div data-ladder-calibration></div><script src="${framed.url}embed.js"></script>`),
    '/element': article(`<ladder-calibration></ladder-calibration><script type="module" src="${framed.url}element.js"></script>`),
  }));
  for (const kind of ['frame', 'element']) {
    const own = await browser.newContext({ colorScheme, locale: 'en-GB', timezoneId: 'Europe/Berlin' });
    const page = await own.newPage();
    const inside = kind === 'frame' ? page.frameLocator('iframe') : page;
    const shot = async (name) => { await page.waitForTimeout(400); await shoot(`${kind}-${name}`, page); };
    const press = (name) => inside.getByRole('button', { name, exact: true }).first().evaluate((e) => e.click());
    await page.goto(`${outer.url}/${kind}`);
    await inside.getByRole('button', { name: 'Start self-assessment' }).first().waitFor();
    await shot('start');
    await press('Start self-assessment');
    for (let i = 0; i < 12; i++) {
      await inside.getByText(`Question ${i + 1} of`).waitFor();
      await inside.getByRole('radio').nth(pattern[i]).evaluate((e) => e.click());
      if (i === 0) await shot('question');
      await press('Continue');
    }
    await inside.getByText('First profile').waitFor();
    await shot('first');
    await press('See profile');
    await inside.getByText('First profile').waitFor({ state: 'hidden' });
    await shot('profile');
    await own.close();
  }
  await outer.close();
  await framed.close();
}
await browser.close();
await site.close();
