// A half-year that a township’s office reports: put together out of two quarters, to read, to take away and to print.
import assert from 'node:assert/strict';
import { axe } from '../harness/axe.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { sheets } from '../harness/workbook.js';
import { folder } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { choose, imported, openTable } from '../pages/township.js';
import { file, incident, units } from '../pages/whole.js';

const PACK = 'sulide-bawu-2022';
const [BOTH, BROKEN, ONE, NONE] = units('150626200', '150626200000');

let browser;
let office;
opening(async (enter) => {
  ({ browser, screen: office } = await enter());
});

const step = steps();

async function take(period, of) {
  const texts = await Promise.all(of.map(([unit, incidents]) => file({ incidents, level: 'village', pack: PACK, period, unit })));
  await openTable(office, period);
  await choose(office, await folder(Object.fromEntries(texts.map((text, at) => [`${at}.json`, text]))));
  await imported(office, texts.length, 0, 0);
}

const rows = () =>
  office.run(() => [...document.querySelectorAll('.township-areas tbody tr')].map((row) => [...row.children].map((cell) => window.__find.plain(cell.innerText))));
const row = async ({ name }) => (await rows()).find(([unit]) => unit === name).slice(1);

step('the half-year is offered beside its quarters, and says that nobody has reported', async () => {
  await setUp(office, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await openTable(office, '2025-Q2');
  await office.click('link', '2025年上半年');
  await office.see('每半年向旗平安办公室汇报创建工作开展情况（三(二)）。');
  await office.see('应报 13 个嘎查村（社区），已报 0 个');
  assert.deepEqual(await row(BOTH), ['未报', '未报', '未报']);
});

step('both quarters good, one broken, one missing', async () => {
  await take('2025-Q1', [[BOTH], [BROKEN], [ONE]]);
  await take('2025-Q2', [[BOTH], [BROKEN, [incident(1, 'gang', '2025-Q2')]]]);
  await office.go('#/township/2025-H1');
  await office.see('全部实现 1 个，有未实现项 1 个，待定 1 个，未报 10 个');
  assert.deepEqual(await row(BOTH), ['✓ 全部实现', '✓ 全部实现', '✓ 全部实现']);
  assert.deepEqual(await row(BROKEN), ['✓ 全部实现', '✕ 有未实现项', '✕ 有未实现项']);
  assert.deepEqual(await row(ONE), ['✓ 全部实现', '未报', '？ 待定']);
  assert.deepEqual(await row(NONE), ['未报', '未报', '未报']);
  await office.see(`${BROKEN.name}（第2季度）`);
});

step('it is taken away as a table, and printed without the buttons', async () => {
  const taken = await browser.download(() => office.click('button', '下载表格'));
  assert.equal(taken.name, '汇总_苏力德苏木_2025-H1.xlsx');
  const [[, [head, ...lines]]] = sheets(taken.bytes);
  assert.deepEqual(head, ['统计用区划代码', '单位', '第1季度', '第2季度', '上半年', '暂定']);
  assert.equal(lines.length, 13);
  assert.deepEqual(lines.find((line) => line[1] === ONE.name).slice(2), ['全部实现', '未报', '待定']);
  await office.page.cdp.send('Emulation.setEmulatedMedia', { media: 'print' });
  const shown = await office.run(() => [...document.querySelectorAll('main button, main select')].filter((it) => it.offsetParent).length);
  assert.equal(shown, 0);
  await office.page.cdp.send('Emulation.setEmulatedMedia', { media: '' });
});

step('nothing on it keeps a tool from reading it', async () => {
  await office.settled();
  assert.deepEqual(await axe(office.page), []);
  browser.quiet();
});
