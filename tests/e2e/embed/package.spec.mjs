// The npm package as others get it: packed, installed into plain Node, into a Vite project, checked by tsc, by script tag.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LADDER, ORDER, ROOT } from '../support/fixtures.mjs';
import { serve } from '../support/server.mjs';
import { answerFirst, button, expect, test as base } from './support.mjs';

const TOOLS = `${ROOT}tests/e2e/node_modules`;
const node = (folder, ...args) => execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const npm = (folder, ...args) => execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** A fresh project with the packed package in it. */
function project() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ladder-consumer-'));
  const tarball = npm(`${ROOT}pkg`, 'pack', '--pack-destination', folder).trim().split('\n').at(-1);
  fs.writeFileSync(`${folder}/package.json`, '{ "name": "consumer", "private": true, "type": "module" }');
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${tarball}`);
  return folder;
}

const test = base.extend({ folder: [async ({}, use) => { const folder = project(); await use(folder); fs.rmSync(folder, { recursive: true }); }, { scope: 'worker' }] });
const FILE = { format: 'ladder-calibration/assessment', version: 1, id: 'one', ladder: { id: 'staff-plus' }, rater: { role: 'self' }, answers: Object.fromEntries(ORDER.map((q) => [q.id, { statement: 3, example_withheld: true }])) };

test.skip(({ browserName }) => browserName === 'firefox', 'what is installed does not depend on the browser; the pages are shown in one');

test('only what is meant to be is in it', ({ folder }) => {
  const names = fs.readdirSync(`${folder}/node_modules/ladder-calibration`);
  const allowed = /^(package\.json|README\.md|integrity\.md|custom-elements\.json|(index|element)\.d\.ts|(index|node|browser|headless|element|embed)\.js|app-[0-9a-f]{16}|(entry|rest|main)-[0-9a-f]{16}\.(wasm|css)|headless_bg\.wasm|(index|embed)\.html|ladder-calibration\.single\.html)$/;
  expect(names.filter((n) => !allowed.test(n))).toEqual([]);
  const manifest = JSON.parse(fs.readFileSync(`${folder}/node_modules/ladder-calibration/package.json`, 'utf8'));
  for (const entry of Object.values(manifest.exports)) {
    const targets = typeof entry === 'string' ? [entry] : Object.values(entry);
    for (const target of targets) expect(fs.existsSync(`${folder}/node_modules/ladder-calibration/${target}`), target).toBe(true);
    if (typeof entry !== 'string') expect(Object.keys(entry)[0]).toBe('types');
  }
});

test('Node: at once after the import, the numbers and sentences of the native program', ({ folder }) => {
  fs.writeFileSync(`${folder}/a.json`, JSON.stringify(FILE));
  const b = { ...FILE, rater: { role: 'manager' }, answers: { ...FILE.answers, [ORDER[0].id]: { statement: 1, example_withheld: true } } };
  fs.writeFileSync(`${folder}/b.json`, JSON.stringify(b));
  const script = `
    import fs from 'node:fs';
    import { profile, compare, checkLadder, ready } from 'ladder-calibration';
    const [a, b] = ['a.json', 'b.json'].map((n) => fs.readFileSync(n, 'utf8'));
    const thrown = (work) => { try { work(); } catch (e) { return [e instanceof Error, e.message]; } return 'nothing'; };
    const bad = { ...JSON.parse(a), answers: { '${ORDER[0].id}': { statement: 9 } } };
    const loop = {}; loop.self = loop;
    console.log(JSON.stringify({
      profile: profile(a), object: profile(JSON.parse(a)), two: profile([a, b]), compare: compare(a, b),
      good: checkLadder(fs.readFileSync(${JSON.stringify(`${ROOT}ladders/staff-plus.en.json`)}, 'utf8')), bad: checkLadder({}),
      errors: [() => profile(bad), () => profile([a, bad]), () => compare(a), () => profile([]), () => profile(loop), () => profile('{'), () => profile(a, {}), () => compare(bad, b), () => profile('{"a":1,"a":2}')].map(thrown),
      ready: ready instanceof Promise,
    }));`;
  fs.writeFileSync(`${folder}/run.mjs`, script);
  const out = JSON.parse(node(folder, 'run.mjs'));
  const native = (command, ...files) => JSON.parse(execFileSync('cargo', ['run', '-q', '-p', 'ladder-calibration-cli', '--', command, ...files], { cwd: ROOT, encoding: 'utf8' }));
  // The warnings name the file, which here is an argument.
  // The last digits depend on whose exponential function it is; what is next to nothing, on more of them.
  const round = (key, value) => (typeof value === 'number' ? Number(value.toFixed(9)) : value);
  const named = (w) => w.replace(/^[^:]+: /, '').replace(/ (than|as) \S+( \d)?( \(|$)/, ' $1 it$3');
  const plain = (json) => JSON.parse(JSON.stringify({ ...json, warnings: json.warnings?.map(named) }, round));
  expect(plain(out.profile)).toEqual(plain(native('profile', `${folder}/a.json`)));
  expect(out.object).toEqual(out.profile);
  expect(plain(out.two)).toEqual(plain(native('profile', `${folder}/a.json`, `${folder}/b.json`)));
  expect(plain(out.compare)).toEqual(plain(native('compare', `${folder}/a.json`, `${folder}/b.json`)));
  expect(out.good).toEqual({ ok: true, problems: [] });
  expect(out.bad.ok).toBe(false);
  expect(out.bad.problems[0]).toEqual({ path: 'format', message: expect.stringContaining('is missing') });
  const sentence = `answers.${ORDER[0].id}.statement: has to be a whole number from 0 to 4`;
  expect(out.errors.every(([error]) => error === true)).toBe(true);
  expect(out.errors.map(([, message]) => message)).toEqual([
    `assessment: ${sentence}`, `assessment 2: ${sentence}`, 'b: is missing', 'no assessment given', expect.stringContaining('assessment: cannot be written as JSON'),
    expect.stringContaining('assessment: '), expect.stringContaining('ladder: format: is missing'), `a: ${sentence}`, expect.stringContaining('assessment: '),
  ]);
  expect(out.ready).toBe(true);
});

test('Node: the main entry touches no page and registers no element', ({ folder }) => {
  fs.writeFileSync(`${folder}/bare.mjs`, "const before = Object.keys(globalThis).length; await import('ladder-calibration'); process.stdout.write(String(Object.keys(globalThis).length - before));");
  expect(node(folder, 'bare.mjs').trim()).toBe('0');
});

test('tsc is content with good uses and refuses bad ones', ({ folder }) => {
  fs.writeFileSync(`${folder}/use.ts`, `
    import { profile, compare, checkLadder, ready } from 'ladder-calibration';
    import { LadderCalibration } from 'ladder-calibration/element';
    await ready;
    const p = profile([{}, '{}'], {});
    const level: string | null = p.overall.level;
    const gap: number = compare({}, '{}').gaps['x'].mean;
    const first: string = checkLadder('').problems[0].message;
    const element = document.createElement('ladder-calibration');
    const same: LadderCalibration = element;
    element.assessment = {};
    element.addEventListener('ladder-change', (e) => e.detail.answered.toFixed());
    const saved: boolean = await element.save();
    // @ts-expect-error a number is no assessment
    profile(7);
    // @ts-expect-error a comparison takes two
    compare({});
    // @ts-expect-error a profile has no such field
    p.points;
    console.log(level, gap, first, same, saved);`);
  node(folder, `${TOOLS}/typescript/bin/tsc`, '--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2023,dom', '--types', '', 'use.ts');
});

test('Vite: the functions and the element in a built page', async ({ folder, page }) => {
  const app = `${folder}/app`;
  fs.mkdirSync(app);
  fs.writeFileSync(`${app}/index.html`, '<!doctype html><html lang="en"><title>Consumer</title><pre></pre><ladder-calibration></ladder-calibration><script type="module" src="/main.js"></script></html>');
  fs.writeFileSync(`${app}/main.js`, `import { profile, ready } from 'ladder-calibration'; import 'ladder-calibration/element';
    let early; try { profile({}); } catch (e) { early = e.message; }
    await ready;
    document.querySelector('pre').textContent = JSON.stringify([early, profile(${JSON.stringify(FILE)}).overall.level]);`);
  node(app, `${TOOLS}/vite/bin/vite.js`, 'build', '--logLevel', 'error', '--target', 'es2022');
  const site = await serve(`${app}/dist`, { policy: '' });
  const missing = [];
  page.on('response', (r) => r.status() >= 400 && !r.url().endsWith('favicon.ico') && missing.push(r.url()));
  await page.goto(site.url);
  await expect(page.locator('pre')).toHaveText(JSON.stringify(['The module is not loaded yet: await `ready` first.', LADDER.levels[1].id]));
  await answerFirst(page);
  await button(page, 'Continue').click();
  await expect(page.getByText('Question 2 of 12')).toBeVisible();
  expect(missing).toEqual([]);
  await site.close();
});

test('a script tag with the hash of integrity.md', async ({ folder, page }) => {
  const installed = `${folder}/node_modules/ladder-calibration`;
  const table = fs.readFileSync(`${installed}/integrity.md`, 'utf8');
  const hash = (name) => table.match(new RegExp(`\\| ${name.replace('.', '\\.')} \\| (sha384-\\S+) \\|`))[1];
  fs.writeFileSync(`${installed}/page.html`, `<!doctype html><html lang="en"><title>Page</title><ladder-calibration></ladder-calibration><script type="module" src="element.js" integrity="${hash('element.js')}"></script></html>`);
  const site = await serve(installed, { policy: '' });
  await page.goto(`${site.url}page.html`);
  await answerFirst(page);
  await expect(page.locator('.save')).toHaveText(/^Saved at \d\d:\d\d in this browser/);
  for (const row of table.matchAll(/^\| (\S+\.\w+) \|/gm)) expect(fs.existsSync(`${installed}/${row[1]}`), row[1]).toBe(true);
  await site.close();
});
