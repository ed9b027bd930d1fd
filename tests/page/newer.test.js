// A newer program opens the database in another tab: the older page says so, shows no blank screen and harms nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from '../harness/browser.js';
import { dump, openNewer } from '../harness/database.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { setUp } from '../pages/setup.js';

let server;
let browser;
let older;
let newer;
before(async () => {
  server = await serve();
  browser = await Browser.open();
  older = new Screen(await browser.page(server.url));
  await setUp(older);
  await older.see(/已保存/);
  // A page of the origin that is not ours: a file of it.
  newer = await browser.blank();
  const icon = await older.page.$eval('link[rel=icon]', (link) => link.href);
  await newer.goto(icon);
});
after(async () => {
  await browser.close();
  await server.stop();
});

test('the older page is told, says what to do, and claims nothing saved', async () => {
  const kept = await dump(newer);
  await openNewer(newer);
  await older.see('另一个窗口打开了更新的版本');
  await older.see('请刷新本页面');
  await older.page.bringToFront();
  await older.click('button', '大字');
  await older.see('没有保存');
  assert.doesNotMatch(await older.text(), /已保存 \d/);
  assert.deepEqual((await dump(newer)).tables, kept.tables);
});

test('the older page opened again stops before it harms anything, and says so', async () => {
  const kept = await dump(newer);
  const again = new Screen(await browser.page(server.url));
  await again.see('数据是更新版本的页面保存的');
  assert.equal(await again.count('button', '刷新'), 1);
  assert.deepEqual(await dump(newer), kept);
  for (const { page } of [older, again]) page.watch.quiet();
});
