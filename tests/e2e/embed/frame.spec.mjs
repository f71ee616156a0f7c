// The frame: made from attributes, as high as its content, with a protocol that trusts no other sender.
import fs from 'node:fs';
import zlib from 'node:zlib';
import { DIST, LADDER, ORDER } from '../support/fixtures.mjs';
import { answerFirst, button, expect, heard, press, test, toShare } from './support.mjs';

const CATCH = `<script>window.heard = []; for (const type of ['ready', 'change', 'export', 'error']) addEventListener('ladder-' + type, (e) => window.heard.push([type, e.detail]));</script>`;
const div = (url, attributes = '', inside = '') => `${CATCH}<div data-ladder-calibration ${attributes}>${inside}</div><script src="${url}embed.js"></script>`;
const inside = (page) => page.frameLocator('iframe');
const height = (page) => page.locator('div > iframe').evaluate((frame) => frame.getBoundingClientRect().height);

test('embed.js is at most 3 KiB', () => {
  expect(zlib.brotliCompressSync(fs.readFileSync(`${DIST}/embed.js`)).length).toBeLessThanOrEqual(3072);
});

test('a div becomes a frame that is as high as what is in it, and answers are saved', async ({ page, visit }) => {
  await visit((url) => div(url));
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1);
  const first = await height(page);
  await answerFirst(inside(page));
  await expect(inside(page).locator('.save')).toHaveText(/^Saved at \d\d:\d\d in this browser, for this wiki only/);
  await expect.poll(() => height(page)).toBeGreaterThan(first + 200);
  await expect.poll(async () => Math.abs(await height(page) - await inside(page).locator('body').evaluate((b) => b.getBoundingClientRect().height))).toBeLessThan(2);
  await press(button(inside(page), 'Continue'));
  await expect(inside(page).getByText('Question 2 of 12')).toBeVisible();
  expect(await heard(page, 'change')).toEqual([]);
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  expect(await page.title()).toBe('A wiki');
});

test('attributes set it up: mode, theme, no storage', async ({ page, visit }) => {
  await visit((url) => div(url, 'data-theme="dark" data-storage="none"'));
  await answerFirst(inside(page));
  await expect(inside(page).locator('.save')).toHaveText('Not saved. Save a file before you close this page. Saving is switched off for this page.');
  expect(await inside(page).locator('.lc').evaluate((e) => getComputedStyle(e).backgroundColor)).toBe('rgb(22, 21, 19)');
  expect(await inside(page).locator('body').evaluate(() => localStorage.length)).toBe(0);
});

test('the ladder to read, and nothing else', async ({ page, visit }) => {
  await visit((url) => div(url, 'data-mode="ladder" data-theme="light"'));
  await expect(inside(page).getByRole('heading', { level: 1, name: 'Read the ladder' })).toBeVisible();
  await expect(button(inside(page), 'Start self-assessment')).toHaveCount(0);
  await expect(button(inside(page), 'Delete everything')).toHaveCount(0);
  await press(button(inside(page), 'How it is calculated'));
  await expect(inside(page).getByRole('heading', { level: 1 })).toContainText('calculated');
});

test('a mode that does not exist, and one that this version has no page for, are reported in words', async ({ page, visit }) => {
  await visit((url) => div(url, 'data-mode="karaoke"'));
  await expect(inside(page).getByText('“karaoke” is not a mode of this page; the modes are self, manager, calibration, readiness, ladder and profile.')).toBeVisible();
  expect((await heard(page, 'error'))[0].reason).toBe('setting');
});

test('a manager answers as a manager', async ({ page, visit }) => {
  await visit((url) => div(url, 'data-mode="manager"'));
  await press(button(inside(page), "Start the manager's assessment"));
  await expect(inside(page).getByRole('radio', { name: 'Could not see it' })).toBeVisible();
});

const OTHER = { ...LADDER, id: 'house', title: 'The ladder of this house', revision: '7' };

test('a ladder inside the element', async ({ page, visit }) => {
  await visit((url) => div(url, 'data-mode="ladder"', `<script type="application/json">${JSON.stringify(OTHER).replaceAll('<', '\\u003c')}</script>`));
  await expect(inside(page).getByText('The ladder of this house').first()).toBeVisible();
});

test('a ladder of another origin needs the operator, and a message says so', async ({ page, visit }) => {
  const outer = await visit((url) => ({ '/': div(url, 'data-ladder-src="/ladder.json"'), '/ladder.json': { type: 'application/json', body: JSON.stringify(OTHER) } }));
  await expect(inside(page).getByText(`It is on another origin. ${outer.url} has to be in connect-src`)).toBeVisible();
});

test('a broken ladder: every error in words', async ({ page, visit }) => {
  const broken = structuredClone(OTHER);
  broken.dimensions[0].questions[0].statements.pop();
  broken.levels[1].id = broken.levels[0].id;
  await visit((url) => div(url, '', `<script type="application/json">${JSON.stringify(broken).replaceAll('<', '\\u003c')}</script>`));
  await expect(inside(page).getByText(/has 4 statements/)).toBeVisible();
  await expect(inside(page).getByText(/appears twice/).first()).toBeVisible();
});

test('answers leave only by two presses, and only to an origin that was named', async ({ page, visit }) => {
  const outer = await visit((url, own) => div(url, `data-allowed-origins="${own}"`));
  await answerFirst(inside(page));
  await expect.poll(() => heard(page, 'change')).toEqual([{ answered: 1 }]);
  await press(button(inside(page), 'Send to this page'));
  await expect(inside(page).getByText(`Send your answers and examples to ${outer.url}?`)).toBeVisible();
  expect(await button(inside(page), 'Yes, send them').isDisabled()).toBe(true);
  await button(inside(page), 'Yes, send them').scrollIntoViewIfNeeded();
  await expect(button(inside(page), 'Yes, send them')).toBeEnabled();
  expect(await heard(page, 'export')).toEqual([]);
  await press(button(inside(page), 'Yes, send them'));
  await expect.poll(() => heard(page, 'export')).toHaveLength(1);
  const [{ assessment }] = await heard(page, 'export');
  expect(Object.keys(assessment.answers)).toHaveLength(1);
});

test('without a named origin nothing but numbers leaves, and no command is followed', async ({ page, visit }) => {
  await visit((url) => `<script>window.all = []; addEventListener('message', (e) => window.all.push(e.data));</script>${div(url)}`);
  await answerFirst(inside(page));
  await expect(inside(page).locator('.save')).toHaveText(/^Saved/);
  await press(button(inside(page), 'Continue'));
  await page.evaluate(() => { const { ladderFrame } = document.querySelector('div'); ladderFrame.ask(); ladderFrame.theme('dark'); ladderFrame.open({}); });
  await page.waitForTimeout(500);
  await expect(button(inside(page), 'Send to this page')).toHaveCount(0);
  expect(await inside(page).locator('html').getAttribute('data-theme')).toBeNull();
  const all = await page.evaluate(() => window.all);
  expect(new Set(all.map((m) => m.type))).toEqual(new Set(['ready', 'height', 'turn']));
  for (const message of all) expect(Object.keys(message).filter((k) => !['ns', 'v', 'id', 'type', 'height'].includes(k))).toEqual([]);
});

const PROFILE = { format: 'ladder-calibration/assessment', version: 1, id: 'one', ladder: { id: 'staff-plus' }, answers: Object.fromEntries(LADDER.dimensions.flatMap((d) => d.questions).map((q) => [q.id, { statement: 2, example_withheld: true }])) };
const commands = (page, assessment) => page.evaluate((a) => { const { ladderFrame } = document.querySelector('div'); ladderFrame.theme('dark'); ladderFrame.open(a); }, assessment);

test('a named origin may set the theme and open an assessment, which is only read', async ({ page, visit }) => {
  await visit((url, own) => div(url, `data-mode="profile" data-allowed-origins="${own}"`));
  await expect(inside(page).getByRole('heading', { level: 1, name: 'Open file' })).toBeVisible();
  await commands(page, PROFILE);
  await expect(inside(page).getByRole('heading', { level: 1 })).toContainText(/Clearly|Probably|Between/);
  expect(await inside(page).locator('html').getAttribute('data-theme')).toBe('dark');
  for (const name of ['Check your answers', 'Change', 'Save file', 'Delete everything']) await expect(button(inside(page), name)).toHaveCount(0);
  expect(await inside(page).locator('body').evaluate(() => localStorage.length)).toBe(0);
});

const AT_WORK = 'data-allowed-origins="OWN"';
const working = (url, own, inside = '') => div(url, AT_WORK.replace('OWN', own), inside);
const stored = (page) => inside(page).locator('body').evaluate(() => Object.keys(localStorage));
const offer = (page, value) => page.evaluate((a) => document.querySelector('div').ladderFrame.open(a), value);
const offers = (page) => inside(page).getByRole('status', { name: 'The embedding page offers an assessment' });

test('an offer of a wiki is stored when the reader opens it, and not before', async ({ page, visit }) => {
  await visit((url, own) => working(url, own));
  await answerFirst(inside(page));
  await press(button(inside(page), 'Continue'));
  await expect(inside(page).getByText('Question 2 of 12')).toBeVisible();
  await expect(inside(page).locator('.save')).toHaveText(/^Saved/);
  const before = await stored(page);
  for (let i = 0; i < 15; i++) await offer(page, { ...PROFILE, id: `host-${i}` });
  await expect(offers(page)).toContainText('Self-assessment');
  await expect(offers(page)).toContainText(`24 of ${24} answered. It is not saved here unless you open it.`);
  await page.waitForTimeout(500);
  expect(await stored(page)).toEqual(before);
  await expect(inside(page).getByText('Question 2 of 12')).toBeVisible();
  await press(button(inside(page), 'Open it'));
  await expect(inside(page).getByRole('heading', { level: 1 })).toContainText(/Clearly|Probably|Between/);
  await expect.poll(async () => (await stored(page)).filter((k) => !before.includes(k))).toEqual(['ladder-calibration/assessment/host-14']);
  await page.waitForTimeout(1000);
  await offer(page, { ...PROFILE, id: 'host-x' });
  await press(button(inside(page), 'Dismiss'));
  await expect(offers(page)).toHaveCount(0);
  expect((await stored(page)).filter((k) => k.includes('host-x'))).toEqual([]);
});

test('a wiki can offer one assessment and nothing else, and gets the reason', async ({ page, visit }) => {
  await visit((url, own) => working(url, own));
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1);
  const store = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`ladder-calibration/assessment/flood-${i}`, JSON.stringify({ ...PROFILE, id: `flood-${i}` })]));
  await offer(page, store);
  await expect.poll(() => heard(page, 'error')).toEqual([{ reason: 'refused', message: 'This could not be opened: it is not a single assessment, and the embedding page can offer nothing else.' }]);
  await expect(inside(page).getByRole('status', { name: 'The embedding page offered something that cannot be opened' })).toBeVisible();
  await offer(page, LADDER);
  await expect.poll(() => heard(page, 'error')).toHaveLength(2);
  expect((await stored(page)).filter((k) => k.includes('assessment'))).toEqual([]);
});

test('frames of several modes on one host begin each at its own page, and change nothing of another', async ({ page, visit }) => {
  const frame = (id) => page.frameLocator(`#${id}`);
  await visit((url) => ['self', 'manager', 'readiness'].map((mode) => `<iframe id="${mode}" title="${mode}" width="900" height="700" src="${url}embed.html#mode=${mode}"></iframe>`).join(''));
  await answerFirst(frame('self'));
  await expect(frame('self').locator('.save')).toHaveText(/^Saved/);
  const mine = () => frame('self').locator('body').evaluate(() => Object.entries(localStorage).filter(([key, text]) => key.includes('/assessment/') && !text.includes('"manager"')).sort());
  const before = await mine();
  await page.reload();
  await expect(frame('self').getByText('Question 1 of 12')).toBeVisible();
  await expect(button(frame('manager'), "Start the manager's assessment")).toBeVisible();
  await expect(frame('readiness').getByRole('heading', { level: 1 })).toContainText('organi');
  await press(button(frame('manager'), "Start the manager's assessment"));
  await press(frame('manager').getByRole('radio', { name: ORDER[0].statements[1], exact: true }));
  await expect(frame('manager').locator('.save')).toHaveText(/^Saved/);
  expect(await mine()).toEqual(before);
  await page.reload();
  await expect(frame('self').getByRole('radio', { name: ORDER[0].statements[3], exact: true })).toBeChecked();
  await expect(frame('manager').getByRole('radio', { name: ORDER[0].statements[1], exact: true })).toBeChecked();
});

const linked = (ladder) => `#${new URLSearchParams({ mode: 'self', 'ladder-inline': JSON.stringify(ladder) })}`;
const reversed = structuredClone(LADDER);
for (const question of reversed.dimensions.flatMap((d) => d.questions)) question.statements.reverse();

test('a link that carries another text under the name of the ladder is refused', async ({ page, site, visit }) => {
  await page.goto(`${site.url}embed.html${linked(reversed)}`);
  const sentence = `revision: "${LADDER.revision}" of "${LADDER.id}" is the ladder that this page has, but the text of this file differs; give it its own id or revision`;
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(button(page, 'Start self-assessment')).toHaveCount(0);
  await visit((url) => div(url, '', `<script type="application/json">${JSON.stringify(reversed).replaceAll('<', '\\u003c')}</script>`));
  await expect(inside(page).getByText(sentence)).toBeVisible();
});

test('any other ladder of a link is named on every page', async ({ page, site, visit }) => {
  const title = 'The \u202eladder of a stranger';
  const check = async (frame) => {
    const name = frame.locator('.header').getByText('Ladder from the link: The ladder of a stranger', { exact: true });
    // Bidirectional control characters are nowhere.
    const plain = async () => expect(await frame.locator('body').textContent()).not.toContain('\u202e');
    await expect(name).toBeVisible();
    await plain();
    await answerFirst(frame);
    await expect(name).toBeVisible();
    await press(button(frame, 'Read the ladder'));
    await expect(name).toBeVisible();
    await plain();
  };
  await page.goto(`${site.url}embed.html${linked({ ...OTHER, title })}`);
  await check(page);
  await visit((url) => `<iframe title="Ladder" width="320" height="700" src="${url}embed.html${linked({ ...OTHER, title }).replaceAll('&', '&amp;')}"></iframe>`);
  await check(inside(page));
  await page.goto(`${site.url}embed.html#mode=self&id=again`);
  await page.reload();
  await expect(page.locator('.header')).toBeVisible();
  await expect(page.getByText('Ladder from the link')).toHaveCount(0);
});

test('a link that is made in a frame opens the page itself', async ({ page, site, visit, context }) => {
  await visit((url) => div(url));
  await answerFirst(inside(page));
  await toShare(inside(page));
  const bare = await inside(page).getByLabel('Link without answers').inputValue();
  expect(bare.startsWith(`${site.url}#lc1.`)).toBe(true);
  const other = await context.newPage();
  await other.goto(bare);
  await expect(other.getByText('It carries no answers.', { exact: false })).toBeVisible();
  // Earlier versions linked to the page of frames, and the npm package still does.
  await other.goto(bare.replace('#', 'embed.html#'));
  await expect(other.getByText('It carries no answers.', { exact: false })).toBeVisible();
  expect(other.url()).toBe(`${site.url}embed.html`);
  await other.goto('about:blank');
  await visit((url) => div(url, '', `<script type="application/json">${JSON.stringify(OTHER).replaceAll('<', '\\u003c')}</script>`));
  await answerFirst(inside(page));
  await toShare(inside(page));
  await expect(inside(page).getByText('No link is available: this page uses its own ladder', { exact: false })).toBeVisible();
  await expect(inside(page).locator('#link')).toHaveCount(0);
});

test('names in a wiki page do not decide the source of the frame', async ({ page, visit, site }) => {
  const names = ['currentScript', 'baseURI', 'documentElement', 'createElement', 'querySelectorAll', 'addEventListener'];
  await visit((url, own) => `${names.map((name) => `<img name="${name}" alt="" src="${own}/evil/${name}.png">`).join('')}${div(url, 'data-mode="ladder"')}`);
  await expect(inside(page).getByRole('heading', { level: 1, name: 'Read the ladder' })).toBeVisible();
  expect(await page.locator('div > iframe').getAttribute('src')).toMatch(new RegExp(`^${site.url}embed\\.html#`));
});

test('a frame that the wiki takes away and puts back is listened to again', async ({ page, visit }) => {
  await visit((url) => `<section id="a">${div(url, 'data-height="300"')}</section><section id="b"></section>`);
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1);
  await page.evaluate(async () => {
    const host = document.querySelector('[data-ladder-calibration]');
    host.remove();
    window.postMessage('what another plugin says', '*');
    await new Promise((r) => setTimeout(r, 100));
    document.getElementById('b').append(host);
  });
  await expect.poll(async () => (await heard(page, 'ready')).length).toBeGreaterThan(1);
  const first = await height(page);
  await answerFirst(inside(page));
  await expect.poll(() => height(page)).toBeGreaterThan(first + 200);
});

test('a command in the name of another frame is not followed', async ({ page, visit }) => {
  await visit((url, own) => div(url, `data-mode="profile" data-allowed-origins="${own}"`));
  await expect(inside(page).getByRole('heading', { level: 1, name: 'Open file' })).toBeVisible();
  const theme = (name, other) => page.evaluate(([to, suffix]) => {
    const frame = document.querySelector('iframe');
    const id = new URLSearchParams(frame.src.split('#')[1]).get('id') + suffix;
    frame.contentWindow.postMessage({ ns: 'ladder-calibration', v: 1, id, type: 'theme', theme: to }, '*');
  }, [name, other]);
  await theme('light', '');
  await theme('dark', '0');
  await expect(inside(page).locator('html')).toHaveAttribute('data-theme', 'light');
  await page.waitForTimeout(300);
  expect(await inside(page).locator('html').getAttribute('data-theme')).toBe('light');
});

test('an origin that was not named may not', async ({ page, visit }) => {
  await visit((url) => div(url, 'data-mode="profile" data-allowed-origins="http://localhost:1 https://wiki.example"'));
  await expect(inside(page).getByRole('heading', { level: 1, name: 'Open file' })).toBeVisible();
  await commands(page, PROFILE);
  await page.waitForTimeout(500);
  await expect(inside(page).getByRole('heading', { level: 1, name: 'Open file' })).toBeVisible();
  expect(await inside(page).locator('html').getAttribute('data-theme')).toBeNull();
});

test('a host that forges a thousand messages of each type changes nothing', async ({ page, visit }) => {
  const errors = [];
  page.on('pageerror', (e) => errors.push(e.message));
  await visit((url) => div(url));
  await answerFirst(inside(page));
  await expect(inside(page).locator('.save')).toHaveText(/^Saved/);
  const before = await inside(page).locator('#app').innerText();
  await page.evaluate(() => {
    const frame = document.querySelector('iframe'), target = frame.contentWindow;
    const id = new URLSearchParams(frame.src.split('#')[1]).get('id');
    const types = ['open', 'theme', 'ask', 'export', 'hello', 'ready', 'height', '__proto__', 'constructor', ''];
    const shapes = (type) => [{ ns: 'ladder-calibration', v: 1, id, type, theme: 'dark', assessment: '{}' }, { ns: 'ladder-calibration', v: 2, id, type }, { ns: 'other', v: 1, id, type }, type, null, 7, [type], { ns: 'ladder-calibration', v: 1, id, type: { of: type } }];
    for (const type of types) for (let i = 0; i < 1000; i++) target.postMessage(shapes(type)[i % 8], '*');
    for (let i = 0; i < 1000; i++) target.postMessage(Object.assign(JSON.parse('{"ns":"ladder-calibration","v":1,"type":"open","__proto__":{"polluted":1},"assessment":{"__proto__":{"polluted":1}}}'), { id }), '*');
  });
  await page.waitForTimeout(500);
  expect((await inside(page).locator('#app').innerText()).replace(/at \d\d:\d\d/, '')).toBe(before.replace(/at \d\d:\d\d/, ''));
  expect(await inside(page).locator('body').evaluate(() => ({}).polluted)).toBeUndefined();
  expect(errors).toEqual([]);
});

test('a frame that lies about its height, and a neighbor that sends messages in its name', async ({ page, visit }) => {
  const evil = (script) => ({ type: 'text/html', body: `<!doctype html><script>const say = (m, to = parent) => to.postMessage({ ns: 'ladder-calibration', v: 1, id: 'ladder-1', ...m }, '*'); ${script}</script>` });
  const script = fs.readFileSync(`${DIST}/embed.js`, 'utf8');
  const outer = await visit(() => ({
    '/': `${CATCH}<div data-ladder-calibration></div><iframe id="neighbor" src="/neighbor.html"></iframe><script src="/embed.js"></script>`,
    '/embed.js': { type: 'text/javascript', body: script },
    '/embed.html': evil(`say({ type: 'ready' }); addEventListener('message', (e) => eval(e.data));`),
    '/neighbor.html': evil(`for (let i = 0; i < 1000; i++) { say({ type: 'height', height: 5000 }); say({ type: 'change', answered: 9, of: 9 }); say({ type: 'export', assessment: {} }); say({ type: 'error', reason: 'x' }); }`),
  }));
  await expect.poll(() => heard(page, 'ready')).toHaveLength(1);
  await page.waitForTimeout(300);
  expect(await heard(page, 'change')).toEqual([]);
  expect(await heard(page, 'export')).toEqual([]);
  expect(await height(page)).toBe(600);
  const heightAfter = async (m) => {
    await page.evaluate((text) => document.querySelector('div iframe').contentWindow.postMessage(text, '*'), `for (let i = 0; i < 1000; i++) say(${m})`);
    await page.waitForTimeout(300);
    return page.locator('div iframe').evaluate((frame) => frame.getBoundingClientRect().height);
  };
  expect(await heightAfter("{ type: 'height', height: 1e9 }")).toBe(20000);
  expect(await heightAfter("{ type: 'height', height: -5 }")).toBe(100);
  expect(await heightAfter("{ type: 'height', height: 'calc(1px)' }")).toBe(100);
  expect(await heightAfter("{ type: 'height', height: NaN }")).toBe(100);
  expect(await heightAfter("{ type: '__proto__' }")).toBe(100);
  expect(await heightAfter("{ type: 'turn' }")).toBe(100);
  // A message under the name of another frame is not from this frame.
  expect(await heightAfter("{ type: 'height', height: 900, id: 'ladder-2' }")).toBe(100);
  expect(await heightAfter("{ type: 'height', height: 900 }")).toBe(900);
  expect(outer.url).toContain('localhost');
});

test('a hidden frame submits nothing', async ({ page, visit, browserName }) => {
  test.skip(browserName !== 'chromium', 'only Chromium tells a page whether it is seen; elsewhere the second press and the pause protect');
  await visit((url, own) => `<style>iframe { opacity: 0.01 }</style>${div(url, `data-allowed-origins="${own}"`)}`);
  await answerFirst(inside(page));
  await press(button(inside(page), 'Send to this page'));
  await button(inside(page), 'Yes, send them').scrollIntoViewIfNeeded();
  await page.waitForTimeout(2500);
  expect(await button(inside(page), 'Yes, send them').isDisabled()).toBe(true);
  await page.addStyleTag({ content: 'iframe { opacity: 1 !important }' });
  await button(inside(page), 'Yes, send them').scrollIntoViewIfNeeded();
  await expect(button(inside(page), 'Yes, send them')).toBeEnabled();
});

test('where the wiki forbids the frame, the page says what its administrator has to do', async ({ page, visit, site }) => {
  await visit((url) => div(url), { policy: (url) => `default-src 'self' 'unsafe-inline' ${url}; frame-src 'self'` });
  await expect(page.getByText(`Its administrator has to add ${new URL(site.url).origin} to frame-src`)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open it in a new window.' })).toHaveAttribute('href', `${site.url}embed.html`);
});

test('embed.js twice, and an element that is not defined', async ({ page, visit }) => {
  await visit((url) => `${CATCH}<ladder-calibration mode="ladder"></ladder-calibration><script src="${url}embed.js"></script><script src="${url}embed.js"></script>`);
  await expect(inside(page).getByRole('heading', { level: 1, name: 'Read the ladder' })).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(1);
});

test('a frame that a wiki made itself gets its height too', async ({ page, visit }) => {
  await visit((url) => `<div data-ladder-calibration><iframe title="Ladder" width="100%" height="300" src="${url}embed.html#mode=ladder"></iframe></div><script src="${url}embed.js" defer></script>`);
  await expect.poll(() => height(page)).toBeGreaterThan(1000);
});
