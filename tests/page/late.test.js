// Time: a late entry unmakes a quarter that was reported, is said everywhere, and the quarter is reported again.
import assert from 'node:assert/strict';
import { axe } from '../harness/axe.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { answer, answerAll, openQuestion, registerIncident, REST, sign, UNKNOWN } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

/**
 * Two days on which this is done. `offered` are the periods on the first screen, `way` the links from there to the last
 * quarter that is over, `next` the quarter after it, and `home` and `year` what is said on the first screen and of the
 * quarter's year. The quarter has an incident of `day`, `before` it was a quiet one.
 */
const DAYS = [
  {
    clock: '2026-11-15T10:00:00+08:00',
    offered: ['2025年', '2026年第1季度', '2026年第2季度', '2026年第3季度', '2026年第4季度', '2026年（全年）'],
    way: ['2026年第3季度'],
    before: '2026-Q2',
    period: '2026-Q3',
    next: ['2026年', '第4季度'],
    day: '2026-07-02',
    late: '补登：2026年7月2日的刑事案件，2026年11月15日登记',
    home: '2026年已经不能达标',
    year: '2026年已经不能达标',
  },
  // The quarter lies in the year before; it is offered because it is still due.
  {
    clock: '2027-02-10T10:00:00+08:00',
    offered: ['2026年第4季度', '2026年（全年）', '2027年第1季度', '2027年（全年）'],
    way: ['2026年第4季度'],
    before: '2026-Q3',
    period: '2026-Q4',
    next: ['2027年', '第1季度'],
    day: '2026-10-02',
    late: '补登：2026年10月2日的刑事案件，2027年2月10日登记',
    home: '2027年仍有可能达标',
    year: '2026年已经不能达标',
  },
];

const at = {};
opening(async (enter) => {
  for (const { clock } of DAYS) {
    at[clock] = (await enter({ clock })).screen;
    await setUp(at[clock]);
  }
});

for (const { clock, offered, way, before, period, next, day, late, home, year } of DAYS) {
  const on = clock.slice(0, 10);
  const step = steps();
  const text = () => at[clock].run(() => document.querySelector('main').textContent);
  const accessible = async () => assert.deepEqual(await axe(at[clock].page), []);

  step(`${on}: the periods that have begun are offered, and the last quarter that is over is reached`, async () => {
    const screen = at[clock];
    await screen.go('#/');
    const choices = () => screen.run(() => [...document.querySelectorAll('.period-picker-name')].map((it) => it.textContent));
    await screen.until(`the periods ${offered}`, async () => String(await choices()) === String(offered));
    for (const name of way) {
      await screen.click('link', new RegExp(`^${name}`));
      await screen.until(`the criteria of ${name}`, () => screen.run((name) => document.querySelector('h1').textContent.endsWith(` ${name}`), name));
    }
    assert.ok(screen.page.url().endsWith(`#/tasks/${period}`), screen.page.url());
  });

  step(`${on}: a late entry counts in its quarter, is marked, and asks for a new report`, async () => {
    const screen = at[clock];
    await answerAll(screen, before);
    await answerAll(screen, period);
    await sign(screen, period);
    await screen.go(`#/result/${period}`);
    await screen.see(/8\/8 已答/);
    await screen.see('✓');
    assert.ok(!(await text()).includes('现在：'));

    await registerIncident(screen, period, 'village.2', day);
    const crime = () => screen.run(() => document.querySelector('[data-rule="village.2"]').innerText);
    await screen.until('the entry to be marked as late', async () => (await crime()).includes('补登'));
    await answer(screen, 'village.2', REST);
    await screen.go(`#/result/${period}`);
    await screen.see('第 1 次报送');
    await screen.see(/现在：✕ 有未实现项/);
    await screen.see(late);
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

  step(`${on}: the history sets the periods side by side, with heads for rows and columns`, async () => {
    const screen = at[clock];
    await screen.go('#/history');
    await screen.see('与上期比');
    const heads = await screen.run(() => [...document.querySelectorAll('.history th')].map((it) => it.scope));
    assert.ok(heads.includes('row') && heads.includes('col'));
    await screen.see('变差');
    // The quarter after it is compared with it, in another year too, but nothing of it is answered yet.
    const row = await screen.run((year, part) => {
      const table = [...document.querySelectorAll('table.history')].find((it) => it.caption.textContent.startsWith('与上期比') && it.caption.textContent.endsWith(` ${year}`));
      return [...table.tBodies[0].rows].find((it) => it.cells[0].textContent === part)?.textContent;
    }, ...next);
    assert.match(row ?? 'no row', /填完再比/, `the row of ${next}`);
    for (const width of [360, 1280]) {
      await screen.page.setViewport({ width, height: 800 });
      const wide = await screen.run(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${width} px: ${wide} px too wide`);
    }
  });

  step(`${on}: home and result say what is open and whether the year can still be reached`, async () => {
    const screen = at[clock];
    await screen.go('#/');
    await screen.see(home);
    await openQuestion(screen, period, 'village.3');
    await answer(screen, 'village.3', UNKNOWN);
    await screen.go(`#/result/${period}`);
    await screen.see(/还有 \d 项没有答完/);
    await screen.see(year);
  });
}
