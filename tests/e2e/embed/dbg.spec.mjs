import { test } from './support.mjs';
const element = (url) => `<ladder-calibration></ladder-calibration><script type="module" src="${url}element.js"></script>`;
test('dbg', async ({ page, visit }) => {
  page.on('console', (m) => console.log('C', m.text())); page.on('pageerror', (e) => console.log('E', e.message)); page.on('requestfailed', (r) => console.log('F', r.url(), r.failure().errorText));
  await visit(element);
  await page.waitForTimeout(1500);
  console.log(await page.locator('ladder-calibration').evaluate((e) => e.shadowRoot?.innerHTML));
});
