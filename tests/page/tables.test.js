// Tables that come back from a spreadsheet: a list of units and results of reviews, looked at, taken in whole, undone; and
// refused whole with the cell.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dump } from '../harness/database.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { until } from '../harness/wait.js';
import { saved } from '../pages/clerk.js';
import { PAST } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';

const PACK = 'wangchang-pingan-cun-2023';
const [FIRST, SECOND] = ['429006104001', '429006104203'];

let browser;
let office;
opening(async (enter) => {
  ({ browser, screen: office } = await enter());
});

const step = steps();

/** Pastes a table into the field, whatever stood there before, and looks at it. */
async function put(id, text) {
  await office.until('the field', () => office.run((id) => Boolean(document.getElementById(id)), id));
  await office.run((id, text) => {
    const field = document.getElementById(id);
    field.closest('details').open = true;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, id, text);
  await office.click('button', '看要改什么');
}

/** Opens a file with these bytes. */
async function openFile(name, bytes) {
  const path = join(browser.downloads, name);
  await writeFile(path, bytes);
  await (await office.find('file', '打开 CSV 文件')).uploadFile(path);
}

const listed = async () => {
  await saved(office);
  const units = (await dump(office.page)).tables.directory.filter(([key]) => key.includes(' unit ')).map(([, text]) => JSON.parse(text));
  return Object.fromEntries(units.map(({ code, name }) => [code, name]));
};

const reviews = async () => {
  await saved(office);
  const all = (await dump(office.page)).tables.reviews.map(([, text]) => { const record = JSON.parse(text); return record.value ?? record; });
  return Object.fromEntries(all.map(({ unit, passed }) => [unit, passed]));
};

step('a list copied out of a spreadsheet is looked at, and taken in by one press', async () => {
  await setUp(office, { role: '乡镇级平安办', unit: '汪场镇' });
  await office.go('#/directory');
  await put('list-in', `序号\t代码\t名称\n1\t429006104290\t新一村\n2\t429006104291.0\t新二村\n3\t${FIRST}\t改了名的社区\n`);
  await office.see('要新增 2 个，改名 1 个；0 个不变。');
  await office.see('429006104290 新一村');
  assert.deepEqual(await listed(), {}, 'looking changes nothing');
  assert.deepEqual(await look(office, 'list-in'), []);
  await office.click('button', '列入名单');
  await office.see('已列入：新增 2 个，改名 1 个。');
  const now = await listed();
  assert.deepEqual([now['429006104290'], now['429006104291'], now[FIRST]], ['新一村', '新二村', '改了名的社区']);
  assert.equal(Object.keys(now).length, 17 + 2, 'the known ones stay');
});

step('its undo brings back what was there', async () => {
  await office.click('button', '撤销');
  await until(() => 'the list to be gone', async () => Object.keys(await listed()).length === 0);
  await office.see('现在用的是页面自带的名单');
});

step('a list that does not fit is refused whole, with the cell and what to do', async () => {
  for (const [row, words] of [
    ['4.29006E+11\t丙村', '第 2 行第 1 格：表格软件把代码改成了几点几E+11'],
    ['429006105201\t丙村', '第 2 行第 1 格：不是本级范围内的单位'],
    ['429006104292\t', '第 2 行：没有名称'],
    ['429006104292\t张三13812345678', '429006104292 '],
    ['429006104290\t丙村', '第 2 行：代码与第 1 行相同'],
  ]) {
    await put('list-in', `429006104290\t新一村\n${row}`);
    await office.see('表格没有采用，一处也没有改');
    await office.see(words);
    assert.equal(await office.count('button', '列入名单'), 0);
  }
  assert.deepEqual(await listed(), {});
});

step('a file in the code page of Windows is read, and a workbook is named', async () => {
  await openFile('名单.csv', Buffer.concat([Buffer.from('429006104290,', 'latin1'), Buffer.from([0xd0, 0xc2, 0xb4, 0xe5]), Buffer.from('\r\n')]));
  await office.see('429006104290 新村');
  await openFile('名单.xlsx', Buffer.from('PK\x03\x04', 'latin1'));
  await office.see('这是工作簿');
  await office.see('选中要用的几列，复制，粘贴');
});

step('results of reviews are read, recorded by one press, and undone', async () => {
  await openTable(office, PAST);
  const line = (unit, outcome) => `${unit},${PACK},village,${PAST},${outcome}\r\n`;
  await put('reviews-in', `单位,文件,级别,年,结果\r\n${line(FIRST, '合格')}${line(`${SECOND}.0`, '不合格')}`);
  await office.see('要记下：合格 1 个，不合格 1 个，其中 0 个与已记的不同。');
  assert.deepEqual(await reviews(), {});
  await office.click('button', '记下这些结果');
  await office.see('已记下 2 个复核结果。');
  assert.deepEqual(await reviews(), { [FIRST]: true, [SECOND]: false });
  await put('reviews-in', line(FIRST, 'passed'));
  await office.see('这些结果都记过了');
  await put('reviews-in', line(SECOND, 'passed'));
  await office.see('其中 1 个与已记的不同');
  await office.click('button', '记下这些结果');
  await office.see('已记下 1 个复核结果。');
  await office.click('button', '撤销');
  await until(() => 'the outcome before', async () => (await reviews())[SECOND] === false);
  assert.deepEqual(await look(office, 'reviews-in'), []);
});

step('reviews that do not fit are refused whole', async () => {
  const before = await reviews();
  for (const [text, words] of [
    [`4.29006E+11,${PACK},village,${PAST},合格`, '第 1 行第 1 格：'],
    [`429006104999,${PACK},village,${PAST},合格`, '不在应报单位之中'],
    [`${FIRST},sulide-bawu-2022,village,${PAST},合格`, '没有这份文件'],
    [`${FIRST},${PACK},village,${PAST},也许`, '第 1 行第 5 格：'],
  ]) {
    await put('reviews-in', text);
    await office.see('表格没有采用，一处也没有改');
    await office.see(words);
    assert.equal(await office.count('button', '记下这些结果'), 0);
  }
  assert.deepEqual(await reviews(), before);
});

step('nothing stood on the console', () => browser.quiet());
