// The format's vectors of every kind through the page's own import: what opens is kept as what it is, nothing else is.
import assert from 'node:assert/strict';
import { dump } from '../harness/database.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { folder } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { choose, imported, openTable } from '../pages/township.js';
import { vectors } from './vectors.js';

const PERIOD = '2026-Q1';
/** As many refused files are named in a report. */
const NAMED = 50;

const opened = vectors.filter(({ header }) => header.expect === 'opened');
const real = opened.filter(({ header }) => header.mix === 'real');
const play = opened.filter(({ header }) => header.mix !== 'real');
/** Where the file's outside is wrong only, the page may find the good bundle in it, as in a chat message. */
const inside = (vector) => vector.header.layer === 'file';
const refused = vectors.filter((vector) => vector.header.expect !== 'opened');

let browser;
let office;
opening(async (enter) => {
  ({ browser, screen: office } = await enter());
  await setUp(office, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await openTable(office, PERIOD);
});

const files = (some) => folder(Object.fromEntries(some.map(({ name, bytes }) => [name, bytes])));
const kept = async () => (await dump(office.page)).tables.bundles.map(([, text]) => JSON.parse(text));

const step = steps();

step('every kind that opens is kept, each file once', async () => {
  const kinds = new Map(real.map(({ header }) => [header.digest, header.kind]));
  assert.equal(new Set(kinds.values()).size, 9);
  await choose(office, await files(real));
  await imported(office, kinds.size, real.length - kinds.size, 0);
  const found = new Map((await kept()).map(({ digest, kind }) => [digest, kind]));
  assert.deepEqual([...found].sort(), [...kinds].sort());
});

step('whatever holds a person’s number is named', async () => {
  const flagged = real.filter(({ header }) => header.privacy === 'flagged');
  assert.ok(new Set(flagged.map(({ header }) => header.kind)).size >= 6);
  await office.see(`${flagged.length} 份文件里有像证件号、电话、银行卡号或邮箱的内容`);
  const text = await office.text();
  for (const { name } of flagged) assert.ok(text.includes(name), name);
});

step('play data is refused among real data', async () => {
  await choose(office, await files(play));
  await imported(office, 0, 0, play.length);
});

step('the bad ones are refused whole, each by its name, and change nothing', async () => {
  const before = await kept();
  const whole = refused.filter((vector) => !inside(vector));
  assert.ok(whole.length > 150 && new Set(whole.map(({ name }) => name.split('-')[0])).size >= 12);
  for (let at = 0; at < whole.length; at += NAMED) {
    const some = whole.slice(at, at + NAMED);
    await choose(office, await files(some));
    await imported(office, 0, 0, some.length);
    await office.settled();
    const text = await office.text();
    for (const { name } of some) assert.ok(text.includes(name), name);
    await office.click('button', '关闭');
  }
  assert.deepEqual(await kept(), before);
});

step('what only stands wrongly in its file is refused, or is a bundle that is here already', async () => {
  const before = await kept();
  const some = refused.filter(inside);
  assert.ok(some.length > 10 && some.length <= NAMED);
  await choose(office, await files(some));
  await office.see(/新导入 0 份，重复 \d+ 份，未导入 \d+ 份/);
  assert.deepEqual(await kept(), before);
});

step('nothing stood on the console, nothing was asked of the network', () => browser.quiet());
