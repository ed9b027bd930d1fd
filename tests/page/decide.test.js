// What stands in the way of “达标”: a crime, an open question, opinions that are missing or object; and nothing where all agree.
import assert from 'node:assert/strict';
import { dump } from '../harness/database.js';
import { newKey, payloadOf, signed } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { enrolByNumber, enrolling, introduce } from '../pages/keys.js';
import { bundles, downloaded, monitor, objects, take } from '../pages/offices.js';
import { crime, folder, PAST, report, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable, table } from '../pages/township.js';

const [CRIME, OPEN, OBJECTED, AGREED] = UNITS;
const ALL = [CRIME, OPEN, OBJECTED, AGREED];
const WHY = '理由（写明事实，不写姓名和号码）';
const OBJECTION = '5月1日立案一起，材料里没有写。';
const AGAINST = '与这个认定不一致、或还没有齐的';
const NOTHING = '与重新计算的结果、监控单位意见和以前的认定都一致。';
/** The other monitoring units of the township, and what the document asks each of them about. */
const OTHERS = { 'sumu-justice': ['village.3'], 'sumu-health': ['village.3'], 'sumu-youth': ['village.3'], 'sumu-women': ['village.4'] };

let browser;
let office;
let police;
const reports = {};
opening(async (enter) => {
  ({ browser, screen: office } = await enter());
  police = await enter();
  const options = { [CRIME.code]: { incidents: [crime] }, [OPEN.code]: { silent: 'gang' } };
  for (const unit of ALL) reports[unit.code] = await report(unit, options[unit.code]);
});

const step = steps();

/** How many decisions are signed here. */
const decisions = async () =>
  (await dump(office.page)).tables.bundles.filter(([, text]) => text.includes('"direction":"sent"') && text.includes('"kind":"recognition"')).length;

/** Chooses 达标 for a unit; what is said to speak against it. */
async function qualified({ code }) {
  await office.go(`#/township/${PAST}/${code}`);
  await office.click('radio', '达标');
  await office.settled();
  return against();
}

/** The contradictions that are listed. */
const against = () =>
  office.run((heading) => {
    const strong = [...document.querySelectorAll('main strong')].find((it) => it.innerText === heading);
    return strong ? [...strong.closest('div').querySelectorAll('li')].map((it) => window.__find.plain(it.innerText)) : [];
  }, AGAINST);

const disabled = async (name) => (await office.find('button', name)).evaluate((it) => it.disabled);

/** The two clicks that signed once sign nothing: neither goes on. */
async function stops() {
  assert.equal(await disabled('继续'), true);
  await office.see('有上面这些，签名前请写明理由。');
  await office.run(() => [...document.querySelectorAll('main button')].find((it) => it.innerText === '继续').click());
  await office.settled();
  assert.equal(await office.count('button', '签名认定'), 0);
}

step('a registered crime and no opinion: all of it is listed, and two clicks sign nothing', async () => {
  await setUp(office, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await openTable(office, PAST);
  await take(office, await folder(Object.fromEntries(Object.entries(reports).map(([code, text]) => [`${code}.json`, text]))));
  const lines = await qualified(CRIME);
  assert.equal(lines[0], '整体重新计算是“未达标”');
  assert.ok(lines.includes('“无刑事案件”（四(二)2）：重新计算是没有做到'), lines.join('\n'));
  assert.equal(lines.filter((it) => it.endsWith('的意见未收到')).length, 12, lines.join('\n'));
  await stops();
  assert.equal(await decisions(), 0);
});

step('an open question is listed as one, and is in the way as well', async () => {
  const lines = await qualified(OPEN);
  assert.equal(lines[0], '整体重新计算是“待填”');
  assert.ok(lines.some((it) => /^“无村霸.*：待填$/.test(it)), lines.join('\n'));
  await stops();
  assert.equal(await decisions(), 0);
});

step('with a written reason the same list is looked at once more, and the reason goes into the file', async () => {
  const lines = await qualified(CRIME);
  await office.fill(WHY, '公安机关已撤案。');
  await office.click('button', '继续');
  await office.see('签名前检查');
  assert.deepEqual(await against(), lines);
  await office.see('写明的理由：公安机关已撤案。');
  assert.deepEqual(await look(office, 'decide-check'), []);
  assert.equal(await decisions(), 0, 'nothing is signed before the last look');
  await office.click('button', '签名认定');
  await office.see('认定已签名');
  const [file] = (await bundles(await downloaded(browser, '认定'))).map(payloadOf);
  assert.deepEqual([file.unit.code, file.decision, file.reasons.map((it) => it.text)], [CRIME.code, 'qualified', ['公安机关已撤案。']]);
  await openTable(office, PAST);
  assert.match((await table(office))[CRIME.name][0], /未达标/, 'the finding stays what it is');
});

step('an objection is in the way, with its words', async () => {
  const { screen } = police;
  await monitor(screen);
  await enrolByNumber(office, await introduce(screen));
  await screen.go(`#/opinions/${PAST}`);
  await take(screen, await folder({ 'one.json': reports[OBJECTED.code], 'two.json': reports[AGREED.code] }));
  await objects(screen, OBJECTED.code, 'village.2', OBJECTION);
  await screen.click('button', '其余都同意');
  await screen.click('button', '继续');
  await screen.click('button', '检查无误，签名');
  await screen.see('意见已签名');
  await openTable(office, PAST);
  await take(office, [await downloaded(police.browser, '意见')], 2);
  const lines = await qualified(OBJECTED);
  assert.ok(lines.includes(`“无刑事案件”（四(二)2）：苏木镇公安派出所有异议：${OBJECTION}`), lines.join('\n'));
  assert.equal(lines.filter((it) => it.endsWith('的意见未收到')).length, 7, lines.join('\n'));
  await stops();
  assert.equal(await decisions(), 1);
});

step('where every opinion is in and agrees, nothing is in the way, and no reason is asked', async () => {
  const said = (await bundles(await downloaded(police.browser, '意见'))).map(payloadOf).find((it) => it.unit.code === AGREED.code);
  const files = {};
  for (const [id, asked] of Object.entries(OTHERS)) {
    const [key, party] = [await newKey(), { office: id, unit: said.party.unit }];
    await enrolByNumber(office, await enrolling(party, id, key));
    files[`${id}.json`] = await signed({ ...said, party, says: said.says.filter((it) => asked.includes(it.criterion)) }, key);
  }
  await openTable(office, PAST);
  await take(office, await folder(files));
  assert.equal((await qualified(AGREED)).length, 3, 'its own office has not said anything yet');
  await office.go(`#/opinions/${PAST}`);
  await office.click('button', '其余都同意');
  await office.click('button', '继续');
  await office.click('button', '检查无误，签名');
  await office.see('意见已签名');
  assert.deepEqual(await qualified(AGREED), []);
  await office.click('button', '继续');
  await office.see(NOTHING);
  await office.click('button', '签名认定');
  await office.see('认定已签名');
  assert.equal(await decisions(), 2);
  browser.quiet();
  police.browser.quiet();
});
