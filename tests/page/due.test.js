// On 6 January everybody's page opens what everybody waits for, says how long there is, and goes on once it is signed.
// A page that stays open over midnight knows the new day, and a clock that was put back is told of.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from '../harness/browser.js';
import { pass } from '../harness/clock.js';
import { dump } from '../harness/database.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { answer, NONE, openQuestion, saved, sign } from '../pages/clerk.js';
import { monitor } from '../pages/offices.js';
import { setUp } from '../pages/setup.js';

const JANUARY = '2027-01-06T09:00:00+08:00';
const HOUR = 3_600_000;

let server;
before(async () => (server = await serve()));
after(async () => {
  await Browser.closeAll();
  await server.stop();
});

/** A clean profile whose clock begins then. */
async function open(clock) {
  const browser = await Browser.open({ clock });
  return new Screen(await browser.page(server.url));
}

const heading = (screen) => screen.run(() => document.querySelector('h1').innerText.replace(/\s+/g, ' ').trim());
const due = (screen) =>
  screen.run(() => [...document.querySelectorAll('ul[aria-label="现在该办的"] li')].map((it) => it.innerText.replace(/\s+/g, ' ').trim()));

test('a village is asked for last year, and then for its fourth quarter', async () => {
  const screen = await open(JANUARY);
  await setUp(screen);
  assert.match(await heading(screen), /2026年$/);
  const [year, quarter, ...more] = await due(screen);
  assert.match(year, /^2026年还没有报；最后一天是2027年1月10日，还剩 4 天 · .+$/);
  assert.match(quarter, /^2026年第4季度还没有报；文件没有写最后一天。 打开2026年第4季度$/);
  assert.deepEqual(more, []);
  await sign(screen, '2026');
  await screen.go('#/');
  await screen.until('the fourth quarter', async () => /2026年第4季度$/.test(await heading(screen)));
  await sign(screen, '2026-Q4');
  await screen.go('#/');
  await screen.until('the new year', async () => /2027年$/.test(await heading(screen)));
  assert.deepEqual(await due(screen), []);
});

test('so are a monitoring unit, a township and a county', async () => {
  const police = await open(JANUARY);
  await monitor(police);
  await police.go('#/');
  await police.until('its opinions of 2026', async () => /签署意见 2026年$/.test(await heading(police)));
  assert.match((await due(police))[0], /^2026年还没有签意见；最后一天是2027年1月9日，还剩 3 天 · .+$/);
  for (const [role, unit] of [['乡镇级平安办', '苏力德苏木'], ['县级平安办', '乌审旗']]) {
    const screen = await open(JANUARY);
    await setUp(screen, { role, unit });
    await screen.until(`${unit} of 2026`, async () => /^汇总 2026年$/.test(await heading(screen)));
    assert.match((await due(screen))[0], /^2026年还没有签汇总/, unit);
    if (role !== '乡镇级平安办') continue;
    // Its own assessment is another debt than its roll-up, with a day of its own.
    await screen.go('#/tasks/2026');
    await screen.until('its own assessment', async () => /^自评 2026年$/.test(await heading(screen)));
    assert.match((await due(screen))[0], /^2026年还没有报；最后一天是2027年1月10日，还剩 4 天 · .+$/);
  }
});

test('what is said after midnight is said on the new day', async () => {
  const screen = await open('2026-12-31T23:50:00+08:00');
  await setUp(screen);
  await openQuestion(screen, '2026', 'village.1');
  await pass([screen.page], 10 * HOUR);
  await answer(screen, 'village.1', NONE);
  await saved(screen);
  const [[, stored], ...more] = (await dump(screen.page)).tables.statements;
  assert.deepEqual([JSON.parse(JSON.parse(stored).text).made_on, more], ['2027-01-01', []]);
});

test('a clock that was put back is told of', async () => {
  const screen = await open(JANUARY);
  await setUp(screen);
  await openQuestion(screen, '2026', 'village.1');
  await answer(screen, 'village.1', NONE);
  await saved(screen);
  await pass([screen.page], -48 * HOUR);
  await screen.click('textbox', '备注');
  await screen.see('电脑的日期是2027年1月4日，可是这里已经有写着2027年1月6日的内容。');
});
