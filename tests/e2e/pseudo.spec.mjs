// Every page in words that are a third longer, and from right to left: nothing is cut, and nothing scrolls sideways.
// `cargo xtask verify locales` builds the page as en-XA and as ar-XB, and runs this with the name in LADDER_LOCALE.
import fs from 'node:fs';
import { LOCALE, ROOT, expect, test } from './support/fixtures.mjs';
import { overflowing } from './support/screen-checks.mjs';

const { store } = JSON.parse(fs.readFileSync(`${ROOT}tests/data/store/082129e.json`, 'utf8'));
const LOCATION = 'ladder-calibration/place';
/** The fullest self-assessment of the store, and the session that waits for its reveal. */
const ASSESSMENT = Object.entries(store).filter(([key]) => key.startsWith('ladder-calibration/assessment/')).sort((a, b) => b[1].length - a[1].length)[0][0].split('/')[2];
const [SESSION] = store[LOCATION].split(' ');

const OF_ASSESSMENT = [
  'question/outcome-boundary', 'first', 'check', 'profile', 'all', 'details', 'share', 'history', 'ladder', 'how', 'data',
  'evidence', 'role', 'readiness', 'next-step', 'what-if', 'plan', 'packet', 'lens',
];
const OF_SESSION = ['calibration', 'warm-up', 'reveal', 'verify', 'committee'];

/** Words as the catalog writes them in this locale; see crates/catalog/src/pseudo.rs. */
const ACCENTS = { a: 'áá', e: 'éé', i: 'íí', o: 'öö', u: 'üü', A: 'Áá', E: 'Éé', I: 'Íí', O: 'Öö', U: 'Üü', c: 'ç', n: 'ñ', s: 'š', y: 'ý', z: 'ž', C: 'Ç', S: 'Š' };
function said(text) {
  const longer = (word) => word.replace(/./g, (letter) => ACCENTS[letter] ?? letter);
  return text.replace(/[A-Za-z]+/g, (word) => (LOCALE === 'ar-XB' ? `\u202e${longer(word)}\u202c` : longer(word)));
}

/** Texts that their element cuts off, and texts of drawings that stick out of them. */
const cut = (page) => page.evaluate(() => {
  const words = (e) => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''}: ${e.textContent.trim().slice(0, 40)}`;
  const hides = (e) => e.matches('#app *') && !e.closest('.vh, svg') && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX);
  const boxes = [...document.querySelectorAll('#app *')].filter((e) => e.checkVisibility() && e.textContent.trim());
  const hidden = boxes.filter(hides).filter((e) => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
  const drawn = boxes.filter((e) => e.matches('svg text')).filter((e) => {
    const [text, drawing] = [e.getBoundingClientRect(), e.closest('#app svg:not(svg svg)').getBoundingClientRect()];
    const width = document.documentElement.clientWidth;
    return text.width > 0 && (text.left < -1 || text.right > width + 1 || text.top > drawing.bottom);
  });
  return [...hidden, ...drawn].map(words);
});

async function look(page, name, found) {
  await page.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
  const sideways = await overflowing(page);
  if (sideways > 0) found.push(`${name}: ${sideways} px sideways`);
  found.push(...(await cut(page)).map((words) => `${name}: cut: ${words}`));
}

/** Loads the page with the store, at a location. */
async function at(page, id, name) {
  await page.evaluate(([all, key, location]) => {
    localStorage.clear();
    for (const [other, value] of Object.entries(all)) localStorage.setItem(other, value);
    if (location) localStorage.setItem(key, location);
    else localStorage.removeItem(key);
    // The page that is left here would write its own location.
    Storage.prototype.setItem = () => {};
  }, [store, LOCATION, name && `${id} ${name}`]);
  await page.reload();
  await expect(page.locator('#app h1').first()).toBeVisible();
  await expect(page.locator('#app .waiting')).toHaveCount(0);
}

for (const width of [320, 1280]) {
  test(`nothing is cut or scrolls sideways in ${LOCALE} at ${width} px`, async ({ app }) => {
    test.setTimeout(240_000);
    await app.setViewportSize({ width, height: 800 });
    await expect(app.locator('html')).toHaveAttribute('dir', LOCALE === 'ar-XB' ? 'rtl' : 'ltr');
    await expect(app.getByRole('button', { name: said('Start self-assessment') })).toBeVisible();
    const found = [];
    await look(app, 'first screen', found);
    await at(app);
    await look(app, 'start', found);
    for (const [id, names] of [[ASSESSMENT, OF_ASSESSMENT], [SESSION, OF_SESSION]]) {
      for (const name of names) {
        await at(app, id, name);
        // A page that cannot be shown would give way to another one.
        expect(await app.evaluate((key) => localStorage.getItem(key), LOCATION), name).toBe(`${id} ${name}`);
        await look(app, name, found);
      }
    }
    for (const words of ['Open the record', 'Continue the session']) {
      await at(app, SESSION, 'calibration');
      const pressed = app.getByRole('button', { name: said(words), exact: true }).first();
      await pressed.click();
      await expect(pressed).toHaveCount(0);
      await look(app, words, found);
    }
    await app.evaluate(() => dispatchEvent(new Event('ladder-panic')));
    await expect(app.locator('.recovery')).toBeVisible();
    await look(app, 'recovery', found);
    expect(found).toEqual([]);
    await app.locator('.recovery h1').evaluate((heading) => Object.assign(heading.style, { width: '2rem', overflow: 'hidden', whiteSpace: 'nowrap' }));
    expect(await cut(app), 'the search finds what is cut').toHaveLength(1);
  });
}
