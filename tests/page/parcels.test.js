// A parcel that is too large for one file: several, each of which the page takes again, all named, all handed out.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packs } from '../harness/assessment.js';
import { keyOfSeed, signed } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { until } from '../harness/wait.js';
import { bundles, take } from '../pages/offices.js';
import { ownKey } from '../pages/keys.js';
import { about, folder, PAST, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';

/** The most bytes of one bundle, which is what a part may have: docs/bundle-format.md. */
const MOST = 6 * 1024 * 1024;
/** How many reasons of the longest kind make a file of nearly two MiB, so that three fit into a part and four do not. */
const REASONS = 930;
const LIMIT = { timeout: 300_000 };

let browser;
let office;
let other;
opening(async (enter) => {
  ({ browser, screen: office } = await enter());
  ({ screen: other } = await enter());
});

/** A decision of this office about a unit, with as many words as a decision may hold, or with few. */
async function decision({ code, name }, key, reasons) {
  const { digest, id, version } = (await packs()).get(about.pack);
  const long = Array.from({ length: reasons }, (_, at) => ({ criterion: `village.${at + 1}`, text: '理由'.repeat(250) }));
  return signed(
    {
      assessment: code.padStart(64, '0'), decision: 'not-qualified', format: 1, kind: 'recognition', level: about.level,
      office: 'sumu-pingan', opinions: [], overlays: [], pack: { digest, id, version }, party: { office: 'sumu-pingan', unit: '150626200000' },
      period: PAST, reasons: long, sequence: 1, software: 'tests', stated_at: `${Number(PAST) + 1}-01-20T09:00:00+08:00`,
      unit: { code, level: 'village', name },
    },
    key,
  );
}

/** The names of the downloaded parcels, once there are so many. */
const parcels = (count) =>
  until(`${count} parcels`, async () => {
    const names = (await readdir(browser.downloads)).filter((it) => it.includes('发回'));
    return names.length === count && names.every((it) => it.endsWith('.cunping.json')) ? names.sort() : null;
  });

const step = steps();
let key;
let large;

step('what fits stays one file, named as ever', LIMIT, async () => {
  await setUp(office, { role: '乡镇级平安办', unit: '苏力德苏木' });
  key = await keyOfSeed((await ownKey(office)).key.plain);
  await openTable(office, PAST);
  await take(office, await folder({ 'small.json': await decision(UNITS[4], key, 1) }));
  await office.go(`#/desk/${PAST}`);
  await office.see('本级作出的认定 1 份');
  await office.click('button', '打包发回下级');
  await office.see('已合成一个文件');
  await office.gone('都要发给对方');
  const [name] = await parcels(1);
  assert.ok(!name.includes('第1份'), name);
});

step('what does not fit comes in parts: each within the limit, all of them named, all of them handed out', LIMIT, async () => {
  large = await Promise.all(UNITS.slice(0, 4).map((unit) => decision(unit, key, REASONS)));
  for (const text of large) assert.ok(text.length < MOST / 3 && text.length > MOST / 4, `${text.length}`);
  await openTable(office, PAST);
  await take(office, await folder(Object.fromEntries(large.map((text, at) => [`large-${at}.json`, text]))));
  await office.go(`#/desk/${PAST}`);
  await office.see('本级作出的认定 5 份');
  await office.click('button', '打包发回下级');
  await office.see('太大，分成了 2 份');
  await office.see('都要发给对方，少一份，对方就收不全');
  const names = (await parcels(3)).filter((name) => /第\d份共2份/.test(name));
  assert.deepEqual(names.map((name) => /_(第\d份共2份)\.cunping\.json$/.exec(name)?.[1]), ['第1份共2份', '第2份共2份']);
  for (const name of names) await office.see(`文件：${name}`);
  assert.equal(await office.count('button', '下载文件'), 2);
  const whole = [];
  for (const name of names) {
    const path = join(browser.downloads, name);
    assert.ok((await readFile(path)).length <= MOST, name);
    whole.push(...(await bundles(path)));
  }
  assert.equal(whole.length, 5);
  for (const text of large) assert.ok(whole.includes(text), 'each whole and unchanged');
  assert.deepEqual(await look(office, 'parcels'), []);
});

step('the page of whoever gets them takes each part', LIMIT, async () => {
  await setUp(other, { unit: UNITS[0].name });
  await other.go('#/answers');
  const names = (await parcels(3)).filter((name) => /第\d份共2份/.test(name));
  await take(other, names.map((name) => join(browser.downloads, name)), 5);
});

step('nothing stood on any console', () => browser.quiet());
