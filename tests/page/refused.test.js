// What the township's desk must not count: bad files of every sort refused whole, two reports of one unit, other documents.
import assert from 'node:assert/strict';
import { dump } from '../harness/database.js';
import { flipped, newKey, payloadOf, signBundle } from '../harness/forge.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { crime, folder, PAST, report, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { choose, imported, openTable, paste, table } from '../pages/township.js';

const step = steps();
let browser;
let office;
let files;
opening(async (enter) => {
  ({ browser, screen: office } = await enter());
  await setUp(office, { role: '平安办', unit: '苏力德苏木' });
  await openTable(office, PAST);
  files = await Promise.all([report(UNITS[0]), report(UNITS[1], { incidents: [crime] }), report(UNITS[2])]);
});

step('the reports of two units are there', async () => {
  await choose(office, await folder({ '一.json': files[0], '二.json': files[1] }));
  await imported(office, 2, 0, 0);
  assert.match((await table(office))[UNITS[1].name][0], /未达标/);
});

step('a message with two reports in it is pasted', async () => {
  const again = await report(UNITS[1], {}, { sequence: 1, stated_at: `${Number(PAST) + 1}-01-06T09:00:00+08:00` });
  await paste(office, `张三 11-22 10:05\n${again}\n某某：收到\n${files[0]}`);
  await imported(office, 1, 1, 0);
  // Two first reports of one unit under two keys: nobody can tell which counts, so neither does.
  await office.until('neither to count', async () => !/达标/.test((await table(office))[UNITS[1].name][0]));
  await office.click('button', '撤销这次导入');
  await office.until('the first to count again', async () => /未达标/.test((await table(office))[UNITS[1].name][0]));
});

step('bad files are refused whole, each by name and with what to do, and the page lives', async () => {
  const before = await dump(office.page);
  const key = await newKey();
  const good = files[2];
  const bad = {
    'flipped.json': flipped(good),
    'truncated.json': good.slice(0, good.length / 2),
    'deep.json': '['.repeat(10_000),
    'deep-members.json': '{"payload":'.repeat(10_000),
    'twice.json': good.replace('{', '{"payload":"e30",'),
    'bytes.json': Buffer.concat([Buffer.from('{"payload":"'), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from('","protected":"e30","signature":"AA"}')]),
    'none.json': await signBundle(payloadOf(good), key).then((text) => text.replace(/"protected":"[^"]+"/, `"protected":"${Buffer.from('{"alg":"none"}').toString('base64url')}"`)),
    'newer.json': await signBundle(payloadOf(good), key, { typ: 'vnd.cunping.assessment.v2+json' }),
    'other-key.json': await signBundle(payloadOf(good), key, { kid: (await newKey()).kid }),
    'order.json': await signBundle(JSON.stringify(payloadOf(good)).replace('{', '{ '), key),
    'report.docx': Buffer.from('PK\u0003\u0004'),
    'empty.json': '',
  };
  await choose(office, await folder(bad));
  await imported(office, 0, 0, Object.keys(bad).length);
  const text = await office.text();
  for (const name of Object.keys(bad)) assert.ok(text.includes(name), `${name} is not named`);
  assert.deepEqual((await dump(office.page)).tables, before.tables);
});

step('a report by another document is not counted, and says so', async () => {
  const payload = payloadOf(files[2]);
  payload.pack = { ...payload.pack, id: 'another-document-2020' };
  await choose(office, await folder({ 'other.json': await signBundle(payload, await newKey()) }));
  await office.see('不属于这张表的文件');
  await office.click('button', '撤销这次导入');
  await office.gone('不属于这张表的文件');
});

step('nothing stood on the console, nothing was asked of the network', () => browser.quiet());
