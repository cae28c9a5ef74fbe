// A preview of a plan in a private folder, and a browser that looks at it.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const program = path.join(root, 'build/bin/rapporteur');

/** Ends what it began: processes and folders. */
export class Preview {
  /** A copy of a sample, shown by the binary. `prepare(folder)` may change the copy first. */
  static async start({ plan = 'pan-1325', words = [], prepare = () => {} } = {}) {
    const preview = new Preview();
    preview.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'preview-'));
    preview.temporary = path.join(preview.folder, 'tmp');
    fs.mkdirSync(preview.temporary);
    preview.plan = path.join(preview.folder, plan);
    fs.cpSync(path.join(root, 'samples', plan), preview.plan, { recursive: true });
    prepare(preview.plan);
    preview.process = spawn(program, ['preview', plan, ...words], {
      cwd: preview.folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8', TMPDIR: preview.temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    preview.ended = new Promise((done) => preview.process.once('exit', (code) => done(code)));
    preview.said = '';
    await new Promise((found, failed) => {
      const hear = (bytes) => {
        preview.said += bytes;
        preview.address = preview.said.match(/http:\/\/\S+/)?.[0];
        if (preview.address) found();
      };
      preview.process.stdout.on('data', hear);
      preview.process.stderr.on('data', hear);
      preview.process.once('exit', () => failed(new Error(`the preview ended: ${preview.said}`)));
    });
    return preview;
  }

  file(name) {
    return path.join(this.plan, name);
  }
  read(name) {
    return fs.readFileSync(this.file(name), 'utf8');
  }
  /** Saves as editors do: a new file, renamed over the old one. */
  save(name, text) {
    fs.writeFileSync(`${this.file(name)}.tmp`, text);
    fs.renameSync(`${this.file(name)}.tmp`, this.file(name));
  }
  change(name, from, to) {
    const text = this.read(name);
    if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
    this.save(name, text.replace(from, to));
  }

  async stop() {
    this.process.kill('SIGINT');
    const code = await this.ended;
    fs.rmSync(this.folder, { recursive: true, force: true });
    return code;
  }
}

export async function openBrowser() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** A page of the preview, once the document shows. What goes wrong in it fails the test. */
export async function openPage(browser, preview, { language = 'en', width = 1280, height = 850, ...more } = {}) {
  const context = await browser.newContext({ locale: language, viewport: { width, height }, acceptDownloads: true, ...more });
  const page = await context.newPage();
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/404/.test(message.text())) page.faults.push(message.text());
  });
  await page.addInitScript(() => {
    window.drawn = [];
    document.addEventListener('drawn', (event) => {
      window.drawn.push({ page: event.target.number, document: event.target.drawn, at: Date.now() });
    });
  });
  await page.goto(preview.address);
  await page.waitForSelector('#pages img');
  return page;
}

/** Number of the document that page `number` shows now. */
export const shownAt = (page, number) => page.evaluate((n) => document.getElementById(`page-${n}`)?.drawn ?? 0, number);

export async function waitForNewer(page, number, than, most = 15000) {
  await page.waitForFunction(([n, old]) => (document.getElementById(`page-${n}`)?.drawn ?? 0) > old, [number, than], { timeout: most });
}
