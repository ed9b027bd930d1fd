// What a locked page still has in memory: no byte of the key. The memories of its modules are searched for the seed.
import assert from 'node:assert/strict';
import { Browser } from '../harness/browser.js';
import { copies, keepMemories } from '../harness/memory.js';
import { opening } from '../harness/people.js';
import { Screen } from '../harness/screen.js';
import { steps } from '../harness/steps.js';
import { ownKey } from '../pages/keys.js';
import { lockNow, protect, unlock } from '../pages/secrets.js';
import { setUp } from '../pages/setup.js';

const WORDS = '正确的马电池订书钉';

let browser;
let clerk;
opening(async (_, url) => {
  browser = await Browser.open();
  clerk = new Screen(await browser.page(url, { before: keepMemories }));
});

const step = steps();

let seed;
step('while the key has no passphrase, its seed is in memory', async () => {
  await setUp(clerk);
  seed = (await ownKey(clerk)).key.plain;
  assert.match(seed, /^[0-9a-f]{64}$/);
  await clerk.go('#/data');
  await clerk.click('button', '设置口令');
  assert.ok((await copies(clerk, seed)) > 0);
});

step('once it has one, it is not', async () => {
  await protect(clerk, WORDS);
  assert.equal(await copies(clerk, seed), 0);
});

step('while it is unlocked, it is; once it is locked, it is not', async () => {
  await unlock(clerk, WORDS);
  await clerk.see('这个标签页里已解锁');
  assert.ok((await copies(clerk, seed)) > 0);
  await lockNow(clerk);
  assert.equal(await copies(clerk, seed), 0);
  assert.equal(clerk.page.workers().length, 0, 'no worker is left that could have it');
});

step('nothing stood on the console', () => browser.quiet());
