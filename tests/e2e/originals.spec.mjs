// Warnings of a record about its originals, and a file that would replace them with other ones.
import { button, expect, downloadFrom, test, text } from './support/fixtures.mjs';
import { CORE, INES, TOMASZ, begin, openCalibration, invite, opened, paste, rate, reveal, seal } from './support/calibration.mjs';

/** The record as someone changed it by hand. */
const changed = (record, change) => {
  const file = JSON.parse(record);
  delete file.checksum;
  change(file);
  return JSON.stringify(file);
};

test('each file fits its code or has a warning, and no record with other ratings replaces one that was opened here', async ({ app }) => {
  test.setTimeout(240_000);
  await openCalibration(app);
  await invite(app);
  await begin(app, 'Self-rater', 'Ines');
  await rate(app, INES, 'Paper on ledger retention, in March');
  const first = await seal(app, { oneLaptop: true });
  const manager = app.getByRole('listitem').filter({ has: app.locator('summary', { hasText: 'Rate as the manager' }) });
  await manager.locator('summary').click();
  await manager.getByLabel(/^Name of the person/).fill('Ines Example');
  await manager.getByLabel(/^Your name/).fill('Tomasz');
  await button(manager, 'Start rating').click();
  await rate(app, TOMASZ, 'what Tomasz saw of it');
  const second = await seal(app, { oneLaptop: true });
  await reveal(app, [first, second]);
  await opened(app);
  for (const name of ['Ines', 'Tomasz']) await expect(app.getByText(`The file of ${name} fits its code.`)).toBeVisible();
  await button(app, 'Start with 25 minutes').click();
  await button(app, 'Finish session').click();
  await button(app, 'Yes, finish').click();
  await expect(app.getByRole('heading', { level: 1, name: 'Calibration of Ines Example' })).toBeVisible();
  await expect(app.getByText('The file of Ines fits its code.')).toBeVisible();
  const code = await app.locator('#closing-code').innerText();
  const record = (await downloadFrom(app, () => button(app, 'Save record').click())).text;
  const file = JSON.parse(record);
  expect(file.subject).toEqual({ name: 'Ines Example' });
  expect(Object.keys(file.first.assessment).sort()).toEqual(['answers', 'format', 'ladder', 'period', 'rater', 'session', 'version']);
  expect(file.first.seal.salt).toMatch(/^[0-9a-f]{64}$/);

  // Other ratings of the same session: reported, shown, and not accepted.
  await button(app, 'Back').click();
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await openCalibration(app);
  const other = changed(record, (f) => { f.second.assessment.answers[CORE[0].id].statement = 4; });
  await paste(app, other);
  const notice = app.getByRole('alert', { name: 'A record of this session with different ratings was not added' });
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('The file of Tomasz differs in 1 answer.');
  await expect(button(app, 'Use the other version')).toHaveCount(0);
  if (process.env.SHOTS) await app.screenshot({ path: `${process.env.SHOTS}/refused.png`, fullPage: true });
  await button(notice, 'Show the other record').click();
  await expect(app.getByRole('heading', { level: 1, name: 'Verify a record' })).toBeVisible();
  await expect(app.getByText('The file of Tomasz does not fit its code', { exact: false }).first()).toBeVisible();
  await app.getByText('Read the record').click();
  await expect(app.getByRole('heading', { name: 'What moved' })).toBeVisible();
  if (process.env.SHOTS) await app.screenshot({ path: `${process.env.SHOTS}/verify.png`, fullPage: true });
  await button(app, 'Dismiss').click();
  await expect(notice).toHaveCount(0);
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await openCalibration(app);
  await button(app, 'Open the record').click();
  await expect(app.locator('#closing-code')).toHaveText(code);
  expect(await text(app)).not.toContain('does not fit its code');

  // In an empty browser the same file opens, always with the warning.
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await openCalibration(app);
  await app.getByRole('button', { name: /^Delete: The session of/ }).click();
  await button(app, 'Yes, delete it').filter({ visible: true }).click();
  await paste(app, other);
  await expect(app.locator('#closing-code')).toBeVisible();
  const closing = app.getByRole('region', { name: 'Closing code' });
  await expect(closing.getByRole('alert')).toContainText('The file of Tomasz does not fit its code');
  if (process.env.SHOTS) await app.screenshot({ path: `${process.env.SHOTS}/doubt.png`, fullPage: true });
});
