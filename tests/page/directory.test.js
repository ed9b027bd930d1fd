// The directory of an area: units and offices edited, refused where they do not fit, signed, taken over by the county, undone.
import assert from 'node:assert/strict';
import { dump } from '../harness/database.js';
import { flipped, payloadOf } from '../harness/forge.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { saved } from '../pages/clerk.js';
import { call, introduce, takeIn } from '../pages/keys.js';
import { UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { paste } from '../pages/township.js';

const [ONE, TWO] = UNITS;
const NEW = { code: '150626200299', name: '示例新村' };

const people = {};
opening(async (enter) => {
  for (const [name, role, unit] of [
    ['office', '乡镇级平安办', '苏力德苏木'],
    ['county', '县级平安办', '乌审旗'],
  ]) {
    people[name] = await enter();
    await setUp(people[name].screen, { role, unit });
  }
});

const step = steps();
const stored = async (screen, part) => (await dump(screen.page)).tables.directory.filter(([key]) => key.includes(` ${part} `)).map(([, text]) => JSON.parse(text));

async function open(screen) {
  await screen.go('#/directory');
  await screen.find('heading', '单位名录');
}

/** Enters a unit in the form for it. */
async function add(screen, { code, name }) {
  if (!(await screen.shows('unit-code'))) await screen.click('button', '添加或改名');
  const fields = { 'unit-code': code, 'unit-name': name };
  for (const [id, text] of Object.entries(fields)) {
    await screen.page.focus(`#${id}`);
    await screen.page.keyboard.down('Control');
    await screen.page.keyboard.press('KeyA');
    await screen.page.keyboard.up('Control');
    await screen.page.keyboard.press('Delete');
    await screen.type(text);
  }
  await screen.run(() => [...document.querySelectorAll('button')].find((it) => it.innerText === '添加或改名').click());
}

step('a unit that does not fit is refused, and what was typed stays', async () => {
  const { screen } = people.office;
  await open(screen);
  await screen.see(`应报单位 ${UNITS.length}`);
  for (const [code, name, said] of [
    ['1506262', '示例新村', '代码应为 12 位数字'],
    ['429006104201', '示例新村', '不是这一级单位的代码'],
    ['150626200000', '示例新村', '不是这一级单位的代码'],
    [NEW.code, '', '请填写单位名称'],
  ]) {
    await add(screen, { code, name });
    await screen.see(said);
    assert.equal(await screen.run(() => document.getElementById('unit-code').value), code);
  }
  assert.deepEqual(await look(screen, 'directory-refused'), []);
  await screen.see(`应报单位 ${UNITS.length}`);
});

step('a unit is added, renamed, removed; the own list takes the place of the known one', async () => {
  const { screen } = people.office;
  await add(screen, NEW);
  await screen.see(`应报单位 ${UNITS.length + 1}`);
  await screen.see('现在用的是自己的名单');
  await add(screen, { ...NEW, name: '示例改名村' });
  await screen.see('示例改名村');
  await screen.gone('示例新村');
  await screen.see(`应报单位 ${UNITS.length + 1}`);
  await screen.click('button', `移除 ${TWO.name}`);
  await screen.see(`应报单位 ${UNITS.length}`);
  await saved(screen);
  await screen.page.reload({ waitUntil: 'load' });
  await open(screen);
  await screen.see('示例改名村');
  assert.equal(await screen.count('button', `移除 ${TWO.name}`), 0);
});

step('an office without a part is refused; one is added for some villages, changed, and its like removed', async () => {
  const { screen } = people.office;
  await screen.click('button', '添加部门');
  await screen.click('button', '保存部门');
  await screen.see('请选担任的监控单位，并填部门名称');
  await screen.click('radio', /公安派出所/);
  await screen.fill('部门名称', '示例派出所');
  await screen.click('button', '服务哪些单位');
  await screen.click('checkbox', ONE.name);
  assert.deepEqual(await look(screen, 'directory-office'), []);
  await screen.click('button', '保存部门');
  await screen.see(`服务：${ONE.name}`);
  await screen.click('button', '修改 示例派出所');
  await screen.fill('部门名称', '示例第二派出所');
  await screen.click('button', '保存部门');
  await screen.see('示例第二派出所');
  await screen.click('button', '添加部门');
  await screen.click('radio', /司法所/);
  await screen.click('button', '保存部门');
  await screen.until('two offices', async () => (await stored(screen, 'office')).length === 2);
  await screen.click('button', /^移除 .*司法所/);
  await screen.until('one office', async () => (await stored(screen, 'office')).length === 1);
  const [office] = await stored(screen, 'office');
  assert.deepEqual([office.name, office.serves], ['示例第二派出所', [ONE.code]]);
});

let directory;
let enrolment;
step('it is signed and exported with everything in it', async () => {
  const { browser, screen } = people.office;
  await open(screen);
  await screen.click('button', '签名并导出名录');
  await screen.see('文件已核验，可以发送');
  directory = (await browser.download(() => screen.click('button', '下载文件'))).bytes.toString();
  const it = payloadOf(directory);
  assert.equal(it.kind, 'directory');
  assert.equal(it.units.length, UNITS.length);
  assert.ok(it.units.some(({ name }) => name === '示例改名村') && !it.units.some(({ code }) => code === TWO.code));
  assert.deepEqual(it.offices.map(({ name }) => name), ['示例第二派出所']);
  enrolment = await introduce(screen);
});

step('the county refuses a damaged one, and takes none over before it has enrolled the key', async () => {
  const { screen } = people.county;
  await open(screen);
  await paste(screen, flipped(directory));
  await screen.see('未导入 1 份');
  await paste(screen, directory);
  await screen.see('先登记发送部门的密钥，才能采用');
  assert.equal(await screen.count('button', '采用这份名录'), 0);
  await screen.click('button', '撤销这次导入');
  await screen.see('还没有收到下级的名录');
});

step('with the key enrolled it is taken over: units, offices, and once only', async () => {
  const { screen } = people.county;
  await takeIn(screen, enrolment);
  await call(screen, people.office.screen);
  await screen.until('the key to be enrolled', async () => (await stored(screen, 'key')).length > 0);
  await open(screen);
  await paste(screen, directory);
  await screen.see('示例第二派出所');
  await screen.see('等 13 个');
  assert.deepEqual(await look(screen, 'directory-received'), []);
  await screen.click('button', '采用这份名录');
  await screen.see('与这里的相同，没有要采用的');
  const units = await stored(screen, 'unit');
  assert.ok(units.some(({ name }) => name === '示例改名村'));
  assert.deepEqual((await stored(screen, 'office')).map(({ name }) => name), ['示例第二派出所']);
  await paste(screen, directory);
  await screen.see('重复 1 份');
});

step('nothing stood on the console', () => Object.values(people).forEach(({ browser }) => browser.quiet()));
