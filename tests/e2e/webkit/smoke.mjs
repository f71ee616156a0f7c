// A third engine: WebKitGTK's MiniBrowser through plain WebDriver. Start, three answers, saved, still there after a reload.
// The caller gives it a display (xvfb-run).
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { fileURLToPath } from 'node:url';
import { serve } from '../support/server.mjs';

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));

function miniBrowser() {
  for (const folder of fs.globSync ? fs.globSync('/usr/lib/*/webkit2gtk-4.*') : fs.readdirSync('/usr/lib').flatMap((a) => ['4.1', '4.0'].map((v) => `/usr/lib/${a}/webkit2gtk-${v}`))) {
    if (fs.existsSync(`${folder}/MiniBrowser`)) return `${folder}/MiniBrowser`;
  }
  throw new Error('MiniBrowser is not installed: install webkit2gtk-driver.');
}

const freePort = () => new Promise((resolve) => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => { const { port } = probe.address(); probe.close(() => resolve(port)); });
});

const port = await freePort();
const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore' });
const site = await serve(DIST);
let session;

async function call(method, path, body) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

const script = (text, ...args) => call('POST', `/session/${session}/execute/sync`, { script: text, args });

async function until(text, what) {
  for (let i = 0; i < 100; i++) {
    const value = await script(text);
    if (value) return value;
    await new Promise((r) => setTimeout(r, 100));
  }
  throw new Error(`${what} did not come.`);
}

let failed = 0;
try {
  for (let i = 0; i < 50; i++) {
    try { await call('GET', '/status'); break; } catch { await new Promise((r) => setTimeout(r, 100)); }
  }
  const options = { binary: miniBrowser(), args: ['--automation'] };
  ({ sessionId: session } = await call('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } }));
  await call('POST', `/session/${session}/url`, { url: site.url });
  await until("return [...document.querySelectorAll('button')].some((b) => b.textContent === 'Start self-assessment')", 'the start page');
  await script("[...document.querySelectorAll('button')].find((b) => b.textContent === 'Start self-assessment').click()");
  for (let i = 1; i <= 3; i++) {
    await until(`return document.body.innerText.includes('Question ${i} of 12')`, `question ${i}`);
    await script('document.querySelectorAll("input[type=radio]")[3].click()');
    await until('return document.querySelectorAll("input[type=radio]")[3].checked', 'the answer');
    if (i < 3) await script("[...document.querySelectorAll('button')].find((b) => b.textContent === 'Continue').click()");
  }
  // The slot with the higher revision.
  const count = "Object.entries(localStorage).filter(([k]) => k.includes('/assessment/')).map(([, v]) => JSON.parse(v)).sort((a, b) => b.store.revision - a.store.revision).map((r) => Object.keys(r.answers).length)[0] === 3";
  await until(`return ${count}`, 'the record');
  await call('POST', `/session/${session}/refresh`, {});
  await until("return document.body.innerText.includes('Question 3 of 12') && document.querySelectorAll('input[type=radio]')[3]?.checked", 'the answer after a reload');
} catch (error) {
  failed = 1;
  console.error(error.message);
} finally {
  if (session) await call('DELETE', `/session/${session}`).catch(() => {});
  driver.kill();
  await site.close();
}
console.log(`${1 - failed} passed, ${failed} failed`);
process.exit(failed);
