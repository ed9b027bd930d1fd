// The county: set up, its townships' files, who is missing, what the share gives, and its own answers out of what is below.
import assert from 'node:assert/strict';
import { axe } from '../harness/axe.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { openQuestion, pressAt, seeAt } from '../pages/clerk.js';
import { folder } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { choose, imported, openTable, stands, table } from '../pages/township.js';
import { file, incident, units } from '../pages/whole.js';

const PERIOD = '2025';
const COUNTY = '532901000000';
const PACK = 'dali-pingan-xiangcun-2024';
const TOWNSHIPS = units('5329', COUNTY);
const about = (unit, incidents) => file({ incidents, level: 'township', pack: PACK, period: PERIOD, unit });

let browser;
let office;
opening(async (enter) => {
  ({ browser, screen: office } = await enter());
});

const step = steps();
const see = (rule, wanted) => seeAt(office, rule, wanted);
const press = (rule, name) => pressAt(office, rule, name);

/** Takes files of units in. */
async function take(name, texts) {
  await openTable(office, PERIOD);
  await choose(office, await folder(Object.fromEntries(texts.map((text, at) => [`${name}-${at}.json`, text]))));
  await imported(office, texts.length, 0, 0);
}

/** The lines that say what the share of townships gives. */
const gives = () => office.run(() => window.__find.plain(document.querySelector('.township-targets').parentElement.innerText));

step('a county expects its townships, and no villages', async () => {
  await setUp(office, { role: '县级平安办', unit: '大理市' });
  await openTable(office, PERIOD);
  assert.equal(TOWNSHIPS.length, 13);
  assert.deepEqual(Object.keys(await table(office)), TOWNSHIPS.map(({ name }) => name));
  await stands(office, { 应报: 13, 已报: 0, 达标: 0, 未达标: 0, 待定: 0, 未报: 13 });
});

step('files of townships are counted; points end at the cap and the priority waits for the tenth of thirteen', async () => {
  await take('五个', await Promise.all(TOWNSHIPS.slice(0, 5).map((unit) => about(unit))));
  await stands(office, { 应报: 13, 已报: 5, 达标: 5, 未达标: 0, 待定: 0, 未报: 8 });
  assert.match(await gives(), /今年新建成 5 个乡镇\(街道\).*计 2\.50? 分/);
  await take('又四个', await Promise.all(TOWNSHIPS.slice(5, 9).map((unit) => about(unit))));
  assert.match(await gives(), /要求 10 个，已有 9 个/);
  assert.match(await gives(), /计 3(\.00?)? 分/);
  const homicide = incident(1, 'crime/homicide', PERIOD);
  await take('不得评定', [await about(TOWNSHIPS[9], [homicide])]);
  await stands(office, { 应报: 13, 已报: 10, 达标: 9, 未达标: 1, 待定: 0, 未报: 3 });
  assert.match((await table(office))[TOWNSHIPS[9].name].join(' '), /✕ 不得评定/);
  await take('第十个', [await about(TOWNSHIPS[10])]);
  assert.match(await gives(), /✓.*要求 10 个，已有 10 个/);
  await office.settled();
  assert.deepEqual(await axe(office.page), []);
});

step('a village’s file has no place in a county’s table', async () => {
  const village = { code: '532901003001', name: '龙溪社区' };
  await openTable(office, PERIOD);
  await choose(office, await folder({ 'village.json': await file({ level: 'village', pack: PACK, period: PERIOD, unit: village }) }));
  await imported(office, 1, 0, 0);
  await stands(office, { 应报: 13, 已报: 11, 达标: 10, 未达标: 1, 待定: 0, 未报: 2 });
  await office.see('不属于这张表的文件');
  await office.see(village.name);
});

step('the county’s own question stands beside what its townships registered', async () => {
  await openQuestion(office, PERIOD, 'county.neg.4');
  await see('county.neg.4', '至少 1 起；其余未定');
  await see('county.neg.4', '应报 13 个，已报 11 个');
  await see('county.neg.4', '没有报送：2 个');
  await press('county.neg.4', '把这 1 起登记到本单位');
  await see('county.neg.4', '已登记到本单位');
  await office.settled();
  assert.deepEqual(await axe(office.page), []);
  browser.quiet();
});
