// Checks on every screen: axe, reflow, the size of targets.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The violations that axe finds, a line each. */
export async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), TAGS);
  return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}

/** How many pixels a page can be scrolled sideways. */
export const overflowing = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Controls that are less than 24 px high, but for those in running text (WCAG 2.5.8), where `within` says so. */
export const smallTargets = (page, within) => page.evaluate((text) => [...document.querySelectorAll('#app button, #app input, #app select, #app summary, #app a')]
  .filter((e) => e.checkVisibility() && !e.closest(text))
  .map((e) => [e.textContent || e.type, Math.round((e.closest('label') ?? e).getBoundingClientRect().height)])
  .filter(([, height]) => height < 24), within);
