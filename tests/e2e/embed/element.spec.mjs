// <ladder-calibration>: its contract, and what a careless or hostile page may do to it.
import fs from 'node:fs';
import axe from 'axe-core';
import { INES, invite, rate, seal } from '../support/calibration.mjs';
import { DIST, LADDER, ORDER, ROOT } from '../support/fixtures.mjs';
import { serve } from '../support/server.mjs';
import { answerFirst, button, embedded, expect, heard, listen, press, test, toShare, wiki } from './support.mjs';

const tag = (url, attributes = '', inside = '') => `<ladder-calibration ${attributes}>${inside}</ladder-calibration><script type="module" src="${url}element.js"></script>`;
const MANIFEST = JSON.parse(fs.readFileSync(`${ROOT}crates/js/package/custom-elements.json`, 'utf8')).modules[0].declarations[0];
const PROFILE = { format: 'ladder-calibration/assessment', version: 1, id: 'one', ladder: { id: 'staff-plus' }, answers: Object.fromEntries(ORDER.map((q) => [q.id, { statement: 2, example_withheld: true }])) };
const own = (page, work, arg) => page.locator('ladder-calibration').first().evaluate(work, arg);

/** Sets an assessment, which the reader then opens. */
async function given(page, assessment) {
  await own(page, (e, a) => { e.assessment = a; }, assessment);
  await press(button(page, 'Open it'));
}

test('it asks for no module until it is used, then answers, saves and emits events without ratings', async ({ page, visit }) => {
  const asked = [];
  page.on('request', (r) => asked.push(r.url()));
  await visit((url) => tag(url));
  await listen(page);
  await expect(button(page, 'Start self-assessment')).toBeVisible();
  expect(asked.filter((url) => url.endsWith('.wasm'))).toEqual([]);
  await button(page, 'Start self-assessment').click();
  await page.getByRole('radio', { name: ORDER[0].statements[3], exact: true }).check();
  await expect(page.locator('.save')).toHaveText(/^Saved at \d\d:\d\d in this browser\./);
  await expect.poll(() => heard(page, 'change')).toEqual([{ answered: 1 }]);
  await button(page, 'Continue').click();
  await expect(page.getByRole('heading', { level: 1, name: ORDER[1].prompt })).toBeVisible();
  expect(await own(page, (e) => e.shadowRoot.activeElement?.localName)).toBe('h1');
  expect(await page.title()).toBe('A wiki');
  expect(await page.evaluate(() => [location.hash, document.querySelectorAll('main').length, history.state])).toEqual(['', 1, null]);
});

test('properties set by hand are not reported to anyone', async ({ page, visit }) => {
  await visit((url) => tag(url));
  await listen(page);
  await given(page, PROFILE);
  await expect(page.getByRole('heading', { level: 1 }).last()).toContainText(/Clearly|Probably|Between/);
  await expect.poll(() => own(page, (e) => Object.keys(e.assessment?.answers ?? {}).length)).toBe(24);
  const profile = await own(page, (e) => e.profile());
  expect(profile.overall.sufficient).toBe(true);
  expect(await own(page, (e) => e.save())).toBe(true);
  await page.waitForTimeout(500);
  expect(await heard(page, 'change')).toEqual([]);
  expect(await heard(page, 'export')).toEqual([]);
  await press(button(page, 'Save file').first());
  await expect.poll(() => heard(page, 'export')).toEqual([{}]);
  expect(await own(page, (e) => { e.assessment = '{"answers":'; return e.open(new File(['nonsense'], 'x.json')); })).toBeUndefined();
  await expect(page.getByText('This could not be opened').first()).toBeVisible();
});

test('several on a page share one download and keep apart what is theirs', async ({ page, visit }) => {
  const asked = [];
  page.on('request', (r) => asked.push(r.url()));
  await visit((url) => `<ladder-calibration mode="ladder"></ladder-calibration><ladder-calibration id="two" storage="none"></ladder-calibration>${tag(url, 'mode="ladder" storage="none"')}`);
  await expect(page.getByRole('heading', { name: 'Read the ladder' })).toHaveCount(2);
  await answerFirst(page.locator('#two'));
  await expect(page.locator('#two .save')).toHaveText('Not saved. Save a file before you close this page. Saving is switched off for this page.');
  expect(asked.filter((url) => /rest-.*wasm/.test(url))).toHaveLength(1);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.getByRole('searchbox').first().fill('nothing has this');
  await expect(page.getByText(`0 of ${ORDER.length} questions`)).toHaveCount(1);
});

test('moved it continues, removed it ends, put back it starts again', async ({ page, visit }) => {
  await visit((url) => `<section id="a">${tag(url, 'storage="none"')}</section><section id="b"></section>`);
  await answerFirst(page);
  await page.evaluate(() => document.getElementById('b').append(document.querySelector('ladder-calibration')));
  await page.waitForTimeout(100);
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  await page.evaluate(async () => {
    const element = document.querySelector('ladder-calibration');
    element.remove();
    await new Promise((r) => setTimeout(r, 50));
    window.kept = element.shadowRoot.querySelector('fieldset') !== null;
    document.getElementById('a').append(element);
  });
  expect(await page.evaluate(() => window.kept)).toBe(false);
  await expect(button(page, 'Start self-assessment')).toBeVisible();
});

test('moved and removed while it loads', async ({ page, visit }) => {
  const errors = [];
  page.on('pageerror', (e) => errors.push(e.message));
  await visit((url) => `<section id="a">${tag(url, 'mode="ladder"')}</section><section id="b"></section>`);
  await page.evaluate(async () => {
    await customElements.whenDefined('ladder-calibration');
    const element = document.querySelector('ladder-calibration');
    for (let i = 0; i < 20; i++) {
      document.getElementById(i % 2 ? 'a' : 'b').append(element);
      await new Promise((r) => setTimeout(r, i));
    }
    const gone = document.createElement('ladder-calibration');
    gone.setAttribute('mode', 'ladder');
    document.body.append(gone);
    gone.remove();
  });
  await expect(page.getByRole('heading', { name: 'Read the ladder' })).toHaveCount(1);
  expect(errors).toEqual([]);
});

test('defined twice, the first stays', async ({ page, visit }) => {
  const errors = [];
  page.on('pageerror', (e) => errors.push(e.message));
  await visit((url) => `${tag(url)}<script type="module" src="${url}element.js?again"></script>`);
  await expect(button(page, 'Start self-assessment')).toHaveCount(1);
  expect(errors).toEqual([]);
});

const HOSTILE = `* { color: red !important; letter-spacing: 9px; font-size: 40px; margin: 20px; text-transform: uppercase; } html { font-size: 10px; } .lc, .page, .button, .choice { display: none !important; background: red !important; } body { direction: ltr; }`;

test('styles leak neither in nor out', async ({ page, visit }) => {
  const measure = () => own(page, (e) => {
    const button = e.shadowRoot.querySelector('.button');
    const { display, backgroundColor, letterSpacing, textTransform, fontSize } = getComputedStyle(button);
    return { display, backgroundColor, letterSpacing, textTransform, fontSize };
  });
  const plain = '<p class="button">A paragraph</p>';
  await visit((url) => ({ '/': `${plain}${tag(url)}`, '/hostile': `<style>${HOSTILE}</style>${plain}${tag(url, 'style="--ladder-rem: 16px"')}`, '/alone': plain }));
  await expect(button(page, 'Start self-assessment')).toBeVisible();
  const inside = await measure();
  const outside = () => page.locator('p.button').evaluate((e) => { const s = getComputedStyle(e); return [s.color, s.font, s.backgroundColor, s.display, s.padding]; });
  const outsideBefore = await outside();
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/alone`);
  expect(await outside()).toEqual(outsideBefore);
  await page.goto(`${origin}/hostile`);
  await expect(button(page, 'Start self-assessment')).toBeVisible();
  expect(await measure()).toEqual(inside);
});

test('custom properties, theme and slots', async ({ page, visit }) => {
  await visit((url) => tag(url, 'theme="dark" style="--ladder-accent: rgb(1, 2, 3)"', '<p slot="header">Above</p><p slot="help">Below</p>'));
  const start = button(page, 'Start self-assessment');
  await expect(start).toHaveCSS('background-color', 'rgb(1, 2, 3)');
  expect(await own(page, (e) => getComputedStyle(e.shadowRoot.querySelector('.lc')).backgroundColor)).toBe('rgb(22, 21, 19)');
  const tops = await page.evaluate(() => ['[slot=header]', '[slot=help]'].map((s) => document.querySelector(s).getBoundingClientRect().top));
  const top = await start.evaluate((e) => e.getBoundingClientRect().top);
  expect(tops[0]).toBeLessThan(top);
  expect(tops[1]).toBeGreaterThan(top);
  await own(page, (e) => e.setAttribute('theme', 'light'));
  expect(await own(page, (e) => getComputedStyle(e.shadowRoot.querySelector('.lc')).backgroundColor)).toBe('rgb(253, 251, 246)');
});

const OTHER = { ...LADDER, id: 'house', title: 'The ladder of this house', revision: '7' };

test('a ladder by address, by property, inline, and a broken one', async ({ page, visit }) => {
  await visit((url) => ({
    '/': tag(url, 'mode="ladder" ladder-src="/ladder.json"'),
    '/ladder.json': { type: 'application/json', body: JSON.stringify(OTHER) },
    '/inline': tag(url, 'mode="ladder"', `<script type="application/json">${JSON.stringify(OTHER).replaceAll('<', '\\u003c')}</script>`),
    '/missing': tag(url, 'ladder-src="/nowhere.json"'),
  }));
  await listen(page);
  await expect(page.getByText('The ladder of this house')).toBeVisible();
  await own(page, (e, l) => { e.ladder = l; }, { ...OTHER, title: 'Another' });
  await expect(page.getByText('Another', { exact: true })).toBeVisible();
  expect(await own(page, (e) => e.ladder.title)).toBe('Another');
  await own(page, (e, l) => { e.ladder = l; }, { ...OTHER, levels: [] });
  await expect(page.getByText('levels: there are 0; there have to be 1 to 8')).toBeVisible();
  expect((await heard(page, 'error'))[0].reason).toBe('setting');
  await own(page, (e) => { e.ladder = null; });
  await expect(page.getByText('The ladder of this house')).toBeVisible();
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/inline`);
  await expect(page.getByText('The ladder of this house')).toBeVisible();
  await page.goto(`${origin}/missing`);
  await expect(page.getByText(`The ladder ${origin}/nowhere.json could not be loaded.`)).toBeVisible();
});

test('a ladder of another origin works once the operator allows it', async ({ page, visit }) => {
  const store = await wiki(() => ({ '/house.json': { type: 'application/json', body: JSON.stringify(OTHER) } }));
  const origin = (url) => new URL(url).origin;
  const policy = (extra) => (url) => `default-src 'none'; script-src ${origin(url)} 'wasm-unsafe-eval'; connect-src ${origin(url)} ${extra}`;
  const make = (url) => tag(url, `mode="ladder" ladder-src="${store.url}/house.json"`);
  await visit(make, { policy: policy('') });
  await expect(page.getByText(`${store.url} has to be in connect-src`)).toBeVisible();
  await visit(make, { policy: policy(store.url) });
  await expect(page.getByText('The ladder of this house')).toBeVisible();
  await store.close();
});

for (const [name, change, words] of [
  ['with another type', (answer) => { answer.headers['content-type'] = 'text/html'; }, null],
  ['as an error page', (answer) => { Object.assign(answer, { body: Buffer.from('<h1>Not here</h1>') }); delete answer.headers['content-encoding']; answer.headers['content-type'] = 'text/html'; }, 'A file of this page is not on the server. The page was probably updated after you opened it: load it again.'],
  ['not at all', (answer) => { answer.status = 404; }, 'A file of this page is not on the server. The page was probably updated after you opened it: load it again.'],
]) {
  test(`the module served ${name}`, async ({ page }) => {
    const site = await serve(DIST, { ...embedded, change: (file, answer) => { embedded.change(file, answer); if (file.endsWith('.wasm')) change(answer); } });
    const outer = await wiki(() => ({ '/': tag(site.url, 'mode="ladder"') }));
    await page.goto(outer.url);
    await expect(page.getByText(words ?? 'Search the ladder').first()).toBeVisible();
    await outer.close();
    await site.close();
  });
}

test('a panic ends it with the recovery screen, also for later calls', async ({ page, visit }) => {
  await visit((url) => tag(url));
  await answerFirst(page);
  await expect(page.locator('.save')).toHaveText(/^Saved/);
  await page.evaluate(() => dispatchEvent(new Event('ladder-panic')));
  await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
  await expect(button(page, 'Download the stored data')).toBeVisible();
});

test('no prototype is polluted by arguments', async ({ page, visit }) => {
  await visit((url) => tag(url));
  await given(page, JSON.stringify(PROFILE).replace('{', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},'));
  await expect.poll(() => own(page, (e) => e.assessment !== null)).toBe(true);
  expect(await page.evaluate(() => ({}).polluted)).toBeUndefined();
});

test('custom-elements.json describes the element', async ({ page, visit }) => {
  await visit((url) => tag(url));
  await answerFirst(page);
  const seen = await page.evaluate(() => {
    const made = customElements.get('ladder-calibration');
    const members = Object.getOwnPropertyNames(made.prototype).filter((n) => !/^constructor$|Callback$/.test(n));
    const fields = members.filter((n) => Object.getOwnPropertyDescriptor(made.prototype, n).get);
    const root = document.querySelector('ladder-calibration').shadowRoot;
    const css = [...root.adoptedStyleSheets[0].cssRules].map((r) => r.cssText).join('\n');
    return {
      attributes: made.observedAttributes, fields, methods: members.filter((n) => !fields.includes(n)),
      slots: [...root.querySelectorAll('slot')].map((s) => s.name),
      properties: [...new Set(css.match(/var\(--ladder-[\w-]+/g).map((v) => v.slice(4)))],
    };
  });
  const names = (list, kind) => list.filter((m) => !kind || m.kind === kind).map((m) => m.name).sort();
  // `frame-src` is read once and not watched.
  expect(names(MANIFEST.attributes).filter((n) => n !== 'frame-src')).toEqual(seen.attributes.sort());
  expect(names(MANIFEST.members, 'field')).toEqual(seen.fields.sort());
  expect(names(MANIFEST.members, 'method')).toEqual(seen.methods.sort());
  expect(names(MANIFEST.slots)).toEqual(seen.slots.sort());
  expect(names(MANIFEST.cssProperties)).toEqual(seen.properties.sort());
  const code = fs.readFileSync(`${ROOT}element/element.js`, 'utf8') + fs.readFileSync(`${ROOT}element/app.js`, 'utf8');
  const emitted = [...new Set([...code.matchAll(/emit\('(\w+)'/g)].map((m) => `ladder-${m[1]}`).concat('ladder-export'))];
  expect(names(MANIFEST.events)).toEqual(emitted.sort());
  const parts = async () => own(page, (e) => [...e.shadowRoot.querySelectorAll('[part]')].map((n) => n.getAttribute('part')));
  const found = new Set(await parts());
  await given(page, PROFILE);
  await expect(page.locator('[part=chart]').first()).toBeVisible();
  for (const part of await parts()) found.add(part);
  expect([...found].sort()).toEqual(names(MANIFEST.cssParts));
});

test('axe finds nothing in the element and in the frame', async ({ page, visit, site }) => {
  const violations = async () => (await page.evaluate(async (source) => {
    if (!window.axe) (0, eval)(source);
    return (await window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })).violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`);
  }, axe.source));
  await visit((url) => tag(url));
  await answerFirst(page);
  expect(await violations()).toEqual([]);
  await given(page, PROFILE);
  await expect(page.locator('[part=chart]').first()).toBeVisible();
  expect(await violations()).toEqual([]);
  expect(site.url).toContain('127.0.0.1');
});

test('a given assessment is stored when the reader opens it, and not before; anything but one assessment is refused', async ({ page, visit }) => {
  await visit((url) => tag(url));
  await listen(page);
  await answerFirst(page);
  await button(page, 'Continue').click();
  await expect(page.locator('.save')).toHaveText(/^Saved/);
  const before = await page.evaluate(() => Object.keys(localStorage));
  const flood = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`ladder-calibration/assessment/flood-${i}`, JSON.stringify({ ...PROFILE, id: `flood-${i}` })]));
  await own(page, (e, a) => { e.assessment = a; }, flood);
  await expect.poll(async () => (await heard(page, 'error')).map((d) => d.reason)).toEqual(['refused']);
  await own(page, (e, a) => e.open(new File([JSON.stringify(a)], 'one.json'), new File([JSON.stringify(a)], 'two.json')), PROFILE);
  await expect.poll(() => heard(page, 'error')).toHaveLength(2);
  for (let i = 0; i < 30; i++) await own(page, (e, a) => { e.assessment = a; }, { ...PROFILE, id: `host-${i}` });
  await expect(page.getByRole('status', { name: 'The embedding page offers an assessment' })).toContainText('24 of 24 answered');
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(before);
  await button(page, 'Open it').click();
  await expect.poll(() => page.evaluate((known) => Object.keys(localStorage).filter((k) => !known.includes(k)), before)).toEqual(['ladder-calibration/assessment/host-29']);
});

test('properties that were set before the definition count', async ({ page, visit }) => {
  const early = (name, value) => `<ladder-calibration mode="${name === 'ladder' ? 'ladder' : 'profile'}"></ladder-calibration><script>document.querySelector('ladder-calibration').${name} = ${JSON.stringify(value).replaceAll('<', '\\u003c')};</script>`;
  await visit((url) => ({ '/': `${early('ladder', OTHER)}<script type="module" src="${url}element.js"></script>`, '/assessment': `${early('assessment', PROFILE)}<script type="module" src="${url}element.js"></script>` }));
  await expect(page.getByText('The ladder of this house')).toBeVisible();
  expect(await own(page, (e) => [e.ladder.id, Object.hasOwn(e, 'ladder')])).toEqual(['house', false]);
  await page.goto(`${new URL(page.url()).origin}/assessment`);
  await expect(page.getByRole('heading', { level: 1 }).last()).toContainText(/Clearly|Probably|Between/);
});

const KEYS = `<p>Pressed: <output id="pressed"></output></p><script>
  for (const type of ['keydown', 'keypress', 'keyup']) document.addEventListener(type, (e) => {
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) || e.ctrlKey || e.metaKey || !('esfmk/?'.includes(e.key) || e.key === 'Escape')) return;
    document.getElementById('pressed').value += e.key + ' ';
    e.preventDefault();
  });
</script>`;

test('a wiki with single-key commands leaves every letter in the fields', async ({ page, visit }) => {
  await visit((url) => `${KEYS}${tag(url)}`);
  await answerFirst(page);
  const field = page.getByRole('textbox').first();
  await field.click();
  await page.keyboard.type('measure of skills');
  await expect(field).toHaveValue('measure of skills');
  await expect(page.locator('#pressed')).toHaveText('');
  await page.keyboard.press('Escape');
  await expect(page.locator('#pressed')).toHaveText(/^Escape/);
  await page.getByRole('heading', { level: 1 }).last().click();
  await page.keyboard.press('f');
  await expect(page.locator('#pressed')).toHaveText(/f/);
});

test('elements of several modes on one page begin each at its own page', async ({ page, visit }) => {
  await visit((url) => `<ladder-calibration id="self" mode="self"></ladder-calibration><ladder-calibration id="manager" mode="manager"></ladder-calibration>${tag(url, 'id="ready" mode="readiness"')}`);
  await answerFirst(page.locator('#self'));
  await expect(page.locator('#self .save')).toHaveText(/^Saved/);
  await page.reload();
  await expect(page.locator('#self').getByText('Question 1 of 12')).toBeVisible();
  await expect(button(page.locator('#manager'), "Start the manager's assessment")).toBeVisible();
  await expect(page.locator('#ready').getByRole('heading', { level: 1 })).toContainText('organi');
});

test('what one element seals, a second one on the page shows no longer', async ({ page, visit }) => {
  test.setTimeout(120_000);
  const marker = 'Marker-7f3a of the ledger';
  await visit((url) => `<ladder-calibration id="one" mode="calibration"></ladder-calibration>${tag(url, 'id="two" mode="calibration"')}`);
  // An element as the scope of the steps of a page.
  const inElement = (id) => new Proxy(page.locator(id), {
    get: (target, name) => (name === 'evaluate' ? page.evaluate.bind(page) : typeof target[name] === 'function' ? target[name].bind(target) : target[name]),
  });
  const [one, two] = [inElement('#one'), page.locator('#two')];
  await invite(one);
  const item = one.getByRole('listitem').filter({ hasText: 'Rate my own work' });
  await item.locator('summary').click();
  await item.getByLabel(/^Your name/).fill('Ines');
  await button(item, 'Start rating').click();
  await rate(one, INES, marker);
  const everything = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  await expect.poll(everything).toContain(marker);
  await expect.poll(() => page.evaluate(() => localStorage.getItem('ladder-calibration/place/calibration'))).toMatch(/ check$/);
  await page.reload();
  await expect(two.getByText(marker).first()).toBeVisible();
  await seal(one, { oneLaptop: true });
  await expect(two.getByText(marker)).toHaveCount(0);
  await expect.poll(everything).not.toContain(marker);
  expect(await page.evaluate(() => document.querySelector('#two').shadowRoot.innerHTML)).not.toContain(marker);
});

test('a second element on the page follows what the first one stores and deletes', async ({ page, visit }) => {
  await visit((url) => `<ladder-calibration id="one"></ladder-calibration>${tag(url, 'id="two"')}`);
  const [one, two] = [page.locator('#one'), page.locator('#two')];
  await answerFirst(one);
  await expect(one.locator('.save')).toHaveText(/^Saved/);
  await page.reload();
  await expect(two.getByText('Question 1 of 12')).toBeVisible();
  await press(one.getByRole('radio', { name: ORDER[0].statements[1], exact: true }));
  await expect(two.getByText('was also changed in another window', { exact: false })).toBeVisible();
  await press(button(two, 'Use the other version'));
  await expect(two.getByRole('radio', { name: ORDER[0].statements[1], exact: true })).toBeChecked();
  await press(button(one, 'Delete everything'));
  await press(button(one, 'Yes, delete everything'));
  await expect(two.getByRole('radio')).toHaveCount(0);
  await expect(button(two, 'Start self-assessment')).toBeVisible();
});

test('a link that is made in the element opens the page itself', async ({ page, site, visit, context }) => {
  await visit((url) => ({ '/people/a-name': tag(url) }), { path: '/people/a-name' });
  await answerFirst(page);
  await toShare(page);
  const bare = await page.getByLabel('Link without answers').inputValue();
  expect(bare.startsWith(`${site.url}#lc1.`)).toBe(true);
  const other = await context.newPage();
  await other.goto(bare);
  await expect(other.getByText('It carries no answers.', { exact: false })).toBeVisible();
});
