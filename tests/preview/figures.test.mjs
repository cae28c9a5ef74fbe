// From a figure on the page to the cell that it comes from.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openPage, Preview, shownAt, waitForNewer } from './harness.mjs';

let browser;
let preview;
before(async () => {
  browser = await openBrowser();
  preview = await Preview.start({ words: ['--format', 'national-plan'] });
});
after(async () => {
  await browser?.close();
  await preview?.stop();
});

const figures = async (page) => {
  await page.waitForSelector('.figures button', { state: 'attached', timeout: 30000 });
};
/** The button over a printed figure. */
const named = (page, printed) => page.locator(`.figures button[aria-label^="${printed}"]`).first();

test('a click on a figure shows its cell, with the row of the table', async () => {
  const page = await openPage(browser, preview);
  await figures(page);
  const button = named(page, '95\u202F000\u202F000');
  await button.scrollIntoViewIfNeeded();
  await button.click();
  assert.match(await page.textContent('#figure-title'), /95.000.000/);
  assert.match(await page.textContent('#figure .place'), /budget_lines\.csv:21/);
  await page.waitForSelector('#figure td.cell');
  assert.equal(await page.textContent('#figure td.cell'), '95.000.000');
  assert.equal(await page.textContent('#figure thead th.here'), 'total');
  assert.equal(await page.textContent('#figure tr.here th'), '21');
  assert.equal(await button.evaluate((one) => one.classList.contains('is-open')), true);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the button lies where the page prints the figure', async () => {
  const page = await openPage(browser, preview);
  await figures(page);
  const button = named(page, '95\u202F000\u202F000');
  await button.scrollIntoViewIfNeeded();
  const sheet = button.locator('xpath=ancestor::*[contains(@class,"sheet")]');
  await sheet.locator('img').waitFor();
  // The picture has ink under the button, and more of it than the paper beside it has.
  const ink = await sheet.evaluate((box, label) => {
    const picture = box.querySelector('img');
    const canvas = document.createElement('canvas');
    canvas.width = picture.naturalWidth;
    canvas.height = picture.naturalHeight;
    const brush = canvas.getContext('2d');
    brush.drawImage(picture, 0, 0);
    const area = box.querySelector(`[aria-label^="${label}"]`).style;
    const part = (text, whole) => Math.round((parseFloat(text) * whole) / 100);
    const { data } = brush.getImageData(part(area.left, canvas.width), part(area.top, canvas.height),
      part(area.width, canvas.width), part(area.height, canvas.height));
    let dark = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] + data[i + 1] + data[i + 2] < 450) ++dark;
    return dark / (data.length / 4);
  }, '95\u202F000\u202F000');
  assert.ok(ink > 0.05 && ink < 0.6, `${ink} of the area is ink`);
  await page.context().close();
});

test('a computed figure shows its operation and all of its cells', async () => {
  const page = await openPage(browser, preview);
  await figures(page);
  const index = await page.evaluate(async () => {
    const number = Number(document.querySelector('#pdf').href.match(/(\d+)\.pdf/)[1]);
    const { figures: list } = await (await fetch(`figures/${number}`)).json();
    return list.findIndex((one) => one.groups.length > 0 && one.boxes.length > 0);
  });
  assert.ok(index >= 0, 'no computed figure in the document');
  await page.locator(`#figure-${index}`).scrollIntoViewIfNeeded();
  await page.click(`#figure-${index}`);
  assert.match(await page.textContent('#figure-body'), /:/);
  await page.waitForSelector('#figure .excerpt tr.here td.cell');
  assert.equal(await page.locator('#figure .source').count() > 0, true);
  await page.context().close();
});

test('by keyboard: one stop a page, arrows between figures, Enter opens, Escape returns', async () => {
  const page = await openPage(browser, preview);
  await figures(page);
  const layer = page.locator('.figures').first();
  assert.equal(await layer.locator('[tabindex="0"]').count(), 1);
  await layer.locator('[tabindex="0"]').focus();
  const first = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  const isAlone = (await layer.locator('button').count()) < 2;
  if (!isAlone) await page.keyboard.press('ArrowRight');
  const name = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'figure');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#figure').isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement.id), name);
  assert.ok(first.length > 0);
  await page.context().close();
});

test('a finding leads to the place where its cell is printed', async () => {
  const page = await openPage(browser, preview);
  await figures(page);
  await page.waitForFunction(() => document.querySelector('.errors .head'));
  await page.click('.errors .head');
  await page.click('.errors .jumps button');
  const label = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.match(label, /95.000.000/);
  assert.equal(await page.evaluate(() => document.activeElement.classList.contains('is-open')), true);
  await page.context().close();
});

test('after a save the figures are those of the new document', async () => {
  const page = await openPage(browser, preview);
  await figures(page);
  const old = await shownAt(page, 1);
  preview.change('tables/budget_lines.csv', '95.000.000', '97.000.000');
  await waitForNewer(page, 1, old);
  await page.waitForSelector('.figures button[aria-label^="97"]', { state: 'attached', timeout: 30000 });
  assert.equal(await page.locator('.figures button[aria-label^="95\u202F000\u202F000"]').count(), 0);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
