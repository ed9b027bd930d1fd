// Over plain HTTP from another machine nothing is signed before a passphrase protects the key; on this machine it is.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Browser } from '../harness/browser.js';
import { dump } from '../harness/database.js';
import { look } from '../harness/look.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { steps } from '../harness/steps.js';
import { answerNone, year } from '../pages/clerk.js';
import { protect, unlock } from '../pages/secrets.js';
import { setUp } from '../pages/setup.js';

const WORDS = '正确的马电池订书钉';
const WHY = '同一网络里的人可以把页面换成别的';

let server;
let browser;
before(async () => {
  server = await serve();
  // A name that is not this machine's, and leads to it.
  browser = await Browser.open({ flags: ['--host-resolver-rules=MAP pingan.test 127.0.0.1'] });
});
after(async () => {
  await browser.close();
  await server.stop();
});

const step = steps();
const at = async (host) => new Screen(await browser.page(server.url.replace('127.0.0.1', host)));
const files = async (screen) => (await dump(screen.page)).tables.bundles.length;

step('from another machine it is asked for and said why, and then the file is signed', async () => {
  const clerk = await at('pingan.test');
  await setUp(clerk);
  await answerNone(clerk, year(), 'village.1');
  await clerk.go(`#/check/${year()}`);
  await clerk.see(WHY);
  await clerk.click('button', '签名并导出');
  await clerk.see('页面经没有加密的网络（http）打开，签名密钥还没有口令，没有签名');
  assert.equal(await files(clerk), 0);
  assert.deepEqual(await look(clerk, 'network-unprotected'), []);
  await protect(clerk, WORDS);
  await unlock(clerk, WORDS);
  await clerk.gone('签名要先解锁');
  await clerk.click('button', '签名并导出');
  await clerk.see('文件已核验');
  assert.equal(await files(clerk), 1);
  await clerk.go('#/data');
  await clerk.see('这个标签页里已解锁');
  assert.equal(await clerk.count('button', '取消口令'), 0);
  // The browser says that it ignores one header of the server there.
  const said = clerk.page.watch.complaints.filter((it) => !it.includes('Cross-Origin-Opener-Policy header has been ignored'));
  assert.deepEqual(said, []);
});

step('on this machine it is not', async () => {
  const clerk = await at('127.0.0.1');
  await setUp(clerk);
  await answerNone(clerk, year(), 'village.1');
  await clerk.go(`#/check/${year()}`);
  await clerk.click('button', '签名并导出');
  await clerk.see('文件已核验');
  assert.ok(!(await clerk.text()).includes(WHY));
  clerk.page.watch.quiet();
});
