// Without a mouse, and for those who hear the page.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage, Preview, root, waitForNewer } from './harness.mjs';

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

const focus = (page) => page.evaluate(() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  return { id: element.id, text: element.textContent.trim(), class: element.className, href: element.getAttribute('href'),
    isSeen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
});

test('the Tab key walks in reading order, and every stop shows', async () => {
  const page = await openPage(browser, preview);
  const wanted = ['#document', '#findings', '#build', 'format', 'language', 'build', 'tongue', 'page', 'next', 'zoom', 'pdf', 'scroll'];
  for (const name of wanted) {
    await page.keyboard.press('Tab');
    const now = await focus(page);
    assert.equal(now.href?.startsWith('#') ? now.href : now.id, name);
    assert.ok(now.isSeen, `${name} has no visible focus`);
  }
  await page.keyboard.press('Tab');
  while (!(await focus(page)).class.includes('head')) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.errors td.cell');
  await page.context().close();
});

test('skip links lead to the document, the findings and the button', async () => {
  const page = await openPage(browser, preview);
  for (const [tabs, goal] of [[1, 'document'], [2, 'findings'], [3, 'build']]) {
    await page.evaluate(() => { document.activeElement.blur(); window.getSelection().removeAllRanges(); });
    await page.goto(preview.address);
    await page.waitForSelector('#pages img');
    for (let i = 0; i < tabs; ++i) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal((await focus(page)).id, goal);
  }
  await page.context().close();
});

test('where it is narrow, a skip link brings what it leads to', async () => {
  const page = await openPage(browser, preview, { width: 390 });
  for (const goal of ['findings', 'document']) {
    await page.focus(`.skips [href="#${goal}"]`);
    await page.keyboard.press('Enter');
    assert.equal((await focus(page)).id, goal);
    assert.equal(await page.locator(`#${goal}`).isVisible(), true);
  }
  await page.context().close();
});

test('everything can be done by keyboard: another language, the pages, the documents', async () => {
  const page = await openPage(browser, preview);
  await page.focus('#language');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.focus('#page');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.getElementById('scroll').scrollTop > 1000);
  await page.focus('#build');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#files a');
  assert.match(await page.textContent('#news'), /3 documents/);
  await page.context().close();
});

test('a screen reader hears that the document was updated, or what stops it', async () => {
  const page = await openPage(browser, preview);
  assert.equal(await page.getAttribute('#news', 'aria-live'), 'polite');
  const good = preview.read('tables/budget_lines.csv');
  preview.save('tables/budget_lines.csv', good.replace('95.000.000', 'x'));
  await page.waitForFunction(() => /1 blocking error/.test(document.getElementById('news').textContent));
  preview.save('tables/budget_lines.csv', good);
  await page.waitForFunction(() => /Document updated: 6 pages/.test(document.getElementById('news').textContent));
  await page.context().close();
});

test('the text of a page is there beside its picture', async () => {
  const page = await openPage(browser, preview, { language: 'fr' });
  await page.waitForFunction(() => document.querySelector('#page-1 .hidden').textContent.length > 20);
  assert.match(await page.textContent('#page-1 .hidden'), /Mali/);
  await page.context().close();
});

test('axe finds no barrier, in both languages, wide and narrow, with and without faults', async () => {
  const axe = fs.readFileSync(path.join(root, 'tests/preview/node_modules/axe-core/axe.min.js'), 'utf8');
  const good = preview.read('tables/budget_lines.csv');
  for (const isFaulty of [false, true]) {
    if (isFaulty) preview.save('tables/budget_lines.csv', good.replace('95.000.000', 'x'));
    for (const [language, width] of [['fr', 1280], ['en', 1280], ['fr', 390]]) {
      const page = await openPage(browser, preview, { language, width, bypassCSP: true });
      if (isFaulty) await page.waitForSelector('#banner:not([hidden])');
      if (width < 900) await page.click('.views [data-view=findings]');
      await page.locator('#list .head').first().click();
      await page.waitForSelector('#list .excerpt');
      if (!isFaulty && width > 900) {
        await page.waitForSelector('.figures button', { state: 'attached', timeout: 30000 });
        await page.locator('.figures button').first().click();
        await page.waitForSelector('#figure:not([hidden])');
      }
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' ')}`), [], `${language} ${width}`);
      await page.context().close();
    }
  }
  preview.save('tables/budget_lines.csv', good);
});

test('whoever wants no motion gets none', async () => {
  const page = await openPage(browser, preview, { reducedMotion: 'reduce' });
  await page.evaluate(() => { document.body.dataset.phase = 'building'; });
  assert.equal(await page.locator('.dot').evaluate((dot) => getComputedStyle(dot).animationName), 'none');
  await page.context().close();
});
