// Every screen of an office in the looks of `pages/looks.js`: axe finds nothing, nothing sticks out,
// nothing is too small to hit, nothing stands on the console.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from '../harness/browser.js';
import { Screen } from '../harness/screen.js';
import { serve } from '../harness/server.js';
import { year } from '../pages/clerk.js';
import { dress, walk } from '../pages/looks.js';
import { monitor, objects } from '../pages/offices.js';
import { crime, folder, PAST, report, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { choose, imported, openExample, openTable } from '../pages/township.js';

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

test('the screens of an office that assesses itself too', async () => {
  const browser = await Browser.open();
  const screen = new Screen(await browser.page(server.url));
  await setUp(screen, { role: '乡镇级平安办', unit: '苏力德苏木' });
  await openTable(screen, PAST);
  const [first, ...others] = UNITS.slice(0, 4);
  const texts = await Promise.all([report(first, { incidents: [crime] }), ...others.map((unit) => report(unit))]);
  await choose(screen, await folder(Object.fromEntries(texts.map((text, at) => [`${at}.json`, text]))));
  await imported(screen, texts.length, 0, 0);
  await good(screen, [
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
  await good(screen, [['township-empty', `#/township/${period}`]]);
  await dress(screen, 'zh', false);
  await screen.click('button', '导入 12 份示例文件');
  await imported(screen, 12, 0, 0);
  await good(screen, [
    ['township', `#/township/${period}`],
    ['township-quarter', `#/township/${period}-Q1`],
    ['township-half', `#/township/${period}-H1`],
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
  await good(screen, [['opinions-empty', `#/opinions/${PAST}`]]);
  await dress(screen, 'zh', false);
  const [one, two] = UNITS;
  await choose(screen, await folder({ 'one.json': await report(one, { incidents: [crime] }), 'two.json': await report(two) }));
  await imported(screen, 2, 0, 0);
  await objects(screen, one.code, 'village.2', '材料里没有写。');
  await good(screen, [['opinions', `#/opinions/${PAST}`]]);
  await browser.close();
});
