// Nobody is asked twice: what a document asks whole in one place is asked whole wherever a part of it counts.
import assert from 'node:assert/strict';
import { click } from '../harness/mouse.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { answer, NONE, openQuestion, questions, saved, UNKNOWN, VILLAGE, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

let browser;
let screen;
opening(async (enter) => {
  ({ browser, screen } = await enter());
});

const step = steps();
/** The button that offers to answer the rest of the section of a criterion: its words, or none. */
const offered = (rule) =>
  screen.run((rule) => [...document.querySelector(`[data-rule="${rule}"]`).closest('.tasks-section').querySelectorAll('.tasks-rest-button')].map((it) => it.innerText), rule);
/** Presses it; what it would state, line by line. */
async function list(rule) {
  await screen.until(`the offer beside ${rule}`, async () => (await offered(rule)).length === 1);
  const button = (rule) => document.querySelector(`[data-rule="${rule}"]`).closest('.tasks-section').querySelector('.tasks-rest-button');
  await click((await screen.page.evaluateHandle(button, rule)).asElement());
  const lines = () => screen.run(() => [...document.querySelectorAll('[data-form="rest"] li')].map((it) => it.innerText));
  await screen.until('the list', async () => (await lines()).length > 0);
  return lines();
}

step('no crime and no fraud that is one: of fraud all is asked, and what counts here is said', async () => {
  await setUp(screen);
  await openQuestion(screen, year(), 'village.2');
  const [crime, fraud, ...more] = await questions(screen, 'village.2');
  assert.match(crime.text, /有没有刑事案件？$/);
  assert.match(fraud.text, /有没有电信网络诈骗案件？$/);
  assert.match(fraud.only, /^本项只算：.*按刑事案件办理/);
  assert.deepEqual(more, []);
});

step('a quiet year takes nine presses, one for each thing that can happen, and none for the fifth item', async () => {
  const presses = {};
  for (const rule of VILLAGE) {
    await openQuestion(screen, year(), rule);
    const open = async () => (await questions(screen, rule)).findIndex((it) => it.open);
    for (let at = await open(); at >= 0; at = await open()) {
      await answer(screen, rule, NONE, at);
      await screen.until('the answer', async () => !(await questions(screen, rule))[at].open);
      presses[rule] = (presses[rule] || 0) + 1;
    }
    await saved(screen);
  }
  assert.deepEqual(presses, { 'village.1': 1, 'village.2': 2, 'village.3': 1, 'village.4': 1, 'village.6': 1, 'village.7': 1, 'village.8': 2 });
  await openQuestion(screen, year(), 'village.5');
  const [{ only, open, pressed }] = await questions(screen, 'village.5');
  assert.deepEqual({ only, open, pressed }, { only: '', open: false, pressed: NONE });
  assert.deepEqual(await offered('village.5'), [], 'nothing is left to answer at once');
});

step('what nobody has answered in a section is answered at once, after it was listed, and nothing else', async () => {
  // Nothing of the year before is stated yet.
  const before = String(Number(year()) - 1);
  await openQuestion(screen, before, 'village.8');
  assert.deepEqual(await offered('village.8'), ['本节其余都没有发生……']);
  await answer(screen, 'village.8', UNKNOWN);
  await screen.until('one answer', async () => (await questions(screen, 'village.8'))[0].pressed === UNKNOWN);
  const told = await list('village.8');
  assert.equal(told.length, 8, told.join('\n'));
  for (const wanted of ['刑事案件：没有', '电信网络诈骗案件：没有']) assert.equal(told.filter((line) => line === wanted).length, 1, told.join('\n'));
  const all = async () => Object.fromEntries(await Promise.all(VILLAGE.map(async (rule) => [rule, (await questions(screen, rule)).map((it) => it.pressed)])));
  const silent = { 'village.1': [''], 'village.2': ['', ''], 'village.3': [''], 'village.4': [''], 'village.5': [''], 'village.6': [''], 'village.7': [''], 'village.8': [UNKNOWN, ''] };
  assert.deepEqual(await all(), silent, 'listing states nothing');
  await screen.click('button', '确认这 8 题');
  await screen.see(/\d\d:\d\d 一次答了 8 题。/);
  await saved(screen);
  // The section is one line now; begun at a criterion, it is open.
  await openQuestion(screen, before, 'village.1');
  const full = Object.fromEntries(Object.entries(silent).map(([rule, answers]) => [rule, answers.map((it) => it || NONE)]));
  assert.deepEqual(await all(), full);
  assert.deepEqual(await offered('village.1'), []);
});

step('none of the rest of a section answers each part of a category that the document asks about, and is undone at each', async () => {
  await setUp(screen, { unit: '龙溪社区' });
  const rule = 'village.neg.2';
  await openQuestion(screen, year(), rule);
  const mass = async () => (await questions(screen, rule)).filter((it) => it.text.endsWith('有没有群体性事件？')).map((it) => it.open);
  const parts = (lines) => lines.filter((line) => /^群体性事件（.+）：没有$/.test(line)).length;
  assert.deepEqual(await mass(), [true, true]);
  assert.equal(parts(await list(rule)), 2);
  await screen.click('button', /^确认这 \d+ 题$/);
  await screen.click('button', /^另有 \d+ 项已答，展开$/);
  await screen.until('both answers', async () => String(await mass()) === 'false,false');
  await saved(screen);
  await screen.click('button', '撤销');
  await screen.until('neither answer', async () => String(await mass()) === 'true,true');
  await saved(screen);
  // Once one of them is answered otherwise, nothing is offered that would speak for it.
  await answer(screen, rule, UNKNOWN);
  await screen.until('one answer', async () => (await questions(screen, rule))[0].pressed === UNKNOWN);
  assert.deepEqual(await mass(), [false, true]);
  assert.equal(parts(await list(rule)), 1);
  await screen.click('button', /^确认这 \d+ 题$/);
  await screen.click('button', /^另有 \d+ 项已答，展开$/);
  await screen.until('both answers', async () => String(await mass()) === 'false,false');
  assert.equal((await questions(screen, rule))[0].pressed, UNKNOWN);
  await saved(screen);
  browser.quiet();
});
