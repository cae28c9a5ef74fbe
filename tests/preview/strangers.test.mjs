// Requests that other pages, or other programs, send to the preview's port.
import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { openBrowser, Preview } from './harness.mjs';

let preview;
let own; // {host, port, token}
before(async () => {
  preview = await Preview.start();
  const address = new URL(preview.address);
  own = { host: address.host, port: address.port, token: address.pathname.replaceAll('/', '') };
});
after(async () => {
  await preview?.stop();
});

/** Status, headers and text of a request with exactly these headers. */
function ask(path, headers = {}, { method = 'GET', body = '' } = {}) {
  return new Promise((done, failed) => {
    const request = http.request({ host: '127.0.0.1', port: own.port, path, method, headers: { Host: own.host, ...headers } },
      (answer) => {
        let text = '';
        answer.on('data', (bytes) => (text += bytes));
        answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, text }));
      });
    request.on('error', failed);
    request.end(body);
  });
}
const at = (rest) => `/${own.token}/${rest}`;
const order = (rest, headers, body = '{}') => ask(at(rest), { 'Content-Type': 'application/json', ...headers }, { method: 'POST', body });

test('the page is there for the one who has its address', async () => {
  const answer = await ask(at(''));
  assert.equal(answer.status, 200);
  assert.match(answer.headers['content-security-policy'], /^default-src 'self'/);
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  assert.equal(answer.headers['access-control-allow-origin'], undefined);
});

test('a name that was made to point here is refused (DNS rebinding)', async () => {
  for (const host of ['evil.example', `evil.example:${own.port}`, '127.0.0.1', `127.0.0.2:${own.port}`, `localhost.evil.example:${own.port}`]) {
    const answer = await ask(at(''), { Host: host });
    assert.ok([400, 421].includes(answer.status), `${host}: ${answer.status}`);
    assert.doesNotMatch(answer.text, /<html/);
  }
});

test('a request that names no host is refused', async () => {
  const line = net.connect(own.port, '127.0.0.1');
  line.end(`GET ${at('')} HTTP/1.0\r\n\r\n`);
  let text = '';
  for await (const bytes of line) text += bytes;
  assert.match(text, /^HTTP\/1\.. 421/);
});

test('without the token nothing is told', async () => {
  for (const path of ['/', '/page.css', '/events', `/${'0'.repeat(32)}/`, `/${own.token}`, `/${own.token.slice(0, -1)}/`]) {
    assert.equal((await ask(path)).status, 403, path);
  }
});

test('what another page sends is refused', async () => {
  const same = `http://${own.host}`;
  assert.equal((await order('build', { Origin: 'http://evil.example' })).status, 403);
  assert.equal((await order('build', { Origin: 'null' })).status, 403);
  assert.equal((await order('build', {})).status, 403);
  assert.equal((await order('build', { Origin: same, 'Sec-Fetch-Site': 'cross-site' })).status, 403);
  assert.equal((await order('build', { Origin: same, 'Sec-Fetch-Site': 'same-site' })).status, 403);
  assert.equal((await order('build', { Origin: same, 'Content-Type': 'text/plain' })).status, 403);
  assert.equal((await ask(at('page.js'), { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' })).status, 403);
  assert.equal((await ask(at('page.css'), { Origin: 'http://evil.example' })).status, 403);
  assert.equal((await ask(at('build'), {}, { method: 'PUT' })).status, 405);
  assert.equal((await order('build', { Origin: same, 'Sec-Fetch-Site': 'same-origin' })).status, 204);
});

test('addresses are numbers and known names, never paths', async () => {
  for (const rest of ['../../etc/passwd', '..%2f..%2fetc%2fpasswd', 'files/../../etc/passwd', 'files/99', 'files/-1', 'excerpts/999999',
    'pages/1/1/9999.png', 'pages/1/0/96.png', 'pages/1/1/96.png/..', 'documents/1.pdf/../..', 'page.html', 'excerpts//etc/passwd']) {
    const answer = await ask(at(rest));
    assert.equal(answer.status, 404, rest);
    assert.doesNotMatch(answer.text, /root:/);
  }
});

test('an order that is not understood, or far too long, changes nothing', async () => {
  const headers = { Origin: `http://${own.host}` };
  assert.equal((await order('choice', headers, 'x')).status, 400);
  assert.equal((await order('choice', headers, `{"format": "${'x'.repeat(9000)}"}`)).status, 400);
  assert.equal((await order('nothing', headers)).status, 404);
});

test('a page of another origin can neither read the preview nor order it about', async () => {
  const served = http.createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end('<p>another page</p>'));
  await new Promise((done) => served.listen(0, '127.0.0.1', done));
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${served.address().port}/`);
    const result = await page.evaluate(async (address) => {
      const tried = async (work) => work().then(() => 'done', () => 'refused');
      return {
        read: await tried(() => fetch(address)),
        order: await tried(() => fetch(`${address}choice`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"format":"national-plan"}' })),
        picture: await new Promise((done) => {
          const picture = new Image();
          picture.onload = () => done('done');
          picture.onerror = () => done('refused');
          picture.src = `${address}icon.svg`;
        }),
        frame: await new Promise((done) => {
          const frame = document.createElement('iframe');
          frame.onload = () => done(frame.contentDocument === null ? 'refused' : 'done');
          frame.src = address;
          document.body.append(frame);
        }),
      };
    }, preview.address);
    assert.deepEqual(result, { read: 'refused', order: 'refused', picture: 'refused', frame: 'refused' });
  } finally {
    await browser.close();
    served.close();
  }
});
