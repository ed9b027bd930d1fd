// A random but repeatable hand on the screens of two villages: after every gesture the store is compared with the screens.
// `cargo xtask hands` lets it work longer.
import { test } from 'node:test';
import { opening } from '../harness/people.js';
import { Hand, seedOf } from '../harness/hand.js';
import { at } from '../pages/hands.js';
import { setUp } from '../pages/setup.js';

const GESTURES = 40;
const seed = seedOf(5);

const villages = [
  ['questions about incidents, and quarters', '通史嘎查村委员会'],
  ['questions of yes and no, and figures', '北村村委会'],
];
const people = [];
opening(async (enter) => {
  for (const village of villages) people.push([village, await enter()]);
});

for (const [place, [about, unit]] of villages.entries()) {
  test(`a hand at work: ${about} (CUNPING_SEED=${seed})`, async () => {
    const [, { browser, screen }] = people[place];
    await setUp(screen, { unit });
    const hand = new Hand(seed);
    await hand.play(GESTURES, at(screen, hand));
    browser.quiet();
  });
}
