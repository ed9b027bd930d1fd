// Nobody is asked twice: what a document asks whole in one place is asked whole wherever a part of it counts.
import assert from 'node:assert/strict';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { NONE, openQuestion, saved, VILLAGE, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

let browser;
let screen;
opening(async (enter) => {
  ({ browser, screen } = await enter());
});

const step = steps();
/** Every question on the screen: what it asks, what counts of it, whether it is answered. */
const asked = () =>
  screen.run(() =>
    [...document.querySelectorAll('.question-block')].map((block) => ({
      text: block.querySelector('h2').innerText,
      only: (block.querySelector('h2 + p.soft') || { innerText: '' }).innerText,
      open: block.dataset.open === 'true',
    })),
  );

step('no crime and no fraud that is one: of fraud all is asked, and what counts here is said', async () => {
  await setUp(screen);
  await openQuestion(screen, year(), 'village.2');
  const [crime, fraud, ...more] = await asked();
  assert.match(crime.text, /有没有刑事案件？$/);
  assert.match(fraud.text, /有没有电信网络诈骗案件？$/);
  assert.match(fraud.only, /^本项只算：.*按刑事案件办理/);
  assert.deepEqual(more, []);
});

step('a quiet year takes nine presses, one for each thing that can happen, and none for the fifth item', async () => {
  const presses = {};
  for (const rule of VILLAGE) {
    await openQuestion(screen, year(), rule);
    for (let open = (await asked()).findIndex((it) => it.open); open >= 0; open = (await asked()).findIndex((it) => it.open)) {
      await screen.run((at) => [...document.querySelectorAll('.question-block')][at].querySelector('[data-key="1"]').click(), open);
      await screen.until('the answer', async () => !(await asked())[open].open);
      presses[rule] = (presses[rule] || 0) + 1;
    }
    await saved(screen);
  }
  assert.deepEqual(presses, { 'village.1': 1, 'village.2': 2, 'village.3': 1, 'village.4': 1, 'village.6': 1, 'village.7': 1, 'village.8': 2 });
  await openQuestion(screen, year(), 'village.5');
  const [{ only, open }] = await asked();
  assert.deepEqual({ only, open }, { only: '', open: false });
  assert.ok((await screen.names('button')).some((name) => name.startsWith(NONE)));
});

step('what nobody has answered on one screen is answered with one press, and nothing else', async () => {
  // Nothing of the year before is stated yet.
  const before = String(Number(year()) - 1);
  const all = () => screen.names('button').then((names) => names.filter((name) => name.startsWith('本期都没有：')));
  await openQuestion(screen, before, 'village.2');
  assert.deepEqual(await all(), ['本期都没有：刑事案件、电信网络诈骗案件']);
  await screen.click('button', '本期都没有：刑事案件、电信网络诈骗案件');
  await screen.until('both answers', async () => (await asked()).every((it) => !it.open));
  assert.deepEqual(await all(), []);
  await openQuestion(screen, before, 'village.8');
  await screen.run(() => document.querySelector('[data-block="0"] [data-key="3"]').click());
  await screen.until('one answer', async () => (await all()).length === 0);
  const [first, second] = await asked();
  assert.deepEqual([first.open, second.open], [false, true], 'one alone is answered by itself');
});

step('none at all of a category answers each part of it that the document asks about, and is taken back at each', async () => {
  await setUp(screen, { unit: '龙溪社区' });
  await openQuestion(screen, year(), 'village.neg.2');
  const mass = async () => (await asked()).filter((it) => it.text.endsWith('有没有群体性事件？')).map((it) => it.open);
  assert.deepEqual(await mass(), [true, true]);
  await screen.click('button', '本期没有任何群体性事件（另有 1 题一起答）');
  await screen.until('both answers', async () => (await mass()).every((open) => !open));
  await saved(screen);
  await screen.click('button', '撤回这个回答');
  await screen.until('neither answer', async () => (await mass()).every((open) => open));
  await saved(screen);
  // Once one of them is answered otherwise, nothing is offered that would speak for it.
  const offered = async () => (await screen.names('button')).filter((name) => name.startsWith('本期没有任何')).length;
  assert.equal(await offered(), 2);
  await screen.run(() => document.querySelector('[data-block="0"] [data-key="3"]').click());
  await screen.until('no offer', async () => (await offered()) === 0);
  await saved(screen);
  browser.quiet();
});
