// A thousand hostile files beside a township's honest ones change no total and no unit's standing, on the page as in the binary.
import assert from 'node:assert/strict';
import { payload } from '../harness/assessment.js';
import { cunping } from '../harness/binary.js';
import { digestOf, keyOfSeed, newKey, payloadOf, signed } from '../harness/forge.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { today } from '../pages/clerk.js';
import { after, decision, hostile } from '../pages/hostile.js';
import { enrolByNumber, enrolled, enrolling, introduce, openKeys, ownKey, parties } from '../pages/keys.js';
import { bundles, downloaded, monitor, take } from '../pages/offices.js';
import { about, crime, facts, folder, PAST, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { everything, openTable, standing } from '../pages/township.js';

/** Found qualified by both offices; not qualified; reported with a question open; enrolled and silent; of a key that nobody enrolled. */
const [NAMED, REFUSED, OPEN, SILENT, FIRST] = UNITS;
const ENROLLED = [NAMED, REFUSED, OPEN, SILENT];
const COUNTS = { report: 250, lent: 100, decision: 200, overruling: 50, usurped: 50, receipt: 100, replay: 100, opinion: 80, rollup: 50, directory: 20 };
const LIMIT = { timeout: 300_000 };

const step = steps();
const [keys, party, reports, paths] = [{}, {}, {}, {}];
let office;
let police;
let browser;
/** Of the honest files; the office’s directory and its roll-up; what the page says of the honest files alone. */
let [opinions, decisions, directory, sum, before] = [];
opening(async (enter) => {
  ({ browser, screen: office } = await enter());
  police = await enter();
});

/** The payload of a unit’s report. */
const stated = ({ code, name }, options) => payload(facts(code, options), about, { unit: { code, level: 'village', name } });

const written = (name, texts) => folder(Object.fromEntries(texts.map((text, at) => [`${name}-${at}.json`, text])));

/** What a unit’s page says of decisions and opinions. */
async function said({ code }) {
  await office.go(`#/township/${PAST}/${code}`);
  await office.see('上报与发回');
  await office.settled();
  const lines = (await office.text()).split('\n').map((it) => it.trim());
  return lines.filter((it) => /^(同意 \d+ 条|自评与意见|各认定单位|本级|未认定|等.+认定|由.+作出)/.test(it) || it.includes('冒用'));
}

/** Everything that the table and the units’ pages say. */
async function shown() {
  await openTable(office, PAST);
  await office.settled();
  const decided = (await office.text()).split('\n').filter((it) => /^认定：达标 \d+ 个/.test(it));
  const all = { ...(await everything(office)), decided, said: {} };
  for (const unit of [...ENROLLED, FIRST]) all.said[unit.name] = await said(unit);
  return all;
}

/** What the binary says of files by the office’s directory; `more` makes it another thing than the figures. */
async function rolled(files, ...more) {
  const { out, err } = await cunping(['rollup', '--directory', directory, '--seen', today(), ...more, ...files]);
  // What is said of single files stands behind the figures.
  const lines = out.toString().trim().split('\n').map((line) => JSON.parse(line)).filter(({ expected }) => expected !== undefined);
  assert.equal(lines.length, 1, err);
  return lines[0];
}

/** The binary counts the files as `before` says that the page does, and every unit as the office’s own roll-up does. */
async function agrees(files) {
  const it = await rolled(files, '--json');
  const { expected, reported, qualified, not_qualified: not, undetermined, missing, recognitions, targets } = it;
  assert.deepEqual({ 应报: expected, 已报: reported, 达标: qualified, 未达标: not, 待定: undetermined, 未报: missing }, before.standing);
  const { qualified: named, not_qualified: refused, returned, removed } = recognitions;
  assert.deepEqual([`认定：达标 ${named} 个，不达标 ${refused} 个，退回更正 ${returned} 个，取消命名 ${removed.length} 个`], before.decided);
  assert.equal(targets.length, before.targets.length);
  for (const [at, { needed, so_far: sofar, more }] of targets.entries()) {
    assert.ok(before.targets[at].includes(`要求 ${needed} 个，已有 ${sofar} 个，还差 ${more} 个`), before.targets[at]);
  }
  const payload = await rolled(files, '--payload', party.township.unit, '--office', party.township.office, '--area-name', '苏力德苏木');
  for (const name of ['area', 'children', 'counted', 'expected', 'level', 'pack', 'unsettled']) assert.deepEqual(payload[name], sum[name], name);
}

step('a township has enrolled the keys of its villages, the police station and the county', LIMIT, async () => {
  await setUp(office, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await monitor(police.screen);
  party.township = parties(await introduce(office)).find((it) => it.office);
  party.county = { unit: '150626000000', office: 'flag-pingan' };
  const enrolment = await introduce(police.screen);
  [party.police] = parties(enrolment);
  keys.township = await keyOfSeed((await ownKey(office)).key.plain);
  keys.police = await keyOfSeed((await ownKey(police.screen)).key.plain);
  keys.county = await newKey();
  for (const { code } of [...ENROLLED, FIRST]) keys[code] = await newKey();
  const asking = ENROLLED.map(({ code, name }) => enrolling({ unit: code }, name, keys[code]));
  asking.push(enrolling(party.county, '旗平安办', keys.county));
  for (const text of [enrolment, ...(await Promise.all(asking))]) await enrolByNumber(office, text);
  assert.equal((await enrolled(office)).length, 6);
});

step('its honest files are counted, on the page as in the binary', LIMIT, async () => {
  for (const [unit, options] of [[NAMED], [REFUSED, { incidents: [crime] }], [OPEN, { silent: 'gang' }], [FIRST]]) {
    reports[unit.code] = await signed(await stated(unit, options), keys[unit.code]);
  }
  const { screen } = police;
  await screen.go(`#/opinions/${PAST}`);
  await take(screen, await written('report', [reports[NAMED.code], reports[REFUSED.code]]));
  await screen.click('button', '其余都同意');
  await screen.click('button', '继续');
  await screen.click('button', '检查无误，签名');
  opinions = await bundles(await downloaded(police.browser, '意见'));
  const decided = [
    [NAMED, party.township, 'sumu-pingan', 'qualified', keys.township],
    [NAMED, party.county, 'flag-pingan', 'qualified', keys.county],
    [REFUSED, party.township, 'sumu-pingan', 'not-qualified', keys.township],
  ];
  decisions = await Promise.all(decided.map(([unit, party, office, word, key]) => signed(decision(reports[unit.code], { party, office, word }), key)));
  paths.honest = await written('honest', [...Object.values(reports), ...opinions, ...decisions]);
  await openTable(office, PAST);
  await take(office, paths.honest);
  before = await shown();
  assert.deepEqual(before.standing, { 应报: 13, 已报: 4, 达标: 2, 未达标: 1, 待定: 1, 未报: 9 });
  assert.ok(before.said[NAMED.name].some((it) => it.startsWith('同意 5 条')), before.said[NAMED.name].join('\n'));
  await office.go('#/directory');
  await office.click('button', '签名并导出名录');
  await office.see('文件已核验，可以发送');
  await office.click('button', '下载文件');
  directory = await downloaded(browser, '名录');
  await openTable(office, PAST);
  await office.click('button', '签名汇总文件');
  await office.see('文件已核验，可以发送');
  await office.click('button', '下载文件');
  sum = payloadOf((await bundles(await downloaded(browser, '汇总')))[0]);
  const verdicts = { [NAMED.code]: 'qualified', [REFUSED.code]: 'not-qualified', [OPEN.code]: 'open', [FIRST.code]: 'qualified' };
  assert.deepEqual(Object.fromEntries(sum.counted.map((it) => [it.unit, it.verdict])), verdicts);
  await agrees(paths.honest);
});

step('a thousand hostile files are taken in, and everything stands as before', LIMIT, async () => {
  const other = [{}, { incidents: [crime] }, { silent: 'fire' }];
  const claims = await Promise.all(ENROLLED.flatMap((unit) => other.map((options) => stated(unit, options))));
  // Of a unit without a key the first file counts, whose ever it is; a second one of another key is for people to settle.
  const replayed = [NAMED, REFUSED, OPEN].map(({ code }) => reports[code]).concat(opinions, decisions);
  const all = await hostile({ units: UNITS, reports, decisions, opinions, claims, replayed, ...party, keys }, COUNTS);
  assert.equal(new Set(all.map(({ text }) => digestOf(text))).size, 1000);
  paths.hostile = await folder(Object.fromEntries(all.map(({ sort, text }, at) => [`${sort}-${at}.json`, text])));
  await openTable(office, PAST);
  await take(office, paths.hostile);
  await office.see('与现在的汇总相同，不必再报。');
  const now = await shown();
  // A village that is silent is said to have sent something that does not count: somebody writes in its name.
  const [verdict, ...cells] = now.table[SILENT.name];
  assert.equal(verdict, '不计入');
  assert.deepEqual(cells.slice(0, -1), before.table[SILENT.name].slice(1, -1));
  now.table[SILENT.name] = before.table[SILENT.name];
  assert.deepEqual(now, before);
  await openKeys(office);
  assert.equal((await enrolled(office)).length, 6);
});

step('the binary counts the whole folder as it counts the honest files, and as the page does', LIMIT, async () => {
  await agrees([...paths.honest, ...paths.hostile]);
  await agrees([...paths.hostile, ...paths.honest].reverse());
});

step('the same words of those whose keys are enrolled do count', LIMIT, async () => {
  const contrary = { decision: 'not-qualified', reasons: [{ text: '复核不合格。' }] };
  const [opinion] = opinions.filter((it) => payloadOf(it).unit.code === NAMED.code);
  const objecting = payloadOf(opinion);
  objecting.says = objecting.says.map((it) => ({ ...it, objection: '有异议。' }));
  const files = [
    await signed(after({ ...payloadOf(decisions[1]), ...contrary }, decisions[1]), keys.county),
    await signed(after(objecting, opinion), keys.police),
    await signed(await stated(SILENT), keys[SILENT.code]),
  ];
  await openTable(office, PAST);
  await take(office, await written('true', files));
  assert.deepEqual(await standing(office), { 应报: 13, 已报: 5, 达标: 3, 未达标: 1, 待定: 1, 未报: 8 });
  await office.see('认定：达标 0 个，不达标 2 个');
  await office.see('之后汇总有变化，请再签一份。');
  await office.go(`#/township/${PAST}/${NAMED.code}`);
  await office.see('有异议 5 条');
  browser.quiet();
  police.browser.quiet();
});
