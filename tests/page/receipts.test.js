// Receipts: one file answers all villages; each village sees how far its own file has come, why it came back and what to do.
import assert from 'node:assert/strict';
import { dump } from '../harness/database.js';
import { payloadOf } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { answerAll, sign, year } from '../pages/clerk.js';
import { enrolWaiting, introduce, openKeys } from '../pages/keys.js';
import { bundles, downloaded, take } from '../pages/offices.js';
import { folder, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';

const UNIT = UNITS.find(({ name }) => name === '通史嘎查村委员会');

const people = {};
opening(async (enter) => {
  for (const name of ['village', 'office']) people[name] = await enter();
});

/** The text of the last file of a kind that was signed here. */
async function lastSent(screen, kind) {
  const { tables } = await dump(screen.page);
  const sent = tables.bundles.map(([key, text]) => [key, JSON.parse(text)]).filter(([, it]) => it.direction === 'sent' && it.kind === kind);
  const [[key]] = sent.sort(([, one], [, other]) => other.sequence - one.sequence);
  return tables.texts.find(([of]) => of === key)[1];
}

const step = steps();

step('a signed file has not been answered', async () => {
  const { screen } = people.village;
  await setUp(screen);
  await screen.go('#/answers');
  await screen.see('还没有报送过');
  await answerAll(screen);
  await sign(screen, year());
  await screen.go('#/answers');
  await screen.see('已签名');
  await screen.see('请把文件发给上级');
  assert.deepEqual(await look(screen, 'trust-receipts-1'), []);
});

step('the office answers the file, late by the day on which it first saw it, and sends it back', async () => {
  const { browser, screen } = people.office;
  const sent = await downloaded(people.village.browser, '八无');
  await setUp(screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await openTable(screen, year());
  await take(screen, [sent]);
  await screen.go(`#/desk/${year()}`);
  assert.equal(await screen.value('最后一天'), `${Number(year()) + 1}-01-10`, 'the last day that the document names');
  await screen.see('1 份文件，其中迟报 0 份');
  for (const typed of ['26-12-31', '明年一月', '2027-2-30']) {
    await screen.fill('最后一天', typed);
    await screen.see('看不出是哪一天');
  }
  for (const typed of ['2026.3.2', '２０２６年３月２日', '20260302']) {
    await screen.fill('最后一天', typed);
    await screen.see('读作2026年3月2日');
  }
  await screen.fill('最后一天', `${year()}-01-01`);
  await screen.see('1 份文件，其中迟报 1 份');
  await screen.click('radio', '退回');
  await screen.see('退回的要写理由');
  await screen.fill('退回的理由', '第3项请写明核对日期。');
  await screen.see(/已保存 \d\d:\d\d/);
  await screen.page.reload();
  await screen.until('the reason to be there', async () => (await screen.count('textbox', '退回的理由')) === 1 && (await screen.value('退回的理由')) === '第3项请写明核对日期。');
  assert.equal(await screen.value('最后一天'), `${year()}-01-01`);
  await screen.click('button', '给收到的文件签回执');
  await screen.see('回执已签名');
  await screen.see('对方登记过本单位的密钥，这份文件才计入');
  const [text] = await bundles(await downloaded(browser, '回执'));
  const it = payloadOf(text);
  assert.deepEqual([it.kind, it.answer, it.unit.code, it.due], ['receipt', 'returned', UNIT.code, `${year()}-01-01`]);
  assert.deepEqual(await look(screen, 'trust-receipts-2'), []);
});

step('to the village the receipt is a stranger’s until it has enrolled the office’s key', async () => {
  const { screen } = people.village;
  const receipt = await downloaded(people.office.browser, '回执');
  const enrolment = await introduce(people.office.screen);
  await screen.go('#/answers');
  await take(screen, [receipt, ...(await folder({ 'key.json': enrolment }))], 1 + enrolment.split('\n').length);
  await screen.see('没有登记过这把密钥，不计入');
  await screen.see('登记它的密钥以后才计入');
  await screen.see('有一份回执在这里，签名的密钥没有登记');
  await screen.gone('请把文件发给上级');
  await screen.find('link', '去登记密钥');
  await screen.gone('第3项请写明核对日期。');
  assert.deepEqual(await look(screen, 'trust-receipts-stranger'), []);
  await openKeys(screen);
  await enrolWaiting(screen);
});

step('the village sees that it came back, why, and what to do', async () => {
  const { screen } = people.village;
  await screen.go('#/answers');
  await screen.see('第3项请写明核对日期。');
  await screen.gone('有一份回执在这里');
  await screen.see('迟报：');
  await screen.see('重新签名报送');
  await screen.find('link', '去更正答案');
  assert.deepEqual(await look(screen, 'trust-receipts-3'), []);
  await screen.go('#/history');
  await screen.see('退回');
  await screen.see(/迟报：.*收到，最后一天是/);
  await screen.see('第3项请写明核对日期。');
  assert.deepEqual(await look(screen, 'trust-receipts-history'), []);
  await screen.go('#/answers');
});

step('the import of a receipt is undone, and a copy under another name is the same file', async () => {
  const { screen } = people.village;
  await screen.click('button', '撤销这次导入');
  await screen.gone('第3项请写明核对日期。');
  const text = (await bundles(await downloaded(people.office.browser, '回执')))[0];
  await take(screen, await folder({ 'a.json': text }));
  await take(screen, await folder({ 'renamed.txt': `${text}\n` }), 0, 1);
  await screen.see('第3项请写明核对日期。');
});

step('a decision that sends the file back says what to do, whatever the receipt said; each file is told by who and about whom', async () => {
  const { browser, screen } = people.office;
  await screen.go(`#/desk/${year()}`);
  await screen.click('radio', '已收到');
  await screen.click('button', '给收到的文件签回执');
  await screen.see('回执已签名');
  const receipt = await lastSent(screen, 'receipt');
  await screen.go(`#/township/${year()}/${UNIT.code}`);
  await screen.click('radio', '退回更正');
  await screen.fill('理由（写明事实，不写姓名和号码）', '第2项请核实。');
  await screen.click('button', '继续');
  await screen.click('button', '签名认定');
  await screen.see('认定已签名');
  const village = people.village.screen;
  await village.go('#/answers');
  await take(village, await folder({ 'r.json': receipt }));
  await village.see('上级已收到，正在核对');
  await take(village, [await downloaded(browser, '认定')]);
  await village.see('已退回：请按下面的理由更正答案');
  await village.gone('上级已收到，正在核对');
  await village.see('第2项请核实。');
  await village.find('link', '去更正答案');
  await village.see(new RegExp(`认定 苏力德苏木 · 苏木镇平安办 关于${UNIT.name} ${year()}年`));
  assert.deepEqual(await look(village, 'trust-receipts-decided'), []);
});

step('a later answer replaces the earlier', async () => {
  const { browser, screen } = people.office;
  await screen.go(`#/desk/${year()}`);
  await screen.click('radio', '已采用');
  await screen.fill('最后一天', '');
  await screen.click('button', '给收到的文件签回执');
  await screen.see('回执已签名');
  const accepted = await screen.run(() => document.querySelector('.mark[data-finding="met"]')?.innerText);
  assert.match(accepted ?? '', /已采用/);
  browser.quiet();
  people.village.browser.quiet();
});
