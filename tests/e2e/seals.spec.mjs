// Sealed files and codes that are wrong, missing, copied or of another session: reported at the right field, and nothing
// opens.
import { LADDER, button, expect, stored, test, text } from './support/fixtures.mjs';
import { INES, TOMASZ, begin, openCalibration, forged, invite, other, paste, rate, reveal, seal, sealed, store } from './support/calibration.mjs';

test('each wrong input is reported at its field, and nothing opens', async ({ app, browser, site, problems }) => {
  test.setTimeout(240_000);
  const { first, second } = await sealed(app, browser, site, problems);
  const alert = app.getByRole('alert');
  await reveal(app, [{ ...first, code: first.code.replace(/^\d/, (d) => (Number(d) + 1) % 10) }, second]);
  await expect(alert).toContainText("The self-rater's file: its code has a typing error: its last digit, which checks the others, does not match.");
  await reveal(app, [{ ...first, code: second.code }, { ...second, code: first.code }]);
  await expect(alert).toContainText("The self-rater's file carries a different code than the one you entered.");
  await reveal(app, [first, { ...second, number: first.number }]);
  await expect(alert).toContainText("The manager's file is undamaged, but the opening number is wrong.", { timeout: 20_000 });
  await expect(alert).toContainText('Nothing was opened.');
  await reveal(app, [{ ...first, code: '' }, second]);
  await expect(alert).toContainText("The self-rater's file: its code is missing; it has 40 digits.");
  expect(await store(app)).not.toContain('Ines and');
  expect(await text(app)).not.toContain('Ines and');

  // A damaged file is refused when it is read; one with a repaired checksum does not open.
  const broken = JSON.parse(first.file);
  broken.ciphertext = broken.ciphertext.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'));
  await button(app, 'Back').click();
  await paste(app, JSON.stringify(broken));
  await expect(app.getByText('This could not be opened: the file is damaged: its checksum does not match. Use another copy of it.')).toBeVisible();

  // With a repaired checksum it replaces nothing; alone it does not open.
  const repaired = forged(first.file, { ciphertext: broken.ciphertext });
  await paste(app, repaired);
  await expect(app.getByText(/another file with the same session, role, number and code is already here/)).toBeVisible();
  await app.getByRole('button', { name: 'Delete: The sealed file of the self-rater' }).click();
  await button(app, 'Yes, delete it').filter({ visible: true }).click();
  await paste(app, repaired);
  await reveal(app, [first, second]);
  await expect(alert).toContainText("The self-rater's file is undamaged, but the opening number is wrong.", { timeout: 20_000 });
  await button(app, 'Back').click();
});

test('the sealed files of another session are detected, and open nothing here', async ({ app, browser, site, problems }) => {
  test.setTimeout(240_000);
  const { ines, first, second } = await sealed(app, browser, site, problems);
  const third = await other(browser, site, problems);
  await openCalibration(third);
  await invite(third);
  await paste(third, first.file);
  await expect(third.getByText('This sealed file belongs to a session whose invitation is not here.')).toBeVisible();
  await expect(third.getByRole('region', { name: /^Session of/ }).getByText('Nothing here yet.')).toHaveCount(2);
  await expect(button(third, 'Reveal')).toHaveCount(0);

  // With another session's id the file is matched, and the code that was sent does not fit it.
  const session = await third.evaluate(() => Object.entries(localStorage).filter(([k]) => k.startsWith('ladder-calibration/invitation/')).map(([, v]) => JSON.parse(v).file.session)[0]);
  expect(session).toBeTruthy();
  await paste(third, forged(first.file, { session }));
  await paste(third, forged(second.file, { session }));
  await reveal(third, [first, second]);
  const alert = third.getByRole('alert');
  await expect(alert).toContainText('Nothing was opened.', { timeout: 20_000 });
  await expect(alert).toContainText("The self-rater's file");
  expect(await store(third)).not.toContain('Ines and');
  expect(await text(third)).not.toContain('Ines and');

  // A second invitation takes no files of the first session.
  await ines.getByRole('link', { name: 'Ladder calibration' }).click();
  await openCalibration(ines);
  await invite(ines);
  await expect(ines.getByRole('heading', { name: /^Session of/ })).toHaveCount(2);
  await expect(ines.getByRole('region', { name: /^Session of/ }).first().getByText('Nothing here yet.')).toHaveCount(2);
});

test("a copy of the other's seal is not a second rating", async ({ app, browser, site, problems }) => {
  test.setTimeout(240_000);
  const { message, first } = await sealed(app, browser, site, problems);
  const third = await other(browser, site, problems);
  await openCalibration(third);
  await paste(third, message);
  await paste(third, first.file);
  await paste(third, forged(first.file, { role: 'manager' }));
  await reveal(third, [first, first]);
  const alert = third.getByRole('alert');
  await expect(alert).toContainText('Nothing was opened.', { timeout: 20_000 });
  await expect(alert).toContainText("The manager's file");
  await expect(third.getByRole('heading', { level: 1, name: 'Reveal' })).toBeVisible();
  expect(await store(third)).not.toContain('Ines and');
  expect(await text(third)).not.toContain('Ines and');
});

test('while a file is missing, nothing opens, and the page says which', async ({ app }) => {
  test.setTimeout(120_000);
  await openCalibration(app);
  await invite(app);
  await begin(app, 'Self-rater', 'Ines');
  await rate(app, INES, 'Ines and the ledger');
  const first = await seal(app, { oneLaptop: true });
  await reveal(app, [first, { code: '', number: '' }]);
  await expect(app.getByRole('alert')).toContainText('The sealed file of the manager is not here yet.');
  await expect(app.getByRole('alert')).toContainText('Nothing was opened.');
  expect(await store(app)).not.toContain('Ines and the ledger');
});

test('ratings made on another revision of the ladder are detected before they are sealed', async ({ app }) => {
  await openCalibration(app);
  await invite(app);
  await begin(app, 'Manager', 'Tomasz');
  await rate(app, Array(12).fill(2));
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await expect.poll(async () => Object.keys((await stored(app))[0]?.answers ?? {}).length).toBe(12);
  const file = { ...(await stored(app))[0], id: 'older', ladder: { id: LADDER.id, revision: '0', digest: `sha256:${'0'.repeat(64)}` } };
  delete file.checksum;
  delete file.store;
  const [chooser] = await Promise.all([app.waitForEvent('filechooser'), button(app, 'Open file').click()]);
  await chooser.setFiles({ name: 'older.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await expect(app.getByRole('heading', { level: 1, name: 'Check your answers' })).toBeVisible();
  await button(app, 'Seal my ratings').click();
  await app.getByRole('radio', { name: /^On another laptop/ }).check();
  await button(app, 'Seal my ratings').click();
  await expect(app.getByRole('alert')).toHaveText('These ratings were made with a different ladder or revision than the invitation names.');
});

test('sealed ratings do not change until they are opened again, and the next seal has the next number', async ({ app }) => {
  test.setTimeout(120_000);
  await openCalibration(app);
  await invite(app);
  await begin(app, 'Self-rater', 'Ines');
  await rate(app, Array(12).fill(2));
  const first = await seal(app);
  await button(app, 'View my ratings').click();
  await expect(app.getByRole('heading', { name: 'These ratings are sealed' })).toBeVisible();
  await expect(app.getByRole('button', { name: /^Change/ })).toHaveCount(0);
  await app.evaluate(() => history.pushState('change/outcome-boundary', ''));
  await app.goBack();
  await expect(app.getByRole('radio')).toHaveCount(0);
  await app.getByRole('link', { name: 'Ladder calibration' }).click();
  await openCalibration(app);
  await button(app, 'View my ratings').click();
  await button(app, 'Open and seal again').click();
  await app.getByRole('button', { name: /^Change/ }).first().click();
  await app.getByRole('radio').nth(4).check();
  await button(app, 'Continue').click();
  const second = await seal(app);
  expect(second.code).not.toBe(first.code);
  expect(JSON.parse(second.file).seal).toBe(2);
  await expect(app.getByText(/Sealed as seal 2/)).toBeVisible();
});

test('without a random generator nothing is sealed and no invitation is made', async ({ app }) => {
  await openCalibration(app);
  await app.evaluate(() => Object.defineProperty(window, 'crypto', { value: undefined }));
  await button(app, 'Make the invitation').click();
  await expect(app.getByText('This browser does not provide secure random numbers, so no session can start here. Try another browser.')).toBeVisible();
  await app.reload();
  await invite(app);
  await begin(app, 'Self-rater', 'Ines');
  await rate(app, Array(12).fill(2));
  await app.evaluate(() => Object.defineProperty(window, 'crypto', { value: undefined }));
  await button(app, 'Seal my ratings').click();
  await app.getByRole('radio', { name: /^On this laptop/ }).check();
  await button(app, 'Seal my ratings').click();
  await expect(app.getByRole('alert')).toHaveText('This browser does not provide secure random numbers, so nothing was encrypted. Try another browser.');
  await expect(button(app, 'Seal my ratings')).toBeVisible();
});
