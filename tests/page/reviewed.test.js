// What an office's reviews came to leaves the page as the table that the terminal reads.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cunping } from '../harness/binary.js';
import { look } from '../harness/look.js';
import { opening } from '../harness/people.js';
import { saved } from '../pages/clerk.js';
import { folder, PAST, report, UNITS } from '../pages/reports.js';
import { setUp } from '../pages/setup.js';
import { openTable } from '../pages/township.js';

const OUTCOMES = { 429006104001: '复核合格', 429006104203: '复核不合格' };

let browser;
let screen;
opening(async (enter) => {
  ({ browser, screen } = await enter());
});

test('the reviews of a year are downloaded, and the terminal counts them', async () => {
  await setUp(screen, { role: '乡镇级平安办', unit: '汪场镇' });
  await openTable(screen, PAST);
  assert.equal(await screen.count('button', '下载复核结果'), 0);
  for (const [unit, outcome] of Object.entries(OUTCOMES)) {
    await screen.go(`#/township/${PAST}/${unit}`);
    await screen.click('radio', outcome);
    await saved(screen);
  }
  await openTable(screen, PAST);
  const file = await browser.download(() => screen.click('button', '下载复核结果'));
  const text = file.bytes.toString().replace(/^\ufeff/, '');
  const about = `wangchang-pingan-cun-2023,village,${PAST}`;
  assert.equal(text, `unit,pack,level,year,outcome\n429006104001,${about},passed\n429006104203,${about},failed\n`);
  assert.deepEqual(await look(screen, 'reviews-download'), []);
  const [, other] = await folder({ 'reviews.csv': text, 'one.json': await report(UNITS[0]) });
  const { out } = await cunping(['rollup', '--json', '--reviews', file.path, other]);
  const area = out.toString().trim().split('\n').map((line) => JSON.parse(line)).find(({ area }) => area === '429006104000');
  assert.deepEqual([area.reviews.passed, area.reviews.failed], [1, 1]);
  browser.quiet();
});
