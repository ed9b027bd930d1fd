// Where one stands: what each period says of itself, which cannot be answered, and what is left before signing.
import assert from 'node:assert/strict';
import { axe } from '../harness/axe.js';
import { opening } from '../harness/people.js';
import { steps } from '../harness/steps.js';
import { answer, answerAll, NONE, openQuestion, saved, sign, UNKNOWN } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';

let browser;
let screen;
let elsewhere;
opening(async (enter) => {
  ({ browser, screen } = await enter({ clock: '2026-11-15T10:00:00+08:00' }));
  await setUp(screen);
  ({ screen: elsewhere } = await enter());
});

const step = steps();
const QUARTER = '2026-Q4';

/** What the periods say of themselves, by name. */
const periods = async () =>
  Object.fromEntries(
    await screen.run(() =>
      [...document.querySelectorAll('.period-picker a')].map((it) => [
        it.querySelector('.period-picker-name').textContent,
        it.querySelector('.period-picker-told')?.textContent ?? '',
      ]),
    ),
  );

/** Until a period says this of itself on the list of criteria. */
async function says(period, wanted) {
  await screen.go(`#/tasks/${QUARTER}`);
  let told;
  await screen.until(`${period} to say ${wanted}`, async () => {
    told = (await periods())[period];
    return wanted instanceof RegExp ? wanted.test(told) : told === wanted;
  });
}

step('nothing is answered, and nothing before the document or after today can be', async () => {
  await says('2026年第4季度', '待答');
  await says('2026年（全年）', '待答');
  await screen.go('#/tasks/2027');
  await screen.see('2027年还没有开始，从2027年1月1日起才能填。');
  await screen.go('#/result/2021');
  await screen.see('这份文件从2022年起评定，没有2021年。');
  assert.deepEqual(await axe(screen.page), []);
});

step('what is not known is named before signing, and is not called unanswered', async () => {
  await openQuestion(screen, QUARTER, 'village.3');
  await answer(screen, 'village.3', UNKNOWN);
  await saved(screen);
  await screen.go(`#/check/${QUARTER}`);
  await screen.see('第 3 项答的是“不清楚”，还要查明');
  await screen.see('第 1 项还没有答完');
  const first = await screen.run(() => document.querySelector('.check-answer dt').textContent);
  assert.match(first, /^1\. /);
  assert.deepEqual(await axe(screen.page), []);
  await screen.click('link', '第 3 项答的是“不清楚”，还要查明');
  await screen.until('the question', () => screen.page.url().endsWith(`#/tasks/${QUARTER}/village.3`));
});

step('an answered quarter is told of in the year', async () => {
  await openQuestion(screen, QUARTER, 'village.3');
  await answer(screen, 'village.3', NONE);
  await answerAll(screen, QUARTER);
  await says('2026年第4季度', '已答完');
  await says('2026年（全年）', /第4季度已答，还差1–9月$/);
});

step('a signature is told with its day, and so is what comes after it', async () => {
  await sign(screen, QUARTER);
  await screen.see('文件已生成，在“下载”里找');
  await screen.see('点输入框上面的文件夹图标');
  assert.equal(await screen.run(() => [...document.querySelectorAll('main li')].filter((it) => !it.textContent.trim()).length), 0);
  await says('2026年第4季度', '已签名第 1 次（11月15日）');
  await openQuestion(screen, QUARTER, 'village.3');
  await screen.fill('备注', '已核对台账');
  await saved(screen);
  await says('2026年第4季度', '已签名第 1 次（11月15日），签名后有修改');
  browser.quiet();
});

step('a document that leaves its points to others says so at the start', async () => {
  await setUp(elsewhere, { unit: '南村村委会' });
  await elsewhere.see(/这份文件没有写分值和合格线，要等.+的补充文件/);
  assert.ok(!(await elsewhere.text()).includes('仍有可能达标'));
});
