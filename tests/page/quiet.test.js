// After the load nothing leaves the page: the browser's own network log of a whole job, under the policy of the binary.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Browser } from '../harness/browser.js';
import { addresses, netlogFlag } from '../harness/netlog.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { answerNone, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';
import { imported, openExample } from '../pages/township.js';

let server;
let folder;
before(async () => {
  server = await serve();
  folder = await mkdtemp(join(tmpdir(), 'cunping-quiet-'));
});
after(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The name of an address below the page's, without its hash; any other address as it is. */
const file = (address) => (address.startsWith(server.url) ? address.slice(server.url.length).replace(/-[0-9a-f]{16}\./, '.') : address);

test('answering, the result, signing and backing up ask the network for nothing', async () => {
  const log = join(folder, 'netlog.json');
  const browser = await Browser.open({ flags: [netlogFlag(log)] });
  const page = await browser.blank();
  const answer = await page.goto(server.url, { waitUntil: 'load' });
  const screen = new Screen(page);
  await screen.see('先自评，再上报');

  await setUp(screen);
  await answerNone(screen, year(), 'village.1');
  await screen.go(`#/result/${year()}`);
  await screen.see('待');
  await screen.go(`#/check/${year()}`);
  await browser.download(() => screen.click('button', '签名并导出'));
  await screen.see('文件已核验');
  await screen.go('#/data');
  await browser.download(() => screen.click('button', '立即备份'));
  await screen.see('备份已核验');
  await screen.go('#/workplaces');
  browser.quiet();

  const policy = answer.headers()['content-security-policy'];
  assert.match(policy, /^default-src 'none'/);
  assert.match(policy, /connect-src 'self'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
  // The policy bites: what it does not name is refused.
  const refused = await page.evaluate(() => fetch('http://127.0.0.1:9/').then(() => 'answered', (error) => error.name));
  assert.equal(refused, 'TypeError');
  await browser.close();

  // The page's chunk came with the screen of the backup.
  const asked = await addresses(log, server.url);
  assert.deepEqual([...new Set(asked.map(file))].sort(), ['', 'boot.js', 'icon.svg', 'manifest.webmanifest', 'page.js', 'page_bg.wasm', 'rest.wasm', 'style.css']);
  const twice = asked.filter((address, at) => asked.indexOf(address) !== at && file(address) !== 'icon.svg');
  assert.deepEqual(twice, [], 'only the tab fetches its icon again');
});

test('the worker comes from the same place, once, when it is first needed', async () => {
  const log = join(folder, 'netlog-worker.json');
  const browser = await Browser.open({ flags: [netlogFlag(log)] });
  const screen = new Screen(await browser.page(server.url));
  await openExample(screen, year());
  await screen.click('button', '导入 12 份示例文件');
  await imported(screen, 12, 0, 0);
  await screen.click('button', '导入 12 份示例文件');
  await imported(screen, 0, 12, 0);
  browser.quiet();
  await browser.close();

  const asked = await addresses(log, server.url);
  assert.deepEqual(asked.filter((address) => !address.startsWith(server.url) && !address.startsWith('blob:')), []);
  assert.deepEqual(asked.map(file).filter((name) => name.startsWith('worker')).sort(), ['worker-loader.js', 'worker.js', 'worker_bg.wasm']);
});
