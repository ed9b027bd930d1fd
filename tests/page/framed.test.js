// Inside another page, on a server that sends no header against it, the page does not run: it says so and leads out.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before } from 'node:test';
import { Browser } from '../harness/browser.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { steps } from '../harness/steps.js';

let page;
let plain;
let address;
let browser;
before(async () => {
  page = await serve();
  // Any static server: the page's files without the headers that its own server sends, and a page around them.
  plain = createServer(async (request, response) => {
    if (request.url === '/around') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!doctype html><html lang="zh"><title>x</title><link rel="icon" href="data:,"><iframe title="x" src="/" width="900" height="600"></iframe></html>');
      return;
    }
    const file = await fetch(new URL(request.url, page.url));
    response.writeHead(file.status, { 'content-type': file.headers.get('content-type') ?? 'text/plain' });
    response.end(Buffer.from(await file.arrayBuffer()));
  }).listen(0, '127.0.0.1');
  await once(plain, 'listening');
  address = `http://127.0.0.1:${plain.address().port}/`;
  browser = await Browser.open();
});
after(async () => {
  await browser.close();
  plain.closeAllConnections();
  plain.close();
  await page.stop();
});

const step = steps();

step('in a frame it is not opened, and a link opens it by itself', async () => {
  const around = await browser.blank();
  await around.goto(`${address}around`, { waitUntil: 'load' });
  const frame = around.frames().find((it) => it !== around.mainFrame());
  const text = () => frame.evaluate(() => document.body.innerText);
  await new Screen(around).until('the sentence', async () => (await text()).includes('嵌在别的网页里'));
  const links = await frame.evaluate(() => [...document.querySelectorAll('a')].map(({ href, target, rel }) => ({ href, target, rel })));
  assert.deepEqual(links, Array(2).fill({ href: address, target: '_blank', rel: 'noopener' }));
  assert.ok(!(await text()).includes('先自评，再上报'));
  assert.deepEqual(await frame.evaluate(async () => (await indexedDB.databases()).map((it) => it.name)), [], 'nothing of the page runs');
});

step('by itself it is opened on the same server', async () => {
  const screen = new Screen(await browser.page(address));
  await screen.see('先自评，再上报');
  screen.page.watch.quiet();
});
