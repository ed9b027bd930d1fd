// A passphrase for the key and one for a backup: set, refused, locked, opened, forgotten, as a person meets it.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import * as age from 'age-encryption';
import { axe } from '../harness/axe.js';
import { Browser } from '../harness/browser.js';
import { dump } from '../harness/database.js';
import { overflow, smallTargets } from '../harness/layout.js';
import { picture } from '../harness/picture.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { steps } from '../harness/steps.js';
import { answerNone, year } from '../pages/clerk.js';
import { ownKey } from '../pages/keys.js';
import { choosePassphrase, lockNow, protect, typeSecret, unlock as give } from '../pages/secrets.js';
import { setUp } from '../pages/setup.js';

const WORDS = '正确的马电池订书钉';
const OTHER = '另外一句八个字的话';

let server;
let browser;
let clerk;
let folder;
before(async () => {
  server = await serve();
  folder = await mkdtemp(join(tmpdir(), 'cunping-passphrase-'));
  browser = await Browser.open();
  clerk = new Screen(await browser.page(server.url));
});
after(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const step = steps();
const write = (id, text) => typeSecret(clerk, id, text);
const choose = (first, second) => choosePassphrase(clerk, first, second);
const unlock = (passphrase) => give(clerk, passphrase);

const kept = () => ownKey(clerk);

/** Nothing on the screen is in anybody's way, and there are pictures to look at. */
async function look(name) {
  for (const lang of ['en', 'zh']) {
    await clerk.click('button', lang === 'en' ? /^English/ : /^中文/);
    for (const width of [360, 1280]) {
      await clerk.page.setViewport({ width, height: 800 });
      await clerk.settled();
      const found = [...(await axe(clerk.page)), ...(await overflow(clerk.page)), ...(await smallTargets(clerk.page))];
      assert.deepEqual(found, [], `${name} ${lang} ${width}`);
      await picture(clerk.page, `${name}-${lang}-${width}`);
    }
  }
}

let seed;
step('a key without a passphrase is said to be one', async () => {
  await setUp(clerk);
  await answerNone(clerk, year(), 'village.1');
  seed = (await kept()).key.plain;
  assert.match(seed, /^[0-9a-f]{64}$/);
  await clerk.go('#/data');
  await clerk.see('还没有口令');
});

step('a short one and two that differ are refused, and what it means is said before', async () => {
  await clerk.click('button', '设置口令');
  await clerk.see('谁也找不回来');
  await look('passphrase-set');
  // Another language draws the screen anew.
  await clerk.click('button', '设置口令');
  await choose('短');
  await clerk.see('口令太短');
  await choose(WORDS, OTHER);
  await clerk.see('两次输入的不一样');
  assert.equal((await kept()).key.plain, seed);
});

step('one with which the key would not open again is not set', async () => {
  // Between page and worker the passphrase becomes another one, as by a fault of either.
  await clerk.run((typed, other) => {
    const post = Worker.prototype.postMessage;
    window.__mended = () => void (Worker.prototype.postMessage = post);
    Worker.prototype.postMessage = function (message, ...rest) {
      if (Array.isArray(message) && message[0].includes('"wrap"')) message[0] = message[0].replace(typed, other);
      return post.call(this, message, ...rest);
    };
  }, WORDS, OTHER);
  const before = (await dump(clerk.page)).tables.keys;
  await choose(WORDS);
  await clerk.see('口令不对');
  assert.deepEqual((await dump(clerk.page)).tables.keys, before);
  assert.equal((await kept()).key.plain, seed);
  await clerk.run(() => window.__mended());
});

step('a passphrase is set: what is stored holds the seed no more', async () => {
  await protect(clerk, WORDS);
  await clerk.see('签名密钥已锁上');
  const { key } = await kept();
  assert.deepEqual(Object.keys(key), ['wrapped']);
  assert.deepEqual([key.wrapped.v, key.wrapped.memory, key.wrapped.passes], [1, 19456, 2]);
  assert.ok(!JSON.stringify(await dump(clerk.page)).includes(seed));
});

step('it is locked by the button and by a reload', async () => {
  await unlock(WORDS);
  await clerk.see('15 分钟没有操作也会锁上');
  await lockNow(clerk);
  await clerk.see('签名密钥已锁上');
  await clerk.page.reload({ waitUntil: 'load' });
  await clerk.see('有口令，已锁上');
  await look('passphrase-locked');
});

step('signing asks for it, refuses a wrong one in words, and signs with the same key', async () => {
  await clerk.page.reload({ waitUntil: 'load' });
  await clerk.go(`#/check/${year()}`);
  await clerk.see('签名要先解锁');
  await look('passphrase-check');
  await clerk.click('button', '签名并导出');
  await clerk.see('签名密钥锁着，没有签名');
  await unlock(OTHER);
  await clerk.see('口令不对');
  const { thumbprint } = await kept();
  await unlock(WORDS);
  await clerk.gone('签名要先解锁');
  const file = await browser.download(() => clerk.click('button', '签名并导出'));
  await clerk.see('文件已核验');
  const header = JSON.parse(Buffer.from(JSON.parse(file.bytes).protected, 'base64url'));
  assert.equal(header.kid, thumbprint);
});

step('it is changed, and only the new one opens', async () => {
  await clerk.go('#/data');
  await clerk.click('button', '换口令');
  await choose(OTHER);
  await clerk.see('口令已设置并保存');
  await lockNow(clerk);
  await unlock(WORDS);
  await clerk.see('口令不对');
  await unlock(OTHER);
  await clerk.see('这个标签页里已解锁');
});

let plain;
step('an encrypted backup is one that the ordinary age tool opens', async () => {
  await write('backup-passphrase', WORDS);
  await write('backup-passphrase-again', WORDS);
  const file = await browser.download(() => clerk.click('button', '加密备份'));
  await clerk.see('备份已核验');
  assert.match(file.name, /^村评备份_.*\.json\.age$/);
  const opener = new age.Decrypter();
  opener.addPassphrase(WORDS);
  plain = await opener.decrypt(age.armor.decode(file.bytes.toString()), 'text');
  assert.equal(JSON.parse(plain).kind, 'cunping-backup');
  await writeFile(join(folder, 'backup.age'), file.bytes);
});

step('one that the age tool wrote restores, in armor or not; a wrong passphrase is said kindly', async () => {
  const closer = new age.Encrypter();
  closer.setPassphrase(WORDS);
  closer.setScryptWorkFactor(15);
  await writeFile(join(folder, 'tool.age'), await closer.encrypt(plain));
  for (const name of ['backup.age', 'tool.age']) {
    await clerk.page.reload({ waitUntil: 'load' });
    await (await clerk.find('file', '选择备份文件')).uploadFile(join(folder, name));
    await clerk.see('这份备份是用口令加密的');
    if (name === 'tool.age') assert.deepEqual(await axe(clerk.page), []);
    await write('open-passphrase', OTHER);
    await clerk.click('button', '打开备份');
    await clerk.see('口令不对');
    await write('open-passphrase', WORDS);
    await clerk.click('button', '打开备份');
    await clerk.see('备份里的工作单位');
  }
});

step('forgotten: a new key, said beforehand, and the answers stay', async () => {
  const { thumbprint } = await kept();
  await clerk.click('button', '忘了口令怎么办');
  await clerk.click('checkbox', '旧密钥不能再用');
  await clerk.click('button', '换一把新密钥');
  await clerk.see('口令太短');
  await write('next-passphrase', WORDS);
  await write('next-passphrase-again', WORDS);
  await clerk.click('button', '换一把新密钥');
  await clerk.see('新密钥已生成');
  const after = await kept();
  assert.notEqual(after.thumbprint, thumbprint);
  assert.deepEqual(Object.keys(after.key), ['wrapped']);
  await clerk.go(`#/tasks/${year()}`);
  await clerk.see('1/8 已答');
});

step('a passphrase is taken away after it was said what that means', async () => {
  await clerk.go('#/data');
  await clerk.click('button', '取消口令');
  await clerk.see('取消以后');
  await clerk.click('button', '确认取消');
  await clerk.see('口令已取消');
  assert.match((await kept()).key.plain, /^[0-9a-f]{64}$/);
});

step('nothing was asked of the network, nothing stood on the console', () => browser.quiet());
