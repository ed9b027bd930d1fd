// Every screen in both languages, both type sizes and two widths: axe finds nothing, nothing sticks out, nothing is too
// small to hit, nothing stands on the console. Pictures are in plain type.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axe } from '../harness/axe.js';
import { Browser } from '../harness/browser.js';
import { overflow, smallTargets } from '../harness/layout.js';
import { paper, picture } from '../harness/picture.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { answerNone, openQuestion, registerIncident, sign, year, YES } from '../pages/clerk.js';
import { monitor, objects } from '../pages/offices.js';
import { crime, folder, PAST, report, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { choose, imported, openExample, openTable } from '../pages/township.js';

const WIDTHS = [1280, 360];
const LOOKS = [
  { lang: 'zh', large: false },
  { lang: 'zh', large: true },
  { lang: 'en', large: false },
  { lang: 'en', large: true },
];

let server;
before(async () => (server = await serve()));
after(async () => {
  await Browser.closeAll();
  await server.stop();
});

/** Looks at every screen in every way; `screens` names each by its address, with what to do there first. */
async function walk(screen, screens) {
  const wrong = [];
  for (const { lang, large } of LOOKS) {
    await dress(screen, lang, large);
    for (const width of WIDTHS) {
      await screen.page.setViewport({ width, height: 800 });
      for (const [name, hash, act] of screens) {
        await screen.go(hash);
        await screen.settled();
        if (act) await act(lang);
        await screen.settled();
        const found = [
          ...(await axe(screen.page)).map((line) => `axe: ${line}`),
          ...(await overflow(screen.page)).map((line) => `sticks out: ${line}`),
          ...(await smallTargets(screen.page)).map((line) => `too small: ${line}`),
        ];
        wrong.push(...found.map((line) => `${name} ${lang}${large ? ' large' : ''} ${width}: ${line}`));
        if (!large) await picture(screen.page, lang === 'zh' ? `${name}-${width}` : `${name}-${lang}-${width}`);
      }
    }
  }
  assert.deepEqual(wrong, [], wrong.join('\n'));
  screen.page.watch.quiet();
}

/** Switches language and type size with the buttons at the top. */
async function dress(screen, lang, large) {
  const now = await screen.run(() => document.documentElement.lang);
  if (!now.startsWith(lang)) await screen.click('button', lang === 'en' ? /^English/ : /^中文/);
  await screen.until(`the language ${lang}`, () => screen.run((lang) => document.documentElement.lang.startsWith(lang), lang));
  const button = await screen.find('button', /^(大字|Large type)$/);
  if ((await button.evaluate((element) => element.getAttribute('aria-pressed'))) !== String(large)) await button.click();
}

test('before there is a workplace', async () => {
  const browser = await Browser.open();
  const screen = new Screen(await browser.page(server.url));
  await walk(screen, [
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
  await walk(screen, [
    ['tasks', `#/tasks/${period}`],
    ['tasks-quarter', `#/tasks/${period}-Q1`],
    ['question', `#/tasks/${period}/village.1`],
    ['question-open', `#/tasks/${period}/village.2`],
    ['question-incident', `#/tasks/${period}/village.5`, (lang) => screen.click('button', lang === 'zh' ? YES : 'Yes: register it')],
    ['question-two-checks', `#/tasks/${period}/village.8`],
    ['result', `#/result/${period}`],
    ['check', `#/check/${period}`, (lang) => screen.click('button', lang === 'zh' ? '文件里的全部内容' : 'Everything in the file')],
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
  await walk(screen, [
    ['own-home', '#/'],
    ['own-tasks', `#/tasks/${period}`],
    ['own-sheet', `#/form/own/${period}`],
    ['own-blank', '#/form/own'],
    ['own-result', `#/result/${period}`],
    ['own-document', '#/document'],
  ]);
  await browser.close();
});

test('the screens of an office that assesses itself too', async () => {
  const browser = await Browser.open();
  const screen = new Screen(await browser.page(server.url));
  await setUp(screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await openTable(screen, PAST);
  const [first, ...others] = UNITS.slice(0, 4);
  const texts = await Promise.all([report(first, { incidents: [crime] }), ...others.map((unit) => report(unit))]);
  await choose(screen, await folder(Object.fromEntries(texts.map((text, at) => [`${at}.json`, text]))));
  await imported(screen, texts.length, 0, 0);
  await walk(screen, [
    ['office-question', `#/tasks/${PAST}/township.3`],
    ['office-check', `#/check/${PAST}`],
    ['office-result', `#/result/${PAST}`],
    ['office-keys', '#/keys'],
    ['office-directory', '#/directory'],
  ]);
  await browser.close();
});

test('the township’s screens, in the example, empty and with files', async () => {
  const browser = await Browser.open();
  const screen = new Screen(await browser.page(server.url));
  const period = year();
  await openExample(screen, period);
  await walk(screen, [['township-empty', `#/township/${period}`]]);
  await dress(screen, 'zh', false);
  await screen.click('button', '导入 12 份示例文件');
  await imported(screen, 12, 0, 0);
  await walk(screen, [
    ['township', `#/township/${period}`],
    ['township-quarter', `#/township/${period}-Q1`],
    ['unit', `#/township/${period}/999999001202`],
    ['desk', `#/desk/${period}`],
    ['unit-claims-more', `#/township/${period}/999999001212`],
    ['unit-two-files', `#/township/${period}/999999001211`],
    ['unit-missing', `#/township/${period}/999999001213`],
    ['no-such-unit', `#/township/${period}/150626200205`],
    ['example-tasks', `#/tasks/${period}`],
    ['example-form', `#/form/1/${period}`],
    ['example-workplaces', '#/workplaces'],
  ]);
  await browser.close();
});

test('the monitoring unit’s screens', async () => {
  const browser = await Browser.open();
  const screen = new Screen(await browser.page(server.url));
  await monitor(screen);
  await walk(screen, [['opinions-empty', `#/opinions/${PAST}`]]);
  await dress(screen, 'zh', false);
  const [one, two] = UNITS;
  await choose(screen, await folder({ 'one.json': await report(one, { incidents: [crime] }), 'two.json': await report(two) }));
  await imported(screen, 2, 0, 0);
  await objects(screen, one.code, 'village.2', '材料里没有写。');
  await walk(screen, [['opinions', `#/opinions/${PAST}`]]);
  await browser.close();
});
