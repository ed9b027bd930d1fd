// Two tabs on one assessment: the edits of both are kept, each sees the other's, no sequence number is given twice.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { Browser } from '../harness/browser.js';
import { dump } from '../harness/database.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { steps } from '../harness/steps.js';
import { answer, answerNone, NONE, openQuestion, questions, saved, sign, UNKNOWN, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

const step = steps();
let server;
let browser;
let one;
let two;
before(async () => {
  server = await serve();
  browser = await Browser.open();
  one = new Screen(await browser.page(server.url));
  await setUp(one);
  two = new Screen(await browser.page(server.url));
  await two.see('通史嘎查村委员会');
});
after(async () => {
  await Browser.closeAll();
  await server.stop();
});

const pressed = async (screen, rule) => (await questions(screen, rule)).map((it) => it.pressed);
const front = (screen) => screen.page.bringToFront();

step('an answer given in one is seen in the other without a reload', async () => {
  await openQuestion(two, year(), 'village.1');
  await front(one);
  await answerNone(one, year(), 'village.1');
  await two.until('the other tab’s answer', async () => (await pressed(two, 'village.1')).includes(NONE));
  await front(two);
  await answer(two, 'village.1', UNKNOWN);
  await saved(two);
  await front(one);
  await openQuestion(one, year(), 'village.1');
  await one.until('the answer of the other', async () => (await pressed(one, 'village.1')).includes(UNKNOWN));
});

step('edits made in both at once are all kept', async () => {
  const rules = [['village.2', 'village.3', 'village.4'], ['village.6', 'village.7', 'village.8']];
  const remark = async (screen, rule) => {
    await openQuestion(screen, year(), rule);
    await (await screen.find('textbox', '备注')).focus();
    await screen.page.keyboard.sendCharacter(`备注 ${rule}`);
    await screen.run(() => document.activeElement.blur());
    await saved(screen);
  };
  for (let at = 0; at < 3; at += 1) await Promise.all([remark(one, rules[0][at]), remark(two, rules[1][at])]);
  for (const screen of [one, two]) {
    await front(screen);
    for (const rule of rules.flat()) {
      await openQuestion(screen, year(), rule);
      await screen.until(`the remark to ${rule}`, async () => (await screen.value('备注')) === `备注 ${rule}`);
    }
  }
});

step('what the other tab said is shown, though this one was told in the middle of an edit', async () => {
  await front(one);
  await openQuestion(two, year(), 'village.6');
  const press = (say) => [...document.querySelectorAll('[data-rule="village.6"] [data-key]')].find((it) => it.innerText === say).click();
  // Answers as soon as the other tab has told of a change: while that is being read.
  const answerWhenTold = (say, late) => {
    window.__answered = new Promise((done) => {
      new BroadcastChannel('cunping').addEventListener('message', () =>
        setTimeout(() => done([...document.querySelectorAll('[data-rule="village.5"] [data-key]')].find((it) => it.innerText === say).click()), late), { once: true });
    });
  };
  for (let late = 0; late < 12; late += 1) {
    const say = late % 2 ? NONE : UNKNOWN;
    await openQuestion(one, year(), 'village.5');
    await one.run(answerWhenTold, say, late);
    await two.run(press, say);
    await one.run(() => window.__answered);
    for (const screen of [one, two]) await saved(screen);
    assert.deepEqual(await pressed(one, 'village.5'), [say]);
    await openQuestion(one, year(), 'village.6');
    await one.until(`the other tab’s answer, with one of its own ${late} ms later`, async () => (await pressed(one, 'village.6')).includes(say));
  }
});

step('a remark that is being typed is not overwritten by the other tab’s edits', async () => {
  await front(one);
  await openQuestion(one, year(), 'village.2');
  await one.fill('备注', '正在写的');
  await front(two);
  await answerNone(two, year(), 'village.4');
  await front(one);
  await one.page.keyboard.type('备注没有丢');
  await one.run(() => document.activeElement.blur());
  await saved(one);
  assert.equal(await one.value('备注'), '正在写的备注没有丢');
  await front(two);
  await openQuestion(two, year(), 'village.2');
  await two.until('the whole remark', async () => (await two.value('备注')) === '正在写的备注没有丢');
});

step('both sign at once: two numbers, or one is told to look', async () => {
  for (const screen of [one, two]) await screen.go(`#/check/${year()}`);
  for (const screen of [one, two]) await screen.find('button', '签名并导出');
  const press = (screen) => screen.run(() => window.__find.all('button', { text: '签名并导出' })[0].click());
  await Promise.all([press(one), press(two)]);
  for (const screen of [one, two]) await screen.see(/文件已核验|另一个窗口刚保存过同一次报送/);
  const { bundles, sent } = (await dump(one.page)).tables;
  const numbers = bundles.map(([, value]) => JSON.parse(value).sequence);
  assert.equal(new Set(numbers).size, numbers.length, `numbers ${numbers}`);
  assert.equal(sent.length, bundles.length);
  await front(two);
  await openQuestion(two, year(), 'village.6');
  await answer(two, 'village.6', UNKNOWN);
  await saved(two);
  await sign(two, year());
  const after = (await dump(two.page)).tables.bundles.map(([, value]) => JSON.parse(value).sequence);
  assert.deepEqual([...after].sort(), after.map((_, at) => at + 1));
});

step('nothing stood on any console', () => browser.quiet());
