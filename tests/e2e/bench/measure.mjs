// What the page costs: bytes and requests until the first question, times of an answer, memory after a run through the questions.
import { chromium } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from '../support/browsers.mjs';
import { serve } from '../support/server.mjs';

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const percentile = (list, q) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.ceil(q * list.length) - 1)];

export { median };

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });

/** Everything that is fetched until the first question can be answered, and after it. */
export async function transfer(dist) {
  const [site, browser] = [await serve(dist, { quality: 11 }), await launch()];
  try {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Start self-assessment' }).click();
    await page.getByRole('radio').first().waitFor();
    await page.waitForFunction(() => performance.getEntriesByType('resource').some((r) => /rest-.*wasm/.test(r.name)));
    await page.waitForTimeout(500);
    const sum = (list) => list.reduce((n, r) => n + r.bytes, 0);
    const first = site.log.filter((r) => !/^\/rest-/.test(r.name));
    return { bytes: sum(first), requests: first.length, all: sum(site.log), allRequests: site.log.length };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Clicks statements one after the other and measures until the frame after the next one begins. */
async function answers(page, count) {
  return page.evaluate(async (samples) => {
    const frame = () => new Promise((r) => requestAnimationFrame(r));
    const groups = [...document.querySelectorAll('fieldset')].map((f) => [...f.querySelectorAll('input[type=radio]')]).filter((g) => g.length === 7);
    const times = [];
    for (let i = 0; i < samples; i++) {
      const group = groups[i % groups.length];
      await frame();
      await new Promise((r) => setTimeout(r, 40));
      const begin = performance.now();
      group[(i + Math.floor(i / groups.length)) % 5].click();
      await new Promise((r) => { const c = new MessageChannel(); requestAnimationFrame(() => { c.port1.onmessage = r; c.port2.postMessage(0); }); });
      times.push(performance.now() - begin);
    }
    return times;
  }, count);
}

async function open(browser, url, ours) {
  const page = await browser.newPage();
  await page.goto(url);
  if (ours) await page.getByRole('button', { name: 'All questions on one page' }).click();
  await page.locator('input[type=radio]').nth(160).waitFor({ state: 'attached' });
  return page;
}

/** Answer to repainted page, ours and the bare form in turn, plain and at four times slower CPU. */
export async function latency(dist, bare, rounds = 4, samples = 48) {
  const [ours, theirs, browser] = [await serve(dist), await serve(bare, { policy: '' }), await launch()];
  const result = {};
  try {
    for (const rate of [1, 4]) {
      const times = { ours: [], bare: [] };
      for (let i = 0; i < rounds; i++) {
        for (const [name, site] of [['ours', ours], ['bare', theirs]]) {
          const page = await open(browser, site.url, name === 'ours');
          const client = await page.context().newCDPSession(page);
          await client.send('Emulation.setCPUThrottlingRate', { rate });
          await answers(page, 8);
          times[name].push(...await answers(page, samples));
          await page.close();
        }
      }
      const row = (list) => ({ p50: median(list), p95: percentile(list, 0.95), samples: list.length });
      result[`${rate}x`] = { ours: row(times.ours), bare: row(times.bare), ratio95: percentile(times.ours, 0.95) / percentile(times.bare, 0.95) };
    }
    return result;
  } finally {
    await browser.close();
    await ours.close();
    await theirs.close();
  }
}

/** JS heap and wasm memory after a run through all questions to the profile. */
export async function memory(dist) {
  const [site, browser] = [await serve(dist), await launch()];
  try {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      window.memories = [];
      const note = (result) => { const { memory } = (result.instance ?? result).exports; if (memory) window.memories.push(new WeakRef(memory)); return result; };
      for (const name of ['instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[name];
        WebAssembly[name] = (...args) => original(...args).then(note);
      }
    });
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Start self-assessment' }).click();
    for (let i = 0; i < 40; i++) {
      if (await page.getByRole('heading', { name: 'Check your answers' }).count()) break;
      const radio = page.getByRole('radio').nth(3);
      if (await radio.count()) { await radio.check(); await page.getByRole('textbox').fill('an example of mine'); }
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.waitForTimeout(50);
    }
    await page.getByRole('button', { name: 'See profile' }).click();
    await page.waitForTimeout(500);
    const client = await page.context().newCDPSession(page);
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    const wasm = await page.evaluate(() => window.memories.map((m) => m.deref()?.buffer.byteLength ?? 0));
    return { heap: usedSize, wasm };
  } finally {
    await browser.close();
    await site.close();
  }
}
