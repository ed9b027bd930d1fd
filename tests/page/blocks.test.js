// Forms 附件3 and 附件4 on A4 with their blocks in every state: nobody decided, qualified, not qualified at length, returned.
import assert from 'node:assert/strict';
import { payloadOf } from '../harness/forge.js';
import { opening } from '../harness/people.js';
import { paper } from '../harness/picture.js';
import { steps } from '../harness/steps.js';
import { enrolByNumber, introduce } from '../pages/keys.js';
import { bundles, downloaded, monitor, take } from '../pages/offices.js';
import { folder, PAST, report, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';
import { file } from '../pages/whole.js';

const TOWNSHIP = { code: '150626200000', name: '苏力德苏木' };
const [VILLAGE] = UNITS;
/** As long as a reason may be: 500 characters. */
const LONG = '第二项的材料里没有写明核对的日期和依据，请补充说明后重新报送。'.repeat(20).slice(0, 500);

const at = {};
/** The township’s own file, as a path. */
let own;
opening(async (enter) => {
  for (const name of ['township', 'county', 'police']) {
    at[name] = await enter();
    await at[name].screen.run(() => (window.print = () => {}));
  }
});

const step = steps();

/** Prints the recognition form of a unit; its page without white space. */
async function printed({ screen }, unit, name) {
  await screen.go(`#/township/${PAST}/${unit.code}`);
  await screen.click('button', '打印认定表');
  await screen.settled();
  const { pages, text } = await paper(screen.page, name);
  assert.equal(pages, 1, `${name} takes ${pages} pages`);
  return text.split('\f')[0].replace(/\s+/g, '');
}

async function decide({ screen }, unit, word, why) {
  await screen.go(`#/township/${PAST}/${unit.code}`);
  await screen.click('radio', word);
  if (why) await screen.fill('理由（写明事实，不写姓名和号码）', why);
  await screen.click('button', '继续');
  await screen.click('button', '签名认定');
  await screen.see('认定已签名');
}

step('附件3: the county reviews the township', async () => {
  const { screen } = at.county;
  await setUp(screen, { role: '县级平安办', unit: '乌审旗' });
  [own] = await folder({ 'own.json': await file({ level: 'township', pack: 'sulide-bawu-2022', period: PAST, unit: TOWNSHIP }) });
  await openTable(screen, PAST);
  await take(screen, [own]);
  const blank = await printed(at.county, TOWNSHIP, 'form-3-open');
  assert.match(blank, /附件3.*“八无”苏木镇认定表.*苏力德苏木/);
  assert.match(blank, new RegExp(`${Number(PAST) + 1}年月日`));
  await decide(at.county, TOWNSHIP, '不达标', LONG);
  const refused = await printed(at.county, TOWNSHIP, 'form-3-refused');
  assert.match(refused, /不达标.*（签章）/);
  assert.ok(refused.includes(LONG.slice(-12).replace(/\s+/g, '')) || refused.includes('重新报送'), refused);
  await decide(at.county, TOWNSHIP, '达标', '复核后各项都已做到。');
  assert.doesNotMatch(await printed(at.county, TOWNSHIP, 'form-3-qualified'), /不达标/);
});

step('a monitoring unit of the county answers for what concerns it, and the form has its opinion', async () => {
  const { browser, screen } = at.police;
  await monitor(screen, { unit: '乌审旗', office: '旗公安局' });
  const enrolment = await introduce(screen);
  await screen.go(`#/opinions/${PAST}`);
  await take(screen, [own]);
  await screen.see(TOWNSHIP.name);
  const all = Number((await screen.text()).match(/已选 0 项，共 (\d+) 项/)[1]);
  assert.ok(all > 0 && all < 8, `${all} of the township’s criteria name it`);
  await screen.click('button', '其余都同意');
  await screen.click('button', '继续');
  await screen.see(`对 1 个单位签署意见：同意 ${all} 项，有异议 0 项`);
  await screen.click('button', '检查无误，签名');
  await screen.see('意见已签名');
  const signed = await downloaded(browser, '意见');
  assert.deepEqual(payloadOf((await bundles(signed))[0]).party, { office: 'flag-police', unit: '150626000000' });
  await enrolByNumber(at.county.screen, enrolment);
  await openTable(at.county.screen, PAST);
  await take(at.county.screen, [signed]);
  await at.county.screen.go(`#/township/${PAST}/${TOWNSHIP.code}`);
  await at.county.screen.see(`同意 ${all} 条`);
  assert.match(await printed(at.county, TOWNSHIP, 'form-3-opinions'), /同意/);
});

step('附件4: the township’s block alone, in every state', async () => {
  const { screen } = at.township;
  await setUp(screen, { role: '乡镇级平安办', unit: TOWNSHIP.name });
  await openTable(screen, PAST);
  await take(screen, await folder({ 'one.json': await report(VILLAGE) }));
  assert.match(await printed(at.township, VILLAGE, 'form-4-open'), /苏木镇平安办审核意见.*旗平安办审核意见|苏木镇平安/);
  await decide(at.township, VILLAGE, '退回更正', '第三项请写明核对日期。');
  assert.match(await printed(at.township, VILLAGE, 'form-4-returned'), /退回更正.*第三项请写明核对日期/);
  await decide(at.township, VILLAGE, '不达标', LONG);
  assert.match(await printed(at.township, VILLAGE, 'form-4-refused'), /不达标/);
  for (const { browser } of Object.values(at)) browser.quiet();
});
