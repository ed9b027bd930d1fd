// Removal: a name that the county proposed and the province gave is taken back by an event, seen below, and stays taken back.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { payloadOf } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { sign, today } from '../pages/clerk.js';
import { enrolByNumber, introduce } from '../pages/keys.js';
import { bundles, downloaded, take } from '../pages/offices.js';
import { PAST } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable, table } from '../pages/township.js';

const UNIT = { code: '429006104203', name: '新沟村村民委员会' };
const [CITY, PROVINCE] = ['市委平安天门建设领导小组', '省委平安湖北建设领导小组'];
const AWARD = '平安湖北建设示范村(社区)';
const PAGE = `#/township/${PAST}/${UNIT.code}`;

const at = {};
const files = {};
/** The county's enrolment, as it is sent. */
let county;
opening(async (enter) => {
  for (const name of ['village', 'township', 'county']) at[name] = await enter();
});

const step = steps();

/** Works with the award from now on. */
async function workWith(screen) {
  await screen.click('button', AWARD);
  await screen.until('the award', async () => (await (await screen.find('button', AWARD)).evaluate((it) => it.getAttribute('aria-current') ?? it.getAttribute('aria-pressed'))) === 'true');
}

/** Decides at the county in the name of an office. */
async function decide(office, word, why) {
  const { screen } = at.county;
  await screen.go(PAGE);
  await screen.click('radio', office);
  await screen.click('radio', word);
  if (why) await screen.fill('理由（写明事实，不写姓名和号码）', why);
  await screen.click('button', '继续');
  await screen.click('button', '签名认定');
  await screen.see('认定已签名');
}

step('a village’s file for the award reaches the county, whose table has the villages', async () => {
  const { browser, screen } = at.village;
  await setUp(screen, { unit: UNIT.name });
  await workWith(screen);
  await sign(screen, PAST);
  files.own = await downloaded(browser, PAST);
  const county = at.county.screen;
  await setUp(county, { role: '县级平安办', unit: '天门市' });
  await openTable(county, PAST);
  assert.equal(Object.keys(await table(county)).length, 17);
  await take(county, [files.own]);
  await county.go(PAGE);
  await county.see(`先由${CITY}，再由${PROVINCE}认定`);
});

step('the county decides, and takes down what the province decided on paper, naming the paper', async () => {
  const { screen } = at.county;
  await screen.click('radio', CITY);
  await screen.see('复核合格的单位里推荐、命名（三(二)）');
  const choice = await screen.find('radio', /^达标/);
  assert.equal(await choice.evaluate((it) => it.disabled), true, 'nobody is recommended who passed no review');
  await screen.click('radio', '复核合格');
  await decide(CITY, '达标', '其余材料另收纸质件。');
  await screen.see(`等${PROVINCE}认定`);
  await screen.click('radio', PROVINCE);
  await screen.click('radio', '达标');
  await screen.see('由本级照它的文件录入、签名');
  await screen.see('请在理由里写明文件名称、文号和日期');
  await decide(PROVINCE, '达标', '省里命名文件第1号，1月5日。');
  await screen.see('各认定单位都认定达标');
  assert.deepEqual(await look(screen, 'removal-1'), []);
});

step('what is half-typed outlives a reload', async () => {
  const { screen } = at.county;
  await screen.click('radio', PROVINCE);
  await screen.click('radio', '取消命名');
  await screen.click('radio', '发生了文件列出的案事件');
  await screen.fill('理由（写明事实，不写姓名和号码）', '省里取消命名文件第2号。');
  await screen.see(/已保存 \d\d:\d\d/);
  await screen.page.reload();
  await screen.see('取消命名的原因');
  await screen.until('the reason to be there', async () => (await screen.value('理由（写明事实，不写姓名和号码）')) === '省里取消命名文件第2号。');
  await screen.see('请选原因、写日期');
});

step('the name is taken back by an event, with its day and kind', async () => {
  const { browser, screen } = at.county;
  const kinds = await screen.find('combobox', '哪一种案事件');
  await kinds.select('crime/homicide');
  await screen.fill('发生或复核的日期', '2999-01-01');
  await screen.see('请选原因、写日期');
  await screen.fill('发生或复核的日期', today());
  assert.deepEqual(await look(screen, 'removal-2'), []);
  await screen.click('button', '继续');
  await screen.click('button', '签名认定');
  await screen.see('认定已签名');
  await screen.see(`由${PROVINCE}作出`);
  await screen.see('文件没有规定在同一时段恢复');
  assert.equal(await screen.count('button', '签名认定'), 0, 'nothing is decided any more');
  assert.deepEqual(await look(screen, 'removal-3'), []);
  await screen.click('button', `打包发给${UNIT.name}`);
  await screen.see('已合成一个文件');
  files.back = await downloaded(browser, '发回');
  const said = (await bundles(files.back)).map(payloadOf).find((it) => it.decision === 'removed');
  assert.deepEqual([said.office, said.step, said.party.unit], ['province-leading-group', 'step.removal', '429006000000']);
  assert.match(said.reasons[0].text, /日发生“.+”，取消命名。省里取消命名文件第2号。/);
  await openTable(screen, PAST);
  assert.match((await table(screen))[UNIT.name].join(' '), /认定：取消命名/);
  await screen.see('取消命名 1 个');
  assert.deepEqual(await look(screen, 'removal-4'), []);
});

step('to the township the removal is a stranger’s until it has enrolled the county’s key', async () => {
  const { screen } = at.township;
  await setUp(screen, { role: '乡镇级平安办', unit: '汪场镇' });
  await workWith(screen);
  await openTable(screen, PAST);
  await take(screen, [files.own, files.back], 3);
  assert.doesNotMatch((await table(screen))[UNIT.name].join(' '), /认定/);
  county = await introduce(at.county.screen);
  await enrolByNumber(screen, county);
  await openTable(screen, PAST);
  assert.match((await table(screen))[UNIT.name].join(' '), /认定：取消命名/);
});

step('the township’s roll-up shows it', async () => {
  const { screen } = at.township;
  await screen.go(PAGE);
  await screen.see(`由${PROVINCE}作出`);
  await openTable(screen, PAST);
  await screen.click('button', '签名汇总文件');
  await screen.see('文件已核验，可以发送');
  await screen.click('button', '下载文件');
  files.sum = await downloaded(at.township.browser, '汇总');
  const [counted] = payloadOf(await readFile(files.sum, 'utf8')).counted;
  assert.equal(counted.unit, UNIT.code);
  assert.match(counted.removed, /^[0-9a-f]{64}$/);
});

step('the county reads in it that a name was taken back', async () => {
  const { screen } = at.county;
  await enrolByNumber(screen, await introduce(at.township.screen));
  await openTable(screen, PAST);
  await take(screen, [files.sum]);
  await screen.see('取消命名 1 个，不再算已命名');
  assert.deepEqual(await look(screen, 'removal-6'), []);
});

step('the village sees why', async () => {
  const { screen } = at.village;
  await enrolByNumber(screen, county);
  await screen.go('#/answers');
  await take(screen, [files.back], 2);
  await screen.see('取消命名');
  await screen.see('省里取消命名文件第2号。');
  assert.deepEqual(await look(screen, 'removal-5'), []);
  for (const { browser } of Object.values(at)) browser.quiet();
});
