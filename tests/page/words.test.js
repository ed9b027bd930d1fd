// Every screen of every document's village speaks the document's own words for its units, and no other's.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from '../harness/browser.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

let server;
let browser;
let screen;
before(async () => {
  server = await serve();
  browser = await Browser.open();
  screen = new Screen(await browser.page(server.url));
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** A village of each document, and words for units that its document does not use. */
const VILLAGES = [
  ['通史嘎查村委员会', ['行政村', '乡镇', '街道']],
  ['汪场社区居民委员会', ['嘎查', '苏木', '行政村']],
  ['桑村村委会', ['嘎查', '苏木', '行政村', '街道']],
  ['北村村委会', ['嘎查', '苏木', '街道']],
  ['龙溪社区', ['嘎查', '苏木', '行政村']],
];
const SCREENS = (period) => ['#/', `#/tasks/${period}/village.2`, `#/result/${period}`, `#/check/${period}`, '#/history', `#/form/own/${period}`];

for (const [unit, others] of VILLAGES) {
  test(`${unit} reads its own words`, async () => {
    await setUp(screen, { unit });
    for (const address of SCREENS(year())) {
      await screen.go(address);
      await screen.until(`${address} to be drawn`, () => screen.run(() => document.querySelector('main h1')));
      const text = await screen.run(() => document.querySelector('main').innerText);
      for (const word of others) assert.ok(!text.includes(word), `${address}: ${word}`);
    }
  });
}
