// The vectors of encrypted files, good and bad, through the binary, the ordinary age tool and the page's import.
import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { after, before, test } from 'node:test';
import { calculateJwkThumbprint } from 'jose';
import { cunping } from '../harness/binary.js';
import { Browser } from '../harness/browser.js';
import { dump } from '../harness/database.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { steps } from '../harness/steps.js';
import { folder } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { choose, imported, openTable } from '../pages/township.js';
import { open } from './age.js';
import { asFiles, encrypted, vectors } from './vectors.js';

/** What the page says of each refusal. */
const SAID = {
  'other-key': '不是加密给本单位的',
  passphrase: '这份文件是用口令加密的',
  damaged: '加密的文件不完整，或者改动过',
  'unknown-format': '这种加密方式，本软件不认识',
  encrypted: '加密的文件里还是加密的',
};

const good = encrypted.filter(({ header }) => header.holds);
const bad = encrypted.filter(({ header }) => !header.holds);
const named = (name) => vectors.find((it) => it.name === name);

test('there are some, most of them bad', () => assert.ok(good.length >= 6 && bad.length > good.length));

test('the binary has no key, opens none of them and says what each is', async () => {
  const { paths, remove } = asFiles(encrypted);
  const { code, out } = await cunping(['verify', '--json', ...paths]);
  remove();
  assert.equal(code, 3);
  const found = out.toString().trim().split('\n').map((line) => JSON.parse(line).problem);
  assert.deepEqual(found, encrypted.map(() => 'encrypted'));
});

test('the ordinary age tool opens those that open, to the byte, and no other', async () => {
  for (const { name, header, bytes } of encrypted) {
    if ((header.elsewhere ?? (header.expect === 'opened' ? 'opened' : 'refused')) === 'refused') {
      await assert.rejects(() => open(bytes, header.identity), name);
      continue;
    }
    const text = await open(bytes, header.identity);
    if (header.holds) assert.equal(text, header.holds.split(' ').map((of) => named(of).bytes.toString()).join('\n'), name);
  }
});

let server;
let browser;
let office;
before(async () => {
  server = await serve();
  browser = await Browser.open();
  office = new Screen(await browser.page(server.url));
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** Puts a seed of 32 equal bytes in the place of the key of the only workplace, as a restored backup would. */
async function useKey(screen, byte) {
  const seed = Buffer.alloc(32, byte);
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const { crv, kty, x } = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })).export({ format: 'jwk' });
  const [[at, text]] = (await dump(screen.page)).tables.keys;
  const thumbprint = await calculateJwkThumbprint({ crv, kty, x });
  const row = JSON.stringify({ ...JSON.parse(text), key: { plain: seed.toString('hex') }, thumbprint });
  await screen.page.evaluate(
    (at, row) =>
      new Promise((resolve, reject) => {
        const asked = indexedDB.open('cunping');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const change = asked.result.transaction('keys', 'readwrite');
          change.objectStore('keys').put(row, at);
          change.oncomplete = () => (asked.result.close(), resolve());
          change.onerror = () => reject(change.error);
        };
      }),
    at,
    row,
  );
  await screen.page.reload();
}

const kept = async () => (await dump(office.page)).tables.texts.map(([, text]) => text).sort();

const step = steps();

step('the page opens the good ones, and keeps what was signed to the byte', async () => {
  await setUp(office, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await useKey(office, 7);
  await openTable(office, '2026-Q1');
  const holds = good.flatMap(({ header }) => header.holds.split(' '));
  const each = [...new Set(holds)];
  await choose(office, await folder(Object.fromEntries(good.map(({ name, bytes }) => [name, bytes]))));
  await imported(office, each.length, holds.length - each.length, 0);
  assert.deepEqual(await kept(), each.map((name) => named(name).bytes.toString()).sort());
});

step('it refuses each of the others for its reason, and changes nothing', async () => {
  const before = await kept();
  for (const { name, header, bytes } of bad) {
    await openTable(office, '2026-Q1');
    await office.settled();
    await choose(office, await folder({ [name]: bytes }));
    await imported(office, 0, 0, 1);
    const said = SAID[header.inside ?? header.expect];
    if (said) await office.see(said);
    await office.click('button', '关闭');
  }
  assert.deepEqual(await kept(), before);
  browser.quiet();
});
