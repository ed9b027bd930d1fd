// Files as they arrive: wrapped, quoted, cut and saved anew by chats, mail and editors, in archives, in folders; each is taken
// where its bytes prove themselves, and the report of the import names every one.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archive } from '../harness/archive.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { folder, PAST, report, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { choose, drop, imported, openTable, paste } from '../pages/township.js';

const step = steps();
let browser;
let office;
let files;
opening(async (enter) => {
  ({ browser, screen: office } = await enter());
  await setUp(office, { role: '平安办', unit: '苏力德苏木' });
  await openTable(office, PAST);
  files = await Promise.all(UNITS.slice(0, 8).map((unit) => report(unit)));
});

const undo = async () => {
  await office.click('button', '撤销这次导入');
  await office.gone('新导入');
};
const wrapped = (text, by = '\r\n') => text.match(/.{1,76}/g).join(by);
const utf16 = (text) => Buffer.from(`\ufeff${text}`, 'utf16le');
/** 三季度/南村.json, as Windows in China writes the name into an archive. */
const GBK = Buffer.from('c8fdbcbeb6c82fc4cfb4e52e6a736f6e', 'hex');

step('what mail, chats and editors made of a file is undone', async () => {
  await choose(office, await folder({
    'utf-16.json': utf16(files[0]),
    'bom.txt': `\ufeff${files[1]}\r\n`,
    'wrapped.eml': wrapped(files[2]),
    'quoted.eml': `> ${wrapped(files[3], '\r\n> ')}`,
    'several.json': `${files[4]}\n某某 11-22 10:05\n${files[5]}`,
  }));
  await imported(office, 6, 0, 0);
  await undo();
  const half = Math.floor(files[6].length / 2);
  await paste(office, `王五 11-22 10:05\n${files[6].slice(0, half)}\n王五 11-22 10:06\n${files[6].slice(half)}`);
  await imported(office, 1, 0, 0);
  await undo();
});

step('a half is named as one, with what to do', async () => {
  await paste(office, files[0].slice(0, 1000));
  await office.see('这里只有前半段，后半段没有来。');
  await office.see('请把两段一起粘贴');
  await paste(office, files[0].slice(-200));
  await office.see('这里只有后半段，前半段没有来。');
});

step('archives are unpacked, with names in the code page of Windows, and one inside another', async () => {
  const inner = archive([['北村.json', files[1]]]);
  const outer = archive([[GBK, files[0]], ['收到.zip', inner], ['读我.txt', '请查收'], ['__MACOSX/._x', 'x']]);
  const locked = archive([['a.json', files[2]]], { encrypted: true });
  await choose(office, await folder({ '三季度.zip': outer, 'locked.zip': locked, 'cut.zip': outer.subarray(0, 400), 'empty.zip': archive([]) }));
  await imported(office, 2, 0, 4);
  for (const words of ['三季度.zip › 三季度/南村.json', '三季度.zip › 收到.zip › 北村.json', '三季度.zip › 读我.txt', '设了密码', '损坏或不完整', '压缩包里没有文件']) {
    await office.see(words);
  }
  assert.deepEqual(await look(office, 'arrivals-archive'), []);
  await undo();
});

step('a bomb costs nothing and takes nothing along', async () => {
  const bomb = archive([['zeros', Buffer.alloc(80 << 20)], ['good.json', files[0]]], { deflate: true });
  assert.ok(bomb.length < 200_000, String(bomb.length));
  await choose(office, await folder({ 'bomb.zip': bomb }));
  await imported(office, 1, 0, 1);
  await office.see('文件太大');
  await undo();
});

step('every file is named with its unit, period and kind, and what became of it', async () => {
  const second = await report(UNITS[0], {}, { sequence: 2, supersedes: 'ab'.repeat(32) });
  await choose(office, await folder({ 'a.json': files[0] }));
  await imported(office, 1, 0, 0);
  await choose(office, await folder({ 'a.json': files[0], 'b.json': files[1], 'd.json': second }));
  await imported(office, 2, 1, 0);
  const lines = await office.run(() => [...document.querySelectorAll('.import-lines li')].map((it) => it.innerText.replace(/\n/g, ' ')));
  assert.equal(lines.length, 3, lines.join());
  assert.match(lines[0], new RegExp(`^a.json ${UNITS[0].name}.*自评.*第 1 次报送.*以前已收`));
  assert.match(lines[1], new RegExp(`^b.json ${UNITS[1].name} ${PAST}年.*新收下$`));
  assert.deepEqual(await look(office, 'arrivals-report'), []);
});

step('a folder that is dropped is taken apart', async () => {
  const dropped = await mkdtemp(join(tmpdir(), 'cunping-dropped-'));
  await mkdir(join(dropped, '里面'));
  await writeFile(join(dropped, '一.json'), files[5]);
  await writeFile(join(dropped, '里面', '二.json'), files[6]);
  await drop(office, [dropped]);
  await imported(office, 2, 0, 0);
});

step('nothing stood on the console, nothing was asked of the network', () => browser.quiet());
