// Whatever a report is made of is watched; and what the preview started goes with it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openBrowser, openPage, Preview, root, shownAt, waitForNewer } from './harness.mjs';

/** A format of its own, copied from one that exists. */
function ownFormat(folder) {
  const beside = path.dirname(folder);
  fs.cpSync(path.join(root, 'plugins/national-budget'), path.join(beside, 'plugins/mine'), { recursive: true });
  fs.cpSync(path.join(root, 'plugins/common'), path.join(beside, 'plugins/common'), { recursive: true });
  fs.cpSync(path.join(root, 'templates/national-budget'), path.join(beside, 'templates/mine'), { recursive: true });
  const file = path.join(beside, 'plugins/mine/plugin.lua');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('id = "national-budget"', 'id = "mine"'));
}

function save(file, change) {
  fs.writeFileSync(file, change(fs.readFileSync(file)));
}

test('plan, texts, plugin, words and template are followed; a Lua fault says where', async () => {
  const preview = await Preview.start({ words: ['--format', 'mine', '--plugins', 'plugins', '--templates', 'templates'], prepare: ownFormat });
  const browser = await openBrowser();
  try {
    const page = await openPage(browser, preview);
    const beside = (name) => path.join(preview.folder, name);
    const template = fs.readdirSync(beside('templates/mine')).find((name) => name.endsWith('.odt'));
    let old = await shownAt(page, 1);
    for (const file of ['pan-1325/plan.yaml', 'pan-1325/narrative/introduction.fr.md', 'plugins/mine/view.lua',
      'plugins/mine/terms.fr.yaml', 'plugins/common/terms.fr.yaml', `templates/mine/${template}`]) {
      save(beside(file), (bytes) => bytes); // the same again is a save, too
      await waitForNewer(page, 1, old);
      old = await shownAt(page, 1);
    }
    const lua = fs.readFileSync(beside('plugins/mine/view.lua'), 'utf8');
    fs.writeFileSync(beside('plugins/mine/view.lua'), `${lua}\nlocal x = = 1\n`);
    await page.waitForSelector('#banner:not([hidden])');
    assert.match(await page.textContent('.faults .place'), /view\.lua/);
    await page.locator('.faults .head').first().click();
    await page.waitForSelector('.faults .lines li.here');
    fs.writeFileSync(beside('plugins/mine/view.lua'), lua);
    await page.waitForSelector('#banner', { state: 'hidden' });
    assert.deepEqual(page.faults, []);
  } finally {
    await browser.close();
    await preview.stop();
  }
});

test('a workbook is followed and its cells are shown as its sheets show them', async () => {
  const preview = await Preview.start({ plan: 'pnlevt-classeur' });
  const browser = await openBrowser();
  try {
    const page = await openPage(browser, preview);
    await page.waitForSelector('#list .card');
    for (const summary of await page.locator('#list summary').all()) await summary.click();
    const head = page.locator('#list .head', { hasText: /plan\.xlsx, [^ ]+![A-Z]+\d+/ }).first();
    const cell = (await head.locator('.place').textContent()).match(/!([A-Z]+)(\d+)/);
    await head.click();
    const card = page.locator('#list .finding.is-open');
    await card.locator('.excerpt').waitFor();
    assert.equal(await card.locator('tr.here th').textContent(), cell[2]);
    assert.equal(await card.locator('thead th.here').textContent(), cell[1]);
  } finally {
    await browser.close();
    await preview.stop();
  }
});

test('a port that is taken is a fault of use, told at once', async () => {
  const preview = await Preview.start();
  try {
    const port = new URL(preview.address).port;
    const second = Preview.start({ words: ['--port', port] });
    const said = await second.then((other) => other.stop().then(() => 'it listens there, too'), (error) => error.message);
    assert.match(said, new RegExp(`preview-port.*${port}.*--port`, 's'));
  } finally {
    await preview.stop();
  }
});

test('Ctrl-C ends the office and leaves nothing behind', async () => {
  const preview = await Preview.start();
  const browser = await openBrowser();
  try {
    const page = await openPage(browser, preview);
    assert.ok(fs.readdirSync(preview.temporary).length > 0);
    const children = fs.readFileSync(`/proc/${preview.process.pid}/task/${preview.process.pid}/children`, 'utf8');
    preview.process.kill('SIGINT');
    assert.equal(await preview.ended, 0);
    assert.deepEqual(fs.readdirSync(preview.temporary), []);
    for (const child of children.trim().split(' ').filter(Boolean)) assert.ok(!fs.existsSync(`/proc/${child}`), `process ${child} lives on`);
    await page.waitForFunction(() => document.body.dataset.phase === 'lost');
    assert.match(await page.textContent('#banner'), /has ended/);
    assert.equal(await page.locator('#pages img').first().isVisible(), true);
  } finally {
    await browser.close();
    await preview.stop();
  }
});
