// Monitoring units: each sees its own criteria, agrees or objects, returns one file; the township sees both sides, and what voids.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { newKey, payloadOf, signBundle } from '../harness/forge.js';
import { payload } from '../harness/assessment.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { enrolByNumber, introduce } from '../pages/keys.js';
import { bundles, chooses, downloaded, monitor, objects, take } from '../pages/offices.js';
import { about, facts, folder, PAST, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';

const [ONE, TWO] = UNITS;
const crime = { attributes: {}, categories: ['crime'], day: `${PAST}-05-01`, id: '0'.repeat(31) + '1', stated_on: `${PAST}-05-02` };
const REMARK = '已经逐户走访核对台账。';

const people = {};
const keys = {};
const files = {};
opening(async (enter) => {
  for (const name of ['police', 'health', 'office']) people[name] = await enter();
  for (const unit of [ONE, TWO]) keys[unit.code] = await newKey();
  files.one = await signed(ONE);
  files.two = await signed(TWO);
});

const kind = (name) => ({ typ: `vnd.cunping.${name}.v1+json` });
/** A unit's file, with what it replaces. */
async function signed(unit, options, more = {}) {
  const stated = { ...facts(unit.code, options), remarks: { 'village.2': REMARK } };
  return signBundle(await payload(stated, about, { unit: { code: unit.code, level: 'village', name: unit.name }, ...more }), keys[unit.code], kind('assessment'));
}

const step = steps();

step('a monitoring unit sees its own criteria of every unit, and nothing else', async () => {
  const { screen } = people.police;
  await monitor(screen);
  files.enrolments = [await introduce(screen)];
  await screen.go(`#/opinions/${PAST}`);
  await screen.see('还没有可签意见的文件');
  await take(screen, await folder({ 'all.json': `${files.one}\n${files.two}` }), 2);
  await screen.see(ONE.name);
  await screen.see(TWO.name);
  await screen.see('无刑事案件。');
  const text = await screen.text();
  assert.ok(!text.includes('无涉访违法行为'), 'a criterion of another office');
  await screen.see('已选 0 项，共 10 项');
  assert.deepEqual(await look(screen, 'trust-opinions-1'), []);
});

step('an objection needs its reason; the rest is agreed with one button; one file comes of it', async () => {
  const { browser, screen } = people.police;
  await chooses(screen, `word-${ONE.code}-village.2-objects`);
  await objects(screen, ONE.code, 'village.2', '5月1日');
  await screen.see(/已保存 \d\d:\d\d/);
  await screen.page.reload();
  await screen.see('已选 1 项，共 10 项');
  await screen.until('the reason to be there', () => screen.run((id) => document.getElementById(id)?.value === '5月1日', `why-${ONE.code}-village.2`));
  await screen.fill('理由', '');
  await screen.type('a');
  await screen.see('已选 1 项，共 10 项');
  await screen.fill('理由', '');
  await screen.run(() => document.activeElement.blur());
  await screen.type('a');
  await screen.see('已选 10 项，共 10 项');
  await screen.see('有异议的，请写明理由。');
  await objects(screen, ONE.code, 'village.2', '5月1日立案一起，材料里没有写。');
  await screen.click('button', '继续');
  await screen.see('对 2 个单位签署意见：同意 9 项，有异议 1 项');
  await screen.click('button', '检查无误，签名');
  await screen.see('意见已签名');
  files.police = await downloaded(browser, '意见');
  const texts = await bundles(files.police);
  assert.equal(texts.length, 2);
  const said = payloadOf(texts[0]);
  assert.deepEqual([said.kind, said.unit.code, said.says.length], ['opinion', ONE.code, 5]);
  assert.deepEqual(said.says.filter((it) => it.objection).map((it) => it.criterion), ['village.2']);
  assert.deepEqual(await look(screen, 'trust-opinions-2'), []);
  browser.quiet();
});

step('a number that points to a person is refused before signing', async () => {
  const { browser, screen } = people.health;
  await monitor(screen, { office: '卫生院（中心）' });
  files.enrolments.push(await introduce(screen));
  await screen.go(`#/opinions/${PAST}`);
  await take(screen, await folder({ 'one.json': files.one }));
  await objects(screen, ONE.code, 'village.3', '请打 13912345678 核实');
  await screen.see('手机号');
  const go = await screen.find('button', '继续');
  assert.equal(await go.evaluate((it) => it.disabled), true);
  await chooses(screen, `word-${ONE.code}-village.3-agrees`);
  await screen.click('button', '继续');
  await screen.click('button', '检查无误，签名');
  await screen.see('意见已签名');
  files.health = await downloaded(browser, '意见');
  browser.quiet();
});

step('the township, once it has enrolled the keys, sees every unit of a criterion, and both sides where they differ', async () => {
  const { screen } = people.office;
  await setUp(screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await openTable(screen, PAST);
  await take(screen, [...(await folder({ 'all.json': `${files.one}\n${files.two}` })), files.police, files.health], 5);
  await screen.go(`#/township/${PAST}/${ONE.code}`);
  await screen.see('未收到 12 条');
  await screen.gone('5月1日立案一起，材料里没有写。');
  for (const enrolment of files.enrolments) await enrolByNumber(screen, enrolment);
  await screen.go(`#/township/${PAST}/${ONE.code}`);
  await screen.see('自评与意见不一致');
  await screen.see('5月1日立案一起，材料里没有写。');
  await screen.see(/同意 \d+ 条，有异议 1 条，未收到 \d+ 条/);
  await screen.see('卫生院（中心）');
  assert.deepEqual(await look(screen, 'trust-opinions-3'), []);
});

step('unit by unit it is said what is in and what is not, and equal words are shown', async () => {
  const { screen } = people.office;
  await screen.go(`#/desk/${PAST}`);
  await screen.see('没有收齐');
  await screen.see('几个单位写的文字相同');
  await screen.see(REMARK);
  assert.deepEqual(await look(screen, 'trust-opinions-4'), []);
});

step('a second round opens with what was signed; the key for the rest never turns an objection, and taking one back is named first', async () => {
  const { browser, screen } = people.police;
  await screen.page.reload();
  await screen.see('已选 10 项，共 10 项');
  await screen.run(() => document.querySelectorAll('main details').forEach((it) => (it.open = true)));
  await screen.see(/已签（.+）：有异议：5月1日立案一起，材料里没有写。/);
  await screen.type('a');
  await screen.click('button', '继续');
  await screen.see('没有新的意见要签');
  await screen.click('button', '返回修改');
  await chooses(screen, `word-${ONE.code}-village.2-agrees`);
  await screen.click('button', '继续');
  await screen.see('将撤回 1 项以前的异议');
  await screen.see(`${ONE.name} “无刑事案件”`);
  const sign = await screen.find('button', '检查无误，签名');
  assert.equal(await sign.evaluate((it) => it.disabled), true, 'not before it is confirmed');
  assert.deepEqual(await look(screen, 'trust-opinions-second'), []);
  await screen.click('checkbox', '确认撤回以上异议');
  await rm(files.police);
  await screen.click('button', '检查无误，签名');
  await screen.see('意见已签名');
  files.second = await downloaded(browser, '意见');
  const texts = await bundles(files.second);
  assert.equal(texts.length, 2, 'the other unit’s opinion as it was signed');
  const said = texts.map(payloadOf).find((it) => it.unit.code === ONE.code);
  assert.deepEqual([said.sequence, said.says.filter((it) => it.objection).length], [2, 0]);
  browser.quiet();
});

step('the township is told by name what was taken back', async () => {
  const { screen } = people.office;
  await openTable(screen, PAST);
  await take(screen, [files.second], 1, 1);
  await screen.go(`#/township/${PAST}/${ONE.code}`);
  await screen.see('后来撤回的异议');
  await screen.see(/苏木镇公安派出所于.+撤回了对“无刑事案件”.+的异议：5月1日立案一起，材料里没有写。/);
  await screen.gone('自评与意见不一致');
  assert.deepEqual(await look(screen, 'trust-opinions-withdrawn'), []);
});

step('a new file voids exactly the opinions on what changed, and says which fact', async () => {
  const { browser, screen } = people.office;
  const digest = await screen.run((hash) => (location.hash = hash), `#/township/${PAST}`);
  assert.ok(digest);
  const before = payloadOf((await bundles(files.second)).find((text) => payloadOf(text).unit.code === ONE.code)).assessment;
  const next = await signed(ONE, { incidents: [crime] }, { sequence: 2, supersedes: before });
  await openTable(screen, PAST);
  await take(screen, await folder({ 'next.json': next }));
  await screen.go(`#/township/${PAST}/${ONE.code}`);
  await screen.see('意见签署后变了什么');
  await screen.see(`新登记：${PAST}年5月1日的刑事案件`);
  await screen.see('与上一次报送相比变了什么');
  const voided = await screen.run(() => [...document.querySelectorAll('main tbody tr')].filter((row) => row.innerText.includes('已失效')).map((row) => row.querySelector('th').innerText));
  assert.deepEqual(voided, ['无刑事案件。']);
  assert.deepEqual(await look(screen, 'trust-opinions-5'), []);
  browser.quiet();
});


step('agreeing with what is not met or not answered reads so', async () => {
  const { browser, screen } = people.health;
  const open = await signed(TWO, { silent: 'special-group-lapse' }, {});
  await screen.go(`#/opinions/${PAST}`);
  await take(screen, await folder({ 'open.json': open }));
  await screen.see('同意：待填');
  browser.quiet();
});
