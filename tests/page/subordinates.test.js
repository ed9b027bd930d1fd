// A township that assesses itself: what its villages stated, who is missing, taking it, and the signed file that names it.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { axe } from '../harness/axe.js';
import { cunping } from '../harness/binary.js';
import { payloadOf } from '../harness/forge.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { until } from '../harness/wait.js';
import { answer, buttonsAt, NONE, openQuestion, pressAt, saved, seeAt, sign } from '../pages/clerk.js';
import { folder, PAST, report, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { choose, imported, openTable } from '../pages/township.js';

const major = { attributes: { grade: 3 }, categories: ['crime'], day: `${PAST}-05-01`, id: '0'.repeat(31) + '1', stated_on: `${PAST}-05-02` };

let browser;
let office;
opening(async (enter) => {
  ({ browser, screen: office } = await enter());
});

const step = steps();
const see = (rule, wanted) => seeAt(office, rule, wanted);
const buttons = (rule, name) => buttonsAt(office, rule, name);
const press = (rule, name) => pressAt(office, rule, name);

async function take(files) {
  await openTable(office, PAST);
  await choose(office, await folder(files));
  await imported(office, Object.keys(files).length, 0, 0);
}

step('without a file from below nothing is said for it', async () => {
  await setUp(office, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await openQuestion(office, PAST, 'township.3');
  await see('township.3', `应报 ${UNITS.length} 个，已报 0 个`);
  await see('township.3', '未定：还没有登记，也还不能说没有发生');
  await see('township.3', `没有报送：${UNITS.length} 个`);
  assert.equal(await office.count('button', '按下级汇总填报'), 0);
});

step('what one village registered is a lower bound, and is taken as a repeat', async () => {
  const [first, ...others] = UNITS.slice(0, -1);
  const files = Object.fromEntries(await Promise.all(others.map(async (unit) => [`${unit.code}.json`, await report(unit)])));
  await take({ ...files, 'first.json': await report(first, { incidents: [major] }) });
  await openQuestion(office, PAST, 'township.3');
  await see('township.3', '至少 1 起；其余未定');
  await see('township.3', '没有报送：1 个');
  await see('township.3', first.name);
  await press('township.3', '把这 1 起登记到本单位');
  await see('township.3', '已登记到本单位');
  await see('township.3', '重大');
  await saved(office);
  assert.equal(await buttons('township.3', /登记到本单位/), 0, 'nothing is taken twice');
  await office.settled();
  assert.deepEqual(await axe(office.page), []);
});

step('an office may say otherwise, and is asked why', async () => {
  await press('township.3', '删除');
  await answer(office, 'township.3', NONE);
  await see('township.3', '本单位填报的比下级登记的少');
  await office.fill('备注', '经公安机关核实，等级不到重大。');
  await see('township.3', '原因见备注');
  await press('township.3', '把这 1 起登记到本单位');
  await see('township.3', '已登记到本单位');
  await office.gone('原因见备注');
  await saved(office);
});

step('an incident that the office had registered itself is joined, so that it counts once', async () => {
  await press('township.3', '不是同一起');
  await see('township.3', '把这 1 起登记到本单位');
  await press('township.3', /^就是本单位登记的 .*5月1日 那起$/);
  await see('township.3', '已登记到本单位');
  await office.until('nothing left to register', async () => (await buttons('township.3', '把这 1 起登记到本单位')) === 0);
  await saved(office);
  assert.equal(await buttons('township.3', '删除'), 1, 'one incident in the register');
});

step('once every village has reported, the office takes the whole', async () => {
  await take({ 'last.json': await report(UNITS.at(-1)) });
  await openQuestion(office, PAST, 'township.5');
  await see('township.5', '全部下级都答没有发生');
  await press('township.5', '按下级汇总填报');
  await see('township.5', '没有发生（已登记的除外）');
  await office.until('nothing left to take', async () => (await buttons('township.5', '按下级汇总填报')) === 0);
  await saved(office);
});

step('the signed file names every file that it rests on', async () => {
  await office.go(`#/check/${PAST}`);
  await office.see('签名文件会写明依据了下级的哪些文件');
  await office.click('button', '文件里的全部内容');
  await office.see('签名时下级的汇总');
  await sign(office, PAST);
  const name = await until('the downloaded file', async () => (await readdir(browser.downloads)).find((name) => name.endsWith('.cunping.json')) ?? null);
  const path = join(browser.downloads, name);
  const { facts } = payloadOf(await readFile(path, 'utf8'));
  assert.equal(facts.below.expected, UNITS.length);
  assert.deepEqual(Object.keys(facts.below.units), UNITS.map(({ code }) => code).sort());
  const crime = facts.below.topics.find(({ about }) => about === 'crime');
  assert.deepEqual([crime.counted, crime.unclear, crime.covered], [1, 0, `${PAST}-12-31`]);
  assert.deepEqual(facts.incidents.map(({ repeats }) => repeats), [major.id]);
  const { code, out, err } = await cunping(['verify', path]);
  assert.equal(code, 0, String(out) + err);
  browser.quiet();
});
