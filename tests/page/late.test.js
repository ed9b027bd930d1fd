// Time: a late entry unmakes a quarter that was reported, is said everywhere, and the quarter is reported again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from '../harness/axe.js';
import { opening } from '../harness/people.js';
import { REST, answerAll, openQuestion, registerIncident, sign, today } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

let browser;
let screen;
opening(async (enter) => {
  ({ browser, screen } = await enter());
  await setUp(screen);
});

/** The last quarter of this year that is over; in the first quarter, the first of it. */
function quarter() {
  const over = Math.max(1, Math.ceil(Number(today().slice(5, 7)) / 3) - 1);
  return { period: `${today().slice(0, 4)}-Q${over}`, day: `${today().slice(0, 4)}-${String(over * 3 - 2).padStart(2, '0')}-02`, over };
}

const text = () => screen.run(() => document.querySelector('main').textContent);
const accessible = async () => assert.deepEqual(await axe(screen.page), []);

test('a late entry counts in its quarter, is marked, and asks for a new report', async () => {
  const { period, day, over } = quarter();
  if (day > today() || Number(today().slice(5, 7)) <= 3) return;
  if (over > 1) await answerAll(screen, `${today().slice(0, 4)}-Q${over - 1}`);
  await answerAll(screen, period);
  await sign(screen, period);
  await screen.go(`#/result/${period}`);
  await screen.see(/8\/8 已答/);
  await screen.see('✓');
  assert.ok(!(await text()).includes('现在：'));

  await registerIncident(screen, period, 'village.2', day);
  await screen.see(/补登/);
  await screen.click('button', REST);
  await screen.go(`#/result/${period}`);
  await screen.see('第 1 次报送');
  await screen.see(/现在：✕ 有未实现项/);
  await screen.see(/补登：.*刑事案件/);
  await accessible();
  await screen.go('#/history');
  await screen.see('现在：✕ 有未实现项');
  await screen.see('其中补登 1 起');
  await accessible();

  await screen.go(`#/check/${period}`);
  await screen.see('补登');
  await sign(screen, period);
  await screen.go('#/history');
  await screen.see('第 2 次');
  assert.ok(!(await text()).includes('现在：✕'));
});

test('the history sets the periods side by side, with heads for rows and columns', async () => {
  const { over } = quarter();
  await screen.go('#/history');
  await screen.see('与上期比');
  const heads = await screen.run(() => [...document.querySelectorAll('.history th')].map((it) => it.scope));
  assert.ok(heads.includes('row') && heads.includes('col'));
  if (over > 1) await screen.see('变差');
  for (const width of [360, 1280]) {
    await screen.page.setViewport({ width, height: 800 });
    const wide = await screen.run(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${width} px: ${wide} px too wide`);
  }
});

test('home and result say what is open and whether the year can still be reached', async () => {
  await screen.go('#/');
  await screen.see(/已经不能达标|仍有可能达标/);
  const { period } = quarter();
  await openQuestion(screen, period, 'village.3');
  await screen.click('button', '不清楚');
  await screen.go(`#/result/${period}`);
  await screen.see(/还有 \d 项没有答完/);
});
