// The screen of all incidents of a period: what counts where, the form with what is wrong at its place, and what is kept of one
// that was left half filled in.
import assert from 'node:assert/strict';
import { axe } from '../harness/axe.js';
import { dump } from '../harness/database.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { saved, today, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const PAGE = `#/incidents/${year()}`;
const FORM = '.incident-form';
const [DAY, LOSS, NOTE] = ['day', 'loss-yuan', 'note'].map((of) => `${FORM} input[id$="-${of}"]`);
const MOBILE = '13800138000';
const UNFINISHED = '有一起没填完的案事件';

let browser;
let screen;
opening(async (enter) => {
  ({ browser, screen } = await enter());
  await setUp(screen);
});

const step = steps();
const value = (at) => screen.run((at) => document.querySelector(at)?.value, at);
const press = (key) => screen.page.keyboard.press(key);
const there = (at) => screen.until(at, () => screen.run((at) => Boolean(document.querySelector(at)), at));
const focused = (at) => screen.until(`the focus on ${at}`, () => screen.run((at) => document.activeElement.matches(at), at));
const table = async (name) => (await dump(screen.page)).tables[name];
const holds = (name, count) => screen.until(`${count} ${name}`, async () => (await table(name)).length === count);
const closed = () => screen.until('no form', () => screen.run((at) => document.querySelector(at) === null, FORM));

/** Types into a field, in place of what is there. */
async function put(at, text) {
  await there(at);
  await screen.run((at) => document.querySelector(at).select(), at);
  await screen.page.focus(at);
  if (text) await screen.type(text);
  else await press('Delete');
}

async function putDay(day) {
  await there(DAY);
  await screen.run(
    (at, day) => {
      const input = document.querySelector(at);
      input.value = day;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    DAY,
    day,
  );
}

step('a period without incidents says what to do', async () => {
  await screen.go(PAGE);
  await screen.see('本期还没有登记案事件');
  assert.deepEqual(await axe(screen.page), []);
});

step('what is wrong stands at its field, which has the focus', async () => {
  await screen.click('button', '登记一起案事件');
  await screen.click('button', '其他火灾');
  await focused(DAY);
  await screen.click('button', /^登记$/);
  await screen.see('请填写发生日期。');
  await focused(DAY);
  const described = await screen.run((at) => {
    const input = document.querySelector(at);
    const texts = input.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent);
    return [input.getAttribute('aria-invalid'), texts.join(' ')];
  }, DAY);
  assert.equal(described[0], 'true');
  assert.match(described[1], /请填写发生日期/);
  assert.deepEqual(await axe(screen.page), []);
  await putDay(`${Number(year()) - 1}-12-31`);
  await screen.see(`这一天不在本期内，本期是${year()}年1月1日至12月31日。`);
  await putDay(today());
  await screen.gone('这一天不在本期内');
});

step('the loss is asked first, and nobody hurt is one click', async () => {
  const fields = await screen.run((at) => [...document.querySelectorAll(`${at} input[inputmode]`)].map((it) => it.id), FORM);
  assert.ok(fields[0].endsWith('-loss-yuan'), fields.join());
  await screen.click('button', '没有伤亡');
  for (const id of ['deaths', 'seriously-hurt']) assert.equal(await value(`${FORM} input[id$="-${id}"]`), '0');
  await put(LOSS, '1,5');
  await screen.click('button', /^登记$/);
  await screen.see('看不懂这个数字');
  await focused(LOSS);
  await put(LOSS, '9999');
  await screen.gone('看不懂这个数字');
});

step('a number of a person is neither registered nor kept', async () => {
  await put(NOTE, `问 ${MOBILE}`);
  await screen.see('手机号');
  await press('Enter');
  await focused(NOTE);
  await holds('drafts', 1);
  await saved(screen);
  assert.ok(!JSON.stringify(await table('drafts')).includes(MOBILE));
  assert.equal((await table('incidents')).length, 0);
  await put(NOTE, '草垛着火');
  await saved(screen);
});

step('left for another screen and read anew, it is offered and goes on where it was', async () => {
  await screen.go(`#/tasks/${year()}`);
  await closed();
  await screen.go(PAGE);
  await screen.see(UNFINISHED);
  await screen.page.reload({ waitUntil: 'load' });
  await screen.see(UNFINISHED);
  assert.deepEqual(await axe(screen.page), []);
  await screen.click('button', '接着填');
  await there(FORM);
  await screen.see('上次没填完');
  assert.equal(await value(DAY), today());
  assert.equal(await value(LOSS), '9999');
  assert.equal(await value(NOTE), '草垛着火');
  await screen.gone(UNFINISHED);
});

step('Enter registers it; it stays listed with why it does not count', async () => {
  await screen.click('radio', '未达一般');
  await put(NOTE, '草垛着火');
  await press('Enter');
  await closed();
  await screen.see('已登记。不计入第 8 项');
  await screen.see('直接财产损失 9,999 元，文件从 1 万元起');
  await screen.see('草垛着火');
  await saved(screen);
  await holds('incidents', 1);
  await holds('drafts', 0);
  const to = await (await screen.find('link', /^第 8 项/)).evaluate((link) => link.getAttribute('href'));
  assert.equal(to, `#/tasks/${year()}/village.8`);
  assert.deepEqual(await axe(screen.page), []);
});

step('Escape leaves a change and keeps it until it is discarded', async () => {
  await screen.click('button', '编辑');
  await put(LOSS, '10000');
  await press('Escape');
  await closed();
  await screen.see(UNFINISHED);
  await saved(screen);
  await holds('drafts', 1);
  await screen.click('button', '不要了');
  await screen.gone(UNFINISHED);
  await holds('drafts', 0);
  await screen.click('button', '编辑');
  await screen.until('what is registered', async () => (await value(LOSS)) === '9999');
  await screen.click('button', '取消');
  await closed();
  await holds('drafts', 0);
});

step('what it is besides is asked in plain words, and where else it counts is said at once', async () => {
  await screen.click('button', '再登记一起');
  await screen.click('button', '侵害妇女儿童老人的违法行为');
  await screen.find('checkbox', '是不是刑事案件？');
  await screen.click('checkbox', '是不是电信网络诈骗案件？');
  await putDay(today());
  await screen.page.focus(NOTE);
  await press('Enter');
  await screen.see(/已登记。也计入第 2 项 .*第 5 项 /);
  await holds('incidents', 2);
});

step('one can be removed, and brought back', async () => {
  await screen.click('button', '删除');
  await screen.see('已删除');
  await holds('incidents', 1);
  await screen.click('button', '撤销');
  await holds('incidents', 2);
  browser.quiet();
});
