// A calibration of two people: two browsers that exchange only files, codes and numbers, and one laptop.
import { asked, button, expect, downloadFrom, test, text, watch } from './support/fixtures.mjs';
import { CORE, INES, TOMASZ, begin, openCalibration, invite, opened, paste, rate, reason, reveal, seal, sealed, store, titleOf } from './support/calibration.mjs';

test('two people at two browsers exchange files, codes and numbers, and get one record', async ({ app, browser, site, problems }) => {
  test.setTimeout(240_000);
  const { ines, first, second } = await sealed(app, browser, site, problems);
  expect(first.file).not.toContain('Ines and');
  expect(await store(app)).not.toContain('Ines and');
  await reveal(app, [first, second]);
  await opened(app);
  await reveal(ines, [first, second]);
  await opened(ines);
  await expect(app.getByText('The codes show that neither of you changed anything after exchanging them.')).toBeVisible();

  await app.bringToFront();
  await app.getByRole('radio', { name: 'Two screens: only Tomasz enters answers' }).check();
  await expect(app.getByText('Only Tomasz enters answers; the saved record goes to Ines at the end.')).toBeVisible();
  await button(app, 'Start with 45 minutes').click();
  await expect(app.getByRole('heading', { level: 1, name: asked(CORE[0]) })).toBeFocused();
  await expect(app.getByRole('heading', { name: 'Answer from Ines: statement 4' })).toBeVisible();
  await expect(app.getByText(CORE[0].statements[4], { exact: true }).first()).toBeVisible();
  await expect(app.getByText(`Ines and ${CORE[0].title}, in 2020`)).toBeVisible();
  await expect(app.getByText('45 minutes left')).toBeVisible();

  await button(app, 'Agree').click();
  await expect(app.getByText(/^First choose the statement you both agree on/)).toBeVisible();
  await app.getByRole('radio', { name: /^Statement 3, between the two/ }).check();
  await expect(app.getByText('To agree, first choose a reason for Ines and Tomasz.', { exact: false })).toBeVisible();
  await reason(app, 'Ines', 'read it differently');
  await reason(app, 'Tomasz', 'new example', 'the split of the ledger');
  await button(app, 'Agree').click();
  await expect(app.getByText('Agreed on statement 3. Why Ines moved away from statement 4: read it differently. Why Tomasz moved away from statement 2: new example: the split of the ledger.')).toBeVisible();
  await button(app, 'Undo').click();
  await expect(button(app, 'Agree')).toBeVisible();
  await button(app, 'Redo').click();

  await button(app, 'Next question').click();
  await expect(app.getByRole('heading', { level: 1, name: asked(CORE[9]) })).toBeFocused();
  await reason(app, 'Ines', 'own words', 'the text still holds');
  await reason(app, 'Tomasz', 'other period');
  await button(app, 'Record dissent').click();
  await expect(app.getByText('Dissent. Why Ines keeps statement 4: the text still holds. Why Tomasz keeps statement 2: other period.')).toBeVisible();

  await button(app, 'Next question').click();
  await expect(app.getByRole('heading', { level: 1, name: asked(CORE[1]) })).toBeVisible();
  await app.getByRole('radio', { name: 'Statement 2, chosen by Tomasz' }).check();
  await expect(app.getByText('To agree, first choose a reason for Ines.', { exact: false })).toBeVisible();
  await reason(app, 'Ines', 'read it differently');
  await button(app, 'Agree').click();
  await button(app, 'Next question').click();
  await expect(app.getByRole('heading', { name: 'Who could have offered this opportunity, and who will in the next period?' })).toBeVisible();
  await app.getByLabel('Who could have offered it', { exact: true }).fill('Tomasz');
  await app.getByLabel('Who will offer it, and how').fill('Tomasz, with the storage move');
  await button(app, 'Leave as rated').click();

  await button(app, 'Add an action').click();
  await app.getByLabel('What', { exact: true }).fill('Hand over the storage move');
  await app.getByLabel('Who', { exact: true }).fill('Tomasz');
  await app.getByLabel('By when').fill('2027-03-31');
  await app.getByText('A statement is unclear').click();
  await app.getByLabel('Which statement of this question').selectOption({ index: 2 });
  await app.getByLabel('How it was read, or what was not clear').fill('who counts as a reader');
  await button(app, 'Mark as unclear').click();

  // Interrupted and resumed.
  await app.waitForTimeout(400);
  await app.reload();
  await expect(app.getByLabel('What', { exact: true })).toHaveValue('Hand over the storage move');
  await app.getByRole('button', { name: titleOf(CORE[0].id) }).click();
  await expect(app.getByText(/^Agreed on statement 3\./)).toBeVisible();

  await button(app, 'Finish session').click();
  await button(app, 'Yes, finish').click();
  await expect(app.getByRole('heading', { level: 1, name: 'Calibration of Ines' })).toBeFocused();
  const words = await text(app);
  expect(words).toContain("Agreed: 1 as rated by the manager, 0 as rated by the report, 1 on another answer.");
  expect(words).toContain('Hand over the storage move');
  expect(words).toContain('Same answer on 8 of 11, within one step on 9 of 11; 1 not answered by both raters.');
  const code = await app.locator('#closing-code').innerText();
  const record = await downloadFrom(app, () => button(app, 'Save record').click());
  expect(record.name).toMatch(/^ladder-record-\d{4}-\d\d-\d\d\.json$/);
  const markdown = await downloadFrom(app, () => button(app, 'Save as Markdown').click());
  expect(markdown.text).toContain('~~Answer from Ines: statement 4');
  const html = await downloadFrom(app, () => button(app, 'Save as HTML').click());
  expect(html.text).toContain('Hand over the storage move');
  const unclear = await downloadFrom(app, () => button(app, 'Save unclear statements').click());
  expect(unclear.text).toContain('who counts as a reader');
  expect(unclear.text).not.toContain('Tomasz');

  // The other side receives the file, and verifies it with the code that both noted.
  await ines.getByRole('link', { name: 'Ladder calibration' }).click();
  await openCalibration(ines);
  await ines.getByRole('link', { name: 'Verify a record' }).click();
  await paste(ines, record.text);
  await ines.getByLabel('Closing code, 40 digits').fill(code);
  await button(ines, 'Check the code').click();
  await expect(ines.getByText('The code fits: nothing in this record has changed since it was made.')).toBeVisible();
  const changed = JSON.parse(record.text);
  changed.actions[0].owner = 'Ines';
  delete changed.checksum;
  await paste(ines, JSON.stringify(changed));
  await ines.getByLabel('Closing code, 40 digits').fill(code);
  await button(ines, 'Check the code').click();
  await expect(ines.getByText('The code does not fit. Either this is a different record, or it was changed after the code was made.')).toBeVisible();
  await button(ines, 'Back').click();
  await paste(ines, record.text);
  await expect(ines.getByRole('heading', { name: /^There is another version of this/ })).toBeVisible();
  await button(ines, 'Use the other version').click();
  await expect(ines.locator('#closing-code')).toHaveText(code);

  await ines.getByLabel('What is new').fill('the storage move is done');
  await button(ines, 'Take a second look').click();
  await expect(ines.getByRole('heading', { level: 1, name: 'A second look' })).toBeVisible();
  await expect(ines.getByText(/^New since the record of .*: the storage move is done/)).toBeVisible();
});

test('on one laptop sealing leaves no readable copy: not in the store, not in the page, not behind Back or reload', async ({ app, context, site, problems }) => {
  test.setTimeout(240_000);
  const marker = 'Marker-7f3a of the ledger';
  await openCalibration(app);
  await invite(app);
  await begin(app, 'Self-rater', 'Ines');
  await rate(app, INES, marker);
  await expect.poll(() => store(app)).toContain('Marker-7f3a');
  await expect.poll(() => app.evaluate(() => localStorage.getItem('ladder-calibration/place'))).toMatch(/ check$/);
  const second = await context.newPage();
  await watch(second, site.url, problems);
  await second.goto(site.url);
  await expect(second.getByText(marker).first()).toBeVisible();
  const first = await seal(app, { oneLaptop: true });

  const nowhere = async (page) => {
    expect(await store(page)).not.toContain('Marker-7f3a');
    expect(await page.evaluate(() => `${document.documentElement.outerHTML}${JSON.stringify(history.state)}${JSON.stringify(Object.entries(sessionStorage))}`)).not.toContain('Marker-7f3a');
    expect(await page.evaluate(() => [...document.querySelectorAll('textarea, input')].map((f) => f.value).join())).not.toContain('Marker-7f3a');
    expect(await page.evaluate(async () => JSON.stringify((await indexedDB.databases?.()) ?? []))).toBe('[]');
  };
  await nowhere(app);
  await expect(second.getByRole('heading', { level: 1, name: 'Calibration sessions' })).toBeVisible();
  await nowhere(second);
  for (let i = 0; i < 20; i++) {
    await app.goBack();
    if (!app.url().startsWith(site.url)) break;
    await nowhere(app);
  }
  await app.goto(site.url);
  await nowhere(app);
  await app.reload();
  await nowhere(app);
  await app.getByRole('link', { name: 'Your data' }).click();
  await expect(app.getByText('Sealed ratings: 1')).toBeVisible();
  await nowhere(app);
  await second.close();

  await button(app, 'Back').click();
  if (await app.getByRole('button', { name: 'Start calibration' }).count()) await openCalibration(app);
  await begin(app, 'Manager', 'Tomasz');
  await rate(app, TOMASZ, 'what Tomasz saw of it');
  const other = await seal(app, { oneLaptop: true });
  await reveal(app, [first, other]);
  await opened(app);
  await button(app, 'Start with 25 minutes').click();
  await expect(app.getByText(marker)).toBeVisible();
});

test('a rater who answered nothing leaves a session about every question, and a side that does not open is recorded', async ({ app, browser, site, problems }) => {
  test.setTimeout(240_000);
  const { ines, first, second } = await sealed(app, browser, site, problems, [Array(12).fill(null), TOMASZ]);
  await reveal(app, [first, second]);
  await opened(app);
  await button(app, 'Start with 60 minutes').click();
  await expect(app.getByRole('heading', { name: 'Answered by one of you' })).toBeVisible();
  await expect(app.getByText('No question was answered by both raters.')).toBeVisible();

  await button(ines, 'Reveal').click();
  await ines.getByText('One side does not open').click();
  await button(ines, 'The manager does not open').click();
  await expect(ines.getByText(/Not opened by the manager\./)).toBeVisible();
  await expect(ines.locator('#closing-code')).toBeVisible();
});
