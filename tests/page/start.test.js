// The page starts, on every engine it promises and under the server's policy, or says in words why not.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Browser } from '../harness/browser.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { browsers, needs } from '../harness/settings.js';

let server;
before(async () => (server = await serve()));
after(() => server.stop());

for (const engine of ['now', '109', '86']) {
  const variable = engine === 'now' ? 'CUNPING_CHROMIUM' : `CUNPING_CHROMIUM_${engine}`;
  test(`it starts on Chromium ${engine} and says nothing on the console`, needs(browsers[engine], variable), async () => {
    const browser = await Browser.open({ engine });
    try {
      const page = await browser.page(server.url);
      await new Screen(page).see('村评');
      browser.quiet();
    } finally {
      await browser.close();
    }
  });
}

describe('what stops it is said in words', () => {
  let browser;
  before(async () => (browser = await Browser.open()));
  after(() => browser.close());

  test('an engine below the floor', async () => {
    const page = await browser.blank();
    await page.evaluateOnNewDocument(() => delete globalThis.BigInt64Array);
    await page.goto(server.url);
    const screen = new Screen(page);
    await screen.see('浏览器太旧');
    assert.equal(await screen.count('alert'), 1);
    page.watch.quiet();
  });

  test('a file that does not come', async () => {
    const page = await browser.blank();
    await page.setRequestInterception(true);
    page.on('request', (request) => (request.url().endsWith('.wasm') ? request.abort() : request.continue()));
    await page.goto(server.url);
    const screen = new Screen(page);
    await screen.see('页面没有打开');
    await screen.see('刷新');
    assert.equal(await screen.count('alert'), 1);
  });

  test('scripts switched off', async () => {
    const page = await browser.blank();
    await page.setJavaScriptEnabled(false);
    await page.goto(server.url);
    const shown = await page.$eval('noscript', (element) => element.innerText);
    assert.match(shown, /需要 JavaScript/);
  });
});
