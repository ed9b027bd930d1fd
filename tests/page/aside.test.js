// An incident that does not count at its question stays there, to be changed or removed; at the check every one is listed.
import assert from 'node:assert/strict';
import { axe } from '../harness/axe.js';
import { dump } from '../harness/database.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { openQuestion, saved, today, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const FIRE = 'village.8';
/** The question about other fires is the second of its criterion. */
const OTHER = `[data-rule="${FIRE}"] .tasks-row + .tasks-row`;
const ASIDE = '已登记，不计入本项';
const COUNTED = '已登记的案事件';

let browser;
let screen;
opening(async (enter) => {
  ({ browser, screen } = await enter());
  await setUp(screen);
});

const step = steps();
const LOSS = `${OTHER} input[id$="loss-yuan"]`;
/** What can be read in the block. */
const block = () => screen.run((at) => document.querySelector(at)?.innerText ?? '', OTHER);
const sees = (text) => screen.until(`“${text}” in the block`, async () => (await block()).includes(text));
const incidents = async () => (await dump(screen.page)).tables.incidents.length;

/** Types into a field of the open form, in place of what is there. */
async function put(at, text) {
  await screen.until(at, () => screen.run((at) => Boolean(document.querySelector(at)), at));
  await screen.run((at) => document.querySelector(at).select(), at);
  await screen.page.focus(at);
  await screen.type(text);
}

const putDay = (day) =>
  screen.run(
    (at, day) => {
      const input = document.querySelector(at);
      input.value = day;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    `${OTHER} input[type="date"]`,
    day,
  );

step('a fire below the threshold is listed where it was registered, and said not to count', async () => {
  await openQuestion(screen, year(), FIRE);
  await screen.page.click(`${OTHER} [data-key="2"]`);
  await screen.find('textbox', '发生日期');
  await putDay(today());
  await put(LOSS, '9999');
  await put(`${OTHER} input[id$="deaths"]`, '0');
  await put(`${OTHER} input[id$="seriously-hurt"]`, '0');
  await screen.click('radio', '未达一般');
  await screen.click('button', /^登记$/);
  await sees(ASIDE);
  await saved(screen);
  assert.ok((await block()).includes('9,999') || (await block()).includes('9999'), await block());
  assert.ok(!(await block()).includes(COUNTED));
  assert.deepEqual(await axe(screen.page), []);
});

step('a mistyped loss can be mended: the fire counts, and stops to when it is mended back', async () => {
  await screen.click('button', '编辑');
  await screen.until('what was typed', () => screen.run((at) => document.querySelector(at)?.value === '9999', LOSS));
  // A number that is none says what to type; one in ten thousands is read, and said again.
  await put(LOSS, '1,5');
  await screen.click('button', '保存修改');
  await screen.see('看不懂这个数字');
  await put(LOSS, '９．９９９万元');
  await screen.see('读作 99,990 元，即 9.999 万元');
  await screen.click('button', '保存修改');
  await sees(COUNTED);
  assert.ok(!(await block()).includes(ASIDE));
  await saved(screen);
  assert.equal(await incidents(), 1);
  await screen.click('button', '编辑');
  await put(LOSS, '9999');
  await screen.click('button', '保存修改');
  await sees(ASIDE);
  await saved(screen);
});

step('it can be removed, and brought back', async () => {
  await screen.click('button', '删除');
  await screen.see('已删除');
  await screen.until('none', async () => (await incidents()) === 0);
  await screen.click('button', '撤销');
  await sees(ASIDE);
  await screen.until('one', async () => (await incidents()) === 1);
});

step('the check lists it, with where it does not count, to be changed or removed', async () => {
  await screen.go(`#/check/${year()}`);
  await screen.see('本期登记的案事件');
  await screen.see(/已登记，不计入：无一般（含）以上森林/);
  assert.deepEqual(await axe(screen.page), []);
  await screen.click('button', '编辑');
  await screen.find('textbox', '发生日期');
  await screen.click('button', '取消');
  await screen.click('button', '删除');
  await screen.until('none', async () => (await incidents()) === 0);
  await screen.gone('已登记，不计入：');
  browser.quiet();
});
