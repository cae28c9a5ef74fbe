import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage, Preview, shownAt, waitForNewer } from './harness.mjs';

const lines = 'tables/budget_lines.csv';
let browser;
let preview;
before(async () => {
  browser = await openBrowser();
  preview = await Preview.start();
});
after(async () => {
  await browser?.close();
  await preview?.stop();
});

test('the page shows the document, its title and its findings, in the language of the reader', async () => {
  for (const [language, title, finding] of [
    ['fr', 'Produire les documents', /95.000.000/],
    ['en', 'Build documents', /95.000.000/],
  ]) {
    const page = await openPage(browser, preview, { language });
    assert.equal(await page.getAttribute('html', 'lang'), language);
    assert.equal(await page.textContent('#build'), title);
    assert.match(await page.textContent('h1'), /1325/);
    assert.equal(await page.locator('#pages .page').count(), 6);
    assert.match(await page.textContent('.errors .message'), finding);
    assert.match(await page.textContent('.errors .place'), /budget_lines\.csv:21/);
    const picture = await page.locator('#page-1 img').evaluate((img) => [img.alt, img.naturalWidth]);
    assert.match(picture[0], /1.*6/);
    assert.ok(picture[1] > 700, `a page of ${picture[1]} pixels`);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
});

test('the other language is one click away', async () => {
  const page = await openPage(browser, preview, { language: 'en' });
  await page.click('#tongue');
  await page.waitForSelector('#pages img');
  assert.equal(await page.getAttribute('html', 'lang'), 'fr');
  assert.match(await page.textContent('#findings-title'), /Constats/);
  await page.context().close();
});

test('a saved cell shows at once, the changed page is marked, the view stays where it was', async () => {
  const page = await openPage(browser, preview);
  await page.evaluate(() => document.getElementById('page-5').scrollIntoView());
  await page.waitForFunction(() => document.getElementById('page-5').drawn > 0);
  const place = await page.evaluate(() => document.getElementById('scroll').scrollTop);
  const old = await shownAt(page, 5);
  preview.change(lines, '95.000.000', '96.000.000');
  await waitForNewer(page, 5, old);
  assert.equal(await page.evaluate(() => document.getElementById('scroll').scrollTop), place);
  await page.waitForSelector('#page-5.is-changed');
  assert.match(await page.textContent('#changed'), /5/);
  assert.equal(await page.locator('#page-1.is-changed').count(), 0);
  assert.match(await page.locator('#page-5').textContent(), /96.000.000/);
  await page.waitForFunction(() => /96.000.000/.test(document.querySelector('.errors .message').textContent));
  preview.change(lines, '96.000.000', '95.000.000');
  await waitForNewer(page, 5, old + 1);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a fault keeps the last pages and says all that is wrong, with place, cause and remedy', async () => {
  const page = await openPage(browser, preview);
  const old = await shownAt(page, 1);
  const good = preview.read(lines);
  preview.save(lines, good.replace('95.000.000', 'beaucoup').replace('9.000.000', 'peu'));
  await page.waitForSelector('#banner:not([hidden])');
  assert.match(await page.textContent('#banner'), /2 blocking errors.*last version/s);
  assert.equal(await page.locator('.faults .finding').count(), 2);
  const fault = page.locator('.faults .finding').nth(1);
  assert.match(await fault.textContent(), /beaucoup.*budget_lines\.csv:21.*Why:.*What to do:/s);
  assert.equal(await page.locator('#pages img').first().isVisible(), true);
  assert.equal(await shownAt(page, 1), old);
  assert.equal(await page.getAttribute('#build', 'aria-disabled'), 'true');
  await fault.locator('.head').click();
  assert.equal(await fault.locator('td.cell').textContent(), 'beaucoup');
  assert.equal(await fault.locator('tr.here th').textContent(), '21');
  preview.save(lines, good);
  await page.waitForSelector('#banner', { state: 'hidden' });
  assert.equal(await page.locator('.faults').count(), 0);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a click on a finding shows its cell with the row of the table', async () => {
  const page = await openPage(browser, preview);
  await page.click('.errors .head');
  await page.waitForSelector('.errors td.cell');
  assert.equal(await page.textContent('.errors td.cell'), '95.000.000');
  assert.equal(await page.textContent('.errors thead th.here'), 'total');
  assert.equal(await page.getAttribute('.errors .head', 'aria-expanded'), 'true');
  await page.click('.errors .head');
  assert.equal(await page.locator('.errors td.cell').count(), 0);
  await page.context().close();
});

test('Build makes the three documents and offers them', async () => {
  const page = await openPage(browser, preview);
  await page.click('#build');
  await page.waitForSelector('#files a');
  assert.deepEqual(await page.locator('#files .type').allTextContents(), ['ODT', 'DOCX', 'PDF']);
  for (const [kind, start] of [['odt', 'PK'], ['docx', 'PK'], ['pdf', '%PDF']]) {
    const name = `pan-1325.national-budget.fr.${kind}`;
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`#files a[download="${name}"]`)]);
    assert.equal(download.suggestedFilename(), name);
    const bytes = fs.readFileSync(await download.path());
    assert.equal(bytes.subarray(0, start.length).toString(), start);
    assert.ok(bytes.equals(fs.readFileSync(path.join(preview.folder, 'out', name))));
  }
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('format and language are chosen on the page', async () => {
  const page = await openPage(browser, preview);
  const old = await shownAt(page, 1);
  await page.selectOption('#format', 'national-plan');
  await waitForNewer(page, 1, old);
  assert.equal(await page.locator('#pages .page').count(), 16);
  await page.selectOption('#language', 'en');
  await waitForNewer(page, 1, old + 1);
  await page.waitForFunction(() => /National Action Plan/.test(document.getElementById('page-1').textContent));
  assert.equal(await page.inputValue('#format'), 'national-plan');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
