// Real wikis: a page made through the wiki, the ladder in it, an assessment filled in and saved there.
import { ORDER } from '../support/fixtures.mjs';
import { answerFirst, button, expect, press, test as base } from './support.mjs';
import { dokuwiki, installed, mediawiki } from './wikis.mjs';

const inside = (page) => page.frameLocator('iframe');

const WIKIS = {
  dokuwiki: {
    start: dokuwiki,
    async write(page, url, name, text) {
      await page.goto(`${url}doku.php?id=${name}&do=edit`);
      await page.locator('textarea[name=wikitext]').fill(text);
      await page.locator('button[name="do[save]"]').click();
      await page.waitForURL((address) => !address.searchParams.has('do'));
      await expect(page.locator('.dokuwiki .page.group')).toBeVisible();
    },
    raw: (html) => `<html>${html}</html>`,
    refuses: 'An administrator can add it in the settings of the plugin.',
  },
  mediawiki: {
    start: mediawiki,
    async write(page, url, name, text) {
      await page.goto(`${url}index.php?title=${name}&action=edit`);
      await page.locator('#wpTextbox1').fill(text);
      await page.locator('#wpSave').click();
      await page.waitForURL((address) => !address.searchParams.has('action'));
      await expect(page.locator('#mw-content-text')).toBeVisible();
    },
    raw: (html) => `<html>${html}</html>`,
    refuses: 'An administrator can add it to $wgLadderCalibrationAddresses.',
  },
};

/** Fills in the first four questions; after a reload the fourth is there again. */
async function assess(page) {
  await answerFirst(inside(page));
  for (const question of ORDER.slice(1, 4)) {
    await press(button(inside(page), 'Continue'));
    await expect(inside(page).getByRole('heading', { level: 1, name: question.prompt })).toBeVisible();
    await press(inside(page).getByRole('radio', { name: question.statements[2], exact: true }));
  }
  await expect(inside(page).locator('.save')).toHaveText(/^Saved at \d\d:\d\d in this browser, for this wiki only\./);
  await page.reload();
  await expect(inside(page).getByRole('heading', { level: 1, name: ORDER[3].prompt })).toBeVisible();
  await expect(inside(page).getByRole('radio', { name: ORDER[3].statements[2], exact: true })).toBeChecked();
}

for (const [name, { start, write, raw, refuses }] of Object.entries(WIKIS)) {
  const test = base.extend({ own: [async ({ site }, use) => { const wiki = await start(site.url); await use(wiki); await wiki.close(); }, { scope: 'worker', timeout: 120_000 }] });

  test.describe(name, () => {
    test.skip(!installed(name), `Debian's ${name} and php-cli are not installed`);
    test.describe.configure({ mode: 'serial' });

    test('the plugin: one tag in a page, an assessment filled in and saved, the frame as high as it has to be', async ({ page, own }) => {
      await write(page, own.url, 'ladder', 'Before.\n\n<ladder mode="self" theme="light" height="700"></ladder>\n\nAfter.'.replace(name === 'dokuwiki' ? '</ladder>' : '', ''));
      await assess(page);
      await expect.poll(() => page.locator('iframe').evaluate((f) => f.getBoundingClientRect().height)).toBeGreaterThan(800);
      expect(await inside(page).locator('html').getAttribute('data-theme')).toBe('light');
    });

    test('the plugin takes no address that was not allowed, and no code', async ({ page, own }) => {
      await write(page, own.url, 'foreign', '<ladder src="https://elsewhere.example/" mode="self"></ladder>'.replace(name === 'dokuwiki' ? '</ladder>' : '', ''));
      await expect(page.getByText(refuses)).toBeVisible();
      await expect(page.locator('iframe')).toHaveCount(0);
      await write(page, own.url, 'code', `<ladder mode="'><img src=x onerror=window.broken=1>" height="1 onload=alert(1)"></ladder>`.replace(name === 'dokuwiki' ? '</ladder>' : '', ''));
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => window.broken)).toBeUndefined();
      await expect(page.locator('iframe[onload]')).toHaveCount(0);
    });

    test("the wiki's own raw-HTML switch", async ({ page, own, site }) => {
      await write(page, own.url, 'raw', raw(`<div data-ladder-calibration data-mode="self"></div><script src="${site.url}embed.js"></script>`));
      await assess(page);
    });

    test("the element in the wiki's page, through the same switch", async ({ page, own, site }) => {
      await write(page, own.url, 'element', raw(`<ladder-calibration></ladder-calibration><script type="module" src="${site.url}element.js"></script>`));
      await answerFirst(page.locator('ladder-calibration'));
      await expect(page.locator('ladder-calibration .save')).toHaveText(/^Saved at \d\d:\d\d in this browser\./);
    });
  });
}
