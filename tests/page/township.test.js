// The township's desk: many files in at once by dialog, drop and paste; bad ones refused whole; removed, undone, taken away.
import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { Browser } from '../harness/browser.js';
import { dump } from '../harness/database.js';
import { flipped, newKey, payloadOf, seal } from '../harness/forge.js';
import { addresses, netlogFlag } from '../harness/netlog.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { steps } from '../harness/steps.js';
import { choose, close, crime, folder, PAST, report, summary, UNITS } from '../pages/office.js';
import { setUp } from '../pages/setup.js';

const step = steps();
let server;
let browser;
let office;
let netlog;
let files;
let paths;
before(async () => {
  server = await serve();
  netlog = join(await mkdtemp(join(tmpdir(), 'cunping-netlog-')), 'net.json');
  browser = await Browser.open({ flags: [netlogFlag(netlog)] });
  office = new Screen(await browser.page(server.url));
  await setUp(office, { role: '平安办', unit: '苏力德苏木' });
  await office.go(`#/township/${PAST}`);
  files = await Promise.all(UNITS.map((unit, at) => report(unit, [{}, { incidents: [crime] }, { silent: 'fire' }][at] ?? {})));
  paths = await folder(Object.fromEntries(UNITS.map(({ name }, at) => [`八无_${name}_${PAST}年_第1次.cunping.json`, files[at]])));
});
after(async () => {
  await Browser.closeAll();
  await server.stop();
});

/** The rows of the database that an import may touch. */
const kept = async () => {
  const { tables } = await dump(office.page);
  return { bundles: tables.bundles.length, texts: tables.texts.length };
};

const rows = () => office.run(() => [...document.querySelectorAll('table tbody tr')].map((row) => row.innerText.replace(/\s+/g, ' ').trim()));
const rowOf = async ({ name }) => (await rows()).find((row) => row.includes(name));

step('twelve files at once through the dialog', async () => {
  await choose(office, paths.slice(0, 12));
  assert.deepEqual(await summary(office), [12, 0, 0]);
  await office.settled();
  assert.equal((await rows()).length, 13);
  assert.match(await rowOf(UNITS[0]), /达标/);
  assert.match(await rowOf(UNITS[1]), /未达标/);
  assert.match(await rowOf(UNITS[2]), /待填/);
  assert.match(await rowOf(UNITS[12]), /未报/);
  assert.deepEqual(await kept(), { bundles: 12, texts: 12 });
});

step('the thirteenth dropped on the page', async () => {
  await close(office);
  await office.page.cdp.send('Page.bringToFront');
  const data = { items: [], files: [paths[12]], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) await office.page.cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await office.see('导入完成');
  assert.deepEqual(await summary(office), [1, 0, 0]);
  await office.see('只看未报的 0 个');
});

step('the same files again, under other names, are noticed and change nothing', async () => {
  await close(office);
  const before = await dump(office.page);
  await choose(office, await folder({ '副本.json': files[0], '副本 (1).json': files[1] }));
  assert.deepEqual(await summary(office), [0, 2, 0]);
  assert.deepEqual((await dump(office.page)).tables.bundles, before.tables.bundles);
});

step('a message with two reports in it is pasted', async () => {
  await close(office);
  const again = await report(UNITS[1], {}, { sequence: 1, stated_at: `${Number(PAST) + 1}-01-06T09:00:00+08:00` });
  await office.click('button', '粘贴文字');
  const field = await office.find('textbox', '把收到的文字粘贴到这里');
  await field.evaluate((field, text) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, `张三 11-22 10:05\n${again}\n某某：收到\n${files[3]}`);
  await office.click('button', '导入粘贴的文字');
  await office.see('导入完成');
  assert.deepEqual(await summary(office), [1, 1, 0]);
  // Two first reports of one unit under two keys: nobody can tell which counts, so neither does.
  await office.settled();
  assert.doesNotMatch(await rowOf(UNITS[1]), / 达标/);
  await office.click('button', '撤销这次导入');
  await office.until('the first report to count again', async () => /未达标/.test(await rowOf(UNITS[1])));
});

step('bad files are refused whole, each by name and with what to do, and the page lives', async () => {
  const before = await dump(office.page);
  const key = await newKey();
  const good = files[4];
  const unknown = payloadOf(good);
  unknown.pack = { ...unknown.pack, id: 'another-document-2020' };
  const bad = {
    'flipped.json': flipped(good),
    'truncated.json': good.slice(0, good.length / 2),
    'deep.json': '['.repeat(10_000),
    'deep-members.json': '{"a":'.repeat(10_000),
    'twice.json': good.replace('{', '{"payload":"e30",'),
    'bytes.json': Buffer.concat([Buffer.from('{"payload":"'), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from('","protected":"e30","signature":"AA"}')]),
    'none.json': await seal(payloadOf(good), key).then((text) => text.replace(/"protected":"[^"]+"/, `"protected":"${Buffer.from('{"alg":"none"}').toString('base64url')}"`)),
    'newer.json': await seal(payloadOf(good), key, { typ: 'vnd.cunping.assessment.v2+json' }),
    'other-key.json': await seal(payloadOf(good), key, { kid: (await newKey()).kid }),
    'order.json': await seal(JSON.stringify(payloadOf(good)).replace('{', '{ '), key),
    'report.docx': Buffer.from('PK\u0003\u0004'),
    'empty.json': '',
  };
  await choose(office, await folder(bad));
  assert.deepEqual(await summary(office), [0, 0, Object.keys(bad).length]);
  const text = await office.text();
  for (const name of Object.keys(bad)) assert.ok(text.includes(name), `${name} is not named`);
  assert.deepEqual((await dump(office.page)).tables, before.tables);
  await close(office);
});

step('a file of 100 MB is refused and the page lives', async () => {
  const before = await kept();
  await choose(office, await folder({ 'huge.json': Buffer.alloc(100 << 20, '[') }));
  assert.deepEqual(await summary(office), [0, 0, 1]);
  await office.see('不会是一份自评文件');
  assert.deepEqual(await kept(), before);
  await close(office);
});

step('a report by another document is not counted, and says so', async () => {
  const payload = payloadOf(files[5]);
  payload.pack = { ...payload.pack, id: 'another-document-2020' };
  await choose(office, await folder({ 'other.json': await seal(payload, await newKey()) }));
  await office.see('不属于这张表的文件');
  await office.click('button', '撤销这次导入');
  await office.gone('不属于这张表的文件');
});

step('the table as CSV holds what the screen shows', async () => {
  const { name, bytes } = await browser.download(() => office.click('button', '下载表格'));
  assert.match(name, /\.csv$/);
  const text = bytes.toString('utf8');
  assert.ok(text.startsWith('\ufeff'), 'office programs need the mark to read Chinese');
  const lines = text.slice(1).trim().split(/\r?\n/);
  assert.equal(lines.length, 14);
  for (const unit of UNITS) assert.ok(lines.some((line) => line.includes(unit.code) && line.includes(unit.name)), unit.name);
  assert.match(lines.find((line) => line.includes(UNITS[1].code)), /未达标/);
});

step('one unit whole; its file removed and brought back', async () => {
  await office.click('link', UNITS[1].name);
  await office.see('重新计算结果');
  await office.see('刑事案件');
  await office.click('button', '移除这份文件');
  await office.go(`#/township/${PAST}`);
  await office.until('the unit to have no report', async () => /未报/.test(await rowOf(UNITS[1])));
  await office.click('button', /^撤销$/);
  await office.until('the report to be back', async () => /未达标/.test(await rowOf(UNITS[1])));
});

step('a reload shows the same table', async () => {
  await office.settled();
  const before = await rows();
  await office.page.reload({ waitUntil: 'load' });
  await office.until('the same table', async () => (await rows()).join() === before.join());
});

step('the browser’s own log names only the page’s files, each once a start', async () => {
  browser.quiet();
  await browser.close();
  const asked = await addresses(netlog, server.url);
  assert.ok(asked.length > 5);
  for (const url of asked) assert.ok(url.startsWith(server.url), url);
  const names = asked.map((url) => url.slice(server.url.length));
  const wasm = names.filter((name) => name.startsWith('page_bg'));
  assert.equal(wasm.length, 2, `two starts: ${names}`);
});
