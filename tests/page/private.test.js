// A private window: said where the browser lets it be known, and warned of where nobody can know.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from '../harness/browser.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { browsers, needs } from '../harness/settings.js';

const WORDS = '这像是无痕（隐私）窗口';

let server;
before(async () => (server = await serve()));
after(async () => {
  await Browser.closeAll();
  await server.stop();
});

async function opened(options, prepare) {
  const browser = await Browser.open(options);
  const page = await browser.blank();
  if (prepare) await page.evaluateOnNewDocument(prepare);
  await page.goto(server.url);
  const screen = new Screen(page);
  await screen.see('先自评，再上报');
  return { browser, screen };
}

test('a private window of a browser that tells is named', needs(browsers[109], 'CUNPING_CHROMIUM_109'), async () => {
  const { browser, screen } = await opened({ engine: '109', flags: ['--incognito'] });
  await screen.see(WORDS);
  await screen.see('离开前请导出或备份');
  await browser.close();
});

test('an ordinary window of it is not', needs(browsers[109], 'CUNPING_CHROMIUM_109'), async () => {
  const { browser, screen } = await opened({ engine: '109' });
  await screen.go('#/data');
  await screen.see('数据在哪里');
  assert.ok(!(await screen.text()).includes(WORDS));
  await browser.close();
});

test('a browser that gives a private window no files of its own is named, too', async () => {
  const { browser, screen } = await opened({}, () => {
    Object.defineProperty(performance, 'memory', { value: undefined });
    navigator.storage.getDirectory = () => Promise.reject(new DOMException('no', 'SecurityError'));
  });
  await screen.see(WORDS);
  await browser.close();
});

test('where nobody can know, it is said before anything is entered', async () => {
  const { browser, screen } = await opened({ flags: ['--incognito'] });
  await screen.go('#/setup');
  await screen.see('不要用无痕（隐私）窗口');
  await screen.go('#/data');
  await screen.see('无痕（隐私）窗口里填的，窗口一关就都没有了');
  browser.quiet();
  await browser.close();
});
