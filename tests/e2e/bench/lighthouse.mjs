// Lighthouse's four mobile scores, largest contentful paint and time to interactive: the median of five runs.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import lighthouse from 'lighthouse';
import { CHROMIUM, CHROMIUM_ARGS } from '../support/browsers.mjs';
import { serve } from '../support/server.mjs';
import { median } from './measure.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Starts a browser with an empty profile and a debugging port of its own choice. */
async function browser() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lighthouse-'));
  const child = spawn(CHROMIUM, [...CHROMIUM_ARGS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'], { stdio: 'ignore' });
  const file = path.join(folder, 'DevToolsActivePort');
  for (let i = 0; i < 100 && !fs.existsSync(file); i++) await new Promise((r) => setTimeout(r, 100));
  await new Promise((r) => setTimeout(r, 200));
  const port = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  const close = () => new Promise((done) => { child.on('exit', () => { fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }); done(); }); child.kill(); });
  return { port, close };
}

export async function scores(dist, runs = 5) {
  const site = await serve(dist, { quality: 11 });
  const rows = [];
  try {
    for (let i = 0; i < runs; i++) {
      const { port, close } = await browser();
      try {
        const { lhr } = await lighthouse(site.url, { port, onlyCategories: CATEGORIES, logLevel: 'silent' });
        const row = Object.fromEntries(CATEGORIES.map((c) => [c, Math.round(lhr.categories[c].score * 100)]));
        row['largest-contentful-paint'] = Math.round(lhr.audits['largest-contentful-paint'].numericValue);
        row.interactive = Math.round(lhr.audits.interactive.numericValue);
        rows.push(row);
        const missed = Object.values(lhr.audits).filter((a) => a.score !== null && a.score < 1 && a.scoreDisplayMode !== 'informative').map((a) => a.id);
        if (i === 0 && missed.length) console.error(`audits below 1: ${missed.join(', ')}`);
      } finally {
        await close();
      }
    }
  } finally {
    await site.close();
  }
  return Object.fromEntries(Object.keys(rows[0]).map((key) => [key, median(rows.map((r) => r[key]))]));
}

if (process.argv[1]?.endsWith('lighthouse.mjs')) {
  const at = process.argv.indexOf('--dist');
  console.log(await scores(at > 0 ? process.argv[at + 1] : '../../dist'));
}
