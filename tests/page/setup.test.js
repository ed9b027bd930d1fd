// The setup with the hands: units are found however they are written, Enter takes the only one, and each field says what it lacks.
import assert from 'node:assert/strict';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { FIND, START } from '../pages/setup.js';

const UNIT = '通史嘎查村委员会';
/** In no list. */
const [VILLAGE, CODE] = ['示例新村村民委员会', '150626200299'];

let browser;
let screen;
opening(async (enter) => ({ browser, screen } = await enter()));

const step = steps();
const press = (key) => screen.page.keyboard.press(key);
const focused = () => screen.run(() => document.activeElement.id);
const hits = () => screen.run(() => [...document.querySelectorAll('.unit-picker-unit strong')].map((it) => it.innerText));
const valueOf = (id) => screen.run((id) => document.getElementById(id).value, id);
const said = (id) => screen.run((id) => document.getElementById(id)?.innerText ?? '', id);
const invalid = (id) => screen.run((id) => document.getElementById(id).getAttribute('aria-invalid'), id);

/** Types into the field of an id in place of what is there. */
async function put(id, text) {
  await screen.until(`the field ${id}`, () => screen.run((id) => document.getElementById(id) !== null, id));
  await screen.run((id) => {
    document.getElementById(id).focus();
    document.getElementById(id).select();
  }, id);
  await screen.page.keyboard.sendCharacter(text);
}

step('without a word the page says how many units there are and lists none', async () => {
  await screen.go('#/setup');
  await screen.see(/这里有 1,\d{3} 个单位/);
  assert.deepEqual(await hits(), []);
  assert.ok(!(await screen.shown()).includes('密钥'));
});

step('villages are found by township, county and province, with their true number', async () => {
  await screen.fill(FIND, '苏力德苏木');
  await screen.see('找到 13 个单位');
  assert.equal((await hits()).length, 13);
  await screen.fill(FIND, '云南省');
  await screen.see(/有 1,\d{3} 个，显示前 20 个/);
  assert.equal((await hits()).length, 20);
  await screen.fill(FIND, '桑村镇　户口');
  await screen.see('找到 1 个单位');
  assert.deepEqual(await hits(), ['户口村委会']);
});

step('another character, a gap, another ending and a full-width code find the same village', async () => {
  for (const text of ['蘑菇滩', '磨 菇 滩', '磨菇滩村', '１５０６２６２００２０４']) {
    await screen.fill(FIND, text);
    await screen.until(`${text} to be found`, async () => (await hits()).join() === '磨菇滩村民委员会');
  }
});

step('while an input method composes nothing is looked for, and nothing jumps', async () => {
  await put('unit-query', '通史');
  await screen.until('the village', async () => (await hits()).join() === UNIT);
  await screen.run(() => document.getElementById('unit-query').select());
  const { cdp } = screen.page;
  for (const text of ["m", "mo'gu", "mo'gu'tan"]) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await screen.until('the letters', async () => (await valueOf('unit-query')).includes(text));
    await screen.settled();
    assert.deepEqual(await hits(), [UNIT]);
    assert.ok(!(await screen.text()).includes('没有找到'));
  }
  await cdp.send('Input.insertText', { text: '磨菇滩' });
  await screen.until('the village that was composed', async () => (await hits()).join() === '磨菇滩村民委员会');
  assert.equal(await valueOf('unit-query'), '磨菇滩');
});

step('Enter chooses nothing among several, and takes the only one', async () => {
  await put('unit-query', '苏力德苏木');
  await screen.see('找到 13 个单位');
  await press('Enter');
  await screen.settled();
  assert.equal((await hits()).length, 13);
  await put('unit-query', '通史');
  await screen.see('找到 1 个单位');
  await press('Enter');
  await screen.see(`已选：${UNIT}（150626200205）`);
  await screen.until('the button to have the focus', async () => (await focused()) === 'setup-start');
  assert.ok(screen.page.url().endsWith('#/setup'), 'the press goes no further');
  assert.deepEqual(await hits(), []);
});

step('with the unit chosen its document is, too, and the button can be seen on a small screen', async () => {
  assert.equal(await screen.run(() => [...document.querySelectorAll('input[name="near"]')].map((it) => it.checked).join()), 'true');
  assert.deepEqual(await look(screen, 'setup-chosen'), []);
  await screen.page.setViewport({ width: 1366, height: 625 });
  await screen.click('button', '换一个');
  await screen.until('the field to have the focus', async () => (await focused()) === 'unit-query');
  assert.equal(await valueOf('unit-query'), '通史');
  await screen.click('button', UNIT);
  await screen.until('the button to be in sight', () =>
    screen.run(() => {
      const box = document.getElementById('setup-start').getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    }),
  );
  await screen.page.setViewport({ width: 1280, height: 800 });
});

step('without a unit the field that it is looked for with says so, and has the focus', async () => {
  await screen.click('button', '换一个');
  await screen.fill(FIND, '');
  await screen.click('button', START);
  await screen.until('the field to have the focus', async () => (await focused()) === 'unit-query');
  assert.match(await said('unit-query-problem'), /还没有选单位/);
  assert.equal(await invalid('unit-query'), 'true');
});

step('of a village in no list the code is asked for at its field, until it is right', async () => {
  await screen.fill(FIND, VILLAGE);
  await screen.see('国家统计局公布的“统计用区划代码”');
  assert.equal(await valueOf('unit-name'), VILLAGE);
  assert.ok(!(await screen.text()).includes('已选：'));
  await screen.click('button', START);
  await screen.until('the code to have the focus', async () => (await focused()) === 'unit-code');
  assert.match(await said('unit-code-problem'), /请填 12 位代码/);
  assert.equal(await invalid('unit-code'), 'true');
  assert.deepEqual(await look(screen, 'setup-unlisted'), []);
  for (const [text, words] of [
    ['150626200', '还差 3 位'],
    ['１５０６２６ ２００２９', '还差 1 位'],
    ['1506262002991', '多了 1 位'],
    ['15062620029a', '代码里只有数字'],
    ['150626200000', '不是这一级单位的代码'],
  ]) {
    await put('unit-code', text);
    await screen.until(`${text}: ${words}`, async () => (await said('unit-code-problem')).includes(words));
    assert.equal(await invalid('unit-code'), 'true');
  }
  await put('unit-code', '１５０６２６ ２００２９９');
  await screen.until('the error to be gone', async () => (await said('unit-code-problem')) === '');
  assert.equal(await invalid('unit-code'), null);
});

step('a name and a document that are missing are asked for where they stand', async () => {
  await put('unit-name', ' ');
  await screen.click('button', START);
  await screen.until('the name to have the focus', async () => (await focused()) === 'unit-name');
  await screen.see('请填写单位名称');
  await put('unit-name', VILLAGE);
  await screen.gone('请填写单位名称');
  await screen.click('checkbox', /^八无/);
  await screen.click('button', START);
  await screen.see('还没有选文件');
  await screen.until('the document to have the focus', () => screen.run(() => document.activeElement.name === 'near'));
  await screen.click('checkbox', /^八无/);
  await screen.gone('还没有选文件');
});

step('the unit is set up with the code as it is written everywhere', async () => {
  await screen.click('button', START);
  await screen.until('the new workplace', () => screen.page.url().endsWith('#/'));
  await screen.go('#/workplaces');
  await screen.see(VILLAGE);
  await screen.see(CODE);
  browser.quiet();
});
