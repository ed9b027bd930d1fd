// Every screen of every document's village speaks the document's own words for its units, and no other's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openQuestion, year } from '../pages/clerk.js';
import { setUp } from '../pages/setup.js';
import { opening } from '../harness/people.js';

let browser;
let screen;
opening(async (enter) => {
  ({ browser, screen } = await enter());
});

/** A village of each document, words for units that its document does not use, and a criterion to open. */
const VILLAGES = [
  ['通史嘎查村委员会', ['行政村', '乡镇', '街道'], 'village.2'],
  ['汪场社区居民委员会', ['嘎查', '苏木', '行政村'], 'village.2'],
  ['桑村村委会', ['嘎查', '苏木', '行政村', '街道'], 'village.no.2'],
  ['北村村委会', ['嘎查', '苏木', '街道'], 'village.2.1'],
  ['龙溪社区', ['嘎查', '苏木', '行政村'], 'village.2'],
];
const SCREENS = (period, rule) => ['#/', `#/tasks/${period}/${rule}`, `#/result/${period}`, `#/check/${period}`, '#/history', `#/form/own/${period}`];

for (const [unit, others, rule] of VILLAGES) {
  test(`${unit} reads its own words`, async () => {
    await setUp(screen, { unit });
    for (const address of SCREENS(year(), rule)) {
      await (address.endsWith(rule) ? openQuestion(screen, year(), rule) : screen.go(address));
      await screen.until(`${address} to be drawn`, () => screen.run(() => document.querySelector('main h1')));
      const text = await screen.run(() => document.querySelector('main').innerText);
      for (const word of others) assert.ok(!text.includes(word), `${address}: ${word}`);
    }
  });
}
