// From disk nothing is signed before a passphrase wraps the key.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { axe } from '../harness/axe.js';
import { Browser } from '../harness/browser.js';
import { dump } from '../harness/database.js';
import { picture } from '../harness/picture.js';
import { Screen } from '../harness/screen.js';
import { oneFile } from '../harness/settings.js';
import { steps } from '../harness/steps.js';
import { answerNone, year } from '../pages/clerk.js';
import { openKeys, ownKey } from '../pages/keys.js';
import { protect, typeSecret, unlock } from '../pages/secrets.js';
import { setUp } from '../pages/setup.js';

const WORDS = '正确的马电池订书钉';

let browser;
let clerk;
before(async () => {
  browser = await Browser.open();
  clerk = new Screen(await browser.page(pathToFileURL(oneFile).href));
});
after(() => browser.close());

const step = steps();
const kept = () => ownKey(clerk);
const files = async () => (await dump(clerk.page)).tables.bundles.length;

step('without a passphrase nothing is signed, and it is said why', async () => {
  await setUp(clerk);
  await answerNone(clerk, year(), 'village.1');
  assert.deepEqual(Object.keys((await kept()).key), ['plain']);
  await clerk.go(`#/check/${year()}`);
  await clerk.see('其他从磁盘打开的网页可能读到没有口令的密钥');
  await clerk.click('button', '签名并导出');
  await clerk.see('页面从磁盘打开，签名密钥还没有口令，没有签名');
  assert.equal(await files(), 0);
  assert.deepEqual(await axe(clerk.page), []);
  await picture(clerk.page, 'disk-unprotected');
});

step('one is set in the same place, and then the file is signed', async () => {
  await protect(clerk, WORDS);
  assert.deepEqual(Object.keys((await kept()).key), ['wrapped']);
  await unlock(clerk, WORDS);
  await clerk.gone('签名要先解锁');
  await clerk.click('button', '签名并导出');
  await clerk.see('文件已核验');
  assert.equal(await files(), 1);
});

step('it cannot be taken away again, and a new key gets one in the same step', async () => {
  await clerk.go('#/data');
  await clerk.see('这个标签页里已解锁');
  assert.equal(await clerk.count('button', '取消口令'), 0);
  const { thumbprint } = await kept();
  await openKeys(clerk);
  await clerk.click('button', '定期更换，或换人经办');
  await clerk.click('button', '生成新密钥，旧密钥担保');
  await clerk.see('口令太短');
  await typeSecret(clerk, 'changed-passphrase', WORDS);
  await typeSecret(clerk, 'changed-passphrase-again', WORDS);
  await clerk.click('button', '生成新密钥，旧密钥担保');
  await clerk.until('the new key', async () => (await kept()).thumbprint !== thumbprint);
  assert.deepEqual(Object.keys((await kept()).key), ['wrapped']);
  browser.quiet();
});
