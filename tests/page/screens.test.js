// Every screen of a village in the looks of `pages/looks.js`: axe finds nothing, nothing sticks out,
// nothing is too small to hit, nothing stands on the console.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from '../harness/browser.js';
import { paper } from '../harness/picture.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { answerNone, openQuestion, registerIncident, sign, year } from '../pages/clerk.js';
import { dress, walk } from '../pages/looks.js';
import { setUp } from '../pages/setup.js';

let server;
before(async () => (server = await serve()));
after(async () => {
  await Browser.closeAll();
  await server.stop();
});

/** Every screen is right in every way. */
async function good(screen, screens) {
  const wrong = await walk(screen, screens);
  assert.deepEqual(wrong, [], wrong.join('\n'));
  screen.page.watch.quiet();
}

test('before there is a workplace', async () => {
  const browser = await Browser.open();
  const screen = new Screen(await browser.page(server.url));
  await good(screen, [
    ['welcome', '#/'],
    ['setup', '#/setup'],
    ['restore', '#/data'],
    ['workplaces-empty', '#/workplaces'],
    ['tasks-without-workplace', `#/tasks/${year()}`],
    ['nowhere', '#/nowhere'],
  ]);
  await browser.close();
});

test('the clerk’s screens', async () => {
  const browser = await Browser.open();
  const screen = new Screen(await browser.page(server.url));
  await setUp(screen);
  const period = year();
  for (const rule of ['village.1', 'village.3', 'village.4']) await answerNone(screen, period, rule);
  await registerIncident(screen, period, 'village.8', `${period}-01-05`);
  await openQuestion(screen, period, 'village.2');
  await screen.fill('备注', '已核对台账。');
  const sent = await sign(screen, period);
  await good(screen, [
    ['tasks', `#/tasks/${period}`],
    ['tasks-quarter', `#/tasks/${period}-Q1`],
    ['question', `#/tasks/${period}/village.1`],
    ['question-open', `#/tasks/${period}/village.2`],
    ['question-incident', `#/tasks/${period}/village.5`, () => screen.page.click('[data-rule="village.5"] [data-key="2"]')],
    ['question-rest', `#/tasks/${period}-Q2`, () => screen.page.click('.tasks-rest-button')],
    ['question-two-checks', `#/tasks/${period}/village.8`],
    ['result', `#/result/${period}`],
    ['check', `#/check/${period}`, (lang) => screen.click('button', lang === 'zh' ? '文件里的全部内容' : 'Everything in the file')],
    ['incidents', `#/incidents/${period}`],
    ['incidents-kinds', `#/incidents/${period}`, (lang) => screen.click('button', lang === 'zh' ? '再登记一起' : 'Register one more')],
    ['sent', sent],
    ['history', '#/history'],
    ['answers', '#/answers'],
    ['form-filled', `#/form/2/${period}`],
    ['form-blank', '#/form/2'],
    ['form-recognition', `#/form/4/${period}`],
    ['keys', '#/keys'],
    ['data', '#/data'],
    ['document', '#/document'],
    ['library', '#/library'],
    ['compare', '#/compare/sulide-bawu-2022/village/dali-pingan-xiangcun-2024/village'],
    ['read', '#/document/dali-pingan-xiangcun-2024'],
    ['workplaces', '#/workplaces'],
    ['no-such-criterion', `#/tasks/${period}/village.99`],
    ['no-such-file', `#/sent/${'0'.repeat(64)}`],
  ]);

  // The forms on paper have a test of their own.
  await dress(screen, 'zh', false);
  await screen.go(`#/result/${period}`);
  await screen.settled();
  assert.match((await paper(screen.page, 'result-paper')).text, /电信网络诈骗/);
  await browser.close();
});

test('a unit whose document prints no form', async () => {
  const browser = await Browser.open();
  const screen = new Screen(await browser.page(server.url));
  const period = year();
  await setUp(screen, { unit: '汪场社区居民委员会' });
  await answerNone(screen, period, 'village.1.1');
  await good(screen, [
    ['own-home', '#/'],
    ['own-tasks', `#/tasks/${period}`],
    ['own-sheet', `#/form/own/${period}`],
    ['own-blank', '#/form/own'],
    ['own-result', `#/result/${period}`],
    ['own-document', '#/document'],
  ]);
  await browser.close();
});
