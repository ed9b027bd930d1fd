// A monitoring unit's second round for one late village: what was signed is there, only the new is open, and objections stay.
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { payloadOf } from '../harness/forge.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { enrolByNumber, introduce } from '../pages/keys.js';
import { bundles, downloaded, monitor, objects, take } from '../pages/offices.js';
import { folder, PAST, report, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';

const [ONE, TWO, LATE] = UNITS;
const WHY = '5月1日立案一起，材料里没有写。';

const at = {};
/** Reports by unit, and what was signed in either round. */
const [reports, rounds] = [{}, []];
opening(async (enter) => {
  for (const name of ['police', 'office']) at[name] = await enter();
  for (const unit of [ONE, TWO, LATE]) reports[unit.code] = await report(unit);
});

const step = steps();

/** Goes on to the last look and signs; the file’s path and its payloads by unit. */
async function sign({ browser, screen }) {
  await screen.click('button', '检查无误，签名');
  await screen.see('意见已签名');
  const path = await downloaded(browser, '意见');
  const [taken] = await folder({ 'opinions.cunping.json': (await bundles(path)).join('\n') });
  await rm(path);
  rounds.push(taken);
  return Object.fromEntries((await bundles(taken)).map((text) => [payloadOf(text).unit.code, payloadOf(text)]));
}

const objected = ({ says }) => says.filter((it) => it.objection).map((it) => it.criterion);

step('the first round: two objections, the rest agreed with by key', async () => {
  const { screen } = at.police;
  await monitor(screen);
  await screen.go(`#/opinions/${PAST}`);
  await take(screen, await folder({ 'one.json': reports[ONE.code], 'two.json': reports[TWO.code] }));
  await screen.see('已选 0 项，共 10 项');
  await objects(screen, ONE.code, 'village.2', WHY);
  await objects(screen, TWO.code, 'village.5', WHY);
  await screen.run(() => document.activeElement.blur());
  await screen.page.keyboard.press('a');
  await screen.see('已选 10 项，共 10 项');
  await screen.click('button', '继续');
  await screen.see('对 2 个单位签署意见：同意 8 项，有异议 2 项');
  const said = await sign(at.police);
  assert.deepEqual([objected(said[ONE.code]), objected(said[TWO.code])], [['village.2'], ['village.5']]);
});

step('the second: after a reload only the late village is open, and the key for the rest takes no objection back', async () => {
  const { screen } = at.police;
  await screen.page.reload({ waitUntil: 'load' });
  await screen.see('已选 10 项，共 10 项');
  await take(screen, await folder({ 'late.json': reports[LATE.code] }));
  await screen.see('已选 10 项，共 15 项');
  await screen.run(() => document.activeElement.blur());
  await screen.page.keyboard.press('a');
  await screen.see('没有选过的 5 项，已选“同意”');
  await screen.click('button', '继续');
  await screen.see('对 1 个单位签署意见：同意 5 项，有异议 0 项');
  await screen.see('另有 2 个单位已签、没有变化，原样放进文件');
  assert.ok(!(await screen.text()).includes('将撤回'), 'nothing is taken back');
  const said = await sign(at.police);
  assert.deepEqual([ONE, TWO, LATE].map(({ code }) => [said[code].sequence, objected(said[code])]), [
    [1, ['village.2']],
    [1, ['village.5']],
    [1, []],
  ]);
});

step('the township, which takes both in, reads every objection and that none was taken back', async () => {
  const { screen } = at.office;
  await setUp(screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await enrolByNumber(screen, await introduce(at.police.screen));
  await openTable(screen, PAST);
  await take(screen, await folder(Object.fromEntries(Object.entries(reports).map(([code, text]) => [`${code}.json`, text]))));
  await take(screen, [rounds[0]], 2);
  await take(screen, [rounds[1]], 1, 2);
  for (const [unit, said] of [[ONE, '同意 4 条，有异议 1 条'], [TWO, '同意 4 条，有异议 1 条'], [LATE, '同意 5 条']]) {
    await screen.go(`#/township/${PAST}/${unit.code}`);
    await screen.see(said);
    assert.ok(!(await screen.text()).includes('后来撤回的异议'), unit.name);
  }
  for (const { browser } of Object.values(at)) browser.quiet();
});
