// A backup of one profile restored into another: answers, files and key are there, and the sequence of reports goes on.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { cunping } from '../harness/binary.js';
import { Browser } from '../harness/browser.js';
import { dump } from '../harness/database.js';
import { payloadOf } from '../harness/forge.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { steps } from '../harness/steps.js';
import { answerNone, openQuestion, saved, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const UNIT = '通史嘎查村委员会';
const REMARK = '已核对台账。';

let server;
let browser;
let folder;
before(async () => {
  server = await serve();
  folder = await mkdtemp(join(tmpdir(), 'cunping-backup-'));
});
after(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const step = steps();
let clerk;
let first;
let backup;
let fingerprint;

/** Signs the answers of the year and hands out the file. */
async function sign() {
  await clerk.go(`#/check/${year()}`);
  const file = await browser.download(() => clerk.click('button', '签名并导出'));
  await clerk.see('文件已核验');
  return file;
}

/** What the screen of the workplaces says of the key. */
async function keyShown() {
  await clerk.go('#/workplaces');
  await clerk.see('密钥指纹');
  return /密钥指纹\s+(\S{43})/.exec(await clerk.text())[1];
}

/** Everything that belongs to workplaces, and nothing of how the page is set. */
const kept = ({ tables: { settings, ...rest } }) => rest;

/** Whether the button that restores waits for a person's look. */
const disabled = async () => (await clerk.find('button', /^恢复$/)).evaluate((it) => it.disabled);

/** Chooses a text as a backup file. */
async function choose(name, text) {
  const path = join(folder, name);
  await writeFile(path, text);
  await (await clerk.find('file', '选择备份文件')).uploadFile(path);
}

step('answers, a remark, a signed file and a backup of them', async () => {
  browser = await Browser.open();
  clerk = new Screen(await browser.page(server.url));
  await setUp(clerk, { unit: UNIT });
  await answerNone(clerk, year(), 'village.1');
  await openQuestion(clerk, year(), 'village.2');
  await clerk.fill('备注', REMARK);
  await saved(clerk);
  first = await sign();
  fingerprint = await keyShown();
  await clerk.go('#/data');
  await clerk.see('从未备份');
  backup = await browser.download(() => clerk.click('button', '立即备份'));
  await clerk.see('备份已核验');
  // Whether the browser saved the file no page is told: until somebody has seen it, there is no backup.
  await clerk.see('从未备份');
  await clerk.click('button', '看到了，已存好');
  await clerk.see('今天备份过');
  assert.match(backup.name, /^村评备份_通史嘎查村委员会_\d{4}-\d\d-\d\d\.json$/);
  backup.tables = kept(await dump(clerk.page));
  browser.quiet();
  await browser.close();
});

step('damaged backups are refused in words and change nothing', async () => {
  browser = await Browser.open();
  clerk = new Screen(await browser.page(server.url));
  await clerk.see('先自评，再上报');
  await clerk.go('#/data');
  const empty = await dump(clerk.page);
  const whole = backup.bytes.toString();
  assert.ok(/^[\x00-\x7f]*$/.test(whole), 'no code page changes a byte of it');
  const at = whole.indexOf([...REMARK].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''));
  assert.ok(at > 0, 'the remark stands in the backup as it was typed');
  for (const [name, text, words] of [
    ['截断.json', whole.slice(0, whole.length / 2), '备份不完整'],
    ['改动.json', `${whole.slice(0, at)}未${whole.slice(at + 6)}`, '备份被改动过'],
    ['报送.json', first.bytes, '这不是备份文件'],
    ['文字.json', '村评', '没有恢复任何内容'],
  ]) {
    await choose(name, text);
    await clerk.see(words);
    assert.equal(await clerk.count('button', /^恢复$/), 0);
    assert.deepEqual(await dump(clerk.page), empty, name);
    await clerk.page.reload({ waitUntil: 'load' });
    await clerk.see('从备份恢复');
  }
  // An editor saved it in its own way; what it holds is the same.
  for (const [name, bytes] of [['记事本.txt', Buffer.from(`\ufeff${whole}`, 'utf16le')], ['带标记.txt', `\ufeff${whole}\r\n`]]) {
    await choose(name, bytes);
    await clerk.find('button', /^恢复$/);
    assert.deepEqual(await dump(clerk.page), empty, name);
    await clerk.page.reload({ waitUntil: 'load' });
    await clerk.see('从备份恢复');
  }
});

step('looking at the backup changes nothing, restoring it brings all of it', async () => {
  const empty = await dump(clerk.page);
  await choose('备份.json', backup.bytes);
  await clerk.see('备份里的工作单位');
  await clerk.see('这里没有');
  assert.deepEqual(await dump(clerk.page), empty);
  await clerk.click('button', /^恢复$/);
  await clerk.see('恢复了 1 个工作单位');
  assert.deepEqual(kept(await dump(clerk.page)), backup.tables);
});

step('answers, files and key are there', async () => {
  await clerk.click('link', '去看自评');
  await clerk.see(UNIT);
  await openQuestion(clerk, year(), 'village.2');
  assert.equal(await clerk.value('备注'), REMARK);
  await clerk.see('1/8 已答');
  assert.equal(await keyShown(), fingerprint);
  await clerk.go('#/history');
  await clerk.click('link', '第 1 次');
  const again = await browser.download(() => clerk.click('button', '下载文件'));
  assert.deepEqual(again.bytes, first.bytes);
});

step('signing goes on where it was, with the same key', async () => {
  await answerNone(clerk, year(), 'village.3');
  const second = await sign();
  const [one, two] = [first, second].map(({ bytes }) => payloadOf(bytes.toString()));
  assert.deepEqual([one.sequence, two.sequence], [1, 2]);
  const paths = [join(folder, 'first.cunping.json'), join(folder, 'second.cunping.json')];
  await Promise.all([first, second].map(({ bytes }, at) => writeFile(paths[at], bytes)));
  const { code, out, err } = await cunping(['verify', '--json', ...paths]);
  assert.equal(code, 0, `${err}${out}`);
  const key = (bytes) => JSON.parse(Buffer.from(JSON.parse(bytes).protected, 'base64url')).kid;
  assert.equal(key(first.bytes), fingerprint);
  assert.equal(key(second.bytes), fingerprint);
});

step('restoring over what is here asks, and keeps what is newer unless told otherwise', async () => {
  const newer = kept(await dump(clerk.page));
  await clerk.go('#/data');
  await choose('备份.json', backup.bytes);
  await clerk.see('这里已有');
  await clerk.see('这样没有可以恢复的内容');
  assert.deepEqual(kept(await dump(clerk.page)), newer);
  await clerk.click('radio', '换成备份里的');
  await clerk.see('会丢失的文件');
  assert.equal(await disabled(), true, 'nothing is restored before a person has seen what is lost');
  await clerk.click('checkbox', '看过了，照样恢复');
  assert.deepEqual(kept(await dump(clerk.page)), newer);
  await clerk.click('button', /^恢复$/);
  await clerk.see('恢复了 1 个工作单位');
  assert.deepEqual(kept(await dump(clerk.page)), backup.tables);
});

step('nothing was asked of the network, nothing stood on the console', () => browser.quiet());
