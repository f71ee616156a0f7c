// The rules of real wikis, reproduced from their sources (see docs/embedding.md): the app starts, or the right message is
// shown.
import { answerFirst, button, expect, press, test } from './support.mjs';

const frame = (attributes = '') => (url) => `<iframe title="Ladder" width="700" height="800" ${attributes} src="${url}embed.html"></iframe>`;
const inside = (page) => page.frameLocator('iframe');
const origin = (url) => new URL(url).origin;
const DIVIDED = /^Saved at \d\d:\d\d in this browser, for this wiki only/;

function starts(name, html, policy) {
  test(`${name}: the app starts and saves`, async ({ page, visit }) => {
    await visit(html, { policy });
    await answerFirst(inside(page));
    await expect(inside(page).locator('.save')).toHaveText(DIVIDED);
  });
}

starts('Outline', frame('sandbox="allow-same-origin allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms allow-downloads allow-storage-access-by-user-activation" allow="clipboard-read; clipboard-write; fullscreen"'), "default-src 'self'; script-src 'self' 'unsafe-inline'; frame-src * data:");
starts('GitLab', frame('sandbox="allow-scripts allow-popups allow-same-origin" referrerpolicy="strict-origin-when-cross-origin"'));
starts('Forge custom UI', frame('sandbox="allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts"'));
starts('An HTML macro that frames', frame('sandbox="allow-scripts allow-same-origin allow-modals allow-popups allow-forms"'));
starts('Notion, SharePoint and Wiki.js after the administrator allowed it', frame());
starts('BookStack with ALLOWED_IFRAME_SOURCES', frame(), (url) => `frame-src 'self' ${origin(url)} https://embed.diagrams.net; script-src http: https: 'nonce-abc' 'strict-dynamic'; object-src 'self'; base-uri 'self'`);
starts('Backstage TechDocs with an allowed host', frame(), (url) => `default-src 'self'; script-src 'self' 'unsafe-eval'; frame-src 'self' ${origin(url)}`);
starts('Confluence Data Center, a user macro', (url) => `<div data-ladder-calibration></div><script src="${url}embed.js"></script>`);

test('BookStack without it: the browser keeps the frame away', async ({ page, visit, site }) => {
  await visit(frame(), { policy: "frame-src 'self' https://embed.diagrams.net; script-src http: https: 'nonce-abc' 'strict-dynamic'" });
  await page.waitForTimeout(500);
  expect(page.frames().some((f) => f.url().startsWith(site.url))).toBe(false);
});

const element = (url) => `<ladder-calibration></ladder-calibration><script type="module" src="${url}element.js"></script>`;
const backstage = (url) => `default-src 'self'; script-src 'self' 'unsafe-eval' ${origin(url)}; connect-src 'self' ${origin(url)}`;

test('Backstage: the element starts under its policy', async ({ page, visit }) => {
  await visit(element, { policy: backstage });
  await answerFirst(page);
  await expect(page.locator('.save')).toHaveText(/^Saved at \d\d:\d\d in this browser\./);
});

test('a policy without WebAssembly: the element becomes a frame', async ({ page, visit }) => {
  await visit(element, { policy: (url) => `default-src 'self'; script-src 'self' ${origin(url)}; style-src 'self'; frame-src ${origin(url)}` });
  await answerFirst(inside(page));
  await expect(inside(page).locator('.save')).toHaveText(DIVIDED);
});

test('neither WebAssembly nor frames: the element names what has to be allowed', async ({ page, visit, site }) => {
  await visit(element, { policy: (url) => `default-src 'self'; script-src 'self' ${origin(url)}; frame-src 'self'` });
  await expect(page.getByText(`add ${origin(site.url)} to frame-src`)).toBeVisible();
});

test('a sandbox with scripts alone: the app starts, and says that it saves nothing', async ({ page, visit }) => {
  await visit(frame('sandbox="allow-scripts"'));
  await answerFirst(inside(page));
  await expect(inside(page).locator('.save')).toHaveText(/^Not saved\. Save a file before you close this page/);
});

const WITHOUT_DOWNLOADS = { GitLab: 'allow-scripts allow-popups allow-same-origin', 'an HTML macro': 'allow-scripts allow-same-origin allow-modals allow-popups allow-forms' };
for (const [name, sandbox] of Object.entries(WITHOUT_DOWNLOADS)) {
  test(`${name} drops downloads: no file is reported as saved, its text can be copied, and the reader can confirm it`, async ({ page, visit, browserName }) => {
    await visit(frame(`sandbox="${sandbox}"`));
    await answerFirst(inside(page));
    await press(button(inside(page), 'Save file'));
    const message = inside(page).locator('.download-message');
    await expect(message).toContainText(/^Your browser was asked to save ladder-self-[\d-]+\.json\. Inside another page, it may block downloads without a message\. If no file appears, copy the text instead\./);
    await press(button(inside(page), 'Copy the text'));
    // Chromium keeps the clipboard from a frame without `allow`, so the text is shown to be copied by hand; Firefox does not.
    if (browserName === 'chromium') await expect(message.getByRole('textbox')).toHaveValue(/"format": "ladder-calibration\/assessment"/);
    else await expect(message).toContainText(/^Copied\. Paste it into a text file and name it ladder-self-[\d-]+\.json\./);
    await press(button(inside(page), 'Your data'));
    const row = inside(page).getByRole('region', { name: 'What is stored' }).getByRole('row').nth(1);
    await expect(row).toContainText('never');
    await press(button(inside(page), 'Save file'));
    await press(button(inside(page), 'I have the file'));
    await expect(message).toContainText('Confirmed: the file is saved.');
    await expect(row).not.toContainText('never');
  });
}

test('300 pixels wide, as in a column: nothing is cut off', async ({ page, visit }) => {
  await visit((url) => `<iframe title="Ladder" width="300" height="800" src="${url}embed.html"></iframe>`);
  await answerFirst(inside(page));
  expect(await inside(page).locator('html').evaluate((e) => e.scrollWidth)).toBeLessThanOrEqual(300);
  await press(button(inside(page), 'Continue'));
  await expect(inside(page).getByText('Question 2 of 12')).toBeVisible();
});
