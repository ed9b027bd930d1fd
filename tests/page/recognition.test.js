// Recognition: the township decides by its document, the form prints, and a file that comes after the decision waits for it.
import assert from 'node:assert/strict';
import { assessment, payload } from '../harness/assessment.js';
import { goldenCases } from '../harness/cases.js';
import { newKey, payloadOf, signBundle } from '../harness/forge.js';
import { opening } from '../harness/people.js';
import { paper } from '../harness/picture.js';
import { look } from '../harness/look.js';
import { steps } from '../harness/steps.js';
import { enrolByNumber, introduce } from '../pages/keys.js';
import { bundles, downloaded, monitor, take } from '../pages/offices.js';
import { about, crime, facts, folder, PAST, report, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';

const [UNIT] = UNITS;
const PAGE = `#/township/${PAST}/${UNIT.code}`;

let enter;
let browser;
let office;
let key;
let first;
opening(async (one) => {
  enter = one;
  ({ browser, screen: office } = await enter());
  key = await newKey();
  first = await signed();
});

/** The unit's file. */
const signed = async (options, more = {}) =>
  signBundle(await payload(facts(UNIT.code, options), about, { unit: { code: UNIT.code, level: 'village', name: UNIT.name }, ...more }), key);

/** Takes a decision and signs it. */
async function decide(word, why) {
  await office.go(PAGE);
  await office.click('radio', word);
  if (why) await office.fill('理由（写明事实，不写姓名和号码）', why);
  await office.click('button', '继续');
  await office.click('button', '签名认定');
  await office.see('认定已签名');
}

const WHY = '理由（写明事实，不写姓名和号码）';
const off = async (name) => (await office.find('button', name)).evaluate((it) => it.disabled);

const step = steps();

step('nothing is decided without a file that counts', async () => {
  await setUp(office, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await office.go(PAGE);
  await office.see('没有计入汇总的文件，不能认定');
  await office.see('先由苏木镇平安办，再由旗平安办认定（五(三)、附件 4）');
});

step('opinions come in, and the office decides; the next office is waited for', async () => {
  const { browser: police, screen } = await enter();
  await monitor(screen);
  await enrolByNumber(office, await introduce(screen));
  await screen.go(`#/opinions/${PAST}`);
  await take(screen, await folder({ 'one.json': first }));
  await screen.click('button', '其余都同意');
  await screen.click('button', '继续');
  await screen.click('button', '检查无误，签名');
  const opinions = await downloaded(police, '意见');
  await openTable(office, PAST);
  await take(office, [...(await folder({ 'one.json': first })), opinions], 2);
  await decide('达标', '其余监控单位的意见另收纸质件。');
  await office.see('等旗平安办认定');
  const file = payloadOf((await bundles(await downloaded(browser, '认定')))[0]);
  assert.deepEqual([file.kind, file.decision, file.office, file.opinions.length], ['recognition', 'qualified', 'sumu-pingan', 1]);
  assert.deepEqual(await look(office, 'trust-recognition-1'), []);
  police.quiet();
});

step('form 附件4 prints with the opinions and the decision', async () => {
  await office.run(() => (window.print = () => {}));
  await office.click('button', '打印认定表');
  await office.settled();
  const { text } = await paper(office.page, 'recognition-paper');
  assert.match(text, /附件 4/);
  assert.match(text, /认定表/);
  assert.match(text, /同意/);
  assert.match(text, /苏木镇平安\s+达标\s+办审核意见/);
  await office.click('button', '打印表格');
  await office.settled();
  assert.match((await paper(office.page, 'report-paper')).text, /附件2/);
});

step('a file that comes after the decision waits, until the office returns the old one', async () => {
  const digest = payloadOf((await bundles(await downloaded(browser, '认定')))[0]).assessment;
  const next = await signed({ silent: 'gang' }, { sequence: 2, supersedes: digest });
  await openTable(office, PAST);
  await take(office, await folder({ 'next.json': next }));
  await office.go(PAGE);
  await office.see('它在等认定单位决定');
  await office.see('等旗平安办认定');
  await decide('退回更正', '新文件有变化，请按新文件重新认定。');
  await office.see('未认定');
  await office.gone('它在等认定单位决定');
  assert.deepEqual(await look(office, 'trust-recognition-2'), []);
});

step('not qualified needs its reason', async () => {
  await office.go(PAGE);
  await office.click('radio', '不达标');
  await office.see('除达标外，请写明理由');
  const button = await office.find('button', '继续');
  assert.equal(await button.evaluate((it) => it.disabled), true);
  await office.fill('理由（写明事实，不写姓名和号码）', '第6项没有说明。');
  await office.click('button', '继续');
  await office.click('button', '签名认定');
  await office.see('由苏木镇平安办作出');
  await office.see('第6项没有说明。');
});

step('a unit with a registered crime is found qualified with a written reason only, after a look at all that speaks against it', async () => {
  const [, other] = UNITS;
  await openTable(office, PAST);
  await take(office, await folder({ 'crime.json': await report(other, { incidents: [crime] }) }));
  await office.go(`#/township/${PAST}/${other.code}`);
  await office.click('radio', '达标');
  await office.see('整体重新计算是“未达标”');
  await office.see('“无刑事案件”（四(二)2）：重新计算是没有做到');
  await office.see('“无刑事案件”（四(二)2）：苏木镇公安派出所的意见未收到');
  await office.see('有上面这些，签名前请写明理由。');
  assert.equal(await off('继续'), true);
  await office.fill(WHY, '公安机关已撤案，见回执。');
  await office.click('button', '继续');
  await office.see('签名前检查');
  await office.see('“无刑事案件”（四(二)2）：重新计算是没有做到');
  assert.deepEqual(await look(office, 'trust-recognition-check'), []);
  await office.click('button', '签名认定');
  await office.see('认定已签名');
  await office.click('radio', '不达标');
  await office.see('本单位此前的认定是“达标”');
});

step('what the document vetoes cannot be chosen, and the clause is there', async () => {
  const { browser: town, screen } = await enter();
  await setUp(screen, { role: '乡镇级平安办', unit: '长岗镇' });
  const unit = { code: '411422100202', name: '北村村委会' };
  const MAJOR = 'incidents.toml: 二、四（一）6、五（四）：刑事案件1起，主管部门认定恰好为重大';
  const vetoed = goldenCases().find((it) => it.pack === 'changgang-pingan-fazhi-xing-2023' && it.name === MAJOR);
  const stated = { ...vetoed.facts, unit: unit.code };
  const own = await assessment(stated, { as_of: `${PAST}-12-31`, level: 'village', pack: vetoed.pack }, { unit: { ...unit, level: 'village' } });
  await openTable(screen, PAST);
  await take(screen, await folder({ 'vetoed.json': own }));
  await screen.go(`#/township/${PAST}/${unit.code}`);
  await screen.see('“重大案事件”（五(四)）没有做到，文件规定一票否决。');
  const choice = await screen.find('radio', /^达标/);
  assert.equal(await choice.evaluate((it) => it.disabled), true);
  await screen.click('radio', '不达标');
  assert.deepEqual(await look(screen, 'trust-recognition-veto'), []);
  town.quiet();
  browser.quiet();
});
