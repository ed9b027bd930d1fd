// The first load brings what a village needs; another screen brings the rest, or says that it did not come.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser } from '../harness/browser.js';
import { opening } from '../harness/people.js';
import { Screen } from '../harness/screen.js';
import { answerNone, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const WHOLE = /\/whole(_bg)?-[0-9a-f]{16}\.\w+$/;
let address;
let browser;
opening(async (_, url) => {
  address = url;
  browser = await Browser.open();
});

test('a village sets up, answers and sees its result with the first load alone, and goes on after the rest has come', async () => {
  const page = await browser.page(address);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const screen = new Screen(page);
  await setUp(screen);
  await answerNone(screen, year(), 'village.1');
  await screen.go(`#/result/${year()}`);
  await screen.see('待');
  assert.deepEqual(asked.filter((address) => WHOLE.test(address)), []);

  await screen.go('#/data');
  await screen.see('立即备份');
  assert.equal(asked.filter((address) => WHOLE.test(address)).length, 2);
  assert.equal(await page.$$eval('main', (all) => all.length), 1, 'one page took the place of the other');
  await answerNone(screen, year(), 'village.2');
  page.watch.quiet();
});

test('a screen that does not come is said in words; what was there goes on, and it can be asked for again', async () => {
  const page = await browser.page(address);
  let cut = true;
  await page.setRequestInterception(true);
  page.on('request', (request) => (cut && WHOLE.test(request.url()) ? request.abort() : request.continue()));
  const screen = new Screen(page);
  await screen.go('#/library');
  await screen.see('没有下载下来');
  await screen.go('#/setup');
  await screen.see('输入名称或 12 位统计用区划代码');
  await screen.go('#/library');
  await screen.see('没有下载下来');
  cut = false;
  await screen.click('button', '重试');
  await screen.see('八无');
});
